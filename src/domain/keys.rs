//! What a key does while the coach is on the screen.
//!
//! Invariant: Space and Enter belong to the control that has the focus, and nothing goes on behind an open question.

/// What a key does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Does {
    /// Pauses the session, or goes on with it.
    PauseOrGoOn,
    /// Answers the open question with no.
    CloseQuestion,
    /// Nothing, also not what the browser would do with it: Space would scroll.
    Nothing,
}

/// A key that went down in the coach. `None` where it is not the coach's.
pub fn in_coach(key: &str, in_control: bool, with_others: bool, question: bool) -> Option<Does> {
    if with_others {
        return None;
    }
    match key {
        "Escape" => question.then_some(Does::CloseQuestion),
        " " if in_control => None,
        " " if question => Some(Does::Nothing),
        " " => Some(Does::PauseOrGoOn),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn space_never_acts_behind_a_question_and_escape_closes_it() {
        let table = [
            // key, focus in a control, modified or held down, question open
            (" ", false, false, false, Some(Does::PauseOrGoOn)),
            (" ", false, false, true, Some(Does::Nothing)),
            (" ", true, false, false, None),
            (" ", true, false, true, None),
            (" ", false, true, false, None),
            (" ", false, true, true, None),
            ("Escape", false, false, true, Some(Does::CloseQuestion)),
            ("Escape", true, false, true, Some(Does::CloseQuestion)),
            ("Escape", false, false, false, None),
            ("Escape", true, false, false, None),
            ("Escape", true, true, true, None),
            ("Enter", false, false, false, None),
            ("Enter", false, false, true, None),
            ("Enter", true, false, true, None),
            ("a", false, false, true, None),
            ("Tab", false, false, true, None),
        ];
        for (key, in_control, with_others, question, does) in table {
            assert_eq!(
                in_coach(key, in_control, with_others, question),
                does,
                "{key:?}, in a control: {in_control}, with others: {with_others}, question: {question}"
            );
        }
    }
}
