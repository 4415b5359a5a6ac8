//! Steps up are slow and earned, steps down come at once, and no step leads where the safety answers do not.
#![allow(clippy::unwrap_used)]

mod support {
    pub mod answers;
}

use bonewise::domain::day::{Instant, LocalDay};
use bonewise::domain::entry::{Ending, EntryId, SessionRecord};
use bonewise::domain::feeling::{Effort, PainLevel};
use bonewise::domain::journal::DoneSession;
use bonewise::domain::progression::{Offer, Step, Why, offer};
use bonewise::domain::routine::{Plan, Routine, Style, Tempo};
use bonewise::domain::safety::gate::EASY_SESSIONS;
use bonewise::domain::safety::{self, ASKED, Answer, ClearedFor, Facts, Question, Safety, Verdict};
use proptest::prelude::*;
use support::answers::answered;

const HEELS: Plan = Plan::NEWCOMER_HEEL_DROPS;
const KNEES: Plan = Plan::NEWCOMER_KNEE_BENDS;

/// Day `number` of a story.
fn day(number: u64) -> LocalDay {
    LocalDay::new(2040, 1, 1).unwrap().minus(5000 - number)
}

#[derive(Debug, Clone, Copy)]
struct Told {
    ending: Ending,
    effort: Option<Effort>,
    pain: Option<u8>,
}

const EASY: Told = Told {
    ending: Ending::Completed,
    effort: Some(Effort::Easy),
    pain: None,
};
const RIGHT: Told = Told {
    effort: Some(Effort::Right),
    ..EASY
};
const TOO_HARD: Told = Told {
    effort: Some(Effort::TooHard),
    ..EASY
};
const SILENT: Told = Told {
    effort: None,
    ..EASY
};
const STOPPED: Told = Told {
    ending: Ending::Stopped,
    ..EASY
};
const PAIN_STOP: Told = Told {
    ending: Ending::Pain,
    effort: None,
    pain: None,
};

fn easy_with_pain(level: u8) -> Told {
    Told {
        pain: Some(level),
        ..EASY
    }
}

fn session(plan: Plan, on: u64, told: Told) -> DoneSession {
    let all = plan.total_reps();
    let finished = matches!(told.ending, Ending::Completed | Ending::ByHand);
    DoneSession {
        id: EntryId::new("s").unwrap(),
        at: Instant(0),
        day: day(on),
        record: SessionRecord {
            routine: plan.routine,
            style: plan.style,
            rounds: plan.rounds,
            planned_rounds: plan.rounds,
            reps: if finished { all } else { all.div_ceil(2) },
            planned_reps: all,
            active_ms: 1,
            ending: told.ending,
        },
        effort: told.effort,
        pain: told.pain.map(|level| PainLevel::new(level).unwrap()),
    }
}

/// One session on each of these days.
fn on_days(plan: Plan, days: impl IntoIterator<Item = u64>, told: Told) -> Vec<DoneSession> {
    days.into_iter().map(|on| session(plan, on, told)).collect()
}

fn verdict(yes: &[Question]) -> Verdict {
    verdict_of(&answered(yes, day(0)))
}

/// With easy sessions enough for the firm styles, on the day of the answers.
fn verdict_of(safety: &Safety) -> Verdict {
    let facts = Facts {
        easy: EASY_SESSIONS,
        ..Facts::default()
    };
    safety::verdict(safety, &facts, day(0))
}

fn clear() -> Verdict {
    verdict(&[])
}

fn step(history: &[DoneSession], plan: Plan, sets: u8, today: u64) -> Option<(Step, Why)> {
    offer(history, plan, sets, &clear(), day(today)).map(|one| (one.step, one.why))
}

fn heels(rounds: u8) -> Plan {
    Plan { rounds, ..HEELS }
}

fn knees(reps: u8) -> Plan {
    Plan { reps, ..KNEES }
}

fn firm(rounds: u8) -> Plan {
    Plan {
        style: Style::FirmDrop,
        ..heels(rounds)
    }
}

