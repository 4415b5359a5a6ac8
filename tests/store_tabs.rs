//! Two tabs on one storage: no order of events, and no fault, loses what one of them acknowledged.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

#[path = "sim/disk.rs"]
#[allow(dead_code, reason = "the simulation kills it, too")]
mod disk;
#[path = "sim/random.rs"]
#[allow(dead_code, reason = "the simulation asks for more of it")]
mod random;
mod store_support;

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::rc::Rc;

use bonewise::domain::day::Now;
use bonewise::domain::entry::{Entry, EntryId};
use bonewise::domain::journal::Journal;
use bonewise::domain::safety::{Answer, Question, Safety};
use bonewise::domain::settings::Settings;
use bonewise::store::Store;
use bonewise::store::faulty::Faulty;
use bonewise::store::memory::MemoryStorage;
use bonewise::store::share::Agreed;
use bonewise::store::storage::{Storage, StorageError};
use disk::Disk;
use proptest::prelude::*;
use random::Random;
use store_support::*;

#[test]
fn two_tabs_that_append_at_once_both_see_both() {
    let disk = MemoryStorage::new();
    let [left, right] = [(); 2].map(|()| Store::new(Rc::new(disk.clone())));
    for n in 0..10 {
        left.append(&session(&format!("l{n}"), now())).unwrap();
        right.append(&session(&format!("r{n}"), now())).unwrap();
    }
    let journal = left.load(now()).journal;
    assert_eq!(journal.len(), 20);
    assert_eq!(right.load(now()).journal, journal);
}

/// Two pages that are never told, each with 5,000 changes of every sort in among the other's, and folds.
#[test]
fn ten_thousand_changes_of_two_tabs_in_turn_are_all_there_and_none_is_invented() {
    let disk = Disk::default();
    let mut random = Random::new(11);
    let stores = [(); 2].map(|()| Store::new(Rc::new(disk.clone())));
    let mut agreed = [0, 1].map(|tab: usize| {
        let store = &stores[tab];
        (Agreed::on_settings(store), Agreed::on_safety(store))
    });
    let mut shown = [(); 2].map(|()| (Settings::default(), Safety::default()));
    let (mut journal, mut settings, mut safety) = <(Journal, Settings, Safety)>::default();
    let mut reps = 0;
    for change in 0..10_000_u32 {
        let tab = random.below(2);
        let (store, agreed, shown) = (&stores[tab], &mut agreed[tab], &mut shown[tab]);
        match random.below(20) {
            0..=9 => {
                let when = at(1 + change % 11, 1 + change % 28);
                let entry = session(&format!("e{change}"), when);
                store.append(&entry).unwrap();
                journal.add(entry);
            }
            10..=11 => {
                let when = at(11, 22);
                let of = format!("e{}", random.below(change as usize + 1));
                let entry = retract(&format!("r{change}"), when, &of);
                store.append(&entry).unwrap();
                journal.add(entry);
            }
            12..=14 => {
                if let Some(joined) = store.joined(&mut agreed.0, &shown.0) {
                    shown.0 = joined;
                }
                let (line, on) = (format!("line{}", random.below(30)), random.one_in(2));
                for settings in [&mut shown.0, &mut settings] {
                    settings.checks.home.set(&line, on);
                }
                store.save_shared(&mut agreed.0, &shown.0).unwrap();
            }
            15..=17 => {
                if let Some(joined) = store.joined(&mut agreed.1, &shown.1) {
                    shown.1 = joined;
                }
                let question = *random.pick(&Question::ALL);
                let answer = *random.pick(&Answer::ALL);
                for safety in [&mut shown.1, &mut safety] {
                    safety.answers.set(question, answer);
                }
                store.save_shared(&mut agreed.1, &shown.1).unwrap();
            }
            18 => {
                reps += 1;
                store.save_session(&Snapshot { reps }).unwrap();
            }
            _ if change % 60 == 0 => drop(store.fold(now()).unwrap()),
            _ => {}
        }
    }
    for store in &stores {
        let loaded = store.load(now());
        assert_eq!(loaded.problems, []);
        assert_eq!(loaded.journal, journal);
        assert_eq!(loaded.settings, settings);
        assert_eq!(loaded.safety, safety);
        let session = store.load_session::<Snapshot>(now());
        assert_eq!(session, Ok(Some(Snapshot { reps })));
    }
    assert!(journal.len() > 5_000);
}

