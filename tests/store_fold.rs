//! Gathering past months: nothing changes for the reader, wherever it is cut off.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod store_support;

use bonewise::domain::entry::Entry;
use bonewise::domain::journal::Journal;
use bonewise::store::dense::write;
use bonewise::store::envelope::{DENSE_SCHEMA, seal, seal_as};
use bonewise::store::fold::Folded;
use bonewise::store::memory::MemoryStorage;
use bonewise::store::save::SaveError;
use bonewise::store::storage::StorageError;
use store_support::*;

/// Two past months, this month, and a month that a wrong clock put ahead.
fn entries() -> Vec<Entry> {
    vec![
        session("s1", at(9, 29)),
        felt("f1", at(9, 29), "s1"),
        session("s2", at(10, 31)),
        session("s3", at(10, 30)),
        retract("r2", at(11, 1), "s2"),
        session("s4", now()),
        session("s5", at(12, 1)),
    ]
}

fn written() -> Bench {
    let bench = Bench::new();
    for entry in &entries() {
        bench.store.append(entry).unwrap();
    }
    bench
}

fn all() -> Journal {
    entries().into_iter().collect()
}

#[test]
fn past_months_are_gathered_then_their_single_keys_are_removed() {
    let bench = written();
    let gathered = Folded {
        gathered: 4,
        removed: 0,
    };
    assert_eq!(bench.store.fold(now()), Ok(gathered));
    assert_eq!(bench.keys_with("month").len(), 2);
    assert_eq!(bench.keys_with("entry").len(), 7);
    assert_eq!(bench.load().journal, all());

    let removed = Folded {
        gathered: 0,
        removed: 4,
    };
    assert_eq!(bench.store.fold(now()), Ok(removed));
    let left = [
        "bonewise:entry:2026-11:r2",
        "bonewise:entry:2026-11:s4",
        "bonewise:entry:2026-12:s5",
    ];
    assert_eq!(bench.keys_with("entry"), left);
    assert_eq!(bench.load().journal, all());
    assert_eq!(bench.load().problems, []);
}

#[test]
fn folding_again_and_again_changes_nothing_more() {
    let bench = written();
    bench.store.fold(now()).unwrap();
    bench.store.fold(now()).unwrap();
    let before = bench.disk.snapshot();
    let changes = bench.tab.changes();
    assert_eq!(bench.store.fold(now()), Ok(Folded::default()));
    assert_eq!(bench.tab.changes(), changes);
    assert_eq!(bench.disk.snapshot(), before);
}

#[test]
fn a_late_entry_joins_the_segment_of_its_own_day_sorted_by_time() {
    let bench = written();
    bench.store.fold(now()).unwrap();
    let late = session("late", at(9, 1));
    bench.store.append(&late).unwrap();
    bench.store.fold(now()).unwrap();
    bench.store.fold(now()).unwrap();
    let sorted = [
        late.clone(),
        felt("f1", at(9, 29), "s1"),
        session("s1", at(9, 29)),
    ];
    let segment = bench.peek("bonewise:month:2026-09").unwrap();
    let dense = write(&sorted.iter().collect::<Vec<_>>()).unwrap();
    assert_eq!(segment, seal_as(DENSE_SCHEMA, &dense));
    let mut journal = all();
    journal.add(late);
    assert_eq!(bench.load().journal, journal);
}

/// The fold dies at its nth change: the next start sees the same journal, and the fold after it goes on.
#[test]
fn a_fold_cut_off_at_any_change_loses_nothing_and_is_made_good() {
    let errors = [
        StorageError::Full,
        StorageError::Denied,
        StorageError::Failed("the power went".to_owned()),
    ];
    for error in errors {
        for rounds in 1..=2 {
            let mut good = 0;
            loop {
                let bench = written();
                for _ in 1..rounds {
                    bench.store.fold(now()).unwrap();
                }
                bench.tab.fail_after(good, error.clone());
                let whole = bench.store.fold(now()).is_ok();
                assert_eq!(bench.load().journal, all(), "after {good} changes");
                bench.tab.heal();
                assert_eq!(bench.load().journal, all());
                bench.store.fold(now()).unwrap();
                bench.store.fold(now()).unwrap();
                let again = bench.load();
                assert_eq!((again.journal, again.problems), (all(), Vec::new()));
                assert_eq!(bench.keys_with("entry").len(), 3);
                if whole {
                    break;
                }
                good += 1;
            }
            let expected = match (rounds, &error) {
                (1, _) => 2,
                (_, StorageError::Full) => 0,
                _ => 4,
            };
            assert_eq!(good, expected, "every change was cut off once");
        }
    }
}

