//! The table of bad days names, for each, a test that exists.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::fs;
use std::path::PathBuf;

const DOCUMENT: &str = "docs/reliability.md";
/// How many days the issue names.
const DAYS: usize = 30;
/// What stands for tests that do not exist yet.
const LATER: &str = "being built on branch folder";

fn document() -> String {
    fs::read_to_string(DOCUMENT).unwrap()
}

/// The rows of the table: each begins with its number.
fn rows(document: &str) -> Vec<&str> {
    let is_row = |line: &&str| {
        line.strip_prefix("| ")
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    };
    let table = document.split("\n## ").next().unwrap();
    table.lines().filter(is_row).collect()
}

/// The part of a row that names tests, and no more.
fn tests(row: &str) -> &str {
    row.split(" | ").nth(2).unwrap()
}

/// What stands in code letters.
fn code(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

/// The journeys in a cell: the file that is named before the quotes, and the title in them.
fn journeys(cell: &str) -> Vec<(String, String)> {
    let cell = cell.replace("\\\"", "\u{1}");
    let mut parts = cell.split('"');
    let mut found = Vec::new();
    while let (Some(before), Some(title)) = (parts.next(), parts.next()) {
        let file = before.split_whitespace().last().unwrap_or_default();
        found.push((file.to_owned(), title.replace('\u{1}', "\"")));
    }
    found
}

/// Where a test stands: `store_load` below `tests/`, `src/store/envelope` beside the code.
fn file_of(name: &str) -> PathBuf {
    let folder = if name.contains('/') { "" } else { "tests/" };
    PathBuf::from(format!("{folder}{name}.rs"))
}

fn is_a_test(text: &str, name: &str) -> bool {
    text.contains(&format!("fn {name}("))
}

#[test]
fn each_of_the_thirty_days_has_a_row_with_a_test_or_says_that_it_comes() {
    let document = document();
    let rows = rows(&document);
    assert_eq!(rows.len(), DAYS);
    for (place, row) in rows.iter().enumerate() {
        assert!(row.starts_with(&format!("| {} |", place + 1)), "{row}");
        assert_eq!(row.split(" | ").count(), 4, "{row}");
        let cell = tests(row);
        let named = code(cell).filter(|one| one.contains("::")).count() + journeys(cell).len();
        assert!(named > 0 || cell.contains(LATER), "{row}");
    }
}

#[test]
fn every_test_that_the_document_names_exists() {
    let document = document();
    for name in code(&document).filter(|one| one.contains("::")) {
        let (file, test) = name.split_once("::").unwrap();
        let code = fs::read_to_string(file_of(file));
        let code = code.unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(is_a_test(&code, test), "no test is called {name}");
    }
    for row in rows(&document) {
        for (file, title) in journeys(tests(row)) {
            let path = format!("tests/e2e/journeys/{file}.spec.ts");
            let text = fs::read_to_string(&path);
            let text = text.unwrap_or_else(|error| panic!("{path}: {error}"));
            let is_there = ['\'', '`']
                .iter()
                .any(|mark| text.contains(&format!("test({mark}{title}{mark}")));
            assert!(is_there, "{file} has no journey called {title}");
        }
    }
}
