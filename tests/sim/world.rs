//! The world of one seed: devices, each with a disk, a clock, and tabs with faults of their own; and the files that went
//! from one to another.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::rc::Rc;

use bonewise::domain::body::{Note, Region, Trigger};
use bonewise::domain::day::{Instant, LocalDay, Now};
use bonewise::domain::entry::{Entry, EntryId, Kind};
use bonewise::domain::feeling::{Effort, PainLevel, PainPlace};
use bonewise::domain::model::{Event, Kept, Stamp};
use bonewise::domain::routine::Plan;
use bonewise::domain::safety::{
    Answer, ClearedFor, Facts, Level, Question, Safety, verdict as reckon,
};
use bonewise::domain::settings::{Settings, TextSize};
use bonewise::domain::symptom::SymptomId;
use bonewise::store::Store;
use bonewise::store::backup::{Backup, read};
use bonewise::store::envelope::seal_in;
use bonewise::store::faulty::Faulty;
use bonewise::store::key::{Key, PREFIX};
use bonewise::store::load::ProblemKind;
use bonewise::store::memory::MemoryStorage;
use bonewise::store::restore::Merge;
use bonewise::store::storage::StorageError;

use super::disk::Disk;
use super::expected::{Expected, counted};
use super::random::Random;
use crate::tab::{Ack, Tab};

const SETTINGS: &str = "bonewise:settings";
const SAFETY: &str = "bonewise:safety";
const HOUR: i64 = 3_600_000;
const DAY: i64 = 24 * HOUR;
/// Monday, 5 January 2026.
const BEGIN: i64 = 20_458 * DAY;

struct OpenTab {
    faults: Faulty<Disk>,
    tab: Tab,
}

struct Device {
    disk: Disk,
    tabs: Vec<OpenTab>,
    /// How far its clock is off.
    skew: i64,
    /// Its time zone, in milliseconds east.
    zone: i64,
    expected: Expected,
    committed: Expected,
}

pub struct World {
    random: Random,
    devices: Vec<Device>,
    files: Vec<Backup>,
    time: i64,
    ids: u64,
    /// Every entry that a page ever wanted to write, in each of its forms.
    offered: BTreeMap<EntryId, Vec<Entry>>,
    /// What happened, in words.
    pub log: String,
}

impl Device {
    fn new() -> Self {
        Self {
            disk: Disk::default(),
            tabs: Vec::new(),
            skew: 0,
            zone: 0,
            expected: Expected::default(),
            committed: Expected::default(),
        }
    }

    fn now(&self, time: i64) -> Now {
        let at = time + self.skew;
        let days = (at + self.zone).div_euclid(DAY);
        Now {
            at: Instant(at),
            day: LocalDay::epoch().plus(u64::try_from(days).unwrap_or(0)),
        }
    }

    fn open(&mut self, time: i64) -> usize {
        let faults = Faulty::new(self.disk.clone());
        let tab = Tab::open(Rc::new(faults.clone()), self.now(time));
        self.tabs.push(OpenTab { faults, tab });
        self.tabs.len() - 1
    }

    /// What the tabs were told is kept is expected from now on.
    fn take_in_acks(&mut self) {
        for open in &mut self.tabs {
            for ack in std::mem::take(&mut open.tab.acknowledged) {
                match ack {
                    Ack::Entry(entry) => self.expected.add(&entry),
                    Ack::Settings(settings) => self.expected.ticks.extend(ticks(&settings)),
                    Ack::Safety(_) | Ack::Session(_) | Ack::SessionCleared => {}
                }
            }
        }
    }

    /// Others put a text where something stands, read or not.
    fn replace(&mut self, key: &str, text: &str) {
        let old = self.disk.values().remove(key);
        self.disk.put(key, text);
        if let Some(old) = old
            && !has_copy(&self.disk.values(), key, &old)
        {
            // Nobody has read it.
            self.expected.damaged.remove(&(key.to_owned(), old));
        }
        if key == SETTINGS {
            self.expected.ticks.clear();
        }
    }

    fn commit(&mut self) {
        self.disk.commit();
        self.committed.clone_from(&self.expected);
    }

