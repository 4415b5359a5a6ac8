//! The drawings of the guide: why it hurts, bends, squeezes, presses and breaks.

use leptos::prelude::*;

use super::body;
use super::person::{BENT, ONLY_HEAD, UPRIGHT};
use super::{End, Middle, Sheet, SheetView, Start, Stroke};
use crate::content::guide::Drawing;
use crate::tr;
use crate::words::guide;

/// A bone of the spine from the side, front to the right, about its middle.
const VERTEBRA: &str = "M-17-11Q0-8.5 17-11.5 19-11 18.6-8.6 15.6 0 18.6 8.6 19 11 17 11.5 0 8.8-17 11-15.4 6-15.6 2L-22 1.6Q-25 3-25.5 9-26 14-29.5 13.6-32 12.6-31 6L-36 6.4Q-46 10-52 10.6-56 10-55.4 5-55-1-50-2.4-42-3-34-4.6-31-6-29.6-10-28.4-15-25-14.6-22.6-13.6-23-8.4L-17.4-7.4Z";
/// The same, sunk at the front.
const SUNK: &str = "M-17-11Q-8-8 4-4 12-1.6 16.6-1.6 18.6-1 18.4 1.4 16.6 5 18.6 8.6 19 11 17 11.5 0 8.8-17 11-15.4 6-15.6 2L-22 1.6Q-25 3-25.5 9-26 14-29.5 13.6-32 12.6-31 6L-36 6.4Q-46 10-52 10.6-56 10-55.4 5-55-1-50-2.4-42-3-34-4.6-31-6-29.6-10-28.4-15-25-14.6-22.6-13.6-23-8.4L-17.4-7.4Z";
/// What lies between two of them, from the middle of the upper one.
const DISC: &str = "M-16 12.6Q0 10.6 16.6 13.2V17.4Q0 20-16 17.6Z";

const BONES: &[Stroke] = &[
    ("line__disc", DISC, "translate(70 46)"),
    ("line__disc", DISC, "translate(70 76)"),
    ("line__bone", VERTEBRA, "translate(70 46)"),
    ("line__bone", VERTEBRA, "translate(70 76)"),
    ("line__bone", VERTEBRA, "translate(70 106)"),
    ("line__disc", DISC, "translate(186 76)"),
    (
        "line__disc",
        "M-15 12.6Q0 13 15 22L13 25Q0 20-15 17.6Z",
        "translate(186 46)",
    ),
    ("line__bone", VERTEBRA, "translate(187.4 48.6)rotate(13)"),
    ("line__sunk", SUNK, "translate(186 76)"),
    ("line__bone", VERTEBRA, "translate(186 106)"),
    ("line__mark", "M190 80l3.6-4 3 4.4 3.4-5", ""),
    ("line__way", "M220 50v18m-5-5 5 6 5-6", ""),
];

const NERVES: &[Stroke] = &[
    ("line__disc", DISC, "translate(70 48)scale(1.25)"),
    ("line__bone", VERTEBRA, "translate(70 48)scale(1.25)"),
    ("line__bone", VERTEBRA, "translate(70 86)scale(1.25)"),
    ("line__nerve", "M44 20V122M44 64Q56 71 70 66.6T104 74", ""),
    ("line__disc", DISC, "translate(188 54)scale(1.25 1)"),
    (
        "line__bone",
        VERTEBRA,
        "translate(190 51)rotate(9)scale(1.25)",
    ),
    ("line__sunk", SUNK, "translate(188 86)scale(1.25)"),
    ("line__nerve", "M162 20V122M162 70Q172 73 186 71T224 76", ""),
    ("line__mark", "M169 59l-5 7 8-.6-5 7.6", ""),
];

/// Two people's ground and the height of the first; where it hurts; how much is lost.
const HEIGHTS: &[Stroke] = &[
    ("line__dash", "M10 32.6H230", ""),
    ("figure__ground", "M12 143.4H228", ""),
    (
        "line__place",
        "M56 58Q54.6 70 56.6 82M148 78Q146.4 64 156 57.6",
        "",
    ),
    ("line line--thin", "M188 46H230", ""),
    ("line__way", "M216 34v11m-4-4 4 4 4-4", ""),
];

