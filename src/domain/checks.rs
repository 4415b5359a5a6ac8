//! What the home checks remember as choices, and which of them the safety answers leave open.
//!
//! Invariant: a check that is done standing is never offered where the answers say "ask first" or are missing.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::countdown::Phase;
use super::height::LengthUnit;
use super::safety::{Level, Question, Verdict};
use super::saved::record;

/// What was chosen and ticked. What was measured stands in the journal.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Checks {
    /// How lengths are written; `None`: as the browser's country does.
    pub unit: Option<LengthUnit>,
    /// The tallest height as a young adult, in millimetres.
    pub tallest_mm: Option<u16>,
    /// What is done of the list for a safe home.
    pub home: Ticks,
    /// What is true of the reasons for a bone-density test.
    pub bone_test: Ticks,
}

record!(Checks or default { unit, tallest_mm, home, bone_test });

/// A list whose lines can be ticked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// Of things to do for a safe home.
    Home,
    /// Of reasons for a bone-density test.
    BoneTest,
}

impl Checks {
    /// What is ticked in a list.
    pub fn ticks(&self, list: List) -> &Ticks {
        match list {
            List::Home => &self.home,
            List::BoneTest => &self.bone_test,
        }
    }

    /// The same, to be changed.
    pub fn ticks_mut(&mut self, list: List) -> &mut Ticks {
        match list {
            List::Home => &mut self.home,
            List::BoneTest => &mut self.bone_test,
        }
    }
}

/// The one button of a check with a timer that stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MainButton {
    /// The one that starts and stops the timer.
    Timer,
    /// The one that is tapped while it runs.
    Doing,
    /// The one that takes the result.
    Result,
}

/// Which button is to be tapped next: never "start again" beside a result that waits.
pub fn main_button(phase: Phase, has_result: bool) -> MainButton {
    match phase {
        Phase::Running(_) => MainButton::Doing,
        Phase::Done => MainButton::Result,
        Phase::Idle | Phase::Away if has_result => MainButton::Result,
        Phase::CountIn(_) | Phase::Idle | Phase::Away => MainButton::Timer,
    }
}

/// What is ticked in a list, by the keys of its lines.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Ticks(BTreeSet<String>);

impl Ticks {
    /// Whether a line is ticked.
    pub fn has(&self, key: &str) -> bool {
        self.0.contains(key)
    }

    /// Ticks a line, or takes the tick away.
    pub fn set(&mut self, key: &str, on: bool) {
        if on {
            self.0.insert(key.to_owned());
        } else {
            self.0.remove(key);
        }
    }
}

/// A check that is done standing up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// The 30-second chair stand.
    ChairStand,
    /// The 4-stage balance.
    Balance,
}

/// Whether a check may be offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Offer {
    /// Yes.
    Open,
    /// Yes, with somebody beside the person.
    WithHelper,
    /// Not before the safety questions are answered.
    QuestionsFirst,
    /// Not before a clinician has said yes.
    AskFirst,
    /// Not at home: balance, for someone who has fallen or is dizzy (evidence section 7).
    NotAlone,
    /// Not before there is something sturdy.
    NoSupport,
}

impl Offer {
    /// Whether it may start.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Open | Self::WithHelper)
    }
}

