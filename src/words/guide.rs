//! The symptom guide in words.

use crate::content::guide::{Drawing, Part, Statement};
use crate::content::symptoms::SymptomId;
use crate::tr;

by_id! {
    /// The title of a page of the guide.
    pub fn title(SymptomId in guide) {
        BackPain = back_pain,
        Stoop = stoop,
        SqueezedChest = squeezed_chest,
        PressedNerves = pressed_nerves,
        EasyBreaks = easy_breaks,
        PainMedicine = pain_medicine,
    }
}

by_id! {
    /// A statement of the guide.
    pub fn statement(Statement in guide) {
        IntroSilent = intro_silent,
        IntroClues = intro_clues,
        IntroNotATest = intro_not_a_test,
        BackWhat = back_what,
        BackWhatBreak = back_what_break,
        BackFeelsSudden = back_feels_sudden,
        BackFeelsSilent = back_feels_silent,
        BackFeelsPosture = back_feels_posture,
        BackElse = back_else,
        BackWhy = back_why,
        BackWatchWhen = back_watch_when,
        BackWatchShape = back_watch_shape,
        BackHelpsRest = back_helps_rest,
        BackHelpsMove = back_helps_move,
        BackHelpsLift = back_helps_lift,
        StoopWhat = stoop_what,
        StoopFeels = stoop_feels,
        StoopFeelsNight = stoop_feels_night,
        StoopElse = stoop_else,
        StoopWhy = stoop_why,
        StoopWhySilent = stoop_why_silent,
        StoopWatchLimits = stoop_watch_limits,
        StoopWatchMeasure = stoop_watch_measure,
        StoopWatchNotSure = stoop_watch_not_sure,
        StoopHelpsBend = stoop_helps_bend,
        StoopHelpsTall = stoop_helps_tall,
        StoopHelpsNight = stoop_helps_night,
        ChestWhat = chest_what,
        ChestFeelsBreath = chest_feels_breath,
        ChestFeelsBelly = chest_feels_belly,
        ChestFeelsHeart = chest_feels_heart,
        ChestElse = chest_else,
        ChestWhy = chest_why,
        ChestWatch = chest_watch,
        ChestHelpsEat = chest_helps_eat,
        ChestHelpsBreathe = chest_helps_breathe,
        ChestHelpsAsk = chest_helps_ask,
        NervesWhat = nerves_what,
        NervesFeelsNow = nerves_feels_now,
        NervesFeels = nerves_feels,
        NervesElse = nerves_else,
        NervesWhy = nerves_why,
        NervesWatch = nerves_watch,
        NervesHelpsHold = nerves_helps_hold,
        NervesHelpsRest = nerves_helps_rest,
        NervesHelpsFeet = nerves_helps_feet,
        BreaksWhat = breaks_what,
        BreaksWhatShare = breaks_what_share,
        BreaksFeelsHip = breaks_feels_hip,
        BreaksFeelsSpine = breaks_feels_spine,
        BreaksElse = breaks_else,
        BreaksWhy = breaks_why,
        BreaksWhySevere = breaks_why_severe,
        BreaksWatch = breaks_watch,
        BreaksHelpsBalance = breaks_helps_balance,
        BreaksHelpsTest = breaks_helps_test,
        BreaksHelpsHome = breaks_helps_home,
        MedicineWhat = medicine_what,
        MedicineWhatStomach = medicine_what_stomach,
        MedicineWhyHeart = medicine_why_heart,
        MedicineWhyAge = medicine_why_age,
        MedicineWhyLong = medicine_why_long,
        MedicineParacetamol = medicine_paracetamol,
        MedicineOpioids = medicine_opioids,
        MedicineWatchBleeding = medicine_watch_bleeding,
        MedicineWatchSigns = medicine_watch_signs,
        MedicineWatchList = medicine_watch_list,
        MedicineHelpsLow = medicine_helps_low,
        MedicineHelpsAsk = medicine_helps_ask,
        MedicineHelpsStop = medicine_helps_stop,
        MedicineHelpsElse = medicine_helps_else,
    }
}

by_id! {
    /// The heading of a part.
    pub fn part(Part in guide) {
        What = part_what,
        Feels = part_feels,
        Else = part_else,
        Why = part_why,
        Others = part_others,
        Watch = part_watch,
        Helps = part_helps,
    }
}

by_id! {
    /// What a drawing shows, for those who do not see it.
    pub fn drawing(Drawing in guide) {
        Vertebra = drawing_vertebra,
        BackCurve = drawing_back_curve,
        SqueezedChest = drawing_squeezed_chest,
        PressedNerve = drawing_pressed_nerve,
        BreakSites = drawing_break_sites,
    }
}

by_id! {
    /// The line below a drawing.
    pub fn caption(Drawing in guide) {
        Vertebra = caption_vertebra,
        BackCurve = caption_back_curve,
        SqueezedChest = caption_squeezed_chest,
        PressedNerve = caption_pressed_nerve,
        BreakSites = caption_break_sites,
    }
}

/// The journal's line for a sign that was noticed.
pub fn noted(symptom: SymptomId) -> String {
    if symptom == SymptomId::PainMedicine {
        tr!(guide.noted_medicine).to_owned()
    } else {
        tr!(guide.noted, what = title(symptom))
    }
}

/// The words on the button that notes it.
pub fn note_it(symptom: SymptomId) -> &'static str {
    if symptom == SymptomId::PainMedicine {
        tr!(guide.note_medicine_do)
    } else {
        tr!(guide.note_do)
    }
}
