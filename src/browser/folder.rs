//! A folder on the person's own disk, which they have chosen (File System Access), and the files in it.
//!
//! web-sys can speak of it only with unstable bindings, so all is called by name. The browser keeps a folder only in
//! `IndexedDB`, and only as it is: it has a database of its own there.
//! Invariant: nothing here panics or waits without end, but for an answer that a person gives; what the browser lacks or
//! refuses comes back as [`Failed`]. Every `done` hears once, never before the call returns. A file that is larger than the
//! caller allows is not read, and a file that could not be written whole stands as it stood.

use js_sys::{Array, Function, Object, Promise, futures};
use wasm_bindgen::JsValue;

use super::frames::Timer;
use super::{database, js};

/// The one store of the database, and the one key in it.
const STORE: &str = "handles";
const KEY: &str = "folder";
/// How long one step may take, in milliseconds, before it counts as hanging: a synced drive may fetch a file first. [D]
const STEP_MS: u32 = 10_000;
/// What stands for a step that takes longer.
const SILENT: &str = "bonewise:silent";
/// No more files than so many are read. [D]: a person has a few devices, not dozens.
const MOST_FILES: usize = 20;
/// What the browser is asked for: to read and to write.
const MODE: (&str, &str) = ("mode", "readwrite");

/// Why it did not work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failed {
    /// The browser has no such thing.
    Missing,
    /// The person has chosen none.
    NoneChosen,
    /// The browser does not allow it, or not any more.
    Refused,
    /// The folder or the file is not there.
    Gone,
    /// There is no room left.
    Full,
    /// The file is larger than allowed.
    TooLarge,
    /// It does not answer. What was asked for may still happen.
    Silent,
    /// It failed in another way.
    Failed,
}

/// What the browser says about using a folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Permission {
    /// It is allowed.
    Granted,
    /// The browser wants to ask the person.
    Asks,
    /// It is not allowed.
    Denied,
}

/// A file that was asked for: its name, and its text or why there is none.
pub type Found = (String, Result<String, Failed>);

/// A folder that a person has chosen.
#[derive(Debug, Clone, PartialEq)]
pub struct Folder(JsValue);

/// Whether this browser lets a person choose a folder, and can remember it.
pub fn is_offered() -> bool {
    web_sys::window().is_some_and(|window| {
        js::flag(&window, "isSecureContext")
            && js::has_method(&window, "showDirectoryPicker")
            && js::get(&window, "indexedDB").is_some()
    })
}

/// Lets the person choose a folder, in the handler of a tap. They may take their time.
pub fn choose(done: impl FnOnce(Result<Folder, Failed>) + 'static) {
    let asked = web_sys::window()
        .ok_or(JsValue::UNDEFINED)
        .and_then(|window| js::call(&window, "showDirectoryPicker", &[&mode()]));
    futures::spawn_local(async move {
        let chosen = match asked {
            Ok(promise) => js::settled(promise).await,
            Err(error) => Err(error),
        };
        done(chosen.map(Folder).map_err(|error| match explain(&error) {
            Failed::Failed if error.is_undefined() => Failed::Missing,
            failed => failed,
        }));
    });
}

/// The folder that is remembered in a database, if one is.
pub fn remembered(database: &'static str, done: impl FnOnce(Option<Folder>) + 'static) {
    futures::spawn_local(async move {
        let found = within_store(database, "readonly", "get", &[&JsValue::from_str(KEY)]).await;
        let handle = found.ok().filter(JsValue::is_object);
        done(handle.map(Folder));
    });
}

/// Forgets the folder: the database goes. `done` hears whether nothing is there any more.
pub fn forget(database: &'static str, done: impl FnOnce(bool) + 'static) {
    futures::spawn_local(async move {
        let cleared = within_store(database, "readwrite", "clear", &[]).await;
        database::remove(database);
        // Where there is no place for it, there is none.
        done(cleared != Err(Failed::Silent));
    });
}

impl Folder {
    /// Its name, without where it is: that the browser tells nobody.
    pub fn name(&self) -> String {
        js::text(&self.0, "name").unwrap_or_default()
    }

    /// Has the browser remember it, in place of any other. `done` hears whether it does.
    pub fn remember(&self, database: &'static str, done: impl FnOnce(bool) + 'static) {
        let handle = self.0.clone();
        futures::spawn_local(async move {
            let arguments = [&handle, &JsValue::from_str(KEY)];
            let kept = within_store(database, "readwrite", "put", &arguments).await;
            done(kept.is_ok());
        });
    }

    /// Whether it may be used. Nobody is asked for that.
    pub fn permission(&self, done: impl FnOnce(Permission) + 'static) {
        let asked = self.call("queryPermission", &[&mode()]);
        futures::spawn_local(async move {
            let answer = match asked {
                // A browser that knows no such question allows it until it says otherwise.
                Err(error) if error.is_undefined() => return done(Permission::Granted),
                asked => timely(asked).await,
            };
            done(of_word(answer.ok()));
        });
    }

    /// Has the browser ask the person, in the handler of a tap.
    pub fn ask(&self, done: impl FnOnce(Permission) + 'static) {
        let asked = self.call("requestPermission", &[&mode()]);
        futures::spawn_local(async move {
            let answer = match asked {
                Ok(promise) => js::settled(promise).await.ok(),
                Err(_) => None,
            };
            done(of_word(answer));
        });
    }

