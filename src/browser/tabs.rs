//! One session at a time over all tabs of this app, and moving it from one tab to another.
//!
//! Invariant: at most one [`SessionLock`] of a name lives at a time. Web Locks keep this (a crashed tab lets
//! go by itself); where they are missing the tabs ask each other through a `BroadcastChannel`, and where that
//! is missing too every tab behaves as if it were alone.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Object, Promise, futures};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, MessageEvent};

use super::frames::{Ticker, Timer};
use super::listener::Listener;
use super::{ids, js};

/// How often a tab repeats its wish while it waits.
const ASK_EVERY_MS: u32 = 400;
/// How long a tab without Web Locks waits for another to say that it has the session.
const ANSWER_WITHIN_MS: u32 = 300;

/// "Who has the session? I would take it", then the asking tab's id.
const WHO: &str = "who:";
/// "I have it."
const MINE: &str = "mine";
/// "Please hand it over", then the id of the wish.
const ASK: &str = "ask:";
/// "It is free now."
const FREE: &str = "free";

/// Another tab has the session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a session is running in another window")]
pub struct Busy;

type Done = Box<dyn FnOnce(Result<SessionLock, Busy>)>;

/// The right to run a session. Dropping it lets another tab have it.
#[must_use = "the session is free for other tabs when the guard is dropped"]
pub struct SessionLock {
    holder: Rc<Holder>,
    release: Option<Function>,
    _listener: Option<Listener>,
}

struct Holder {
    channel: Option<BroadcastChannel>,
    last_ask: RefCell<String>,
    on_hand_over: RefCell<Option<Rc<dyn Fn()>>>,
}

impl SessionLock {
    /// Takes the session `name` if no tab has it. `done` hears the answer, never before this returns.
    pub fn try_acquire(name: &str, done: impl FnOnce(Result<Self, Busy>) + 'static) {
        acquire(name, None, Box::new(done));
    }

    /// Asks the tab that has the session `name` to hand it over, and takes it as soon as that tab lets go.
    /// `done` hears [`Busy`] when it has not let go within `wait_ms` milliseconds.
    pub fn ask_to_hand_over(
        name: &str,
        wait_ms: u32,
        done: impl FnOnce(Result<Self, Busy>) + 'static,
    ) {
        let ask = format!("{ASK}{}", ids::random_id());
        acquire(name, Some(Wish { ask, wait_ms }), Box::new(done));
    }

    /// Calls `callback` once for every tab that asks for the session. It should pause, save, and then drop
    /// this lock: the drop is the answer. A second callback takes the place of the first.
    pub fn on_hand_over(&self, callback: impl Fn() + 'static) {
        if let Ok(mut place) = self.holder.on_hand_over.try_borrow_mut() {
            *place = Some(Rc::new(callback));
        }
    }

    fn new(name: &str, release: Option<Function>) -> Self {
        let holder = Rc::new(Holder {
            channel: BroadcastChannel::new(name).ok(),
            last_ask: RefCell::default(),
            on_hand_over: RefCell::default(),
        });
        let weak = Rc::downgrade(&holder);
        let listener = holder.channel.as_ref().map(|channel| {
            Listener::new(channel, "message", move |event| {
                if let Some(holder) = weak.upgrade() {
                    holder.hear(&words(event));
                }
            })
        });
        Self {
            holder,
            release,
            _listener: listener,
        }
    }
}

impl Drop for SessionLock {
    fn drop(&mut self) {
        if let Some(release) = &self.release {
            resolve(release, false);
        }
        if let Some(channel) = &self.holder.channel {
            post(channel, FREE);
            channel.close();
        }
    }
}

impl Holder {
    fn hear(&self, message: &str) {
        if message.starts_with(WHO) {
            if let Some(channel) = &self.channel {
                post(channel, MINE);
            }
        } else if let Some(id) = message.strip_prefix(ASK) {
            let callback = self
                .on_hand_over
                .try_borrow()
                .ok()
                .and_then(|callback| callback.clone());
            if let Some(callback) = callback
                && self.is_new(id)
            {
                callback();
            }
        }
    }

    /// A wish is repeated until it is met; it counts once.
    fn is_new(&self, id: &str) -> bool {
        self.last_ask
            .try_borrow_mut()
            .is_ok_and(|mut last| std::mem::replace(&mut *last, id.to_owned()) != id)
    }
}

/// Takes the session when it is free, or with a wish when it is handed over.
fn acquire(name: &str, wish: Option<Wish>, done: Done) {
    let name = name.to_owned();
    futures::spawn_local(async move {
        let locks = web_sys::window().and_then(|window| js::get(&window.navigator(), "locks"));
        let unanswered = match locks {
            Some(locks) => by_lock(&locks, &name, wish.as_ref(), done).await,
            None => Some(done),
        };
        // Without Web Locks, or where they refuse to work (as in a page opened from a file).
        if let Some(done) = unanswered {
            done(by_talking(&name, wish.as_ref()).await);
        }
    });
}

