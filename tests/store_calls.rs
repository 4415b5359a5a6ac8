//! As the makers of `SQLite` do: the main journeys, and at every single call to the storage, reads too, it fails once, fails from
//! then on, stops for good, or tears the value that is being written. Then the app starts again.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

#[path = "store_support/calls.rs"]
mod calls;
mod store_support;

use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::OnceLock;

use bonewise::domain::day::{Instant, Now};
use bonewise::domain::entry::{Entry, EntryId, Kind};
use bonewise::domain::feeling::{Effort, PainLevel};
use bonewise::domain::journal::Journal;
use bonewise::domain::model::{Event, Kept, Stamp};
use bonewise::domain::routine::Plan;
use bonewise::domain::safety::{Answer, Question, Safety};
use bonewise::domain::session::{Restored, Session};
use bonewise::domain::settings::{Settings, TextSize, Theme};
use bonewise::store::Store;
use bonewise::store::backup::{self, Backup};
use bonewise::store::key::Key;
use bonewise::store::load::{Loaded, ProblemKind};
use bonewise::store::memory::MemoryStorage;
use bonewise::store::restore::Merge;
use bonewise::store::storage::{Storage, StorageError};
use calls::{Calls, Fault};
use store_support::tab::{self, Ack, Tab};
use store_support::{Bench, at, felt, fixture, id, now, retract, session};

const SETTINGS: &str = "bonewise:settings";
const SAFETY: &str = "bonewise:safety";
const SESSION: &str = "bonewise:session";

/// One thing that a person, or the page by itself, does.
type Step = fn(&mut Tab, Stamp);

struct Journey {
    name: &'static str,
    /// What is kept before.
    start: fn() -> MemoryStorage,
    steps: &'static [Step],
}

const JOURNEYS: &[Journey] = &[
    Journey {
        name: "a first visit",
        start: MemoryStorage::new,
        steps: &[
            |tab, stamp| tab.send(Event::Answered(Question::ALL[0], Answer::No), stamp),
            |tab, stamp| tab.send(Event::Answered(Question::ALL[1], Answer::No), stamp),
            |tab, stamp| tab.send(Event::Answered(Question::ALL[2], Answer::Yes), stamp),
            |tab, stamp| tab.send(Event::Answered(Question::ALL[3], Answer::No), stamp),
            |tab, stamp| tab.send(Event::Answered(Question::ALL[4], Answer::NotSure), stamp),
            |tab, stamp| tab.send(Event::Answered(Question::ALL[5], Answer::No), stamp),
            |tab, stamp| tab.send(Event::Answered(Question::ALL[6], Answer::No), stamp),
            |tab, stamp| tab.send(Event::Answered(Question::ALL[7], Answer::No), stamp),
            |tab, stamp| tab.send(Event::Answered(Question::ALL[8], Answer::No), stamp),
            |tab, stamp| tab.send(Event::Answered(Question::ALL[9], Answer::No), stamp),
            |tab, stamp| tab.send(Event::Answered(Question::ALL[2], Answer::No), stamp),
            |tab, stamp| tab.send(Event::Kept, stamp),
            |tab, stamp| tab.send(chosen(tab, |one| one.text = TextSize::Large), stamp),
        ],
    },
    Journey {
        name: "a session",
        start: answered,
        steps: &[
            |tab, stamp| tab.begin(Plan::NEWCOMER_HEEL_DROPS, &stamp),
            |tab, stamp| tab.one_more(stamp.now),
            |tab, stamp| tab.one_more(stamp.now),
            |tab, stamp| tab.one_more(stamp.now),
            |tab, stamp| tab.end(stamp),
            |tab, stamp| {
                let felt = tab.model.journal.all().last().map(|entry| Event::Felt {
                    session: entry.id.clone(),
                    effort: Some(Effort::Right),
                    pain: PainLevel::new(2).ok(),
                });
                tab.send(felt.unwrap_or(Event::DayCame), stamp);
            },
        ],
    },
    Journey {
        name: "food, undo, and put back",
        start: answered,
        steps: &[
            |tab, stamp| tab.send(noted("milk"), stamp),
            |tab, stamp| tab.send(noted("kale"), stamp),
            |tab, stamp| tab.send(Event::Undid(last(tab)), stamp),
            |tab, stamp| {
                let food = tab.model.journal.all().nth(1).map(|one| one.id.clone());
                tab.send(Event::PutBack(food.unwrap_or_else(|| id("x"))), stamp);
            },
            |tab, stamp| tab.send(Event::DidByHand(Plan::NEWCOMER_KNEE_BENDS), stamp),
        ],
    },
    Journey {
        name: "settings, and a page that was away",
        start: answered,
        steps: &[
            |tab, stamp| tab.send(chosen(tab, |one| one.text = TextSize::Largest), stamp),
            |tab, stamp| tab.wake(&stamp),
            |tab, stamp| tab.send(chosen(tab, |one| one.theme = Theme::Dark), stamp),
            |tab, stamp| tab.send(Event::Answered(Question::Fall, Answer::Yes), stamp),
        ],
    },
    Journey {
        name: "past months are folded, and a note comes late",
        start: three_months,
        steps: &[
            |tab, stamp| drop(tab.fold(stamp.now)),
            |tab, stamp| tab.send(noted("milk"), stamp),
            |tab, stamp| drop(tab.fold(stamp.now)),
            |tab, _| tab.acknowledge_if_kept(session("late", at(9, 4))),
            |tab, stamp| drop(tab.fold(stamp.now)),
            |tab, stamp| drop(tab.fold(stamp.now)),
        ],
    },
    Journey {
        name: "a backup is added",
        start: three_months,
        steps: &[
            |tab, stamp| drop(tab.restore(a_backup().clone(), &stamp)),
            |tab, stamp| tab.send(noted("milk"), stamp),
        ],
    },
    Journey {
        name: "a start with damage, put away, and gone on with",
        start: damaged,
        steps: &[
            |tab, _| {
                for problem in tab.problems.clone() {
                    drop(tab.keeper.store.dismiss(&problem));
                }
            },
            |tab, stamp| tab.send(chosen(tab, |one| one.text = TextSize::Large), stamp),
            |tab, stamp| tab.send(Event::Answered(Question::Fall, Answer::Yes), stamp),
            |tab, stamp| tab.send(noted("milk"), stamp),
            |tab, stamp| tab.begin(Plan::NEWCOMER_HEEL_DROPS, &stamp),
            |tab, stamp| drop(tab.fold(stamp.now)),
        ],
    },
];

