//! What the coach asks the outside to do: words to say, tones, shakes, and "save now".
//!
//! No text stands here: a [`Phrase`] names what is said, the screen and the voice put it into words.

use super::routine::Beat;

/// One thing to do now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cue {
    /// Speak this, if the voice is on. The screen shows it in any case.
    Say(Phrase),
    /// A tone belongs here. Tones are scheduled ahead of time by [`super::coach::Coach::tones_ahead`].
    Tone(Tone),
    /// Shake the phone.
    Vibrate(Shake),
    /// Something happened that must survive a crash: a repetition, a pause, a new round.
    Save,
    /// The session has ended; what it came to is in [`super::coach::Coach::record`].
    Ended,
}

/// What is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phrase {
    /// How many, how long, what comes next.
    GetReady,
    /// Three, two, one.
    CountIn(u8),
    /// What the body does now.
    Beat(Beat),
    /// A repetition is done; its number within the round, and a word on how far it is.
    Count(u8, Option<Milestone>),
    /// A round is done: rest, and rub the lower back.
    Rest,
    /// The rest is nearly over.
    RestEnding,
    /// The session waits.
    Paused,
    /// All done.
    Finished,
}

impl Phrase {
    /// For how long it stays true, in milliseconds. A voice that is slower says nothing instead: a beat or a number
    /// that comes late would lead astray. What tells of a state holds until the next words, which cut it off anyway.
    pub fn lasts_ms(self) -> u32 {
        match self {
            Self::GetReady | Self::Rest | Self::RestEnding => 6000,
            Self::Paused | Self::Finished => 15_000,
            Self::CountIn(_) | Self::Beat(_) | Self::Count(..) => 2000,
        }
    }
}

/// How far a session has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Milestone {
    /// Half of all repetitions are done.
    HalfWay,
    /// Three are left.
    LastThree,
}

/// The sound of a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// A movement begins.
    Tick,
    /// The heels are down, or the body is up again: the repetition counts.
    Accent,
    /// Half-way.
    Halfway,
    /// A rest begins.
    Rest,
    /// All done.
    Finish,
}

/// How the phone shakes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shake {
    /// Short: a movement begins.
    Beat,
    /// Two short ones: the repetition counts.
    Count,
    /// Long: a rest begins or ends, or all is done.
    Change,
}
