//! Stamps into the service worker the list of exactly the files that the build made, each with the hash of its content.

use std::path::Path;

use anyhow::{Result, ensure};

use crate::{digest, files};

const PLACEHOLDER: &str = "{ version: \"dev\", files: [] }";

/// Writes the list; returns how many files it has.
pub fn stamp(dist: &Path) -> Result<usize> {
    let worker = dist.join("sw.js");
    let script = files::read_text(&worker)?;
    let places = script.matches(PLACEHOLDER).count();
    ensure!(
        places == 1,
        "public/sw.js has the text `{PLACEHOLDER}` {places} times, where the build puts its file list.\nNext: keep it there exactly once."
    );
    let entries = entries(dist)?;
    files::write(&worker, script.replace(PLACEHOLDER, &list(&entries)))?;
    Ok(entries.len())
}

/// Address and hash of every file an offline visit needs, sorted by address.
fn entries(dist: &Path) -> Result<Vec<(String, String)>> {
    let mut entries = Vec::new();
    for file in files::list(dist)? {
        if !is_cached(&file) {
            continue;
        }
        ensure!(
            file.bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"-_./".contains(&byte)),
            "The file {file} in dist/ has a name that is written differently in web addresses.\nNext: rename it with letters, digits, `-`, `_` and `.` only."
        );
        let hash = digest::short(&files::read(&dist.join(&file))?);
        let url = if file == "index.html" {
            "./".to_owned()
        } else {
            file
        };
        entries.push((url, hash));
    }
    entries.sort();
    Ok(entries)
}

/// Not the worker itself, nor what only hosts and developers read.
fn is_cached(file: &str) -> bool {
    let is_map = Path::new(file)
        .extension()
        .is_some_and(|extension| extension == "map");
    !matches!(file, "sw.js" | "_headers" | "404.html") && !is_map
}

/// The list as JSON. Neither addresses nor hashes have a letter that JSON would escape.
fn list(entries: &[(String, String)]) -> String {
    let files: Vec<String> = entries
        .iter()
        .map(|(url, hash)| format!("{{\"url\":\"{url}\",\"hash\":\"{hash}\"}}"))
        .collect();
    let version = version(entries);
    format!(
        "{{ \"version\": \"{version}\", \"files\": [{}] }}",
        files.join(",")
    )
}

/// Changes when any file does.
fn version(entries: &[(String, String)]) -> String {
    let lines: Vec<String> = entries
        .iter()
        .map(|(url, hash)| format!("{url} {hash}"))
        .collect();
    digest::short(lines.join("\n").as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::Scratch;

    fn dist(name: &str, worker: &str) -> Scratch {
        let dist = Scratch::new(name);
        let others = ["404.html", "_headers", "app.js.map"];
        for file in others
            .iter()
            .chain(&["index.html", "app-1.wasm", "icons/a.svg"])
        {
            dist.put(file, file);
        }
        dist.put("sw.js", worker);
        dist
    }

    #[test]
    fn the_list_has_every_file_but_those_for_hosts_and_developers() {
        let dist = dist("precache", "const BUILD = { version: \"dev\", files: [] };");
        assert_eq!(stamp(&dist).unwrap(), 3);
        let worker = files::read_text(&dist.join("sw.js")).unwrap();
        let list = worker
            .strip_prefix("const BUILD = ")
            .unwrap()
            .strip_suffix(';')
            .unwrap();
        let build: serde_json::Value = serde_json::from_str(list).unwrap();
        let urls: Vec<&str> = build["files"]
            .as_array()
            .unwrap()
            .iter()
            .map(|file| file["url"].as_str().unwrap())
            .collect();
        assert_eq!(urls, ["./", "app-1.wasm", "icons/a.svg"]);
        assert_eq!(build["files"][1]["hash"], digest::short(b"app-1.wasm"));
        assert_eq!(build["version"].as_str().unwrap().len(), 16);
    }

    #[test]
    fn the_version_follows_the_content() {
        let one = dist("version-one", "{ version: \"dev\", files: [] }");
        let two = dist("version-two", "{ version: \"dev\", files: [] }");
        two.put("app-1.wasm", "changed");
        stamp(&one).unwrap();
        stamp(&two).unwrap();
        let version = |dist: &Path| {
            let text = files::read_text(&dist.join("sw.js")).unwrap();
            serde_json::from_str::<serde_json::Value>(&text).unwrap()["version"].clone()
        };
        assert_ne!(version(&one), version(&two));
    }

    #[test]
    fn a_placeholder_that_is_missing_or_double_fails() {
        let twice = "{ version: \"dev\", files: [] } { version: \"dev\", files: [] }";
        for (name, worker) in [("none", "nothing"), ("twice", twice)] {
            let error = stamp(&dist(name, worker)).unwrap_err().to_string();
            assert!(error.contains("exactly once"), "{error}");
        }
    }

    #[test]
    fn a_name_that_an_address_would_spell_differently_fails() {
        let dist = dist("names", "{ version: \"dev\", files: [] }");
        dist.put("two words.svg", "");
        assert!(stamp(&dist).is_err());
    }
}