/// Takes the lock and answers through `done`; hands `done` back when locks do not work here.
async fn by_lock(locks: &JsValue, name: &str, wish: Option<&Wish>, done: Done) -> Option<Done> {
    let options = Object::new();
    let mut while_waiting = None;
    if let Some(wish) = wish {
        let Some(controller) = js::get(&js_sys::global(), "AbortController")
            .and_then(|constructor| js::construct(&constructor, &[]))
        else {
            return Some(done);
        };
        if let Some(signal) = js::get(&controller, "signal") {
            js::set(&options, "signal", &signal);
        }
        let give_up = Timer::start(wish.wait_ms, move || {
            let _ = js::call(&controller, "abort", &[]);
        });
        while_waiting = Some((Asking::start(name, wish), give_up));
    } else {
        js::set(&options, "ifAvailable", &JsValue::TRUE);
    }

    let pending = Rc::new(RefCell::new(Some((done, while_waiting))));
    let granted = {
        let pending = Rc::clone(&pending);
        let name = name.to_owned();
        Closure::<dyn Fn(JsValue) -> JsValue>::new(move |lock: JsValue| {
            let taken = if lock.is_object() {
                take(&pending)
            } else {
                None
            };
            let Some((done, while_waiting)) = taken else {
                return JsValue::UNDEFINED;
            };
            drop(while_waiting);
            let (until_released, release) = promise();
            done(Ok(SessionLock::new(&name, release)));
            until_released.into()
        })
    };
    let arguments: [&JsValue; 3] = [&JsValue::from_str(name), &options, granted.as_ref()];
    let outcome = match js::call(locks, "request", &arguments) {
        Ok(request) => js::settled(request).await,
        Err(error) => Err(error),
    };

    let (done, _while_waiting) = take(&pending)?;
    let refused = outcome
        .err()
        .is_some_and(|error| js::text(&error, "name").as_deref() != Some("AbortError"));
    if refused {
        return Some(done);
    }
    done(Err(Busy));
    None
}

async fn by_talking(name: &str, wish: Option<&Wish>) -> Result<SessionLock, Busy> {
    let Ok(channel) = BroadcastChannel::new(name) else {
        return Ok(SessionLock::new(name, None));
    };
    if let Some(wish) = wish {
        let _asking = Asking::start(name, wish);
        hears(&channel, wish.wait_ms, |message| message == FREE).await;
    }
    let id = ids::random_id();
    let (reply, own) = (channel.clone(), id.clone());
    post(&channel, &format!("{WHO}{id}"));
    let is_taken = hears(&channel, ANSWER_WITHIN_MS, move |message| {
        // Of two tabs that ask at the same time, the one with the smaller id has it.
        match message.strip_prefix(WHO) {
            Some(rival) if own.as_str() < rival => {
                post(&reply, MINE);
                false
            }
            Some(_) => true,
            None => message == MINE,
        }
    })
    .await;
    channel.close();
    if is_taken {
        Err(Busy)
    } else {
        Ok(SessionLock::new(name, None))
    }
}

/// A wish for a session that another tab has.
struct Wish {
    ask: String,
    wait_ms: u32,
}

/// Repeats a wish until dropped, because the tab that has the session may only just have got it.
struct Asking {
    channel: Option<BroadcastChannel>,
    _ticker: Option<Ticker>,
}

impl Asking {
    fn start(name: &str, wish: &Wish) -> Self {
        let channel = BroadcastChannel::new(name).ok();
        let ticker = channel.clone().map(|channel| {
            let ask = wish.ask.clone();
            post(&channel, &ask);
            Ticker::start(ASK_EVERY_MS, move || post(&channel, &ask))
        });
        Self {
            channel,
            _ticker: ticker,
        }
    }
}

impl Drop for Asking {
    fn drop(&mut self) {
        if let Some(channel) = &self.channel {
            channel.close();
        }
    }
}

/// Whether a message that `is_wanted` arrives in time.
async fn hears(
    channel: &BroadcastChannel,
    within_ms: u32,
    is_wanted: impl Fn(&str) -> bool + 'static,
) -> bool {
    let (heard, answer) = promise();
    let Some(answer) = answer else {
        return false;
    };
    let too_late = answer.clone();
    let _listener = Listener::new(channel, "message", move |event| {
        if is_wanted(&words(event)) {
            resolve(&answer, true);
        }
    });
    let _timer = Timer::start(within_ms, move || resolve(&too_late, false));
    js::settled(heard.into())
        .await
        .is_ok_and(|heard| heard.is_truthy())
}

/// A promise, and the function that fulfils it.
fn promise() -> (Promise, Option<Function>) {
    let mut fulfil = None;
    let promise = Promise::new(&mut |resolve, _reject| fulfil = Some(resolve));
    (promise, fulfil)
}

fn resolve(fulfil: &Function, answer: bool) {
    let _ = fulfil.call1(&JsValue::UNDEFINED, &JsValue::from_bool(answer));
}

fn post(channel: &BroadcastChannel, message: &str) {
    let _ = channel.post_message(&JsValue::from_str(message));
}

fn words(event: web_sys::Event) -> String {
    let event: MessageEvent = event.unchecked_into();
    event.data().as_string().unwrap_or_default()
}

fn take<T>(place: &RefCell<Option<T>>) -> Option<T> {
    place.try_borrow_mut().ok()?.take()
}
