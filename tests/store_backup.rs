//! The backup as a file: what is written is what is documented, and whatever is read is either whole or refused with
//! its reason.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

mod store_support;
mod support {
    pub mod json_schema;
}

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use bonewise::domain::entry::{Entry, Kind};
use bonewise::domain::safety::{Answer, Question, Safety};
use bonewise::domain::settings::{Settings, TextSize};
use bonewise::store::backup::{Backup, MOST_BYTES, Refused, is_locked, read, write};
use bonewise::store::envelope;
use proptest::prelude::*;
use serde_json::{Value, json};
use store_support::*;
use support::json_schema::faults;

fn file(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// The backup of a bench, as the app makes it.
fn backup_of(bench: &Bench) -> Backup {
    let loaded = bench.load();
    Backup {
        made: now(),
        journal: loaded.journal,
        settings: (loaded.settings != Settings::default()).then_some(loaded.settings),
        safety: (loaded.safety != Safety::default()).then_some(loaded.safety),
        raw: bench.store.raw(),
        unread: 0,
    }
}

/// One entry of each kind, settings in which much is chosen, answers with a clearance.
fn full() -> Backup {
    let bench = fixture("save-v1.txt");
    let told = [
        retract("r1", at(11, 22), "m0h"),
        entry(
            "p1",
            at(11, 22),
            Kind::PutBack {
                over: vec![id("r1")],
            },
        ),
    ];
    for entry in told {
        bench.store.append(&entry).unwrap();
    }
    backup_of(&bench)
}

fn small() -> Backup {
    let bench = Bench::new();
    bench.store.append(&session("a1", at(11, 20))).unwrap();
    backup_of(&bench)
}

/// The file's fields, changed, with a checksum that fits.
fn changed(text: &str, change: impl FnOnce(&mut serde_json::Map<String, Value>)) -> String {
    let Value::Object(mut file) = serde_json::from_str(text).unwrap() else {
        panic!("no object");
    };
    file.remove("checksum");
    change(&mut file);
    let bare = serde_json::to_string(&file).unwrap();
    file.insert("checksum".into(), crc32(&bare).into());
    serde_json::to_string(&file).unwrap()
}

/// CRC-32, bit by bit: another one than the store's.
fn crc32(text: &str) -> String {
    let mut sum = u32::MAX;
    for byte in text.bytes() {
        sum ^= u32::from(byte);
        for _ in 0..8 {
            sum = (sum >> 1) ^ if sum & 1 == 1 { 0xedb8_8320 } else { 0 };
        }
    }
    format!("{:08x}", !sum)
}

#[test]
fn what_is_written_is_read_back_equal() {
    for backup in [full(), small(), backup_of(&Bench::new())] {
        let text = write(&backup).unwrap();
        assert_eq!(read(&text), Ok(backup));
    }
}

#[test]
fn what_is_written_fits_the_schema_in_the_documents() {
    let schema: Value = serde_json::from_str(&file("docs/backup.schema.json")).unwrap();
    let mut texts = vec![file("tests/fixtures/backup-v1.json")];
    texts.extend([full(), small(), backup_of(&Bench::new())].map(|one| write(&one).unwrap()));
    for text in texts {
        let value: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(faults(&schema, &value), Vec::<String>::new());
    }
    let kinds = schema["$defs"]["kind"]["properties"].as_object().unwrap();
    let written: Value = serde_json::from_str(&write(&full()).unwrap()).unwrap();
    for kind in kinds.keys() {
        let mut entries = written["entries"].as_array().unwrap().iter();
        let is_there = entries.any(|entry| entry["kind"].get(kind).is_some());
        assert!(is_there, "no entry tried the schema of {kind}");
    }
}

#[test]
fn the_schema_refuses_what_is_no_backup() {
    let schema: Value = serde_json::from_str(&file("docs/backup.schema.json")).unwrap();
    let good: Value = serde_json::from_str(&write(&full()).unwrap()).unwrap();
    for (place, wrong) in [
        ("/bonewise", json!("else")),
        ("/version", json!(2)),
        ("/made/day", json!("yesterday")),
        ("/checksum", json!("ABCDEF01")),
        ("/entries", json!({})),
        ("/entries/0/id", json!("a b")),
        ("/entries/0/kind", json!({})),
        ("/entries/0/kind", json!({"sang": {}})),
        ("/entries/0/kind/session/reps", json!(1.5)),
        ("/safety/answers/fall", json!("maybe")),
        ("/settings/text", json!("enormous")),
        ("/raw", json!({"bonewise:settings": 1})),
    ] {
        let mut bad = good.clone();
        *bad.pointer_mut(place).unwrap() = wrong;
        assert!(!faults(&schema, &bad).is_empty(), "{place}");
    }
}

/// A fixture of a released version is never edited.
#[test]
fn a_backup_of_version_1_still_reads_whole() {
    let backup = read(&file("tests/fixtures/backup-v1.json")).unwrap();
    assert_eq!(backup.made, now());
    assert_eq!((backup.journal.len(), backup.unread), (26, 0));
    assert_eq!(backup.settings.unwrap().text, TextSize::Largest);
    let answers = backup.safety.unwrap().answers;
    assert_eq!(answers.get(Question::RecentBreak), Some(Answer::Yes));
}

#[test]
fn the_checksum_is_the_documented_one_and_a_new_layout_changes_nothing() {
    let text = write(&full()).unwrap();
    assert_eq!(changed(&text, |_| {}), text);
    let value: Value = serde_json::from_str(&text).unwrap();
    let laid_out = serde_json::to_string_pretty(&value).unwrap();
    assert_eq!(read(&laid_out), Ok(full()));
    assert_eq!(read(&format!("\u{feff}{text}\r\n")), Ok(full()));
}

#[test]
fn each_file_that_is_no_whole_backup_is_refused_with_its_reason() {
    let good = write(&full()).unwrap();
    let newer = |name: &'static str| {
        changed(&good, move |file| {
            file.insert(name.into(), json!(envelope::SCHEMA + 1));
        })
    };
    let without = |name: &'static str| changed(&good, move |file| drop(file.remove(name)));
    for (text, reason) in [
        (String::new(), Refused::Empty),
        (" \r\n\t".into(), Refused::Empty),
        ("\u{feff}".into(), Refused::Empty),
        ("\u{fffd}PNG\r\n\u{1a}\n".into(), Refused::NotABackup),
        ("Dear diary".into(), Refused::NotABackup),
        ("<script>alert(1)</script>".into(), Refused::NotABackup),
        ("[]".into(), Refused::NotABackup),
        ("null".into(), Refused::NotABackup),
        ("1e999".into(), Refused::NotABackup),
        ("{}".into(), Refused::NotABackup),
        (r#"{"bonewise":true}"#.into(), Refused::NotABackup),
        (r#"{"bonewise":"backup"}"#.into(), Refused::Damaged),
        ("[".repeat(10_000), Refused::NotABackup),
        (
            format!(r#"{{"bonewise":"backup","x":{}"#, "[".repeat(10_000)),
            Refused::Damaged,
        ),
        (good.replace("\"reps\":3", "\"reps\":7"), Refused::Damaged),
        (good.replace("knee", "back"), Refused::Damaged),
        (good[..good.len() / 2].into(), Refused::Damaged),
        (newer("version"), Refused::Newer),
        (newer("schema"), Refused::Newer),
        // A number that was changed by damage is no newer version.
        (
            good.replace("\"version\":1", "\"version\":9"),
            Refused::Damaged,
        ),
        (without("version"), Refused::Damaged),
        (without("made"), Refused::Damaged),
        (without("entries"), Refused::Damaged),
        (without("count"), Refused::Damaged),
        (
            changed(&good, |file| drop(file.insert("version".into(), json!(0)))),
            Refused::Damaged,
        ),
        (
            changed(&good, |file| drop(file.insert("schema".into(), json!(0)))),
            Refused::Damaged,
        ),
        (
            changed(&good, |file| {
                drop(file.insert("entries".into(), json!("all")));
            }),
            Refused::Damaged,
        ),
    ] {
        let changes_nothing = text == good;
        assert!(!changes_nothing, "{reason:?}: nothing was changed");
        assert_eq!(read(&text), Err(reason), "{text:.60}");
    }
}

#[test]
fn files_that_are_too_large_or_too_deep_are_refused_within_a_second() {
    let noise = "x".repeat(100_000_000);
    let padded = format!(r#"{{"bonewise":"backup","x":"{noise}"}}"#);
    let deep = format!(
        r#"{{"bonewise":"backup","x":{}"#,
        "[".repeat(MOST_BYTES / 2)
    );
    for (text, reason) in [
        (noise, Refused::TooLarge),
        (padded, Refused::TooLarge),
        (deep, Refused::Damaged),
    ] {
        let begun = Instant::now();
        assert_eq!(read(&text), Err(reason));
        assert!(begun.elapsed() < Duration::from_secs(1), "{reason:?}");
    }
}

/// What is not known is counted and left out; the rest is read.
#[test]
fn parts_of_the_wrong_type_are_counted_and_the_rest_is_read() {
    let text = changed(&write(&small()).unwrap(), |file| {
        let entries = file["entries"].as_array_mut().unwrap();
        entries.extend([
            json!(null),
            json!({"id": "b", "at": 1e308, "day": "2026-11-20", "kind": {"daylight": {}}}),
            json!({"id": "<b>", "at": 1, "day": "2026-11-20", "kind": {"daylight": {}}}),
            json!({"id": "c", "at": 1, "day": "2026-02-30", "kind": {"daylight": {}}}),
            json!({"id": "d", "at": 1, "day": "2026-11-20", "kind": {"sang": {}}}),
        ]);
        file.insert("count".into(), json!(6));
        file.insert("settings".into(), json!({"text": "enormous"}));
        file.insert("safety".into(), json!([]));
        file.insert("raw".into(), json!({"a": 1, "b": "text"}));
    });
    let backup = read(&text).unwrap();
    let ids: Vec<_> = backup.journal.all().map(|one| one.id.as_str()).collect();
    assert_eq!(ids, ["a1"]);
    assert_eq!((backup.settings, backup.safety), (None, None));
    assert_eq!(backup.raw, [("b".to_owned(), "text".to_owned())]);
    assert_eq!(backup.unread, 5 + 1 + 1 + 1);
}

#[test]
fn hostile_text_is_read_as_the_text_it_is() {
    let hostile = [
        "<script>alert(1)</script>",
        "__proto__",
        "constructor",
        "javascript:alert(1)",
        "\u{202e}gnp.exe\u{2066}",
        "\0\u{1f}\u{7f}",
        "\"],\"bonewise\":\"",
    ];
    let entries = hostile.iter().enumerate().map(|(n, text)| {
        let habit = (*text).to_owned();
        entry(&format!("h{n}"), now(), Kind::Habit { habit })
    });
    let backup = Backup {
        journal: entries.collect(),
        raw: hostile
            .map(|text| (text.to_owned(), text.to_owned()))
            .into_iter()
            .collect::<std::collections::BTreeMap<_, _>>()
            .into_iter()
            .collect(),
        settings: Some(Settings {
            voice: Some(hostile.concat()),
            country: Some(hostile[0].to_owned()),
            ..Settings::default()
        }),
        ..small()
    };
    assert_eq!(read(&write(&backup).unwrap()), Ok(backup));
}

/// What a version could not read goes along word for word, and a version that can read it does.
#[test]
fn damaged_and_newer_values_go_along_and_what_can_be_read_of_them_is() {
    let bench = Bench::new();
    let known = envelope::seal(&session("later", at(11, 21))).unwrap();
    let newer = known.replace("bonewise 1", "bonewise 9");
    bench.poke("bonewise:entry:2026-11:later", &newer);
    bench.poke("bonewise:settings", "half a val");
    bench.poke("bonewise:quarantine:5:0:bonewise:safety", "old");
    let backup = backup_of(&bench);
    let texts: Vec<_> = backup.raw.iter().map(|(_, text)| text.as_str()).collect();
    for text in [newer.as_str(), "half a val", "old"] {
        assert!(texts.contains(&text), "{text}");
    }
    let text = write(&backup).unwrap();
    assert_eq!(read(&text).unwrap().journal.len(), 0);

    // As a version would read it that knows what was newer.
    let text = changed(&text, |file| {
        let settings = Settings {
            knee_sets: 3,
            ..Settings::default()
        };
        file["raw"] = json!({
            "bonewise:entry:2026-11:later": known,
            "bonewise:settings": envelope::seal(&settings).unwrap(),
            "bonewise:safety": "half",
        });
    });
    let backup = read(&text).unwrap();
    let all: Vec<&Entry> = backup.journal.all().collect();
    assert_eq!(all, [&session("later", at(11, 21))]);
    assert_eq!(backup.settings.unwrap().knee_sets, 3);
    assert_eq!(backup.safety, None);
}

#[test]
fn every_truncation_and_every_flipped_bit_is_refused() {
    let whole = write(&small()).unwrap();
    for length in 0..whole.len() {
        assert!(read(&whole[..length]).is_err(), "{length}");
    }
    for place in 0..whole.len() {
        for bit in 0..8 {
            let mut bytes = whole.clone().into_bytes();
            bytes[place] ^= 1 << bit;
            let text = String::from_utf8_lossy(&bytes);
            let answer = read(&text);
            assert!(answer.is_err(), "{place}, {bit}: {text}");
            assert_ne!(answer, Err(Refused::Newer), "{place}, {bit}");
        }
    }
}

proptest! {
    #[test]
    fn no_bytes_are_too_much(bytes in proptest::collection::vec(any::<u8>(), 0..2000)) {
        prop_assert!(read(&String::from_utf8_lossy(&bytes)).is_err());
    }

    #[test]
    fn no_json_is_too_much(text in "(\\{\"bonewise\":\"backup\",)?[\\[\\]{}:,\"0-9a-z\\\\ue+. -]{0,300}") {
        prop_assert!(read(&text).is_err());
    }

    #[test]
    fn a_whole_backup_that_was_changed_somewhere_is_refused_or_the_same(
        from in any::<prop::sample::Index>(),
        length in 0..40_usize,
        put in "[ -~]{0,40}",
    ) {
        let backup = full();
        let mut text = write(&backup).unwrap();
        let from = from.index(text.len());
        let until = (from + length).min(text.len());
        text.replace_range(from..until, &put);
        if let Ok(read) = read(&text) {
            prop_assert_eq!(read, backup);
        }
    }

    /// With a checksum that fits, so that all that comes after it is tried too.
    #[test]
    fn no_field_of_a_whole_file_is_too_much(
        name in "version|schema|made|count|entries|settings|safety|raw",
        value in "null|true|-1|0|1|2|1e308|99999999999999999999|\"x\"|\\[\\]|\\{\\}|\\[\\{\"id\":\"a\"\\}\\]|\\{\"answers\":1\\}|\\{\"at\":0,\"day\":\"2026-11-22\"\\}",
    ) {
        let value: Value = serde_json::from_str(&value).unwrap();
        let text = changed(&write(&small()).unwrap(), |file| drop(file.insert(name, value)));
        let _ = read(&text);
    }
}

/// Prints the fixture of the next version:
/// `cargo test --test store_backup -- --ignored --nocapture print`
#[test]
#[ignore = "prints a fixture, checks nothing"]
fn print_a_backup_of_this_version() {
    println!("{}", write(&full()).unwrap());
}

#[test]
fn a_locked_file_is_known_by_how_it_begins() {
    for (head, is_it) in [
        ("age-encryption.org/v1\n-> scrypt ", true),
        ("age-encryption.org/v2\n", true),
        ("-----BEGIN AGE ENCRYPTED FILE-----\nYWdl", true),
        ("\r\n-----BEGIN AGE ENCRYPTED FILE-----\r\n", true),
        ("", false),
        ("age", false),
        ("{\"bonewise\":\"backup\"", false),
        ("-----BEGIN PGP MESSAGE-----", false),
        (" \u{fffd}age-encryption.org/v1", false),
    ] {
        assert_eq!(is_locked(head), is_it, "{head:?}");
    }
}
