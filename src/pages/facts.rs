//! Facts with figures.

use leptos::prelude::*;

use crate::tr;
use crate::ui::page_head::PageHead;

/// Facts with figures.
#[component]
pub fn FactsPage() -> impl IntoView {
    view! {
        <div class="page">
            <PageHead title=tr!(shell.facts_title).to_owned() />
        </div>
    }
}
