//! The tasks in which views are made anew, and what fields tell meanwhile.
//!
//! Chromium lets a field that holds something typed tell "change" and "blur" in the middle of its removal, when what the
//! handlers would reach is gone already. Invariant: while views are made anew, no handler hears anything from a field.
//! What a person typed is taken in before, by [`leave_field`](super::page::leave_field).

use std::cell::Cell;
use std::pin::Pin;
use std::task::{Context, Poll};

use any_spawner::{CustomExecutor, Executor, PinnedFuture, PinnedLocalFuture};
use js_sys::futures;

use super::listener::Listener;

/// All that a field tells of itself without a tap or a key.
const TOLD: [&str; 6] = ["change", "input", "blur", "focusout", "focus", "focusin"];

thread_local! {
    static MAKING: Cell<bool> = const { Cell::new(false) };
}

/// Lets all tasks of the views run here. To be called before the first view is made; the guard is to live as long as the
/// page.
pub fn install() -> [Option<Listener>; 6] {
    let _ = Executor::init_custom_executor(Tasks);
    TOLD.map(|name| {
        Listener::first_on_window(name, |event| {
            if MAKING.get() {
                event.stop_immediate_propagation();
            }
        })
    })
}

/// Runs `then` so that fields are heard, also while views are made anew: for moving the focus on purpose.
pub(super) fn heard<T>(then: impl FnOnce() -> T) -> T {
    let before = MAKING.replace(false);
    let answer = then();
    MAKING.set(before);
    answer
}

/// Lets it happen right after what happens now, before anything is painted.
pub fn soon(then: impl FnOnce() + 'static) {
    futures::spawn_local(async move { then() });
}

struct Tasks;

impl CustomExecutor for Tasks {
    fn spawn(&self, task: PinnedFuture<()>) {
        futures::spawn_local(Marked(task));
    }

    fn spawn_local(&self, task: PinnedLocalFuture<()>) {
        futures::spawn_local(Marked(task));
    }

    fn poll_local(&self) {}
}

struct Marked(PinnedLocalFuture<()>);

impl Future for Marked {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        let before = MAKING.replace(true);
        let answer = self.0.as_mut().poll(context);
        MAKING.set(before);
        answer
    }
}
