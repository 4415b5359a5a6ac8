//! Look and note.

use leptos::prelude::*;

use crate::tr;
use crate::ui::page_head::PageHead;

/// Look and note.
#[component]
pub fn LookAndNotePage() -> impl IntoView {
    view! {
        <div class="page">
            <PageHead title=tr!(shell.note_title).to_owned() />
        </div>
    }
}
