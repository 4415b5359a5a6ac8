//! What is asked together, on one screen, as people think of it.
//!
//! Invariant: every question belongs to one group, and is answered by itself. A question that nobody has answered yet is
//! asked with its group; where only some of a group are open (one was lost, or a page was left half-way), one by one.

use super::{Answer, Answers, Question, Verdict};

/// A screenful of questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// What has broken, and operations.
    BrokenBones,
    /// Heart, breath, and being ill.
    HeartAndBreath,
    /// Pain, falls, dizziness.
    PainAndBalance,
    /// Weak bones, back and joints.
    BonesAndJoints,
    /// Something to hold on to.
    Support,
}

/// What is asked next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// A whole group.
    Together(Group),
    /// One question of a group of which others are answered.
    Alone(Question),
}

impl Group {
    /// All, in the order they are asked.
    pub const ALL: [Self; 5] = [
        Self::BrokenBones,
        Self::HeartAndBreath,
        Self::PainAndBalance,
        Self::BonesAndJoints,
        Self::Support,
    ];

    /// What it asks.
    pub fn questions(self) -> &'static [Question] {
        match self {
            Self::BrokenBones => &[
                Question::RecentBreak,
                Question::SpineBreak,
                Question::BreakAfter50,
            ],
            Self::HeartAndBreath => &[Question::HeartOrBreath],
            Self::PainAndBalance => &[Question::NewPain, Question::Fall, Question::Dizzy],
            Self::BonesAndJoints => &[Question::Osteoporosis, Question::Joints],
            Self::Support => &[Question::NoSupport],
        }
    }

    /// The group of a question.
    pub fn of(question: Question) -> Self {
        let mut all = Self::ALL.into_iter();
        all.find(|group| group.questions().contains(&question))
            .unwrap_or(Self::Support)
    }

    /// Its place among all, from 0.
    pub fn place(self) -> usize {
        Self::ALL
            .iter()
            .position(|one| *one == self)
            .unwrap_or_default()
    }

    /// The group before it.
    pub fn before(self) -> Option<Self> {
        Some(Self::ALL[self.place().checked_sub(1)?])
    }

    /// What the person answers with "no" who has seen the list and leaves the rest unticked: what has no answer yet, and a
    /// "no" that what was noted has called into doubt. The last in the list comes first: a broken bone that is no longer
    /// recent still has its say about one after 50 ([`Safety::answer`](super::Safety::answer)).
    pub fn left_unticked(self, answers: &Answers, verdict: &Verdict) -> Vec<Question> {
        let is_left = |question: &Question| match answers.get(*question) {
            None => true,
            Some(Answer::No) => verdict.raised_on(*question).is_some(),
            Some(Answer::Yes | Answer::NotSure) => false,
        };
        let all = self.questions().iter().rev().copied();
        all.filter(is_left).collect()
    }

    /// What is asked one by one of a person who is not sure: what is not ticked; where all is, all of it.
    pub fn in_doubt(self, answers: &Answers) -> Vec<Question> {
        let (ticked, left): (Vec<_>, Vec<_>) = self
            .questions()
            .iter()
            .partition(|question| answers.get(**question) == Some(Answer::Yes));
        if left.is_empty() { ticked } else { left }
    }
}

impl Answers {
    /// What is asked next; `None` when every question has an answer.
    pub fn asked_next(&self) -> Option<Asked> {
        let is_open = |question: &Question| self.get(*question).is_none();
        Group::ALL.into_iter().find_map(|group| {
            let questions = group.questions();
            let first = questions.iter().copied().find(is_open)?;
            Some(if questions.iter().all(is_open) {
                Asked::Together(group)
            } else {
                Asked::Alone(first)
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Facts, Safety, verdict};
    use super::*;
    use crate::domain::day::LocalDay;

    #[test]
    fn every_question_belongs_to_one_group() {
        let mut asked: Vec<Question> = Group::ALL
            .iter()
            .flat_map(|group| group.questions().iter().copied())
            .collect();
        for question in &asked {
            assert!(Group::of(*question).questions().contains(question));
        }
        asked.sort_unstable();
        assert_eq!(asked, Question::ALL);
    }

    #[test]
    fn a_group_is_asked_together_until_one_of_it_is_answered_and_then_one_by_one() {
        let mut answers = Answers::default();
        assert_eq!(
            answers.asked_next(),
            Some(Asked::Together(Group::BrokenBones))
        );
        answers.set(Question::SpineBreak, Answer::NotSure);
        assert_eq!(
            answers.asked_next(),
            Some(Asked::Alone(Question::RecentBreak))
        );
        answers.set(Question::RecentBreak, Answer::No);
        assert_eq!(
            answers.asked_next(),
            Some(Asked::Alone(Question::BreakAfter50))
        );
        answers.set(Question::BreakAfter50, Answer::No);
        assert_eq!(
            answers.asked_next(),
            Some(Asked::Together(Group::HeartAndBreath))
        );
        for question in Question::ALL {
            answers.set(question, Answer::No);
        }
        assert_eq!(answers.asked_next(), None);
    }

    #[test]
    fn what_is_ticked_or_not_sure_is_never_turned_to_no_by_leaving_the_rest() {
        for recent in [None, Some(Answer::Yes), Some(Answer::NotSure)] {
            let mut safety = Safety::default();
            if let Some(answer) = recent {
                safety.answers.set(Question::RecentBreak, answer);
            }
            let verdict = verdict(&safety, &Facts::default(), LocalDay::epoch());
            let left = Group::BrokenBones.left_unticked(&safety.answers, &verdict);
            assert_eq!(left.contains(&Question::RecentBreak), recent.is_none());
            assert!(left.starts_with(&[Question::BreakAfter50, Question::SpineBreak]));
        }
    }

    #[test]
    fn who_is_not_sure_is_asked_what_is_not_ticked() {
        let mut answers = Answers::default();
        answers.set(Question::Fall, Answer::Yes);
        let doubt = Group::PainAndBalance.in_doubt(&answers);
        assert_eq!(doubt, [Question::NewPain, Question::Dizzy]);
        answers.set(Question::HeartOrBreath, Answer::Yes);
        let doubt = Group::HeartAndBreath.in_doubt(&answers);
        assert_eq!(doubt, [Question::HeartOrBreath]);
    }
}
