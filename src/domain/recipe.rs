//! The powder's amounts: how much of each ingredient, for any size of batch, in any unit.
//!
//! Invariant: amounts are whole milligrams, the total is the sum of its parts, and no part of a recipe is nought.
//! What is shown may be rounded, but never to nothing.

use serde::Serialize;

use super::quantity::{self, NotAQuantity};
use super::saved::words;

/// A serving in grams (fact F4).
pub const SERVING_G: u32 = 25;
/// Servings in a day (fact F4).
pub const SERVINGS_A_DAY: u32 = 2;
/// Milligrams in a gram.
const GRAM: u32 = 1000;
/// The most of one ingredient that a batch is reckoned from: five times the recipe's 250 g, a big bag.
pub const MOST_OF_ONE_G: u32 = 2500;

/// A weight in whole milligrams.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Weight(pub u32);

impl Weight {
    /// So many grams.
    pub const fn grams(grams: u32) -> Self {
        Self(grams * GRAM)
    }

    /// Whole grams, rounded, but at least 1.
    pub fn whole_grams(self) -> u32 {
        ((self.0 + GRAM / 2) / GRAM).max(1)
    }
}

/// What goes into the powder, in the order of the recipe (fact F2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Ingredient {
    /// Black sesame seeds.
    Sesame,
    /// Walnut kernels.
    Walnuts,
    /// Brown sugar, which can be left out.
    Sugar,
}

words!(Ingredient {
    Sesame = "sesame",
    Walnuts = "walnuts",
    Sugar = "sugar",
});

impl Ingredient {
    /// All, in the order of the recipe.
    pub const ALL: [Self; 3] = [Self::Sesame, Self::Walnuts, Self::Sugar];

    /// Its share in the recipe, in grams of the full batch (fact F2).
    pub fn part(self) -> u32 {
        match self {
            Self::Sesame | Self::Walnuts => 250,
            Self::Sugar => 50,
        }
    }
}

/// The amounts of one batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Batch {
    /// Of each ingredient in the order of [`Ingredient::ALL`]; nought only for sugar that is left out.
    parts: [u32; 3],
}

impl Batch {
    /// The batch in which `of` weighs `weight`, and all else stands in the recipe's proportion to it.
    ///
    /// Where sugar is left out there is no batch by sugar: then the full batch.
    pub fn with(of: Ingredient, weight: Weight, sugar: bool) -> Self {
        if of == Ingredient::Sugar && !sugar {
            return Self::with(Ingredient::Walnuts, Weight::grams(250), false);
        }
        Self::scaled(weight.0, of.part(), sugar)
    }

    /// The batch that lasts for `days` at two servings of 25 g a day.
    pub fn for_days(days: u8, sugar: bool) -> Self {
        let total = u32::from(days.max(1)) * SERVINGS_A_DAY * SERVING_G * GRAM;
        let whole = if sugar { 550 } else { 500 };
        Self::scaled(total, whole, sugar)
    }

    /// Each part as to `per` grams of the recipe as `weight` milligrams are to it.
    fn scaled(weight: u32, per: u32, sugar: bool) -> Self {
        let part = |one: Ingredient| {
            if one == Ingredient::Sugar && !sugar {
                return 0;
            }
            let exact = (u64::from(weight) * u64::from(one.part()) + u64::from(per) / 2)
                / u64::from(per.max(1));
            u32::try_from(exact).unwrap_or(u32::MAX / 4).max(1)
        };
        Self {
            parts: Ingredient::ALL.map(part),
        }
    }

    /// How much of one ingredient.
    pub fn of(&self, one: Ingredient) -> Weight {
        let [sesame, walnuts, sugar] = self.parts;
        Weight(match one {
            Ingredient::Sesame => sesame,
            Ingredient::Walnuts => walnuts,
            Ingredient::Sugar => sugar,
        })
    }

    /// The ingredients that are in it, with their weights.
    pub fn parts(&self) -> impl Iterator<Item = (Ingredient, Weight)> {
        let parts = self.parts;
        Ingredient::ALL
            .into_iter()
            .zip(parts.map(Weight))
            .filter(|(_, weight)| weight.0 > 0)
    }

