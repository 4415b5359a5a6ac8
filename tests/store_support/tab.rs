//! A page without a browser: the app's own [`Keeper`], the model, and what is on its way to the second copy.
//!
//! It does what `state::Saving` and `state::SecondCopy` do with them, in the same order, and writes down what was
//! acknowledged.
#![allow(
    dead_code,
    reason = "each test file is a crate of its own and uses a part of this"
)]

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use bonewise::domain::coach::{Coach, Event as Happening, Status};
use bonewise::domain::day::Now;
use bonewise::domain::entry::Entry;
use bonewise::domain::model::{Effect, Event, Kept, Model, Stamp, update};
use bonewise::domain::routine::Plan;
use bonewise::domain::safety::Safety;
use bonewise::domain::session::Session;
use bonewise::domain::settings::Settings;
use bonewise::store::Store;
use bonewise::store::backup::{Backup, write};
use bonewise::store::copies::{Change, Echo, Held, Outgoing, head};
use bonewise::store::fold::Folded;
use bonewise::store::keeper::Keeper;
use bonewise::store::load::Problem;
use bonewise::store::memory::MemoryStorage;
use bonewise::store::restore::{Added, Merge, NotAdded};
use bonewise::store::save::SaveError;
use bonewise::store::storage::Storage;
use bonewise::store::union::Joined;

/// What the storage said yes to.
#[derive(Debug, Clone, PartialEq)]
pub enum Ack {
    Entry(Entry),
    Settings(Box<Settings>),
    Safety(Box<Safety>),
    Session(Box<Session>),
    SessionCleared,
}

pub struct Tab {
    pub keeper: Keeper,
    pub model: Model,
    pub problems: Vec<Problem>,
    pub running: Option<Session>,
    pub added: Option<Added>,
    pub acknowledged: Vec<Ack>,
    /// Whether the second copy was joined.
    pub is_joined: bool,
    pub outgoing: Rc<RefCell<Outgoing>>,
    clock_ms: f64,
}

impl Tab {
    pub fn open(storage: Rc<dyn Storage>, now: Now) -> Self {
        Self::open_in(&MemoryStorage::new(), storage, now)
    }

    /// In a tab that keeps this for itself.
    pub fn open_in(aside: &MemoryStorage, storage: Rc<dyn Storage>, now: Now) -> Self {
        let outgoing = Rc::new(RefCell::new(Outgoing::default()));
        let echo = Echo::new(storage, Rc::clone(&outgoing));
        let aside = Store::new(Rc::new(aside.clone()));
        let (keeper, model, problems) = Keeper::open(Store::new(Rc::new(echo)), Some(aside), now);
        let mut tab = Self {
            keeper,
            model,
            problems,
            running: None,
            added: None,
            acknowledged: Vec::new(),
            is_joined: false,
            outgoing,
            clock_ms: 0.0,
        };
        if tab.keeper.has_waited() {
            let _ = tab.keeper.take_up(&mut tab.model, now);
            let entries: Vec<Entry> = tab.model.journal.all().cloned().collect();
            tab.acknowledge(&entries.into_iter().map(Effect::Append).collect::<Vec<_>>());
        }
        tab
    }

    pub fn store(&self) -> &Store {
        &self.keeper.store
    }

    pub fn send(&mut self, event: Event, stamp: Stamp) {
        let _ = self.try_send(event, stamp);
    }

    /// The same, with what the storage answers.
    pub fn try_send(&mut self, event: Event, stamp: Stamp) -> Result<(), SaveError> {
        self.look_again(&stamp);
        let effects = update(&mut self.model, event, stamp);
        self.carry_out(effects)
    }

    fn carry_out(&mut self, effects: Vec<Effect>) -> Result<(), SaveError> {
        let asked = effects.clone();
        let done = self.keeper.carry_out(&mut self.model, effects);
        self.acknowledge(&asked);
        done
    }

