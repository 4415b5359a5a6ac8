//! Whatever happens in whatever order, the coach keeps its promises.
#![allow(clippy::unwrap_used)]
// Milliseconds of a test: small and whole.
#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss
)]

use bonewise::domain::coach::{Coach, Event, GAP_MS, PauseReason, Status};
use bonewise::domain::cue::{Cue, Phrase};
use bonewise::domain::routine::{Plan, Routine, Tempo};
use proptest::prelude::*;

fn plans() -> impl Strategy<Value = Plan> {
    (0..2_usize, 0..5_usize, 1..=10_u8, 1..=15_u8, 0..5_usize).prop_map(
        |(routine, style, rounds, reps, tempo)| {
            let routine = Routine::ALL[routine];
            let styles = routine.styles();
            Plan {
                routine,
                style: styles[style % styles.len()],
                rounds,
                reps,
                tempo: Tempo::ALL[tempo],
            }
            .sane()
        },
    )
}

/// An event, and how far the clock has moved before it: frames, stalls, gaps, and backward.
fn happenings() -> impl Strategy<Value = (f64, Event)> {
    let event = prop_oneof![
        12 => Just(Event::Tick),
        1 => Just(Event::Pause(PauseReason::Asked)),
        1 => Just(Event::Pause(PauseReason::Away)),
        3 => Just(Event::Continue),
        1 => Just(Event::Slower),
        1 => Just(Event::Faster),
        1 => Just(Event::ReadyNow),
        1 => Just(Event::MoreRest),
    ];
    let passed = prop_oneof![
        6 => 0.0..200.0_f64,
        6 => 200.0..GAP_MS,
        1 => GAP_MS..5_000_000.0,
        1 => -5_000_000.0..0.0_f64,
    ];
    (passed, event)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn counts_and_time_never_run_ahead_or_backward(
        plan in plans(),
        story in prop::collection::vec(happenings(), 1..400),
        last in prop_oneof![Just(None), Just(Some(Event::Stop)), Just(Some(Event::Pain))],
    ) {
        let mut clock = 1_000_000.0;
        let (mut coach, _) = Coach::start(plan, clock);
        let mut cued: u16 = 0;
        let mut ended = 0;
        let mut real = 0.0;
        for (passed, event) in story.into_iter().chain(last.map(|event| (16.0, event))) {
            let (reps, elapsed) = (coach.reps_done(), coach.elapsed_ms());
            let was_over = matches!(coach.status(), Status::Ended(_));
            clock += passed;
            if passed > 0.0 { real += passed; }
            for cue in coach.handle(clock, event) {
                match cue {
                    Cue::Say(Phrase::Count(number, _)) => {
                        cued += 1;
                        prop_assert!(number >= 1 && number <= plan.reps);
                    }
                    Cue::Ended => ended += 1,
                    _ => {}
                }
            }
            prop_assert!(coach.reps_done() >= reps, "a repetition was lost");
            prop_assert_eq!(coach.reps_done(), cued, "counted is what was cued");
            prop_assert!(coach.elapsed_ms() >= elapsed, "time ran backward");
            prop_assert!(coach.elapsed_ms() - elapsed <= GAP_MS as u64 + 1, "a gap was counted");
            prop_assert!(coach.reps_done() <= plan.total_reps());
            prop_assert!(coach.left_ms() >= 0.0 && coach.left_ms().is_finite());
            prop_assert!((0.0..=1.0).contains(&coach.progress()));
            if was_over {
                prop_assert!(matches!(coach.status(), Status::Ended(_)));
                prop_assert_eq!(coach.elapsed_ms(), elapsed);
            }
        }
        prop_assert!(coach.elapsed_ms() as f64 <= real + 1.0);
        prop_assert!(ended <= 1, "a session ends once");
        if last.is_some() {
            prop_assert_eq!(ended, 1);
        }
        prop_assert_eq!(coach.record().reps, cued);
    }

    #[test]
    fn a_snapshot_read_back_at_any_point_is_the_same_place(
        plan in plans(),
        story in prop::collection::vec(happenings(), 1..120),
    ) {
        let mut clock = 0.0;
        let (mut coach, _) = Coach::start(plan, clock);
        for (passed, event) in story {
            clock += passed;
            coach.handle(clock, event);
        }
        let text = serde_json::to_string(&coach).unwrap();
        let read: Coach = serde_json::from_str(&text).unwrap();
        match Coach::restore(read) {
            Some(read) => {
                prop_assert_eq!(read.reps_done(), coach.reps_done());
                prop_assert_eq!(read.stage(), coach.stage());
            }
            None => prop_assert!(matches!(coach.status(), Status::Ended(_))),
        }
    }
}