    /// All of it together.
    pub fn total(&self) -> Weight {
        Weight(self.parts.iter().sum())
    }

    /// Whole servings of 25 g in it. A rest of less than half a gram short of one counts as one, because no
    /// kitchen scale shows it.
    pub fn servings(&self) -> u32 {
        (self.total().0 + GRAM / 2) / (SERVING_G * GRAM)
    }
}

/// In which units amounts are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Units {
    /// Grams.
    #[default]
    Grams,
    /// Ounces.
    Ounces,
    /// Cups and spoons, which are rough.
    Cups,
}

words!(Units {
    Grams = "grams",
    Ounces = "ounces",
    Cups = "cups",
});

/// A weight as a kitchen reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// Tenths of the unit, with the tenths shown.
    Tenths(u32),
    /// Whole units.
    Whole(u32),
    /// Less than the smallest that the unit shows: under 1 g, under 0.1 oz.
    Under,
}

/// An ounce (avoirdupois) in micrograms, rounded to the milligram: 28.350 g.
const OUNCE_MG: u32 = 28_350;

/// In grams: whole from 10 g on, tenths below, "under 1" below that.
pub fn in_grams(weight: Weight) -> Reading {
    match weight.0 {
        mg if mg >= 10 * GRAM => Reading::Whole(weight.whole_grams()),
        mg if mg >= GRAM => in_tenths(mg, GRAM),
        _ => Reading::Under,
    }
}

/// In ounces: tenths, "under 0.1" below that.
pub fn in_ounces(weight: Weight) -> Reading {
    match weight.0 {
        mg if mg >= OUNCE_MG / 10 => in_tenths(mg, OUNCE_MG),
        _ => Reading::Under,
    }
}

fn in_tenths(mg: u32, unit: u32) -> Reading {
    let tenths = (u64::from(mg) * 10 + u64::from(unit) / 2) / u64::from(unit);
    let tenths = u32::try_from(tenths).unwrap_or(u32::MAX);
    if tenths.is_multiple_of(10) {
        Reading::Whole(tenths / 10)
    } else {
        Reading::Tenths(tenths)
    }
}

/// A measure that has no scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// So many quarters of a cup of about 240 ml.
    Cups(u32),
    /// So many quarters of a tablespoon, a sixteenth of a cup.
    Tablespoons(u32),
    /// So many quarters of a teaspoon, a third of a tablespoon.
    Teaspoons(u32),
    /// Less than a quarter of a teaspoon.
    Pinch,
}

/// A weight in rough cups and spoons, each rounded to a quarter.
pub fn in_measures(of: Ingredient, weight: Weight) -> Measure {
    let cup = cup_mg(of);
    let quarters = |of_cup: u32| {
        let size = u64::from(cup);
        let exact = (u64::from(weight.0) * 4 * u64::from(of_cup) + size / 2) / size;
        u32::try_from(exact).unwrap_or(u32::MAX)
    };
    match (quarters(1), quarters(16), quarters(48)) {
        (cups, ..) if u64::from(weight.0) * 4 >= u64::from(cup) => Measure::Cups(cups),
        (_, spoons, _) if spoons >= 4 => Measure::Tablespoons(spoons),
        (.., spoons) if spoons >= 1 => Measure::Teaspoons(spoons),
        _ => Measure::Pinch,
    }
}

/// What a cup of about 240 ml holds, in milligrams.
///
/// Kitchen approximations, not measured: sesame seeds 144 g, walnut halves 100 g, brown sugar pressed down 220 g.
/// Seeds and nuts differ in size, so the screen calls every cup and spoon rough and shows the grams beside it.
fn cup_mg(of: Ingredient) -> u32 {
    match of {
        Ingredient::Sesame => 144 * GRAM,
        Ingredient::Walnuts => 100 * GRAM,
        Ingredient::Sugar => 220 * GRAM,
    }
}

