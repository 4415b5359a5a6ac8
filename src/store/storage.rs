//! A place that keeps text under keys: what the store asks of the browser, and nothing more.
//!
//! Invariant: no implementation panics or swallows a failure; each call says what became of it.

use std::rc::Rc;

/// Keeps text under keys. `browser::storage` implements it over localStorage, [`super::memory`] over a map.
pub trait Storage {
    /// Every key there is, in any order, other people's included.
    ///
    /// # Errors
    /// [`StorageError`] where the storage cannot be read.
    fn keys(&self) -> Result<Vec<String>, StorageError>;

    /// The text under a key; `None` where there is none.
    ///
    /// # Errors
    /// [`StorageError`] where the storage cannot be read.
    fn read(&self, key: &str) -> Result<Option<String>, StorageError>;

    /// Puts text under a key, in place of what stood there.
    ///
    /// # Errors
    /// [`StorageError`] where it was not written; what stood there before is then still there.
    fn write(&self, key: &str, text: &str) -> Result<(), StorageError>;

    /// Removes a key and its text. A key that is not there is no error.
    ///
    /// # Errors
    /// [`StorageError`] where it was not removed.
    fn remove(&self, key: &str) -> Result<(), StorageError>;
}

/// Why the storage did not do it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StorageError {
    /// The browser does not let this page keep anything, or no longer does.
    #[error("The browser does not allow this page to keep anything.")]
    Denied,
    /// There is no room left.
    #[error("There is no room left in the browser's storage.")]
    Full,
    /// Anything else, in the browser's own words.
    #[error("The browser's storage failed: {0}")]
    Failed(String),
}

/// Removes all keys that begin like this, and goes on where one cannot be removed.
///
/// # Errors
/// [`StorageError`] where something is still there.
pub fn remove_all(storage: &impl Storage, prefix: &str) -> Result<(), StorageError> {
    let mut done = Ok(());
    for key in storage.keys()? {
        if key.starts_with(prefix) {
            done = storage.remove(&key).and(done);
        }
    }
    done
}

impl<S: Storage + ?Sized> Storage for Rc<S> {
    fn keys(&self) -> Result<Vec<String>, StorageError> {
        (**self).keys()
    }
    fn read(&self, key: &str) -> Result<Option<String>, StorageError> {
        (**self).read(key)
    }
    fn write(&self, key: &str, text: &str) -> Result<(), StorageError> {
        (**self).write(key, text)
    }
    fn remove(&self, key: &str) -> Result<(), StorageError> {
        (**self).remove(key)
    }
}

impl<S: Storage + ?Sized> Storage for Box<S> {
    fn keys(&self) -> Result<Vec<String>, StorageError> {
        (**self).keys()
    }
    fn read(&self, key: &str) -> Result<Option<String>, StorageError> {
        (**self).read(key)
    }
    fn write(&self, key: &str, text: &str) -> Result<(), StorageError> {
        (**self).write(key, text)
    }
    fn remove(&self, key: &str) -> Result<(), StorageError> {
        (**self).remove(key)
    }
}