#[test]
fn a_segment_the_browser_did_not_keep_costs_no_entry() {
    let bench = written();
    bench.tab.forget_writes();
    assert_eq!(bench.store.fold(now()), Err(SaveError::NotKept));
    bench.tab.heal();
    assert_eq!(bench.load().journal, all());
}

#[test]
fn a_damaged_or_newer_segment_is_never_written_over_and_its_month_stays_single() {
    for bad in ["torn", "bonewise 2 af549398 {\"text\":{\"px\":40}}"] {
        let bench = written();
        bench.poke("bonewise:month:2026-09", bad);
        bench.load();
        bench.store.fold(now()).unwrap();
        bench.store.fold(now()).unwrap();
        assert_eq!(bench.peek("bonewise:month:2026-09").as_deref(), Some(bad));
        assert_eq!(bench.keys_with("entry:2026-09").len(), 2);
        assert_eq!(bench.keys_with("entry:2026-10").len(), 0, "others fold");
        assert_eq!(bench.load().journal, all());
    }
}

#[test]
fn a_segment_dismissed_as_damaged_is_begun_anew() {
    let bench = written();
    bench.poke("bonewise:month:2026-09", "torn");
    let problems = bench.load().problems;
    bench.store.dismiss(&problems[0]).unwrap();
    bench.store.fold(now()).unwrap();
    bench.store.fold(now()).unwrap();
    assert_eq!(bench.keys_with("entry:2026-09").len(), 0);
    let loaded = bench.load();
    assert_eq!((loaded.journal, loaded.problems), (all(), Vec::new()));
    assert_eq!(bench.keys_with("quarantine").len(), 1);
}

#[test]
fn a_damaged_entry_is_left_where_it_is() {
    let bench = written();
    let key = "bonewise:entry:2026-09:bad";
    bench.poke(key, "torn");
    bench.store.fold(now()).unwrap();
    bench.store.fold(now()).unwrap();
    assert_eq!(bench.keys_with("entry:2026-09"), [key]);
    assert_eq!(bench.peek(key).as_deref(), Some("torn"));
}

#[test]
fn an_entry_that_differs_from_the_gathered_one_of_its_name_is_not_thrown_away() {
    let bench = Bench::new();
    let gathered = session("a", at(9, 1));
    let other = felt("a", at(9, 1), "b");
    bench.poke(
        "bonewise:month:2026-09",
        &seal(std::slice::from_ref(&gathered)).unwrap(),
    );
    bench.store.append(&other).unwrap();
    assert_eq!(bench.store.fold(now()), Ok(Folded::default()));
    assert_eq!(bench.keys_with("entry").len(), 1);
    let journal = bench.load().journal;
    assert_eq!(
        journal,
        Journal::from_iter([gathered]),
        "the gathered one wins"
    );
}

#[test]
fn a_clock_that_runs_wild_folds_early_or_late_but_loses_nothing() {
    let bench = written();
    for clock in [at(12, 31), at(1, 1), now(), at(12, 31), at(2, 28), now()] {
        bench.store.fold(clock).unwrap();
        assert_eq!(bench.store.load(clock).journal, all());
    }
}

#[test]
fn a_segment_takes_less_room_than_its_single_entries() {
    let disk = MemoryStorage::new();
    let bench = Bench::over(disk);
    for n in 0..100 {
        bench
            .store
            .append(&session(&format!("e{n}"), at(9, 1)))
            .unwrap();
    }
    let before = bench.store.usage().unwrap();
    bench.store.fold(now()).unwrap();
    bench.store.fold(now()).unwrap();
    assert!(bench.store.usage().unwrap() < before);
}
