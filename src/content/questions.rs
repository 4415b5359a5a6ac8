//! What each safety question rests on (evidence section 3).
//!
//! Texts in the namespace `safety`: `<question>`, `<question>_help`, `<question>_reason`.

use super::evidence::{Grounds, Label};
use super::sources::SourceId as S;
use crate::domain::safety::Question;

/// What a question rests on.
pub fn grounds(question: Question) -> Grounds {
    let sources: &'static [S] = match question {
        Question::SpineBreak => &[S::UkConsensus, S::UkConsensusSummary, S::IofRiskCheck],
        Question::HeartOrBreath | Question::Joints => &[S::BeforeExercise],
        Question::Osteoporosis => &[S::TScore],
        Question::Fall => &[S::UkConsensus],
        Question::NoSupport => &[S::TooFitToFall],
        Question::RecentBreak | Question::NewPain | Question::BreakAfter50 | Question::Dizzy => {
            return Grounds::ADVICE;
        }
    };
    Grounds::new(Label::Supported, sources)
}
