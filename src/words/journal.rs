//! A line of the journal in words.

use crate::domain::entry::Kind;

use super::{guide, moves};

/// What an entry tells, in a line; `None` for a word about another entry.
pub fn line(kind: &Kind) -> Option<String> {
    Some(match kind {
        Kind::Session(record) => moves::done(record),
        Kind::Sign { symptom } => guide::noted(*symptom),
        Kind::Felt { .. } | Kind::Pain { .. } | Kind::Retract { .. } => return None,
    })
}
