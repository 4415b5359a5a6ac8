//! The screen of a link that leads nowhere.

use leptos::prelude::*;

use crate::route::Route;
use crate::tr;
use crate::ui::page_head::PageHead;

/// Says that there is no such page, and shows the way home.
#[component]
pub fn UnknownPage() -> impl IntoView {
    view! {
        <div class="page">
            <PageHead title=tr!(shell.unknown_title).to_owned() />
            <p>{tr!(shell.unknown_text)}</p>
            <a class="btn btn--go btn--wide" href=Route::Today.href()>
                {tr!(shell.unknown_home)}
            </a>
        </div>
    }
}
