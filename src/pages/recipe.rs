//! The powder.

use leptos::prelude::*;

use crate::tr;
use crate::ui::page_head::PageHead;

/// The powder.
#[component]
pub fn RecipePage() -> impl IntoView {
    view! {
        <div class="page">
            <PageHead title=tr!(shell.recipe_title).to_owned() />
        </div>
    }
}
