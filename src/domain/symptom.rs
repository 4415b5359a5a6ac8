//! The six groups of signs that the guide tells of, and what was noted of them.

use serde::Serialize;

use super::day::LocalDay;
use super::entry::{Entry, Kind};
use super::journal::Journal;
use super::saved::words;

/// A group of signs, which is a page of the guide: S1–S6 in the order of the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SymptomId {
    /// S1: pain in the lower back.
    BackPain,
    /// S2: a stoop, a hunched back, less height.
    Stoop,
    /// S3: a squeezed chest and belly.
    SqueezedChest,
    /// S4: pressed nerves.
    PressedNerves,
    /// S5: bones that break easily.
    EasyBreaks,
    /// S6: long use of pain medicine.
    PainMedicine,
}

words!(SymptomId {
    BackPain = "back_pain",
    Stoop = "stoop",
    SqueezedChest = "squeezed_chest",
    PressedNerves = "pressed_nerves",
    EasyBreaks = "easy_breaks",
    PainMedicine = "pain_medicine",
});

impl SymptomId {
    /// All, in the order they are shown.
    pub const ALL: &'static [Self] = &[
        Self::BackPain,
        Self::Stoop,
        Self::SqueezedChest,
        Self::PressedNerves,
        Self::EasyBreaks,
        Self::PainMedicine,
    ];
}

/// The latest entry of a day that says this was noticed, unless it was taken back.
pub fn noted(journal: &Journal, symptom: SymptomId, day: LocalDay) -> Option<&Entry> {
    let kind = Kind::Sign { symptom };
    journal.of_day(day).rev().find(|entry| entry.kind == kind)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::{Instant, Now};
    use crate::domain::entry::EntryId;
    use crate::domain::model::{Event, Model, Stamp, update};

    fn day() -> LocalDay {
        LocalDay::new(2026, 11, 22).unwrap()
    }

    fn send(model: &mut Model, event: Event, number: u64) {
        let now = Now {
            at: Instant(i64::try_from(number).unwrap()),
            day: day(),
        };
        let id = EntryId::of_number(number);
        update(model, event, Stamp { now, id });
    }

    #[test]
    fn each_sign_is_written_by_its_name_and_read_back() {
        for symptom in SymptomId::ALL {
            let kind = Kind::Sign { symptom: *symptom };
            let text = serde_json::to_string(&kind).unwrap();
            assert_eq!(serde_json::from_str::<Kind>(&text).unwrap(), kind, "{text}");
        }
        let kind = Kind::Sign {
            symptom: SymptomId::BackPain,
        };
        let text = serde_json::to_string(&kind).unwrap();
        assert_eq!(text, r#"{"sign":{"symptom":"back_pain"}}"#);
        assert!(serde_json::from_str::<Kind>(r#"{"sign":{"symptom":"none"}}"#).is_err());
    }

    #[test]
    fn what_was_noted_today_is_found_until_it_is_taken_back() {
        let mut model = Model::new(day());
        let stoop = Kind::Sign {
            symptom: SymptomId::Stoop,
        };
        let found = |model: &Model, symptom| {
            noted(&model.journal, symptom, day()).map(|entry| entry.id.clone())
        };
        assert_eq!(found(&model, SymptomId::Stoop), None);
        send(&mut model, Event::Noted(Box::new(stoop)), 1);
        assert_eq!(found(&model, SymptomId::Stoop), Some(EntryId::of_number(1)));
        assert_eq!(found(&model, SymptomId::BackPain), None);
        let tomorrow = LocalDay::new(2026, 11, 23).unwrap();
        assert_eq!(noted(&model.journal, SymptomId::Stoop, tomorrow), None);
        send(&mut model, Event::Undid(EntryId::of_number(1)), 2);
        assert_eq!(found(&model, SymptomId::Stoop), None);
    }
}
