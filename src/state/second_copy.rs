//! The second copy of all that is kept, in `IndexedDB`: joined at the start, and told of every change at once.
//!
//! Invariant: nobody waits for it. Where it is missing, full or silent all goes on without it, and [`SecondCopy::state`]
//! says so. Nothing is written into it before it is known what it holds. What is kept there and what is kept in the storage
//! is made one in `store/union.rs`.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;

use crate::browser::database::{self, Database, DatabaseError, Write};
use crate::browser::frames::Timer;
use crate::browser::{page, persistence, tasks};
use crate::domain::model::Model;
use crate::store::copies::{Change, Held, Outgoing, head};

use super::App;

/// The name of the database.
const NAME: &str = "bonewise";
/// After this many milliseconds what failed is tried again, if nothing else is written before.
const AGAIN_MS: u32 = 10_000;

/// How the second copy is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CopyState {
    /// It is being opened.
    Opening,
    /// It has everything, or will in a moment.
    There,
    /// It does not answer.
    Silent,
    /// There is no room for it.
    Full,
    /// The browser has no place for it, or does not let this page have one.
    Missing,
    /// It failed in another way.
    Failed,
}

/// What came from the second copy at the start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Brought {
    /// How many values.
    pub values: usize,
    /// Whether the storage had lost everything, or something in it was damaged.
    pub is_worth_a_word: bool,
}

/// The door to the second copy.
#[derive(Clone, Copy)]
pub struct SecondCopy {
    state: RwSignal<CopyState>,
    /// Whether it has answered for all that was changed.
    in_step: RwSignal<bool>,
    /// How often it was asked to try again.
    asked: RwSignal<u32>,
    /// What came from it when it was joined.
    pub brought: RwSignal<Option<Brought>>,
    /// Whether it was found empty although there had been one.
    pub was_lost: RwSignal<bool>,
    inner: StoredValue<Inner, LocalStorage>,
}

struct Inner {
    outgoing: Rc<RefCell<Outgoing>>,
    database: Option<Database>,
    is_joined: bool,
    /// Everything was deleted.
    is_forgotten: bool,
    /// The browser was asked to keep it.
    has_asked: bool,
    again: Option<Timer>,
}

impl SecondCopy {
    /// Nothing is opened yet. What is on its way is gathered in `outgoing`.
    pub fn new(outgoing: Rc<RefCell<Outgoing>>) -> Self {
        Self {
            state: RwSignal::new(CopyState::Opening),
            in_step: RwSignal::new(false),
            asked: RwSignal::new(0),
            brought: RwSignal::new(None),
            was_lost: RwSignal::new(false),
            inner: StoredValue::new_local(Inner {
                outgoing,
                database: None,
                is_joined: false,
                is_forgotten: false,
                has_asked: false,
                again: None,
            }),
        }
    }

    /// How it is.
    pub fn state(self) -> CopyState {
        self.state.get()
    }

    /// Whether all that was changed is in it for good.
    pub fn is_in_step(self) -> bool {
        self.in_step.get()
    }

    /// Opens it and joins what is there. From then on every change follows by itself.
    pub fn open(self, app: App) {
        self.inner.with_value(|inner| {
            inner
                .outgoing
                .borrow_mut()
                .wake_by(move || tasks::soon(move || self.push(app)));
        });
        self.connect(app);
        // Also for the page of a crash.
        Effect::new(move || {
            page::set_root_attribute("data-kept", app.saving.is_kept().then_some("yes"));
        });
        Effect::new(move || {
            if self.asked.get() > 0 {
                self.try_now(app);
            }
        });
    }

    fn connect(self, app: App) {
        Database::open(NAME, move |opened| match opened {
            Ok(database) => {
                self.inner
                    .update_value(|inner| inner.database = Some(database.clone()));
                self.compare(app, &database);
            }
            Err(error) => self.is_not_there(app, error),
        });
    }

    fn compare(self, app: App, database: &Database) {
        let texts_of = database.clone();
        database.heads(move |heads| match heads {
            Ok(held) => {
                let names = app.saving.with_keeper(|keeper| keeper.differing(&held));
                texts_of.texts(names, move |texts| match texts {
                    Ok(texts) => self.join(app, &held, texts),
                    Err(error) => self.is_not_there(app, error),
                });
            }
            Err(error) => self.is_not_there(app, error),
        });
    }

    fn join(self, app: App, held: &[Held], texts: Vec<(String, String)>) {
        let joined = app.join_copy(held, texts);
        self.inner.update_value(|inner| {
            let mut outgoing = inner.outgoing.borrow_mut();
            for change in joined.changes {
                outgoing.push(change);
            }
            inner.is_joined = true;
        });
        if joined.brought > 0 {
            self.brought.set(Some(Brought {
                values: joined.brought,
                is_worth_a_word: joined.was_empty || app.saving.take_back_problems(),
            }));
        }
        self.was_lost.set(joined.copy_was_empty);
        self.push(app);
    }

