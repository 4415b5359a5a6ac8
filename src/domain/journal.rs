//! The journal: a set of entries, kept by id.
//!
//! Invariant: entries are only ever added; what counts is what no entry retracts, but for retractions over which something
//! was put back. Joining two journals is a set union, so order of arrival, repeats and a second device change nothing.

use std::collections::{BTreeMap, BTreeSet};

use super::day::{Instant, LocalDay};
use super::entry::{Entry, EntryId, Kind, SessionRecord};
use super::feeling::{Effort, PainLevel, PainPlace};
use super::routine::Routine;

/// All that was ever noted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Journal {
    /// By instant, then id, so that iteration is in order of time.
    entries: BTreeMap<(Instant, EntryId), Entry>,
    /// The retractions of each entry.
    retractions: BTreeMap<EntryId, BTreeSet<EntryId>>,
    /// The retractions that no longer count.
    put_back: BTreeSet<EntryId>,
}

/// A session that counts, with what was said about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DoneSession {
    /// The entry that recorded it.
    pub id: EntryId,
    /// When it was recorded.
    pub at: Instant,
    /// The day it counts for.
    pub day: LocalDay,
    /// What was done.
    pub record: SessionRecord,
    /// How hard it felt, if told; the latest word wins.
    pub effort: Option<Effort>,
    /// Pain, if told; the latest word wins.
    pub pain: Option<PainLevel>,
}

impl Journal {
    /// Adds an entry; one that is already there stays as it is.
    pub fn add(&mut self, entry: Entry) {
        match &entry.kind {
            Kind::Retract { entry: target } => {
                let of = self.retractions.entry(target.clone()).or_default();
                of.insert(entry.id.clone());
            }
            Kind::PutBack { over } => self.put_back.extend(over.iter().cloned()),
            _ => {}
        }
        let key = (entry.at, entry.id.clone());
        self.entries.entry(key).or_insert(entry);
    }

    /// Adds all entries of another journal.
    pub fn merge(&mut self, other: Self) {
        for entry in other.entries.into_values() {
            self.add(entry);
        }
    }

    /// Every entry, oldest first, retracted ones and retractions included.
    pub fn all(&self) -> impl Iterator<Item = &Entry> {
        self.entries.values()
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether nothing was ever noted.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The retractions of an entry that count.
    pub fn retractions(&self, id: &EntryId) -> impl Iterator<Item = &EntryId> {
        let all = self.retractions.get(id).into_iter().flatten();
        all.filter(|one| !self.put_back.contains(*one))
    }

    /// An entry that counts, by its id.
    pub fn find(&self, id: &EntryId) -> Option<&Entry> {
        self.counted().rev().find(|entry| entry.id == *id)
    }

    /// The entries that count: neither retracted nor a word about a retraction, oldest first.
    pub fn counted(&self) -> impl DoubleEndedIterator<Item = &Entry> {
        self.entries.values().filter(|entry| {
            !matches!(entry.kind, Kind::Retract { .. } | Kind::PutBack { .. })
                && self.retractions(&entry.id).next().is_none()
        })
    }

    /// The latest entry of a day that "undo" would take back, with all that hangs on it.
    pub fn last_undoable(&self, day: LocalDay) -> Option<&Entry> {
        self.counted()
            .rev()
            .find(|entry| entry.day == day && entry.kind.stands_alone())
    }

    /// What counts, by the day it counts for: the latest day first, and on each day the latest entry first. Words about
    /// another entry are left out.
    pub fn by_day(&self) -> Vec<(LocalDay, Vec<&Entry>)> {
        let mut days: BTreeMap<LocalDay, Vec<&Entry>> = BTreeMap::new();
        for entry in self
            .counted()
            .filter(|entry| entry.kind.stands_alone())
            .rev()
        {
            days.entry(entry.day).or_default().push(entry);
        }
        days.into_iter().rev().collect()
    }

    /// The sessions of a routine that count, oldest first.
    pub fn sessions(&self, routine: Routine) -> Vec<DoneSession> {
        // Those of both routines at first: a word about a session is then found among the latest, and not after a search
        // through years of the other routine.
        let mut done: Vec<DoneSession> = Vec::new();
        for entry in self.counted() {
            match &entry.kind {
                Kind::Session(record) => done.push(DoneSession {
                    id: entry.id.clone(),
                    at: entry.at,
                    day: entry.day,
                    record: *record,
                    effort: None,
                    pain: None,
                }),
                Kind::Felt {
                    session,
                    effort,
                    pain,
                } => {
                    if let Some(of) = done.iter_mut().rfind(|one| one.id == *session) {
                        of.effort = effort.or(of.effort);
                        of.pain = pain.or(of.pain);
                    }
                }
                _ => {}
            }
        }
        done.retain(|one| one.record.routine == routine);
        done
    }

    /// What was told after a session.
    pub fn told_of(&self, id: &EntryId) -> Told {
        let mut told = Told::default();
        for entry in self.counted() {
            match &entry.kind {
                Kind::Felt {
                    session,
                    effort,
                    pain,
                } if session == id => {
                    told.effort = effort.or(told.effort);
                    told.pain = pain.or(told.pain);
                }
                Kind::Pain { session, place } if session == id => told.place = Some(*place),
                _ => {}
            }
        }
        told
    }

    /// What was done of a routine on a day.
    pub fn day_count(&self, routine: Routine, day: LocalDay) -> DayCount {
        self.counted()
            .filter(|entry| entry.day == day)
            .filter_map(|entry| match &entry.kind {
                Kind::Session(record) if record.routine == routine => Some(record),
                _ => None,
            })
            .fold(DayCount::default(), |sum, record| DayCount {
                sessions: sum.sessions + 1,
                rounds: sum.rounds + u32::from(record.rounds),
                reps: sum.reps + u32::from(record.reps),
            })
    }
}

/// How many whole days it takes, from the latest one on, to show so many entries.
pub fn days_with_at_least(days: &[(LocalDay, Vec<&Entry>)], entries: usize) -> usize {
    let mut shown = 0;
    let enough = days.iter().position(|(_, of_day)| {
        shown += of_day.len();
        shown >= entries
    });
    enough.map_or(days.len(), |last| last + 1)
}

impl FromIterator<Entry> for Journal {
    fn from_iter<I: IntoIterator<Item = Entry>>(entries: I) -> Self {
        let mut journal = Self::default();
        for entry in entries {
            journal.add(entry);
        }
        journal
    }
}

/// What a person told after a session.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Told {
    /// Easy, right or too hard.
    pub effort: Option<Effort>,
    /// Pain from 0 to 10.
    pub pain: Option<PainLevel>,
    /// Where it hurt.
    pub place: Option<PainPlace>,
}

