//! Whether what happens is being kept, and what to do while it is not.
//!
//! Invariant: nothing that a screen shows is dropped because a write failed: it waits in memory, in order,
//! and is written as soon as the storage takes it. While anything waits, [`Saving::state`] says so.

use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;

use crate::browser::page;
use crate::browser::storage::{self, BrowserStorage};
use crate::browser::tabs::SessionLock;
use crate::domain::day::Now;
use crate::domain::draft::Draft;
use crate::domain::model::{Effect, Event, Model};
use crate::domain::safety::Safety;
use crate::domain::session::{Restored, Session};
use crate::domain::settings::Settings;
use crate::store::Store;
use crate::store::key::{DELETED, Key, PREFIX};
use crate::store::load::{Loaded, Problem};
use crate::store::memory::MemoryStorage;
use crate::store::save::SaveError;
use crate::store::share::Agreed;
use crate::store::storage::{Storage, StorageError};

use super::App;

/// Held by the one page that folds, or adds a backup.
pub(super) const FOLD_LOCK: &str = "bonewise-fold";

/// Whether what happens is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SavingState {
    /// It is.
    Kept,
    /// The browser does not allow it.
    Denied,
    /// There is no room.
    Full,
    /// It failed in some other way.
    Failed,
    /// A newer version wrote here; this one only reads.
    Newer,
}

/// The door to what is kept.
#[derive(Clone, Copy)]
pub struct Saving {
    state: RwSignal<SavingState>,
    problems: RwSignal<Vec<Problem>>,
    pub(super) keeper: StoredValue<Keeper, LocalStorage>,
}

pub(super) struct Keeper {
    pub(super) store: Store,
    /// What is known of the settings and safety answers in the store.
    pub(super) settings: Agreed,
    pub(super) safety: Agreed,
    /// Whether the store is the browser's and not the stand-in in memory.
    is_lasting: bool,
    /// Which texts of gathered months have been read on a return.
    months: Vec<(Key, usize)>,
    /// Which months are still to be written densely.
    loose: Vec<Key>,
    waiting: Vec<Effect>,
    /// The running session's latest snapshot, where it could not be written.
    waiting_session: Option<Session>,
}

impl Saving {
    /// Reads everything that was kept. Where the browser keeps nothing, the app works in memory and says so.
    pub fn open(now: Now) -> (Self, Model) {
        let (store, state) = match BrowserStorage::open() {
            Ok(storage) => (Store::new(Rc::new(storage)), SavingState::Kept),
            Err(error) => (
                Store::new(Rc::new(MemoryStorage::new())),
                of_storage(&error),
            ),
        };
        let is_lasting = state == SavingState::Kept;
        let loaded = store.load(now);
        let mut problems = loaded.problems.clone();
        let unfinished = store
            .load_session::<Restored>(now)
            .unwrap_or_else(|problem| {
                problems.push(problem);
                None
            });
        let model = Model {
            journal: loaded.journal,
            settings: loaded.settings,
            safety: loaded.safety,
            unfinished: unfinished.map(|Restored(session)| session),
            ..Model::new(now.day)
        };
        let saving = Self {
            state: RwSignal::new(state),
            problems: RwSignal::new(problems),
            keeper: StoredValue::new_local(Keeper {
                settings: Agreed::on_settings(&store),
                safety: Agreed::on_safety(&store),
                store,
                is_lasting,
                months: loaded.months,
                loose: loaded.loose,
                waiting: Vec::new(),
                waiting_session: None,
            }),
        };
        (saving, model)
    }

    /// Whether what happens is kept.
    pub fn state(self) -> SavingState {
        self.state.get()
    }

    /// The same, for code that is not to run again when it changes.
    pub fn state_untracked(self) -> SavingState {
        self.state.get_untracked()
    }

    /// What could not be read and has not been put away by the person.
    pub fn problems(self) -> Vec<Problem> {
        self.problems.get()
    }