    /// What does not wait was handed back by the storage.
    fn acknowledge(&mut self, asked: &[Effect]) {
        for effect in asked {
            if self.keeper.waits_for(effect) {
                continue;
            }
            self.acknowledged.push(match effect {
                Effect::Append(entry) => Ack::Entry(entry.clone()),
                Effect::SaveSettings => Ack::Settings(Box::new(self.model.settings.clone())),
                Effect::SaveSafety => Ack::Safety(Box::new(self.model.safety.clone())),
                Effect::ClearSession => Ack::SessionCleared,
            });
        }
    }

    /// Takes in what other pages wrote of the shared values.
    pub fn look_again(&mut self, stamp: &Stamp) {
        let news = self.keeper.news(&self.model);
        self.take_in(news, stamp);
    }

    /// Shown again after a sleep.
    pub fn wake(&mut self, stamp: &Stamp) {
        self.look_again(stamp);
        let missed = self.keeper.entries_elsewhere(&self.model);
        self.take_in(missed, stamp);
        if self.model.unfinished.is_some() && self.keeper.waiting() == 0 {
            self.look_for_session(stamp);
        }
    }

    fn look_for_session(&mut self, stamp: &Stamp) {
        let session = self.keeper.session_elsewhere(&self.model, stamp.now);
        self.take_in(session, stamp);
    }

    fn take_in(&mut self, events: impl IntoIterator<Item = Event>, stamp: &Stamp) {
        for event in events {
            let effects = update(&mut self.model, event, stamp.clone());
            let _ = self.carry_out(effects);
        }
    }

    /// Tries again to write what waits.
    pub fn flush(&mut self) {
        let all = self.model.journal.all().cloned().map(Effect::Append);
        let singles = [
            Effect::SaveSettings,
            Effect::SaveSafety,
            Effect::ClearSession,
        ];
        let waits = |effect: &Effect| self.keeper.waits_for(effect);
        let waited: Vec<Effect> = all.chain(singles).filter(waits).collect();
        let _ = self.keeper.try_again(&mut self.model);
        self.acknowledge(&waited);
    }

    /// Joins the second copy, which is opened now, as `state/second_copy.rs` does it.
    pub fn join(&mut self, copy: &BTreeMap<String, String>, stamp: &Stamp) -> Joined {
        let held: Vec<Held> = copy
            .iter()
            .map(|(name, text)| (name.clone(), head(text)))
            .collect();
        let names = self.keeper.differing(&held);
        let text_of = |name: String| copy.get(&name).map(|text| (name, text.clone()));
        let texts = names.into_iter().filter_map(text_of).collect();
        let (joined, events) = self.keeper.join_copy(&self.model, &held, texts, stamp.now);
        self.take_in(events, stamp);
        if joined.brought > 0 && self.running.is_none() {
            self.look_for_session(stamp);
        }
        for change in &joined.changes {
            self.outgoing.borrow_mut().push(change.clone());
        }
        self.is_joined = true;
        joined
    }

    /// What is to be written into the second copy now, where it was joined and nothing is on its way.
    pub fn outgoing(&self) -> Option<(u64, Vec<Change>)> {
        if !self.is_joined {
            return None;
        }
        let (number, mut changes) = self.outgoing.borrow_mut().take()?;
        self.keeper.as_it_stands(&mut changes);
        Some((number, changes))
    }

    /// The second copy takes all that is on its way, and answers.
    pub fn deliver(&self, copy: &mut BTreeMap<String, String>) {
        while let Some((number, changes)) = self.outgoing() {
            put(copy, changes);
            self.outgoing.borrow_mut().arrived(number);
        }
    }

    /// An entry that another device noted, say, and that is written here.
    pub fn acknowledge_if_kept(&mut self, entry: Entry) {
        self.model.journal.add(entry.clone());
        let _ = self.carry_out(vec![Effect::Append(entry)]);
    }

    pub fn fold(&self, now: Now) -> Result<Folded, SaveError> {
        self.store().fold(now)
    }