fn chosen(tab: &Tab, change: impl FnOnce(&mut Settings)) -> Event {
    let mut settings = tab.model.settings.clone();
    change(&mut settings);
    Event::Chose(Box::new(settings))
}

fn noted(food: &str) -> Event {
    Event::Noted(Box::new(Kind::Food {
        food: food.to_owned(),
        halves: 2,
    }))
}

fn last(tab: &Tab) -> EntryId {
    let last = tab.model.journal.last_undoable(now().day);
    last.map_or_else(|| id("x"), |entry| entry.id.clone())
}

fn answered() -> MemoryStorage {
    let bench = Bench::new();
    let mut safety = Safety::default();
    for question in Question::ALL {
        safety.answers.set(question, Answer::No);
    }
    safety.answered = Some(at(11, 20).day);
    bench.store.save_safety(&safety).unwrap();
    bench.store.append(&session("a", at(11, 21))).unwrap();
    bench.disk
}

fn three_months() -> MemoryStorage {
    let bench = Bench::over(answered());
    for entry in [
        session("s1", at(9, 29)),
        felt("f1", at(9, 29), "s1"),
        session("s2", at(10, 31)),
        retract("r2", at(11, 1), "s2"),
        session("s3", at(10, 30)),
    ] {
        bench.store.append(&entry).unwrap();
    }
    bench.store.fold(at(10, 15)).unwrap();
    bench.store.fold(at(10, 15)).unwrap();
    bench.disk
}

fn damaged() -> MemoryStorage {
    let bench = Bench::over(three_months());
    for key in [SETTINGS, SAFETY, SESSION, "bonewise:entry:2026-10:bad"] {
        bench.poke(key, "bonewise 1 00000000 {\"half\":");
    }
    bench.disk
}

