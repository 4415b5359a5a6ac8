//! The hazard log names, for each control, a test that exists; and each test of the safety gate belongs to a hazard.
#![allow(clippy::unwrap_used)]

mod support {
    pub mod files;
}

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use support::files::files;

const LOG: &str = "docs/hazards.md";
/// Where the rules of the gate are tested, each rule by a test of its own.
const GATE: [&str; 3] = [
    "src/domain/safety/tests.rs",
    "tests/safety_gate.rs",
    "tests/safety_notes.rs",
];
/// What the issue asks for at least.
const LEAST: usize = 30;

/// The names of the functions in a file that are marked as tests.
fn tests_of(path: &Path) -> Vec<String> {
    let text = fs::read_to_string(path).unwrap();
    let mut names = Vec::new();
    let mut marked = false;
    for line in text.lines().map(str::trim) {
        if matches!(line, "#[test]" | "#[wasm_bindgen_test]") {
            marked = true;
        } else if let Some(rest) = line
            .trim_start_matches("async ")
            .strip_prefix("fn ")
            .filter(|_| marked)
        {
            names.push(rest.chars().take_while(|c| *c != '(').collect());
            marked = false;
        }
    }
    names
}

/// What stands between two of the same mark, in one row of a table; a mark behind a backslash is none.
fn between(row: &str, mark: char) -> Vec<String> {
    row.replace("\\\"", "\u{1}")
        .split(mark)
        .skip(1)
        .step_by(2)
        .map(|part| part.replace('\u{1}', "\""))
        .collect()
}

fn log() -> String {
    fs::read_to_string(LOG).unwrap()
}

/// The rows of the log: each begins with its number.
fn rows(log: &str) -> Vec<&str> {
    log.lines()
        .filter(|line| {
            line.strip_prefix("| ")
                .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
        })
        .collect()
}

/// The part of a row that names tests.
fn controls(row: &str) -> &str {
    row.split(" | ").nth(4).unwrap()
}

#[test]
fn hazards_are_numbered_and_each_has_a_control() {
    let log = log();
    let rows = rows(&log);
    assert!(rows.len() >= LEAST, "{} hazards", rows.len());
    for (place, row) in rows.iter().enumerate() {
        assert!(row.starts_with(&format!("| {} |", place + 1)), "{row}");
        assert_eq!(row.split(" | ").count(), 6, "{row}");
        let named = between(controls(row), '`').len() + between(controls(row), '"').len();
        assert!(named > 0, "no test stands behind: {row}");
    }
}

#[test]
fn every_test_that_the_log_names_exists() {
    let mut native: BTreeSet<String> = BTreeSet::new();
    for path in files("src", ".rs").iter().chain(&files("tests", ".rs")) {
        native.extend(tests_of(path));
    }
    let journeys: String = files("tests/e2e/journeys", ".spec.ts")
        .iter()
        .map(|path| fs::read_to_string(path).unwrap())
        .collect();
    for row in rows(&log()) {
        for name in between(controls(row), '`') {
            assert!(native.contains(&name), "no test is called {name}");
        }
        for title in between(controls(row), '"') {
            assert!(
                journeys.contains(&format!("test('{title}'")),
                "no journey is called {title}"
            );
        }
    }
}

#[test]
fn every_test_of_the_gate_stands_behind_a_hazard() {
    let named: BTreeSet<String> = rows(&log())
        .iter()
        .flat_map(|row| between(controls(row), '`'))
        .collect();
    for file in GATE {
        let tests = tests_of(Path::new(file));
        assert!(!tests.is_empty(), "{file} has no tests");
        for test in tests {
            assert!(named.contains(&test), "{file}: no hazard names {test}");
        }
    }
}
