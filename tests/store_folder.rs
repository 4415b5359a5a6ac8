//! The folder that takes backups by itself: devices that share it end with the same entries, a device writes only its own
//! file, and what was thought again is not answered for, time and again, by what stands unchanged elsewhere.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

mod store_support;

use std::collections::BTreeMap;
use std::rc::Rc;

use bonewise::domain::backups::FolderNote;
use bonewise::domain::day::Now;
use bonewise::domain::entry::Entry;
use bonewise::domain::model::Kept;
use bonewise::domain::safety::{Answer, Question, Safety};
use bonewise::domain::settings::{Settings, TextSize, Theme};
use bonewise::store::Store;
use bonewise::store::backup::{Backup, Refused, read};
use bonewise::store::key::Key;
use bonewise::store::share::Agreed;
use proptest::prelude::*;
use store_support::device::Device as Plug;
use store_support::*;

type Folder = BTreeMap<String, String>;

/// A browser that uses the folder, as the app does.
struct Device {
    bench: Bench,
}

impl Device {
    fn new(name: &str) -> Self {
        let bench = Bench::new();
        let mut note = bench.store.folder();
        note.begin(name);
        bench.store.keep_folder(&note).unwrap();
        Self { bench }
    }

    fn kept(&self) -> Kept {
        let loaded = self.bench.load();
        Kept {
            journal: loaded.journal,
            settings: loaded.settings,
            safety: loaded.safety,
        }
    }

    fn entries(&self) -> Vec<Entry> {
        self.kept().journal.all().cloned().collect()
    }

    fn note(&self) -> FolderNote {
        self.bench.store.folder()
    }

    fn answer(&self, safety: &Safety) {
        self.bench.store.save_safety(safety).unwrap();
    }

    fn fall(&self) -> Option<Answer> {
        self.kept().safety.answers.get(Question::Fall)
    }

    fn file(&self, made: Now) -> Option<String> {
        let kept = self.kept();
        self.note().to_write(Backup {
            made,
            journal: kept.journal,
            settings: (kept.settings != Settings::default()).then_some(kept.settings),
            safety: (kept.safety != Safety::default()).then_some(kept.safety),
            raw: self.bench.store.raw(),
            unread: 0,
        })
    }

    /// Answers whether there was something to write.
    fn write(&self, folder: &mut Folder, made: Now) -> bool {
        let mut note = self.note();
        let text = self.file(made);
        if let Some(text) = &text {
            folder.insert(note.file(), text.clone());
            note.wrote(text, made);
            self.bench.store.keep_folder(&note).unwrap();
        }
        text.is_some()
    }

    fn read(&self, folder: &Folder) -> Vec<Refused> {
        let mut refused = Vec::new();
        for (file, text) in folder {
            let here = self.kept();
            let mut note = self.note();
            match note.brings(&here, file, text) {
                Ok(None) => {}
                Err(why) => refused.push(why),
                Ok(Some(brings)) => {
                    let store = &self.bench.store;
                    let (mut settings, mut safety) =
                        (Agreed::on_settings(store), Agreed::on_safety(store));
                    store
                        .add_backup(&brings.merge, &mut settings, &mut safety, now())
                        .unwrap();
                    note.took_in(file, brings.safety);
                    store.keep_folder(&note).unwrap();
                }
            }
        }
        refused
    }
}

#[test]
fn each_device_writes_a_file_of_its_own_which_is_a_backup() {
    let mut folder = Folder::new();
    let (one, two) = (Device::new("abcdefghijkl"), Device::new("mnopqrstuvwx"));
    one.bench.store.append(&session("a", at(11, 20))).unwrap();
    two.bench.store.append(&session("b", at(10, 2))).unwrap();
    for device in [&one, &two, &one] {
        device.write(&mut folder, now());
    }
    let files: Vec<&str> = folder.keys().map(String::as_str).collect();
    assert_eq!(
        files,
        [
            "bonewise-device-abcdefgh.json",
            "bonewise-device-mnopqrst.json"
        ]
    );
    let backup = read(&folder[files[0]]).unwrap();
    assert_eq!((backup.journal.len(), backup.made), (1, now()));
}

#[test]
fn what_has_not_changed_is_not_written_again_and_what_was_lost_is() {
    let mut folder = Folder::new();
    let one = Device::new("one");
    one.bench.store.append(&session("a", at(11, 20))).unwrap();
    assert!(one.write(&mut folder, at(11, 21)));
    assert!(!one.write(&mut folder, at(11, 22)));
    one.bench.store.append(&session("b", at(11, 22))).unwrap();
    assert!(one.write(&mut folder, at(11, 22)));
    assert!(!one.write(&mut folder, at(11, 23)));
    let mut note = one.note();
    note.missed();
    one.bench.store.keep_folder(&note).unwrap();
    assert!(one.write(&mut folder, at(11, 23)));
}

