//! Whether what happens is being kept, and what to do while it is not.
//!
//! Invariant: nothing that a screen shows is dropped because a write failed: it waits in memory, in order,
//! and is written as soon as the storage takes it. While anything waits, [`Saving::state`] says so.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;

use crate::browser::storage::{self, BrowserStorage};
use crate::browser::tabs::SessionLock;
use crate::browser::{offline, page, tasks};
use crate::domain::day::Now;
use crate::domain::draft::Draft;
use crate::domain::model::{Effect, Event, Model};
use crate::domain::session::Session;
use crate::store::Store;
use crate::store::copies::{Echo, Held, Outgoing};
use crate::store::keeper::Keeper;
use crate::store::key::{DELETED, Key, PREFIX};
use crate::store::load::{Problem, ProblemKind};
use crate::store::memory::MemoryStorage;
use crate::store::save::SaveError;
use crate::store::storage::{Storage, StorageError};
use crate::store::union::Joined;

use super::App;
use super::second_copy::SecondCopy;

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
    /// How many things wait to be written.
    waiting: RwSignal<usize>,
    /// Whether what was here is gone from the storage while this page still knows it.
    emptied: RwSignal<bool>,
    /// The second copy.
    pub copy: SecondCopy,
    /// Whether something was written, or has to be brought back.
    wants_copy: RwSignal<bool>,
    /// Whether somebody who was here before finds nothing: then it may have been cleared away.
    may_be_lost: RwSignal<bool>,
    keeper: StoredValue<Keeper, LocalStorage>,
    /// Whether the storage is the browser's and not the stand-in in memory.
    is_lasting: StoredValue<bool>,
    outgoing: StoredValue<Rc<RefCell<Outgoing>>, LocalStorage>,
}

impl Saving {
    /// Reads everything that was kept. Where the browser keeps nothing, the app works in memory and says so.
    pub fn open(now: Now) -> (Self, Model) {
        let outgoing = Rc::new(RefCell::new(Outgoing::default()));
        let (store, state) = match BrowserStorage::open() {
            Ok(storage) => (echoing(storage, &outgoing), SavingState::Kept),
            Err(error) => (echoing(MemoryStorage::new(), &outgoing), of_storage(&error)),
        };
        let aside = BrowserStorage::of_tab().map(|storage| Store::new(Rc::new(storage)));
        let (keeper, model, problems) = Keeper::open(Store::new(store), aside, now);
        let is_lasting = state == SavingState::Kept;
        let is_back_with_nothing = keeper.is_empty() && offline::is_in_control();
        let wants_copy = RwSignal::new(is_back_with_nothing || keeper.has_waited());
        outgoing
            .borrow_mut()
            .wake_by(move || tasks::soon(move || wants_copy.set(true)));
        let saving = Self {
            wants_copy,
            may_be_lost: RwSignal::new(is_back_with_nothing),
            state: RwSignal::new(state),
            problems: RwSignal::new(problems),
            waiting: RwSignal::new(keeper.waiting()),
            emptied: RwSignal::new(false),
            copy: SecondCopy::new(Rc::clone(&outgoing)),
            keeper: StoredValue::new_local(keeper),
            is_lasting: StoredValue::new(is_lasting),
            outgoing: StoredValue::new_local(outgoing),
        };
        (saving, model)
    }

    /// Whether what happens is being written into the browser's storage.
    pub fn state(self) -> SavingState {
        self.state.get()
    }

    /// The same, for code that is not to run again when it changes.
    pub fn state_untracked(self) -> SavingState {
        self.state.get_untracked()
    }

    /// Whether what waits is in the second copy, though the storage does not take it.
    pub fn is_in_copy_only(self) -> bool {
        let state = self.state.get();
        !matches!(state, SavingState::Kept | SavingState::Newer) && self.copy.is_in_step()
    }

    /// Whether all that a screen shows would still be here if the plug were pulled at this moment.
    pub fn is_kept(self) -> bool {
        self.copy.is_in_step() && self.state.get() != SavingState::Newer
    }

    /// A text, and behind it words that are true only where all is kept.
    pub fn and_kept(self, text: &str, words: &str) -> String {
        if self.is_kept() {
            format!("{text} {words}")
        } else {
            text.to_owned()
        }
    }

    /// Whether something was written, or has to be brought back, so that the second copy is wanted at once.
    pub fn wants_copy(self) -> bool {
        self.wants_copy.get()
    }

