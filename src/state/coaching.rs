//! The running session: time in from the browser, cues out to voice, tones, vibration and storage.
//!
//! Invariant: the coach decides everything; this module only brings it the clock and carries out its cues.
//! A session runs in one tab at a time, and is saved before its screen shows a repetition.

use std::rc::Rc;

use leptos::prelude::*;

use crate::browser::frames::Frames;
use crate::browser::listener::Listener;
use crate::browser::sound::{self, Sound, SoundState};
use crate::browser::speech::{self, Speech, VoiceInfo, VoicesListener};
use crate::browser::tabs::SessionLock;
use crate::browser::wake_lock::{WakeLock, WakeState};
use crate::browser::{clock, page, vibration};
use crate::content::voices::{self, Sound as Sounds};
use crate::domain::coach::{Coach, Event, PauseReason, Status};
use crate::domain::cue::{Cue, Shake, Tone};
use crate::domain::draft::After;
use crate::domain::entry::{EntryId, SessionRecord};
use crate::domain::model;
use crate::domain::routine::Plan;
use crate::domain::session::Session;
use crate::route::Route;
use crate::words;

use super::App;

/// Tones are handed to the audio clock this far ahead, in milliseconds: more than any frame takes, so that a
/// slow moment of the page is not heard.
const AHEAD_MS: f64 = 600.0;
/// How long another tab has to hand the session over, in milliseconds.
const HAND_OVER_MS: u32 = 3000;
/// How long the words of a sound test may take to begin, in milliseconds: nothing comes after them.
const TEST_MS: u32 = 15_000;
/// The same for the numbers and words of a check's timer.
const SIGNAL_MS: u32 = 2000;
/// The lock that only the tab with the session holds.
const LOCK: &str = "bonewise-session";

/// What the coach's screen shows.
#[derive(Debug, Clone, PartialEq)]
pub enum Phase {
    /// Nothing is being prepared, runs, or has just ended.
    Idle,
    /// The set-up card before a session.
    SetUp(Plan),
    /// A session that was asked for waits a moment for the right to run in this tab.
    Opening,
    /// A session, running or paused.
    Session,
    /// Another tab has the session; what was wanted here, if it can be begun here.
    Busy {
        /// What was to be begun.
        plan: Plan,
        /// Whether the other tab was asked and did not answer.
        asked: bool,
    },
    /// The questions after a session.
    Ended {
        /// The entry it became.
        id: EntryId,
        /// What was done.
        record: SessionRecord,
    },
    /// The session went on in another tab.
    MovedAway,
}

/// The session and what surrounds it.
#[derive(Clone, Copy)]
pub struct Coaching {
    /// What the coach's screen shows.
    pub phase: RwSignal<Phase>,
    /// The session, while there is one.
    pub session: RwSignal<Option<Session>>,
    /// The page's clock at the last frame, in milliseconds: the rub in the rests follows it.
    pub frame_ms: RwSignal<f64>,
    /// Whether the screen is kept awake.
    pub awake: RwSignal<Option<WakeState>>,
    /// The voices that work offline, the pleasant ones first. They may arrive late.
    voices: RwSignal<Vec<VoiceInfo>>,
    /// What sound can do now.
    pub sound_state: RwSignal<SoundState>,
    tools: StoredValue<Option<Tools>, LocalStorage>,
    live: StoredValue<Option<Live>, LocalStorage>,
}

/// What makes itself heard.
#[derive(Clone)]
struct Tools {
    speech: Speech,
    sound: Sound,
    _voices: Rc<VoicesListener>,
}

/// What is held while a session is on the screen.
struct Live {
    _frames: Frames,
    _wake: WakeLock,
    _lock: SessionLock,
    _visibility: Option<Listener>,
    _leaving: Option<Listener>,
    /// The first tone that has not been handed to the audio clock yet.
    next_tone: u64,
}

