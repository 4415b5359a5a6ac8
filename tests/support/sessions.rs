//! The sessions of people in stories and properties.

use bonewise::domain::entry::{Ending, SessionRecord};
use bonewise::domain::routine::{Routine, Style};

/// Two rounds of five, all of them done.
pub fn done(routine: Routine, style: Style, ending: Ending) -> SessionRecord {
    SessionRecord {
        routine,
        style,
        rounds: 2,
        planned_rounds: 2,
        reps: 10,
        planned_reps: 10,
        active_ms: 118_000,
        ending,
    }
}
