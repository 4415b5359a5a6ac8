//! What is answered to a request, without a network: files with their types, compression, the headers of `_headers`.
//!
//! Invariant: files are read at each request, so a new build shows at once; nothing outside the folder is ever read.

use std::path::{Path, PathBuf};

use anyhow::Result;

use super::kind;
use crate::headers::Headers;
use crate::{compress, digest, files};

/// A folder, served below a prefix.
pub struct Site {
    root: PathBuf,
    /// Begins and ends with `/`.
    prefix: String,
}

/// The part of a request that matters here.
pub struct Ask<'a> {
    pub method: &'a str,
    pub path: &'a str,
    pub accept_encoding: &'a str,
    pub if_none_match: &'a str,
}

/// A response, ready to send.
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Answer {
    fn plain(status: u16, text: &str) -> Self {
        Self {
            status,
            headers: vec![header("content-type", "text/plain; charset=utf-8")],
            body: text.as_bytes().to_vec(),
        }
    }
}

impl Site {
    /// The prefix begins and ends with `/`.
    pub fn new(root: &Path, prefix: &str) -> Self {
        Self {
            root: root.to_owned(),
            prefix: prefix.to_owned(),
        }
    }

    /// Compresses everything, so that the first visit is as quick as the next.
    pub fn warm_up(&self) -> Result<()> {
        for file in files::list(&self.root)? {
            if compress::is_worthwhile(&file) {
                compress::brotli(&files::read(&self.root.join(&file))?)?;
            }
        }
        Ok(())
    }

    /// The answer to a request.
    pub fn answer(&self, ask: &Ask) -> Answer {
        let mut answer = if matches!(ask.method, "GET" | "HEAD") {
            self.get(ask)
                .unwrap_or_else(|error| Answer::plain(500, &format!("{error:#}\n")))
        } else {
            let mut answer = Answer::plain(405, "Only GET and HEAD.\n");
            answer.headers.push(header("allow", "GET, HEAD"));
            answer
        };
        if ask.method == "HEAD" {
            answer
                .headers
                .push(header("content-length", &answer.body.len().to_string()));
            answer.body.clear();
        }
        answer
    }

    fn get(&self, ask: &Ask) -> Result<Answer> {
        if self.prefix.strip_suffix('/') == Some(ask.path) && !ask.path.is_empty() {
            let mut answer = Answer::plain(308, "");
            answer.headers.push(header("location", &self.prefix));
            return Ok(answer);
        }
        let path = ask.path.strip_prefix(&self.prefix);
        match path.and_then(|path| self.find(path)) {
            Some(file) => self.send(200, &file, ask),
            None if self.root.join("404.html").is_file() => self.send(404, "404.html", ask),
            None => Ok(Answer::plain(404, "Not found.\n")),
        }
    }

    /// The file for an address below the prefix.
    fn find(&self, path: &str) -> Option<String> {
        // The build admits no name that an address would have to escape.
        let is_safe = |part: &str| !matches!(part, "." | "..") && !part.contains(['\\', ':', '%']);
        let is_for_hosts = path == "_headers";
        if is_for_hosts || !path.split('/').all(is_safe) {
            return None;
        }
        let file = if path.is_empty() || path.ends_with('/') {
            format!("{path}index.html")
        } else {
            path.to_owned()
        };
        let is_there = !file.starts_with('/') && self.root.join(&file).is_file();
        is_there.then_some(file)
    }

    fn send(&self, status: u16, file: &str, ask: &Ask) -> Result<Answer> {
        let content = files::read(&self.root.join(file))?;
        // Weak: it stands for the content, compressed or not.
        let tag = format!("W/\"{}\"", digest::short(&content));
        let mut headers = vec![
            header("content-type", kind::content_type(file)),
            header("cache-control", "no-cache"),
            header("etag", &tag),
        ];
        let listed = files::read_text(&self.root.join("_headers")).unwrap_or_default();
        let path = ask.path.strip_prefix(&self.prefix).unwrap_or_default();
        for (name, value) in Headers::parse(&listed)?.of(&format!("/{path}")) {
            headers.retain(|(known, _)| !known.eq_ignore_ascii_case(name));
            headers.push(header(name, &value));
        }
        let is_known = status == 200
            && ask
                .if_none_match
                .split(',')
                .any(|known| known.trim() == tag);
        if is_known {
            return Ok(Answer {
                status: 304,
                headers,
                body: Vec::new(),
            });
        }
        let mut body = content;
        if compress::is_worthwhile(file) {
            headers.push(header("vary", "accept-encoding"));
            if accepts_brotli(ask.accept_encoding) {
                body = compress::brotli(&body)?;
                headers.push(header("content-encoding", "br"));
            }
        }
        Ok(Answer {
            status,
            headers,
            body,
        })
    }
}

