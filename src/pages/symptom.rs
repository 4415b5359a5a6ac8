//! One page of the symptom guide.

use leptos::prelude::*;

use crate::content::symptoms::SymptomId;
use crate::ui::page_head::PageHead;
use crate::words::guide;

/// One page of the symptom guide.
#[component]
pub fn SymptomPage(
    /// Which.
    id: SymptomId,
) -> impl IntoView {
    view! {
        <div class="page">
            <PageHead title=guide::title(id).to_owned() />
        </div>
    }
}
