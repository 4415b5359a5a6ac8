//! Every key under which Bonewise keeps something, spelled here and nowhere else.
//!
//! Invariant: a [`Key`] and its text stand for each other one to one. Copies of Bonewise in different
//! folders of one origin share these keys on purpose: they are one person's data.

use std::fmt;

use crate::domain::day::{Instant, LocalDay};
use crate::domain::entry::{Entry, EntryId};

/// What every key of ours begins with.
pub const PREFIX: &str = "bonewise:";

/// Written and removed again when everything was deleted: other open pages hear of it, and begin anew too.
pub const DELETED: &str = "bonewise:deleted";

/// The name of one stored value. Sorts in the order in which values are read: gathered months before single
/// entries, so that what was gathered wins.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// All entries of a past month, gathered in one value.
    Month(String),
    /// One entry of the journal.
    Entry {
        /// The month of the day it counts for: `2026-11`.
        month: String,
        /// Its id.
        id: EntryId,
    },
    /// What the person has chosen.
    Settings,
    /// The answers to the safety questions.
    Safety,
    /// The session that is running, so that a reload can resume it.
    Session,
    /// What is half entered.
    Draft,
    /// When the newest backup was made here.
    Backup,
    /// What is known of the folder that takes backups by itself.
    Folder,
    /// The exact text of a value that could not be read.
    Quarantine {
        /// When it was copied aside.
        at: Instant,
        /// Tells apart what was copied in the same millisecond.
        n: u32,
        /// The key it came from.
        of: String,
    },
}

impl Key {
    /// The key under which an entry is written.
    pub fn of(entry: &Entry) -> Self {
        Self::Entry {
            month: entry.day.month_key(),
            id: entry.id.clone(),
        }
    }

    /// The key of the segment that gathers a day's month.
    pub fn month_of(day: LocalDay) -> Self {
        Self::Month(day.month_key())
    }

    /// Reads a key; `None` for other people's keys and for any that this version would never write.
    pub fn parse(name: &str) -> Option<Self> {
        let rest = name.strip_prefix(PREFIX)?;
        let (kind, rest) = rest.split_once(':').unwrap_or((rest, ""));
        let key = match kind {
            "month" if is_month(rest) => Self::Month(rest.to_owned()),
            "entry" => {
                let (month, id) = rest.split_once(':')?;
                Self::Entry {
                    month: is_month(month).then(|| month.to_owned())?,
                    id: EntryId::new(id).ok()?,
                }
            }
            "settings" => Self::Settings,
            "safety" => Self::Safety,
            "session" => Self::Session,
            "draft" => Self::Draft,
            "backup" => Self::Backup,
            "folder" => Self::Folder,
            "quarantine" => {
                let mut parts = rest.splitn(3, ':');
                Self::Quarantine {
                    at: Instant(parts.next()?.parse().ok()?),
                    n: parts.next()?.parse().ok()?,
                    of: parts.next()?.to_owned(),
                }
            }
            _ => return None,
        };
        (key.to_string() == name).then_some(key)
    }
}

/// Whether the text could come from [`LocalDay::month_key`], far years included.
fn is_month(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit() || b == b'-')
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(PREFIX)?;
        match self {
            Self::Month(month) => write!(f, "month:{month}"),
            Self::Entry { month, id } => write!(f, "entry:{month}:{}", id.as_str()),
            Self::Settings => f.write_str("settings"),
            Self::Safety => f.write_str("safety"),
            Self::Session => f.write_str("session"),
            Self::Draft => f.write_str("draft"),
            Self::Backup => f.write_str("backup"),
            Self::Folder => f.write_str("folder"),
            Self::Quarantine { at, n, of } => write!(f, "quarantine:{}:{n}:{of}", at.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_and_its_text_stand_for_each_other() {
        let names = [
            "bonewise:month:2026-11",
            "bonewise:entry:2026-11:0f3k9",
            "bonewise:entry:-001-11:0f3k9",
            "bonewise:settings",
            "bonewise:safety",
            "bonewise:session",
            "bonewise:draft",
            "bonewise:backup",
            "bonewise:folder",
            "bonewise:quarantine:1795348800000:0:bonewise:entry:2026-11:0f3k9",
            "bonewise:quarantine:-5:12:bonewise:settings",
        ];
        for name in names {
            let key = Key::parse(name).unwrap();
            assert_eq!(key.to_string(), name);
        }
    }

    #[test]
    fn what_this_version_never_writes_is_no_key_of_ours() {
        let names = [
            "",
            "bonewise",
            "bonewise:",
            "bonewise:month",
            "bonewise:month:",
            "bonewise:month:2026-11:x",
            "bonewise:entry:2026-11",
            "bonewise:entry:2026-11:",
            "bonewise:entry:2026-11:a:b",
            "bonewise:entry:<b>:a",
            "bonewise:entry::a",
            "bonewise:settings:",
            "bonewise:settings:x",
            "bonewise:quarantine:+5:0:bonewise:settings",
            "bonewise:quarantine:5:00:bonewise:settings",
            "bonewise:quarantine:5:0",
            "bonewise:backup:x",
            "bonewise:folder:x",
            "bonewise:powder",
            "otherapp:settings",
        ];
        for name in names {
            assert_eq!(Key::parse(name), None, "{name}");
        }
    }
}
