//! Debian's packages, for what neither cargo nor npm can bring.

use std::process::Command;

use anyhow::{Context as _, Result, bail};

use crate::{process, report};

/// Whether this system has apt-get.
pub fn is_here() -> bool {
    process::find("apt-get").is_some()
}

/// Installs packages; asks nothing.
pub fn install(packages: &[&str]) -> Result<()> {
    if !is_here() {
        bail!("apt-get is not on this system.");
    }
    report::slow_step(
        &format!("Installing {} with apt-get", packages.join(", ")),
        "about a minute, once",
    );
    // The lists of a fresh machine may be empty or old: refresh them only when the first try fails.
    if process::run(&mut install_command(packages)).is_ok() {
        return Ok(());
    }
    report::note("trying again with fresh package lists");
    process::run(apt_get().args(["-q", "update"]))
        .and_then(|()| process::run(&mut install_command(packages)))
        .with_context(|| {
            format!(
                "Debian's packages could not be installed.\nNext: as root, `apt-get install {}`.",
                packages.join(" ")
            )
        })
}

fn install_command(packages: &[&str]) -> Command {
    let mut command = apt_get();
    command
        .args(["-q", "-y", "--no-install-recommends", "install"])
        .args(packages)
        .stdout(std::process::Stdio::null());
    command
}

fn apt_get() -> Command {
    let is_root = process::ask(process::command("id").arg("-u")).is_some_and(|id| id.trim() == "0");
    let mut command = if is_root {
        process::command("apt-get")
    } else {
        let mut sudo = process::command("sudo");
        sudo.args(["--", "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        sudo
    };
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}
