//! The safety questions, what a person told and noted since, and what that leaves open
//! (evidence section 3; the table in `docs/safety-and-evidence.md`).
//!
//! Invariant: [`verdict`] is the one place that says what is open. Here stand what it reads ([`questions`],
//! [`clearance`], [`facts`]), what is asked together ([`groups`]), how a person's answers change it, and how the answers of two devices are joined
//! ([`careful`]). Never a score.

pub mod careful;
pub mod clearance;
pub mod facts;
pub mod gate;
pub mod groups;
pub mod questions;

use serde::Serialize;

use super::day::LocalDay;
use super::entry::EntryId;
use super::saved::record;

pub use clearance::{Clearance, ClearedFor, Ended};
pub use facts::{Fact, Facts, What};
pub use gate::{Level, Raised, Review, Verdict, verdict};
pub use groups::{Asked, Group};
pub use questions::{Answer, Answers, Question, Weight};

/// The wording of the questions, as a number that goes up when one of them asks for more than before. Answers to an
/// older wording are looked through again.
pub const ASKED: u8 = 2;

/// All that is remembered of the safety questions.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Safety {
    /// The answers.
    pub answers: Answers,
    /// The day from which on their age counts: that of the first answer, or when all were looked through.
    pub answered: Option<LocalDay>,
    /// A doctor's or physiotherapist's yes, if one was noted.
    pub clearance: Option<Clearance>,
    /// Which wording of the questions was answered; 0 in a save of an older version.
    pub asked: u8,
    /// What was noted and has been answered for since.
    pub settled: Vec<Settled>,
    /// The day on which more was open again than before: easy sessions count from it on.
    pub lowered: Option<LocalDay>,
}

record!(Safety or default { answers, answered, clearance, asked, settled, lowered });

/// A question that was answered while this entry was known: from then on the answer counts as it was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Settled {
    /// The question.
    pub question: Question,
    /// The entry that bears on it.
    pub entry: EntryId,
}

record!(Settled { question, entry });

impl Facts {
    /// Whether a fact, or one that says as much, is among those that were known.
    pub fn is_known(&self, fact: &Fact, known: impl Fn(&EntryId) -> bool) -> bool {
        known(&fact.id)
            || self
                .told
                .iter()
                .any(|other| fact.what.is_no_news_after(other.what) && known(&other.id))
    }
}

impl Safety {
    /// Whether a question was answered while a fact was known.
    fn is_settled(&self, facts: &Facts, question: Question, fact: &Fact) -> bool {
        facts.is_known(fact, |id| {
            self.settled
                .iter()
                .any(|one| one.question == question && one.entry == *id)
        })
    }

    /// Whether a fact is a sign that needs a doctor now or today. Back pain is not where it was answered for with "no":
    /// somebody has explained it.
    fn is_alarm(&self, facts: &Facts, fact: &Fact) -> bool {
        fact.what.is_alarm()
            && (fact.what != What::NoticedBackPain
                || self.answers.get(Question::NewPain) != Some(Answer::No)
                || !self.is_settled(facts, Question::NewPain, fact))
    }

    /// A question is answered. An answer that turns to yes or not sure ends a recorded yes, "not sure" that turns to yes
    /// too: it is news. And a broken bone that is no longer recent is still one after 50.
    pub fn answer(&mut self, question: Question, answer: Answer, facts: &Facts, today: LocalDay) {
        let before = self.answers.get(question);
        // Noted as well as told.
        let was_recent = question == Question::RecentBreak
            && verdict(self, facts, today).reasons.contains(&question);
        if self.answers == Answers::default() {
            self.asked = ASKED;
            self.answered = None;
        }
        self.answered.get_or_insert(today);
        self.settle(question, facts);
        self.answers.set(question, answer);
        let was_yes = before.is_some_and(Answer::counts_as_yes);
        if was_recent
            && !answer.counts_as_yes()
            && !facts.under_50
            && self.answers.get(Question::BreakAfter50) == Some(Answer::No)
        {
            self.answers.set(Question::BreakAfter50, Answer::NotSure);
        }
        let is_news = answer.counts_as_yes() && !was_yes
            || answer == Answer::Yes && before == Some(Answer::NotSure);
        if let Some(clearance) = &mut self.clearance
            && is_news
            && question.weight() != Weight::SeatedForNow
        {
            clearance.ended = clearance.ended.or(Some(question));
        }
    }

    /// All answers are looked through and kept as they count now.
    pub fn keep(&mut self, facts: &Facts, today: LocalDay) {
        for raised in verdict(self, facts, today).raised {
            self.answers.set(raised.question, Answer::NotSure);
        }
        for question in Question::ALL {
            self.settle(question, facts);
        }
        self.asked = ASKED;
        self.answered = Some(today);
    }

    /// A yes is noted, for the reasons of now; or taken back.
    pub fn clear(&mut self, scope: Option<ClearedFor>, facts: &Facts, today: LocalDay) {
        let reasons = verdict(self, facts, today).reasons;
        self.clearance = scope.map(|scope| Clearance {
            scope,
            day: today,
            covers: Some(reasons),
            knows: Some(facts.told.iter().map(|fact| fact.id.clone()).collect()),
            ended: None,
        });
    }

    /// What bears on a question is answered for. What is no longer there is forgotten.
    fn settle(&mut self, question: Question, facts: &Facts) {
        self.settled.retain(|one| {
            one.question != question && facts.told.iter().any(|fact| fact.id == one.entry)
        });
        let bearing = facts
            .told
            .iter()
            .filter(|fact| fact.what.bears_on().contains(&question));
        self.settled.extend(bearing.map(|fact| Settled {
            question,
            entry: fact.id.clone(),
        }));
    }
}

#[cfg(test)]
mod tests;
