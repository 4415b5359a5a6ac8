//! The folder of the person's own that takes backups by itself.
//!
//! Invariant: nobody waits for it, and what it cannot do is said in "Your data" and at the next start. When it is read and
//! written is decided in `domain/backups.rs`, what a file brings in `store/folder.rs`. All of this comes with the second file.

use leptos::prelude::*;

use crate::browser::folder::{self, Failed, Folder, Found, Permission};
use crate::browser::frames::Timer;
use crate::browser::listener::Listener;
use crate::browser::{ids, page};
use crate::domain::backups::{
    FolderCause, FolderNote, FolderStep, FolderTimes, folder_step, folder_waits_too_long,
};
use crate::domain::day::{Instant, LocalDay};
use crate::domain::model::Model;
use crate::domain::safety::Safety;
use crate::store::Store;
use crate::store::backup::MOST_BYTES;
use crate::store::folder::{BEGIN, END};
use crate::store::restore::NotAdded;

use super::backups::{NotRestored, alone};
use super::second_copy::CopyState;
use super::{App, now};

/// The database that keeps the folder, because a browser keeps it nowhere else.
const DATABASE: &str = "bonewise-folder";
/// Another window adds a backup or folds: after so many milliseconds it is tried again.
const AGAIN_MS: u32 = 5_000;

/// How it stands with the folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// The browser is being asked.
    Looking,
    /// There is none.
    None,
    /// It can be used.
    Open,
    /// The browser wants to ask the person anew.
    Asks,
    /// The browser does not know it any more.
    Lost,
}

/// What became of the last tap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// It was written.
    Saved,
    /// It could not be written.
    NotSaved,
    /// It is used no more.
    Stopped,
    /// No folder was chosen.
    NoneChosen,
    /// The browser does not allow this one.
    NotAllowed,
    /// The browser cannot remember it.
    NotRemembered,
}

/// What is worth a word at the start, on whatever screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Word {
    /// The last backup did not work.
    Failed,
    /// There was none for long, because the browser wants to ask anew.
    Waits,
}

/// The door to the folder.
#[derive(Clone, Copy)]
pub struct FolderKeeper {
    access: RwSignal<Access>,
    note: RwSignal<FolderNote>,
    name: RwSignal<String>,
    /// Whether it is being read or written.
    busy: RwSignal<bool>,
    /// How many of its files could not be read the last time.
    unread: RwSignal<usize>,
    /// How many entries came out of it since the page began.
    came: RwSignal<usize>,
    /// What became of the last tap.
    pub told: RwSignal<Option<Told>>,
    /// What is worth a word since the start.
    pub word: RwSignal<Option<Word>>,
    inner: StoredValue<Inner, LocalStorage>,
}

#[derive(Default)]
struct Inner {
    folder: Option<Folder>,
    changed: Option<Instant>,
    read: Option<Instant>,
    timer: Option<Timer>,
    listeners: Vec<Option<Listener>>,
}

impl FolderKeeper {
    pub(super) fn open(app: App) -> Self {
        let keeper = Self {
            access: RwSignal::new(Access::Looking),
            note: RwSignal::new(FolderNote::default()),
            name: RwSignal::new(String::new()),
            busy: RwSignal::new(false),
            unread: RwSignal::new(0),
            came: RwSignal::new(0),
            told: RwSignal::new(None),
            word: RwSignal::new(None),
            inner: StoredValue::new_local(Inner::default()),
        };
        if Self::is_offered() {
            keeper.begin(app);
        }
        keeper
    }

    /// Whether this browser can do it at all.
    pub fn is_offered() -> bool {
        folder::is_offered()
    }

    /// How it stands.
    pub fn access(self) -> Access {
        self.access.get()
    }

    /// The folder's name.
    pub fn name(self) -> String {
        self.name.get()
    }

    /// What is known of it.
    pub fn note(self) -> FolderNote {
        self.note.get()
    }

    /// Whether it is being read or written.
    pub fn is_busy(self) -> bool {
        self.busy.get()
    }

    /// How many of its files could not be read the last time.
    pub fn unread(self) -> usize {
        self.unread.get()
    }

    /// How many entries came out of it since the page began.
    pub fn came(self) -> usize {
        self.came.get()
    }

    /// Lets the person choose a folder. Has to come from a tap.
    pub fn choose(self, app: App) {
        self.told.set(None);
        folder::choose(move |chosen| match chosen {
            Ok(folder) => {
                let chosen = folder.clone();
                folder.remember(DATABASE, move |is_kept| {
                    if !is_kept {
                        return self.told.set(Some(Told::NotRemembered));
                    }
                    let note = self.change_note(app, |note| note.begin(&ids::random_id()));
                    // Without its note nothing would be put there after the next start.
                    if !note.is_on {
                        folder::forget(DATABASE, |_| {});
                        return self.told.set(Some(Told::NotRemembered));
                    }
                    self.word.set(None);
                    self.is_open(app, chosen);
                });
            }
            Err(Failed::NoneChosen) => self.told.set(Some(Told::NoneChosen)),
            Err(_) => self.told.set(Some(Told::NotAllowed)),
        });
    }

