//! Gathers the single entries of past months into one segment per month, so that keys do not pile up.
//!
//! Invariant: a single entry is removed only by a fold that found the same entry in its segment when it
//! began, and the segment whole. So the fold that gathers an entry never removes it: a crash at any point,
//! or another tab that writes an older view of the segment at the same moment, costs nothing but a repeat.

use std::collections::BTreeMap;

use crate::domain::day::{LocalDay, Now};
use crate::domain::entry::Entry;
use crate::domain::journal::Journal;

use super::dense;
use super::envelope::{DENSE_SCHEMA, FIRST_SCHEMA, schema_of, seal_as, seal_in};
use super::key::Key;
use super::save::SaveError;
use super::{Store, Trouble, contents};

const DAY_MS: i64 = 86_400_000;

/// Whether a month lies back so far that it is hardly written any more.
pub(super) fn is_back<'a>(entries: impl IntoIterator<Item = &'a Entry>, today: LocalDay) -> bool {
    let mut entries = entries.into_iter();
    entries.all(|entry| today.days_since(entry.day) > dense::AFTER_DAYS)
}

/// What a fold did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Folded {
    /// Entries written into segments.
    pub gathered: usize,
    /// Single entries removed, because an earlier fold had gathered them.
    pub removed: usize,
}

impl Store {
    /// Gathers entries of the months before this one, and removes those that an earlier fold gathered. Meant
    /// to be called once after each start, by one tab at a time: the caller holds a lock across tabs, and
    /// where the browser has none it is best not called. A month whose segment cannot be read, or was
    /// written by a newer version, stays as it is.
    ///
    /// # Errors
    /// [`SaveError`] where the storage fails. What was done so far stays good, and a later fold goes on.
    pub fn fold(&self, now: Now) -> Result<Folded, SaveError> {
        self.clock.set(now.at);
        let mut folded = Folded::default();
        for (month, singles) in self.singles_before(now)? {
            self.fold_month(&month, singles, &mut folded)?;
        }
        Ok(folded)
    }

    /// The readable single entries of past months, by the key of their segment.
    fn singles_before(&self, now: Now) -> Result<BTreeMap<Key, Vec<Entry>>, SaveError> {
        let this_month = Key::month_of(now.day);
        let mut months: BTreeMap<Key, Vec<Entry>> = BTreeMap::new();
        for key in self.keys()? {
            if !matches!(key, Key::Entry { .. }) {
                continue;
            }
            match self.get(&key, contents::entry) {
                Ok(Some(entry)) => {
                    let month = Key::month_of(entry.day);
                    if entry.day < now.day && month != this_month {
                        months.entry(month).or_default().push(entry);
                    }
                }
                Ok(None) | Err(Trouble::Broken { .. }) => {}
                Err(Trouble::Storage(error)) => return Err(error.into()),
            }
        }
        Ok(months)
    }

    fn fold_month(
        &self,
        month: &Key,
        singles: Vec<Entry>,
        folded: &mut Folded,
    ) -> Result<(), SaveError> {
        let segment = match self.get(month, contents::segment) {
            Ok(segment) => segment.unwrap_or_default(),
            Err(Trouble::Broken { .. }) => return Ok(()),
            Err(Trouble::Storage(error)) => return Err(error.into()),
        };
        let (known, new): (Vec<Entry>, Vec<Entry>) = singles
            .into_iter()
            .partition(|one| segment.iter().any(|kept| kept.id == one.id));
        for entry in known.iter().filter(|one| segment.contains(one)) {
            self.storage.remove(&Key::of(entry).to_string())?;
            folded.removed += 1;
        }
        if !new.is_empty() {
            let gathered = new.len();
            self.keep_month(month, segment.into_iter().chain(new).collect())?;
            folded.gathered += gathered;
        }
        Ok(())
    }

    /// Writes a month densely that was not. Like a fold, one tab at a time. What cannot be read stays as it is.
    ///
    /// # Errors
    /// [`SaveError`] where the storage fails; the month stands there as it stood.
    pub fn thicken(&self, month: &Key) -> Result<(), SaveError> {
        match self.get(month, contents::segment) {
            Ok(Some(entries)) => self.keep_month(month, entries.into_iter().collect()),
            Ok(None) | Err(Trouble::Broken { .. }) => Ok(()),
            Err(Trouble::Storage(error)) => Err(error.into()),
        }
    }

    /// About the day it is, by the latest moment this store was told.
    fn day(&self) -> LocalDay {
        let days = self.clock.get().0 / DAY_MS;
        LocalDay::epoch().plus(u64::try_from(days).unwrap_or(0))
    }

    /// Writes a month's value, densely where it lies back. A journal keeps its entries in order.
    pub(super) fn keep_month(&self, month: &Key, journal: Journal) -> Result<(), SaveError> {
        let entries: Vec<&Entry> = journal.all().collect();
        let text = self
            .seal_month(&entries)
            .map_err(|error| SaveError::Failed(error.to_string()))?;
        self.keep_text(month, &text)
    }

    /// The text of a month's value, dense where it lies back.
    pub(super) fn seal_month(&self, entries: &[&Entry]) -> Result<String, serde_json::Error> {
        if is_back(entries.iter().copied(), self.day()) {
            return Ok(seal_as(DENSE_SCHEMA, &dense::write(entries)?));
        }
        let schema = entries.iter().map(|entry| schema_of(entry)).max();
        seal_in(schema.unwrap_or(FIRST_SCHEMA), entries)
    }
}
