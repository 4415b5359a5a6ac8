//! Restore a backup: choose the file, see what is in it, add it or leave it, and undo.

use leptos::prelude::*;

use crate::browser::files::Chosen;
use crate::state::backups::NotRestored;
use crate::state::{App, use_app};
use crate::store::backup::{Backup, MOST_BYTES, Refused, read};
use crate::store::restore::{Change, Merge, NotAdded};
use crate::store::save::SaveError;
use crate::tr;
use crate::ui::live::{live, live_text};
use crate::words;

use crate::domain::day::LocalDay;
use crate::pages::focus_soon;

/// The field that the file is chosen in.
const FILE: &str = "backup-file";
/// The heading of what is in the file.
const PREVIEW: &str = "backup-preview";
/// The button that undoes it.
const UNDO: &str = "backup-undo";

/// What is on the way.
#[derive(Clone, Copy)]
struct Way {
    /// The backup that was read, and what adding it would do.
    seen: RwSignal<Option<(Backup, Merge)>>,
    /// Why it did not work.
    message: RwSignal<String>,
    /// What became of it, where nothing else shows that.
    told: RwSignal<&'static str>,
    /// A file is being read, or a backup added.
    busy: RwSignal<bool>,
}

/// The part of "Your data".
#[component]
pub fn Restore(
    /// The day of the newest backup.
    newest: RwSignal<Option<LocalDay>>,
) -> impl IntoView {
    let app = use_app();
    let way = Way {
        seen: RwSignal::new(None),
        message: RwSignal::new(String::new()),
        told: RwSignal::new(""),
        busy: RwSignal::new(false),
    };
    view! {
        <h3>{tr!(backup.restore)}</h3>
        <p>{tr!(backup.restore_text)}</p>
        <div class="field">
            // The browser's own field would not fit beside large letters.
            <label class="btn btn--outline btn--wide field__file">
                {tr!(backup.choose)}
                <input
                    id=FILE
                    class="unseen"
                    type="file"
                    accept=".json,application/json"
                    aria-describedby="backup-message"
                    on:change=move |event| {
                        if let Some(file) = Chosen::of(&event) {
                            way.take(app, file);
                        }
                    }
                />
            </label>
            <p class="field__message" id="backup-message" role="alert">
                {live_text(move || way.message.get())}
            </p>
            <p role="status">
                {live_text(move || {
                    let busy = way.busy.get().then(|| tr!(backup.one_moment));
                    busy.unwrap_or(way.told.get()).to_owned()
                })}
            </p>
        </div>
        {live(move || way.seen.with(|seen| {
            seen.as_ref().map(|(_, merge)| preview(app, way, newest, merge))
        }))}
        {live(move || {
            let added = app.restored.with(|added| added.as_ref().map(|added| added.ids.len()))?;
            Some(undo_line(app, way, added))
        })}
    }
}

impl Way {
    /// Reads a file that was chosen.
    fn take(self, app: App, file: Chosen) {
        #[allow(clippy::cast_precision_loss)] // of a limit in bytes
        let is_too_large = file.size() > MOST_BYTES as f64;
        self.seen.set(None);
        self.begin();
        file.read(MOST_BYTES, move |text| {
            // The person may have gone on to another screen.
            if self.busy.try_set(false).is_some() {
                return;
            }
            let words = match text.as_deref().map(read) {
                None if is_too_large => refused(Refused::TooLarge),
                None => tr!(backup.refused_unreadable),
                Some(Err(why)) => refused(why),
                Some(Ok(backup)) => {
                    let merge = app.merge(backup.clone());
                    self.seen.set(Some((backup, merge)));
                    focus_soon(PREVIEW);
                    return;
                }
            };
            self.message.set(words.to_owned());
        });
    }

    fn begin(self) {
        self.busy.set(true);
        self.message.set(String::new());
        self.told.set("");
    }

    fn leave(self) {
        self.seen.set(None);
        self.told.set(tr!(backup.left));
        focus_soon(FILE);
    }

    fn add(self, app: App, newest: RwSignal<Option<LocalDay>>) {
        if self.busy.get_untracked() {
            return;
        }
        let Some((backup, _)) = self.seen.get_untracked() else {
            return;
        };
        self.begin();
        app.restore(backup, move |done| {
            if self.busy.try_set(false).is_some() {
                return;
            }
            match done {
                Ok(()) => {
                    let added = app
                        .restored
                        .with_untracked(|added| added.as_ref().map(|added| added.ids.len()));
                    newest.set(app.saving.newest_backup());
                    self.seen.set(None);
                    app.tell(added_words(added.unwrap_or(0)));
                    focus_soon(UNDO);
                }
                Err(why) => {
                    self.message.set(not_added(&why).to_owned());
                    focus_soon(FILE);
                }
            }
        });
    }

