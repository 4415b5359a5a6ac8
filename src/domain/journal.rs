//! The journal: a set of entries, kept by id.
//!
//! Invariant: entries are only ever added; what counts is what no entry retracts, but for retractions over which something
//! was put back. Joining two journals is a set union, so order of arrival, repeats and a second device change nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use super::day::{Instant, LocalDay};
use super::entry::{Entry, EntryId, Kind, SessionRecord};
use super::feeling::{Effort, PainLevel, PainPlace};
use super::routine::Routine;

/// All that was ever noted, with indexes: a tap costs by the day, and not by the years.
#[derive(Debug, Clone, Default)]
pub struct Journal {
    /// In the order in which they came. None ever moves or goes, so its place here names an entry.
    entries: Vec<Entry>,
    /// All of them.
    order: Line,
    /// Those of each day, the earliest day first.
    days: Vec<(LocalDay, Line)>,
    /// Sessions, and how they felt.
    moves: Line,
    /// Jars and doses.
    powder: Line,
    /// Pain, signs, notes and checks: all that bears on safety beside the sessions.
    body: Line,
    /// The retractions of each entry.
    retractions: BTreeMap<EntryId, BTreeSet<EntryId>>,
    /// At the place of each id that a retraction names, and of few others: most entries are seen at a glance to count.
    named: Vec<bool>,
    /// The retractions that no longer count.
    put_back: BTreeSet<EntryId>,
    /// The sessions that count, where they were asked for since they last changed.
    done: OnceLock<Vec<DoneSession>>,
}

/// Places of entries, by instant, then id.
type Line = Vec<usize>;

/// So many places for ids: with hundreds of retractions few other ids share one.
const GLANCE: usize = 1 << 14;

