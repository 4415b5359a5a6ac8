//! When a small step up or down is offered, and why.
//!
//! Invariant: a step up needs days that went well and no complaint within a week; a step down follows the
//! latest session at once. Nothing here changes a plan: the person chooses. A harder style is never offered.
//!
//! Numbers without a published rule behind them are marked \[D\], a cautious design choice, as in the evidence.

use std::collections::BTreeMap;

use super::day::LocalDay;
use super::entry::Ending;
use super::feeling::{Effort, PainLevel};
use super::journal::DoneSession;
use super::routine::{Plan, Routine, Style};
use super::safety::Verdict;

/// Only what happened in the last seven days speaks for a step up (issue "Move": at most weekly).
pub const WEEK_DAYS: i64 = 7;
/// Days at a plan of heel drops before one more round: evidence 1.7, DOSE, builds by 5–10 drops a week. A
/// third set of knee bends waits as long \[D\]: it adds half as much again to the day.
pub const WEEKLY_PACE_DAYS: i64 = 7;
/// Days at a number of knee bends before more: soreness of over two days means less, not more (evidence 3,
/// STOP), so a load has shown itself on the third day.
pub const REPS_PACE_DAYS: i64 = 3;
/// Days that went well within the last seven, before a weekly step \[D\].
pub const GOOD_DAYS_WEEKLY: usize = 3;
/// Days that went well within the last seven, before more repetitions \[D\].
pub const GOOD_DAYS_REPS: usize = 2;
/// A gap from which on a lower start is suggested (issue "Move").
pub const LONG_GAP_DAYS: i64 = 14;
/// A rest is offered on the day of the complaint and on the day after; later it has been had \[D\].
pub const REST_OFFER_DAYS: i64 = 2;
/// Drops a day from which on no more are offered: the most that was studied (evidence 1.7: 50 a day).
pub const ENOUGH_DROPS: u16 = 50;
/// Drops in a round of one minute, at most (fact H3).
pub const MOST_DROPS_A_ROUND: u8 = 6;
/// Nothing smaller is offered: five repetitions (fact K3; evidence 1.7, DOSE, begins with two fives).
pub const FEWEST_REPS: u8 = 5;
/// Knee bends a set from which on a third set is offered (fact K2: sets of 10–15).
pub const REPS_FOR_THIRD_SET: u8 = 10;
/// Sets of knee bends a day, at most (fact K2: 2–3).
pub const MOST_SETS: u8 = 3;

/// The one thing that would change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// One more round of heel drops.
    OneMoreRound,
    /// One round of heel drops less.
    OneFewerRound,
    /// So many repetitions more in a set.
    MoreReps(u8),
    /// So many repetitions less in a round or set.
    FewerReps(u8),
    /// A third set of knee bends in the day.
    ThirdSet,
    /// Two sets of knee bends in the day instead of three.
    BackToTwoSets,
    /// This easier style, the numbers as they are.
    EasierStyle(Style),
    /// About half: fewer rounds, or fewer repetitions and two sets; after pain also without a drop.
    StartLower,
    /// A day off. The plan stays as it is: it is already the smallest.
    RestDay,
}

impl Step {
    /// Whether it asks for more.
    pub fn is_up(self) -> bool {
        matches!(
            self,
            Self::OneMoreRound | Self::MoreReps(_) | Self::ThirdSet
        )
    }

    /// Days before an offer of this step may follow another offer: the pace of a step up, the next day else.
    pub fn pace_days(self) -> i64 {
        match self {
            Self::OneMoreRound | Self::ThirdSet => WEEKLY_PACE_DAYS,
            Self::MoreReps(_) => REPS_PACE_DAYS,
            _ => 1,
        }
    }
}

/// Why it is offered; one sentence on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The sessions that count all felt easy.
    FeltEasy,
    /// The sessions that count felt right, or some right and some easy.
    FeltRight,
    /// The latest session was too hard.
    TooHard,
    /// After the latest session pain of this level, 4 or more, was told.
    Pain(PainLevel),
    /// Pain stopped the latest session.
    PainStop,
    /// So many days without a session of this routine.
    LongGap(i64),
}

/// A step on offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offer {
    /// What would change.
    pub step: Step,
    /// Why.
    pub why: Why,
    /// The plan after it, in a style that is open.
    pub plan: Plan,
    /// Sets a day after it. Heel drops: as it came in.
    pub sets_per_day: u8,
}

