//! The npm packages: wasm-opt for the build, Playwright with axe, Lighthouse and the fonts for the tests.
//!
//! Invariant: they are installed from the lockfile, only when it has changed, and never bring a browser.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};

use crate::{digest, files, paths, process, report};

const LOCKFILE: &str = "package-lock.json";
/// Where they are.
pub const PACKAGES: &str = "node_modules";
const OLDEST_NODE: u32 = 20;

/// Makes the packages match the lockfile; returns the folder of their programs.
pub fn install() -> Result<PathBuf> {
    let wanted = digest::short(&files::read(Path::new(LOCKFILE))?);
    let stamp = paths::state("npm-packages")?;
    let is_done = Path::new(PACKAGES).is_dir()
        && std::fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted);
    if !is_done {
        check_node()?;
        // Behind a link are another checkout's packages, and npm would empty them.
        if Path::new(PACKAGES).is_symlink() {
            std::fs::remove_file(PACKAGES)
                .with_context(|| format!("The link {PACKAGES} cannot be removed."))?;
        }
        report::slow_step(
            "Installing npm packages from the lockfile",
            "about 20 seconds, once",
        );
        process::run(
            process::command("npm")
                .args(["ci", "--no-audit", "--no-fund", "--loglevel=error"])
                .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
                .env("PUPPETEER_SKIP_DOWNLOAD", "1"),
        )
        .context("The npm packages could not be installed.\nNext: check the network and run the same command again.")?;
        files::write(&stamp, wanted)?;
    }
    Ok(paths::absolute(PACKAGES)?.join(".bin"))
}

/// A program that a package brought.
pub fn program(name: &str) -> Result<PathBuf> {
    Ok(install()?.join(name))
}

fn check_node() -> Result<()> {
    const NEXT: &str = "Next: install Node 20 or newer with npm (on Debian 12 from nodejs.org or NodeSource) and run the same command again.";
    let version = process::ask(process::command("node").arg("--version"))
        .with_context(|| format!("Node is not on the PATH.\n{NEXT}"))?;
    let major = version.trim().trim_start_matches('v').split('.').next();
    let major: u32 = major.unwrap_or_default().parse().unwrap_or_default();
    ensure!(
        major >= OLDEST_NODE,
        "Node {} is too old.\n{NEXT}",
        version.trim()
    );
    ensure!(
        process::find("npm").is_some(),
        "npm is not on the PATH.\n{NEXT}"
    );
    Ok(())
}
