//! The kitchen timers: they go on and ring wherever the person is in the app, and after a reload.
//!
//! Invariant: what runs is a choice in the settings, for each step an instant of the wall clock. A hidden tab, a reload
//! and a second tab therefore agree on when one rings, and stopping it anywhere stops it everywhere.

use leptos::prelude::*;

use crate::browser::frames::Ticker;
use crate::browser::sound::{Sound, Tone};
use crate::browser::wake_lock::{WakeLock, WakeState};
use crate::browser::{page, vibration};
use crate::domain::day::Instant;
use crate::domain::kitchen::{Bell, Kitchen, Timer};
use crate::domain::model::Model;
use crate::route::Route;

use super::App;

/// How often they look at the clock, in milliseconds.
const LOOK_MS: u32 = 500;
/// How far ahead rings are handed to the audio clock, in milliseconds: further while nobody sees the page, because
/// browsers call a hidden page only once a minute.
const AHEAD_MS: i64 = 3000;
const AHEAD_HIDDEN_MS: i64 = 90_000;
/// The time from one shake to the next, in milliseconds.
const SHAKE_MS: i64 = 2500;

/// The timers as the screens see them.
#[derive(Clone, Copy)]
pub struct KitchenTimers {
    timers: Memo<Vec<Timer>>,
    now: RwSignal<Instant>,
    /// Whether the screen is kept awake for the cook.
    pub awake: RwSignal<Option<WakeState>>,
    held: StoredValue<Held, LocalStorage>,
}

#[derive(Default)]
struct Held {
    ticker: Option<Ticker>,
    wake: Option<WakeLock>,
    /// A line of its own: a session takes its tones back at every pause, and the rings are none of them.
    sound: Option<Sound>,
    bell: Bell,
    shook: Option<i64>,
}

impl KitchenTimers {
    /// The timers that the settings tell of.
    pub fn open(model: RwSignal<Model>) -> Self {
        Self {
            timers: Memo::new(move |_| {
                model.with(|model| model.settings.kitchen.timers().to_vec())
            }),
            now: RwSignal::new(super::now().at),
            awake: RwSignal::new(None),
            held: StoredValue::new_local(Held::default()),
        }
    }

    /// Ticks while there is a timer, and keeps the screen awake while one runs or cook mode is open.
    pub fn follow(self, app: App) {
        Effect::new(move |_| {
            let is_any = self.timers.with(|timers| !timers.is_empty());
            self.begin_anew();
            let ticker = is_any.then(|| {
                self.look(app);
                Ticker::start(LOOK_MS, move || self.look(app))
            });
            self.held.update_value(|held| held.ticker = ticker);
        });
        let on_return = page::on_visibility(move |_| self.look(app));
        // It lives as long as the page.
        StoredValue::new_local(on_return);
        let wanted =
            Memo::new(move |_| app.navigation.route() == Route::Cook || !self.running().is_empty());
        Effect::new(move |_| {
            let wake = wanted
                .get()
                .then(|| WakeLock::acquire(move |state| self.awake.set(Some(state))));
            self.held.update_value(|held| held.wake = wake);
        });
    }

    /// Whether a step has one, running or ringing.
    pub fn is_set(self, step: u8) -> bool {
        self.of_step(step).is_some()
    }

    /// The steps whose timers run, the first to ring first.
    pub fn running(self) -> Vec<u8> {
        self.those(|left| left > 0)
    }

    /// The steps whose timers ring.
    pub fn ringing(self) -> Vec<u8> {
        self.those(|left| left <= 0)
    }

    /// The seconds that a step's timer has left, rounded up, so that it shows 0:00 only when it rings.
    pub fn seconds_left(self, step: u8) -> u64 {
        let now = self.now.get();
        let left = self.of_step(step).map_or(0, |timer| timer.left_ms(now));
        left.max(0).unsigned_abs().div_ceil(1000)
    }

    /// Whole minutes since a step's timer was to ring.
    pub fn over_minutes(self, step: u8) -> i64 {
        let now = self.now.get();
        self.of_step(step)
            .map_or(0, |timer| timer.over_minutes(now))
    }

