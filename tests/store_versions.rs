//! Values of older and newer versions: an older one is read as it is meant, once or twice, and its text stays until
//! something is saved; wherever that is cut off, it goes on; a newer one is only looked at, and goes into the backup.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

#[path = "store_support/calls.rs"]
#[allow(dead_code, reason = "here it only stops")]
mod calls;
mod store_support;

use std::fs;
use std::path::Path;
use std::rc::Rc;

use bonewise::domain::day::Now;
use bonewise::domain::entry::{Entry, Kind};
use bonewise::domain::session::{Restored, Session};
use bonewise::store::Store;
use bonewise::store::backup::{self, Backup};
use bonewise::store::envelope::{FIRST_SCHEMA, SCHEMA};
use bonewise::store::load::{Loaded, ProblemKind};
use bonewise::store::memory::MemoryStorage;
use bonewise::store::save::SaveError;
use calls::{Calls, Fault};
use store_support::*;

/// The schema that a text says it is of.
fn schema(text: &str) -> u32 {
    text.split(' ').nth(1).unwrap().parse().unwrap()
}

#[test]
fn every_older_schema_has_a_save_and_a_backup_among_the_fixtures() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    // The values of schema 2 differ from those of schema 1 by one kind of entry, and are written as schema 1 otherwise.
    for older in FIRST_SCHEMA..SCHEMA {
        let save = fs::read_to_string(folder.join(format!("save-v{older}.txt"))).unwrap();
        let mut values = save.lines().filter_map(|line| line.split_once('\t'));
        assert!(values.all(|(_, text)| schema(text) == older));
        let file = fs::read_to_string(folder.join(format!("backup-v{older}.json"))).unwrap();
        assert_eq!(backup::read(&file).unwrap().unread, 0);
    }
}

#[test]
fn an_older_save_is_read_alike_the_first_time_and_the_second_and_reading_changes_no_byte_of_it() {
    let bench = fixture("save-v1.txt");
    let before = bench.disk.snapshot();
    let first = bench.load();
    let Restored(session) = bench.store.load_session(now()).unwrap().unwrap();
    assert_eq!(bench.load(), first);
    assert_eq!(bench.disk.snapshot(), before, "the old copy is kept");

    // Read, written and read: twice is once.
    bench.store.save_settings(&first.settings).unwrap();
    bench.store.save_safety(&first.safety).unwrap();
    bench.store.save_session(&session).unwrap();
    let Restored(again) = bench.store.load_session(now()).unwrap().unwrap();
    assert_eq!(again, session);
    let second = bench.load();
    assert_eq!(second, first);
    bench.store.save_settings(&second.settings).unwrap();
    bench.store.save_safety(&second.safety).unwrap();
    assert_eq!(bench.load(), first);
}

fn put_back(when: Now) -> Entry {
    let over = vec![id("m0l")];
    entry("new1", when, Kind::PutBack { over })
}

/// All that leads a save of version 1 into what this version writes: an entry of the new kind in a past month, which is
/// then of the new schema, and every single value written anew.
fn bring_up(store: &Store) -> Result<(), SaveError> {
    let loaded = store.load(now());
    let session = store.load_session::<Restored>(now()).ok().flatten();
    store.append(&put_back(at(9, 30)))?;
    store.save_settings(&loaded.settings)?;
    store.save_safety(&loaded.safety)?;
    if let Some(Restored(session)) = session {
        store.save_session::<Session>(&session)?;
    }
    store.fold(now())?;
    store.fold(now())?;
    Ok(())
}

fn everything(disk: &MemoryStorage) -> (Loaded, Option<Session>) {
    let store = Store::new(Rc::new(disk.clone()));
    let session = store.load_session::<Restored>(now()).unwrap();
    (store.load(now()), session.map(|Restored(one)| one))
}

/// Old and new values lie side by side wherever it stops; the next start reads both, and goes on.
#[test]
fn a_change_to_the_new_schema_that_is_cut_off_at_any_call_goes_on_at_the_next_start() {
    let fresh = || -> MemoryStorage {
        let save = fixture("save-v1.txt").disk.snapshot();
        save.into_iter().collect()
    };
    let whole = Rc::new(Calls::new(fresh(), usize::MAX, Fault::Stop));
    bring_up(&Store::new(whole.clone())).unwrap();
    let expected = everything(&whole.disk);
    let month = whole.disk.snapshot()["bonewise:month:2026-09"].clone();
    assert_eq!(schema(&month), SCHEMA);
    assert_eq!(expected.0.problems, []);

    let (before, _) = everything(&fresh());
    let mut stopped = 0;
    for call in 0..whole.count() {
        let storage = Rc::new(Calls::new(fresh(), call, Fault::Stop));
        stopped += usize::from(bring_up(&Store::new(storage.clone())).is_err());
        let (half, session) = everything(&storage.disk);
        assert_eq!(half.problems, [], "{call}");
        assert_eq!(
            (&half.settings, &half.safety),
            (&before.settings, &before.safety)
        );
        assert!(session.is_some());
        for entry in before.journal.all() {
            assert!(half.journal.all().any(|one| one == entry), "{call}");
        }
        let store = Store::new(Rc::new(storage.disk.clone()));
        bring_up(&store).unwrap();
        store.fold(now()).unwrap();
        assert_eq!(everything(&storage.disk), expected, "{call}");
    }
    assert!(stopped > 30, "{stopped}");
}

/// As an older version meets what a newer one wrote: side by side with what it knows.
#[test]
fn what_a_newer_version_wrote_is_read_only_and_goes_into_the_backup_word_for_word() {
    let bench = fixture("save-v1.txt");
    let newer: Vec<(String, String)> = bench
        .disk
        .snapshot()
        .into_iter()
        .filter(|(key, _)| !key.contains("entry:2026-11"))
        .map(|(key, text)| {
            let json = text.splitn(4, ' ').last().unwrap().to_owned();
            let json: serde_json::Value = serde_json::from_str(&json).unwrap();
            let text = bonewise::store::envelope::seal_in(SCHEMA + 1, &json).unwrap();
            bench.poke(&key, &text);
            (key, text)
        })
        .collect();
    let loaded = bench.load();
    assert!(loaded.newer_version_was_here());
    assert!(
        loaded
            .problems
            .iter()
            .all(|problem| problem.kind == ProblemKind::Newer)
    );
    assert!(!loaded.journal.is_empty());

    // Whatever is done, no byte of it changes; what is new goes beside it.
    let refused = Err(SaveError::ReadOnly);
    assert_eq!(bench.store.save_settings(&loaded.settings), refused);
    assert_eq!(bench.store.save_safety(&loaded.safety), refused);
    assert_eq!(bench.store.clear_session::<Session>(), refused);
    bench.store.append(&session("beside", at(9, 30))).unwrap();
    bench.store.fold(now()).unwrap();
    bench.store.fold(now()).unwrap();
    for problem in &loaded.problems {
        assert_eq!(bench.store.dismiss(problem), refused);
    }
    for (key, text) in &newer {
        assert_eq!(bench.peek(key).as_ref(), Some(text), "{key}");
    }

    let file = backup::write(&Backup {
        made: now(),
        journal: bench.load().journal,
        settings: None,
        safety: None,
        raw: bench.store.raw(),
        unread: 0,
    });
    let read = backup::read(&file.unwrap()).unwrap();
    assert_eq!(read.journal, bench.load().journal);
    for (key, text) in newer {
        // What runs is in no backup.
        if key != "bonewise:session" {
            assert!(read.raw.contains(&(key, text)));
        }
    }
}
