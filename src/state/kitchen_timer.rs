//! The kitchen timer: it goes on and rings wherever the person is in the app, and after a reload.
//!
//! Invariant: what runs is one choice in the settings, an instant of the wall clock. A hidden tab, a reload and a
//! second tab therefore agree on when it rings, and stopping it anywhere stops it everywhere.

use leptos::prelude::*;

use crate::browser::frames::Ticker;
use crate::browser::sound::{SoundState, Tone};
use crate::browser::vibration;
use crate::browser::wake_lock::{WakeLock, WakeState};
use crate::domain::day::Instant;
use crate::domain::kitchen::Timer;
use crate::domain::model::Model;
use crate::route::Route;

use super::App;

/// How often it looks at the clock, in milliseconds.
const LOOK_MS: u32 = 500;
/// The time from one ring to the next, in milliseconds.
const RING_MS: i64 = 2500;
/// After so long it falls silent, in milliseconds; the banner stays.
const SILENT_AFTER_MS: i64 = 5 * 60 * 1000;

/// The timer as the screens see it.
#[derive(Clone, Copy)]
pub struct KitchenTimer {
    timer: Memo<Option<Timer>>,
    now: RwSignal<Instant>,
    /// Whether the screen is kept awake for the cook.
    pub awake: RwSignal<Option<WakeState>>,
    held: StoredValue<Held, LocalStorage>,
}

#[derive(Default)]
struct Held {
    ticker: Option<Ticker>,
    wake: Option<WakeLock>,
    rang: Option<i64>,
}

impl KitchenTimer {
    /// The timer that the settings tell of, if one does.
    pub fn open(model: RwSignal<Model>) -> Self {
        Self {
            timer: Memo::new(move |_| model.with(|model| model.settings.kitchen.timer)),
            now: RwSignal::new(super::now().at),
            awake: RwSignal::new(None),
            held: StoredValue::new_local(Held::default()),
        }
    }

    /// Ticks while there is a timer, and keeps the screen awake while it runs or cook mode is open.
    pub fn follow(self, app: App) {
        Effect::new(move |_| {
            let ticker = self.timer.get().map(|timer| {
                self.look(app, timer);
                Ticker::start(LOOK_MS, move || self.look(app, timer))
            });
            self.held.update_value(|held| {
                if ticker.is_none() && held.rang.is_some() {
                    vibration::stop();
                }
                held.ticker = ticker;
                held.rang = None;
            });
        });
        let wanted =
            Memo::new(move |_| app.navigation.route() == Route::Cook || self.running().is_some());
        Effect::new(move |_| {
            let wake = wanted
                .get()
                .then(|| WakeLock::acquire(move |state| self.awake.set(Some(state))));
            self.held.update_value(|held| held.wake = wake);
        });
    }

    /// The timer that runs or rings.
    pub fn now_set(self) -> Option<Timer> {
        self.timer.get()
    }

    /// Milliseconds left; nought and below while it rings.
    pub fn left_ms(self) -> Option<i64> {
        let now = self.now.get();
        self.timer.get().map(|timer| timer.left_ms(now))
    }

    /// The step that it was started for, while it runs.
    pub fn running(self) -> Option<u8> {
        self.step_if(|left| left > 0)
    }

    /// The step that it was started for, while it rings.
    pub fn ringing(self) -> Option<u8> {
        self.step_if(|left| left <= 0)
    }

    /// Starts it for a step. Has to come from a tap, so that it may ring later.
    pub fn start(self, app: App, step: u8, minutes: u8) {
        // A refusal leaves the banner and the vibration.
        let _ = app.coaching.sound().unlock();
        let ends = Instant(super::now().at.0 + i64::from(minutes) * 60_000);
        self.set(app, Some(Timer { step, ends }));
    }

    /// A minute more.
    pub fn longer(self, app: App) {
        let _ = app.coaching.sound().unlock();
        let timer = self.timer.get_untracked();
        self.set(app, timer.map(|timer| timer.longer(1, super::now().at)));
    }

    /// Ends it, ringing or not.
    pub fn stop(self, app: App) {
        self.set(app, None);
    }

    fn step_if(self, is_so: fn(i64) -> bool) -> Option<u8> {
        let left = self.left_ms()?;
        let timer = self.timer.get()?;
        is_so(left).then_some(timer.step)
    }

    fn set(self, app: App, timer: Option<Timer>) {
        self.now.set(super::now().at);
        app.set(|settings| settings.kitchen.timer = timer);
    }

    fn look(self, app: App, timer: Timer) {
        let now = super::now().at;
        self.now.set(now);
        let left = timer.left_ms(now);
        if !(-SILENT_AFTER_MS..=0).contains(&left) {
            return;
        }
        let is_due = self
            .held
            .with_value(|held| held.rang.is_none_or(|rang| (now.0 - rang).abs() >= RING_MS));
        if is_due {
            let sound = app.coaching.sound();
            if sound.state() == SoundState::Locked {
                // Loaded anew and not tapped since: browsers refuse sound and vibration, so the banner is all.
                return;
            }
            self.held.update_value(|held| held.rang = Some(now.0));
            // Without sound there are the banner and the vibration.
            let _ = sound.beep_at(0.0, Tone::Finish);
            if app
                .model
                .with_untracked(|model| model.settings.channels.vibration)
            {
                vibration::vibrate(&[400, 200, 400]);
            }
        }
    }
}