    /// Has the browser ask the person anew. Has to come from a tap.
    pub fn allow(self, app: App) {
        self.told.set(None);
        let Some(folder) = self.inner.with_value(|inner| inner.folder.clone()) else {
            return;
        };
        folder.clone().ask(move |permission| {
            if permission == Permission::Granted {
                self.word.set(None);
                self.is_open(app, folder);
            } else {
                self.told.set(Some(Told::NotAllowed));
            }
        });
    }

    /// Writes a backup there now, whether something changed or not.
    pub fn save(self, app: App) {
        if self.busy.get_untracked() {
            return;
        }
        self.told.set(None);
        let was_read = self.inner.with_value(|inner| inner.read.is_some());
        self.change_note(app, FolderNote::missed);
        if was_read {
            self.write(app, true);
        } else {
            self.read(app, true);
        }
    }

    /// Uses the folder no more. The files in it stay.
    pub fn stop(self, app: App) {
        self.change_note(app, FolderNote::end);
        self.close();
        folder::forget(DATABASE, |_| {});
        self.told.set(Some(Told::Stopped));
    }

    /// The person has read that the last backup did not work, or has put it off.
    pub fn put_away(self, app: App) {
        if self.word.get_untracked() == Some(Word::Failed) {
            self.change_note(app, |note| note.is_told = true);
        }
        self.word.set(None);
    }

    /// Everything is deleted. `done` hears whether the browser knows the folder no more.
    pub(super) fn forget(self, was_on: bool, done: impl FnOnce(bool) + 'static) {
        self.close();
        if was_on {
            folder::forget(DATABASE, done);
        } else {
            done(true);
        }
    }

    fn close(self) {
        self.inner.update_value(|inner| {
            inner.folder = None;
            inner.read = None;
            inner.timer = None;
        });
        self.access.set(Access::None);
        self.word.set(None);
        self.unread.set(0);
        self.came.set(0);
    }

    /// Looks for the folder as soon as the second copy has answered: what is known of it may have to be brought back.
    fn begin(self, app: App) {
        Effect::new(move |has_begun: Option<bool>| {
            let answered = app.saving.copy.state() != CopyState::Opening;
            if answered && has_begun != Some(true) {
                self.look_for_it(app);
            }
            answered || has_begun == Some(true)
        });
        Effect::new(move || {
            app.model.track();
            app.coaching.is_on();
            self.inner
                .update_value(|inner| inner.changed = Some(now().at));
            self.step(app, FolderCause::Changed);
        });
        let mut listeners = vec![
            page::on_visibility(move |is_hidden| {
                if is_hidden {
                    self.step(app, FolderCause::Hidden);
                }
            }),
            page::on_page_hide(move || self.step(app, FolderCause::Hidden)),
        ];
        listeners.extend(page::on_return(move || self.step(app, FolderCause::Shown)));
        self.inner.update_value(|inner| inner.listeners = listeners);
    }

    fn look_for_it(self, app: App) {
        let note = app.saving.with_store(Store::folder);
        self.note.set(note.clone());
        if !note.is_on {
            return self.access.set(Access::None);
        }
        if note.has_to_tell() {
            self.word.set(Some(Word::Failed));
        }
        folder::remembered(DATABASE, move |found| {
            let Some(folder) = found else {
                self.access.set(Access::Lost);
                let note = self.change_note(app, |note| note.failed_at(now()));
                if note.has_to_tell() {
                    self.word.set(Some(Word::Failed));
                }
                return;
            };
            self.name.set(folder.name());
            self.inner
                .update_value(|inner| inner.folder = Some(folder.clone()));
            folder.clone().permission(move |permission| {
                if permission == Permission::Granted {
                    return self.is_open(app, folder);
                }
                self.access.set(Access::Asks);
                let written = note.written.map(|written| written.day);
                let today: LocalDay = now().day;
                if folder_waits_too_long(written, today) {
                    self.word.set(Some(Word::Waits));
                }
            });
        });
    }

    /// The folder can be used: it is read, and then written.
    fn is_open(self, app: App, folder: Folder) {
        self.name.set(folder.name());
        self.inner.update_value(|inner| {
            inner.folder = Some(folder);
            inner.read = None;
        });
        self.access.set(Access::Open);
        self.step(app, FolderCause::Shown);
    }

    fn step(self, app: App, cause: FolderCause) {
        if self.access.get_untracked() != Access::Open || self.busy.get_untracked() {
            return;
        }
        // Another page may have stopped it, or deleted everything.
        if !app.saving.with_store(Store::folder).is_on {
            return self.close();
        }
        let times = self.inner.with_value(|inner| FolderTimes {
            changed: inner.changed,
            read: inner.read,
            in_session: untrack(|| app.coaching.is_on()),
        });
        match folder_step(cause, times, now().at) {
            FolderStep::Nothing => {}
            FolderStep::Wait(ms) => self.look_again(
                app,
                FolderCause::Changed,
                u32::try_from(ms).unwrap_or_default(),
            ),
            FolderStep::Read => self.read(app, false),
            FolderStep::Write => self.write(app, false),
        }
    }

