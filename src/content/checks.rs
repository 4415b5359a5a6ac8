//! The checks a person can do at home: what they say, what they list, and what each line rests on.
//!
//! Texts in the namespace `checks`. A line of a list that can be ticked is remembered by its key.

use super::evidence::{Grounds, Label};
use super::sources::SourceId as S;

ids! {
    /// A check.
    CheckId {
        /// Body height, against the tallest and against earlier measurements.
        Height = "height",
        /// The 30-second chair stand.
        ChairStand = "chair_stand",
        /// The 4-stage balance.
        Balance = "balance",
        /// The home safety checklist.
        HomeSafety = "home_safety",
        /// Who should ask for a bone-density test.
        BoneTest = "bone_test",
    }
}

ids! {
    /// One line that a check says, or that can be ticked in it.
    Says {
        /// Height, safety: steady.
        HeightSafe = "height_safe",
        /// No shoes.
        HeightShoes = "height_shoes",
        /// In the morning.
        HeightMorning = "height_morning",
        /// Against the wall.
        HeightWall = "height_wall",
        /// A flat book.
        HeightBook = "height_book",
        /// Same wall, twice.
        HeightTwice = "height_twice",
        /// Small swings.
        HeightSwing = "height_swing",
        /// The two limits.
        HeightLimits = "height_limits",
        /// No loss rules nothing out.
        HeightNoLoss = "height_no_loss",
        /// Chair, safety: when to stop.
        ChairSafe = "chair_safe",
        /// Chair, safety: someone near.
        ChairCompany = "chair_company",
        /// The chair.
        ChairSeat = "chair_seat",
        /// Sit in the middle.
        ChairSit = "chair_sit",
        /// Arms crossed.
        ChairArms = "chair_arms",
        /// Rise and sit.
        ChairRise = "chair_rise",
        /// Over half-way counts.
        ChairHalf = "chair_half",
        /// Arms: nought.
        ChairUsedArms = "chair_used_arms",
        /// Below average.
        ChairMeaning = "chair_meaning",
        /// Balance, safety: not alone.
        BalanceSafe = "balance_safe",
        /// Helper and counter.
        BalanceHelper = "balance_helper",
        /// Eyes open, no cane.
        BalanceEyes = "balance_eyes",
        /// Ten seconds.
        BalanceHold = "balance_hold",
        /// Heel to toe.
        BalanceMeaning = "balance_meaning",
        /// It misses many.
        BalanceMisses = "balance_misses",
        /// Home, safety.
        HomeSafe = "home_safe",
        /// How many fall.
        HomeHowMany = "home_how_many",
        /// Home, floors.
        HomePath = "home_path",
        /// Home, floors.
        HomeRugs = "home_rugs",
        /// Home, floors.
        HomeThings = "home_things",
        /// Home, floors.
        HomeCords = "home_cords",
        /// Home, stairs.
        HomeStepsClear = "home_steps_clear",
        /// Home, stairs.
        HomeStepsEven = "home_steps_even",
        /// Home, stairs.
        HomeStairsLight = "home_stairs_light",
        /// Home, stairs.
        HomeStairsBulb = "home_stairs_bulb",
        /// Home, stairs.
        HomeStairsCarpet = "home_stairs_carpet",
        /// Home, stairs.
        HomeStairsRails = "home_stairs_rails",
        /// Home, kitchen.
        HomeWaistHeight = "home_waist_height",
        /// Home, kitchen.
        HomeStepStool = "home_step_stool",
        /// Home, bathroom.
        HomeBathMat = "home_bath_mat",
        /// Home, bathroom.
        HomeBathBars = "home_bath_bars",
        /// Home, bedroom.
        HomeBedLamp = "home_bed_lamp",
        /// Home, bedroom.
        HomeNightLight = "home_night_light",
        /// Home, you.
        HomeExercise = "home_exercise",
        /// Home, you.
        HomeMedicines = "home_medicines",
        /// Home, you.
        HomeEyes = "home_eyes",
        /// Home, you.
        HomeRiseSlowly = "home_rise_slowly",
        /// Home, you.
        HomeShoes = "home_shoes",
        /// Home, you.
        HomeBright = "home_bright",
        /// Home, you.
        HomeNumbers = "home_numbers",
        /// Home, you.
        HomePhoneLow = "home_phone_low",
        /// Home, you.
        HomeVitaminD = "home_vitamin_d",
        /// Bone test, safety.
        BoneSafe = "bone_safe",
        /// A reason: break.
        BoneBreak = "bone_break",
        /// A reason: height.
        BoneHeight = "bone_height",
        /// A reason: parent.
        BoneParent = "bone_parent",
        /// A reason: menopause.
        BoneMenopause = "bone_menopause",
        /// A reason: early.
        BoneEarly = "bone_early",
        /// A reason: steroids.
        BoneSteroids = "bone_steroids",
        /// A reason: medicines.
        BoneMedicines = "bone_medicines",
        /// A reason: conditions.
        BoneConditions = "bone_conditions",
        /// A reason: thin.
        BoneThin = "bone_thin",
        /// A reason: smoke.
        BoneSmoke = "bone_smoke",
        /// A reason: alcohol.
        BoneAlcohol = "bone_alcohol",
        /// A reason: falls.
        BoneFalls = "bone_falls",
        /// The view of the task force.
        BoneTaskForce = "bone_task_force",
        /// The view of the foundation.
        BoneFoundation = "bone_foundation",
        /// They differ.
        BoneDiffer = "bone_differ",
        /// What the test is like.
        BoneDxa = "bone_dxa",
        /// The T-score.
        BoneTScore = "bone_t_score",
        /// What it compares.
        BoneTMeans = "bone_t_means",
        /// Heel devices.
        BoneKiosk = "bone_kiosk",
    }
}

