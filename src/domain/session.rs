//! A session with its name and its days: what is saved at every repetition, and what it becomes when it ends.
//!
//! Invariant: every repetition counts for the day on which it was done, once. A session that goes on after
//! midnight, or days later, becomes one line of the journal for each day.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

use super::coach::{Coach, Event, Status};
use super::cue::Cue;
use super::day::Now;
use super::entry::{Ending, Entry, EntryId, Kind, SessionRecord};
use super::safety::Verdict;
use super::saved::{Fields, record};

/// A session in progress, as it is saved.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Session {
    /// Names the entry that it becomes, so that recording it twice is recording it once.
    pub id: EntryId,
    /// When it began.
    pub begun: Now,
    /// Where it stands.
    pub coach: Coach,
    /// The days after the first on which it went on, in the order in which they came. Saved only where there are
    /// any: a session within one day is saved as it always was.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub later: Vec<LaterDay>,
}

/// A session went on on another day than before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct LaterDay {
    /// Since when.
    pub since: Now,
    /// Repetitions that had been done before.
    pub reps: u16,
    /// Time that had been spent in it before, in milliseconds.
    pub active_ms: u64,
}

record!(LaterDay {
    since,
    reps,
    active_ms
});

impl<'de> Deserialize<'de> for Session {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Self::of_fields(Fields::read(from)?).map_err(D::Error::custom)
    }
}

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

    /// A session that begins now.
    pub fn begin(id: EntryId, begun: Now, coach: Coach) -> Self {
        Self {
            id,
            begun,
            coach,
            later: Vec::new(),
        }
    }

    /// Brings the coach up to the clock's reading and lets the event happen, on the day of now.
    pub fn handle(&mut self, clock_ms: f64, event: Event, now: Now) -> Vec<Cue> {
        self.come_to(now);
        self.coach.handle(clock_ms, event)
    }

    /// The journal's lines about it: one for each day with a repetition, and one for the day on which pain ended it.
    /// None where no repetition was done and nothing hurt: then nothing happened.
    ///
    /// The last of them has the session's own name, because what is told about a session afterwards is told about
    /// its end.
    pub fn entries(&self) -> Vec<Entry> {
        let whole = self.coach.record();
        let a_round = u16::from(self.coach.plan().reps).max(1);
        let mut noted: Vec<(Now, SessionRecord)> = Vec::new();
        let first = (self.begun, 0, 0);
        let later = self.later.iter();
        let days =
            std::iter::once(first).chain(later.map(|day| (day.since, day.reps, day.active_ms)));
        let ends = self.later.iter().map(|day| (day.reps, day.active_ms));
        let ends = ends.chain([(whole.reps, whole.active_ms)]);
        let mut last_day = whole.ending == Ending::Pain;
        for ((since, reps_before, ms_before), (reps, ms)) in
            days.zip(ends).collect::<Vec<_>>().into_iter().rev()
        {
            // A saved session may have been changed by other hands: never more than was done.
            let (reps, ms) = (reps.min(whole.reps), ms.min(whole.active_ms));
            let done = SessionRecord {
                rounds: begun(reps, a_round).saturating_sub(begun(reps_before, a_round)),
                reps: reps.saturating_sub(reps_before),
                active_ms: ms.saturating_sub(ms_before),
                ending: if noted.is_empty() {
                    whole.ending
                } else {
                    Ending::Stopped
                },
                ..whole
            };
            if done.reps > 0 || last_day {
                noted.push((since, done));
            }
            last_day = false;
        }
        noted
            .into_iter()
            .enumerate()
            .map(|(from_the_end, (since, done))| Entry {
                id: self.id.part(from_the_end),
                at: since.at,
                day: since.day,
                kind: Kind::Session(done),
            })
            .rev()
            .collect()
    }

    /// Another day than the last one on which something happened begins.
    fn come_to(&mut self, now: Now) {
        let last = self
            .later
            .last()
            .map_or(self.begun.day, |day| day.since.day);
        // A clock that was set back begins no new day.
        if now.day <= last {
            return;
        }
        let (reps, active_ms) = (self.coach.reps_done(), self.coach.elapsed_ms());
        if let Some(day) = self.later.last_mut()
            && (day.reps, day.active_ms) == (reps, active_ms)
        {
            // Nothing happened on that day.
            day.since = now;
            return;
        }
        self.later.push(LaterDay {
            since: now,
            reps,
            active_ms,
        });
    }

    fn of_fields(mut fields: Fields) -> serde_json::Result<Self> {
        let mut later = Vec::new();
        fields.put("later", &mut later)?;
        Ok(Self {
            id: fields.take("id")?,
            begun: fields.take("begun")?,
            coach: fields.take("coach")?,
            later,
        })
    }
}

/// How many rounds are begun with so many repetitions.
fn begun(reps: u16, a_round: u16) -> u8 {
    u8::try_from(reps.div_ceil(a_round)).unwrap_or(u8::MAX)
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
