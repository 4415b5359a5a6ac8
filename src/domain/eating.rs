//! What a person has chosen about food and habits: which foods are listed, tablets, and which tallies are kept.

use serde::Serialize;

use super::habits::Habit;
use super::saved::record;

/// The choices; to begin with, none.
#[allow(clippy::struct_excessive_bools)] // five independent filters, not a state
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Eating {
    /// List no food of milk.
    pub dairy_free: bool,
    /// List neither fish nor shellfish.
    pub vegetarian: bool,
    /// List only foods known to hold little salt.
    pub low_salt: bool,
    /// List no fish.
    pub no_fish: bool,
    /// List no shellfish.
    pub no_shellfish: bool,
    /// Calcium from tablets in a day, in milligrams, if the person says so.
    pub tablets_mg: Option<u16>,
    /// The habits with a tally, by their keys.
    pub tallies: Vec<String>,
}

record!(Eating or default {
    dairy_free, vegetarian, low_salt, no_fish, no_shellfish, tablets_mg, tallies
});

impl Eating {
    /// The most milligrams in tablets a day that are taken for true.
    pub const MOST_TABLETS_MG: u16 = 5_000;

    /// How many filters are on.
    pub fn filters_on(&self) -> usize {
        [
            self.dairy_free,
            self.vegetarian,
            self.low_salt,
            self.no_fish,
            self.no_shellfish,
        ]
        .into_iter()
        .filter(|on| *on)
        .count()
    }

    /// Takes all filters off.
    pub fn clear_filters(&mut self) {
        *self = Self {
            tablets_mg: self.tablets_mg,
            tallies: std::mem::take(&mut self.tallies),
            ..Self::default()
        };
    }

    /// Whether a habit has a tally.
    pub fn tallies(&self, habit: Habit) -> bool {
        self.tallies.iter().any(|key| key == habit.key())
    }

    /// Switches the tally of a habit on or off. What was counted stays in the journal.
    pub fn set_tally(&mut self, habit: Habit, is_on: bool) {
        self.tallies.retain(|key| key != habit.key());
        if is_on {
            self.tallies.push(habit.key().to_owned());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clearing_the_filters_leaves_tablets_and_tallies() {
        let mut eating = Eating {
            dairy_free: true,
            vegetarian: true,
            low_salt: true,
            no_fish: true,
            no_shellfish: true,
            tablets_mg: Some(500),
            tallies: vec!["cola".to_owned()],
        };
        assert_eq!(eating.filters_on(), 5);
        eating.clear_filters();
        assert_eq!(eating.filters_on(), 0);
        assert_eq!(eating.tablets_mg, Some(500));
        assert!(eating.tallies(Habit::Cola));
    }

    #[test]
    fn tallies_are_off_until_switched_on_and_one_of_a_newer_version_stays() {
        let mut eating: Eating = serde_json::from_str(r#"{"tallies":["of_2031"]}"#).unwrap();
        assert!(Habit::ALL.iter().all(|habit| !eating.tallies(*habit)));
        eating.set_tally(Habit::Stress, true);
        eating.set_tally(Habit::Stress, true);
        assert_eq!(eating.tallies, ["of_2031", "stress"]);
        eating.set_tally(Habit::Stress, false);
        assert_eq!(eating.tallies, ["of_2031"]);
        let written = serde_json::to_string(&eating).unwrap();
        assert_eq!(serde_json::from_str::<Eating>(&written).unwrap(), eating);
    }
}
