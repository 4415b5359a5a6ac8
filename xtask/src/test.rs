//! The command `test`: everything, in the order in which a mistake shows soonest, summed up in one table.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};

use crate::browser::{self, Browser};
use crate::build::{self, Ready};
use crate::report::Steps;
use crate::toolchain::{self, WASM};
use crate::{budget, check, npm, paths, process, versions};

const END_TO_END: &str = "tests/e2e/playwright.config.ts";
const NO_TOOLS: &str = "the tools are missing";
const NO_RELEASE: &str = "the release or the browser is missing";

/// Runs every step, also behind one that failed; true when all passed.
pub fn test() -> bool {
    // Later steps may replace the program that is running: its path is taken now.
    let xtask = std::env::current_exe();
    let mut steps = Steps::default();
    let ready = steps.run("Tools", || {
        toolchain::prepare_lints()?;
        build::setup()
    });
    let browser = steps.run("Browser", browser::prepare);
    check::run(&mut steps, ready.as_ref().map(|ready| &ready.toolchain));
    let both = ready.as_ref().zip(browser.as_ref());
    steps.run_with("Browser tests", both, NO_TOOLS, |(ready, browser)| {
        browser_tests(ready, browser)
    });
    let release = steps.run_with("Release build", ready.as_ref(), NO_TOOLS, build::release);
    steps.run_with("Size budget", release, NO_RELEASE, |()| {
        budget::check(Path::new(paths::DIST))
    });
    let both = browser.as_ref().zip(release);
    steps.run_with("End-to-end tests", both, NO_RELEASE, |(browser, ())| {
        end_to_end(browser, xtask?)
    });
    versions::tell(
        browser.as_ref(),
        ready.as_ref().map(|ready| &ready.toolchain),
    );
    steps.conclude()
}

fn browser_tests(ready: &Ready, browser: &Browser) -> Result<()> {
    ensure!(
        Path::new(check::BROWSER_TESTS).is_file(),
        "{} is missing",
        check::BROWSER_TESTS
    );
    let mut command = ready.toolchain.cargo()?;
    command
        .args([
            "test",
            "--package",
            "bonewise",
            "--target",
            WASM,
            "--test",
            "web",
        ])
        .env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
            ready.tools.test_runner()?,
        )
        .env("CHROMEDRIVER", &browser.driver)
        .envs([browser::fonts()?]);
    if std::env::var_os("WASM_BINDGEN_TEST_TIMEOUT").is_none() {
        command.env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    }
    let printed = process::run_and_read(&mut command)?;
    check::expect_tests(&printed)
}

fn end_to_end(browser: &Browser, xtask: PathBuf) -> Result<()> {
    ensure!(Path::new(END_TO_END).is_file(), "{END_TO_END} is missing");
    process::run(
        process::command(npm::program("playwright")?)
            .args(["test", "-c", END_TO_END])
            .env("BONEWISE_XTASK", xtask)
            .env(browser::CHROMIUM, &browser.shell),
    )
    .context("A journey failed.\nNext: Playwright's report above names the step; run one alone with its -g option.")
}
