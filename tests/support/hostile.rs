//! What must hold for any input whatever: nothing panics, nothing that was there is lost, and what is read can be written.
//!
//! The fuzz targets (`fuzz/`) and the properties (`tests/hostile.rs`) both call these.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

use std::rc::Rc;

use bonewise::domain::day::{Instant, LocalDay, Now};
use bonewise::domain::entry::{Entry, EntryId, Kind};
use bonewise::domain::journal::Journal;
use bonewise::domain::model::{Event, Kept, Model, Stamp, update};
use bonewise::domain::routine::Routine;
use bonewise::domain::safety::{Answer, Question, Safety};
use bonewise::domain::session::{Restored, Session};
use bonewise::store::Store;
use bonewise::store::backup::{self, Backup};
use bonewise::store::copies::{Held, head};
use bonewise::store::envelope::{self, OpenError, SCHEMA};
use bonewise::store::key::Key;
use bonewise::store::load::ProblemKind;
use bonewise::store::memory::MemoryStorage;
use bonewise::store::restore::{Added, Merge};
use bonewise::store::share::Agreed;
use bonewise::store::storage::Storage;
use serde_json::{Map, Value};

const BESIDE: &str = "bonewise:entry:2020-02:beside";

fn now() -> Now {
    Now {
        at: Instant(1_795_348_800_000),
        day: LocalDay::new(2026, 11, 22).unwrap(),
    }
}

fn beside() -> Entry {
    Entry {
        id: EntryId::new("beside").unwrap(),
        at: Instant(1_581_000_000_000),
        day: LocalDay::new(2020, 2, 6).unwrap(),
        kind: Kind::Daylight {},
    }
}

/// Any JSON in a whole envelope, right or wrong for its key.
fn sealed(schema: &str, json: &str) -> String {
    let sum = crc32(format!("{schema} {json}").as_bytes());
    format!("bonewise {schema} {sum:08x} {json}")
}

/// Bit by bit, unlike the one under test.
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            (crc >> 1) ^ ((crc & 1) * 0xedb8_8320)
        })
    })
}

fn saved(input: &[u8]) -> MemoryStorage {
    let text = String::from_utf8_lossy(input);
    let disk = MemoryStorage::new();
    Store::new(Rc::new(disk.clone())).append(&beside()).unwrap();
    for line in text.split('\n').take(50) {
        let mut parts = line.splitn(3, '\t');
        let (key, one, two) = (parts.next(), parts.next(), parts.next());
        let value = match (one, two) {
            (Some(schema), Some(json)) => sealed(schema, json),
            (Some(text), None) => text.to_owned(),
            _ => continue,
        };
        let key = key.unwrap_or_default();
        if key != BESIDE && !key.contains("2020-02") {
            disk.write(key, &value).unwrap();
        }
    }
    disk
}

