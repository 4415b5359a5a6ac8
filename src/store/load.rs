//! Reading: everything that can be read is read, and everything that cannot is named.
//!
//! Invariant: reading never fails as a whole, and never drops a value without a [`Problem`] that names it.

use std::collections::BTreeSet;

use serde::de::DeserializeOwned;

use crate::domain::day::Now;
use crate::domain::draft::Draft;
use crate::domain::entry::{Entry, EntryId};
use crate::domain::journal::Journal;
use crate::domain::safety::Safety;
use crate::domain::settings::Settings;

use super::fold::is_back;
use super::key::Key;
use super::{Decode, Store, Trouble, contents, dense};

/// Everything that was remembered and could be read.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Loaded {
    /// Every entry.
    pub journal: Journal,
    /// What the person has chosen; the defaults where nothing was kept.
    pub settings: Settings,
    /// The answers to the safety questions; none where nothing was kept.
    pub safety: Safety,
    /// The gathered months that were read, and the length of their texts.
    pub months: Vec<(Key, usize)>,
    /// Those of them that lie back and are not written densely yet.
    pub loose: Vec<Key>,
    /// What could not be read, in the order of its keys.
    pub problems: Vec<Problem>,
}

impl Loaded {
    /// Whether a newer version of Bonewise has written here: what it wrote is read-only to this one, and
    /// reloading the page helps.
    pub fn newer_version_was_here(&self) -> bool {
        let newer = |problem: &Problem| problem.kind == ProblemKind::Newer;
        self.problems.iter().any(newer)
    }
}

/// A value that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where it stands. `None`: the storage would not even list its keys, so the whole journal is missing.
    pub key: Option<Key>,
    /// What is the matter.
    pub kind: ProblemKind,
    /// Whether a verified copy stands under a quarantine key. Only damaged values need one.
    pub copied: bool,
}

/// What is the matter with a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProblemKind {
    /// The text is not what was written, or is not what belongs there.
    Damaged,
    /// A newer version of Bonewise wrote it. It is left alone.
    Newer,
    /// The browser did not hand it out this time.
    Unreadable,
}

impl Store {
    /// Reads everything but the running session. Damaged values are copied aside, once.
    pub fn load(&self, now: Now) -> Loaded {
        self.clock.set(now.at);
        let mut problems = Vec::new();
        let keys = self.keys().unwrap_or_else(|_| {
            problems.push(Problem {
                key: None,
                kind: ProblemKind::Unreadable,
                copied: false,
            });
            Vec::new()
        });
        let mut journal = Journal::default();
        let (mut known, mut months, mut loose) = (dense::Known::new(), Vec::new(), Vec::new());
        for key in keys {
            let entries = match key {
                Key::Month(_) => {
                    let read = self.month(&key, &mut known).map(|month| {
                        let (entries, length, is_dense) = month?;
                        months.push((key.clone(), length));
                        if !is_dense && is_back(&entries, now.day) {
                            loose.push(key.clone());
                        }
                        Some(entries)
                    });
                    self.told(&key, read, &mut problems)
                }
                Key::Entry { .. } => self
                    .read(&key, contents::entry, &mut problems)
                    .map(|entry| vec![entry]),
                _ => None,
            };
            entries
                .into_iter()
                .flatten()
                .for_each(|entry| journal.add(entry));
        }
        Loaded {
            journal,
            months,
            loose,
            settings: self
                .read(&Key::Settings, contents::object, &mut problems)
                .unwrap_or_default(),
            safety: self
                .read(&Key::Safety, contents::object, &mut problems)
                .unwrap_or_default(),
            problems,
        }
    }

    /// Reads the snapshot of a session that was running; `None` where there is none.
    ///
    /// # Errors
    /// [`Problem`] where it could not be read; a damaged one was copied aside, once.
    pub fn load_session<T: DeserializeOwned>(&self, now: Now) -> Result<Option<T>, Problem> {
        self.clock.set(now.at);
        self.examine(&Key::Session, contents::object)
    }

