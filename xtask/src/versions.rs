//! With what the tests ran: the browser, the fonts, the engines. A difference between two machines is looked for here
//! first.

use std::path::Path;

use serde_json::Value;

use crate::browser::Browser;
use crate::toolchain::Toolchain;
use crate::{files, npm, process, report};

const FONTS: [&str; 3] = [
    "@expo-google-fonts/roboto",
    "@expo-google-fonts/noto-serif",
    "dejavu-fonts-ttf",
];
const PACKAGES: [&str; 3] = ["@playwright/test", "@axe-core/playwright", "binaryen"];

/// Prints a line for each kind.
pub fn tell(browser: Option<&Browser>, toolchain: Option<&Toolchain>) {
    println!();
    report::step("It ran with");
    let of_program = |program: Option<&Path>| program.map_or_else(missing, of_program);
    let wasm = toolchain.map(|toolchain| {
        let rustc = toolchain.cargo.with_file_name("rustc");
        toolchain.command(&rustc, &[]).map_or_else(
            |_| missing(),
            |mut command| first_line(process::ask(command.arg("--version"))),
        )
    });
    for (what, version) in [
        (
            "browser",
            of_program(browser.map(|one| one.chromium.as_path())),
        ),
        (
            "of journeys",
            of_program(browser.map(|one| one.shell.as_path())),
        ),
        (
            "driver",
            of_program(browser.map(|one| one.driver.as_path())),
        ),
        ("fonts", of_packages(&FONTS)),
        ("node", of_program(Some(Path::new("node")))),
        ("npm packages", of_packages(&PACKAGES)),
        ("compiler", of_program(Some(Path::new("rustc")))),
        ("wasm compiler", wasm.unwrap_or_else(missing)),
    ] {
        report::note(&format!("{what:<14} {version}"));
    }
}

fn of_program(program: &Path) -> String {
    first_line(process::ask(process::command(program).arg("--version")))
}

/// The versions that stand in the packages themselves, not those that the lockfile asks for.
fn of_packages(names: &[&str]) -> String {
    let version = |name: &&str| {
        let about = Path::new(npm::PACKAGES).join(name).join("package.json");
        let about: Option<Value> = files::read_text(&about)
            .ok()
            .and_then(|text| serde_json::from_str(&text).ok());
        let version = about.and_then(|about| about["version"].as_str().map(str::to_owned));
        format!("{name} {}", version.unwrap_or_else(missing))
    };
    names.iter().map(version).collect::<Vec<_>>().join(", ")
}

fn first_line(printed: Option<String>) -> String {
    printed
        .as_deref()
        .and_then(|text| text.lines().next())
        .map_or_else(missing, |line| line.trim().to_owned())
}

fn missing() -> String {
    "missing".to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_called_so() {
        assert_eq!(of_program(Path::new("no-such-program")), "missing");
        assert_eq!(of_packages(&["no-such-package"]), "no-such-package missing");
        assert_eq!(first_line(Some(String::new())), "missing");
    }

    #[test]
    fn a_version_is_one_line() {
        let printed = "Chromium 1.2 built on Debian \nmore".to_owned();
        assert_eq!(first_line(Some(printed)), "Chromium 1.2 built on Debian");
    }
}
