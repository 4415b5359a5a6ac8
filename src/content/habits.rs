//! What is known about what to go easy on (facts F8 and F9), and one small suggestion for each.
//!
//! Texts in the namespace `habits`.

use super::evidence::{Grounds, Label};
use super::sources::SourceId as S;
use crate::domain::habits::Habit;

ids! {
    /// What is said about habits.
    HabitClaim {
        /// Fact F8: smoking, alcohol, caffeine and fizzy drinks are said to lose calcium.
        F8 = "f8",
        /// Fact F9: late nights and stress.
        F9 = "f9",
        /// Smoking and hip fractures.
        SmokingHip = "smoking_hip",
        /// What stopping does.
        SmokingStop = "smoking_stop",
        /// Much alcohol and hip fractures.
        AlcoholHip = "alcohol_hip",
        /// Any alcohol and fractures.
        AlcoholAny = "alcohol_any",
        /// Alcohol and falls.
        AlcoholFalls = "alcohol_falls",
        /// Caffeine and calcium.
        CaffeineCalcium = "caffeine_calcium",
        /// Coffee and fractures.
        CaffeineHip = "caffeine_hip",
        /// How much caffeine.
        CaffeineAmount = "caffeine_amount",
        /// Cola and bone density.
        ColaDensity = "cola_density",
        /// Soft drinks and hip fractures.
        ColaHip = "cola_hip",
        /// Salt and calcium.
        SaltCalcium = "salt_calcium",
        /// Short sleep and bone density.
        SleepDensity = "sleep_density",
        /// Sleeping pills.
        SleepPills = "sleep_pills",
        /// Strain and bone density.
        StressDensity = "stress_density",
        /// A suggestion.
        SmokingTip = "smoking_tip",
        /// A suggestion.
        AlcoholTip = "alcohol_tip",
        /// A suggestion.
        CaffeineTip = "caffeine_tip",
        /// A suggestion.
        ColaTip = "cola_tip",
        /// A suggestion.
        SaltTip = "salt_tip",
        /// A suggestion.
        SleepTip = "sleep_tip",
        /// A suggestion.
        StressTip = "stress_tip",
    }
}

use HabitClaim as C;

/// What is known about a habit, and the suggestion at its end.
pub fn told(habit: Habit) -> (&'static [HabitClaim], HabitClaim) {
    match habit {
        Habit::Smoking => (&[C::SmokingHip, C::SmokingStop], C::SmokingTip),
        Habit::Alcohol => (
            &[C::AlcoholHip, C::AlcoholAny, C::AlcoholFalls],
            C::AlcoholTip,
        ),
        Habit::Caffeine => (
            &[C::CaffeineCalcium, C::CaffeineHip, C::CaffeineAmount],
            C::CaffeineTip,
        ),
        Habit::Cola => (&[C::ColaDensity, C::ColaHip], C::ColaTip),
        Habit::Salt => (&[C::SaltCalcium], C::SaltTip),
        Habit::LateNights => (&[C::SleepDensity, C::SleepPills], C::SleepTip),
        Habit::Stress => (&[C::StressDensity], C::StressTip),
    }
}

/// What stands above all of them.
pub const INTRODUCTION: &[HabitClaim] = &[C::F8, C::F9];

impl HabitClaim {
    /// What it rests on.
    pub fn grounds(self) -> Grounds {
        let (label, sources): (_, &'static [S]) = match self {
            Self::F8 => (
                Label::Mixed,
                &[
                    S::SmokingHip,
                    S::AlcoholHip,
                    S::CaffeineMilk,
                    S::ColaDensity,
                ],
            ),
            Self::F9 => (Label::AssociationOnly, &[S::ShortSleep, S::SocialStress]),
            Self::SmokingHip => (Label::Supported, &[S::SmokingHip]),
            Self::SmokingStop => (Label::Supported, &[S::SmokingStop]),
            Self::AlcoholHip => (Label::Supported, &[S::AlcoholHip, S::AlcoholFrax]),
            Self::AlcoholAny => (Label::Mixed, &[S::AlcoholHip, S::AlcoholDose]),
            Self::CaffeineCalcium => (Label::Mixed, &[S::CaffeineMilk]),
            Self::CaffeineHip => (Label::Mixed, &[S::CoffeeHip, S::CoffeeWomen]),
            Self::CaffeineAmount => (Label::Mixed, &[S::CaffeineLimit, S::CaffeineOldLimit]),
            Self::ColaDensity => (Label::AssociationOnly, &[S::ColaDensity]),
            Self::ColaHip => (Label::Mixed, &[S::SodaHip]),
            Self::SaltCalcium => (Label::Supported, &[S::SaltCalcium]),
            Self::SleepDensity => (Label::AssociationOnly, &[S::ShortSleep]),
            Self::StressDensity => (Label::AssociationOnly, &[S::SocialStress]),
            Self::AlcoholFalls
            | Self::SleepPills
            | Self::SmokingTip
            | Self::AlcoholTip
            | Self::CaffeineTip
            | Self::ColaTip
            | Self::SaltTip
            | Self::SleepTip
            | Self::StressTip => return Grounds::ADVICE,
        };
        Grounds::new(label, sources)
    }
}
