//! The four stances of the balance check, as feet seen from above.

use leptos::prelude::*;

/// Two feet from above; a foot is 30 by 66, with its toes up.
const FOOT: &str = "M0 -32c9 0 13 8 13 17 0 10-3 17-3 27 0 12-3 20-10 20s-10-8-10-20c0-10-3-17-3-27 0-9 4-17 13-17Z";

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
    let [left, right] = places(stance).map(|(x, y)| format!("translate({x} {y})"));
    // On one foot, the other is in the air.
    let lifted = if stance >= 4 {
        "line__dash"
    } else {
        "line__bone"
    };
    view! {
        <svg class="figure stance" viewBox=ground(stance) role="img" aria-label=label>
            <path class="line__bone" d=FOOT transform=left></path>
            <path class=lifted d=FOOT transform=right></path>
        </svg>
    }
}
