//! Every value of a whole save, spoiled in every way: it is told and copied aside, or it is read as what it says; it never
//! stops the rest, and what can be made of it never stops the app.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod store_support;

use std::collections::BTreeMap;

use bonewise::domain::draft::Draft;
use bonewise::domain::model::{Event, Model, Stamp, update};
use bonewise::domain::safety::Safety;
use bonewise::domain::session::Restored;
use bonewise::domain::settings::Settings;
use bonewise::store::backup::{self, Backup};
use bonewise::store::envelope::seal_in;
use bonewise::store::load::{Loaded, ProblemKind};
use bonewise::store::memory::MemoryStorage;
use serde_json::{Value, json};
use store_support::*;

/// A save with a value under each kind of key.
fn whole() -> BTreeMap<String, String> {
    let bench = fixture("save-v1.txt");
    bench.store.note_backup(&now()).unwrap();
    bench.store.save_draft(&Draft::default()).unwrap();
    bench.disk.snapshot()
}

/// A browser with this one value, and an entry beside it.
fn with(key: &str, text: &str) -> Bench {
    let bench = Bench::new();
    bench.store.append(&session("beside", at(8, 8))).unwrap();
    bench.poke(key, text);
    bench
}

/// All that is read at a start, and what is the matter with this key.
fn start(bench: &Bench, key: &str) -> (Loaded, Option<(ProblemKind, bool)>) {
    let loaded = bench.load();
    let session = bench.store.load_session::<Restored>(now()).err();
    bench.store.load_draft(now());
    bench.store.last_backup();
    let found = loaded.problems.iter().chain(&session).map(|problem| {
        let name = problem.key.as_ref().unwrap().to_string();
        assert_eq!(name, key, "only what was spoiled");
        (problem.kind, problem.copied)
    });
    let mut found = found;
    let found = found.next_back();
    (loaded, found)
}

/// A draft that cannot be read is no draft, and a lost date of a backup asks for one: neither is worth a word.
fn is_told(key: &str) -> bool {
    !["bonewise:draft", "bonewise:backup"].contains(&key)
}

fn is_noticed(key: &str, bad: &str) {
    let bench = with(key, bad);
    let (loaded, problem) = start(&bench, key);
    assert!(
        loaded.journal.all().any(|one| one.id.as_str() == "beside"),
        "{key}: {bad}"
    );
    assert_eq!(loaded.journal.len(), 1, "{key}: {bad}");
    assert_eq!(loaded.settings, Settings::default());
    assert_eq!(loaded.safety, Safety::default());
    if is_told(key) {
        assert_eq!(problem, Some((ProblemKind::Damaged, true)), "{key}: {bad}");
        assert_eq!(bench.peek(key).as_deref(), Some(bad), "left where it is");
        let copies = bench.keys_with("quarantine");
        assert_eq!(bench.peek(&copies[0]).as_deref(), Some(bad));
    } else {
        assert_eq!(bench.store.load_draft(now()), Draft::default());
        assert_eq!(bench.store.last_backup(), None);
    }
}

#[test]
fn every_value_of_a_save_cut_off_at_every_byte_is_noticed() {
    for (key, text) in whole() {
        for length in 0..text.len() {
            if let Some(part) = text.get(..length) {
                is_noticed(&key, part);
            }
        }
    }
}

/// One bit of each byte; that all eight of them are noticed is tested beside the envelope.
#[test]
fn every_value_of_a_save_with_one_bit_flipped_anywhere_is_noticed() {
    for (key, text) in whole() {
        for place in 0..text.len() {
            let mut bytes = text.clone().into_bytes();
            bytes[place] ^= 1 << (place % 7);
            is_noticed(&key, &String::from_utf8_lossy(&bytes));
        }
    }
}

/// Every place in a value, as a pointer.
fn places(value: &Value, here: &str, all: &mut Vec<String>) {
    all.push(here.to_owned());
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                places(value, &format!("{here}/{name}"), all);
            }
        }
        Value::Array(values) => {
            for (n, value) in values.iter().enumerate() {
                places(value, &format!("{here}/{n}"), all);
            }
        }
        _ => {}
    }
}

