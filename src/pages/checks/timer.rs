//! The timer of the checks on the screen: three, two, one; then the seconds that are left, to be seen from a chair.
//!
//! Invariant: a hidden page stops it and says so; nothing is noted then. The screen stays awake while it runs.

use leptos::prelude::*;

use crate::browser::frames::Ticker;
use crate::browser::listener::Listener;
use crate::browser::wake_lock::WakeLock;
use crate::browser::{clock, page};
use crate::domain::countdown::{Countdown, Phase};
use crate::domain::cue::Tone;
use crate::state::App;
use crate::tr;

/// How often the clock is looked at, in milliseconds.
const LOOK_MS: u32 = 100;

/// A timer that a page holds. Leaving the page ends it.
#[derive(Clone, Copy)]
pub struct Timer {
    /// Where it stands.
    pub phase: RwSignal<Phase>,
    app: App,
    seconds: u32,
    live: StoredValue<Option<Live>, LocalStorage>,
}

struct Live {
    _ticker: Ticker,
    _wake: WakeLock,
    _visibility: Option<Listener>,
}

impl Timer {
    /// A timer over so many seconds, which has not begun.
    pub fn new(app: App, seconds: u32) -> Self {
        let live = StoredValue::new_local(None);
        on_cleanup(move || live.set_value(None));
        Self {
            phase: RwSignal::new(Phase::Idle),
            app,
            seconds,
            live,
        }
    }

    /// Begins, with the count-in. Has to come from a tap, so that sound may play.
    pub fn start(self) {
        self.app.coaching.unlock();
        let mut countdown = Countdown::begin(clock::monotonic_ms(), self.seconds);
        self.show(countdown.look(clock::monotonic_ms()));
        self.live.set_value(Some(Live {
            _ticker: Ticker::start(LOOK_MS, move || {
                self.show(countdown.look(clock::monotonic_ms()));
            }),
            _wake: WakeLock::acquire(|_| {}),
            _visibility: page::on_visibility(move |hidden| {
                if hidden {
                    self.show(Phase::Away);
                }
            }),
        }));
    }

    /// Ends it before its time.
    pub fn stop(self) {
        self.show(Phase::Idle);
    }

    fn show(self, phase: Phase) {
        let before = self.phase.get_untracked();
        if phase == before {
            return;
        }
        self.phase.set(phase);
        match (before, phase) {
            (_, Phase::CountIn(left)) => {
                let spoken = left.to_string();
                self.app.coaching.signal(self.app, Tone::Tick, &spoken);
            }
            (Phase::CountIn(_), Phase::Running(_)) => self.tell(Tone::Accent, tr!(checks.go)),
            (Phase::Running(_), Phase::Done) => {
                self.app.hand.changed();
                self.tell(Tone::Finish, tr!(checks.time_up));
            }
            (_, Phase::Away) => self.app.tell(tr!(checks.timer_away)),
            _ => {}
        }
        if !phase.is_on() {
            self.live.set_value(None);
        }
    }

    fn tell(self, tone: Tone, words: &'static str) {
        self.app.coaching.signal(self.app, tone, words);
        self.app.tell(words);
    }
}

/// The number to be seen from a chair, and the word below it.
#[component]
pub fn TimerFace(
    /// The timer.
    timer: Timer,
) -> impl IntoView {
    move || {
        let (number, word) = match timer.phase.get() {
            Phase::Idle => (timer.seconds.to_string(), tr!(checks.seconds_left)),
            Phase::CountIn(left) => (left.to_string(), tr!(checks.get_ready)),
            Phase::Running(1) => ("1".to_owned(), tr!(checks.second_left)),
            Phase::Running(left) => (left.to_string(), tr!(checks.seconds_left)),
            Phase::Done => ("0".to_owned(), tr!(checks.time_up)),
            Phase::Away => return view! { <p>{tr!(checks.timer_away)}</p> }.into_any(),
        };
        view! {
            <p class="timer">
                <span class="timer__number" translate="no">{number}</span>
                <span class="timer__word">{word}</span>
            </p>
        }
        .into_any()
    }
}

/// One button that starts, stops, and starts again.
#[component]
pub fn TimerButton(
    /// The timer.
    timer: Timer,
    /// Whether it is the one button that stands out.
    #[prop(into)]
    main: Signal<bool>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="btn btn--wide btn--big"
            class:btn--go=main
            on:click=move |_| {
                if timer.phase.get_untracked().is_on() { timer.stop() } else { timer.start() }
            }
        >
            {move || match timer.phase.get() {
                Phase::Idle => tr!(checks.start_timer),
                Phase::CountIn(_) | Phase::Running(_) => tr!(checks.stop_timer),
                Phase::Done | Phase::Away => tr!(checks.start_again),
            }}
        </button>
    }
}
