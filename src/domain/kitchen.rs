//! What a person has chosen about the powder: the size of the batch, the ingredients, the units, the usual dose,
//! what is bought already, and the kitchen timer.

use serde::Serialize;

use super::day::Instant;
use super::nutrition::Sesame;
use super::recipe::{Batch, Ingredient, SERVING_G, Units, Weight};
use super::saved::{record, words};

/// The fewest and the most days that a batch is made for.
pub const DAYS: (u8, u8) = (1, 60);
/// The smallest and the largest usual dose, in grams.
pub const DOSE: (u32, u32) = (5, 50);

/// The choices.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Kitchen {
    /// What decides how much is made. The values for each way are kept, whichever is in force.
    pub by: By,
    /// The size of batch.
    pub size: Size,
    /// For how many days.
    pub days: u8,
    /// Which ingredient is in the cupboard.
    pub ingredient: Ingredient,
    /// How much of it, in milligrams.
    pub milligrams: u32,
    /// Which sesame.
    pub sesame: Sesame,
    /// Whether sugar goes in.
    pub sugar: bool,
    /// How amounts are shown.
    pub units: Units,
    /// What the person usually takes, in grams.
    pub dose: u32,
    /// What is ticked on the shopping list.
    pub bought: Bought,
    /// The step that cook mode is at, from 0.
    pub step: u8,
    /// The timer that runs or rings.
    pub timer: Option<Timer>,
}

record!(Kitchen or default {
    by, size, days, ingredient, milligrams, sesame, sugar, units, dose, bought, step, timer
});

impl Default for Kitchen {
    fn default() -> Self {
        Self {
            by: By::Size,
            size: Size::Full,
            days: 11,
            ingredient: Ingredient::Walnuts,
            milligrams: 250_000,
            sesame: Sesame::Unhulled,
            sugar: true,
            units: Units::Grams,
            dose: SERVING_G,
            bought: Bought::default(),
            step: 0,
            timer: None,
        }
    }
}

impl Kitchen {
    /// What is to be made.
    pub fn batch(&self) -> Batch {
        let with = |of, weight| Batch::with(of, weight, self.sugar);
        match self.by {
            By::Size => with(Ingredient::Sesame, Weight::grams(self.size.sesame_g())),
            By::Days => Batch::for_days(self.days.clamp(DAYS.0, DAYS.1), self.sugar),
            By::Cupboard => {
                let (least, most) = range(self.ingredient);
                let weight = Weight(self.milligrams).clamp(least, most);
                with(self.ingredient, weight)
            }
        }
    }

    /// Puts sugar in or leaves it out; by what is left out nothing can be reckoned.
    pub fn put_sugar(&mut self, sugar: bool) {
        self.sugar = sugar;
        if !sugar && self.ingredient == Ingredient::Sugar {
            self.ingredient = Ingredient::Walnuts;
            self.milligrams = Weight::grams(Ingredient::Walnuts.part()).0;
        }
    }

    /// Reckons by another ingredient of the cupboard, with the amount brought into its range.
    pub fn reckon_by(&mut self, of: Ingredient) {
        let (least, most) = range(of);
        self.ingredient = of;
        self.milligrams = Weight(self.milligrams).clamp(least, most).0;
    }

    /// The usual dose in grams, in range.
    pub fn dose(&self) -> u32 {
        self.dose.clamp(DOSE.0, DOSE.1)
    }
}

/// The least and the most of an ingredient that a batch is reckoned from.
pub fn range(of: Ingredient) -> (Weight, Weight) {
    let most = super::recipe::MOST_OF_ONE_G * of.part() / Ingredient::Walnuts.part();
    (Weight::grams(1), Weight::grams(most))
}

/// What decides how much is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// Half, full or double.
    Size,
    /// The days it is to last.
    Days,
    /// What is in the cupboard.
    Cupboard,
}

words!(By {
    Size = "size",
    Days = "days",
    Cupboard = "cupboard",
});

/// A size of batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Size {
    /// Half of it.
    Half,
    /// The recipe as it is.
    Full,
    /// Twice as much.
    Double,
}

