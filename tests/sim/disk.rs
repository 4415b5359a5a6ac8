//! A browser's storage as Chromium has it: what is written is there for every tab at once, and on the disk only when the
//! browser commits it. A kill leads back to the last commit, whole.
//!
//! A copy that is durable at once would be a second disk here that commits with each write.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use bonewise::store::storage::{Storage, StorageError};

type Values = BTreeMap<String, String>;

#[derive(Debug, Clone, Default)]
pub struct Disk {
    live: Rc<RefCell<Values>>,
    committed: Rc<RefCell<Values>>,
}

impl Disk {
    pub fn commit(&self) {
        self.committed.borrow_mut().clone_from(&self.live.borrow());
    }

    /// The browser dies.
    pub fn kill(&self) {
        self.live.borrow_mut().clone_from(&self.committed.borrow());
    }

    pub fn values(&self) -> Values {
        self.live.borrow().clone()
    }

    pub fn put(&self, key: &str, text: &str) {
        self.live
            .borrow_mut()
            .insert(key.to_owned(), text.to_owned());
    }

    pub fn take(&self, key: &str) {
        self.live.borrow_mut().remove(key);
    }
}

impl Storage for Disk {
    fn keys(&self) -> Result<Vec<String>, StorageError> {
        Ok(self.live.borrow().keys().cloned().collect())
    }
    fn read(&self, key: &str) -> Result<Option<String>, StorageError> {
        Ok(self.live.borrow().get(key).cloned())
    }
    fn write(&self, key: &str, text: &str) -> Result<(), StorageError> {
        self.put(key, text);
        Ok(())
    }
    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.take(key);
        Ok(())
    }
}
