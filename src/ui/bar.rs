//! A plain bar beside a number. It says nothing that the words beside it do not say, so it is not read out.

use leptos::prelude::*;

/// How much of the whole a part is; a part beyond the whole fills the bar.
#[component]
pub fn Bar(
    /// The part.
    #[prop(into)]
    part: Signal<u32>,
    /// The whole.
    #[prop(into)]
    whole: Signal<u32>,
) -> impl IntoView {
    let width = move || (part.get() * 100 / whole.get().max(1)).min(100);
    view! {
        <svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
            <rect width=width height="4"></rect>
        </svg>
    }
}
