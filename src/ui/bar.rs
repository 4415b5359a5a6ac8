//! A plain bar beside a number. It says nothing that the words beside it do not say, so it is not read out.

use leptos::prelude::*;

/// How much of the whole a part is; a part beyond the whole fills the bar.
#[component]
pub fn Bar(
    /// The part.
    part: u32,
    /// The whole.
    whole: u32,
) -> impl IntoView {
    let width = (part * 100 / whole.max(1)).min(100);
    view! {
        <svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
            <rect width=width.to_string() height="4"></rect>
        </svg>
    }
}
