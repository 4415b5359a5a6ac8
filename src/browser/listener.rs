//! The one way to listen to a browser event.
//!
//! Invariant: a callback runs only while its guard lives. Dropping the guard, even inside the callback
//! itself, unsubscribes; a target that cannot be listened to gives a guard that never calls.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, EventTarget};

/// A subscription to one event of one target. It ends when this guard is dropped.
#[must_use = "the subscription ends when the guard is dropped"]
pub struct Listener {
    target: EventTarget,
    name: &'static str,
    closure: Closure<dyn Fn(Event)>,
    first: bool,
}

impl Listener {
    /// Calls `callback` at every `name` event of `target`.
    pub(super) fn new(
        target: &EventTarget,
        name: &'static str,
        callback: impl Fn(Event) + 'static,
    ) -> Self {
        Self::add(target, name, callback, false)
    }

    fn add(
        target: &EventTarget,
        name: &'static str,
        callback: impl Fn(Event) + 'static,
        first: bool,
    ) -> Self {
        let closure = Closure::<dyn Fn(Event)>::new(callback);
        let _ = target.add_event_listener_with_callback_and_bool(
            name,
            closure.as_ref().unchecked_ref(),
            first,
        );
        Self {
            target: target.clone(),
            name,
            closure,
            first,
        }
    }

    /// The same on the window; `None` outside a page.
    pub(super) fn on_window(
        name: &'static str,
        callback: impl Fn(Event) + 'static,
    ) -> Option<Self> {
        Some(Self::new(&*web_sys::window()?, name, callback))
    }

    /// The same, before anything in the page hears of it, also of what does not rise.
    pub(super) fn first_on_window(
        name: &'static str,
        callback: impl Fn(Event) + 'static,
    ) -> Option<Self> {
        Some(Self::add(&*web_sys::window()?, name, callback, true))
    }

    /// The same on the document; `None` outside a page.
    pub(super) fn on_document(
        name: &'static str,
        callback: impl Fn(Event) + 'static,
    ) -> Option<Self> {
        Some(Self::new(&*web_sys::window()?.document()?, name, callback))
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let _ = self.target.remove_event_listener_with_callback_and_bool(
            self.name,
            self.closure.as_ref().unchecked_ref(),
            self.first,
        );
    }
}
