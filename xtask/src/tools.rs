//! Trunk and wasm-bindgen: found on the PATH in the right version, or built once below `target/tools`.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use crate::{files, paths, process, report};

/// The newest that Rust 1.95 builds; 0.22.1 wants 1.96.1.
const TRUNK: &str = "0.21.14";
/// They run for seconds; optimising them fully would double the time to build them.
const QUICK_PROFILE: [(&str, &str); 3] = [
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
];

/// Programs for the browser build, each in the version the project needs.
pub struct Tools {
    pub trunk: PathBuf,
    /// Holds `wasm-bindgen` and `wasm-bindgen-test-runner`.
    wasm_bindgen: PathBuf,
}

impl Tools {
    /// The folder that Trunk must find wasm-bindgen in.
    pub fn wasm_bindgen_folder(&self) -> Result<PathBuf> {
        let folder = self
            .wasm_bindgen
            .parent()
            .context("wasm-bindgen has no folder.")?;
        Ok(folder.to_owned())
    }

    /// What binds WebAssembly to the browser.
    pub fn wasm_bindgen(&self) -> &Path {
        &self.wasm_bindgen
    }

    /// What runs browser tests.
    pub fn test_runner(&self) -> Result<PathBuf> {
        Ok(self.wasm_bindgen_folder()?.join("wasm-bindgen-test-runner"))
    }
}

/// Finds the tools and builds what is missing.
pub fn prepare() -> Result<Tools> {
    let bindgen = locked_version("wasm-bindgen")?;
    let wasm_bindgen = match find("wasm-bindgen", &bindgen) {
        Some(found) if found.with_file_name("wasm-bindgen-test-runner").is_file() => found,
        _ => install_wasm_bindgen(&bindgen)?,
    };
    let trunk = match find("trunk", TRUNK) {
        Some(found) => found,
        None => install_trunk()?,
    };
    Ok(Tools {
        trunk,
        wasm_bindgen,
    })
}

fn find(name: &str, version: &str) -> Option<PathBuf> {
    let is_right = |program: &PathBuf| {
        process::ask(process::command(program).arg("--version"))
            .is_some_and(|printed| printed.split_whitespace().nth(1) == Some(version))
    };
    process::find(name)
        .filter(is_right)
        .or_else(|| built(name).ok().filter(is_right))
}

fn built(name: &str) -> Result<PathBuf> {
    paths::absolute(&format!("{}/bin/{name}", paths::TOOLS))
}

fn install_trunk() -> Result<PathBuf> {
    report::slow_step(
        &format!("Building trunk {TRUNK} into target/tools"),
        "about 7 minutes, once",
    );
    install("trunk", TRUNK, &["--locked", "--no-default-features"])?;
    built("trunk")
}

fn install_wasm_bindgen(version: &str) -> Result<PathBuf> {
    report::slow_step(
        &format!("Building wasm-bindgen-cli {version} into target/tools"),
        "about 3 minutes, once",
    );
    // Not --locked: its lockfile at 0.2.130 names a dependency that the registry does not have.
    install("wasm-bindgen-cli", version, &[])?;
    built("wasm-bindgen")
}

fn install(package: &str, version: &str, options: &[&str]) -> Result<()> {
    let exact = format!("={version}");
    let build = format!("{}/build", paths::TOOLS);
    process::run(
        process::command("cargo")
            .args(["install", package, "--force", "--version", &exact])
            .args(["--root", paths::TOOLS, "--target-dir", &build])
            .args(options)
            .envs(QUICK_PROFILE),
    )
    .with_context(|| {
        format!("{package} {version} could not be built.\nNext: check the network and run the same command again; what is built is kept.")
    })
}

/// The version of a package in Cargo.lock.
fn locked_version(package: &str) -> Result<String> {
    let lockfile = files::read_text(Path::new("Cargo.lock"))?;
    version_in(&lockfile, package).with_context(|| {
        format!("Cargo.lock names no {package}.\nNext: `git checkout Cargo.lock`.")
    })
}

fn version_in(lockfile: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lockfile.lines().skip_while(|line| *line != name).skip(1);
    let version = lines.next()?.strip_prefix("version = \"")?;
    version.strip_suffix('"').map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_locked_version_is_that_of_the_very_package() {
        let lockfile = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.1.0\"\n\n\
                        [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(
            version_in(lockfile, "wasm-bindgen").as_deref(),
            Some("0.2.130")
        );
        assert_eq!(version_in(lockfile, "trunk"), None);
    }
}