impl Coaching {
    /// Nothing runs yet, and nothing can be heard before [`Self::prepare`].
    pub fn new() -> Self {
        Self {
            phase: RwSignal::new(Phase::Idle),
            session: RwSignal::new(None),
            frame_ms: RwSignal::new(0.0),
            awake: RwSignal::new(None),
            voices: RwSignal::new(Vec::new()),
            sound_state: RwSignal::new(SoundState::Locked),
            tools: StoredValue::new_local(None),
            live: StoredValue::new_local(None),
        }
    }

    /// Voices are looked for, and sound waits for a tap: any will do while something wants to be heard, such as a
    /// timer that was started before the page was loaded anew, or a session after a phone call.
    pub fn prepare(self, app: App) {
        self.tools();
        let on_tap = page::on_tap(move || {
            if self.session.with_untracked(Option::is_some) && self.tools().sound.wants_a_tap() {
                self.unlock();
            }
            app.timers.wake(app);
        });
        // It lives as long as the page.
        StoredValue::new_local(on_tap);
    }

    /// Whether a voice that works offline is there.
    pub fn has_voice(self) -> bool {
        self.voices.with(|voices| !voices.is_empty())
    }

    /// What makes itself heard, made at its first use: the first screen does not wait for it.
    fn tools(self) -> Tools {
        if let Some(tools) = self.tools.get_value() {
            return tools;
        }
        let (speech, sound) = (Speech::new(), Sound::new());
        let heard = speech.clone();
        let listen = move || {
            let voices = pleasant_first(heard.voices(&words::language_tag()));
            self.voices.set(voices);
        };
        listen();
        self.sound_state.set(sound.state());
        sound.on_state(move |state| self.sound_state.set(state));
        let tools = Tools {
            _voices: Rc::new(speech.on_voices(listen)),
            speech,
            sound,
        };
        self.tools.set_value(Some(tools.clone()));
        tools
    }

    /// The voices that work offline, for the choice in the settings: without jokes, unless there is nothing else or
    /// the person has chosen one.
    pub fn voices(self, app: App) -> Vec<VoiceInfo> {
        self.tools();
        let mut voices = self.voices.get();
        if voices.iter().any(|voice| sound_of(voice) != Sounds::Joke) {
            let chosen = app.model.with(|model| model.settings.voice.clone());
            voices.retain(|voice| {
                sound_of(voice) != Sounds::Joke || chosen.as_deref() == Some(&voice.uri)
            });
        }
        voices
    }

    /// Whether a session is on, running or paused.
    pub fn is_on(self) -> bool {
        self.session.with(Option::is_some)
    }

    /// Plays and says something short, so that the person can set the volume. Has to come from a tap.
    pub fn test_sound(self, app: App) {
        let channels = app.model.with_untracked(|model| model.settings.channels);
        self.unlock();
        if channels.beep {
            for (at, tone) in [(150.0, Tone::Tick), (700.0, Tone::Accent)] {
                self.beep_in(at, tone);
            }
        }
        if channels.voice {
            self.say(app, words::coach::test_words(), TEST_MS);
        }
        if channels.vibration {
            vibration::vibrate(shaken_as(Shake::Change));
        }
    }

    /// Gives a sign on the channels that are on: a tone, a shake, and a word. For the timers of the home checks.
    pub fn signal(self, app: App, tone: Tone, words: &str) {
        let channels = app.model.with_untracked(|model| model.settings.channels);
        if channels.beep {
            self.beep_in(0.0, tone);
        }
        if channels.vibration {
            vibration::vibrate(shaken_as(Shake::Change));
        }
        if channels.voice {
            self.say(app, words, SIGNAL_MS);
        }
    }

    /// Begins a session, unless another tab has one. Has to come from a tap, so that sound may play.
    ///
    /// The gate decides once more, at this very moment: another tab may have changed the answers. Nothing
    /// starts before they are all given.
    pub fn begin(self, app: App, plan: Plan) {
        app.look_again();
        let Some(style) = app.verdict_untracked().nearest(plan.routine, plan.style) else {
            app.navigation.go(Route::Safety);
            return;
        };
        let plan = Plan { style, ..plan };
        self.unlock();
        self.with_lock(plan, move |lock| {
            let (coach, cues) = Coach::start(plan, clock::monotonic_ms());
            let session = Session::begin(super::fresh_id(), super::now(), coach);
            self.go_live(app, session, lock, cues);
        });
    }

