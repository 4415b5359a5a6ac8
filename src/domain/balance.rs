//! The 4-stage balance: four stances, each held for ten seconds before the next is tried.
//!
//! Invariant: a stance is offered only after the one before it was held.

/// How long each stance is held, in seconds.
pub const SECONDS: u32 = 10;
/// How many stances there are: side by side, half a step, heel to toe, one foot.
pub const STANCES: u8 = 4;
/// Heel to toe is the third.
const HEEL_TO_TOE: u8 = 3;

/// What is next after a stance (1–4) was tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// Try this one.
    Stance(u8),
    /// The check is over, with so many stances held.
    Over(u8),
}

/// What follows from trying a stance.
pub fn after(stance: u8, held: bool) -> Next {
    match (held, stance) {
        (false, _) => Next::Over(stance.saturating_sub(1)),
        (true, STANCES..) => Next::Over(STANCES),
        (true, _) => Next::Stance(stance + 1),
    }
}

/// Whether heel to toe was not held for ten seconds, which goes with more falls (evidence section 7).
pub fn more_risk(held: u8) -> bool {
    held < HEEL_TO_TOE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_stance_comes_only_after_the_one_before_was_held() {
        assert_eq!(after(1, true), Next::Stance(2));
        assert_eq!(after(2, true), Next::Stance(3));
        assert_eq!(after(3, true), Next::Stance(4));
        assert_eq!(after(4, true), Next::Over(4));
        for stance in 1..=4 {
            assert_eq!(after(stance, false), Next::Over(stance - 1));
        }
    }

    #[test]
    fn the_sign_is_heel_to_toe_and_not_the_one_foot_stance() {
        let signs = [0, 1, 2, 3, 4].map(more_risk);
        assert_eq!(signs, [true, true, true, false, false]);
    }
}
