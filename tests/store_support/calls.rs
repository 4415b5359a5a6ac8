//! A storage that counts every call, and at one of them fails, fails from then on, or stops as when the plug is pulled.

use std::cell::Cell;

use bonewise::store::memory::MemoryStorage;
use bonewise::store::storage::{Storage, StorageError};

/// What happens at one call.
#[derive(Debug, Clone, PartialEq)]
pub enum Fault {
    /// It fails, and those after it work.
    Once(StorageError),
    /// It and all after it fail.
    Always(StorageError),
    /// Nothing happens any more. Of a write the first bytes are there, in place of what stood there.
    Torn(usize),
    /// Nothing happens any more.
    Stop,
}

pub struct Calls {
    pub disk: MemoryStorage,
    so_far: Cell<usize>,
    at: Cell<usize>,
    fault: Fault,
    /// The key and the length of the text at whose write it happened.
    pub hit: std::cell::RefCell<Option<(String, usize)>>,
}

impl Calls {
    pub fn new(disk: MemoryStorage, at: usize, fault: Fault) -> Self {
        Self {
            disk,
            so_far: Cell::new(0),
            at: Cell::new(at),
            fault,
            hit: std::cell::RefCell::default(),
        }
    }

    /// How many calls there were.
    pub fn count(&self) -> usize {
        self.so_far.get()
    }

    /// All works again.
    pub fn heal(&self) {
        self.at.set(usize::MAX);
    }

    fn call(&self) -> Result<(), StorageError> {
        let this = self.so_far.replace(self.so_far.get() + 1);
        match &self.fault {
            Fault::Once(error) if this == self.at.get() => Err(error.clone()),
            Fault::Always(error) if this >= self.at.get() => Err(error.clone()),
            Fault::Torn(_) | Fault::Stop if this >= self.at.get() => {
                Err(StorageError::Failed("it stopped".to_owned()))
            }
            _ => Ok(()),
        }
    }
}

impl Storage for Calls {
    fn keys(&self) -> Result<Vec<String>, StorageError> {
        self.call().and_then(|()| self.disk.keys())
    }

    fn read(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.call().and_then(|()| self.disk.read(key))
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StorageError> {
        let is_here = self.so_far.get() == self.at.get();
        let done = self.call();
        if is_here {
            self.hit.replace(Some((key.to_owned(), text.len())));
            if let Fault::Torn(bytes) = self.fault
                && let Some(part) = text.get(..bytes.min(text.len()))
            {
                self.disk.write(key, part)?;
            }
        }
        done.and_then(|()| self.disk.write(key, text))
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.call().and_then(|()| self.disk.remove(key))
    }
}
