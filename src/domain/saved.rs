//! How saved values are read back: words by their spelling, records field by field.
//!
//! Deriving `Deserialize` gives each type a reader of its own of one to three kilobytes, and people wait for
//! those to download. The macros here give each type a short list instead, over one reader for all.
//! Invariant: what these read is exactly what `derive(Serialize)` with `snake_case` names writes. A record whose fields
//! all have defaults is not read out of fields none of which is its own: that is some other value.

use serde::Deserialize;
use serde::de::{DeserializeOwned, Deserializer, Error as _};
use serde_json::{Error, Map, Value};

/// The fields of a record that is being read.
pub struct Fields(Map<String, Value>);

impl Fields {
    /// Reads a record, whatever its fields.
    ///
    /// # Errors
    /// Where there is none.
    pub fn read<'de, D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Map::deserialize(from).map(Self)
    }

    /// A field's value; one that is missing reads like `null`.
    ///
    /// # Errors
    /// Where it is not what belongs there.
    pub fn take<T: DeserializeOwned>(&mut self, name: &str) -> Result<T, Error> {
        T::deserialize(self.value(name).unwrap_or(Value::Null))
    }

    /// Puts a field's value into its place; where it is missing, the place stays as it is.
    ///
    /// # Errors
    /// Where it is not what belongs there.
    pub fn put<T: DeserializeOwned>(&mut self, name: &str, place: &mut T) -> Result<(), Error> {
        if let Some(value) = self.value(name) {
            *place = T::deserialize(value)?;
        }
        Ok(())
    }

    /// How many fields have not been taken out.
    pub fn left(&self) -> usize {
        self.0.len()
    }

    fn value(&mut self, name: &str) -> Option<Value> {
        self.0.remove(name)
    }
}

/// That a record has fields, but none of its own.
pub fn something_else() -> Error {
    Error::custom("none of its fields belongs here")
}

/// One of a few, by its spelling; and what comes with it, if anything does.
pub struct Choice {
    /// How it is spelled.
    pub word: String,
    /// What comes with it; `null` where it is a plain word.
    pub with: Value,
}

impl Choice {
    /// Reads a plain word, or an object with one field, as serde writes a choice.
    ///
    /// # Errors
    /// Where it is neither.
    pub fn read<'de, D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let choice = match Value::deserialize(from)? {
            Value::String(word) => Some((word, Value::Null)),
            Value::Object(fields) if fields.len() == 1 => fields.into_iter().next(),
            _ => None,
        };
        choice
            .map(|(word, with)| Self { word, with })
            .ok_or_else(|| D::Error::custom("neither a word nor a word with something"))
    }

    /// What comes with it.
    ///
    /// # Errors
    /// Where it is not what belongs there.
    pub fn with<T: DeserializeOwned>(self) -> Result<T, Error> {
        T::deserialize(self.with)
    }

    /// That this word is not one of the few.
    pub fn unknown(&self) -> Error {
        Error::custom(format_args!("{} is not one of the few", self.word))
    }

    /// The fields that come with it.
    ///
    /// # Errors
    /// Where there are none.
    pub fn fields(self) -> Result<Fields, Error> {
        Fields::read(self.with)
    }
}

/// What a word stands for.
///
/// # Errors
/// Where nothing is spelled like that.
pub fn word<'de, D: Deserializer<'de>, T: Copy>(
    from: D,
    words: &[(&str, T)],
) -> Result<T, D::Error> {
    let word = String::deserialize(from)?;
    words
        .iter()
        .find(|(spelling, _)| *spelling == word)
        .map(|(_, value)| *value)
        .ok_or_else(|| D::Error::custom("not one of the words"))
}

/// Reads an enum of plain words: `words!(Routine { HeelDrop = "heel_drop", … })`.
macro_rules! words {
    ($of:ident { $($variant:ident = $word:literal),+ $(,)? }) => {
        impl<'de> ::serde::Deserialize<'de> for $of {
            fn deserialize<D: ::serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                $crate::domain::saved::word(from, &[$(($word, Self::$variant)),+])
            }
        }
    };
}

/// Reads a record: `record!(Plan { routine, style, … })`. With `or default`, a field that is missing has its
/// default, but one at least has to be there if any is. What stands behind a semicolon is not saved.
macro_rules! record {
    ($of:ident { $($field:ident),+ $(; $unsaved:ident)? }) => {
        impl $of {
            fn of_fields(mut fields: $crate::domain::saved::Fields) -> ::serde_json::Result<Self> {
                Ok(Self {
                    $($field: fields.take(stringify!($field))?,)+
                    $($unsaved: Default::default())?
                })
            }
        }
        record!(@read $of);
    };
    ($of:ident or default { $($field:ident),+ }) => {
        impl $of {
            fn of_fields(mut fields: $crate::domain::saved::Fields) -> ::serde_json::Result<Self> {
                let mut whole = Self::default();
                let all = fields.left();
                // Named one by one, so that a field that is not in the list does not compile.
                let Self { $($field),+ } = &mut whole;
                $(fields.put(stringify!($field), $field)?;)+
                if all > 0 && fields.left() == all {
                    return Err($crate::domain::saved::something_else());
                }
                Ok(whole)
            }
        }
        record!(@read $of);
    };
    (@read $of:ident) => {
        impl<'de> ::serde::Deserialize<'de> for $of {
            fn deserialize<D: ::serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let fields = $crate::domain::saved::Fields::read(from)?;
                Self::of_fields(fields).map_err(::serde::de::Error::custom)
            }
        }
    };
}

pub(super) use {record, words};