    /// What is half entered and still good. What cannot be read is no draft; it is copied aside when one is written.
    pub fn load_draft(&self, now: Now) -> Draft {
        let draft: Option<Draft> = self.get(&Key::Draft, contents::object).ok().flatten();
        draft.unwrap_or_default().still_good(now)
    }

    /// The entry under a key, as named by a storage event of another tab; `None` where it is gone, cannot
    /// be read, or the key is not that of an entry.
    pub fn entry_at(&self, name: &str) -> Option<Entry> {
        let key = Key::parse(name).filter(|key| matches!(key, Key::Entry { .. }))?;
        self.get(&key, contents::entry).ok().flatten()
    }

    /// The entries in the storage that a journal lacks. The storage's names are compared with the journal's, and only
    /// what is missing is read; a gathered month only where its text has another length than the one in `months`, where
    /// it is remembered.
    pub fn entries_not_in(&self, journal: &Journal, months: &mut Vec<(Key, usize)>) -> Vec<Entry> {
        let mut ids = BTreeSet::<EntryId>::new();
        ids.extend(journal.all().map(|entry| entry.id.clone()));
        let mut missing = Vec::new();
        for key in self.keys().unwrap_or_default() {
            match &key {
                Key::Entry { id, .. } if !ids.contains(id) => {
                    missing.extend(self.get(&key, contents::entry).ok().flatten());
                }
                Key::Month(_) => {
                    let length = self.text(&key).ok().flatten().map_or(0, |text| text.len());
                    let known = months.iter_mut().find(|(month, _)| *month == key);
                    match known {
                        Some((_, known)) if *known == length => continue,
                        Some((_, known)) => *known = length,
                        None => months.push((key.clone(), length)),
                    }
                    let entries = self.get(&key, contents::segment).ok().flatten();
                    missing.extend(
                        entries
                            .into_iter()
                            .flatten()
                            .filter(|entry| !ids.contains(&entry.id)),
                    );
                }
                _ => {}
            }
        }
        missing
    }

    fn read<T>(&self, key: &Key, decode: Decode<T>, problems: &mut Vec<Problem>) -> Option<T> {
        self.told(key, self.get(key, decode), problems)
    }

    fn told<T>(
        &self,
        key: &Key,
        read: Result<Option<T>, Trouble>,
        problems: &mut Vec<Problem>,
    ) -> Option<T> {
        self.examined(key, read).unwrap_or_else(|problem| {
            problems.push(problem);
            None
        })
    }

    /// A month's entries, the length of its text, and whether it is written densely.
    fn month(
        &self,
        key: &Key,
        known: &mut dense::Known,
    ) -> Result<Option<(Vec<Entry>, usize, bool)>, Trouble> {
        let Some((text, contents)) = self.contents(key)? else {
            return Ok(None);
        };
        let is_dense = contents.is_string();
        match contents::segment_with(key, contents, known) {
            Ok(entries) => Ok(Some((entries, text.len(), is_dense))),
            Err(why) => Err(Trouble::Broken { text, why }),
        }
    }

    /// Reads a value; where it is damaged, sees to it that a copy stands aside.
    fn examine<T>(&self, key: &Key, decode: Decode<T>) -> Result<Option<T>, Problem> {
        self.examined(key, self.get(key, decode))
    }

    fn examined<T>(
        &self,
        key: &Key,
        read: Result<Option<T>, Trouble>,
    ) -> Result<Option<T>, Problem> {
        let (kind, copied) = match read {
            Ok(value) => return Ok(value),
            Err(Trouble::Storage(_)) => (ProblemKind::Unreadable, false),
            Err(Trouble::Broken { why, .. }) if why.is_newer() => (ProblemKind::Newer, false),
            Err(Trouble::Broken { text, .. }) => {
                (ProblemKind::Damaged, self.set_aside(key, &text).is_ok())
            }
        };
        Err(Problem {
            key: Some(key.clone()),
            kind,
            copied,
        })
    }
}