/// What the safety answers leave of a check.
pub fn offer(check: Standing, verdict: &Verdict) -> Offer {
    let unsteady = verdict
        .reasons
        .iter()
        .any(|reason| matches!(reason, Question::Fall | Question::Dizzy));
    let serious = verdict.reasons.iter().any(|reason| reason.is_serious());
    match (verdict.level, check) {
        (Level::Unanswered, _) => Offer::QuestionsFirst,
        (Level::Nothing | Level::NotUntil, _) => Offer::AskFirst,
        _ if verdict.seated_for_now => Offer::NoSupport,
        // A clinician's yes to gentle exercise is no yes to a test at full speed or on one foot.
        (Level::GentleFirst, _) if serious => Offer::AskFirst,
        (Level::GentleFirst, Standing::Balance) if unsteady => Offer::NotAlone,
        // To rise again and again is what brings dizziness on.
        (Level::GentleFirst, Standing::ChairStand)
            if verdict.reasons.contains(&Question::Dizzy) =>
        {
            Offer::AskFirst
        }
        (Level::GentleFirst, _) | (Level::Clear, Standing::Balance) => Offer::WithHelper,
        (Level::Clear, Standing::ChairStand) if !verdict.reasons.is_empty() => Offer::WithHelper,
        (Level::Clear, Standing::ChairStand) => Offer::Open,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Standing::{Balance, ChairStand};

    #[test]
    fn one_button_of_a_check_stands_out_and_it_is_the_next_one() {
        for (phase, has_result, main) in [
            (Phase::Idle, false, MainButton::Timer),
            (Phase::Idle, true, MainButton::Result),
            (Phase::CountIn(3), false, MainButton::Timer),
            (Phase::CountIn(1), true, MainButton::Timer),
            (Phase::Running(30), false, MainButton::Doing),
            (Phase::Running(1), true, MainButton::Doing),
            (Phase::Done, false, MainButton::Result),
            (Phase::Done, true, MainButton::Result),
            (Phase::Away, false, MainButton::Timer),
            (Phase::Away, true, MainButton::Result),
        ] {
            assert_eq!(
                main_button(phase, has_result),
                main,
                "{phase:?}, {has_result}"
            );
        }
    }

    #[test]
    fn each_level_has_its_answer_for_each_check() {
        for (level, chair, balance) in [
            (
                Level::Unanswered,
                Offer::QuestionsFirst,
                Offer::QuestionsFirst,
            ),
            (Level::Nothing, Offer::AskFirst, Offer::AskFirst),
            (Level::NotUntil, Offer::AskFirst, Offer::AskFirst),
            (Level::GentleFirst, Offer::WithHelper, Offer::WithHelper),
            (Level::Clear, Offer::Open, Offer::WithHelper),
        ] {
            let verdict = verdict(level, false, &[]);
            assert_eq!(offer(ChairStand, &verdict), chair, "{level:?}");
            assert_eq!(offer(Balance, &verdict), balance, "{level:?}");
        }
    }

    #[test]
    fn nothing_is_offered_without_something_sturdy() {
        for level in [Level::GentleFirst, Level::Clear] {
            let verdict = verdict(level, true, &[Question::NoSupport]);
            for check in [ChairStand, Balance] {
                assert_eq!(offer(check, &verdict), Offer::NoSupport);
            }
        }
    }

    #[test]
    fn balance_is_not_offered_to_the_unsteady_until_a_clinician_has_cleared_them_for_all() {
        for reason in [Question::Fall, Question::Dizzy] {
            let gentle = verdict(Level::GentleFirst, false, &[reason]);
            assert_eq!(offer(Balance, &gentle), Offer::NotAlone);
            let chair = match reason {
                Question::Dizzy => Offer::AskFirst,
                _ => Offer::WithHelper,
            };
            assert_eq!(offer(ChairStand, &gentle), chair);
            let cleared = verdict(Level::Clear, false, &[reason]);
            assert_eq!(offer(Balance, &cleared), Offer::WithHelper);
            assert_eq!(offer(ChairStand, &cleared), Offer::WithHelper);
        }
    }

    #[test]
    fn a_yes_to_gentle_exercise_opens_no_standing_check_where_the_answers_say_ask_first() {
        for reason in [
            Question::RecentBreak,
            Question::SpineBreak,
            Question::NewPain,
            Question::HeartOrBreath,
        ] {
            for check in [ChairStand, Balance] {
                let gentle = verdict(Level::GentleFirst, false, &[reason]);
                assert_eq!(offer(check, &gentle), Offer::AskFirst);
                let cleared = verdict(Level::Clear, false, &[reason]);
                assert_eq!(offer(check, &cleared), Offer::WithHelper);
            }
        }
    }

    #[test]
    fn choices_are_read_as_they_were_written_and_missing_ones_have_defaults() {
        let mut checks = Checks {
            unit: Some(LengthUnit::Feet),
            tallest_mm: Some(1702),
            ..Checks::default()
        };
        checks.home.set("home_lamp", true);
        checks.home.set("home_rugs", true);
        checks.home.set("home_rugs", false);
        checks.bone_test.set("bone_smoke", true);
        let text = serde_json::to_string(&checks).unwrap();
        assert_eq!(serde_json::from_str::<Checks>(&text).unwrap(), checks);
        assert!(checks.home.has("home_lamp") && !checks.home.has("home_rugs"));
        let older: Checks = serde_json::from_str("{}").unwrap();
        assert_eq!(older, Checks::default());
    }

    fn verdict(level: Level, seated_for_now: bool, reasons: &[Question]) -> Verdict {
        Verdict {
            level,
            seated_for_now,
            reasons: reasons.to_vec(),
            ..Verdict::default()
        }
    }
}
