//! The statements of the guide, and what each rests on.

use Statement as T;

use crate::content::evidence::{Grounds, Label};
use crate::content::sources::SourceId as S;

ids! {
    /// A statement of the guide.
    Statement {
        /// The opening, 1.
        IntroSilent = "intro_silent",
        /// The opening, 2.
        IntroClues = "intro_clues",
        /// The opening, 3.
        IntroNotATest = "intro_not_a_test",
        /// S1, what, 1.
        BackWhat = "back_what",
        /// S1, what, 2.
        BackWhatBreak = "back_what_break",
        /// S1, feels, 1.
        BackFeelsSudden = "back_feels_sudden",
        /// S1, feels, 2.
        BackFeelsSilent = "back_feels_silent",
        /// S1, feels, 3.
        BackFeelsPosture = "back_feels_posture",
        /// S1, else.
        BackElse = "back_else",
        /// S1, why.
        BackWhy = "back_why",
        /// S1, watch, 1.
        BackWatchWhen = "back_watch_when",
        /// S1, watch, 2.
        BackWatchShape = "back_watch_shape",
        /// S1, helps, 1.
        BackHelpsRest = "back_helps_rest",
        /// S1, helps, 2.
        BackHelpsMove = "back_helps_move",
        /// S1, helps, 3.
        BackHelpsLift = "back_helps_lift",
        /// S2, what.
        StoopWhat = "stoop_what",
        /// S2, feels, 1.
        StoopFeels = "stoop_feels",
        /// S2, feels, 2.
        StoopFeelsNight = "stoop_feels_night",
        /// S2, else.
        StoopElse = "stoop_else",
        /// S2, why, 1.
        StoopWhy = "stoop_why",
        /// S2, why, 2.
        StoopWhySilent = "stoop_why_silent",
        /// S2, watch, 1.
        StoopWatchLimits = "stoop_watch_limits",
        /// S2, watch, 2.
        StoopWatchMeasure = "stoop_watch_measure",
        /// S2, watch, 3.
        StoopWatchNotSure = "stoop_watch_not_sure",
        /// S2, helps, 1.
        StoopHelpsBend = "stoop_helps_bend",
        /// S2, helps, 2.
        StoopHelpsTall = "stoop_helps_tall",
        /// S2, helps, 3.
        StoopHelpsNight = "stoop_helps_night",
        /// S3, what.
        ChestWhat = "chest_what",
        /// S3, feels, 1.
        ChestFeelsBreath = "chest_feels_breath",
        /// S3, feels, 2.
        ChestFeelsBelly = "chest_feels_belly",
        /// S3, feels, 3.
        ChestFeelsHeart = "chest_feels_heart",
        /// S3, else.
        ChestElse = "chest_else",
        /// S3, why.
        ChestWhy = "chest_why",
        /// S3, watch.
        ChestWatch = "chest_watch",
        /// S3, helps, 1.
        ChestHelpsEat = "chest_helps_eat",
        /// S3, helps, 2.
        ChestHelpsBreathe = "chest_helps_breathe",
        /// S3, helps, 3.
        ChestHelpsAsk = "chest_helps_ask",
        /// S4, what.
        NervesWhat = "nerves_what",
        /// S4, feels, 1.
        NervesFeelsNow = "nerves_feels_now",
        /// S4, feels, 2.
        NervesFeels = "nerves_feels",
        /// S4, else.
        NervesElse = "nerves_else",
        /// S4, why.
        NervesWhy = "nerves_why",
        /// S4, watch.
        NervesWatch = "nerves_watch",
        /// S4, helps, 1.
        NervesHelpsHold = "nerves_helps_hold",
        /// S4, helps, 2.
        NervesHelpsRest = "nerves_helps_rest",
        /// S4, helps, 3.
        NervesHelpsFeet = "nerves_helps_feet",
        /// S5, what, 1.
        BreaksWhat = "breaks_what",
        /// S5, what, 2.
        BreaksWhatShare = "breaks_what_share",
        /// S5, feels, 1.
        BreaksFeelsHip = "breaks_feels_hip",
        /// S5, feels, 2.
        BreaksFeelsSpine = "breaks_feels_spine",
        /// S5, else.
        BreaksElse = "breaks_else",
        /// S5, why, 1.
        BreaksWhy = "breaks_why",
        /// S5, why, 2.
        BreaksWhySevere = "breaks_why_severe",
        /// S5, watch.
        BreaksWatch = "breaks_watch",
        /// S5, helps, 1.
        BreaksHelpsBalance = "breaks_helps_balance",
        /// S5, helps, 2.
        BreaksHelpsTest = "breaks_helps_test",
        /// S5, helps, 3.
        BreaksHelpsHome = "breaks_helps_home",
        /// S6, what, 1.
        MedicineWhat = "medicine_what",
        /// S6, what, 2.
        MedicineWhatStomach = "medicine_what_stomach",
        /// S6, why, 1.
        MedicineWhyHeart = "medicine_why_heart",
        /// S6, why, 2.
        MedicineWhyAge = "medicine_why_age",
        /// S6, why, 3.
        MedicineWhyLong = "medicine_why_long",
        /// S6, others, 1.
        MedicineParacetamol = "medicine_paracetamol",
        /// S6, others, 2.
        MedicineOpioids = "medicine_opioids",
        /// S6, watch, 1.
        MedicineWatchBleeding = "medicine_watch_bleeding",
        /// S6, watch, 2.
        MedicineWatchSigns = "medicine_watch_signs",
        /// S6, watch, 3.
        MedicineWatchList = "medicine_watch_list",
        /// S6, helps, 1.
        MedicineHelpsLow = "medicine_helps_low",
        /// S6, helps, 2.
        MedicineHelpsAsk = "medicine_helps_ask",
        /// S6, helps, 3.
        MedicineHelpsStop = "medicine_helps_stop",
        /// S6, helps, 4.
        MedicineHelpsElse = "medicine_helps_else",
    }
}

