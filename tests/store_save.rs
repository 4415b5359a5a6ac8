//! Writing: what was acknowledged is there, what was refused says why, and nothing good is written over.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod store_support;

use bonewise::domain::journal::Journal;
use bonewise::domain::settings::{Settings, TextSize};
use bonewise::store::memory::MemoryStorage;
use bonewise::store::save::SaveError;
use bonewise::store::storage::{Storage, StorageError};
use store_support::*;

fn large() -> Settings {
    Settings {
        text: TextSize::Large,
        ..Settings::default()
    }
}

#[test]
fn appending_again_is_no_error_and_changes_nothing() {
    let bench = Bench::new();
    let entry = session("a", now());
    bench.store.append(&entry).unwrap();
    let changes = bench.tab.changes();
    bench.store.append(&entry).unwrap();
    assert_eq!(bench.tab.changes(), changes);
}

#[test]
fn an_entry_is_never_written_over_by_another() {
    let bench = Bench::new();
    let first = session("a", now());
    bench.store.append(&first).unwrap();
    let other = felt("a", now(), "b");
    assert_eq!(bench.store.append(&other), Err(SaveError::Taken));
    assert_eq!(bench.load().journal, Journal::from_iter([first]));
}

#[test]
fn an_entry_whose_place_holds_a_torn_text_is_saved_after_the_text_is_copied_aside() {
    let bench = Bench::new();
    let entry = session("a", now());
    let key = "bonewise:entry:2026-11:a";
    bench.poke(key, "bonewise 1 00000000 {\"id\":");
    bench.store.append(&entry).unwrap();
    assert_eq!(bench.store.entry_at(key), Some(entry));
    assert_eq!(bench.keys_with("quarantine").len(), 1);
}

#[test]
fn a_disk_that_fills_up_mid_session_loses_nothing_and_saving_again_succeeds() {
    let bench = Bench::new();
    let mut in_memory = Journal::default();
    let mut refused = Vec::new();
    bench.tab.limit(1500);
    for n in 0..12 {
        let entry = session(&format!("e{n}"), now());
        in_memory.add(entry.clone());
        if let Err(error) = bench.store.append(&entry) {
            assert_eq!(error, SaveError::Full);
            refused.push(entry);
        }
    }
    assert!((1..12).contains(&refused.len()), "{}", refused.len());
    let loaded = bench.load();
    assert_eq!(loaded.problems, []);
    assert_eq!(loaded.journal.len(), 12 - refused.len());

    bench.tab.heal();
    for entry in &refused {
        bench.store.append(entry).unwrap();
    }
    assert_eq!(bench.load().journal, in_memory);
}

#[test]
fn each_failure_of_the_storage_has_its_own_word() {
    let cases = [
        (StorageError::Full, SaveError::Full),
        (StorageError::Denied, SaveError::Denied),
        (
            StorageError::Failed("quota database locked".to_owned()),
            SaveError::Failed("quota database locked".to_owned()),
        ),
    ];
    for (cause, told) in cases {
        let bench = Bench::new();
        bench.store.save_settings(&large()).unwrap();
        bench.tab.fail_after(0, cause);
        let refused = Err(told);
        assert_eq!(bench.store.append(&session("a", now())), refused);
        assert_eq!(bench.store.save_settings(&Settings::default()), refused);
        assert_eq!(bench.store.save_session(&Snapshot { reps: 3 }), refused);
        let loaded = bench.load();
        assert_eq!(loaded.settings, large(), "what was there stays");
        assert!(loaded.journal.is_empty());
    }
}

#[test]
fn a_storage_that_is_denied_mid_session_refuses_and_works_again_once_allowed() {
    let bench = Bench::new();
    bench.tab.deny();
    let entry = session("a", now());
    assert_eq!(bench.store.append(&entry), Err(SaveError::Denied));
    assert_eq!(bench.store.fold(now()), Err(SaveError::Denied));
    assert_eq!(bench.store.usage(), Err(StorageError::Denied));
    bench.tab.heal();
    assert_eq!(bench.store.append(&entry), Ok(()));
}

#[test]
fn a_browser_that_lies_is_found_out() {
    let bench = Bench::new();
    bench.tab.forget_writes();
    let refused = Err(SaveError::NotKept);
    assert_eq!(bench.store.append(&session("a", now())), refused);
    assert_eq!(bench.store.save_settings(&large()), refused);
}

#[test]
fn damaged_settings_are_replaced_only_after_a_copy_was_made() {
    let bench = Bench::new();
    bench.poke("bonewise:settings", "torn");
    bench.tab.limit(60);
    let refused = Err(SaveError::Guarded);
    assert_eq!(bench.store.save_settings(&large()), refused);
    assert_eq!(bench.load().problems.len(), 1);
    assert_eq!(bench.store.save_settings(&large()), refused);
    assert_eq!(bench.peek("bonewise:settings").as_deref(), Some("torn"));

    bench.tab.heal();
    bench.store.save_settings(&large()).unwrap();
    let loaded = bench.load();
    assert_eq!((loaded.settings, loaded.problems), (large(), Vec::new()));
    let copies = bench.keys_with("quarantine");
    assert_eq!(bench.peek(&copies[0]).as_deref(), Some("torn"));
}

#[test]
fn a_session_is_saved_at_each_repetition_and_cleared_at_its_end() {
    let bench = Bench::new();
    for reps in 0..50 {
        bench.store.save_session(&Snapshot { reps }).unwrap();
        let read = bench.store.load_session(now());
        assert_eq!(read, Ok(Some(Snapshot { reps })));
    }
    bench.store.clear_session::<Snapshot>().unwrap();
    bench.store.clear_session::<Snapshot>().unwrap();
    assert_eq!(bench.store.load_session::<Snapshot>(now()), Ok(None));
    assert_eq!(bench.keys_with("bonewise:"), Vec::<String>::new());
}

#[test]
fn usage_counts_two_bytes_for_each_unit_of_our_keys_and_values_only() {
    let bench = Bench::over(MemoryStorage::new());
    bench.poke("elsewhere", "long long text");
    bench.poke("bonewise:x", "1234\u{1f9b4}");
    assert_eq!(bench.store.usage(), Ok(2 * (10 + 6)));
}

#[test]
fn a_storage_behind_a_pointer_is_a_storage() {
    let disk = MemoryStorage::new();
    let boxed: Box<dyn Storage> = Box::new(disk.clone());
    boxed.write("k", "v").unwrap();
    assert_eq!(boxed.read("k"), Ok(Some("v".to_owned())));
    assert_eq!(disk.keys(), Ok(vec!["k".to_owned()]));
    boxed.remove("k").unwrap();
    assert_eq!(boxed.keys(), Ok(Vec::new()));
}
