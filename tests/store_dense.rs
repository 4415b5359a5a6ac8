//! Months written densely: what is read is what was written, damage is noticed, and nothing panics.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

#[path = "support/diary.rs"]
mod diary;
mod store_support;

use bonewise::domain::day::{Instant, LocalDay};
use bonewise::domain::entry::{Entry, EntryId, Kind};
use bonewise::domain::journal::Journal;
use bonewise::store::dense::{Known, read, write};
use bonewise::store::envelope::{OpenError, contents};
use bonewise::store::key::Key;
use bonewise::store::load::ProblemKind;
use diary::{Diary, diary};
use proptest::prelude::*;
use store_support::*;

fn back(entries: &[Entry], month: &str) -> Result<Vec<Entry>, OpenError> {
    let json = write(&entries.iter().collect::<Vec<_>>()).unwrap();
    read(month, &json, &mut Known::new())
}

#[test]
fn the_form_is_the_documented_one() {
    let when = |day, at| Entry {
        id: id(&format!("e{at}")),
        at: Instant(at),
        day: LocalDay::new(2026, 7, day).unwrap(),
        kind: Kind::Daylight {},
    };
    let mut entries = vec![
        session("s1", at(7, 5)),
        felt("f1", at(7, 5), "s1"),
        retract("r1", at(7, 6), "far"),
    ];
    entries.push(when(6, entries[2].at.0 + 36));
    entries.push(Entry {
        kind: Kind::Jar {
            grams: 300,
            made: LocalDay::new(2026, 7, 4).unwrap(),
        },
        ..when(6, entries[3].at.0)
    });
    let json = write(&entries.iter().collect::<Vec<_>>()).unwrap();
    assert_eq!(
        json,
        concat!(
            r#"{"kinds":[{"session":{"routine":"heel_drop","style":"gentle","rounds":2,"planned_rounds":2,"reps":10,"#,
            r#""planned_reps":10,"active_ms":0,"ending":"completed"}},"#,
            r#"{"felt":{"session":"0000000000000","effort":"right","pain":2}},"#,
            r#"{"retract":{"entry":"0000000000000"}},{"daylight":{}},{"jar":{"grams":300,"made":"1970-01-01"}}],"#,
            r#""entries":"s1,mr7qoao0,5,0,2j1s;f1,0,,1,-1;r1,1ffuo0,6,2,far;e1783339200036,10,,3;e1783339200036,0,,4,2"}"#,
        )
    );
    assert_eq!(back(&entries, "2026-07").unwrap(), entries);
    // It is JSON.
    serde_json::from_str::<serde_json::Value>(&json).unwrap();
}

#[test]
fn a_year_of_use_reads_back_month_by_month_with_the_kinds_of_other_months() {
    let entries = diary(Diary {
        seed: 1,
        entries: 3_000,
        days: 365,
        today: now().day,
        jars_kept: 3,
        broken: true,
    });
    let mut known = Known::new();
    let mut read_back = Vec::new();
    for month in entries.chunk_by(|one, other| one.day.month_key() == other.day.month_key()) {
        let json = write(&month.iter().collect::<Vec<_>>()).unwrap();
        read_back.extend(read(&month[0].day.month_key(), &json, &mut known).unwrap());
    }
    assert_eq!(read_back, entries);
}

#[test]
fn rows_that_nobody_writes_are_refused() {
    let kinds = r#"{"kinds":[{"daylight":{}},{"retract":{"entry":"0"}}],"entries":""#;
    for rows in [
        "a",
        "a,0",
        "a,0,1",
        "a,0,,0",
        "a,0,0,0",
        "a,0,32,0",
        "a,0,x,0",
        "a,0,1,2",
        "a,0,1,0,x",
        "a,0,1,1",
        "a,0,1,1,-1",
        "a,0,1,1,-",
        "a,0,1,1,a b",
        "a b,0,1,0",
        ",0,1,0",
        "a,-1,1,0",
        "a,0,1,0;",
        ";",
        "a,0,1,0,",
        "a,0,1,1,x,y",
    ] {
        let json = format!("{kinds}{rows}\"}}");
        assert!(read("2026-07", &json, &mut Known::new()).is_err(), "{rows}");
    }
    for json in [
        "",
        "{}",
        "[]",
        "{\"kinds\":[",
        "{\"kinds\":[]",
        "{\"kinds\":[]}",
        "{\"kinds\":[,],\"entries\":\"\"}",
        "{\"kinds\":[{]],\"entries\":\"\"}",
        "{\"kinds\":[{\"daylight\":{}},\"entries\":\"\"}",
        "{\"kinds\":[{\"daylght\":{}}],\"entries\":\"\"}",
    ] {
        assert!(read("2026-07", json, &mut Known::new()).is_err(), "{json}");
    }
    let good = format!("{kinds}a,0,1,0\"}}");
    assert!(read("2026-07", &good, &mut Known::new()).is_ok());
    assert!(read("x", &good, &mut Known::new()).is_err());
    assert_eq!(
        read(
            "2026-07",
            "{\"kinds\":[],\"entries\":\"\"}",
            &mut Known::new()
        ),
        Ok(Vec::new())
    );
}

/// A month that lies back, in a browser.
fn bench() -> (Bench, Journal) {
    let mut entries = vec![
        session("s1", at(3, 5)),
        felt("f1", at(3, 6), "s1"),
        retract("r1", at(3, 7), "s1"),
    ];
    entries.push(entry("d1", at(3, 9), Kind::Daylight {}));
    let bench = Bench::new();
    for entry in &entries {
        bench.store.append(entry).unwrap();
    }
    bench.store.fold(now()).unwrap();
    bench.store.fold(now()).unwrap();
    (bench, entries.into_iter().collect())
}

