//! Clocks that are wrong, that are put forward or back, and people who travel: whatever a clock says, nothing is lost,
//! nothing is refused, and each note counts for the day that the person named.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

#[path = "store_support/tab.rs"]
mod tab;

use std::rc::Rc;

use bonewise::domain::body::{Note, Region};
use bonewise::domain::day::{Instant, LocalDay, Now};
use bonewise::domain::draft::Draft;
use bonewise::domain::entry::{EntryId, Kind};
use bonewise::domain::model::{Event, Stamp};
use bonewise::domain::routine::{Plan, Routine};
use bonewise::domain::settings::TextSize;
use bonewise::store::Store;
use bonewise::store::memory::MemoryStorage;
use tab::Tab;

const HOUR: i64 = 3_600_000;
const DAY: i64 = 24 * HOUR;

/// What a clock says that stands in a zone so many hours east of Greenwich.
fn clock(at: i64, hours_east: i64) -> Now {
    let days = (at + hours_east * HOUR).div_euclid(DAY);
    Now {
        at: Instant(at),
        day: LocalDay::epoch().plus(u64::try_from(days).unwrap()),
    }
}

fn day(year: i32, month: u32, day: u32) -> LocalDay {
    LocalDay::new(year, month, day).unwrap()
}

/// An instant by the clocks of Greenwich.
fn utc(on: LocalDay, hour: i64) -> i64 {
    on.days_since(LocalDay::epoch()) * DAY + hour * HOUR
}

/// A browser with one page after another; each is loaded anew, and each folds, as the app does at its start.
struct Person {
    disk: MemoryStorage,
    notes: u64,
    days: Vec<(EntryId, LocalDay)>,
}

impl Person {
    fn new() -> Self {
        Self {
            disk: MemoryStorage::new(),
            notes: 0,
            days: Vec::new(),
        }
    }

    fn open(&self, now: Now) -> Tab {
        let tab = Tab::open(Rc::new(self.disk.clone()), now);
        tab.fold(now).unwrap();
        assert_eq!(tab.problems, []);
        tab
    }

    fn stamp(&mut self, now: Now) -> Stamp {
        self.notes += 1;
        Stamp {
            now,
            id: EntryId::of_number(self.notes),
        }
    }

    fn notes(&mut self, tab: &mut Tab, now: Now) {
        let stamp = self.stamp(now);
        self.days.push((stamp.id.clone(), now.day));
        tab.send(Event::DayCame, stamp.clone());
        tab.send(Event::DidByHand(Plan::NEWCOMER_HEEL_DROPS), stamp);
        assert_eq!(tab.keeper.waiting(), 0, "nothing is refused");
    }

    /// All is there, each note on its own day, the days in their order, and what may be asked of it is answered.
    fn finds_all(&self, now: Now) {
        let tab = self.open(now);
        let journal = &tab.model.journal;
        assert_eq!(journal.len(), self.days.len());
        for (id, day) in &self.days {
            assert_eq!(journal.find(id).unwrap().day, *day, "{id:?}");
        }
        let moments: Vec<_> = journal.all().map(|one| (one.at, one.id.clone())).collect();
        assert!(moments.is_sorted());
        let (by_day, _) = journal.latest_days(usize::MAX);
        assert!(by_day.is_sorted_by(|one, two| one.0 > two.0));
        let count = |day| self.days.iter().filter(|one| one.1 == day).count();
        for (day, of_day) in by_day {
            assert_eq!(of_day.len(), count(day), "{day}");
            let reps = journal.day_count(Routine::HeelDrop, day).reps;
            assert_eq!(reps, 10 * u32::try_from(of_day.len()).unwrap());
        }
        tab.model.agenda();
        tab.model.offer(Routine::HeelDrop);
    }
}

#[test]
fn a_clock_a_year_ahead_and_back_again_loses_refuses_and_reorders_nothing() {
    for (first, then) in [(365, 0), (-365, 0), (0, 365), (365, -365), (-365, 365)] {
        let mut person = Person::new();
        let begun = utc(day(2026, 11, 22), 10);
        for (n, skew) in [0, first, then, 0, first, 0].into_iter().enumerate() {
            let now = clock(begun + i64::try_from(n).unwrap() * HOUR + skew * DAY, 0);
            let mut tab = person.open(now);
            person.notes(&mut tab, now);
            // What is undone is what was noted last on the day that the clock shows.
            let last = tab.model.journal.last_undoable(now.day).unwrap();
            assert_eq!(last.day, now.day);
            person.finds_all(now);
        }
        for skew in [0, 365, -365, 800] {
            person.finds_all(clock(begun + skew * DAY, 0));
        }
    }
}

