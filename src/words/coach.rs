//! What the coach says and shows.

use crate::domain::coach::{Coach, PauseReason, Stage, Status};
use crate::domain::cue::{Milestone, Phrase};
use crate::domain::feeling::{Effort, PainLevel, PainPlace};
use crate::domain::figure::Manner;
use crate::domain::routine::{Beat, Plan, Routine, Style, Tempo};
use crate::domain::settings::Side;
use crate::tr;

/// The words of a sound test.
pub fn test_words() -> &'static str {
    tr!(coach.test_words)
}

/// What the voice says. A bare number is said as it stands.
pub fn spoken(phrase: Phrase, coach: &Coach, manner: Manner) -> String {
    match phrase {
        Phrase::GetReady => format!(
            "{}. {}",
            tr!(coach.get_ready),
            outlook(coach.plan(), manner)
        ),
        Phrase::CountIn(second) => second.to_string(),
        Phrase::Count(number, None) => number.to_string(),
        Phrase::Count(number, Some(Milestone::HalfWay)) => tr!(coach.count_half_way, n = number),
        Phrase::Count(number, Some(Milestone::LastThree)) => {
            tr!(coach.count_last_three, n = number)
        }
        other => shown(other, coach, manner),
    }
}

/// What the screen shows as the one instruction.
pub fn shown(phrase: Phrase, coach: &Coach, manner: Manner) -> String {
    let plan = coach.plan();
    match phrase {
        Phrase::GetReady => outlook(plan, manner),
        Phrase::CountIn(_) => tr!(coach.get_ready).to_owned(),
        Phrase::Beat(now) => beat(plan.routine, plan.style, now).to_owned(),
        Phrase::Count(..) => beat(plan.routine, plan.style, Beat::Settle).to_owned(),
        Phrase::Rest => rest(coach, manner.rub).to_owned(),
        Phrase::RestEnding => tr!(coach.rest_ending).to_owned(),
        Phrase::Paused => tr!(coach.paused).to_owned(),
        Phrase::Finished => tr!(coach.finished).to_owned(),
    }
}

/// Why the session waits and where, as a question.
pub fn pause_question(coach: &Coach) -> String {
    let time = minutes(coach.elapsed_ms());
    match coach.status() {
        Status::Paused(PauseReason::Away) => tr!(coach.paused_away, time = time),
        Status::Paused(PauseReason::Restored | PauseReason::Moved) => {
            tr!(coach.paused_restored, time = time)
        }
        _ => tr!(coach.paused_at, time = time),
    }
}

/// What is done in a rest: one hand stays on the support, and nobody is told to rub where it may harm.
fn rest(coach: &Coach, rub: bool) -> &'static str {
    let seated = !coach.plan().style.is_standing();
    match (coach.is_last_rest(), seated, rub) {
        (true, true, _) => tr!(coach.rest_last_seated),
        (true, false, _) => tr!(coach.rest_last),
        (false, true, true) => tr!(coach.rest_seated),
        (false, true, false) => tr!(coach.rest_calm_seated),
        (false, false, true) => tr!(coach.rest),
        (false, false, false) => tr!(coach.rest_calm),
    }
}

/// How many, and how to stand: what is said while getting ready.
fn outlook(plan: Plan, manner: Manner) -> String {
    let first = first_thing(plan, manner);
    match (plan.routine, plan.rounds) {
        (Routine::KneeBend, _) => tr!(coach.get_ready_set, reps = plan.reps, first = first),
        (Routine::HeelDrop, 1) => tr!(coach.get_ready_round, reps = plan.reps, first = first),
        (Routine::HeelDrop, rounds) => {
            tr!(
                coach.get_ready_rounds,
                rounds = rounds,
                reps = plan.reps,
                first = first
            )
        }
    }
}

fn first_thing(plan: Plan, manner: Manner) -> String {
    let stand = match plan.style {
        Style::Seated | Style::SitToStand => tr!(coach.first_sit),
        Style::Traditional => tr!(coach.first_traditional),
        _ => tr!(coach.first_hold),
    };
    let leg = match manner.leg_back(plan.style) {
        Some(Side::Left) => tr!(coach.first_longer_leg_left),
        Some(Side::Right) => tr!(coach.first_longer_leg_right),
        None => "",
    };
    format!("{stand} {leg}").trim_end().to_owned()
}

