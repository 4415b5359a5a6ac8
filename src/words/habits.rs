//! What to go easy on, in words.

use crate::content::habits::HabitClaim;
use crate::domain::habits::Habit;
use crate::tr;

by_id! {
    /// Its name.
    pub fn habit(Habit in habits) {
        Smoking = smoking,
        Alcohol = alcohol,
        Caffeine = caffeine,
        Cola = cola,
        Salt = salt,
        LateNights = late_nights,
        Stress = stress,
    }
}

by_id! {
    /// The name of the switch of its tally.
    pub fn switch(Habit in habits) {
        Smoking = smoking_switch,
        Alcohol = alcohol_switch,
        Caffeine = caffeine_switch,
        Cola = cola_switch,
        Salt = salt_switch,
        LateNights = late_nights_switch,
        Stress = stress_switch,
    }
}

by_id! {
    /// The words on the button of its tally.
    pub fn tap(Habit in habits) {
        Smoking = smoking_tap,
        Alcohol = alcohol_tap,
        Caffeine = caffeine_tap,
        Cola = cola_tap,
        Salt = salt_tap,
        LateNights = late_nights_tap,
        Stress = stress_tap,
    }
}

by_id! {
    /// What is said.
    pub fn claim(HabitClaim in habits) {
        F8 = f8,
        F9 = f9,
        SmokingHip = smoking_hip,
        SmokingStop = smoking_stop,
        AlcoholHip = alcohol_hip,
        AlcoholAny = alcohol_any,
        AlcoholFalls = alcohol_falls,
        CaffeineCalcium = caffeine_calcium,
        CaffeineHip = caffeine_hip,
        CaffeineAmount = caffeine_amount,
        ColaDensity = cola_density,
        ColaHip = cola_hip,
        SaltCalcium = salt_calcium,
        SleepDensity = sleep_density,
        SleepPills = sleep_pills,
        StressDensity = stress_density,
        SmokingTip = smoking_tip,
        AlcoholTip = alcohol_tip,
        CaffeineTip = caffeine_tip,
        ColaTip = cola_tip,
        SaltTip = salt_tip,
        SleepTip = sleep_tip,
        StressTip = stress_tip,
    }
}

/// A line of the journal.
pub fn line(key: &str) -> String {
    Habit::of_key(key).map_or_else(
        || tr!(habits.other_habit).to_owned(),
        |one| tr!(habits.line, habit = habit(one), what = tap(one)),
    )
}
