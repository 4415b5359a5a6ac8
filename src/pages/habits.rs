//! What to go easy on.

use leptos::prelude::*;

use crate::tr;
use crate::ui::page_head::PageHead;

/// What to go easy on.
#[component]
pub fn HabitsPage() -> impl IntoView {
    view! {
        <div class="page">
            <PageHead title=tr!(shell.habits_title).to_owned() />
        </div>
    }
}
