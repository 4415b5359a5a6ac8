//! A storage that misbehaves on command, for tests: full, denied, failing from some change on, or lying.
//!
//! Invariant: it is never part of the app (compiled for native targets only), and with every switch at
//! rest it does exactly what the storage inside it does.

use std::cell::RefCell;
use std::rc::Rc;

use super::storage::{Storage, StorageError};

/// Another storage with switches in front of it. A clone shares the switches.
#[derive(Debug, Clone, Default)]
pub struct Faulty<S> {
    inner: S,
    switches: Rc<RefCell<Switches>>,
}

#[derive(Debug, Default)]
struct Switches {
    changes: usize,
    failing: Option<(usize, StorageError)>,
    capacity: Option<usize>,
    denied: bool,
    forgetful: bool,
}

impl<S: Storage> Faulty<S> {
    /// With every switch at rest.
    pub fn new(inner: S) -> Self {
        Self {
            inner,
            switches: Rc::default(),
        }
    }

    /// How many writes and removals were asked for so far.
    pub fn changes(&self) -> usize {
        self.switches.borrow().changes
    }

    /// Lets `good` more writes and removals through; all after them fail. [`StorageError::Full`] fails
    /// writes only, for there is always room to remove.
    pub fn fail_after(&self, good: usize, error: StorageError) {
        let mut switches = self.switches.borrow_mut();
        switches.failing = Some((switches.changes + good, error));
    }

    /// Holds at most this many bytes of keys and values.
    pub fn limit(&self, capacity: usize) {
        self.switches.borrow_mut().capacity = Some(capacity);
    }

    /// Denies everything, reading included.
    pub fn deny(&self) {
        self.switches.borrow_mut().denied = true;
    }

    /// Says yes to every write and keeps none.
    pub fn forget_writes(&self) {
        self.switches.borrow_mut().forgetful = true;
    }

    /// Whether any switch is not at rest.
    pub fn is_at_work(&self) -> bool {
        let switches = self.switches.borrow();
        switches.failing.is_some()
            || switches.capacity.is_some()
            || switches.denied
            || switches.forgetful
    }

    /// Puts every switch to rest.
    pub fn heal(&self) {
        let changes = self.changes();
        *self.switches.borrow_mut() = Switches {
            changes,
            ..Switches::default()
        };
    }

    fn allowed(&self) -> Result<(), StorageError> {
        if self.switches.borrow().denied {
            return Err(StorageError::Denied);
        }
        Ok(())
    }

    fn change(&self, is_write: bool) -> Result<(), StorageError> {
        self.allowed()?;
        let mut switches = self.switches.borrow_mut();
        switches.changes += 1;
        match &switches.failing {
            Some((from, error))
                if switches.changes > *from && (is_write || *error != StorageError::Full) =>
            {
                Err(error.clone())
            }
            _ => Ok(()),
        }
    }

    fn used_besides(&self, key: &str) -> Result<usize, StorageError> {
        let mut used = 0;
        for other in self.inner.keys()? {
            if other != key {
                used += other.len() + self.inner.read(&other)?.unwrap_or_default().len();
            }
        }
        Ok(used)
    }
}

impl<S: Storage> Storage for Faulty<S> {
    fn keys(&self) -> Result<Vec<String>, StorageError> {
        self.allowed()?;
        self.inner.keys()
    }

    fn read(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.allowed()?;
        self.inner.read(key)
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StorageError> {
        self.change(true)?;
        let (capacity, forgetful) = {
            let switches = self.switches.borrow();
            (switches.capacity, switches.forgetful)
        };
        if let Some(capacity) = capacity
            && self.used_besides(key)? + key.len() + text.len() > capacity
        {
            return Err(StorageError::Full);
        }
        if forgetful {
            return Ok(());
        }
        self.inner.write(key, text)
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.change(false)?;
        self.inner.remove(key)
    }
}
