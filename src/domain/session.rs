//! A session with its name and its day: what is saved at every repetition, and what it becomes when it ends.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

use super::coach::{Coach, Status};
use super::day::Now;
use super::entry::{Entry, EntryId, Kind};
use super::safety::Verdict;
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
    /// Whether it may begin or go on with what is open now: the answers, or what was noted, may have changed since.
    pub fn is_open(&self, verdict: &Verdict) -> bool {
        verdict.allows_plan(self.coach.plan())
    }

    /// Whether it runs although its style is no longer open, so that it has to be paused.
    pub fn has_to_pause(&self, verdict: &Verdict) -> bool {
        matches!(
            self.coach.status(),
            Status::Running | Status::CountIn { .. }
        ) && !self.is_open(verdict)
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

/// A session read back after a reload or a crash, waiting. What names no place in its own plan does not read.
#[derive(Debug, Clone, PartialEq)]
pub struct Restored(pub Session);

impl<'de> Deserialize<'de> for Restored {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let saved = Session::deserialize(from)?;
        let coach = Coach::restore(saved.coach)
            .ok_or_else(|| D::Error::custom("a session at a place that is not in its plan"))?;
        Ok(Self(Session { coach, ..saved }))
    }
}