/// The page stays open while the clock is put right.
#[test]
fn a_clock_that_is_put_right_under_an_open_page_refuses_nothing() {
    let mut person = Person::new();
    let begun = utc(day(2027, 11, 22), 10);
    let mut tab = person.open(clock(begun, 0));
    person.notes(&mut tab, clock(begun, 0));
    let right = clock(begun - 365 * DAY, 0);
    person.notes(&mut tab, right);
    assert_eq!(tab.model.today, right.day);
    let reps = |day| tab.model.journal.day_count(Routine::HeelDrop, day).reps;
    assert_eq!((reps(right.day), reps(day(2027, 11, 22))), (10, 10));
    person.finds_all(right);
}

/// In Berlin the clocks go forward on 29 March 2026 and back on 25 October: a day of 23 hours, and one of 25.
#[test]
fn on_a_day_of_23_hours_and_on_one_of_25_every_hour_counts_for_it_once() {
    for (day, before, after, hours) in [(day(2026, 3, 29), 1, 2, 23), (day(2026, 10, 25), 2, 1, 25)]
    {
        let mut person = Person::new();
        let midnight = utc(day, 0) - before * HOUR;
        for hour in 0..hours {
            let at = midnight + hour * HOUR;
            // Both change at one o'clock in Greenwich.
            let zone = if at < utc(day, 1) { before } else { after };
            let now = clock(at, zone);
            assert_eq!(now.day, day, "hour {hour}");
            let mut tab = person.open(now);
            person.notes(&mut tab, now);
        }
        let next = clock(midnight + hours * HOUR, after);
        assert_eq!(next.day, day.plus(1));
        person.finds_all(next);
    }
}

/// What is half entered in the evening is taken up over the change, and yesterday's is not.
#[test]
fn a_draft_over_the_change_of_the_clocks_is_as_old_as_it_is() {
    let note = || {
        let mut note = Note::default();
        note.mark(Region::LowerBack, true);
        note
    };
    let day = day(2026, 10, 25);
    let made = clock(utc(day, 0) - 3 * HOUR, 2);
    for (hours, stays) in [(3, true), (5, true), (6, false), (30, false)] {
        let store = Store::new(Rc::new(MemoryStorage::new()));
        let draft = Draft {
            note: note(),
            note_at: Some(made),
            ..Draft::default()
        };
        store.save_draft(&draft).unwrap();
        let then = clock(made.at.0 + hours * HOUR, 1);
        let read = store.load_draft(then);
        assert_eq!(read.note == note(), stays, "{hours} hours later");
    }
}

#[test]
fn a_flight_from_utc_14_to_utc_minus_12_and_back_over_a_month_loses_and_moves_nothing() {
    let mut person = Person::new();
    // It is the first of December on Kiritimati, and on Baker Island the day before yesterday.
    let begun = utc(day(2026, 11, 30), 11);
    let flights = [(0, 14), (3, -12), (5, 14), (30, -12), (31, 14), (32, 0)];
    let mut days = Vec::new();
    for (hours, zone) in flights {
        let now = clock(begun + hours * HOUR, zone);
        days.push(now.day);
        let mut tab = person.open(now);
        person.notes(&mut tab, now);
        person.finds_all(now);
    }
    assert_eq!(days[..2], [day(2026, 12, 1), day(2026, 11, 30)]);
    assert_eq!(days[4], day(2026, 12, 2));
    // Months later all of it is gathered, each in the month of its own day.
    let later = clock(begun + 90 * DAY, 0);
    for _ in 0..2 {
        person.open(later);
    }
    let store = Store::new(Rc::new(person.disk.clone()));
    assert_eq!(store.load(later).journal.len(), flights.len());
    person.finds_all(later);
}