    fn kill(&mut self) {
        self.tabs.clear();
        self.disk.kill();
        self.expected.clone_from(&self.committed);
    }
}

/// Whole, or in parts that follow each other, where there was no room for a second one of it.
fn has_copy(values: &BTreeMap<String, String>, key: &str, text: &str) -> bool {
    let mut copies: Vec<(i64, u32, &String)> = values
        .iter()
        .filter_map(|(name, copy)| match Key::parse(name)? {
            Key::Quarantine { at, n, of } if of == key => Some((at.0, n, copy)),
            _ => None,
        })
        .collect();
    copies.sort_unstable();
    // What has not been moved yet follows.
    let texts = copies.into_iter().map(|one| one.2).chain(values.get(key));
    texts.map(String::as_str).collect::<String>().contains(text)
}

fn ticks(settings: &Settings) -> BTreeSet<String> {
    let home = &settings.checks.home;
    let lines = (0..TICKS).map(|line| format!("line{line}"));
    lines.filter(|line| home.has(line)).collect()
}

const TICKS: usize = 12;

impl World {
    pub fn new(seed: u64) -> Self {
        let mut random = Random::new(seed);
        let devices = 1 + random.below(3);
        Self {
            random,
            devices: (0..devices).map(|_| Device::new()).collect(),
            files: Vec::new(),
            time: BEGIN,
            ids: 0,
            offered: BTreeMap::new(),
            log: String::new(),
        }
    }

    pub fn run(&mut self, steps: u64) {
        for _ in 0..steps {
            self.step();
        }
        self.join_all();
    }

    /// All that stands anywhere, and all that happened.
    pub fn dump(&self) -> String {
        let mut dump = self.log.clone();
        for device in &self.devices {
            writeln!(dump, "{:?}", device.disk.values()).unwrap();
        }
        dump
    }

    fn stamp(&mut self, device: usize) -> Stamp {
        self.ids += 1;
        Stamp {
            now: self.devices[device].now(self.time),
            id: EntryId::of_number(self.ids),
        }
    }

    fn note(&mut self, device: usize, what: &str) {
        writeln!(self.log, "{device}: {what}").unwrap();
    }

    fn step(&mut self) {
        // Minutes, hours, now and then weeks.
        self.time += match self.random.below(8) {
            0 => self.random.between(1, 40) * DAY,
            1..=3 => self.random.between(1, 20) * HOUR,
            _ => self.random.between(1, 30) * 60_000,
        };
        let device = self.random.below(self.devices.len());
        if self.devices[device].tabs.is_empty() {
            self.open(device);
        }
        let tab = self.random.below(self.devices[device].tabs.len());
        match self.random.below(100) {
            0..=37 => self.live(device, tab),
            38..=47 => self.session(device, tab),
            48..=53 => self.fold(device, tab),
            54..=58 => self.open(device),
            59..=61 => self.close_tab(device, tab),
            62..=67 => self.fault(device, tab),
            68..=71 => self.heal(device, tab),
            72..=75 => self.clock(device),
            76..=79 => self.back_up(device, tab),
            80..=84 => self.restore(device, tab),
            85..=86 => self.undo(device, tab),
            87..=89 => self.damage(device),
            90 => self.newer(device),
            91..=93 => self.commit(device),
            94..=95 => self.close(device),
            96..=97 => self.kill(device),
            _ => self.wake(device, tab),
        }
        self.devices[device].take_in_acks();
    }

    fn open(&mut self, device: usize) {
        if self.devices[device].tabs.len() < 3 {
            self.note(device, "opens");
            let time = self.time;
            let tab = self.devices[device].open(time);
            self.check(device, tab);
        }
    }

