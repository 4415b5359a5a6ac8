//! The world of one seed: devices, each with a disk, a clock, and tabs with faults of their own; and the files that went
//! from one to another.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::rc::Rc;

use bonewise::domain::body::{Note, Region, Trigger};
use bonewise::domain::day::{Instant, LocalDay, Now};
use bonewise::domain::entry::{Entry, EntryId, Kind};
use bonewise::domain::feeling::{Effort, PainLevel, PainPlace};
use bonewise::domain::model::{Effect, Event, Kept, Stamp};
use bonewise::domain::routine::Plan;
use bonewise::domain::safety::{
    Answer, ClearedFor, Facts, Level, Question, Safety, verdict as reckon,
};
use bonewise::domain::session::Restored;
use bonewise::domain::settings::{Settings, TextSize};
use bonewise::domain::symptom::SymptomId;
use bonewise::store::Store;
use bonewise::store::backup::{Backup, read};
use bonewise::store::copies::{Change, head};
use bonewise::store::envelope::{contents, seal_in};
use bonewise::store::faulty::Faulty;
use bonewise::store::key::{Key, PREFIX};
use bonewise::store::load::ProblemKind;
use bonewise::store::memory::MemoryStorage;
use bonewise::store::restore::Merge;
use bonewise::store::storage::StorageError;

use super::disk::{Disk, SAFETY};
use super::expected::{Expected, counted};
use super::random::Random;
use crate::tab::{Ack, Tab, put};

const SETTINGS: &str = "bonewise:settings";
const HOUR: i64 = 3_600_000;
const DAY: i64 = 24 * HOUR;
/// Monday, 5 January 2026.
const BEGIN: i64 = 20_458 * DAY;

struct OpenTab {
    faults: Faulty<Disk>,
    /// What the tab keeps for itself.
    aside: MemoryStorage,
    tab: Tab,
    /// A transaction of the second copy that was sent and has not answered.
    on_its_way: Option<(u64, Vec<Change>)>,
    /// Its browser has no second copy for this page.
    is_without: bool,
}

/// How the second copy answers.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Link {
    /// At once, or a little later.
    Well,
    /// What is sent may arrive or not, and does not answer.
    Hangs,
    /// It fails, or has no room: nothing of it is there.
    Fails,
    /// It cannot be opened for as long as the page lives.
    Missing,
}

const LINKS: [Link; 6] = [
    Link::Well,
    Link::Well,
    Link::Well,
    Link::Hangs,
    Link::Fails,
    Link::Missing,
];

struct Device {
    disk: Disk,
    /// The second copy: what is in it is on the disk.
    copy: BTreeMap<String, String>,
    link: Link,
    /// What the second copy answered for.
    copied: Expected,
    /// What was taken out again with the backup that had brought it.
    undone: BTreeSet<EntryId>,
    tabs: Vec<OpenTab>,
    /// Settings were damaged under a page that had not heard of the last choice, and never will, or the storage refuses
    /// them in one of several pages: what is chosen then may replace that, or be replaced by it (`docs/reliability.md`,
    /// "Known").
    is_unaware: bool,
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
            copy: BTreeMap::new(),
            link: Link::Well,
            copied: Expected::default(),
            undone: BTreeSet::new(),
            tabs: Vec::new(),
            is_unaware: false,
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

    fn open(&mut self, time: i64, aside: MemoryStorage) -> usize {
        let faults = Faulty::new(self.disk.clone());
        self.is_unaware &= !self.tabs.is_empty();
        let tab = Tab::open_in(&aside, Rc::new(faults.clone()), self.now(time));
        self.tabs.push(OpenTab {
            faults,
            aside,
            tab,
            on_its_way: None,
            is_without: self.link == Link::Missing,
        });
        self.tabs.len() - 1
    }

