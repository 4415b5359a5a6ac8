//! Calcium: the target for an age and sex, and an estimate of what a day and a week brought.
//!
//! All of it in whole milligrams. Invariant: an estimate only adds up what was noted. A day on which nothing was
//! noted is not a day without calcium, and never lowers a mean; neither does one with nothing but powder, or but
//! a food that this version does not know.

use super::day::LocalDay;
use super::entry::Kind;
use super::journal::Journal;
use super::kitchen::Kitchen;
use super::nutrition::{Nutrient, held};
use super::person::Sex;

/// What a day is measured against (evidence 1.17: IOM, read in copies of the NIH's tables).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Target {
    /// The recommended amount a day, from food and tablets together, in milligrams.
    pub recommended_mg: u16,
    /// The upper limit a day, from food and tablets together, in milligrams.
    pub upper_mg: u16,
}

/// The target for an age in years and a sex; `None` below 19, for which there is no row here.
pub fn target(age: u8, sex: Sex) -> Option<Target> {
    let (recommended_mg, upper_mg) = match (age, sex) {
        (0..=18, _) => return None,
        (19..=50, _) => (1_000, 2_500),
        (51..=70, Sex::Man) => (1_000, 2_000),
        (51.., _) => (1_200, 2_000),
    };
    Some(Target {
        recommended_mg,
        upper_mg,
    })
}

/// What was noted on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayCalcium {
    /// The day.
    pub day: LocalDay,
    /// Whether any food was noted whose calcium is known.
    pub is_noted: bool,
    /// From foods.
    pub food_mg: u32,
    /// From the powder, as far as it counts.
    pub powder_mg: u32,
    /// Portions, in halves, of foods that this version does not know: they bring something, but nobody knows how much.
    pub unknown_halves: u32,
}

impl DayCalcium {
    /// Food, powder and the tablets of a day together.
    pub fn total_mg(&self, tablets_mg: u32) -> u32 {
        self.food_mg + self.powder_mg + tablets_mg
    }
}

/// The last `count` days up to `last`, oldest first. `calcium_of` gives the milligrams that count in a portion of
/// a food, by its key; `kitchen` is what the powder is made of where a dose does not say what counted in it.
pub fn days(
    journal: &Journal,
    last: LocalDay,
    count: u8,
    kitchen: &Kitchen,
    calcium_of: impl Fn(&str) -> Option<u16>,
) -> Vec<DayCalcium> {
    let mut days: Vec<DayCalcium> = (0..u64::from(count))
        .rev()
        .map(|back| DayCalcium {
            day: last.minus(back),
            is_noted: false,
            food_mg: 0,
            powder_mg: 0,
            unknown_halves: 0,
        })
        .collect();
    // Halves until the end, so that two halves are a whole.
    let mut food_halves = vec![0_u32; days.len()];
    let first = last.minus(u64::from(count.saturating_sub(1)));
    for entry in journal.between(first, last) {
        let place = i64::from(count) - 1 - last.days_since(entry.day);
        let Some((day, halves_of_day)) = usize::try_from(place)
            .ok()
            .and_then(|place| days.get_mut(place).zip(food_halves.get_mut(place)))
        else {
            continue;
        };
        match &entry.kind {
            // A dose alone does not make a day one on which food was noted: it would pull the mean down.
            Kind::Dose {
                grams, calcium_mg, ..
            } => {
                let kept = calcium_mg.map(u32::from);
                day.powder_mg += kept.unwrap_or_else(|| of_powder(*grams, kitchen));
            }
            Kind::Food { food, halves } => {
                let halves = u32::from(*halves);
                match calcium_of(food) {
                    Some(mg) => {
                        day.is_noted = true;
                        *halves_of_day += u32::from(mg) * halves;
                    }
                    None => day.unknown_halves += halves,
                }
            }
            _ => {}
        }
    }
    for (day, halves) in days.iter_mut().zip(food_halves) {
        day.food_mg = halves.div_ceil(2);
    }
    days
}

/// The mean of the days on which something was noted, with tablets on each, and how many days that were; `None`
/// where nothing was noted.
pub fn mean(days: &[DayCalcium], tablets_mg: u32) -> Option<(u32, u32)> {
    let noted = || days.iter().filter(|day| day.is_noted);
    let count = u32::try_from(noted().count()).ok()?;
    let sum: u32 = noted().map(|day| day.total_mg(tablets_mg)).sum();
    (count > 0).then(|| ((sum + count / 2) / count, count))
}

/// What counts of the powder's calcium, in milligrams, with the sesame that was chosen, with sugar or without (evidence
/// 1.11: on paper 25 g of the recipe hold 124 mg). Much of it is bound, so half counts: a careful choice of ours, not a
/// published rule.
pub fn of_powder(grams: u32, kitchen: &Kitchen) -> u32 {
    let thousandths = held(&kitchen.batch(), kitchen.sesame, Nutrient::Calcium, grams);
    (thousandths + 1_000) / 2_000
}

#[cfg(test)]
mod tests {
    use super::super::day::Instant;
    use super::super::entry::{Entry, EntryId};
    use super::super::foods_eaten::tests::{day, journal};
    use super::super::nutrition::Sesame;
    use super::*;