fn a_backup() -> &'static Backup {
    static BACKUP: OnceLock<Backup> = OnceLock::new();
    BACKUP.get_or_init(|| {
        let loaded = fixture("save-v1.txt").load();
        let backup = Backup {
            made: now(),
            journal: loaded.journal,
            settings: Some(loaded.settings),
            safety: Some(loaded.safety),
            raw: Vec::new(),
            unread: 0,
        };
        backup::read(&backup::write(&backup).unwrap()).unwrap()
    })
}

/// What is kept before a journey begins, and how it reads.
struct Start {
    disk: MemoryStorage,
    loaded: Loaded,
}

impl Start {
    fn of(journey: &Journey) -> Self {
        let disk = (journey.start)();
        let loaded = Store::new(Rc::new(fresh(&disk))).load(now());
        Self { disk, loaded }
    }
}

/// A copy of its own, so that each run begins alike.
fn fresh(disk: &MemoryStorage) -> MemoryStorage {
    disk.snapshot().into_iter().collect()
}

/// What a run of a journey left behind.
struct Ran {
    storage: Rc<Calls>,
    tab: Tab,
    /// Every settings and answers that the page ever had, in order.
    settings: Vec<Settings>,
    safeties: Vec<Safety>,
}

fn run(journey: &Journey, start: &Start, at_call: usize, fault: Fault) -> Ran {
    let storage = Rc::new(Calls::new(fresh(&start.disk), at_call, fault));
    let tab = Tab::open(storage.clone(), now());
    let mut ran = Ran {
        settings: vec![start.loaded.settings.clone()],
        safeties: vec![start.loaded.safety.clone()],
        storage,
        tab,
    };
    if journey.name.contains("backup") {
        let here = Kept {
            journal: start.loaded.journal.clone(),
            settings: start.loaded.settings.clone(),
            safety: start.loaded.safety.clone(),
        };
        let merged = Merge::of(&here, a_backup().clone()).applied_to(&here);
        ran.settings.push(merged.settings);
        ran.safeties.push(merged.safety);
    }
    ran.look();
    for (place, step) in journey.steps.iter().enumerate() {
        step(&mut ran.tab, stamp(place));
        ran.look();
    }
    ran
}

impl Ran {
    /// Remembers what the page shows.
    fn look(&mut self) {
        let (settings, safety) = (&self.tab.model.settings, &self.tab.model.safety);
        if self.settings.last() != Some(settings) {
            self.settings.push(settings.clone());
        }
        if self.safeties.last() != Some(safety) {
            self.safeties.push(safety.clone());
        }
    }
}

fn stamp(place: usize) -> Stamp {
    let Now { at, day } = now();
    Stamp {
        now: Now {
            at: Instant(at.0 + i64::try_from(place).unwrap() * 1000),
            day,
        },
        id: id(&format!("n{place}")),
    }
}

/// The key whose value a torn write took, and what stood there before.
fn torn(ran: &Ran, fault: &Fault) -> Option<String> {
    matches!(fault, Fault::Torn(_))
        .then(|| ran.storage.hit.borrow().clone())
        .flatten()
        .map(|(key, _)| key)
}