    /// Goes on with a session that a reload or a crash cut off. Has to come from a tap.
    pub fn resume(self, app: App, session: Session) {
        self.unlock();
        if self.session.with_untracked(Option::is_some) {
            self.phase.set(Phase::Session);
            return;
        }
        self.phase.set(Phase::Opening);
        let plan = session.coach.plan();
        self.with_lock(plan, move |lock| {
            self.go_live(app, session, lock, Vec::new());
        });
    }

    /// Ends a session that waits, without going on: what was done is noted.
    pub fn end_unfinished(self, app: App, session: Session) {
        if self.session.with_untracked(Option::is_some) {
            self.happen(app, Event::Stop);
            self.phase.set(Phase::Idle);
            return;
        }
        let plan = session.coach.plan();
        SessionLock::try_acquire(LOCK, move |answer| {
            if answer.is_ok() {
                app.send(model::Event::SessionEnded(Box::new(session)));
            } else {
                self.phase.set(Phase::Busy { plan, asked: false });
                app.navigation.go(Route::Coach);
            }
        });
    }

    /// Asks the tab that has the session to pause it and let this one go on.
    pub fn move_here(self, app: App, plan: Plan) {
        self.unlock();
        SessionLock::ask_to_hand_over(LOCK, HAND_OVER_MS, move |answer| match answer {
            Ok(lock) => {
                if let Some(session) = app.saving.saved_session(super::now()) {
                    self.go_live(app, session, lock, Vec::new());
                } else {
                    drop(lock);
                    self.phase.set(Phase::SetUp(plan));
                }
            }
            Err(_) => self.phase.set(Phase::Busy { plan, asked: true }),
        });
    }

    /// Whether the session may go on with what is open now: the answers, or what was noted, may have changed in a
    /// pause.
    pub fn is_open(self, app: App) -> bool {
        self.session.with(|session| {
            session
                .as_ref()
                .is_none_or(|session| session.is_open(&app.verdict()))
        })
    }

    /// Pauses a session that runs and is no longer open: something has changed, here or in another tab.
    pub fn heed(self, app: App) {
        let stops = self.session.with_untracked(|session| {
            session
                .as_ref()
                .is_some_and(|session| session.has_to_pause(&app.verdict_untracked()))
        });
        if stops {
            self.happen(app, Event::Pause(PauseReason::Asked));
        }
    }

    /// Lets something happen to the session. What is no longer open does not go on.
    pub fn happen(self, app: App, event: Event) {
        if event == Event::Continue {
            if !untrack(|| self.is_open(app)) {
                return;
            }
            // It comes from a tap, which may wake audio that slept or was taken by a call.
            self.unlock();
        }
        if event != Event::Tick {
            // What was scheduled ahead may not come true any more; what still does is scheduled anew below.
            self.drop_tones();
        }
        let now = clock::monotonic_ms();
        let mut cues = Vec::new();
        self.session.update(|session| {
            if let Some(session) = session {
                cues = session.handle(now, event, super::now());
            }
        });
        self.carry_out(app, cues);
        self.hand_over_tones(app);
    }

    /// Leaves the questions after a session.
    pub fn done(self, app: App) {
        self.phase.set(Phase::Idle);
        keep_questions(app, None);
    }

    /// Lets sound play and the voice speak from now on. Has to come from a tap: the words themselves come later, when
    /// the session is saved and this tab has the right to it.
    pub fn unlock(self) {
        let tools = self.tools();
        // A refusal shows in the sound's state; the session goes on without tones.
        let _ = tools.sound.unlock();
        tools.speech.wake();
    }

