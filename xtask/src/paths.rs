//! Where things are. Every path is relative to the project's root, which is the working directory.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

/// The release, ready to upload.
pub const DIST: &str = "dist";
/// What cargo makes for wasm32 with the user's compiler; apart from the native cache, so that neither disturbs the other.
pub const TARGET_WEB: &str = "target/web";
/// The same for the Debian compiler: two compilers in one directory would rebuild everything at each switch.
pub const TARGET_WEB_DEBIAN: &str = "target/web-debian";
/// Tools that xtask has built.
pub const TOOLS: &str = "target/tools";
/// Stamps, caches and reports of xtask itself.
pub const STATE: &str = "target/xtask";

/// Makes the project's root the working directory, wherever the command was typed.
pub fn enter_root() -> Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    std::env::set_current_dir(&root)
        .with_context(|| format!("The project's folder {} cannot be entered.", root.display()))
}

/// The absolute form of a path below the root, for programs that change directory.
pub fn absolute(path: &str) -> Result<PathBuf> {
    std::path::absolute(path).with_context(|| format!("No absolute path for {path}."))
}

/// A file of xtask's own, its folder created.
pub fn state(name: &str) -> Result<PathBuf> {
    let path = Path::new(STATE).join(name);
    let folder = path.parent().unwrap_or(Path::new(STATE));
    std::fs::create_dir_all(folder)
        .with_context(|| format!("The folder {} cannot be created.", folder.display()))?;
    Ok(path)
}
