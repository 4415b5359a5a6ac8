//! Nourish: what will be here.

use leptos::prelude::*;

use crate::tr;
use crate::ui::page_head::PageHead;

/// Says in one sentence what will be here.
#[component]
pub fn NourishPage() -> impl IntoView {
    view! {
        <div class="page">
            <PageHead title=tr!(shell.nourish_title).to_owned() />
            <p class="lead">{tr!(shell.nourish_soon)}</p>
        </div>
    }
}