    fn with_lock(self, plan: Plan, begin: impl FnOnce(SessionLock) + 'static) {
        if self.session.with_untracked(Option::is_some) {
            return;
        }
        SessionLock::try_acquire(LOCK, move |answer| match answer {
            Ok(lock) => begin(lock),
            Err(_) => self.phase.set(Phase::Busy { plan, asked: false }),
        });
    }

    fn go_live(self, app: App, session: Session, lock: SessionLock, cues: Vec<Cue>) {
        lock.on_hand_over(move || self.hand_over(app));
        let next_tone = session.coach.next_tone();
        app.model.update(|model| model.unfinished = None);
        keep_questions(app, None);
        self.session.set(Some(session));
        self.live.set_value(Some(Live {
            _frames: Frames::start(move |at_ms| self.frame(app, at_ms)),
            _wake: WakeLock::acquire(move |state| self.awake.set(Some(state))),
            _lock: lock,
            _visibility: page::on_visibility(move |hidden| {
                if hidden {
                    self.happen(app, Event::Pause(PauseReason::Away));
                }
            }),
            _leaving: page::on_page_hide(move || {
                self.happen(app, Event::Pause(PauseReason::Away));
            }),
            next_tone,
        }));
        self.phase.set(Phase::Session);
        self.carry_out(app, cues);
        self.save(app);
    }

    fn frame(self, app: App, at_ms: f64) {
        let runs = self.session.with_untracked(|session| {
            session.as_ref().is_some_and(|session| {
                matches!(
                    session.coach.status(),
                    Status::Running | Status::CountIn { .. }
                )
            })
        });
        if runs {
            self.frame_ms.set(at_ms);
            self.happen(app, Event::Tick);
        }
    }

    fn carry_out(self, app: App, cues: Vec<Cue>) {
        if cues.contains(&Cue::Save) {
            self.save(app);
        }
        let channels = app.model.with_untracked(|model| model.settings.channels);
        for cue in cues {
            match cue {
                Cue::Say(phrase) => {
                    let said = self.session.with_untracked(|session| {
                        let coach = &session.as_ref()?.coach;
                        Some(words::coach::spoken(phrase, coach, app.manner()))
                    });
                    if let Some(said) = said.filter(|_| channels.voice) {
                        self.say(app, &said, phrase.lasts_ms());
                    }
                }
                Cue::Tone(tone) => self.sound_now_unless_scheduled(channels.beep, tone),
                Cue::Vibrate(shake) => {
                    if channels.vibration {
                        vibration::vibrate(shaken_as(shake));
                    }
                }
                Cue::Save => {}
                Cue::Ended => self.end(app),
            }
        }
    }

    fn save(self, app: App) {
        self.session.with_untracked(|session| {
            if let Some(session) = session {
                app.saving.save_session(session);
            }
        });
    }

    /// The session is over: into the journal with it, and on to the questions.
    fn end(self, app: App) {
        let Some(session) = self.session.with_untracked(Clone::clone) else {
            return;
        };
        let record = session.coach.record();
        let (id, tempo) = (session.id.clone(), session.coach.tempo());
        let plan = Plan {
            tempo,
            ..session.coach.plan()
        };
        self.live.set_value(None);
        self.awake.set(None);
        app.send(model::Event::SessionEnded(Box::new(session)));
        app.choose(plan);
        self.session.set(None);
        let after = After {
            id: id.clone(),
            record,
        };
        keep_questions(app, Some(after));
        self.phase.set(Phase::Ended { id, record });
    }

    /// Another tab wants the session: pause, save, let go.
    fn hand_over(self, app: App) {
        self.happen(app, Event::Pause(PauseReason::Moved));
        self.save(app);
        self.session.set(None);
        self.awake.set(None);
        self.phase.set(Phase::MovedAway);
        // Dropping the lock is the answer, so it comes last.
        self.live.set_value(None);
    }

