//! What every text must keep: no promise, easy to read, hard words explained, calm.
#![allow(clippy::unwrap_used)]

mod support {
    pub mod reading_level;
    pub mod texts;
    pub mod wording;
}

use std::collections::BTreeSet;
use std::fs;

use bonewise::content::guide::OPENING;
use bonewise::content::stories::StoryId;
use bonewise::content::symptoms::SymptomId;
use support::reading_level::Counts;
use support::texts::{all_texts, namespaces, texts};
use support::wording::{odd, promises};

/// Namespaces that are no prose: titles of sources, and what people may call a page.
const NO_PROSE: [&str; 2] = ["sources", "search"];
/// The hardest grade a text may have.
const HARDEST_GRADE: f64 = 8.0;

#[test]
fn no_text_promises_what_bonewise_must_not_promise() {
    let mut found = Vec::new();
    for (name, key, text) in all_texts() {
        found.extend(
            promises(&text)
                .into_iter()
                .map(|word| format!("{name}, {key}: {word}")),
        );
    }
    let page = fs::read_to_string("index.html").unwrap();
    found.extend(
        promises(&page)
            .into_iter()
            .map(|word| format!("index.html: {word}")),
    );
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn no_text_has_odd_english_or_a_word_of_the_trade() {
    let page = fs::read_to_string("index.html").unwrap();
    let (_, body) = page.split_once("<body>").unwrap();
    let found: Vec<_> = all_texts()
        .into_iter()
        .filter(|(name, ..)| !NO_PROSE.contains(&name.as_str()))
        .chain([("index.html".into(), String::new(), body.into())])
        .flat_map(|(name, key, text)| {
            odd(&text)
                .into_iter()
                .map(move |(odd, better)| format!("{name}, {key}: “{odd}”; say “{better}”"))
        })
        .collect();
    assert_eq!(found, Vec::<String>::new());
}

/// A text of several lines is a list: each line stands for itself.
fn lines((key, text): (String, String)) -> Vec<(String, String)> {
    text.split('\n')
        .map(|line| (key.clone(), line.to_owned()))
        .collect()
}

// ---- easy to read ---------------------------------------------------------------------------------------

#[test]
fn texts_are_grade_eight_or_easier() {
    let mut grades: Vec<(f64, String, String)> = namespaces()
        .into_iter()
        .filter(|name| !NO_PROSE.contains(&name.as_str()))
        .flat_map(|name| {
            texts(&name)
                .into_iter()
                .flat_map(lines)
                .map(move |(key, text)| (name.clone(), key, text))
        })
        .filter_map(|(name, key, text)| {
            let counts = Counts::of(&text);
            let is_prose = counts.sentences >= 2 || counts.words >= 20;
            is_prose.then(|| (counts.grade(), format!("{name}, {key}"), text))
        })
        .collect();
    grades.sort_by(|one, other| other.0.total_cmp(&one.0));
    println!("The ten hardest of {} texts:", grades.len());
    for (grade, place, text) in grades.iter().take(10) {
        println!("{grade:5.1}  {place}: {text}");
    }
    let too_hard: Vec<_> = grades
        .iter()
        .filter(|text| text.0 > HARDEST_GRADE)
        .collect();
    assert!(too_hard.is_empty(), "{too_hard:#?}");
}

/// A hard word, and words of which one stands beside it where a page first uses it.
const TERMS: &[(&str, &[&str])] = &[
    ("kyphosis", &["forward bend"]),
    ("osteoporosis", &["weak"]),
    ("vertebra", &["bone of the spine", "bones"]),
    ("compression fracture", &["squashed"]),
    ("low bone mass", &["thinner"]),
    ("nsaid", &["painkillers"]),
    ("opioids", &["painkillers"]),
    ("bone-density test", &["mineral"]),
    ("acetaminophen", &["paracetamol"]),
];

#[test]
fn a_hard_word_is_explained_where_a_page_first_uses_it() {
    let (guide, stories) = (texts("guide"), texts("stories"));
    let mut pages: Vec<(String, Vec<&String>)> = vec![
        (
            "the guide".into(),
            OPENING.iter().map(|id| &guide[id.key()]).collect(),
        ),
        (
            "facts".into(),
            StoryId::ALL.iter().map(|id| &stories[id.key()]).collect(),
        ),
    ];
    for symptom in SymptomId::ALL {
        let statements = symptom
            .page()
            .iter()
            .flat_map(|(_, statements)| *statements);
        let texts = statements.map(|id| &guide[id.key()]).collect();
        pages.push((format!("{symptom:?}"), texts));
    }
    let mut explained = BTreeSet::new();
    for (page, texts) in pages {
        for (term, beside) in TERMS {
            let says = |text: &&&String| {
                let text = text.to_lowercase();
                let mut words =
                    text.split(|letter: char| !letter.is_alphanumeric() && letter != '-');
                if term.contains(' ') {
                    text.contains(term)
                } else {
                    words.any(|word| word.starts_with(term))
                }
            };
            let Some(first) = texts.iter().find(says) else {
                continue;
            };
            let first = first.to_lowercase();
            assert!(
                beside.iter().any(|word| first.contains(word)),
                "{page} does not explain “{term}”: {first}"
            );
            explained.insert(*term);
        }
    }
    let unused: Vec<_> = TERMS
        .iter()
        .filter(|(term, _)| !explained.contains(term))
        .collect();
    assert!(unused.is_empty(), "no page uses {unused:?}");
}

#[test]
fn texts_are_calm_and_plain_strings() {
    for namespace in namespaces() {
        for (key, text) in texts(&namespace).into_iter().flat_map(lines) {
            let place = format!("{namespace}, {key}: {text}");
            assert!(!text.trim().is_empty() && text.trim() == text, "{place}");
            assert!(!text.contains(['!', '<', '>', '`', '"']), "{place}");
            assert!(!text.contains("$t(") && !text.contains("  "), "{place}");
            assert!(text.chars().all(is_writing), "{place}");
            assert!(placeholders_are_whole(&text), "{place}");
        }
    }
}

// ---- helpers --------------------------------------------------------------------------------------------

fn is_writing(letter: char) -> bool {
    letter.is_ascii_graphic() || letter == ' ' || "’‘“”–−…½µ".contains(letter)
}

fn placeholders_are_whole(text: &str) -> bool {
    text.split("{{").skip(1).all(|after| {
        after.split_once("}}").is_some_and(|(name, _)| {
            name.starts_with(' ')
                && name.ends_with(' ')
                && name
                    .trim()
                    .chars()
                    .all(|letter| letter.is_ascii_lowercase() || letter == '_')
        })
    }) && text.matches("{{").count() == text.matches("}}").count()
        && text
            .replace("{{", "")
            .replace("}}", "")
            .chars()
            .all(|letter| !"{}".contains(letter))
}
