//! Brotli as a host would do it, at the highest setting. Results are kept by content hash: the same bytes are
//! compressed once, whether for the size budget or for the local server.

use std::io::Write as _;
use std::path::Path;

use anyhow::{Context as _, Result};

use crate::{digest, files, paths};

const QUALITY: u32 = 11;
const WINDOW: u32 = 22;
const BUFFER: usize = 1 << 16;

/// The compressed form of a file's content.
pub fn brotli(content: &[u8]) -> Result<Vec<u8>> {
    let kept = paths::state(&format!("brotli/{}", digest::short(content)))?;
    if kept.is_file() {
        return files::read(&kept);
    }
    let compressed = compress(content)?;
    // Two programs may do this at once: the finished file appears in one move.
    let partial = kept.with_extension(std::process::id().to_string());
    files::write(&partial, &compressed)?;
    std::fs::rename(&partial, &kept)
        .with_context(|| format!("{} cannot be written.", kept.display()))?;
    Ok(compressed)
}

fn compress(content: &[u8]) -> Result<Vec<u8>> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), BUFFER, QUALITY, WINDOW);
    writer.write_all(content).context("Compressing failed.")?;
    Ok(writer.into_inner())
}

/// Pictures are compressed already.
pub fn is_worthwhile(file: &str) -> bool {
    let extension = Path::new(file)
        .extension()
        .and_then(|extension| extension.to_str());
    matches!(
        extension,
        Some("html" | "css" | "js" | "wasm" | "json" | "webmanifest" | "svg" | "txt" | "xml")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_shrinks() {
        let text = "rise, hold, lower slowly. ".repeat(100);
        assert!(compress(text.as_bytes()).unwrap().len() < 100);
        assert!(is_worthwhile("a-1.wasm"));
        assert!(!is_worthwhile("icon.png"));
    }
}
