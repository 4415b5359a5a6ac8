//! What is said about foods, each with what it rests on. Texts in the namespace `foods`.

use crate::content::evidence::{Grounds, Label};
use crate::content::sources::SourceId as S;

ids! {
    /// What is said about foods.
    Claim {
        /// It is an estimate.
        Estimate = "estimate",
        /// No one food does it.
        Balanced = "balanced",
        /// Protein.
        Protein = "protein",
        /// The powder counts half.
        Powder = "powder",
        /// Targets for calcium.
        CalciumTarget = "calcium_target",
        /// Its upper limit.
        CalciumLimit = "calcium_limit",
        /// Tablets.
        Tablets = "tablets",
        /// Greens and warfarin.
        CareGreens = "care_greens",
        /// Calcium beside thyroid tablets, bone tablets and some antibiotics.
        CareCalcium = "care_calcium",
        /// Fact F5: dried small fish and dried shrimp.
        F5 = "f5",
        /// Peeled shrimp.
        PeeledShrimp = "peeled_shrimp",
        /// Salt in dried fish.
        FishSalt = "fish_salt",
        /// Who should ask before eating much of it.
        FishAsk = "fish_ask",
        /// Dried fish is fish, dried shrimp is shellfish.
        FishAllergy = "fish_allergy",
        /// Fact F6: shiitake.
        F6 = "f6",
        /// What UV light does.
        MushroomUv = "mushroom_uv",
        /// Shiitake dried in the sun.
        MushroomSun = "mushroom_sun",
        /// What is more reliable.
        BetterVitaminD = "better_vitamin_d",
        /// Targets for vitamin D.
        VitaminDTarget = "vitamin_d_target",
    }
}

impl Claim {
    /// About the sum.
    pub const SUM: &[Self] = &[
        Self::Balanced,
        Self::Protein,
        Self::Estimate,
        Self::CalciumTarget,
        Self::CalciumLimit,
        Self::Tablets,
        Self::Powder,
    ];
    /// What stands beside the greens, where they are tapped.
    pub const AT_GREENS: &[Self] = &[Self::CareGreens];
    /// What stands beside foods and tablets rich in calcium, where they are tapped.
    pub const AT_CALCIUM: &[Self] = &[Self::CareCalcium];
    /// About small fish and shrimp.
    pub const FISH: &[Self] = &[
        Self::F5,
        Self::PeeledShrimp,
        Self::FishSalt,
        Self::FishAsk,
        Self::FishAllergy,
    ];
    /// About mushrooms and vitamin D.
    pub const VITAMIN_D: &[Self] = &[
        Self::F6,
        Self::MushroomUv,
        Self::MushroomSun,
        Self::BetterVitaminD,
        Self::VitaminDTarget,
    ];

    /// What it rests on.
    pub fn grounds(self) -> Grounds {
        let (label, sources): (_, &'static [S]) = match self {
            Self::Balanced
            | Self::Protein
            | Self::Estimate
            | Self::Powder
            | Self::Tablets
            | Self::FishAsk
            | Self::BetterVitaminD => {
                return Grounds::ADVICE;
            }
            Self::CalciumTarget => (
                Label::Supported,
                &[S::CalciumTargets, S::CalciumTargetsWebmd],
            ),
            Self::CalciumLimit => (Label::Caution, &[S::CalciumLimit, S::CalciumTargets]),
            Self::CareGreens => (Label::Supported, &[S::VitaminK]),
            Self::CareCalcium => (Label::Caution, &[S::MedicineTiming, S::BoneTablets]),
            Self::F5 => (Label::Supported, &[S::UsdaSr28, S::Niboshi, S::DriedShrimp]),
            Self::PeeledShrimp => (Label::Supported, &[S::UsdaSr28, S::DriedShrimp]),
            Self::FishSalt => (Label::Caution, &[S::DriedSardineSalt]),
            Self::FishAllergy => (Label::Caution, &[S::Allergens]),
            Self::F6 => (Label::Mixed, &[S::UsdaSr28, S::MushroomUv]),
            Self::MushroomUv => (Label::Supported, &[S::MushroomUv]),
            Self::MushroomSun => (Label::Caution, &[S::MushroomSun]),
            Self::VitaminDTarget => (Label::Supported, &[S::VitaminDTargets, S::VitaminDLimit]),
        };
        Grounds::new(label, sources)
    }
}