// Heel drops upward

#[test]
fn a_week_of_easy_heel_drops_offers_one_more_round() {
    let history = on_days(HEELS, 0..7, EASY);
    let offered = offer(&history, HEELS, 2, &clear(), day(7)).unwrap();
    assert_eq!(
        (offered.step, offered.why),
        (Step::OneMoreRound, Why::FeltEasy)
    );
    assert_eq!((offered.plan, offered.sets_per_day), (heels(3), 2));
}

#[test]
fn right_among_easy_is_told_as_right() {
    for at in 0..7 {
        let mut history = on_days(HEELS, 0..7, EASY);
        history.insert(at, session(HEELS, u64::try_from(at).unwrap(), RIGHT));
        assert_eq!(
            step(&history, HEELS, 2, 7).map(|one| one.1),
            // A week ago is not in the week.
            Some(if at == 0 {
                Why::FeltEasy
            } else {
                Why::FeltRight
            }),
            "{at}"
        );
    }
}

#[test]
fn before_a_week_is_over_no_round_is_added() {
    for last in 0..7 {
        assert_eq!(
            step(&on_days(HEELS, 0..=last, EASY), HEELS, 2, last),
            None,
            "{last}"
        );
    }
}

#[test]
fn a_round_is_added_after_three_good_days_in_the_week_not_two() {
    assert!(step(&on_days(HEELS, [0, 4, 6], EASY), HEELS, 2, 7).is_none());
    assert!(step(&on_days(HEELS, [0, 3, 4, 6], EASY), HEELS, 2, 7).is_some());
    assert!(step(&on_days(HEELS, [0, 6, 6, 6, 6], EASY), HEELS, 2, 7).is_none());
}

#[test]
fn sessions_done_by_hand_count_like_others() {
    let by_hand = Told {
        ending: Ending::ByHand,
        ..EASY
    };
    assert!(step(&on_days(HEELS, 0..7, by_hand), HEELS, 2, 7).is_some());
}

#[test]
fn what_was_stopped_or_not_spoken_about_or_hurt_a_little_adds_nothing() {
    for told in [SILENT, STOPPED, easy_with_pain(1), easy_with_pain(3)] {
        assert_eq!(
            step(&on_days(HEELS, 0..7, told), HEELS, 2, 7),
            None,
            "{told:?}"
        );
        let mut history = on_days(HEELS, 0..7, EASY);
        history.push(session(HEELS, 7, told));
        assert_eq!(step(&history, HEELS, 2, 7), None, "{told:?} as the latest");
    }
    assert!(step(&on_days(HEELS, 0..7, easy_with_pain(0)), HEELS, 2, 7).is_some());
}

#[test]
fn a_complaint_keeps_the_plan_for_a_week() {
    for told in [TOO_HARD, PAIN_STOP, easy_with_pain(4)] {
        let mut history = on_days(HEELS, 0..7, EASY);
        history.push(session(HEELS, 7, told));
        history.extend(on_days(HEELS, 8..20, EASY));
        assert_eq!(step(&history[..14], HEELS, 2, 13), None, "{told:?}");
        assert!(step(&history[..15], HEELS, 2, 14).is_some(), "{told:?}");
    }
}

#[test]
fn the_week_begins_again_when_the_plan_was_another() {
    let mut history = on_days(heels(3), 0..7, EASY);
    history.extend(on_days(HEELS, 7..9, EASY));
    history.extend(on_days(heels(3), 9..12, EASY));
    assert_eq!(step(&history, heels(3), 2, 12), None);
}

#[test]
fn a_session_broken_off_before_the_first_repetition_changes_nothing() {
    let mut history = on_days(HEELS, 0..7, EASY);
    let mut nothing = session(HEELS, 7, SILENT);
    nothing.record.reps = 0;
    nothing.record.ending = Ending::Stopped;
    history.push(nothing.clone());
    assert!(step(&history, HEELS, 2, 7).is_some());
    history.last_mut().unwrap().record.ending = Ending::Pain;
    assert_eq!(
        step(&history, HEELS, 2, 7),
        Some((Step::StartLower, Why::PainStop))
    );
}

