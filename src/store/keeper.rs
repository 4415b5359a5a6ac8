//! The keeper of one open page: what it knows of the storage, and what has not been written yet.
//!
//! Invariant: nothing that a screen shows is dropped because a write failed. It waits, and is tried again with everything
//! that is written later; one value that cannot be written keeps no other from being written. What waits is also put into
//! the tab's own storage, so that it outlives a reload.

use std::rc::Rc;

use crate::domain::day::Now;
use crate::domain::draft::Draft;
use crate::domain::entry::Kind;
use crate::domain::model::{Effect, Event, Model};
use crate::domain::safety::Safety;
use crate::domain::session::{Restored, Session};
use crate::domain::settings::Settings;

use super::Store;
use super::copies::{Change, Held};
use super::key::Key;
use super::load::{Loaded, Problem, ProblemKind};
use super::save::SaveError;
use super::share::{Agreed, joined_since};
use super::storage::Storage;
use super::union::Joined;

/// What one open page knows of what is kept.
pub struct Keeper {
    /// The storage.
    pub store: Store,
    /// What is known of the settings in it.
    pub settings: Agreed,
    /// The same of the safety answers.
    pub safety: Agreed,
    /// Which texts of gathered months have been read on a return.
    months: Vec<(Key, usize)>,
    /// Which months are still to be written densely.
    pub loose: Vec<Key>,
    /// What was damaged when it was read.
    damaged: Vec<Key>,
    waiting: Vec<Effect>,
    /// The running session's latest snapshot, where it could not be written.
    waiting_session: Option<Session>,
    /// Where what waits outlives a reload.
    aside: Option<Store>,
    /// Whether something waits there.
    is_aside: bool,
    /// The name of something that is known to stand in the storage.
    witness: Option<String>,
}

