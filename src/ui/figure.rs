//! The figure as a drawing: a person of cut-out pieces, each laid along the two joints that it joins.
//!
//! What the person looks like stands here and in `style/components/figure.css`, which of the two is chosen in an attribute
//! of `<html>` (`state/look.rs`). So every page that shows a moment shows the person who was chosen.

use leptos::prelude::*;

use crate::domain::figure::{
    Arrow, Body, Direction, FRAME, GRIP, GROUND, Landing, Leg, Moment, Point,
};

/// A piece of the person: the class that gives its look, and its outline. Limbs hang down from the joint above, the
/// trunk stands on the hip, a foot and the head look to the right.
pub type Piece = (&'static str, &'static str);

/// What carries pieces. A group of pieces moves with one of them.
#[derive(Clone, Copy)]
enum Bone {
    FarUpperArm,
    FarForearm,
    FarThigh,
    FarShin,
    FarFoot,
    Thigh,
    Shin,
    Foot,
    Trunk,
    Head,
    UpperArm,
    Forearm,
}
/// How many bones there are.
const BONES: usize = 12;

/// The upper sleeve.
pub const SLEEVE: Piece = (
    "figure__sleeve",
    "M-4 1.4A4 4 0 0 1 4 1.4L3.5 17.5A3.5 3.5 0 0 1-3.5 17.5Z",
);
/// The lower sleeve.
pub const CUFF: Piece = (
    "figure__sleeve",
    "M-3.5 0A3.5 3.5 0 0 1 3.5 0L3.1 16.6H-3.1Z",
);
/// The upper sleeve once more, so that no edge is seen in the elbow.
pub const ELBOW: Piece = ("figure__knit", SLEEVE.1);
/// The hand below it.
pub const HAND: Piece = (
    "figure__skin",
    "M-2.6 16V20Q-2.8 23.6 .3 23.6 3.4 23.4 3.2 20L2.6 16Z",
);
/// A trouser leg to the knee.
pub const THIGH: Piece = (
    "figure__trousers",
    "M-6.4-1A6.4 6.4 0 0 1 6.4-1Q6.4 12 5 24A5 5 0 0 1-5 24Q-6.6 10-6.4-1Z",
);
/// A trouser leg from the knee.
pub const SHIN: Piece = (
    "figure__trousers",
    "M-5 0A5 5 0 0 1 5 0Q4.9 12 4.4 22.6H-4.2Q-5.6 10-5 0Z",
);
/// A shoe about the ankle.
pub const SHOE: Piece = (
    "figure__shoe",
    "M-4.8 5Q-5 1-3.8-2.6 0-4.4 3.6-2.8 5 .4 8.8 1.2 14.6 2 14.8 4.4 14.7 6.2 12 6.4H-3.4Q-4.8 6.4-4.8 5Z",
);
/// The neck, below the head.
pub const NECK: Piece = ("figure__skin", "M-3.4 3L-3.6 13H3.6L2.6 5Z");
/// The cardigan, its shirt and its edge.
pub const TRUNK: [Piece; 3] = [
    (
        "figure__sleeve",
        "M-7 3.6Q-8-4-7-10-8.6-20-6.6-25.6-4.6-31.4 .6-31.6 5.2-31.2 6.4-25.6 8-18 7.6-10 7.9-2 7.2 3.6 0 5.4-7 3.6Z",
    ),
    (
        "figure__shirt",
        "M-3.6-30.6Q1-29.8 4-25.6L6.2-26.6Q5-33 1-33.2-2.6-33-3.6-30.6Z",
    ),
    ("figure__fold", "M4-25.6Q6.2-14 5.4 4.2"),
];
/// Face, the hair of the one and of the other person, ear, what is drawn in lines, and the glasses.
pub const HEAD: [Piece; 6] = [
    (
        "figure__skin",
        "M-5-6Q0-8.8 4.4-6.6 6.3-5.2 6.5-2.6 6.6-1.6 7.4 .2L8.3 1.8Q8.5 2.6 7 2.8L6.9 4.6Q7 8 3.4 8.2-.6 8.4-3.4 5.6-7 2-6.6-2-6.4-4.8-5-6Z",
    ),
    (
        "figure__hair figure__one",
        "M6.8-4.6Q7-7.2 3.6-8.6-1.6-10.4-5.6-7.6-9.4-4.8-8.8 .8-8.4 5.2-5.4 7.2-3.6 7.8-3 5.4-3.6 3-1.8 2.4-.4 .2-.8-2 2-2.4 3.4-5 4.8-3.6 6.8-4.6Z",
    ),
    (
        "figure__hair figure__other",
        "M6.6-4.2Q7.4-6.6 5.2-7.4 4.6-9.6 2.2-9 .4-10.8-1.8-9.4-4.4-10.2-5.4-7.8-8-7.6-7.8-5-9.6-3-8-1.2-8.8 1.2-6.6 2.4-6.2 4.8-3.8 4.6-2.4 2.8-2.2 .6-2.6-1.6-.4-2.4-.6-4.4 1.6-4.4 3.2-5.4 4.4-4.2Z",
    ),
    ("figure__skin", "M-1.6-.8Q-3.6-1.6-3.6 .6-3.2 2.6-1.6 2.4"),
    (
        "figure__face",
        "M4.2-1.2v.9M4.4 3.8Q5.4 4.9 6.6 4M3.2-3.2Q4.4-3.9 5.6-3.4",
    ),
    (
        "figure__face figure__other",
        "M6.9-1.9H2.4Q2 .9 4.4 1.1 6.4 1 6.9-.6M2.4-1.4L-2-1",
    ),
];

