//! The text form of every stored value: `bonewise <schema> <checksum> <json>`.
//!
//! Invariant: this form is fixed for all versions to come, so that any version can tell damage from news.
//! The checksum covers the schema number too: a flipped bit there is damage, not a newer version.

use serde::Serialize;
use serde_json::Value;

use crate::domain::entry::{Entry, Kind};

use super::crc32::crc32;
use super::key::Key;
use super::migrate;

/// The newest schema this version knows. Raise it when an older version could misread what a newer one writes: a
/// new kind of entry, a new choice in an enum, a field that changes its meaning. A new field with a default
/// needs no new number, unless harm is done when an older version drops it by saving the rest.
///
/// A value is written in the oldest schema that tells all of it, so that an older version keeps reading the rest:
/// schema 2 is schema 1 with the entries that put something back, and in schema 3 a month is written densely
/// ([`super::dense`]).
pub const SCHEMA: u32 = 3;

/// The schema of everything but what [`SCHEMA`] names.
pub const FIRST_SCHEMA: u32 = 1;

/// The schema from which on a month may be written densely.
pub const DENSE_SCHEMA: u32 = 3;

const MARK: &str = "bonewise ";

/// Why a text is no value that this version can read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// It does not begin as every Bonewise value does.
    #[error("it does not begin as a Bonewise value does")]
    NotOurs,
    /// It ends before its contents begin.
    #[error("it ends before its contents begin")]
    Truncated,
    /// The contents are not those that were written.
    #[error("its checksum does not fit its contents")]
    Checksum,
    /// A newer version of Bonewise wrote it, with this schema.
    #[error("a newer version of Bonewise wrote it (schema {0})")]
    NewerSchema(u32),
    /// The contents are whole but are not what belongs here.
    #[error("its contents are not what belongs here: {0}")]
    WrongShape(String),
}

impl OpenError {
    /// Whether the text is whole and only of a newer version; any other error is damage.
    pub fn is_newer(&self) -> bool {
        matches!(self, Self::NewerSchema(_))
    }
}

impl From<serde_json::Error> for OpenError {
    fn from(error: serde_json::Error) -> Self {
        Self::WrongShape(error.to_string())
    }
}

/// The text form of a value that the first schema tells.
///
/// # Errors
/// [`serde_json::Error`] for a value that JSON cannot express; none of Bonewise's own is like that.
pub fn seal<T: Serialize + ?Sized>(value: &T) -> Result<String, serde_json::Error> {
    seal_in(FIRST_SCHEMA, value)
}

/// The text form of a value that a schema tells.
///
/// # Errors
/// As [`seal`].
pub fn seal_in<T: Serialize + ?Sized>(schema: u32, value: &T) -> Result<String, serde_json::Error> {
    let json = serde_json::to_string(value)?;
    Ok(seal_as(schema, &json))
}

/// The oldest schema that tells an entry.
pub fn schema_of(entry: &Entry) -> u32 {
    match entry.kind {
        Kind::PutBack { .. } => 2,
        _ => FIRST_SCHEMA,
    }
}

/// The text form of contents that are JSON already.
pub fn seal_as(schema: u32, json: &str) -> String {
    let sum = checksum(&schema.to_string(), json);
    format!("{MARK}{schema} {sum} {json}")
}

fn checksum(schema: &str, json: &str) -> String {
    format!("{:08x}", crc32(&[schema, " ", json]))
}

/// The contents of a text that was read under `key`, brought up to this version's schema where they are older.
///
/// # Errors
/// [`OpenError`] says what is wrong with the text.
pub fn contents(key: &Key, text: &str) -> Result<Value, OpenError> {
    let (schema, json) = open(text)?;
    if json.ends_with(|end: char| end.is_ascii_whitespace()) {
        return Err(OpenError::WrongShape(
            "it goes on after its contents".to_owned(),
        ));
    }
    // A dense month is read as text, which is quicker by far.
    if schema >= DENSE_SCHEMA && matches!(key, Key::Month(_)) && json.starts_with('{') {
        return Ok(Value::String(json.to_owned()));
    }
    let contents = serde_json::from_str(json)?;
    migrate::upgrade(key, schema, contents)
}