    /// Whether somebody who was here before finds nothing: the browser may have cleared it away.
    pub fn may_be_lost(self) -> bool {
        self.may_be_lost.get()
    }

    /// How many things wait to be written.
    pub fn waiting(self) -> usize {
        self.waiting.get()
    }

    /// The same, for code that is not to run again when it changes.
    pub fn waiting_untracked(self) -> usize {
        self.waiting.get_untracked()
    }

    /// Whether what was here is gone from the storage while this page still knows it.
    pub fn is_emptied(self) -> bool {
        self.emptied.get()
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

    /// Puts away the problems that the second copy has healed. Answers whether there were any.
    pub(super) fn take_back_problems(self) -> bool {
        let healed = |problem: &Problem| {
            let stands = |key| self.with_store(|store| store.is_readable(key));
            problem.kind == ProblemKind::Damaged && problem.key.as_ref().is_some_and(stands)
        };
        let (healed, left): (Vec<Problem>, Vec<Problem>) =
            self.problems.get_untracked().into_iter().partition(healed);
        if !healed.is_empty() {
            self.problems.set(left);
        }
        !healed.is_empty()
    }

    /// Carries out effects, oldest first. What fails waits.
    pub fn carry_out(self, model: &mut Model, effects: Vec<Effect>) {
        if effects.is_empty() {
            return;
        }
        self.keeper.update_value(|keeper| {
            if keeper.is_emptied() {
                self.emptied.set(true);
            }
            let done = keeper.carry_out(model, effects);
            self.tell(keeper, done);
        });
    }

    /// Writes the running session's snapshot.
    pub fn save_session(self, session: &Session) {
        self.keeper.update_value(|keeper| {
            let done = keeper.save_session(session);
            if done.is_err() || keeper.waiting() == 0 {
                self.tell(keeper, done);
            }
        });
    }

    /// The session that another tab has saved and let go of.
    pub fn saved_session(self, now: Now) -> Option<Session> {
        self.keeper.with_value(|keeper| keeper.saved_session(now))
    }

    /// What was half entered and is still good.
    pub fn saved_draft(self, now: Now) -> Draft {
        self.with_store(|store| store.load_draft(now))
    }

    /// Keeps what is half entered, in those parts that are other than they were known.
    pub fn save_draft(self, known: &Draft, mine: &Draft, now: Now) {
        self.keeper
            .with_value(|keeper| keeper.save_draft(known, mine, now));
    }

    /// Tries again to keep everything. Answers whether it worked.
    pub fn try_again(self, app: App, now: Now) -> bool {
        let mut storage: Option<Rc<dyn Storage>> = None;
        if !self.is_lasting.get_value() {
            match BrowserStorage::open() {
                Ok(opened) => {
                    storage = Some(
                        self.outgoing
                            .with_value(|outgoing| echoing(opened, outgoing)),
                    );
                }
                Err(error) => {
                    self.become_state(of_storage(&error));
                    return false;
                }
            }
        }
        self.keeper.update_value(|keeper| {
            app.model.update(|model| {
                if let Some(storage) = storage {
                    keeper.move_to(storage, model, now);
                    self.is_lasting.set_value(true);
                }
                let done = keeper.try_again(model);
                self.tell(keeper, done);
            });
        });
        self.copy.try_again();
        self.state.get_untracked() == SavingState::Kept
    }

    /// Writes all that this page knows into the storage that was emptied.
    pub fn write_everything(self, app: App) -> bool {
        self.keeper.update_value(|keeper| {
            app.model.update(|model| {
                let done = keeper.write_everything(model);
                self.tell(keeper, done);
            });
        });
        self.copy.try_again();
        let is_kept = self.state.get_untracked() == SavingState::Kept;
        self.emptied.set(!is_kept);
        is_kept
    }

    /// Takes up what waited when the page was loaded anew.
    pub fn take_up(self, app: App, now: Now) {
        let has_waited = self.keeper.with_value(Keeper::has_waited);
        if has_waited {
            self.keeper.update_value(|keeper| {
                app.model.update(|model| {
                    let done = keeper.take_up(model, now);
                    self.tell(keeper, done);
                });
            });
        }
    }

    /// Takes in what another tab writes.
    pub fn follow_other_tabs(self, app: App) {
        let listener = storage::on_change(move |key| {
            let Some(key) = key else {
                return self.look_for_emptiness();
            };
            if !key.starts_with(PREFIX) {
                return;
            }
            if key == DELETED {
                self.forget(app);
                page::reload();
            }
            match Key::parse(&key) {
                Some(Key::Settings | Key::Safety) => app.look_again(),
                Some(Key::Entry { .. }) => {
                    let entry = self.with_store(|store| store.entry_at(&key));
                    app.take_in(entry.map(|entry| Event::Arrived(Box::new(entry))));
                }
                _ => {}
            }
        });
        // A page that slept, or lay in the browser's history, was not told what others wrote.
        let on_return = page::on_return(move || self.catch_up(app));
        StoredValue::new_local((listener, on_return));
    }

    fn look_for_emptiness(self) {
        if self.keeper.try_update_value(Keeper::is_emptied) == Some(true) {
            self.emptied.set(true);
        }
    }

    /// Settings and safety answers that another page wrote, joined with what was changed here. Two small values are
    /// compared as text, so this may be asked before each change.
    pub fn news(self, model: &Model) -> Vec<Event> {
        self.keeper
            .try_update_value(|keeper| keeper.news(model))
            .unwrap_or_default()
    }

    /// Everything was deleted: what this page still writes on its way out goes nowhere.
    pub fn forget(self, app: App) {
        app.navigation.forget();
        self.copy.forget();
        self.keeper
            .update_value(|keeper| keeper.forget(Store::new(Rc::new(MemoryStorage::new()))));
    }

    /// Takes in whatever was written while this page slept.
    pub(super) fn catch_up(self, app: App) {
        self.look_for_emptiness();
        app.look_again();
        let entries = app.model.with_untracked(|model| {
            self.keeper
                .try_update_value(|keeper| keeper.entries_elsewhere(model))
        });
        app.take_in(entries.unwrap_or_default());
        // A session that waited may have been ended elsewhere, or have gone on there.
        let waits = app.model.with_untracked(|model| model.unfinished.is_some());
        if waits && self.state_untracked() == SavingState::Kept {
            self.look_for_session(app);
        }
    }

    fn look_for_session(self, app: App) {
        let now = super::now();
        let session = app.model.with_untracked(|model| {
            self.keeper
                .with_value(|keeper| keeper.session_elsewhere(model, now))
        });
        app.take_in(session);
    }

    pub(super) fn join_copy(
        self,
        app: App,
        held: &[Held],
        texts: Vec<(String, String)>,
        now: Now,
    ) -> Joined {
        let mut joined = Joined::default();
        let mut events = Vec::new();
        app.model.with_untracked(|model| {
            self.keeper.update_value(|keeper| {
                (joined, events) = keeper.join_copy(model, held, texts, now);
            });
        });
        app.take_in(events);
        if let Some(error) = &joined.failed {
            self.become_state(of_save(error));
        }
        if joined.brought > 0 && !app.coaching.is_on() {
            self.look_for_session(app);
        }
        joined
    }

    fn tell(self, keeper: &Keeper, done: Result<(), SaveError>) {
        if self.waiting.get_untracked() != keeper.waiting() {
            self.waiting.set(keeper.waiting());
        }
        match done {
            Ok(()) if self.is_lasting.get_value() => self.become_state(SavingState::Kept),
            Ok(()) => {}
            Err(error) => self.become_state(of_save(&error)),
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
                let _ = self.with_store(|store| store.fold(now));
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
                    let _ = self.with_store(|store| store.thicken(&month));
                    self.thicken(held);
                },
                Duration::from_millis(50),
            );
        }
    }

    pub(super) fn with_store<T>(self, ask: impl FnOnce(&Store) -> T) -> T {
        self.keeper.with_value(|keeper| ask(&keeper.store))
    }

    pub(super) fn with_keeper<T>(self, ask: impl FnOnce(&Keeper) -> T) -> T {
        self.keeper.with_value(ask)
    }

    pub(super) fn update_keeper<T>(self, ask: impl FnOnce(&mut Keeper) -> T) -> Option<T> {
        self.keeper.try_update_value(ask)
    }
}

/// A storage whose changes the second copy repeats.
fn echoing(storage: impl Storage + 'static, outgoing: &Rc<RefCell<Outgoing>>) -> Rc<dyn Storage> {
    Rc::new(Echo::new(storage, Rc::clone(outgoing)))
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
