//! The symptom guide in words.

use crate::content::symptoms::SymptomId;

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
