//! A full storage, and ten years of dense use: reading and carrying away always work, and what does not fit is refused
//! whole.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

#[path = "store_support/calls.rs"]
#[allow(dead_code, reason = "here it only stops")]
mod calls;
#[path = "sim/disk.rs"]
#[allow(dead_code, reason = "the simulation kills it, too")]
mod disk;
#[path = "sim/random.rs"]
#[allow(dead_code, reason = "the simulation asks for more of it")]
mod random;
mod store_support;

use std::rc::Rc;

use bonewise::domain::day::{Instant, LocalDay, Now};
use bonewise::domain::entry::{Entry, EntryId, Kind};
use bonewise::domain::journal::Journal;
use bonewise::domain::model::Kept;
use bonewise::domain::safety::Safety;
use bonewise::domain::session::{Restored, Session};
use bonewise::domain::settings::{Settings, TextSize};
use bonewise::store::Store;
use bonewise::store::backup::{self, Backup};
use bonewise::store::faulty::Faulty;
use bonewise::store::fold::Folded;
use bonewise::store::memory::MemoryStorage;
use bonewise::store::restore::Merge;
use bonewise::store::save::SaveError;
use bonewise::store::share::Agreed;
use calls::{Calls, Fault};
use disk::Disk;
use random::Random;
use store_support::{Bench, at, fixture, now, session};

/// What browsers give, in bytes of two for each unit.
const ROOM: usize = 5_242_880 * 2;

fn backup_of(store: &Store, now: Now) -> Backup {
    let loaded = store.load(now);
    Backup {
        made: now,
        journal: loaded.journal,
        settings: Some(loaded.settings),
        safety: Some(loaded.safety),
        raw: store.raw(),
        unread: 0,
    }
}

#[test]
fn what_is_full_from_the_start_is_read_and_can_be_carried_away_and_says_no_to_what_is_new() {
    let bench = fixture("save-v1.txt");
    bench.poke("bonewise:entry:2026-11:bad", "torn");
    let before = bench.disk.snapshot();
    bench.tab.limit(0);
    let loaded = bench.load();
    assert_eq!(loaded.journal.len(), 24);
    assert_eq!(loaded.settings.text, TextSize::Largest);
    assert!(!loaded.problems[0].copied, "there is no room for a copy");
    let file = backup::write(&backup_of(&bench.store, now())).unwrap();
    let read = backup::read(&file).unwrap();
    assert_eq!(read.journal, loaded.journal);
    assert_eq!(read.raw[0].1, "torn");
    let refused = Err(SaveError::Full);
    assert_eq!(bench.store.append(&session("new", now())), refused);
    assert_eq!(bench.store.save_settings(&Settings::default()), refused);
    assert_eq!(bench.store.note_backup(&now()), refused);
    assert_eq!(bench.disk.snapshot(), before);
}

fn first_day() -> LocalDay {
    LocalDay::new(2016, 11, 22).unwrap()
}

/// Eight notes a day.
fn a_day(n: u32, random: &mut Random) -> Vec<Entry> {
    let day = first_day().plus(u64::from(n));
    let morning = day.days_since(LocalDay::epoch()) * 86_400_000 + 25_200_000;
    (0..8_u32)
        .map(|of_day| {
            let number = u64::from(n * 8 + of_day);
            let kind = match of_day {
                0..2 => session("x", now()).kind,
                2..4 => Kind::Food {
                    food: (*random.pick(&["milk", "kale", "sardines_with_bones"])).to_owned(),
                    halves: 2,
                },
                4 => Kind::Daylight {},
                5 => Kind::Habit {
                    habit: "coffee".to_owned(),
                },
                6 if n > 0 => Kind::Retract {
                    entry: EntryId::of_number(number - 8),
                },
                _ => Kind::Dose {
                    grams: 25,
                    jar: None,
                    calcium_mg: Some(300),
                },
            };
            Entry {
                id: EntryId::of_number(number),
                at: Instant(morning + i64::from(of_day) * 1_800_000),
                day,
                kind,
            }
        })
        .collect()
}

const TEN_YEARS: u32 = 3652;

