//! A page without a browser: the model, what it and the storage agreed on, and what waits to be written.
//!
//! It does what `state::Saving` does, in the same order, and writes down what was acknowledged.
#![allow(
    dead_code,
    reason = "each test file is a crate of its own and uses a part of this"
)]

use std::rc::Rc;

use bonewise::domain::coach::{Coach, Event as Happening, Status};
use bonewise::domain::day::Now;
use bonewise::domain::entry::Entry;
use bonewise::domain::model::{Effect, Event, Kept, Model, Stamp, update};
use bonewise::domain::routine::Plan;
use bonewise::domain::safety::Safety;
use bonewise::domain::session::{Restored, Session};
use bonewise::domain::settings::Settings;
use bonewise::store::Store;
use bonewise::store::backup::{Backup, write};
use bonewise::store::fold::Folded;
use bonewise::store::key::Key;
use bonewise::store::load::Problem;
use bonewise::store::restore::{Added, Merge, NotAdded};
use bonewise::store::save::SaveError;
use bonewise::store::share::Agreed;
use bonewise::store::storage::Storage;

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
    pub store: Store,
    pub model: Model,
    pub problems: Vec<Problem>,
    pub waiting: Vec<Effect>,
    pub running: Option<Session>,
    pub added: Option<Added>,
    pub acknowledged: Vec<Ack>,
    agreed: (Agreed, Agreed),
    months: Vec<(Key, usize)>,
    clock_ms: f64,
}

impl Tab {
    pub fn open(storage: Rc<dyn Storage>, now: Now) -> Self {
        let store = Store::new(storage);
        let loaded = store.load(now);
        let mut problems = loaded.problems;
        let unfinished = store
            .load_session::<Restored>(now)
            .unwrap_or_else(|problem| {
                problems.push(problem);
                None
            });
        let mut model = Model {
            journal: loaded.journal,
            settings: loaded.settings,
            safety: loaded.safety,
            ..Model::new(now.day)
        };
        model.unfinished = unfinished.map(|Restored(session)| session);
        let mut tab = Self {
            agreed: (Agreed::on_settings(&store), Agreed::on_safety(&store)),
            store,
            model,
            problems,
            waiting: Vec::new(),
            running: None,
            added: None,
            acknowledged: Vec::new(),
            months: Vec::new(),
            clock_ms: 0.0,
        };
        tab.forget_what_is_over();
        tab
    }

    /// A session that is in the journal is over, whatever became of its snapshot.
    fn forget_what_is_over(&mut self) {
        let journal = &self.model.journal;
        self.model
            .unfinished
            .take_if(|session| journal.all().any(|entry| entry.id == session.id));
    }

    pub fn send(&mut self, event: Event, stamp: Stamp) {
        self.look_again(&stamp);
        let effects = update(&mut self.model, event, stamp);
        self.waiting.extend(effects);
        self.flush();
    }

    /// Takes in what other pages wrote of the shared values.
    pub fn look_again(&mut self, stamp: &Stamp) {
        if let Some(settings) = self.store.joined(&mut self.agreed.0, &self.model.settings) {
            self.take_in(Event::SettingsArrived(Box::new(settings)), stamp);
        }
        if let Some(safety) = self.store.joined(&mut self.agreed.1, &self.model.safety) {
            self.take_in(Event::SafetyArrived(safety), stamp);
        }
    }

    /// Shown again after a sleep.
    pub fn wake(&mut self, stamp: &Stamp) {
        self.look_again(stamp);
        let missed = self
            .store
            .entries_not_in(&self.model.journal, &mut self.months);
        for entry in missed {
            self.take_in(Event::Arrived(Box::new(entry)), stamp);
        }
        self.flush();
    }

    fn take_in(&mut self, event: Event, stamp: &Stamp) {
        let effects = update(&mut self.model, event, stamp.clone());
        self.waiting.extend(effects);
    }

    /// Writes what waits, in order. What fails stays, and stops nothing but the end of a session, which is forgotten
    /// only when it is in the journal.
    pub fn flush(&mut self) {
        let mut still = Vec::new();
        for effect in std::mem::take(&mut self.waiting) {
            let is_early = effect == Effect::ClearSession
                && still.iter().any(|one| matches!(one, Effect::Append(_)));
            if is_early || !self.is_done(&effect) {
                still.push(effect);
            }
        }
        self.waiting = still;
    }

    fn is_done(&mut self, effect: &Effect) -> bool {
        let done = match effect {
            Effect::Append(entry) => self.store.append(entry).map(|()| Ack::Entry(entry.clone())),
            Effect::SaveSettings => {
                if let Some(joined) = self.store.joined(&mut self.agreed.0, &self.model.settings) {
                    self.model.settings = joined;
                }
                self.store
                    .save_shared(&mut self.agreed.0, &self.model.settings)
                    .map(|()| Ack::Settings(Box::new(self.model.settings.clone())))
            }
            Effect::SaveSafety => {
                if let Some(joined) = self.store.joined(&mut self.agreed.1, &self.model.safety) {
                    self.model.safety = joined;
                }
                self.store
                    .save_shared(&mut self.agreed.1, &self.model.safety)
                    .map(|()| Ack::Safety(Box::new(self.model.safety.clone())))
            }
            Effect::ClearSession => self
                .store
                .clear_session::<Session>()
                .map(|()| Ack::SessionCleared),
        };
        match done {
            Ok(ack) => self.acknowledged.push(ack),
            // Another entry has this name already and stays; nothing would change by trying again.
            Err(SaveError::Taken) => {}
            Err(_) => return false,
        }
        true
    }

    /// An entry that another device noted, say, and that is written here.
    pub fn acknowledge_if_kept(&mut self, entry: Entry) {
        self.model.journal.add(entry.clone());
        self.waiting.push(Effect::Append(entry));
        self.flush();
    }

    pub fn fold(&self, now: Now) -> Result<Folded, SaveError> {
        self.store.fold(now)
    }

    /// Begins a session, or goes on with the one that waits.
    pub fn begin(&mut self, plan: Plan, stamp: &Stamp) {
        self.clock_ms = 0.0;
        // Another tab may have ended it, or have gone on with it.
        self.wake(stamp);
        let saved = self.store.load_session(stamp.now).ok().flatten();
        self.model.unfinished = saved.map(|Restored(session)| session);
        self.forget_what_is_over();
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
        if self.store.save_session(session).is_ok() {
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
            raw: self.store.raw(),
            unread: 0,
        };
        write(&backup).unwrap()
    }

    /// Adds a backup; answers what it did.
    pub fn restore(&mut self, backup: Backup, stamp: &Stamp) -> Result<Merge, NotAdded> {
        self.wake(stamp);
        let before = self.kept();
        let merge = Merge::of(&before, backup);
        let (settings, safety) = (&mut self.agreed.0, &mut self.agreed.1);
        self.store.add_backup(&merge, settings, safety, stamp.now)?;
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
        self.store.take_out(&added.ids)?;
        if rest.settings != here.settings {
            self.store.save_shared(&mut self.agreed.0, &rest.settings)?;
        }
        if rest.safety != here.safety {
            self.store.save_shared(&mut self.agreed.1, &rest.safety)?;
        }
        self.take_in_kept(rest, true, stamp);
        self.added = None;
        Ok(())
    }

    fn take_in_kept(&mut self, kept: Kept, corrects: bool, stamp: &Stamp) {
        let kept = Box::new(kept);
        self.take_in(Event::Restored { kept, corrects }, stamp);
        self.flush();
    }
}