impl Keeper {
    /// Reads everything there is. `aside` is a storage that lasts as long as the tab.
    pub fn open(store: Store, aside: Option<Store>, now: Now) -> (Self, Model, Vec<Problem>) {
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
            unfinished: unfinished.map(|Restored(session)| session),
            ..Model::new(now.day)
        };
        let mut keeper = Self {
            settings: Agreed::on_settings(&store),
            safety: Agreed::on_safety(&store),
            store,
            months: loaded.months,
            loose: loaded.loose,
            damaged: damaged_keys(&problems),
            waiting: Vec::new(),
            waiting_session: None,
            aside,
            is_aside: false,
            witness: None,
        };
        keeper.find_witness();
        keeper.end_what_is_over(&mut model);
        (keeper, model, problems)
    }

    /// Whether something waits since before the page was loaded anew.
    pub fn has_waited(&self) -> bool {
        let keys = self.aside.as_ref().map(Store::keys);
        matches!(keys, Some(Ok(keys)) if !keys.is_empty())
    }

    /// Takes up what waited when the page was loaded anew.
    ///
    /// # Errors
    /// As [`Self::carry_out`]: it waits on.
    pub fn take_up(&mut self, model: &mut Model, now: Now) -> Result<(), SaveError> {
        let Some(aside) = &self.aside else {
            return Ok(());
        };
        let waited = aside.load(now);
        let session = aside.load_session::<Restored>(now).ok().flatten();
        let mut effects: Vec<Effect> = Vec::new();
        for entry in waited.journal.all() {
            model.journal.add(entry.clone());
            effects.push(Effect::Append(entry.clone()));
        }
        if waited.settings != Settings::default() {
            model.settings = joined_since(
                &Key::Settings,
                &Settings::default(),
                &waited.settings,
                &model.settings,
            );
            effects.push(Effect::SaveSettings);
        }
        if waited.safety != Safety::default() {
            model.safety = model.safety.more_careful(&waited.safety);
            effects.push(Effect::SaveSafety);
        }
        if let Some(Restored(session)) = session
            && !is_further(model.unfinished.as_ref(), &session)
        {
            model.unfinished = Some(session.clone());
            self.waiting_session = Some(session);
        }
        if is_over(model) {
            model.unfinished = None;
            self.waiting_session = None;
            effects.push(Effect::ClearSession);
        }
        self.is_aside = !effects.is_empty() || self.waiting_session.is_some();
        self.waiting.extend(effects);
        self.try_again(model)
    }

    /// A session that is in the journal is over, whatever an older state of the storage says.
    fn end_what_is_over(&self, model: &mut Model) {
        if is_over(model) {
            model.unfinished = None;
            // One that cannot be removed is passed over at the next start too.
            let _ = self.store.clear_session::<Session>();
        }
    }

    /// Carries out effects, oldest first. What fails waits.
    ///
    /// # Errors
    /// [`SaveError`] of the first that failed; all others were carried out.
    pub fn carry_out(&mut self, model: &mut Model, effects: Vec<Effect>) -> Result<(), SaveError> {
        if effects.contains(&Effect::ClearSession) {
            self.waiting_session = None;
        }
        for effect in effects {
            // The settings and answers of that moment are written: once is enough.
            if matches!(effect, Effect::Append(_)) || !self.waiting.contains(&effect) {
                self.waiting.push(effect);
            }
        }
        self.flush(model)
    }

    /// Tries again to write all that waits.
    ///
    /// # Errors
    /// As [`Self::carry_out`].
    pub fn try_again(&mut self, model: &mut Model) -> Result<(), SaveError> {
        let session = match self.waiting_session.take() {
            Some(session) => self.save_session(&session),
            None => Ok(()),
        };
        self.flush(model).and(session)
    }

    fn flush(&mut self, model: &mut Model) -> Result<(), SaveError> {
        let mut done = Ok(());
        for effect in std::mem::take(&mut self.waiting) {
            // A session is let go of only when it is noted.
            let is_early = effect == Effect::ClearSession && self.waiting.iter().any(notes_session);
            if is_early {
                self.waiting.push(effect);
                continue;
            }
            match self.write(&effect, model) {
                // Another entry has this name and stays; trying again would change nothing.
                Ok(()) | Err(SaveError::Taken) => {}
                Err(error) => {
                    self.waiting.push(effect);
                    done = done.and(Err(error));
                }
            }
        }
        self.keep_aside(model);
        done
    }

    fn write(&mut self, effect: &Effect, model: &mut Model) -> Result<(), SaveError> {
        let store = &self.store;
        match effect {
            Effect::Append(entry) => {
                store.append(entry)?;
                if self.witness.is_none() {
                    self.witness = Some(Key::of(entry).to_string());
                }
                Ok(())
            }
            Effect::SaveSettings => {
                // What waited here may have been overtaken by another page.
                if let Some(joined) = store.joined(&mut self.settings, &model.settings) {
                    model.settings = joined;
                }
                store.save_shared(&mut self.settings, &model.settings)
            }
            Effect::SaveSafety => {
                if let Some(joined) = store.joined(&mut self.safety, &model.safety) {
                    model.safety = joined;
                }
                store.save_shared(&mut self.safety, &model.safety)
            }
            Effect::ClearSession => store.clear_session::<Session>(),
        }
    }

    /// What waits stands aside, and nothing that was written since. Where it cannot be written there either, it is in
    /// memory, and lasts as long as the page.
    fn keep_aside(&mut self, model: &Model) {
        let Some(aside) = &self.aside else {
            return;
        };
        if self.is_aside {
            aside.clear();
        }
        self.is_aside = self.waiting() > 0;
        for effect in &self.waiting {
            let _ = match effect {
                Effect::Append(entry) => aside.append(entry),
                Effect::SaveSettings => aside.save_settings(&model.settings),
                Effect::SaveSafety => aside.save_safety(&model.safety),
                // It follows from what is noted.
                Effect::ClearSession => Ok(()),
            };
        }
        if let Some(session) = &self.waiting_session {
            let _ = aside.save_session(session);
        }
    }

    /// Whether this waits to be written.
    pub fn waits_for(&self, effect: &Effect) -> bool {
        self.waiting.contains(effect)
    }

    /// How many things wait to be written.
    pub fn waiting(&self) -> usize {
        self.waiting.len() + usize::from(self.waiting_session.is_some())
    }

    /// Writes the running session's snapshot.
    ///
    /// # Errors
    /// [`SaveError`]; then it waits.
    pub fn save_session(&mut self, session: &Session) -> Result<(), SaveError> {
        let saved = self.store.save_session(session);
        self.waiting_session = saved.is_err().then(|| session.clone());
        if saved.is_ok() {
            // One that was to be let go of is replaced.
            self.waiting
                .retain(|effect| *effect != Effect::ClearSession);
        }
        if let Some(aside) = &self.aside {
            if saved.is_err() {
                self.is_aside |= aside.save_session(session).is_ok();
            } else if self.is_aside {
                let _ = aside.clear_session::<Session>();
                self.is_aside = self.waiting() > 0;
            }
        }
        saved
    }

    /// The session that another page has saved and let go of.
    pub fn saved_session(&self, now: Now) -> Option<Session> {
        let session = self.store.load_session(now).ok().flatten();
        session.map(|Restored(session)| session)
    }

    /// Keeps what is half entered, in those parts that are other than they were known.
    pub fn save_draft(&self, known: &Draft, mine: &Draft, now: Now) {
        let mut draft = self.store.load_draft(now);
        if draft.take_over(known, mine.clone(), now) {
            // Where it cannot be written it is still in memory, and lasts as long as the page.
            let _ = self.store.save_draft(&draft);
        }
    }

    /// Settings and safety answers that another page wrote, joined with what was changed here. Two small values are
    /// compared as text, so this may be asked before each change.
    pub fn news(&mut self, model: &Model) -> Vec<Event> {
        let settings = self.store.joined(&mut self.settings, &model.settings);
        let safety = self.store.joined(&mut self.safety, &model.safety);
        let settings = settings.map(|settings| Event::SettingsArrived(Box::new(settings)));
        let safety = safety.map(Event::SafetyArrived);
        settings.into_iter().chain(safety).collect()
    }

    /// Entries that another page wrote while this one slept.
    pub fn entries_elsewhere(&mut self, model: &Model) -> Vec<Event> {
        let entries = self.store.entries_not_in(&model.journal, &mut self.months);
        let arrived = |entry| Event::Arrived(Box::new(entry));
        entries.into_iter().map(arrived).collect()
    }

    /// The session that waits may have been ended elsewhere, or have gone on there.
    pub fn session_elsewhere(&self, model: &Model, now: Now) -> Option<Event> {
        let session = self
            .saved_session(now)
            .filter(|session| !model.journal.holds(&session.id));
        (model.unfinished != session).then(|| Event::SessionArrived(session.map(Box::new)))
    }

    /// The names under which the second copy holds something else than the storage.
    pub fn differing(&self, held: &[Held]) -> Vec<String> {
        self.store.differing(held, &self.damaged)
    }

    /// Joins the storage with its second copy. The events tell the model what came from there; what could not be
    /// written into the storage is among them.
    pub fn join_copy(
        &mut self,
        model: &Model,
        held: &[Held],
        texts: Vec<(String, String)>,
        now: Now,
    ) -> (Joined, Vec<Event>) {
        let joined = self.store.join_copy(held, texts, now);
        let mut events = self.news(model);
        if joined.failed.is_some() {
            // Full, say: then it is taken from the second copy alone, and joined with what was not joined yet.
            let is_open = |effect| joined.unread || self.waits_for(effect);
            if let Some(theirs) = &joined.settings {
                let mine = is_open(&Effect::SaveSettings).then_some(&model.settings);
                let untouched = Settings::default();
                let both = mine.map_or_else(
                    || theirs.clone(),
                    |mine| joined_since(&Key::Settings, &untouched, mine, theirs),
                );
                events.push(Event::SettingsArrived(Box::new(both)));
            }
            if let Some(theirs) = &joined.safety {
                let mine = is_open(&Effect::SaveSafety).then_some(&model.safety);
                let both = mine.map_or_else(|| theirs.clone(), |mine| mine.more_careful(theirs));
                events.push(Event::SafetyArrived(both));
            }
        }
        let unknown = joined
            .entries
            .iter()
            .filter(|entry| !model.journal.holds(&entry.id));
        events.extend(unknown.map(|entry| Event::Arrived(Box::new(entry.clone()))));
        self.find_witness();
        (joined, events)
    }

    /// What is to be written into the second copy at this moment.
    pub fn as_it_stands(&self, changes: &mut Vec<Change>) {
        self.store.as_it_stands(changes);
    }

    /// Whether what was here is gone: deleted in another window, or by the browser's own means.
    pub fn is_emptied(&mut self) -> bool {
        let Some(witness) = &self.witness else {
            return false;
        };
        if self.store.holds(witness) {
            return false;
        }
        self.find_witness();
        self.witness.is_none()
    }

    /// Whether nothing of ours stands in the storage.
    pub fn is_empty(&self) -> bool {
        self.witness.is_none()
    }

    fn find_witness(&mut self) {
        self.witness = self.store.witness();
    }

    /// Writes all that this page knows, as into a storage that was empty so far.
    ///
    /// # Errors
    /// As [`Self::carry_out`].
    pub fn write_everything(&mut self, model: &mut Model) -> Result<(), SaveError> {
        self.waiting = everything(model);
        self.settings = Agreed::on_settings(&self.store);
        self.safety = Agreed::on_safety(&self.store);
        let done = self.try_again(model);
        self.find_witness();
        done
    }

    /// Changes over to another storage, and joins what stands there with what happened meanwhile.
    pub fn move_to(&mut self, storage: Rc<dyn Storage>, model: &mut Model, now: Now) {
        self.store = Store::new(storage);
        self.settings = Agreed::on_settings(&self.store);
        self.safety = Agreed::on_safety(&self.store);
        join(model, self.store.load(now));
        self.waiting = everything(model);
        self.find_witness();
    }

    /// Everything was deleted: what this page still writes goes nowhere.
    pub fn forget(&mut self, nowhere: Store) {
        if let Some(aside) = self.aside.take() {
            aside.clear();
        }
        self.store = nowhere;
        self.witness = None;
    }
}

