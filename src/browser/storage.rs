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

/// The browser's storage for this origin, or for this tab.
#[derive(Debug, Clone)]
pub struct BrowserStorage {
    area: web_sys::Storage,
}

impl BrowserStorage {
    /// Opens the storage. It is not tried with a write: a browser that brings changes to the disk from time to time only
    /// would spend the first of these times on it. What cannot be written is told when something is.
    ///
    /// # Errors
    /// `Denied` when the browser blocks storage or has none, `Failed` for anything else.
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
        storage.area.length().map_err(|error| explain(&error))?;
        Ok(storage)
    }

    /// What this tab keeps for itself (`sessionStorage`): it outlives a reload. `None` where the browser has none.
    pub fn of_tab() -> Option<Self> {
        let area = web_sys::window()?.session_storage().ok().flatten()?;
        Some(Self { area })
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
        callback(event.unchecked_into::<StorageEvent>().key());
    })
}

/// Removes what this tab keeps for itself (`sessionStorage`) under keys that begin like this. `false` where something may
/// still be there.
pub fn forget_tab(prefix: &str) -> bool {
    BrowserStorage::of_tab().is_none_or(|storage| remove_all(&storage, prefix).is_ok())
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