const MARCH: &str = "bonewise:month:2026-03";

#[test]
fn a_month_that_lies_back_is_folded_densely_and_a_late_entry_joins_it() {
    let (bench, mut journal) = bench();
    assert!(bench.peek(MARCH).unwrap().starts_with("bonewise 3 "));
    assert_eq!(bench.keys_with("entry").len(), 0);
    assert_eq!(bench.load().journal, journal);
    let late = session("late", at(3, 1));
    bench.store.append(&late).unwrap();
    journal.add(late);
    bench.store.fold(now()).unwrap();
    bench.store.fold(now()).unwrap();
    assert_eq!(bench.keys_with("entry").len(), 0);
    assert_eq!(bench.load().journal, journal);
    assert_eq!(bench.load().problems, []);
}

#[test]
fn each_damaged_byte_of_a_dense_month_is_noticed_and_kept_aside() {
    let (bench, _) = bench();
    let whole = bench.peek(MARCH).unwrap();
    let key = Key::parse(MARCH).unwrap();
    for place in 0..whole.len() {
        for byte in [b'0', b'a', b',', b';', b'"', b' ', b'4'] {
            let mut bytes = whole.clone().into_bytes();
            bytes[place] = byte;
            let text = String::from_utf8(bytes).unwrap();
            assert!(text == whole || contents(&key, &text).is_err(), "{text}");
        }
        assert!(contents(&key, &whole[..place]).is_err());
    }
    bench.poke(MARCH, &whole.replace("d1,", "d2,"));
    let loaded = bench.load();
    assert_eq!(loaded.problems.len(), 1);
    assert_eq!(loaded.problems[0].kind, ProblemKind::Damaged);
    assert!(loaded.problems[0].copied);
}

#[test]
fn a_month_of_a_schema_to_come_is_left_alone() {
    let (bench, _) = bench();
    let newer = bonewise::store::envelope::seal_in(4, &"what only a newer version knows").unwrap();
    bench.poke(MARCH, &newer);
    let loaded = bench.load();
    assert!(loaded.newer_version_was_here());
    bench.store.append(&session("x", at(3, 2))).unwrap();
    bench.store.fold(now()).unwrap();
    bench.store.thicken(&Key::parse(MARCH).unwrap()).unwrap();
    assert_eq!(bench.peek(MARCH).unwrap(), newer);
}

#[test]
fn a_month_under_another_months_key_is_damaged() {
    let (bench, _) = bench();
    bench.poke("bonewise:month:2026-02", &bench.peek(MARCH).unwrap());
    // Its days are those of February then; a 31st would not be.
    let january = entry("x", at(1, 31), Kind::Daylight {});
    let json = write(&[&january]).unwrap();
    assert!(read("2026-02", &json, &mut Known::new()).is_err());
}

fn some_id() -> impl Strategy<Value = EntryId> {
    prop_oneof!["[0-9a-f]{13,16}", "[a-zA-Z0-9]{1,40}", "[ab]"]
        .prop_map(|text| EntryId::new(text).unwrap())
}

fn some_kind() -> impl Strategy<Value = Kind> {
    let of_diary = diary(Diary {
        seed: 7,
        entries: 400,
        days: 60,
        today: now().day,
        jars_kept: 5,
        broken: true,
    });
    let kinds: Vec<Kind> = of_diary.into_iter().map(|entry| entry.kind).collect();
    prop_oneof![
        proptest::sample::select(kinds),
        some_id().prop_map(|entry| Kind::Retract { entry }),
        some_id().prop_map(|jar| Kind::JarGone { jar }),
        proptest::collection::vec(some_id(), 0..3).prop_map(|over| Kind::PutBack { over }),
        (any::<String>(), any::<u8>()).prop_map(|(food, halves)| Kind::Food { food, halves }),
        any::<String>().prop_map(|habit| Kind::Habit { habit }),
        (any::<u32>(), -400_000..400_000_i64).prop_map(|(grams, days)| {
            let days = LocalDay::epoch().plus(days.unsigned_abs());
            Kind::Jar { grams, made: days }
        }),
        (some_id(), any::<u64>()).prop_map(|(_, active_ms)| {
            let Kind::Session(record) = session("a", now()).kind else {
                unreachable!()
            };
            Kind::Session(bonewise::domain::entry::SessionRecord {
                active_ms,
                ..record
            })
        }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]
    /// Any entries of a month, in any order, at any instant.
    #[test]
    fn any_entries_read_back_as_they_were(
        month in 1..=12_u32,
        rows in proptest::collection::vec((some_id(), any::<i64>(), 1..=28_u32, some_kind()), 0..30),
    ) {
        let entries: Vec<Entry> = rows.into_iter().map(|(id, at, day, kind)| Entry {
            id,
            at: Instant(at),
            day: LocalDay::new(2026, month, day).unwrap(),
            kind,
        }).collect();
        prop_assert_eq!(back(&entries, &format!("2026-{month:02}")).unwrap(), entries);
    }

    /// Whatever text it is given, it says so.
    #[test]
    fn no_text_is_a_crash(head in 0..3_usize, rows in "[0-9a-z,;{}\"\\[\\]\\\\-]{0,60}") {
        let heads = ["", "{\"kinds\":[", "{\"kinds\":[{\"daylight\":{}}],\"entries\":\""];
        let json = format!("{}{rows}\"}}", heads[head]);
        let _ = read("2026-07", &json, &mut Known::new());
    }
}
