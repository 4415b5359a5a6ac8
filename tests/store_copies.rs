//! The second copy: whatever one of the two storages loses, the other brings back, and nothing comes back that was taken
//! back.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod store_support;

use std::collections::BTreeMap;

use bonewise::domain::day::Now;
use bonewise::domain::entry::Kind;
use bonewise::domain::model::{Event, Model};
use bonewise::domain::safety::{Answer, Question};
use bonewise::domain::settings::{Settings, Theme};
use bonewise::store::key::Key;
use bonewise::store::storage::{Storage, StorageError};
use store_support::device::{Device, Page};
use store_support::*;

fn outside() -> Kind {
    Kind::Daylight {}
}

fn answered(page: &mut Page, answer: Answer, now: Now) {
    for question in Question::ALL {
        page.send(Event::Answered(question, answer), "a", now)
            .unwrap();
    }
}

fn theme(page: &mut Page, theme: Theme, now: Now) {
    let settings = Settings {
        theme,
        ..page.model.settings.clone()
    };
    page.send(Event::Chose(Box::new(settings)), "s", now)
        .unwrap();
}

/// What a page knows, but for the day.
fn known(model: &Model) -> (Vec<String>, Settings, bonewise::domain::safety::Safety) {
    let ids = model.journal.all().map(|one| one.id.as_str().to_owned());
    (ids.collect(), model.settings.clone(), model.safety.clone())
}

#[test]
fn a_pulled_plug_loses_nothing_that_the_second_copy_had() {
    let mut device = Device::new();
    let mut page = device.start(now());
    answered(&mut page, Answer::No, now());
    device.commit();
    page.note("one", outside(), now());
    theme(&mut page, Theme::Dark, now());
    page.send(Event::Answered(Question::Fall, Answer::Yes), "b", now())
        .unwrap();
    page.send(Event::Answered(Question::Dizzy, Answer::Yes), "c", now())
        .unwrap();
    page.send(Event::Answered(Question::Dizzy, Answer::No), "d", now())
        .unwrap();
    page.deliver(&mut device);
    let before = known(&page.model);
    device.kill();
    let mut page = device.open(now());
    assert_ne!(known(&page.model), before);
    let joined = page.join(&mut device, now());
    assert_eq!(known(&page.model), before);
    assert_eq!(joined.brought, 3);
    assert!(!joined.was_empty);
    // And the storage is healed.
    assert_eq!(known(&device.open(now()).model), before);
}

#[test]
fn what_was_on_its_way_to_the_second_copy_is_in_the_storage_and_follows() {
    let mut device = Device::new();
    let mut page = device.start(now());
    page.note("one", outside(), now());
    theme(&mut page, Theme::Dark, now());
    // The page is closed before the second copy answered; the browser goes on and brings its storage to the disk.
    device.commit();
    device.kill();
    let page = device.start(now());
    assert_eq!(page.model.settings.theme, Theme::Dark);
    assert_eq!(page.model.journal.len(), 1);
    assert_eq!(device.copy, device.storage.snapshot());
}

#[test]
fn each_of_the_two_heals_the_other_when_it_was_cleared_away() {
    let mut device = Device::new();
    let mut page = device.start(now());
    answered(&mut page, Answer::No, now());
    page.note("one", outside(), now());
    theme(&mut page, Theme::Dark, now());
    page.deliver(&mut device);
    let (all, before) = (device.storage.snapshot(), known(&page.model));

    let mut without_storage = Device::of(BTreeMap::new(), device.copy.clone());
    let mut page = without_storage.open(now());
    let joined = page.join(&mut without_storage, now());
    assert!(joined.was_empty && joined.brought == 3);
    assert_eq!(known(&page.model), before);
    assert_eq!(without_storage.storage.snapshot(), all);

    let mut without_copy = Device::of(all.clone(), BTreeMap::new());
    let mut page = without_copy.open(now());
    let joined = page.join(&mut without_copy, now());
    assert!(joined.copy_was_empty && joined.brought == 0);
    assert_eq!(without_copy.copy, all);
}