    /// A tab that has just been opened on a sound storage shows what is expected.
    fn check(&self, device: usize, tab: usize) {
        let Device {
            expected,
            tabs,
            disk,
            ..
        } = &self.devices[device];
        let tab = &tabs[tab].tab;
        // By moment as well: a session that could not be noted at first may have gone on in another tab.
        let found: BTreeMap<(Instant, &EntryId), &Entry> = tab
            .model
            .journal
            .all()
            .map(|entry| ((entry.at, &entry.id), entry))
            .collect();
        for (id, entry) in &expected.entries {
            let there = found.get(&(entry.at, id));
            assert_eq!(there, Some(&entry), "lost\n{}", self.log);
        }
        for ((_, id), entry) in &found {
            let known = self.offered.get(id).is_some_and(|all| all.contains(entry));
            assert!(known, "nobody noted {entry:?}\n{}", self.log);
        }
        let shown = ticks(&tab.model.settings);
        assert!(
            shown.is_superset(&expected.ticks),
            "ticks: {shown:?} of {:?}\n{}",
            expected.ticks,
            self.log
        );
        let values = disk.values();
        for (key, text) in &expected.damaged {
            let is_there = has_copy(&values, key, text);
            assert!(is_there, "{text:?} is gone from {key}\n{}", self.log);
        }
        for (key, text) in &expected.newer {
            assert_eq!(values.get(key), Some(text), "{}", self.log);
        }
        for problem in &tab.problems {
            let key = problem.key.as_ref().map(Key::to_string).unwrap_or_default();
            let told = match problem.kind {
                ProblemKind::Damaged => values.get(&key).is_some_and(|text| {
                    let of_key = |(of, whole): &(String, String)| {
                        *of == key && whole.ends_with(text.as_str())
                    };
                    expected.damaged.iter().any(of_key)
                }),
                ProblemKind::Newer => expected.newer.contains_key(&key),
                ProblemKind::Unreadable => false,
            };
            assert!(told, "{problem:?}\n{}", self.log);
        }
        let counts: BTreeSet<EntryId> = tab
            .model
            .journal
            .counted()
            .map(|one| one.id.clone())
            .collect();
        assert_eq!(counts, counted(&tab.model.journal), "{}", self.log);
    }

    /// Something is noted, answered or chosen.
    fn live(&mut self, device: usize, tab: usize) {
        let stamp = self.stamp(device);
        // As the app does, before a page changes what others may have changed.
        self.devices[device].tabs[tab].tab.look_again(&stamp);
        let event = self.event(device, tab);
        self.note(device, &format!("{tab} {}", word(&event)));
        let tab = &mut self.devices[device].tabs[tab].tab;
        tab.send(event, stamp);
        self.offer(device);
    }

    /// Whatever a tab holds or wants to write was noted by somebody.
    fn offer(&mut self, device: usize) {
        for open in &self.devices[device].tabs {
            for entry in open.tab.model.journal.all() {
                let forms = self.offered.entry(entry.id.clone()).or_default();
                if !forms.contains(entry) {
                    forms.push(entry.clone());
                }
            }
        }
    }

    fn event(&mut self, device: usize, tab: usize) -> Event {
        let model = &self.devices[device].tabs[tab].tab.model;
        let all: Vec<Entry> = model.journal.all().cloned().collect();
        let settings = model.settings.clone();
        let has_answers = model.safety.answers.next_open().is_none();
        let random = &mut self.random;
        let some = |random: &mut Random| (!all.is_empty()).then(|| random.pick(&all).id.clone());
        match random.below(16) {
            0..=1 => Event::Answered(*random.pick(&Question::ALL), *random.pick(&Answer::ALL)),
            2 if has_answers => Event::Kept,
            3 if has_answers => Event::Cleared(*random.pick(&[
                None,
                Some(ClearedFor::Gentle),
                Some(ClearedFor::All),
            ])),
            4 => Event::DidByHand(
                *random.pick(&[Plan::NEWCOMER_HEEL_DROPS, Plan::NEWCOMER_KNEE_BENDS]),
            ),
            5..=6 => {
                let line = format!("line{}", random.below(TICKS));
                if settings.checks.home.has(&line) {
                    return Event::DayCame;
                }
                let mut settings = settings;
                settings.checks.home.set(&line, true);
                settings.text = *random.pick(&[TextSize::Normal, TextSize::Large]);
                Event::Chose(Box::new(settings))
            }
            7 => some(random).map_or(Event::DayCame, Event::Undid),
            8 => some(random).map_or(Event::DayCame, Event::PutBack),
            9 => some(random).map_or(Event::DayCame, |session| Event::Felt {
                session,
                effort: Some(Effort::Right),
                pain: PainLevel::new(4).ok(),
            }),
            10 => some(random).map_or(Event::DayCame, |session| Event::Hurt {
                session,
                place: PainPlace::Knee,
            }),
            _ => Event::Noted(Box::new(kind(random))),
        }
    }

