//! Adding what a backup holds to what is here.
//!
//! Invariant: nothing that is here is removed or replaced. Entries are joined by id; of settings, what was chosen here
//! stays; of safety answers, the more careful ones count. When a write fails half-way, all that was written before it is
//! put back as it stood.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::day::Now;
use crate::domain::entry::{Entry, EntryId};
use crate::domain::model::Kept;
use crate::domain::safety::Safety;
use crate::domain::settings::Settings;

use super::backup::Backup;
use super::key::Key;
use super::save::SaveError;
use super::share::{Agreed, joined_since};
use super::{Decode, Store, Trouble, contents};

/// What adding a backup would do.
#[derive(Debug, Clone, PartialEq)]
pub struct Merge {
    /// When the backup was made.
    pub made: Now,
    /// The entries that are not here.
    pub new: Vec<Entry>,
    /// How many entries are here already.
    pub known: usize,
    /// How many parts of the backup this version could not read.
    pub unread: usize,
    /// What becomes of the settings.
    pub settings: Change<Settings>,
    /// What becomes of the safety answers.
    pub safety: Change<Safety>,
}

/// What becomes of a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change<T> {
    /// It stays as it is.
    Same,
    /// There was none here: the backup's comes.
    Comes(T),
    /// Here is one too: this is made of both.
    Joined(T),
}

impl<T: Clone + Default + PartialEq> Change<T> {
    fn to(value: T, from: &T) -> Self {
        if value == *from {
            Self::Same
        } else if *from == T::default() {
            Self::Comes(value)
        } else {
            Self::Joined(value)
        }
    }

    /// The new value, where there is one.
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Same => None,
            Self::Comes(value) | Self::Joined(value) => Some(value),
        }
    }
}

impl Merge {
    /// What adding this backup to this would do.
    pub fn of(here: &Kept, backup: Backup) -> Self {
        // Taken in one by one: what is gathered at once is sorted, and that is a large program.
        let mut seen = BTreeSet::new();
        seen.extend(here.journal.all().map(|entry| &entry.id));
        let all = backup.journal.len();
        let new: Vec<Entry> = backup
            .journal
            .all()
            .filter(|entry| seen.insert(&entry.id))
            .cloned()
            .collect();
        let settings = backup.settings.map_or(here.settings.clone(), |theirs| {
            joined_settings(&here.settings, theirs)
        });
        let safety = backup.safety.unwrap_or_default();
        Self {
            made: backup.made,
            known: all - new.len(),
            unread: backup.unread,
            settings: Change::to(settings, &here.settings),
            safety: Change::to(here.safety.more_careful(&safety), &here.safety),
            new,
        }
    }

    /// Whether everything is here already.
    pub fn is_empty(&self) -> bool {
        self.new.is_empty() && self.settings == Change::Same && self.safety == Change::Same
    }

    /// What is here when it is added.
    pub fn applied_to(&self, here: &Kept) -> Kept {
        let mut kept = here.clone();
        for entry in &self.new {
            kept.journal.add(entry.clone());
        }
        if let Some(settings) = self.settings.value() {
            kept.settings.clone_from(settings);
        }
        if let Some(safety) = self.safety.value() {
            kept.safety.clone_from(safety);
        }
        kept
    }
}

/// What was chosen here stays, the rest comes from there. A timer that ran when the backup was made is over.
fn joined_settings(here: &Settings, mut theirs: Settings) -> Settings {
    theirs.kitchen.timer = None;
    if let Some(timers) = &mut theirs.kitchen.timers {
        timers.clear();
    }
    joined_since(&Key::Settings, &Settings::default(), here, &theirs)
}

/// Why a backup was not added.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("The backup was not added: {why}")]
pub struct NotAdded {
    /// What failed.
    pub why: SaveError,
    /// Whether all stands as it stood before. If not, a part of the backup is here now, and nothing else has changed.
    pub is_undone: bool,
}

/// What stood under keys before, in the order in which they were written.
type Before = Vec<(Key, Option<String>)>;

impl Store {
    /// Writes what a merge brings. Nobody may fold meanwhile: the caller holds the lock.
    ///
    /// # Errors
    /// [`NotAdded`]
    pub fn add_backup(
        &self,
        merge: &Merge,
        settings: &mut Agreed,
        safety: &mut Agreed,
        now: Now,
    ) -> Result<(), NotAdded> {
        self.clock.set(now.at);
        let agreed = (settings.clone(), safety.clone());
        let mut before = Vec::new();
        let written = self
            .add_entries(&merge.new, now, &mut before)
            .and_then(|()| match merge.settings.value() {
                None => Ok(()),
                Some(value) => {
                    self.remember(&Key::Settings, &mut before)?;
                    self.save_shared(settings, value)
                }
            })
            .and_then(|()| match merge.safety.value() {
                None => Ok(()),
                Some(value) => {
                    self.remember(&Key::Safety, &mut before)?;
                    self.save_shared(safety, value)
                }
            });
        written.map_err(|why| {
            (*settings, *safety) = agreed;
            let is_undone = self.put_back(before);
            NotAdded { why, is_undone }
        })
    }

