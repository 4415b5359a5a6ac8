//! The 30-second chair stand: the rule for arms, and the numbers of the CDC by age and sex.
//!
//! Invariant: outside the ages of the table there is no number, and none is guessed.

use super::person::Sex;

/// How long it lasts, in seconds.
pub const SECONDS: u32 = 30;
/// More stands than this in that time are taken for a slip of the finger [D].
pub const MOST: u8 = 60;

/// One row of the table: below the number is "below average" (CDC STEADI 2017, evidence section 7).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// The first age of the row.
    pub from: u8,
    /// The last age of the row.
    pub to: u8,
    /// The number for men.
    pub men: u8,
    /// The number for women.
    pub women: u8,
}

/// The table.
pub const ROWS: [Row; 7] = [
    row(60, 14, 12),
    row(65, 12, 11),
    row(70, 12, 10),
    row(75, 11, 10),
    row(80, 10, 9),
    row(85, 8, 8),
    row(90, 7, 4),
];

const fn row(from: u8, men: u8, women: u8) -> Row {
    Row {
        from,
        to: from + 4,
        men,
        women,
    }
}

/// Whether there is something to note. Nought counts only where the arms helped: an untouched form says nothing.
pub fn is_a_result(stands: u8, used_arms: bool) -> bool {
    stands > 0 || used_arms
}

/// The row of an age, if the table has one.
pub fn row_of(age: u8) -> Option<Row> {
    ROWS.into_iter()
        .find(|row| (row.from..=row.to).contains(&age))
}

/// What counts: with arms it is nought, by the rule of the test.
pub fn counted(stands: u8, used_arms: bool) -> u8 {
    if used_arms { 0 } else { stands }
}

/// What the table says to a result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// Age or sex is not known.
    NotSaid,
    /// The table has no number for this age.
    NoNumber,
    /// Fewer than the number of the row.
    Below(Row, u8),
    /// The number of the row, or more.
    NotBelow(Row, u8),
}

/// Reads the table for a result, as [`counted`] gives it.
pub fn read(counted: u8, age: Option<u8>, sex: Option<Sex>) -> Reading {
    let Some(age) = age else {
        return Reading::NotSaid;
    };
    let Some(row) = row_of(age) else {
        return Reading::NoNumber;
    };
    let Some(sex) = sex else {
        return Reading::NotSaid;
    };
    let number = match sex {
        Sex::Man => row.men,
        Sex::Woman => row.women,
    };
    if counted < number {
        Reading::Below(row, number)
    } else {
        Reading::NotBelow(row, number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Age, and the numbers for men and women as the CDC prints them.
    const PRINTED: [(u8, u8, u8); 14] = [
        (60, 14, 12),
        (64, 14, 12),
        (65, 12, 11),
        (69, 12, 11),
        (70, 12, 10),
        (74, 12, 10),
        (75, 11, 10),
        (79, 11, 10),
        (80, 10, 9),
        (84, 10, 9),
        (85, 8, 8),
        (89, 8, 8),
        (90, 7, 4),
        (94, 7, 4),
    ];

    #[test]
    fn an_empty_form_is_no_result() {
        for (stands, used_arms, is_one) in [
            (0, false, false),
            (0, true, true),
            (1, false, true),
            (12, true, true),
        ] {
            assert_eq!(
                is_a_result(stands, used_arms),
                is_one,
                "{stands}, {used_arms}"
            );
        }
    }

    #[test]
    fn every_row_begins_and_ends_where_the_cdc_says_and_its_number_is_not_below() {
        for (age, men, women) in PRINTED {
            for (sex, number) in [(Sex::Man, men), (Sex::Woman, women)] {
                let read = |stands| read(stands, Some(age), Some(sex));
                assert!(
                    matches!(read(number - 1), Reading::Below(_, n) if n == number),
                    "{age} {sex:?}"
                );
                assert!(
                    matches!(read(number), Reading::NotBelow(_, n) if n == number),
                    "{age} {sex:?}"
                );
                assert!(matches!(read(number + 1), Reading::NotBelow(..)));
                assert!(matches!(read(0), Reading::Below(..)));
            }
        }
    }

    #[test]
    fn below_sixty_and_above_ninety_four_there_is_no_number() {
        for age in [0, 50, 59, 95, 96, 120] {
            for sex in [None, Some(Sex::Man), Some(Sex::Woman)] {
                assert_eq!(read(0, Some(age), sex), Reading::NoNumber, "{age}");
            }
        }
    }

    #[test]
    fn without_age_or_sex_nothing_is_guessed() {
        assert_eq!(read(5, None, Some(Sex::Man)), Reading::NotSaid);
        assert_eq!(read(5, Some(70), None), Reading::NotSaid);
        assert_eq!(read(5, None, None), Reading::NotSaid);
    }

    #[test]
    fn with_arms_it_counts_as_nought() {
        assert_eq!(counted(12, false), 12);
        assert_eq!(counted(12, true), 0);
        let stood = counted(20, true);
        assert!(matches!(
            read(stood, Some(72), Some(Sex::Woman)),
            Reading::Below(..)
        ));
    }
}
