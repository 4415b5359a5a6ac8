//! The second copy: whatever one of the two storages loses, the other brings back, and nothing comes back that was taken
//! back.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod store_support;

use std::collections::BTreeMap;

use bonewise::domain::coach::{Coach, Event as Happening};
use bonewise::domain::day::{Instant, Now};
use bonewise::domain::entry::Kind;
use bonewise::domain::model::{Event, Model};
use bonewise::domain::routine::Plan;
use bonewise::domain::safety::{Answer, Question};
use bonewise::domain::session::Session;
use bonewise::domain::settings::{Settings, Theme};
use bonewise::store::backup::Backup;
use bonewise::store::envelope::seal_as;
use bonewise::store::key::Key;
use bonewise::store::restore::Merge;
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
fn an_answer_that_was_put_right_over_a_damaged_text_is_later_than_what_the_second_copy_has() {
    let mut device = Device::new();
    let mut page = device.start(now());
    page.send(Event::Answered(Question::Fall, Answer::Yes), "a", now())
        .unwrap();
    page.deliver(&mut device);
    let mut page = device.start(now());
    let name = "bonewise:safety";
    let mut text = device.storage.snapshot()[name].clone();
    text.pop();
    device.storage.write(name, &text).unwrap();
    page.send(Event::Answered(Question::Fall, Answer::No), "b", now())
        .unwrap();
    // It is closed before the second copy heard of it.
    let page = device.start(now());
    assert_eq!(
        page.model.safety.answers.get(Question::Fall),
        Some(Answer::No)
    );
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
    assert!(page.aside.read("bonewise:settings").unwrap().is_some());
    assert_eq!(
        device.storage.read("bonewise:settings").unwrap(),
        Some(newer)
    );
    page.join(&mut device, now());
    assert!(device.copy["bonewise:settings"].starts_with("bonewise 99 "));
}

