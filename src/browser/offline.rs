//! What lets a page start without a network: the service worker of its folder, and the caches that belong to it.
//!
//! Invariant: only what belongs to this folder is removed; another copy next door keeps what is its own.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Array, futures};
use wasm_bindgen::{JsCast, JsValue};

use super::frames::Timer;
use super::js;

/// How long it is waited for. A browser that hangs in it must not keep a person waiting.
const WITHIN_MS: u32 = 5_000;

/// Removes the worker and those caches whose names begin like this. `done` hears once whether all of it is gone, or that it
/// took too long.
pub fn forget(prefix: &'static str, done: impl FnOnce(bool) + 'static) {
    let once = Rc::new(Cell::new(Some(done)));
    let late = Rc::clone(&once);
    let timer = Timer::start(WITHIN_MS, move || {
        if let Some(done) = late.take() {
            done(false);
        }
    });
    futures::spawn_local(async move {
        let is_gone = forget_all(prefix).await.is_ok();
        drop(timer);
        if let Some(done) = once.take() {
            done(is_gone);
        }
    });
}

/// Whether this page came from the worker's files: then somebody was here before.
pub fn is_in_control() -> bool {
    let navigator = web_sys::window().map(|window| window.navigator());
    let workers = navigator.and_then(|navigator| js::get(&navigator, "serviceWorker"));
    workers.is_some_and(|workers| js::get(&workers, "controller").is_some())
}

async fn forget_all(prefix: &str) -> Result<(), JsValue> {
    let window = web_sys::window().ok_or(JsValue::UNDEFINED)?;
    if let Some(workers) = js::get(&window.navigator(), "serviceWorker") {
        let worker = js::settled(js::call(&workers, "getRegistration", &[])?).await?;
        if js::has_method(&worker, "unregister") {
            js::settled(js::call(&worker, "unregister", &[])?).await?;
        }
    }
    // A page without a secure context has none.
    let Some(caches) = js::get(&window, "caches") else {
        return Ok(());
    };
    let path = window.location().pathname()?;
    let folder = path.rfind('/').map_or("/", |end| &path[..=end]);
    let names: Array = js::settled(js::call(&caches, "keys", &[])?)
        .await?
        .dyn_into()?;
    for name in names.iter().filter_map(|name| name.as_string()) {
        // `public/sw.js` names them: what it is, a space, the folder.
        if name.starts_with(prefix) && name.ends_with(&format!(" {folder}")) {
            let name = JsValue::from_str(&name);
            js::settled(js::call(&caches, "delete", &[&name])?).await?;
        }
    }
    Ok(())
}
