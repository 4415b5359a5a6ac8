//! Parts the app's WebAssembly in two: what the first screen needs, and the later screens (`src/pages/later.rs`).
//!
//! The linker has left in its file who calls whom. The splitter moves all that can be reached through the split point
//! alone into a second file, which the first one fetches. Trunk knows nothing of that: it has bound the whole, and its two
//! files are replaced here, under the names that it gave them.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, anyhow, ensure};

use crate::build::Ready;
use crate::toolchain::WASM;
use crate::{files, npm, paths, process};

/// What build.rs looks for.
pub const PARTED: &str = "BONEWISE_SPLIT";
/// The name of the split point in `src/pages/later.rs`.
const LATER: &str = "later";
/// How the name of the second file ends.
pub const LATER_WASM: &str = "-later.wasm";
/// What the compiler's output may hold, for wasm-opt.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Replaces the app in `dist` by its two parts, each made as small as wasm-opt can.
pub fn split(ready: &Ready, dist: &Path) -> Result<()> {
    let stem = stem(dist)?;
    let work = paths::state("split/work")?.with_file_name("");
    std::fs::remove_dir_all(&work).context("The last split cannot be removed.")?;
    let first = part(ready, &work, &stem)?;
    bind(ready, &work, &stem, &first)?;

    let later = files::read_text(&work.join(link_file(&stem)))?;
    let script = format!("{stem}.js");
    let glue = files::read_text(&work.join(&script))?;
    files::write(&dist.join(&script), with_loader(&glue, &later, &stem)?)?;
    let bound = format!("{stem}_bg.wasm");
    shrink(&work.join(&bound), &dist.join(&bound))?;
    shrink(&work.join(split_file()), &dist.join(later_file(&stem)))
}

/// What Trunk has called the app, such as `bonewise-0123456789abcdef`.
pub fn stem(dist: &Path) -> Result<String> {
    files::list(dist)?
        .iter()
        .find_map(|file| file.strip_suffix("_bg.wasm").map(str::to_owned))
        .context("Trunk has left no WebAssembly in dist/.\nNext: look at its messages above.")
}

fn link_file(stem: &str) -> String {
    format!("{stem}-{LATER}.js")
}

fn later_file(stem: &str) -> String {
    format!("{stem}{LATER_WASM}")
}

/// What the splitter calls the second file.
fn split_file() -> String {
    format!("split_{LATER}.wasm")
}

/// Both parts and the script between them, in `work`; returns the first part, not yet bound.
fn part(ready: &Ready, work: &Path, stem: &str) -> Result<PathBuf> {
    let linked = Path::new(ready.toolchain.target_dir)
        .join(WASM)
        .join("release/bonewise.wasm");
    let whole = files::read(&linked)?;
    let first = work.join("first.wasm");
    let script = format!("./{stem}.js");
    let link = format!("./{}", link_file(stem));
    let parted = wasm_split_cli_support::transform({
        let mut options = wasm_split_cli_support::Options::new(&whole);
        options.output_dir = work;
        options.main_out_path = &first;
        options.main_module = &script;
        options.link_name = &link;
        options
    })
    .map_err(|error| anyhow!("The WebAssembly could not be parted: {error:#}"))?;
    ensure!(
        parted.split_modules == [work.join(split_file())],
        "The WebAssembly was parted into {:?}.\nNext: there is one split point, `{LATER}`, in src/pages/later.rs; see that it is compiled.",
        parted.split_modules
    );
    Ok(first)
}

fn bind(ready: &Ready, work: &Path, stem: &str, first: &Path) -> Result<()> {
    process::run(
        process::command(ready.tools.wasm_bindgen())
            // The second part looks for functions of the first by the names that the splitter gave them.
            .args(["--target", "web", "--no-typescript"])
            .args(["--keep-lld-exports", "--no-demangle"])
            .args(["--out-name", stem, "--out-dir"])
            .args([work, first]),
    )
    .context("wasm-bindgen could not bind the first part.")
}

/// Makes a WebAssembly file as small as wasm-opt can.
pub fn shrink(from: &Path, to: &Path) -> Result<()> {
    process::run(
        process::command(npm::program("wasm-opt")?)
            .args(["-Oz", "--strip-debug", "--strip-producers"])
            .args(FEATURES)
            .args([from.as_os_str(), "-o".as_ref(), to.as_os_str()]),
    )
    .with_context(|| format!("wasm-opt could not make {} smaller.", from.display()))
}

