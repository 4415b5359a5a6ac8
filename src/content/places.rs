//! The pages as one can look for them, and which statement stands on which page.
//!
//! Texts in the namespace `search`: `<key>` is what people may call the page, `<key>_line` a line about it.
//! Invariant: [`statements`] names every statement that rests on something, so the list of sources is derived
//! and never typed.

use super::advice;
use super::checks::{CheckId, Says};
use super::daylight::DaylightClaim;
use super::evidence::Grounds;
use super::facts::FactId;
use super::foods::{Claim, Food};
use super::guide::{OPENING, Statement};
use super::habits::HabitClaim;
use super::powder::{Powder, STEPS};
use super::red_flags::RedFlag;
use super::sources::SourceId;
use super::steps::Line;
use super::stories::StoryId;
use super::{questions, symptoms::SymptomId};
use crate::domain::feeling::PainPlace;
use crate::domain::routine::Style;
use crate::domain::safety::{Level, Question};

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
        /// What is known about heel drops.
        HeelDropKnown = "heel_drop_known",
        /// What is known about knee bends.
        KneeBendKnown = "knee_bend_known",
        /// The safety questions.
        Safety = "safety",
        /// Nourish.
        Nourish = "nourish",
        /// The jar of powder.
        Jars = "jars",
        /// How the powder is made.
        Recipe = "recipe",
        /// What to mind with the powder.
        GoodToKnow = "good_to_know",
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
    /// What the safety answers come to.
    Level(Level),
    /// What a style is.
    Style(Style),
    /// The advice after pain.
    Pain(PainPlace),
    /// About the powder.
    Powder(Powder),
    /// The figures of a food.
    Food(Food),
    /// About foods.
    Eating(Claim),
    /// About daylight.
    Daylight(DaylightClaim),
    /// About habits.
    Habit(HabitClaim),
    /// Of a check.
    Check(Says),
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
            Self::Level(level) => advice::of_level(level),
            Self::Style(style) => advice::of_style(style),
            Self::Pain(place) => advice::of_pain(place),
            Self::Powder(id) => id.grounds(),
            Self::Food(id) => id.grounds(),
            Self::Eating(id) => id.grounds(),
            Self::Daylight(id) => id.grounds(),
            Self::Habit(id) => id.grounds(),
            Self::Check(id) => id.grounds(),
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

impl From<CheckId> for Place {
    fn from(check: CheckId) -> Self {
        match check {
            CheckId::Height => Self::Height,
            CheckId::ChairStand => Self::ChairStand,
            CheckId::Balance => Self::Balance,
            CheckId::HomeSafety => Self::HomeSafety,
            CheckId::BoneTest => Self::BoneTest,
        }
    }
}

/// The page on which a fact is told.
fn place_of_fact(fact: FactId) -> Place {
    match fact.key().as_bytes().first() {
        Some(b'h') => Place::HeelDropKnown,
        Some(b'k') => Place::KneeBendKnown,
        _ => Place::Traditional,
    }
}

/// The page on which something about the powder is told.
fn place_of_powder(line: Powder) -> Place {
    if line == Powder::Take || STEPS.contains(&line) {
        Place::Recipe
    } else {
        Place::GoodToKnow
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
    for level in Level::ALL {
        tell(Place::Safety, Said::Level(level));
    }
    for style in Style::ALL {
        tell(Place::Moves, Said::Style(style));
    }
    for place in PainPlace::ALL {
        tell(Place::Moves, Said::Pain(place));
    }
    for id in Powder::ALL {
        tell(place_of_powder(*id), Said::Powder(*id));
    }
    for id in Food::ALL {
        tell(Place::Foods, Said::Food(*id));
    }
    for id in Claim::ALL {
        tell(Place::Foods, Said::Eating(*id));
    }
    for id in DaylightClaim::ALL {
        tell(Place::Nourish, Said::Daylight(*id));
    }
    for id in HabitClaim::ALL {
        tell(Place::Habits, Said::Habit(*id));
    }
    for id in Says::ALL {
        tell(id.check().into(), Said::Check(*id));
    }
    all
}

/// Every source, with the pages that have a statement resting on it, in the order of the pages.
pub fn supported(statements: &[(Place, Said)]) -> Vec<(SourceId, Vec<Place>)> {
    let mut supported: Vec<(SourceId, Vec<Place>)> =
        SourceId::ALL.iter().map(|id| (*id, Vec::new())).collect();
    for (place, said) in statements {
        for source in said.grounds().sources {
            // A source stands in the list of all where it stands in the enum.
            let (_, places) = &mut supported[*source as usize];
            let at = places.partition_point(|before| before < place);
            if places.get(at) != Some(place) {
                places.insert(at, *place);
            }
        }
    }
    supported
}
