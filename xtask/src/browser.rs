//! Chromium and its driver, which the tests and Lighthouse steer.

use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::{apt, paths, process};

const PACKAGES: [&str; 2] = ["chromium", "chromium-driver"];

/// A browser and the program that drives it.
pub struct Browser {
    pub chromium: PathBuf,
    pub driver: PathBuf,
}

/// The fonts that a browser of the tests sees, and no others: its environment names a file of fontconfig. (Playwright's
/// configuration does the same, with more than one of them.)
pub fn fonts() -> Result<(&'static str, PathBuf)> {
    Ok((
        "FONTCONFIG_FILE",
        paths::absolute("tests/fonts/phone.conf")?,
    ))
}

/// Finds both; installs them where that is possible.
pub fn prepare() -> Result<Browser> {
    if let Some(browser) = find() {
        return Ok(browser);
    }
    if apt::is_here() {
        apt::install(&PACKAGES)?;
    }
    match find() {
        Some(browser) => Ok(browser),
        None => bail!(
            "Chromium or its driver is missing.\nNext: install both, or name them in BONEWISE_CHROMIUM and CHROMEDRIVER."
        ),
    }
}

fn find() -> Option<Browser> {
    let browsers = [
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
    ];
    Some(Browser {
        chromium: program("BONEWISE_CHROMIUM", &browsers)?,
        driver: program("CHROMEDRIVER", &["chromedriver"])?,
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
