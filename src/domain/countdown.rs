//! A short timer with a count-in, for the checks: pure, over the time since it began.
//!
//! Invariant: a gap in which nobody looked (a hidden page, a closed lid) ends it, so no time is counted that
//! was not seen.

/// The count-in before it, in seconds.
pub const COUNT_IN: u32 = 3;
/// A longer silence than this between two looks ends the timer, in milliseconds (as in the coach).
const GAP_MS: f64 = 2500.0;

/// Where the timer stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// It has not begun.
    Idle,
    /// Get ready: so many seconds to the start, 3 to 1.
    CountIn(u32),
    /// It runs, with so many seconds left.
    Running(u32),
    /// The time is up.
    Done,
    /// The page was away, and it stopped.
    Away,
}

impl Phase {
    /// Whether time is passing.
    pub fn is_on(self) -> bool {
        matches!(self, Self::CountIn(_) | Self::Running(_))
    }
}

/// A timer that has begun.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Countdown {
    began_ms: f64,
    seen_ms: f64,
    seconds: u32,
}

impl Countdown {
    /// Begins now, with the count-in; then so many seconds.
    pub fn begin(now_ms: f64, seconds: u32) -> Self {
        Self {
            began_ms: now_ms,
            seen_ms: now_ms,
            seconds,
        }
    }

    /// Looks at the clock.
    pub fn look(&mut self, now_ms: f64) -> Phase {
        let gap = now_ms - self.seen_ms;
        self.seen_ms = now_ms;
        if gap > GAP_MS {
            return Phase::Away;
        }
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        // seconds of one short timer
        let passed = ((now_ms - self.began_ms) / 1000.0).max(0.0) as u32;
        match passed.checked_sub(COUNT_IN) {
            None => Phase::CountIn(COUNT_IN - passed),
            Some(ran) if ran < self.seconds => Phase::Running(self.seconds - ran),
            Some(_) => Phase::Done,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_two_one_then_every_second_then_done() {
        let mut timer = Countdown::begin(500.0, 10);
        let mut seen = Vec::new();
        for tick in 0..=130 {
            let phase = timer.look(500.0 + f64::from(tick) * 100.0);
            if seen.last() != Some(&phase) {
                seen.push(phase);
            }
        }
        let expected: Vec<Phase> = (1..=3)
            .rev()
            .map(Phase::CountIn)
            .chain((1..=10).rev().map(Phase::Running))
            .chain([Phase::Done])
            .collect();
        assert_eq!(seen, expected);
    }

    #[test]
    fn a_gap_ends_it_and_a_clock_that_goes_back_does_not() {
        let mut timer = Countdown::begin(0.0, 30);
        assert_eq!(timer.look(2500.0), Phase::CountIn(1));
        assert_eq!(timer.look(2400.0), Phase::CountIn(1));
        assert_eq!(timer.look(4901.0), Phase::Away);
        let mut back = Countdown::begin(1000.0, 30);
        assert_eq!(back.look(0.0), Phase::CountIn(3));
    }
}
