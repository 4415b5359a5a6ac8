//! A session over midnight: each repetition counts for the day on which it was done.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::BTreeMap;

use bonewise::domain::coach::{Coach, Event, PauseReason, Status};
use bonewise::domain::day::{Instant, LocalDay, Now};
use bonewise::domain::entry::{Ending, EntryId, Kind, SessionRecord};
use bonewise::domain::feeling::PainPlace;
use bonewise::domain::model::{self, Model, Stamp, update};
use bonewise::domain::routine::{Plan, Routine};
use bonewise::domain::session::{Restored, Session};
use proptest::prelude::*;

fn day(after: u64) -> LocalDay {
    LocalDay::new(2026, 11, 22).unwrap().plus(after)
}

fn now(at: i64, after: u64) -> Now {
    Now {
        at: Instant(at),
        day: day(after),
    }
}

fn id(text: &str) -> EntryId {
    EntryId::new(text).unwrap()
}

/// A session with a clock of its own.
struct Person {
    session: Session,
    clock_ms: f64,
    at: i64,
}

impl Person {
    fn begins(plan: Plan) -> Self {
        let (coach, _) = Coach::start(plan, 0.0);
        Self {
            session: Session::begin(id("s1"), now(0, 0), coach),
            clock_ms: 0.0,
            at: 0,
        }
    }

    fn does(&mut self, event: Event, on: u64) {
        self.clock_ms += 100.0;
        self.at += 100;
        self.session.handle(self.clock_ms, event, now(self.at, on));
    }

    /// Goes on until so many repetitions are done in all.
    fn until(&mut self, reps: u16, on: u64) {
        while self.session.coach.reps_done() < reps {
            self.does(Event::Tick, on);
        }
    }

    /// What a reload makes of it.
    fn reloads(&mut self) {
        let text = serde_json::to_string(&self.session).unwrap();
        let Restored(session) = serde_json::from_str(&text).unwrap();
        self.session = session;
    }

    fn records(&self) -> Vec<(LocalDay, SessionRecord)> {
        let entries = self.session.entries();
        entries
            .into_iter()
            .map(|entry| match entry.kind {
                Kind::Session(record) => (entry.day, record),
                other => panic!("{other:?}"),
            })
            .collect()
    }
}

fn stamp(name: &str, at: i64, after: u64) -> Stamp {
    Stamp {
        now: now(at, after),
        id: id(name),
    }
}

/// What a person did with the app: 2 repetitions at 23:55, the other 8 at 09:00 the next day.
fn over_midnight(later: u64) -> Person {
    let mut person = Person::begins(Plan::NEWCOMER_HEEL_DROPS);
    person.until(2, 0);
    person.does(Event::Pause(PauseReason::Away), 0);
    person.reloads();
    person.does(Event::Continue, later);
    person.until(10, later);
    person.does(Event::Stop, later);
    person
}

#[test]
fn two_before_midnight_and_eight_the_next_morning_are_two_lines_on_two_days() {
    for later in [1, 6] {
        let person = over_midnight(later);
        let mut model = Model::new(day(later));
        let ended = || model::Event::SessionEnded(Box::new(person.session.clone()));
        // Recorded twice, as when two tabs end it, is recorded once.
        update(&mut model, ended(), stamp("a", 9_000_000, later));
        update(&mut model, ended(), stamp("b", 9_000_001, later));
        let on = |after| model.journal.day_count(Routine::HeelDrop, day(after));
        assert_eq!((on(0).reps, on(later).reps), (2, 8));
        assert_eq!((on(0).sessions, on(later).sessions), (1, 1));
        assert!(model.agenda().heel_drop.done_today);

        let records = person.records();
        assert_eq!(records[0].1.ending, Ending::Stopped);
        assert_eq!(records[1].1.ending, Ending::Completed);
        // How it felt is told about its end.
        assert_eq!(person.session.entries()[1].id, id("s1"));
    }
}

#[test]
fn undo_on_the_next_day_takes_back_only_what_was_done_then() {
    let mut model = Model::new(day(1));
    let ended = model::Event::SessionEnded(Box::new(over_midnight(1).session));
    update(&mut model, ended, stamp("a", 9_000_000, 1));
    let last = model.journal.last_undoable(day(1)).unwrap().id.clone();
    update(
        &mut model,
        model::Event::Undid(last),
        stamp("b", 9_000_001, 1),
    );
    let on = |after| model.journal.day_count(Routine::HeelDrop, day(after)).reps;
    assert_eq!((on(0), on(1)), (2, 0));
    assert_eq!(model.journal.last_undoable(day(1)), None);
}

#[test]
fn all_done_before_midnight_and_a_rest_that_ends_after_it_count_for_the_day_before() {
    let mut person = Person::begins(Plan::NEWCOMER_HEEL_DROPS);
    person.until(10, 0);
    while !matches!(person.session.coach.status(), Status::Ended(_)) {
        person.does(Event::Tick, 1);
    }
    let records = person.records();
    assert_eq!(records.len(), 1);
    assert_eq!((records[0].0, records[0].1.reps), (day(0), 10));
    assert_eq!(records[0].1.ending, Ending::Completed);
}