words!(Size {
    Half = "half",
    Full = "full",
    Double = "double",
});

impl Size {
    fn sesame_g(self) -> u32 {
        match self {
            Self::Half => 125,
            Self::Full => 250,
            Self::Double => 500,
        }
    }
}

/// What is ticked on the shopping list.
#[allow(clippy::struct_excessive_bools)] // four independent ticks, not a state
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Bought {
    /// Black sesame.
    pub sesame: bool,
    /// Walnuts.
    pub walnuts: bool,
    /// Brown sugar.
    pub sugar: bool,
    /// A jar with a tight lid.
    pub jar: bool,
}

record!(Bought or default { sesame, walnuts, sugar, jar });

/// A timer, by the wall clock: a page that slept or was loaded anew has lost nothing of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Timer {
    /// The step it was started for, from 0.
    pub step: u8,
    /// When it rings.
    pub ends: Instant,
}

record!(Timer { step, ends });

impl Timer {
    /// The longest time that any timer has left, in milliseconds; more than that and the clock was set.
    pub const LONGEST_MS: i64 = 2 * 60 * 60 * 1000;

    /// The time left in milliseconds; nought and below while it rings.
    pub fn left_ms(&self, now: Instant) -> i64 {
        (self.ends.0 - now.0).min(Self::LONGEST_MS)
    }

    /// Longer by so many minutes; one that has rung is set anew from now.
    #[must_use]
    pub fn longer(self, minutes: i64, now: Instant) -> Self {
        let ends = Instant(self.ends.0.max(now.0) + minutes * 60_000);
        Self { ends, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_are_read_as_they_were_written_and_older_ones_too() {
        let kitchen = Kitchen {
            by: By::Cupboard,
            size: Size::Half,
            days: 7,
            ingredient: Ingredient::Sugar,
            milligrams: 36_000,
            sesame: Sesame::Hulled,
            units: Units::Cups,
            dose: 10,
            bought: Bought {
                walnuts: true,
                ..Bought::default()
            },
            step: 3,
            timer: Some(Timer {
                step: 1,
                ends: Instant(5),
            }),
            ..Kitchen::default()
        };
        let text = serde_json::to_string(&kitchen).unwrap();
        assert_eq!(serde_json::from_str::<Kitchen>(&text).unwrap(), kitchen);
        let empty: Kitchen = serde_json::from_str("{}").unwrap();
        assert_eq!(empty, Kitchen::default());
    }

    #[test]
    fn a_hostile_choice_still_gives_a_batch() {
        let kitchen = Kitchen {
            by: By::Cupboard,
            milligrams: 0,
            days: 0,
            dose: 0,
            ..Kitchen::default()
        };
        assert_eq!(kitchen.batch().of(Ingredient::Walnuts), Weight::grams(1));
        assert_eq!(kitchen.dose(), 5);
        let by_days = Kitchen {
            by: By::Days,
            days: 255,
            ..kitchen
        };
        assert_eq!(by_days.batch().servings(), 120);
    }

    #[test]
    fn by_sugar_that_is_left_out_nothing_is_reckoned() {
        let mut kitchen = Kitchen {
            by: By::Cupboard,
            ..Kitchen::default()
        };
        kitchen.milligrams = 2_000_000;
        kitchen.reckon_by(Ingredient::Sugar);
        assert_eq!(kitchen.batch().of(Ingredient::Sugar), Weight::grams(500));
        kitchen.put_sugar(false);
        assert_eq!(kitchen.batch().total(), Weight::grams(500));
    }

    #[test]
    fn a_timer_counts_by_the_wall_clock_and_is_made_longer_from_now_when_it_has_rung() {
        let timer = Timer {
            step: 1,
            ends: Instant(300_000),
        };
        assert_eq!(timer.left_ms(Instant(60_000)), 240_000);
        assert!(timer.left_ms(Instant(300_000)) <= 0);
        assert_eq!(timer.longer(1, Instant(60_000)).ends, Instant(360_000));
        assert_eq!(timer.longer(1, Instant(400_000)).ends, Instant(460_000));
    }
}