    /// Begins a session, or goes on with the one that waits.
    pub fn begin(&mut self, plan: Plan, stamp: &Stamp) {
        self.clock_ms = 0.0;
        // Another tab may have ended it, or have gone on with it.
        self.wake(stamp);
        let saved = self.keeper.saved_session(stamp.now);
        let journal = &self.model.journal;
        self.model.unfinished = saved.filter(|session| !journal.holds(&session.id));
        let mut session = self.model.unfinished.take().unwrap_or_else(|| {
            let (coach, _) = Coach::start(plan, 0.0);
            Session::begin(stamp.id.clone(), stamp.now, coach)
        });
        session.handle(self.clock_ms, Happening::Continue, stamp.now);
        self.save_session(&session);
        self.running = Some(session);
    }

    /// Goes on until one more repetition is done and saved, or the session is over.
    pub fn one_more(&mut self, now: Now) {
        let Some(mut session) = self.running.take() else {
            return;
        };
        let before = session.coach.reps_done();
        for _ in 0..2000 {
            self.clock_ms += 500.0;
            session.handle(self.clock_ms, Happening::Tick, now);
            let is_over = matches!(session.coach.status(), Status::Ended(_));
            if is_over || session.coach.reps_done() > before {
                break;
            }
        }
        // One that is over is noted, and not saved as one that runs.
        if !matches!(session.coach.status(), Status::Ended(_)) {
            self.save_session(&session);
        }
        self.running = Some(session);
    }

    /// Stops the session that runs; what was done is noted.
    pub fn end(&mut self, stamp: Stamp) {
        let Some(mut session) = self.running.take() else {
            return;
        };
        session.handle(self.clock_ms, Happening::Stop, stamp.now);
        self.send(Event::SessionEnded(Box::new(session)), stamp);
    }

    fn save_session(&mut self, session: &Session) {
        if self.keeper.save_session(session).is_ok() {
            self.acknowledged
                .push(Ack::Session(Box::new(session.clone())));
        }
    }

    pub fn kept(&self) -> Kept {
        self.model.kept()
    }

    /// The backup as a file.
    pub fn backup(&mut self, stamp: &Stamp) -> String {
        self.look_again(stamp);
        let kept = self.kept();
        let backup = Backup {
            made: stamp.now,
            journal: kept.journal,
            settings: (kept.settings != Settings::default()).then_some(kept.settings),
            safety: (kept.safety != Safety::default()).then_some(kept.safety),
            raw: self.store().raw(),
            unread: 0,
        };
        write(&backup).unwrap()
    }

    /// Adds a backup; answers what it did.
    pub fn restore(&mut self, backup: Backup, stamp: &Stamp) -> Result<Merge, NotAdded> {
        self.wake(stamp);
        let before = self.kept();
        let merge = Merge::of(&before, backup);
        let keeper = &mut self.keeper;
        let (settings, safety) = (&mut keeper.settings, &mut keeper.safety);
        keeper
            .store
            .add_backup(&merge, settings, safety, stamp.now)?;
        self.take_in_kept(
            merge.applied_to(&before),
            before.safety == Safety::default(),
            stamp,
        );
        self.added = Some(Added::new(&merge, &before, &self.kept()));
        Ok(merge)
    }

    /// Takes out again what the last backup brought.
    pub fn undo_restore(&mut self, stamp: &Stamp) -> Result<(), SaveError> {
        let Some(added) = self.added.clone() else {
            return Ok(());
        };
        self.wake(stamp);
        let here = self.kept();
        let rest = added.taken_from(&here);
        let keeper = &mut self.keeper;
        let store = &keeper.store;
        store.take_out(&added.ids)?;
        if rest.settings != here.settings {
            store.save_shared(&mut keeper.settings, &rest.settings)?;
        }
        if rest.safety != here.safety {
            store.save_shared(&mut keeper.safety, &rest.safety)?;
        }
        self.take_in_kept(rest, true, stamp);
        self.added = None;
        Ok(())
    }

    fn take_in_kept(&mut self, kept: Kept, corrects: bool, stamp: &Stamp) {
        let kept = Box::new(kept);
        self.take_in([Event::Restored { kept, corrects }], stamp);
    }
}

/// A transaction of the second copy: all of it, or nothing.
pub fn put(copy: &mut BTreeMap<String, String>, changes: Vec<Change>) {
    for change in changes {
        match change.text {
            Some(text) => copy.insert(change.name, text),
            None => copy.remove(&change.name),
        };
    }
}
