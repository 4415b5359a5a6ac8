//! Still drawings, all our own and in one hand: a line in jade with a fill of mint, honey for a way or a measure, red for
//! the place that is meant; a few words of the catalogue inside. People are those of the figure.

pub mod body;
pub mod guide;
pub mod kitchen;
pub mod people;
mod person;

use leptos::prelude::*;

use self::Anchor::{End, Middle, Start};
use crate::domain::figure::{Doing, Moment};
use crate::domain::routine::{Routine, Style};
use crate::domain::settings::Side;
use crate::tr;
use crate::ui::figure::FigureView;

/// A stroke: the class that gives its look, its path, and where that is moved to.
pub type Stroke = (&'static str, &'static str, &'static str);

/// Which part of a word stands at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Anchor {
    Start,
    Middle,
    End,
}

/// A drawing: strokes in layers from back to front, each layer moved to its place, and words.
struct Sheet {
    box_of: &'static str,
    layers: Vec<(&'static str, &'static [Stroke])>,
    /// The size of the letters in the drawing's own units: 14 px or more on the smallest phone.
    letters: &'static str,
    words: Vec<(Anchor, &'static str, &'static str, &'static str)>,
}

/// A drawing with its words. What it shows is told as a whole, so the words inside are not read out one by one.
#[component]
fn SheetView(
    sheet: Sheet,
    /// What it shows, in words.
    label: &'static str,
) -> impl IntoView {
    let layers = sheet
        .layers
        .into_iter()
        .map(|(place, strokes)| view! { <g transform=place>{drawn(strokes)}</g> })
        .collect_view();
    let words = sheet
        .words
        .into_iter()
        .map(|(anchor, x, y, word)| {
            let anchor = match anchor {
                Start => "start",
                Middle => "middle",
                End => "end",
            };
            view! {
                <text x=x y=y text-anchor=anchor>
                    {word}
                </text>
            }
        })
        .collect_view();
    view! {
        <svg
            class="figure drawn"
            viewBox=sheet.box_of
            font-size=sheet.letters
            role="img"
            aria-label=label
        >
            {layers}
            {words}
        </svg>
    }
}

/// Strokes from back to front.
pub fn drawn(strokes: &'static [Stroke]) -> AnyView {
    strokes
        .iter()
        .map(|(class, path, place)| view! { <path class=*class d=*path transform=*place></path> })
        .collect_view()
        .into_any()
}

const POINTS_OF_BACK: &[Stroke] = &[
    ("line__dash", "M14 90H92", ""),
    (
        "figure__point",
        "M40.6 90a3 3 0 1 0 6 0a3 3 0 1 0-6 0M53.4 90a3 3 0 1 0 6 0a3 3 0 1 0-6 0",
        "",
    ),
    ("line line--thin", "M43.6 95v2.6H50V95", ""),
];

/// A back from behind, with the two points BL23 at the height of the waist.
#[component]
pub fn BackDrawing() -> impl IntoView {
    let sheet = Sheet {
        box_of: "-20 26 142 104",
        layers: vec![
            ("", &body::GROUND),
            ("", &body::FROM_BEHIND),
            ("", POINTS_OF_BACK),
        ],
        letters: "7.4",
        words: vec![
            (Start, "94", "92.4", tr!(drawing.waist)),
            (Middle, "50", "106.6", tr!(drawing.two_fingers)),
        ],
    };
    view! { <SheetView sheet label=tr!(moves.bl23_drawing) /> }
}

const SOLE: &[Stroke] = &[
    (
        "line__bone",
        "M40 41c-7 8-9 20-7 32 2 11 9 18 9 30 0 9-4 15-4 24 0 10 8 16 18 16s18-6 18-17c0-12 4-19 8-29 5-12 7-26 3-39-2-9-8-16-16-20-10-4-22-4-29 3ZM42 13.5a10.5 10.5 0 1 0 .1 0ZM59 12.5a6.5 6.5 0 1 0 .1 0ZM71.5 16.3a5.7 5.7 0 1 0 .1 0ZM81.5 23.5a5 5 0 1 0 .1 0ZM89 33a4.5 4.5 0 1 0 .1 0Z",
        "",
    ),
    ("line__dash", "M59 34V138", ""),
    ("figure__point", "M54 63a5 5 0 1 0 10 0a5 5 0 1 0-10 0", ""),
    ("line line--thin", "M66 63H98", ""),
];

/// The sole of a foot, with the point KI1 in the hollow behind the toes.
#[component]
pub fn SoleDrawing() -> impl IntoView {
    let sheet = Sheet {
        box_of: "0 4 150 144",
        layers: vec![("", SOLE)],
        letters: "10",
        words: vec![
            (Start, "100", "66.6", "KI1"),
            (Start, "98", "26", tr!(drawing.toes)),
            (Start, "82", "136", tr!(drawing.heel)),
        ],
    };
    view! { <SheetView sheet label=tr!(moves.ki1_drawing) /> }
}

/// A foot from above, its toes up.
pub const FOOT: &str =
    "M0-28C7-28 11-22 11-14 11-6 8-1 8 6 8 16 7 25 0 25S-8 16-8 6C-8-1-11-6-11-14-11-22-7-28 0-28Z";
/// The edge of its heel.
pub const HEEL: &str = "M-7.6 9Q0 5 7.6 9";

/// Two feet from above: hip-width, toes out about 15 degrees, one set back if a leg is longer.
#[component]
pub fn FeetDrawing(
    /// What it shows, in words.
    label: &'static str,
    /// Degrees that the toes are turned out.
    toes_out: i32,
    /// The leg that is set slightly back.
    #[prop(into)]
    longer_leg: Signal<Option<Side>>,
) -> impl IntoView {
    let place = move |side: Side| {
        let (x, turn) = match side {
            Side::Left => (52, -toes_out),
            Side::Right => (98, toes_out),
        };
        let back = i32::from(longer_leg.get() == Some(side)) * 12;
        format!("translate({x} {})rotate({turn})", 62 + back)
    };
    let foot = move |side| {
        view! {
            <g transform=move || place(side)>
                <path class="line__bone" d=FOOT></path>
                <path class="line line--thin" d=HEEL></path>
            </g>
        }
    };
    view! {
        <svg class="figure drawn" viewBox="0 0 150 134" font-size="10" role="img" aria-label=label>
            <path class="figure__chair" d="M30 10h90"></path>
            {foot(Side::Left)}
            {foot(Side::Right)}
            <path class="line__way" d="M50 110h50M55 105l-5 5 5 5M95 105l5 5-5 5"></path>
            <text x="75" y="25" text-anchor="middle">
                {tr!(drawing.chair)}
            </text>
            <text x="75" y="128" text-anchor="middle">
                {tr!(drawing.hip_width)}
            </text>
        </svg>
    }
}

const MEASURED: &[Stroke] = &[
    ("figure__ground", "M30 143.4H170", ""),
    ("figure__chair", "M62 12V142", ""),
    ("line__disc", "M63.8 30.4h38v5.4h-38Z", ""),
    (
        "line__way",
        "M128 36V141M123 41l5-5.6 5 5.6M123 136l5 5.6 5-5.6",
        "",
    ),
    ("line__place", "M58 33.4h7", ""),
];

/// How height is measured: a person with the back to a wall, a book flat on the head, a mark under it.
#[component]
pub fn HeightDrawing() -> impl IntoView {
    let sheet = Sheet {
        box_of: "0 0 200 152",
        layers: vec![("translate(75 86)", &person::UPRIGHT), ("", MEASURED)],
        letters: "11",
        words: vec![
            (Start, "108", "29", tr!(drawing.book)),
            (End, "54", "37", tr!(drawing.mark)),
            (End, "54", "100", tr!(drawing.wall)),
            (Start, "138", "92", tr!(drawing.height)),
        ],
    };
    view! {
        <div class="drawing drawing--wide">
            <SheetView sheet label=tr!(drawing.height_shown) />
        </div>
    }
}

/// A movement in a few still pictures, each with a word below it.
#[component]
pub fn Poses(
    /// What the pictures show together.
    label: &'static str,
    /// The moments and their words, in order.
    poses: Vec<(Moment, &'static str)>,
) -> impl IntoView {
    view! {
        <ol class="poses" aria-label=label>
            {poses
                .into_iter()
                .map(|(moment, words)| {
                    view! {
                        <li>
                            <FigureView moment=moment seen="-4 -14 76 121" />
                            <span>{words}</span>
                        </li>
                    }
                })
                .collect_view()}
        </ol>
    }
}

/// The chair stand: sitting, half-way up, standing, with the arms crossed.
#[component]
pub fn ChairStandDrawing() -> impl IntoView {
    let at = |share| Moment {
        routine: Routine::KneeBend,
        style: Style::SitToStand,
        doing: Doing::ArmsCrossed(share),
        longer_leg: None,
    };
    let poses = vec![
        (at(0.0), tr!(drawing.sit)),
        (at(0.35), tr!(drawing.lean)),
        (at(1.0), tr!(drawing.stand)),
    ];
    view! { <Poses label=tr!(drawing.chair_stand_shown) poses /> }
}
