//! A lock for files, in a worker: a script and its WebAssembly beside the app, fetched and started only when asked for.
//!
//! Invariant: each call is answered once, never before it returns, and the worker has ended by then. The passphrase goes to
//! the worker and nowhere else.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Object, futures};
use wasm_bindgen::{JsCast, JsValue};

use super::files::{Chosen, Content};
use super::frames::Timer;
use super::js;
use super::listener::Listener;

/// How long the worker's two files may take to arrive, 120 kB on a slow line. `[D]`
const PATIENCE_MS: u32 = 30_000;

/// Why it did not work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failed {
    /// A file of the lock did not arrive, or this browser has no workers.
    Missing,
    /// It began and could not go on: mostly there was not enough memory.
    Stopped,
    /// Another passphrase locks the file.
    WrongPassphrase,
    /// The file is not as it was written.
    Damaged,
    /// The file is not locked with a passphrase.
    NotLocked,
    /// Opening it would take more work than is allowed.
    TooCostly,
}

impl Failed {
    /// The words of `lock/worker.js`.
    fn of(word: &str) -> Self {
        match word {
            "missing" => Self::Missing,
            "wrong" => Self::WrongPassphrase,
            "damaged" => Self::Damaged,
            "other" => Self::NotLocked,
            "costly" => Self::TooCostly,
            _ => Self::Stopped,
        }
    }
}

/// Locks a text.
pub fn lock(text: &str, passphrase: &str, done: impl FnOnce(Result<Content, Failed>) + 'static) {
    ask(
        "lock",
        &JsValue::from_str(text),
        passphrase,
        move |answer| {
            done(answer.map(Content::of));
        },
    );
}

/// Opens a locked file, and reads what is in it as text.
pub fn open(file: &Chosen, passphrase: &str, done: impl FnOnce(Result<String, Failed>) + 'static) {
    ask("open", file.value(), passphrase, move |answer| {
        done(answer.and_then(|text| text.as_string().ok_or(Failed::Stopped)));
    });
}

type Done = Box<dyn FnOnce(Result<JsValue, Failed>)>;

/// A worker at work.
struct Work {
    worker: JsValue,
    done: Done,
    listeners: [Listener; 2],
    /// Runs until its files are there.
    patience: Option<Timer>,
}

fn ask(
    task: &str,
    content: &JsValue,
    passphrase: &str,
    done: impl FnOnce(Result<JsValue, Failed>) + 'static,
) {
    let Some(worker) = worker() else {
        futures::spawn_local(async move { done(Err(Failed::Missing)) });
        return;
    };
    let work: Rc<RefCell<Option<Work>>> = Rc::default();
    let end = |work: &Rc<RefCell<Option<Work>>>| {
        let work = Rc::clone(work);
        move |answer: Result<JsValue, Failed>| {
            let over = work.borrow_mut().take();
            if let Some(over) = over {
                let _ = js::call(&over.worker, "terminate", &[]);
                drop(over.listeners);
                drop(over.patience);
                (over.done)(answer);
            }
        }
    };
    let (waiting, ends) = (Rc::clone(&work), end(&work));
    let told = Listener::new(worker.unchecked_ref(), "message", move |event| {
        let data = js::get(&event, "data").unwrap_or_default();
        if js::flag(&data, "ready") {
            if let Some(work) = waiting.borrow_mut().as_mut() {
                work.patience = None;
            }
            return;
        }
        ends(js::get(&data, "done").ok_or_else(|| {
            let why = js::text(&data, "failed");
            Failed::of(why.as_deref().unwrap_or_default())
        }));
    });
    // Its script did not arrive, or is something else.
    let ends = end(&work);
    let failed = Listener::new(worker.unchecked_ref(), "error", move |_| {
        ends(Err(Failed::Missing));
    });
    let ends = end(&work);
    let patience = Timer::start(PATIENCE_MS, move || ends(Err(Failed::Missing)));
    let wanted = Object::new();
    js::set(&wanted, "task", &JsValue::from_str(task));
    js::set(&wanted, "content", content);
    js::set(&wanted, "passphrase", &JsValue::from_str(passphrase));
    let sent = js::call(&worker, "postMessage", &[&wanted]);
    *work.borrow_mut() = Some(Work {
        worker,
        done: Box::new(done),
        listeners: [told, failed],
        patience: Some(patience),
    });
    if sent.is_err() {
        let ends = end(&work);
        futures::spawn_local(async move { ends(Err(Failed::Stopped)) });
    }
}

/// The build puts the lock's script beside the app's own, under its name with `-lock` behind it.
fn worker() -> Option<JsValue> {
    let window = web_sys::window()?;
    let script = window
        .document()?
        .query_selector("script[data-js]")
        .ok()??;
    let app = script.get_attribute("data-js")?;
    let address = format!("{}-lock.js", app.strip_suffix(".js")?);
    js::construct(
        &js::get(&window, "Worker")?,
        &[&JsValue::from_str(&address)],
    )
}
