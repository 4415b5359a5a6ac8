//! The symptom guide.

use leptos::prelude::*;

use crate::tr;
use crate::ui::page_head::PageHead;

/// The symptom guide.
#[component]
pub fn SymptomsPage() -> impl IntoView {
    view! {
        <div class="page">
            <PageHead title=tr!(shell.symptoms_title).to_owned() />
        </div>
    }
}