impl Statement {
    /// What it rests on.
    pub fn grounds(self) -> Grounds {
        let (label, sources): (_, &'static [S]) = match self {
            T::IntroSilent | T::BreaksWhat => {
                (Label::Supported, &[S::SilentDisease, S::SilentUntilBreak])
            }
            T::IntroNotATest => (Label::Mixed, &[S::SilentDisease, S::SilentUntilBreak]),
            T::IntroClues | T::BreaksFeelsSpine => {
                (Label::Supported, &[S::SilentDisease, S::IofRiskCheck])
            }
            T::BackWhatBreak => (Label::Supported, &[S::SpineFracture, S::SpineEveryday]),
            T::BackFeelsSudden => (
                Label::Supported,
                &[S::SpineFracture, S::SpineFractureClinic],
            ),
            T::BackFeelsSilent => (Label::Supported, &[S::IofRiskCheck]),
            T::BackFeelsPosture => (Label::Mixed, &[S::SpineFracture]),
            T::BackWhy | T::BreaksWhySevere => {
                (Label::Supported, &[S::SpineEveryday, S::SpineSevere])
            }
            T::BackHelpsLift => (Label::Supported, &[S::UkConsensus, S::UkConsensusSummary]),
            T::StoopWhat | T::StoopWhy => (Label::Supported, &[S::SpineFracture, S::SilentDisease]),
            T::StoopWhySilent => (Label::Supported, &[S::SilentUntilBreak, S::IofRiskCheck]),
            T::StoopWatchLimits => (
                Label::Supported,
                &[S::HeightLossAnswer, S::HeightLoss, S::IofRiskCheck],
            ),
            T::StoopHelpsBend => (Label::Supported, &[S::UkConsensus, S::FlexionStudy]),
            T::ChestWhat | T::ChestFeelsBreath => (Label::Supported, &[S::BreathAndStoop]),
            T::NervesFeelsNow => (
                Label::Supported,
                &[S::CaudaEquina, S::CaudaEquinaOxford, S::CaudaEquinaTime],
            ),
            T::BreaksWhatShare => (Label::Supported, &[S::UkFractures]),
            T::BreaksFeelsHip => (Label::Supported, &[S::HipFractureNhs, S::HipFractureTrust]),
            T::BreaksHelpsBalance => (Label::Supported, &[S::UkConsensus]),
            T::BreaksHelpsTest => (Label::Supported, &[S::TestingAge, S::TestingWhen]),
            T::MedicineWhat => (Label::Supported, &[S::NsaidHeart, S::NsaidKidney]),
            T::MedicineWhyHeart | T::MedicineHelpsLow => {
                (Label::Supported, &[S::NsaidHeart, S::NsaidDose])
            }
            T::MedicineWhyAge => (Label::Supported, &[S::NsaidAge]),
            T::BackWhat
            | T::BackElse
            | T::BackWatchWhen
            | T::BackWatchShape
            | T::BackHelpsRest
            | T::BackHelpsMove
            | T::StoopFeels
            | T::StoopFeelsNight
            | T::StoopElse
            | T::StoopWatchMeasure
            | T::StoopWatchNotSure
            | T::StoopHelpsTall
            | T::StoopHelpsNight
            | T::ChestFeelsBelly
            | T::ChestFeelsHeart
            | T::ChestElse
            | T::ChestWhy
            | T::ChestWatch
            | T::ChestHelpsEat
            | T::ChestHelpsBreathe
            | T::ChestHelpsAsk
            | T::NervesWhat
            | T::NervesFeels
            | T::NervesElse
            | T::NervesWhy
            | T::NervesWatch
            | T::NervesHelpsHold
            | T::NervesHelpsRest
            | T::NervesHelpsFeet
            | T::BreaksElse
            | T::BreaksWhy
            | T::BreaksWatch
            | T::BreaksHelpsHome
            | T::MedicineWhatStomach
            | T::MedicineWhyLong
            | T::MedicineParacetamol
            | T::MedicineOpioids
            | T::MedicineWatchBleeding
            | T::MedicineWatchSigns
            | T::MedicineWatchList
            | T::MedicineHelpsAsk
            | T::MedicineHelpsStop
            | T::MedicineHelpsElse => return Grounds::ADVICE,
        };
        Grounds::new(label, sources)
    }
}
