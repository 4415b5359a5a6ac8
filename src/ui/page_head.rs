//! The heading of a page: it takes the focus when the page opens, so that it is read out.

use leptos::prelude::*;

use super::live::live_text;

/// The id of the heading that takes the focus.
pub const HEADING: &str = "heading";

/// A page's heading, with a line above and text below it, if there is any.
#[component]
pub fn PageHead(
    /// The heading.
    #[prop(into)]
    title: Signal<String>,
    /// A line above it.
    #[prop(optional, into)]
    above: Option<Signal<String>>,
    /// What stands below it.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <header class="page__head stack stack--tight">
            {above.map(|above| view! { <p class="soft">{live_text(move || above.get())}</p> })}
            <h1 id=HEADING tabindex="-1">
                {live_text(move || title.get())}
            </h1>
            {children.map(|children| children())}
        </header>
    }
}
