//! A folder of the person's own that takes backups by itself, where the browser can do that.

use leptos::prelude::*;

use crate::domain::day::LocalDay;
use crate::route::Route;
use crate::state::folder::{Access, FolderKeeper, Told, Word};
use crate::state::{App, use_app};
use crate::tr;
use crate::ui::live::{live, live_text};
use crate::words;

use super::outline;

/// The part of "Your data".
#[component]
pub fn KeptFolder(
    /// The day of the newest backup.
    newest: RwSignal<Option<LocalDay>>,
) -> impl IntoView {
    let app = use_app();
    if !FolderKeeper::is_offered() {
        return ().into_any();
    }
    let folder = app.folder();
    folder.told.set(None);
    // What is put there is the newest backup.
    Effect::new(move || {
        if folder.note().written.is_some() {
            newest.set(app.saving.newest_backup());
        }
    });
    let access = Memo::new(move |_| folder.access());
    view! {
        <h3>{tr!(backup.folder)}</h3>
        <p>{tr!(backup.folder_text)}</p>
        {live(move || match access.get() {
            Access::Looking => ().into_any(),
            Access::None => choice(app),
            Access::Lost => {
                view! {
                    <p>{tr!(backup.folder_lost)}</p>
                    {choice(app)}
                    {stop(app)}
                }
                    .into_any()
            }
            Access::Asks => {
                view! {
                    {name(folder)}
                    {state(folder)}
                    <p>{tr!(backup.folder_asks)}</p>
                    {outline(tr!(backup.folder_allow), move || folder.allow(app))}
                    {choice(app)}
                    {stop(app)}
                }
                    .into_any()
            }
            Access::Open => {
                view! {
                    {name(folder)}
                    {state(folder)}
                    {failed(folder)}
                    {outline(tr!(backup.folder_save), move || folder.save(app))}
                    {stop(app)}
                }
                    .into_any()
            }
        })}
        <p role="status">{live_text(move || told(folder))}</p>
    }
    .into_any()
}

fn choice(app: App) -> AnyView {
    let folder = app.folder();
    outline(tr!(backup.folder_choose), move || folder.choose(app))
}

fn stop(app: App) -> AnyView {
    let folder = app.folder();
    view! {
        <button type="button" class="btn btn--wide" on:click=move |_| folder.stop(app)>
            {tr!(backup.folder_stop)}
        </button>
    }
    .into_any()
}

fn name(folder: FolderKeeper) -> AnyView {
    let words = live_text(move || tr!(backup.folder_name, name = folder.name()));
    view! { <p>{words}</p> }.into_any()
}

/// When it was written last, what came out of it, and what could not be read.
fn state(folder: FolderKeeper) -> AnyView {
    live(move || {
        let mut lines = vec![match folder.note().written {
            Some(written) => {
                let day = words::dates::full_day(written.day);
                let time = words::dates::time(written.at);
                tr!(backup.folder_written, day = day, time = time)
            }
            None => tr!(backup.folder_never).to_owned(),
        }];
        match folder.came() {
            0 => {}
            1 => lines.push(tr!(backup.folder_came_one).to_owned()),
            number => lines.push(tr!(backup.folder_came_many, number = number)),
        }
        match folder.unread() {
            0 => {}
            1 => lines.push(tr!(backup.folder_unread_one).to_owned()),
            number => lines.push(tr!(backup.folder_unread_many, number = number)),
        }
        view! {
            <ul class="bullets" aria-label=tr!(backup.folder_news)>
                {lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}
            </ul>
        }
    })
}

fn failed(folder: FolderKeeper) -> AnyView {
    live(move || {
        let has_failed = folder.note().failed.is_some();
        has_failed.then(|| view! { <p>{tr!(backup.folder_failed)}</p> })
    })
}

fn told(folder: FolderKeeper) -> String {
    let words = match folder.told.get() {
        _ if folder.is_busy() => tr!(backup.folder_busy),
        None => "",
        Some(Told::Saved) => tr!(backup.folder_saved),
        Some(Told::NotSaved) => tr!(backup.folder_not_saved),
        Some(Told::Stopped) => tr!(backup.folder_stopped),
        Some(Told::NoneChosen) => tr!(backup.folder_none_chosen),
        Some(Told::NotAllowed) => tr!(backup.folder_not_allowed),
        Some(Told::NotRemembered) => tr!(backup.folder_not_remembered),
    };
    words.to_owned()
}

/// What is worth a word about the folder since the start, above every screen but the coach's.
#[component]
pub fn FolderNews() -> impl IntoView {
    let app = use_app();
    let folder = app.folder();
    let in_coach = Memo::new(move |_| app.navigation.route() == Route::Coach);
    live(move || {
        let word = folder.word.get().filter(|_| !in_coach.get())?;
        let (text, later) = match word {
            Word::Failed => (tr!(backup.folder_news_failed), tr!(shell.problem_ok)),
            Word::Waits => (tr!(backup.folder_news_waits), tr!(backup.folder_news_later)),
        };
        let allow = (word == Word::Waits).then(|| {
            view! {
                <button type="button" class="btn" on:click=move |_| folder.allow(app)>
                    {tr!(backup.folder_allow)}
                </button>
            }
        });
        Some(view! {
            <aside class="banners" aria-label=tr!(backup.folder_news)>
                <div class="banner" role="status">
                    <p>{text}</p>
                    {allow}
                    <button type="button" class="btn" on:click=move |_| folder.put_away(app)>
                        {later}
                    </button>
                </div>
            </aside>
        })
    })
}
