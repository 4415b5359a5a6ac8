//! The commands `setup`, `build` and `dev`.

use std::path::Path;
use std::process::Command;
use std::time::Instant;

use anyhow::{Context as _, Result};

use crate::toolchain::{self, Toolchain};
use crate::tools::{self, Tools};
use crate::{finish, lock, npm, paths, process, report, split};

/// Everything a build needs, in place.
pub struct Ready {
    pub toolchain: Toolchain,
    pub tools: Tools,
}

/// Installs what is missing; quick when nothing is.
pub fn setup() -> Result<Ready> {
    report::step("Looking for the compiler, the tools and the npm packages");
    let toolchain = toolchain::prepare()?;
    let tools = tools::prepare()?;
    npm::install()?;
    Ok(Ready { toolchain, tools })
}

/// Makes the release in `dist/`.
pub fn build() -> Result<Ready> {
    let ready = setup()?;
    release(&ready)?;
    Ok(ready)
}

/// Makes the release with everything in place.
pub fn release(ready: &Ready) -> Result<()> {
    report::slow_step("Building the release", "about 3 minutes the first time");
    let started = Instant::now();
    process::run(
        trunk(ready)?
            .args(["build", "--release"])
            .env(split::PARTED, "1"),
    )
    .context(
        "The release could not be built.\nNext: the compiler's or Trunk's message above says why.",
    )?;
    report::note(&format!("built in {}", report::duration(started.elapsed())));
    let dist = Path::new(paths::DIST);
    report::slow_step(
        "Parting the app: what the first screen needs, and the rest",
        "about 20 seconds",
    );
    split::split(ready, dist)?;
    report::slow_step(
        "Building the lock for backups",
        "about 1 minute the first time",
    );
    lock::build(ready, dist)?;
    report::step("Finishing dist/: one style sheet, security policy, offline file list");
    finish::finish(dist)
}

/// Serves a development build that reloads itself.
pub fn dev(port: u16) -> Result<()> {
    let ready = setup()?;
    report::step(&format!(
        "Serving http://127.0.0.1:{port}/ with live reload; Ctrl-C ends it"
    ));
    // Not in dist/: that stays the last release. The lock for backups is not there: the app says that it did not arrive.
    let dist = paths::state("dev")?;
    let mut trunk = trunk(&ready)?;
    trunk
        .args(["serve", "--port", &port.to_string(), "--dist"])
        .arg(dist);
    process::run(&mut trunk).with_context(|| {
        format!("The development server has ended.\nNext: if port {port} is in use, choose another with --port.")
    })
}

fn trunk(ready: &Ready) -> Result<Command> {
    let front = [ready.tools.wasm_bindgen_folder()?, npm::install()?];
    let mut command = ready.toolchain.command(&ready.tools.trunk, &front)?;
    // It tries to shrink wasm-bindgen's script, cannot read it, warns and takes it as it is: nothing to worry about.
    if std::env::var_os("RUST_LOG").is_none() {
        command.env(
            "RUST_LOG",
            "error,trunk=info,trunk::processing::minify=error",
        );
    }
    // Trunk takes only `true` or `false` here, where the convention is any value.
    if std::env::var_os("NO_COLOR").is_some() {
        command.env("NO_COLOR", "true");
    }
    Ok(command)
}