fn header(name: &str, value: &str) -> (String, String) {
    (name.to_ascii_lowercase(), value.to_owned())
}

fn accepts_brotli(accepted: &str) -> bool {
    accepted.split(',').any(|offer| {
        let mut parts = offer.split(';').map(str::trim);
        parts.next() == Some("br")
            && !parts.any(|part| matches!(part, "q=0" | "q=0.0" | "q=0.00" | "q=0.000"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::Scratch;

    fn folder(name: &str) -> Scratch {
        let root = Scratch::new(name);
        root.put("index.html", "home");
        root.put("404.html", "lost");
        root.put("app.wasm", "wasm");
        root.put("manifest.webmanifest", "{}");
        root.put(
            "_headers",
            "/*\n  X-Frame-Options: DENY\n/app.wasm\n  Cache-Control: immutable\n",
        );
        root
    }

    fn get(site: &Site, path: &str) -> Answer {
        site.answer(&Ask {
            method: "GET",
            path,
            accept_encoding: "",
            if_none_match: "",
        })
    }

    fn value<'a>(answer: &'a Answer, name: &str) -> Option<&'a str> {
        answer
            .headers
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }

    #[test]
    fn files_have_their_type_and_the_headers_of_the_file() {
        let root = folder("types");
        let site = Site::new(&root, "/");
        let home = get(&site, "/");
        assert_eq!((home.status, home.body.as_slice()), (200, &b"home"[..]));
        assert_eq!(
            value(&home, "content-type"),
            Some("text/html; charset=utf-8")
        );
        assert_eq!(value(&home, "cache-control"), Some("no-cache"));
        assert_eq!(value(&home, "x-frame-options"), Some("DENY"));
        let wasm = get(&site, "/app.wasm");
        assert_eq!(value(&wasm, "content-type"), Some("application/wasm"));
        assert_eq!(value(&wasm, "cache-control"), Some("immutable"));
        let manifest = get(&site, "/manifest.webmanifest");
        assert_eq!(
            value(&manifest, "content-type"),
            Some("application/manifest+json")
        );
    }

    #[test]
    fn a_prefix_is_redirected_to_its_folder_and_nothing_is_served_outside() {
        let root = folder("prefix");
        let site = Site::new(&root, "/any/folder/");
        let redirect = get(&site, "/any/folder");
        assert_eq!(
            (redirect.status, value(&redirect, "location")),
            (308, Some("/any/folder/"))
        );
        assert_eq!(get(&site, "/any/folder/").status, 200);
        assert_eq!(get(&site, "/any/folder/app.wasm").status, 200);
        assert_eq!(get(&site, "/").status, 404);
        assert_eq!(get(&site, "/app.wasm").status, 404);
    }

    #[test]
    fn unknown_and_dangerous_paths_get_the_404_page() {
        let root = folder("lost");
        let site = Site::new(&root, "/");
        for path in [
            "/nothing",
            "/../Cargo.toml",
            "/..%2fCargo.toml",
            "//etc/hostname",
            "/_headers",
            "/icons/",
        ] {
            let answer = get(&site, path);
            assert_eq!(
                (answer.status, answer.body.as_slice()),
                (404, &b"lost"[..]),
                "{path}"
            );
        }
    }

    #[test]
    fn brotli_goes_to_those_who_take_it() {
        assert!(accepts_brotli("gzip, deflate, br, zstd"));
        assert!(accepts_brotli("br;q=0.5"));
        assert!(!accepts_brotli("gzip, br;q=0"));
        assert!(!accepts_brotli(""));
    }

    #[test]
    fn what_the_browser_has_is_not_sent_again_and_head_sends_no_body() {
        let root = folder("etag");
        let site = Site::new(&root, "/");
        let tag = value(&get(&site, "/"), "etag").unwrap().to_owned();
        let ask = |method, if_none_match| {
            site.answer(&Ask {
                method,
                path: "/",
                accept_encoding: "",
                if_none_match,
            })
        };
        assert_eq!(ask("GET", &tag).status, 304);
        let head = ask("HEAD", "");
        assert_eq!(
            (head.body.len(), value(&head, "content-length")),
            (0, Some("4"))
        );
        assert_eq!(ask("POST", "").status, 405);
    }
}
