//! Load, import, merge and migrate never panic, whatever they are given: bytes, UTF-16 that is none, whole saves and
//! backups that were changed, wrong types, numbers out of all bounds, brackets without end.
//!
//! The same functions are the targets of `fuzz/`, which finds what these do not.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod support {
    pub mod hostile;
}

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use proptest::sample::Index;
use support::hostile;

/// The first inputs of each target, which the fuzzer begins with too.
fn seeds(target: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fuzz/seeds")
        .join(target);
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path())
        .collect();
    files.sort();
    files.iter().map(|file| fs::read(file).unwrap()).collect()
}

fn target(name: &str) -> fn(&[u8]) {
    match name {
        "load" => hostile::load,
        "import" => hostile::import,
        "merge" => hostile::merge,
        _ => hostile::migrate,
    }
}

const TARGETS: [&str; 4] = ["load", "import", "merge", "migrate"];

#[test]
fn every_seed_of_the_fuzzer_is_met() {
    for name in TARGETS {
        let seeds = seeds(name);
        assert!(seeds.len() > 3, "{name}");
        for seed in seeds {
            target(name)(&seed);
        }
    }
}

#[test]
fn brackets_without_end_and_texts_without_measure_are_met() {
    let deep = "[".repeat(10_000);
    let object = "{\"a\":".repeat(10_000);
    let long = format!("\"{}\"", "x".repeat(1_000_000));
    for text in [&deep, &object, &long] {
        for key in [
            "bonewise:settings",
            "bonewise:month:2026-09",
            "bonewise:session",
        ] {
            hostile::load(format!("{key}\t1\t{text}").as_bytes());
            hostile::migrate(format!("{key}\t1\t{text}").as_bytes());
        }
        hostile::import(text.as_bytes());
        hostile::import(format!("{{\"bonewise\":\"backup\",\"x\":{text}").as_bytes());
        hostile::merge(format!("{text}\n{text}").as_bytes());
    }
}

/// What is put in the place of something else.
fn splinter() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        prop::collection::vec(any::<u8>(), 0..12),
        // UTF-16 as browsers keep it: halves of characters, read into Rust as the replacement character.
        prop::collection::vec(any::<u16>(), 0..8)
            .prop_map(|units| String::from_utf16_lossy(&units).into_bytes()),
        prop::sample::select(vec![
            "null",
            "NaN",
            "1e308",
            "-1e308",
            "1e999",
            "-1",
            "0",
            "1.5",
            "18446744073709551616",
            "true",
            "\"\"",
            "[]",
            "{}",
            "[[[[",
            "}}}}",
            "\"__proto__\"",
            "\\u0000",
            "\\ud800",
            "<script>",
            "\u{202e}",
            "9999-12-31",
            "0000-00-00",
            "+262142-12-31",
            "-262143-01-01",
            "\t",
            "\n",
            "bonewise:",
            "bonewise 1 ",
            "put_back",
            "retract",
            "session",
        ])
        .prop_map(|text: &str| text.as_bytes().to_vec()),
    ]
}

/// Some of a seed is cut out, some put in, some of another seed follows.
fn changed(name: &'static str) -> impl Strategy<Value = Vec<u8>> {
    let change = (any::<Index>(), 0..20_usize, splinter());
    let seeds = seeds(name);
    (
        prop::sample::select(seeds.clone()),
        prop::sample::select(seeds),
        prop::collection::vec(change, 1..6),
        any::<Index>(),
        any::<bool>(),
    )
        .prop_map(|(mut input, other, changes, from, is_joined)| {
            for (place, length, splinter) in changes {
                let from = place.index(input.len() + 1);
                let until = (from + length).min(input.len());
                input.splice(from..until, splinter);
            }
            if is_joined {
                input.extend(&other[from.index(other.len() + 1)..]);
            }
            input
        })
}

/// Which writing of a value it is: as `docs/backup-format.md` has it.
fn revision() -> impl Strategy<Value = String> {
    let before = prop_oneof![
        Just(String::new()),
        (0..3_i64).prop_map(|at| format!(",\"apart\":{at}")),
        (0..3_i64).prop_map(|at| format!(",\"joined\":{at}")),
    ];
    (0..5_u64, before).prop_map(|(number, before)| format!("\"revision\":{number}{before}"))
}

/// Values of a sound storage: entries single and gathered, settings and answers of any writing, a session that is over.
fn sound() -> impl Strategy<Value = String> {
    let entry = (0..4_u8, 1..4_u8).prop_map(|(id, month)| {
        let json = format!(
            "{{\"id\":\"e{id}\",\"at\":{id},\"day\":\"2026-0{month}-05\",\"kind\":{{\"daylight\":{{}}}}}}"
        );
        (id, month, json)
    });
    let schema = || prop::sample::select(vec![1, 1, 1, 9]);
    let single = (schema(), entry.clone()).prop_map(|(schema, (id, month, json))| {
        format!("bonewise:entry:2026-0{month}:e{id}\t{schema}\t{json}\n")
    });
    let month = (schema(), prop::collection::vec(entry, 1..4)).prop_map(|(schema, entries)| {
        let month = entries[0].1;
        let of = entries.iter().filter(|one| one.1 == month);
        let all: Vec<&str> = of.map(|one| one.2.as_str()).collect();
        format!(
            "bonewise:month:2026-0{month}\t{schema}\t[{}]\n",
            all.join(",")
        )
    });
    let text = prop::sample::select(vec!["normal", "large", "huge"]);
    let settings = (schema(), text, revision()).prop_map(|(schema, text, revision)| {
        format!("bonewise:settings\t{schema}\t{{\"text\":\"{text}\",{revision}}}\n")
    });
    let answer = prop::sample::select(vec!["\"yes\"", "\"no\"", "\"not_sure\"", "null"]);
    let safety = (schema(), answer.clone(), answer, revision()).prop_map(
        |(schema, fall, dizzy, revision)| {
            format!(
                "bonewise:safety\t{schema}\t{{\"answers\":{{\"fall\":{fall},\"dizzy\":{dizzy}}},{revision}}}\n"
            )
        },
    );
    let over = (0..4_u8).prop_map(|over| format!("bonewise:session\tgone {over}\n"));
    let draft = revision().prop_map(|one| format!("bonewise:draft\t1\t{{{one}}}\n"));
    let line =
        prop_oneof![3 => single, 3 => month, 2 => settings, 2 => safety, 1 => over, 1 => draft];
    prop::collection::vec(line, 0..8).prop_map(|lines| lines.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_are_too_much_for_any_of_them(input in prop::collection::vec(any::<u8>(), 0..400)) {
        for name in TARGETS {
            target(name)(&input);
        }
    }

    #[test]
    fn a_changed_save_is_loaded(input in changed("load")) {
        hostile::load(&input);
    }

    #[test]
    fn a_changed_backup_is_read_or_refused(input in changed("import")) {
        hostile::import(&input);
    }

    #[test]
    fn two_changed_backups_are_joined(input in changed("merge")) {
        hostile::merge(&input);
    }

    #[test]
    fn two_sound_storages_are_made_one(here in sound(), copy in sound()) {
        hostile::union(here.as_bytes(), copy.as_bytes());
    }

    #[test]
    fn two_storages_of_which_either_was_changed_are_made_one(
        here in prop_oneof![sound().prop_map(String::into_bytes), changed("load")],
        copy in prop_oneof![sound().prop_map(String::into_bytes), changed("load")],
    ) {
        hostile::union(&here, &copy);
    }

    #[test]
    fn a_changed_value_of_any_schema_is_brought_up_or_refused(input in changed("migrate")) {
        hostile::migrate(&input);
    }
}
