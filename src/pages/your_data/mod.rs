//! Your data, a part of the settings: save a backup, restore one, delete everything.

mod delete;
mod kept;
mod restore;

use leptos::prelude::*;

use crate::browser::{files, page, persistence};
use crate::domain::backups::{Nudge, nudge};
use crate::domain::day::LocalDay;
use crate::route::Route;
use crate::state::backups::file_name;
use crate::state::{App, use_app};
use crate::tr;
use crate::ui::live::{live, live_text};
use crate::words;

/// The id of the heading.
const TITLE: &str = "your-data";
/// What kind of file a backup is.
const KIND: &str = "application/json";

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
            <SaveButtons newest />
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

/// Save, and where the browser can, share. Below them stands what became of it.
#[component]
fn SaveButtons(
    /// The day of the newest backup.
    newest: RwSignal<Option<LocalDay>>,
) -> impl IntoView {
    let app = use_app();
    let told = RwSignal::new(String::new());
    let today = app.model.with_untracked(|model| model.today);
    let share = files::can_share(&file_name(today), KIND).then(|| {
        view! {
            <button
                type="button"
                class="btn btn--outline btn--wide"
                on:click=move |_| share(app, newest, told)
            >
                {tr!(backup.share)}
            </button>
        }
    });
    view! {
        <SaveButton newest told />
        {share}
        <p role="status">{live_text(move || told.get())}</p>
    }
}

/// The button that saves a backup.
#[component]
fn SaveButton(
    /// The day of the newest backup.
    newest: RwSignal<Option<LocalDay>>,
    /// What became of it.
    told: RwSignal<String>,
) -> impl IntoView {
    let app = use_app();
    view! {
        <button
            type="button"
            class="btn btn--outline btn--wide"
            on:click=move |_| told.set(save(app, newest))
        >
            {tr!(backup.save)}
        </button>
    }
}

/// Makes a backup and hands it to the browser. Answers what became of it.
fn save(app: App, newest: RwSignal<Option<LocalDay>>) -> String {
    let file = app
        .backup()
        .filter(|file| files::download(&file.name, KIND, &file.text));
    match file {
        Some(file) => {
            app.saving.note_backup(&file.made);
            newest.set(Some(file.made.day));
            tr!(backup.saved, name = file.name)
        }
        None => tr!(backup.not_made).to_owned(),
    }
}

fn share(app: App, newest: RwSignal<Option<LocalDay>>, told: RwSignal<String>) {
    let Some(file) = app.backup() else {
        told.set(tr!(backup.not_made).to_owned());
        return;
    };
    let (name, text) = (file.name.clone(), file.text.clone());
    files::share(&name, KIND, &text, move |is_shared| {
        // The person may have gone on to another screen.
        let words = if is_shared {
            app.saving.note_backup(&file.made);
            let _ = newest.try_set(Some(file.made.day));
            tr!(backup.shared)
        } else {
            tr!(backup.not_shared)
        };
        let _ = told.try_set(words.to_owned());
    });
}