#[test]
fn the_first_run_of_a_version_with_a_second_copy_tells_of_no_loss() {
    let mut device = Device::of(fixture("save-v1.txt").disk.snapshot(), BTreeMap::new());
    let mut page = device.open(now());
    let joined = page.join(&mut device, now());
    assert!(!joined.copy_was_empty);
    assert!(!device.copy.is_empty());
    for (name, text) in &device.copy {
        assert_eq!(device.storage.read(name).unwrap().as_ref(), Some(text));
    }
}

#[test]
fn what_is_damaged_in_one_is_healed_from_the_other_and_its_text_goes_aside() {
    let mut device = Device::new();
    let mut page = device.start(now());
    answered(&mut page, Answer::No, now());
    page.note("one", outside(), now());
    page.deliver(&mut device);
    let before = known(&page.model);
    for name in ["bonewise:safety", "bonewise:entry:2026-11:one"] {
        let mut broken = device.storage.snapshot();
        broken.get_mut(name).unwrap().pop();
        let mut hurt = Device::of(broken.clone(), device.copy.clone());
        let page = hurt.start(now());
        assert_eq!(known(&page.model), before, "{name}");
        let aside = hurt.storage.snapshot();
        assert!(aside.values().any(|text| *text == broken[name]), "{name}");
        assert_eq!(aside[name], device.copy[name]);

        let mut broken = device.copy.clone();
        broken.get_mut(name).unwrap().pop();
        let mut hurt = Device::of(device.storage.snapshot(), broken);
        hurt.start(now());
        assert_eq!(hurt.copy[name], device.copy[name]);
    }
}

#[test]
fn of_answers_that_were_changed_apart_the_more_careful_ones_count() {
    let mut device = Device::new();
    let mut page = device.start(now());
    answered(&mut page, Answer::No, now());
    page.deliver(&mut device);
    device.commit();
    page.send(Event::Answered(Question::Fall, Answer::Yes), "b", now())
        .unwrap();
    page.deliver(&mut device);
    device.kill();
    // The second copy hangs; the person looks through the answers, which are the old ones, and changes another.
    let mut page = device.open(now());
    page.send(Event::Answered(Question::Dizzy, Answer::Yes), "c", now())
        .unwrap();
    device.commit();
    page.join(&mut device, now());
    for question in [Question::Fall, Question::Dizzy] {
        assert_eq!(page.model.safety.answers.get(question), Some(Answer::Yes));
    }
    // From then on the later one counts again.
    page.send(Event::Answered(Question::Dizzy, Answer::No), "d", now())
        .unwrap();
    page.deliver(&mut device);
    device.kill();
    let page = device.start(now());
    assert_eq!(
        page.model.safety.answers.get(Question::Dizzy),
        Some(Answer::No)
    );
}

#[test]
fn of_settings_that_were_changed_apart_both_changes_stay() {
    let mut device = Device::new();
    let mut page = device.start(now());
    theme(&mut page, Theme::Dark, now());
    page.deliver(&mut device);
    device.kill();
    let mut page = device.open(now());
    let settings = Settings {
        country: Some("NZ".to_owned()),
        ..page.model.settings.clone()
    };
    page.send(Event::Chose(Box::new(settings)), "s", now())
        .unwrap();
    page.join(&mut device, now());
    assert_eq!(page.model.settings.theme, Theme::Dark);
    assert_eq!(page.model.settings.country.as_deref(), Some("NZ"));
}

#[test]
fn what_was_folded_is_not_unfolded_by_an_older_second_copy() {
    let mut device = Device::new();
    let mut page = device.start(at(10, 3));
    page.note("one", outside(), at(10, 3));
    page.deliver(&mut device);
    let old = device.copy.clone();
    for _ in 0..2 {
        let page = device.open(at(11, 3));
        page.keeper.store.fold(at(11, 3)).unwrap();
    }
    device.copy = old;
    let mut page = device.open(at(11, 3));
    page.join(&mut device, at(11, 3));
    assert_eq!(page.model.journal.len(), 1);
    assert_eq!(device.copy, device.storage.snapshot());
    assert!(!device.copy.contains_key("bonewise:entry:2026-10:one"));
}