/// The two storages, as for [`load`], made one: whatever stands there, nothing that can be read is lost, both are alike
/// afterwards, and whoever joins them again, from what it saw before or after, changes nothing.
pub fn union(here: &[u8], copy: &[u8]) {
    let (disk, copy) = (saved(here), saved(copy).snapshot());
    let held = |disk: MemoryStorage| Store::new(Rc::new(disk)).load(now());
    let of = |copy: &Texts| held(copy.clone().into_iter().collect());
    let known = [held(disk.snapshot().into_iter().collect()), of(&copy)];
    let before = disk.snapshot();
    let mut joined = copy.clone();
    join(&disk, &copy, &mut joined);

    let loaded = held(disk.clone());
    // Under the name of an entry of a newer version the readable one stays where it is, or gives way to that.
    let (there, texts) = (of(&joined), disk.snapshot());
    for entry in known.iter().flat_map(|one| one.journal.all()) {
        let is_there = loaded.journal.holds(&entry.id)
            || there.journal.holds(&entry.id)
            || texts.contains_key(&Key::of(entry).to_string());
        assert!(is_there, "{entry:?} is lost");
    }
    // Every text that could not be read here is still somewhere.
    for problem in &known[0].problems {
        let text = &before[&problem.key.as_ref().unwrap().to_string()];
        let after = disk.snapshot();
        assert!(after.values().any(|other| other == text), "{text:?}");
    }
    let after = disk.snapshot();
    for (name, text) in joined
        .iter()
        .filter(|(name, text)| after.get(*name) != Some(*text))
    {
        // What neither can read, or what a newer version wrote beside what is read here, stays as it is.
        assert_eq!(copy.get(name), Some(text), "{name}");
        let lone = |text: &String| of(&Texts::from([(name.clone(), text.clone())]));
        let is_newer = after
            .get(name)
            .is_some_and(|text| lone(text).newer_version_was_here());
        assert!(lone(text).journal.is_empty() || is_newer, "{name}: {text}");
    }
    for name in after.keys().filter(|name| Key::parse(name).is_some()) {
        // What nobody can read need not: its copy aside does.
        let key = Key::parse(name).unwrap();
        let is_broken = key == Key::Session
            || loaded
                .problems
                .iter()
                .any(|one| one.kind == ProblemKind::Damaged && one.key.as_ref() == Some(&key));
        assert!(
            joined.contains_key(name) || is_broken,
            "{name} did not follow"
        );
    }

    // Again, by a page that begins now, and by one that saw the second copy before.
    let (mut same, same_here) = (joined.clone(), disk.snapshot());
    join(&disk, &joined, &mut same);
    assert_eq!((&same, &disk.snapshot()), (&joined, &same_here));
    let what = |disk: &MemoryStorage| {
        let loaded = held(disk.snapshot().into_iter().collect());
        (loaded.journal, loaded.settings, loaded.safety)
    };
    let first = what(&disk);
    join(&disk, &copy, &mut joined);
    let second = what(&disk);
    assert_eq!((&second.0, &second.1), (&first.0, &first.1));
    for question in Question::ALL {
        let [one, two] = [&first, &second].map(|one| one.2.answers.get(question));
        assert!(one == two || first.2 == Safety::default(), "{question:?}");
    }
    let again = what(&joined.clone().into_iter().collect());
    for entry in second.0.all() {
        let stands = joined.contains_key(&Key::of(entry).to_string());
        assert!(stands || again.0.holds(&entry.id), "{entry:?}");
    }
}

type Texts = std::collections::BTreeMap<String, String>;

/// A page joins what it saw of the second copy, and what that lacks is put there.
fn join(disk: &MemoryStorage, seen: &Texts, copy: &mut Texts) {
    let store = Store::new(Rc::new(disk.clone()));
    let damaged: Vec<Key> = store
        .load(now())
        .problems
        .into_iter()
        .filter_map(|problem| problem.key)
        .collect();
    let held: Vec<Held> = seen
        .iter()
        .map(|(name, text)| (name.clone(), head(text)))
        .collect();
    let names = store.differing(&held, &damaged);
    let texts = names.into_iter().map(|name| {
        let text = seen[&name].clone();
        (name, text)
    });
    let joined = store.join_copy(&held, texts.collect(), now());
    assert_eq!(joined.failed, None);
    for change in joined.changes {
        match change.text {
            Some(text) => copy.insert(change.name, text),
            None => copy.remove(&change.name),
        };
    }
}

