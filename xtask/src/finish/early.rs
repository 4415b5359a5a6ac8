//! Puts `early.js` into the page, where it runs before anything is painted and cannot fail to arrive, and allows it, and
//! no other script in the page, by its hash.

use std::path::Path;

use anyhow::{Context as _, Result, ensure};

use super::tags::tags;
use crate::{digest, files};

const FILE: &str = "early.js";
const END: &str = "</script>";

/// The page with the script in it. The file is removed, and the policy in `_headers` names the script's hash.
pub fn inline(dist: &Path, html: &str) -> Result<String> {
    let script = files::without_comments(&files::read_text(&dist.join(FILE))?);
    ensure!(
        !script.contains("</") && !script.contains("<!--"),
        "public/{FILE} has a text that would end a script in a page.\nNext: write it in two parts."
    );
    let asks = |src: &str| src.trim_start_matches("./") == FILE;
    let tag = tags(html)
        .into_iter()
        .find(|tag| tag.name == "script" && tag.attribute("src").is_some_and(asks))
        .with_context(|| format!("index.html does not ask for {FILE}.\nNext: add `<script src=\"./{FILE}\"></script>` before the style sheets."))?;
    let rest = html[tag.place.end..]
        .strip_prefix(END)
        .context("The script that asks for early.js does not end at once.")?;

    let headers = dist.join("_headers");
    let policy = allow(
        &files::read_text(&headers)?,
        &digest::source(script.as_bytes()),
    )?;
    files::write(&headers, policy)?;
    std::fs::remove_file(dist.join(FILE)).context("dist/early.js cannot be removed.")?;
    Ok(format!(
        "{}<script>{script}{END}{rest}",
        &html[..tag.place.start]
    ))
}

/// `_headers` with the hash among the sources of scripts.
fn allow(headers: &str, source: &str) -> Result<String> {
    const SCRIPTS: &str = "script-src 'self'";
    ensure!(
        headers.matches(SCRIPTS).count() == 1,
        "public/_headers has no `{SCRIPTS}`, or more than one.\nNext: the build adds the hash of {FILE} behind it."
    );
    Ok(headers.replace(SCRIPTS, &format!("{SCRIPTS} '{source}'")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::Scratch;

    fn dist(name: &str) -> Scratch {
        let dist = Scratch::new(name);
        dist.put(
            "early.js",
            "// for people\n(function () {\n  // why\n  go();\n})();\n",
        );
        dist.put(
            "_headers",
            "/*\n  Content-Security-Policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval'\n",
        );
        dist
    }

    #[test]
    fn the_script_stands_in_the_page_and_the_policy_knows_it() {
        let dist = dist("early");
        let html = "<head><script src=./early.js></script><link rel=stylesheet></head>";
        assert_eq!(
            inline(&dist, html).unwrap(),
            "<head><script>(function () {\ngo();\n})();\n</script><link rel=stylesheet></head>"
        );
        let policy = files::read_text(&dist.join("_headers")).unwrap();
        let hash = digest::source(b"(function () {\ngo();\n})();\n");
        assert!(
            policy.contains(&format!("script-src 'self' '{hash}' 'wasm-unsafe-eval'")),
            "{policy}"
        );
        assert!(!dist.join("early.js").exists());
    }

    #[test]
    fn a_page_that_does_not_ask_for_it_fails() {
        assert!(inline(&dist("early-none"), "<head></head>").is_err());
        let ends = dist("early-ends");
        ends.put("early.js", "say('</script>')");
        assert!(inline(&ends, "<script src=\"./early.js\"></script>").is_err());
        let open = dist("early-open");
        open.put("_headers", "/*\n  A: b\n");
        assert!(inline(&open, "<script src=\"./early.js\"></script>").is_err());
    }
}
