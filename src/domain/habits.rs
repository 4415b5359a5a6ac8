//! What to go easy on, and the gentle tally of it. No streak, no target, no judgement.

use super::day::LocalDay;
use super::entry::{EntryId, Kind};
use super::journal::Journal;

/// Something to go easy on (facts F8, F9; salt is our addition from the evidence).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Habit {
    /// Smoking.
    Smoking,
    /// Alcohol.
    Alcohol,
    /// Coffee, tea and what else holds caffeine.
    Caffeine,
    /// Cola and sugary fizzy drinks.
    Cola,
    /// Salt.
    Salt,
    /// Late nights and short sleep.
    LateNights,
    /// Long stress.
    Stress,
}

/// What a tap on a tally means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tally {
    /// One more: a cigarette, a drink, a cup, a glass.
    Count,
    /// This was a day on which it was kept easy; once a day.
    KeptEasy,
}

impl Habit {
    /// All, in the order they are shown.
    pub const ALL: [Self; 7] = [
        Self::Smoking,
        Self::Alcohol,
        Self::Caffeine,
        Self::Cola,
        Self::Salt,
        Self::LateNights,
        Self::Stress,
    ];

    /// How it is spelled in the journal.
    pub fn key(self) -> &'static str {
        match self {
            Self::Smoking => "smoking",
            Self::Alcohol => "alcohol",
            Self::Caffeine => "caffeine",
            Self::Cola => "cola",
            Self::Salt => "salt",
            Self::LateNights => "late_nights",
            Self::Stress => "stress",
        }
    }

    /// The habit of a key; `None` for one that this version does not know.
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|habit| habit.key() == key)
    }

    /// What a tap means.
    pub fn tally(self) -> Tally {
        match self {
            Self::Smoking | Self::Alcohol | Self::Caffeine | Self::Cola => Tally::Count,
            Self::Salt | Self::LateNights | Self::Stress => Tally::KeptEasy,
        }
    }
}

/// The taps of the seven days up to today.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Taps {
    /// Today's, oldest first.
    pub today: Vec<EntryId>,
    /// How many in the seven days.
    pub in_week: u32,
    /// On how many of the seven days there was one.
    pub days: u32,
}

/// What was tapped of a habit lately.
pub fn taps(journal: &Journal, habit: Habit, today: LocalDay) -> Taps {
    let mut taps = Taps::default();
    let mut days: Vec<LocalDay> = Vec::new();
    for entry in journal.between(today.minus(6), today) {
        let is_it = matches!(&entry.kind, Kind::Habit { habit: key } if key == habit.key());
        if !is_it {
            continue;
        }
        taps.in_week += 1;
        if !days.contains(&entry.day) {
            days.push(entry.day);
            taps.days += 1;
        }
        if entry.day == today {
            taps.today.push(entry.id.clone());
        }
    }
    taps
}

#[cfg(test)]
mod tests {
    use super::super::day::Instant;
    use super::super::entry::Entry;
    use super::*;

    #[test]
    fn every_key_names_its_habit() {
        for habit in Habit::ALL {
            assert_eq!(Habit::of_key(habit.key()), Some(habit));
        }
        assert_eq!(Habit::of_key("of_2031"), None);
    }

    #[test]
    fn taps_are_counted_by_habit_for_seven_days() {
        let day = |day| LocalDay::new(2026, 11, day).unwrap();
        let journal: Journal = [
            (1, 15, "caffeine"),
            (2, 16, "caffeine"),
            (3, 22, "caffeine"),
            (4, 22, "caffeine"),
            (5, 22, "cola"),
            (6, 22, "of_2031"),
            (7, 23, "caffeine"),
        ]
        .into_iter()
        .map(|(number, date, habit)| Entry {
            id: EntryId::of_number(number),
            at: Instant(i64::try_from(number).unwrap()),
            day: day(date),
            kind: Kind::Habit {
                habit: habit.to_owned(),
            },
        })
        .collect();
        assert_eq!(
            taps(&journal, Habit::Caffeine, day(22)),
            Taps {
                today: vec![EntryId::of_number(3), EntryId::of_number(4)],
                in_week: 3,
                days: 2
            }
        );
        assert_eq!(taps(&journal, Habit::Smoking, day(22)), Taps::default());
    }
}