    /// Says words that are true for so many milliseconds.
    fn say(self, app: App, text: &str, lasts_ms: u32) {
        let chosen = app
            .model
            .with_untracked(|model| model.settings.voice.clone());
        // The one that was chosen may be of another device.
        let voice = self.voices.with_untracked(|voices| {
            let is_here = |uri: &String| voices.iter().any(|voice| voice.uri == *uri);
            let best = || voices.first().map(|voice| voice.uri.clone());
            chosen.filter(is_here).or_else(best)
        });
        let lang = words::language_tag();
        let options = speech::Options {
            voice_uri: voice.as_deref(),
            lang: &lang,
            begin_within_ms: lasts_ms,
            ..speech::Options::default()
        };
        // Without a voice the words are on the screen, and the switch says "not available here".
        let _ = self.tools().speech.say(text, &options);
    }

    /// A tone in so many milliseconds. A refusal shows in the sound's state; the words are on the screen.
    fn beep_in(self, in_ms: f64, tone: Tone) {
        let _ = self.tools().sound.beep_at(in_ms, heard_as(tone));
    }

    fn drop_tones(self) {
        let first = self.session.with_untracked(|session| {
            session
                .as_ref()
                .map_or(0, |session| session.coach.next_tone())
        });
        self.tools().sound.cancel_scheduled();
        self.live.update_value(|live| {
            if let Some(live) = live {
                live.next_tone = first;
            }
        });
    }

    fn hand_over_tones(self, app: App) {
        if !app
            .model
            .with_untracked(|model| model.settings.channels.beep)
        {
            return;
        }
        let ahead = self.session.with_untracked(|session| {
            session
                .as_ref()
                .map(|session| session.coach.tones_ahead(AHEAD_MS))
        });
        self.live.update_value(|live| {
            let (Some(live), Some(ahead)) = (live, ahead) else {
                return;
            };
            for tone in ahead {
                if tone.number >= live.next_tone {
                    live.next_tone = tone.number + 1;
                    self.beep_in(tone.in_ms, tone.tone);
                }
            }
        });
    }

    /// A tone that came without warning, such as after "Ready now", is played at once.
    fn sound_now_unless_scheduled(self, beep: bool, tone: Tone) {
        let passed = self.session.with_untracked(|session| {
            session
                .as_ref()
                .map_or(0, |session| session.coach.next_tone())
        });
        self.live.update_value(|live| {
            if let Some(live) = live
                && live.next_tone < passed
            {
                live.next_tone = passed;
                if beep {
                    self.beep_in(0.0, tone);
                }
            }
        });
    }
}

impl Default for Coaching {
    fn default() -> Self {
        Self::new()
    }
}

/// Keeps which session's questions are open, so that they are asked again after a reload or a look at Get help.
fn keep_questions(app: App, after: Option<After>) {
    app.drafts.open(app);
    app.drafts.after.set(after);
    app.drafts.save(app);
}

fn sound_of(voice: &VoiceInfo) -> Sounds {
    voices::sound_of(&voice.name, &voice.uri)
}

fn pleasant_first(mut all: Vec<VoiceInfo>) -> Vec<VoiceInfo> {
    let own = words::language_tag();
    all.sort_by_key(|voice| {
        let is_own_country = voice.lang.eq_ignore_ascii_case(&own);
        voices::place(sound_of(voice), is_own_country, voice.is_system_choice)
    });
    all
}

fn heard_as(tone: Tone) -> sound::Tone {
    match tone {
        Tone::Tick => sound::Tone::Tick,
        Tone::Accent => sound::Tone::Accent,
        Tone::Halfway => sound::Tone::Halfway,
        Tone::Rest => sound::Tone::Rest,
        Tone::Finish => sound::Tone::Finish,
    }
}

/// Lengths of shake, pause, shake … in milliseconds.
fn shaken_as(shake: Shake) -> &'static [u32] {
    match shake {
        Shake::Beat => &[40],
        Shake::Count => &[50, 70, 50],
        Shake::Change => &[250],
    }
}