    /// The person has read about the problems: damaged originals whose copies stand aside are removed.
    pub fn dismiss_problems(self) {
        self.keeper.with_value(|keeper| {
            for problem in self.problems.get_untracked() {
                // One that cannot be removed now is simply told again at the next start.
                let _ = keeper.store.dismiss(&problem);
            }
        });
        self.problems.set(Vec::new());
    }

    /// Carries out effects, oldest first. What fails waits.
    pub fn carry_out(self, model: &mut Model, effects: Vec<Effect>) {
        if effects.is_empty() {
            return;
        }
        self.keeper.update_value(|keeper| {
            if effects.contains(&Effect::ClearSession) {
                keeper.waiting_session = None;
            }
            keeper.waiting.extend(effects);
            self.flush(keeper, model);
        });
    }

    /// Writes the running session's snapshot.
    pub fn save_session(self, session: &Session) {
        self.keeper
            .update_value(|keeper| match keeper.store.save_session(session) {
                Ok(()) => {
                    keeper.waiting_session = None;
                    if keeper.waiting.is_empty() && keeper.is_lasting {
                        self.become_state(SavingState::Kept);
                    }
                }
                Err(error) => {
                    keeper.waiting_session = Some(session.clone());
                    self.become_state(of_save(&error));
                }
            });
    }

    /// The session that another tab has saved and let go of.
    pub fn saved_session(self, now: Now) -> Option<Session> {
        self.keeper
            .with_value(|keeper| keeper.store.load_session(now).ok().flatten())
            .map(|Restored(session)| session)
    }

    /// What was half entered and is still good.
    pub fn saved_draft(self, now: Now) -> Draft {
        self.keeper
            .with_value(|keeper| keeper.store.load_draft(now))
    }

    /// Keeps what is half entered, in those parts that are other than they were known.
    pub fn save_draft(self, known: &Draft, mine: &Draft, now: Now) {
        self.keeper.with_value(|keeper| {
            let mut draft = keeper.store.load_draft(now);
            if draft.take_over(known, mine.clone(), now) {
                // Where it cannot be written it is still in memory, and lasts as long as the page.
                let _ = keeper.store.save_draft(&draft);
            }
        });
    }

    /// Tries again to keep everything. Answers whether it worked.
    pub fn try_again(self, app: App, now: Now) -> bool {
        let mut has_come_back = false;
        self.keeper.update_value(|keeper| {
            if !keeper.is_lasting {
                match BrowserStorage::open() {
                    Ok(storage) => {
                        let loaded = keeper.move_to(Rc::new(storage), now);
                        app.model.update(|model| join(model, loaded));
                        has_come_back = true;
                    }
                    Err(error) => return self.become_state(of_storage(&error)),
                }
            }
            app.model.update(|model| {
                if has_come_back {
                    keeper.waiting = everything(model);
                }
                self.flush(keeper, model);
            });
            if let Some(session) = keeper.waiting_session.take()
                && keeper.store.save_session(&session).is_err()
            {
                keeper.waiting_session = Some(session);
            }
        });
        self.state.get_untracked() == SavingState::Kept
    }

    /// Takes in what another tab writes.
    pub fn follow_other_tabs(self, app: App) {
        let listener = storage::on_change(move |key| {
            let Some(key) = key.filter(|key| key.starts_with(PREFIX)) else {
                return;
            };
            if key == DELETED {
                self.forget(app);
                page::reload();
            }
            match Key::parse(&key) {
                Some(Key::Settings | Key::Safety) => app.look_again(),
                Some(Key::Entry { .. }) => {
                    let entry = self.keeper.with_value(|keeper| keeper.store.entry_at(&key));
                    app.take_in(entry.map(|entry| Event::Arrived(Box::new(entry))));
                }
                _ => {}
            }
        });
        // A page that slept, or lay in the browser's history, was not told what others wrote.
        let on_return = page::on_return(move || self.catch_up(app));
        StoredValue::new_local((listener, on_return));
    }

