//! Daylight: on which days the person was outside. There is no target and no number of minutes.

use super::day::LocalDay;
use super::entry::{EntryId, Kind};
use super::journal::Journal;

/// The entries of a day: more than one where two devices noted it. Taking the day back takes back all of them.
pub fn noted_on(journal: &Journal, day: LocalDay) -> Vec<EntryId> {
    journal
        .of_day(day)
        .filter(|entry| matches!(entry.kind, Kind::Daylight {}))
        .map(|entry| entry.id.clone())
        .collect()
}

/// The seven days up to `today`, oldest first, and whether the person was outside.
pub fn week(journal: &Journal, today: LocalDay) -> [(LocalDay, bool); 7] {
    let mut week = [6, 5, 4, 3, 2, 1, 0].map(|back| (today.minus(back), false));
    for (day, was_outside) in &mut week {
        *was_outside = journal
            .of_day(*day)
            .any(|entry| matches!(entry.kind, Kind::Daylight {}));
    }
    week
}

#[cfg(test)]
mod tests {
    use super::super::day::Instant;
    use super::super::entry::Entry;
    use super::*;

    #[test]
    fn a_day_noted_twice_is_one_day_and_is_taken_back_as_one() {
        let day = |day| LocalDay::new(2026, 11, day).unwrap();
        let entry = |number, date, kind| Entry {
            id: EntryId::of_number(number),
            at: Instant(i64::try_from(number).unwrap()),
            day: day(date),
            kind,
        };
        let mut journal: Journal = [(1, 15), (2, 16), (3, 22), (4, 22)]
            .into_iter()
            .map(|(number, date)| entry(number, date, Kind::Daylight {}))
            .collect();
        let outside = |journal: &Journal| week(journal, day(22)).map(|(_, outside)| outside);
        assert_eq!(week(&journal, day(22))[0].0, day(16));
        assert_eq!(
            outside(&journal),
            [true, false, false, false, false, false, true]
        );
        for (id, number) in noted_on(&journal, day(22)).into_iter().zip(10..) {
            journal.add(entry(number, 22, Kind::Retract { entry: id }));
        }
        assert_eq!(noted_on(&journal, day(22)), []);
        assert_eq!(
            outside(&journal),
            [true, false, false, false, false, false, false]
        );
    }
}