/// What was done of one routine on one day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DayCount {
    /// Sessions; for knee bends each is one set.
    pub sessions: u32,
    /// Rounds begun.
    pub rounds: u32,
    /// Repetitions done.
    pub reps: u32,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(number: i64, on: u32, kind: Kind) -> Entry {
        Entry {
            id: EntryId::of_number(u64::try_from(number).unwrap()),
            at: Instant(number),
            day: LocalDay::new(2026, 11, on).unwrap(),
            kind,
        }
    }

    #[test]
    fn days_come_latest_first_whole_and_without_what_was_taken_back() {
        let taken_back = EntryId::of_number(3);
        let journal: Journal = [
            entry(1, 20, Kind::Daylight {}),
            entry(2, 21, Kind::Daylight {}),
            entry(3, 21, Kind::Balance { held: 1 }),
            // Noted later, for a day before: a session that began before midnight.
            entry(4, 20, Kind::Balance { held: 2 }),
            entry(5, 21, Kind::Retract { entry: taken_back }),
            entry(6, 22, Kind::Balance { held: 3 }),
        ]
        .into_iter()
        .collect();
        let days = journal.by_day();
        let shape: Vec<(u32, Vec<i64>)> = days
            .iter()
            .map(|(day, of_day)| (day.parts().2, of_day.iter().map(|one| one.at.0).collect()))
            .collect();
        assert_eq!(shape, [(22, vec![6]), (21, vec![2]), (20, vec![4, 1])]);
        for (entries, shown) in [(0, 1), (1, 1), (2, 2), (3, 3), (4, 3), (5, 3), (99, 3)] {
            assert_eq!(days_with_at_least(&days, entries), shown, "{entries}");
        }
        assert_eq!(days_with_at_least(&[], 20), 0);
    }

    #[test]
    fn showing_older_again_and_again_reaches_every_entry() {
        let journal: Journal = (0..200)
            .map(|number| {
                entry(
                    number,
                    1 + u32::try_from(number / 9).unwrap(),
                    Kind::Daylight {},
                )
            })
            .collect();
        let days = journal.by_day();
        let (mut shown, mut steps) = (0, 0);
        while shown < days.len() {
            let entries: usize = days[..shown].iter().map(|day| day.1.len()).sum();
            let next = days_with_at_least(&days, entries + 20);
            assert!(next > shown, "each step shows more");
            (shown, steps) = (next, steps + 1);
        }
        assert!(steps < 12, "{steps}");
        assert_eq!(days.iter().map(|day| day.1.len()).sum::<usize>(), 200);
    }
}
