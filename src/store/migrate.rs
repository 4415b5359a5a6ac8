//! Brings the contents of an older schema up to this version's, one schema at a time.
//!
//! Invariant: there is exactly one step from each schema to the next (the table's length is tied to
//! [`SCHEMA`], so a raised number without its step does not compile), and no step is ever removed.

use serde_json::Value;

use super::envelope::{OpenError, SCHEMA};
use super::key::Key;

/// Turns the contents found under a key into those of the next schema, or says why they are no such thing.
type Step = fn(&Key, Value) -> Result<Value, String>;

/// The step at place 0 leads from schema 1 to schema 2.
const STEPS: [Step; SCHEMA as usize - 1] = [as_it_was, as_it_was];

/// Schema 2 has a further kind of entry, schema 3 a further way to write a month; all else is as it was.
#[allow(clippy::unnecessary_wraps)] // as every step
fn as_it_was(_: &Key, contents: Value) -> Result<Value, String> {
    Ok(contents)
}

/// The contents in this version's schema.
pub fn upgrade(key: &Key, schema: u32, contents: Value) -> Result<Value, OpenError> {
    upgrade_by(&STEPS, key, schema, contents)
}

fn upgrade_by(steps: &[Step], key: &Key, schema: u32, contents: Value) -> Result<Value, OpenError> {
    let done = (schema as usize)
        .checked_sub(1)
        .ok_or_else(|| OpenError::WrongShape("there never was a schema 0".to_owned()))?;
    let missing = steps.get(done..).unwrap_or_default();
    missing
        .iter()
        .try_fold(contents, |contents, step| step(key, contents))
        .map_err(OpenError::WrongShape)
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
        let from = |schema| upgrade_by(&steps, &Key::Safety, schema, Value::from(4));
        assert_eq!(from(1), Ok(Value::from("bonewise:safety 8")));
        assert_eq!(from(2), Ok(Value::from("bonewise:safety 4")));
        assert_eq!(from(3), Ok(Value::from(4)));
        assert!(from(0).is_err());
    }

    #[test]
    fn contents_that_a_step_does_not_know_are_the_wrong_shape() {
        assert!(matches!(
            upgrade_by(&[twice], &Key::Safety, 1, Value::from("four")),
            Err(OpenError::WrongShape(_))
        ));
    }
}
