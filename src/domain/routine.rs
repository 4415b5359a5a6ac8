//! The two exercises: their styles, their beats, and what a session of them is made of.
//!
//! Durations stand here once; the coach, the figure and the words follow them.

use serde::{Deserialize, Serialize};

use super::saved::{record, words};

/// One of the two exercises.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Routine {
    /// Rise on tiptoe, then bring the heels down (facts H1–H6).
    HeelDrop,
    /// Small squats with support (facts K1–K6).
    KneeBend,
}

words!(Routine {
    HeelDrop = "heel_drop",
    KneeBend = "knee_bend",
});

/// How an exercise is done, from the easiest on the body upward.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Style {
    /// Sitting: heel raises, or marching on the spot, on a chair.
    Seated,
    /// Heel drops: rise and lower slowly, holding a support. The default for everyone (evidence 1.7).
    Gentle,
    /// Heel drops: a soft drop, holding a support.
    SoftDrop,
    /// Heel drops: a firm drop, holding a support.
    FirmDrop,
    /// Heel drops as the article tells them: both hands rub the lower back, so nobody is holding on.
    Traditional,
    /// Knee bends: from a high chair to standing and back.
    SitToStand,
    /// Knee bends: a quarter bend, holding a support.
    QuarterBend,
}

words!(Style {
    Seated = "seated",
    Gentle = "gentle",
    SoftDrop = "soft_drop",
    FirmDrop = "firm_drop",
    Traditional = "traditional",
    SitToStand = "sit_to_stand",
    QuarterBend = "quarter_bend",
});

/// The parts of one repetition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Beat {
    /// Heels (or body) go up.
    Rise,
    /// Stay.
    Hold,
    /// Come down slowly.
    Lower,
    /// Let the heels drop.
    Drop,
    /// Stand or sit still before the next one. The repetition counts when this begins.
    Settle,
}

/// A beat with its length in milliseconds at normal tempo.
pub type TimedBeat = (Beat, u32);

impl Routine {
    /// Both, in the order the app offers them.
    pub const ALL: [Self; 2] = [Self::HeelDrop, Self::KneeBend];

    /// The styles of this routine, easiest first.
    pub fn styles(self) -> &'static [Style] {
        match self {
            Self::HeelDrop => &[
                Style::Seated,
                Style::Gentle,
                Style::SoftDrop,
                Style::FirmDrop,
                Style::Traditional,
            ],
            Self::KneeBend => &[Style::Seated, Style::SitToStand, Style::QuarterBend],
        }
    }
}

impl Style {
    /// All.
    pub const ALL: [Self; 7] = [
        Self::Seated,
        Self::Gentle,
        Self::SoftDrop,
        Self::FirmDrop,
        Self::Traditional,
        Self::SitToStand,
        Self::QuarterBend,
    ];

    /// Whether the person stands at any time.
    pub fn is_standing(self) -> bool {
        self != Self::Seated
    }

    /// Whether the heels strike the ground.
    pub fn is_impact(self) -> bool {
        matches!(self, Self::SoftDrop | Self::FirmDrop | Self::Traditional)
    }

    /// Whether the hands are on the lower back instead of on a support.
    pub fn lets_go_of_support(self) -> bool {
        self == Self::Traditional
    }
}

/// The beats of one repetition. Rise 2 s, pause 1 s, lower: evidence 1.7, STEPS; the other lengths are a
/// design choice that keeps five slow repetitions inside about half a minute, so that a round of one
/// minute (fact H3) ends with a rest of about the same length.
pub fn beats(routine: Routine, style: Style) -> &'static [TimedBeat] {
    match (routine, style) {
        (Routine::HeelDrop, Style::SoftDrop) => &[
            (Beat::Rise, 2000),
            (Beat::Hold, 1000),
            (Beat::Drop, 500),
            (Beat::Settle, 2500),
        ],
        (Routine::HeelDrop, Style::FirmDrop | Style::Traditional) => &[
            (Beat::Rise, 2000),
            (Beat::Hold, 1000),
            (Beat::Drop, 300),
            (Beat::Settle, 2700),
        ],
        (Routine::HeelDrop, _) => &[
            (Beat::Rise, 2000),
            (Beat::Hold, 1000),
            (Beat::Lower, 2500),
            (Beat::Settle, 1000),
        ],
        (Routine::KneeBend, Style::Seated) => &[
            (Beat::Rise, 1500),
            (Beat::Hold, 500),
            (Beat::Lower, 1500),
            (Beat::Settle, 1000),
        ],
        (Routine::KneeBend, Style::SitToStand) => &[
            (Beat::Rise, 2500),
            (Beat::Hold, 1000),
            (Beat::Lower, 3000),
            (Beat::Settle, 1500),
        ],
        (Routine::KneeBend, _) => &[
            (Beat::Lower, 2500),
            (Beat::Hold, 1000),
            (Beat::Rise, 2000),
            (Beat::Settle, 1500),
        ],
    }
}

