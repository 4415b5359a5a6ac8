//! The powder: its facts (F1–F4), the steps to make it, how to take it, and what to mind, each with its evidence
//! (section 1.11).
//!
//! Texts in the namespace `recipe`: `<line>`, and `<line>_title` for a step. Times of a step are kitchen habits and
//! no rule; they stand here as numbers, because a text of general advice has no figures.

use super::evidence::{Grounds, Label};
use super::sources::SourceId as S;
use crate::domain::recipe::Ingredient;

ids! {
    /// A statement about the powder.
    Powder {
        /// Sesame and walnuts as traditional foods.
        F1 = "f1",
        /// Calcium in sesame, and that it is bound.
        F1Calcium = "f1_calcium",
        /// The ingredients.
        F2 = "f2",
        /// How it is made.
        F3 = "f3",
        /// Why it is ground.
        F3Why = "f3_why",
        /// How much, how often.
        F4 = "f4",
        /// Look through the seeds.
        StepCheck = "step_check",
        /// Dry-roast.
        StepRoast = "step_roast",
        /// Cool.
        StepCool = "step_cool",
        /// Toast the walnuts, if wished.
        StepToast = "step_toast",
        /// Grind.
        StepGrind = "step_grind",
        /// Mix in the sugar.
        StepMix = "step_mix",
        /// Fill the jar.
        StepStore = "step_store",
        /// How to take it.
        Take = "take",
        /// Never dry from the spoon.
        CareDry = "care_dry",
        /// Trouble with swallowing.
        CareSwallow = "care_swallow",
        /// The hot pan.
        CarePan = "care_pan",
        /// The bowel.
        CareBowel = "care_bowel",
        /// Weight.
        CareWeight = "care_weight",
        /// Keep it cold.
        CareCold = "care_cold",
        /// A small batch, a clean spoon.
        CareFresh = "care_fresh",
        /// The rancid smell.
        CareRancid = "care_rancid",
        /// Salmonella.
        CareGerms = "care_germs",
        /// Bone tablets.
        CareAlendronate = "care_alendronate",
        /// Levothyroxine.
        CareLevothyroxine = "care_levothyroxine",
        /// Antibiotics that bind calcium.
        CareAntibiotics = "care_antibiotics",
        /// Blood thinners.
        CareThinner = "care_thinner",
        /// Kidney stones and kidney disease.
        CareKidney = "care_kidney",
        /// Diabetes.
        CareSugar = "care_sugar",
        /// The two allergens.
        CareAllergens = "care_allergens",
        /// Signs of an allergic reaction.
        CareReaction = "care_reaction",
    }
}

/// What is told as fact, in order.
pub const FACTS: &[Powder] = &[
    Powder::F1,
    Powder::F1Calcium,
    Powder::F2,
    Powder::F3,
    Powder::F3Why,
    Powder::F4,
];

/// The steps, in order.
pub const STEPS: &[Powder] = &[
    Powder::StepCheck,
    Powder::StepRoast,
    Powder::StepCool,
    Powder::StepToast,
    Powder::StepGrind,
    Powder::StepMix,
    Powder::StepStore,
];

/// What needs help at once.
pub const CARE_REACTION: &[Powder] = &[Powder::CareReaction];

/// What to mind when eating it.
pub const CARE_EATING: &[Powder] = &[
    Powder::CareAllergens,
    Powder::CareDry,
    Powder::CareBowel,
    Powder::CareWeight,
];

/// What to mind when making and keeping it.
pub const CARE_KEEPING: &[Powder] = &[
    Powder::CarePan,
    Powder::CareCold,
    Powder::CareFresh,
    Powder::CareRancid,
    Powder::CareGerms,
];

/// What to mind with medicines.
pub const CARE_MEDICINES: &[Powder] = &[
    Powder::CareAlendronate,
    Powder::CareLevothyroxine,
    Powder::CareAntibiotics,
    Powder::CareThinner,
];

/// Who should ask first.
pub const CARE_ASK: &[Powder] = &[Powder::CareKidney, Powder::CareSwallow, Powder::CareSugar];

/// The steps of a batch with or without sugar.
pub fn steps(sugar: bool) -> impl Iterator<Item = Powder> {
    STEPS
        .iter()
        .copied()
        .filter(move |step| sugar || *step != Powder::StepMix)
}

impl Powder {
    /// What it rests on.
    pub fn grounds(self) -> Grounds {
        let (label, sources): (_, &'static [S]) = match self {
            Self::F1 => (Label::Traditional, &[S::SesameHulls, S::TraditionKidney]),
            Self::F1Calcium => (
                Label::Mixed,
                &[
                    S::UsdaSr28,
                    S::SesameHulls,
                    S::SesameOxalate,
                    S::SesamePhytate,
                ],
            ),
            Self::F2 => return Grounds::STORY,
            Self::F3Why => (Label::Supported, &[S::SesameHulls]),
            Self::F4 | Self::CareWeight | Self::CareSugar => (Label::Caution, &[S::UsdaSr28]),
            Self::CareCold => (Label::Supported, &[S::WalnutStorage, S::SeedStorage]),
            Self::CareRancid => (Label::Supported, &[S::WalnutStorage]),
            Self::CareGerms => (Label::Supported, &[S::NutSafety]),
            Self::CareAlendronate => (
                Label::Supported,
                &[S::MedicineTiming, S::BoneTablets, S::BoneTabletsJournal],
            ),
            Self::CareLevothyroxine => (Label::Supported, &[S::MedicineTiming, S::MedicineFood]),
            Self::CareKidney => (
                Label::Caution,
                &[S::SesameOxalate, S::OxalateStones, S::UsdaSr28],
            ),
            Self::CareAllergens => (Label::Supported, &[S::Allergens]),
            Self::F3
            | Self::StepCheck
            | Self::StepRoast
            | Self::StepCool
            | Self::StepToast
            | Self::StepGrind
            | Self::StepMix
            | Self::StepStore
            | Self::Take
            | Self::CareDry
            | Self::CareSwallow
            | Self::CarePan
            | Self::CareBowel
            | Self::CareFresh
            | Self::CareAntibiotics
            | Self::CareThinner
            | Self::CareReaction => return Grounds::ADVICE,
        };
        Grounds::new(label, sources)
    }

    /// How many minutes a step takes, from and to, where it has a time. Kitchen habit (evidence 1.11, not from a
    /// source that was read); for cooling a careful choice.
    pub fn minutes(self) -> Option<(u8, u8)> {
        match self {
            Self::StepRoast => Some((5, 8)),
            Self::StepCool => Some((20, 30)),
            Self::StepToast => Some((8, 10)),
            _ => None,
        }
    }

    /// What a step works with.
    pub fn ingredients(self) -> &'static [Ingredient] {
        use Ingredient::{Sesame, Sugar, Walnuts};
        match self {
            Self::StepCheck | Self::StepRoast | Self::StepCool => &[Sesame],
            Self::StepToast => &[Walnuts],
            Self::StepGrind => &[Sesame, Walnuts],
            Self::StepMix => &[Sugar],
            _ => &[],
        }
    }
}