    /// Hands on what was changed, unless something is still on its way.
    fn push(self, app: App) {
        let next = self.inner.try_update_value(Inner::next).flatten();
        let Some((database, number, mut changes)) = next else {
            return self.look();
        };
        self.look();
        if database.is_closed() {
            self.inner.update_value(|inner| {
                inner.outgoing.borrow_mut().failed();
                inner.database = None;
                inner.is_joined = false;
            });
            return self.connect(app);
        }
        app.saving
            .with_keeper(|keeper| keeper.as_it_stands(&mut changes));
        let writes: Vec<Write> = changes.into_iter().map(to_write).collect();
        database.write(&writes, move |written| match written {
            Ok(()) => {
                self.outgoing(|outgoing| outgoing.arrived(number));
                self.become_state(CopyState::There);
                self.ask_the_browser(app);
                self.push(app);
            }
            // It may still be written.
            Err(DatabaseError::Silent) => self.is_not_there(app, DatabaseError::Silent),
            Err(error) => {
                self.outgoing(Outgoing::failed);
                self.is_not_there(app, error);
            }
        });
    }

    fn outgoing(self, change: impl FnOnce(&mut Outgoing)) {
        self.inner
            .update_value(|inner| change(&mut inner.outgoing.borrow_mut()));
    }

    fn is_not_there(self, app: App, error: DatabaseError) {
        self.become_state(match error {
            DatabaseError::Missing => CopyState::Missing,
            DatabaseError::Silent => CopyState::Silent,
            DatabaseError::Full => CopyState::Full,
            DatabaseError::Failed => CopyState::Failed,
        });
        self.look();
        if error == DatabaseError::Missing {
            return;
        }
        self.inner.update_value(|inner| {
            inner.again = Some(Timer::start(AGAIN_MS, move || {
                if self.state.get_untracked() != CopyState::There {
                    self.try_now(app);
                }
            }));
        });
    }

    /// Has what failed tried again. (Here and not by a call, so that all the rest comes with the second file.)
    pub fn try_again(self) {
        self.asked.update(|times| *times += 1);
    }

    /// Tries again what failed, and opens it anew where it does not answer.
    fn try_now(self, app: App) {
        let is_well = self.inner.try_update_value(|inner| {
            // What does not answer now will not.
            inner.outgoing.borrow_mut().failed();
            let is_well = self.state.get_untracked() == CopyState::There;
            if !is_well {
                inner.database = None;
                inner.is_joined = false;
            }
            is_well || inner.is_forgotten
        });
        match is_well {
            Some(true) => self.push(app),
            Some(false) => self.connect(app),
            None => {}
        }
    }

    /// Sees whether it is in step, and says so to whoever asks.
    fn look(self) {
        let in_step = self
            .inner
            .try_with_value(|inner| inner.is_joined && inner.outgoing.borrow().is_empty())
            .unwrap_or_default();
        if in_step {
            self.become_state(CopyState::There);
        }
        if self
            .in_step
            .try_get_untracked()
            .is_some_and(|now| now != in_step)
        {
            self.in_step.set(in_step);
        }
    }

    fn become_state(self, state: CopyState) {
        if self
            .state
            .try_get_untracked()
            .is_some_and(|now| now != state)
        {
            self.state.set(state);
        }
    }

    /// Once something was noted the browser is asked not to clear it away.
    fn ask_the_browser(self, app: App) {
        let has_noted = app
            .model
            .with_untracked(|model: &Model| !model.journal.is_empty());
        let asks = has_noted
            && self
                .inner
                .try_update_value(|inner| !std::mem::replace(&mut inner.has_asked, true))
                .unwrap_or_default();
        if asks {
            persistence::ask();
        }
    }

    /// Removes all that is in it. `done` hears whether it is gone, never before this returns.
    pub fn delete(self, done: impl FnOnce(bool) + 'static) {
        let database = self
            .inner
            .try_update_value(|inner| {
                inner.is_forgotten = true;
                inner.outgoing.borrow_mut().forget();
                inner.database.take()
            })
            .flatten();
        let Some(database) = database else {
            // One that never opened: it goes as soon as nobody has it open.
            database::remove(NAME);
            return tasks::soon(move || done(true));
        };
        let mut done = Some(done);
        database.clear(move |cleared| {
            if let Some(done) = done.take() {
                database::remove(NAME);
                done(cleared.is_ok());
            }
        });
    }

    /// Another page deleted everything.
    pub fn forget(self) {
        self.inner.update_value(|inner| {
            inner.is_forgotten = true;
            inner.outgoing.borrow_mut().forget();
            inner.database = None;
        });
    }
}

impl Inner {
    fn next(&mut self) -> Option<(Database, u64, Vec<Change>)> {
        if !self.is_joined || self.is_forgotten {
            return None;
        }
        let database = self.database.clone()?;
        let (number, changes) = self.outgoing.borrow_mut().take()?;
        Some((database, number, changes))
    }
}

fn to_write(change: Change) -> Write {
    let value = change.text.map(|text| {
        let head = head(&text);
        (text, head)
    });
    (change.name, value)
}
