//! `IndexedDB` as a place that keeps text under names, and has it on the disk when it says so.
//!
//! Every write is one transaction with `durability: "strict"`: where it answers, the text survives a pulled plug. (web-sys
//! can say so only with unstable bindings, and the crates over it cannot, so the few calls are made by name.) Beside each
//! text stands its head, a short word by the caller that tells it from others, so that what is there can be compared
//! without reading it all.
//! Invariant: nothing here panics or waits without end; what the browser lacks, refuses or does not answer comes back as a
//! [`DatabaseError`].

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Array, Object, Promise, futures};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

use super::frames::Timer;
use super::js;

const TEXTS: &str = "texts";
const HEADS: &str = "heads";
/// The layout of the database. A later one is opened by a later version only.
const VERSION: f64 = 1.0;
/// When it has to be closed: another page deletes it or brings a later layout; or the browser closed it.
const CLOSING: [&str; 2] = ["onversionchange", "onclose"];
/// How long reading may take, in milliseconds, before it counts as hanging.
const READ_MS: u32 = 2000;
/// The same for writing.
const WRITE_MS: u32 = 1000;

/// Why the database did not do it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DatabaseError {
    /// The browser has none, or does not let this page have one.
    Missing,
    /// It does not answer. What was asked for may still happen.
    Silent,
    /// There is no room left.
    Full,
    /// It failed in another way.
    Failed,
}

/// A write: the name, and text and head, or `None` to remove what is there.
pub type Write = (String, Option<(String, String)>);

/// An open database.
#[derive(Clone)]
pub struct Database(Rc<Open>);

struct Open {
    handle: JsValue,
    is_closed: Rc<Cell<bool>>,
    _on_close: Closure<dyn FnMut()>,
}

impl Drop for Open {
    fn drop(&mut self) {
        for event in CLOSING {
            js::set(&self.handle, event, &JsValue::NULL);
        }
        let _ = js::call(&self.handle, "close", &[]);
    }
}

impl Database {
    /// Opens it, and makes it where there is none. `done` hears what came of it, as it does with all that follows: once, or
    /// twice where the first answer was [`DatabaseError::Silent`] and the browser answered after all.
    pub fn open(name: &str, done: impl FnMut(Result<Self, DatabaseError>) + 'static) {
        let opening = open(name, &[TEXTS, HEADS]);
        within(READ_MS, done, async move {
            let opened = opening.ok_or(DatabaseError::Missing)?.await;
            opened
                .map(Self::around)
                .map_err(|error| match explain(error) {
                    DatabaseError::Failed => DatabaseError::Missing,
                    error => error,
                })
        });
    }

    fn around(handle: JsValue) -> Self {
        let is_closed = Rc::new(Cell::new(false));
        let (closed, closing) = (Rc::clone(&is_closed), handle.clone());
        // Another page deletes it or brings a later layout, or the browser cleared it: whoever waits for us need not.
        let on_close = Closure::<dyn FnMut()>::new(move || {
            closed.set(true);
            let _ = js::call(&closing, "close", &[]);
        });
        for event in CLOSING {
            js::set(&handle, event, on_close.as_ref());
        }
        Self(Rc::new(Open {
            handle,
            is_closed,
            _on_close: on_close,
        }))
    }

    /// Whether it has to be opened anew.
    pub fn is_closed(&self) -> bool {
        self.0.is_closed.get()
    }

    /// The names of all that is there, each with its head.
    pub fn heads(&self, done: impl FnMut(Result<Vec<(String, String)>, DatabaseError>) + 'static) {
        let requests = self.begin("readonly").map(|transaction| {
            let store = object_store(&transaction, HEADS);
            ["getAllKeys", "getAll"].map(|what| js::call(&store, what, &[]))
        });
        within(READ_MS, done, async move {
            let [names, heads] = requests.map_err(explain)?;
            let list =
                |value: JsValue| value.dyn_into::<Array>().map_err(|_| DatabaseError::Failed);
            let names = list(answer(names).await.map_err(explain)?)?;
            let heads = list(answer(heads).await.map_err(explain)?)?;
            let both = names.iter().zip(heads.iter());
            Ok(both
                .filter_map(|(name, head)| Some((name.as_string()?, head.as_string()?)))
                .collect())
        });
    }

    /// The texts under some names. One that is not there is left out.
    pub fn texts(
        &self,
        names: Vec<String>,
        done: impl FnMut(Result<Vec<(String, String)>, DatabaseError>) + 'static,
    ) {
        let requests = self.begin("readonly").map(|transaction| {
            let store = object_store(&transaction, TEXTS);
            let ask = |name: &String| js::call(&store, "get", &[&JsValue::from_str(name)]);
            names.iter().map(ask).collect::<Vec<_>>()
        });
        within(READ_MS, done, async move {
            let mut texts = Vec::with_capacity(names.len());
            for (name, request) in names.into_iter().zip(requests.map_err(explain)?) {
                let text = answer(request).await.map_err(explain)?;
                if let Some(text) = text.as_string() {
                    texts.push((name, text));
                }
            }
            Ok(texts)
        });
    }