fn beat(routine: Routine, style: Style, beat: Beat) -> &'static str {
    match (routine, style, beat) {
        (Routine::HeelDrop, Style::Seated, Beat::Rise) => tr!(coach.rise_heels_seated),
        (Routine::HeelDrop, _, Beat::Rise) => tr!(coach.rise_heels),
        (Routine::HeelDrop, _, Beat::Hold) => tr!(coach.hold_heels),
        (Routine::HeelDrop, _, Beat::Lower) => tr!(coach.lower_heels),
        (Routine::HeelDrop, Style::SoftDrop, Beat::Drop) => tr!(coach.drop_soft),
        (Routine::HeelDrop, _, Beat::Drop) => tr!(coach.drop_firm),
        (Routine::HeelDrop, _, Beat::Settle) => tr!(coach.settle_heels),
        (Routine::KneeBend, Style::Seated, Beat::Rise) => tr!(coach.rise_lift),
        (Routine::KneeBend, Style::Seated, Beat::Hold) => tr!(coach.hold_lift),
        (Routine::KneeBend, Style::Seated, Beat::Lower | Beat::Drop) => tr!(coach.lower_lift),
        (Routine::KneeBend, Style::Seated, Beat::Settle) => tr!(coach.settle_lift),
        (Routine::KneeBend, Style::SitToStand, Beat::Rise) => tr!(coach.rise_sit),
        (Routine::KneeBend, Style::SitToStand, Beat::Hold) => tr!(coach.hold_sit),
        (Routine::KneeBend, Style::SitToStand, Beat::Lower | Beat::Drop) => tr!(coach.lower_sit),
        (Routine::KneeBend, Style::SitToStand, Beat::Settle) => tr!(coach.settle_sit),
        (Routine::KneeBend, _, Beat::Rise) => tr!(coach.rise_knees),
        (Routine::KneeBend, _, Beat::Hold) => tr!(coach.hold_knees),
        (Routine::KneeBend, _, Beat::Lower | Beat::Drop) => tr!(coach.lower_knees),
        (Routine::KneeBend, _, Beat::Settle) => tr!(coach.settle_knees),
    }
}

/// "Half-way", for the small line above the figure.
pub fn milestone(milestone: Milestone) -> &'static str {
    match milestone {
        Milestone::HalfWay => tr!(coach.half_way),
        Milestone::LastThree => tr!(coach.last_three),
    }
}

/// "Round 1 of 2", or "One set".
pub fn round(coach: &Coach) -> String {
    match coach.plan().routine {
        Routine::HeelDrop => {
            tr!(
                coach.round_of,
                round = coach.round(),
                rounds = coach.plan().rounds
            )
        }
        Routine::KneeBend => tr!(coach.one_set).to_owned(),
    }
}

/// The giant number and the small words beside it: repetitions in a round, seconds in a rest.
pub fn count(coach: &Coach) -> (String, String) {
    use crate::domain::coach::seconds_up;
    match (coach.status(), coach.stage()) {
        (Status::CountIn { left_ms }, _) => (seconds_up(left_ms).to_string(), String::new()),
        (_, Stage::GetReady | Stage::Rest { .. }) => {
            let seconds = seconds_up(coach.stage_left_ms());
            let word = if seconds == 1 {
                tr!(coach.second)
            } else {
                tr!(coach.seconds)
            };
            (seconds.to_string(), word.to_owned())
        }
        _ => (
            coach.reps_done_in_round().to_string(),
            tr!(coach.count_of, reps = coach.plan().reps),
        ),
    }
}

/// The name of a tempo.
pub fn tempo(tempo: Tempo) -> &'static str {
    match tempo {
        Tempo::Slowest => tr!(coach.tempo_slowest),
        Tempo::Slow => tr!(coach.tempo_slow),
        Tempo::Normal => tr!(coach.tempo_normal),
        Tempo::Brisk => tr!(coach.tempo_brisk),
        Tempo::Briskest => tr!(coach.tempo_briskest),
    }
}

/// Each level of pain as it is written, and as it is read out.
pub fn pain_levels() -> Vec<(String, Option<String>)> {
    PainLevel::all()
        .map(PainLevel::get)
        .map(|level| (level.to_string(), Some(tr!(coach.pain_level, n = level))))
        .collect()
}

/// What follows from pain that stopped a session, beyond this day.
pub fn pain_follows(place: PainPlace) -> &'static str {
    match place {
        PainPlace::Chest => tr!(coach.pain_follows_chest),
        PainPlace::Back | PainPlace::Hip | PainPlace::Elsewhere => tr!(coach.pain_follows_bone),
        PainPlace::Knee | PainPlace::Foot => tr!(coach.pain_follows_leg),
    }
}

/// The name of an effort.
pub fn effort(effort: Effort) -> &'static str {
    match effort {
        Effort::Easy => tr!(coach.effort_easy),
        Effort::Right => tr!(coach.effort_right),
        Effort::TooHard => tr!(coach.effort_too_hard),
    }
}

/// Minutes and seconds: `4:10`.
pub fn minutes(ms: u64) -> String {
    super::dates::clock(ms / 1000)
}
