//! The symptom guide: what each of its pages says, part by part, and what that rests on (evidence 1.4, 1.5, 2).
//!
//! Texts in the namespace `guide`. Invariant: each statement stands on one page, in one part.

use super::places::Place;
use super::red_flags::RedFlag;
use super::symptoms::SymptomId;

mod statements;

pub use statements::Statement;
use statements::Statement as T;

ids! {
    /// A part of a page, by the question that it answers.
    Part {
        /// What it is.
        What = "part_what",
        /// What it can feel like.
        Feels = "part_feels",
        /// What else it may be.
        Else = "part_else",
        /// Why it happens.
        Why = "part_why",
        /// Other medicines for pain.
        Others = "part_others",
        /// What to watch for.
        Watch = "part_watch",
        /// What helps day to day.
        Helps = "part_helps",
    }
}

ids! {
    /// A drawing that shows why.
    Drawing {
        /// A whole vertebra and one that has sunk.
        Vertebra = "drawing_vertebra",
        /// A straight back and a bent one.
        BackCurve = "drawing_back_curve",
        /// Room for lungs and stomach, and less room.
        SqueezedChest = "drawing_squeezed_chest",
        /// A free nerve and a pressed one.
        PressedNerve = "drawing_pressed_nerve",
        /// Hip, spine and wrist.
        BreakSites = "drawing_break_sites",
    }
}

/// What the guide opens with, before any sign: thin bones are silent.
pub const OPENING: &[Statement] = &[T::IntroSilent, T::IntroClues, T::IntroNotATest];

/// A page: its parts in order, each with its statements.
pub type Page = &'static [(Part, &'static [Statement])];

impl SymptomId {
    /// What its page says.
    pub fn page(self) -> Page {
        match self {
            Self::BackPain => &[
                (Part::What, &[T::BackWhat, T::BackWhatBreak]),
                (
                    Part::Feels,
                    &[T::BackFeelsSudden, T::BackFeelsSilent, T::BackFeelsPosture],
                ),
                (Part::Else, &[T::BackElse]),
                (Part::Why, &[T::BackWhy]),
                (Part::Watch, &[T::BackWatchWhen, T::BackWatchShape]),
                (
                    Part::Helps,
                    &[T::BackHelpsRest, T::BackHelpsMove, T::BackHelpsLift],
                ),
            ],
            Self::Stoop => &[
                (Part::What, &[T::StoopWhat]),
                (Part::Feels, &[T::StoopFeels, T::StoopFeelsNight]),
                (Part::Else, &[T::StoopElse]),
                (Part::Why, &[T::StoopWhy, T::StoopWhySilent]),
                (
                    Part::Watch,
                    &[
                        T::StoopWatchLimits,
                        T::StoopWatchMeasure,
                        T::StoopWatchNotSure,
                    ],
                ),
                (
                    Part::Helps,
                    &[T::StoopHelpsBend, T::StoopHelpsTall, T::StoopHelpsNight],
                ),
            ],
            Self::SqueezedChest => &[
                (Part::What, &[T::ChestWhat]),
                (
                    Part::Feels,
                    &[T::ChestFeelsBreath, T::ChestFeelsBelly, T::ChestFeelsHeart],
                ),
                (Part::Else, &[T::ChestElse]),
                (Part::Why, &[T::ChestWhy]),
                (Part::Watch, &[T::ChestWatch]),
                (
                    Part::Helps,
                    &[T::ChestHelpsEat, T::ChestHelpsBreathe, T::ChestHelpsAsk],
                ),
            ],
            Self::PressedNerves => &[
                (Part::What, &[T::NervesWhat]),
                (Part::Feels, &[T::NervesFeelsNow, T::NervesFeels]),
                (Part::Else, &[T::NervesElse]),
                (Part::Why, &[T::NervesWhy]),
                (Part::Watch, &[T::NervesWatch]),
                (
                    Part::Helps,
                    &[T::NervesHelpsHold, T::NervesHelpsRest, T::NervesHelpsFeet],
                ),
            ],
            Self::EasyBreaks => &[
                (Part::What, &[T::BreaksWhat, T::BreaksWhatShare]),
                (Part::Feels, &[T::BreaksFeelsHip, T::BreaksFeelsSpine]),
                (Part::Else, &[T::BreaksElse]),
                (Part::Why, &[T::BreaksWhy, T::BreaksWhySevere]),
                (Part::Watch, &[T::BreaksWatch]),
                (
                    Part::Helps,
                    &[
                        T::BreaksHelpsBalance,
                        T::BreaksHelpsTest,
                        T::BreaksHelpsHome,
                    ],
                ),
            ],
            Self::PainMedicine => &[
                (Part::What, &[T::MedicineWhat, T::MedicineWhatStomach]),
                (
                    Part::Why,
                    &[T::MedicineWhyHeart, T::MedicineWhyAge, T::MedicineWhyLong],
                ),
                (Part::Others, &[T::MedicineParacetamol, T::MedicineOpioids]),
                (
                    Part::Watch,
                    &[
                        T::MedicineWatchBleeding,
                        T::MedicineWatchSigns,
                        T::MedicineWatchList,
                    ],
                ),
                (
                    Part::Helps,
                    &[
                        T::MedicineHelpsLow,
                        T::MedicineHelpsAsk,
                        T::MedicineHelpsStop,
                        T::MedicineHelpsElse,
                    ],
                ),
            ],
        }
    }

