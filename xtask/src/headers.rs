//! The `_headers` file that Netlify, Cloudflare Pages and others read: a path line, then indented `Name: value` lines.
//!
//! Invariant: one reading of it serves both the local server and the policy stamped into the page, so they cannot differ.

use anyhow::{Result, bail};

/// The rules in the file's order.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Headers {
    rules: Vec<Rule>,
}

#[derive(Debug, PartialEq, Eq)]
struct Rule {
    pattern: String,
    headers: Vec<(String, String)>,
}

impl Headers {
    /// Reads the file's text.
    pub fn parse(text: &str) -> Result<Self> {
        let mut rules: Vec<Rule> = Vec::new();
        for (index, line) in text.lines().enumerate() {
            let content = line.trim();
            if content.is_empty() || content.starts_with('#') {
                continue;
            }
            let number = index + 1;
            if line.starts_with([' ', '\t']) {
                let (Some(rule), Some((name, value))) = (rules.last_mut(), content.split_once(':'))
                else {
                    bail!(
                        "_headers, line {number}: expected `Name: value` below a path, found `{content}`."
                    );
                };
                rule.headers
                    .push((name.trim().to_owned(), value.trim().to_owned()));
            } else if content.starts_with('/') {
                rules.push(Rule {
                    pattern: content.to_owned(),
                    headers: Vec::new(),
                });
            } else {
                bail!("_headers, line {number}: a path starts with `/`, found `{content}`.");
            }
        }
        Ok(Self { rules })
    }

    /// The headers for a path that starts with `/`. A header that several rules give is joined, as those hosts do.
    pub fn of(&self, path: &str) -> Vec<(&str, String)> {
        let mut found: Vec<(&str, String)> = Vec::new();
        let rules = self
            .rules
            .iter()
            .filter(|rule| matches(&rule.pattern, path));
        for (name, value) in rules.flat_map(|rule| &rule.headers) {
            match found
                .iter_mut()
                .find(|(known, _)| known.eq_ignore_ascii_case(name))
            {
                Some((_, values)) => values.extend([", ", value]),
                None => found.push((name, value.clone())),
            }
        }
        found
    }

    /// One header for a path.
    pub fn value(&self, path: &str, name: &str) -> Option<String> {
        self.of(path)
            .into_iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(name))
            .map(|(_, value)| value)
    }
}

/// `*` stands for any text.
fn matches(pattern: &str, path: &str) -> bool {
    let Some((head, tail)) = pattern.split_once('*') else {
        return pattern == path;
    };
    let Some(rest) = path.strip_prefix(head) else {
        return false;
    };
    (0..=rest.len())
        .filter(|&start| rest.is_char_boundary(start))
        .any(|start| matches(tail, &rest[start..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "\
# for every file
/*
  X-Content-Type-Options: nosniff
  Vary: Origin

/*.css
\tvary: Accept-Language
/sw.js
  X-Only: sw
";

    #[test]
    fn every_rule_that_matches_applies_and_equal_names_are_joined() {
        let headers = Headers::parse(TEXT).unwrap();
        let value = |path, name| headers.value(path, name);
        assert_eq!(value("/", "vary").as_deref(), Some("Origin"));
        assert_eq!(
            value("/a/b.css", "Vary").as_deref(),
            Some("Origin, Accept-Language")
        );
        assert_eq!(
            value("/a/b.css", "x-content-type-options").as_deref(),
            Some("nosniff")
        );
        assert_eq!(headers.of("/sw.js").len(), 3);
        assert_eq!(value("/other.js", "X-Only"), None);
    }

    #[test]
    fn a_line_that_is_neither_path_nor_header_is_reported_with_its_number() {
        let error = Headers::parse("/*\n  A: b\nhello\n")
            .unwrap_err()
            .to_string();
        assert!(error.contains("line 3"), "{error}");
        assert!(Headers::parse("  A: b\n").is_err());
        assert!(Headers::parse("/*\n  no colon\n").is_err());
    }

    #[test]
    fn patterns() {
        assert!(matches("/*", "/"));
        assert!(matches("/icons/*.svg", "/icons/a/b.svg"));
        assert!(!matches("/icons/*.svg", "/icons/a.png"));
        assert!(!matches("/a", "/a/b"));
    }
}
