//! Your data, a part of the settings: save a backup, have one put into a folder, restore one, delete everything.

mod delete;
pub mod folder;
mod kept;
mod restore;
mod save;

use leptos::prelude::*;

use crate::browser::{page, persistence};
use crate::domain::backups::{Nudge, nudge};
use crate::domain::day::LocalDay;
use crate::route::Route;
use crate::state::{App, use_app};
use crate::tr;
use crate::ui::live::live;
use crate::words;

/// The id of the heading.
const TITLE: &str = "your-data";

/// The part of the settings.
#[component]
pub fn YourData() -> impl IntoView {
    let app = use_app();
    let newest = RwSignal::new(app.saving.newest_backup());
    if app.navigation.route_untracked() == Route::YourData {
        // After the page's own heading has had it.
        request_animation_frame(|| {
            request_animation_frame(|| {
                page::focus(TITLE, false);
            });
        });
    }
    view! {
        <section class="card card--pad" aria-labelledby=TITLE>
            <h2 id=TITLE tabindex="-1">
                {tr!(backup.title)}
            </h2>
            <p>{tr!(backup.kept_where)}</p>
            <kept::HowItIsKept />
            {about_the_newest(app, newest)}
            <save::Save newest />
            <folder::KeptFolder newest />
            <restore::Restore newest />
            <delete::Delete newest />
        </section>
    }
}

/// When the newest backup was made, and whether a new one is worth a word.
fn about_the_newest(app: App, newest: RwSignal<Option<LocalDay>>) -> AnyView {
    live(move || {
        let (has_entries, today) = app
            .model
            .with(|model| (!model.journal.is_empty(), model.today));
        let newest = newest.get();
        let said = nudge(
            has_entries,
            newest,
            persistence::is_tab_of_an_iphone(),
            today,
        )
        .map(|nudge| match nudge {
            Nudge::Deleted => tr!(backup.nudge_tab),
            Nudge::Never => tr!(backup.nudge_never),
            Nudge::Old => tr!(backup.nudge_old),
        });
        view! {
            {newest
                .map(|day| {
                    let day = words::dates::full_day(day);
                    view! { <p>{tr!(backup.newest, day = day)}</p> }
                })}
            {said.map(|said| view! { <p>{said}</p> })}
        }
    })
}

/// A button for one of several things that can be done here, as wide as the part.
fn outline(words: &'static str, act: impl Fn() + 'static) -> AnyView {
    view! {
        <button type="button" class="btn btn--outline btn--wide" on:click=move |_| act()>
            {words}
        </button>
    }
    .into_any()
}
