//! Foods and calcium.

use leptos::prelude::*;

use crate::tr;
use crate::ui::page_head::PageHead;

/// Foods and calcium.
#[component]
pub fn FoodsPage() -> impl IntoView {
    view! {
        <div class="page">
            <PageHead title=tr!(shell.foods_title).to_owned() />
        </div>
    }
}
