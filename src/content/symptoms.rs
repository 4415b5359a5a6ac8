//! The pages of the symptom guide: the six groups of signs S1–S6, in the order of the article.

ids! {
    /// A page of the guide.
    SymptomId {
        /// S1: pain in the lower back.
        BackPain = "back_pain",
        /// S2: a stoop, a hunched back, less height.
        Stoop = "stoop",
        /// S3: a squeezed chest and belly.
        SqueezedChest = "squeezed_chest",
        /// S4: pressed nerves.
        PressedNerves = "pressed_nerves",
        /// S5: bones that break easily.
        EasyBreaks = "easy_breaks",
        /// S6: long use of pain medicine.
        PainMedicine = "pain_medicine",
    }
}
