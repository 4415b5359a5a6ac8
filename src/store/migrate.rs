//! Brings the contents of an older schema up to this version's, one schema at a time.
//!
//! Invariant: there is exactly one step from each schema to the next (the table's length is tied to
//! [`SCHEMA`], so a raised number without its step does not compile), and no step is ever removed.

use std::borrow::Cow;

use serde_json::Value;

use super::envelope::{OpenError, SCHEMA};
use super::key::Key;

/// Turns the contents found under a key into those of the next schema, or says why they are no such thing.
type Step = fn(&Key, Value) -> Result<Value, String>;

/// The step at place 0 leads from schema 1 to schema 2.
const STEPS: [Step; SCHEMA as usize - 1] = [];

/// The JSON in this version's schema.
pub fn upgrade<'a>(key: &Key, schema: u32, json: &'a str) -> Result<Cow<'a, str>, OpenError> {
    upgrade_by(&STEPS, key, schema, json)
}

fn upgrade_by<'a>(
    steps: &[Step],
    key: &Key,
    schema: u32,
    json: &'a str,
) -> Result<Cow<'a, str>, OpenError> {
    let done = (schema as usize)
        .checked_sub(1)
        .ok_or_else(|| OpenError::WrongShape("there never was a schema 0".to_owned()))?;
    let missing = steps.get(done..).unwrap_or_default();
    if missing.is_empty() {
        return Ok(Cow::Borrowed(json));
    }
    let value: Value =
        serde_json::from_str(json).map_err(|error| OpenError::WrongShape(error.to_string()))?;
    let value = missing
        .iter()
        .try_fold(value, |value, step| step(key, value))
        .map_err(OpenError::WrongShape)?;
    Ok(Cow::Owned(value.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn twice(_: &Key, value: Value) -> Result<Value, String> {
        let number = value.as_u64().ok_or("not a number")?;
        Ok(Value::from(number * 2))
    }

    fn named(key: &Key, value: Value) -> Result<Value, String> {
        let number = value.as_u64().ok_or("not a number")?;
        Ok(Value::from(format!("{key} {number}")))
    }

    #[test]
    fn the_steps_that_are_missing_are_taken_in_order() {
        let steps: [Step; 2] = [twice, named];
        let json = |schema| upgrade_by(&steps, &Key::Safety, schema, "4");
        assert_eq!(json(1), Ok(Cow::Borrowed("\"bonewise:safety 8\"")));
        assert_eq!(json(2), Ok(Cow::Borrowed("\"bonewise:safety 4\"")));
        assert_eq!(json(3), Ok(Cow::Borrowed("4")));
        assert!(json(0).is_err());
    }

    #[test]
    fn contents_that_a_step_does_not_know_are_the_wrong_shape() {
        for json in ["\"four\"", "[", ""] {
            assert!(matches!(
                upgrade_by(&[twice], &Key::Safety, 1, json),
                Err(OpenError::WrongShape(_))
            ));
        }
    }
}
