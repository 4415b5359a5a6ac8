//! The texts and the code that uses them fit together: no key is missing, none is left over, and every language
//! has all of them.
#![allow(clippy::unwrap_used, clippy::panic)]

mod support {
    pub mod files;
}

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use support::files::files;

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

/// Texts in which a number stands before a word for several, with the text that is shown in their place for one.
const FOR_ONE: &[(&str, &str)] = &[
    ("backup.added_many", "backup.added_one"),
    ("backup.folder_came_many", "backup.folder_came_one"),
    ("backup.folder_unread_many", "backup.folder_unread_one"),
    ("backup.known_many", "backup.known_one"),
    ("backup.new_many", "backup.new_one"),
    ("backup.unread_many", "backup.unread_one"),
    ("checks.seconds_left", "checks.second_left"),
    ("coach.get_ready_rounds", "coach.get_ready_round"),
    ("coach.seconds", "coach.second"),
    ("evidence.some_sources", "evidence.one_source"),
    ("foods.found", "foods.found_one"),
    ("foods.portions", "foods.portion"),
    ("foods.week_mean", "foods.week_mean_one"),
    ("habits.days_noted", "habits.day_noted"),
    ("jar.days_left", "jar.day_left"),
    ("recipe.cups_of", "recipe.cup"),
    ("recipe.tablespoons", "recipe.tablespoon"),
    ("recipe.teaspoons", "recipe.teaspoon"),
    ("recipe.yield_many", "recipe.yield_day"),
    ("search.found", "search.found_one"),
    ("today.rounds_plan", "today.round_plan"),
    ("today.set_plan_minutes", "today.set_plan"),
];

/// Texts of that kind in which the number is never one, and why.
const NEVER_ONE: &[(&str, &str)] = &[
    ("checks.chair_not_below", "“reaches” is no noun"),
    ("jar.today", "two servings are planned"),
    ("progress.sets_a_day", "two or three"),
    ("progress.why_gap", "14 or more"),
    ("recipe.oven", "hundreds"),
    ("recipe.rang_over_minutes", "rang_over says it for one"),
    ("recipe.servings", "of the recipe as it stands: 20 or more"),
    ("recipe.short_time", "5 or more"),
    ("recipe.timer_start", "5 or more"),
    ("recipe.timer_started", "5 or more"),
    ("recipe.usual_time", "5 or more"),
    ("recipe.yield_day", "two or three servings for one day"),
    ("shell.styles_wait", "three, a constant of the gate"),
    ("today.sets_done", "two or three are planned"),
];

#[test]
fn a_word_for_several_never_stands_behind_the_number_one() {
    let texts = texts_of("en");
    let known: BTreeSet<&str> = FOR_ONE
        .iter()
        .chain(NEVER_ONE)
        .map(|(key, _)| *key)
        .collect();
    let unknown: Vec<_> = texts
        .iter()
        .filter(|(key, text)| counts_several(text) && !known.contains(key.as_str()))
        .collect();
    assert!(
        unknown.is_empty(),
        "give each a text for one, or say in NEVER_ONE why there is none: {unknown:#?}"
    );
    for (several, one) in FOR_ONE {
        assert!(texts.contains_key(*several), "{several} is gone");
        let one = texts.get(*one).unwrap_or_else(|| panic!("{one} is gone"));
        assert!(!counts_several(one) || one.contains(" 1 "), "{one}");
    }
    for (several, _) in NEVER_ONE {
        assert!(texts.contains_key(*several), "{several} is gone");
    }
}

/// Whether a value stands right before a word that ends in "s", or the text is such a word that a number stands beside.
fn counts_several(text: &str) -> bool {
    const UNITS: [&str; 8] = [
        "seconds", "minutes", "hours", "days", "weeks", "times", "rounds", "sets",
    ];
    let is_several = |word: &str| {
        let word = word.trim_end_matches(|letter: char| !letter.is_ascii_lowercase());
        word.len() > 2
            && word.ends_with('s')
            && word.bytes().all(|letter| letter.is_ascii_lowercase())
            && !["is", "was", "has", "less", "this", "its", "plus"].contains(&word)
    };
    let behind_a_value = text
        .split("}}")
        .skip(1)
        .filter_map(|rest| rest.strip_prefix(' '))
        .filter_map(|rest| rest.split_whitespace().next())
        .any(is_several);
    let first = text.split_whitespace().next().unwrap_or_default();
    behind_a_value || UNITS.contains(&first)
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
    let sources = files(root().join("src"), ".rs");
    assert!(sources.len() > 20, "the sources were not found");
    sources
        .iter()
        .flat_map(|path| keys_in(&fs::read_to_string(path).unwrap()))
        .collect()
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
