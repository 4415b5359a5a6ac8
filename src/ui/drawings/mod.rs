//! Still drawings, our own: a back with BL23, a sole with KI1, feet from above, what the guide shows, a hundred people.

pub mod guide;
pub mod people;

use leptos::prelude::*;

use crate::domain::settings::Side;
use crate::tr;

/// A back from behind, with the two points BL23 at the height of the waist.
#[component]
pub fn BackDrawing() -> impl IntoView {
    view! {
        <svg class="figure" viewBox="0 0 120 150" role="img" aria-label=tr!(moves.bl23_drawing)>
            <path
                class="figure__fill"
                d="M52 8v14c0 6-8 8-18 11-8 3-11 9-10 17l7 5c2 8 4 15 4 23 0 9-4 15-6 25-2 12-2 24-2 36h66c0-12 0-24-2-36-2-10-6-16-6-25 0-8 2-15 4-23l7-5c1-8-2-14-10-17-10-3-18-5-18-11V8Z"
            ></path>
            <path class="figure__foot" d="M23 55c-4 14-6 30-7 47M97 55c4 14 6 30 7 47"></path>
            <path class="figure__thin" d="M60 24v108" stroke-dasharray="3 4"></path>
            <path class="figure__accent" d="M37 92h7M83 92h-7"></path>
            <circle class="figure__point" cx="51.5" cy="92" r="4.6"></circle>
            <circle class="figure__point" cx="68.5" cy="92" r="4.6"></circle>
        </svg>
    }
}

/// The sole of a foot, with the point KI1 in the hollow behind the toes.
#[component]
pub fn SoleDrawing() -> impl IntoView {
    view! {
        <svg class="figure" viewBox="0 0 120 150" role="img" aria-label=tr!(moves.ki1_drawing)>
            <path
                class="figure__fill"
                d="M40 41c-7 8-9 20-7 32 2 11 9 18 9 30 0 9-4 15-4 24 0 10 8 16 18 16s18-6 18-17c0-12 4-19 8-29 5-12 7-26 3-39-2-9-8-16-16-20-10-4-22-4-29 3Z"
            ></path>
            <circle class="figure__fill" cx="42" cy="24" r="10.5"></circle>
            <circle class="figure__fill" cx="59" cy="19" r="6.5"></circle>
            <circle class="figure__fill" cx="71.5" cy="22" r="5.7"></circle>
            <circle class="figure__fill" cx="81.5" cy="28.5" r="5"></circle>
            <circle class="figure__fill" cx="89" cy="37.5" r="4.5"></circle>
            <path class="figure__thin" d="M59 30v108" stroke-dasharray="3 4"></path>
            <circle class="figure__point" cx="59" cy="63" r="5"></circle>
        </svg>
    }
}

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
    let foot =
        "M0-27c8 0 11 7 10 15-1 7-3 12-2 20 1 9-2 15-8 15s-9-6-8-15c1-8-1-13-2-20-1-8 2-15 10-15Z";
    let place = move |side: Side| {
        let (x, turn) = match side {
            Side::Left => (38, -toes_out),
            Side::Right => (82, toes_out),
        };
        let y = if longer_leg.get() == Some(side) {
            70
        } else {
            55
        };
        format!("translate({x} {y}) rotate({turn})")
    };
    view! {
        <svg class="figure" viewBox="0 0 120 112" role="img" aria-label=label>
            <path class="figure__chair" d="M24 10h72"></path>
            <path class="figure__fill" d=foot transform=move || place(Side::Left)></path>
            <path class="figure__fill" d=foot transform=move || place(Side::Right)></path>
            <path class="figure__accent" d="M40 102h40M44 98l-4 4 4 4M76 98l4 4-4 4"></path>
        </svg>
    }
}