/// The app's script with the splitter's own in it. As a file of its own that would be one more that may not arrive, and the
/// first screen, which does not need it, would wait for it.
fn with_loader(glue: &str, later: &str, stem: &str) -> Result<String> {
    let link = link_file(stem);
    let (import, name) = glue
        .lines()
        .filter(|line| line.contains(&link))
        .find_map(|line| Some((line, line.strip_prefix("import * as ")?.split_once(' ')?.0)))
        .context("The app's script does not import the splitter's.\nNext: compare xtask/src/split.rs with target/xtask/split/.")?;
    let loader = loader(later, stem)?;
    Ok(glue.replacen(import, &format!("const {name} = {loader}"), 1))
}

/// The splitter's script as a value. It finds the second file under the name that it has in `dist/`, on any host: a browser
/// takes WebAssembly as a stream only from a host that names its type; and it tells what came instead (`split/arrive.js`).
fn loader(script: &str, stem: &str) -> Result<String> {
    const IMPORT: &str = "import { initSync } from ";
    const EXPORT: &str = "export const ";
    const STREAMED: &str = "WebAssembly.instantiateStreaming(src, imports)";
    let fetched = format!("fetch(new URL(\"./{}\", import.meta.url))", split_file());
    let count = |text: &str| script.matches(text).count();
    ensure!(
        [IMPORT, EXPORT, STREAMED, &fetched]
            .iter()
            .all(|text| count(text) == 1),
        "The splitter writes another script than before.\nNext: compare xtask/src/split.rs with target/xtask/split/."
    );
    let named = |line: &str| {
        let name = line.strip_prefix(EXPORT)?.split_once(' ')?.0;
        Some(name.to_owned())
    };
    let name = script.lines().find_map(named);
    let name = name.context("The splitter's script exports nothing.")?;
    let script: String = script
        .lines()
        .filter(|line| !line.starts_with(IMPORT))
        .flat_map(|line| [line, "\n"])
        .collect();
    let later = later_file(stem);
    let script = script
        .replace(EXPORT, "const ")
        .replace(
            &fetched,
            &format!("arrive(new URL(\"./{later}\", import.meta.url))"),
        )
        .replace(STREAMED, "instantiate(await src, imports)");
    let arrive = include_str!("split/arrive.js").replace("STEM", stem);
    let arrive = files::without_comments(&arrive);
    Ok(format!(
        "(() => {{\n{arrive}{script}return {{ {name} }};\n}})();"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str = "import { initSync } from \"./bonewise-1.js\";\n\
                          export const __wasm_split_load_later = wrap(() => {\n\
                          const src = fetch(new URL(\"./split_later.wasm\", import.meta.url));\n\
                          return async (imports) => (WebAssembly.instantiateStreaming(src, imports));\n});";
    const GLUE: &str = "import * as import1 from \"./bonewise-1-later.js\"\n\
                        const imports = { \"./bonewise-1-later.js\": import1 };\nexport { initSync };\n";

    #[test]
    fn the_second_file_is_found_under_its_name_and_on_a_host_that_names_no_types() {
        let script = loader(SCRIPT, "bonewise-1").unwrap();
        assert!(script.contains("\"./bonewise-1-later.wasm\""));
        assert!(script.contains("const mine = \"bonewise-1\""));
        assert!(!script.contains("split_later"));
        assert!(!script.contains("instantiateStreaming"));
    }

    #[test]
    fn the_app_imports_no_script_that_its_first_screen_does_not_need() {
        let script = with_loader(GLUE, SCRIPT, "bonewise-1").unwrap();
        assert!(script.starts_with("const import1 = (() => {\n"), "{script}");
        assert!(!script.contains("import {") && !script.contains("import *"));
        assert!(!script.contains("export const"));
        assert!(script.contains("return { __wasm_split_load_later };\n})();"));
        assert!(script.ends_with("export { initSync };\n"));
    }

    #[test]
    fn a_script_that_is_not_understood_is_not_shipped() {
        assert!(loader("import { initSync } from './x.js'", "bonewise-1").is_err());
        assert!(loader(&SCRIPT.repeat(2), "bonewise-1").is_err());
        assert!(with_loader("export {}", SCRIPT, "bonewise-1").is_err());
    }
}
