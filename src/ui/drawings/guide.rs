//! The drawings of the guide: why it hurts, bends, squeezes, presses and breaks.
//!
//! Each is a list of strokes, so that one component draws them all.

use leptos::prelude::*;

use crate::content::guide::Drawing;
use crate::words::guide;

/// A stroke: the class that gives its look, and its path.
type Stroke = (&'static str, &'static str);

const BONE: &str = "figure__bone";
const SUNK: &str = "figure__sunk";
const NERVE: &str = "figure__nerve";
const KNOB: &str = "figure__knob";
const ARROW: &str = "figure__arrow";
const MARK: &str = "figure__mark";
const THIN: &str = "figure__thin";

/// The size of the sheet, and the strokes on it from back to front.
#[allow(clippy::too_many_lines)] // data, one stroke after the other
fn strokes(drawing: Drawing) -> (&'static str, &'static [Stroke]) {
    match drawing {
        Drawing::Vertebra => (
            "0 0 200 132",
            &[
                (KNOB, "M66 25h16M66 66h16M66 107h16"),
                (
                    BONE,
                    "M25 11h32q7 0 7 7v14q0 7-7 7h-32q-7 0-7-7v-14q0-7 7-7ZM25 52h32q7 0 7 7v14q0 7-7 7h-32q-7 0-7-7v-14q0-7 7-7ZM25 93h32q7 0 7 7v14q0 7-7 7h-32q-7 0-7-7v-14q0-7 7-7Z",
                ),
                (KNOB, "M166 33l15-5M170 74h16M170 107h16"),
                (
                    BONE,
                    "M119 37l33-11q7-2 9 4l5 15q2 6-5 8l-33 11q-7 2-9-4l-5-15q-1-6 5-8ZM129 93h32q7 0 7 7v14q0 7-7 7h-32q-7 0-7-7v-14q0-7 7-7Z",
                ),
                (SUNK, "M122 76l46-15v20h-46Z"),
                (MARK, "M134 81l3-6 4 4 4-8 4 5"),
                (ARROW, "M103 50v24m-6-6 6 7 6-7"),
            ],
        ),
        Drawing::BackCurve => (
            "0 0 200 156",
            &[
                (THIN, "M14 10H184"),
                ("figure__ground", "M14 146H186"),
                ("figure__leg", "M52 86L54 114L51 140"),
                ("figure__foot", "M50 142h14"),
                ("figure__torso", "M52 82C48 68 48 54 52 42"),
                ("figure__arm-halo", "M54 44L56 66L64 80"),
                ("figure__arm", "M54 44L56 66L64 80"),
                (
                    "figure__head",
                    "M46 20a9.5 9.5 0 1 0 19 0a9.5 9.5 0 1 0-19 0",
                ),
                (NERVE, "M38 84C33 68 33 52 38 38"),
                ("figure__leg", "M132 90L138 115L132 140"),
                ("figure__foot", "M131 142h14"),
                ("figure__torso", "M132 86C122 70 126 58 142 52"),
                ("figure__arm-halo", "M144 56L146 76L156 90"),
                ("figure__arm", "M144 56L146 76L156 90"),
                (
                    "figure__head",
                    "M150 46a9.5 9.5 0 1 0 19 0a9.5 9.5 0 1 0-19 0",
                ),
                (NERVE, "M118 90C104 70 110 48 132 40"),
                (ARROW, "M160 13v19m-6-6 6 7 6-7"),
            ],
        ),
        Drawing::SqueezedChest => (
            "0 0 200 132",
            &[
                ("figure__organ", "M42 58a13 21 0 1 0 26 0a13 21 0 1 0-26 0"),
                ("figure__belly", "M43 95a12 10 0 1 0 24 0a12 10 0 1 0-24 0"),
                (KNOB, "M38 34C32 58 32 90 40 118"),
                (THIN, "M66 34C80 58 80 90 70 118"),
                ("figure__knob", "M40 120H70"),
                ("figure__head", "M42 16a10 10 0 1 0 20 0a10 10 0 1 0-20 0"),
                ("figure__organ", "M128 77a16 12 0 1 0 32 0a16 12 0 1 0-32 0"),
                (
                    "figure__belly",
                    "M132 101a14 6.5 0 1 0 28 0a14 6.5 0 1 0-28 0",
                ),
                (KNOB, "M128 118C108 94 112 62 142 50"),
                (THIN, "M158 58C172 76 170 100 158 118"),
                ("figure__knob", "M128 120H158"),
                ("figure__head", "M152 42a10 10 0 1 0 20 0a10 10 0 1 0-20 0"),
                (ARROW, "M144 56v9m-5-4 5 5 5-5M146 94v-5m-4 2 4-3 4 3"),
            ],
        ),
        Drawing::PressedNerve => (
            "0 0 200 132",
            &[
                (KNOB, "M76 30h12M76 102h12M176 46h12M176 102h12"),
                (
                    BONE,
                    "M29 12h26q7 0 7 7v22q0 7-7 7h-26q-7 0-7-7v-22q0-7 7-7ZM29 84h26q7 0 7 7v22q0 7-7 7h-26q-7 0-7-7v-22q0-7 7-7Z",
                ),
                (NERVE, "M70 6V126M70 58C58 66 40 66 12 74"),
                (
                    SUNK,
                    "M129 26h26q7 0 7 7v37q0 7-7 5l-27-8q-6-2-6-7v-27q0-7 7-7Z",
                ),
                (
                    BONE,
                    "M129 84h26q7 0 7 7v22q0 7-7 7h-26q-7 0-7-7v-22q0-7 7-7Z",
                ),
                (NERVE, "M170 6V126M170 70C162 82 140 76 112 84"),
                (MARK, "M142 68l-6 8 9-1-5 9"),
            ],
        ),
        Drawing::BreakSites => (
            "0 0 120 160",
            &[
                ("figure__leg", "M52 90L50 122L49 150M68 90L70 122L71 150"),
                ("figure__trunk", "M50 46L53 88L67 88L70 46Z"),
                ("figure__arm", "M46 44L34 68L27 92M74 44L86 68L93 92"),
                ("figure__head", "M50 20a10 10 0 1 0 20 0a10 10 0 1 0-20 0"),
                ("figure__spine", "M60 44V86"),
                (
                    MARK,
                    "M17 90a11 11 0 1 0 22 0a11 11 0 1 0-22 0M49 74a11 11 0 1 0 22 0a11 11 0 1 0-22 0M62 95a11 11 0 1 0 22 0a11 11 0 1 0-22 0",
                ),
            ],
        ),
    }
}

/// A drawing with the line below it.
#[component]
pub fn GuideDrawing(
    /// Which.
    drawing: Drawing,
) -> impl IntoView {
    let (sheet, strokes) = strokes(drawing);
    view! {
        <figure class="drawing drawing--wide">
            <svg class="figure" viewBox=sheet role="img" aria-label=guide::drawing(drawing)>
                {strokes
                    .iter()
                    .map(|(class, path)| view! { <path class=*class d=*path></path> })
                    .collect_view()}
            </svg>
            <figcaption class="soft">{guide::caption(drawing)}</figcaption>
        </figure>
    }
}
