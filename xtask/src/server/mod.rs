//! The local server: `dist/` as a good static host would send it, to this machine alone.

mod kind;
mod site;

use std::convert::Infallible;
use std::io::ErrorKind;
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context as _, Result, bail, ensure};
use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::header::{HeaderMap, HeaderName, HeaderValue};
use hyper::service::service_fn;
use hyper::{Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};

use crate::paths;
use site::{Answer, Ask, Site};

/// Where the app is served on this machine.
#[derive(Debug, PartialEq, Eq)]
pub struct Address {
    port: u16,
    /// Begins and ends with `/`.
    prefix: String,
}

impl Address {
    /// Port 0 takes any free one; the prefix may come with or without slashes around it.
    pub fn new(port: u16, prefix: &str) -> Result<Self> {
        let inner = prefix.trim_matches('/');
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.~/".contains(&byte);
        ensure!(
            inner.bytes().all(is_plain) && inner.split('/').all(|part| !matches!(part, "." | "..")),
            "The prefix {prefix} is not a plain folder.\nNext: use letters, digits, `-`, `_` and `/`, as in --prefix /any/folder."
        );
        let prefix = if inner.is_empty() {
            "/".to_owned()
        } else {
            format!("/{inner}/")
        };
        Ok(Self { port, prefix })
    }
}

/// Serves `dist/` until it is interrupted.
pub fn serve(address: &Address) -> Result<()> {
    let dist = PathBuf::from(paths::DIST);
    ensure!(
        dist.join("index.html").is_file(),
        "There is nothing to serve: dist/index.html is missing.\nNext: `cargo xtask serve` without --no-build, or `cargo xtask build` first."
    );
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .context("The server cannot start.")?
        .block_on(listen(address, &dist))
}

async fn listen(address: &Address, dist: &Path) -> Result<()> {
    let listener = bind(address.port).await?;
    let site = Arc::new(Site::new(dist, &address.prefix));
    site.warm_up()?;
    let port = listener.local_addr()?.port();
    println!("Serving http://127.0.0.1:{port}{}", address.prefix);
    end_when_interrupted();
    loop {
        // A connection that is gone before it was taken is not our failure.
        if let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(converse(stream, Arc::clone(&site)));
        }
    }
}

async fn bind(port: u16) -> Result<TcpListener> {
    match TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await {
        Ok(listener) => Ok(listener),
        Err(error) if error.kind() == ErrorKind::AddrInUse => {
            let other = port.checked_add(10).unwrap_or(8080);
            bail!(
                "Port {port} is in use by another program.\nNext: choose another with `--port {other}`, or let the system choose with `--port 0`."
            )
        }
        Err(error) => Err(error).with_context(|| {
            format!("Port {port} cannot be opened.\nNext: try another with --port, above 1023.")
        }),
    }
}

async fn converse(stream: TcpStream, site: Arc<Site>) {
    let answer = |request: Request<Incoming>| {
        let answer = site.answer(&ask(&request));
        async { Ok::<_, Infallible>(response(answer)) }
    };
    // Browsers drop connections as they please.
    let _ = hyper::server::conn::http1::Builder::new()
        .serve_connection(TokioIo::new(stream), service_fn(answer))
        .await;
}

fn ask(request: &Request<Incoming>) -> Ask<'_> {
    Ask {
        method: request.method().as_str(),
        path: request.uri().path(),
        accept_encoding: text(request.headers(), "accept-encoding"),
        if_none_match: text(request.headers(), "if-none-match"),
    }
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> &'a str {
    headers
        .get(name)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default()
}

fn response(answer: Answer) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::new(Bytes::from(answer.body)));
    *response.status_mut() =
        StatusCode::from_u16(answer.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    for (name, value) in answer.headers {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            response.headers_mut().insert(name, value);
        }
    }
    response
}

/// Open connections are not waited for: tests stop the server to see the app live without it.
fn end_when_interrupted() {
    tokio::spawn(async {
        if tokio::signal::ctrl_c().await.is_ok() {
            std::process::exit(0);
        }
    });
    #[cfg(unix)]
    tokio::spawn(async {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminated) = signal(SignalKind::terminate()) {
            terminated.recv().await;
            std::process::exit(0);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_prefix_is_read_with_or_without_slashes() {
        for prefix in ["a/b", "/a/b", "/a/b/"] {
            assert_eq!(Address::new(1, prefix).unwrap().prefix, "/a/b/");
        }
        assert_eq!(Address::new(1, "").unwrap().prefix, "/");
        assert!(Address::new(1, "/a b").is_err());
        assert!(Address::new(1, "/../x").is_err());
    }
}
