//! What is done in the kitchen, step by step, and the kinds of food. They stand beside words that say the same.

use leptos::prelude::*;

use super::{Stroke, drawn};
use crate::content::foods::Group;
use crate::content::powder::Powder;

const CHECK: &[Stroke] = &[
    ("line__bone", "M18 62H94Q92 84 72 86H40Q20 84 18 62Z", ""),
    ("line", "M12 62H100", ""),
    (
        "line__seed",
        "M34 56l2-3M44 57l3-2M54 55l1-4M64 57l3-2M74 56l-2-3M50 49l3-1M60 49l2-3",
        "",
    ),
    (
        "line",
        "M92 34a15 15 0 1 1-30 0a15 15 0 1 1 30 0M88 45L104 60",
        "",
    ),
];
const ROAST: &[Stroke] = &[
    ("line__bone", "M14 52H82Q82 68 70 70H26Q14 68 14 52Z", ""),
    ("line", "M82 54L114 46", ""),
    (
        "line__seed",
        "M28 46l2-3M38 47l3-2M48 45l1-4M58 47l3-2M68 46l-2-3",
        "",
    ),
    ("line__spoon", "M60 46L84 10", ""),
    (
        "line__way",
        "M30 80q-4 5 0 10M48 80q-4 5 0 10M66 80q-4 5 0 10",
        "",
    ),
];
const COOL: &[Stroke] = &[
    ("line__bone", "M10 66H110Q104 82 84 82H36Q16 82 10 66Z", ""),
    (
        "line__seed",
        "M34 60l2-3M44 61l3-2M54 59l1-4M64 61l3-2M74 60l-2-3M84 61l3-2M50 53l3-1M68 53l2-3",
        "",
    ),
    (
        "line__way",
        "M44 42q-5-7 0-14t0-14M62 42q-5-7 0-14t0-14M80 42q-5-7 0-14t0-14",
        "",
    ),
];
const TOAST: &[Stroke] = &[
    ("line__bone", "M12 8H108V88H12Z", ""),
    ("line__lung", "M24 26H96V76H24Z", ""),
    ("line", "M24 60H96M26 17h.1M38 17h.1M50 17h.1", ""),
    (
        "line__wood",
        "M34 51a8 8 0 1 0 16 0a8 8 0 1 0-16 0M42 43V59M37.4 46.6q3 2 1 5t.6 4.6M46.6 46.6q-3 2-1 5t-.6 4.6M54 51a8 8 0 1 0 16 0a8 8 0 1 0-16 0M62 43V59M57.4 46.6q3 2 1 5t.6 4.6M66.6 46.6q-3 2-1 5t-.6 4.6M74 51a8 8 0 1 0 16 0a8 8 0 1 0-16 0M82 43V59M77.4 46.6q3 2 1 5t.6 4.6M86.6 46.6q-3 2-1 5t-.6 4.6",
        "",
    ),
    ("line__way", "M40 70.6h.1M60 70.6h.1M80 70.6h.1", ""),
];
const GRIND: &[Stroke] = &[
    ("line__lung", "M38 14H82L78 56H42Z", ""),
    ("line__bone", "M36 60H84L88 88H32Z", ""),
    ("line", "M34 10H86", ""),
    (
        "line__seed",
        "M48 46l2-3M58 40l3-2M68 45l1-4M54 34l3-2M66 32l-2-3M72 40l2-2",
        "",
    ),
    ("line", "M52 54L60 50 68 54", ""),
    ("line__way", "M60 70a4.4 4.4 0 1 0 .1 0Z", ""),
];
const MIX: &[Stroke] = &[
    ("line__bone", "M14 52H98Q96 84 72 86H40Q16 84 14 52Z", ""),
    ("line", "M8 52H104", ""),
    ("line__spoon", "M56 50L82 8", ""),
    (
        "line__seed",
        "M30 20l.1 0M36 26l.1 0M30 32l.1 0M37 37l.1 0M31 43l.1 0",
        "",
    ),
    ("line__way", "M40 63Q57 78 73 65M65 63.6l8.4 1-.6 8.4", ""),
];
const STORE: &[Stroke] = &[
    (
        "line__lung",
        "M36 26H84Q92 30 92 38V82Q92 88 86 88H34Q28 88 28 82V38Q28 30 36 26Z",
        "",
    ),
    (
        "line__powder",
        "M28 50H92V82Q92 88 86 88H34Q28 88 28 82Z",
        "",
    ),
    ("line__disc", "M36 12H84V25H36Z", ""),
    ("line__lung", "M42 58H78V78H42Z", ""),
    ("line", "M48 65H72M48 71.6H64", ""),
];
const DAIRY: &[Stroke] = &[
    ("line__lung", "M20 8H64L58 88H26Z", ""),
    ("line__bone", "M22 34Q32 28 42 34T61.8 34L58 88H26Z", ""),
    ("line__disc", "M62 74L94 46Q106 54 108 66V88H62Z", ""),
    ("line", "M62 74L108 66", ""),
    (
        "line__lung",
        "M80 77a3.6 3.6 0 1 0 .1 0ZM96 75a3 3 0 1 0 .1 0Z",
        "",
    ),
];
const FISH: &[Stroke] = &[
    (
        "line__bone",
        "M8 50C24 26 62 20 86 44L108 28Q104 50 108 72L86 56C62 80 24 74 8 50Z",
        "",
    ),
    ("line", "M36 34Q46 50 36 66M24 45v.1", ""),
    ("line", "M54 44q6 6 0 12M66 44q6 6 0 12", ""),
];
const BEANS: &[Stroke] = &[
    (
        "line__bone",
        "M14 30C36 10 88 18 104 62Q106 74 96 72C58 74 26 62 12 42Q8 34 14 30Z",
        "",
    ),
    (
        "line__lung",
        "M32 34a8 8 0 1 0 .1 0ZM54 41a8.6 8.6 0 1 0 .1 0ZM77 48a8 8 0 1 0 .1 0Z",
        "",
    ),
    ("line", "M14 30Q8 22 12 14", ""),
];
const GREENS: &[Stroke] = &[
    (
        "line__bone",
        "M60 86C26 78 22 40 42 16 49 24 54 20 60 10 66 20 71 24 78 16 98 40 94 78 60 86Z",
        "",
    ),
    (
        "line",
        "M60 94V32M60 54L46 42M60 54L74 42M60 72L42 60M60 72L78 60",
        "",
    ),
];
const NUTS: &[Stroke] = &[
    ("line__disc", "M42 24a26 28 0 1 0 .1 0Z", ""),
    (
        "line__wood",
        "M42 24V80M28 36q9 6 3 15t2 16M56 36q-9 6-3 15t-2 16",
        "",
    ),
    (
        "line__disc",
        "M90 34Q108 56 96 78 88 86 82 78 72 56 90 34Z",
        "",
    ),
    ("line__wood", "M90 46Q96 60 90 74", ""),
];
const OTHER: &[Stroke] = &[
    ("line__disc", "M60 24a32 32 0 1 0 .1 0Z", ""),
    ("line__bone", "M60 24Q66 8 86 12 82 26 60 24Z", ""),
    ("line", "M46 46v.1M58 58v.1M74 48v.1M48 70v.1M70 72v.1", ""),
];

/// A step of the powder; nothing where a line is no step.
#[component]
pub fn StepDrawing(
    /// Which.
    step: Powder,
) -> impl IntoView {
    let strokes = match step {
        Powder::StepCheck => CHECK,
        Powder::StepRoast => ROAST,
        Powder::StepCool => COOL,
        Powder::StepToast => TOAST,
        Powder::StepGrind => GRIND,
        Powder::StepMix => MIX,
        Powder::StepStore => STORE,
        _ => return None,
    };
    Some(small(strokes))
}

/// A kind of food.
#[component]
pub fn GroupDrawing(
    /// Which.
    group: Group,
) -> impl IntoView {
    small(match group {
        Group::Dairy => DAIRY,
        Group::Fish => FISH,
        Group::Beans => BEANS,
        Group::Greens => GREENS,
        Group::Nuts => NUTS,
        Group::Other => OTHER,
    })
}

fn small(strokes: &'static [Stroke]) -> impl IntoView {
    view! {
        <svg class="figure pictured" viewBox="0 0 120 96" aria-hidden="true">
            {drawn(strokes)}
        </svg>
    }
}