/// A whole value of a version to come.
fn sealed_as_newer() -> String {
    seal_as(99, r#"{"text":"huge"}"#)
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
    page.write_everything().unwrap();
    assert!(!page.keeper.is_emptied());
    assert_eq!(known(&device.open(now()).model), before);
}

#[test]
fn a_backup_key_and_a_draft_follow_too() {
    let mut device = Device::new();
    let page = device.start(now());
    page.keeper.store.note_backup(&now()).unwrap();
    page.deliver(&mut device);
    device.kill();
    let page = device.start(now());
    assert_eq!(page.keeper.store.last_backup(), Some(now()));
    assert!(device.copy.contains_key(&Key::Backup.to_string()));
}

/// A page in which a note waits for good: a newer version wrote something under its name.
fn with_a_note_that_waits(device: &Device) -> Page {
    let name = "bonewise:entry:2026-11:one";
    device.storage.write(name, &sealed_as_newer()).unwrap();
    let mut page = device.open(now());
    let noted = page.send(Event::Noted(Box::new(outside())), "one", now());
    assert!(noted.is_err());
    page
}

fn a_session(name: &str, reps: u16) -> Session {
    let (coach, _) = Coach::start(Plan::NEWCOMER_HEEL_DROPS, 0.0);
    let mut session = Session::begin(id(name), now(), coach);
    let mut clock_ms = 0.0;
    while session.coach.reps_done() < reps {
        clock_ms += 500.0;
        session.handle(clock_ms, Happening::Tick, now());
    }
    session
}

#[test]
fn a_choice_that_was_written_since_is_not_undone_by_what_waited_aside() {
    let device = Device::new();
    let mut page = with_a_note_that_waits(&device);
    device.faults.fail_after(0, StorageError::Full);
    let dark = Settings {
        theme: Theme::Dark,
        ..Settings::default()
    };
    assert!(page.send(Event::Chose(Box::new(dark)), "s", now()).is_err());
    device.faults.heal();
    let light = Settings {
        theme: Theme::Light,
        ..Settings::default()
    };
    let _ = page.send(Event::Chose(Box::new(light)), "s", now());
    assert_eq!(page.keeper.waiting(), 1);
    let page = device.reload(page, now());
    assert_eq!(page.model.settings.theme, Theme::Light);
    assert_eq!(device.open(now()).model.settings.theme, Theme::Light);
    // What waits is there still.
    assert_eq!(page.keeper.waiting(), 1);
}

#[test]
fn a_repetition_that_was_written_since_is_not_undone_by_what_waited_aside() {
    let device = Device::new();
    let mut page = with_a_note_that_waits(&device);
    device.faults.fail_after(0, StorageError::Full);
    assert!(page.keeper.save_session(&a_session("s", 1)).is_err());
    device.faults.heal();
    page.keeper.save_session(&a_session("s", 3)).unwrap();
    let page = device.reload(page, now());
    let unfinished = page.model.unfinished.clone().unwrap();
    assert_eq!(unfinished.coach.reps_done(), 3);
    let saved = page.keeper.saved_session(now()).unwrap();
    assert_eq!(saved.coach.reps_done(), 3);
}

#[test]
fn a_session_that_is_over_does_not_come_back_from_what_waited_aside() {
    let device = Device::new();
    let mut page = device.open(now());
    device.faults.fail_after(0, StorageError::Full);
    let session = a_session("s", 3);
    assert!(page.keeper.save_session(&session).is_err());
    let ended = page.send(Event::SessionEnded(Box::new(session)), "e", now());
    assert!(ended.is_err());
    for heals in [false, true] {
        page = device.reload(page, now());
        assert_eq!(page.model.unfinished, None);
        assert_eq!(page.model.journal.len(), 1);
        if heals {
            assert_eq!(device.open(now()).model.unfinished, None);
            assert_eq!(device.open(now()).model.journal.len(), 1);
        }
        device.faults.heal();
    }
}

/// A session was saved, and its note finds no room.
fn with_a_session_that_cannot_be_noted() -> (Device, Page) {
    let device = Device::new();
    let mut page = device.open(now());
    let session = a_session("s", 3);
    page.keeper.save_session(&session).unwrap();
    device.faults.fail_after(0, StorageError::Full);
    let ended = page.send(Event::SessionEnded(Box::new(session)), "e", now());
    assert!(ended.is_err());
    (device, page)
}

#[test]
fn a_session_that_could_not_be_noted_is_not_let_go_of() {
    let (device, mut page) = with_a_session_that_cannot_be_noted();
    // The tab dies, with what it kept for itself; the second copy never answered.
    device.faults.heal();
    let other = device.open(now());
    assert_eq!(other.model.unfinished.clone().unwrap().coach.reps_done(), 3);
    // Where it lives on, the session is noted and over.
    page.try_again().unwrap();
    let other = device.open(now());
    assert_eq!(other.model.unfinished, None);
    assert_eq!(other.model.journal.len(), 1);
}

#[test]
fn a_session_that_begins_while_another_waits_to_be_noted_is_kept() {
    let (device, mut page) = with_a_session_that_cannot_be_noted();
    device.faults.heal();
    page.keeper.save_session(&a_session("t", 1)).unwrap();
    page.try_again().unwrap();
    let other = device.open(now());
    assert_eq!(other.model.journal.len(), 1);
    assert_eq!(other.model.unfinished.clone().unwrap().id, id("t"));
}

#[test]
fn a_name_that_another_entry_has_keeps_nothing_waiting() {
    let device = Device::new();
    let mut page = device.open(now());
    let other = Bench::new();
    other.store.append(&session("one", now())).unwrap();
    let name = "bonewise:entry:2026-11:one";
    let text = other.peek(name).unwrap();
    device.storage.write(name, &text).unwrap();
    let _ = page.send(Event::Noted(Box::new(outside())), "one", now());
    assert_eq!(page.keeper.waiting(), 0);
    assert_eq!(device.storage.read(name).unwrap(), Some(text));
}

#[test]
fn a_backup_that_was_not_added_does_not_come_from_the_second_copy() {
    let file = fixture("save-v1.txt").load();
    let burns = StorageError::Failed("fire".to_owned());
    for (good, error) in (0..6).flat_map(|good| [(good, StorageError::Full), (good, burns.clone())])
    {
        let mut device = Device::new();
        let mut page = device.start(now());
        answered(&mut page, Answer::No, now());
        theme(&mut page, Theme::Dark, now());
        page.note("one", outside(), now());
        page.deliver(&mut device);
        let before = known(&page.model);
        let merge = Merge::of(
            &page.model.kept(),
            Backup {
                made: now(),
                journal: file.journal.clone(),
                settings: Some(file.settings.clone()),
                safety: Some(file.safety.clone()),
                raw: Vec::new(),
                unread: 0,
            },
        );
        device.faults.fail_after(good, error);
        let keeper = &mut page.keeper;
        let (settings, safety) = (&mut keeper.settings, &mut keeper.safety);
        let added = keeper.store.add_backup(&merge, settings, safety, now());
        device.faults.heal();
        page.deliver(&mut device);
        let Err(error) = added else { continue };
        // Where nothing at all can be written, nothing can be put back.
        if error.is_undone {
            let page = device.start(now());
            assert_eq!(known(&page.model), before, "{good}");
            let mut evicted = Device::of(BTreeMap::new(), device.copy.clone());
            assert_eq!(known(&evicted.start(now()).model), before, "{good}");
        }
    }
}

#[test]
fn an_answer_of_a_page_that_is_still_apart_outlives_the_join_of_another_page() {
    let mut device = Device::new();
    let mut apart = device.open(now());
    answered(&mut apart, Answer::No, now());
    let other = device.start(now());
    assert_eq!(known(&other.model), known(&apart.model));
    apart
        .send(Event::Answered(Question::Fall, Answer::Yes), "b", now())
        .unwrap();
    apart.join(&mut device, now());
    let fall = |page: &Page| page.model.safety.answers.get(Question::Fall);
    assert_eq!(fall(&apart), Some(Answer::Yes));
    assert_eq!(fall(&device.start(now())), Some(Answer::Yes));
}

#[test]
fn a_damaged_text_that_is_put_back_after_a_failure_does_not_replace_the_sound_one_in_the_second_copy()
 {
    let name = "bonewise:entry:2026-11:one";
    let mut was_put_back = 0;
    for good in 0..6 {
        let mut device = Device::new();
        let mut unaware = device.start(now());
        let mut page = device.start(now());
        page.note("one", outside(), now());
        page.note("two", outside(), now());
        page.deliver(&mut device);
        let sound = device.copy[name].clone();
        let mut damaged = sound.clone();
        damaged.pop();
        device.storage.write(name, &damaged).unwrap();
        let backup = Backup {
            made: now(),
            journal: page.model.journal.clone(),
            settings: None,
            safety: None,
            raw: Vec::new(),
            unread: 0,
        };
        let merge = Merge::of(&unaware.model.kept(), backup);
        device.faults.fail_after(good, StorageError::Full);
        let keeper = &mut unaware.keeper;
        let (settings, safety) = (&mut keeper.settings, &mut keeper.safety);
        let added = keeper.store.add_backup(&merge, settings, safety, now());
        device.faults.heal();
        unaware.deliver(&mut device);
        was_put_back += u32::from(added.is_err() && device.storage.snapshot()[name] == damaged);
        assert_eq!(device.copy[name], sound, "{good}");
    }
    assert!(was_put_back > 0);
}

#[test]
fn what_a_page_wrote_apart_replaces_nothing_that_another_page_has_joined_since() {
    let mut device = Device::new();
    let mut first = device.open(now());
    let a_minute_later = Now {
        at: Instant(now().at.0 + 60_000),
        ..now()
    };
    let mut second = device.open(a_minute_later);
    first
        .send(Event::Answered(Question::Dizzy, Answer::No), "a", now())
        .unwrap();
    second
        .send(Event::Answered(Question::Fall, Answer::No), "b", now())
        .unwrap();
    second.join(&mut device, now());
    first.join(&mut device, now());
    assert_eq!(device.copy, device.storage.snapshot());
}

#[test]
fn a_second_session_is_not_over_because_the_first_one_is() {
    let mut device = Device::new();
    let mut page = device.start(now());
    let session = a_session("s", 2);
    page.keeper.save_session(&session).unwrap();
    page.send(Event::SessionEnded(Box::new(session)), "e", now())
        .unwrap();
    page.deliver(&mut device);
    page.keeper.save_session(&a_session("t", 1)).unwrap();
    // It is closed before the second copy heard of the second one.
    let page = device.start(now());
    assert_eq!(page.model.unfinished.clone().unwrap().id, id("t"));
}

#[test]
fn what_reaches_the_second_copy_late_replaces_nothing_that_another_page_brought_there_since() {
    let mut device = Device::new();
    let mut late = device.start(now());
    let mut other = device.start(now());
    answered(&mut late, Answer::No, now());
    theme(&mut late, Theme::Dark, now());
    let mut settings = device.open(now()).model.settings.clone();
    settings.country = Some("NZ".to_owned());
    other
        .send(Event::Chose(Box::new(settings)), "s", now())
        .unwrap();
    other
        .send(Event::Answered(Question::Fall, Answer::Yes), "b", now())
        .unwrap();
    other.deliver(&mut device);
    let before = known(&other.model);
    late.deliver(&mut device);
    device.kill();
    assert_eq!(known(&device.start(now()).model), before);
}

#[test]
fn joining_changes_no_text_that_cannot_be_read() {
    let mut device = Device::new();
    let mut page = device.open(now());
    theme(&mut page, Theme::Dark, now());
    let settings = device.storage.read("bonewise:settings").unwrap().unwrap();
    device.storage.write("bonewise:safety", &settings).unwrap();
    page.join(&mut device, now());
    let standing = device.storage.read("bonewise:safety").unwrap();
    assert_eq!(standing, Some(settings));
}

#[test]
fn where_the_storage_cannot_be_read_what_the_second_copy_holds_is_shown_all_the_same() {
    let mut device = Device::new();
    let mut page = device.start(now());
    answered(&mut page, Answer::No, now());
    page.send(Event::Answered(Question::Fall, Answer::Yes), "b", now())
        .unwrap();
    page.note("one", outside(), now());
    page.deliver(&mut device);
    let before = known(&page.model);
    device.kill();
    let mut page = device.open(now());
    device.faults.deny();
    let joined = page.join(&mut device, now());
    assert!(joined.failed.is_some() && !joined.was_empty);
    assert_eq!(known(&page.model), before);
}

#[test]
fn an_answer_that_was_put_right_stays_so_where_the_storage_is_full() {
    let mut device = Device::new();
    let mut page = device.start(now());
    answered(&mut page, Answer::Yes, now());
    page.deliver(&mut device);
    device.commit();
    page.send(Event::Answered(Question::Fall, Answer::No), "b", now())
        .unwrap();
    page.deliver(&mut device);
    let before = known(&page.model);
    device.kill();
    let mut page = device.open(now());
    device.faults.fail_after(0, StorageError::Full);
    page.join(&mut device, now());
    assert_eq!(known(&page.model), before);
}

#[test]
fn damage_that_leaves_beginning_and_length_as_they_were_is_healed_too() {
    let mut device = Device::new();
    let mut page = device.start(now());
    answered(&mut page, Answer::No, now());
    page.note("one", outside(), now());
    page.keeper.save_session(&a_session("s", 2)).unwrap();
    page.deliver(&mut device);
    let sound = device.storage.snapshot();
    for name in sound.keys() {
        let mut broken = sound.clone();
        let text = broken.get_mut(name).unwrap();
        text.truncate(text.len() - 1);
        text.push(']');
        let mut hurt = Device::of(broken, device.copy.clone());
        hurt.start(now());
        let healed = hurt.storage.snapshot();
        assert_eq!(healed[name], sound[name]);
    }
}

#[test]
fn a_whole_value_under_the_key_of_another_goes_aside_before_it_is_healed() {
    let mut device = Device::new();
    let mut page = device.start(now());
    answered(&mut page, Answer::No, now());
    page.note("one", outside(), now());
    page.deliver(&mut device);
    let sound = device.storage.snapshot();
    let other = &sound["bonewise:entry:2026-11:one"];
    let mut page = device.open(now());
    // It came there after the page had read it.
    device.storage.write("bonewise:safety", other).unwrap();
    page.join(&mut device, now());
    let healed = device.storage.snapshot();
    assert_eq!(healed["bonewise:safety"], sound["bonewise:safety"]);
    let mut aside = healed
        .iter()
        .filter(|(name, _)| name.contains("quarantine"));
    assert!(aside.any(|(_, text)| text == other));
}

#[test]
fn a_session_that_was_noted_and_taken_back_does_not_come_back_as_one_that_runs() {
    let device = Device::new();
    let mut page = device.open(now());
    let session = a_session("s", 3);
    page.keeper.save_session(&session).unwrap();
    let older = device.storage.read("bonewise:session").unwrap().unwrap();
    page.send(Event::SessionEnded(Box::new(session)), "e", now())
        .unwrap();
    page.send(Event::Undid(id("s")), "u", now()).unwrap();
    device.storage.write("bonewise:session", &older).unwrap();
    assert_eq!(device.open(now()).model.unfinished, None);
}

#[test]
fn a_month_of_a_newer_version_hides_nothing_that_the_other_storage_can_read() {
    let bench = Bench::new();
    bench.store.append(&session("a", at(9, 3))).unwrap();
    for _ in 0..2 {
        bench.store.fold(now()).unwrap();
    }
    let readable = bench.disk.snapshot();
    let newer = BTreeMap::from([("bonewise:month:2026-09".to_owned(), sealed_as_newer())]);
    for (here, copy) in [(&readable, &newer), (&newer, &readable)] {
        let mut device = Device::of(here.clone(), copy.clone());
        let page = device.start(now());
        assert_eq!(page.model.journal.len(), 1);
        assert_eq!(device.open(now()).model.journal.len(), 1);
        assert_eq!(device.copy["bonewise:month:2026-09"], sealed_as_newer());
        assert_eq!(device.copy, device.storage.snapshot());
    }
}
