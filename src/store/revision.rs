//! Which of two states of one value is the later one.
//!
//! Settings, safety answers, the running session and the like are one value each, written again and again. Each writing
//! counts one up, so that no clock is needed to tell which of two is later. Invariant: a value with a higher number was
//! written by somebody who knew the one with the lower, unless it says that it was written apart.

use serde::Serialize;
use serde_json::{Map, Value};

use super::envelope::{FIRST_SCHEMA, seal_as};

const NUMBER: &str = "revision";
const APART: &str = "apart";
const JOINED: &str = "joined";

/// Which writing of a value this is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Revision {
    /// Counted up at each writing; 0 where an older version wrote it, which did not count.
    pub number: u64,
    /// When the page began that wrote it before it was known what the second copy holds. Then a higher number proves
    /// nothing.
    pub apart: Option<i64>,
    /// The last such writing that is part of this value.
    pub joined: Option<i64>,
}

impl Revision {
    /// That of a value as it was read.
    pub fn of(contents: &Value) -> Self {
        let number = |name| contents.get(name).and_then(Value::as_i64);
        Self {
            number: contents
                .get(NUMBER)
                .and_then(Value::as_u64)
                .unwrap_or_default(),
            apart: number(APART),
            joined: number(JOINED),
        }
    }

    /// The text form of a value that names its fields, with these beside its own.
    ///
    /// # Errors
    /// [`serde_json::Error`] for a value that JSON cannot express.
    pub fn seal<T: Serialize + ?Sized>(self, value: &T) -> Result<String, serde_json::Error> {
        let mut json = serde_json::to_string(value)?;
        if json.ends_with('}') {
            json.pop();
            let number = i64::try_from(self.number).ok();
            for (name, number) in [(NUMBER, number), (APART, self.apart), (JOINED, self.joined)] {
                if let Some(number) = number {
                    let comma = if json.ends_with('{') { "" } else { "," };
                    for part in [comma, "\"", name, "\":", &number.to_string()] {
                        json.push_str(part);
                    }
                }
            }
            json.push('}');
        }
        Ok(seal_as(FIRST_SCHEMA, &json))
    }

    /// Whether a value of this revision was written by somebody who knew the other; `None` where neither knew the other.
    pub fn is_later_than(self, other: Self) -> Option<bool> {
        // A page that is still apart may go on after it was joined with: then its number is the higher one.
        if other.apart.is_some() && self.joined == other.apart && self.number > other.number {
            return Some(true);
        }
        if self.apart.is_some() && other.joined == self.apart && other.number > self.number {
            return Some(false);
        }
        let is_known = self.apart.is_none() && other.apart.is_none();
        (is_known && self.number != other.number).then_some(self.number > other.number)
    }

    /// Takes the fields of a revision out of a value.
    pub fn strip(contents: &mut Map<String, Value>) {
        for name in [NUMBER, APART, JOINED] {
            contents.remove(name);
        }
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

    fn number(number: u64) -> Revision {
        Revision {
            number,
            ..Revision::default()
        }
    }

    #[test]
    fn a_revision_is_read_as_it_was_written() {
        let apart = Some(-5);
        for revision in [
            number(1),
            Revision { apart, ..number(7) },
            Revision {
                joined: Some(1_795_348_800_000),
                ..number(i64::MAX as u64)
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
        let (one, two) = (number(1), number(2));
        assert_eq!(two.is_later_than(one), Some(true));
        assert_eq!(one.is_later_than(two), Some(false));
        assert_eq!(one.is_later_than(one), None);
        let apart = |of| Revision {
            apart: Some(9),
            ..of
        };
        assert_eq!(apart(two).is_later_than(one), None);
        assert_eq!(two.is_later_than(apart(one)), None);
    }

    #[test]
    fn what_was_joined_with_one_written_apart_is_later_than_that() {
        let apart = Revision {
            apart: Some(9),
            ..number(2)
        };
        let joined = Revision {
            joined: Some(9),
            ..number(4)
        };
        assert_eq!(joined.is_later_than(apart), Some(true));
        assert_eq!(apart.is_later_than(joined), Some(false));
        let other = Revision {
            joined: Some(8),
            ..joined
        };
        assert_eq!(other.is_later_than(apart), None);
        // It went on without knowing of that.
        let went_on = Revision { number: 5, ..apart };
        assert_eq!(joined.is_later_than(went_on), None);
        assert_eq!(went_on.is_later_than(joined), None);
    }
}
