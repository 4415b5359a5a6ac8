//! Writing: every value is read back after it was written, and guarded before it is replaced.
//!
//! Invariant: `Ok` means that the storage handed the very same text back.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::domain::draft::Draft;
use crate::domain::entry::Entry;
use crate::domain::safety::Safety;
use crate::domain::settings::Settings;

use super::envelope::{schema_of, seal_in};
use super::key::Key;
use super::revision::Revision;
use super::storage::StorageError;
use super::{Decode, Store, Trouble, contents};

/// Why something was not saved, and what can be done. Nothing that was kept before is lost by any of them.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SaveError {
    /// The browser does not let this page keep anything.
    #[error("The browser does not allow this page to keep anything. Allow it, then try again.")]
    Denied,
    /// There is no room left.
    #[error("There is no room left in the browser's storage. Make some room, then try again.")]
    Full,
    /// The browser's storage failed in another way, in its own words.
    #[error("The browser could not save this ({0}). Try again.")]
    Failed(String),
    /// A newer version of Bonewise wrote what stands there. It is not touched.
    #[error("A newer version of Bonewise wrote this. Reload the page to get that version.")]
    ReadOnly,
    /// The browser said yes, but did not hand the same text back.
    #[error("The browser did not keep what was written. Try again.")]
    NotKept,
    /// What stands there is damaged and could not be copied aside, so it is not replaced.
    #[error(
        "What is kept here is damaged and could not be copied aside. Make some room, then try again."
    )]
    Guarded,
    /// Another entry already has this id. Entries are never changed.
    #[error("Another entry is kept under this name.")]
    Taken,
}

impl From<StorageError> for SaveError {
    fn from(error: StorageError) -> Self {
        match error {
            StorageError::Denied => Self::Denied,
            StorageError::Full => Self::Full,
            StorageError::Failed(words) => Self::Failed(words),
        }
    }
}

impl Store {
    /// Writes an entry under a key of its own. An entry that is already there is no error, so a failed
    /// save can simply be tried again.
    ///
    /// # Errors
    /// [`SaveError`]; [`SaveError::Taken`] where another entry stands under the same id.
    pub fn append(&self, entry: &Entry) -> Result<(), SaveError> {
        let key = Key::of(entry);
        match self.make_way(&key, contents::entry)? {
            Some(kept) if kept == *entry => Ok(()),
            Some(_) => Err(SaveError::Taken),
            None => self.keep(&key, entry, schema_of(entry)).map(drop),
        }
    }

    /// Replaces the settings.
    ///
    /// # Errors
    /// [`SaveError`]
    pub fn save_settings(&self, settings: &Settings) -> Result<(), SaveError> {
        self.replace(&Key::Settings, settings).map(drop)
    }

    /// Replaces the answers to the safety questions.
    ///
    /// # Errors
    /// [`SaveError`]
    pub fn save_safety(&self, safety: &Safety) -> Result<(), SaveError> {
        self.replace(&Key::Safety, safety).map(drop)
    }

    /// Replaces the snapshot of the running session, which is a struct with named fields.
    ///
    /// # Errors
    /// [`SaveError`]
    pub fn save_session<T: Serialize + DeserializeOwned>(
        &self,
        session: &T,
    ) -> Result<(), SaveError> {
        self.replace(&Key::Session, session).map(drop)
    }

    /// Replaces what is half entered.
    ///
    /// # Errors
    /// [`SaveError`]
    pub fn save_draft(&self, draft: &Draft) -> Result<(), SaveError> {
        self.replace(&Key::Draft, draft).map(drop)
    }

    /// Removes the snapshot of the running session. `T` is the type it is saved as: a snapshot that cannot
    /// be read as such is copied aside first.
    ///
    /// # Errors
    /// [`SaveError`]
    pub fn clear_session<T: DeserializeOwned>(&self) -> Result<(), SaveError> {
        self.make_way(&Key::Session, contents::object::<T>)?;
        Ok(self.storage.remove(&Key::Session.to_string())?)
    }

    /// Replaces a value that names its fields; hands back the text that stands there now.
    pub(super) fn replace<T: Serialize + DeserializeOwned>(
        &self,
        key: &Key,
        value: &T,
    ) -> Result<String, SaveError> {
        let standing = self.make_way(key, contents::revision::<T>)?;
        let revision = self.next_revision(standing.unwrap_or_default());
        let text = revision
            .seal(value)
            .map_err(|error| SaveError::Failed(error.to_string()))?;
        self.keep_text(key, &text)?;
        Ok(text)
    }

    /// That of the writing that comes after another one.
    pub(super) fn next_revision(&self, standing: Revision) -> Revision {
        let number = self.seen.get().max(standing.number).saturating_add(1);
        self.seen.set(number);
        let is_joined = self.is_joined.get();
        Revision {
            number,
            apart: (!is_joined).then_some(self.clock.get().0),
            joined: standing.apart.or(standing.joined).filter(|_| is_joined),
        }
    }

    /// Makes sure that whatever stands under the key may be replaced: it is readable (and is returned), or
    /// a verified copy of it stands aside.
    fn make_way<T>(&self, key: &Key, decode: Decode<T>) -> Result<Option<T>, SaveError> {
        match self.get(key, decode) {
            Ok(value) => Ok(value),
            Err(Trouble::Storage(error)) => Err(error.into()),
            Err(Trouble::Broken { why, .. }) if why.is_newer() => Err(SaveError::ReadOnly),
            Err(Trouble::Broken { text, .. }) => {
                match self.set_aside(key, &text) {
                    Ok(()) => {}
                    Err(SaveError::Full) => self.move_aside(key, &text)?,
                    Err(_) => return Err(SaveError::Guarded),
                }
                Ok(None)
            }
        }
    }

    /// Seals and writes a value, whatever stands under the key, and reads it back.
    pub(super) fn keep<T: Serialize + ?Sized>(
        &self,
        key: &Key,
        value: &T,
        schema: u32,
    ) -> Result<String, SaveError> {
        let text = seal_in(schema, value).map_err(|error| SaveError::Failed(error.to_string()))?;
        self.keep_text(key, &text)?;
        Ok(text)
    }

    pub(super) fn keep_text(&self, key: &Key, text: &str) -> Result<(), SaveError> {
        let name = key.to_string();
        self.storage.write(&name, text)?;
        if self.storage.read(&name)?.as_deref() == Some(text) {
            Ok(())
        } else {
            Err(SaveError::NotKept)
        }
    }
}
