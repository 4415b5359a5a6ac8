//! The checks to do at home: the list, and one file for each check.

mod balance;
mod bone_test;
mod chair_stand;
mod height;
mod home_safety;
pub mod parts;
mod timer;

use leptos::prelude::*;

use crate::content::checks::CheckId;
use crate::domain::checks::{Standing, offer};
use crate::route::Route;
use crate::state::use_app;
use crate::tr;
use crate::ui::link_row::LinkRow;
use crate::ui::page_head::PageHead;
use crate::words::checks;

/// The list of checks.
#[component]
pub fn ChecksPage() -> impl IntoView {
    view! {
        <div class="page">
            <PageHead title=tr!(shell.checks_title).to_owned()>
                <p class="lead">{tr!(checks.intro)}</p>
            </PageHead>
            <nav class="card rows" aria-label=tr!(shell.checks_title)>
                {CheckId::ALL.iter().map(|id| view! { <Row id=*id /> }).collect_view()}
                <LinkRow
                    href=Route::LookAndNote.href()
                    name=tr!(shell.note_title)
                    text=tr!(checks.about_note).into_any()
                />
            </nav>
            <p class="soft">{tr!(checks.not_affiliated)}</p>
        </div>
    }
}

/// A check in the list; one that the safety answers rule out says so.
#[component]
fn Row(
    /// Which.
    id: CheckId,
) -> impl IntoView {
    let app = use_app();
    let is_closed =
        move || standing(id).is_some_and(|check| !offer(check, &app.verdict()).is_open());
    let not_for_now =
        move || is_closed().then(|| view! { <strong>{tr!(checks.not_for_now)} ". "</strong> });
    let text = (not_for_now, checks::about(id)).into_any();
    view! { <LinkRow href=Route::Check(id).href() name=checks::title(id) text /> }
}

/// The checks that are done standing up.
fn standing(id: CheckId) -> Option<Standing> {
    match id {
        CheckId::ChairStand => Some(Standing::ChairStand),
        CheckId::Balance => Some(Standing::Balance),
        CheckId::Height | CheckId::HomeSafety | CheckId::BoneTest => None,
    }
}

/// One check.
#[component]
pub fn CheckPage(
    /// Which.
    id: CheckId,
) -> impl IntoView {
    let body = match id {
        CheckId::Height => height::page().into_any(),
        CheckId::ChairStand => chair_stand::page().into_any(),
        CheckId::Balance => balance::page().into_any(),
        CheckId::HomeSafety => home_safety::page().into_any(),
        CheckId::BoneTest => bone_test::page().into_any(),
    };
    view! {
        <div class="page">
            <PageHead title=checks::title(id).to_owned()>
                <p class="lead">{checks::about(id)}</p>
            </PageHead>
            {body}
        </div>
    }
}
