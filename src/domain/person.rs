//! What a person may tell about themselves: the year they were born, their sex, and what they must not eat.
//!
//! All of it is optional. It picks a row of a table (calcium, chair stand) and keeps an allergen from being
//! suggested; nothing is computed about the person from it.

use serde::Serialize;

use super::day::LocalDay;
use super::saved::{record, words};

/// What is known about the person, which may be nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Person {
    /// The year of birth.
    pub birth_year: Option<i32>,
    /// The sex that tables by sex are read with.
    pub sex: Option<Sex>,
    /// What must not be eaten.
    pub allergies: Allergies,
}

record!(Person or default { birth_year, sex, allergies });

impl Person {
    /// The oldest age that is taken for true.
    pub const OLDEST: i32 = 120;

    /// The age reached in the year of `today`; `None` where no year is known, or an impossible one.
    pub fn age_on(&self, today: LocalDay) -> Option<u8> {
        let age = today.parts().0 - self.birth_year?;
        (0..=Self::OLDEST)
            .contains(&age)
            .then(|| u8::try_from(age).ok())
            .flatten()
    }
}

/// The sex that a table is read with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    /// Woman.
    Woman,
    /// Man.
    Man,
}

words!(Sex {
    Woman = "woman",
    Man = "man",
});

/// Foods that a person must not eat.
#[allow(clippy::struct_excessive_bools)] // five independent yes/no answers, not a state
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Allergies {
    /// Sesame.
    pub sesame: bool,
    /// Tree nuts, walnut among them.
    pub tree_nuts: bool,
    /// Fish.
    pub fish: bool,
    /// Shrimp, crab and the like.
    pub shellfish: bool,
    /// Milk.
    pub milk: bool,
}

record!(Allergies or default { sesame, tree_nuts, fish, shellfish, milk });

impl Allergies {
    /// Whether the sesame-and-walnut powder must not be eaten.
    pub fn forbid_powder(self) -> bool {
        self.sesame || self.tree_nuts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_age_is_the_one_reached_this_year_and_never_an_impossible_one() {
        let today = LocalDay::new(2026, 11, 22).unwrap();
        let age = |birth_year| {
            Person {
                birth_year,
                ..Person::default()
            }
            .age_on(today)
        };
        assert_eq!(age(Some(1954)), Some(72));
        assert_eq!(age(Some(1906)), Some(120));
        assert_eq!(age(Some(1905)), None);
        assert_eq!(age(Some(2027)), None);
        assert_eq!(age(None), None);
    }
}
