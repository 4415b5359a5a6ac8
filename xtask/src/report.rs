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
        self.done.push(Done {
            name,
            outcome,
            time,
        });
        value
    }

    /// Runs a step that needs what an earlier one made; without it the step counts as failed.
    pub fn run_with<I, T>(
        &mut self,
        name: &'static str,
        needed: Option<I>,
        missing: &'static str,
        work: impl FnOnce(I) -> Result<T>,
    ) -> Option<T> {
        if let Some(needed) = needed {
            return self.run(name, || work(needed));
        }
        self.done.push(Done {
            name,
            outcome: Outcome::NotRun(missing),
            time: Duration::ZERO,
        });
        None
    }

    /// Prints the table and the closing line; true when everything passed.
    pub fn conclude(&self) -> bool {
        println!();
        for line in self.summary() {
            println!("{line}");
        }
        self.failed() == 0
    }

    fn failed(&self) -> usize {
        let has_failed = |step: &&Done| step.outcome != Outcome::Passed;
        self.done.iter().filter(has_failed).count()
    }

    fn summary(&self) -> Vec<String> {
        let row = |name, result, time| format!("{name:<20} {result:<8} {time:>12}");
        let total = self.done.iter().map(|step| step.time).sum();
        let failed = self.failed();
        let passed = self.done.len() - failed;
        let mut lines = vec![row("step", "result", "time".to_owned())];
        lines.extend(self.done.iter().map(|step| match step.outcome {
            Outcome::Passed => row(step.name, "passed", duration(step.time)),
            Outcome::Failed => row(step.name, "FAILED", duration(step.time)),
            Outcome::NotRun(why) => format!("{:<20} NOT RUN  {why}", step.name),
        }));
        lines.push(row("all", "", duration(total)));
        lines.push(format!("Steps: {passed} passed, {failed} failed"));
        lines
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
        let nothing: Option<()> = None;
        assert_eq!(steps.run_with("three", nothing, "two failed", Ok), None);
        let summary = steps.summary();
        assert_eq!(summary.last().unwrap(), "Steps: 1 passed, 2 failed");
        assert!(summary[3].contains("NOT RUN"));
    }
}