/// How fast the beats go; a step at a time, so that the buttons always do something small.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Tempo {
    /// Half as long again.
    Slowest,
    /// A quarter longer.
    Slow,
    /// As the beats are written.
    #[default]
    Normal,
    /// A little shorter.
    Brisk,
    /// The shortest that still leaves time to steady oneself.
    Briskest,
}

words!(Tempo {
    Slowest = "slowest",
    Slow = "slow",
    Normal = "normal",
    Brisk = "brisk",
    Briskest = "briskest",
});

impl Tempo {
    /// All, slowest first.
    pub const ALL: [Self; 5] = [
        Self::Slowest,
        Self::Slow,
        Self::Normal,
        Self::Brisk,
        Self::Briskest,
    ];

    /// Length of a beat in percent of its normal length.
    pub fn percent(self) -> u32 {
        match self {
            Self::Slowest => 150,
            Self::Slow => 125,
            Self::Normal => 100,
            Self::Brisk => 85,
            Self::Briskest => 75,
        }
    }

    /// One step slower, or the same at the end.
    #[must_use]
    pub fn slower(self) -> Self {
        Self::ALL[(self as usize).saturating_sub(1)]
    }

    /// One step faster, or the same at the end.
    #[must_use]
    pub fn faster(self) -> Self {
        Self::ALL[(self as usize + 1).min(Self::ALL.len() - 1)]
    }
}

/// What a session is to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Plan {
    /// Which exercise.
    pub routine: Routine,
    /// In which style.
    pub style: Style,
    /// Rounds of heel drops, 1–10. A set of knee bends is a session of its own: 1.
    pub rounds: u8,
    /// Repetitions in each round or set.
    pub reps: u8,
    /// The tempo to begin with.
    pub tempo: Tempo,
}

record!(Plan {
    routine,
    style,
    rounds,
    reps,
    tempo
});

impl Plan {
    /// Time to take up the position before the first beat, in milliseconds (DESIGN section 3).
    pub const GET_READY_MS: u32 = 10_000;
    /// A round of heel drops with its rest, in milliseconds (fact H3: ten rounds of one minute).
    pub const ROUND_MS: u32 = 60_000;
    /// The shortest rest, however slow the beats.
    pub const SHORTEST_REST_MS: u32 = 15_000;
    /// What "+30 s" adds.
    pub const MORE_REST_MS: u32 = 30_000;
    /// The full session of the article (fact H3).
    pub const MOST_ROUNDS: u8 = 10;
    /// The most repetitions a plan may ask for: 15 knee bends (fact K2).
    pub const MOST_REPS: u8 = 15;

    /// A newcomer's heel drops: two rounds of five, gentle (evidence 1.7, DOSE: week 1, ten slow ones).
    pub const NEWCOMER_HEEL_DROPS: Self = Self {
        routine: Routine::HeelDrop,
        style: Style::Gentle,
        rounds: 2,
        reps: 5,
        tempo: Tempo::Normal,
    };

    /// A newcomer's knee bends: one set of five (fact K3).
    pub const NEWCOMER_KNEE_BENDS: Self = Self {
        routine: Routine::KneeBend,
        style: Style::QuarterBend,
        rounds: 1,
        reps: 5,
        tempo: Tempo::Normal,
    };

    /// The plan with every number brought into its range, and a style that its routine has.
    #[must_use]
    pub fn sane(self) -> Self {
        let rounds = match self.routine {
            Routine::HeelDrop => self.rounds.clamp(1, Self::MOST_ROUNDS),
            Routine::KneeBend => 1,
        };
        let style = if self.routine.styles().contains(&self.style) {
            self.style
        } else {
            Style::Seated
        };
        Self {
            rounds,
            style,
            reps: self.reps.clamp(1, Self::MOST_REPS),
            ..self
        }
    }

