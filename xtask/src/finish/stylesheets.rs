//! Merges the style sheets, which are many small files in `style/`, into one file and one request.

use std::path::Path;

use anyhow::{Result, bail, ensure};

use super::tags::{Tag, tags};
use crate::{digest, files};

/// Writes the merged sheet, removes its parts and returns the page with one link in the place of the first.
pub fn merge(dist: &Path, html: &str) -> Result<String> {
    let links: Vec<Tag> = tags(html).into_iter().filter(is_mergeable).collect();
    ensure!(
        !links.is_empty(),
        "The built page links no style sheet.\nNext: list the files of style/ in index.html as `<link data-trunk rel=\"css\" href=\"style/…\">`."
    );
    let mut css = String::new();
    let mut parts = Vec::new();
    for link in &links {
        let href = link.attribute("href").unwrap_or_default();
        let file = dist.join(href.trim_start_matches("./"));
        let text = files::read_text(&file)?;
        if text.contains("@import") {
            bail!(
                "The style sheet {href} imports another.\nNext: link it from index.html instead; imports in a merged file are ignored by browsers."
            );
        }
        css.push_str(text.trim_start_matches("@charset \"UTF-8\";").trim());
        css.push('\n');
        parts.push(file);
    }
    let name = format!("style-{}.css", digest::short(css.as_bytes()));
    for part in parts {
        // The same file linked twice is gone already.
        let _ = std::fs::remove_file(part);
    }
    files::write(&dist.join(&name), css)?;
    Ok(with_one_link(html, &links, &name))
}

/// A sheet of ours, for every medium.
fn is_mergeable(tag: &Tag) -> bool {
    let is_ours = |href: &str| !href.contains("//") && !href.starts_with("data:");
    tag.name == "link"
        && tag.attribute("rel") == Some("stylesheet")
        && tag.attribute("media").is_none()
        && tag.attribute("href").is_some_and(is_ours)
}

fn with_one_link(html: &str, links: &[Tag], name: &str) -> String {
    let mut page = String::with_capacity(html.len());
    let mut at = 0;
    for (index, link) in links.iter().enumerate() {
        page.push_str(&html[at..link.place.start]);
        if index == 0 {
            page.extend(["<link rel=\"stylesheet\" href=\"./", name, "\">"]);
        }
        at = link.place.end;
    }
    page.push_str(&html[at..]);
    page
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::Scratch;

    #[test]
    fn the_sheets_become_one_in_the_order_of_their_links() {
        let dist = Scratch::new("sheets");
        dist.put("z-1.css", "@layer a,b;");
        dist.put("a-2.css", "p{color:red}\n");
        dist.put("p-3.css", "p{color:black}");
        let html = "<link rel=\"stylesheet\" href=\"./z-1.css\"/><link rel=stylesheet href=./a-2.css>\
                    <link rel=stylesheet media=print href=./p-3.css><link rel=icon href=./i.svg>";
        let page = merge(&dist, html).unwrap();
        let files = files::list(&dist).unwrap();
        assert_eq!(files.len(), 2);
        let merged = files
            .iter()
            .find(|name| name.starts_with("style-"))
            .unwrap();
        assert_eq!(
            files::read_text(&dist.join(merged)).unwrap(),
            "@layer a,b;\np{color:red}\n"
        );
        assert_eq!(
            page,
            format!(
                "<link rel=\"stylesheet\" href=\"./{merged}\"><link rel=stylesheet media=print href=./p-3.css><link rel=icon href=./i.svg>"
            )
        );
    }

    #[test]
    fn a_page_without_sheets_a_missing_sheet_and_an_import_fail() {
        let dist = Scratch::new("no-sheets");
        dist.put("i.css", "@import \"b.css\";");
        for html in [
            "<p>",
            "<link rel=stylesheet href=./none.css>",
            "<link rel=stylesheet href=./i.css>",
        ] {
            assert!(merge(&dist, html).is_err(), "{html}");
        }
    }
}
