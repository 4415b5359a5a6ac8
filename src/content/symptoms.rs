//! The pages of the symptom guide by their texts.

pub use crate::domain::symptom::SymptomId;

impl SymptomId {
    /// The name of its title in `locales/`.
    pub fn key(self) -> &'static str {
        match self {
            Self::BackPain => "back_pain",
            Self::Stoop => "stoop",
            Self::SqueezedChest => "squeezed_chest",
            Self::PressedNerves => "pressed_nerves",
            Self::EasyBreaks => "easy_breaks",
            Self::PainMedicine => "pain_medicine",
        }
    }
}
