//! The size budget: what a person on a slow phone downloads before first use, and in all.
//!
//! In bytes after brotli 11. The goals are those of the Foundation issue ("How it is judged"). A release beyond a
//! limit fails. The page keeps its goal; the code does not yet (ARCHITECTURE, "Sizes", says what was tried), so its limits
//! stand a little above what was measured, to be lowered with every diet and never raised without a measured reason.

use std::path::Path;

use anyhow::{Result, bail};

use crate::split::LATER_WASM;
use crate::{compress, files, lock};

/// wasm and JavaScript until the first screen can be used: the first part with its glue, `boot.js`, `sw.js` and `translated.js`.
/// About 256,100 were measured, and 2 % are added. The last 8,000 of them are the figure as a person (about 3,000), the first visit
/// with its lists to tick (1,900), and the marks of evidence and lines of Get help, which wait for no later file. Before that were
/// 248,200, 4,600 of them for ten years of use: the journal's indexes and the reader of dense months, which
/// stand between a person and the first screen. 0.1 had 174,800: the safety gate with its reasons, the guard of the hand, the join of two
/// tabs' writings, the places that Back returns to and the session that outlives midnight all stand in the first part,
/// because each of them has to answer before any later file is there. A diet is owed (ARCHITECTURE, "Sizes").
const FIRST_LIMIT: usize = 261_000;
/// wasm and JavaScript in all but the lock, with the later screens, which are fetched behind the first. About 592,400 were measured, and 2 % are added;
/// the last 28,700 are the short pages with the pages that they lead to, the safety questions as lists, and drawings;
/// backups (the file, its reader, the join with what is here, and their part of the settings) are 19,500 of the second file.
/// What asks for a passphrase and hands the file to the lock and back is about 7,500 more, the second copy about 18,000, the
/// folder about 17,000.
const CODE_LIMIT: usize = 604_000;
/// The lock for backups with its script: stored with the rest, fetched and started only when a backup is locked or opened.
/// 122,900 were measured, nearly all of it the crate `age`. A part of that are its messages in several languages, which its
/// reader names, so that the linker cannot leave them out.
const LOCK_LIMIT: usize = 125_300;
/// What the Foundation issue asks of wasm and JavaScript. Not reached yet.
const CODE_GOAL: usize = 110_000;
/// The page and its style.
const PAGE_LIMIT: usize = 20_000;

/// One file of the release.
struct Row {
    file: String,
    raw: usize,
    brotli: usize,
}

/// Prints the table; fails beyond a limit.
pub fn check(dist: &Path) -> Result<()> {
    let code = measure(dist, &["wasm", "js"])?;
    let page = measure(dist, &["html", "css"])?;
    println!("   {:<36} {:>9} {:>9}", "file", "raw", "brotli");
    for row in code.iter().chain(&page) {
        println!("   {:<36} {:>9} {:>9}", row.file, row.raw, row.brotli);
    }
    let sum = |rows: &[Row]| rows.iter().map(|row| row.brotli).sum::<usize>();
    let (lock, code): (Vec<Row>, Vec<Row>) =
        code.into_iter().partition(|row| lock::is_part(&row.file));
    let later: usize = code
        .iter()
        .filter(|row| row.file.ends_with(LATER_WASM))
        .map(|row| row.brotli)
        .sum();
    let groups = [
        (
            "wasm + JS to first use",
            sum(&code) - later,
            CODE_GOAL,
            FIRST_LIMIT,
        ),
        ("wasm + JS in all", sum(&code), CODE_GOAL, CODE_LIMIT),
        ("the lock for backups", sum(&lock), LOCK_LIMIT, LOCK_LIMIT),
        ("HTML + CSS", sum(&page), PAGE_LIMIT, PAGE_LIMIT),
    ];
    let mut beyond = Vec::new();
    for (name, total, goal, limit) in groups {
        let line = format!("{name}: {total} of at most {limit} bytes");
        println!("   {line}");
        if total > goal && total <= limit {
            println!("   {name}: the goal of {goal} bytes is NOT reached");
        }
        if total > limit {
            beyond.push(line);
        }
    }
    if beyond.is_empty() {
        return Ok(());
    }
    bail!(
        "The release is too large. {}.\nNext: look at what was added last; a dependency, a feature of one, or a large table are the usual causes.",
        beyond.join("; ")
    )
}

fn measure(dist: &Path, kinds: &[&str]) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for file in files::list(dist)? {
        let extension = Path::new(&file)
            .extension()
            .and_then(|extension| extension.to_str());
        // 404.html is no part of a visit.
        if !extension.is_some_and(|kind| kinds.contains(&kind)) || file == "404.html" {
            continue;
        }
        let content = files::read(&dist.join(&file))?;
        rows.push(Row {
            brotli: compress::brotli(&content)?.len(),
            raw: content.len(),
            file,
        });
    }
    if rows.is_empty() {
        bail!(
            "dist/ has no file of the kinds {}.\nNext: `cargo xtask build`.",
            kinds.join(", ")
        );
    }
    Ok(rows)
}