/// What stands around the person and what is marked, as lines with a path that changes.
const LINES: [&str; 5] = [
    "figure__chair figure__chair--back",
    "figure__chair",
    "figure__chair",
    "figure__arrow",
    "figure__hold",
];

/// What is drawn at a moment: where each bone lies, and the path of each line.
type Drawn = ([String; BONES], [String; LINES.len()]);

/// The figure at a moment, with the chairs of its scene. Without a label it is decoration.
#[component]
pub fn FigureView(
    /// The moment to draw.
    #[prop(into)]
    moment: Signal<Moment>,
    /// What the drawing shows, in words.
    #[prop(optional, into)]
    label: Option<String>,
    /// Whether an arrow shows the direction of the movement.
    #[prop(default = true)]
    arrow: bool,
    /// Its class: one of the two persons, where it is not the chosen one.
    #[prop(default = "figure")]
    class: &'static str,
    /// What of the drawing is seen, where it is not all.
    #[prop(default = view_box(), into)]
    seen: String,
) -> impl IntoView {
    let drawn = Memo::new(move |_| drawn(moment.get(), arrow));
    let role = if label.is_some() {
        "img"
    } else {
        "presentation"
    };
    let hidden = label.is_none().then_some("true");
    let on = |bone, pieces| on_bone(drawn, bone, pieces);
    view! {
        <svg class=class viewBox=seen role=role aria-label=label aria-hidden=hidden>
            <path class="figure__ground" d=format!("M2 {}H102", tenths(GROUND))></path>
            {[0, 1].map(|place| line_at(drawn, place)).collect_view()}
            <g class="figure__far">
                {on(Bone::FarForearm, &[HAND])} {on(Bone::FarUpperArm, &[SLEEVE])}
                {on(Bone::FarForearm, &[CUFF])} {on(Bone::FarUpperArm, &[ELBOW])}
                {on(Bone::FarThigh, &[THIGH])} {on(Bone::FarFoot, &[SHOE])}
                {on(Bone::FarShin, &[SHIN])}
            </g>
            {line_at(drawn, 2)} {on(Bone::Head, &[NECK])} {on(Bone::Thigh, &[THIGH])}
            {on(Bone::Foot, &[SHOE])} {on(Bone::Shin, &[SHIN])} {on(Bone::Trunk, &TRUNK)}
            {on(Bone::Head, &HEAD)} {on(Bone::Forearm, &[HAND])} {on(Bone::UpperArm, &[SLEEVE])}
            {on(Bone::Forearm, &[CUFF])} {on(Bone::UpperArm, &[ELBOW])}
            {[3, 4].map(|place| line_at(drawn, place)).collect_view()}
        </svg>
    }
}

fn view_box() -> String {
    let (corner, width, height) = FRAME;
    [corner.x, corner.y, width, height].map(tenths).join(" ")
}

/// Pieces that move with a bone. All look into one list, so that the program has this once.
fn on_bone(drawn: Memo<Drawn>, bone: Bone, pieces: &'static [Piece]) -> AnyView {
    let place = move || drawn.with(|(bones, _)| bones.get(bone as usize).cloned());
    let pieces = pieces
        .iter()
        .map(|(class, path)| view! { <path class=*class d=*path></path> })
        .collect_view();
    view! { <g transform=place>{pieces}</g> }.into_any()
}

fn line_at(drawn: Memo<Drawn>, place: usize) -> AnyView {
    let path = move || drawn.with(|(_, lines)| lines.get(place).cloned());
    view! { <path class=LINES.get(place).copied() d=path></path> }.into_any()
}

fn drawn(moment: Moment, arrow: bool) -> Drawn {
    let body = moment.body();
    (bones(&body), lines(moment, &body, arrow))
}

