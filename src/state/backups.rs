//! Backups: everything as a file, a file added to what is here, and everything deleted.
//!
//! Invariant: a backup is added and undone by one page at a time, under the lock of the fold, and the model is changed
//! only when all of it is written.

use leptos::prelude::*;

use crate::browser::tabs::SessionLock;
use crate::browser::{offline, page, storage};
use crate::domain::day::{LocalDay, Now};
use crate::domain::model::{Event, Kept, Model};
use crate::domain::safety::Safety;
use crate::domain::settings::Settings;
use crate::route::Route;
use crate::store::Store;
use crate::store::backup::{self, Backup};
use crate::store::key::PREFIX;
use crate::store::restore::{Added, Merge, NotAdded};
use crate::store::save::SaveError;

use super::saving::{FOLD_LOCK, Saving};
use super::{App, now};

/// What the names of the caches begin with (`public/sw.js`).
const CACHES: &str = "bonewise-";

/// A backup as a file.
pub struct BackupFile {
    /// Its name.
    pub name: String,
    /// What is in it.
    pub text: String,
    /// When it was made.
    pub made: Now,
}

/// Why a backup was not added, or that not undone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotRestored {
    /// Another page folds or adds one at this moment.
    Busy,
    /// The storage did not take it.
    NotAdded(NotAdded),
}

/// The name of a backup that is made on a day.
pub fn file_name(day: LocalDay) -> String {
    format!("bonewise-backup-{day}.json")
}

impl App {
    /// Everything there is, also what could not be written.
    pub fn backup(self) -> Option<BackupFile> {
        let backup = self.everything();
        let made = backup.made;
        backup::write(&backup).ok().map(|text| BackupFile {
            name: file_name(made.day),
            text,
            made,
        })
    }

    /// What a backup holds that is made now.
    pub(super) fn everything(self) -> Backup {
        self.look_again();
        let kept = self.model.with_untracked(Model::kept);
        Backup {
            made: now(),
            journal: kept.journal,
            settings: (kept.settings != Settings::default()).then_some(kept.settings),
            safety: (kept.safety != Safety::default()).then_some(kept.safety),
            raw: self.saving.with_store(Store::raw),
            unread: 0,
        }
    }

    /// What adding a backup would do now.
    pub fn merge(self, backup: Backup) -> Merge {
        self.look_again();
        let kept = self.model.with_untracked(Model::kept);
        Merge::of(&kept, backup)
    }

    /// Adds a backup. `done` hears how it went, never before this returns.
    pub fn restore(self, backup: Backup, done: impl FnOnce(Result<(), NotRestored>) + 'static) {
        alone(move || self.restore_now(backup), done);
    }

    fn restore_now(self, backup: Backup) -> Result<(), NotAdded> {
        self.saving.catch_up(self);
        let before = self.model.with_untracked(Model::kept);
        let merge = Merge::of(&before, backup);
        self.saving.add(&merge, now())?;
        // Where nothing was answered before, what is open now is no more than it was where the backup comes from.
        self.take_in_kept(
            merge.applied_to(&before),
            before.safety == Safety::default(),
        );
        let after = self.model.with_untracked(Model::kept);
        self.restored.set(Some(Added::new(&merge, &before, &after)));
        // All that is here now is in that file.
        if before.journal.is_empty() {
            self.saving.note_backup(&merge.made);
        }
        Ok(())
    }

    /// Takes out again what the backup brought that was added last.
    pub fn undo_restore(self, done: impl FnOnce(Result<(), NotRestored>) + 'static) {
        alone(
            move || {
                let Some(added) = self.restored.get_untracked() else {
                    return Ok(());
                };
                self.saving.catch_up(self);
                let here = self.model.with_untracked(Model::kept);
                let rest = added.taken_from(&here);
                self.saving
                    .take_out(&added, &here, &rest)
                    .map_err(|why| NotAdded {
                        why,
                        is_undone: false,
                    })?;
                self.take_in_kept(rest, true);
                self.restored.set(None);
                Ok(())
            },
            done,
        );
    }

    pub(super) fn take_in_kept(self, kept: Kept, corrects: bool) {
        let kept = Box::new(kept);
        self.take_in(Some(Event::Restored { kept, corrects }));
    }

    /// Deletes all that Bonewise keeps in this browser, and begins anew. `done` hears `false` where something is still
    /// there, never before this returns.
    pub fn delete_everything(self, done: impl FnOnce(bool) + 'static) {
        let had_folder = self.saving.with_store(|store| store.folder().is_on);
        let is_gone = self
            .saving
            .with_store(|store| store.delete_everything().is_ok())
            && storage::forget_tab(PREFIX);
        // What lies in the folder is the person's own, and stays.
        self.folder().forget(had_folder, move |folder_is_gone| {
            self.saving.copy.delete(move |copy_is_gone| {
                if !(is_gone && folder_is_gone && copy_is_gone) {
                    return done(false);
                }
                self.saving.forget(self);
                // The worker's files hold nothing of the person's: where they cannot be removed, that keeps nobody waiting.
                offline::forget(CACHES, move |_| {
                    self.navigation.replace(Route::Today);
                    page::reload();
                });
            });
        });
    }
}

impl Saving {
    /// The day of the newest backup that is known here.
    pub fn newest_backup(self) -> Option<LocalDay> {
        self.with_store(|store| store.last_backup().map(|made| made.day))
    }

    /// A backup was made. Where that cannot be written it is asked for again, which does no harm.
    pub fn note_backup(self, made: &Now) {
        let _ = self.with_store(|store| store.note_backup(made));
    }

    pub(super) fn add(self, merge: &Merge, now: Now) -> Result<(), NotAdded> {
        self.update_keeper(|keeper| {
            let (settings, safety) = (&mut keeper.settings, &mut keeper.safety);
            keeper.store.add_backup(merge, settings, safety, now)
        })
        .unwrap_or(Ok(()))
    }

    fn take_out(self, added: &Added, here: &Kept, rest: &Kept) -> Result<(), SaveError> {
        self.update_keeper(|keeper| {
            let store = &keeper.store;
            let mut done = store.take_out(&added.ids);
            // What stays as it is may be of a newer version, which is not written over.
            if done.is_ok() && rest.settings != here.settings {
                done = store.save_shared(&mut keeper.settings, &rest.settings);
            }
            if done.is_ok() && rest.safety != here.safety {
                done = store.save_shared(&mut keeper.safety, &rest.safety);
            }
            done
        })
        .unwrap_or(Ok(()))
    }
}

/// Does it while no other page folds.
pub(super) fn alone(
    what: impl FnOnce() -> Result<(), NotAdded> + 'static,
    done: impl FnOnce(Result<(), NotRestored>) + 'static,
) {
    SessionLock::try_acquire(FOLD_LOCK, move |lock| {
        let answer = match lock {
            Ok(_held) => what().map_err(NotRestored::NotAdded),
            Err(_) => Err(NotRestored::Busy),
        };
        done(answer);
    });
}
