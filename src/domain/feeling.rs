//! What a person says about how it felt: effort, pain from 0 to 10, and where.

use serde::{Deserialize, Serialize};

use super::saved::words;

/// How hard a session was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Effort {
    /// There was more in the tank.
    Easy,
    /// As it should be.
    Right,
    /// Too much.
    TooHard,
}

words!(Effort {
    Easy = "easy",
    Right = "right",
    TooHard = "too_hard",
});

impl Effort {
    /// In the order the buttons stand.
    pub const ALL: [Self; 3] = [Self::Easy, Self::Right, Self::TooHard];
}

/// Pain as a whole number from 0 (none) to 10 (the worst one can think of).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct PainLevel(u8);

/// The number lies outside 0 to 10.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("pain is told as 0 to 10")]
pub struct NotAPainLevel;

impl PainLevel {
    /// From this level on a step down is offered (issue "Move": pain of 4 or more).
    pub const STEP_DOWN: Self = Self(4);

    /// All, from 0 to 10.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..=10).map(Self)
    }

    /// Accepts 0 to 10.
    ///
    /// # Errors
    /// [`NotAPainLevel`] for anything else.
    pub fn new(level: u8) -> Result<Self, NotAPainLevel> {
        (level <= 10).then_some(Self(level)).ok_or(NotAPainLevel)
    }

    /// The number.
    pub fn get(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for PainLevel {
    type Error = NotAPainLevel;
    fn try_from(level: u8) -> Result<Self, NotAPainLevel> {
        Self::new(level)
    }
}

impl From<PainLevel> for u8 {
    fn from(level: PainLevel) -> u8 {
        level.0
    }
}

/// Whether what was told about a session asks for care and not for praise.
pub fn went_badly(effort: Option<Effort>, pain: Option<PainLevel>) -> bool {
    effort == Some(Effort::TooHard) || pain.is_some_and(|level| level >= PainLevel::STEP_DOWN)
}

/// Where it hurts, as large places that one tap can name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PainPlace {
    /// Chest, or hard to breathe: the one answer that leads straight to the emergency call.
    Chest,
    /// Back or neck.
    Back,
    /// Hip or groin.
    Hip,
    /// Knee or thigh.
    Knee,
    /// Calf, ankle, heel or foot.
    Foot,
    /// Anywhere else.
    Elsewhere,
}

words!(PainPlace {
    Chest = "chest",
    Back = "back",
    Hip = "hip",
    Knee = "knee",
    Foot = "foot",
    Elsewhere = "elsewhere",
});

impl PainPlace {
    /// In the order the buttons stand.
    pub const ALL: [Self; 6] = [
        Self::Chest,
        Self::Back,
        Self::Hip,
        Self::Knee,
        Self::Foot,
        Self::Elsewhere,
    ];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn too_hard_or_pain_from_four_on_is_no_occasion_for_praise() {
        for (effort, pain, badly) in [
            (None, None, false),
            (Some(Effort::Easy), Some(0), false),
            (Some(Effort::Right), Some(3), false),
            (Some(Effort::Right), Some(4), true),
            (Some(Effort::TooHard), None, true),
            (Some(Effort::TooHard), Some(6), true),
            (None, Some(10), true),
        ] {
            let level = pain.map(|level| PainLevel::new(level).unwrap());
            assert_eq!(went_badly(effort, level), badly, "{effort:?}, {pain:?}");
        }
    }
}