    /// A transaction of the second copy is done: all of it is there.
    fn arrive(&mut self, changes: Vec<Change>) {
        for Change { name, text } in &changes {
            let Some(text) = text else { continue };
            let lone: MemoryStorage = [(name.clone(), text.clone())].into_iter().collect();
            let loaded = Store::new(Rc::new(lone)).load(self.now(0));
            for entry in loaded.journal.all() {
                if !self.undone.contains(&entry.id) {
                    self.copied.add(entry);
                }
            }
            if loaded.newer_version_was_here() {
                self.copied.newer.insert(name.clone(), text.clone());
                if name == SETTINGS {
                    self.copied.ticks.clear();
                }
            } else {
                self.copied.newer.remove(name);
                // What the storage refused, another page that does not know it may write over.
                if self.disk.values().get(name) == Some(text) && !self.is_unaware {
                    self.copied.ticks.extend(ticks(&loaded.settings));
                } else if name == SETTINGS
                    && (self.is_unaware || self.tabs.iter().any(|one| one.faults.is_at_work()))
                {
                    let told = ticks(&loaded.settings);
                    self.copied.ticks.retain(|tick| told.contains(tick));
                }
            }
        }
        put(&mut self.copy, changes);
    }

    /// What was sent and did not answer is there or is not.
    fn settle(&mut self, tab: usize, arrives: bool) {
        if let Some((_, changes)) = self.tabs[tab].on_its_way.take()
            && arrives
        {
            self.arrive(changes);
        }
    }

    /// Damage since this page read it that a join does not heal: with the same beginning and length as the second copy, or
    /// where that had nothing sound `before` either. The next start does.
    fn damaged_since(&self, tab: usize, before: &BTreeMap<String, String>) -> BTreeSet<String> {
        let here = self.disk.values();
        let problems = &self.tabs[tab].tab.problems;
        let is_new = |(name, text): &(&String, &String)| {
            let Some(key) = Key::parse(name) else {
                return false;
            };
            let copies = [self.copy.get(*name), before.get(*name)];
            let mut copies = copies.into_iter().flatten();
            let is_alike = copies.any(|copy| head(copy) == head(text));
            let was_sound = before
                .get(*name)
                .is_some_and(|text| !self.is_broken(name, text));
            (is_alike || !was_sound)
                && self.is_broken(name, text)
                && !problems.iter().any(|one| one.key.as_ref() == Some(&key))
        };
        here.iter()
            .filter(is_new)
            .map(|(name, _)| name.clone())
            .collect()
    }

    fn is_broken(&self, name: &str, text: &str) -> bool {
        let key = Key::parse(name).unwrap();
        if key == Key::Session {
            let value = contents(&key, text).ok();
            return value.is_none_or(|value| serde_json::from_value::<Restored>(value).is_err());
        }
        let lone: MemoryStorage = [(name.to_owned(), text.to_owned())].into_iter().collect();
        let loaded = Store::new(Rc::new(lone)).load(self.now(0));
        contents(&key, text).is_err() || !loaded.problems.is_empty()
    }

    fn release_what_is_not_healed_yet(&mut self, tab: usize, before: &BTreeMap<String, String>) {
        for name in self.damaged_since(tab, before) {
            let text = self.copy.get(&name).cloned().unwrap_or_default();
            let lone: MemoryStorage = [(name.clone(), text)].into_iter().collect();
            let held = Store::new(Rc::new(lone)).load(self.now(0));
            let entries = held.journal.all();
            self.expected.release(entries.map(|entry| &entry.id));
            if name == SETTINGS {
                self.expected.ticks.clear();
            }
        }
    }

    fn nobody_knows_all(&mut self) {
        self.is_unaware = true;
        self.copied.ticks.clear();
        self.expected.ticks.clear();
    }

