//! The command `check`, and its steps, which `test` takes too.

use std::path::Path;
use std::process::Command;

use anyhow::{Result, ensure};

use crate::process;
use crate::report::Steps;
use crate::toolchain::{self, Toolchain, WASM};

/// Where the browser tests are.
pub const BROWSER_TESTS: &str = "tests/web.rs";

/// Format, clippy and native tests; true when all passed.
pub fn check() -> bool {
    let mut steps = Steps::default();
    let toolchain = steps.run("Compiler", || {
        toolchain::prepare_lints()?;
        toolchain::prepare()
    });
    run(&mut steps, toolchain.as_ref());
    steps.conclude()
}

/// The steps of `check`.
pub fn run(steps: &mut Steps, toolchain: Option<&Toolchain>) {
    steps.run("Format", format);
    steps.run("Clippy, native", || process::run(&mut clippy_native()));
    steps.run_with(
        "Clippy, wasm32",
        toolchain,
        "there is no compiler for it",
        |toolchain| {
            process::run(&mut clippy_wasm(toolchain)?)?;
            process::run(&mut clippy_lock(toolchain)?)
        },
    );
    steps.run("Native tests", native_tests);
}

fn format() -> Result<()> {
    let checked = process::run(process::command("cargo").args(["fmt", "--all", "--check"]));
    ensure!(
        checked.is_ok(),
        "the source is not formatted.\nNext: `cargo fmt --all`"
    );
    Ok(())
}

fn clippy_native() -> Command {
    let mut command = process::command("cargo");
    command.args([
        "clippy",
        "--quiet",
        "--workspace",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ]);
    command
}

fn clippy_wasm(toolchain: &Toolchain) -> Result<Command> {
    let mut command = toolchain.cargo()?;
    command.args([
        "clippy",
        "--quiet",
        "--package",
        "bonewise",
        "--target",
        WASM,
        "--lib",
        "--bins",
    ]);
    if Path::new(BROWSER_TESTS).is_file() {
        command.args(["--test", "web"]);
    }
    command.args(["--", "-D", "warnings"]);
    Ok(command)
}

/// By itself, as it is built: together with the app it would have the app's libraries built anew.
fn clippy_lock(toolchain: &Toolchain) -> Result<Command> {
    let mut command = toolchain.cargo()?;
    command.args(["clippy", "--quiet", "--package", "bonewise-lock", "--lib"]);
    command.args(["--target", WASM, "--", "-D", "warnings"]);
    Ok(command)
}

fn native_tests() -> Result<()> {
    let printed = process::run_and_read(process::command("cargo").args([
        "test",
        "--quiet",
        "--workspace",
        "--no-fail-fast",
    ]))?;
    expect_tests(&printed)
}

/// Fails when nothing was tested: an empty run proves nothing.
pub fn expect_tests(printed: &str) -> Result<()> {
    let passed = passed_in(printed);
    ensure!(passed > 0, "no test was run");
    println!("   {passed} tests passed");
    Ok(())
}

fn passed_in(printed: &str) -> usize {
    printed
        .lines()
        .filter_map(|line| line.trim().strip_prefix("test result: ok. "))
        .filter_map(|line| line.split_whitespace().next()?.parse::<usize>().ok())
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_are_counted_over_all_their_programs() {
        let printed = "running 2 tests\n..\ntest result: ok. 2 passed; 0 failed; 0 ignored\n\n\
                       test result: ok. 40 passed; 0 failed\n";
        assert_eq!(passed_in(printed), 42);
        assert!(expect_tests("test result: ok. 0 passed; 0 failed").is_err());
        assert!(expect_tests("").is_err());
    }
}