/// Joins what was kept before with what happened in memory. Choices made meanwhile stand; where none were
/// made, those that were kept come back.
fn join(model: &mut Model, loaded: Loaded) {
    model.journal.merge(loaded.journal);
    if model.settings == Settings::default() {
        model.settings = loaded.settings;
    }
    if model.safety == Safety::default() {
        model.safety = loaded.safety;
    }
}

/// All that a store that was empty so far has to be told.
fn everything(model: &Model) -> Vec<Effect> {
    model
        .journal
        .all()
        .cloned()
        .map(Effect::Append)
        .chain([Effect::SaveSettings, Effect::SaveSafety])
        .collect()
}

/// A session that is in the journal is over.
fn is_over(model: &Model) -> bool {
    let session = model.unfinished.as_ref();
    session.is_some_and(|session| model.journal.holds(&session.id))
}

/// Whether the one that stands in the storage has gone on from the other, in another page.
fn is_further(standing: Option<&Session>, waited: &Session) -> bool {
    standing.is_some_and(|standing| {
        standing.id == waited.id && standing.coach.reps_done() > waited.coach.reps_done()
    })
}

fn damaged_keys(problems: &[Problem]) -> Vec<Key> {
    let of = |problem: &Problem| match problem.kind {
        ProblemKind::Damaged => problem.key.clone(),
        _ => None,
    };
    problems.iter().filter_map(of).collect()
}

fn notes_session(effect: &Effect) -> bool {
    matches!(effect, Effect::Append(entry) if matches!(entry.kind, Kind::Session(_)))
}
