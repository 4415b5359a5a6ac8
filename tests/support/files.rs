//! The project's own files, for tests about them.

use std::fs;
use std::path::{Path, PathBuf};

/// All files below a folder whose names end so.
pub fn files(folder: impl AsRef<Path>, ending: &str) -> Vec<PathBuf> {
    let mut folders = vec![folder.as_ref().to_owned()];
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for one in fs::read_dir(folder).unwrap() {
            let path = one.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.to_string_lossy().ends_with(ending) {
                found.push(path);
            }
        }
    }
    found
}