/// The start after it: whatever was acknowledged is there, all that is there was meant, and nothing half is believed.
fn check(ran: &Ran, start: &Start, fault: &Fault, what: &str) {
    let disk = &ran.storage.disk;
    let before = disk.snapshot();
    let store = Store::new(Rc::new(disk.clone()));
    let loaded = store.load(now());
    let torn = torn(ran, fault);
    let is_torn = |key: &str| torn.as_deref() == Some(key);

    // A value that was torn is told, and its text is copied aside; nothing else is wrong that was not before.
    let known = &start.loaded.problems;
    for problem in &loaded.problems {
        let key = problem.key.as_ref().unwrap().to_string();
        let was = known.iter().any(|other| other.key == problem.key);
        assert!(was || is_torn(&key), "{what}: {problem:?}");
        assert_eq!(
            (problem.kind, problem.copied),
            (ProblemKind::Damaged, true),
            "{what}"
        );
        let text = &before[&key];
        let copies = disk.snapshot();
        let mut copies = copies.iter().filter(|(key, _)| key.contains("quarantine"));
        assert!(copies.any(|(_, copy)| copy == text), "{what}");
    }

    // Entries: those that were there, and those that were acknowledged.
    let mut must: Vec<Entry> = start.loaded.journal.all().cloned().collect();
    for ack in &ran.tab.acknowledged {
        if let Ack::Entry(entry) = ack {
            must.push(entry.clone());
        }
    }
    let journal = &loaded.journal;
    for entry in &must {
        let is_there = journal.all().any(|one| one == entry);
        // What stood in a value that was torn is lost with it: the second copy is for that.
        let went = torn
            .as_deref()
            .is_some_and(|key| key.contains(entry.id.as_str()) || is_month(key, entry));
        assert!(is_there || went, "{what}: {entry:?} is lost");
    }
    let backup = a_backup();
    for entry in journal.all() {
        let meant = must.contains(entry)
            || ran.tab.model.journal.all().any(|one| one == entry)
            || backup.journal.all().any(|one| one == entry);
        assert!(meant, "{what}: {entry:?} comes from nowhere");
    }

    // Settings and answers: one that the page had, whole, and none before the last that was acknowledged.
    let settings = ran.tab.acknowledged.iter().rev().find_map(|ack| match ack {
        Ack::Settings(one) => Some((**one).clone()),
        _ => None,
    });
    let from = place_of(&ran.settings, settings.as_ref());
    if is_torn(SETTINGS) {
        assert_eq!(loaded.settings, Settings::default(), "{what}");
    } else {
        let found = ran.settings[from..].contains(&loaded.settings);
        assert!(found, "{what}: settings");
    }
    let safety = ran.tab.acknowledged.iter().rev().find_map(|ack| match ack {
        Ack::Safety(one) => Some((**one).clone()),
        _ => None,
    });
    let from = place_of(&ran.safeties, safety.as_ref());
    if is_torn(SAFETY) {
        assert_eq!(loaded.safety, Safety::default(), "{what}");
    } else {
        let found = ran.safeties[from..].contains(&loaded.safety);
        assert!(found, "{what}: answers");
    }

    check_session(ran, &store, journal, is_torn(SESSION), what);
}

fn place_of<T: PartialEq>(all: &[T], one: Option<&T>) -> usize {
    one.and_then(|one| all.iter().position(|other| other == one))
        .unwrap_or_default()
}

fn is_month(key: &str, entry: &Entry) -> bool {
    key == format!("bonewise:month:{}", entry.day.month_key())
}

/// A session is where its last saved repetition was, or in the journal.
fn check_session(ran: &Ran, store: &Store, journal: &Journal, is_torn: bool, what: &str) {
    let reps = ran.tab.acknowledged.iter().rev().find_map(|ack| match ack {
        Ack::Session(session) => Some(session.coach.reps_done()),
        _ => None,
    });
    let is_noted = |session: &Session| journal.all().any(|entry| entry.id == session.id);
    let cleared = ran.tab.acknowledged.contains(&Ack::SessionCleared);
    match (reps, store.load_session::<Restored>(now())) {
        (None, _) | (Some(_), Err(_)) if is_torn || reps.is_none() => {}
        (Some(reps), Ok(Some(Restored(session)))) => {
            assert!(session.coach.reps_done() >= reps, "{what}");
        }
        (Some(_), Ok(None)) => {
            assert!(
                cleared || ran_to_its_end(ran, is_noted),
                "{what}: no session"
            );
        }
        other => panic!("{what}: {other:?}"),
    }
}

fn ran_to_its_end(ran: &Ran, is_noted: impl Fn(&Session) -> bool) -> bool {
    ran.tab.acknowledged.iter().any(|ack| match ack {
        Ack::Session(session) => is_noted(session),
        _ => false,
    })
}

fn faults() -> Vec<Fault> {
    vec![
        Fault::Once(StorageError::Full),
        Fault::Once(StorageError::Failed("the disk is on fire".to_owned())),
        Fault::Always(StorageError::Denied),
        Fault::Stop,
    ]
}