#[test]
fn rounds_are_added_up_to_fifty_drops_a_day() {
    let cases = [
        (9, 5, Some(10)),
        (10, 5, None),
        (8, 6, Some(9)),
        (9, 6, None),
        (2, 7, None),
    ];
    for (rounds, reps, next) in cases {
        let plan = Plan {
            reps,
            ..heels(rounds)
        };
        let offered = offer(&on_days(plan, 0..7, EASY), plan, 2, &clear(), day(7));
        assert_eq!(
            offered.map(|one| one.plan.rounds),
            next,
            "{rounds} x {reps}"
        );
    }
}

// Knee bends upward

#[test]
fn easy_adds_two_knee_bends_and_right_adds_one() {
    assert_eq!(
        step(&on_days(KNEES, [0, 0, 1, 1, 2], EASY), KNEES, 2, 3),
        Some((Step::MoreReps(2), Why::FeltEasy))
    );
    assert_eq!(
        step(&on_days(KNEES, [0, 0, 1, 2, 2], RIGHT), KNEES, 2, 3),
        Some((Step::MoreReps(1), Why::FeltRight))
    );
}

#[test]
fn knee_bends_wait_for_the_third_day_and_for_two_good_ones() {
    assert_eq!(
        step(&on_days(KNEES, [0, 0, 1, 1, 2, 2], EASY), KNEES, 2, 2),
        None
    );
    assert_eq!(step(&on_days(KNEES, [2, 2], EASY), KNEES, 2, 5), None);
}

#[test]
fn the_ladder_of_knee_bends() {
    // Reps, sets, felt, then what a good week offers: reps and sets.
    let cases = [
        (5, 2, EASY, Some((7, 2))),
        (9, 2, RIGHT, Some((10, 2))),
        (9, 2, EASY, Some((11, 2))),
        (10, 2, RIGHT, Some((10, 3))),
        (12, 2, EASY, Some((12, 3))),
        (10, 3, EASY, Some((12, 3))),
        (14, 3, EASY, Some((15, 3))),
        (15, 3, EASY, None),
        (15, 2, EASY, Some((15, 3))),
        (5, 3, RIGHT, Some((6, 3))),
    ];
    for (reps, sets, told, next) in cases {
        let plan = knees(reps);
        let sets_done = (0..8).flat_map(|on| vec![on; usize::from(sets)]);
        let offered = offer(
            &on_days(plan, sets_done, told),
            plan,
            sets,
            &clear(),
            day(7),
        );
        assert_eq!(
            offered.map(|one| (one.plan.reps, one.sets_per_day)),
            next,
            "{reps} x {sets}, {told:?}"
        );
    }
}

#[test]
fn a_third_set_waits_a_week_and_for_days_with_two() {
    let ten = knees(10);
    let two_a_day = |days: std::ops::Range<u64>| on_days(ten, days.flat_map(|on| [on, on]), EASY);
    assert_eq!(step(&two_a_day(0..7), ten, 2, 6), None);
    assert_eq!(step(&on_days(ten, 0..8, EASY), ten, 2, 7), None);
    assert_eq!(
        step(&two_a_day(0..8), ten, 2, 7),
        Some((Step::ThirdSet, Why::FeltEasy))
    );
    // Taken: the number waits until the third set was tried for as long as any other load.
    assert_eq!(step(&two_a_day(0..8), ten, 3, 8), None);
}

// Downward

/// Plan, sets, what was told, then the step, why, and the plan and sets after it.
type Down = (Plan, u8, Told, Step, Why, Plan, u8);

fn assert_down(cases: &[Down]) {
    for (plan, sets, told, step, why, then, then_sets) in cases {
        let offered = offer(&[session(*plan, 0, *told)], *plan, *sets, &clear(), day(0));
        let expected = Offer {
            step: *step,
            why: *why,
            plan: *then,
            sets_per_day: *then_sets,
        };
        assert_eq!(offered, Some(expected), "{plan:?} {told:?}");
    }
}