/// Where each bone lies, in the order of [`Bone`]; one that is not there is nothing large.
fn bones(body: &Body) -> [String; BONES] {
    let missing = || "scale(0)".to_owned();
    let Body { hip, shoulder, .. } = *body;
    let leg = |leg: &Leg| {
        [
            along(hip, leg.knee),
            along(leg.knee, leg.ankle),
            turned(leg.ankle, degrees(leg.heel, leg.toe)),
        ]
    };
    let arm = |[elbow, hand]: [Point; 2]| [along(shoulder, elbow), along(elbow, hand)];
    let [far_thigh, far_shin, far_foot] = body
        .far
        .as_ref()
        .map_or_else(|| [missing(), missing(), missing()], leg);
    let [thigh, shin, foot] = leg(&body.near);
    let [far_upper_arm, far_forearm] = body.holding.map_or_else(|| [missing(), missing()], arm);
    let [upper_arm, forearm] = arm([body.elbow, body.hand]);
    [
        far_upper_arm,
        far_forearm,
        far_thigh,
        far_shin,
        far_foot,
        thigh,
        shin,
        foot,
        turned(hip, degrees(hip, shoulder) + 90.0),
        turned(body.head, degrees(shoulder, body.head) + 90.0),
        upper_arm,
        forearm,
    ]
}

/// The paths of [`LINES`]; empty for what is not there.
fn lines(moment: Moment, body: &Body, arrow: bool) -> [String; LINES.len()] {
    let scene = moment.scene();
    let [back, seat] = scene.behind();
    let behind = line(back) + &line(seat);
    // One that only stands ready is faded.
    let [faded, full] = if scene.chair_in_front {
        [behind, String::new()]
    } else {
        [String::new(), behind]
    };
    let front = if scene.chair_in_front {
        let (x, top) = (tenths(GRIP.x + 1.5), tenths(GRIP.y + 2.5));
        format!("M{x} 103V{top}M{x} 77h21v26")
    } else {
        String::new()
    };
    let marks = match moment.landing() {
        Some(Landing::Gentle) => "M32 102.4Q27 101 26.4 95",
        Some(Landing::Soft) => "M31.5 100.5L24.5 98.5M33 95.5L28 90",
        Some(Landing::Firm) => "M31.5 102L20.5 101M32 97.5L22.5 92M34.5 94L30 84.5",
        None => "",
    };
    let direction = moment.arrow().map(arrow_path).unwrap_or_default() + marks;
    // A ring about the hand.
    let hold = body
        .hold
        .map(|Point { x, y }| {
            format!(
                "M{} {}a6.4 6.4 0 1 0 12.8 0a6.4 6.4 0 1 0-12.8 0",
                tenths(x - 6.4),
                tenths(y)
            )
        })
        .unwrap_or_default();
    let shown = if arrow { direction } else { String::new() };
    [faded, full, front, shown, hold]
}

/// Its shaft, then its head.
fn arrow_path(arrow: Arrow) -> String {
    let Point { x, y } = arrow.middle;
    let half = match arrow.direction {
        Direction::Up => -Arrow::HALF,
        Direction::Down => Arrow::HALF,
    };
    let (tip, aside) = (y + half, Arrow::HEAD);
    let back = tip - half.signum() * aside;
    let point = |x, y| Point { x, y };
    let shaft = line(&[point(x, y - half), point(x, tip)]);
    shaft
        + &line(&[
            point(x - aside, back),
            point(x, tip),
            point(x + aside, back),
        ])
}

/// From one joint to the next, for a piece that hangs down from the first.
fn along(from: Point, to: Point) -> String {
    turned(from, degrees(from, to) - 90.0)
}

/// The direction from one place to another, clockwise from the right.
fn degrees(from: Point, to: Point) -> f64 {
    (to.y - from.y).atan2(to.x - from.x).to_degrees()
}

fn turned(at: Point, degrees: f64) -> String {
    format!(
        "translate({} {})rotate({})",
        tenths(at.x),
        tenths(at.y),
        tenths(degrees)
    )
}

/// A path through points.
fn line(points: &[Point]) -> String {
    let mut path = String::with_capacity(points.len() * 12);
    for (index, point) in points.iter().enumerate() {
        path.push(if index == 0 { 'M' } else { 'L' });
        path.push_str(&tenths(point.x));
        path.push(' ');
        path.push_str(&tenths(point.y));
    }
    path
}

/// A length to a tenth of a unit: finer is not seen and costs time in every frame. By whole numbers, because
/// the general way to write a fraction is several kilobytes of program.
#[allow(clippy::cast_possible_truncation)] // the drawing is some hundred units wide
fn tenths(length: f64) -> String {
    let tenths = (length * 10.0).round() as i32;
    let sign = if tenths < 0 { "-" } else { "" };
    let tenths = tenths.unsigned_abs();
    format!("{sign}{}.{}", tenths / 10, tenths % 10)
}
