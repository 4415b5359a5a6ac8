//! A line of a list that leads to another screen.

use leptos::prelude::*;

use super::icon::{Icon, IconView};

/// A link with what it leads to, a line about it, and an icon where there is one.
#[component]
pub fn LinkRow(
    /// Where it leads.
    href: String,
    /// The icon beside it.
    #[prop(optional_no_strip)]
    icon: Option<Icon>,
    /// What it leads to.
    name: &'static str,
    /// The line about it.
    text: AnyView,
    /// Its class, where it stands alone and not in a list.
    #[prop(default = "row")]
    class: &'static str,
) -> impl IntoView {
    view! {
        <a class=class href=href>
            {icon
                .map(|icon| {
                    view! {
                        <span class="row__icon">
                            <IconView icon />
                        </span>
                    }
                })}
            <span class="row__text">
                <b>{name}</b>
                <span>{text}</span>
            </span>
        </a>
    }
}
