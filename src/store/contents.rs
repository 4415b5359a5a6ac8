//! What may stand under which key: one entry, all entries of a month, or a value that names its fields.
//!
//! Invariant: an entry is accepted only under its own key or in its own month's segment.

use serde::de::DeserializeOwned;

use crate::domain::entry::Entry;

use super::envelope::{OpenError, decode};
use super::key::Key;

/// The entry under its own key.
pub fn entry(key: &Key, text: &str) -> Result<Entry, OpenError> {
    let entry: Entry = decode(key, text)?;
    if Key::of(&entry) == *key {
        Ok(entry)
    } else {
        Err(misplaced())
    }
}

/// The entries gathered under the key of their month.
pub fn segment(key: &Key, text: &str) -> Result<Vec<Entry>, OpenError> {
    let entries: Vec<Entry> = decode(key, text)?;
    if entries.iter().all(|entry| Key::month_of(entry.day) == *key) {
        Ok(entries)
    } else {
        Err(misplaced())
    }
}

/// A value that names its fields. Where every field has a default, serde alone would take `[]` for one.
pub fn object<T: DeserializeOwned>(key: &Key, text: &str) -> Result<T, OpenError> {
    let value = decode(key, text)?;
    if text.ends_with('}') {
        Ok(value)
    } else {
        Err(OpenError::WrongShape("not an object".to_owned()))
    }
}

fn misplaced() -> OpenError {
    OpenError::WrongShape("an entry of another key".to_owned())
}