impl Offer {
    /// Whether it may be shown, given the day when the person last answered an offer for this routine, with
    /// yes or with no.
    ///
    /// [`offer`] knows sessions, not answers, so whoever shows offers keeps that day and asks here. One answer
    /// is enough for a day; and a step up that was declined does not nag: it waits its pace again.
    pub fn may_be_shown(&self, answered: Option<LocalDay>, today: LocalDay) -> bool {
        // A day that lies ahead comes from a clock that was set back; it must not hide a step down.
        answered.is_none_or(|day| !(0..self.step.pace_days()).contains(&today.days_since(day)))
    }
}

/// The step to offer for a routine, if any.
///
/// `history` holds the sessions of that routine, oldest first; `current` is the plan the person has chosen, and
/// `sets_per_day` the sets of knee bends (heel drops: passed through). A plan in a style that is not open is
/// taken in the nearest open one; before the safety answers nothing is offered.
///
/// Complaints come first and are about the latest session only. One that the plan already answers, because it
/// asks for less than that session did, leads to no further step.
pub fn offer(
    history: &[DoneSession],
    current: Plan,
    sets_per_day: u8,
    verdict: &Verdict,
    today: LocalDay,
) -> Option<Offer> {
    let wished = current.sane();
    let load = Load {
        plan: Plan {
            style: verdict.nearest(wished.routine, wished.style)?,
            ..wished
        },
        sets: match wished.routine {
            Routine::HeelDrop => sets_per_day,
            Routine::KneeBend => sets_per_day.clamp(1, MOST_SETS),
        },
    };
    let told: Vec<&DoneSession> = history
        .iter()
        .filter(|one| one.record.routine == wished.routine && tells_something(one))
        .collect();
    let last = *told.last()?;
    let gap = today.days_since(last.day);
    if complaint(last).is_some() || gap >= LONG_GAP_DAYS {
        step_down(&told, last, gap, load, verdict)
    } else {
        step_up(&told, last, load, today)
    }
}

/// What a day asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Load {
    plan: Plan,
    sets: u8,
}

impl Load {
    fn offered(self, step: Step, why: Why) -> Offer {
        Offer {
            step,
            why,
            plan: self.plan,
            sets_per_day: self.sets,
        }
    }

    fn with_rounds(self, rounds: u8) -> Self {
        self.with(Plan {
            rounds,
            ..self.plan
        })
    }

    fn with_reps(self, reps: u8) -> Self {
        self.with(Plan { reps, ..self.plan })
    }

    fn with_style(self, style: Style) -> Self {
        self.with(Plan { style, ..self.plan })
    }

    fn with(self, plan: Plan) -> Self {
        Self { plan, ..self }
    }
}

/// A session that was broken off before the first repetition, and about which nothing was said, tells nothing.
fn tells_something(session: &DoneSession) -> bool {
    session.record.reps > 0
        || session.record.ending == Ending::Pain
        || session.effort.is_some()
        || session.pain.is_some()
}

/// What speaks against a session, the weightiest word first.
fn complaint(session: &DoneSession) -> Option<Why> {
    if session.record.ending == Ending::Pain {
        return Some(Why::PainStop);
    }
    if let Some(level) = session.pain.filter(|level| *level >= PainLevel::STEP_DOWN) {
        return Some(Why::Pain(level));
    }
    (session.effort == Some(Effort::TooHard)).then_some(Why::TooHard)
}

