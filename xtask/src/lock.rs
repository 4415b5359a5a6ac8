//! The lock for backups, as two files of its own beside the app: few people need it, and it is a quarter as large as
//! the app.
//!
//! The app asks for the script under the app's own name with `-lock.js` behind it (`src/browser/lock.rs`). The script names
//! its WebAssembly by the hash of what is in it, so the two always fit together.

use std::path::Path;

use anyhow::{Context as _, Result, ensure};

use crate::build::Ready;
use crate::toolchain::WASM;
use crate::{digest, files, paths, process, split};

/// How the name of the script ends.
const SCRIPT: &str = "-lock.js";
/// What wasm-bindgen is to call its files.
const NAME: &str = "lock";
/// What stands in `lock/worker.js` for the name of the WebAssembly.
const PLACEHOLDER: &str = "\"WASM\"";

/// Whether a file in `dist/` is one of the two.
pub fn is_part(file: &str) -> bool {
    file.ends_with(SCRIPT) || file.starts_with("lock-")
}

/// Builds the two into `dist`, beside the app that Trunk has left there.
pub fn build(ready: &Ready, dist: &Path) -> Result<()> {
    let mut cargo = ready.toolchain.cargo()?;
    cargo.args(["build", "--release", "--package", "bonewise-lock", "--lib"]);
    process::run(cargo.args(["--target", WASM])).context(
        "The lock for backups could not be built.\nNext: the compiler's message above says why.",
    )?;
    let built = Path::new(ready.toolchain.target_dir)
        .join(WASM)
        .join("release/bonewise_lock.wasm");
    let work = paths::state("lock/work")?.with_file_name("");
    process::run(
        process::command(ready.tools.wasm_bindgen())
            // A worker that needs no module works in every browser that the app works in.
            .args(["--target", "no-modules", "--no-typescript"])
            .args(["--out-name", NAME, "--out-dir"])
            .args([&work, &built]),
    )
    .context("wasm-bindgen could not bind the lock.")?;
    let small = work.join("small.wasm");
    split::shrink(&work.join(format!("{NAME}_bg.wasm")), &small)?;
    let wasm = files::read(&small)?;
    let name = format!("lock-{}.wasm", digest::short(&wasm));
    let glue = files::read_text(&work.join(format!("{NAME}.js")))?;
    let script = script(&glue, include_str!("../../lock/worker.js"), &name)?;
    files::write(&dist.join(&name), wasm)?;
    files::write(
        &dist.join(format!("{}{SCRIPT}", split::stem(dist)?)),
        script,
    )
}

/// wasm-bindgen's script and the worker's own in one: a second file could fail to arrive by itself.
fn script(glue: &str, worker: &str, wasm: &str) -> Result<String> {
    ensure!(
        worker.matches(PLACEHOLDER).count() == 1,
        "lock/worker.js has the text {PLACEHOLDER} not exactly once.\nNext: it stands where the WebAssembly is fetched."
    );
    let worker = worker.replace(PLACEHOLDER, &format!("\"./{wasm}\""));
    Ok(files::without_comments(&format!("{glue}\n{worker}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_names_its_wasm_and_says_nothing_twice() {
        let worker = "// Why.\nfetch(new URL(\"WASM\", location.href));\n";
        assert_eq!(
            script("let wasm_bindgen = 1;\n", worker, "lock-1.wasm").unwrap(),
            "let wasm_bindgen = 1;\nfetch(new URL(\"./lock-1.wasm\", location.href));\n"
        );
        assert!(script("", "fetch(1)", "lock-1.wasm").is_err());
    }

    #[test]
    fn its_files_are_known_by_their_names() {
        for (file, is_it) in [
            ("bonewise-0123456789abcdef-lock.js", true),
            ("lock-0123456789abcdef.wasm", true),
            ("bonewise-0123456789abcdef.js", false),
            ("bonewise-0123456789abcdef_bg.wasm", false),
            ("bonewise-0123456789abcdef-later.wasm", false),
        ] {
            assert_eq!(is_part(file), is_it, "{file}");
        }
    }
}
