//! Reading what was kept: all that is good loads, all that is bad is copied aside once and named.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod store_support;

use bonewise::domain::draft::Draft;
use bonewise::domain::routine::Routine;
use bonewise::domain::safety::{Answer, Question, Safety};
use bonewise::domain::session::{Restored, Session};
use bonewise::domain::settings::{Settings, TextSize};
use bonewise::store::envelope::{SCHEMA, seal};
use bonewise::store::key::Key;
use bonewise::store::load::{Loaded, Problem, ProblemKind};
use bonewise::store::save::SaveError;
use bonewise::store::storage::StorageError;
use store_support::*;

const SETTINGS: &str = "bonewise:settings";
const SAFETY: &str = "bonewise:safety";
const DRAFT: &str = "bonewise:draft";
const BACKUP: &str = "bonewise:backup";

/// Sealed with Python's zlib, so that the checksum is not merely in agreement with itself.
const NEWER: &str = "bonewise 9 9d2608e0 {\"text\":{\"px\":40}}";

/// Any JSON in a whole envelope, right or wrong for its key.
fn sealed(json: &str) -> String {
    let sum = crc32(format!("{SCHEMA} {json}").as_bytes());
    format!("bonewise {SCHEMA} {sum:08x} {json}")
}

/// Bit by bit, as in the standard, unlike the one under test.
fn crc32(bytes: &[u8]) -> u32 {
    let bits = bytes
        .iter()
        .flat_map(|byte| (0..8).map(move |n| byte >> n & 1));
    !bits.fold(!0_u32, |crc, bit| {
        let low = (crc & 1) ^ u32::from(bit);
        (crc >> 1) ^ (low * 0xedb8_8320)
    })
}

#[test]
fn an_empty_storage_is_a_newcomer_and_not_a_problem() {
    let bench = Bench::new();
    assert_eq!(bench.load(), Loaded::default());
    assert_eq!(bench.store.load_session::<Snapshot>(now()), Ok(None));
    assert_eq!(bench.tab.changes(), 0, "reading writes nothing");
    assert_eq!(bench.store.usage(), Ok(0));
}

#[test]
fn everything_comes_back_as_it_was_saved() {
    let bench = Bench::new();
    let entries = [
        session("a", at(10, 31)),
        felt("b", at(11, 1), "a"),
        session("c", now()),
        retract("d", now(), "c"),
    ];
    for entry in &entries {
        bench.store.append(entry).unwrap();
    }
    let settings = Settings {
        text: TextSize::Largest,
        voice: Some("Jenny \u{2013} UK".to_owned()),
        ..Settings::default()
    };
    let mut safety = Safety::default();
    safety.answers.set(Question::Fall, Answer::No);
    bench.store.save_settings(&settings).unwrap();
    bench.store.save_safety(&safety).unwrap();
    bench.store.save_session(&Snapshot { reps: 7 }).unwrap();

    let loaded = bench.load();
    assert_eq!(loaded.journal, entries.iter().cloned().collect());
    assert_eq!(loaded.settings, settings);
    assert_eq!(loaded.safety, safety);
    assert_eq!(loaded.problems, []);
    let resumed = bench.store.load_session(now());
    assert_eq!(resumed, Ok(Some(Snapshot { reps: 7 })));
    assert!(bench.store.usage().unwrap() > 1000);
}

#[test]
fn other_peoples_keys_are_neither_read_nor_reported() {
    let bench = Bench::new();
    for key in ["theme", "otherapp:entry:2026-11:a", "bonewise:powder", ""] {
        bench.poke(key, "not ours");
    }
    assert_eq!(bench.load(), Loaded::default());
    assert_eq!(bench.tab.changes(), 0);
}