/// What may stand where something else belongs. JSON has no NaN: `serde_json` makes it null.
fn wrong() -> Vec<Value> {
    vec![
        Value::Null,
        json!(f64::NAN),
        json!(true),
        json!(-1),
        json!(0),
        json!(1e308),
        json!(u64::MAX),
        json!(1.5),
        json!(""),
        json!("<script>alert(1)</script>"),
        json!([]),
        json!([[[]]]),
        json!({}),
        json!({ "__proto__": { "is_admin": true } }),
    ]
}

/// Puts what was read through what the app does with it: nothing of it may panic.
fn live_with(loaded: Loaded) {
    let mut model = Model {
        journal: loaded.journal,
        settings: loaded.settings,
        safety: loaded.safety,
        ..Model::new(now().day)
    };
    model.agenda();
    for routine in bonewise::domain::routine::Routine::ALL {
        model.offer(routine);
    }
    let stamp = Stamp {
        now: now(),
        id: id("x"),
    };
    update(&mut model, Event::Kept, stamp);
    let backup = Backup {
        made: now(),
        journal: model.journal,
        settings: Some(model.settings),
        safety: Some(model.safety),
        raw: Vec::new(),
        unread: 0,
    };
    let read = backup::read(&backup::write(&backup).unwrap());
    assert_eq!(read.as_ref(), Ok(&backup), "what was read can be written");
}

#[test]
fn every_field_of_every_value_of_a_save_with_something_else_in_it_is_told_or_read_and_stops_nothing()
 {
    let (mut told, mut read) = (0, 0);
    for (key, text) in whole() {
        let json = text.splitn(4, ' ').last().unwrap();
        let good: Value = serde_json::from_str(json).unwrap();
        let mut all = Vec::new();
        places(&good, "", &mut all);
        for place in all {
            for value in wrong() {
                let mut bad = good.clone();
                *bad.pointer_mut(&place).unwrap() = value;
                let text = seal_in(1, &bad).unwrap();
                let bench = with(&key, &text);
                let (loaded, problem) = start(&bench, &key);
                assert!(!loaded.journal.is_empty(), "{key}{place}: {text}");
                match problem {
                    Some(found) => {
                        assert_eq!(found, (ProblemKind::Damaged, true), "{key}{place}");
                        told += 1;
                    }
                    None => read += 1,
                }
                live_with(loaded);
            }
        }
    }
    assert!(told > 1000 && read > 300, "{told} told, {read} read");
}

#[test]
fn where_all_is_damaged_the_start_is_clean_and_every_text_can_be_carried_away() {
    let whole = whole();
    let values: MemoryStorage = whole
        .iter()
        .map(|(key, text)| (key.clone(), text.replace("bonewise ", "bonewise, ")))
        .collect();
    let bench = Bench::over(values);
    let before = bench.disk.snapshot();
    let loaded = bench.load();
    assert!(loaded.journal.is_empty());
    assert_eq!(loaded.settings, Settings::default());
    assert_eq!(loaded.safety, Safety::default());
    assert!(loaded.problems.iter().all(|problem| problem.copied));
    let count = |keys: &BTreeMap<String, String>| keys.keys().filter(|key| is_told(key)).count();
    // The session is told when it is looked for.
    assert_eq!(loaded.problems.len(), count(&before) - 1);
    assert!(bench.store.load_session::<Restored>(now()).is_err());
    for (key, text) in &before {
        assert_eq!(bench.peek(key).as_ref(), Some(text), "{key} is not touched");
    }

    // The backup of a day on which nothing can be read has each of them, word for word.
    let file = backup::write(&Backup {
        made: now(),
        journal: loaded.journal,
        settings: None,
        safety: None,
        raw: bench.store.raw(),
        unread: 0,
    })
    .unwrap();
    let raw = backup::read(&file).unwrap().raw;
    for (key, text) in before.iter().filter(|(key, _)| is_told(key)) {
        assert!(raw.iter().any(|(_, other)| other == text), "{key}");
    }

    // Life goes on beside them.
    bench.store.append(&session("anew", now())).unwrap();
    bench.store.save_settings(&Settings::default()).unwrap();
    assert_eq!(bench.load().journal.len(), 1);
    for text in before
        .iter()
        .filter(|(key, _)| is_told(key))
        .map(|one| one.1)
    {
        assert!(bench.disk.snapshot().values().any(|other| other == text));
    }
}