const ROOM: &[Stroke] = &[
    (
        "line__bone",
        "M-9-52C-9-46-12-42-17-36C-22-28-22-16-19-4C-17 6-18 14-21 24Q-22 34-17 42H19Q23 32 21 22C19 10 22 2 21-8C20-20 16-30 8-36C4-39 3-44 3-50",
        "",
    ),
    (
        "line__lung",
        "M-6-27C2-27 11-18 12-6C12-2 8 1 2 0C-4-1-10 1-13-3C-16-12-13-27-6-27Z",
        "translate(0 -2)",
    ),
    (
        "line__disc",
        "M-2 7C6 3 15 6 15 14C15 23 7 28-3 27C-9 26-12 22-8 20C-2 20 2 17-4 14C-8 12-7 9-2 7Z",
        "translate(0 4)",
    ),
];
const SQUEEZED: &[Stroke] = &[
    (
        "line__bone",
        "M12-38C4-39-8-40-15-33C-24-24-26-10-22 2C-19 10-18 16-21 24Q-22 34-17 42H19Q25 32 25 24C25 16 26 10 27 2C27-8 27-14 25-19C23-23 23-25 24-30",
        "",
    ),
    (
        "line__lung",
        "M-6-27C2-27 11-18 12-6C12-2 8 1 2 0C-4-1-10 1-13-3C-16-12-13-27-6-27Z",
        "translate(1 -5)scale(1 .72)rotate(8)",
    ),
    (
        "line__disc",
        "M-2 7C6 3 15 6 15 14C15 23 7 28-3 27C-9 26-12 22-8 20C-2 20 2 17-4 14C-8 12-7 9-2 7Z",
        "translate(3 7)scale(1.05 .74)",
    ),
    (
        "line__way",
        "M-6-38v10m-4-4 4 5 4-5M4 39v-9m-4 4 4-5 4 5",
        "",
    ),
];

/// Where bones break, and the lines to their names.
const SITES: &[Stroke] = &[
    (
        "line__mark",
        "M81 113a7 7 0 1 0 14 0a7 7 0 1 0-14 0M43 88a7 9 0 1 0 14 0a7 9 0 1 0-14 0M26 112a7 7 0 1 0 14 0a7 7 0 1 0-14 0",
        "",
    ),
    ("line line--thin", "M96 113H100M57 84L81 67M26 112H8", ""),
];

fn sheet(drawing: Drawing) -> Sheet {
    match drawing {
        Drawing::Vertebra => Sheet {
            box_of: "0 0 240 148",
            layers: vec![("", BONES)],
            letters: "12",
            words: vec![
                (Middle, "70", "22", tr!(drawing.front)),
                (Middle, "28", "22", tr!(drawing.back)),
                (Middle, "56", "142", tr!(drawing.whole)),
                (Middle, "172", "142", tr!(drawing.sunk)),
            ],
        },
        Drawing::BackCurve => Sheet {
            box_of: "0 0 240 152",
            layers: vec![
                ("translate(66 86)", &UPRIGHT),
                ("translate(160 86)", &BENT),
                ("", HEIGHTS),
            ],
            letters: "12",
            words: vec![
                (Middle, "66", "24", tr!(drawing.straight)),
                (Middle, "170", "24", tr!(drawing.bent)),
            ],
        },
        Drawing::SqueezedChest => Sheet {
            box_of: "0 0 240 172",
            layers: vec![
                ("translate(58 100)", ROOM),
                ("translate(60 38)scale(1.5)", &ONLY_HEAD),
                ("translate(178 100)", SQUEEZED),
                ("translate(200 60)rotate(14)scale(1.5)", &ONLY_HEAD),
            ],
            letters: "12",
            words: vec![
                (Middle, "58", "163", tr!(drawing.room)),
                (Middle, "178", "163", tr!(drawing.squeezed)),
                (Start, "85", "90", tr!(drawing.lungs)),
                (Start, "83", "122", tr!(drawing.stomach)),
            ],
        },
        Drawing::PressedNerve => Sheet {
            box_of: "0 0 240 148",
            layers: vec![("", NERVES)],
            letters: "12",
            words: vec![
                (Middle, "60", "142", tr!(drawing.free)),
                (Middle, "178", "142", tr!(drawing.pressed)),
                (Middle, "44", "14", tr!(drawing.nerve)),
            ],
        },
        Drawing::BreakSites => Sheet {
            box_of: "-36 0 182 236",
            layers: vec![("", &body::GROUND), ("", &body::FROM_FRONT), ("", SITES)],
            letters: "12",
            words: vec![
                (Start, "100", "109", tr!(drawing.wrist)),
                (Start, "84", "66", tr!(drawing.spine)),
                (End, "6", "108", tr!(drawing.hip)),
            ],
        },
    }
}

/// A drawing with the line below it.
#[component]
pub fn GuideDrawing(
    /// Which.
    drawing: Drawing,
) -> impl IntoView {
    view! {
        <figure class="drawing drawing--wide">
            <SheetView sheet=sheet(drawing) label=guide::drawing(drawing) />
            <figcaption class="soft">{guide::caption(drawing)}</figcaption>
        </figure>
    }
}