/// Every way in which a value can be bad, for every key.
#[test]
fn a_damaged_value_is_copied_aside_and_everything_else_loads() {
    let keys = [
        "bonewise:entry:2026-11:bad",
        "bonewise:month:2026-09",
        SETTINGS,
        "bonewise:safety",
    ];
    let misplaced = seal(&session("else", at(8, 1))).unwrap();
    let misplaced_month = seal(&[session("x", at(8, 1))]).unwrap();
    let good = seal(&Settings::default()).unwrap();
    let texts = [
        String::new(),
        "[object Object]".to_owned(),
        "null".to_owned(),
        "bonewise".to_owned(),
        good[..good.len() / 2].to_owned(),
        good.replace("normal", "norm\u{fffd}l"),
        sealed(""),
        sealed("7"),
        sealed("null"),
        sealed("[null]"),
        sealed("[{}]"),
        sealed("{} "),
        sealed("\"text\""),
        sealed("{\"text\":7,\"answers\":7}"),
        sealed(&"[".repeat(10_000)),
        misplaced,
        misplaced_month,
    ];
    for key in keys {
        for text in &texts {
            let bench = Bench::new();
            bench.store.append(&session("a", now())).unwrap();
            bench.store.append(&session("b", at(10, 1))).unwrap();
            bench.poke(key, text);

            let loaded = bench.load();
            assert_eq!(loaded.journal.len(), 2, "{key} {text:.60}");
            assert_eq!(loaded.settings, Settings::default());
            assert_eq!(loaded.safety, Safety::default());
            let problem = Problem {
                key: Key::parse(key),
                kind: ProblemKind::Damaged,
                copied: true,
            };
            assert_eq!(loaded.problems, [problem], "{key} {text:.60}");
            assert!(!loaded.newer_version_was_here());
            let copy = format!("bonewise:quarantine:{}:0:{key}", now().at.0);
            assert_eq!(bench.peek(&copy).as_ref(), Some(text));
            assert_eq!(bench.peek(key).as_ref(), Some(text), "left where it is");
        }
    }
}

/// The checksum does not cover the key: what is whole may still stand where it does not belong.
#[test]
fn a_whole_value_under_the_key_of_another_is_damage_and_never_the_defaults() {
    let full = fixture("save-v1.txt");
    full.store.note_backup(&now()).unwrap();
    full.store.save_draft(&Draft::default()).unwrap();
    let values = full.disk.snapshot();
    let singles = [SETTINGS, SAFETY, "bonewise:session", DRAFT, BACKUP];
    for key in singles {
        for (from, text) in values.iter().filter(|(from, _)| *from != key) {
            // An entry has a moment too. Read as that of a backup it only asks for the next one a little late.
            if key == BACKUP && from.contains(":entry:") {
                continue;
            }
            let bench = Bench::new();
            bench.store.append(&session("a", now())).unwrap();
            bench.poke(key, text);
            let loaded = bench.load();
            let told = bench.store.load_session::<Restored>(now()).err();
            let problems: Vec<_> = loaded.problems.iter().chain(&told).collect();
            assert_eq!(loaded.journal.len(), 1);
            if ![DRAFT, BACKUP].contains(&key) {
                assert_eq!(problems.len(), 1, "{from} under {key}");
                assert_eq!(problems[0].key, Key::parse(key));
                assert!(problems[0].copied);
            }
            // The next value that is written there has a copy of it beside it, whatever it is.
            bench.store.save_settings(&Settings::default()).unwrap();
            bench.store.save_safety(&Safety::default()).unwrap();
            bench.store.save_draft(&Draft::default()).unwrap();
            bench.store.note_backup(&now()).unwrap();
            bench.store.clear_session::<Session>().unwrap();
            let copies = bench.keys_with("quarantine");
            assert_eq!(copies.len(), 1, "{from} under {key}");
            assert_eq!(bench.peek(&copies[0]).as_ref(), Some(text));
        }
    }
}

/// What tells the kinds of values apart is that they have no field in common.
#[test]
fn no_two_values_that_stand_alone_share_a_field() {
    let now = now();
    let full = fixture("save-v1.txt");
    let session = full.peek("bonewise:session").unwrap();
    let session = session.splitn(4, ' ').last().unwrap().to_owned();
    let values = [
        serde_json::to_value(Settings::default()).unwrap(),
        serde_json::to_value(Safety::default()).unwrap(),
        serde_json::to_value(Draft::default()).unwrap(),
        serde_json::from_str(&session).unwrap(),
        serde_json::to_value(now).unwrap(),
    ];
    let mut seen = std::collections::BTreeSet::new();
    for value in values {
        for name in value.as_object().unwrap().keys() {
            assert!(seen.insert(name.clone()), "{name}");
        }
    }
}

