//! The safety answers of people in stories and tables.

use bonewise::domain::day::LocalDay;
use bonewise::domain::safety::{ASKED, Answer, Question, Safety};

/// All ten answered on a day: these with yes, the others with no.
pub fn answered(yes: &[Question], on: LocalDay) -> Safety {
    let mut safety = Safety {
        asked: ASKED,
        answered: Some(on),
        ..Safety::default()
    };
    for question in Question::ALL {
        let answer = if yes.contains(&question) {
            Answer::Yes
        } else {
            Answer::No
        };
        safety.answers.set(question, answer);
    }
    safety
}
