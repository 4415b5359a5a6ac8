//! When a new backup is worth a word, and which passphrase may lock one.

use super::day::LocalDay;

/// A backup older than this many days is old. [D]: a month is what people can tell again from memory.
pub const OLD_AFTER_DAYS: i64 = 30;
/// In a tab of Safari on an iPhone or iPad: Safari deletes what a page has stored after seven days of use of the browser
/// without a visit to it (webkit.org, "Full Third-Party Cookie Blocking and More", 2020).
pub const OLD_IN_A_TAB_AFTER_DAYS: i64 = 6;

/// What is said about backups.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nudge {
    /// There are entries, and no backup was ever made.
    Never,
    /// The newest one is old.
    Old,
    /// The browser deletes what is here after a week without a visit, and the newest one is almost as old.
    Deleted,
}

/// What is to be said, if anything is. `newest`: the day of the newest backup; `is_deleted_soon`: whether the browser
/// deletes what a page keeps after a week without a visit.
pub fn nudge(
    has_entries: bool,
    newest: Option<LocalDay>,
    is_deleted_soon: bool,
    today: LocalDay,
) -> Option<Nudge> {
    let age = newest.map(|newest| today.days_since(newest));
    match newest {
        _ if !has_entries => None,
        _ if is_deleted_soon && age.is_none_or(|age| age > OLD_IN_A_TAB_AFTER_DAYS) => {
            Some(Nudge::Deleted)
        }
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
            assert_eq!(nudge(has_entries, newest, false, today), said, "{age:?}");
        }
        // A clock that was set back since.
        assert_eq!(nudge(true, Some(today.plus(3)), false, today), None);
    }

    #[test]
    fn where_the_browser_deletes_after_a_week_it_is_said_clearly_and_in_time() {
        let today = LocalDay::new(2026, 11, 22).unwrap();
        for (has_entries, age, said) in [
            (false, None, None),
            (true, None, Some(Nudge::Deleted)),
            (true, Some(6), None),
            (true, Some(7), Some(Nudge::Deleted)),
        ] {
            let newest = age.map(|age| today.minus(age));
            assert_eq!(nudge(has_entries, newest, true, today), said, "{age:?}");
        }
    }
}
