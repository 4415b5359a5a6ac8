//! Finds start tags with their attributes in the page, minified or not. No more of HTML than that.
//!
//! Invariant: what stands in a comment, a script, a style or a `noscript` is not seen.

use std::ops::Range;

/// A start tag and where it stands.
#[derive(Debug, PartialEq, Eq)]
pub struct Tag {
    pub name: String,
    pub place: Range<usize>,
    attributes: Vec<(String, String)>,
}

impl Tag {
    /// An attribute's value; empty for one that has none.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }
}

const UNSEEN: [&str; 6] = [
    "script", "style", "noscript", "template", "textarea", "title",
];

/// All start tags in the page's order.
pub fn tags(html: &str) -> Vec<Tag> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(offset) = html[at..].find('<') {
        let start = at + offset;
        if html[start..].starts_with("<!--") {
            at = after(html, start + 4, "-->");
        } else if let Some(tag) = read_tag(html, start) {
            at = tag.place.end;
            if UNSEEN.contains(&tag.name.as_str()) {
                at = after(html, at, &format!("</{}", tag.name));
            }
            found.push(tag);
        } else {
            at = start + 1;
        }
    }
    found
}

fn after(html: &str, from: usize, mark: &str) -> usize {
    html[from..]
        .find(mark)
        .map_or(html.len(), |offset| from + offset + mark.len())
}

fn read_tag(html: &str, start: usize) -> Option<Tag> {
    let mut rest = &html[start + 1..];
    let name = take_while(&mut rest, |letter| {
        letter.is_ascii_alphanumeric() || letter == '-'
    });
    if name.is_empty() {
        return None;
    }
    let name = name.to_ascii_lowercase();
    let mut attributes = Vec::new();
    loop {
        take_while(&mut rest, |letter| {
            letter.is_ascii_whitespace() || letter == '/'
        });
        if let Some(end) = rest.strip_prefix('>') {
            let place = start..html.len() - end.len();
            return Some(Tag {
                name,
                place,
                attributes,
            });
        }
        if rest.is_empty() {
            return None;
        }
        attributes.push(read_attribute(&mut rest)?);
    }
}

fn read_attribute(rest: &mut &str) -> Option<(String, String)> {
    let name = take_while(rest, |letter| {
        !letter.is_ascii_whitespace() && !matches!(letter, '=' | '>' | '/')
    });
    if name.is_empty() {
        return None;
    }
    let name = name.to_ascii_lowercase();
    let before = *rest;
    take_while(rest, |letter| letter.is_ascii_whitespace());
    let Some(value) = rest.strip_prefix('=') else {
        *rest = before;
        return Some((name, String::new()));
    };
    *rest = value.trim_start();
    let value = match rest.chars().next()? {
        quote @ ('"' | '\'') => {
            let (value, remaining) = rest[1..].split_once(quote)?;
            *rest = remaining;
            value
        }
        _ => take_while(rest, |letter| {
            !letter.is_ascii_whitespace() && letter != '>'
        }),
    };
    Some((name, value.to_owned()))
}

fn take_while<'a>(rest: &mut &'a str, wanted: impl Fn(char) -> bool) -> &'a str {
    let end = rest.find(|letter| !wanted(letter)).unwrap_or(rest.len());
    let (taken, remaining) = rest.split_at(end);
    *rest = remaining;
    taken
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_bare_and_empty_attributes_are_read() {
        let html =
            r#"<!DOCTYPE html><LINK REL=stylesheet href='./a b.css' disabled media = "print"/>"#;
        let tags = tags(html);
        assert_eq!(tags.len(), 1);
        let link = &tags[0];
        assert_eq!(link.name, "link");
        assert_eq!(link.attribute("rel"), Some("stylesheet"));
        assert_eq!(link.attribute("href"), Some("./a b.css"));
        assert_eq!(link.attribute("disabled"), Some(""));
        assert_eq!(link.attribute("media"), Some("print"));
        assert_eq!(&html[link.place.clone()][..5], "<LINK");
        assert!(html.ends_with(&html[link.place.clone()]));
    }

    #[test]
    fn comments_scripts_and_noscript_are_not_looked_into() {
        let html =
            "<!-- <link> --><script>'<link>'</script><noscript><link></noscript><p>a < b</p><meta>";
        let names: Vec<String> = tags(html).into_iter().map(|tag| tag.name).collect();
        assert_eq!(names, ["script", "noscript", "p", "meta"]);
    }

    #[test]
    fn a_page_that_ends_within_a_tag_does_no_harm() {
        assert!(tags("<link rel=\"a").is_empty());
        assert!(tags("<link rel").is_empty());
        assert!(tags("<").is_empty());
    }
}
