//! Which compiler builds the WebAssembly: the person's own with rustup's wasm32 target, or Debian's where that target
//! cannot be fetched.
//!
//! Invariant: native code is always built by the person's compiler; each compiler has its own wasm directory.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context as _, Result, bail};

use crate::{apt, debian, files, paths, process, report};

pub const WASM: &str = "wasm32-unknown-unknown";
/// Set to `debian` or `rustup`, it takes the choice out of our hands.
const CHOICE: &str = "BONEWISE_WASM";
/// Long enough for 20 MB on a slow line; a closed network mostly fails within seconds.
const PATIENCE: Duration = Duration::from_secs(90);

/// A compiler for wasm32, with the environment its cargo needs.
pub struct Toolchain {
    pub target_dir: &'static str,
    pub cargo: PathBuf,
    /// Folders that must come first on the PATH.
    pub path: Vec<PathBuf>,
    pub variables: Vec<(&'static str, OsString)>,
    /// Variables of the other toolchain.
    pub removed: Vec<&'static str>,
}

impl Toolchain {
    fn ordinary() -> Self {
        Self {
            target_dir: paths::TARGET_WEB,
            cargo: PathBuf::from("cargo"),
            path: Vec::new(),
            variables: Vec::new(),
            removed: Vec::new(),
        }
    }

    /// A program that builds wasm or starts cargo to do so.
    pub fn command(&self, program: &Path, front: &[PathBuf]) -> Result<Command> {
        let mut command = process::command(program);
        let folders: Vec<PathBuf> = front.iter().chain(&self.path).cloned().collect();
        command.env("PATH", process::path_with(&folders)?);
        // Stack traces of the tools themselves help nobody; the compiler's message stands above them.
        command.env("RUST_LIB_BACKTRACE", "0");
        command.env("CARGO_TARGET_DIR", paths::absolute(self.target_dir)?);
        for name in &self.removed {
            command.env_remove(name);
        }
        command.envs(self.variables.iter().map(|(name, value)| (name, value)));
        Ok(command)
    }

    /// Its cargo.
    pub fn cargo(&self) -> Result<Command> {
        self.command(&self.cargo, &[])
    }
}

/// Finds or installs a compiler for wasm32.
pub fn prepare() -> Result<Toolchain> {
    match std::env::var(CHOICE).as_deref() {
        Ok("debian") => return debian::prepare(),
        Ok("rustup") => return add_target(None).map(|()| Toolchain::ordinary()),
        Ok(other) => {
            bail!("{CHOICE}={other} is not known.\nNext: set it to rustup or debian, or remove it.")
        }
        Err(_) => {}
    }
    if is_target_here() {
        return Ok(Toolchain::ordinary());
    }
    let stamp = paths::state("wasm-compiler")?;
    if files::read_text(&stamp).is_ok_and(|kept| kept == "debian") && debian::is_installed() {
        return debian::prepare();
    }
    // Without an alternative there is no reason to give up early.
    let limit = apt::is_here().then_some(PATIENCE);
    let Err(error) = add_target(limit) else {
        return Ok(Toolchain::ordinary());
    };
    if !apt::is_here() {
        return Err(error);
    }
    report::note(&format!("That did not work: {}", error.root_cause()));
    report::note("Debian's compiler takes its place; it builds the standard library from source.");
    let toolchain = debian::prepare().context(
        "Neither rustup nor Debian could provide a compiler for WebAssembly.\nNext: `rustup target add wasm32-unknown-unknown` by hand shows what is in the way.",
    )?;
    files::write(&stamp, "debian")?;
    Ok(toolchain)
}

/// The folder of the person's compiler, such as `~/.rustup/toolchains/stable-…`.
pub fn sysroot() -> Option<PathBuf> {
    let printed = process::ask(process::command("rustc").args(["--print", "sysroot"]))?;
    Some(PathBuf::from(printed.trim()))
}

fn is_target_here() -> bool {
    let library = |root: PathBuf| root.join("lib/rustlib").join(WASM).join("lib").is_dir();
    sysroot().is_some_and(library)
}

fn add_target(limit: Option<Duration>) -> Result<()> {
    if is_target_here() {
        return Ok(());
    }
    report::slow_step(
        "Adding rustup's target wasm32-unknown-unknown",
        "about 10 seconds, once",
    );
    let mut command = process::command("rustup");
    command.args(["target", "add", WASM]);
    match limit {
        Some(limit) => process::run_within(&mut command, limit),
        None => process::run(&mut command),
    }
    .context("The wasm32 target could not be added.\nNext: install Rust with rustup (rustup.rs) and check the network.")
}

/// Makes sure that the person's compiler has clippy and rustfmt; a minimal installation lacks them.
pub fn prepare_lints() -> Result<()> {
    for (program, component) in [("cargo-clippy", "clippy"), ("cargo-fmt", "rustfmt")] {
        let works =
            process::ask(process::command("cargo").args([&program[6..], "--version"])).is_some();
        if !works {
            report::step(&format!("Adding rustup's component {component}"));
            process::run(process::command("rustup").args(["component", "add", component]))
                .with_context(|| format!("{component} is missing and could not be added.\nNext: `rustup component add {component}`."))?;
        }
    }
    Ok(())
}