#[test]
fn months_that_differ_become_their_union() {
    let month = |names: &[&str]| {
        let bench = Bench::new();
        for name in names {
            bench.store.append(&session(name, at(9, 3))).unwrap();
        }
        for _ in 0..2 {
            bench.store.fold(now()).unwrap();
        }
        bench.disk.snapshot()
    };
    let mut device = Device::of(month(&["a", "b"]), month(&["b", "c"]));
    let page = device.start(now());
    assert_eq!(page.model.journal.len(), 3);
    assert_eq!(device.copy, device.storage.snapshot());
    assert_eq!(device.open(now()).model.journal.len(), 3);
}

#[test]
fn a_full_storage_keeps_nothing_from_the_second_copy() {
    let mut device = Device::new();
    let mut page = device.start(now());
    page.deliver(&mut device);
    device.faults.fail_after(0, StorageError::Full);
    let noted = page.send(Event::Noted(Box::new(outside())), "one", now());
    assert!(noted.is_err());
    assert_eq!(page.keeper.waiting(), 1);
    page.deliver(&mut device);
    device.kill();
    device.faults.fail_after(0, StorageError::Full);
    let mut page = device.open(now());
    let joined = page.join(&mut device, now());
    assert!(joined.failed.is_some());
    assert_eq!(page.model.journal.len(), 1);
    // And the next start too, with room.
    device.kill();
    let page = device.start(now());
    assert_eq!(page.model.journal.len(), 1);
    assert!(
        device
            .storage
            .read("bonewise:entry:2026-11:one")
            .unwrap()
            .is_some()
    );
}

#[test]
fn one_value_that_cannot_be_written_stops_no_other() {
    let mut device = Device::of(
        BTreeMap::from([(
            "bonewise:settings".to_owned(),
            "bonewise 99 5e6a1c5e {}".to_owned(),
        )]),
        BTreeMap::new(),
    );
    let newer = sealed_as_newer();
    device.storage.write("bonewise:settings", &newer).unwrap();
    let mut page = device.open(now());
    assert!(
        page.send(
            Event::Chose(Box::new(Settings {
                theme: Theme::Dark,
                ..Settings::default()
            })),
            "s",
            now()
        )
        .is_err()
    );
    for name in ["a", "b", "c"] {
        // The settings still wait, so each answer is that not all is kept.
        assert!(
            page.send(Event::Noted(Box::new(outside())), name, now())
                .is_err()
        );
    }
    assert_eq!(page.keeper.waiting(), 1);
    assert_eq!(device.open(now()).model.journal.len(), 3);
    // What waits is with the tab, and comes along when the page is loaded anew.
    assert!(page.tab.read("bonewise:settings").unwrap().is_some());
    assert_eq!(
        device.storage.read("bonewise:settings").unwrap(),
        Some(newer)
    );
    page.join(&mut device, now());
    assert!(device.copy["bonewise:settings"].starts_with("bonewise 99 "));
}

/// A whole value of a version to come.
fn sealed_as_newer() -> String {
    let json = r#"{"text":"huge"}"#;
    let mut sum = 0xffff_ffff_u32;
    for byte in format!("99 {json}").bytes() {
        sum ^= u32::from(byte);
        for _ in 0..8 {
            sum = (sum >> 1) ^ (if sum & 1 == 1 { 0xedb8_8320 } else { 0 });
        }
    }
    format!("bonewise 99 {:08x} {json}", sum ^ 0xffff_ffff)
}

#[test]
fn storage_emptied_under_an_open_page_is_noticed_and_written_again() {
    let device = Device::new();
    let mut page = device.open(now());
    assert!(!page.keeper.is_emptied());
    answered(&mut page, Answer::No, now());
    page.note("one", outside(), now());
    assert!(!page.keeper.is_emptied());
    let before = known(&page.model);
    for name in device.storage.keys().unwrap() {
        device.storage.remove(&name).unwrap();
    }
    assert!(page.keeper.is_emptied());
    page.keeper.write_everything(&mut page.model).unwrap();
    assert!(!page.keeper.is_emptied());
    assert_eq!(known(&device.open(now()).model), before);
}

#[test]
fn a_backup_key_and_a_draft_follow_too() {
    let mut device = Device::new();
    let mut page = device.start(now());
    page.keeper.store.note_backup(&now()).unwrap();
    page.deliver(&mut device);
    device.kill();
    let page = device.start(now());
    assert_eq!(page.keeper.store.last_backup(), Some(now()));
    assert!(device.copy.contains_key(&Key::Backup.to_string()));
}
