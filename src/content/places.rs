//! The pages as one can look for them, and which statement stands on which page.
//!
//! Texts in the namespace `search`: `<key>` is what people may call the page, `<key>_line` a line about it.
//! Invariant: [`statements`] names every statement that rests on something, so the list of sources is derived
//! and never typed.

use super::evidence::Grounds;
use super::facts::FactId;
use super::guide::{OPENING, Statement};
use super::red_flags::RedFlag;
use super::sources::SourceId;
use super::steps::Line;
use super::stories::StoryId;
use super::{questions, symptoms::SymptomId};
use crate::domain::safety::Question;

ids! {
    /// A page that can be looked for.
    Place {
        /// Get help.
        GetHelp = "get_help",
        /// The guide.
        Symptoms = "symptoms",
        /// S1.
        BackPain = "back_pain",
        /// S2.
        Stoop = "stoop",
        /// S3.
        SqueezedChest = "squeezed_chest",
        /// S4.
        PressedNerves = "pressed_nerves",
        /// S5.
        EasyBreaks = "easy_breaks",
        /// S6.
        PainMedicine = "pain_medicine",
        /// Look and note.
        LookAndNote = "look_and_note",
        /// Facts and figures.
        Facts = "facts",
        /// Checks at home.
        Checks = "checks",
        /// Height.
        Height = "height",
        /// The chair stand.
        ChairStand = "chair_stand",
        /// The balance check.
        Balance = "balance",
        /// A safe home.
        HomeSafety = "home_safety",
        /// A bone-density test.
        BoneTest = "bone_test",
        /// The traditional view.
        Traditional = "traditional",
        /// Sources and evidence.
        Sources = "sources",
        /// The exercises.
        Moves = "moves",
        /// Heel drops.
        HeelDrop = "heel_drop",
        /// Knee bends.
        KneeBend = "knee_bend",
        /// The safety questions.
        Safety = "safety",
        /// Nourish.
        Nourish = "nourish",
        /// The powder.
        Recipe = "recipe",
        /// Foods and calcium.
        Foods = "foods",
        /// What to go easy on.
        Habits = "habits",
        /// The journal.
        Journal = "journal",
        /// Settings.
        Settings = "settings",
    }
}

/// A statement that a page makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// Of the guide.
    Guide(Statement),
    /// About why it matters.
    Story(StoryId),
    /// About the exercises and the tradition.
    Fact(FactId),
    /// A sign that needs a doctor.
    Flag(RedFlag),
    /// An instruction.
    Line(Line),
    /// A safety question.
    Question(Question),
}

impl Said {
    /// What it rests on.
    pub fn grounds(self) -> Grounds {
        match self {
            Self::Guide(id) => id.grounds(),
            Self::Story(id) => id.grounds(),
            Self::Fact(id) => id.grounds(),
            Self::Flag(id) => id.grounds(),
            Self::Line(id) => id.grounds(),
            Self::Question(id) => questions::grounds(id),
        }
    }
}

impl From<SymptomId> for Place {
    fn from(symptom: SymptomId) -> Self {
        match symptom {
            SymptomId::BackPain => Self::BackPain,
            SymptomId::Stoop => Self::Stoop,
            SymptomId::SqueezedChest => Self::SqueezedChest,
            SymptomId::PressedNerves => Self::PressedNerves,
            SymptomId::EasyBreaks => Self::EasyBreaks,
            SymptomId::PainMedicine => Self::PainMedicine,
        }
    }
}

/// The page on which a fact is told.
fn place_of_fact(fact: FactId) -> Place {
    match fact.key().as_bytes().first() {
        Some(b'h') => Place::HeelDrop,
        Some(b'k') => Place::KneeBend,
        _ => Place::Traditional,
    }
}

/// Every statement with its page, page by page.
pub fn statements() -> Vec<(Place, Said)> {
    let mut all: Vec<(Place, Said)> = Vec::new();
    let mut tell = |place, said| all.push((place, said));
    for flag in RedFlag::ALL {
        tell(Place::GetHelp, Said::Flag(*flag));
    }
    for statement in OPENING {
        tell(Place::Symptoms, Said::Guide(*statement));
    }
    for symptom in SymptomId::ALL {
        for (_, statements) in symptom.page() {
            for statement in *statements {
                tell((*symptom).into(), Said::Guide(*statement));
            }
        }
    }
    for story in StoryId::ALL {
        tell(Place::Facts, Said::Story(*story));
    }
    for fact in FactId::ALL {
        tell(place_of_fact(*fact), Said::Fact(*fact));
    }
    for line in Line::ALL {
        tell(Place::Moves, Said::Line(*line));
    }
    for question in Question::ALL {
        tell(Place::Safety, Said::Question(question));
    }
    all
}

/// The pages with a statement that rests on a source, in the order of the pages.
pub fn supported_by(source: SourceId, statements: &[(Place, Said)]) -> Vec<Place> {
    let rests = |place: &Place| {
        statements
            .iter()
            .any(|(on, said)| on == place && said.grounds().sources.contains(&source))
    };
    Place::ALL.iter().copied().filter(rests).collect()
}
