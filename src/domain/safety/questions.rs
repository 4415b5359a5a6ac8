//! The ten questions and the answers to them.

use serde::{Deserialize, Serialize};

use crate::domain::saved::{record, words};

/// The questions, in the order they are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Question {
    /// A broken bone or an operation in the last three months?
    RecentBreak,
    /// A bone broken in the spine, ever?
    SpineBreak,
    /// New pain in back, hip, groin, thigh or a bone that nobody has explained?
    NewPain,
    /// Heart or breathing trouble, chest pain, fainting, blood pressure out of hand?
    HeartOrBreath,
    /// Any bone broken after the age of 50?
    BreakAfter50,
    /// Told of osteoporosis?
    Osteoporosis,
    /// A fall in the last year, or unsteady?
    Fall,
    /// Dizzy, or light-headed on standing up?
    Dizzy,
    /// Trouble with knee, hip, heel or Achilles tendon, or a joint replaced?
    Joints,
    /// Nothing sturdy at hand to hold on to?
    NoSupport,
}

impl Question {
    /// All, in the order they are asked: the weightiest first.
    pub const ALL: [Self; 10] = [
        Self::RecentBreak,
        Self::SpineBreak,
        Self::NewPain,
        Self::HeartOrBreath,
        Self::BreakAfter50,
        Self::Osteoporosis,
        Self::Fall,
        Self::Dizzy,
        Self::Joints,
        Self::NoSupport,
    ];

    /// What a "yes" (or "not sure") to it means.
    pub fn weight(self) -> Weight {
        match self {
            Self::HeartOrBreath => Weight::Nothing,
            Self::RecentBreak | Self::SpineBreak | Self::NewPain => Weight::NotUntil,
            Self::BreakAfter50 | Self::Osteoporosis | Self::Fall | Self::Dizzy | Self::Joints => {
                Weight::GentleFirst
            }
            Self::NoSupport => Weight::SeatedForNow,
        }
    }

    /// The answers in the order they are offered: what is said with "yes" comes first. One question is asked the other way
    /// round, because people know what they have, not what they lack: "yes, I have a chair" is its "no".
    pub fn answers(self) -> [Answer; 3] {
        match self {
            Self::NoSupport => [Answer::No, Answer::Yes, Answer::NotSure],
            _ => Answer::ALL,
        }
    }

    /// Whether a "yes" to it closes all standing exercise until a doctor or physiotherapist has said yes.
    pub fn is_serious(self) -> bool {
        matches!(self.weight(), Weight::Nothing | Weight::NotUntil)
    }
}

/// What a "yes" leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// No exercise at all, not even sitting, until a doctor has said yes: chest pain, a clot and a fever are among
    /// what it asks for (review B2-3).
    Nothing,
    /// No standing exercise and no knee lifts until a clinician has said yes; heel raises on a chair are open.
    NotUntil,
    /// Gentle and seated styles only.
    GentleFirst,
    /// Seated only, until there is something to hold on to. No clinician is needed for that.
    SeatedForNow,
}

/// What a person answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// Yes.
    Yes,
    /// No.
    No,
    /// Not sure: counts as yes.
    NotSure,
}

words!(Answer {
    Yes = "yes",
    No = "no",
    NotSure = "not_sure",
});

impl Answer {
    /// All.
    pub const ALL: [Self; 3] = [Self::Yes, Self::No, Self::NotSure];

    /// Whether it has to be taken as a yes.
    pub fn counts_as_yes(self) -> bool {
        self != Self::No
    }
}

/// The answers given so far, one place for each question.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Answers {
    recent_break: Option<Answer>,
    spine_break: Option<Answer>,
    new_pain: Option<Answer>,
    heart_or_breath: Option<Answer>,
    break_after_50: Option<Answer>,
    osteoporosis: Option<Answer>,
    fall: Option<Answer>,
    dizzy: Option<Answer>,
    joints: Option<Answer>,
    no_support: Option<Answer>,
}

record!(Answers or default {
    recent_break, spine_break, new_pain, heart_or_breath, break_after_50, osteoporosis, fall,
    dizzy, joints, no_support
});

impl Answers {
    /// The answer to a question, if it was given.
    pub fn get(&self, question: Question) -> Option<Answer> {
        match question {
            Question::RecentBreak => self.recent_break,
            Question::SpineBreak => self.spine_break,
            Question::NewPain => self.new_pain,
            Question::HeartOrBreath => self.heart_or_breath,
            Question::BreakAfter50 => self.break_after_50,
            Question::Osteoporosis => self.osteoporosis,
            Question::Fall => self.fall,
            Question::Dizzy => self.dizzy,
            Question::Joints => self.joints,
            Question::NoSupport => self.no_support,
        }
    }

    /// Notes an answer.
    pub fn set(&mut self, question: Question, answer: Answer) {
        let place = match question {
            Question::RecentBreak => &mut self.recent_break,
            Question::SpineBreak => &mut self.spine_break,
            Question::NewPain => &mut self.new_pain,
            Question::HeartOrBreath => &mut self.heart_or_breath,
            Question::BreakAfter50 => &mut self.break_after_50,
            Question::Osteoporosis => &mut self.osteoporosis,
            Question::Fall => &mut self.fall,
            Question::Dizzy => &mut self.dizzy,
            Question::Joints => &mut self.joints,
            Question::NoSupport => &mut self.no_support,
        };
        *place = Some(answer);
    }

    /// The first question that has no answer yet.
    pub fn next_open(&self) -> Option<Question> {
        Question::ALL
            .into_iter()
            .find(|question| self.get(*question).is_none())
    }

    /// Whether every question has an answer.
    pub fn is_complete(&self) -> bool {
        self.next_open().is_none()
    }
}