    fn calcium_of(food: &str) -> Option<u16> {
        match food {
            "milk" => Some(305),
            "kale" => Some(94),
            _ => None,
        }
    }

    #[test]
    fn the_target_goes_by_age_and_sex_at_the_published_boundaries() {
        #[rustfmt::skip]
        let rows = [
            (19, Sex::Woman, 1_000, 2_500), (19, Sex::Man, 1_000, 2_500),
            (50, Sex::Woman, 1_000, 2_500), (50, Sex::Man, 1_000, 2_500),
            (51, Sex::Woman, 1_200, 2_000), (51, Sex::Man, 1_000, 2_000),
            (70, Sex::Woman, 1_200, 2_000), (70, Sex::Man, 1_000, 2_000),
            (71, Sex::Woman, 1_200, 2_000), (71, Sex::Man, 1_200, 2_000),
            (120, Sex::Woman, 1_200, 2_000), (120, Sex::Man, 1_200, 2_000),
        ];
        for (age, sex, recommended_mg, upper_mg) in rows {
            let expected = Target {
                recommended_mg,
                upper_mg,
            };
            assert_eq!(target(age, sex), Some(expected), "{age}, {sex:?}");
        }
        assert_eq!(target(18, Sex::Woman), None);
        assert_eq!(target(0, Sex::Man), None);
    }

    #[test]
    fn a_day_adds_up_portions_and_names_what_it_does_not_know() {
        let journal = journal(&[
            (22, "milk", 2),
            (22, "milk", 1),
            (22, "milk", 1),
            (22, "kale", 3),
            (22, "of_2031", 2),
            (21, "milk", 2),
        ]);
        let today = days(&journal, day(22), 1, &Kitchen::default(), calcium_of)[0];
        assert_eq!(today.food_mg, 305 * 2 + 141);
        assert_eq!(today.unknown_halves, 2);
        assert!(today.is_noted);
        assert_eq!(today.total_mg(500), 751 + 500);
    }

    #[test]
    fn the_mean_is_of_days_with_something_noted_only() {
        let journal = journal(&[
            (15, "milk", 20),
            (16, "milk", 2),
            (20, "milk", 4),
            (21, "of_2031", 2),
            (22, "kale", 2),
        ]);
        let week = days(&journal, day(22), 7, &Kitchen::default(), calcium_of);
        assert_eq!(week.len(), 7);
        assert_eq!(week[0].day, day(16));
        assert_eq!(
            week.iter().map(|day| day.food_mg).collect::<Vec<_>>(),
            [305, 0, 0, 0, 610, 0, 94]
        );
        assert_eq!(mean(&week, 0), Some((336, 3)));
        assert_eq!(mean(&week, 500), Some((836, 3)));
        let empty = days(
            &Journal::default(),
            day(22),
            7,
            &Kitchen::default(),
            calcium_of,
        );
        assert_eq!(mean(&empty, 500), None);
    }

    #[test]
    fn a_dose_of_powder_counts_by_half_and_makes_no_day_of_its_own() {
        let mut journal = journal(&[(22, "milk", 2)]);
        for (at, date) in [(10, 21), (11, 22)] {
            journal.add(Entry {
                id: EntryId::of_number(at),
                at: Instant(i64::try_from(at).unwrap()),
                day: day(date),
                kind: Kind::Dose {
                    grams: 25,
                    jar: None,
                    calcium_mg: None,
                },
            });
        }
        let two = days(&journal, day(22), 2, &Kitchen::default(), calcium_of);
        assert_eq!(two[0].total_mg(0), 62);
        assert!(!two[0].is_noted);
        assert_eq!(two[1].total_mg(0), 305 + 62);
        assert_eq!(mean(&two, 0), Some((305 + 62, 1)));
    }

    #[test]
    fn half_of_the_powders_calcium_counts_by_what_is_in_the_mix() {
        let unhulled = Kitchen::default();
        let hulled = Kitchen {
            sesame: Sesame::Hulled,
            ..Kitchen::default()
        };
        let no_sugar = Kitchen {
            sugar: false,
            ..Kitchen::default()
        };
        for (grams, kitchen, mg) in [
            (25, &unhulled, 62),
            (50, &unhulled, 124),
            (25, &hulled, 10),
            (25, &no_sugar, 67),
            (0, &unhulled, 0),
        ] {
            assert_eq!(of_powder(grams, kitchen), mg, "{grams} g");
        }
    }

    #[test]
    fn a_dose_keeps_what_counted_in_it_when_other_sesame_is_bought_later() {
        let mut journal = journal(&[]);
        for (at, calcium_mg) in [(10, Some(62)), (11, None)] {
            journal.add(Entry {
                id: EntryId::of_number(at),
                at: Instant(i64::try_from(at).unwrap()),
                day: day(22),
                kind: Kind::Dose {
                    grams: 25,
                    jar: None,
                    calcium_mg,
                },
            });
        }
        let hulled = Kitchen {
            sesame: Sesame::Hulled,
            ..Kitchen::default()
        };
        let today = days(&journal, day(22), 1, &hulled, calcium_of)[0];
        assert_eq!(today.powder_mg, 62 + 10);
    }
}
