//! What the journal tells about foods: how much of each on a day, and which ones lately.

use super::day::LocalDay;
use super::entry::{EntryId, Kind};
use super::journal::Journal;

/// A food on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Eaten {
    /// The food, by its key.
    pub food: String,
    /// How much, in halves of a portion.
    pub halves: u32,
    /// The latest tap, the one that "take back" takes back.
    pub last: EntryId,
    /// How much the latest tap added, in halves of a portion.
    pub last_halves: u8,
}

/// The foods of a day, in the order in which they were first noted.
pub fn eaten_on(journal: &Journal, day: LocalDay) -> Vec<Eaten> {
    let mut eaten: Vec<Eaten> = Vec::new();
    for entry in journal.of_day(day) {
        let Kind::Food { food, halves } = &entry.kind else {
            continue;
        };
        let last = entry.id.clone();
        match eaten.iter_mut().find(|one| one.food == *food) {
            Some(one) => {
                one.halves += u32::from(*halves);
                (one.last, one.last_halves) = (last, *halves);
            }
            None => eaten.push(Eaten {
                food: food.clone(),
                halves: u32::from(*halves),
                last,
                last_halves: *halves,
            }),
        }
    }
    eaten
}

/// How far back "lately" reaches, in days.
const LATELY_DAYS: u64 = 21;

/// The foods noted lately, the latest first, each once; only those that `wanted` lets pass, at most `most`.
pub fn lately(
    journal: &Journal,
    today: LocalDay,
    most: usize,
    wanted: impl Fn(&str) -> bool,
) -> Vec<String> {
    let mut foods: Vec<String> = Vec::new();
    let recent = journal.between(today.minus(LATELY_DAYS - 1), today);
    for entry in recent.into_iter().rev() {
        if foods.len() == most {
            break;
        }
        let Kind::Food { food, .. } = &entry.kind else {
            continue;
        };
        if !foods.contains(food) && wanted(food) {
            foods.push(food.clone());
        }
    }
    foods
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::day::Instant;
    use super::super::entry::Entry;
    use super::*;

    /// A day of November 2026.
    pub fn day(day: u32) -> LocalDay {
        LocalDay::new(2026, 11, day).unwrap()
    }

    /// A journal of foods: the day of November, the food, and the halves of a portion.
    pub fn journal(foods: &[(u32, &str, u8)]) -> Journal {
        foods
            .iter()
            .zip(1..)
            .map(|((date, food, halves), at)| Entry {
                id: EntryId::of_number(at),
                at: Instant(i64::try_from(at).unwrap()),
                day: day(*date),
                kind: Kind::Food {
                    food: (*food).to_owned(),
                    halves: *halves,
                },
            })
            .collect()
    }

    #[test]
    fn portions_of_a_day_add_up_and_taking_one_back_leaves_the_rest() {
        let mut journal = journal(&[
            (21, "milk", 2),
            (22, "milk", 2),
            (22, "kale", 2),
            (22, "milk", 1),
        ]);
        let told = |journal: &Journal| {
            eaten_on(journal, day(22))
                .into_iter()
                .map(|one| (one.food, one.halves, one.last_halves))
                .collect::<Vec<_>>()
        };
        assert_eq!(
            told(&journal),
            [("milk".to_owned(), 3, 1), ("kale".to_owned(), 2, 2)]
        );
        let last = eaten_on(&journal, day(22))[0].last.clone();
        journal.add(Entry {
            id: EntryId::of_number(99),
            at: Instant(99),
            day: day(22),
            kind: Kind::Retract { entry: last },
        });
        assert_eq!(
            told(&journal),
            [("milk".to_owned(), 2, 2), ("kale".to_owned(), 2, 2)]
        );
    }

    #[test]
    fn lately_is_the_latest_first_each_once_and_never_what_is_not_wanted() {
        let journal = journal(&[
            (1, "egg", 2),
            (20, "milk", 2),
            (21, "kale", 2),
            (22, "milk", 2),
            (22, "tofu", 2),
        ]);
        let list = |most, not: &str| lately(&journal, day(22), most, |food| food != not);
        assert_eq!(list(9, ""), ["tofu", "milk", "kale"]);
        assert_eq!(list(2, ""), ["tofu", "milk"]);
        assert_eq!(list(9, "milk"), ["tofu", "kale"]);
    }
}
