//! The safety questions, and what their answers leave open (evidence section 3).
//!
//! Invariant: an answer that says "not until a clinician has said yes" leaves no standing exercise open
//! unless the person has recorded that yes; "gentle first" leaves no drop open. Never a score.

use serde::{Deserialize, Serialize};

use super::day::LocalDay;
use super::routine::{Routine, Style};
use super::saved::{record, words};

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
            Self::RecentBreak | Self::SpineBreak | Self::NewPain | Self::HeartOrBreath => {
                Weight::NotUntil
            }
            Self::BreakAfter50 | Self::Osteoporosis | Self::Fall | Self::Dizzy | Self::Joints => {
                Weight::GentleFirst
            }
            Self::NoSupport => Weight::SeatedForNow,
        }
    }
}

/// What a "yes" leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// No standing exercise until a clinician has said yes.
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
    /// In the order the buttons stand.
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

/// What a clinician has cleared the person for, in the person's own words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ClearedFor {
    /// Gentle standing exercise.
    Gentle,
    /// All styles.
    All,
}

words!(ClearedFor {
    Gentle = "gentle",
    All = "all",
});

/// A recorded clearance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Clearance {
    /// For what.
    pub scope: ClearedFor,
    /// When the person recorded it.
    pub day: LocalDay,
}

record!(Clearance { scope, day });

/// All that is remembered of the safety questions.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Safety {
    /// The answers.
    pub answers: Answers,
    /// The day the last answer was given.
    pub answered: Option<LocalDay>,
    /// "My clinician has cleared me for …".
    pub clearance: Option<Clearance>,
}

record!(Safety or default { answers, answered, clearance });

/// How much is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Some question has no answer yet: nothing starts.
    Unanswered,
    /// No standing exercise until a clinician has said yes; the seated set is open.
    NotUntil,
    /// Gentle and seated styles.
    GentleFirst,
    /// All styles.
    Clear,
}

impl Level {
    /// All, from nothing to everything open.
    pub const ALL: [Self; 4] = [
        Self::Unanswered,
        Self::NotUntil,
        Self::GentleFirst,
        Self::Clear,
    ];
}

/// What the answers leave open, with the reasons by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// How much is open.
    pub level: Level,
    /// Whether standing styles wait until there is something to hold on to.
    pub seated_for_now: bool,
    /// The questions whose answers led here, in the order they are asked.
    pub reasons: Vec<Question>,
}

impl Safety {
    /// What the answers leave open. Pure: the same answers always give the same verdict.
    pub fn verdict(&self) -> Verdict {
        let reasons: Vec<Question> = Question::ALL
            .into_iter()
            .filter(|question| {
                self.answers
                    .get(*question)
                    .is_some_and(Answer::counts_as_yes)
            })
            .collect();
        let any = |weight| reasons.iter().any(|question| question.weight() == weight);
        let asked = if any(Weight::NotUntil) {
            Level::NotUntil
        } else if any(Weight::GentleFirst) {
            Level::GentleFirst
        } else {
            Level::Clear
        };
        let level = match (self.answers.is_complete(), self.clearance) {
            (false, _) => Level::Unanswered,
            (true, None) => asked,
            (true, Some(clearance)) => asked.max(match clearance.scope {
                ClearedFor::Gentle => Level::GentleFirst,
                ClearedFor::All => Level::Clear,
            }),
        };
        Verdict {
            level,
            seated_for_now: any(Weight::SeatedForNow),
            reasons,
        }
    }
}

impl Verdict {
    /// Whether a style of a routine may be offered.
    pub fn allows(&self, routine: Routine, style: Style) -> bool {
        routine.styles().contains(&style)
            && match self.level {
                Level::Unanswered => false,
                Level::NotUntil => !style.is_standing(),
                Level::GentleFirst => {
                    !style.is_impact() && (!self.seated_for_now || !style.is_standing())
                }
                Level::Clear => !self.seated_for_now || !style.is_standing(),
            }
    }

    /// The styles of a routine that may be offered, easiest first.
    pub fn open_styles(&self, routine: Routine) -> Vec<Style> {
        routine
            .styles()
            .iter()
            .copied()
            .filter(|style| self.allows(routine, *style))
            .collect()
    }

    /// The style to begin with: Gentle heel drops and the quarter bend where they are open and nothing
    /// speaks against them, else the hardest that is open without a drop. `None` before the answers.
    pub fn default_style(&self, routine: Routine) -> Option<Style> {
        let open = self.open_styles(routine);
        let wished = match (routine, self.level) {
            (Routine::HeelDrop, _) => Style::Gentle,
            (Routine::KneeBend, Level::Clear) => Style::QuarterBend,
            (Routine::KneeBend, _) => Style::SitToStand,
        };
        if open.contains(&wished) {
            Some(wished)
        } else {
            open.into_iter().rfind(|style| !style.is_impact())
        }
    }