    fn undo(self, app: App) {
        self.begin();
        app.undo_restore(move |done| {
            if self.busy.try_set(false).is_some() {
                return;
            }
            if done.is_ok() {
                self.told.set(tr!(backup.undone));
                focus_soon(FILE);
            } else {
                self.message.set(tr!(backup.not_undone).to_owned());
            }
        });
    }
}

/// What is in the file, and the choice.
fn preview(app: App, way: Way, newest: RwSignal<Option<LocalDay>>, merge: &Merge) -> AnyView {
    let made = words::dates::full_day(merge.made.day);
    let lines = lines(merge);
    let add = (!merge.is_empty()).then(|| {
        view! {
            <button type="button" class="btn btn--go btn--wide" on:click=move |_| way.add(app, newest)>
                {tr!(backup.add)}
            </button>
        }
    });
    view! {
        <section class="stack" aria-labelledby=PREVIEW>
            <h3 id=PREVIEW tabindex="-1">
                {tr!(backup.preview)}
            </h3>
            <p>{tr!(backup.made, day = made)}</p>
            <ul class="bullets">
                {lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}
            </ul>
            {add}
            <button type="button" class="btn btn--wide" on:click=move |_| way.leave()>
                {tr!(backup.leave)}
            </button>
        </section>
    }
    .into_any()
}

fn lines(merge: &Merge) -> Vec<String> {
    let mut lines = Vec::new();
    if merge.is_empty() {
        lines.push(tr!(backup.all_here).to_owned());
    } else {
        lines.push(match merge.new.len() {
            0 => tr!(backup.new_none).to_owned(),
            1 => tr!(backup.new_one).to_owned(),
            number => tr!(backup.new_many, number = number),
        });
    }
    match merge.known {
        0 => {}
        1 => lines.push(tr!(backup.known_one).to_owned()),
        number => lines.push(tr!(backup.known_many, number = number)),
    }
    let settings = match merge.settings {
        Change::Same => tr!(backup.settings_same),
        Change::Comes(_) => tr!(backup.settings_come),
        Change::Joined(_) => tr!(backup.settings_joined),
    };
    let safety = match merge.safety {
        Change::Same => tr!(backup.safety_same),
        Change::Comes(_) => tr!(backup.safety_come),
        Change::Joined(_) => tr!(backup.safety_joined),
    };
    lines.extend([settings, safety].map(str::to_owned));
    match merge.unread {
        0 => {}
        1 => lines.push(tr!(backup.unread_one).to_owned()),
        number => lines.push(tr!(backup.unread_many, number = number)),
    }
    lines
}

/// What was added, and the way back.
fn undo_line(app: App, way: Way, added: usize) -> AnyView {
    view! {
        <div class="line">
            <p class="row__text">{added_words(added)}</p>
            <button
                id=UNDO
                type="button"
                class="btn btn--outline"
                on:click=move |_| way.undo(app)
            >
                {tr!(backup.undo)}
            </button>
        </div>
    }
    .into_any()
}

fn added_words(added: usize) -> String {
    match added {
        0 => tr!(backup.added).to_owned(),
        1 => tr!(backup.added_one).to_owned(),
        number => tr!(backup.added_many, number = number),
    }
}

fn refused(why: Refused) -> &'static str {
    match why {
        Refused::Empty => tr!(backup.refused_empty),
        Refused::TooLarge => tr!(backup.refused_large),
        Refused::NotABackup => tr!(backup.refused_other),
        Refused::Newer => tr!(backup.refused_newer),
        Refused::Damaged => tr!(backup.refused_damaged),
    }
}

fn not_added(why: &NotRestored) -> &'static str {
    match why {
        NotRestored::Busy => tr!(backup.busy),
        NotRestored::NotAdded(NotAdded {
            is_undone: false, ..
        }) => tr!(backup.failed_part),
        NotRestored::NotAdded(NotAdded {
            why: SaveError::Full,
            ..
        }) => tr!(backup.failed_full),
        NotRestored::NotAdded(NotAdded {
            why: SaveError::ReadOnly,
            ..
        }) => tr!(backup.failed_newer),
        NotRestored::NotAdded(_) => tr!(backup.failed),
    }
}