    /// What the tabs were told is kept is expected from now on.
    fn take_in_acks(&mut self) {
        for open in &mut self.tabs {
            for ack in std::mem::take(&mut open.tab.acknowledged) {
                match ack {
                    Ack::Entry(entry) => self.expected.add(&entry),
                    Ack::Settings(settings) if !self.is_unaware => {
                        self.expected.ticks.extend(ticks(&settings));
                    }
                    Ack::Settings(_) | Ack::Safety(_) | Ack::Session(_) | Ack::SessionCleared => {}
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
        self.expected.newer.remove(key);
    }

    fn commit(&mut self) {
        self.disk.commit();
        self.committed.clone_from(&self.expected);
    }

    /// Those whose tabs were closed are closed by then.
    fn kill(&mut self) {
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
            writeln!(dump, "{:?}\n{:?}", device.disk.values(), device.copy).unwrap();
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
        match self.random.below(114) {
            100..=102 => self.link(device),
            103..=104 => self.damage_copy(device),
            105 => self.evict_copy(device),
            106 => self.evict(device),
            107 => self.other_version_in_copy(device),
            108..=110 => self.reload(device, tab),
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
            96..=97 | 111..=113 => self.kill(device),
            _ => self.wake(device, tab),
        }
        self.devices[device].take_in_acks();
        self.deliver(device);
    }

    fn open(&mut self, device: usize) {
        if self.devices[device].tabs.len() < 3 {
            self.note(device, "opens");
            self.open_in(device, MemoryStorage::new());
        }
    }

    fn open_in(&mut self, device: usize, aside: MemoryStorage) {
        let time = self.time;
        let tab = self.devices[device].open(time, aside);
        self.offer(device);
        self.devices[device].take_in_acks();
        self.check(device, tab);
        if !self.random.one_in(4) {
            self.deliver(device);
        }
    }

    /// The second copy gets on with what every tab has for it, or does not.
    fn deliver(&mut self, device: usize) {
        for tab in 0..self.devices[device].tabs.len() {
            match self.devices[device].link {
                Link::Well => self.deliver_well(device, tab),
                Link::Hangs => {
                    let arrives = self.random.one_in(2);
                    let is_retried = self.random.one_in(2);
                    let device = &mut self.devices[device];
                    device.settle(tab, arrives);
                    let open = &mut device.tabs[tab];
                    if is_retried {
                        open.tab.outgoing.borrow_mut().failed();
                    }
                    open.on_its_way = open.tab.outgoing();
                }
                Link::Fails => {
                    let open = &self.devices[device].tabs[tab];
                    if open.tab.outgoing().is_some() {
                        open.tab.outgoing.borrow_mut().failed();
                    }
                }
                Link::Missing => {}
            }
        }
    }

    fn deliver_well(&mut self, device: usize, tab: usize) {
        if self.devices[device].tabs[tab].is_without || self.random.one_in(4) {
            return;
        }
        // What was sent before and did not answer came first, if it came.
        let arrives = self.random.one_in(2);
        if self.devices[device].tabs[tab].on_its_way.is_some() {
            self.devices[device].settle(tab, arrives);
            let open = &self.devices[device].tabs[tab];
            open.tab.outgoing.borrow_mut().failed();
        }
        if !self.devices[device].tabs[tab].tab.is_joined {
            self.join(device, tab);
        }
        let device = &mut self.devices[device];
        while let Some((number, changes)) = device.tabs[tab].tab.outgoing() {
            device.arrive(changes);
            device.tabs[tab].tab.outgoing.borrow_mut().arrived(number);
        }
    }

    /// The two are made one, and then both have what either had.
    fn join(&mut self, device: usize, tab: usize) {
        self.note(device, &format!("{tab} joins its second copy"));
        let stamp = self.stamp(device);
        let one = &mut self.devices[device];
        let (here, copy) = (one.disk.values(), one.copy.clone());
        // It has heard of what other pages wrote.
        one.tabs[tab].tab.wake(&stamp);
        let joined = one.tabs[tab].tab.join(&copy, &stamp);
        one.take_in_acks();
        while let Some((number, changes)) = one.tabs[tab].tab.outgoing() {
            one.arrive(changes);
            one.tabs[tab].tab.outgoing.borrow_mut().arrived(number);
        }
        if joined.failed.is_some() || joined.unread || one.tabs[tab].faults.is_at_work() {
            // Part of it may have come.
            let values = one.disk.values();
            let came = |(key, text): &(&String, &String)| values.get(*key) == Some(text);
            let newer = one.copied.newer.iter().filter(came);
            let newer: Vec<_> = newer
                .map(|(key, text)| (key.clone(), text.clone()))
                .collect();
            one.expected.newer.extend(newer);
            return;
        }
        if one.copied.newer.contains_key(SETTINGS) {
            one.expected.ticks.clear();
            one.copied.ticks.clear();
        }
        let copied = one.copied.clone();
        one.expected.join(&copied);
        one.release_what_is_not_healed_yet(tab, &copy);
        self.offer(device);
        self.check(device, tab);
        self.is_the_same_in_both(device, tab, &copy);
        self.answers_are_joined(device, tab, here.get(SAFETY), copy.get(SAFETY));
    }

    /// `before` is the second copy as it was when they were joined.
    fn is_the_same_in_both(&self, device: usize, tab: usize, before: &BTreeMap<String, String>) {
        let Device { disk, copy, .. } = &self.devices[device];
        let later = self.devices[device].damaged_since(tab, before);
        let here = disk.values();
        let ours = |name: &&String| Key::parse(name).is_some();
        for name in here.keys().chain(copy.keys()).filter(ours) {
            let (one, other) = (here.get(name), copy.get(name));
            // What neither can read stays as it is; a session that is over is written down in the copy alone.
            let is_broken = |text: &String| self.devices[device].is_broken(name, text);
            let is_left = match other {
                Some(text) => one.is_none() && text.starts_with("gone ") || is_broken(text),
                None => one.is_some_and(is_broken),
            };
            let is_left = is_left || later.contains(name);
            assert!(
                one == other || is_left,
                "{name}: {one:?}, {other:?}\n{}",
                self.log
            );
        }
    }

    /// The later answers count where their writer knew the others, else the more careful ones.
    fn answers_are_joined(
        &self,
        device: usize,
        tab: usize,
        here: Option<&String>,
        copy: Option<&String>,
    ) {
        let Device { disk, tabs, .. } = &self.devices[device];
        let after = disk.values().get(SAFETY).cloned().unwrap_or_default();
        for text in [here, copy].into_iter().flatten() {
            if *text != after {
                disk.learn(&after, text);
            }
        }
        let read = |text: Option<&String>| {
            let lone: MemoryStorage = [(SAFETY.to_owned(), text?.clone())].into_iter().collect();
            let loaded = Store::new(Rc::new(lone)).load(self.devices[device].now(self.time));
            loaded.problems.is_empty().then_some(loaded.safety)
        };
        let (Some(mine), Some(theirs), Some(counts)) = (read(here), read(copy), read(Some(&after)))
        else {
            return;
        };
        if tabs[tab].tab.keeper.waiting() == 0 {
            assert_eq!(tabs[tab].tab.model.safety, counts, "{}", self.log);
        }
        let (here, copy) = (here.unwrap(), copy.unwrap());
        let careful = mine.more_careful(&theirs);
        let is_known = ![here, copy].iter().any(|text| text.contains("\"apart\":"));
        let may = match (disk.knew(here, copy), disk.knew(copy, here)) {
            (true, true) => vec![&mine, &theirs, &careful],
            (true, false) if is_known => vec![&mine],
            (false, true) if is_known => vec![&theirs],
            (true, false) => vec![&mine, &careful],
            (false, true) => vec![&theirs, &careful],
            (false, false) => vec![&careful],
        };
        assert!(
            may.contains(&&counts),
            "{here}\n{copy}\n{after}\n{}",
            self.log
        );
    }

    fn link(&mut self, device: usize) {
        let link = *self.random.pick(&LINKS);
        self.note(device, &format!("the second copy: {link:?}"));
        self.devices[device].link = link;
    }

    /// A text in the second copy is cut off, or one bit of it flips.
    fn damage_copy(&mut self, device: usize) {
        let names: Vec<String> = self.devices[device].copy.keys().cloned().collect();
        if names.is_empty() {
            return;
        }
        let name = self.random.pick(&names).clone();
        let mut bytes = self.devices[device].copy[&name].clone().into_bytes();
        let place = self.random.below(bytes.len());
        if self.random.one_in(2) {
            bytes.truncate(place);
        } else if !bytes.is_empty() {
            bytes[place] ^= 1 << self.random.below(7);
        }
        let text = String::from_utf8_lossy(&bytes).into_owned();
        self.note(device, &format!("damage in the second copy at {name}"));
        self.replace_in_copy(device, name, text);
    }

    fn replace_in_copy(&mut self, device: usize, name: String, text: String) {
        let now = self.devices[device].now(self.time);
        let Device { copy, copied, .. } = &mut self.devices[device];
        let old = copy.insert(name.clone(), text).unwrap_or_default();
        let lone: MemoryStorage = [(name.clone(), old)].into_iter().collect();
        let held = Store::new(Rc::new(lone)).load(now);
        copied.release(held.journal.all().map(|entry| &entry.id));
        copied.newer.remove(&name);
        if name == SETTINGS {
            copied.ticks.clear();
        }
    }

    fn evict_copy(&mut self, device: usize) {
        self.note(device, "the second copy is cleared away");
        let device = &mut self.devices[device];
        device.copy.clear();
        device.copied = Expected::default();
        for open in &mut device.tabs {
            // Its database says that it is closed; the page opens it anew.
            open.on_its_way = None;
            open.tab.outgoing.borrow_mut().failed();
            open.tab.is_joined = false;
        }
    }

    /// The storage alone is cleared away, while no page is open.
    fn evict(&mut self, device: usize) {
        self.end_tabs(device);
        self.note(device, "the storage is cleared away");
        let one = &mut self.devices[device];
        one.disk.evict();
        one.expected = Expected::default();
        one.committed = Expected::default();
        self.open(device);
    }

    /// An older or a newer version wrote into the second copy.
    fn other_version_in_copy(&mut self, device: usize) {
        let key = *self.random.pick(&[SETTINGS, SAFETY]);
        let is_newer = self.random.one_in(2);
        let one = &self.devices[device];
        // One that waits in an open page, or stands here, would be written over it.
        if one.expected.newer.contains_key(key) || !one.copy.contains_key(key) {
            return;
        }
        self.note(
            device,
            &format!("another version wrote {key} there, newer: {is_newer}"),
        );
        let text = match (is_newer, key) {
            (true, _) => seal_in(9, &Safety::default()),
            (false, SETTINGS) => seal_in(1, &Settings::default()),
            (false, _) => seal_in(1, &Safety::default()),
        };
        let text = text.unwrap();
        self.end_tabs(device);
        self.replace_in_copy(device, key.to_owned(), text.clone());
        if is_newer {
            let copied = &mut self.devices[device].copied;
            copied.newer.insert(key.to_owned(), text);
        }
        self.open(device);
    }

    /// Every page is gone; what was on its way arrived or did not.
    fn end_tabs(&mut self, device: usize) {
        self.devices[device].take_in_acks();
        for tab in 0..self.devices[device].tabs.len() {
            let arrives = self.random.one_in(2);
            self.devices[device].settle(tab, arrives);
        }
        self.devices[device].tabs.clear();
    }

    /// What could not be written comes along.
    fn reload(&mut self, device: usize, tab: usize) {
        self.note(device, &format!("{tab} is loaded anew"));
        let arrives = self.random.one_in(2);
        let one = &mut self.devices[device];
        one.take_in_acks();
        one.settle(tab, arrives);
        let old = one.tabs.remove(tab);
        let waited = waiting(&old.tab);
        self.open_in(device, old.aside);
        let new = &self.devices[device].tabs.last().unwrap().tab;
        for entry in waited {
            let is_there = new.model.journal.holds(&entry.id);
            assert!(is_there, "{entry:?} was dropped\n{}", self.log);
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
            // One that was noted, lost by a kill, and went on has two forms, and one of them is kept.
            let is_there = there == Some(&entry)
                || self.offered.get(id).is_some_and(|all| all.len() > 1)
                    && tab.model.journal.holds(id);
            assert!(is_there, "{entry:?} is lost\n{}", self.log);
        }
        if let Some(session) = &tab.model.unfinished {
            let is_noted = tab.model.journal.holds(&session.id);
            assert!(!is_noted, "a session is back\n{}", self.log);
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
        // What the second copy heals was told before it did.
        let told = tab.problems.iter().filter(|_| !tab.is_joined);
        for problem in told {
            let key = problem.key.as_ref().map(Key::to_string).unwrap_or_default();
            let told = match problem.kind {
                ProblemKind::Damaged => {
                    let text = values.get(&key).map_or("", String::as_str);
                    // Or what waited was written in its place at once.
                    let of_key = |(of, whole): &(String, String)| {
                        *of == key && (whole.ends_with(text) || has_copy(&values, &key, whole))
                    };
                    expected.damaged.iter().any(of_key)
                }
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
        let is_choice = matches!(event, Event::Chose(_));
        let one = &mut self.devices[device];
        one.tabs[tab].tab.send(event, stamp);
        let is_at_work = |one: &OpenTab| one.faults.is_at_work();
        if is_choice && one.tabs.len() > 1 && one.tabs.iter().any(is_at_work) {
            one.nobody_knows_all();
        }
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
        let arrives = self.random.one_in(2);
        self.devices[device].take_in_acks();
        self.devices[device].settle(tab, arrives);
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
        let waits = waiting(&open.tab);
        assert!(waits.is_empty(), "{waits:?} waits\n{}", self.log);
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
            let Device {
                expected, undone, ..
            } = &mut self.devices[device];
            for entry in &merge.new {
                expected.add(entry);
                undone.remove(&entry.id);
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
        let Device {
            tabs,
            expected,
            copied,
            undone,
            ..
        } = &mut self.devices[device];
        let open = &mut tabs[tab].tab;
        let Some(added) = open.added.clone() else {
            return;
        };
        drop(open.undo_restore(&stamp));
        undone.extend(added.ids.iter().cloned());
        copied.release(&added.ids);
        expected.release(&added.ids);
        // What the backup ticked goes with it; what was ticked before and since stays.
        let before = ticks(&open.model.settings);
        expected.ticks.retain(|tick| before.contains(tick));
        copied.ticks.retain(|tick| before.contains(tick));
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
        if key == SETTINGS {
            let last = ticks(&held.settings);
            let tabs = &device.tabs;
            if tabs
                .iter()
                .any(|one| ticks(&one.tab.model.settings) != last)
            {
                device.is_unaware = true;
                device.copied.ticks.clear();
            }
        }
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
        self.end_tabs(device);
        self.open(device);
    }

    fn kill(&mut self, device: usize) {
        self.note(device, "is killed");
        self.end_tabs(device);
        self.devices[device].kill();
        self.open(device);
    }

    /// A page is opened, and its second copy answers.
    fn start(&mut self, device: usize) {
        self.open(device);
        while !self.devices[device].tabs[0].tab.is_joined {
            self.deliver(device);
        }
    }

    /// At the end every device gets what every other has, in any order and more than once: then all have the same.
    fn join_all(&mut self) {
        let mut files = Vec::new();
        for device in 0..self.devices.len() {
            self.end_tabs(device);
            let one = &mut self.devices[device];
            one.link = Link::Well;
            for key in [SETTINGS, SAFETY] {
                if one.expected.newer.remove(key).is_some() | one.copied.newer.remove(key).is_some()
                {
                    one.disk.take(key);
                    one.copy.remove(key);
                    if key == SETTINGS {
                        one.expected.ticks.clear();
                        one.copied.ticks.clear();
                    }
                }
            }
            self.start(device);
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
            self.end_tabs(device);
            self.start(device);
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

/// The entries that a page has not been able to write.
fn waiting(tab: &Tab) -> Vec<Entry> {
    let waits = |entry: &&Entry| tab.keeper.waits_for(&Effect::Append((*entry).clone()));
    tab.model.journal.all().filter(waits).cloned().collect()
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