    /// Writes all of it or nothing. What `done` hears to be written is on the disk.
    pub fn write(&self, writes: &[Write], done: impl FnMut(Result<(), DatabaseError>) + 'static) {
        let transaction = self.begin("readwrite").and_then(|transaction| {
            let (texts, heads) = (
                object_store(&transaction, TEXTS),
                object_store(&transaction, HEADS),
            );
            for (name, value) in writes {
                let name = JsValue::from_str(name);
                if let Some((text, head)) = value {
                    js::call(&texts, "put", &[&text.into(), &name])?;
                    js::call(&heads, "put", &[&head.into(), &name])?;
                } else {
                    js::call(&texts, "delete", &[&name])?;
                    js::call(&heads, "delete", &[&name])?;
                }
            }
            Ok(transaction)
        });
        within(WRITE_MS, done, finish(transaction));
    }

    /// Removes all that is in it.
    pub fn clear(&self, done: impl FnMut(Result<(), DatabaseError>) + 'static) {
        let transaction = self.begin("readwrite").and_then(|transaction| {
            for store in [TEXTS, HEADS] {
                js::call(&object_store(&transaction, store), "clear", &[])?;
            }
            Ok(transaction)
        });
        within(READ_MS, done, finish(transaction));
    }

    fn begin(&self, mode: &str) -> Result<JsValue, JsValue> {
        let stores = [TEXTS, HEADS].map(JsValue::from_str);
        let stores = Array::of2(&stores[0], &stores[1]);
        let options = Object::new();
        js::set(&options, "durability", &"strict".into());
        js::call(
            &self.0.handle,
            "transaction",
            &[&stores, &mode.into(), &options],
        )
    }
}

/// Removes a database, as soon as no page has it open any more.
pub fn remove(name: &str) {
    if let Some(factory) = factory() {
        let _ = js::call(&factory, "deleteDatabase", &[&JsValue::from_str(name)]);
    }
}

fn factory() -> Option<JsValue> {
    let window = web_sys::window()?;
    js::get(&window, "indexedDB")
}

fn object_store(transaction: &JsValue, name: &str) -> JsValue {
    js::call(transaction, "objectStore", &[&name.into()]).unwrap_or_default()
}

/// Asks for it to be written now, and waits until it is.
async fn finish(transaction: Result<JsValue, JsValue>) -> Result<(), DatabaseError> {
    let transaction = transaction.map_err(explain)?;
    // Older browsers do so by themselves, a little later.
    let _ = js::call(&transaction, "commit", &[]);
    let finished = heard(&transaction, "oncomplete", &["onabort", "onerror"]).await;
    finished.map_err(explain)
}

/// Opens a database, and makes it with these stores where there is none. `None` where the browser has no place for one.
pub(super) fn open(
    name: &str,
    stores: &'static [&'static str],
) -> Option<impl Future<Output = Result<JsValue, JsValue>> + 'static> {
    let arguments = [&JsValue::from_str(name), &JsValue::from_f64(VERSION)];
    let request = js::call(&factory()?, "open", &arguments).ok()?;
    Some(async move {
        let made = request.clone();
        let on_upgrade = Closure::<dyn FnMut()>::new(move || {
            if let Some(handle) = js::get(&made, "result") {
                for store in stores {
                    let _ = js::call(&handle, "createObjectStore", &[&(*store).into()]);
                }
            }
        });
        js::set(&request, "onupgradeneeded", on_upgrade.as_ref());
        let opened = answer(Ok(request.clone())).await;
        js::set(&request, "onupgradeneeded", &JsValue::NULL);
        opened
    })
}

/// What a request answers, or its error.
pub(super) async fn answer(request: Result<JsValue, JsValue>) -> Result<JsValue, JsValue> {
    let request = request?;
    heard(&request, "onsuccess", &["onerror"]).await?;
    Ok(js::get(&request, "result").unwrap_or_default())
}

/// Waits for one of the events of a request or a transaction; a bad one comes back as its error.
async fn heard(target: &JsValue, good: &str, bad: &[&str]) -> Result<(), JsValue> {
    let promise = Promise::new(&mut |resolve, reject| {
        js::set(target, good, &resolve);
        for name in bad {
            js::set(target, name, &reject);
        }
    });
    let heard = futures::JsFuture::from(promise).await;
    heard
        .map(drop)
        .map_err(|_| js::get(target, "error").unwrap_or_default())
}

/// Lets it run and tells `done` the answer, and before it that there is none yet where it takes too long.
fn within<T: 'static>(
    ms: u32,
    done: impl FnMut(Result<T, DatabaseError>) + 'static,
    what: impl Future<Output = Result<T, DatabaseError>> + 'static,
) {
    let done = Rc::new(RefCell::new(done));
    let silent = Rc::clone(&done);
    let timer = Timer::start(ms, move || silent.borrow_mut()(Err(DatabaseError::Silent)));
    futures::spawn_local(async move {
        let answer = what.await;
        drop(timer);
        done.borrow_mut()(answer);
    });
}

fn explain(error: JsValue) -> DatabaseError {
    match js::text(&error, "name").as_deref() {
        Some("QuotaExceededError") => DatabaseError::Full,
        Some("SecurityError" | "InvalidAccessError" | "VersionError") => DatabaseError::Missing,
        _ => DatabaseError::Failed,
    }
}
