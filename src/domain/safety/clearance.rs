//! A doctor's or physiotherapist's yes, as the person noted it.
//!
//! Invariant: it covers the reasons it was given for, and what was known when it was given. A save of an older version
//! says neither, so such a yes covers nothing until it is noted anew.

use serde::Serialize;

use crate::domain::day::LocalDay;
use crate::domain::entry::EntryId;
use crate::domain::saved::{record, words};

use super::facts::What;
use super::questions::Question;

/// What the yes was for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ClearedFor {
    /// Slow standing exercise.
    Gentle,
    /// Heel drops with impact too.
    All,
}

words!(ClearedFor {
    Gentle = "gentle",
    All = "all",
});

/// A recorded yes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Clearance {
    /// For what.
    pub scope: ClearedFor,
    /// When the person recorded it.
    pub day: LocalDay,
    /// The reasons it was given for. Older versions did not note them: then it covers nothing.
    pub covers: Option<Vec<Question>>,
    /// What had been noted by then, by its entries.
    pub knows: Option<Vec<EntryId>>,
    /// The answer that turned to yes or not sure afterwards. It stays, whatever is answered next: one has to ask again.
    pub ended: Option<Question>,
}

record!(Clearance {
    scope,
    day,
    covers,
    knows,
    ended
});

/// Why a recorded yes no longer counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// An older version noted it without its reasons.
    NoReasons,
    /// This answer is a reason it was not given for.
    NewReason(Question),
    /// This was noted afterwards.
    Noted(What),
    /// It carries a day that lies ahead of today.
    Clock,
}