/// A session that began on Kiritimati and goes on over the date line, where it is yesterday: no day has more than was done.
#[test]
fn a_session_over_the_date_line_counts_each_repetition_once() {
    let begun = utc(day(2026, 11, 30), 11);
    for zones in [[14, -12], [-12, 14]] {
        let [before, after] = zones.map(|zone| clock(begun, zone));
        let disk = MemoryStorage::new();
        let mut person = Person::new();
        let mut tab = Tab::open(Rc::new(disk.clone()), before);
        tab.begin(Plan::NEWCOMER_HEEL_DROPS, &person.stamp(before));
        tab.one_more(before);
        tab.one_more(before);
        drop(tab);
        let mut tab = Tab::open(Rc::new(disk.clone()), after);
        assert!(tab.model.unfinished.is_some());
        tab.begin(Plan::NEWCOMER_HEEL_DROPS, &person.stamp(after));
        tab.one_more(after);
        tab.end(person.stamp(after));
        assert_eq!(tab.keeper.waiting(), 0);
        let journal = Store::new(Rc::new(disk)).load(after).journal;
        let reps = |day| journal.day_count(Routine::HeelDrop, day).reps;
        let (first, second) = (reps(before.day), reps(after.day));
        assert_eq!(first + second, 3, "{zones:?}");
        // A day that was is not begun again.
        let expected = if after.day < before.day {
            (3, 0)
        } else {
            (2, 1)
        };
        assert_eq!((first, second), expected);
    }
}

/// Midnight passes while a page is open, between two repetitions and between two notes.
#[test]
fn midnight_between_two_repetitions_parts_them_and_a_note_after_it_counts_for_the_new_day() {
    let midnight = utc(day(2026, 12, 1), 0);
    let (evening, night) = (clock(midnight - 1000, 0), clock(midnight, 0));
    let mut person = Person::new();
    let mut tab = person.open(evening);
    tab.begin(Plan::NEWCOMER_HEEL_DROPS, &person.stamp(evening));
    tab.one_more(evening);
    tab.one_more(night);
    tab.one_more(night);
    tab.end(person.stamp(night));
    let food = Kind::Food {
        food: "milk".to_owned(),
        halves: 2,
    };
    let stamp = person.stamp(night);
    tab.send(Event::DayCame, stamp.clone());
    tab.send(Event::Noted(Box::new(food)), stamp);
    let journal = person.open(night).model.journal.clone();
    let reps = |day| journal.day_count(Routine::HeelDrop, day).reps;
    assert_eq!((reps(evening.day), reps(night.day)), (1, 2));
    assert_eq!(journal.last_undoable(night.day).unwrap().day, night.day);
    assert_eq!(journal.latest_days(usize::MAX).0.len(), 2);
    // The evening is of another month now, which is folded; the session's later part is not touched by that.
    for _ in 0..3 {
        person.open(night);
    }
    assert_eq!(person.open(night).model.journal, journal);
}

/// Frozen for five weeks, while another page noted, chose, folded and went: it wakes, and what it then saves takes nothing
/// away.
#[test]
fn a_page_that_was_frozen_for_weeks_wakes_and_saves_and_takes_nothing_away() {
    let begun = utc(day(2026, 10, 20), 10);
    let mut person = Person::new();
    let mut frozen = person.open(clock(begun, 0));
    person.notes(&mut frozen, clock(begun, 0));
    for week in 1..=5 {
        let now = clock(begun + week * 7 * DAY, 0);
        let mut other = person.open(now);
        person.notes(&mut other, now);
        let mut settings = other.model.settings.clone();
        settings.text = TextSize::Large;
        settings.checks.home.set(&format!("line{week}"), true);
        let stamp = person.stamp(now);
        other.send(Event::Chose(Box::new(settings)), stamp);
    }
    let now = clock(begun + 36 * DAY, 0);
    // It saves before anything told it that it slept.
    let stamp = person.stamp(now);
    frozen.look_again(&stamp);
    let mut settings = frozen.model.settings.clone();
    settings.knee_sets = 3;
    frozen.send(Event::Chose(Box::new(settings)), stamp);
    person.notes(&mut frozen, now);
    frozen.wake(&person.stamp(now));
    assert_eq!(frozen.model.journal.len(), person.days.len());
    frozen.fold(now).unwrap();
    person.finds_all(now);
    let settings = person.open(now).model.settings.clone();
    assert_eq!((settings.text, settings.knee_sets), (TextSize::Large, 3));
    for week in 1..=5 {
        assert!(settings.checks.home.has(&format!("line{week}")));
    }
    assert_eq!(frozen.model.settings, settings);
}
