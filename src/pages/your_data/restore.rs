//! Restore a backup: choose the file, see what is in it, add it or leave it, and undo.

use leptos::prelude::*;

use crate::browser::files::Chosen;
use crate::browser::{lock, page};
use crate::state::backups::NotRestored;
use crate::state::{App, use_app};
use crate::store::backup::{Backup, HEAD_BYTES, MOST_BYTES, Refused, is_locked, read};
use crate::store::restore::{Change, Merge, NotAdded};
use crate::store::save::SaveError;
use crate::tr;
use crate::ui::field::PassphraseField;
use crate::ui::live::{live, live_text};
use crate::words;

use crate::domain::day::LocalDay;
use crate::pages::focus_soon;

/// The field that the file is chosen in.
const FILE: &str = "backup-file";
/// The heading over the passphrase of a locked file.
const LOCKED: &str = "backup-locked";
/// The field for that passphrase.
const PASSPHRASE: &str = "open-passphrase";
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
    /// A locked file that waits for its passphrase.
    locked: RwSignal<Option<Chosen>, LocalStorage>,
    passphrase: RwSignal<String>,
    /// Why the passphrase did not open it.
    wrong: RwSignal<&'static str>,
    /// It is being opened.
    opening: RwSignal<bool>,
    /// How many files were chosen or left. What an earlier one answers is heard no more.
    turn: RwSignal<u32>,
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
        locked: RwSignal::new_local(None),
        passphrase: RwSignal::new(String::new()),
        wrong: RwSignal::new(""),
        opening: RwSignal::new(false),
        turn: RwSignal::new(0),
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
                    // The last one for a locked file: no device knows what kind of file that is.
                    accept=".json,.age,application/json,application/octet-stream"
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
        {live(move || way.locked.with(|file| {
            file.as_ref().map(|_| passphrase(app, way))
        }))}
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
        let turn = self.next();
        self.begin();
        let asked = file.clone();
        asked.beginning(HEAD_BYTES, move |head| {
            if !self.is_turn(turn) {
                return;
            }
            if !is_too_large && head.is_some_and(|head| is_locked(&head)) {
                self.busy.set(false);
                self.locked.set(Some(file));
                show_soon(LOCKED);
                return;
            }
            file.read(MOST_BYTES, move |text| {
                if !self.is_turn(turn) {
                    return;
                }
                self.busy.set(false);
                match text {
                    None if is_too_large => self.refuse(refused(Refused::TooLarge)),
                    None => self.refuse(tr!(backup.refused_unreadable)),
                    Some(text) => self.show(app, &text),
                }
            });
        });
    }

    /// Opens the locked file with what was typed.
    fn open(self, app: App) {
        let Some(file) = self.locked.get_untracked() else {
            return;
        };
        if self.opening.get_untracked() {
            return;
        }
        let passphrase = self.passphrase.get_untracked();
        if passphrase.trim().is_empty() {
            self.say_wrong(tr!(backup.passphrase_none));
            return;
        }
        self.wrong.set("");
        self.opening.set(true);
        let turn = self.turn.get_untracked();
        lock::open(&file, &passphrase, move |opened| {
            if !self.is_turn(turn) {
                return;
            }
            self.opening.set(false);
            match opened {
                Ok(text) => {
                    self.next();
                    self.show(app, &text);
                }
                Err(lock::Failed::WrongPassphrase) => self.say_wrong(tr!(backup.open_wrong)),
                Err(lock::Failed::Missing) => self.say_wrong(tr!(backup.open_missing)),
                Err(lock::Failed::Stopped) => self.say_wrong(tr!(backup.open_stopped)),
                Err(lock::Failed::Damaged) => self.give_up(refused(Refused::Damaged)),
                Err(lock::Failed::NotLocked) => self.give_up(refused(Refused::NotABackup)),
                Err(lock::Failed::TooCostly) => self.give_up(tr!(backup.open_costly)),
            }
        });
    }

    /// What was typed stays, so that it can be mended.
    fn say_wrong(self, words: &'static str) {
        self.wrong.set(words);
        show_soon(PASSPHRASE);
    }

    /// No passphrase opens this file.
    fn give_up(self, words: &'static str) {
        self.next();
        self.refuse(words);
        focus_soon(FILE);
    }

    /// Shows what is in a file.
    fn show(self, app: App, text: &str) {
        match read(text) {
            Err(why) => self.refuse(refused(why)),
            Ok(backup) => {
                let merge = app.merge(backup.clone());
                self.seen.set(Some((backup, merge)));
                focus_soon(PREVIEW);
            }
        }
    }

    fn refuse(self, words: &'static str) {
        self.message.set(words.to_owned());
    }

    /// Puts the file away that was here before. Answers the number of the turn that begins.
    fn next(self) -> u32 {
        self.turn.update(|turn| *turn += 1);
        self.seen.set(None);
        self.locked.set(None);
        self.passphrase.set(String::new());
        self.wrong.set("");
        self.opening.set(false);
        self.turn.get_untracked()
    }

    /// Not where another file was chosen since, or the person has gone on to another screen.
    fn is_turn(self, turn: u32) -> bool {
        self.turn.try_get_untracked() == Some(turn)
    }

    fn begin(self) {
        self.busy.set(true);
        self.message.set(String::new());
        self.told.set("");
    }

    fn leave(self) {
        self.next();
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

/// As `focus_soon`, and scrolls there: something is asked that a person has to see.
fn show_soon(id: &'static str) {
    request_animation_frame(move || {
        page::focus(id, false);
    });
}

/// Asks for the passphrase of a locked file.
fn passphrase(app: App, way: Way) -> AnyView {
    let busy = move || {
        if way.opening.get() {
            tr!(backup.opening)
        } else {
            ""
        }
    };
    view! {
        <section class="stack" aria-labelledby=LOCKED>
            <h3 id=LOCKED tabindex="-1">
                {tr!(backup.locked)}
            </h3>
            <PassphraseField
                id=PASSPHRASE
                name=tr!(backup.passphrase)
                hint=tr!(backup.locked_text)
                value=way.passphrase
                message=way.wrong
                on_enter=Callback::new(move |()| way.open(app))
            />
            <button type="button" class="btn btn--go btn--wide" on:click=move |_| way.open(app)>
                {tr!(backup.open)}
            </button>
            <p role="status">{live_text(move || busy().to_owned())}</p>
            <button type="button" class="btn btn--wide" on:click=move |_| way.leave()>
                {tr!(backup.leave)}
            </button>
        </section>
    }
    .into_any()
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
