//! Beeps, placed on the audio clock so that they fall on the beat.
//!
//! Invariant: no note is ever late. One that could not sound at its time (blocked, interrupted by a call,
//! still waking up) is dropped, never played afterwards; and what was scheduled before the sound was taken
//! away does not follow when it comes back.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{AudioContext, GainNode};

use super::frames::Timer;
use super::listener::Listener;
use super::tones::{self, Note};
use super::{clock, js, page};

pub use super::tones::Tone;

/// Without a beep for so long, the audio device may sleep.
const IDLE_MS: u32 = 120_000;
/// How long a browser may take to wake its audio; after that it has refused.
const WAKING_MS: f64 = 1000.0;
/// A note that waited for the waking and is at most so late may still sound.
const TOLERANCE_MS: f64 = 60.0;
/// The least lead, in seconds: enough to begin with a soft attack.
const LEAD_S: f64 = 0.005;
/// How many past starts are remembered.
const REMEMBERED: usize = 64;

/// Why no beep sounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SoundError {
    /// This browser has no audio.
    #[error("this browser has no audio")]
    Unavailable,
    /// The browser wants a tap first, or has given the sound to a call: `unlock` again at the next tap.
    #[error("the browser waits for a tap before it plays a sound")]
    Blocked,
}

/// What the audio does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SoundState {
    /// This browser has no audio.
    Unavailable,
    /// Not unlocked yet.
    Locked,
    /// Beeps sound.
    Running,
    /// Asleep to save the battery; the next beep wakes it.
    Resting,
    /// The browser holds it back until a tap.
    Blocked,
    /// Another app has the sound, as in a phone call; a tap afterwards brings it back.
    Interrupted,
}

type OnState = Rc<dyn Fn(SoundState)>;

/// A line of beeps that is scheduled and taken back by itself. Clones share it.
#[derive(Clone)]
pub struct Sound(Rc<Shared>);

#[derive(Default)]
struct Shared {
    desk: RefCell<Option<Desk>>,
    /// Sounding or to come.
    notes: RefCell<Vec<Note>>,
    /// Starts on the audio clock in milliseconds, ascending.
    starts: RefCell<Vec<f64>>,
    /// Beeps that wait for the audio to wake up, with their time on the page's monotonic clock.
    waiting: RefCell<Vec<(f64, Tone)>>,
    resting: Cell<bool>,
    waking_until_ms: Cell<f64>,
    volume: Cell<f32>,
    idle: RefCell<Option<Timer>>,
    on_state: RefCell<Option<OnState>>,
}

/// The context and what every note goes through.
struct Desk {
    context: AudioContext,
    master: GainNode,
    _on_state: Listener,
}

thread_local! {
    /// For the panic hook, which has no other way to the sounds.
    static CURRENT: RefCell<Vec<Weak<Shared>>> = const { RefCell::new(Vec::new()) };
}

impl Sound {
    /// Makes nothing yet: a browser wants a tap before audio, see [`unlock`](Self::unlock).
    pub fn new() -> Self {
        let shared = Rc::new(Shared {
            volume: Cell::new(1.0),
            ..Shared::default()
        });
        let _ = CURRENT.try_with(|current| {
            if let Ok(mut current) = current.try_borrow_mut() {
                current.retain(|one| one.strong_count() > 0);
                current.push(Rc::downgrade(&shared));
            }
        });
        Self(shared)
    }

    /// Whether this browser has audio at all.
    pub fn is_available(&self) -> bool {
        has_audio()
    }

    /// Starts the audio, or brings it back after a call. Call it in the handler of a tap or a key.
    ///
    /// # Errors
    /// `Unavailable` without audio; `Blocked` when the browser has seen no tap yet (it may still begin
    /// later: [`on_state`](Self::on_state) tells).
    pub fn unlock(&self) -> Result<(), SoundError> {
        be_heard_like_music();
        self.0.open()?;
        if self.0.raw_state().as_deref() != Some("running") {
            self.0.wake();
            if !page::has_been_tapped() {
                self.0.waking_until_ms.set(0.0);
                return Err(SoundError::Blocked);
            }
        }
        Shared::rest_later(&self.0, 0.0);
        Ok(())
    }