    /// Entries of past months go into their month's value, so that a full diary needs no more room than it had; those
    /// of this month, or of one that cannot be read, stand alone.
    fn add_entries(
        &self,
        entries: &[Entry],
        now: Now,
        before: &mut Before,
    ) -> Result<(), SaveError> {
        let mut months: BTreeMap<Key, Vec<&Entry>> = BTreeMap::new();
        for entry in entries {
            months
                .entry(Key::month_of(entry.day))
                .or_default()
                .push(entry);
        }
        let this_month = Key::month_of(now.day);
        for (month, entries) in months {
            let is_past = month != this_month && entries.iter().all(|entry| entry.day < now.day);
            if !(is_past && self.add_to_month(&month, &entries, before)?) {
                for entry in entries {
                    self.remember(&Key::of(entry), before)?;
                    match self.append(entry) {
                        // Another page wrote it meanwhile.
                        Ok(()) | Err(SaveError::Taken) => {}
                        Err(error) => return Err(error),
                    }
                }
            }
        }
        Ok(())
    }

    /// Answers `false` where the month's value cannot be read.
    fn add_to_month(
        &self,
        month: &Key,
        entries: &[&Entry],
        before: &mut Before,
    ) -> Result<bool, SaveError> {
        let segment = match self.get(month, contents::segment) {
            Ok(segment) => segment.unwrap_or_default(),
            Err(Trouble::Broken { .. }) => return Ok(false),
            Err(Trouble::Storage(error)) => return Err(error.into()),
        };
        self.remember(month, before)?;
        let all = segment.into_iter().chain(entries.iter().copied().cloned());
        self.keep_month(month, all.collect())?;
        Ok(true)
    }

    fn remember(&self, key: &Key, before: &mut Before) -> Result<(), SaveError> {
        before.push((key.clone(), self.text(key)?));
        Ok(())
    }

    /// Whether all stands as it stood. What was refused stands there still, and is written all the same: the second copy
    /// may have been told of it.
    fn put_back(&self, before: Before) -> bool {
        before.into_iter().rev().fold(true, |all, (key, text)| {
            let written = match &text {
                Some(text) => self.keep_text(&key, text),
                None => self
                    .storage
                    .remove(&key.to_string())
                    .map_err(SaveError::from),
            };
            let is_back = written.is_ok() || self.text(&key).is_ok_and(|now| now == text);
            all && is_back
        })
    }

    /// What stands there; `None` where that cannot be read, and is not what a backup brought.
    fn readable<T>(&self, key: &Key, decode: Decode<T>) -> Result<Option<T>, SaveError> {
        match self.get(key, decode) {
            Ok(value) => Ok(value),
            Err(Trouble::Broken { .. }) => Ok(None),
            Err(Trouble::Storage(error)) => Err(error.into()),
        }
    }

    /// Takes entries out again that a backup brought, wherever they stand by now; what cannot be read stays. As with [`Self::add_backup`], nobody
    /// may fold meanwhile.
    ///
    /// # Errors
    /// [`SaveError`]; what was not taken out yet is then still there.
    pub fn take_out(&self, ids: &BTreeSet<EntryId>) -> Result<(), SaveError> {
        for key in self.keys()? {
            match &key {
                Key::Entry { id, .. }
                    if ids.contains(id) && self.readable(&key, contents::entry)?.is_some() =>
                {
                    self.storage.remove(&key.to_string())?;
                }
                Key::Month(_) => {
                    let Some(segment) = self.readable(&key, contents::segment)? else {
                        continue;
                    };
                    let all = segment.len();
                    let rest: Vec<Entry> = segment
                        .into_iter()
                        .filter(|entry| !ids.contains(&entry.id))
                        .collect();
                    if rest.is_empty() {
                        self.storage.remove(&key.to_string())?;
                    } else if rest.len() < all {
                        self.keep_month(&key, rest.into_iter().collect())?;
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }
}

/// A backup that was added, so that this can be undone.
#[derive(Debug, Clone, PartialEq)]
pub struct Added {
    /// The entries it brought.
    pub ids: BTreeSet<EntryId>,
    /// The settings and safety answers that stood before.
    before: (Settings, Safety),
    /// Those that stood right afterwards.
    after: (Settings, Safety),
}

impl Added {
    /// `after`: as it was right when it had been added.
    pub fn new(merge: &Merge, before: &Kept, after: &Kept) -> Self {
        let chosen = |kept: &Kept| (kept.settings.clone(), kept.safety.clone());
        let mut ids = BTreeSet::new();
        ids.extend(merge.new.iter().map(|entry| entry.id.clone()));
        Self {
            ids,
            before: chosen(before),
            after: chosen(after),
        }
    }

    /// What is here without it. What was noted since stays, and what was chosen since; safety answers that were changed
    /// since stay as they are.
    pub fn taken_from(&self, here: &Kept) -> Kept {
        let entries = here.journal.all();
        let rest = entries.filter(|entry| !self.ids.contains(&entry.id));
        Kept {
            journal: rest.cloned().collect(),
            settings: joined_since(
                &Key::Settings,
                &self.after.0,
                &here.settings,
                &self.before.0,
            ),
            safety: if here.safety == self.after.1 {
                self.before.1.clone()
            } else {
                here.safety.clone()
            },
        }
    }
}
