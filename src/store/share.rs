//! Settings and safety answers, which every open page of this app may change.
//!
//! A page may sleep for days and miss what others wrote. So it remembers the text that it and the storage last
//! agreed on, and where another text stands there now, the two are joined field by field.
//! Invariant: what another page changed is only replaced in those fields that were changed here since.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::domain::safety::Safety;
use crate::domain::settings::Settings;

use super::envelope::{self, seal};
use super::key::Key;
use super::save::SaveError;
use super::{Store, contents};

/// What this page and the storage last agreed on, for one value.
#[derive(Clone)]
pub struct Agreed {
    key: Key,
    text: String,
}

impl Agreed {
    /// On the settings, as they were just read.
    pub fn on_settings(store: &Store) -> Self {
        Self::of::<Settings>(store, Key::Settings)
    }

    /// On the safety answers, as they were just read.
    pub fn on_safety(store: &Store) -> Self {
        Self::of::<Safety>(store, Key::Safety)
    }

    /// What cannot be read was read as the default.
    fn of<T: Serialize + DeserializeOwned + Default>(store: &Store, key: Key) -> Self {
        let kept = store.text(&key).ok().flatten();
        let text = kept
            .filter(|text| read::<T>(&key, text).is_some())
            .or_else(|| seal(&T::default()).ok())
            .unwrap_or_default();
        Self { key, text }
    }
}

impl Store {
    /// What another page wrote since, joined with what was changed here; `None` where there is nothing new. From
    /// then on that is what was agreed on. What cannot be read changes nothing: writing deals with it, and so does
    /// the next start.
    pub fn joined<T>(&self, agreed: &mut Agreed, mine: &T) -> Option<T>
    where
        T: Serialize + DeserializeOwned + PartialEq,
    {
        let key = &agreed.key;
        let text = self.text(key).ok().flatten()?;
        if text == agreed.text {
            return None;
        }
        let theirs = envelope::contents(key, &text).ok()?;
        // What is of the wrong kind is nothing that could be agreed on.
        read::<T>(key, &text)?;
        let here = fields(key, mine)?;
        // Read and written once, so that a field that an older version did not write is there with its default.
        let base = read::<T>(key, &agreed.text)
            .and_then(|base| fields(key, &base))
            .unwrap_or(Value::Null);
        let joined = contents::object(key, join(&base, here, theirs)).ok()?;
        agreed.text = text;
        (joined != *mine).then_some(joined)
    }

    /// Replaces a value that others may change too. [`Self::joined`] comes before it.
    ///
    /// # Errors
    /// [`SaveError`]
    pub fn save_shared<T>(&self, agreed: &mut Agreed, value: &T) -> Result<(), SaveError>
    where
        T: Serialize + DeserializeOwned,
    {
        agreed.text = self.replace(&agreed.key, value)?;
        Ok(())
    }
}

/// What stands here joined with what comes from elsewhere, where both began with `base`. What cannot be joined stays.
pub(super) fn joined_since<T>(key: &Key, base: &T, mine: &T, theirs: &T) -> T
where
    T: Serialize + DeserializeOwned + Clone,
{
    let values = [base, mine, theirs].map(|value| fields(key, value));
    let [Some(base), Some(here), Some(theirs)] = values else {
        return mine.clone();
    };
    contents::object(key, join(&base, here, theirs)).unwrap_or_else(|_| mine.clone())
}

/// The value that a text tells, where it is one.
fn read<T: DeserializeOwned>(key: &Key, text: &str) -> Option<T> {
    contents::read(key, text, contents::object::<T>)
}

/// A value as it would be written.
fn fields<T: Serialize>(key: &Key, value: &T) -> Option<Value> {
    envelope::contents(key, &seal(value).ok()?).ok()
}

/// Three versions of one value: where it is as it was, theirs; else ours. In objects this holds for each field, and
/// in lists, which are sets here, for each member.
fn join(base: &Value, mine: Value, theirs: Value) -> Value {
    if mine == *base {
        return theirs;
    }
    match (mine, theirs) {
        (Value::Object(mine), Value::Object(mut theirs)) => {
            for (name, mine) in mine {
                let base = base.get(&name).unwrap_or(&Value::Null);
                let joined = match theirs.remove(&name) {
                    Some(theirs) => join(base, mine, theirs),
                    None => mine,
                };
                theirs.insert(name, joined);
            }
            Value::Object(theirs)
        }
        (Value::Array(mine), Value::Array(mut theirs)) => {
            let none = Vec::new();
            let base = base.as_array().unwrap_or(&none);
            theirs.retain(|one| mine.contains(one) || !base.contains(one));
            for one in mine {
                if !base.contains(&one) && !theirs.contains(&one) {
                    theirs.push(one);
                }
            }
            Value::Array(theirs)
        }
        (mine, _) => mine,
    }
}
