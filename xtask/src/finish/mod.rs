//! What Trunk leaves to do in `dist/`: one style sheet, the script that runs first put into the page, the content security
//! policy, the service worker's file list.
//!
//! Invariant: the result depends on the files in `dist/` alone, so the same input gives the same bytes. The file list
//! is stamped last, over what is really shipped.

mod early;
mod policy;
mod precache;
mod stylesheets;
mod tags;

use std::path::Path;

use anyhow::Result;

use crate::{files, report};

/// Finishes a fresh Trunk release.
pub fn finish(dist: &Path) -> Result<()> {
    let page = dist.join("index.html");
    let html = files::read_text(&page)?;
    let html = stylesheets::merge(dist, &html)?;
    let html = early::inline(dist, &html)?;
    let html = policy::stamp(&html, &files::read_text(&dist.join("_headers"))?)?;
    files::write(&page, html)?;
    let listed = precache::stamp(dist)?;
    report::note(&format!(
        "the service worker keeps {listed} files for use without a network"
    ));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::Scratch;

    #[test]
    fn a_release_is_finished_the_same_way_twice() {
        let finished = ["first", "second"].map(|name| {
            let dist = Scratch::new(name);
            dist.put(
                "index.html",
                "<head><meta charset=utf-8><script src=./early.js></script><link rel=stylesheet href=./a-1.css></head>",
            );
            dist.put(
                "_headers",
                "/*\n  Content-Security-Policy: default-src 'self'; script-src 'self'; frame-ancestors 'none'\n",
            );
            dist.put("early.js", "go();\n");
            dist.put("a-1.css", "p{color:red}");
            dist.put("sw.js", "const BUILD = { version: \"dev\", files: [] };\n");
            dist.put("404.html", "gone");
            finish(&dist).unwrap();
            files::list(&dist)
                .unwrap()
                .into_iter()
                .map(|file| (files::read_text(&dist.join(&file)).unwrap(), file))
                .collect::<Vec<_>>()
        });
        let [first, second] = finished;
        assert_eq!(first, second);
        assert_eq!(first.len(), 5);
    }
}