    /// What its page begins with, before when to get help: the first statement of all.
    pub fn opening(self) -> &'static [Statement] {
        let first = self.page().first().and_then(|(_, said)| said.get(..1));
        first.unwrap_or_default()
    }

    /// The part that stands open on its page; the others are folded. What says when to call is not folded.
    pub fn open_part(self) -> Part {
        match self {
            // The signs of bleeding.
            Self::PainMedicine => Part::Watch,
            _ => Part::Feels,
        }
    }

    /// The signs of "get help" that belong to it, the most urgent first.
    pub fn flags(self) -> &'static [RedFlag] {
        use RedFlag as F;
        match self {
            Self::BackPain => &[
                F::NumbBetweenLegs,
                F::BothLegsWeak,
                F::BladderOrBowel,
                F::ChestPain,
                F::TearingPain,
                F::SuddenBackPain,
                F::CannotStandStraight,
                F::LegWeakOrNumb,
                F::BackPainAndIll,
            ],
            Self::Stoop => &[
                F::ShortOfBreath,
                F::SuddenBackPain,
                F::HeightLoss,
                F::NewStoop,
                F::BreakAfter50,
            ],
            Self::SqueezedChest => &[
                F::ChestPain,
                F::ShortOfBreath,
                F::Fainting,
                F::NewStoop,
                F::HardToSwallow,
            ],
            Self::PressedNerves => &[
                F::NumbBetweenLegs,
                F::BothLegsWeak,
                F::BladderOrBowel,
                F::LegWeakOrNumb,
            ],
            Self::EasyBreaks => &[
                F::HipFracture,
                F::CannotGetUp,
                F::HeadInjury,
                F::SuddenBackPain,
                F::BonePainAfterFall,
                F::WalkingHurtsAfterFall,
                F::BreakAfter50,
                F::RepeatedFalls,
            ],
            Self::PainMedicine => &[F::ChestPain, F::ShortOfBreath, F::Stroke, F::Dizziness],
        }
    }

    /// Pages that go on from it.
    pub fn see_also(self) -> &'static [Place] {
        use Place as P;
        match self {
            Self::BackPain => &[P::PainMedicine, P::PressedNerves, P::Height],
            Self::Stoop => &[P::Height, P::BoneTest, P::SqueezedChest],
            Self::SqueezedChest => &[P::Stoop, P::Height],
            Self::PressedNerves | Self::PainMedicine => &[P::BackPain, P::HomeSafety],
            Self::EasyBreaks => &[P::BoneTest, P::HomeSafety, P::Balance],
        }
    }

    /// The drawing beside the part that says why, where one helps.
    pub fn drawing(self) -> Option<Drawing> {
        Some(match self {
            Self::BackPain => Drawing::Vertebra,
            Self::Stoop => Drawing::BackCurve,
            Self::SqueezedChest => Drawing::SqueezedChest,
            Self::PressedNerves => Drawing::PressedNerve,
            Self::EasyBreaks => Drawing::BreakSites,
            Self::PainMedicine => return None,
        })
    }
}
