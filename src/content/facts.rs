//! The facts about the two exercises and the traditional view, each with its evidence.
//!
//! The text of a fact is its key in the namespace `facts`; a note that belongs to it is `<key>_note`. Both
//! draw on the sources of the fact.

use super::evidence::{Grounds, Label};
use super::sources::SourceId as S;

/// Facts of the article that the app leaves out on purpose, because nothing supports them: H7, that adults
/// gain from heel drops as children grow by jumping; that the force of a drop reaches the head (of H4, which tells the
/// way "from the feet up"); and the article's aim, to make the kidney stronger and growing old slower.
pub const LEFT_OUT: &[&str] = &["h7", "h4_head", "kidney_aim"];

ids! {
    /// A fact.
    FactId {
        /// Rise on tiptoe, drop the heels.
        H1 = "h1",
        /// Both hands rub the lower back meanwhile.
        H2 = "h2",
        /// Ten minutes a day.
        H3 = "h3",
        /// The force is said to stimulate bone.
        H4 = "h4",
        /// The calf is said to help sugar, fat and the kidney.
        H5 = "h5",
        /// Simple, and good for the long term.
        H6 = "h6",
        /// Small squats, feet turned out a little.
        K1 = "k1",
        /// 10–15 repetitions, 2–3 sets a day.
        K2 = "k2",
        /// Weak knees start with 5.
        K3 = "k3",
        /// Strength, stamina, walking; said to help bone density.
        K4 = "k4",
        /// Can help worn knees get moving.
        K5 = "k5",
        /// The longer leg set back.
        K6 = "k6",
        /// The kidney governs the bones.
        T1 = "t1",
        /// Kidney essence wanes with age.
        T2 = "t2",
        /// BL23 in the lower back.
        T3 = "t3",
        /// KI1 on the sole.
        T4 = "t4",
        /// Energy flows through acupoints.
        T5 = "t5",
    }
}

impl FactId {
    /// What it rests on.
    pub fn grounds(self) -> Grounds {
        let (label, sources): (_, &'static [S]) = match self {
            Self::H1 => (Label::Caution, &[S::UkConsensus, S::UkConsensusSummary]),
            Self::H3 => (Label::Caution, &[S::HeelDropTrial, S::BaduanjinTrial]),
            Self::H4 => (
                Label::Mixed,
                &[
                    S::HeelDropTrial,
                    S::BaduanjinTrial,
                    S::ExerciseMetaAnalysis,
                    S::CochraneExercise,
                ],
            ),
            Self::H5 => (Label::NotShown, &[S::SeatedCalfReport]),
            Self::H6 => (Label::Caution, &[S::UkConsensus, S::BeforeExercise]),
            Self::K1 => (
                Label::Mixed,
                &[S::OsteoporosisCanada, S::TooFitToFall, S::FlexionStudy],
            ),
            Self::K2 => (Label::Mixed, &[S::TooFitToFall]),
            Self::K3 => (Label::Mixed, &[S::OsteoporosisCanada]),
            Self::K4 => (
                Label::Mixed,
                &[
                    S::OsteoporosisCanada,
                    S::StrengthTrial,
                    S::CochraneExercise,
                    S::HeavyLiftingTrial,
                ],
            ),
            Self::K5 => (Label::GeneralAdvice, &[]),
            Self::K6 => (
                Label::NotShown,
                &[S::LegLengthKinds, S::LegLengthSize, S::ShoeLifts],
            ),
            Self::T1 => (
                Label::Traditional,
                &[S::TraditionKidney, S::TraditionStrength],
            ),
            Self::T2 => (Label::Traditional, &[S::TraditionKidney]),
            Self::H2 | Self::T3 => (Label::Traditional, &[S::PointBl23]),
            Self::T4 => (Label::Traditional, &[S::PointKi1, S::PointKi1Card]),
            Self::T5 => (Label::Traditional, &[S::NeedlingReviews]),
        };
        Grounds::new(label, sources)
    }

    /// The label of its note, where it has one.
    pub fn note(self) -> Option<Label> {
        match self {
            Self::H1 | Self::H3 | Self::K1 => Some(Label::Caution),
            Self::H2 | Self::K3 | Self::K6 | Self::T1 => Some(Label::GeneralAdvice),
            Self::H4 | Self::K2 | Self::K4 | Self::T5 => Some(Label::Mixed),
            Self::H5 | Self::T3 | Self::T4 => Some(Label::NotShown),
            Self::H6 | Self::K5 | Self::T2 => None,
        }
    }

    /// What its note rests on: where the fact was read, or nothing that was read.
    pub fn note_grounds(self) -> Option<Grounds> {
        Some(match self.note()? {
            Label::GeneralAdvice => Grounds::ADVICE,
            label => Grounds::new(label, self.grounds().sources),
        })
    }
}
