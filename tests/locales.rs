//! The texts and the code that uses them fit together: no key is missing, none is left over, and every language
//! has all of them.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// A key with its area: `shell.back`.
type Key = String;

#[test]
fn every_text_is_used_somewhere() {
    let used = used_keys();
    let unused: Vec<Key> = keys_of("en")
        .into_iter()
        .filter(|key| !used.contains(key))
        .collect();
    assert!(unused.is_empty(), "texts that nothing shows: {unused:#?}");
}

#[test]
fn every_text_that_is_asked_for_exists() {
    let known = keys_of("en");
    let missing: Vec<Key> = used_keys()
        .into_iter()
        .filter(|key| !known.contains(key))
        .collect();
    assert!(missing.is_empty(), "keys without a text: {missing:#?}");
}

#[test]
fn every_language_has_the_same_texts_with_the_same_places_for_values() {
    let english = texts_of("en");
    for language in languages() {
        let texts = texts_of(&language);
        let keys = |texts: &BTreeMap<Key, String>| texts.keys().cloned().collect::<BTreeSet<_>>();
        assert_eq!(keys(&texts), keys(&english), "{language}");
        for (key, text) in &texts {
            assert_eq!(places(text), places(&english[key]), "{language}: {key}");
            assert!(!text.trim().is_empty(), "{language}: {key} is empty");
        }
    }
}

#[test]
fn the_reader_finds_keys_however_they_are_written() {
    let source = r#"
        // tr!(shell.not_this_one)
        let one = tr!(shell.back);
        let two = tr!(
            coach.count_of,
            reps = tr!(coach.seconds)
        );
        by_id! {
            /// A line, with tr!(shell.nor_this) in words.
            pub fn line(Line in moves) {
                SetupChair = setup_chair,
                SetupShoes = setup_shoes,
            }
        }
        let url = "https://example.org"; let three = tr!(today.undo);
    "#;
    let expected = [
        "coach.count_of",
        "coach.seconds",
        "moves.setup_chair",
        "moves.setup_shoes",
        "shell.back",
        "today.undo",
    ];
    assert_eq!(keys_in(source), expected.map(str::to_owned).into());
}

// ---- what the code asks for ----------------------------------------------------------------------------

fn used_keys() -> BTreeSet<Key> {
    let mut sources = Vec::new();
    collect_sources(&root().join("src"), &mut sources);
    assert!(sources.len() > 20, "the sources were not found");
    sources
        .iter()
        .flat_map(|path| keys_in(&fs::read_to_string(path).unwrap()))
        .collect()
}

fn collect_sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        if path.is_dir() {
            collect_sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

fn keys_in(source: &str) -> BTreeSet<Key> {
    let code = without_comments(source);
    let mut keys = BTreeSet::new();
    for call in code.split("tr!").skip(1) {
        // Behind the name stands the area, a point and the key; in the macro itself stand variables.
        let Some(inside) = call.trim_start().strip_prefix('(') else {
            continue;
        };
        let name: String = inside
            .trim_start()
            .chars()
            .take_while(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '.'))
            .collect();
        if name.split('.').count() == 2 && name.split('.').all(|part| !part.is_empty()) {
            keys.insert(name);
        }
    }
    for table in code.split("by_id!").skip(1) {
        keys.extend(keys_in_table(table));
    }
    keys
}

/// The keys of `pub fn line(Line in moves) { SetupChair = setup_chair, … }`.
fn keys_in_table(table: &str) -> Vec<Key> {
    let named = || {
        let (_, rest) = table.trim_start().strip_prefix('{')?.split_once('(')?;
        let (of, rest) = rest.split_once(')')?;
        let (_, area) = of.split_once(" in ")?;
        let (rows, _) = rest.trim_start().strip_prefix('{')?.split_once('}')?;
        let keys = rows.split(',').filter_map(|row| row.split_once('='));
        Some(
            keys.map(|(_, key)| format!("{}.{}", area.trim(), key.trim()))
                .collect(),
        )
    };
    named().unwrap_or_default()
}

/// The source without what stands behind `//`; one inside of a text, as in an address, is kept.
fn without_comments(source: &str) -> String {
    source
        .lines()
        .map(|line| match line.find("//") {
            Some(at) if line[..at].matches('"').count() % 2 == 0 => &line[..at],
            _ => line,
        })
        .collect::<Vec<_>>()
        .join("\n")
}

// ---- what the languages have ---------------------------------------------------------------------------

fn languages() -> Vec<String> {
    let mut languages: Vec<String> = fs::read_dir(root().join("locales"))
        .unwrap()
        .map(|folder| folder.unwrap().file_name().into_string().unwrap())
        .collect();
    languages.sort();
    assert!(languages.contains(&"en".to_owned()));
    languages
}

fn keys_of(language: &str) -> BTreeSet<Key> {
    texts_of(language).into_keys().collect()
}

fn texts_of(language: &str) -> BTreeMap<Key, String> {
    let mut texts = BTreeMap::new();
    for file in fs::read_dir(root().join("locales").join(language)).unwrap() {
        let path = file.unwrap().path();
        let area = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let read: BTreeMap<String, String> =
            serde_json::from_str(&fs::read_to_string(&path).unwrap())
                .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        texts.extend(
            read.into_iter()
                .map(|(key, text)| (format!("{area}.{key}"), text)),
        );
    }
    texts
}

/// The names between `{{` and `}}`.
fn places(text: &str) -> BTreeSet<&str> {
    text.split("{{")
        .skip(1)
        .filter_map(|part| part.split_once("}}"))
        .map(|(name, _)| name.trim())
        .collect()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
