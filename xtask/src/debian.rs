//! Debian's compiler as the way to WebAssembly on a closed network: it carries the standard library's source, and cargo
//! builds that for wasm32 by itself.
//!
//! `RUSTC_BOOTSTRAP` admits the unstable `build-std` in a stable compiler. It is set for these builds alone.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use crate::toolchain::{self, Toolchain};
use crate::{apt, paths, process, report};

const PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "rust-web-clippy"];
/// Debian's own linker, for when rustup's is not there.
const LINKER_PACKAGE: &str = "lld-22";
const PROGRAMS: &str = "/usr/bin";

/// Installs what is missing.
pub fn prepare() -> Result<Toolchain> {
    if !is_installed() {
        apt::install(&PACKAGES)?;
    }
    report::note("WebAssembly is built by Debian's compiler, in target/web-debian");
    let variable = |name: &'static str, value: &str| (name, OsString::from(value));
    Ok(Toolchain {
        target_dir: paths::TARGET_WEB_DEBIAN,
        cargo: Path::new(PROGRAMS).join("cargo"),
        path: vec![PathBuf::from(PROGRAMS)],
        variables: vec![
            variable("RUSTC_BOOTSTRAP", "1"),
            variable("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
            (
                "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER",
                linker()?.into_os_string(),
            ),
        ],
        removed: vec!["RUSTUP_TOOLCHAIN", "RUSTC", "RUSTDOC"],
    })
}

/// Whether all its packages are there.
pub fn is_installed() -> bool {
    process::ask(process::command("dpkg").arg("--status").args(PACKAGES)).is_some_and(|status| {
        status.matches("Status: install ok installed").count() == PACKAGES.len()
    })
}

fn linker() -> Result<PathBuf> {
    if let Some(found) = rustups_linker() {
        return Ok(found);
    }
    let debians = Path::new(PROGRAMS).join("wasm-ld-22");
    if !debians.is_file() {
        apt::install(&[LINKER_PACKAGE]).context("A linker for WebAssembly is missing.")?;
    }
    Ok(debians)
}

/// `rust-lld` comes with every rustup toolchain, with or without the wasm32 target.
fn rustups_linker() -> Option<PathBuf> {
    let version = process::ask(process::command("rustc").arg("-vV"))?;
    let host = version
        .lines()
        .find_map(|line| line.strip_prefix("host: "))?;
    let linker = toolchain::sysroot()?
        .join("lib/rustlib")
        .join(host)
        .join("bin/rust-lld");
    linker.is_file().then_some(linker)
}