#[test]
fn at_every_call_of_every_journey_that_fails_or_stops_nothing_acknowledged_is_lost() {
    for journey in JOURNEYS {
        let start = Start::of(journey);
        let whole = run(journey, &start, usize::MAX, Fault::Stop);
        assert_eq!(whole.tab.keeper.waiting(), 0, "{}", journey.name);
        let calls = whole.storage.count();
        assert!(calls > 20, "{}: {calls}", journey.name);
        for fault in faults() {
            for call in 0..calls {
                let what = format!("{}: {fault:?} at call {call}", journey.name);
                let mut ran = run(journey, &start, call, fault.clone());
                check(&ran, &start, &fault, &what);
                if fault == Fault::Stop {
                    continue;
                }
                // What could not be written waits, and is written when it can be.
                ran.storage.heal();
                ran.tab.flush();
                ran.look();
                assert_eq!(ran.tab.keeper.waiting(), 0, "{what}");
                check(&ran, &start, &fault, &what);
                let journal = kept(&ran.storage.disk).journal;
                for entry in ran.tab.model.journal.all() {
                    assert!(journal.all().any(|one| one == entry), "{what}: {entry:?}");
                }
            }
        }
    }
}

#[test]
fn at_every_write_of_every_journey_that_is_torn_only_that_value_is_lost_and_it_is_told() {
    for journey in JOURNEYS {
        let start = Start::of(journey);
        let calls = run(journey, &start, usize::MAX, Fault::Stop)
            .storage
            .count();
        for call in 0..calls {
            let probe = run(journey, &start, call, Fault::Stop);
            let Some((key, length)) = probe.storage.hit.borrow().clone() else {
                continue;
            };
            let lengths = [0, 1, 9, 11, 20, length - 1];
            let between = (21..length).step_by(length / 3 + 1);
            for bytes in lengths.into_iter().chain(between).filter(|n| *n < length) {
                let what = format!("{}: {key} torn at {bytes} of {length}", journey.name);
                let fault = Fault::Torn(bytes);
                let ran = run(journey, &start, call, fault.clone());
                check(&ran, &start, &fault, &what);
                // Life goes on: the torn value is written anew, with its copy beside it.
                let mut next = Tab::open(Rc::new(ran.storage.disk.clone()), now());
                let chosen = chosen(&next, |one| one.knee_sets = 3);
                next.send(chosen, stamp(90));
                next.send(Event::Answered(Question::Fall, Answer::Yes), stamp(91));
                next.send(noted("milk"), stamp(92));
                assert_eq!(next.keeper.waiting(), 0, "{what}");
            }
        }
    }
}

/// What happens to one delivery to the second copy.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Delivery {
    /// Nothing of it is there, and it says so.
    Fails,
    /// The plug is pulled right before it.
    Before,
    /// The plug is pulled right after it.
    After,
    /// The plug is pulled, and this one of its texts is cut off in the middle.
    Torn(usize),
}

/// A journey with a second copy, up to the plug.
struct WithCopy {
    /// The storage as it was on the disk when the page began.
    before: MemoryStorage,
    disk: MemoryStorage,
    copy: BTreeMap<String, String>,
    tab: Tab,
    deliveries: usize,
    /// The names in the delivery that was hit.
    hit: Vec<String>,
    torn: Option<String>,
}

fn run_with_copy(journey: &Journey, at: usize, what: Option<Delivery>) -> WithCopy {
    let disk = (journey.start)();
    let mut copy = BTreeMap::new();
    let mut first = Tab::open(Rc::new(disk.clone()), now());
    first.join(&copy, &stamp(0));
    first.deliver(&mut copy);
    let before = fresh(&disk);
    let mut tab = Tab::open(Rc::new(disk.clone()), now());
    tab.join(&copy, &stamp(0));
    let mut ran = WithCopy {
        before,
        disk,
        copy,
        tab,
        deliveries: 0,
        hit: Vec::new(),
        torn: None,
    };
    for (place, step) in journey.steps.iter().enumerate() {
        step(&mut ran.tab, stamp(place));
        while let Some((number, changes)) = ran.tab.outgoing() {
            let is_hit = ran.deliveries == at;
            ran.deliveries += 1;
            if is_hit {
                ran.hit = changes.iter().map(|change| change.name.clone()).collect();
            }
            match what.filter(|_| is_hit) {
                Some(Delivery::Before) => return ran,
                Some(Delivery::Fails) => {
                    ran.tab.outgoing.borrow_mut().failed();
                    break;
                }
                Some(Delivery::Torn(one)) => {
                    tab::put(&mut ran.copy, changes);
                    let name = ran.hit[one].clone();
                    if let Some(text) = ran.copy.get_mut(&name) {
                        text.truncate(text.len() / 2);
                    }
                    ran.torn = Some(name);
                    return ran;
                }
                other => {
                    tab::put(&mut ran.copy, changes);
                    ran.tab.outgoing.borrow_mut().arrived(number);
                    if other.is_some() {
                        return ran;
                    }
                }
            }
        }
    }
    ran.tab.deliver(&mut ran.copy);
    ran
}