/// Ten years as they lie there when each month was folded in its turn, and the last days that were not.
fn ten_years(disk: &Disk) -> Journal {
    let store = Store::new(Rc::new(disk.clone()));
    let mut random = Random::new(10);
    let mut journal = Journal::default();
    let mut month: Vec<Entry> = Vec::new();
    for n in 0..=TEN_YEARS {
        let of_day = a_day(n, &mut random);
        let ends = month
            .first()
            .is_some_and(|first| first.day.month_key() != of_day[0].day.month_key());
        if ends {
            let key = format!("bonewise:month:{}", month[0].day.month_key());
            disk.put(&key, &bonewise::store::envelope::seal(&month).unwrap());
            month.clear();
        }
        for entry in of_day {
            journal.add(entry.clone());
            month.push(entry);
        }
    }
    for entry in &month {
        store.append(entry).unwrap();
    }
    journal
}

#[test]
fn ten_years_of_dense_use_load_are_folded_and_come_back_equal_into_the_room_they_had() {
    let disk = Disk::default();
    let journal = ten_years(&disk);
    assert!(journal.len() > 29_000);
    let store = Store::new(Rc::new(disk.clone()));
    let used = store.usage().unwrap();
    assert!(used > ROOM / 2 && used < ROOM, "{used}");
    let day = first_day().plus(TEN_YEARS.into());
    let now = Now {
        at: Instant(day.days_since(LocalDay::epoch()) * 86_400_000 + 80_000_000),
        day,
    };
    assert_eq!(store.fold(now), Ok(Folded::default()));
    assert_eq!(store.entries_not_in(&journal, &mut Vec::new()), []);
    let before = store.load(now);
    assert_eq!((&before.journal, &before.problems), (&journal, &Vec::new()));

    // Exported, wiped, imported.
    let file = backup::write(&Backup {
        made: now,
        journal: before.journal.clone(),
        settings: None,
        safety: None,
        raw: store.raw(),
        unread: 0,
    });
    let file = file.unwrap();
    assert!(file.len() < backup::MOST_BYTES, "{}", file.len());
    store.delete_everything().unwrap();
    assert!(disk.values().is_empty());
    let faults = Faulty::new(disk);
    faults.limit(used / 2);
    let store = Store::new(Rc::new(faults));
    let merge = Merge::of(&Kept::default(), backup::read(&file).unwrap());
    let (mut settings, mut safety) = (Agreed::on_settings(&store), Agreed::on_safety(&store));
    store
        .add_backup(&merge, &mut settings, &mut safety, now)
        .unwrap();
    let after = store.load(now);
    assert!(after.journal == before.journal, "the same entries");
    assert_eq!(after.settings, before.settings);
    assert_eq!(after.safety, before.safety);
    assert_eq!(after.problems, before.problems);
}

/// The quota is nearly reached: each write fits or is refused whole, and what an undo needs still fits.
#[test]
fn at_the_last_bytes_of_room_each_note_is_kept_whole_or_refused_and_nothing_before_it_is_lost() {
    let used = |disk: &Disk| {
        let values = disk.values();
        let bytes = values.iter().map(|(key, text)| key.len() + text.len());
        bytes.sum::<usize>()
    };
    let mut refusals = 0;
    for room in (0..3000).step_by(97) {
        let disk = Disk::default();
        let faults = Faulty::new(disk.clone());
        let store = Store::new(Rc::new(faults.clone()));
        let mut kept = Journal::default();
        for n in 0..20 {
            let entry = session(&format!("old{n}"), at(10, 1 + n));
            store.append(&entry).unwrap();
            kept.add(entry);
        }
        faults.limit(used(&disk) + room);
        for n in 0..10 {
            let entry = session(&format!("new{n}"), now());
            match store.append(&entry) {
                Ok(()) => kept.add(entry),
                Err(error) => {
                    assert_eq!(error, SaveError::Full);
                    refusals += 1;
                }
            }
        }
        // A fold needs room for the month beside its entries. Where there is none it waits.
        for _ in 0..3 {
            match store.fold(now()) {
                Ok(_) | Err(SaveError::Full) => {}
                Err(other) => panic!("{other}"),
            }
        }
        let loaded = store.load(now());
        assert_eq!(
            (loaded.journal, loaded.problems),
            (kept, Vec::new()),
            "{room}"
        );
    }
    assert!(refusals > 50, "{refusals}");
}

