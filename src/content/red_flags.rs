//! The signs that need a doctor (evidence section 2), in three groups by how soon.
//!
//! Texts in the namespace `help`: `<key>` is the sign, `<key>_means` what it may mean, `<key>_do` what to do
//! and not to do meanwhile, which is always general advice.

use super::evidence::{Grounds, Label};
use super::sources::SourceId as S;

ids! {
    /// How soon help is needed.
    Urgency {
        /// Call the emergency number now.
        Now = "now",
        /// See a doctor today.
        Today = "today",
        /// See a doctor soon.
        Soon = "soon",
    }
}

ids! {
    /// A sign.
    RedFlag {
        /// A broken hip.
        HipFracture = "hip_fracture",
        /// A fall without being able to get up.
        CannotGetUp = "cannot_get_up",
        /// A blow to the head.
        HeadInjury = "head_injury",
        /// Numb in the saddle area.
        NumbBetweenLegs = "numb_between_legs",
        /// Both legs weak or numb.
        BothLegsWeak = "both_legs_weak",
        /// Bladder or bowel out of control.
        BladderOrBowel = "bladder_or_bowel",
        /// Chest pain or its relatives.
        ChestPain = "chest_pain",
        /// Breathless, or a cold sweat.
        ShortOfBreath = "short_of_breath",
        /// A faint.
        Fainting = "fainting",
        /// A tearing pain in chest or back.
        TearingPain = "tearing_pain",
        /// Signs of a stroke.
        Stroke = "stroke",
        /// A serious allergic reaction.
        AllergicReaction = "allergic_reaction",
        /// Sudden strong back pain.
        SuddenBackPain = "sudden_back_pain",
        /// Back pain that bends the person or grows with standing.
        CannotStandStraight = "cannot_stand_straight",
        /// One leg weak or numb.
        LegWeakOrNumb = "leg_weak_or_numb",
        /// Back pain with other signs of illness.
        BackPainAndIll = "back_pain_and_ill",
        /// A bone hurts after a fall.
        BonePainAfterFall = "bone_pain_after_fall",
        /// Walking still hurts after a fall.
        WalkingHurtsAfterFall = "walking_hurts_after_fall",
        /// A swollen or sore calf.
        SoreCalf = "sore_calf",
        /// Height lost.
        HeightLoss = "height_loss",
        /// A new stoop.
        NewStoop = "new_stoop",
        /// An easy break after 50.
        BreakAfter50 = "break_after_50",
        /// Falls, more than one in a year.
        RepeatedFalls = "repeated_falls",
        /// Dizziness.
        Dizziness = "dizziness",
        /// Trouble swallowing.
        HardToSwallow = "hard_to_swallow",
        /// Thigh or groin aches under some bone medicines.
        ThighOrGroinAche = "thigh_or_groin_ache",
        /// Jaw trouble under some bone medicines.
        JawTrouble = "jaw_trouble",
    }
}

impl RedFlag {
    /// How soon help is needed.
    pub fn urgency(self) -> Urgency {
        match self {
            Self::HipFracture
            | Self::CannotGetUp
            | Self::HeadInjury
            | Self::NumbBetweenLegs
            | Self::BothLegsWeak
            | Self::BladderOrBowel
            | Self::ChestPain
            | Self::ShortOfBreath
            | Self::Fainting
            | Self::TearingPain
            | Self::Stroke
            | Self::AllergicReaction => Urgency::Now,
            Self::SuddenBackPain
            | Self::CannotStandStraight
            | Self::LegWeakOrNumb
            | Self::BackPainAndIll
            | Self::BonePainAfterFall
            | Self::WalkingHurtsAfterFall
            | Self::SoreCalf => Urgency::Today,
            Self::HeightLoss
            | Self::NewStoop
            | Self::BreakAfter50
            | Self::RepeatedFalls
            | Self::Dizziness
            | Self::HardToSwallow
            | Self::ThighOrGroinAche
            | Self::JawTrouble => Urgency::Soon,
        }
    }

    /// The signs of a group, in the order they are shown.
    pub fn of(urgency: Urgency) -> impl Iterator<Item = Self> {
        Self::ALL
            .iter()
            .copied()
            .filter(move |flag| flag.urgency() == urgency)
    }

    /// What it rests on.
    pub fn grounds(self) -> Grounds {
        let sources: &'static [S] = match self {
            Self::HipFracture => &[S::HipFractureNhs, S::HipFractureTrust],
            Self::NumbBetweenLegs | Self::BothLegsWeak | Self::BladderOrBowel => &[
                S::CaudaEquina,
                S::CaudaEquinaNhs,
                S::CaudaEquinaOxford,
                S::CaudaEquinaTime,
            ],
            Self::ChestPain | Self::ShortOfBreath => &[S::HeartSignsCdc, S::HeartSignsAha],
            Self::SuddenBackPain | Self::CannotStandStraight => {
                &[S::SpineFracture, S::SpineFractureClinic]
            }
            Self::WalkingHurtsAfterFall => &[S::BeforeExercise],
            Self::HeightLoss => &[S::HeightLossAnswer, S::HeightLoss, S::IofRiskCheck],
            Self::NewStoop => &[S::SilentDisease],
            Self::BreakAfter50 => &[S::SilentDisease, S::IofRiskCheck],
            Self::CannotGetUp
            | Self::HeadInjury
            | Self::Fainting
            | Self::TearingPain
            | Self::Stroke
            | Self::AllergicReaction
            | Self::LegWeakOrNumb
            | Self::BackPainAndIll
            | Self::BonePainAfterFall
            | Self::SoreCalf
            | Self::RepeatedFalls
            | Self::Dizziness
            | Self::HardToSwallow
            | Self::ThighOrGroinAche
            | Self::JawTrouble => return Grounds::ADVICE,
        };
        Grounds::new(Label::Supported, sources)
    }
}
