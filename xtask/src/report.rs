//! What the person reads: step lines, durations, failures and the closing table.

use std::time::{Duration, Instant};

use anyhow::Result;

/// Announces a step.
pub fn step(what: &str) {
    println!("=> {what}");
}

/// Announces a step that takes long enough to wonder about.
pub fn slow_step(what: &str, time: &str) {
    println!("=> {what} ({time})");
}

/// A remark about the step that is running.
pub fn note(what: &str) {
    println!("   {what}");
}

/// `7 s`, `3 min 5 s`.
pub fn duration(time: Duration) -> String {
    let seconds = time.as_secs();
    match (seconds / 60, seconds % 60) {
        (0, _) if seconds < 10 => format!("{:.1} s", time.as_secs_f64()),
        (0, seconds) => format!("{seconds} s"),
        (minutes, seconds) => format!("{minutes} min {seconds} s"),
    }
}

/// Prints an error with its causes.
pub fn failure(error: &anyhow::Error, elapsed: Duration) {
    eprintln!("\nStopped after {}: {error}", duration(elapsed));
    for cause in error.chain().skip(1) {
        eprintln!("  because: {cause}");
    }
}

/// Steps that all run, and are summed up at the end.
#[derive(Default)]
pub struct Steps {
    done: Vec<Done>,
}

struct Done {
    name: &'static str,
    outcome: Outcome,
    time: Duration,
}

#[derive(PartialEq, Eq)]
enum Outcome {
    Passed,
    Failed,
    NotRun(&'static str),
}

impl Steps {
    /// Runs a step; `None` when it failed, after having said why.
    pub fn run<T>(&mut self, name: &'static str, work: impl FnOnce() -> Result<T>) -> Option<T> {
        println!();
        step(name);
        let started = Instant::now();
        let result = work();
        let time = started.elapsed();
        let (outcome, value) = match result {
            Ok(value) => (Outcome::Passed, Some(value)),
            Err(error) => {
                println!("   {name} failed: {error}");
                for cause in error.chain().skip(1) {
                    println!("     because: {cause}");
                }
                (Outcome::Failed, None)
            }
        };
        self.done.push(Done { name, outcome, time });
        value
    }

    /// Records a step that had nothing to work on. It counts as failed.
    pub fn not_run(&mut self, name: &'static str, why: &'static str) {
        self.done.push(Done {
            name,
            outcome: Outcome::NotRun(why),
            time: Duration::ZERO,
        });
    }

    /// Prints the table and the closing line; true when everything passed.
    pub fn conclude(&self) -> bool {
        print!("{}", self.summary());
        self.failed() == 0
    }

    fn failed(&self) -> usize {
        self.done.iter().filter(|step| step.outcome != Outcome::Passed).count()
    }

    fn summary(&self) -> String {
        let mut text = format!("\n{:<20} {:<8} {:>12}\n", "step", "result", "time");
        for Done { name, outcome, time } in &self.done {
            let line = match outcome {
                Outcome::Passed => format!("{name:<20} {:<8} {:>12}\n", "passed", duration(*time)),
                Outcome::Failed => format!("{name:<20} {:<8} {:>12}\n", "FAILED", duration(*time)),
                Outcome::NotRun(why) => format!("{name:<20} {:<8} {why}\n", "NOT RUN"),
            };
            text.push_str(&line);
        }
        let total = self.done.iter().map(|step| step.time).sum();
        text.push_str(&format!("{:<20} {:<8} {:>12}\n", "all", "", duration(total)));
        let failed = self.failed();
        let passed = self.done.len() - failed;
        text.push_str(&format!("Steps: {passed} passed, {failed} failed\n"));
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::bail;

    #[test]
    fn durations_read_naturally() {
        assert_eq!(duration(Duration::from_millis(1_240)), "1.2 s");
        assert_eq!(duration(Duration::from_secs(59)), "59 s");
        assert_eq!(duration(Duration::from_secs(185)), "3 min 5 s");
    }

    #[test]
    fn a_failed_or_missing_step_counts_as_failed_and_the_last_line_says_so() {
        let mut steps = Steps::default();
        assert_eq!(steps.run("one", || Ok(1)), Some(1));
        assert_eq!(steps.run("two", || -> Result<()> { bail!("no") }), None);
        steps.not_run("three", "two failed");
        let summary = steps.summary();
        assert_eq!(summary.lines().last(), Some("Steps: 1 passed, 2 failed"));
        assert!(summary.contains("NOT RUN"));
    }
}
