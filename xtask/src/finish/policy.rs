//! Puts the content security policy of `_headers` into the page, for hosts that send no headers of ours.

use anyhow::{Context as _, Result};

use super::tags::tags;
use crate::headers::Headers;

/// A meta tag ignores these, and a browser complains about them.
const HEADER_ONLY: [&str; 4] = ["frame-ancestors", "report-uri", "report-to", "sandbox"];

/// The page with the policy right behind its charset.
pub fn stamp(html: &str, headers: &str) -> Result<String> {
    let headers = Headers::parse(headers)?;
    let policy = headers
        .value("/", "Content-Security-Policy")
        .context("public/_headers has no Content-Security-Policy for `/*`.\nNext: add it; the page's own policy is made from it.")?;
    let charset = tags(html)
        .into_iter()
        .find(|tag| tag.name == "meta" && tag.attribute("charset").is_some())
        .context("index.html has no `<meta charset>` to put the policy behind.\nNext: add it as the first element of <head>.")?;
    let (head, tail) = html.split_at(charset.place.end);
    let content = escape(&for_meta(&policy));
    Ok(format!(
        "{head}<meta http-equiv=\"Content-Security-Policy\" content=\"{content}\">{tail}"
    ))
}

fn for_meta(policy: &str) -> String {
    policy
        .split(';')
        .map(str::trim)
        .filter(|directive| !directive.is_empty())
        .filter(|directive| {
            let name = directive.split_whitespace().next().unwrap_or_default();
            !HEADER_ONLY
                .iter()
                .any(|only| only.eq_ignore_ascii_case(name))
        })
        .collect::<Vec<_>>()
        .join("; ")
}

fn escape(value: &str) -> String {
    value.replace('&', "&amp;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADERS: &str = "/*\n  Content-Security-Policy: default-src 'self'; frame-ancestors 'none'; sandbox; script-src 'self' 'wasm-unsafe-eval';\n";

    #[test]
    fn the_policy_follows_the_charset_without_what_a_meta_tag_ignores() {
        let html = stamp(
            "<html><head><meta charset=\"utf-8\"><title>B</title></head></html>",
            HEADERS,
        )
        .unwrap();
        assert_eq!(
            html,
            "<html><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" \
             content=\"default-src 'self'; script-src 'self' 'wasm-unsafe-eval'\"><title>B</title></head></html>"
        );
    }

    #[test]
    fn a_minified_page_works_too() {
        let html = stamp(
            "<!DOCTYPE html><meta charset=utf-8><title>B</title>",
            HEADERS,
        )
        .unwrap();
        assert!(html.starts_with(
            "<!DOCTYPE html><meta charset=utf-8><meta http-equiv=\"Content-Security-Policy\""
        ));
    }

    #[test]
    fn a_page_without_charset_or_headers_without_policy_fail() {
        assert!(stamp("<head></head>", HEADERS).is_err());
        assert!(stamp("<meta charset=utf-8>", "/*\n  A: b\n").is_err());
    }
}