#[test]
fn settings_that_were_chosen_here_stay_and_the_rest_comes() {
    let mut folder = Folder::new();
    let (one, two) = (Device::new("one"), Device::new("two"));
    let settings = |text, theme| Settings {
        text,
        theme,
        ..Settings::default()
    };
    let (size, theme) = (Settings::default().text, Settings::default().theme);
    one.bench
        .store
        .save_settings(&settings(TextSize::Large, theme))
        .unwrap();
    two.bench
        .store
        .save_settings(&settings(size, Theme::Dark))
        .unwrap();
    for _ in 0..2 {
        for device in [&one, &two] {
            device.write(&mut folder, now());
            device.read(&folder);
        }
    }
    for device in [&one, &two] {
        assert_eq!(
            device.kept().settings,
            settings(TextSize::Large, Theme::Dark)
        );
    }
}

#[test]
fn the_more_careful_answer_comes_once_and_a_second_thought_here_stays() {
    let mut folder = Folder::new();
    let (one, two) = (Device::new("one"), Device::new("two"));
    one.answer(&all(Answer::No));
    two.answer(&all(Answer::Yes));
    two.write(&mut folder, now());
    one.read(&folder);
    assert_eq!(one.fall(), Some(Answer::Yes), "the more careful one counts");

    one.answer(&all(Answer::No));
    for day in 22..28 {
        // The other device goes on noting; its answers stay as they are, also when it reads ours.
        let name = format!("n{day}");
        let entry = session(&name, at(11, day));
        two.bench.store.append(&entry).unwrap();
        one.write(&mut folder, at(11, day));
        two.read(&folder);
        two.write(&mut folder, at(11, day));
        one.read(&folder);
        assert!(one.entries().contains(&entry));
        assert_eq!(one.fall(), Some(Answer::No), "thought again here");
        assert_eq!(two.fall(), Some(Answer::Yes), "and not there");
    }

    // Answered anew over there, another way: that is news.
    let mut again = all(Answer::Yes);
    again.answers.set(Question::Fall, Answer::NotSure);
    two.answer(&again);
    two.write(&mut folder, at(11, 28));
    one.read(&folder);
    assert_eq!(one.fall(), Some(Answer::NotSure));
    assert_eq!(
        one.kept().safety.answers.get(Question::Dizzy),
        Some(Answer::No)
    );
}

#[test]
fn what_cannot_be_read_is_left_alone_and_counted() {
    let mut folder = Folder::new();
    let (one, two) = (Device::new("one"), Device::new("two"));
    two.bench.store.append(&session("b", at(11, 20))).unwrap();
    two.write(&mut folder, now());
    let whole = folder[&two.note().file()].clone();
    for (name, text) in [
        ("bonewise-device-torn.json", &whole[..whole.len() / 2]),
        ("bonewise-device-none.json", ""),
        ("bonewise-device-else.json", "{\"a\":1}"),
        (
            "bonewise-device-bent.json",
            &whole.replace("\"reps\":10", "\"reps\":11"),
        ),
    ] {
        folder.insert(name.to_owned(), text.to_owned());
    }
    let before = folder.clone();
    let refused = one.read(&folder);
    assert_eq!(
        refused,
        [
            Refused::Damaged,
            Refused::NotABackup,
            Refused::Empty,
            Refused::Damaged
        ]
    );
    assert_eq!(folder, before);
    assert_eq!(one.entries(), two.entries());
}

#[test]
fn a_browser_that_lost_something_gets_it_back_from_its_own_file() {
    let mut folder = Folder::new();
    let one = Device::new("one");
    one.bench.store.append(&session("a", at(11, 20))).unwrap();
    let rolled_back = one.note();
    one.write(&mut folder, now());
    let all = one.entries();

    // What it wrote itself brings nothing back: a backup whose adding was undone stays out.
    let ids = all.iter().map(|entry| entry.id.clone()).collect();
    one.bench.store.take_out(&ids).unwrap();
    one.read(&folder);
    assert_eq!(one.entries(), []);

    // The plug was pulled, and the browser has the state from before it wrote.
    one.bench.store.keep_folder(&rolled_back).unwrap();
    one.answer(&super_careful());
    one.read(&folder);
    assert_eq!(one.entries(), all);
    assert_eq!(one.fall(), Some(Answer::NotSure), "only entries come so");
}

