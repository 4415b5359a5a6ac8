//! The checks in words.

use crate::content::checks::{CheckId, Room, Says};
use crate::domain::bone_test::{Foundation, TaskForce};
use crate::domain::chair_stand::counted;
use crate::domain::height::LengthUnit;
use crate::tr;

by_id! {
    /// The title of a check.
    pub fn title(CheckId in checks) {
        Height = height,
        ChairStand = chair_stand,
        Balance = balance,
        HomeSafety = home_safety,
        BoneTest = bone_test,
    }
}

by_id! {
    /// What a check is, in a line.
    pub fn about(CheckId in checks) {
        Height = about_height,
        ChairStand = about_chair_stand,
        Balance = about_balance,
        HomeSafety = about_home_safety,
        BoneTest = about_bone_test,
    }
}

by_id! {
    /// A part of the list for a safe home.
    pub fn room(Room in checks) {
        Floors = room_floors,
        Stairs = room_stairs,
        Kitchen = room_kitchen,
        Bathroom = room_bathroom,
        Bedroom = room_bedroom,
        You = room_you,
    }
}

by_id! {
    /// A line of a check.
    pub fn says(Says in checks) {
        HeightSafe = height_safe,
        HeightShoes = height_shoes,
        HeightMorning = height_morning,
        HeightWall = height_wall,
        HeightBook = height_book,
        HeightTwice = height_twice,
        HeightSwing = height_swing,
        HeightLimits = height_limits,
        HeightNoLoss = height_no_loss,
        ChairSafe = chair_safe,
        ChairCompany = chair_company,
        ChairSeat = chair_seat,
        ChairSit = chair_sit,
        ChairArms = chair_arms,
        ChairRise = chair_rise,
        ChairHalf = chair_half,
        ChairUsedArms = chair_used_arms,
        ChairMeaning = chair_meaning,
        BalanceSafe = balance_safe,
        BalanceHelper = balance_helper,
        BalanceEyes = balance_eyes,
        BalanceHold = balance_hold,
        BalanceMeaning = balance_meaning,
        BalanceMisses = balance_misses,
        HomeSafe = home_safe,
        HomeHowMany = home_how_many,
        HomePath = home_path,
        HomeRugs = home_rugs,
        HomeThings = home_things,
        HomeCords = home_cords,
        HomeStepsClear = home_steps_clear,
        HomeStepsEven = home_steps_even,
        HomeStairsLight = home_stairs_light,
        HomeStairsBulb = home_stairs_bulb,
        HomeStairsCarpet = home_stairs_carpet,
        HomeStairsRails = home_stairs_rails,
        HomeWaistHeight = home_waist_height,
        HomeStepStool = home_step_stool,
        HomeBathMat = home_bath_mat,
        HomeBathBars = home_bath_bars,
        HomeBedLamp = home_bed_lamp,
        HomeNightLight = home_night_light,
        HomeExercise = home_exercise,
        HomeMedicines = home_medicines,
        HomeEyes = home_eyes,
        HomeRiseSlowly = home_rise_slowly,
        HomeShoes = home_shoes,
        HomeBright = home_bright,
        HomeNumbers = home_numbers,
        HomePhoneLow = home_phone_low,
        HomeVitaminD = home_vitamin_d,
        BoneSafe = bone_safe,
        BoneBreak = bone_break,
        BoneHeight = bone_height,
        BoneParent = bone_parent,
        BoneMenopause = bone_menopause,
        BoneEarly = bone_early,
        BoneSteroids = bone_steroids,
        BoneMedicines = bone_medicines,
        BoneConditions = bone_conditions,
        BoneThin = bone_thin,
        BoneSmoke = bone_smoke,
        BoneAlcohol = bone_alcohol,
        BoneFalls = bone_falls,
        BoneTaskForce = bone_task_force,
        BoneFoundation = bone_foundation,
        BoneDiffer = bone_differ,
        BoneDxa = bone_dxa,
        BoneTScore = bone_t_score,
        BoneTMeans = bone_t_means,
        BoneKiosk = bone_kiosk,
    }
}

by_id! {
    /// What the task force says.
    pub fn task_force(TaskForce in checks) {
        NotSaid = task_not_said,
        NotItsQuestion = task_not_its_question,
        Advises = task_advises,
        AdvisesIfAtRisk = task_advises_if_at_risk,
        NoAdvice = task_no_advice,
        Unclear = task_unclear,
    }
}

by_id! {
    /// What the foundation says.
    pub fn foundation(Foundation in checks) {
        NotSaid = found_not_said,
        AdvisesByAge = found_advises_by_age,
        AdvisesForReason = found_advises_for_reason,
        NoReason = found_no_reason,
    }
}

/// A stance of the balance check by its number (1–4): its name, how to stand, and what its drawing shows.
pub fn stance(number: u8) -> (&'static str, &'static str, &'static str) {
    match number {
        0 | 1 => (
            tr!(checks.stance_one),
            tr!(checks.stance_one_how),
            tr!(checks.stance_one_drawing),
        ),
        2 => (
            tr!(checks.stance_two),
            tr!(checks.stance_two_how),
            tr!(checks.stance_two_drawing),
        ),
        3 => (
            tr!(checks.stance_three),
            tr!(checks.stance_three_how),
            tr!(checks.stance_three_drawing),
        ),
        _ => (
            tr!(checks.stance_four),
            tr!(checks.stance_four_how),
            tr!(checks.stance_four_drawing),
        ),
    }
}

/// A chair stand as a line of the journal.
pub fn chair_line(stands: u8, used_arms: bool) -> String {
    if used_arms {
        tr!(checks.line_chair_arms).to_owned()
    } else {
        tr!(checks.line_chair, n = counted(stands, used_arms))
    }
}

/// A measured height as a line of the journal, in both units.
pub fn height_line(mm: u16) -> String {
    tr!(
        checks.line_height,
        cm = height(mm, LengthUnit::Centimetres),
        feet = height(mm, LengthUnit::Feet)
    )
}

/// A height: "170.5 cm" or "5 ft 7 in".
pub fn height(mm: u16, unit: LengthUnit) -> String {
    match unit {
        LengthUnit::Centimetres => length(mm, unit),
        LengthUnit::Feet => {
            let (feet, inches) = feet_and_inches(mm);
            tr!(checks.feet_inches, feet = feet, inches = inches)
        }
    }
}

/// A length: "4.1 cm" or "1.6 in".
pub fn length(mm: u16, unit: LengthUnit) -> String {
    match unit {
        LengthUnit::Centimetres => tr!(checks.centimetres, n = tenths(u32::from(mm))),
        LengthUnit::Feet => tr!(checks.inches, n = tenths(tenths_of_inch(mm))),
    }
}

/// A height as it is written in the fields: centimetres and nothing, or feet and inches.
pub fn height_in_fields(mm: u16, unit: LengthUnit) -> (String, String) {
    match unit {
        LengthUnit::Centimetres => (tenths(u32::from(mm)), String::new()),
        LengthUnit::Feet => feet_and_inches(mm),
    }
}

fn feet_and_inches(mm: u16) -> (String, String) {
    let inches = tenths_of_inch(mm);
    ((inches / 120).to_string(), tenths(inches % 120))
}

/// A millimetre is 1/25.4 inch; rounded to the tenth of an inch.
fn tenths_of_inch(mm: u16) -> u32 {
    (u32::from(mm) * 100 + 127) / 254
}

/// A number given in tenths: "4.1", and "4" without a needless nought.
fn tenths(number: u32) -> String {
    match number % 10 {
        0 => (number / 10).to_string(),
        share => format!("{}.{share}", number / 10),
    }
}
