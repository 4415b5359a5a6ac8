//! Whole sessions of the coach, told as stories: what is counted, said and shown when.
#![allow(clippy::unwrap_used)]

use bonewise::domain::coach::{Coach, Event, PauseReason, Stage, Status};
use bonewise::domain::cue::{Cue, Milestone, Phrase, Tone};
use bonewise::domain::entry::Ending;
use bonewise::domain::routine::{Beat, Plan, Routine, Style, Tempo};

/// A person with a watch: lets time pass in frames of 16 ms and collects what the coach asks for.
struct Session {
    coach: Coach,
    clock: f64,
    cues: Vec<(f64, Cue)>,
}

impl Session {
    fn of(plan: Plan) -> Self {
        let (coach, cues) = Coach::start(plan, 0.0);
        let cues = cues.into_iter().map(|cue| (0.0, cue)).collect();
        Self {
            coach,
            clock: 0.0,
            cues,
        }
    }

    fn handle(&mut self, event: Event) {
        let cues = self.coach.handle(self.clock, event);
        self.cues
            .extend(cues.into_iter().map(|cue| (self.clock, cue)));
    }

    fn wait(&mut self, ms: f64) {
        let end = self.clock + ms;
        while self.clock < end {
            self.clock = (self.clock + 16.0).min(end);
            self.handle(Event::Tick);
        }
    }

    fn said(&self) -> Vec<Phrase> {
        self.cues
            .iter()
            .filter_map(|(_, cue)| match cue {
                Cue::Say(phrase) => Some(*phrase),
                _ => None,
            })
            .collect()
    }

    fn saves(&self) -> usize {
        self.cues
            .iter()
            .filter(|(_, cue)| *cue == Cue::Save)
            .count()
    }
}

fn ten_minutes() -> Plan {
    Plan {
        rounds: 10,
        reps: 6,
        ..Plan::NEWCOMER_HEEL_DROPS
    }
}

#[test]
fn a_newcomers_session_counts_ten_and_completes_after_two_minutes() {
    let mut session = Session::of(Plan::NEWCOMER_HEEL_DROPS);
    session.wait(129_900.0);
    assert!(matches!(session.coach.status(), Status::Running));
    session.wait(200.0);
    let record = session.coach.record();
    assert_eq!((record.reps, record.rounds), (10, 2));
    assert_eq!(record.ending, Ending::Completed);
    assert_eq!(record.active_ms, 130_000);
    let counted: Vec<u8> = session
        .said()
        .into_iter()
        .filter_map(|phrase| match phrase {
            Phrase::Count(number, _) => Some(number),
            _ => None,
        })
        .collect();
    assert_eq!(counted, [1, 2, 3, 4, 5, 1, 2, 3, 4, 5]);
    assert!(session.saves() >= 10, "each repetition is saved");
}

#[test]
fn the_voice_says_half_way_last_three_and_finished_once_each() {
    let mut session = Session::of(ten_minutes());
    session.wait(611_000.0);
    let said = session.said();
    let times = |wanted: Milestone| {
        said.iter()
            .filter(|phrase| matches!(phrase, Phrase::Count(_, Some(m)) if *m == wanted))
            .count()
    };
    assert_eq!(times(Milestone::HalfWay), 1);
    assert_eq!(times(Milestone::LastThree), 1);
    assert_eq!(
        said.iter().filter(|one| **one == Phrase::Finished).count(),
        1
    );

    let mut short = Session::of(Plan {
        reps: 10,
        rounds: 1,
        ..Plan::NEWCOMER_KNEE_BENDS
    });
    short.wait(120_000.0);
    let at = |wanted: Milestone| {
        short.said().iter().find_map(|phrase| match phrase {
            Phrase::Count(number, Some(m)) if *m == wanted => Some(*number),
            _ => None,
        })
    };
    assert_eq!(at(Milestone::HalfWay), Some(5));
    assert_eq!(at(Milestone::LastThree), Some(7));
}