#[test]
fn pain_counts_for_the_day_on_which_it_was_felt_even_before_a_repetition() {
    for before in [0, 2] {
        let mut person = Person::begins(Plan::NEWCOMER_HEEL_DROPS);
        person.until(before, 0);
        person.does(Event::Pause(PauseReason::Away), 0);
        person.reloads();
        person.does(Event::Pain, 1);
        let mut model = Model::new(day(1));
        let ended = model::Event::SessionEnded(Box::new(person.session.clone()));
        update(&mut model, ended, stamp("a", 9_000_000, 1));
        let hurt = model::Event::Hurt {
            session: id("s1"),
            place: PainPlace::Knee,
        };
        update(&mut model, hurt, stamp("b", 9_000_001, 1));
        assert!(model.agenda().pain_today, "after {before}");
        assert_eq!(model.agenda().next, None);
        let on = |after| model.journal.day_count(Routine::HeelDrop, day(after)).reps;
        assert_eq!((on(0), on(1)), (u32::from(before), 0));
    }
}

#[test]
fn a_session_saved_before_days_were_told_apart_counts_for_its_day() {
    let mut person = Person::begins(Plan::NEWCOMER_HEEL_DROPS);
    person.until(3, 0);
    let text = serde_json::to_string(&person.session).unwrap();
    assert!(
        !text.contains("later"),
        "a session within a day is saved as it always was: {text}"
    );
    let Restored(session) = serde_json::from_str(&text).unwrap();
    assert_eq!(session.entries()[0].day, day(0));
    assert_eq!(session.entries().len(), 1);
}

#[test]
fn a_saved_session_in_which_other_hands_wrote_never_tells_more_than_was_done() {
    let person = over_midnight(1);
    let text = serde_json::to_string(&person.session).unwrap();
    for reps in ["0", "9", "65535"] {
        let wrong = text.replace(
            "\"reps\":2,\"active_ms\"",
            &format!("\"reps\":{reps},\"active_ms\""),
        );
        let session: Session = serde_json::from_str(&wrong).unwrap();
        let sum: u16 = session
            .entries()
            .iter()
            .map(|entry| match &entry.kind {
                Kind::Session(record) => record.reps,
                _ => 0,
            })
            .sum();
        assert!(sum <= 10, "{reps}: {sum}");
    }
}

/// What may happen between two looks at the clock.
fn happenings() -> impl Strategy<Value = (Event, u64, bool)> {
    let event = prop_oneof![
        30 => Just(Event::Tick),
        1 => Just(Event::Pause(PauseReason::Asked)),
        4 => Just(Event::Continue),
        2 => Just(Event::ReadyNow),
        1 => Just(Event::Faster),
    ];
    // Mostly the same day; now and then a midnight, or six of them.
    let midnights = prop_oneof![20 => Just(0_u64), 2 => Just(1), 1 => Just(6)];
    (event, midnights, prop::bool::weighted(0.05))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_the_pauses_and_midnights_each_repetition_counts_once_on_its_day(
        rounds in 1..4_u8,
        reps in 1..8_u8,
        story in prop::collection::vec((happenings(), 1..40_u32), 1..120),
        last in prop_oneof![Just(Event::Stop), Just(Event::Pain)],
    ) {
        let plan = Plan { rounds, reps, ..Plan::NEWCOMER_HEEL_DROPS };
        let mut person = Person::begins(plan);
        let mut on = 0;
        let mut expected: BTreeMap<LocalDay, u16> = BTreeMap::new();
        for ((event, midnights, reloads), ticks) in story {
            if reloads && !matches!(person.session.coach.status(), Status::Ended(_)) {
                person.reloads();
            }
            on += midnights;
            for event in std::iter::once(event).chain((0..ticks).map(|_| Event::Tick)) {
                let before = person.session.coach.reps_done();
                person.does(event, on);
                *expected.entry(day(on)).or_default() += person.session.coach.reps_done() - before;
            }
        }
        let before = person.session.coach.reps_done();
        person.does(last, on);
        *expected.entry(day(on)).or_default() += person.session.coach.reps_done() - before;
        let whole = person.session.coach.record();
        let records = person.records();
        let mut found: BTreeMap<LocalDay, u16> = BTreeMap::new();
        for (day, record) in &records {
            *found.entry(*day).or_default() += record.reps;
            prop_assert_eq!(record.planned_reps, whole.planned_reps);
        }
        expected.retain(|_, reps| *reps > 0);
        found.retain(|_, reps| *reps > 0);
        prop_assert_eq!(found, expected);
        prop_assert_eq!(records.iter().map(|(_, one)| one.reps).sum::<u16>(), whole.reps);
        prop_assert_eq!(records.iter().map(|(_, one)| u16::from(one.rounds)).sum::<u16>(), u16::from(whole.rounds));
        prop_assert!(records.iter().map(|(_, one)| one.active_ms).sum::<u64>() <= whole.active_ms);
        if let Some((_, end)) = records.last() {
            prop_assert_eq!(end.ending, whole.ending);
        }
        let ids: std::collections::BTreeSet<_> = person.session.entries().into_iter().map(|one| one.id).collect();
        prop_assert_eq!(ids.len(), records.len());
    }
}