/// An older version may know less, and a newer one more: what has one field of its own is what it says.
#[test]
fn a_value_with_one_field_of_its_own_and_others_beside_it_reads() {
    let bench = Bench::new();
    bench.poke(
        SETTINGS,
        &sealed("{\"text\":\"large\",\"later\":{\"x\":1}}"),
    );
    bench.poke(SAFETY, &sealed("{}"));
    let loaded = bench.load();
    assert_eq!(loaded.problems, []);
    assert_eq!(loaded.settings.text, TextSize::Large);
    assert_eq!(loaded.safety, Safety::default());
}

#[test]
fn a_second_load_reports_again_and_copies_nothing_more() {
    let bench = Bench::new();
    bench.poke(SETTINGS, "torn");
    let first = bench.load();
    let changes = bench.tab.changes();
    for _ in 0..3 {
        assert_eq!(bench.store.load(at(11, 23)), first);
    }
    assert_eq!(bench.tab.changes(), changes);
    assert_eq!(bench.keys_with("quarantine").len(), 1);

    bench.poke(SETTINGS, "torn elsewhere");
    bench.load();
    assert_eq!(bench.keys_with("quarantine").len(), 2, "other damage");
}

#[test]
fn values_damaged_together_get_a_copy_each() {
    let bench = Bench::new();
    bench.poke(SETTINGS, "torn");
    bench.poke("bonewise:safety", "torn");
    assert_eq!(bench.load().problems.len(), 2);
    assert_eq!(bench.keys_with("quarantine").len(), 2);
}

#[test]
fn a_newer_version_is_told_apart_and_nothing_of_it_is_touched() {
    let keys = [
        "bonewise:entry:2026-09:new",
        "bonewise:month:2026-10",
        SETTINGS,
        "bonewise:safety",
        "bonewise:session",
    ];
    let bench = Bench::new();
    for key in keys {
        bench.poke(key, NEWER);
    }
    bench.store.append(&session("a", at(10, 1))).unwrap();
    let before = bench.disk.snapshot();

    let loaded = bench.load();
    assert_eq!(loaded.journal.len(), 1);
    assert!(loaded.newer_version_was_here());
    assert_eq!(loaded.problems.len(), 4);
    for problem in &loaded.problems {
        assert_eq!(problem.kind, ProblemKind::Newer);
        assert_eq!(bench.store.dismiss(problem), Err(SaveError::ReadOnly));
    }
    let session_problem = bench.store.load_session::<Snapshot>(now()).unwrap_err();
    assert_eq!(session_problem.kind, ProblemKind::Newer);

    let refused = Err(SaveError::ReadOnly);
    assert_eq!(bench.store.save_settings(&Settings::default()), refused);
    assert_eq!(bench.store.save_safety(&Safety::default()), refused);
    assert_eq!(bench.store.save_session(&Snapshot { reps: 1 }), refused);
    assert_eq!(bench.store.clear_session::<Snapshot>(), refused);
    assert_eq!(bench.store.append(&session("new", at(9, 3))), refused);
    bench.store.fold(now()).unwrap();
    assert_eq!(bench.disk.snapshot(), before);
}

#[test]
fn a_dismissed_problem_does_not_come_back_and_its_copy_stays() {
    let bench = Bench::new();
    bench.poke(SETTINGS, "torn");
    bench.poke("bonewise:entry:2026-11:bad", "torn");
    let problems = bench.load().problems;
    for problem in &problems {
        bench.store.dismiss(problem).unwrap();
        bench.store.dismiss(problem).unwrap();
    }
    assert_eq!(bench.load().problems, []);
    assert_eq!(bench.keys_with("quarantine").len(), 2);
    assert_eq!(bench.disk.snapshot().len(), 2);
}

#[test]
fn dismissing_never_removes_a_value_that_was_replaced_since() {
    let bench = Bench::new();
    bench.poke(SETTINGS, "torn");
    let problems = bench.load().problems;
    bench.store.save_settings(&Settings::default()).unwrap();
    let kept = bench.peek(SETTINGS);
    bench.store.dismiss(&problems[0]).unwrap();
    assert_eq!(bench.peek(SETTINGS), kept);
}

