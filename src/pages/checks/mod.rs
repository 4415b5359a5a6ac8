//! The checks to do at home.

use leptos::prelude::*;

use crate::content::checks::CheckId;
use crate::tr;
use crate::ui::page_head::PageHead;
use crate::words::checks;

/// The list of checks.
#[component]
pub fn ChecksPage() -> impl IntoView {
    view! {
        <div class="page">
            <PageHead title=tr!(shell.checks_title).to_owned() />
        </div>
    }
}

/// One check.
#[component]
pub fn CheckPage(
    /// Which.
    id: CheckId,
) -> impl IntoView {
    view! {
        <div class="page">
            <PageHead title=checks::title(id).to_owned() />
        </div>
    }
}