/// The place of an id.
fn at_a_glance(id: &EntryId) -> usize {
    let bytes = id.as_str().bytes();
    let mixed = bytes.fold(0_u32, |mixed, byte| {
        mixed.wrapping_mul(0x0100_0193) ^ u32::from(byte)
    });
    (mixed ^ (mixed >> 15)) as usize % GLANCE
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

/// The same entries; how they are indexed follows from them.
impl PartialEq for Journal {
    fn eq(&self, other: &Self) -> bool {
        self.all().eq(other.all())
    }
}

impl Eq for Journal {}

impl Journal {
    /// Adds an entry; one that is already there stays as it is.
    pub fn add(&mut self, entry: Entry) {
        let place = self.entries.len();
        let (in_order, is_known) = self.place_of(&entry);
        if is_known {
            return;
        }
        self.order.insert(in_order, place);
        self.keep_done(&entry, in_order == place);
        match &entry.kind {
            Kind::Retract { entry: target } => {
                let of = self.retractions.entry(target.clone()).or_default();
                of.insert(entry.id.clone());
                self.named.resize(GLANCE, false);
                if let Some(named) = self.named.get_mut(at_a_glance(target)) {
                    *named = true;
                }
            }
            Kind::PutBack { over } => self.put_back.extend(over.iter().cloned()),
            _ => {}
        }
        let day = entry.day;
        let found_by = Shelf::of(&entry.kind);
        self.entries.push(entry);
        let entries = &self.entries;
        if self.days.last().is_none_or(|(last, _)| *last < day) {
            self.days.push((day, vec![place]));
        } else {
            let at = self.days.partition_point(|(other, _)| *other < day);
            match self.days.get_mut(at) {
                Some((known, line)) if *known == day => put(line, entries, place),
                _ => self.days.insert(at, (day, vec![place])),
            }
        }
        match found_by {
            Some(Shelf::Moves) => put(&mut self.moves, entries, place),
            Some(Shelf::Powder) => put(&mut self.powder, entries, place),
            Some(Shelf::Body) => put(&mut self.body, entries, place),
            None => {}
        }
    }

    /// Where an entry belongs in order of time, and whether it is there. Most come last.
    fn place_of(&self, entry: &Entry) -> (usize, bool) {
        let key = |place: &usize| self.entries.get(*place).map(|one| (one.at, &one.id));
        let new = Some((entry.at, &entry.id));
        if self.order.last().is_none_or(|last| key(last) < new) {
            return (self.order.len(), false);
        }
        let place = self.order.partition_point(|one| key(one) < new);
        let is_known = self.order.get(place).is_some_and(|one| key(one) == new);
        (place, is_known)
    }

    /// The sessions that count, kept up to date where that is quick, else reckoned anew when they are next asked for.
    fn keep_done(&mut self, new: &Entry, is_last: bool) {
        if self.done.get().is_none() {
            return;
        }
        let counts = self.retractions(&new.id).next().is_none();
        let (mut sessions, mut words) = (false, false);
        match &new.kind {
            Kind::Session(_) | Kind::Felt { .. } if is_last && counts => {
                self.done
                    .get_mut()
                    .into_iter()
                    .for_each(|done| tell(done, new));
            }
            Kind::Session(_) | Kind::Felt { .. } | Kind::PutBack { .. } => words = true,
            Kind::Retract { entry } if !self.put_back.contains(&new.id) => {
                for one in self.moves().filter(|one| one.id == *entry) {
                    let is_a_session = matches!(one.kind, Kind::Session(_));
                    sessions |= is_a_session;
                    words |= !is_a_session;
                }
            }
            _ => {}
        }
        if words {
            self.done.take();
        } else if sessions
            && let Some(done) = self.done.get_mut()
            && let Kind::Retract { entry } = &new.kind
        {
            done.retain(|one| one.id != *entry);
        }
    }

    /// Adds all entries of another journal.
    pub fn merge(&mut self, other: Self) {
        for entry in other.entries {
            self.add(entry);
        }
    }

    /// Every entry, oldest first, retracted ones and retractions included.
    pub fn all(&self) -> impl DoubleEndedIterator<Item = &Entry> {
        self.along(&self.order)
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

    /// Whether an entry of this journal counts: it is neither retracted nor a word about a retraction.
    pub fn counts(&self, entry: &Entry) -> bool {
        let may_be_named = self.named.get(at_a_glance(&entry.id)) == Some(&true);
        let is_taken_back = may_be_named && self.retractions(&entry.id).next().is_some();
        !is_taken_back && !matches!(entry.kind, Kind::Retract { .. } | Kind::PutBack { .. })
    }

    /// An entry that counts, by its id.
    pub fn find(&self, id: &EntryId) -> Option<&Entry> {
        let mut all = self.all().rev();
        all.find(|entry| entry.id == *id && self.counts(entry))
    }

    /// Whether there is such an entry, also one that was taken back.
    pub fn holds(&self, id: &EntryId) -> bool {
        self.all().rev().any(|entry| entry.id == *id)
    }

    /// The entries that count, oldest first. It goes through all the years: nothing that a tap changes asks for it.
    pub fn counted(&self) -> impl DoubleEndedIterator<Item = &Entry> {
        self.all().filter(|entry| self.counts(entry))
    }

    /// Those of a day that count, oldest first.
    pub fn of_day(&self, day: LocalDay) -> impl DoubleEndedIterator<Item = &Entry> {
        let at = self.days.partition_point(|(other, _)| *other < day);
        let line = self.days.get(at).filter(|(known, _)| *known == day);
        let line = line.map_or(&[][..], |(_, line)| line);
        self.along(line).filter(|entry| self.counts(entry))
    }

    /// Those of some days, the last one included, that count, oldest first.
    pub fn between(&self, first: LocalDay, last: LocalDay) -> Vec<&Entry> {
        let from = self.days.partition_point(|(day, _)| *day < first);
        let days = self.days.get(from..).unwrap_or_default();
        let mut places = Line::new();
        for (_, line) in days.iter().take_while(|(day, _)| *day <= last) {
            // Where clocks were right each day comes behind the one before.
            for place in line {
                put(&mut places, &self.entries, *place);
            }
        }
        let entries = places.iter().filter_map(|place| self.entries.get(*place));
        entries.filter(|entry| self.counts(entry)).collect()
    }

    /// Jars and doses that count, oldest first.
    pub fn of_powder(&self) -> impl DoubleEndedIterator<Item = &Entry> {
        self.along(&self.powder).filter(|entry| self.counts(entry))
    }

    /// Jars and doses, oldest first, whether they count or not.
    pub fn all_of_powder(&self) -> impl DoubleEndedIterator<Item = &Entry> {
        self.along(&self.powder)
    }

    /// Pain that stopped a session, signs, notes and checks that count, oldest first.
    pub fn of_body(&self) -> impl DoubleEndedIterator<Item = &Entry> {
        self.along(&self.body).filter(|entry| self.counts(entry))
    }

    fn moves(&self) -> impl DoubleEndedIterator<Item = &Entry> {
        self.along(&self.moves)
    }

    fn along<'a>(&'a self, line: &'a [usize]) -> impl DoubleEndedIterator<Item = &'a Entry> {
        line.iter().filter_map(|place| self.entries.get(*place))
    }

    /// The latest entry of a day that "undo" would take back, with all that hangs on it.
    pub fn last_undoable(&self, day: LocalDay) -> Option<&Entry> {
        self.of_day(day)
            .rev()
            .find(|entry| entry.kind.stands_alone())
    }

    /// The latest whole days that show at least so many entries, and whether there are earlier ones: the latest day first,
    /// and on each day the latest entry first. Words about another entry are left out.
    pub fn latest_days(&self, entries: usize) -> (Vec<(LocalDay, Vec<&Entry>)>, bool) {
        let mut days = self.days.iter().rev().filter_map(|(day, line)| {
            let counts = |entry: &&Entry| entry.kind.stands_alone() && self.counts(entry);
            let of_day: Vec<&Entry> = self.along(line).rev().filter(counts).collect();
            (!of_day.is_empty()).then_some((*day, of_day))
        });
        let (mut shown, mut count) = (Vec::new(), 0);
        for (day, of_day) in days.by_ref() {
            count += of_day.len();
            shown.push((day, of_day));
            if count >= entries {
                break;
            }
        }
        (shown, days.next().is_some())
    }

    /// The sessions of both routines that count, oldest first.
    pub fn done(&self) -> &[DoneSession] {
        self.done.get_or_init(|| {
            let mut done = Vec::new();
            for entry in self.moves().filter(|entry| self.counts(entry)) {
                tell(&mut done, entry);
            }
            done
        })
    }

    /// The sessions of a routine that count, oldest first.
    pub fn sessions(&self, routine: Routine) -> Vec<DoneSession> {
        let of = |one: &&DoneSession| one.record.routine == routine;
        self.done().iter().filter(of).cloned().collect()
    }

    /// What was told after a session.
    pub fn told_of(&self, id: &EntryId) -> Told {
        let mut told = Told::default();
        for entry in self.moves().chain(self.along(&self.body)) {
            match &entry.kind {
                Kind::Felt {
                    session,
                    effort,
                    pain,
                } if session == id && self.counts(entry) => {
                    told.effort = effort.or(told.effort);
                    told.pain = pain.or(told.pain);
                }
                Kind::Pain { session, place } if session == id && self.counts(entry) => {
                    told.place = Some(*place);
                }
                _ => {}
            }
        }
        told
    }

    /// What was done of a routine on a day.
    pub fn day_count(&self, routine: Routine, day: LocalDay) -> DayCount {
        self.of_day(day)
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

/// What an entry is found by, beside its day.
enum Shelf {
    Moves,
    Powder,
    Body,
}

impl Shelf {
    /// Every kind is named, so that a new one has to be thought about.
    fn of(kind: &Kind) -> Option<Self> {
        match kind {
            Kind::Session(_) | Kind::Felt { .. } => Some(Self::Moves),
            Kind::Jar { .. } | Kind::Dose { .. } | Kind::JarGone { .. } => Some(Self::Powder),
            Kind::Pain { .. }
            | Kind::Height { .. }
            | Kind::ChairStand { .. }
            | Kind::Balance { .. }
            | Kind::Note(_)
            | Kind::Sign { .. } => Some(Self::Body),
            Kind::Food { .. }
            | Kind::Daylight {}
            | Kind::Habit { .. }
            | Kind::Retract { .. }
            | Kind::PutBack { .. } => None,
        }
    }
}

/// Puts an entry into its place in a line. Most come last.
fn put(line: &mut Line, entries: &[Entry], new: usize) {
    let key = |place: usize| entries.get(place).map(|one| (one.at, &one.id));
    let new_key = key(new);
    let at = if line.last().is_none_or(|last| key(*last) < new_key) {
        line.len()
    } else {
        line.partition_point(|one| key(*one) < new_key)
    };
    line.insert(at, new);
}

/// What a further entry that counts says about sessions.
fn tell(done: &mut Vec<DoneSession>, entry: &Entry) {
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
            // Among the latest, as a rule.
            if let Some(of) = done.iter_mut().rfind(|one| one.id == *session) {
                of.effort = effort.or(of.effort);
                of.pain = pain.or(of.pain);
            }
        }
        _ => {}
    }
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
        let shape: Vec<(u32, Vec<i64>)> = journal
            .latest_days(99)
            .0
            .iter()
            .map(|(day, of_day)| (day.parts().2, of_day.iter().map(|one| one.at.0).collect()))
            .collect();
        assert_eq!(shape, [(22, vec![6]), (21, vec![2]), (20, vec![4, 1])]);
        for (entries, shown) in [(0, 1), (1, 1), (2, 2), (3, 3), (4, 3), (5, 3), (99, 3)] {
            let (days, more) = journal.latest_days(entries);
            assert_eq!((days.len(), more), (shown, shown < 3), "{entries}");
        }
        assert_eq!(Journal::default().latest_days(20), (Vec::new(), false));
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
        let (mut days, mut more) = journal.latest_days(20);
        let mut steps = 1;
        while more {
            let entries: usize = days.iter().map(|day| day.1.len()).sum();
            let before = days.len();
            (days, more) = journal.latest_days(entries + 20);
            assert!(days.len() > before, "each step shows more");
            steps += 1;
        }
        assert!(steps < 12, "{steps}");
        assert_eq!(days.iter().map(|day| day.1.len()).sum::<usize>(), 200);
    }

    /// The entries by plain scans: what the indexes have to equal.
    struct Plain(BTreeMap<(Instant, EntryId), Entry>);

    impl Plain {
        fn counted(&self) -> Vec<&Entry> {
            let all = || self.0.values();
            let put_back: Vec<&EntryId> = all()
                .filter_map(|entry| match &entry.kind {
                    Kind::PutBack { over } => Some(over),
                    _ => None,
                })
                .flatten()
                .collect();
            let retracted: Vec<&EntryId> = all()
                .filter(|entry| !put_back.contains(&&entry.id))
                .filter_map(|entry| match &entry.kind {
                    Kind::Retract { entry } => Some(entry),
                    _ => None,
                })
                .collect();
            all()
                .filter(|entry| !matches!(entry.kind, Kind::Retract { .. } | Kind::PutBack { .. }))
                .filter(|entry| !retracted.contains(&&entry.id))
                .collect()
        }

        fn done(&self) -> Vec<DoneSession> {
            let mut done = Vec::new();
            for entry in self.counted() {
                tell(&mut done, entry);
            }
            done
        }
    }

    /// Entries of a few ids, instants and days, so that much collides.
    fn some_kind(number: u8, of: u64) -> Kind {
        let id = EntryId::of_number(of);
        let record = |routine| SessionRecord {
            routine,
            style: super::super::routine::Style::Seated,
            rounds: 1,
            planned_rounds: 1,
            reps: 5,
            planned_reps: 5,
            active_ms: of,
            ending: super::super::entry::Ending::Completed,
        };
        match number {
            0 => Kind::Session(record(Routine::HeelDrop)),
            1 => Kind::Session(record(Routine::KneeBend)),
            2 => Kind::Felt {
                session: id,
                effort: Some(Effort::Easy),
                pain: None,
            },
            3 => Kind::Pain {
                session: id,
                place: PainPlace::Knee,
            },
            4 => Kind::Retract { entry: id },
            5 => Kind::PutBack { over: vec![id] },
            6 => Kind::Dose {
                grams: 25,
                jar: Some(id),
                calcium_mg: None,
            },
            7 => Kind::Height { mm: 1_650 },
            _ => Kind::Daylight {},
        }
    }

    proptest::proptest! {
        /// Whatever comes in whatever order, and whatever was asked in between, the indexes tell what a plain scan tells.
        #[test]
        fn the_indexes_tell_what_a_plain_scan_tells(
            entries in proptest::collection::vec((0..30_u64, 0..12_i64, 1..9_u32, 0..9_u8, 0..30_u64, proptest::bool::ANY), 0..50),
        ) {
            let (mut journal, mut plain) = (Journal::default(), Plain(BTreeMap::new()));
            for (id, at, on, kind, of, asks) in entries {
                let new = Entry {
                    id: EntryId::of_number(id),
                    at: Instant(at),
                    day: LocalDay::new(2026, 11, on).unwrap(),
                    kind: some_kind(kind, of),
                };
                plain.0.entry((new.at, new.id.clone())).or_insert(new.clone());
                journal.add(new);
                if asks {
                    proptest::prop_assert_eq!(journal.done(), plain.done());
                }
            }
            proptest::prop_assert_eq!(journal.done(), plain.done());
            proptest::prop_assert!(journal.all().eq(plain.0.values()));
            proptest::prop_assert_eq!(journal.len(), plain.0.len());
            let counted = plain.counted();
            let those = |is: &dyn Fn(&Entry) -> bool| -> Vec<&Entry> {
                counted.iter().copied().filter(|entry| is(entry)).collect()
            };
            proptest::prop_assert!(journal.counted().eq(those(&|_| true)));
            let powder = those(&|one| matches!(one.kind, Kind::Dose { .. }));
            proptest::prop_assert!(journal.of_powder().eq(powder));
            let body = those(&|one| matches!(one.kind, Kind::Pain { .. } | Kind::Height { .. }));
            proptest::prop_assert!(journal.of_body().eq(body));
            for on in 1..9 {
                let day = LocalDay::new(2026, 11, on).unwrap();
                proptest::prop_assert!(journal.of_day(day).eq(those(&|one| one.day == day)));
                let first = day.minus(2);
                let between = those(&|one| (first..=day).contains(&one.day));
                proptest::prop_assert_eq!(journal.between(first, day), between);
            }
            for entry in plain.0.values() {
                let found = those(&|one| one.id == entry.id).pop();
                proptest::prop_assert_eq!(journal.find(&entry.id), found);
            }
            let (days, more) = journal.latest_days(usize::MAX);
            proptest::prop_assert!(!more);
            let shown: Vec<&Entry> = days.iter().rev().flat_map(|(_, of)| of.iter().rev().copied()).collect();
            let mut by_day = those(&|one| one.kind.stands_alone());
            by_day.sort_by_key(|one| one.day);
            proptest::prop_assert_eq!(shown, by_day);
        }
    }
}
