//! Ten years of dense use, and fifteen: what is kept fits, reads back, and what a page shows of it stays short.
//!
//! The first test also writes `target/ten-years.json`: the same diary as `localStorage` holds it, for the journey and the
//! measurement in `tests/e2e/`.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

#[path = "support/answers.rs"]
mod answers;
#[path = "support/diary.rs"]
mod diary;
mod store_support;

use std::collections::BTreeMap;
use std::path::Path;

use answers::answered;
use bonewise::domain::entry::Entry;
use bonewise::domain::foods_eaten::{eaten_on, lately};
use bonewise::domain::jars::{SHOWN, in_use, jars};
use bonewise::domain::journal::Journal;
use bonewise::domain::model::Model;
use bonewise::domain::safety::{Level, Question};
use bonewise::store::dense::{AFTER_DAYS, write};
use bonewise::store::envelope::{DENSE_SCHEMA, seal, seal_as};
use bonewise::store::key::Key;
use diary::{Diary, diary};
use store_support::*;

/// Ten years of about eight entries a day, up to yesterday.
const TEN_YEARS: usize = 30_000;

fn ten_years() -> Diary {
    Diary {
        seed: 20_261_122,
        entries: TEN_YEARS,
        days: 3_652,
        today: now().day,
        jars_kept: 2,
        broken: false,
    }
}

/// The values of `localStorage`: past months gathered, this month single. `plainly`: as a version before schema 3 kept
/// them; else as this one does.
fn kept(entries: &[Entry], plainly: bool) -> BTreeMap<String, String> {
    let this_month = Key::month_of(now().day);
    let mut values = BTreeMap::new();
    for month in entries.chunk_by(|one, other| one.day.month_key() == other.day.month_key()) {
        let key = Key::month_of(month[0].day);
        if key == this_month {
            let single = |entry: &Entry| (Key::of(entry).to_string(), seal(entry).unwrap());
            values.extend(month.iter().map(single));
        } else if plainly || now().day.days_since(month.last().unwrap().day) <= AFTER_DAYS {
            values.insert(key.to_string(), seal(month).unwrap());
        } else {
            let json = write(&month.iter().collect::<Vec<_>>()).unwrap();
            values.insert(key.to_string(), seal_as(DENSE_SCHEMA, &json));
        }
    }
    values
}

fn units(values: &BTreeMap<String, String>) -> usize {
    let of = |text: &str| text.encode_utf16().count();
    values.iter().map(|(key, text)| of(key) + of(text)).sum()
}

fn loaded(values: BTreeMap<String, String>) -> Journal {
    Bench::over(values.into_iter().collect()).load().journal
}

#[test]
fn ten_years_are_written_for_the_browser_and_read_back_the_same_however_they_are_kept() {
    let entries = diary(ten_years());
    assert_eq!(entries.len(), TEN_YEARS);
    let (plain, dense) = (kept(&entries, true), kept(&entries, false));
    let broken = Diary {
        broken: true,
        ..ten_years()
    };
    let broken = kept(&diary(broken), false);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/ten-years.json");
    let all = BTreeMap::from([("plain", &plain), ("folded", &dense), ("broken", &broken)]);
    std::fs::write(path, serde_json::to_string(&all).unwrap()).unwrap();
    println!(
        "ten years: {} units, {} folded",
        units(&plain),
        units(&dense)
    );
    let journal: Journal = entries.into_iter().collect();
    assert_eq!(loaded(plain), journal);
    // And it is what a fold would make of it.
    let bench = Bench::over(dense.into_iter().collect());
    let read = bench.load();
    assert_eq!(read.journal, journal);
    assert_eq!((read.loose, read.problems), (Vec::new(), Vec::new()));
}

/// 5,242,880 UTF-16 units is what browsers give to one origin.
#[test]
fn fifteen_years_of_twenty_entries_a_day_have_room() {
    let entries = diary(Diary {
        entries: 110_000,
        days: 15 * 365,
        ..ten_years()
    });
    let units = units(&kept(&entries, false));
    println!(
        "fifteen years: {units} units, {} an entry",
        units / entries.len()
    );
    assert!(units < 5_242_880 - 500_000, "{units}");
}

#[test]
fn a_broken_bone_of_ten_years_ago_still_closes_what_it_closes() {
    let of = |broken| {
        let entries = diary(Diary {
            broken,
            ..ten_years()
        });
        let mut model = Model::new(now().day);
        model.journal = loaded(kept(&entries, false));
        model.safety = answered(&[], now().day.minus(2));
        model.verdict()
    };
    assert_eq!(of(false).level, Level::Clear);
    let broken = of(true);
    assert!(broken.level < Level::Clear, "{broken:?}");
    assert!(broken.reasons.contains(&Question::RecentBreak));
}

/// However long the diary, a page shows little of it. (What is listed elsewhere are catalogues, whose length is fixed.)
#[test]
fn what_a_page_shows_of_ten_years_is_short() {
    for jars_kept in [2, 10] {
        let entries = diary(Diary {
            jars_kept,
            ..ten_years()
        });
        let journal: Journal = entries.into_iter().collect();
        let all = jars(&journal);
        assert!(all.len() > 100, "{}", all.len());
        let (shown, older) = in_use(&all, SHOWN);
        assert!(shown.len() <= SHOWN, "{}", shown.len());
        assert_eq!(shown.len() + older, all.len());
        assert_eq!(shown.last(), all.last(), "the newest powder is among them");
        let (days, more) = journal.latest_days(20);
        assert!(more && days.len() <= 20);
        let lines: usize = days.iter().map(|(_, of_day)| of_day.len()).sum();
        assert!((20..60).contains(&lines), "{lines}");
        let yesterday = now().day.minus(1);
        assert!(eaten_on(&journal, yesterday).len() <= 12);
        assert_eq!(lately(&journal, yesterday, 6, |_| true).len(), 6);
    }
}
