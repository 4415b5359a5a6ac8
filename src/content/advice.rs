//! What the advice rests on that the safety answers, a style or pain bring about: the texts that belong to a value
//! of the domain, not to an id of a catalogue.

use super::evidence::{Grounds, Label};
use super::red_flags::RedFlag;
use super::sources::SourceId as S;
use crate::domain::feeling::PainPlace;
use crate::domain::routine::Style;
use crate::domain::safety::Level;

/// What a verdict on the safety answers rests on. Which answers lead to which is partly a choice of ours
/// (evidence section 3 marks it [D]); that impact is limited after a break in the spine is not.
pub fn of_level(level: Level) -> Grounds {
    match level {
        Level::Unanswered | Level::Clear => Grounds::ADVICE,
        Level::Nothing | Level::NotUntil | Level::GentleFirst => {
            Grounds::new(Label::Caution, &[S::UkConsensus, S::BeforeExercise])
        }
    }
}

/// What the description of a style rests on.
pub fn of_style(style: Style) -> Grounds {
    match style {
        Style::Seated | Style::Gentle => Grounds::ADVICE,
        Style::SoftDrop | Style::FirmDrop => {
            Grounds::new(Label::Caution, &[S::UkConsensus, S::UkConsensusSummary])
        }
        Style::Traditional => Grounds::new(Label::Traditional, &[S::PointBl23]),
        Style::SitToStand | Style::QuarterBend => {
            Grounds::new(Label::Supported, &[S::OsteoporosisCanada, S::TooFitToFall])
        }
    }
}

/// Whether the advice after pain says to call the emergency number, so that the button stands beside it.
pub fn says_to_call(place: PainPlace) -> bool {
    matches!(place, PainPlace::Chest | PainPlace::Back | PainPlace::Hip)
}

/// What the advice after pain rests on: the sign it may be.
pub fn of_pain(place: PainPlace) -> Grounds {
    match place {
        PainPlace::Chest => RedFlag::ChestPain.grounds(),
        PainPlace::Back => RedFlag::SuddenBackPain.grounds(),
        PainPlace::Hip => RedFlag::HipFracture.grounds(),
        PainPlace::Foot => RedFlag::SoreCalf.grounds(),
        PainPlace::Knee | PainPlace::Elsewhere => Grounds::ADVICE,
    }
}