/// What weights are written with, and how many milligrams one is.
const WEIGHT_UNITS: &[(&str, u32)] = &[
    ("g", GRAM),
    ("gr", GRAM),
    ("gram", GRAM),
    ("grams", GRAM),
    ("gramm", GRAM),
    ("kg", 1000 * GRAM),
    ("oz", OUNCE_MG),
    ("ounce", OUNCE_MG),
    ("ounces", OUNCE_MG),
    ("lb", 16 * OUNCE_MG),
    ("pound", 16 * OUNCE_MG),
    ("pounds", 16 * OUNCE_MG),
];

/// Reads a weight that a person wrote: "180 g", "6 oz", "1/2 kg". A number alone is in grams, or in ounces where
/// the person reads ounces.
///
/// # Errors
/// [`NotAQuantity`] where it is none, or lies outside of the range.
pub fn read_weight(
    text: &str,
    units: Units,
    (least, most): (Weight, Weight),
) -> Result<Weight, NotAQuantity> {
    let read = quantity::read(text)?;
    let in_words = match (read.unit.as_str(), units) {
        ("", Units::Ounces) => "oz",
        ("", _) => "g",
        (unit, _) => unit,
    };
    let (_, size) = WEIGHT_UNITS
        .iter()
        .find(|(word, _)| *word == in_words)
        .ok_or(NotAQuantity::NotANumber)?;
    let mg = read.within(f64::from(*size), (least.0.into(), most.0.into()))?;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // within the range above
    Ok(Weight(mg.round() as u32))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn grams(batch: Batch) -> [u32; 4] {
        [
            batch.of(Ingredient::Sesame).0,
            batch.of(Ingredient::Walnuts).0,
            batch.of(Ingredient::Sugar).0,
            batch.total().0,
        ]
    }

    #[test]
    fn the_batches_are_those_of_the_evidence() {
        let full = Batch::with(Ingredient::Sesame, Weight::grams(250), true);
        assert_eq!(grams(full), [250_000, 250_000, 50_000, 550_000]);
        assert_eq!(full.servings(), 22);
        assert_eq!(full.servings() / SERVINGS_A_DAY, 11);
        assert_eq!(Batch::for_days(11, true), full);

        let half = Batch::with(Ingredient::Sesame, Weight::grams(125), true);
        assert_eq!(grams(half), [125_000, 125_000, 25_000, 275_000]);
        assert_eq!(half.servings(), 11);

        let plain = Batch::with(Ingredient::Sesame, Weight::grams(250), false);
        assert_eq!(grams(plain), [250_000, 250_000, 0, 500_000]);
        assert_eq!(plain.servings(), 20);
        assert_eq!(plain.parts().count(), 2);
        assert_eq!(Batch::for_days(10, false), plain);
    }

    #[test]
    fn the_cupboard_decides_by_whichever_ingredient_it_has() {
        let by_walnuts = Batch::with(Ingredient::Walnuts, Weight::grams(180), true);
        assert_eq!(grams(by_walnuts), [180_000, 180_000, 36_000, 396_000]);
        assert_eq!(
            Batch::with(Ingredient::Sugar, Weight::grams(36), true),
            by_walnuts
        );
        let without = Batch::with(Ingredient::Sugar, Weight::grams(36), false);
        assert_eq!(without.total(), Weight::grams(500));
    }

    #[test]
    fn amounts_read_as_a_kitchen_reads_them() {
        use Reading::{Tenths, Under, Whole};
        for (mg, reading) in [
            (250_000, Whole(250)),
            (113_600, Whole(114)),
            (9_960, Whole(10)),
            (5_500, Tenths(55)),
            (5_000, Whole(5)),
            (1_000, Whole(1)),
            (999, Under),
            (1, Under),
        ] {
            assert_eq!(in_grams(Weight(mg)), reading, "{mg} mg");
        }
        for (mg, reading) in [
            (250_000, Tenths(88)),
            (28_350, Whole(1)),
            (2_835, Tenths(1)),
            (2_834, Under),
        ] {
            assert_eq!(in_ounces(Weight(mg)), reading, "{mg} mg");
        }
    }

    #[test]
    fn cups_and_spoons_are_rough_and_never_nothing() {
        use Ingredient::{Sesame, Sugar, Walnuts};
        use Measure::{Cups, Pinch, Tablespoons, Teaspoons};
        for (of, mg, measure) in [
            (Sesame, 250_000, Cups(7)),
            (Walnuts, 250_000, Cups(10)),
            (Sugar, 50_000, Tablespoons(15)),
            (Sugar, 55_000, Cups(1)),
            (Sugar, 5_000, Teaspoons(4)),
            (Sesame, 9_000, Tablespoons(4)),
            (Sugar, 100, Pinch),
            (Walnuts, 1, Pinch),
        ] {
            assert_eq!(in_measures(of, Weight(mg)), measure, "{of:?}, {mg} mg");
        }
    }

    #[test]
    fn weights_are_read_as_people_write_them() {
        let range = (Weight::grams(1), Weight::grams(MOST_OF_ONE_G));
        for (text, units, mg) in [
            ("180 g", Units::Grams, 180_000),
            ("250g", Units::Ounces, 250_000),
            ("１２０", Units::Grams, 120_000),
            ("2,5", Units::Grams, 2_500),
            ("1/2 kg", Units::Grams, 500_000),
            ("6", Units::Ounces, 170_100),
            ("1/2 lb", Units::Cups, 226_800),
        ] {
            assert_eq!(read_weight(text, units, range), Ok(Weight(mg)), "{text}");
        }
        for (text, why) in [
            ("0", NotAQuantity::TooSmall),
            ("-5", NotAQuantity::Negative),
            ("3 kg", NotAQuantity::TooLarge),
            ("2 cups", NotAQuantity::NotANumber),
            ("some", NotAQuantity::NotANumber),
            ("", NotAQuantity::Empty),
        ] {
            assert_eq!(read_weight(text, Units::Grams, range), Err(why), "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_batch_is_whole(
            of in prop::sample::select(Ingredient::ALL.to_vec()),
            mg in 1_u32..=MOST_OF_ONE_G * GRAM,
            sugar: bool,
        ) {
            let batch = Batch::with(of, Weight(mg), sugar);
            let sum: u32 = batch.parts().map(|(_, weight)| weight.0).sum();
            prop_assert_eq!(sum, batch.total().0);
            prop_assert_eq!(batch.parts().count(), if sugar { 3 } else { 2 });
            prop_assert!(batch.parts().all(|(_, weight)| weight.0 > 0));
            // Scaling by any other ingredient of it gives it back, to the rounding of a milligram.
            for (other, weight) in batch.parts() {
                let again = Batch::with(other, weight, sugar);
                for (one, weight) in again.parts() {
                    prop_assert!(weight.0.abs_diff(batch.of(one).0) <= 5, "{:?}", one);
                }
            }
            for (one, weight) in batch.parts() {
                prop_assert!(!matches!(in_grams(weight), Reading::Whole(0) | Reading::Tenths(0)));
                prop_assert!(!matches!(in_ounces(weight), Reading::Whole(0) | Reading::Tenths(0)));
                let measure = in_measures(one, weight);
                let is_nothing = matches!(
                    measure,
                    Measure::Cups(0) | Measure::Tablespoons(0) | Measure::Teaspoons(0)
                );
                prop_assert!(!is_nothing);
            }
        }

        #[test]
        fn days_and_servings_agree(days in 1_u8..=60, sugar: bool) {
            let batch = Batch::for_days(days, sugar);
            prop_assert_eq!(batch.servings(), u32::from(days) * SERVINGS_A_DAY);
        }

        #[test]
        fn what_is_shown_reads_back(mg in 1_000_u32..=1_000_000) {
            let range = (Weight(1), Weight::grams(MOST_OF_ONE_G));
            for (reading, units, step) in [
                (in_grams(Weight(mg)), Units::Grams, 1_000),
                (in_ounces(Weight(mg)), Units::Ounces, 2_835),
            ] {
                let text = match reading {
                    Reading::Whole(whole) => whole.to_string(),
                    Reading::Tenths(tenths) => format!("{}.{}", tenths / 10, tenths % 10),
                    Reading::Under => continue,
                };
                let back = read_weight(&text, units, range).unwrap();
                prop_assert!(back.0.abs_diff(mg) <= step / 2 + 1, "{} mg as {}", mg, text);
            }
        }
    }
}
