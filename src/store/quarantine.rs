//! Copies of values that could not be read, kept word for word under keys of their own.
//!
//! Invariant: a copy is never changed or removed here, and no text is copied twice from the same key. What is moved in
//! parts, for want of room, stands in their order.

use crate::domain::safety::Safety;
use crate::domain::session::Restored;
use crate::domain::settings::Settings;

use super::envelope::OpenError;
use super::key::Key;
use super::load::{Problem, ProblemKind};
use super::save::SaveError;
use super::storage::StorageError;
use super::{Store, Trouble, contents};

/// In how many parts a text is moved aside at most: each takes a key as well, and room is what is short.
const MOST_PARTS: usize = 32;

impl Store {
    /// Takes a problem off the list for good, once the person has read it: removes the damaged value, of
    /// which a verified copy stays under its quarantine key. A value that was replaced since is left alone.
    ///
    /// # Errors
    /// [`SaveError::Guarded`] where there is no room for a copy, nor for it in parts,
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
            Some(text) if !problem.copied && self.is_broken(key) => self.move_aside(key, &text),
            _ => Ok(()),
        }
    }

    /// Moves a text that cannot be read aside in parts, where there is no room for a second one of it. A part is cut off
    /// only when its copy was read back, so that each stands somewhere at any moment.
    ///
    /// # Errors
    /// [`SaveError::Guarded`] where there is not even room for a small part; what was moved by then stays where it is.
    pub(super) fn move_aside(&self, key: &Key, text: &str) -> Result<(), SaveError> {
        let least = text.len().div_ceil(MOST_PARTS);
        let mut rest = text;
        while !rest.is_empty() {
            rest = self
                .move_part(key, rest, least)
                .map_err(|_| SaveError::Guarded)?;
        }
        Ok(self.storage.remove(&key.to_string())?)
    }

    /// Moves the first part, as large a one as fits, and hands back the rest.
    fn move_part<'a>(&self, key: &Key, rest: &'a str, least: usize) -> Result<&'a str, SaveError> {
        let mut length = rest.len();
        loop {
            let (part, left) = rest.split_at(rest.ceil_char_boundary(length));
            match self.copy(key, part) {
                Ok(()) => {
                    self.keep_text(key, left)?;
                    return Ok(left);
                }
                Err(SaveError::Full) if length > least => length = (length / 2).max(least),
                Err(error) => return Err(error),
            }
        }
    }

    /// Whether what stands there cannot be read, though it was handed out, and is not of a newer version.
    pub(super) fn is_broken(&self, key: &Key) -> bool {
        self.unreadable(key).is_some_and(|(_, why)| !why.is_newer())
    }

    /// What stands there and cannot be read, though it was handed out, and why. Of drafts and the like nothing is lost.
    pub(super) fn unreadable(&self, key: &Key) -> Option<(String, OpenError)> {
        match key {
            Key::Month(_) => unreadable(self.get(key, contents::segment)),
            Key::Entry { .. } => unreadable(self.get(key, contents::entry)),
            Key::Settings => unreadable(self.get(key, contents::object::<Settings>)),
            Key::Safety => unreadable(self.get(key, contents::object::<Safety>)),
            Key::Session => unreadable(self.get(key, contents::object::<Restored>)),
            Key::Draft | Key::Backup | Key::Folder | Key::Quarantine { .. } => None,
        }
    }

    /// Copies the text that stands under a key aside, unless the same text was copied from there before.
    pub(super) fn set_aside(&self, key: &Key, text: &str) -> Result<(), SaveError> {
        if self.has_copy(key, text)? {
            return Ok(());
        }
        self.copy(key, text)
    }

    fn copy(&self, key: &Key, text: &str) -> Result<(), SaveError> {
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

fn unreadable<T>(read: Result<Option<T>, Trouble>) -> Option<(String, OpenError)> {
    match read {
        Err(Trouble::Broken { text, why }) => Some((text, why)),
        _ => None,
    }
}