    /// What the audio does now.
    pub fn state(&self) -> SoundState {
        self.0.state()
    }

    /// Whether a tap could bring the sound back, or bring it in the first place.
    pub fn wants_a_tap(&self) -> bool {
        matches!(
            self.state(),
            SoundState::Locked | SoundState::Blocked | SoundState::Interrupted
        )
    }

    /// Calls `callback` at every change of state. A second callback takes the place of the first.
    pub fn on_state(&self, callback: impl Fn(SoundState) + 'static) {
        if let Ok(mut place) = self.0.on_state.try_borrow_mut() {
            *place = Some(Rc::new(callback));
        }
    }

    /// How loud, from 0 to 1, for notes to come and those that sound.
    pub fn set_volume(&self, volume: f32) {
        self.0.volume.set(volume.clamp(0.0, 1.0));
        self.0
            .with_desk(|desk| desk.master.gain().set_value(self.0.volume.get()));
    }

    /// Lets `tone` sound in `delay_ms` milliseconds, by the audio clock.
    ///
    /// # Errors
    /// `Blocked` when it cannot sound then, `Unavailable` without audio. It is not played later either.
    pub fn beep_at(&self, delay_ms: f64, tone: Tone) -> Result<(), SoundError> {
        let delay_ms = delay_ms.max(0.0);
        match self.0.state() {
            SoundState::Unavailable => return Err(SoundError::Unavailable),
            SoundState::Running => self.0.schedule(delay_ms, tone)?,
            SoundState::Resting => {
                self.0.wake();
                self.0.wait(delay_ms, tone);
            }
            SoundState::Blocked if self.0.is_waking() => self.0.wait(delay_ms, tone),
            SoundState::Locked | SoundState::Blocked | SoundState::Interrupted => {
                return Err(SoundError::Blocked);
            }
        }
        Shared::rest_later(&self.0, delay_ms);
        Ok(())
    }

    /// Takes back every note that does not sound yet.
    pub fn cancel_scheduled(&self) {
        self.0.cancel_scheduled();
    }

    /// Silence now: every note ends, and the audio rests until the next beep.
    pub fn halt(&self) {
        self.0.halt();
    }

    /// The audio clock in milliseconds; `None` before the first [`unlock`](Self::unlock).
    pub fn audio_time_ms(&self) -> Option<f64> {
        self.0.now_s().map(|seconds| seconds * 1000.0)
    }

    /// When beeps start on the audio clock, in milliseconds, ascending: all to come and the last 64 of the
    /// past. One entry per beep, for its first note.
    pub fn scheduled(&self) -> Vec<f64> {
        self.0
            .starts
            .try_borrow()
            .map_or_else(|_| Vec::new(), |starts| starts.clone())
    }
}

impl Default for Sound {
    fn default() -> Self {
        Self::new()
    }
}

/// Silence, as far as nothing is borrowed; for the panic hook.
pub(super) fn silence() {
    let all = CURRENT.try_with(|current| {
        current.try_borrow().map_or_else(
            |_| Vec::new(),
            |current| current.iter().filter_map(Weak::upgrade).collect(),
        )
    });
    for shared in all.unwrap_or_default() {
        shared.halt();
    }
}

impl Shared {
    fn open(self: &Rc<Self>) -> Result<(), SoundError> {
        if !has_audio() {
            return Err(SoundError::Unavailable);
        }
        if self.raw_state().is_some_and(|state| state != "closed") {
            return Ok(());
        }
        let desk = self.make_desk().map_err(|_| SoundError::Unavailable)?;
        if let Ok(mut place) = self.desk.try_borrow_mut() {
            *place = Some(desk);
        }
        Ok(())
    }