#[test]
fn a_ten_minute_session_with_everything_that_can_happen_keeps_its_count() {
    let mut session = Session::of(ten_minutes());
    session.wait(30_000.0);
    session.handle(Event::Slower);
    session.wait(20_000.0);
    session.handle(Event::Pause(PauseReason::Asked));
    let (reps, elapsed) = (session.coach.reps_done(), session.coach.elapsed_ms());
    session.wait(600_000.0);
    assert_eq!(
        (session.coach.reps_done(), session.coach.elapsed_ms()),
        (reps, elapsed),
        "nothing happens in a pause"
    );
    session.handle(Event::Continue);
    session.wait(60_000.0);
    // The lid is closed for an hour.
    let (reps, elapsed) = (session.coach.reps_done(), session.coach.elapsed_ms());
    session.clock += 3_600_000.0;
    session.handle(Event::Tick);
    assert_eq!(session.coach.status(), Status::Paused(PauseReason::Away));
    assert_eq!(
        (session.coach.reps_done(), session.coach.elapsed_ms()),
        (reps, elapsed),
        "no repetition is invented"
    );
    session.handle(Event::Continue);
    // The clock is set back.
    session.clock -= 500_000.0;
    session.handle(Event::Tick);
    assert_eq!(session.coach.elapsed_ms(), elapsed);
    session.handle(Event::Faster);
    session.wait(700_000.0);
    let record = session.coach.record();
    assert_eq!((record.reps, record.rounds), (60, 10));
    assert_eq!(record.ending, Ending::Completed);
}

#[test]
fn a_movement_broken_off_begins_anew_and_one_that_counted_is_not_repeated() {
    let mut session = Session::of(Plan::NEWCOMER_HEEL_DROPS);
    session.wait(10_000.0 + 6_500.0 + 1_000.0);
    assert_eq!(session.coach.reps_done(), 1);
    session.handle(Event::Pause(PauseReason::Asked));
    session.handle(Event::Continue);
    session.wait(3_000.0);
    assert_eq!(
        session.coach.stage(),
        Stage::Work {
            round: 1,
            rep: 2,
            beat: 0
        }
    );
    session.wait(5_600.0);
    assert_eq!(
        session.coach.reps_done(),
        2,
        "in the settling beat of the second"
    );
    session.handle(Event::Pause(PauseReason::Asked));
    session.handle(Event::Continue);
    session.wait(3_100.0);
    assert_eq!(session.coach.reps_done(), 2);
    assert!(matches!(session.coach.stage(), Stage::Work { rep: 3, .. }));
}

#[test]
fn rest_can_be_cut_short_or_made_longer() {
    let mut session = Session::of(Plan::NEWCOMER_HEEL_DROPS);
    session.handle(Event::ReadyNow);
    session.wait(32_600.0);
    assert!(matches!(
        session.coach.stage(),
        Stage::Rest { round: 1, .. }
    ));
    let left = session.coach.stage_left_ms();
    session.handle(Event::MoreRest);
    assert!((session.coach.stage_left_ms() - left - 30_000.0).abs() < 1.0);
    session.handle(Event::ReadyNow);
    assert!(matches!(
        session.coach.stage(),
        Stage::Work { round: 2, .. }
    ));
}

#[test]
fn stopping_and_pain_keep_what_was_done() {
    for (event, ending) in [(Event::Stop, Ending::Stopped), (Event::Pain, Ending::Pain)] {
        let mut session = Session::of(Plan::NEWCOMER_HEEL_DROPS);
        session.wait(24_000.0);
        session.handle(event);
        let record = session.coach.record();
        assert_eq!((record.reps, record.rounds, record.ending), (2, 1, ending));
        session.handle(Event::Tick);
        session.handle(Event::Continue);
        assert_eq!(session.coach.status(), Status::Ended(ending));
    }
}

#[test]
fn stopping_in_the_closing_rest_is_a_completed_session() {
    let mut session = Session::of(Plan::NEWCOMER_HEEL_DROPS);
    session.wait(110_000.0);
    assert!(session.coach.is_last_rest());
    session.handle(Event::Stop);
    assert_eq!(session.coach.record().ending, Ending::Completed);
}

#[test]
fn a_session_survives_a_crash_at_any_moment() {
    let mut session = Session::of(Plan::NEWCOMER_HEEL_DROPS);
    while matches!(session.coach.status(), Status::Running) {
        session.wait(333.0);
        let saved = serde_json::to_string(&session.coach).unwrap();
        let read = serde_json::from_str(&saved).ok().and_then(Coach::restore);
        if matches!(session.coach.status(), Status::Ended(_)) {
            assert!(read.is_none(), "an ended session is not offered again");
        } else {
            let read = read.unwrap();
            assert_eq!(read.reps_done(), session.coach.reps_done());
            assert_eq!(read.elapsed_ms(), session.coach.elapsed_ms());
            assert_eq!(read.status(), Status::Paused(PauseReason::Restored));
        }
    }
}