/// Lines of `key<TAB>text`, or `key<TAB>schema<TAB>json`, which is put into a whole envelope. Whatever lies there, the app
/// starts, tells what it cannot read, loses none of it, and goes on.
pub fn load(input: &[u8]) {
    let disk = saved(input);
    let before = disk.snapshot();
    let store = Store::new(Rc::new(disk.clone()));
    let loaded = store.load(now());
    assert!(loaded.journal.all().any(|entry| *entry == beside()));
    for problem in &loaded.problems {
        let key = problem.key.as_ref().unwrap();
        assert!(
            problem.kind == ProblemKind::Newer || problem.copied,
            "{key}"
        );
        // Nothing is touched by reading.
        assert_eq!(
            disk.read(&key.to_string()).unwrap(),
            before.get(&key.to_string()).cloned()
        );
    }
    let running = store.load_session::<Restored>(now());
    drop(store.load_draft(now()));
    let _ = store.last_backup();
    for key in before.keys() {
        drop(store.entry_at(key));
    }
    assert_eq!(store.entries_not_in(&loaded.journal, &mut Vec::new()), []);
    let (mut settings, mut safety) = (Agreed::on_settings(&store), Agreed::on_safety(&store));
    drop(store.joined(&mut settings, &loaded.settings));
    drop(store.joined(&mut safety, &loaded.safety));

    // Whatever was read can be lived with, written, and read again.
    let mut model = Model {
        journal: loaded.journal.clone(),
        settings: loaded.settings.clone(),
        safety: loaded.safety.clone(),
        ..Model::new(now().day)
    };
    live_with(&mut model);
    if let Ok(Some(Restored(session))) = running {
        drop(store.save_session::<Session>(&session));
        let ended = Event::SessionEnded(Box::new(session));
        update(&mut model, ended, stamp());
        drop(store.clear_session::<Session>());
    }
    for _ in 0..3 {
        drop(store.fold(now()));
        // A fold reads months first, so of two entries with one name and moment another may win; none may go.
        let again = store.load(now());
        assert_eq!(again.journal.len(), loaded.journal.len());
        assert_eq!(
            (&again.settings, &again.safety),
            (&loaded.settings, &loaded.safety)
        );
    }
    drop(store.save_settings(&model.settings));
    drop(store.save_safety(&model.safety));
    for problem in &loaded.problems {
        drop(store.dismiss(problem));
    }
    // Every text that could not be read is still somewhere.
    let after = disk.snapshot();
    for problem in &loaded.problems {
        let text = &before[&problem.key.as_ref().unwrap().to_string()];
        assert!(
            after.values().any(|other| other == text),
            "{text:?} is gone"
        );
    }
}

fn stamp() -> Stamp {
    Stamp {
        now: now(),
        id: EntryId::new("fresh").unwrap(),
    }
}

/// What the screens ask.
fn live_with(model: &mut Model) {
    model.agenda();
    for routine in Routine::ALL {
        model.offer(routine);
        model.journal.sessions(routine);
    }
    let _ = model.journal.of_day(model.today).count();
    update(model, Event::Kept, stamp());
}

/// A file, and the same file with a checksum that fits: it is refused, or what it holds can be written and read again.
pub fn import(input: &[u8]) {
    let text = String::from_utf8_lossy(input);
    for file in [Some(text.to_string()), with_checksum(&text)] {
        if let Some(backup) = file.and_then(|file| backup::read(&file).ok()) {
            is_whole(backup);
        }
    }
}

/// The file with the mark, and with a checksum that fits.
fn with_checksum(text: &str) -> Option<String> {
    let mut file: Map<String, Value> = serde_json::from_str(text).ok()?;
    file.remove("checksum");
    file.insert("bonewise".to_owned(), "backup".into());
    if let Some(Value::Array(entries)) = file.get("entries") {
        file.insert("count".to_owned(), entries.len().into());
    }
    let bare = serde_json::to_string(&file).ok()?;
    let sum = format!("{:08x}", crc32(bare.as_bytes()));
    file.insert("checksum".to_owned(), sum.into());
    serde_json::to_string(&file).ok()
}

fn is_whole(backup: Backup) {
    let again = backup::read(&backup::write(&backup).unwrap()).unwrap();
    assert_eq!(again.journal, backup.journal);
    assert_eq!(
        (again.settings, again.safety),
        (backup.settings, backup.safety)
    );
    assert_eq!(again.raw, backup.raw);
}

/// Two files, a line each: added to each other either way they give the same entries, no answer becomes less careful, the
/// store holds what the model says, and undo leads back.
pub fn merge(input: &[u8]) {
    let text = String::from_utf8_lossy(input);
    let Some((one, two)) = text.split_once('\n') else {
        return;
    };
    let read = |text: &str| with_checksum(text).and_then(|file| backup::read(&file).ok());
    let (Some(one), Some(two)) = (read(one), read(two)) else {
        return;
    };
    let [left, right] = [&one, &two].map(as_kept);
    let forth = Merge::of(&left, two);
    let back = Merge::of(&right, one);
    let [joined, other] = [forth.applied_to(&left), back.applied_to(&right)];
    assert_eq!(ids(&joined.journal), ids(&other.journal));
    let untouched = Safety::default();
    let sides = [&left.safety, &right.safety];
    for side in sides.into_iter().filter(|side| **side != untouched) {
        for question in Question::ALL {
            let [was, is] = [side, &joined.safety].map(|safety| care(safety.answers.get(question)));
            assert!(is >= was, "{question:?}");
        }
    }
    for kept in [&joined, &other] {
        let mut model = Model {
            journal: kept.journal.clone(),
            settings: kept.settings.clone(),
            safety: kept.safety.clone(),
            ..Model::new(now().day)
        };
        live_with(&mut model);
    }
    in_a_store(&left, &forth, &joined);
}

