//! A storage that lasts as long as the page: the fallback where the browser denies its own.
//!
//! Invariant: clones share their contents, as two tabs share localStorage.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::storage::{Storage, StorageError};

/// Text under keys, in memory. A clone is a further handle on the same contents.
///
/// A list and not a map: a second map in the program would be larger than all of this.
#[derive(Debug, Clone, Default)]
pub struct MemoryStorage {
    values: Rc<RefCell<Vec<(String, String)>>>,
}

impl MemoryStorage {
    /// A storage with nothing in it.
    pub fn new() -> Self {
        Self::default()
    }

    /// A copy of everything in it, as it is now.
    pub fn snapshot(&self) -> BTreeMap<String, String> {
        self.values.borrow().iter().cloned().collect()
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
        let values = self.values.borrow();
        Ok(values.iter().map(|(key, _)| key.clone()).collect())
    }

    fn read(&self, key: &str) -> Result<Option<String>, StorageError> {
        let values = self.values.borrow();
        let found = values.iter().find(|(known, _)| known == key);
        Ok(found.map(|(_, text)| text.clone()))
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StorageError> {
        let mut values = self.values.borrow_mut();
        match values.iter_mut().find(|(known, _)| known == key) {
            Some((_, kept)) => text.clone_into(kept),
            None => values.push((key.to_owned(), text.to_owned())),
        }
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.values.borrow_mut().retain(|(known, _)| known != key);
        Ok(())
    }
}
