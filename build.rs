//! Turns `locales/` into typed keys before the crate is compiled, so that a missing key is a compile error.
//!
//! The library's own build helper does the same, but brings a network client and a wasm runtime with it for
//! features that are not used here; this calls the two small crates beneath it.

use std::error::Error;
use std::path::PathBuf;

use leptos_i18n_codegen::gen_code;
use leptos_i18n_parser::parse_locales::options::{Config, ParseOptions};
use leptos_i18n_parser::parse_locales::parse_locales;

/// The languages; the first is the one that the others fall back to.
const LANGUAGES: [&str; 1] = ["en"];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=locales");
    part_the_release();
    // Only the browser's half has words.
    if std::env::var("CARGO_CFG_TARGET_ARCH")? != "wasm32" {
        return Ok(());
    }
    let root = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR")?);
    let options = ParseOptions::default().interpolate_display(true);
    let config = Config::new(LANGUAGES[0])?
        .add_locales(&LANGUAGES[1..])?
        .add_namespaces(namespaces(&root)?)?
        .parse_options(options);
    let parsed = parse_locales(Some(root), config)?;
    let code = gen_code(&parsed, None, true, None, false)?;
    let out = PathBuf::from(std::env::var("OUT_DIR")?).join("words.rs");
    std::fs::write(out, code.to_string())?;
    Ok(())
}

/// `cargo xtask build` parts the WebAssembly in two (src/pages/later.rs). Its splitter has to know who calls whom, which
/// the linker then leaves in the file.
fn part_the_release() {
    const PARTED: &str = "BONEWISE_SPLIT";
    println!("cargo::rerun-if-env-changed={PARTED}");
    println!("cargo::rustc-check-cfg=cfg(split)");
    if std::env::var_os(PARTED).is_some() {
        println!("cargo::rustc-cfg=split");
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
}

/// Every file of the first language is a namespace.
fn namespaces(root: &std::path::Path) -> Result<Vec<String>, Box<dyn Error>> {
    let mut names = Vec::new();
    for file in std::fs::read_dir(root.join("locales").join(LANGUAGES[0]))? {
        let path = file?.path();
        if path.extension().is_some_and(|ending| ending == "json")
            && let Some(name) = path.file_stem().and_then(|name| name.to_str())
        {
            names.push(name.to_owned());
        }
    }
    names.sort();
    Ok(names)
}