fn styled(style: Style, plan: Plan) -> Plan {
    Plan { style, ..plan }
}

#[test]
#[rustfmt::skip]
fn the_latest_heel_drops_lead_down_one_step() {
    use Style::{Gentle, Seated, SoftDrop};
    let six = Plan { reps: 6, ..heels(1) };
    let pain_4 = Why::Pain(PainLevel::STEP_DOWN);
    assert_down(&[
        (heels(5), 2, TOO_HARD, Step::OneFewerRound, Why::TooHard, heels(4), 2),
        (heels(5), 2, easy_with_pain(4), Step::OneFewerRound, pain_4, heels(4), 2),
        (heels(5), 2, PAIN_STOP, Step::StartLower, Why::PainStop, heels(2), 2),
        (firm(5), 2, TOO_HARD, Step::OneFewerRound, Why::TooHard, firm(4), 2),
        (firm(5), 2, easy_with_pain(4), Step::EasierStyle(Gentle), pain_4, heels(5), 2),
        (firm(5), 2, PAIN_STOP, Step::StartLower, Why::PainStop, heels(2), 2),
        (firm(1), 2, TOO_HARD, Step::EasierStyle(SoftDrop), Why::TooHard, styled(SoftDrop, heels(1)), 2),
        (six, 2, TOO_HARD, Step::FewerReps(1), Why::TooHard, heels(1), 2),
        (heels(1), 2, PAIN_STOP, Step::EasierStyle(Seated), Why::PainStop, styled(Seated, heels(1)), 2),
    ]);
}

#[test]
#[rustfmt::skip]
fn the_latest_knee_bends_lead_down_one_step() {
    use Style::SitToStand;
    let pain_4 = Why::Pain(PainLevel::STEP_DOWN);
    assert_down(&[
        (knees(12), 2, TOO_HARD, Step::FewerReps(2), Why::TooHard, knees(10), 2),
        (knees(12), 3, easy_with_pain(4), Step::FewerReps(2), pain_4, knees(10), 3),
        (knees(6), 3, TOO_HARD, Step::FewerReps(1), Why::TooHard, knees(5), 3),
        (knees(15), 3, PAIN_STOP, Step::StartLower, Why::PainStop, knees(7), 2),
        (knees(5), 3, TOO_HARD, Step::EasierStyle(SitToStand), Why::TooHard, styled(SitToStand, KNEES), 3),
        (knees(5), 3, PAIN_STOP, Step::EasierStyle(SitToStand), Why::PainStop, styled(SitToStand, KNEES), 3),
    ]);
}

#[test]
fn a_third_set_that_was_too_much_leads_back_to_two() {
    let ten = knees(10);
    let mut history = on_days(ten, [0, 0], RIGHT);
    history.push(session(ten, 0, TOO_HARD));
    assert_eq!(
        step(&history, ten, 3, 0),
        Some((Step::BackToTwoSets, Why::TooHard))
    );
    // Two are asked for already; what the third was like does not speak against them.
    assert_eq!(step(&history, ten, 2, 0), None);
    assert_eq!(
        step(&history, ten, 2, 14),
        Some((Step::StartLower, Why::LongGap(14)))
    );
    history[2] = session(ten, 0, easy_with_pain(4));
    assert!(step(&history, ten, 2, 0).is_some(), "pain always does");
}

#[test]
fn a_third_session_of_heel_drops_is_like_any_other() {
    let mut history = on_days(heels(5), [0, 0], RIGHT);
    history.push(session(heels(5), 0, TOO_HARD));
    for sets in [2, 3] {
        assert_eq!(
            step(&history, heels(5), sets, 0),
            Some((Step::OneFewerRound, Why::TooHard))
        );
    }
}