    /// Reads the files whose names begin and end so, each if it has no more than `most` bytes.
    pub fn read_all(
        &self,
        begin: &'static str,
        end: &'static str,
        most: usize,
        done: impl FnOnce(Result<Vec<Found>, Failed>) + 'static,
    ) {
        let folder = self.clone();
        futures::spawn_local(async move {
            let names = folder.names(begin, end).await;
            done(match names {
                Ok(names) => {
                    let mut found = Vec::with_capacity(names.len());
                    for name in names {
                        let text = folder.read(&name, most).await;
                        found.push((name, text));
                    }
                    Ok(found)
                }
                Err(failed) => Err(failed),
            });
        });
    }

    /// Writes a file whole, in place of one that has its name. What `done` hears to be written was read back.
    pub fn write(
        &self,
        name: String,
        text: String,
        done: impl FnOnce(Result<(), Failed>) + 'static,
    ) {
        let folder = self.clone();
        futures::spawn_local(async move {
            let written = folder.write_now(&name, &text).await;
            done(match written {
                Ok(()) => match folder.read(&name, text.len()).await {
                    Ok(there) if there == text => Ok(()),
                    Ok(_) => Err(Failed::Failed),
                    Err(failed) => Err(failed),
                },
                Err(failed) => Err(failed),
            });
        });
    }

    async fn names(&self, begin: &str, end: &str) -> Result<Vec<String>, Failed> {
        let all = self.call("values", &[]).map_err(|error| explain(&error))?;
        let mut names = Vec::new();
        loop {
            let next = timely(js::call(&all, "next", &[])).await?;
            let Some(one) = js::get(&next, "value").filter(|_| !js::flag(&next, "done")) else {
                return Ok(names);
            };
            let is_file = js::text(&one, "kind").as_deref() == Some("file");
            let name = js::text(&one, "name").unwrap_or_default();
            if is_file && name.starts_with(begin) && name.ends_with(end) {
                names.push(name);
                if names.len() == MOST_FILES {
                    return Ok(names);
                }
            }
        }
    }

    async fn read(&self, name: &str, most: usize) -> Result<String, Failed> {
        let handle = self.file(name, false).await?;
        let file = timely(js::call(&handle, "getFile", &[])).await?;
        let size = js::get(&file, "size").and_then(|size| size.as_f64());
        #[allow(clippy::cast_precision_loss)] // of a limit in bytes
        if size.ok_or(Failed::Failed)? > most as f64 {
            return Err(Failed::TooLarge);
        }
        let text = timely(js::call(&file, "text", &[])).await?;
        text.as_string().ok_or(Failed::Failed)
    }

    /// The browser writes beside the file, and puts the new one in its place only when it is closed.
    async fn write_now(&self, name: &str, text: &str) -> Result<(), Failed> {
        let handle = self.file(name, true).await?;
        let writing = timely(js::call(&handle, "createWritable", &[])).await?;
        let written = timely(js::call(&writing, "write", &[&JsValue::from_str(text)])).await;
        if let Err(failed) = written {
            js::let_run(js::call(&writing, "abort", &[]));
            return Err(failed);
        }
        timely(js::call(&writing, "close", &[])).await.map(drop)
    }

    async fn file(&self, name: &str, create: bool) -> Result<JsValue, Failed> {
        let options = Object::new();
        js::set(&options, "create", &JsValue::from_bool(create));
        timely(self.call("getFileHandle", &[&JsValue::from_str(name), &options])).await
    }

    fn call(&self, name: &str, arguments: &[&JsValue]) -> Result<JsValue, JsValue> {
        js::call(&self.0, name, arguments)
    }
}

fn mode() -> JsValue {
    let options = Object::new();
    js::set(&options, MODE.0, &MODE.1.into());
    options.into()
}

fn of_word(answer: Option<JsValue>) -> Permission {
    match answer.and_then(|answer| answer.as_string()).as_deref() {
        Some("granted") => Permission::Granted,
        Some("denied") => Permission::Denied,
        _ => Permission::Asks,
    }
}

/// One request in the store of the database that keeps the folder, and what it answers.
async fn within_store(
    database: &str,
    mode: &str,
    method: &str,
    arguments: &[&JsValue],
) -> Result<JsValue, Failed> {
    let opening = database::open(database, &[STORE]).ok_or(Failed::Missing)?;
    let handle = timely(Ok(futures::future_to_promise(opening).into())).await?;
    let request = js::call(&handle, "transaction", &[&STORE.into(), &mode.into()])
        .and_then(|transaction| js::call(&transaction, "objectStore", &[&STORE.into()]))
        .and_then(|store| js::call(&store, method, arguments));
    let answer = timely(Ok(
        futures::future_to_promise(database::answer(request)).into()
    ))
    .await;
    let _ = js::call(&handle, "close", &[]);
    answer
}

/// Waits for a promise, as long as one step may take.
async fn timely(promise: Result<JsValue, JsValue>) -> Result<JsValue, Failed> {
    let promise = promise.map_err(|error| explain(&error))?;
    let mut late: Option<Function> = None;
    let limit: JsValue = Promise::new(&mut |_, reject| late = Some(reject)).into();
    let timer = Timer::start(STEP_MS, move || {
        if let Some(late) = late {
            let _ = late.call1(&JsValue::UNDEFINED, &JsValue::from_str(SILENT));
        }
    });
    let first = js::settled(Promise::race(&Array::of2(&promise, &limit)).into()).await;
    drop(timer);
    first.map_err(|error| explain(&error))
}

fn explain(error: &JsValue) -> Failed {
    if error.as_string().as_deref() == Some(SILENT) {
        return Failed::Silent;
    }
    match js::text(error, "name").as_deref() {
        Some("AbortError") => Failed::NoneChosen,
        Some("NotAllowedError" | "SecurityError" | "NoModificationAllowedError") => Failed::Refused,
        Some("NotFoundError" | "TypeMismatchError") => Failed::Gone,
        Some("QuotaExceededError") => Failed::Full,
        _ => Failed::Failed,
    }
}