/// What a set of texts tells.
fn told(texts: &BTreeMap<String, String>) -> Kept {
    kept(&texts.clone().into_iter().collect())
}

/// The start after it, with the storage as it was on the disk or as pages saw it.
fn check_with_copy(ran: &WithCopy, is_reverted: bool, what: &str) {
    let disk = fresh(if is_reverted { &ran.before } else { &ran.disk });
    let (here, there) = (kept(&disk), told(&ran.copy));
    let had = kept(&ran.before);
    let mut copy = ran.copy.clone();
    let mut tab = Tab::open(Rc::new(disk.clone()), now());
    tab.join(&copy, &stamp(80));
    tab.deliver(&mut copy);
    let after = tab.kept();
    for entry in here.journal.all().chain(there.journal.all()) {
        let is_there = after.journal.all().any(|one| one == entry);
        assert!(is_there, "{what}: {entry:?} is lost");
    }
    for entry in after.journal.all() {
        let mut all = had.journal.all().chain(ran.tab.model.journal.all());
        assert!(
            all.any(|one| one == entry),
            "{what}: {entry:?} from nowhere"
        );
    }
    // The second copy is never behind what the disk had; a text that was torn in it is not believed.
    let is_torn = |key: &str| ran.torn.as_deref() == Some(key);
    let settings = match (is_reverted, is_torn(SETTINGS)) {
        (false, _) | (true, true) => &here.settings,
        (true, false) => &there.settings,
    };
    let safety = match (is_reverted, is_torn(SAFETY)) {
        (false, _) | (true, true) => &here.safety,
        (true, false) => &there.safety,
    };
    assert_eq!(after.safety.answers, safety.answers, "{what}");
    // The routine of a backup without its answers is made an easier one, and that is noted.
    if !is_torn(SAFETY) {
        assert_eq!(
            (&after.settings, &after.safety),
            (settings, safety),
            "{what}"
        );
    }
    if let Some(session) = &tab.model.unfinished {
        assert!(!after.journal.holds(&session.id), "{what}: {session:?}");
        let held = [disk.snapshot(), copy.clone()];
        let mut held = held.iter().filter_map(|texts| texts.get(SESSION));
        assert!(held.next().is_some(), "{what}");
    }
    assert_eq!(kept(&disk), after, "{what}");
    for (name, text) in disk.snapshot() {
        // What neither can read stays as it is.
        let key = Key::parse(&name).unwrap();
        if tab.store().is_readable(&key) || copy.get(&name) != ran.copy.get(&name) {
            assert_eq!(copy.get(&name), Some(&text), "{what}: {name}");
        }
    }
}

#[test]
fn at_every_delivery_of_every_journey_that_fails_stops_or_is_torn_nothing_acknowledged_is_lost() {
    for journey in JOURNEYS {
        let whole = run_with_copy(journey, usize::MAX, None);
        assert!(whole.deliveries >= 2, "{}", journey.name);
        for at in 0..whole.deliveries {
            let hit = run_with_copy(journey, at, Some(Delivery::Before)).hit;
            let torn = (0..hit.len()).map(Delivery::Torn);
            let all = [Delivery::Fails, Delivery::Before, Delivery::After];
            for fault in all.into_iter().chain(torn) {
                let ran = run_with_copy(journey, at, Some(fault));
                for is_reverted in [true, false] {
                    let what = format!(
                        "{}: {fault:?} at delivery {at} of {hit:?}, reverted: {is_reverted}",
                        journey.name
                    );
                    check_with_copy(&ran, is_reverted, &what);
                }
                if fault == Delivery::Fails {
                    // It was tried again with what came next.
                    assert_eq!(told(&ran.copy), told(&whole.copy), "{}", journey.name);
                }
            }
        }
    }
}