    /// A session begins or goes on for some repetitions, and may end.
    fn session(&mut self, device: usize, tab: usize) {
        let stamp = self.stamp(device);
        let ends = !self.random.one_in(3);
        let reps = self.random.below(4);
        self.note(device, &format!("{tab} session of {reps}, ends: {ends}"));
        let zone_now = stamp.now;
        // One tab at a time, as its lock says.
        if (self.devices[device].tabs.iter())
            .enumerate()
            .any(|(other, open)| other != tab && open.tab.running.is_some())
        {
            return;
        }
        let open = &mut self.devices[device].tabs[tab].tab;
        if open.running.is_none() {
            open.begin(Plan::NEWCOMER_HEEL_DROPS, &stamp);
        }
        for _ in 0..reps {
            open.one_more(zone_now);
        }
        if ends {
            open.end(stamp);
        }
        self.offer(device);
    }

    fn fold(&mut self, device: usize, tab: usize) {
        self.note(device, &format!("{tab} folds"));
        let now = self.devices[device].now(self.time);
        drop(self.devices[device].tabs[tab].tab.fold(now));
    }

    fn close_tab(&mut self, device: usize, tab: usize) {
        self.note(device, &format!("{tab} is gone"));
        self.devices[device].take_in_acks();
        self.devices[device].tabs.remove(tab);
    }

    fn wake(&mut self, device: usize, tab: usize) {
        self.note(device, &format!("{tab} wakes"));
        let stamp = self.stamp(device);
        self.devices[device].tabs[tab].tab.wake(&stamp);
    }

    fn fault(&mut self, device: usize, tab: usize) {
        let kind = self.random.below(5);
        let after = self.random.below(5);
        let room = self.random.below(9000);
        self.note(device, &format!("{tab} fault {kind} after {after}, {room}"));
        let faults = &self.devices[device].tabs[tab].faults;
        match kind {
            0 => faults.fail_after(after, StorageError::Full),
            1 => faults.fail_after(after, StorageError::Failed("fire".to_owned())),
            2 => faults.limit(room),
            3 => faults.deny(),
            _ => faults.forget_writes(),
        }
    }

    fn heal(&mut self, device: usize, tab: usize) {
        self.note(device, &format!("{tab} heals"));
        let open = &mut self.devices[device].tabs[tab];
        open.faults.heal();
        open.tab.flush();
    }

    /// A year forward or back, an hour, another zone.
    fn clock(&mut self, device: usize) {
        let jump = *self
            .random
            .pick(&[HOUR, -HOUR, 365 * DAY, -365 * DAY, 3 * DAY, 0]);
        let zone = *self.random.pick(&[0, 14 * HOUR, -12 * HOUR, 11 * HOUR / 2]);
        self.note(device, &format!("clock {jump}, zone {zone}"));
        let device = &mut self.devices[device];
        device.skew = if jump == 0 { 0 } else { device.skew + jump };
        device.zone = zone;
    }

    fn back_up(&mut self, device: usize, tab: usize) {
        self.note(device, &format!("{tab} backs up"));
        let stamp = self.stamp(device);
        let file = self.devices[device].tabs[tab].tab.backup(&stamp);
        self.files.push(read(&file).unwrap());
        if self.files.len() > 5 {
            self.files.remove(0);
        }
    }

    fn restore(&mut self, device: usize, tab: usize) {
        if self.files.is_empty() {
            return;
        }
        let file = self.random.pick(&self.files).clone();
        self.add(device, tab, &file);
    }