#[test]
fn at_the_very_least_a_day_of_rest_is_offered_and_not_later_than_the_day_after() {
    let least = Plan {
        style: Style::Seated,
        ..heels(1)
    };
    let history = [session(least, 0, easy_with_pain(6))];
    for (today, offered) in [(0, true), (1, true), (2, false), (20, false)] {
        let found = offer(&history, least, 2, &clear(), day(today));
        assert_eq!(found.is_some(), offered, "{today}");
        if let Some(found) = found {
            assert_eq!((found.step, found.plan), (Step::RestDay, least));
        }
    }
    let seated = Plan {
        style: Style::Seated,
        ..KNEES
    };
    let history = [session(seated, 0, TOO_HARD)];
    assert_eq!(
        step(&history, seated, 3, 0),
        Some((Step::BackToTwoSets, Why::TooHard))
    );
    assert_eq!(
        step(&history, seated, 2, 0),
        Some((Step::RestDay, Why::TooHard))
    );
}

#[test]
fn pain_that_stopped_a_session_outweighs_what_else_was_said() {
    let told = Told {
        ending: Ending::Pain,
        effort: Some(Effort::Easy),
        pain: Some(0),
    };
    assert_eq!(
        step(&[session(HEELS, 0, told)], HEELS, 2, 0),
        Some((Step::StartLower, Why::PainStop))
    );
}

#[test]
fn a_complaint_is_answered_once() {
    let history = [session(heels(5), 0, TOO_HARD)];
    for rounds in 1..5 {
        assert_eq!(step(&history, heels(rounds), 2, 0), None, "{rounds}");
    }
    assert!(step(&[session(firm(5), 0, PAIN_STOP)], heels(5), 2, 0).is_none());
}

// After a gap

#[test]
fn after_fourteen_days_about_half_is_suggested() {
    let cases = [
        (heels(10), 2, Some((5, 5, 2))),
        (heels(3), 2, Some((1, 5, 2))),
        (heels(1), 2, None),
        (knees(15), 3, Some((1, 7, 2))),
        (knees(8), 2, Some((1, 5, 2))),
        (knees(5), 3, Some((1, 5, 2))),
        (knees(5), 2, None),
        (knees(3), 2, None),
    ];
    for (plan, sets, then) in cases {
        let history = on_days(plan, 0..30, EASY);
        assert_ne!(
            step(&history, plan, sets, 42).map(|one| one.0),
            Some(Step::StartLower),
            "{plan:?}"
        );
        let offered = offer(&history, plan, sets, &clear(), day(43));
        assert_eq!(
            offered.map(|one| (one.plan.rounds, one.plan.reps, one.sets_per_day)),
            then,
            "{plan:?}"
        );
        let step = if plan.reps == 5 && sets == 3 {
            Step::BackToTwoSets
        } else {
            Step::StartLower
        };
        assert!(offered.is_none_or(|one| (one.step, one.why) == (step, Why::LongGap(14))));
    }
}

#[test]
fn after_a_gap_that_began_with_pain_the_drop_stays_away_too() {
    let history = [session(firm(6), 0, easy_with_pain(5))];
    let offered = offer(&history, firm(6), 2, &clear(), day(20)).unwrap();
    assert_eq!((offered.why, offered.plan), (Why::LongGap(20), heels(3)));
}

#[test]
fn nothing_is_offered_to_a_newcomer_or_before_the_safety_answers() {
    assert_eq!(step(&[], HEELS, 2, 0), None);
    let history = on_days(HEELS, 0..8, EASY);
    let unanswered = verdict_of(&Safety::default());
    assert_eq!(offer(&history, HEELS, 2, &unanswered, day(7)), None);
}

#[test]
fn a_wish_that_is_not_open_is_taken_in_the_open_style() {
    let history = on_days(HEELS, 0..8, EASY);
    let gentle = verdict(&[Question::Fall]);
    let offered = offer(&history, firm(2), 2, &gentle, day(7)).unwrap();
    assert_eq!((offered.step, offered.plan), (Step::OneMoreRound, heels(3)));
}

// Answers to offers