#[test]
fn a_snapshot_that_names_no_place_in_its_plan_is_refused() {
    let (coach, _) = Coach::start(Plan::NEWCOMER_HEEL_DROPS, 0.0);
    let good = serde_json::to_value(&coach).unwrap();
    for (field, value) in [
        (
            "stage",
            serde_json::json!({"work": {"round": 0, "rep": 1, "beat": 0}}),
        ),
        (
            "stage",
            serde_json::json!({"work": {"round": 3, "rep": 1, "beat": 0}}),
        ),
        (
            "stage",
            serde_json::json!({"work": {"round": 1, "rep": 6, "beat": 0}}),
        ),
        (
            "stage",
            serde_json::json!({"work": {"round": 1, "rep": 1, "beat": 4}}),
        ),
        (
            "stage",
            serde_json::json!({"rest": {"round": 1, "length_ms": 4_000_000}}),
        ),
        ("stage", serde_json::json!("done")),
        ("at_ms", serde_json::json!(-1.0)),
        ("at_ms", serde_json::json!(1e12)),
        ("elapsed_ms", serde_json::json!(-5.0)),
    ] {
        let mut bad = good.clone();
        bad[field] = value.clone();
        let read: Coach = serde_json::from_value(bad).unwrap();
        assert!(Coach::restore(read).is_none(), "{field}: {value}");
    }
}

#[test]
fn tones_ahead_fall_on_the_beats_that_come() {
    let mut session = Session::of(ten_minutes());
    let mut foretold: Vec<(u64, f64, Tone)> = Vec::new();
    for _ in 0..40_000 {
        for tone in session.coach.tones_ahead(250.0) {
            if foretold
                .last()
                .is_none_or(|(number, ..)| tone.number > *number)
            {
                foretold.push((tone.number, session.clock + tone.in_ms, tone.tone));
            }
        }
        session.wait(16.0);
    }
    let heard: Vec<(f64, Tone)> = session
        .cues
        .iter()
        .filter_map(|(at, cue)| match cue {
            Cue::Tone(tone) => Some((*at, *tone)),
            _ => None,
        })
        .collect();
    assert_eq!(foretold.len(), heard.len());
    for ((number, at, tone), (heard_at, heard_tone)) in foretold.iter().zip(&heard) {
        assert_eq!(tone, heard_tone, "tone {number}");
        // The tick that notices a beat comes up to one frame after it.
        assert!(
            heard_at - at < 16.001 && heard_at - at > -0.001,
            "{number}: {at} {heard_at}"
        );
    }
    assert!(
        foretold
            .iter()
            .zip(0..)
            .all(|((number, ..), n)| *number == n)
    );
}

#[test]
fn the_time_left_runs_out_when_the_session_does() {
    for tempo in Tempo::ALL {
        for (routine, styles) in Routine::ALL.map(|routine| (routine, routine.styles())) {
            for style in styles {
                let plan = Plan {
                    routine,
                    style: *style,
                    rounds: 3,
                    reps: 6,
                    tempo,
                };
                let mut session = Session::of(plan);
                let total = session.coach.left_ms();
                session.wait(total - 20.0);
                assert!(
                    matches!(session.coach.status(), Status::Running),
                    "{plan:?}"
                );
                assert!((session.coach.left_ms() - 20.0).abs() < 1.0, "{plan:?}");
                session.wait(40.0);
                assert_eq!(session.coach.record().ending, Ending::Completed, "{plan:?}");
            }
        }
    }
}

#[test]
fn knee_bends_are_one_set_without_a_rest() {
    let mut session = Session::of(Plan::NEWCOMER_KNEE_BENDS);
    session.wait(10_000.0 + 5.0 * 7_000.0 + 50.0);
    let record = session.coach.record();
    assert_eq!((record.reps, record.rounds), (5, 1));
    assert_eq!(record.ending, Ending::Completed);
    assert_eq!(record.style, Style::QuarterBend);
}

#[test]
fn a_milestone_never_takes_the_place_of_the_instruction_and_stays_until_the_next_count() {
    let mut session = Session::of(Plan::NEWCOMER_HEEL_DROPS);
    let mut shown: Vec<(u16, Milestone)> = Vec::new();
    while matches!(session.coach.status(), Status::Running) {
        session.wait(16.0);
        let coach = &session.coach;
        if let (Stage::Work { .. }, Status::Running) = (coach.stage(), coach.status()) {
            let beat = coach.beat().unwrap();
            assert_eq!(
                coach.caption(),
                Phrase::Beat(beat),
                "what to do is always shown"
            );
        }
        if let Some(milestone) = coach.milestone_shown() {
            let now = (coach.reps_done(), milestone);
            if shown.last() != Some(&now) {
                shown.push(now);
            }
        }
        // Said in the moment in which it counts, and only then.
        assert!(coach.milestone_now().is_none() || coach.beat() == Some(Beat::Settle));
    }
    assert_eq!(shown, [(5, Milestone::HalfWay), (7, Milestone::LastThree)]);
}
