//! Keeping the screen awake while someone exercises two metres away from it.
//!
//! Invariant: while a `WakeLock` lives and the page is visible, the screen is either held or the callback
//! has said why not. The lock that the browser takes away with the page is asked for again on return.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use js_sys::futures;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::EventTarget;

use super::listener::Listener;
use super::{js, page};

/// What became of the wish to keep the screen awake.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WakeState {
    /// The screen stays awake.
    Held,
    /// The browser has taken the lock away: the page was hidden, or the battery is low.
    Lost,
    /// The browser says no for now.
    Refused,
    /// This browser cannot do it.
    Unsupported,
}

/// The screen stays awake, as far as the browser allows, until this is dropped.
#[must_use = "the screen may sleep again when the guard is dropped"]
pub struct WakeLock {
    shared: Rc<Shared>,
    _on_return: Option<Listener>,
}

struct Shared {
    alive: Cell<bool>,
    asking: Cell<bool>,
    ask_again: Cell<bool>,
    held: RefCell<Option<Held>>,
    on_state: Box<dyn Fn(WakeState)>,
}

struct Held {
    sentinel: JsValue,
    _on_release: Listener,
}

impl WakeLock {
    /// Asks for the screen. `on_state` hears every change, never before this returns.
    pub fn acquire(on_state: impl Fn(WakeState) + 'static) -> Self {
        let shared = Rc::new(Shared {
            alive: Cell::new(true),
            asking: Cell::new(false),
            ask_again: Cell::new(false),
            held: RefCell::new(None),
            on_state: Box::new(on_state),
        });
        ask(&shared);
        let weak = Rc::downgrade(&shared);
        let on_return = page::on_visibility(move |hidden| {
            if let Some(shared) = weak.upgrade().filter(|_| !hidden) {
                ask(&shared);
            }
        });
        Self {
            shared,
            _on_return: on_return,
        }
    }

    /// Whether the screen is held at this moment.
    pub fn is_held(&self) -> bool {
        self.shared.is_held()
    }
}

impl Drop for WakeLock {
    fn drop(&mut self) {
        self.shared.alive.set(false);
        if let Some(held) = self.shared.take() {
            js::let_run(js::call(&held.sentinel, "release", &[]));
        }
    }
}

impl Shared {
    fn is_held(&self) -> bool {
        self.held.try_borrow().is_ok_and(|held| held.is_some())
    }

    fn take(&self) -> Option<Held> {
        self.held.try_borrow_mut().ok()?.take()
    }

    fn tell(&self, state: WakeState) {
        if self.alive.get() {
            (self.on_state)(state);
        }
    }
}

fn ask(shared: &Rc<Shared>) {
    if shared.asking.replace(true) {
        // The answer under way may belong to the page as it was before it was hidden.
        shared.ask_again.set(true);
        return;
    }
    let shared = Rc::clone(shared);
    futures::spawn_local(async move {
        loop {
            shared.ask_again.set(false);
            if !shared.alive.get() || page::is_hidden() || shared.is_held() {
                break;
            }
            let state = request(&shared).await;
            shared.tell(state);
            if !shared.ask_again.get() {
                break;
            }
        }
        shared.asking.set(false);
    });
}

async fn request(shared: &Rc<Shared>) -> WakeState {
    let Some(api) = web_sys::window().and_then(|window| js::get(&window.navigator(), "wakeLock"))
    else {
        return WakeState::Unsupported;
    };
    let Ok(promise) = js::call(&api, "request", &[&JsValue::from_str("screen")]) else {
        return WakeState::Refused;
    };
    let Ok(sentinel) = js::settled(promise).await else {
        return WakeState::Refused;
    };
    if !shared.alive.get() {
        js::let_run(js::call(&sentinel, "release", &[]));
        return WakeState::Lost;
    }
    if js::flag(&sentinel, "released") {
        return WakeState::Lost;
    }
    keep(shared, sentinel);
    WakeState::Held
}

fn keep(shared: &Rc<Shared>, sentinel: JsValue) {
    let weak: Weak<Shared> = Rc::downgrade(shared);
    let target: &EventTarget = sentinel.unchecked_ref();
    let on_release = Listener::new(target, "release", move |_| {
        if let Some(shared) = weak.upgrade()
            && shared.take().is_some()
        {
            shared.tell(WakeState::Lost);
        }
    });
    if let Ok(mut held) = shared.held.try_borrow_mut() {
        *held = Some(Held {
            sentinel,
            _on_release: on_release,
        });
    }
}
