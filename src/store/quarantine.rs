//! Copies of values that could not be read, kept word for word under keys of their own.
//!
//! Invariant: a copy is never changed or removed here, and no text is copied twice from the same key.

use super::Store;
use super::key::Key;
use super::load::{Problem, ProblemKind};
use super::save::SaveError;
use super::storage::StorageError;

impl Store {
    /// Takes a problem off the list for good, once the person has read it: removes the damaged value, of
    /// which a verified copy stays under its quarantine key. A value that was replaced since is left alone.
    ///
    /// # Errors
    /// [`SaveError::Guarded`] where no copy could be made yet (a later [`Store::load`] tries again),
    /// [`SaveError::ReadOnly`] for what a newer version wrote, and others where the storage fails.
    pub fn dismiss(&self, problem: &Problem) -> Result<(), SaveError> {
        let key = match (&problem.key, problem.kind) {
            (_, ProblemKind::Newer) => return Err(SaveError::ReadOnly),
            (None, _) | (_, ProblemKind::Unreadable) => return Ok(()),
            (Some(key), ProblemKind::Damaged) => key,
        };
        match self.text(key)? {
            Some(text) if self.has_copy(key, &text)? => {
                Ok(self.storage.remove(&key.to_string())?)
            }
            Some(_) if !problem.copied => Err(SaveError::Guarded),
            _ => Ok(()),
        }
    }

    /// Copies the text that stands under a key aside, unless the same text was copied from there before.
    pub(super) fn set_aside(&self, key: &Key, text: &str) -> Result<(), SaveError> {
        if self.has_copy(key, text)? {
            return Ok(());
        }
        let at = self.clock.get();
        let taken = self.copies()?.into_iter().filter_map(|copy| match copy {
            Key::Quarantine { at: then, n, .. } if then == at => Some(n),
            _ => None,
        });
        let copy = Key::Quarantine {
            at,
            n: taken.max().map_or(0, |n| n.saturating_add(1)),
            of: key.to_string(),
        };
        let kept = self.keep_text(&copy, text);
        if kept == Err(SaveError::NotKept) {
            // Half a copy would only be copied again and again.
            self.storage.remove(&copy.to_string())?;
        }
        kept
    }

    fn has_copy(&self, key: &Key, text: &str) -> Result<bool, StorageError> {
        let original = key.to_string();
        for copy in self.copies()? {
            if matches!(&copy, Key::Quarantine { of, .. } if *of == original)
                && self.text(&copy)?.as_deref() == Some(text)
            {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn copies(&self) -> Result<Vec<Key>, StorageError> {
        let mut keys = self.keys()?;
        keys.retain(|key| matches!(key, Key::Quarantine { .. }));
        Ok(keys)
    }
}
