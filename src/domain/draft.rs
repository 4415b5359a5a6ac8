//! What is half entered: a note on one's body, the heights of a morning, the questions after a session.
//!
//! It outlives a reload and a look at another screen. Invariant: a part that is older than [`Draft::STAYS_MS`] and of
//! another day is not taken up again: yesterday's first height is no half of this morning's.

use serde::Serialize;

use super::body::Note;
use super::day::Now;
use super::entry::{EntryId, SessionRecord};
use super::saved::record;

/// All that is half entered; each part with the moment of its last change.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Draft {
    /// A note that is being made.
    pub note: Note,
    /// When it was changed.
    pub note_at: Option<Now>,
    /// Two measurements of one morning, in millimetres.
    pub heights: Heights,
    /// When they were changed.
    pub heights_at: Option<Now>,
    /// The session whose questions are open.
    pub after: Option<After>,
    /// When it ended.
    pub after_at: Option<Now>,
}

record!(Draft or default { note, note_at, heights, heights_at, after, after_at });

/// Two measurements before they are noted, in millimetres.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Heights {
    /// The first.
    pub first: Option<u16>,
    /// The second.
    pub second: Option<u16>,
}

record!(Heights or default { first, second });

/// A session that has just ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct After {
    /// The entry it became.
    pub id: EntryId,
    /// What was done.
    pub record: SessionRecord,
}

record!(After { id, record });

impl Draft {
    /// How long a part stays when the day is over, in milliseconds [D]: an evening's goes on after midnight.
    pub const STAYS_MS: i64 = 6 * 60 * 60 * 1000;

    /// What of it is taken up again at a moment.
    #[must_use]
    pub fn still_good(self, now: Now) -> Self {
        let good = |at: Option<Now>| {
            at.is_some_and(|at| {
                at.day == now.day || (0..Self::STAYS_MS).contains(&(now.at.0 - at.at.0))
            })
        };
        let mut kept = Self::default();
        if good(self.note_at) {
            (kept.note, kept.note_at) = (self.note, self.note_at);
        }
        if good(self.heights_at) {
            (kept.heights, kept.heights_at) = (self.heights, self.heights_at);
        }
        if good(self.after_at) {
            (kept.after, kept.after_at) = (self.after, self.after_at);
        }
        kept
    }

    /// Takes over the parts that are other than in `mine`, with the moment, and leaves the rest as another page may have
    /// written it. Answers whether there was one.
    pub fn take_over(&mut self, known: &Self, mine: Self, now: Now) -> bool {
        let at = |has: bool| has.then_some(now);
        let mut changed = false;
        if mine.note != known.note {
            self.note_at = at(!mine.note.is_empty());
            self.note = mine.note;
            changed = true;
        }
        if mine.heights != known.heights {
            self.heights_at = at(mine.heights != Heights::default());
            self.heights = mine.heights;
            changed = true;
        }
        if mine.after != known.after {
            self.after_at = at(mine.after.is_some());
            self.after = mine.after;
            changed = true;
        }
        changed
    }
}

#[cfg(test)]
mod tests {
    use super::super::body::Region;
    use super::super::day::{Instant, LocalDay};
    use super::*;

    fn now(day: u32, hour: i64) -> Now {
        Now {
            at: Instant((i64::from(day) * 24 + hour) * 3_600_000),
            day: LocalDay::new(2026, 11, day).unwrap(),
        }
    }

    fn note() -> Note {
        let mut note = Note::default();
        note.mark(Region::LowerBack, true);
        note
    }

    fn draft(at: Now) -> Draft {
        Draft {
            note: note(),
            note_at: Some(at),
            heights: Heights {
                first: Some(1700),
                second: None,
            },
            heights_at: Some(at),
            ..Draft::default()
        }
    }

    #[test]
    fn a_draft_stays_for_its_day_and_over_midnight_and_no_longer() {
        for (made, then, stays) in [
            (now(22, 8), now(22, 8), true),
            (now(22, 1), now(22, 23), true),
            (now(22, 23), now(23, 0), true),
            (now(22, 23), now(23, 4), true),
            (now(22, 23), now(23, 5), false),
            (now(22, 8), now(23, 8), false),
            // A clock that was set back over midnight.
            (now(23, 1), now(22, 23), false),
            (now(22, 9), now(22, 8), true),
        ] {
            let kept = draft(made).still_good(then);
            let expected = if stays { draft(made) } else { Draft::default() };
            assert_eq!(kept, expected, "{made:?} {then:?}");
        }
        let undated = Draft {
            note: note(),
            ..Draft::default()
        };
        assert_eq!(undated.still_good(now(22, 8)), Draft::default());
    }

    #[test]
    fn each_part_has_its_own_age() {
        let mixed = Draft {
            heights_at: Some(now(20, 8)),
            ..draft(now(22, 8))
        };
        let kept = mixed.still_good(now(22, 9));
        assert_eq!(kept.note, note());
        assert_eq!(kept.heights, Heights::default());
    }

    #[test]
    fn a_page_writes_only_the_parts_it_changed() {
        let mut kept = draft(now(22, 8));
        let known = Draft::default();
        let mine = Draft {
            heights: Heights {
                first: None,
                second: Some(1690),
            },
            ..Draft::default()
        };
        assert!(kept.take_over(&known, mine.clone(), now(22, 9)));
        assert_eq!((&kept.note, kept.note_at), (&note(), Some(now(22, 8))));
        assert_eq!(
            (kept.heights, kept.heights_at),
            (mine.heights, Some(now(22, 9)))
        );
        assert!(!kept.clone().take_over(&mine, mine.clone(), now(22, 9)));
        // What was saved is gone from the draft, with its moment.
        assert!(kept.take_over(&draft(now(22, 8)), Draft::default(), now(22, 10)));
        assert_eq!(kept, Draft::default());
    }

    #[test]
    fn it_reads_as_it_was_written_and_an_older_one_without_a_part_too() {
        let whole = draft(now(22, 8));
        let text = serde_json::to_string(&whole).unwrap();
        assert_eq!(serde_json::from_str::<Draft>(&text).unwrap(), whole);
        assert_eq!(
            serde_json::from_str::<Draft>("{}").unwrap(),
            Draft::default()
        );
    }
}
