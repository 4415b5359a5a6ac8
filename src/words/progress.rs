//! An offered step, and why, in words.

use crate::domain::progression::{Offer, Step, Why};
use crate::domain::routine::Routine;
use crate::tr;

use super::moves;

/// What would change.
pub fn step(offer: &Offer) -> String {
    let plan = offer.plan;
    match offer.step {
        Step::OneMoreRound => tr!(progress.one_more_round, rounds = plan.rounds),
        Step::OneFewerRound => tr!(progress.one_fewer_round, rounds = plan.rounds),
        Step::MoreReps(_) => tr!(progress.more_reps, reps = plan.reps),
        Step::FewerReps(_) => tr!(progress.fewer_reps, reps = plan.reps),
        Step::ThirdSet => tr!(progress.third_set).to_owned(),
        Step::BackToTwoSets => tr!(progress.two_sets).to_owned(),
        Step::EasierStyle(style) => tr!(progress.easier_style, style = moves::style(style)),
        Step::StartLower => tr!(
            progress.start_lower,
            plan = moves::plan(plan),
            style = moves::style(plan.style),
            sets = sets(offer)
        ),
        Step::RestDay => tr!(progress.rest_day).to_owned(),
    }
}

/// "2 sets a day", where sets are counted.
fn sets(offer: &Offer) -> String {
    match offer.plan.routine {
        Routine::HeelDrop => String::new(),
        Routine::KneeBend => tr!(progress.sets_a_day, sets = offer.sets_per_day),
    }
}

/// Why it is offered, in one sentence.
pub fn why(offer: &Offer) -> String {
    match offer.why {
        Why::FeltEasy => tr!(progress.why_easy).to_owned(),
        Why::FeltRight => tr!(progress.why_right).to_owned(),
        Why::TooHard => tr!(progress.why_too_hard).to_owned(),
        Why::Pain(level) => tr!(progress.why_pain, n = level.get()),
        Why::PainStop => tr!(progress.why_pain_stop).to_owned(),
        Why::LongGap(days) => tr!(progress.why_gap, days = days),
    }
}
