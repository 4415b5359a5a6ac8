//! Two sets of safety answers made one, as when a backup of another device is added to this one.
//!
//! Invariant: the more careful of the two counts in each part, so that joining never opens what one of them closes.

use super::clearance::Clearance;
use super::questions::{Answer, Question};
use super::{Answers, Safety};

impl Safety {
    /// The more careful of two sets of answers. Where nothing was ever answered on one side, the other counts as it is.
    #[must_use]
    pub fn more_careful(&self, other: &Self) -> Self {
        let untouched = Self::default();
        if *self == untouched {
            return other.clone();
        }
        if *other == untouched {
            return self.clone();
        }
        let mut answers = Answers::default();
        for question in Question::ALL {
            let of_two = [&self.answers, &other.answers].map(|answers| answers.get(question));
            if let Some(answer) = more_careful_answer(of_two) {
                answers.set(question, answer);
            }
        }
        let settled = self.settled.iter();
        Self {
            answers,
            // Without a day they are looked through again.
            answered: self
                .answered
                .zip(other.answered)
                .map(|(one, two)| one.min(two)),
            clearance: agreed(self.clearance.as_ref(), other.clearance.as_ref()),
            asked: self.asked.min(other.asked),
            settled: settled
                .filter(|one| other.settled.contains(one))
                .cloned()
                .collect(),
            // The later day: fewer easy sessions count.
            lowered: self.lowered.max(other.lowered),
        }
    }

    /// What of these answers of another device is news here. `seen`: what that device had when it was joined last. What
    /// has not changed there since is taken as it is here, so that a person who thinks again here is not answered for, time
    /// and again, by what stands unchanged elsewhere. [`Self::more_careful`] then joins the rest.
    #[must_use]
    pub fn news_since(&self, seen: Option<&Self>, here: &Self) -> Self {
        let Some(seen) = seen.filter(|_| *here != Self::default()) else {
            return self.clone();
        };
        let mut answers = Answers::default();
        for question in Question::ALL {
            let [theirs, seen, here] =
                [self, seen, here].map(|safety| safety.answers.get(question));
            if let Some(answer) = newer(&theirs, &seen, &here) {
                answers.set(question, answer);
            }
        }
        Self {
            answers,
            answered: newer(&self.answered, &seen.answered, &here.answered),
            clearance: newer(&self.clearance, &seen.clearance, &here.clearance),
            asked: newer(&self.asked, &seen.asked, &here.asked),
            settled: newer(&self.settled, &seen.settled, &here.settled),
            lowered: newer(&self.lowered, &seen.lowered, &here.lowered),
        }
    }
}

fn newer<T: Clone + PartialEq>(theirs: &T, seen: &T, here: &T) -> T {
    if theirs == seen { here } else { theirs }.clone()
}

/// Yes before not sure; then no answer, which is asked for; then no.
fn more_careful_answer(of_two: [Option<Answer>; 2]) -> Option<Answer> {
    if of_two.contains(&Some(Answer::Yes)) {
        Some(Answer::Yes)
    } else if of_two.contains(&Some(Answer::NotSure)) {
        Some(Answer::NotSure)
    } else if of_two.contains(&None) {
        None
    } else {
        Some(Answer::No)
    }
}

/// A yes of a doctor counts where both know the very same one; else it has to be noted again.
fn agreed(one: Option<&Clearance>, two: Option<&Clearance>) -> Option<Clearance> {
    one.filter(|one| Some(*one) == two).cloned()
}

#[cfg(test)]
mod tests {
    use super::super::{ASKED, ClearedFor, Facts, Settled, gate, verdict};
    use super::*;
    use crate::domain::day::LocalDay;
    use crate::domain::entry::EntryId;
    use Answer::{No, NotSure, Yes};

    fn day(day: u32) -> LocalDay {
        LocalDay::new(2026, 11, day).unwrap()
    }

    fn answered(answers: Answers) -> Safety {
        Safety {
            answers,
            answered: Some(day(20)),
            asked: ASKED,
            ..Safety::default()
        }
    }

    fn all(answer: Answer) -> Answers {
        let mut answers = Answers::default();
        for question in Question::ALL {
            answers.set(question, answer);
        }
        answers
    }

    #[test]
    fn of_two_answers_the_more_careful_one_counts() {
        for (one, two, joined) in [
            (Some(Yes), Some(No), Some(Yes)),
            (Some(Yes), Some(NotSure), Some(Yes)),
            (Some(Yes), None, Some(Yes)),
            (Some(NotSure), Some(No), Some(NotSure)),
            (Some(NotSure), None, Some(NotSure)),
            (Some(No), None, None),
            (Some(No), Some(No), Some(No)),
            (None, None, None),
        ] {
            for of_two in [[one, two], [two, one]] {
                assert_eq!(more_careful_answer(of_two), joined, "{of_two:?}");
            }
        }
    }