/// A damaged text of which no second one fits: what is left of it under its key, and its parts in their order.
fn parts(disk: &MemoryStorage, key: &str) -> (Option<String>, Vec<String>) {
    let values = disk.snapshot();
    let mut parts: Vec<(u32, String)> = values
        .iter()
        .filter(|(name, _)| name.contains("quarantine"))
        .map(|(name, text)| {
            let n = name.split(':').nth(3).unwrap().parse().unwrap();
            (n, text.clone())
        })
        .collect();
    parts.sort();
    let parts = parts.into_iter().map(|(_, text)| text).collect();
    (values.get(key).cloned(), parts)
}

/// Junk with halves of characters in it, so that it is cut where a character ends.
fn junk() -> String {
    "torn \u{1f9b4} ".repeat(5000)
}

const LARGE: [&str; 4] = [
    "bonewise:settings",
    "bonewise:safety",
    "bonewise:session",
    "bonewise:entry:2026-11:bad",
];

#[test]
fn damage_that_is_larger_than_the_room_that_is_left_is_moved_aside_in_parts_and_can_be_put_away() {
    let text = junk();
    for key in LARGE {
        for is_dismissed in [true, false] {
            let bench = Bench::new();
            bench.store.append(&session("a", now())).unwrap();
            bench.poke(key, &text);
            bench.tab.limit(text.len() * 3 / 2);
            let mut problems = bench.load().problems;
            problems.extend(bench.store.load_session::<Restored>(now()).err());
            assert_eq!((problems.len(), problems[0].copied), (1, false), "{key}");
            if is_dismissed {
                bench.store.dismiss(&problems[0]).unwrap();
                assert_eq!(bench.peek(key), None);
            }
            bench.store.save_settings(&Settings::default()).unwrap();
            bench.store.save_safety(&Safety::default()).unwrap();
            bench.store.clear_session::<Session>().unwrap();
            bench.store.append(&session("bad", now())).unwrap();
            assert_eq!(bench.load().problems, []);
            assert_eq!(bench.load().journal.len(), 2);
            let (_, parts) = parts(&bench.disk, key);
            assert!(parts.len() > 1, "{key}");
            assert!(parts.concat() == text, "{key}");
            assert_eq!(bench.store.raw().len(), parts.len());
        }
    }
}

/// At every call at which it stops, what is left and the parts are the whole; at most the last part stands twice.
#[test]
fn moving_damage_aside_in_parts_loses_nothing_wherever_it_stops() {
    let text = junk();
    let key = LARGE[0];
    let mut call = 0;
    loop {
        let disk: MemoryStorage = [(key.to_owned(), text.clone())].into_iter().collect();
        let calls = Rc::new(Calls::new(disk.clone(), call, Fault::Stop));
        let faults = Faulty::new(calls.clone());
        faults.limit(text.len() * 3 / 2);
        let done = Store::new(Rc::new(faults)).save_settings(&Settings::default());
        if done.is_ok() {
            break;
        }
        let (left, mut all) = parts(&disk, key);
        // Where all of it is moved, the new value may stand there already.
        let left = left.filter(|left| !left.starts_with("bonewise"));
        let left = left.unwrap_or_default();
        let whole = all.concat() + &left;
        if whole != text {
            all.pop();
            assert!(all.concat() + &left == text, "stopped at call {call}");
        }
        call += 1;
        assert!(call < 10_000, "it never comes to an end");
    }
    assert!(call > 20, "{call}");
}

#[test]
fn damage_for_which_there_is_next_to_no_room_stays_where_it_is_whole() {
    let text = junk();
    let bench = Bench::new();
    bench.poke(LARGE[0], &text);
    let before = bench.disk.snapshot();
    bench.tab.limit(text.len() + 500);
    let problem = bench.load().problems.remove(0);
    assert_eq!(bench.store.dismiss(&problem), Err(SaveError::Guarded));
    let refused = Err(SaveError::Guarded);
    assert_eq!(bench.store.save_settings(&Settings::default()), refused);
    assert_eq!(bench.disk.snapshot(), before);
}

/// Told as damaged, and good again by the time that it is put away: another page has written it.
#[test]
fn what_was_mended_since_is_not_put_away() {
    let text = junk();
    let bench = Bench::new();
    bench.poke(LARGE[0], &text);
    bench.tab.limit(text.len() * 3 / 2);
    let problem = bench.load().problems.remove(0);
    assert!(!problem.copied);
    let good = bonewise::store::envelope::seal(&Settings::default()).unwrap();
    bench.poke(LARGE[0], &good);
    bench.store.dismiss(&problem).unwrap();
    assert_eq!(bench.peek(LARGE[0]), Some(good));
}
