//! Know: help and the traditional view now; the guide to come.

use leptos::prelude::*;

use crate::route::Route;
use crate::tr;
use crate::ui::icon::{Icon, IconView};
use crate::ui::page_head::PageHead;

/// The ways into what there is to know.
#[component]
pub fn KnowPage() -> impl IntoView {
    view! {
        <div class="page">
            <PageHead title=tr!(shell.know_title).to_owned() />
            <nav class="card rows" aria-label=tr!(shell.know_title)>
                <a class="row" href=Route::GetHelp.href()>
                    <span class="row__icon">
                        <IconView icon=Icon::Phone />
                    </span>
                    <span class="row__text">
                        <b>{tr!(shell.get_help)}</b>
                        <span>{tr!(shell.know_help)}</span>
                    </span>
                </a>
                <a class="row" href=Route::Traditional.href()>
                    <span class="row__icon">
                        <IconView icon=Icon::Leaf />
                    </span>
                    <span class="row__text">
                        <b>{tr!(shell.traditional_title)}</b>
                        <span>{tr!(shell.know_traditional)}</span>
                    </span>
                </a>
            </nav>
            <p class="lead">{tr!(shell.know_soon)}</p>
        </div>
    }
}