fn step_down(
    told: &[&DoneSession],
    last: &DoneSession,
    gap: i64,
    load: Load,
    verdict: &Verdict,
) -> Option<Offer> {
    let complaint = complaint(last);
    if is_lighter(load.plan, last) {
        return None;
    }
    let hurt = matches!(complaint, Some(Why::Pain(_) | Why::PainStop));
    // A complaint is about a session, so a set less in the day would not answer it.
    let lower = start_lower(load, hurt, verdict)
        .filter(|lower| complaint.is_none() || lower.plan != load.plan);
    if gap >= LONG_GAP_DAYS
        && let Some(lower) = lower
    {
        let step = if lower.plan == load.plan {
            Step::BackToTwoSets
        } else {
            Step::StartLower
        };
        return Some(lower.offered(step, Why::LongGap(gap)));
    }
    let why = complaint?;
    let too_many_drops =
        load.plan.routine == Routine::HeelDrop && load.plan.reps > MOST_DROPS_A_ROUND;
    if (why == Why::PainStop || too_many_drops)
        && let Some(lower) = lower
    {
        return Some(lower.offered(Step::StartLower, why));
    }
    if hurt
        && load.plan.style.is_impact()
        && let Some(style) = style_without_drop(load.plan, verdict)
    {
        return Some(
            load.with_style(style)
                .offered(Step::EasierStyle(style), why),
        );
    }
    if why == Why::TooHard && load.plan.routine == Routine::KneeBend {
        let sets = told.iter().filter(|one| one.day == last.day).count();
        if sets > usize::from(load.sets) {
            // The plan does not ask for the set that was too hard.
            return None;
        }
        if sets == usize::from(MOST_SETS) {
            return Some(Load { sets: 2, ..load }.offered(Step::BackToTwoSets, why));
        }
    }
    one_less(load, verdict)
        .or_else(|| (gap < REST_OFFER_DAYS).then_some((Step::RestDay, load)))
        .map(|(step, load)| load.offered(step, why))
}

/// Whether the plan asks for less than a session did and in nothing for more: the person has eased already.
fn is_lighter(plan: Plan, session: &DoneSession) -> bool {
    let record = &session.record;
    let asked = (
        ease(plan.routine, record.style),
        record.planned_rounds,
        record.planned_reps,
    );
    let asks = (
        ease(plan.routine, plan.style),
        plan.rounds,
        plan.total_reps(),
    );
    asks != asked && asks.0 <= asked.0 && asks.1 <= asked.1 && asks.2 <= asked.2
}

/// The place of a style among those of its routine, easiest first.
fn ease(routine: Routine, style: Style) -> Option<usize> {
    routine.styles().iter().position(|one| *one == style)
}

/// About half of it; `None` where that is no less.
fn start_lower(load: Load, hurt: bool, verdict: &Verdict) -> Option<Load> {
    let plan = load.plan;
    let style = if hurt && plan.style.is_impact() {
        style_without_drop(plan, verdict).unwrap_or(plan.style)
    } else {
        plan.style
    };
    let (rounds, reps, sets) = match plan.routine {
        Routine::HeelDrop => (
            (plan.rounds / 2).max(1),
            plan.reps.min(MOST_DROPS_A_ROUND),
            load.sets,
        ),
        Routine::KneeBend => (
            plan.rounds,
            (plan.reps / 2).max(FEWEST_REPS).min(plan.reps),
            load.sets.min(2),
        ),
    };
    let lower = Load {
        plan: Plan {
            style,
            rounds,
            reps,
            ..plan
        },
        sets,
    };
    (lower != load).then_some(lower)
}

/// The next smaller load: the number first, then the style, then the third set.
fn one_less(load: Load, verdict: &Verdict) -> Option<(Step, Load)> {
    let plan = load.plan;
    if plan.rounds > 1 {
        return Some((Step::OneFewerRound, load.with_rounds(plan.rounds - 1)));
    }
    if plan.reps > FEWEST_REPS {
        let fewer = (plan.reps - FEWEST_REPS).min(2);
        return Some((Step::FewerReps(fewer), load.with_reps(plan.reps - fewer)));
    }
    if let Some(style) = easier_styles(plan, verdict).last() {
        return Some((Step::EasierStyle(*style), load.with_style(*style)));
    }
    (plan.routine == Routine::KneeBend && load.sets == MOST_SETS)
        .then_some((Step::BackToTwoSets, Load { sets: 2, ..load }))
}

/// The open styles below the plan's, easiest first.
fn easier_styles(plan: Plan, verdict: &Verdict) -> Vec<Style> {
    let limit = ease(plan.routine, plan.style);
    let mut open = verdict.open_styles(plan.routine);
    open.retain(|style| ease(plan.routine, *style) < limit);
    open
}

/// Where a drop hurts it is the drop that goes first (evidence 1.7: scale the drop, down to lowering slowly).
fn style_without_drop(plan: Plan, verdict: &Verdict) -> Option<Style> {
    easier_styles(plan, verdict)
        .into_iter()
        .rfind(|style| !style.is_impact())
}

/// What has to have gone well before a step up.
struct Condition {
    /// Days since the plan was first done.
    pace: i64,
    /// Days that went well among the last seven.
    good_days: usize,
    /// Sets that make a day count.
    sets: usize,
}