fn super_careful() -> Safety {
    all(Answer::NotSure)
}

#[test]
fn a_failure_is_told_until_it_was_read_or_something_was_written() {
    let mut note = FolderNote::default();
    note.failed_at(now());
    assert!(!note.has_to_tell(), "no folder is used");
    note.begin("abcdefghij");
    assert!(!note.has_to_tell());
    note.failed_at(now());
    assert!(note.has_to_tell());
    note.is_told = true;
    assert!(!note.has_to_tell());
    note.failed_at(at(11, 23));
    assert!(!note.has_to_tell(), "nor at each start anew");
    note.wrote("{}", now());
    assert!(!note.has_to_tell());
    note.failed_at(now());
    assert!(note.has_to_tell());
    // The letters stay, so that the file of before is known to be its own.
    note.end();
    note.begin("klmnopqr");
    assert_eq!(note.file(), "bonewise-device-abcdefgh.json");
}

#[test]
fn the_note_is_kept_and_outlives_a_pulled_plug() {
    let mut device = Plug::new();
    let page = device.start(now());
    let mut note = FolderNote::default();
    note.begin("abcdefgh");
    note.wrote("{}", now());
    note.took_in("bonewise-device-x.json", Some(all(Answer::Yes)));
    page.keeper.store.keep_folder(&note).unwrap();
    page.deliver(&mut device);
    device.kill();
    let page = device.start(now());
    assert_eq!(page.keeper.store.folder(), note);
    assert!(device.copy.contains_key(&Key::Folder.to_string()));
    // It is in no backup, and it goes with everything else.
    assert!(page.keeper.store.raw().is_empty());
    page.keeper.store.delete_everything().unwrap();
    assert_eq!(page.keeper.store.folder(), FolderNote::default());
}

#[test]
fn a_note_that_cannot_be_read_counts_as_none() {
    let bench = Bench::new();
    for text in ["", "bonewise 1 00000000 {}", "bonewise 9 00000000 {}"] {
        bench.poke("bonewise:folder", text);
        assert_eq!(
            Store::new(Rc::new(bench.disk.clone())).folder(),
            FolderNote::default()
        );
        assert!(bench.load().problems.is_empty(), "and is no news");
    }
}

/// What happens on one of three devices.
#[derive(Debug, Clone, Copy)]
enum Step {
    Notes(u32, u32),
    TakesBack(u32),
    Writes,
    Reads,
}

fn step() -> impl Strategy<Value = (usize, Step)> {
    let what = prop_oneof![
        (1..12_u32, 1..28_u32).prop_map(|(month, day)| Step::Notes(month, day)),
        (0..8_u32).prop_map(Step::TakesBack),
        Just(Step::Writes),
        Just(Step::Reads),
    ];
    (0..3_usize, what)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// In whatever order, and however often.
    #[test]
    fn devices_that_share_a_folder_end_with_the_same_entries(steps in proptest::collection::vec(step(), 1..40)) {
        let mut folder = Folder::new();
        let devices = ["one", "two", "three"].map(Device::new);
        for (number, (which, step)) in steps.into_iter().enumerate() {
            let device = &devices[which];
            let store = &device.bench.store;
            let before = device.entries();
            match step {
                Step::Notes(month, day) => {
                    store.append(&session(&format!("s{number}"), at(month, day))).unwrap();
                }
                Step::TakesBack(nth) => {
                    if let Some(entry) = before.get(nth as usize) {
                        let name = format!("r{number}");
                        store.append(&retract(&name, at(11, 22), entry.id.as_str())).unwrap();
                    }
                }
                Step::Writes => {
                    device.write(&mut folder, now());
                }
                Step::Reads => {
                    prop_assert_eq!(device.read(&folder), []);
                }
            }
            let after = device.entries();
            prop_assert!(before.iter().all(|entry| after.contains(entry)), "nothing is removed");
        }
        for device in &devices {
            device.write(&mut folder, now());
        }
        for device in &devices {
            device.read(&folder);
            device.write(&mut folder, now());
        }
        let counting = |device: &Device| {
            let kept = device.kept();
            (device.entries(), kept.journal.sessions(bonewise::domain::routine::Routine::HeelDrop).len())
        };
        let first = counting(&devices[0]);
        for device in &devices {
            prop_assert_eq!(counting(device), first.clone());
            // And then there is peace.
            device.read(&folder);
            prop_assert!(!device.write(&mut folder, at(11, 29)));
        }
    }
}