#[test]
fn an_answered_offer_waits_a_day_and_a_step_up_its_pace() {
    let up = offer(&on_days(HEELS, 0..8, EASY), HEELS, 2, &clear(), day(7)).unwrap();
    let down = offer(&[session(HEELS, 7, TOO_HARD)], HEELS, 2, &clear(), day(7)).unwrap();
    let knee = offer(&on_days(KNEES, 0..5, EASY), KNEES, 2, &clear(), day(5)).unwrap();
    for (offered, wait) in [(up, 7), (down, 1), (knee, 3)] {
        assert!(offered.may_be_shown(None, day(10)));
        for passed in 0..10 {
            assert_eq!(
                offered.may_be_shown(Some(day(10)), day(10 + passed)),
                passed >= wait,
                "{:?} after {passed}",
                offered.step
            );
        }
        assert!(
            offered.may_be_shown(Some(day(11)), day(10)),
            "a clock set back"
        );
    }
}

// Properties

fn plans() -> impl Strategy<Value = Plan> {
    (0..2_usize, 0..5_usize, 1..=10_u8, 1..=15_u8).prop_map(|(routine, style, rounds, reps)| {
        let routine = Routine::ALL[routine];
        let styles = routine.styles();
        Plan {
            routine,
            style: styles[style % styles.len()],
            rounds,
            reps,
            tempo: Tempo::Slow,
        }
        .sane()
    })
}

fn tellings() -> impl Strategy<Value = Told> {
    let ending = prop_oneof![
        8 => Just(Ending::Completed),
        2 => Just(Ending::ByHand),
        1 => Just(Ending::Stopped),
        1 => Just(Ending::Pain),
    ];
    let effort = prop_oneof![
        5 => Just(Some(Effort::Easy)),
        4 => Just(Some(Effort::Right)),
        1 => Just(Some(Effort::TooHard)),
        1 => Just(None),
    ];
    let pain = prop_oneof![6 => Just(None), 2 => Just(Some(0)), 1 => (0..=10_u8).prop_map(Some)];
    (ending, effort, pain).prop_map(|(ending, effort, pain)| Told {
        ending,
        effort,
        pain,
    })
}

fn verdicts() -> impl Strategy<Value = Verdict> {
    let answer = prop_oneof![
        20 => Just(Some(Answer::No)),
        1 => Just(Some(Answer::Yes)),
        1 => Just(Some(Answer::NotSure)),
    ];
    let cleared = prop_oneof![
        2 => Just(None),
        1 => Just(Some(ClearedFor::Gentle)),
        1 => Just(Some(ClearedFor::All)),
    ];
    (
        prop::collection::vec(answer, Question::ALL.len()),
        cleared,
        0..20_u8,
    )
        .prop_map(|(answers, scope, left_out)| {
            let mut safety = Safety {
                asked: ASKED,
                answered: Some(day(0)),
                ..Safety::default()
            };
            for (question, answer) in Question::ALL.into_iter().zip(answers) {
                if let Some(answer) = answer.filter(|_| left_out != 0) {
                    safety.answers.set(question, answer);
                }
            }
            safety.clear(scope, &Facts::default(), day(0));
            verdict_of(&safety)
        })
}

#[derive(Debug, Clone)]
struct Case {
    history: Vec<DoneSession>,
    current: Plan,
    sets: u8,
    verdict: Verdict,
    today: LocalDay,
}

/// Histories of which most sessions, and always the latest, are of the current plan.
fn cases() -> impl Strategy<Value = Case> {
    let one = (
        prop_oneof![12 => 0..2_u64, 1 => 2..20_u64],
        prop_oneof![12 => Just(None), 1 => plans().prop_map(Some)],
        tellings(),
    );
    let mood = prop_oneof![Just(None), Just(Some(EASY)), Just(Some(RIGHT))];
    (
        plans(),
        prop::collection::vec(one, 1..25),
        mood,
        tellings(),
        0..=4_u8,
        verdicts(),
        prop_oneof![6 => 0..2_u64, 1 => 2..40_u64],
    )
        .prop_map(|(current, story, mood, latest, sets, verdict, since)| {
            let mut on = 0;
            let mut history = Vec::new();
            for (passed, other, told) in story {
                on += passed;
                let plan = other.unwrap_or(current);
                if plan.routine == current.routine {
                    history.push(session(plan, on, mood.unwrap_or(told)));
                }
            }
            history.push(session(current, on, latest));
            Case {
                history,
                current,
                sets,
                verdict,
                today: day(on + since),
            }
        })
}

