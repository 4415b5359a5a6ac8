//! Entries and stores for the tests of `store`.
#![allow(
    dead_code,
    reason = "each test file is a crate of its own and uses a part of this"
)]

pub mod device;
pub mod tab;

use std::path::Path;
use std::rc::Rc;

use bonewise::domain::day::{Instant, LocalDay, Now};
use bonewise::domain::entry::{Ending, Entry, EntryId, Kind, SessionRecord};
use bonewise::domain::feeling::{Effort, PainLevel};
use bonewise::domain::routine::{Routine, Style};
use bonewise::domain::safety::{ASKED, Answer, Question, Safety};
use bonewise::store::Store;
use bonewise::store::faulty::Faulty;
use bonewise::store::load::Loaded;
use bonewise::store::memory::MemoryStorage;
use bonewise::store::storage::Storage;
use serde::{Deserialize, Serialize};

/// Stands for the coach's snapshot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snapshot {
    pub reps: u16,
}

/// A browser: one storage, and a tab with switches in front of it.
pub struct Bench {
    pub disk: MemoryStorage,
    pub tab: Faulty<MemoryStorage>,
    pub store: Store,
}

impl Bench {
    pub fn new() -> Self {
        Self::over(MemoryStorage::new())
    }

    pub fn over(disk: MemoryStorage) -> Self {
        let tab = Faulty::new(disk.clone());
        let store = Store::new(Rc::new(tab.clone()));
        Self { disk, tab, store }
    }

    pub fn load(&self) -> Loaded {
        self.store.load(now())
    }

    pub fn peek(&self, key: &str) -> Option<String> {
        self.disk.read(key).unwrap()
    }

    pub fn poke(&self, key: &str, text: &str) {
        self.disk.write(key, text).unwrap();
    }

    pub fn keys_with(&self, part: &str) -> Vec<String> {
        let mut keys = self.disk.keys().unwrap();
        keys.retain(|key| key.contains(part));
        keys
    }
}

/// A browser that holds a save of `tests/fixtures`.
pub fn fixture(name: &str) -> Bench {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let text = std::fs::read_to_string(path.join(name)).unwrap();
    let values: MemoryStorage = text
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| line.split_once('\t').unwrap())
        .map(|(key, value)| (key.to_owned(), value.to_owned()))
        .collect();
    Bench::over(values)
}

/// Noon (UTC) of a day of 2026.
pub fn at(month: u32, day: u32) -> Now {
    let day = LocalDay::new(2026, month, day).unwrap();
    let noon = day.days_since(LocalDay::epoch()) * 86_400_000 + 43_200_000;
    Now {
        at: Instant(noon),
        day,
    }
}

/// 22 November 2026.
pub fn now() -> Now {
    at(11, 22)
}

pub fn id(text: &str) -> EntryId {
    EntryId::new(text).unwrap()
}

pub fn entry(name: &str, when: Now, kind: Kind) -> Entry {
    Entry {
        id: id(name),
        at: when.at,
        day: when.day,
        kind,
    }
}

pub fn session(name: &str, when: Now) -> Entry {
    let record = SessionRecord {
        routine: Routine::HeelDrop,
        style: Style::Gentle,
        rounds: 2,
        planned_rounds: 2,
        reps: 10,
        planned_reps: 10,
        active_ms: 118_000,
        ending: Ending::Completed,
    };
    entry(name, when, Kind::Session(record))
}

pub fn felt(name: &str, when: Now, of: &str) -> Entry {
    let kind = Kind::Felt {
        session: id(of),
        effort: Some(Effort::Right),
        pain: Some(PainLevel::new(2).unwrap()),
    };
    entry(name, when, kind)
}

pub fn retract(name: &str, when: Now, of: &str) -> Entry {
    entry(name, when, Kind::Retract { entry: id(of) })
}

/// Every question answered alike, on 20 November 2026.
pub fn all(answer: Answer) -> Safety {
    let mut safety = Safety {
        answered: Some(at(11, 20).day),
        asked: ASKED,
        ..Safety::default()
    };
    for question in Question::ALL {
        safety.answers.set(question, answer);
    }
    safety
}