fn in_a_store(left: &Kept, merge: &Merge, joined: &Kept) {
    let disk = MemoryStorage::new();
    let store = Store::new(Rc::new(disk));
    for entry in left.journal.all() {
        // Of two entries with one name the second is refused.
        drop(store.append(entry));
    }
    store.save_settings(&left.settings).unwrap();
    store.save_safety(&left.safety).unwrap();
    let before = store.load(now());
    let (mut settings, mut safety) = (Agreed::on_settings(&store), Agreed::on_safety(&store));
    store
        .add_backup(merge, &mut settings, &mut safety, now())
        .unwrap();
    let after = store.load(now());
    assert_eq!(after.problems, []);
    assert_eq!(after.settings, joined.settings);
    assert_eq!(after.safety, joined.safety);
    assert_eq!(ids(&after.journal), ids(&joined.journal));
    let added = Added::new(merge, left, joined);
    let rest = added.taken_from(joined);
    assert_eq!(
        (&rest.settings, &rest.safety),
        (&left.settings, &left.safety)
    );
    store.take_out(&added.ids).unwrap();
    assert_eq!(store.load(now()).journal, before.journal);
}

fn as_kept(backup: &Backup) -> Kept {
    Kept {
        journal: backup.journal.clone(),
        settings: backup.settings.clone().unwrap_or_default(),
        safety: backup.safety.clone().unwrap_or_default(),
    }
}

fn ids(journal: &Journal) -> std::collections::BTreeSet<EntryId> {
    journal.all().map(|entry| entry.id.clone()).collect()
}

/// Yes, then not sure, then no answer, then no.
fn care(answer: Option<Answer>) -> u8 {
    match answer {
        Some(Answer::No) => 0,
        None => 1,
        Some(Answer::NotSure) => 2,
        Some(Answer::Yes) => 3,
    }
}

fn has_fraction(value: &Value) -> bool {
    match value {
        Value::Number(number) => number.is_f64(),
        Value::Array(all) => all.iter().any(has_fraction),
        Value::Object(fields) => fields.values().any(has_fraction),
        _ => false,
    }
}

/// `key<TAB>schema<TAB>json`: brought up to this version's schema, or refused; what was brought up and is written and
/// brought up again is the same.
pub fn migrate(input: &[u8]) {
    let text = String::from_utf8_lossy(input);
    let mut parts = text.splitn(3, '\t');
    let (Some(key), Some(schema), Some(json)) = (parts.next(), parts.next(), parts.next()) else {
        return;
    };
    let Some(key) = Key::parse(key) else {
        return;
    };
    let text = sealed(schema, json);
    match envelope::contents(&key, &text) {
        Ok(value) => {
            let known: u32 = schema.parse().unwrap();
            assert!((1..=SCHEMA).contains(&known));
            // A fraction may be read as its neighbour. What counts is whole; only a session's clock is not.
            if !has_fraction(&value) {
                let again = envelope::seal_in(SCHEMA, &value).unwrap();
                assert_eq!(envelope::contents(&key, &again), Ok(value));
            }
            // And through the readers of what stands under the key.
            let disk: MemoryStorage = [(key.to_string(), text)].into_iter().collect();
            let first = Store::new(Rc::new(disk.clone())).load(now());
            let second = Store::new(Rc::new(disk)).load(now());
            assert_eq!(first, second);
        }
        Err(OpenError::NewerSchema(newer)) => assert!(newer > SCHEMA),
        Err(_) => {}
    }
}