    fn make_desk(self: &Rc<Self>) -> Result<Desk, JsValue> {
        // Not `AudioContext::new`: that remembers the constructor from when the page was loaded.
        let context: AudioContext = js::get(&js_sys::global(), "AudioContext")
            .and_then(|constructor| js::construct(&constructor, &[]))
            .ok_or(JsValue::UNDEFINED)?
            .unchecked_into();
        let master = context.create_gain()?;
        master.gain().set_value(self.volume.get());
        master.connect_with_audio_node(&context.destination())?;
        let weak = Rc::downgrade(self);
        let on_state = Listener::new(&context, "statechange", move |_| {
            if let Some(shared) = weak.upgrade() {
                shared.state_changed();
            }
        });
        Ok(Desk {
            context,
            master,
            _on_state: on_state,
        })
    }

    fn with_desk<T>(&self, act: impl FnOnce(&Desk) -> T) -> Option<T> {
        self.desk.try_borrow().ok()?.as_ref().map(act)
    }

    fn now_s(&self) -> Option<f64> {
        self.with_desk(|desk| desk.context.current_time())
    }

    /// As text, because iOS knows a state that the standard does not: "interrupted".
    fn raw_state(&self) -> Option<String> {
        self.with_desk(|desk| js::text(&desk.context, "state"))?
    }

    fn state(&self) -> SoundState {
        match self.raw_state().as_deref() {
            None if has_audio() => SoundState::Locked,
            None => SoundState::Unavailable,
            Some("running") => SoundState::Running,
            Some("suspended") if self.resting.get() => SoundState::Resting,
            Some("interrupted") => SoundState::Interrupted,
            Some("closed") => SoundState::Locked,
            Some(_) => SoundState::Blocked,
        }
    }

    fn wake(&self) {
        self.resting.set(false);
        self.waking_until_ms.set(clock::monotonic_ms() + WAKING_MS);
        self.with_desk(|desk| js::let_run(js::call(&desk.context, "resume", &[])));
    }

    fn is_waking(&self) -> bool {
        clock::monotonic_ms() < self.waking_until_ms.get()
    }

    fn wait(&self, delay_ms: f64, tone: Tone) {
        if let Ok(mut waiting) = self.waiting.try_borrow_mut() {
            waiting.push((clock::monotonic_ms() + delay_ms, tone));
        }
    }

    fn state_changed(&self) {
        match self.state() {
            SoundState::Running => {
                self.resting.set(false);
                self.waking_until_ms.set(0.0);
                self.play_waiting();
            }
            // Its clock stands still: what is scheduled would sound after the return.
            SoundState::Interrupted => self.cancel_scheduled(),
            SoundState::Blocked if !self.is_waking() => self.cancel_scheduled(),
            _ => {}
        }
        let callback = self
            .on_state
            .try_borrow()
            .ok()
            .and_then(|callback| callback.clone());
        if let Some(callback) = callback {
            callback(self.state());
        }
    }

    fn play_waiting(&self) {
        let waiting = self
            .waiting
            .try_borrow_mut()
            .map(|mut waiting| std::mem::take(&mut *waiting));
        let now_ms = clock::monotonic_ms();
        for (due_ms, tone) in waiting.unwrap_or_default() {
            let delay_ms = due_ms - now_ms;
            if delay_ms >= -TOLERANCE_MS {
                let _ = self.schedule(delay_ms.max(0.0), tone);
            }
        }
    }