    #[test]
    fn where_nothing_was_answered_the_other_side_counts_as_it_is() {
        let told = answered(all(No));
        assert_eq!(Safety::default().more_careful(&told), told);
        assert_eq!(told.more_careful(&Safety::default()), told);
    }

    #[test]
    fn a_yes_that_only_one_side_knows_does_not_count() {
        let mut cleared = answered(all(Yes));
        cleared.clear(Some(ClearedFor::Gentle), &Facts::default(), day(21));
        let told = answered(all(Yes));
        assert_eq!(cleared.more_careful(&told).clearance, None);
        assert_eq!(told.more_careful(&cleared).clearance, None);
        let mut older = cleared.clone();
        older.clear(Some(ClearedFor::Gentle), &Facts::default(), day(19));
        assert_eq!(cleared.more_careful(&older).clearance, None);
        assert_eq!(cleared.more_careful(&cleared.clone()), cleared);
    }

    #[test]
    fn age_wording_and_what_was_answered_for_take_the_stricter_side() {
        let settled = |id: &str| Settled {
            question: Question::Fall,
            entry: EntryId::new(id).unwrap(),
        };
        let one = Safety {
            settled: vec![settled("a"), settled("b")],
            lowered: Some(day(3)),
            ..answered(all(No))
        };
        let two = Safety {
            answered: Some(day(9)),
            asked: 1,
            settled: vec![settled("b"), settled("c")],
            ..answered(all(No))
        };
        for joined in [one.more_careful(&two), two.more_careful(&one)] {
            assert_eq!(joined.answered, Some(day(9)));
            assert_eq!(joined.asked, 1);
            assert_eq!(joined.settled, [settled("b")]);
            assert_eq!(joined.lowered, Some(day(3)));
        }
        let undated = Safety {
            answered: None,
            ..two
        };
        assert_eq!(one.more_careful(&undated).answered, None);
    }

    #[test]
    fn what_has_not_changed_elsewhere_since_is_no_news() {
        let yes = answered(all(Yes));
        let no = answered(all(No));
        // The first time all of it counts.
        assert_eq!(yes.news_since(None, &no), yes);
        // Thought again here, and nothing new there: it stays as it is here.
        assert_eq!(
            no.more_careful(&yes.news_since(Some(&yes), &no)),
            no,
            "no is not turned back"
        );
        // One answer is new there: that one counts, and only that one.
        let mut mixed = answered(all(Yes));
        mixed.answers.set(Question::Fall, NotSure);
        let joined = no.more_careful(&mixed.news_since(Some(&yes), &no));
        assert_eq!(joined.answers.get(Question::Fall), Some(NotSure));
        assert_eq!(joined.answers.get(Question::Dizzy), Some(No));
        // A yes of a doctor that is noted here is not taken away by what was there before.
        let mut cleared = yes.clone();
        cleared.clear(Some(ClearedFor::Gentle), &Facts::default(), day(21));
        assert_eq!(
            cleared.more_careful(&yes.news_since(Some(&yes), &cleared)),
            cleared
        );
        // Where nothing is answered here (any more), theirs count as they are.
        assert_eq!(yes.news_since(Some(&yes), &Safety::default()), yes);
    }

    /// Every pair of answers to the four questions of different weight, with every clearance.
    #[test]
    fn joining_opens_nothing_that_one_side_closes() {
        const ONE_OF_EACH: [Question; 4] = [
            Question::HeartOrBreath,
            Question::SpineBreak,
            Question::Fall,
            Question::NoSupport,
        ];
        let proven = Facts {
            easy: gate::EASY_SESSIONS,
            ..Facts::default()
        };
        let mut sides = Vec::new();
        for code in 0..81_usize {
            let (mut answers, mut rest) = (all(No), code);
            for question in ONE_OF_EACH {
                answers.set(question, Answer::ALL[rest % 3]);
                rest /= 3;
            }
            for scope in [None, Some(ClearedFor::Gentle), Some(ClearedFor::All)] {
                let mut side = answered(answers);
                side.clear(scope, &proven, day(21));
                sides.push(side);
            }
        }
        let level = |safety: &Safety| verdict(safety, &proven, day(22)).level;
        for one in &sides {
            for two in &sides {
                let joined = level(&one.more_careful(two));
                assert!(joined <= level(one).min(level(two)), "{one:?} {two:?}");
            }
        }
    }
}
