//! A line of the journal in words.

use crate::domain::entry::Kind;
use crate::tr;

use super::{checks, foods, guide, habits, moves, note};

/// What an entry tells, in a line; `None` for a word about another entry.
pub fn line(kind: &Kind) -> Option<String> {
    Some(match kind {
        Kind::Session(record) => moves::done(record),
        Kind::Food { food, halves } => foods::line(food, *halves),
        Kind::Daylight {} => tr!(daylight.line).to_owned(),
        Kind::Habit { habit } => habits::line(habit),
        Kind::Jar { grams, .. } => tr!(jar.line_jar, grams = grams),
        Kind::Dose { grams, .. } => tr!(jar.line_dose, grams = grams),
        Kind::JarGone { .. } => tr!(jar.line_gone).to_owned(),
        Kind::Height { mm } => checks::height_line(*mm),
        Kind::ChairStand { stands, used_arms } => checks::chair_line(*stands, *used_arms),
        Kind::Balance { held } => tr!(checks.line_balance, n = *held),
        Kind::Note(told) => note::line(told),
        Kind::Sign { symptom } => guide::noted(*symptom),
        Kind::Felt { .. } | Kind::Pain { .. } | Kind::Retract { .. } | Kind::PutBack { .. } => {
            return None;
        }
    })
}