    fn look_again(self, app: App, cause: FolderCause, after_ms: u32) {
        let timer = Timer::start(after_ms, move || self.step(app, cause));
        self.inner.update_value(|inner| inner.timer = Some(timer));
    }

    fn read(self, app: App, is_asked: bool) {
        let Some(folder) = self.inner.with_value(|inner| inner.folder.clone()) else {
            return;
        };
        self.busy.set(true);
        folder.read_all(BEGIN, END, MOST_BYTES, move |found| match found {
            Ok(files) => self.take_in(app, files, is_asked),
            Err(why) => {
                self.busy.set(false);
                self.fails(app, why, is_asked);
            }
        });
    }

    fn take_in(self, app: App, files: Vec<Found>, is_asked: bool) {
        alone(
            move || self.take_in_now(app, files),
            move |done| {
                self.busy.set(false);
                match done {
                    Err(NotRestored::Busy) => {
                        self.look_again(app, FolderCause::Shown, AGAIN_MS);
                        if is_asked {
                            self.told.set(Some(Told::NotSaved));
                        }
                    }
                    // What could not be kept here stays there, and what is here can be put there all the same.
                    Ok(()) | Err(NotRestored::NotAdded(_)) => {
                        self.inner.update_value(|inner| inner.read = Some(now().at));
                        self.write(app, is_asked);
                    }
                }
            },
        );
    }

    fn take_in_now(self, app: App, files: Vec<Found>) -> Result<(), NotAdded> {
        app.saving.catch_up(app);
        let mut note = app.saving.with_store(Store::folder);
        let own = note.file();
        if !files.iter().any(|(file, _)| *file == own) {
            note = self.change_note(app, FolderNote::missed);
        }
        let (mut came, mut unread) = (0, 0);
        for (file, text) in files {
            let text = match text {
                Ok(text) => text,
                // It went meanwhile.
                Err(Failed::Gone) => continue,
                Err(_) => {
                    unread += 1;
                    continue;
                }
            };
            let here = app.model.with_untracked(Model::kept);
            let brings = match note.brings(&here, &file, &text) {
                Ok(Some(brings)) => brings,
                Ok(None) => continue,
                Err(_) => {
                    unread += 1;
                    continue;
                }
            };
            if !brings.merge.is_empty() {
                app.saving.add(&brings.merge, now())?;
                let corrects = here.safety == Safety::default();
                app.take_in_kept(brings.merge.applied_to(&here), corrects);
            }
            came += brings.merge.new.len();
            unread += usize::from(brings.merge.unread > 0);
            if note.took_in(&file, brings.safety) {
                self.change_note(app, |kept| kept.seen.clone_from(&note.seen));
            }
        }
        self.came.update(|before| *before += came);
        self.unread.set(unread);
        Ok(())
    }

    fn write(self, app: App, is_asked: bool) {
        let Some(folder) = self.inner.with_value(|inner| inner.folder.clone()) else {
            return;
        };
        let backup = app.everything();
        let made = backup.made;
        let note = app.saving.with_store(Store::folder);
        let Some(text) = note.to_write(backup).filter(|_| note.is_on) else {
            self.inner.update_value(|inner| inner.changed = None);
            if is_asked {
                self.told.set(Some(Told::Saved));
            }
            return;
        };
        self.busy.set(true);
        let changed = self
            .inner
            .try_update_value(|inner| inner.changed.take())
            .flatten();
        folder.write(note.file(), text.clone(), move |written| {
            self.busy.set(false);
            match written {
                Ok(()) => {
                    self.change_note(app, |note| note.wrote(&text, made));
                    app.saving.note_backup(&made);
                    if self.word.get_untracked() == Some(Word::Failed) {
                        self.word.set(None);
                    }
                    if is_asked {
                        self.told.set(Some(Told::Saved));
                    }
                    // What happened meanwhile.
                    self.step(app, FolderCause::Changed);
                }
                Err(why) => {
                    self.inner.update_value(|inner| {
                        inner.changed = inner.changed.or(changed).or(Some(made.at));
                    });
                    self.fails(app, why, is_asked);
                }
            }
        });
    }

    /// It is tried again when something changes, or the page is shown again.
    fn fails(self, app: App, why: Failed, is_asked: bool) {
        self.change_note(app, |note| note.failed_at(now()));
        if why == Failed::Refused {
            self.access.set(Access::Asks);
        }
        if is_asked {
            self.told.set(Some(Told::NotSaved));
        }
    }

    /// Changes what is known of the folder, as it is kept at this moment, and answers what is kept then. Not where it is
    /// used no more: everything may have been deleted.
    fn change_note(self, app: App, change: impl FnOnce(&mut FolderNote)) -> FolderNote {
        let before = app.saving.with_store(Store::folder);
        let mut note = before.clone();
        change(&mut note);
        if !(before.is_on || note.is_on) {
            return before;
        }
        let is_kept = app
            .saving
            .with_store(|store| note == before || store.keep_folder(&note).is_ok());
        let note = if is_kept { note } else { before };
        if self.note.with_untracked(|known| *known != note) {
            self.note.set(note.clone());
        }
        note
    }
}
