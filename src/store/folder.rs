//! A folder of the person's own, for example of a synced drive, into which each device puts one backup by itself, and out
//! of which it takes what the others put there.
//!
//! Invariant: a device writes its own file and no other, and adds what it reads as a person would add a backup
//! ([`Merge`]): nothing that is here is removed or replaced. So the entries of devices that share a folder become the same,
//! in whatever order and however often they read and write. Safety answers of another device count once for each change
//! there ([`Safety::news_since`]). What cannot be read is left alone. The format is in `docs/backup-format.md`.

use crate::domain::backups::{FolderNote, Seen};
use crate::domain::day::Now;
use crate::domain::model::Kept;
use crate::domain::safety::Safety;

use super::backup::{self, Backup, Refused};
use super::crc32::crc32;
use super::key::Key;
use super::restore::Merge;
use super::save::SaveError;
use super::{Store, contents};

/// What the name of each device's file begins with. A sync service that finds two states of one file puts its own words
/// behind that, so such a copy is read too.
pub const BEGIN: &str = "bonewise-device-";
/// How it ends.
pub const END: &str = ".json";
/// How many letters tell a device from others.
const LETTERS: usize = 8;
/// Of no more files than so many the safety answers are remembered: twice what is read at once. Those of a file that is
/// forgotten count once more, which is the careful way.
const MOST_SEEN: usize = 40;

/// What a file in the folder brings.
#[derive(Debug, Clone, PartialEq)]
pub struct Brings {
    /// What adding it does.
    pub merge: Merge,
    /// The safety answers in it, for [`FolderNote::took_in`].
    pub safety: Option<Safety>,
}

impl FolderNote {
    /// From now on a folder is used that may hold nothing of this device yet. `id`: random letters, for a device that has no
    /// name.
    pub fn begin(&mut self, id: &str) {
        if self.device.is_empty() {
            self.device = id.chars().take(LETTERS).collect();
        }
        self.is_on = true;
        self.forget_written();
    }

    /// The folder is used no more.
    pub fn end(&mut self) {
        self.is_on = false;
        self.forget_written();
    }

    fn forget_written(&mut self) {
        self.written = None;
        self.sum.clear();
        self.failed = None;
        self.is_told = false;
    }

    /// The name of this device's file.
    pub fn file(&self) -> String {
        format!("{BEGIN}{}{END}", self.device)
    }

    /// The text to be written, unless the file that was written last says the same.
    pub fn to_write(&self, mut backup: Backup) -> Option<String> {
        let text = backup::write(&backup).ok()?;
        if let Some(written) = self.written {
            backup.made = written;
            let as_before = backup::write(&backup).ok()?;
            if sum(&as_before) == self.sum {
                return None;
            }
        }
        Some(text)
    }

    /// A text of that moment was written.
    pub fn wrote(&mut self, text: &str, made: Now) {
        self.written = Some(made);
        self.sum = sum(text);
        self.failed = None;
        self.is_told = false;
    }

    /// The folder does not hold what was written. It is written again.
    pub fn missed(&mut self) {
        self.sum.clear();
    }

    /// It could not be read or written. What the person has read is not told at each start anew, until it has worked again.
    pub fn failed_at(&mut self, now: Now) {
        self.failed = Some(now);
    }

    /// Whether a failure is to be told: nobody saw it yet.
    pub fn has_to_tell(&self) -> bool {
        self.is_on && self.failed.is_some() && !self.is_told
    }

    /// What a file of the folder brings here; `None` where it is this device's own, as it was written. (Another state of it,
    /// for example from before this browser lost something, gives its entries back.)
    ///
    /// # Errors
    /// [`Refused`]: it is left alone.
    pub fn brings(&self, here: &Kept, file: &str, text: &str) -> Result<Option<Brings>, Refused> {
        let is_own = file == self.file();
        if is_own && sum(text) == self.sum {
            return Ok(None);
        }
        let mut backup = backup::read(text)?;
        if is_own {
            backup.settings = None;
            backup.safety = None;
        }
        let safety = backup.safety.clone();
        let seen = self.seen.iter().find(|seen| seen.file == file);
        backup.safety = backup
            .safety
            .map(|theirs| theirs.news_since(seen.map(|seen| &seen.safety), &here.safety));
        Ok(Some(Brings {
            merge: Merge::of(here, backup),
            safety,
        }))
    }

    /// The safety answers of a file are joined now: they count again when they have changed. Answers whether that is new.
    pub fn took_in(&mut self, file: &str, safety: Option<Safety>) -> bool {
        let Some(safety) = safety else {
            return false;
        };
        match self.seen.iter_mut().find(|seen| seen.file == file) {
            Some(seen) if seen.safety == safety => return false,
            Some(seen) => seen.safety = safety,
            None => {
                if self.seen.len() == MOST_SEEN {
                    self.seen.remove(0);
                }
                self.seen.push(Seen {
                    file: file.to_owned(),
                    safety,
                });
            }
        }
        true
    }
}

fn sum(text: &str) -> String {
    format!("{:08x}", crc32(&[text]))
}

impl Store {
    /// What is known of the folder; nothing where that cannot be read.
    pub fn folder(&self) -> FolderNote {
        let note = self.get(&Key::Folder, contents::object).ok().flatten();
        note.unwrap_or_default()
    }

    /// Keeps what is known of the folder.
    ///
    /// # Errors
    /// [`SaveError`]
    pub fn keep_folder(&self, note: &FolderNote) -> Result<(), SaveError> {
        self.replace(&Key::Folder, note).map(drop)
    }
}