    /// Starts one for a step; those of other steps run on. Has to come from a tap, so that it may ring later.
    pub fn start(self, app: App, step: u8, minutes: u8) {
        let ends = Instant(super::now().at.0 + i64::from(minutes) * 60_000);
        self.set(app, |kitchen| kitchen.set_timer(Timer { step, ends }));
    }

    /// A minute more.
    pub fn longer(self, app: App, step: u8) {
        if let Some(timer) = untrack(|| self.of_step(step)) {
            let longer = timer.longer(1, super::now().at);
            self.set(app, |kitchen| kitchen.set_timer(longer));
        }
    }

    /// Ends one, ringing or not.
    pub fn stop(self, app: App, step: u8) {
        self.set(app, |kitchen| kitchen.stop_timer(step));
    }

    /// Lets the bell sound where it could not so far and has a reason to. Has to come from a tap.
    pub fn wake(self, app: App) {
        if self.timers.with_untracked(Vec::is_empty) {
            return;
        }
        let sound = self.sound();
        if sound.wants_a_tap() {
            // A refusal leaves the banner and the vibration.
            let _ = sound.unlock();
            self.look(app);
        }
    }

    fn of_step(self, step: u8) -> Option<Timer> {
        self.timers
            .with(|timers| timers.iter().find(|timer| timer.step == step).copied())
    }

    fn those(self, is_so: fn(i64) -> bool) -> Vec<u8> {
        let now = self.now.get();
        self.timers.with(|timers| {
            let those = timers.iter().filter(|timer| is_so(timer.left_ms(now)));
            those.map(|timer| timer.step).collect()
        })
    }

    fn set(self, app: App, change: impl FnOnce(&mut Kitchen)) {
        let _ = self.sound().unlock();
        self.now.set(super::now().at);
        app.set(|settings| change(&mut settings.kitchen));
    }

    fn sound(self) -> Sound {
        if let Some(sound) = self.held.with_value(|held| held.sound.clone()) {
            return sound;
        }
        let sound = Sound::new();
        self.held
            .update_value(|held| held.sound = Some(sound.clone()));
        sound
    }

    /// What was handed over may not come true any more; what still does is handed over anew at the next look.
    fn begin_anew(self) {
        let sound = self.held.with_value(|held| held.sound.clone());
        if let Some(sound) = sound {
            sound.cancel_scheduled();
        }
        let shook = self.held.try_update_value(|held| {
            held.bell.forget();
            held.shook.take()
        });
        if shook.flatten().is_some() {
            vibration::stop();
        }
    }

    fn look(self, app: App) {
        let now = super::now().at;
        self.now.set(now);
        let timers = self.timers.get_untracked();
        if timers.is_empty() {
            return;
        }
        let sound = self.sound();
        // Loaded anew and not tapped since, or a phone call: the banner is all that can be done.
        if !page::has_been_tapped() || sound.wants_a_tap() {
            self.begin_anew();
            return;
        }
        let ahead_ms = if page::is_hidden() {
            AHEAD_HIDDEN_MS
        } else {
            AHEAD_MS
        };
        let due = self
            .held
            .try_update_value(|held| held.bell.due(&timers, now, ahead_ms));
        for in_ms in due.unwrap_or_default() {
            #[allow(clippy::cast_precision_loss)] // at most 90,000
            let in_ms = in_ms as f64;
            // Without sound there are the banner and the vibration.
            let _ = sound.beep_at(in_ms, Tone::Finish);
        }
        self.shake(app, now);
    }

    fn shake(self, app: App, now: Instant) {
        let wants = app
            .model
            .with_untracked(|model| model.settings.channels.vibration);
        let is_due = self.held.try_update_value(|held| {
            let is_due = held.bell.rings(now)
                && held
                    .shook
                    .is_none_or(|shook| (now.0 - shook).abs() >= SHAKE_MS);
            if is_due {
                held.shook = Some(now.0);
            }
            is_due
        });
        if wants && is_due == Some(true) {
            vibration::vibrate(&[400, 200, 400]);
        }
    }
}
