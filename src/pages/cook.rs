//! The powder, one step at a time.

use leptos::prelude::*;

use crate::tr;
use crate::ui::page_head::PageHead;

/// The powder, one step at a time.
#[component]
pub fn CookPage() -> impl IntoView {
    view! {
        <div class="page">
            <PageHead title=tr!(shell.cook_title).to_owned() />
        </div>
    }
}
