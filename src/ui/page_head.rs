//! The heading of a page: it takes the focus when the page opens, so that it is read out. Above it the way back.

use leptos::prelude::*;

use crate::tr;

use super::icon::{Icon, IconView};
use super::live::live_text;

/// The id of the heading that takes the focus.
pub const HEADING: &str = "heading";

/// A way back to the screen that a page belongs to. An installed app has no other on some phones.
#[derive(Debug, Clone, PartialEq)]
pub struct Back {
    /// Where it leads.
    pub href: String,
    /// What that screen is called.
    pub name: &'static str,
}

/// The way back from the page that is open, from anywhere below the frame, which provides it.
pub type BackFrom = Memo<Option<Back>>;

/// A page's heading, with the way back and a line above and text below it, if there is any.
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
    // A page is made anew for each screen, so its way back does not change. The coach has no frame: what an earlier one
    // provided is gone then.
    let back = use_context::<BackFrom>()
        .and_then(|back| back.try_get_untracked())
        .flatten();
    view! {
        <header class="page__head stack stack--tight">
            {back.map(way_back)}
            {above.map(|above| view! { <p class="soft">{live_text(move || above.get())}</p> })}
            <h1 id=HEADING tabindex="-1">
                {live_text(move || title.get())}
            </h1>
            {children.map(|children| children())}
        </header>
    }
}

fn way_back(Back { href, name }: Back) -> AnyView {
    view! {
        <a class="back no-print" href=href>
            <IconView icon=Icon::Left />
            <span class="unseen">{tr!(shell.back_to)}</span>
            " "
            {name}
        </a>
    }
    .into_any()
}