/// Adding is all or nothing where the storage works again, and deleting says what it left.
#[test]
fn at_every_call_that_fails_while_a_backup_is_added_all_is_there_or_all_is_as_it_was() {
    let start = three_months();
    for fault in faults() {
        let mut call = 0;
        loop {
            let storage = Rc::new(Calls::new(fresh(&start), usize::MAX, fault.clone()));
            let mut tab = Tab::open(storage.clone(), now());
            let opened = storage.count();
            let storage = Rc::new(Calls::new(fresh(&start), opened + call, fault.clone()));
            tab = {
                drop(tab);
                Tab::open(storage.clone(), now())
            };
            let done = tab.restore(a_backup().clone(), &stamp(0));
            let is_over = storage.count() <= opened + call;
            let what = format!("{fault:?} at call {call}: {done:?}");
            let disk = storage.disk.snapshot();
            match done {
                Ok(_) => assert_eq!(tab.kept(), kept(&storage.disk), "{what}"),
                Err(error) if error.is_undone => {
                    assert_eq!(disk, start.snapshot(), "{what}");
                }
                Err(_) => {
                    // Nothing can be put back where nothing can be written. What was here is here.
                    assert!(!matches!(fault, Fault::Once(_)), "{what}");
                    for entry in kept(&start).journal.all() {
                        let here = kept(&storage.disk).journal;
                        assert!(here.all().any(|one| one == entry), "{what}");
                    }
                }
            }
            if is_over {
                break;
            }
            call += 1;
        }
        assert!(call > 30, "{call}");
    }
}

/// Undo answers that it is done only when all of it is out; else it can be done again.
#[test]
fn at_every_call_that_fails_while_a_backup_is_taken_out_again_it_is_told_or_all_of_it_is_out() {
    let start = three_months();
    let before = kept(&start);
    let bench = Bench::over(fresh(&start));
    let mut tab = Tab::open(Rc::new(bench.disk.clone()), now());
    tab.restore(a_backup().clone(), &stamp(0)).unwrap();
    // Some of it stands alone, some in months, as after a fold of another page.
    let added = tab.added.clone().unwrap();
    for fault in faults() {
        let mut call = 0;
        loop {
            let storage = Rc::new(Calls::new(fresh(&bench.disk), call, fault.clone()));
            let store = Store::new(storage.clone());
            let done = store.take_out(&added.ids);
            let is_over = storage.count() <= call;
            let rest = kept(&storage.disk).journal;
            for entry in before.journal.all() {
                assert!(rest.all().any(|one| one == entry), "{fault:?} at {call}");
            }
            let is_out = !rest.all().any(|one| added.ids.contains(&one.id));
            assert_eq!(done.is_ok(), is_out, "{fault:?} at {call}");
            storage.heal();
            store.take_out(&added.ids).unwrap();
            assert_eq!(kept(&storage.disk).journal, before.journal);
            if is_over {
                break;
            }
            call += 1;
        }
        assert!(call > 20, "{call}");
    }
}

#[test]
fn at_every_call_that_fails_while_everything_is_deleted_it_is_told_and_can_be_done_again() {
    let start = three_months();
    for fault in faults() {
        let mut call = 0;
        loop {
            let storage = Rc::new(Calls::new(fresh(&start), call, fault.clone()));
            let store = Store::new(storage.clone());
            let done = store.delete_everything();
            let is_over = storage.count() <= call;
            let left = ours(&storage.disk);
            // Others need not have heard of it.
            let unheard = left.iter().all(|key| key == "bonewise:deleted");
            assert!(done.is_err() || unheard, "{fault:?} at {call}: {left:?}");
            let loaded = Store::new(Rc::new(storage.disk.clone())).load(now());
            assert_eq!(loaded.problems, [], "{fault:?} at {call}");
            storage.heal();
            store.delete_everything().unwrap();
            assert_eq!(ours(&storage.disk), Vec::<String>::new());
            if is_over {
                break;
            }
            call += 1;
        }
        assert!(call > 5, "{call}");
    }
}

fn ours(disk: &MemoryStorage) -> Vec<String> {
    let mut keys = disk.keys().unwrap();
    keys.retain(|key| key.starts_with("bonewise:"));
    keys
}

fn kept(disk: &MemoryStorage) -> Kept {
    let loaded = Store::new(Rc::new(disk.clone())).load(now());
    Kept {
        journal: loaded.journal,
        settings: loaded.settings,
        safety: loaded.safety,
    }
}
