//! The signs that need a doctor, in words.

use crate::content::red_flags::{RedFlag, Urgency};

by_id! {
    /// The sign.
    pub fn flag(RedFlag in help) {
        HipFracture = hip_fracture,
        CannotGetUp = cannot_get_up,
        HeadInjury = head_injury,
        NumbBetweenLegs = numb_between_legs,
        BothLegsWeak = both_legs_weak,
        BladderOrBowel = bladder_or_bowel,
        ChestPain = chest_pain,
        ShortOfBreath = short_of_breath,
        Fainting = fainting,
        TearingPain = tearing_pain,
        Stroke = stroke,
        AllergicReaction = allergic_reaction,
        SuddenBackPain = sudden_back_pain,
        CannotStandStraight = cannot_stand_straight,
        LegWeakOrNumb = leg_weak_or_numb,
        BackPainAndIll = back_pain_and_ill,
        BonePainAfterFall = bone_pain_after_fall,
        WalkingHurtsAfterFall = walking_hurts_after_fall,
        SoreCalf = sore_calf,
        HeightLoss = height_loss,
        NewStoop = new_stoop,
        BreakAfter50 = break_after_50,
        RepeatedFalls = repeated_falls,
        Dizziness = dizziness,
        HardToSwallow = hard_to_swallow,
        ThighOrGroinAche = thigh_or_groin_ache,
        JawTrouble = jaw_trouble,
    }
}

by_id! {
    /// The sign in one line, for a list.
    pub fn short(RedFlag in help) {
        HipFracture = hip_fracture_short,
        CannotGetUp = cannot_get_up_short,
        HeadInjury = head_injury_short,
        NumbBetweenLegs = numb_between_legs_short,
        BothLegsWeak = both_legs_weak_short,
        BladderOrBowel = bladder_or_bowel_short,
        ChestPain = chest_pain_short,
        ShortOfBreath = short_of_breath_short,
        Fainting = fainting_short,
        TearingPain = tearing_pain_short,
        Stroke = stroke_short,
        AllergicReaction = allergic_reaction_short,
        SuddenBackPain = sudden_back_pain_short,
        CannotStandStraight = cannot_stand_straight_short,
        LegWeakOrNumb = leg_weak_or_numb_short,
        BackPainAndIll = back_pain_and_ill_short,
        BonePainAfterFall = bone_pain_after_fall_short,
        WalkingHurtsAfterFall = walking_hurts_after_fall_short,
        SoreCalf = sore_calf_short,
        HeightLoss = height_loss_short,
        NewStoop = new_stoop_short,
        BreakAfter50 = break_after_50_short,
        RepeatedFalls = repeated_falls_short,
        Dizziness = dizziness_short,
        HardToSwallow = hard_to_swallow_short,
        ThighOrGroinAche = thigh_or_groin_ache_short,
        JawTrouble = jaw_trouble_short,
    }
}

by_id! {
    /// What it may mean.
    pub fn means(RedFlag in help) {
        HipFracture = hip_fracture_means,
        CannotGetUp = cannot_get_up_means,
        HeadInjury = head_injury_means,
        NumbBetweenLegs = numb_between_legs_means,
        BothLegsWeak = both_legs_weak_means,
        BladderOrBowel = bladder_or_bowel_means,
        ChestPain = chest_pain_means,
        ShortOfBreath = short_of_breath_means,
        Fainting = fainting_means,
        TearingPain = tearing_pain_means,
        Stroke = stroke_means,
        AllergicReaction = allergic_reaction_means,
        SuddenBackPain = sudden_back_pain_means,
        CannotStandStraight = cannot_stand_straight_means,
        LegWeakOrNumb = leg_weak_or_numb_means,
        BackPainAndIll = back_pain_and_ill_means,
        BonePainAfterFall = bone_pain_after_fall_means,
        WalkingHurtsAfterFall = walking_hurts_after_fall_means,
        SoreCalf = sore_calf_means,
        HeightLoss = height_loss_means,
        NewStoop = new_stoop_means,
        BreakAfter50 = break_after_50_means,
        RepeatedFalls = repeated_falls_means,
        Dizziness = dizziness_means,
        HardToSwallow = hard_to_swallow_means,
        ThighOrGroinAche = thigh_or_groin_ache_means,
        JawTrouble = jaw_trouble_means,
    }
}

by_id! {
    /// What to do, and not to do, meanwhile.
    pub fn what_to_do(RedFlag in help) {
        HipFracture = hip_fracture_do,
        CannotGetUp = cannot_get_up_do,
        HeadInjury = head_injury_do,
        NumbBetweenLegs = numb_between_legs_do,
        BothLegsWeak = both_legs_weak_do,
        BladderOrBowel = bladder_or_bowel_do,
        ChestPain = chest_pain_do,
        ShortOfBreath = short_of_breath_do,
        Fainting = fainting_do,
        TearingPain = tearing_pain_do,
        Stroke = stroke_do,
        AllergicReaction = allergic_reaction_do,
        SuddenBackPain = sudden_back_pain_do,
        CannotStandStraight = cannot_stand_straight_do,
        LegWeakOrNumb = leg_weak_or_numb_do,
        BackPainAndIll = back_pain_and_ill_do,
        BonePainAfterFall = bone_pain_after_fall_do,
        WalkingHurtsAfterFall = walking_hurts_after_fall_do,
        SoreCalf = sore_calf_do,
        HeightLoss = height_loss_do,
        NewStoop = new_stoop_do,
        BreakAfter50 = break_after_50_do,
        RepeatedFalls = repeated_falls_do,
        Dizziness = dizziness_do,
        HardToSwallow = hard_to_swallow_do,
        ThighOrGroinAche = thigh_or_groin_ache_do,
        JawTrouble = jaw_trouble_do,
    }
}

by_id! {
    /// The heading of a group.
    pub fn group(Urgency in help) {
        Now = group_now,
        Today = group_today,
        Soon = group_soon,
    }
}

by_id! {
    /// What holds for the whole group.
    pub fn group_hint(Urgency in help) {
        Now = group_now_hint,
        Today = group_today_hint,
        Soon = group_soon_hint,
    }
}
