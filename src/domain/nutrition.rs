//! What is in the powder, from the USDA's table (evidence 1.11), reckoned in whole numbers.
//!
//! Invariant: what a mix holds is the sum of what its parts hold.

use serde::Serialize;

use super::recipe::{Batch, Ingredient};
use super::saved::words;

/// How many nutrients are told.
pub const NUTRIENTS: usize = 15;

/// What is told of a food.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // each is named after itself
pub enum Nutrient {
    Energy,
    Protein,
    Fat,
    Saturated,
    Polyunsaturated,
    Carbohydrate,
    Fibre,
    Sugars,
    Calcium,
    Iron,
    Magnesium,
    Phosphorus,
    Potassium,
    Sodium,
    Zinc,
}

impl Nutrient {
    /// All, in the order of the table.
    pub const ALL: [Self; NUTRIENTS] = [
        Self::Energy,
        Self::Protein,
        Self::Fat,
        Self::Saturated,
        Self::Polyunsaturated,
        Self::Carbohydrate,
        Self::Fibre,
        Self::Sugars,
        Self::Calcium,
        Self::Iron,
        Self::Magnesium,
        Self::Phosphorus,
        Self::Potassium,
        Self::Sodium,
        Self::Zinc,
    ];
}

/// Hundredths of each nutrient's unit in 100 g: kcal; g for protein to sugars; mg for calcium to zinc.
type Row = [u32; NUTRIENTS];

/// Sesame, whole, dried (NDB 12023).
#[rustfmt::skip]
const SESAME_WHOLE: Row = [57_300, 1_773, 4_967, 696, 2_177, 2_345, 1_180, 30, 97_500, 1_455, 35_100, 62_900, 46_800, 1_100, 775];
/// Sesame kernels, hulled (NDB 12201).
#[rustfmt::skip]
const SESAME_HULLED: Row = [63_100, 2_045, 6_121, 906, 2_549, 1_173, 1_160, 48, 6_000, 636, 34_500, 66_700, 37_000, 4_700, 673];
/// Walnuts, English (NDB 12155).
#[rustfmt::skip]
const WALNUTS: Row = [65_400, 1_523, 6_521, 613, 4_717, 1_371, 670, 261, 9_800, 291, 15_800, 34_600, 44_100, 200, 309];
/// Brown sugar (NDB 19334).
#[rustfmt::skip]
const SUGAR: Row = [38_000, 12, 0, 0, 0, 9_809, 0, 9_702, 8_300, 71, 900, 400, 13_300, 2_800, 3];

/// Which sesame is bought. It matters for calcium, most of which is in the hull.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Sesame {
    /// With the hull.
    #[default]
    Unhulled,
    /// Without it.
    Hulled,
}

words!(Sesame {
    Unhulled = "unhulled",
    Hulled = "hulled",
});

/// How much of a nutrient is in `grams` of the mix, in thousandths of its unit, rounded.
pub fn held(batch: &Batch, sesame: Sesame, nutrient: Nutrient, grams: u32) -> u32 {
    let column = nutrient as usize;
    let sum: u64 = batch
        .parts()
        .map(|(one, weight)| u64::from(weight.0) * u64::from(row(one, sesame)[column]))
        .sum();
    let per = u64::from(batch.total().0) * 10;
    let exact = (sum * u64::from(grams) + per / 2) / per.max(1);
    u32::try_from(exact).unwrap_or(u32::MAX)
}

fn row(one: Ingredient, sesame: Sesame) -> &'static Row {
    match (one, sesame) {
        (Ingredient::Sesame, Sesame::Unhulled) => &SESAME_WHOLE,
        (Ingredient::Sesame, Sesame::Hulled) => &SESAME_HULLED,
        (Ingredient::Walnuts, _) => &WALNUTS,
        (Ingredient::Sugar, _) => &SUGAR,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::recipe::Weight;
    use super::*;

    fn full(sugar: bool) -> Batch {
        Batch::with(Ingredient::Sesame, Weight::grams(250), sugar)
    }

    /// The table of evidence 1.11 as it is printed there, each column with its number of decimals.
    #[test]
    fn a_serving_and_a_day_hold_what_the_evidence_reckons() {
        use Nutrient as N;
        let columns = [
            (N::Energy, 0),
            (N::Protein, 1),
            (N::Fat, 1),
            (N::Saturated, 1),
            (N::Polyunsaturated, 1),
            (N::Carbohydrate, 1),
            (N::Fibre, 1),
            (N::Sugars, 1),
            (N::Calcium, 0),
            (N::Iron, 1),
            (N::Magnesium, 0),
            (N::Phosphorus, 0),
            (N::Potassium, 0),
            (N::Sodium, 0),
            (N::Zinc, 1),
        ];
        for (sesame, grams, printed) in [
            (
                Sesame::Unhulled,
                25,
                "148 3.7 13.1 1.5 7.8 6.5 2.1 2.5 124 2.0 58 111 106 2 1.2",
            ),
            (
                Sesame::Unhulled,
                50,
                "296 7.5 26.1 3.0 15.7 12.9 4.2 5.1 248 4.0 116 222 213 4 2.5",
            ),
            (
                Sesame::Hulled,
                25,
                "155 4.1 14.4 1.7 8.3 5.1 2.1 2.6 20 1.1 57 115 95 6 1.1",
            ),
        ] {
            for ((nutrient, decimals), printed) in columns.into_iter().zip(printed.split(' ')) {
                let held = f64::from(held(&full(true), sesame, nutrient, grams)) / 1000.0;
                let found = format!("{held:.decimals$}");
                assert_eq!(found, printed, "{nutrient:?} in {grams} g, {sesame:?}");
            }
        }
    }

    #[test]
    fn without_sugar_a_serving_has_a_little_more_of_the_rest() {
        let held = |nutrient| held(&full(false), Sesame::Unhulled, nutrient, 25);
        assert_eq!((held(Nutrient::Energy) + 500) / 1000, 153);
        assert_eq!((held(Nutrient::Calcium) + 500) / 1000, 134);
    }

    #[test]
    fn hulled_sesame_has_about_forty_milligrams_of_calcium_a_day() {
        let day = held(&full(true), Sesame::Hulled, Nutrient::Calcium, 50);
        assert_eq!((day + 500) / 1000, 40);
    }

    proptest! {
        #[test]
        fn a_mix_holds_the_sum_of_its_parts(mg in 10_000_u32..=2_500_000, sugar: bool) {
            let batch = Batch::with(Ingredient::Walnuts, Weight(mg), sugar);
            let grams = batch.total().0 / 1000;
            for nutrient in Nutrient::ALL {
                let parts: f64 = batch
                    .parts()
                    .map(|(one, weight)| {
                        let row = row(one, Sesame::Unhulled);
                        f64::from(row[nutrient as usize]) * f64::from(weight.0) / 10_000.0
                    })
                    .sum();
                let whole = f64::from(held(&batch, Sesame::Unhulled, nutrient, grams));
                // `grams` leaves less than one gram out.
                prop_assert!((whole - parts).abs() <= parts / f64::from(grams) + 1.0);
            }
        }
    }
}
