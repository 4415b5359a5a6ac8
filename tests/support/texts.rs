//! The texts of `locales/en/`, read as they are written.

use std::collections::BTreeMap;
use std::fs;

use serde::de::{Deserializer, MapAccess, Visitor};

pub fn texts(namespace: &str) -> BTreeMap<String, String> {
    pairs(namespace).into_iter().collect()
}

/// The keys and texts of a namespace as they are written, a key that stands twice too.
pub fn pairs(namespace: &str) -> Vec<(String, String)> {
    struct Pairs;
    impl<'de> Visitor<'de> for Pairs {
        type Value = Vec<(String, String)>;
        fn expecting(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
            out.write_str("an object of plain strings")
        }
        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut pairs = Vec::new();
            while let Some(pair) = map.next_entry()? {
                pairs.push(pair);
            }
            Ok(pairs)
        }
    }
    let file = fs::read_to_string(format!("locales/en/{namespace}.json")).unwrap();
    serde_json::Deserializer::from_str(&file)
        .deserialize_map(Pairs)
        .unwrap()
}

/// Every namespace: the files of `locales/en/`.
pub fn namespaces() -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir("locales/en")
        .unwrap()
        .map(|file| file.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
        .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
        .collect();
    names.sort();
    names
}

/// Every text of every namespace in English, also where keys are nested: file, innermost key, text.
pub fn all_texts() -> Vec<(String, String, String)> {
    fn walk(
        name: &str,
        key: &str,
        value: &serde_json::Value,
        found: &mut Vec<(String, String, String)>,
    ) {
        match value {
            serde_json::Value::String(text) => found.push((name.into(), key.into(), text.clone())),
            serde_json::Value::Object(inner) => {
                for (key, value) in inner {
                    walk(name, key, value, found);
                }
            }
            serde_json::Value::Array(inner) => {
                for value in inner {
                    walk(name, key, value, found);
                }
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    for file in fs::read_dir("locales/en").unwrap() {
        let path = file.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "json") {
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            let value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
            walk(&name, "", &value, &mut found);
        }
    }
    assert!(found.len() > 300);
    found
}
