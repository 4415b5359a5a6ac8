//! What may stand under which key: one entry, all entries of a month, or a value that names its fields.
//!
//! Invariant: an entry is accepted only under its own key or in its own month's segment.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value, from_value};

use crate::domain::entry::Entry;

use super::envelope::{self, OpenError};
use super::key::Key;
use super::revision::Revision;
use super::{Decode, dense};

/// The entry under its own key.
pub fn entry(key: &Key, contents: Value) -> Result<Entry, OpenError> {
    let entry: Entry = from_value(contents)?;
    if Key::of(&entry) == *key {
        Ok(entry)
    } else {
        Err(misplaced())
    }
}

/// The entries gathered under the key of their month.
pub fn segment(key: &Key, contents: Value) -> Result<Vec<Entry>, OpenError> {
    segment_with(key, contents, &mut dense::Known::new())
}

/// The same, with the kinds of other months.
pub fn segment_with(
    key: &Key,
    contents: Value,
    known: &mut dense::Known,
) -> Result<Vec<Entry>, OpenError> {
    if let (Key::Month(month), Value::String(json)) = (key, &contents) {
        return dense::read(month, json, known);
    }
    let entries: Vec<Entry> = from_value(contents)?;
    if entries.iter().all(|entry| Key::month_of(entry.day) == *key) {
        Ok(entries)
    } else {
        Err(misplaced())
    }
}

/// A value that names its fields. Where every field has a default, serde alone would take `[]` for one.
pub fn object<T: DeserializeOwned>(_: &Key, contents: Value) -> Result<T, OpenError> {
    if contents.is_object() {
        Ok(from_value(contents)?)
    } else {
        Err(OpenError::WrongShape("not an object".to_owned()))
    }
}

/// Any value that names its fields.
pub fn fields(key: &Key, contents: Value) -> Result<Map<String, Value>, OpenError> {
    object(key, contents)
}

/// What a text tells under a key; `None` where it cannot be read.
pub fn read<T>(key: &Key, text: &str, decode: Decode<T>) -> Option<T> {
    decode(key, envelope::contents(key, text).ok()?).ok()
}

/// Which writing of a value that names its fields this is.
pub fn revision<T: DeserializeOwned>(key: &Key, contents: Value) -> Result<Revision, OpenError> {
    let revision = Revision::of(&contents);
    object::<T>(key, contents).map(|_| revision)
}

fn misplaced() -> OpenError {
    OpenError::WrongShape("an entry of another key".to_owned())
}
