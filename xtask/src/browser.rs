//! Chromium and its driver, which the tests and Lighthouse steer.

use std::path::PathBuf;

use anyhow::{Context as _, Result};

use crate::{apt, paths, process};

const PACKAGES: [&str; 3] = ["chromium", "chromium-driver", SHELL];
const SHELL: &str = "chromium-headless-shell";

/// Names another browser.
pub const CHROMIUM: &str = "BONEWISE_CHROMIUM";

/// A browser and the program that drives it.
pub struct Browser {
    pub chromium: PathBuf,
    pub driver: PathBuf,
    /// The same engine without windows and menus, for the journeys: a quarter faster. The whole browser where that is missing.
    pub shell: PathBuf,
}

/// The fonts that a browser of the tests sees, and no others: its environment names a file of fontconfig. (Playwright's
/// configuration does the same, with more than one of them.)
pub fn fonts() -> Result<(&'static str, PathBuf)> {
    Ok((
        "FONTCONFIG_FILE",
        paths::absolute("tests/fonts/phone.conf")?,
    ))
}

/// Finds them; installs them where that is possible.
pub fn prepare() -> Result<Browser> {
    let is_whole = find().is_some_and(|browser| browser.shell.ends_with(SHELL) || is_named());
    if !is_whole && apt::is_here() {
        let installed = apt::install(&PACKAGES);
        // Without the shell the journeys only take longer.
        if find().is_none() {
            installed?;
        }
    }
    find().context(
        "Chromium or its driver is missing.\nNext: install both, or name them in BONEWISE_CHROMIUM and CHROMEDRIVER.",
    )
}

/// Whether somebody chose the browser: then it is the one for all.
fn is_named() -> bool {
    std::env::var_os(CHROMIUM).is_some()
}

fn find() -> Option<Browser> {
    let browsers = [
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
    ];
    let chromium = program(CHROMIUM, &browsers)?;
    Some(Browser {
        driver: program("CHROMEDRIVER", &["chromedriver"])?,
        shell: program(CHROMIUM, &[SHELL]).unwrap_or_else(|| chromium.clone()),
        chromium,
    })
}

fn program(variable: &str, names: &[&str]) -> Option<PathBuf> {
    if let Some(named) = std::env::var_os(variable).map(PathBuf::from) {
        return named.is_file().then_some(named);
    }
    let system =
        |name: &&str| Some(PathBuf::from("/usr/bin").join(name)).filter(|path| path.is_file());
    names
        .iter()
        .find_map(|name| process::find(name).or_else(|| system(name)))
}