    /// Settings and safety answers that another page wrote, joined with what was changed here. Two small values are
    /// compared as text, so this may be asked before each change.
    pub fn news(self, model: &Model) -> Vec<Event> {
        self.keeper
            .try_update_value(|keeper| {
                let settings = keeper.store.joined(&mut keeper.settings, &model.settings);
                let safety = keeper.store.joined(&mut keeper.safety, &model.safety);
                let settings = settings.map(|settings| Event::SettingsArrived(Box::new(settings)));
                let safety = safety.map(Event::SafetyArrived);
                settings.into_iter().chain(safety).collect()
            })
            .unwrap_or_default()
    }

    /// Everything was deleted: what this page still writes on its way out goes nowhere.
    pub fn forget(self, app: App) {
        app.navigation.forget();
        self.keeper
            .update_value(|keeper| keeper.store = Store::new(Rc::new(MemoryStorage::new())));
    }

    /// Takes in whatever was written while this page slept.
    pub(super) fn catch_up(self, app: App) {
        app.look_again();
        let entries = app.model.with_untracked(|model| {
            self.keeper
                .try_update_value(|keeper| {
                    keeper
                        .store
                        .entries_not_in(&model.journal, &mut keeper.months)
                })
                .unwrap_or_default()
        });
        app.take_in(
            entries
                .into_iter()
                .map(|entry| Event::Arrived(Box::new(entry))),
        );
        // A session that waited may have been ended elsewhere, or have gone on there.
        let waits = app.model.with_untracked(|model| model.unfinished.is_some());
        if waits && self.state_untracked() == SavingState::Kept {
            let session = self.saved_session(super::now());
            app.take_in(Some(Event::SessionArrived(session.map(Box::new))));
        }
    }

    fn flush(self, keeper: &mut Keeper, model: &mut Model) {
        while let Some(effect) = keeper.waiting.first().cloned() {
            match keeper.write(&effect, model) {
                Ok(()) => {
                    keeper.waiting.remove(0);
                }
                Err(error) => return self.become_state(of_save(&error)),
            }
        }
        if keeper.is_lasting {
            self.become_state(SavingState::Kept);
        }
    }

    fn become_state(self, state: SavingState) {
        if self.state.get_untracked() != state {
            self.state.set(state);
        }
    }

    /// Old entries are folded into months, by one tab at a time. Once after the start is enough.
    pub fn fold_old_months(self, now: Now) {
        SessionLock::try_acquire(FOLD_LOCK, move |lock| {
            if let Ok(held) = lock {
                // What could not be folded stays as single entries, which read just as well.
                let _ = self.keeper.with_value(|keeper| keeper.store.fold(now));
                self.thicken(held);
            }
        });
    }

    /// One month after the other, with time for a tap between them.
    #[allow(clippy::only_used_in_recursion)] // it is held until the last month is written
    fn thicken(self, held: SessionLock) {
        let next = self.keeper.try_update_value(|keeper| keeper.loose.pop());
        if let Some(month) = next.flatten() {
            set_timeout(
                move || {
                    // What could not be written stays as it is, and is tried again at the next start.
                    let _ = self
                        .keeper
                        .with_value(|keeper| keeper.store.thicken(&month));
                    self.thicken(held);
                },
                Duration::from_millis(50),
            );
        }
    }
}

impl Keeper {
    fn write(&mut self, effect: &Effect, model: &mut Model) -> Result<(), SaveError> {
        let store = &self.store;
        match effect {
            Effect::Append(entry) => store.append(entry),
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

    /// Changes over to the browser's storage, and hands back what stands there.
    fn move_to(&mut self, storage: Rc<dyn Storage>, now: Now) -> Loaded {
        self.store = Store::new(storage);
        self.is_lasting = true;
        self.settings = Agreed::on_settings(&self.store);
        self.safety = Agreed::on_safety(&self.store);
        self.store.load(now)
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

fn of_storage(error: &StorageError) -> SavingState {
    match error {
        StorageError::Denied => SavingState::Denied,
        StorageError::Full => SavingState::Full,
        StorageError::Failed(_) => SavingState::Failed,
    }
}

fn of_save(error: &SaveError) -> SavingState {
    match error {
        SaveError::Denied => SavingState::Denied,
        SaveError::Full => SavingState::Full,
        SaveError::ReadOnly => SavingState::Newer,
        _ => SavingState::Failed,
    }
}