    fn add(&mut self, device: usize, tab: usize, file: &Backup) -> bool {
        self.note(device, &format!("{tab} restores"));
        let stamp = self.stamp(device);
        let open = &mut self.devices[device].tabs[tab].tab;
        open.wake(&stamp);
        let before = open.kept();
        let done = open.restore(file.clone(), &stamp);
        let added = done.is_ok();
        if let Ok(merge) = done {
            let theirs = file.safety.clone().unwrap_or_default();
            self.is_as_careful(&before, &theirs, &merge, stamp.now.day);
            let expected = &mut self.devices[device].expected;
            for entry in &merge.new {
                expected.add(entry);
            }
            if let Some(settings) = merge.settings.value() {
                expected.ticks.extend(ticks(settings));
            }
        }
        self.offer(device);
        self.devices[device].take_in_acks();
        added
    }

    /// No answer is less careful than on either side, and nothing is open that one of them closes.
    fn is_as_careful(&self, before: &Kept, theirs: &Safety, merge: &Merge, today: LocalDay) {
        let after = merge.applied_to(before);
        let untouched = Safety::default();
        let sides: Vec<&Safety> = [&before.safety, theirs]
            .into_iter()
            .filter(|side| **side != untouched)
            .collect();
        let facts = Facts::of(&after.journal, &after.settings, after.safety.lowered, today);
        let level = |safety: &Safety| -> Level { reckon(safety, &facts, today).level };
        for side in sides {
            for question in Question::ALL {
                let joined = after.safety.answers.get(question);
                assert!(
                    care(joined) >= care(side.answers.get(question)),
                    "{question:?}\n{}",
                    self.log
                );
            }
            assert!(level(&after.safety) <= level(side), "{}", self.log);
        }
    }

    fn undo(&mut self, device: usize, tab: usize) {
        self.note(device, &format!("{tab} undoes"));
        let stamp = self.stamp(device);
        let Device { tabs, expected, .. } = &mut self.devices[device];
        let open = &mut tabs[tab].tab;
        let Some(added) = open.added.clone() else {
            return;
        };
        drop(open.undo_restore(&stamp));
        expected.release(&added.ids);
        // What the backup ticked goes with it; what was ticked before and since stays.
        let before = ticks(&open.model.settings);
        expected.ticks.retain(|tick| before.contains(tick));
        self.devices[device].take_in_acks();
    }

    /// A value is cut off, changed, or written under another's key.
    fn damage(&mut self, device: usize) {
        let values = self.devices[device].disk.values();
        let ours: Vec<(String, String)> = values
            .into_iter()
            .filter(|(key, _)| key.starts_with(PREFIX) && !key.contains("quarantine"))
            .filter(|(key, _)| !self.devices[device].expected.newer.contains_key(key))
            .collect();
        if ours.is_empty() {
            return;
        }
        let (key, text) = self.random.pick(&ours).clone();
        let other = self.random.pick(&ours).clone();
        // What was put there from elsewhere could come home by it.
        let damaged = &self.devices[device].expected.damaged;
        let is_moved = damaged.iter().any(|(_, text)| *text == other.1);
        let place = self.random.below(text.len());
        let bad = match self.random.below(3) {
            0 => text[..text.floor_char_boundary(place)].to_owned(),
            1 if !text.is_empty() => {
                let mut bytes = text.clone().into_bytes();
                bytes[place] ^= 1 << self.random.below(7);
                String::from_utf8_lossy(&bytes).into_owned()
            }
            _ if other.0 != key && !is_the_same_kind(&other.0, &key) && !is_moved => other.1,
            _ => String::new(),
        };
        self.note(device, &format!("damage at {key}"));
        let lone: MemoryStorage = [(key.clone(), text)].into_iter().collect();
        let held = Store::new(Rc::new(lone)).load(self.devices[device].now(self.time));
        let device = &mut self.devices[device];
        let expected = &mut device.expected;
        expected.release(held.journal.all().map(|entry| &entry.id));
        device.replace(&key, &bad);
        device.expected.damaged.insert((key, bad));
    }

    /// A newer version was here and wrote its settings.
    fn newer(&mut self, device: usize) {
        self.note(device, "a newer version");
        let key = *self.random.pick(&[SETTINGS, SAFETY]);
        let text = seal_in(9, &Safety::default()).unwrap();
        let device = &mut self.devices[device];
        device.replace(key, &text);
        device.expected.newer.insert(key.to_owned(), text);
    }