fn complained(session: &DoneSession) -> bool {
    session.effort == Some(Effort::TooHard)
        || session.record.ending == Ending::Pain
        || session
            .pain
            .is_some_and(|level| level >= PainLevel::STEP_DOWN)
}

fn ease(plan: Plan) -> usize {
    let styles = plan.routine.styles();
    styles.iter().position(|one| *one == plan.style).unwrap()
}

fn reps_a_day(offered: &Offer) -> u16 {
    match offered.plan.routine {
        Routine::HeelDrop => offered.plan.total_reps(),
        Routine::KneeBend => offered.plan.total_reps() * u16::from(offered.sets_per_day),
    }
}

fn most_a_day(routine: Routine) -> u16 {
    match routine {
        Routine::HeelDrop => 10 * 6,
        Routine::KneeBend => 3 * 15,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_offer_stays_in_range_and_within_the_safety_answers(case in cases()) {
        let Case { history, current, sets, verdict, today } = case;
        if let Some(offered) = offer(&history, current, sets, &verdict, today) {
            prop_assert_eq!(offered.plan, offered.plan.sane());
            prop_assert_eq!(offered.plan.routine, current.routine);
            prop_assert_eq!(offered.plan.tempo, current.tempo);
            prop_assert!(verdict.allows(current.routine, offered.plan.style));
            prop_assert!(reps_a_day(&offered) <= most_a_day(current.routine));
            if verdict.allows(current.routine, current.style) {
                prop_assert!(ease(offered.plan) <= ease(current), "a harder style");
            }
        }
    }

    #[test]
    fn a_complaint_or_a_gap_never_leads_up(case in cases()) {
        let Case { history, current, sets, verdict, today } = case;
        let last = history.last().unwrap();
        let offered = offer(&history, current, sets, &verdict, today);
        if complained(last) || today.days_since(last.day) >= 14 || last.effort.is_none() {
            prop_assert!(offered.is_none_or(|one| !one.step.is_up()));
        } else {
            prop_assert!(offered.is_none_or(|one| one.step.is_up()));
        }
    }

    #[test]
    fn a_complaint_about_the_present_plan_is_always_answered(case in cases()) {
        let Case { history, current, sets, verdict, today } = case;
        let last = history.last().unwrap();
        if complained(last) && today == last.day && verdict.allows(current.routine, current.style) {
            let sets_done = history.iter().filter(|one| one.day == today).count();
            let third = current.routine == Routine::KneeBend
                && last.effort == Some(Effort::TooHard)
                && sets_done > usize::from(sets.clamp(1, 3));
            let offered = offer(&history, current, sets, &verdict, today);
            prop_assert!(offered.is_some() || third, "{:?}", last);
        }
    }

    #[test]
    fn down_reduces_something_and_adds_nothing_and_up_adds_one_thing(case in cases()) {
        let Case { history, current, sets, verdict, today } = case;
        if let Some(offered) = offer(&history, current, sets, &verdict, today) {
            let style = verdict.nearest(current.routine, current.style).unwrap();
            let before = Plan { style, ..current };
            let sets = if current.routine == Routine::KneeBend { sets.clamp(1, 3) } else { sets };
            if current.routine == Routine::HeelDrop {
                prop_assert_eq!(offered.sets_per_day, sets);
            }
            let was = [ease(before), usize::from(before.rounds), usize::from(before.reps), usize::from(sets)];
            let is = [
                ease(offered.plan),
                usize::from(offered.plan.rounds),
                usize::from(offered.plan.reps),
                usize::from(offered.sets_per_day),
            ];
            let up = was.iter().zip(&is).filter(|(was, is)| is > was).count();
            let down = was.iter().zip(&is).filter(|(was, is)| is < was).count();
            if offered.step.is_up() {
                prop_assert_eq!((up, down), (1, 0));
                prop_assert_eq!(offered.plan.style, style);
            } else if offered.step == Step::RestDay {
                prop_assert_eq!((up, down), (0, 0));
            } else {
                prop_assert_eq!(up, 0);
                prop_assert!(down > 0);
            }
        }
    }

    #[test]
    fn a_step_down_that_was_taken_is_not_offered_twice(case in cases()) {
        let Case { history, current, sets, verdict, today } = case;
        if let Some(first) = offer(&history, current, sets, &verdict, today)
            && !first.step.is_up()
            && verdict.allows(current.routine, current.style)
        {
            let again = offer(&history, first.plan, first.sets_per_day, &verdict, today);
            prop_assert!(again.is_none_or(|one| one.step == Step::RestDay), "{:?} then {:?}", first, again);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn steps_keep_their_pace_when_every_offer_is_taken(
        feelings in prop::collection::vec(
            (prop_oneof![30 => Just(EASY), 20 => Just(RIGHT), 1 => tellings()], 1..=3_usize),
            120,
        ),
        routine in 0..2_usize,
    ) {
        let (mut plan, mut sets) = ([HEELS, KNEES][routine], 2_u8);
        let mut history: Vec<DoneSession> = Vec::new();
        let mut ups: Vec<(u64, Step)> = Vec::new();
        let mut answered = None;
        for (on, (told, times)) in (0..).zip(feelings) {
            for _ in 0..times {
                // In the morning or before a set, and again after it.
                for after in [false, true] {
                    if after {
                        history.push(session(plan, on, told));
                    }
                    let offered = offer(&history, plan, sets, &clear(), day(on))
                        .filter(|one| one.may_be_shown(answered, day(on)));
                    if let Some(offered) = offered {
                        answered = Some(day(on));
                        prop_assert!(reps_a_day(&offered) <= most_a_day(plan.routine));
                        if offered.step.is_up() {
                            ups.push((on, offered.step));
                        }
                        (plan, sets) = (offered.plan, offered.sets_per_day);
                    }
                }
            }
        }
        for pair in ups.windows(2) {
            let passed = i64::try_from(pair[1].0 - pair[0].0).unwrap();
            prop_assert!(passed >= pair[1].1.pace_days(), "{:?}", pair);
        }
    }
}

#[test]
fn heel_drops_are_raised_at_most_weekly_even_if_nobody_keeps_the_answers() {
    let mut plan = HEELS;
    let mut history = Vec::new();
    let mut ups: Vec<u64> = Vec::new();
    for on in 0..120 {
        for after in [false, true] {
            if after {
                history.push(session(plan, on, EASY));
            }
            if let Some(offered) = offer(&history, plan, 2, &clear(), day(on)) {
                assert_eq!(offered.step, Step::OneMoreRound);
                ups.push(on);
                plan = offered.plan;
            }
        }
    }
    // Two rounds to ten: eight steps, a week each.
    assert_eq!(ups, [7, 14, 21, 28, 35, 42, 49, 56]);
    assert_eq!(plan, heels(10));
}

#[test]
fn knee_bends_reach_three_sets_of_fifteen_in_weeks_not_days() {
    let (mut plan, mut sets) = (KNEES, 2);
    let mut history = Vec::new();
    let mut story = Vec::new();
    for on in 0..60 {
        for _ in 0..sets {
            history.push(session(plan, on, EASY));
        }
        if let Some(offered) = offer(&history, plan, sets, &clear(), day(on)) {
            (plan, sets) = (offered.plan, offered.sets_per_day);
            story.push((on, plan.reps, sets));
        }
    }
    assert_eq!(
        story,
        [
            (3, 7, 2),
            (7, 9, 2),
            (11, 11, 2),
            (19, 11, 3),
            (23, 13, 3),
            (27, 15, 3)
        ]
    );
}