use Says as L;

/// How to measure height.
pub const HEIGHT_HOW: &[Says] = &[
    L::HeightShoes,
    L::HeightMorning,
    L::HeightWall,
    L::HeightBook,
    L::HeightTwice,
];

/// What a height may mean.
pub const HEIGHT_MEANS: &[Says] = &[L::HeightLimits, L::HeightSwing, L::HeightNoLoss];

/// How the chair stand is done.
pub const CHAIR_HOW: &[Says] = &[
    L::ChairSeat,
    L::ChairSit,
    L::ChairArms,
    L::ChairRise,
    L::ChairHalf,
    L::ChairUsedArms,
];

/// How the balance check is done.
pub const BALANCE_HOW: &[Says] = &[L::BalanceHelper, L::BalanceEyes, L::BalanceHold];

/// What the balance check may mean.
pub const BALANCE_MEANS: &[Says] = &[L::BalanceMeaning, L::BalanceMisses];

/// The two views on who should be tested.
pub const BONE_VIEWS: &[Says] = &[L::BoneTaskForce, L::BoneFoundation, L::BoneDiffer];

/// What the test is.
pub const BONE_ABOUT: &[Says] = &[L::BoneDxa, L::BoneTScore, L::BoneTMeans, L::BoneKiosk];

/// Reasons to ask for a bone-density test, in the order they are asked.
pub const REASONS: &[Says] = &[
    L::BoneBreak,
    L::BoneHeight,
    L::BoneParent,
    L::BoneMenopause,
    L::BoneEarly,
    L::BoneSteroids,
    L::BoneMedicines,
    L::BoneConditions,
    L::BoneThin,
    L::BoneSmoke,
    L::BoneAlcohol,
    L::BoneFalls,
];

ids! {
    /// A part of the list for a safe home.
    Room {
        /// Floors.
        Floors = "room_floors",
        /// Stairs.
        Stairs = "room_stairs",
        /// Kitchen.
        Kitchen = "room_kitchen",
        /// Bathroom.
        Bathroom = "room_bathroom",
        /// Bedroom.
        Bedroom = "room_bedroom",
        /// You.
        You = "room_you",
    }
}

