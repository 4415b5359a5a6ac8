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
    files::write(&dist.join(link_file(&stem)), loader(&later, &stem)?)?;
    let script = format!("{stem}.js");
    files::write(&dist.join(&script), files::read(&work.join(&script))?)?;
    let bound = format!("{stem}_bg.wasm");
    shrink(&work.join(&bound), &dist.join(&bound))?;
    shrink(&work.join(split_file()), &dist.join(later_file(&stem)))?;

    let page = dist.join("index.html");
    files::write(&page, with_preload(&files::read_text(&page)?, &stem)?)
}

/// What Trunk has called the app, such as `bonewise-0123456789abcdef`.
fn stem(dist: &Path) -> Result<String> {
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

fn shrink(from: &Path, to: &Path) -> Result<()> {
    process::run(
        process::command(npm::program("wasm-opt")?)
            .args(["-Oz", "--strip-debug", "--strip-producers"])
            .args(FEATURES)
            .args([from.as_os_str(), "-o".as_ref(), to.as_os_str()]),
    )
    .with_context(|| format!("wasm-opt could not make {} smaller.", from.display()))
}

/// The splitter's script, which finds the second file under the name that it has in `dist/`, on any host: a browser takes
/// WebAssembly as a stream only from a host that names its type.
fn loader(script: &str, stem: &str) -> Result<String> {
    const STREAMED: &str = "WebAssembly.instantiateStreaming(src, imports)";
    const ANY_HOST: &str = "WebAssembly.instantiate(await (await src).arrayBuffer(), imports)";
    let named = format!("\"./{}\"", split_file());
    ensure!(
        script.matches(&named).count() == 1 && script.matches(STREAMED).count() == 1,
        "The splitter writes another script than before.\nNext: compare xtask/src/split.rs with target/xtask/split/."
    );
    Ok(script
        .replace(&named, &format!("\"./{}\"", later_file(stem)))
        .replace(STREAMED, ANY_HOST))
}

/// The page with the script between the parts fetched along with the app's own, which imports it.
fn with_preload(html: &str, stem: &str) -> Result<String> {
    let at = html
        .find("</head>")
        .context("The built page has no </head>.")?;
    let (head, rest) = html.split_at(at);
    let link = link_file(stem);
    Ok(format!(
        "{head}<link rel=\"modulepreload\" href=\"./{link}\">{rest}"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str = "const src = fetch(new URL(\"./split_later.wasm\", import.meta.url));\n\
                          return async (imports) => (WebAssembly.instantiateStreaming(src, imports));";

    #[test]
    fn the_second_file_is_found_under_its_name_and_on_a_host_that_names_no_types() {
        let script = loader(SCRIPT, "bonewise-1").unwrap();
        assert!(script.contains("\"./bonewise-1-later.wasm\""));
        assert!(!script.contains("split_later"));
        assert!(!script.contains("instantiateStreaming"));
    }

    #[test]
    fn a_script_that_is_not_understood_is_not_shipped() {
        assert!(loader("import { initSync } from './x.js'", "bonewise-1").is_err());
        assert!(loader(&SCRIPT.repeat(2), "bonewise-1").is_err());
    }

    #[test]
    fn the_script_between_is_fetched_with_the_page() {
        let html = with_preload("<head><title>x</title></head><body>", "b").unwrap();
        assert_eq!(
            html,
            "<head><title>x</title><link rel=\"modulepreload\" href=\"./b-later.js\"></head><body>"
        );
        assert!(with_preload("<p>", "b").is_err());
    }
}
