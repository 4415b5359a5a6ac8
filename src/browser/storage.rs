//! `localStorage`, as the port that the store writes through.
//!
//! Invariant: no error is swallowed. What the browser refuses comes back as `Denied` (no permission) or
//! `Full` (no room), anything else as `Failed` with the browser's own words.

use gloo_storage::{LocalStorage, Storage as _};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::StorageEvent;

use super::js;
use super::listener::Listener;
use crate::store::storage::{Storage, StorageError, remove_all};

/// Written and removed at opening. It has no prefix of the store's, so that nobody takes it for data.
const PROBE: &str = "__bonewise_probe__";

/// The browser's storage for this origin, found to be open.
#[derive(Debug, Clone)]
pub struct BrowserStorage {
    area: web_sys::Storage,
}

impl BrowserStorage {
    /// Opens the storage and tries it with a write. A disk that is full opens when something is stored
    /// already, because that can still be read; writes will then say `Full`.
    ///
    /// # Errors
    /// `Denied` when the browser blocks storage or has none, `Full` when not even the first byte fits,
    /// `Failed` for anything else.
    pub fn open() -> Result<Self, StorageError> {
        // gloo-storage panics where the browser denies storage, so ask the window first.
        let window = web_sys::window().ok_or(StorageError::Denied)?;
        window
            .local_storage()
            .map_err(|error| explain(&error))?
            .ok_or(StorageError::Denied)?;
        let storage = Self {
            area: LocalStorage::raw(),
        };
        match storage.write(PROBE, "1") {
            Ok(()) => storage.remove(PROBE)?,
            Err(StorageError::Full) if storage.area.length().is_ok_and(|count| count > 0) => {}
            Err(error) => return Err(error),
        }
        Ok(storage)
    }
}

impl Storage for BrowserStorage {
    fn keys(&self) -> Result<Vec<String>, StorageError> {
        let count = self.area.length().map_err(|error| explain(&error))?;
        let mut keys = Vec::new();
        for index in 0..count {
            // Another tab may remove keys meanwhile: the last places are then empty.
            if let Some(key) = self.area.key(index).map_err(|error| explain(&error))? {
                keys.push(key);
            }
        }
        Ok(keys)
    }

    fn read(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.area.get_item(key).map_err(|error| explain(&error))
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StorageError> {
        self.area
            .set_item(key, text)
            .map_err(|error| explain(&error))
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.area.remove_item(key).map_err(|error| explain(&error))
    }
}

/// Calls `callback` when another tab changes the storage, with the key that changed or `None` when
/// everything was cleared, until the guard is dropped.
pub fn on_change(callback: impl Fn(Option<String>) + 'static) -> Option<Listener> {
    Listener::on_window("storage", move |event| {
        let key = event.unchecked_into::<StorageEvent>().key();
        if key.as_deref() != Some(PROBE) {
            callback(key);
        }
    })
}

/// Removes what this tab keeps for itself (`sessionStorage`) under keys that begin like this. `false` where something may
/// still be there.
pub fn forget_tab(prefix: &str) -> bool {
    let Some(area) = web_sys::window().and_then(|window| window.session_storage().ok()?) else {
        return true;
    };
    remove_all(&BrowserStorage { area }, prefix).is_ok()
}

/// Names first, then the codes of older browsers.
fn explain(error: &JsValue) -> StorageError {
    let name = js::text(error, "name").unwrap_or_default();
    let code = js::get(error, "code").and_then(|code| code.as_f64());
    let is_code = |wanted: f64| code.is_some_and(|code| (code - wanted).abs() < 0.5);
    match name.as_str() {
        "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" => StorageError::Full,
        "SecurityError" => StorageError::Denied,
        _ if is_code(22.0) || is_code(1014.0) => StorageError::Full,
        _ if is_code(18.0) => StorageError::Denied,
        _ => {
            StorageError::Failed(js::text(error, "message").unwrap_or_else(|| format!("{error:?}")))
        }
    }
}
