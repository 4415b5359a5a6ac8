//! A line of the journal in words.

use crate::domain::entry::Kind;
use crate::tr;

use super::{checks, moves, note};

/// What an entry tells, in a line; `None` for a word about another entry.
pub fn line(kind: &Kind) -> Option<String> {
    Some(match kind {
        Kind::Session(record) => moves::done(record),
        Kind::Height { mm } => checks::height_line(*mm),
        Kind::ChairStand { stands, used_arms } => checks::chair_line(*stands, *used_arms),
        Kind::Balance { held } => tr!(checks.line_balance, n = *held),
        Kind::Note(told) => note::line(told),
        Kind::Felt { .. } | Kind::Pain { .. } | Kind::Retract { .. } => return None,
    })
}
