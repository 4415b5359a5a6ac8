//! Which of two states of one value is the later one.
//!
//! Settings, safety answers, the running session and the like are one value each, written again and again. Each writing
//! counts one up, so that no clock is needed to tell which of two is later. Invariant: a value with a higher number was
//! written by somebody who knew the one with the lower, unless it says that it was written apart.

use serde::Serialize;
use serde_json::Value;

use super::envelope::{FIRST_SCHEMA, seal_as};

const NUMBER: &str = "revision";
const APART: &str = "apart";

/// Which writing of a value this is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Revision {
    /// Counted up at each writing; 0 where an older version wrote it, which did not count.
    pub number: u64,
    /// Written before it was known what the second copy holds, so that a higher number proves nothing.
    pub apart: bool,
}

impl Revision {
    /// That of a value as it was read.
    pub fn of(contents: &Value) -> Self {
        Self {
            number: contents
                .get(NUMBER)
                .and_then(Value::as_u64)
                .unwrap_or_default(),
            apart: contents.get(APART).is_some(),
        }
    }

    /// The text form of a value that names its fields, with these two beside its own.
    ///
    /// # Errors
    /// [`serde_json::Error`] for a value that JSON cannot express.
    pub fn seal<T: Serialize + ?Sized>(self, value: &T) -> Result<String, serde_json::Error> {
        let mut json = serde_json::to_string(value)?;
        if json.ends_with('}') {
            json.pop();
            if !json.ends_with('{') {
                json.push(',');
            }
            let apart = if self.apart { ",\"apart\":true" } else { "" };
            let number = self.number;
            for part in ["\"", NUMBER, "\":", &number.to_string(), apart, "}"] {
                json.push_str(part);
            }
        }
        Ok(seal_as(FIRST_SCHEMA, &json))
    }

    /// Whether a value of this revision was written by somebody who knew the other; `None` where neither knew the other.
    pub fn is_later_than(self, other: Self) -> Option<bool> {
        if self.apart || other.apart || self.number == other.number {
            return None;
        }
        Some(self.number > other.number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::envelope;
    use crate::store::key::Key;

    fn read(text: &str) -> Revision {
        Revision::of(&envelope::contents(&Key::Settings, text).unwrap())
    }

    #[test]
    fn a_revision_is_read_as_it_was_written() {
        for revision in [
            Revision {
                number: 1,
                apart: false,
            },
            Revision {
                number: u64::MAX,
                apart: true,
            },
        ] {
            let fields = std::collections::BTreeMap::from([("a", 1)]);
            assert_eq!(read(&revision.seal(&fields).unwrap()), revision);
            let none = std::collections::BTreeMap::<u8, u8>::new();
            assert_eq!(read(&revision.seal(&none).unwrap()), revision);
        }
        assert_eq!(read(&envelope::seal(&[1]).unwrap()), Revision::default());
    }

    #[test]
    fn a_higher_number_is_later_unless_one_was_written_apart() {
        let one = Revision {
            number: 1,
            apart: false,
        };
        let two = Revision {
            number: 2,
            apart: false,
        };
        assert_eq!(two.is_later_than(one), Some(true));
        assert_eq!(one.is_later_than(two), Some(false));
        assert_eq!(one.is_later_than(one), None);
        assert_eq!(Revision { apart: true, ..two }.is_later_than(one), None);
        assert_eq!(two.is_later_than(Revision { apart: true, ..one }), None);
    }
}
