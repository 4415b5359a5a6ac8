//! A hundred people, so that a share can be seen.

use std::fmt::Write as _;

use leptos::prelude::*;

/// An upright person: head, and a body with legs. A cell is 10 wide and 13 high.
const UPRIGHT: &str =
    "m3.4 3.1a1.6 1.6 0 1 0 3.2 0a1.6 1.6 0 1 0-3.2 0m-.6 2.4h4.4v3.2h-1v3.1h-2.4v-3.1h-1z";
/// The lower half of that person.
const LOWER_HALF: &str = "m2.8 7.3h4.4v1.4h-1v3.1h-2.4v-3.1h-1z";
/// Ten rows of ten: first the filled ones, then the half filled ones, then the outlines. Nobody is drawn as ill:
/// thin bones are not seen.
#[component]
pub fn HundredPeople(
    /// How many are filled, how many are half filled, how many are outlines.
    people: [u16; 3],
    /// What it shows, in words.
    label: String,
) -> impl IntoView {
    let [full, half, outline] = people;
    view! {
        <svg class="people" viewBox="0 0 100 130" role="img" aria-label=label>
            <path class="people__full" d=rows(UPRIGHT, 0, full)></path>
            <path class="people__upright" d=rows(UPRIGHT, full, half + outline)></path>
            <path class="people__half" d=rows(LOWER_HALF, full, half)></path>
        </svg>
    }
}

/// One of each of those kinds, for the key beside the picture.
#[component]
pub fn OnePerson(
    /// 0: filled; 1: half filled; 2: outline.
    kind: u16,
) -> impl IntoView {
    view! {
        <svg class="people people--one" viewBox="0 0 10 13" aria-hidden="true">
            <path class="people__full" d=rows(UPRIGHT, 0, u16::from(kind == 0))></path>
            <path class="people__upright" d=rows(UPRIGHT, 0, u16::from(kind != 0))></path>
            <path class="people__half" d=rows(LOWER_HALF, 0, u16::from(kind == 1))></path>
        </svg>
    }
}

/// The path of some people, after as many others.
fn rows(person: &str, after: u16, count: u16) -> String {
    let mut path = String::new();
    for at in after..after + count {
        let _ = write!(path, "M{} {}{person}", at % 10 * 10, at / 10 * 13);
    }
    path
}
