//! A session with its name and its day: what is saved at every repetition, and what it becomes when it ends.

use serde::Serialize;

use super::coach::Coach;
use super::day::Now;
use super::entry::{Entry, EntryId, Kind};
use super::saved::record;

/// A session in progress, as it is saved.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Session {
    /// Names the entry that it becomes, so that recording it twice is recording it once.
    pub id: EntryId,
    /// When it began. It counts for that day, whatever the clock says at its end.
    pub begun: Now,
    /// Where it stands.
    pub coach: Coach,
}

record!(Session { id, begun, coach });

impl Session {
    /// The session read back after a reload or a crash, waiting. `None` where it makes no sense.
    pub fn restore(saved: Self) -> Option<Self> {
        Some(Self {
            coach: Coach::restore(saved.coach)?,
            ..saved
        })
    }

    /// The journal's line about it. `None` where no repetition was done: then nothing happened.
    pub fn entry(&self) -> Option<Entry> {
        let record = self.coach.record();
        (record.reps > 0).then(|| Entry {
            id: self.id.clone(),
            at: self.begun.at,
            day: self.begun.day,
            kind: Kind::Session(record),
        })
    }
}
