//! Running other programs: a clean environment, and errors that name the command.
//!
//! Invariant: nothing that cargo or rustup set for xtask alone reaches an inner cargo; it would rebuild for no reason
//! or take the wrong compiler.

use std::ffi::OsString;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};

/// A program to run without input, in the environment the person had.
pub fn command(program: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = Command::new(program);
    for (name, _) in std::env::vars_os() {
        if name.to_str().is_some_and(is_cargos_own) {
            command.env_remove(&name);
        }
    }
    for name in ["LD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH"] {
        if let Some(value) = std::env::var_os(name) {
            let kept: Vec<PathBuf> = std::env::split_paths(&value)
                .filter(|path| !is_rusts_own(path))
                .collect();
            match std::env::join_paths(kept) {
                Ok(joined) if !joined.is_empty() => command.env(name, joined),
                _ => command.env_remove(name),
            };
        }
    }
    command.stdin(Stdio::null());
    command
}

/// Set by `cargo run` for the program it starts, not by the person.
fn is_cargos_own(name: &str) -> bool {
    const EXACT: [&str; 8] = [
        "CARGO",
        "CARGO_BIN_NAME",
        "CARGO_CRATE_NAME",
        "CARGO_MANIFEST_DIR",
        "CARGO_MANIFEST_PATH",
        "CARGO_PRIMARY_PACKAGE",
        "OUT_DIR",
        "RUST_RECURSION_COUNT",
    ];
    EXACT.contains(&name) || name.starts_with("CARGO_PKG_")
}

/// A library folder that cargo or rustup added for xtask.
fn is_rusts_own(path: &Path) -> bool {
    let inside = |name: &str| path.components().any(|part| part.as_os_str() == name);
    inside("rustlib") || inside("toolchains") || inside("target")
}

/// Runs it; what it prints goes to the terminal.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| not_started(command))?;
    expect_success(command, status)
}

/// Runs it silently; `None` when it cannot be started or fails. For asking whether something is there.
pub fn ask(command: &mut Command) -> Option<String> {
    let output = command.output().ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs it, shows what it prints and also returns it, to be counted.
pub fn run_and_read(command: &mut Command) -> Result<String> {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| not_started(command))?;
    let mut read = String::new();
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).lines() {
            let line = line.with_context(|| format!("Reading from {} failed.", shown(command)))?;
            println!("{line}");
            read.push_str(&line);
            read.push('\n');
        }
    }
    let status = child.wait().with_context(|| not_started(command))?;
    expect_success(command, status)?;
    Ok(read)
}

/// Runs it for at most `limit`.
pub fn run_within(command: &mut Command, limit: Duration) -> Result<()> {
    let started = Instant::now();
    let mut child = command.spawn().with_context(|| not_started(command))?;
    loop {
        if let Some(status) = child.try_wait()? {
            return expect_success(command, status);
        }
        if started.elapsed() > limit {
            stop(&mut child);
            bail!(
                "{} had not finished after {} s.",
                shown(command),
                limit.as_secs()
            );
        }
        thread::sleep(Duration::from_millis(50));
    }
}

/// Ends a program that xtask started.
pub fn stop(child: &mut Child) {
    // It may be gone already, which is what is wanted.
    let _ = child.kill();
    let _ = child.wait();
}

/// Finds a program on the PATH.
pub fn find(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .map(|folder| folder.join(name))
        .find(|candidate| candidate.is_file())
}

/// The PATH with more folders in front.
pub fn path_with(front: &[PathBuf]) -> Result<OsString> {
    let rest = std::env::var_os("PATH").unwrap_or_default();
    let folders = front.iter().cloned().chain(std::env::split_paths(&rest));
    std::env::join_paths(folders).context("A folder's name cannot be part of the PATH.")
}

fn expect_success(command: &Command, status: ExitStatus) -> Result<()> {
    if status.success() {
        return Ok(());
    }
    bail!("{} failed ({status}).", shown(command))
}

fn not_started(command: &Command) -> String {
    format!("{} could not be started.", shown(command))
}

fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let mut words = vec![
        program
            .file_name()
            .unwrap_or(command.get_program())
            .to_string_lossy(),
    ];
    words.extend(
        command
            .get_args()
            .map(|argument| argument.to_string_lossy()),
    );
    format!("`{}`", words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargos_own_variables_are_told_from_the_persons() {
        assert!(is_cargos_own("CARGO_PKG_NAME"));
        assert!(is_cargos_own("CARGO"));
        assert!(!is_cargos_own("CARGO_HOME"));
        assert!(!is_cargos_own("CARGO_BUILD_JOBS"));
        assert!(!is_cargos_own("RUSTUP_TOOLCHAIN"));
    }

    #[test]
    fn a_failure_names_the_command() {
        let error = run(&mut command("false")).unwrap_err().to_string();
        assert!(error.contains("`false` failed"), "{error}");
    }

    #[test]
    fn a_program_that_hangs_is_ended() {
        let limit = Duration::from_millis(100);
        let error = run_within(command("sleep").arg("30"), limit).unwrap_err();
        assert!(error.to_string().contains("had not finished"));
    }

    #[test]
    fn output_is_returned() {
        assert_eq!(run_and_read(command("echo").arg("one")).unwrap(), "one\n");
    }
}
