//! How Bonewise remembers: the only place that turns the model into text and text into the model.
//!
//! Invariants. What [`Store::append`] has acknowledged is found by every later [`Store::load`], whatever
//! else happens: a full disk, a second tab, a crash between any two writes. A value that this version cannot
//! read is never overwritten or removed before a verified copy of it stands under a quarantine key, and a
//! value of a newer schema is never touched at all. Each value guards itself: what may be written is decided
//! by what stands under the key at that moment, so no state of this run can be out of date.
//!
//! Reading order: [`storage`], [`memory`], [`key`], `crc32`, [`envelope`], `migrate`, [`dense`], `contents`, [`save`],
//! [`load`], [`share`], `quarantine`, [`fold`], [`keeper`], [`backup`], [`restore`], [`folder`]; and for the second copy [`copies`], `revision`,
//! [`union`]. The format is written down in `docs/backup-format.md`.

use std::cell::Cell;
use std::rc::Rc;

use serde_json::Value;

use crate::domain::day::Instant;

use envelope::OpenError;
use key::Key;
use revision::Revision;
use storage::{Storage, StorageError};

pub mod backup;
mod contents;
pub mod copies;
mod crc32;
pub mod dense;
pub mod envelope;
#[cfg(not(target_arch = "wasm32"))]
pub mod faulty;
pub mod fold;
pub mod folder;
pub mod keeper;
pub mod key;
pub mod load;
pub mod memory;
mod migrate;
mod quarantine;
pub mod restore;
mod revision;
pub mod save;
pub mod share;
pub mod storage;
pub mod union;

/// Everything Bonewise remembers, over some [`Storage`].
#[derive(Clone)]
pub struct Store {
    storage: Rc<dyn Storage>,
    /// The latest moment anybody told this store. It only names quarantine copies.
    clock: Cell<Instant>,
    /// The highest revision that is known.
    seen: Cell<u64>,
    /// Whether what stands here was joined with the second copy.
    is_joined: Cell<bool>,
}

/// How the contents found under a key become a value.
type Decode<T> = fn(&Key, Value) -> Result<T, OpenError>;

/// Why a value could not be read.
enum Trouble {
    /// The storage did not hand out the text.
    Storage(StorageError),
    /// The text is there, but is no value that this version can read.
    Broken { text: String, why: OpenError },
}

impl Store {
    /// A store over this storage. Touches nothing yet.
    pub fn new(storage: Rc<dyn Storage>) -> Self {
        Self {
            storage,
            clock: Cell::new(Instant(0)),
            seen: Cell::new(0),
            is_joined: Cell::new(false),
        }
    }

    /// About how many bytes Bonewise takes up, quarantine included, counted as browsers count against their
    /// limit: two for each UTF-16 unit of keys and values.
    ///
    /// # Errors
    /// [`StorageError`] where the storage cannot be read.
    pub fn usage(&self) -> Result<usize, StorageError> {
        let mut units = 0;
        for name in self.storage.keys()? {
            if name.starts_with(key::PREFIX) {
                let text = self.storage.read(&name)?.unwrap_or_default();
                units += name.encode_utf16().count() + text.encode_utf16().count();
            }
        }
        Ok(units * 2)
    }

    /// Removes every value of ours that this version knows, and nothing else.
    pub(super) fn clear(&self) {
        for key in self.keys().unwrap_or_default() {
            let _ = self.storage.remove(&key.to_string());
        }
    }

    /// Whether what stands under a key is whole.
    pub fn is_readable(&self, key: &Key) -> bool {
        matches!(self.contents(key), Ok(Some(_)))
    }

    /// Whether something stands under a name.
    pub(super) fn holds(&self, name: &str) -> bool {
        // What cannot be read at this moment is not gone.
        !matches!(self.storage.read(name), Ok(None))
    }

    /// The name of something that stands here and is not removed in the ordinary course of things, the smallest first.
    pub(super) fn witness(&self) -> Option<String> {
        // Nearly always one of these stands here: then not all names have to be looked through.
        let single = [Key::Settings, Key::Safety];
        let stands = |key: &Key| matches!(self.text(key), Ok(Some(_)));
        if let Some(key) = single.into_iter().find(stands) {
            return Some(key.to_string());
        }
        let keys = self.keys().ok()?;
        let lasting =
            |key: &&Key| !matches!(key, Key::Session | Key::Draft | Key::Backup | Key::Folder);
        keys.iter().find(lasting).map(Key::to_string)
    }

    /// Every key of ours, in the order of [`Key`]. Names that this version never writes are passed over.
    fn keys(&self) -> Result<Vec<Key>, StorageError> {
        let names = self.storage.keys()?;
        let mut keys: Vec<Key> = Vec::with_capacity(names.len());
        for key in names.iter().filter_map(|name| Key::parse(name)) {
            // Each in its place at once: a sort would be a larger program, and most come in their order.
            keys.insert(keys.partition_point(|other| *other < key), key);
        }
        Ok(keys)
    }

    fn text(&self, key: &Key) -> Result<Option<String>, StorageError> {
        self.storage.read(&key.to_string())
    }

    fn get<T>(&self, key: &Key, decode: Decode<T>) -> Result<Option<T>, Trouble> {
        let Some((text, contents)) = self.contents(key)? else {
            return Ok(None);
        };
        match decode(key, contents) {
            Ok(value) => Ok(Some(value)),
            Err(why) => Err(Trouble::Broken { text, why }),
        }
    }

    fn contents(&self, key: &Key) -> Result<Option<(String, Value)>, Trouble> {
        let Some(text) = self.text(key).map_err(Trouble::Storage)? else {
            return Ok(None);
        };
        match envelope::contents(key, &text) {
            Ok(contents) => {
                self.see(Revision::of(&contents));
                Ok(Some((text, contents)))
            }
            Err(why) => Err(Trouble::Broken { text, why }),
        }
    }

    /// Later writings get higher numbers than any that was read: what stands there may be damaged by then.
    fn see(&self, revision: Revision) {
        self.seen.set(self.seen.get().max(revision.number));
    }
}