    fn schedule(&self, delay_ms: f64, tone: Tone) -> Result<(), SoundError> {
        let desk = self.desk.try_borrow().map_err(|_| SoundError::Blocked)?;
        let desk = desk.as_ref().ok_or(SoundError::Blocked)?;
        let now_s = desk.context.current_time();
        let start_s = now_s + (delay_ms / 1000.0).max(LEAD_S);
        let mut notes = self
            .notes
            .try_borrow_mut()
            .map_err(|_| SoundError::Blocked)?;
        notes.retain(|note| note.end_s >= now_s);
        let placed = tones::place(tone, &desk.context, &desk.master, start_s)
            .map_err(|_| SoundError::Unavailable)?;
        notes.extend(placed);
        self.remember(start_s * 1000.0, now_s * 1000.0);
        Ok(())
    }

    fn remember(&self, start_ms: f64, now_ms: f64) {
        if let Ok(mut starts) = self.starts.try_borrow_mut() {
            let place = starts.partition_point(|earlier| *earlier <= start_ms);
            starts.insert(place, start_ms);
            let past = starts.partition_point(|start| *start < now_ms);
            starts.drain(..past.saturating_sub(REMEMBERED));
        }
    }

    fn cancel_scheduled(&self) {
        self.end_notes_after(self.now_s().unwrap_or_default());
    }

    /// Ends every note that starts after `now_s`, and forgets that it was to start.
    fn end_notes_after(&self, now_s: f64) {
        if let Ok(mut waiting) = self.waiting.try_borrow_mut() {
            waiting.clear();
        }
        if let Ok(mut notes) = self.notes.try_borrow_mut() {
            notes.retain(|note| {
                let sounds = note.start_s <= now_s;
                if !sounds {
                    note.end();
                }
                sounds
            });
        }
        if let Ok(mut starts) = self.starts.try_borrow_mut() {
            starts.retain(|start_ms| *start_ms <= now_s * 1000.0);
        }
    }

    fn halt(&self) {
        self.cancel_scheduled();
        if let Ok(mut notes) = self.notes.try_borrow_mut() {
            for note in notes.drain(..) {
                note.end();
            }
        }
        self.rest();
    }

    fn rest(&self) {
        if self.state() == SoundState::Running {
            self.resting.set(true);
            self.with_desk(|desk| js::let_run(js::call(&desk.context, "suspend", &[])));
        }
    }

    /// Lets the audio rest when nothing more was scheduled for a while.
    fn rest_later(shared: &Rc<Self>, delay_ms: f64) {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // `as` saturates.
        let after_ms = IDLE_MS.saturating_add(delay_ms as u32);
        let weak = Rc::downgrade(shared);
        let timer = Timer::start(after_ms, move || {
            if let Some(shared) = weak.upgrade() {
                shared.rest();
            }
        });
        if let Ok(mut idle) = shared.idle.try_borrow_mut() {
            *idle = Some(timer);
        }
    }
}

fn has_audio() -> bool {
    js::has_method(&js_sys::global(), "AudioContext")
}

/// Asks to be heard in spite of the silent switch, where the browser lets a page say so (Safari 17). It has to be said
/// before the audio starts.
fn be_heard_like_music() {
    if let Some(session) = audio_session() {
        js::set(&session, "type", &JsValue::from_str("playback"));
    }
}

fn audio_session() -> Option<JsValue> {
    js::get(&web_sys::window()?.navigator(), "audioSession")
}

/// Whether this is an iPhone or iPad on which a silent switch may hold back the beeps. Other devices have no such
/// switch for pages, and newer ones let a page ask past it.
pub fn may_be_muted_by_a_switch() -> bool {
    is_apple_hand() && audio_session().is_none()
}

/// Whether this is an iPhone or iPad.
pub(super) fn is_apple_hand() -> bool {
    let Some(window) = web_sys::window() else {
        return false;
    };
    let navigator = window.navigator();
    let agent = js::text(&navigator, "userAgent").unwrap_or_default();
    // An iPad says it is a Mac; no Mac has a screen that is touched.
    let names = ["iPhone", "iPad", "iPod"];
    names.iter().any(|name| agent.contains(name))
        || (agent.contains("Macintosh") && navigator.max_touch_points() > 1)
}
