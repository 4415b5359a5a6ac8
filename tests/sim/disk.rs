//! A browser's storage as Chromium has it: what is written is there for every tab at once, and on the disk only when the
//! browser commits it. A kill leads back to the last commit, whole.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use bonewise::store::storage::{Storage, StorageError};

pub const SAFETY: &str = "bonewise:safety";

type Values = BTreeMap<String, String>;

#[derive(Debug, Clone, Default)]
pub struct Disk {
    live: Rc<RefCell<Values>>,
    committed: Rc<RefCell<Values>>,
    /// Of each text of safety answers, those that its writer knew.
    knew: Rc<RefCell<BTreeMap<String, BTreeSet<String>>>>,
}

impl Disk {
    pub fn commit(&self) {
        self.committed.borrow_mut().clone_from(&self.live.borrow());
    }

    /// The browser dies.
    pub fn kill(&self) {
        self.live.borrow_mut().clone_from(&self.committed.borrow());
    }

    /// The browser clears it away.
    pub fn evict(&self) {
        self.live.borrow_mut().clear();
        self.commit();
    }

    /// Whoever wrote these answers knew those.
    pub fn learn(&self, later: &str, earlier: &str) {
        let mut knew = self.knew.borrow_mut();
        let mut known = knew.get(earlier).cloned().unwrap_or_default();
        known.insert(earlier.to_owned());
        knew.entry(later.to_owned()).or_default().extend(known);
    }

    pub fn knew(&self, later: &str, earlier: &str) -> bool {
        let knew = self.knew.borrow();
        knew.get(later).is_some_and(|all| all.contains(earlier))
    }

    pub fn values(&self) -> Values {
        self.live.borrow().clone()
    }

    pub fn put(&self, key: &str, text: &str) {
        let old = self
            .live
            .borrow_mut()
            .insert(key.to_owned(), text.to_owned());
        if key == SAFETY
            && let Some(old) = old.filter(|old| old != text)
        {
            self.learn(text, &old);
        }
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
