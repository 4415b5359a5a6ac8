//! When a new backup is worth a word, which passphrase may lock one, and when a folder is read and written.

use serde::Serialize;

use super::day::{Instant, LocalDay, Now};
use super::safety::Safety;
use super::saved::record;

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

/// What this device knows of the folder.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct FolderNote {
    /// The letters that name this device. They stay when another folder is chosen.
    pub device: String,
    /// Whether backups are put there.
    pub is_on: bool,
    /// When it was written last.
    pub written: Option<Now>,
    /// The checksum of what was written then.
    pub sum: String,
    /// When writing failed, where nothing was written since.
    pub failed: Option<Now>,
    /// The person has read that it failed.
    pub is_told: bool,
    /// The safety answers of the other devices' files, as they were when they were joined last.
    pub seen: Vec<Seen>,
}

record!(FolderNote or default { device, is_on, written, sum, failed, is_told, seen });

/// The safety answers of a file, as they were when they were joined last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Seen {
    /// The file.
    pub file: String,
    /// The answers.
    pub safety: Safety,
}

record!(Seen { file, safety });

/// What is done in a row is put into the folder when it has rested for so long, in milliseconds. [D]
pub const FOLDER_RESTS_MS: i64 = 30_000;
/// The folder is read no more often than this, in milliseconds. [D]: whoever changes from one device to the other takes
/// longer, and a synced drive too.
pub const FOLDER_READ_AGAIN_MS: i64 = 600_000;
/// So many days without a backup in the folder, because the browser wants to be asked anew, are worth a word. [D]
pub const FOLDER_WAITS_DAYS: i64 = 7;

/// Why one looks whether the folder is to be read or written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FolderCause {
    /// The page has begun, or is shown again.
    Shown,
    /// Something changed, or rested since.
    Changed,
    /// The page becomes hidden: this may be the last moment.
    Hidden,
}

/// How it stands with the folder.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct FolderTimes {
    /// When something changed last that is not in the folder.
    pub changed: Option<Instant>,
    /// When this page read the folder last.
    pub read: Option<Instant>,
    /// Whether a session runs: then nothing else shall take time.
    pub in_session: bool,
}

/// What to do with the folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FolderStep {
    /// Nothing.
    Nothing,
    /// Look again after so many milliseconds.
    Wait(i64),
    /// Read it.
    Read,
    /// Write it.
    Write,
}

/// What to do with the folder now. Nothing is written there before it was read: what is there may be more.
pub fn folder_step(cause: FolderCause, times: FolderTimes, now: Instant) -> FolderStep {
    // A clock that was set back since counts as no time that was waited.
    let past = |since: Instant, least: i64| !(0..least).contains(&(now.0 - since.0));
    match (cause, times.read, times.changed) {
        _ if times.in_session => FolderStep::Nothing,
        (FolderCause::Shown, None, _) => FolderStep::Read,
        (FolderCause::Shown, Some(read), _) if past(read, FOLDER_READ_AGAIN_MS) => FolderStep::Read,
        (_, None, _) | (_, _, None) => FolderStep::Nothing,
        (FolderCause::Hidden, ..) => FolderStep::Write,
        (_, _, Some(changed)) if past(changed, FOLDER_RESTS_MS) => FolderStep::Write,
        (_, _, Some(changed)) => FolderStep::Wait(changed.0 + FOLDER_RESTS_MS - now.0),
    }
}

/// Whether the folder has had no backup for so long, because the browser wants to be asked anew, that it is worth a word.
pub fn folder_waits_too_long(written: Option<LocalDay>, today: LocalDay) -> bool {
    written.is_none_or(|written| today.days_since(written) >= FOLDER_WAITS_DAYS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_read_when_the_page_is_shown_and_written_when_changes_have_rested() {
        use FolderCause::{Changed, Hidden, Shown};
        use FolderStep::{Nothing, Read, Wait, Write};
        let now = Instant(10_000_000);
        let ago = |ms: i64| Some(Instant(now.0 - ms));
        for (cause, changed, read, step) in [
            (Shown, None, None, Read),
            (Shown, ago(0), None, Read),
            (Shown, None, ago(599_999), Nothing),
            (Shown, None, ago(600_000), Read),
            (Shown, ago(40_000), ago(600_000), Read),
            (Shown, ago(40_000), ago(1), Write),
            (Shown, ago(10_000), ago(1), Wait(20_000)),
            (Changed, None, ago(1), Nothing),
            (Changed, ago(0), ago(1), Wait(30_000)),
            (Changed, ago(29_999), ago(1), Wait(1)),
            (Changed, ago(30_000), ago(900_000), Write),
            (Hidden, None, ago(1), Nothing),
            (Hidden, ago(0), ago(1), Write),
            // Nothing is written before it was read.
            (Changed, ago(60_000), None, Nothing),
            (Hidden, ago(60_000), None, Nothing),
            // A clock that was set back.
            (Shown, None, ago(-1), Read),
            (Changed, ago(-3_600_000), ago(1), Write),
        ] {
            let mut times = FolderTimes {
                changed,
                read,
                in_session: false,
            };
            let told = format!("{cause:?} {changed:?} {read:?}");
            assert_eq!(folder_step(cause, times, now), step, "{told}");
            times.in_session = true;
            assert_eq!(folder_step(cause, times, now), Nothing, "{told}");
        }
    }

    #[test]
    fn a_folder_that_waits_for_the_browser_is_told_after_a_week() {
        let today = LocalDay::new(2026, 11, 22).unwrap();
        assert!(folder_waits_too_long(None, today));
        assert!(!folder_waits_too_long(Some(today.minus(6)), today));
        assert!(folder_waits_too_long(Some(today.minus(7)), today));
    }

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