    fn commit(&mut self, device: usize) {
        self.note(device, "commits");
        self.devices[device].take_in_acks();
        self.devices[device].commit();
    }

    /// The browser ends in order.
    fn close(&mut self, device: usize) {
        self.commit(device);
        self.note(device, "closes");
        self.devices[device].tabs.clear();
        self.open(device);
    }

    fn kill(&mut self, device: usize) {
        self.note(device, "is killed");
        self.devices[device].take_in_acks();
        self.devices[device].kill();
        self.open(device);
    }

    /// At the end every device gets what every other has, in any order and more than once: then all have the same.
    fn join_all(&mut self) {
        let mut files = Vec::new();
        for device in 0..self.devices.len() {
            self.devices[device].tabs.clear();
            for (key, _) in std::mem::take(&mut self.devices[device].expected.newer) {
                self.devices[device].disk.take(&key);
            }
            self.open(device);
            let stamp = self.stamp(device);
            let file = self.devices[device].tabs[0].tab.backup(&stamp);
            files.push(read(&file).unwrap());
        }
        let mut kept: Vec<Kept> = Vec::new();
        for device in 0..self.devices.len() {
            let again = self.random.below(files.len());
            let mut order: Vec<usize> = (0..files.len()).chain([again]).collect();
            self.random.shuffle(&mut order);
            for file in order {
                assert!(self.add(device, 0, &files[file]), "{}", self.log);
            }
            self.devices[device].tabs.clear();
            self.open(device);
            kept.push(self.devices[device].tabs[0].tab.kept());
        }
        for (device, other) in kept.iter().enumerate().skip(1) {
            self.is_equal(&kept[0], other, device);
        }
    }

    fn is_equal(&self, one: &Kept, other: &Kept, device: usize) {
        // Where a session was noted, a kill took that back, and it went on, each device keeps the one that it has.
        let twice = |entry: &&Entry| self.offered[&entry.id].len() > 1;
        let of = |kept: &Kept| -> BTreeMap<EntryId, Option<Entry>> {
            let all = kept.journal.all();
            all.map(|entry| (entry.id.clone(), (!twice(&entry)).then(|| entry.clone())))
                .collect()
        };
        assert_eq!(of(one), of(other), "0 and {device}\n{}", self.log);
        assert_eq!(counted(&one.journal), counted(&other.journal));
        assert_eq!(one.safety.answers, other.safety.answers, "{}", self.log);
        assert_eq!(one.safety.clearance, other.safety.clearance);
        assert_eq!(one.safety.answered, other.safety.answered);
        assert_eq!(ticks(&one.settings), ticks(&other.settings));
    }
}

fn word(event: &Event) -> String {
    let text = format!("{event:?}");
    text.split("(Settings")
        .next()
        .unwrap_or_default()
        .to_owned()
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

/// Whether a text of the one could be read under the other: those of the same kind have the same fields. What stands under
/// the key of a backup is a moment, which an entry has as well.
fn is_the_same_kind(one: &str, other: &str) -> bool {
    let kind = |key: &str| key.split(':').nth(1).unwrap_or_default().to_owned();
    kind(other) == "backup" || kind(one) == kind(other) && kind(one) != "entry"
}

fn kind(random: &mut Random) -> Kind {
    match random.below(8) {
        0 => Kind::Daylight {},
        1 => Kind::Food {
            food: random.pick(&["milk", "<script>", "__proto__"]).to_string(),
            halves: 2,
        },
        2 => Kind::Habit {
            habit: "\u{202e}javascript:".to_owned(),
        },
        3 => Kind::Height {
            mm: 1600 + u16::try_from(random.below(60)).unwrap(),
        },
        4 => Kind::Note(Box::new(Note {
            places: vec![Region::LowerBack],
            trigger: Some(*random.pick(&[Trigger::Lift, Trigger::Fall])),
            ..Note::default()
        })),
        5 => Kind::Sign {
            symptom: *random.pick(SymptomId::ALL),
        },
        6 => Kind::Jar {
            grams: 550,
            made: LocalDay::epoch(),
        },
        _ => Kind::Dose {
            grams: 25,
            jar: None,
            calcium_mg: Some(300),
        },
    }
}
