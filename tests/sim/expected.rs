//! What has to be on a device: the model that the simulation is held against. It knows nothing of how things are kept.

use std::collections::{BTreeMap, BTreeSet};

use bonewise::domain::entry::{Entry, EntryId, Kind};
use bonewise::domain::journal::Journal;

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Expected {
    /// What was acknowledged.
    pub entries: BTreeMap<EntryId, Entry>,
    /// What was ticked, acknowledged.
    pub ticks: BTreeSet<String>,
    /// Texts that could not be read, each with its key: it has to stand there or in a copy for ever.
    pub damaged: BTreeSet<(String, String)>,
    /// What a newer version wrote, by its key: it stays as it is.
    pub newer: BTreeMap<String, String>,
}

impl Expected {
    pub fn add(&mut self, entry: &Entry) {
        self.entries
            .entry(entry.id.clone())
            .or_insert_with(|| entry.clone());
    }

    /// What either of two has.
    pub fn join(&mut self, other: &Self) {
        for entry in other.entries.values() {
            self.add(entry);
        }
        self.ticks.extend(other.ticks.iter().cloned());
        self.newer.extend(other.newer.clone());
    }

    /// What may be gone.
    pub fn release<'a>(&mut self, ids: impl IntoIterator<Item = &'a EntryId>) {
        for id in ids {
            self.entries.remove(id);
        }
    }
}

/// What counts, by plain sets: it is not taken back, or each of the words that took it back was put back.
pub fn counted(journal: &Journal) -> BTreeSet<EntryId> {
    let all: Vec<&Entry> = journal.all().collect();
    let mut over = BTreeSet::new();
    for entry in &all {
        if let Kind::PutBack { over: those } = &entry.kind {
            over.extend(those);
        }
    }
    let gone: BTreeSet<&EntryId> = all
        .iter()
        .filter(|entry| !over.contains(&entry.id))
        .filter_map(|entry| match &entry.kind {
            Kind::Retract { entry } => Some(entry),
            _ => None,
        })
        .collect();
    let words = |entry: &Entry| matches!(entry.kind, Kind::Retract { .. } | Kind::PutBack { .. });
    let counts = |entry: &&&Entry| !words(entry) && !gone.contains(&entry.id);
    all.iter()
        .filter(counts)
        .map(|one| one.id.clone())
        .collect()
}
