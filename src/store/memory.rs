//! A storage that lasts as long as the page: the fallback where the browser denies its own.
//!
//! Invariant: clones share their contents, as two tabs share localStorage.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::storage::{Storage, StorageError};

/// Text under keys, in memory. A clone is a further handle on the same contents.
#[derive(Debug, Clone, Default)]
pub struct MemoryStorage {
    values: Rc<RefCell<BTreeMap<String, String>>>,
}

impl MemoryStorage {
    /// A storage with nothing in it.
    pub fn new() -> Self {
        Self::default()
    }

    /// A copy of everything in it, as it is now.
    pub fn snapshot(&self) -> BTreeMap<String, String> {
        self.values.borrow().clone()
    }
}

/// A storage of its own that begins with these values.
impl FromIterator<(String, String)> for MemoryStorage {
    fn from_iter<I: IntoIterator<Item = (String, String)>>(values: I) -> Self {
        Self {
            values: Rc::new(RefCell::new(values.into_iter().collect())),
        }
    }
}

impl Storage for MemoryStorage {
    fn keys(&self) -> Result<Vec<String>, StorageError> {
        Ok(self.values.borrow().keys().cloned().collect())
    }

    fn read(&self, key: &str) -> Result<Option<String>, StorageError> {
        Ok(self.values.borrow().get(key).cloned())
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StorageError> {
        self.values
            .borrow_mut()
            .insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.values.borrow_mut().remove(key);
        Ok(())
    }
}