/// Lets something else happen just before the nth call that reaches the storage.
struct Interrupted {
    disk: MemoryStorage,
    calls_left: Cell<usize>,
    event: RefCell<Option<Box<dyn FnOnce()>>>,
}

impl Interrupted {
    fn call(&self) -> &MemoryStorage {
        if self.calls_left.get() == 0 {
            if let Some(event) = self.event.take() {
                event();
            }
        } else {
            self.calls_left.set(self.calls_left.get() - 1);
        }
        &self.disk
    }
}

impl Storage for Interrupted {
    fn keys(&self) -> Result<Vec<String>, StorageError> {
        self.call().keys()
    }
    fn read(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.call().read(key)
    }
    fn write(&self, key: &str, text: &str) -> Result<(), StorageError> {
        self.call().write(key, text)
    }
    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.call().remove(key)
    }
}

/// Without any lock: at every point of one tab's work, another tab appends to past months and folds.
#[test]
fn a_fold_in_the_middle_of_another_tabs_work_loses_nothing_even_without_a_lock() {
    let work: [fn(&Store); 3] = [
        |tab| drop(tab.fold(now())),
        |tab| drop(tab.load(now())),
        |tab| tab.append(&session("own", at(9, 9))).unwrap(),
    ];
    for work in work {
        for folds_before in 0..3 {
            let mut calls = 0;
            loop {
                let disk = MemoryStorage::new();
                let other = Store::new(Rc::new(disk.clone()));
                let mut expected = BTreeSet::new();
                for n in 0..3 {
                    let entry = session(&format!("e{n}"), at(9, n + 1));
                    other.append(&entry).unwrap();
                    expected.insert(entry.id);
                }
                for _ in 0..folds_before {
                    other.fold(now()).unwrap();
                }
                let late = session("late", at(9, 20));
                expected.insert(late.id.clone());
                let tab = Rc::new(Interrupted {
                    disk: disk.clone(),
                    calls_left: Cell::new(calls),
                    event: RefCell::new(Some(Box::new(move || {
                        other.append(&late).unwrap();
                        other.fold(now()).unwrap();
                    }))),
                });
                work(&Store::new(tab.clone()));
                let interrupted = tab.event.borrow().is_none();
                if !interrupted {
                    break;
                }
                let reader = Store::new(Rc::new(disk));
                for _ in 0..3 {
                    let loaded = reader.load(now());
                    let found: BTreeSet<EntryId> =
                        loaded.journal.all().map(|entry| entry.id.clone()).collect();
                    assert!(found.is_superset(&expected), "at call {calls}: {found:?}");
                    assert_eq!(loaded.problems, []);
                    reader.fold(now()).unwrap();
                }
                calls += 1;
            }
            assert!(calls > 0);
        }
    }
}

