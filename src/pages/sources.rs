//! Sources and evidence.

use leptos::prelude::*;

use crate::tr;
use crate::ui::page_head::PageHead;

/// Sources and evidence.
#[component]
pub fn SourcesPage() -> impl IntoView {
    view! {
        <div class="page">
            <PageHead title=tr!(shell.sources_title).to_owned() />
        </div>
    }
}