#[test]
fn without_room_for_a_copy_the_damaged_value_stays_and_cannot_be_dismissed() {
    let bench = Bench::new();
    bench.poke(SETTINGS, "torn");
    for error in [StorageError::Full, StorageError::Denied] {
        bench.tab.fail_after(0, error);
        let problems = bench.load().problems;
        assert!(!problems[0].copied);
        assert_eq!(bench.store.dismiss(&problems[0]), Err(SaveError::Guarded));
        assert_eq!(bench.peek(SETTINGS).as_deref(), Some("torn"));
    }
    bench.tab.heal();
    let problems = bench.load().problems;
    assert!(problems[0].copied, "a later load tries again");
    assert_eq!(bench.store.dismiss(&problems[0]), Ok(()));
}

#[test]
fn a_copy_that_the_browser_only_pretends_to_keep_is_no_copy() {
    let bench = Bench::new();
    bench.poke(SETTINGS, "torn");
    bench.tab.forget_writes();
    assert!(!bench.load().problems[0].copied);
    assert_eq!(
        bench.store.save_settings(&Settings::default()),
        Err(SaveError::Guarded)
    );
    assert_eq!(bench.peek(SETTINGS).as_deref(), Some("torn"));
}

#[test]
fn a_denied_storage_loads_nothing_and_says_so() {
    let bench = Bench::new();
    bench.store.append(&session("a", now())).unwrap();
    bench.tab.deny();
    let loaded = bench.load();
    assert!(loaded.journal.is_empty());
    let keys: Vec<_> = loaded.problems.iter().map(|one| one.key.clone()).collect();
    assert_eq!(keys, [None, Some(Key::Settings), Some(Key::Safety)]);
    for problem in &loaded.problems {
        assert_eq!(problem.kind, ProblemKind::Unreadable);
        assert_eq!(bench.store.dismiss(problem), Ok(()));
    }
    bench.tab.heal();
    assert_eq!(bench.load().journal.len(), 1);
}

#[test]
fn a_damaged_session_is_reported_copied_and_can_be_cleared() {
    for text in ["torn".to_owned(), sealed("{\"reps\":\"many\"}")] {
        let bench = Bench::new();
        bench.poke("bonewise:session", &text);
        let problem = bench.store.load_session::<Snapshot>(now()).unwrap_err();
        assert_eq!(problem.key, Some(Key::Session));
        assert!(problem.copied);
        bench.store.clear_session::<Snapshot>().unwrap();
        assert_eq!(bench.peek("bonewise:session"), None);
        assert_eq!(bench.keys_with("quarantine").len(), 1);
    }
}

#[test]
fn a_session_that_can_be_neither_read_nor_copied_is_not_cleared() {
    let bench = Bench::new();
    let text = sealed("{\"reps\":\"many\"}");
    bench.poke("bonewise:session", &text);
    bench.tab.fail_after(0, StorageError::Full);
    let refused = Err(SaveError::Guarded);
    assert_eq!(bench.store.clear_session::<Snapshot>(), refused);
    assert_eq!(bench.store.save_session(&Snapshot { reps: 1 }), refused);
    assert_eq!(bench.peek("bonewise:session"), Some(text));
}

#[test]
fn an_entry_is_found_by_the_key_that_another_tab_wrote() {
    let bench = Bench::new();
    let entry = session("a", now());
    bench.store.append(&entry).unwrap();
    bench.poke("bonewise:entry:2026-11:bad", "torn");
    let key = "bonewise:entry:2026-11:a";
    assert_eq!(bench.store.entry_at(key), Some(entry));
    for other in [
        "bonewise:entry:2026-11:bad",
        "bonewise:entry:2026-11:gone",
        "bonewise:entry:2026-10:a",
        "bonewise:month:2026-11",
        SETTINGS,
        "theme",
        "",
    ] {
        assert_eq!(bench.store.entry_at(other), None, "{other}");
    }
}

#[test]
fn the_same_entry_in_two_places_counts_once() {
    let bench = Bench::new();
    let entry = session("a", at(10, 3));
    bench.store.append(&entry).unwrap();
    let text = seal(&[entry]).unwrap();
    bench.poke("bonewise:month:2026-10", &text);
    let journal = bench.load().journal;
    assert_eq!(journal.len(), 1);
    assert_eq!(journal.sessions(Routine::HeelDrop).len(), 1);
}
