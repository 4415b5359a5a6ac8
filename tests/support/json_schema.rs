//! As much of JSON Schema (2020-12) as `docs/backup.schema.json` uses. What it does not know fails, so that nothing in a
//! schema is passed over.

use serde_json::Value;

/// What is wrong with a value, each with its place; nothing where it is valid.
pub fn faults(schema: &Value, value: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    Check {
        root: schema,
        faults: &mut faults,
    }
    .check(schema, value, "$");
    faults
}

struct Check<'a> {
    root: &'a Value,
    faults: &'a mut Vec<String>,
}

impl Check<'_> {
    fn check(&mut self, schema: &Value, value: &Value, at: &str) {
        for (word, rule) in schema.as_object().unwrap() {
            let fits = match word.as_str() {
                "$schema" | "$defs" | "title" | "description"
                // They belong together, and are looked at below.
                | "properties" | "additionalProperties" => true,
                "$ref" => {
                    let target = rule.as_str().unwrap().strip_prefix('#').unwrap();
                    let target = self.root.pointer(target).unwrap();
                    self.check(target, value, at);
                    true
                }
                "anyOf" => rule
                    .as_array()
                    .unwrap()
                    .iter()
                    .any(|one| self.is_valid(one, value)),
                "const" => rule == value,
                "enum" => rule.as_array().unwrap().contains(value),
                "type" => is_of_type(value, rule.as_str().unwrap()),
                "pattern" => value
                    .as_str()
                    .is_none_or(|text| matches(rule.as_str().unwrap(), text)),
                "minimum" => value.as_i64().is_none_or(|n| n >= rule.as_i64().unwrap()),
                "maximum" => value.as_i64().is_none_or(|n| n <= rule.as_i64().unwrap()),
                "minProperties" => value
                    .as_object()
                    .is_none_or(|fields| fields.len() as u64 >= rule.as_u64().unwrap()),
                "maxProperties" => value
                    .as_object()
                    .is_none_or(|fields| fields.len() as u64 <= rule.as_u64().unwrap()),
                "required" => value.as_object().is_none_or(|fields| {
                    let mut names = rule.as_array().unwrap().iter();
                    names.all(|name| fields.contains_key(name.as_str().unwrap()))
                }),
                "items" => {
                    for (place, item) in value.as_array().into_iter().flatten().enumerate() {
                        self.check(rule, item, &format!("{at}[{place}]"));
                    }
                    true
                }
                other => panic!("{other} is not known here"),
            };
            if !fits {
                self.faults.push(format!("{at}: {word}: {rule}"));
            }
        }
        self.fields(schema, value, at);
    }

    fn fields(&mut self, schema: &Value, value: &Value, at: &str) {
        for (name, value) in value.as_object().into_iter().flatten() {
            let at = format!("{at}.{name}");
            let known = schema.get("properties").and_then(|all| all.get(name));
            match known.or(schema.get("additionalProperties")) {
                None | Some(Value::Bool(true)) => {}
                Some(Value::Bool(false)) => self.faults.push(format!("{at}: not known")),
                Some(rule) => self.check(rule, value, &at),
            }
        }
    }

    fn is_valid(&self, schema: &Value, value: &Value) -> bool {
        let mut faults = Vec::new();
        Check {
            root: self.root,
            faults: &mut faults,
        }
        .check(schema, value, "");
        faults.is_empty()
    }
}

fn is_of_type(value: &Value, name: &str) -> bool {
    match name {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        "null" => value.is_null(),
        other => panic!("{other} is not known here"),
    }
}

/// The few patterns there are, each as a function.
fn matches(pattern: &str, text: &str) -> bool {
    match pattern {
        "^[0-9a-f]{8}$" => {
            text.len() == 8 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
        }
        "^-?[0-9]{3,6}-[0-9]{2}-[0-9]{2}$" => {
            let parts: Vec<&str> = text.trim_start_matches('-').split('-').collect();
            let digits = |part: &&str| part.bytes().all(|b| b.is_ascii_digit());
            parts.len() == 3 && parts.iter().all(digits) && (3..=6).contains(&parts[0].len())
        }
        "^[0-9A-Za-z]{1,40}$" => {
            (1..=40).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric())
        }
        "^[a-z][0-9a-z_]*$" => {
            text.starts_with(|first: char| first.is_ascii_lowercase())
                && text
                    .bytes()
                    .all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'z' | b'_'))
        }
        other => panic!("{other} is not known here"),
    }
}