#[derive(Debug, Clone)]
enum Step {
    Append {
        tab: usize,
        entry: Entry,
    },
    Fold {
        tab: usize,
        clock: Now,
    },
    Load {
        tab: usize,
        clock: Now,
    },
    Break {
        tab: usize,
        after: usize,
        error: StorageError,
    },
    Limit {
        tab: usize,
        capacity: usize,
    },
    Lie {
        tab: usize,
    },
    Deny {
        tab: usize,
    },
    Heal {
        tab: usize,
    },
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let tab = 0..2_usize;
    let clock = (8..=12_u32, 1..=28_u32).prop_map(|(month, day)| at(month, day));
    // Few names, so that the same entry is appended again, and by both tabs.
    let entry = (0..24_u32, 0..3_u32).prop_map(|(n, kind)| {
        let when = at(8 + n % 4, 1 + n);
        let of = format!("e0x{}", (n + 5) % 24);
        match kind {
            0 => session(&format!("e0x{n}"), when),
            1 => felt(&format!("e1x{n}"), when, &of),
            _ => retract(&format!("e2x{n}"), when, &of),
        }
    });
    let error = prop_oneof![
        Just(StorageError::Full),
        Just(StorageError::Denied),
        Just(StorageError::Failed("lost power".to_owned())),
    ];
    let step = prop_oneof![
        8 => (tab.clone(), entry).prop_map(|(tab, entry)| Step::Append { tab, entry }),
        4 => (tab.clone(), clock.clone()).prop_map(|(tab, clock)| Step::Fold { tab, clock }),
        2 => (tab.clone(), clock).prop_map(|(tab, clock)| Step::Load { tab, clock }),
        1 => (tab.clone(), 0..6_usize, error)
            .prop_map(|(tab, after, error)| Step::Break { tab, after, error }),
        1 => (tab.clone(), 0..4000_usize)
            .prop_map(|(tab, capacity)| Step::Limit { tab, capacity }),
        1 => tab.clone().prop_map(|tab| Step::Lie { tab }),
        1 => tab.clone().prop_map(|tab| Step::Deny { tab }),
        3 => tab.prop_map(|tab| Step::Heal { tab }),
    ];
    prop::collection::vec(step, 1..60)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_was_acknowledged_is_always_there(steps in steps()) {
        let disk = MemoryStorage::new();
        let tabs = [(); 2].map(|()| Faulty::new(disk.clone()));
        let stores = [0, 1].map(|tab: usize| Store::new(Rc::new(tabs[tab].clone())));
        let reader = Store::new(Rc::new(disk.clone()));
        let mut acknowledged = Journal::default();
        let mut offered = Journal::default();
        for step in steps {
            match step {
                Step::Append { tab, entry } => {
                    offered.add(entry.clone());
                    if stores[tab].append(&entry).is_ok() {
                        acknowledged.add(entry);
                    }
                }
                Step::Fold { tab, clock } => drop(stores[tab].fold(clock)),
                Step::Load { tab, clock } => drop(stores[tab].load(clock)),
                Step::Break { tab, after, error } => tabs[tab].fail_after(after, error),
                Step::Limit { tab, capacity } => tabs[tab].limit(capacity),
                Step::Lie { tab } => tabs[tab].forget_writes(),
                Step::Deny { tab } => tabs[tab].deny(),
                Step::Heal { tab } => tabs[tab].heal(),
            }
            let loaded = reader.load(now());
            prop_assert_eq!(&loaded.problems, &[]);
            for entry in acknowledged.all() {
                prop_assert!(loaded.journal.all().any(|found| found == entry), "{:?}", entry);
            }
            let mut no_more = offered.clone();
            no_more.merge(loaded.journal.clone());
            prop_assert_eq!(&no_more, &offered, "nothing is invented");
        }
    }

    #[test]
    fn a_value_with_any_one_character_changed_never_loads_as_another(
        place in 0..1000_usize,
        to in any::<char>(),
    ) {
        let bench = Bench::new();
        let entry = session("a", now());
        bench.store.append(&entry).unwrap();
        let key = "bonewise:entry:2026-11:a";
        let whole = bench.peek(key).unwrap();
        let mut text: Vec<char> = whole.chars().collect();
        let place = place % text.len();
        text[place] = to;
        let text: String = text.into_iter().collect();
        prop_assume!(text != whole);
        bench.poke(key, &text);
        let loaded = bench.load();
        prop_assert!(loaded.journal.is_empty());
        prop_assert_eq!(loaded.problems.len(), 1);
        prop_assert!(loaded.problems[0].copied);
    }
}
