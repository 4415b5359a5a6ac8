//! Time that comes to us: animation frames, repeating ticks, one-shot timers.
//!
//! Invariant: after a guard is dropped its callback never runs again, also when the callback itself drops
//! the guard. A callback must not rely on the pace: a hidden page gets no frames, and about one tick a second.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// A loop over animation frames. It stops when dropped, and rests while the page is hidden.
#[must_use = "the loop stops when the guard is dropped"]
pub struct Frames(Rc<FrameLoop>);

type FrameClosure = Closure<dyn FnMut(f64)>;

struct FrameLoop {
    running: Cell<bool>,
    handle: Cell<i32>,
    closure: RefCell<Option<FrameClosure>>,
}

impl Frames {
    /// Calls `on_frame` before every repaint with the frame's time in milliseconds, on the same scale as
    /// [`monotonic_ms`](super::clock::monotonic_ms).
    pub fn start(mut on_frame: impl FnMut(f64) + 'static) -> Self {
        let state = Rc::new(FrameLoop {
            running: Cell::new(true),
            handle: Cell::new(0),
            closure: RefCell::new(None),
        });
        let weak: Weak<FrameLoop> = Rc::downgrade(&state);
        let closure = Closure::<dyn FnMut(f64)>::new(move |ms| {
            let Some(state) = weak.upgrade().filter(|state| state.running.get()) else {
                return;
            };
            on_frame(ms);
            if state.running.get() {
                state.ask();
            }
        });
        if let Ok(mut place) = state.closure.try_borrow_mut() {
            *place = Some(closure);
        }
        state.ask();
        Self(state)
    }
}

impl FrameLoop {
    fn ask(&self) {
        let Ok(closure) = self.closure.try_borrow() else {
            return;
        };
        if let (Some(window), Some(closure)) = (web_sys::window(), closure.as_ref())
            && let Ok(handle) = window.request_animation_frame(closure.as_ref().unchecked_ref())
        {
            self.handle.set(handle);
        }
    }
}

impl Drop for Frames {
    fn drop(&mut self) {
        self.0.running.set(false);
        if let Some(window) = web_sys::window() {
            let _ = window.cancel_animation_frame(self.0.handle.get());
        }
    }
}

/// A repeating tick, also while the page is hidden (there the browser slows it to about one a second or,
/// after some minutes, one a minute). It stops when dropped.
#[must_use = "the ticks stop when the guard is dropped"]
pub struct Ticker {
    handle: Option<i32>,
    _closure: Closure<dyn FnMut()>,
}

impl Ticker {
    /// Calls `on_tick` every `every_ms` milliseconds, the first time after one such span.
    pub fn start(every_ms: u32, on_tick: impl FnMut() + 'static) -> Self {
        let closure = Closure::<dyn FnMut()>::new(on_tick);
        let handle = web_sys::window().and_then(|window| {
            window
                .set_interval_with_callback_and_timeout_and_arguments_0(
                    closure.as_ref().unchecked_ref(),
                    span(every_ms),
                )
                .ok()
        });
        Self {
            handle,
            _closure: closure,
        }
    }
}

impl Drop for Ticker {
    fn drop(&mut self) {
        if let (Some(window), Some(handle)) = (web_sys::window(), self.handle) {
            window.clear_interval_with_handle(handle);
        }
    }
}

/// One call in the future, unless dropped before.
#[must_use = "the call is cancelled when the guard is dropped"]
pub struct Timer {
    handle: Option<i32>,
    _closure: Closure<dyn FnMut()>,
}

impl Timer {
    /// Calls `then` once, `after_ms` milliseconds from now or a little later.
    pub fn start(after_ms: u32, then: impl FnOnce() + 'static) -> Self {
        let mut then = Some(then);
        let closure = Closure::<dyn FnMut()>::new(move || {
            if let Some(then) = then.take() {
                then();
            }
        });
        let handle = web_sys::window().and_then(|window| {
            window
                .set_timeout_with_callback_and_timeout_and_arguments_0(
                    closure.as_ref().unchecked_ref(),
                    span(after_ms),
                )
                .ok()
        });
        Self {
            handle,
            _closure: closure,
        }
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        if let (Some(window), Some(handle)) = (web_sys::window(), self.handle) {
            window.clear_timeout_with_handle(handle);
        }
    }
}

/// Runs `then` once, after the next frame is painted: what a tap changed is seen before what takes longer begins.
/// A hidden page does it when it is seen again.
pub fn after_paint(then: impl FnOnce() + 'static) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let in_frame = move || {
        let then = Closure::once_into_js(then);
        if let Some(window) = web_sys::window() {
            let _ = window.set_timeout_with_callback(then.unchecked_ref());
        }
    };
    let in_frame = Closure::once_into_js(in_frame);
    let _ = window.request_animation_frame(in_frame.unchecked_ref());
}

fn span(ms: u32) -> i32 {
    i32::try_from(ms).unwrap_or(i32::MAX)
}