/// The schema and the JSON of a text that is whole.
fn open(text: &str) -> Result<(u32, &str), OpenError> {
    let Some(rest) = text.strip_prefix(MARK) else {
        return Err(if MARK.starts_with(text) {
            OpenError::Truncated
        } else {
            OpenError::NotOurs
        });
    };
    let (schema, rest) = rest.split_once(' ').ok_or(OpenError::Truncated)?;
    let (sum, json) = rest.split_once(' ').ok_or(OpenError::Truncated)?;
    if checksum(schema, json) != sum {
        return Err(OpenError::Checksum);
    }
    match schema.parse() {
        Ok(newer) if newer > SCHEMA => Err(OpenError::NewerSchema(newer)),
        Ok(known) => Ok((known, json)),
        Err(_) => Err(OpenError::NotOurs),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sealed() -> String {
        seal(&vec![1_u8, 22]).unwrap()
    }

    fn read(text: &str) -> Result<Vec<u8>, OpenError> {
        Ok(serde_json::from_value(contents(&Key::Settings, text)?)?)
    }

    #[test]
    fn what_is_sealed_opens_again() {
        assert_eq!(read(&sealed()), Ok(vec![1, 22]));
        let words = "Bein, \u{9aa8}, \u{1f9b4}\n\0\"";
        let text = seal(words).unwrap();
        assert_eq!(contents(&Key::Settings, &text).unwrap(), words);
    }

    #[test]
    fn the_form_is_the_documented_one() {
        assert_eq!(sealed(), "bonewise 1 2c518454 [1,22]");
    }

    #[test]
    fn every_change_of_a_single_byte_is_noticed() {
        let whole = sealed().into_bytes();
        for place in 0..whole.len() {
            for byte in 0..=u8::MAX {
                let mut bytes = whole.clone();
                bytes[place] = byte;
                if bytes != whole {
                    let text = String::from_utf8_lossy(&bytes);
                    let error = read(&text).unwrap_err();
                    assert!(
                        !matches!(error, OpenError::NewerSchema(_) | OpenError::WrongShape(_)),
                        "{text:?}: {error:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn every_truncation_is_noticed() {
        let whole = sealed();
        for length in 0..whole.len() {
            let error = read(&whole[..length]).unwrap_err();
            assert!(
                matches!(error, OpenError::Truncated | OpenError::Checksum),
                "{length}: {error:?}"
            );
        }
    }

    #[test]
    fn bytes_added_lost_or_swapped_are_noticed() {
        let whole = sealed();
        for place in 0..whole.len() {
            let mut longer = whole.clone();
            longer.insert(place, ' ');
            let mut shorter = whole.clone();
            shorter.remove(place);
            assert!(read(&longer).is_err(), "{longer}");
            assert!(read(&shorter).is_err(), "{shorter}");
            let mut bytes = whole.clone().into_bytes();
            if place > 0 && bytes[place] != bytes[place - 1] {
                bytes.swap(place, place - 1);
                assert!(read(&String::from_utf8(bytes).unwrap()).is_err());
            }
        }
        assert_eq!(read(&format!("{whole} ")), Err(OpenError::Checksum));
    }

    #[test]
    fn a_newer_schema_is_told_apart_from_damage() {
        for newer in [SCHEMA + 1, u32::MAX] {
            assert_eq!(
                read(&seal_as(newer, "{}")),
                Err(OpenError::NewerSchema(newer))
            );
        }
    }

    #[test]
    fn whole_contents_of_the_wrong_type_are_the_wrong_shape() {
        for json in ["", "{}", "null", "[1,", "[300]", "[1] [2]", "\"[1]\""] {
            let error = read(&seal_as(SCHEMA, json)).unwrap_err();
            assert!(matches!(error, OpenError::WrongShape(_)), "{json}");
        }
        assert!(matches!(
            read(&seal_as(0, "[1]")),
            Err(OpenError::WrongShape(_))
        ));
    }

    #[test]
    fn brackets_without_end_are_an_error_and_not_a_crash() {
        let deep = "[".repeat(1_000_000);
        assert!(matches!(
            contents(&Key::Settings, &seal_as(SCHEMA, &deep)),
            Err(OpenError::WrongShape(_))
        ));
    }

    #[test]
    fn other_peoples_text_is_not_ours() {
        for text in ["{}", "null", "Bonewise 1 00000000 {}", "\u{feff}bonewise 1"] {
            assert_eq!(read(text), Err(OpenError::NotOurs), "{text}");
        }
    }
}