impl Room {
    /// The 25 things of the list, by part (CDC, evidence section 7).
    pub fn items(self) -> &'static [Says] {
        match self {
            Self::Floors => &[L::HomePath, L::HomeRugs, L::HomeThings, L::HomeCords],
            Self::Stairs => &[
                L::HomeStepsClear,
                L::HomeStepsEven,
                L::HomeStairsLight,
                L::HomeStairsBulb,
                L::HomeStairsCarpet,
                L::HomeStairsRails,
            ],
            Self::Kitchen => &[L::HomeWaistHeight, L::HomeStepStool],
            Self::Bathroom => &[L::HomeBathMat, L::HomeBathBars],
            Self::Bedroom => &[L::HomeBedLamp, L::HomeNightLight],
            Self::You => &[
                L::HomeExercise,
                L::HomeMedicines,
                L::HomeEyes,
                L::HomeRiseSlowly,
                L::HomeShoes,
                L::HomeBright,
                L::HomeNumbers,
                L::HomePhoneLow,
                L::HomeVitaminD,
            ],
        }
    }
}

impl Says {
    /// The check that says it: its key begins with the check's name.
    pub fn check(self) -> CheckId {
        match self.key().split('_').next() {
            Some("height") => CheckId::Height,
            Some("chair") => CheckId::ChairStand,
            Some("balance") => CheckId::Balance,
            Some("home") => CheckId::HomeSafety,
            _ => CheckId::BoneTest,
        }
    }

    /// What it rests on.
    pub fn grounds(self) -> Grounds {
        let sources: &'static [S] = match self {
            Self::BalanceMisses => return Grounds::new(Label::Mixed, &[S::BalanceStudy]),
            Self::HeightLimits => &[S::HeightLossAnswer, S::HeightLoss, S::IofRiskCheck],
            Self::HeightNoLoss => &[S::SilentSpine],
            Self::ChairSafe => &[S::FirstStep, S::HamadSafety],
            Self::ChairSeat
            | Self::ChairSit
            | Self::ChairArms
            | Self::ChairRise
            | Self::ChairHalf
            | Self::ChairUsedArms
            | Self::ChairMeaning => &[S::ChairStandTest],
            Self::BalanceSafe => &[S::BalanceAlone],
            Self::BalanceHelper | Self::BalanceEyes | Self::BalanceHold | Self::BalanceMeaning => {
                &[S::StageBalance]
            }
            Self::HomeHowMany => &[S::FallsAtHome],
            Self::HomePath | Self::HomeRugs | Self::HomeThings | Self::HomeCords => {
                &[S::HomeFloors]
            }
            Self::HomeStepsClear
            | Self::HomeStepsEven
            | Self::HomeStairsLight
            | Self::HomeStairsBulb
            | Self::HomeStairsCarpet
            | Self::HomeStairsRails
            | Self::HomeWaistHeight
            | Self::HomeStepStool => &[S::HomeStairs],
            Self::HomeBathMat
            | Self::HomeBathBars
            | Self::HomeBedLamp
            | Self::HomeNightLight
            | Self::HomeExercise
            | Self::HomeMedicines
            | Self::HomeEyes
            | Self::HomeRiseSlowly
            | Self::HomeShoes
            | Self::HomeBright
            | Self::HomeNumbers
            | Self::HomePhoneLow => &[S::HomeBath],
            Self::BoneBreak
            | Self::BoneHeight
            | Self::BoneParent
            | Self::BoneEarly
            | Self::BoneSteroids
            | Self::BoneThin
            | Self::BoneSmoke
            | Self::BoneAlcohol
            | Self::BoneFalls => &[S::IofRiskCheck],
            Self::BoneMenopause => &[S::UsTaskForce],
            Self::BoneConditions => &[S::BoneConditions],
            Self::BoneTaskForce => &[S::UsTaskForce, S::UsTaskForceScope],
            Self::BoneFoundation => &[S::TestingAge, S::TestingWhen],
            Self::BoneDxa => &[S::DxaQuick],
            Self::BoneTScore => &[S::TScore],
            Self::HeightSafe
            | Self::HeightShoes
            | Self::HeightMorning
            | Self::HeightWall
            | Self::HeightBook
            | Self::HeightTwice
            | Self::HeightSwing
            | Self::ChairCompany
            | Self::HomeSafe
            | Self::HomeVitaminD
            | Self::BoneSafe
            | Self::BoneMedicines
            | Self::BoneDiffer
            | Self::BoneTMeans
            | Self::BoneKiosk => return Grounds::ADVICE,
        };
        Grounds::new(Label::Supported, sources)
    }
}