    /// The beats of one repetition of this plan.
    pub fn beats(self) -> &'static [TimedBeat] {
        beats(self.routine, self.style)
    }

    /// Length of one repetition at a tempo, in milliseconds.
    pub fn rep_ms(self, tempo: Tempo) -> u32 {
        let normal: u32 = self.beats().iter().map(|(_, ms)| ms).sum();
        normal * tempo.percent() / 100
    }

    /// Where the movement is when it is done over and over at the plan's tempo: which beat, how far it has gone, and
    /// whether it is the other side's turn.
    pub fn beat_at(self, ms: f64) -> (Beat, f64, bool) {
        let rep_ms = f64::from(self.rep_ms(self.tempo).max(1));
        let reps = ms.max(0.0) / rep_ms;
        let whole = reps.floor();
        let mut left = (reps - whole) * rep_ms;
        let other_side = whole % 2.0 >= 1.0;
        let mut last = Beat::Settle;
        for (beat, normal_ms) in self.beats() {
            let length = f64::from(normal_ms * self.tempo.percent()) / 100.0;
            if left < length {
                return (*beat, left / length, other_side);
            }
            left -= length;
            last = *beat;
        }
        (last, 1.0, other_side)
    }

    /// The rest after a round whose beats took `work_ms`: what is left of the minute.
    pub fn rest_ms(self, work_ms: u32) -> u32 {
        match self.routine {
            Routine::HeelDrop => Self::ROUND_MS
                .saturating_sub(work_ms)
                .max(Self::SHORTEST_REST_MS),
            Routine::KneeBend => 0,
        }
    }

    /// Repetitions of the whole plan.
    pub fn total_reps(self) -> u16 {
        u16::from(self.rounds) * u16::from(self.reps)
    }

    /// How long the plan takes from the first beat on, in milliseconds.
    pub fn length_ms(self) -> u32 {
        let work = u32::from(self.reps) * self.rep_ms(self.tempo);
        u32::from(self.rounds) * (work + self.rest_ms(work))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_rounds_of_heel_drops_last_ten_minutes() {
        for style in Routine::HeelDrop.styles() {
            for reps in [5, 6] {
                let plan = Plan {
                    style: *style,
                    rounds: 10,
                    reps,
                    ..Plan::NEWCOMER_HEEL_DROPS
                };
                assert_eq!(plan.length_ms(), 600_000, "{style:?}, {reps}");
            }
        }
    }

    #[test]
    fn every_repetition_ends_by_settling() {
        for routine in Routine::ALL {
            for style in routine.styles() {
                let beats = beats(routine, *style);
                assert_eq!(beats.last().map(|(beat, _)| *beat), Some(Beat::Settle));
                let drops = beats.iter().any(|(beat, _)| *beat == Beat::Drop);
                assert_eq!(drops, style.is_impact(), "{style:?}");
            }
        }
    }

    #[test]
    fn a_movement_done_over_and_over_passes_each_beat_and_changes_sides() {
        let plan = Plan::NEWCOMER_HEEL_DROPS;
        assert_eq!(plan.beat_at(0.0), (Beat::Rise, 0.0, false));
        assert_eq!(plan.beat_at(1000.0), (Beat::Rise, 0.5, false));
        assert_eq!(plan.beat_at(2500.0).0, Beat::Hold);
        assert_eq!(plan.beat_at(6499.0).0, Beat::Settle);
        assert_eq!(plan.beat_at(6500.0), (Beat::Rise, 0.0, true));
        assert_eq!(plan.beat_at(-5.0), (Beat::Rise, 0.0, false));
    }

    #[test]
    fn a_plan_from_outside_is_brought_into_range() {
        let wild = Plan {
            routine: Routine::KneeBend,
            style: Style::FirmDrop,
            rounds: 200,
            reps: 0,
            tempo: Tempo::Briskest,
        };
        let sane = wild.sane();
        assert_eq!((sane.style, sane.rounds, sane.reps), (Style::Seated, 1, 1));
    }

    #[test]
    fn tempo_steps_end_at_both_ends() {
        assert_eq!(Tempo::Slowest.slower(), Tempo::Slowest);
        assert_eq!(Tempo::Briskest.faster(), Tempo::Briskest);
        assert_eq!(Tempo::Normal.slower().faster(), Tempo::Normal);
    }
}