fn step_up(
    told: &[&DoneSession],
    last: &DoneSession,
    load: Load,
    today: LocalDay,
) -> Option<Offer> {
    let complained = told
        .iter()
        .any(|one| complaint(one).is_some() && today.days_since(one.day) < WEEK_DAYS);
    if complained || !went_well(last) {
        return None;
    }
    let (step, condition) = next_up(load)?;
    let why = met(&condition, told, load.plan, today)?;
    Some(match step {
        Step::OneMoreRound => load.with_rounds(load.plan.rounds + 1).offered(step, why),
        Step::ThirdSet => Load {
            sets: MOST_SETS,
            ..load
        }
        .offered(step, why),
        _ => {
            let more = if why == Why::FeltEasy { 2 } else { 1 };
            let reps = (load.plan.reps + more).min(Plan::MOST_REPS);
            load.with_reps(reps)
                .offered(Step::MoreReps(reps - load.plan.reps), why)
        }
    })
}

/// The next step up from a load, and its condition; `None` at the top.
fn next_up(load: Load) -> Option<(Step, Condition)> {
    let plan = load.plan;
    match plan.routine {
        Routine::HeelDrop => (plan.rounds < Plan::MOST_ROUNDS
            && plan.reps <= MOST_DROPS_A_ROUND
            && plan.total_reps() < ENOUGH_DROPS)
            .then_some((
                Step::OneMoreRound,
                Condition {
                    pace: WEEKLY_PACE_DAYS,
                    good_days: GOOD_DAYS_WEEKLY,
                    sets: 1,
                },
            )),
        Routine::KneeBend if load.sets == 2 && plan.reps >= REPS_FOR_THIRD_SET => Some((
            Step::ThirdSet,
            Condition {
                pace: WEEKLY_PACE_DAYS,
                good_days: GOOD_DAYS_WEEKLY,
                sets: 2,
            },
        )),
        Routine::KneeBend => (plan.reps < Plan::MOST_REPS).then_some((
            Step::MoreReps(1),
            Condition {
                pace: REPS_PACE_DAYS,
                good_days: GOOD_DAYS_REPS,
                // Someone who does one of two sets, and easily, may add to it; a third set must have been tried.
                sets: if load.sets == MOST_SETS { 3 } else { 1 },
            },
        )),
    }
}

/// One day at the present plan.
#[derive(Default)]
struct Day {
    finished: usize,
    well: usize,
    easy: usize,
}

/// Whether the sessions since another plan was last done meet the condition, and how they felt.
fn met(condition: &Condition, told: &[&DoneSession], plan: Plan, today: LocalDay) -> Option<Why> {
    let mut days: BTreeMap<LocalDay, Day> = BTreeMap::new();
    for session in told.iter().rev().take_while(|one| is_of(one, plan)) {
        let day = days.entry(session.day).or_default();
        day.finished += usize::from(is_finished(session));
        day.well += usize::from(went_well(session));
        day.easy += usize::from(went_well(session) && session.effort == Some(Effort::Easy));
    }
    days.retain(|_, day| day.finished >= condition.sets);
    let first = *days.keys().next()?;
    let good: Vec<&Day> = days
        .iter()
        .filter(|(day, _)| (0..WEEK_DAYS).contains(&today.days_since(**day)))
        .map(|(_, day)| day)
        .filter(|day| day.well > 0)
        .collect();
    if today.days_since(first) < condition.pace || good.len() < condition.good_days {
        return None;
    }
    Some(if good.iter().all(|day| day.easy == day.well) {
        Why::FeltEasy
    } else {
        Why::FeltRight
    })
}

/// Whether a session was of this plan, the tempo apart.
fn is_of(session: &DoneSession, plan: Plan) -> bool {
    let record = &session.record;
    record.style == plan.style
        && record.planned_rounds == plan.rounds
        && record.planned_reps == plan.total_reps()
}

fn is_finished(session: &DoneSession) -> bool {
    matches!(session.record.ending, Ending::Completed | Ending::ByHand) && session.record.reps > 0
}

/// Finished, said to be easy or right, and no pain told (issue "Move": "without pain"). Pain of 1–3 holds the
/// plan where it is.
fn went_well(session: &DoneSession) -> bool {
    is_finished(session)
        && matches!(session.effort, Some(Effort::Easy | Effort::Right))
        && session.pain.is_none_or(|level| level.get() == 0)
}
