//! The four stances of the balance check, as feet seen from above.

use leptos::prelude::*;

use super::drawings::{FOOT, HEEL};

/// Where the left and the right foot stand, by the number of the stance (1–4).
fn places(stance: u8) -> [(i32, i32); 2] {
    match stance {
        0 | 1 => [(45, 60), (75, 60)],
        2 => [(46, 74), (74, 50)],
        3 => [(60, 98), (60, 33)],
        _ => [(45, 60), (78, 66)],
    }
}

/// The ground that a stance takes up.
fn ground(stance: u8) -> &'static str {
    match stance {
        2 => "20 14 80 97",
        3 => "20 -3 80 138",
        _ => "20 24 80 80",
    }
}

/// The feet of a stance.
#[component]
pub fn StanceView(
    /// Its number, 1–4.
    stance: u8,
    /// What the drawing shows, in words.
    label: &'static str,
) -> impl IntoView {
    let [left, right] = places(stance).map(|(x, y)| format!("translate({x} {y})scale(1.2)"));
    // On one foot, the other is in the air.
    let lifted = if stance >= 4 {
        "line__dash"
    } else {
        "line__bone"
    };
    view! {
        <svg class="figure stance" viewBox=ground(stance) role="img" aria-label=label>
            {foot("line__bone", left)}
            {foot(lifted, right)}
        </svg>
    }
}

fn foot(class: &'static str, place: String) -> AnyView {
    view! {
        <g transform=place>
            <path class=class d=FOOT></path>
            <path class="line line--thin" d=HEEL></path>
        </g>
    }
    .into_any()
}
