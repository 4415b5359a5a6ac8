//! The command `audit`: Lighthouse and the size table, for people to read.

use std::cmp::Ordering;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Stdio};

use anyhow::{Context as _, Result};
use serde_json::Value;

use crate::{browser, budget, build, files, npm, paths, process, report};

/// A run alone can be spoilt by another program, or by a browser that starts for the first time.
const RUNS: usize = 3;

/// Builds, serves and looks at the release.
pub fn audit() -> Result<()> {
    build::build()?;
    let browser = browser::prepare()?;
    let (mut server, address) = start_server()?;
    report::slow_step(
        &format!("Running Lighthouse as a phone, {RUNS} times"),
        "about a minute and a half",
    );
    let looked: Result<Vec<Value>> = (0..RUNS)
        .map(|_| lighthouse(&browser.chromium, &address))
        .collect();
    process::stop(&mut server);
    let (result, all) = middle(looked?).context("Lighthouse did not run.")?;
    report::note(&format!("Performance in each run: {}", all.join(", ")));
    for line in scores(&result) {
        report::note(&line);
    }
    report::step("Sizes");
    budget::check(Path::new(paths::DIST))
}

fn start_server() -> Result<(Child, String)> {
    let xtask = std::env::current_exe().context("xtask does not find itself.")?;
    let mut server = process::command(xtask)
        .args(["serve", "--no-build", "--port", "0"])
        .stdout(Stdio::piped())
        .spawn()
        .context("The local server did not start.")?;
    let mut line = String::new();
    if let Some(stdout) = server.stdout.take() {
        BufReader::new(stdout).read_line(&mut line)?;
    }
    let address = line.trim().strip_prefix("Serving ").map(str::to_owned);
    if address.is_none() {
        process::stop(&mut server);
    }
    Ok((server, address.context("The local server did not start.")?))
}

fn lighthouse(chromium: &Path, address: &str) -> Result<Value> {
    let output = paths::state("lighthouse.json")?;
    process::run(
        process::command(npm::program("lighthouse")?)
            .arg(address)
            .args(["--quiet", "--output=json", "--no-enable-error-reporting"])
            .arg(format!("--output-path={}", output.display()))
            .arg("--chrome-flags=--headless=new --no-sandbox --disable-gpu")
            .env("CHROME_PATH", chromium)
            .envs([browser::fonts()?]),
    )
    .context("Lighthouse failed.\nNext: its message above says why.")?;
    serde_json::from_str(&files::read_text(&output)?).context("Lighthouse's report cannot be read.")
}

/// The run in the middle by performance, and the performance of all of them, lowest first.
fn middle(mut runs: Vec<Value>) -> Option<(Value, Vec<String>)> {
    let performance = |run: &Value| run["categories"]["performance"]["score"].as_f64();
    runs.sort_by(|a, b| {
        let (a, b) = (performance(a), performance(b));
        a.partial_cmp(&b).unwrap_or(Ordering::Equal)
    });
    let all = runs
        .iter()
        .map(|run| points(&run["categories"]["performance"]))
        .collect();
    let at = runs.len() / 2;
    (at < runs.len()).then(|| (runs.swap_remove(at), all))
}

/// The score of each category with the audits that cost points.
fn scores(result: &Value) -> Vec<String> {
    let categories = result["categories"].as_object();
    let mut lines = Vec::new();
    for category in categories.into_iter().flat_map(|all| all.values()) {
        lines.push(format!("{:<20} {:>3}", title(category), points(category)));
        lines.extend(
            failing(result, category)
                .map(|audit| format!("  {:>3}  {}", points(audit), title(audit))),
        );
    }
    lines
}

fn failing<'a>(result: &'a Value, category: &'a Value) -> impl Iterator<Item = &'a Value> {
    let references = category["auditRefs"].as_array().into_iter().flatten();
    references
        .filter(|reference| {
            reference["weight"]
                .as_f64()
                .is_some_and(|weight| weight > 0.0)
        })
        .filter_map(|reference| result["audits"].get(reference["id"].as_str()?))
        .filter(|audit| audit["score"].as_f64().is_some_and(|score| score < 1.0))
}

fn title(value: &Value) -> &str {
    value["title"].as_str().unwrap_or("?")
}

fn points(value: &Value) -> String {
    let score = value["score"].as_f64();
    score.map_or_else(|| "–".to_owned(), |score| format!("{:.0}", score * 100.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_run_in_the_middle_counts() {
        let run = |score: f64| json!({ "categories": { "performance": { "score": score } } });
        let (middle, all) = middle(vec![run(0.98), run(0.9), run(0.97)]).unwrap();
        assert_eq!(middle, run(0.97));
        assert_eq!(all, ["90", "97", "98"]);
        assert!(super::middle(Vec::new()).is_none());
    }

    #[test]
    fn scores_name_the_audits_that_cost_points() {
        let result = json!({
            "categories": { "seo": { "title": "SEO", "score": 0.9, "auditRefs": [
                { "id": "good", "weight": 1 }, { "id": "bad", "weight": 1 }, { "id": "idle", "weight": 0 },
            ] } },
            "audits": {
                "good": { "title": "Good", "score": 1 },
                "bad": { "title": "Too slow", "score": 0.5 },
                "idle": { "title": "Idle", "score": 0 },
            },
        });
        assert_eq!(
            scores(&result),
            ["SEO                   90", "   50  Too slow"]
        );
    }
}
