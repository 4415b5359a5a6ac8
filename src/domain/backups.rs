//! When a new backup is worth a word, and which passphrase may lock one.

use super::day::LocalDay;

/// A backup older than this many days is old. [D]: a month is what people can tell again from memory.
pub const OLD_AFTER_DAYS: i64 = 30;

/// What is said about backups.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nudge {
    /// There are entries, and no backup was ever made.
    Never,
    /// The newest one is old.
    Old,
}

/// What is to be said, if anything is. `newest`: the day of the newest backup.
pub fn nudge(has_entries: bool, newest: Option<LocalDay>, today: LocalDay) -> Option<Nudge> {
    match newest {
        _ if !has_entries => None,
        None => Some(Nudge::Never),
        Some(newest) => (today.days_since(newest) > OLD_AFTER_DAYS).then_some(Nudge::Old),
    }
}

/// The fewest characters of a passphrase. [D]: eight is the least that the guidance of NIST (SP 800-63B) allows.
pub const LEAST_PASSPHRASE: usize = 8;

/// Whether a passphrase is long enough. Spaces around it do not count: the lock leaves them out.
pub fn is_long_enough(passphrase: &str) -> bool {
    passphrase.trim().chars().count() >= LEAST_PASSPHRASE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passphrase_has_eight_characters_in_any_writing() {
        for (passphrase, is_long) in [
            ("", false),
            ("       a", false),
            ("1234567", false),
            ("12345678", true),
            ("mein Öl", false),
            ("骨骨骨骨骨骨骨骨", true),
            ("two words ", true),
        ] {
            assert_eq!(is_long_enough(passphrase), is_long, "{passphrase}");
        }
    }

    #[test]
    fn a_backup_is_asked_for_when_there_is_something_to_lose_and_the_newest_is_old() {
        let today = LocalDay::new(2026, 11, 22).unwrap();
        for (has_entries, age, said) in [
            (false, None, None),
            (false, Some(400), None),
            (true, None, Some(Nudge::Never)),
            (true, Some(0), None),
            (true, Some(30), None),
            (true, Some(31), Some(Nudge::Old)),
            (true, Some(400), Some(Nudge::Old)),
        ] {
            let newest = age.map(|age| today.minus(age));
            assert_eq!(nudge(has_entries, newest, today), said, "{age:?}");
        }
        // A clock that was set back since.
        assert_eq!(nudge(true, Some(today.plus(3)), today), None);
    }
}