    /// The style that was wished for where it is open, else the one to begin with.
    pub fn nearest(&self, routine: Routine, wished: Style) -> Option<Style> {
        if self.allows(routine, wished) {
            Some(wished)
        } else {
            self.default_style(routine)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every combination of the answers, each with every clearance: 3^10 × 3.
    fn every_safety() -> impl Iterator<Item = Safety> {
        let day = LocalDay::epoch();
        let clearances = [None, Some(ClearedFor::Gentle), Some(ClearedFor::All)];
        (0..3_usize.pow(10)).flat_map(move |code| {
            clearances.into_iter().map(move |scope| {
                let mut answers = Answers::default();
                let mut rest = code;
                for question in Question::ALL {
                    answers.set(question, Answer::ALL[rest % 3]);
                    rest /= 3;
                }
                Safety {
                    answers,
                    answered: Some(day),
                    clearance: scope.map(|scope| Clearance { scope, day }),
                }
            })
        })
    }

    fn says(safety: &Safety, weight: Weight) -> bool {
        Question::ALL.into_iter().any(|question| {
            question.weight() == weight && safety.answers.get(question) != Some(Answer::No)
        })
    }

    #[test]
    fn no_combination_with_a_not_until_answer_opens_a_standing_exercise() {
        let mut seen = 0_u32;
        for safety in every_safety().filter(|one| one.clearance.is_none()) {
            if says(&safety, Weight::NotUntil) {
                seen += 1;
                let verdict = safety.verdict();
                for routine in Routine::ALL {
                    assert_eq!(verdict.open_styles(routine), [Style::Seated], "{safety:?}");
                    assert_eq!(verdict.default_style(routine), Some(Style::Seated));
                }
            }
        }
        assert_eq!(seen, 3_u32.pow(10) - 3_u32.pow(6));
    }

    #[test]
    fn gentle_first_never_opens_a_drop_and_always_opens_something() {
        for safety in every_safety() {
            let verdict = safety.verdict();
            for routine in Routine::ALL {
                let open = verdict.open_styles(routine);
                assert!(open.contains(&Style::Seated), "{safety:?}");
                if verdict.level == Level::GentleFirst {
                    assert!(!open.iter().any(|style| style.is_impact()), "{safety:?}");
                    assert!(!open.contains(&Style::Traditional), "{safety:?}");
                }
                assert!(
                    verdict
                        .default_style(routine)
                        .is_some_and(|style| !style.is_impact())
                );
            }
        }
    }

    #[test]
    fn drops_need_every_answer_clear_or_a_clinicians_word_for_all() {
        for safety in every_safety() {
            let drops = safety.verdict().allows(Routine::HeelDrop, Style::FirmDrop);
            let all_clear = !says(&safety, Weight::NotUntil)
                && !says(&safety, Weight::GentleFirst)
                && !says(&safety, Weight::SeatedForNow);
            let cleared = safety.clearance.map(|one| one.scope) == Some(ClearedFor::All)
                && !says(&safety, Weight::SeatedForNow);
            assert_eq!(drops, all_clear || cleared, "{safety:?}");
        }
    }

    #[test]
    fn the_verdict_names_exactly_the_answers_that_led_to_it() {
        for safety in every_safety().step_by(7) {
            let verdict = safety.verdict();
            for question in Question::ALL {
                let yes = safety.answers.get(question) != Some(Answer::No);
                assert_eq!(verdict.reasons.contains(&question), yes);
            }
        }
    }

    #[test]
    fn nothing_is_open_before_every_question_is_answered() {
        for left_out in Question::ALL {
            let mut safety = Safety::default();
            for question in Question::ALL {
                if question != left_out {
                    safety.answers.set(question, Answer::No);
                }
            }
            assert_eq!(safety.answers.next_open(), Some(left_out));
            assert_eq!(safety.verdict().level, Level::Unanswered);
            assert_eq!(safety.verdict().open_styles(Routine::KneeBend), []);
        }
    }

    #[test]
    fn without_something_to_hold_only_sitting_is_open_whatever_a_clinician_said() {
        let mut safety = Safety {
            clearance: Some(Clearance {
                scope: ClearedFor::All,
                day: LocalDay::epoch(),
            }),
            ..Safety::default()
        };
        for question in Question::ALL {
            safety.answers.set(question, Answer::No);
        }
        safety.answers.set(Question::NoSupport, Answer::NotSure);
        assert_eq!(
            safety.verdict().open_styles(Routine::HeelDrop),
            [Style::Seated]
        );
    }
}
