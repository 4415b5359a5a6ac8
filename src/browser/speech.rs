//! Words spoken by the browser's `speechSynthesis`, with voices that live on the device.
//!
//! Invariant: words never lag. The browser is given one utterance at a time; one that begins after its time is cut
//! off, and one that waited too long for its turn is dropped. Nothing is given up for its time alone while nothing
//! else waits and the browser has never told of a beginning: some never do. No voice that needs a network is used:
//! without a local voice nothing is spoken, and `say` says so.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::EventTarget;

use super::frames::Timer;
use super::listener::Listener;
use super::{clock, js, page, voices};

pub use super::voices::{VoiceInfo, VoicesListener};

/// Between a cut and the next words, in milliseconds: some engines drop what comes in the same task as a cut. Too
/// short to be heard.
const AFTER_A_CUT_MS: u32 = 20;

/// The browser cannot speak, or has no local voice for the language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no local voice can speak this")]
pub struct Unavailable;

/// How words are spoken.
#[derive(Debug, Clone, PartialEq)]
pub struct Options<'a> {
    /// The voice; `None`, or one that is gone, means the best for the language.
    pub voice_uri: Option<&'a str>,
    /// The language tag of the words, whole or its beginning (`en-GB`, `en`).
    pub lang: &'a str,
    /// Speed, where 1 is the voice's own; 0.85 is easier to follow.
    pub rate: f32,
    /// From 0 to 1.
    pub volume: f32,
    /// Cut off what is being said and forget what waits. Otherwise these words wait for their turn.
    pub interrupt: bool,
    /// Words that begin later than so many milliseconds from now are cut off: what they say is no longer so.
    pub begin_within_ms: u32,
}

impl Default for Options<'_> {
    fn default() -> Self {
        Self {
            voice_uri: None,
            lang: "en",
            rate: 0.85,
            volume: 1.0,
            interrupt: true,
            begin_within_ms: 2000,
        }
    }
}

/// The browser's voice. Make one; clones speak through the same line.
#[derive(Clone)]
pub struct Speech(Rc<Line>);

struct Line {
    synthesis: Option<JsValue>,
    waiting: RefCell<VecDeque<Words>>,
    spoken: RefCell<Option<Spoken>>,
    /// Runs between a cut and the next words.
    pause: RefCell<Option<Timer>>,
    /// Whether a tap has let the voice speak from now on.
    woken: Cell<bool>,
    /// Whether this browser has ever told that words began or ended.
    tells: Cell<bool>,
    on_leave: RefCell<Option<Listener>>,
}

struct Words {
    text: String,
    voice: JsValue,
    rate: f32,
    volume: f32,
    begin_by_ms: f64,
}

/// Kept until its end: Chrome forgets to tell of the end of an utterance that nobody holds. Dropping it ends
/// the listening too, so that nothing it says afterwards is heard.
struct Spoken {
    begin_by_ms: f64,
    longest_ms: u32,
    _utterance: JsValue,
    _listeners: [Listener; 3],
    watch: Timer,
}

impl Speech {
    /// Looks for the browser's voice, and makes it load its list of voices.
    pub fn new() -> Self {
        let line = Rc::new(Line {
            synthesis: voices::synthesis(),
            waiting: RefCell::default(),
            spoken: RefCell::default(),
            pause: RefCell::default(),
            woken: Cell::new(false),
            tells: Cell::new(false),
            on_leave: RefCell::default(),
        });
        line.local_voices();
        let weak = Rc::downgrade(&line);
        // Some browsers go on talking after the page is gone.
        let on_leave = Listener::on_window("pagehide", move |_| {
            if let Some(line) = weak.upgrade() {
                line.cancel();
            }
        });
        if let Ok(mut place) = line.on_leave.try_borrow_mut() {
            *place = on_leave;
        }
        Self(line)
    }

    /// Whether the browser can speak and has a local voice of any language by now. Voices may arrive late:
    /// see [`on_voices`](Self::on_voices).
    pub fn is_available(&self) -> bool {
        !self.0.local_voices().is_empty()
    }

    /// The local voices whose language is `lang` (`en` finds `en-GB` too), the system's own choice first.
    pub fn voices(&self, lang: &str) -> Vec<VoiceInfo> {
        voices::of_language(&self.0.local_voices(), lang)
    }

    /// Calls `callback` when the list of voices has changed, until the guard is dropped.
    pub fn on_voices(&self, callback: impl Fn() + 'static) -> VoicesListener {
        VoicesListener::new(self.0.synthesis.as_ref(), callback)
    }

    /// Lets the voice speak from now on, where the browser wants that to begin in a tap (iOS). Call it in the handler
    /// of a tap or a key: words that come a moment later are no longer in it. Nothing is heard: an utterance without
    /// words is over at once.
    pub fn wake(&self) {
        self.0.wake();
    }

    /// Says `text`, now or after what is being said.
    ///
    /// # Errors
    /// [`Unavailable`] when there is no local voice for it. Words that the browser takes and then does not
    /// speak are dropped without a word: the screen shows them anyway.
    pub fn say(&self, text: &str, options: &Options) -> Result<(), Unavailable> {
        let voice = voices::choose(&self.0.local_voices(), options.voice_uri, options.lang)
            .ok_or(Unavailable)?;
        if options.interrupt {
            self.0.cancel();
        }
        let words = Words {
            text: text.to_owned(),
            voice,
            rate: options.rate.clamp(0.1, 2.0),
            volume: options.volume.clamp(0.0, 1.0),
            begin_by_ms: clock::monotonic_ms() + f64::from(options.begin_within_ms),
        };
        if let Ok(mut waiting) = self.0.waiting.try_borrow_mut() {
            waiting.push_back(words);
        }
        Line::go_on(&self.0);
        Ok(())
    }

    /// Falls silent at once and forgets what waits.
    pub fn cancel(&self) {
        self.0.cancel();
    }

    /// Whether words are being said or waiting.
    pub fn is_busy(&self) -> bool {
        self.0.is_speaking() || self.0.has_waiting()
    }
}

impl Default for Speech {
    fn default() -> Self {
        Self::new()
    }
}

/// Falls silent whatever state anything is in; for the panic hook.
pub(super) fn silence() {
    if let Some(synthesis) = voices::synthesis() {
        let _ = js::call(&synthesis, "cancel", &[]);
    }
}

impl Line {
    fn local_voices(&self) -> Vec<JsValue> {
        voices::local(self.synthesis.as_ref())
    }

    fn is_speaking(&self) -> bool {
        self.spoken
            .try_borrow()
            .map_or(true, |spoken| spoken.is_some())
    }

    fn has_waiting(&self) -> bool {
        self.waiting
            .try_borrow()
            .map_or(true, |waiting| !waiting.is_empty())
    }

    fn is_pausing(&self) -> bool {
        self.pause
            .try_borrow()
            .map_or(true, |pause| pause.is_some())
    }

    fn wake(&self) {
        if self.woken.get() {
            return;
        }
        let Some(synthesis) = &self.synthesis else {
            return;
        };
        let words = JsValue::from_str("");
        if let Some(utterance) = js::get(&js_sys::global(), "SpeechSynthesisUtterance")
            .and_then(|constructor| js::construct(&constructor, &[&words]))
        {
            js::set(&utterance, "volume", &JsValue::from(0));
            let taken = js::call(synthesis, "speak", &[&utterance]).is_ok();
            self.woken.set(taken && page::is_in_tap());
        }
    }

    fn cancel(self: &Rc<Self>) {
        if let Ok(mut waiting) = self.waiting.try_borrow_mut() {
            waiting.clear();
        }
        let cut_off = self.take();
        if let Some(synthesis) = &self.synthesis
            && (cut_off.is_some()
                || js::flag(synthesis, "speaking")
                || js::flag(synthesis, "pending"))
        {
            Self::cut(self, synthesis);
        }
    }

    /// Ends what the browser says. What comes next is spoken in a later task.
    fn cut(line: &Rc<Self>, synthesis: &JsValue) {
        let _ = js::call(synthesis, "cancel", &[]);
        let weak = Rc::downgrade(line);
        let pause = Timer::start(AFTER_A_CUT_MS, move || {
            if let Some(line) = weak.upgrade() {
                let _over = line
                    .pause
                    .try_borrow_mut()
                    .ok()
                    .and_then(|mut pause| pause.take());
                Self::go_on(&line);
            }
        });
        if let Ok(mut place) = line.pause.try_borrow_mut() {
            *place = Some(pause);
        }
    }

    /// Gives the browser the next words that are still in time, if it is silent.
    fn go_on(line: &Rc<Self>) {
        while !line.is_speaking() && !line.is_pausing() {
            let next = line
                .waiting
                .try_borrow_mut()
                .ok()
                .and_then(|mut waiting| waiting.pop_front());
            let Some(words) = next else {
                return;
            };
            if words.begin_by_ms > clock::monotonic_ms() {
                Self::speak(line, words);
            }
        }
    }

    fn speak(line: &Rc<Self>, words: Words) {
        let Some(synthesis) = &line.synthesis else {
            return;
        };
        let text = JsValue::from_str(&words.text);
        let Some(utterance) = js::get(&js_sys::global(), "SpeechSynthesisUtterance")
            .and_then(|constructor| js::construct(&constructor, &[&text]))
        else {
            return;
        };
        js::set(&utterance, "voice", &words.voice);
        if let Some(lang) = js::get(&words.voice, "lang") {
            js::set(&utterance, "lang", &lang);
        }
        js::set(&utterance, "rate", &JsValue::from(words.rate));
        js::set(&utterance, "volume", &JsValue::from(words.volume));

        let listen = |name, react: fn(&Rc<Self>)| {
            let weak = Rc::downgrade(line);
            let target: &EventTarget = utterance.unchecked_ref();
            Listener::new(target, name, move |_| {
                if let Some(line) = weak.upgrade() {
                    line.tells.set(true);
                    react(&line);
                }
            })
        };
        let listeners = [
            listen("start", Self::begun),
            listen("end", Self::ended),
            listen("error", Self::ended),
        ];
        let spoken = Spoken {
            begin_by_ms: words.begin_by_ms,
            longest_ms: longest_ms(&words),
            _listeners: listeners,
            watch: Self::watch(
                line,
                span_ms(words.begin_by_ms - clock::monotonic_ms()),
                Self::not_begun,
            ),
            _utterance: utterance.clone(),
        };
        if let Ok(mut place) = line.spoken.try_borrow_mut() {
            *place = Some(spoken);
        }
        if js::flag(synthesis, "paused") {
            let _ = js::call(synthesis, "resume", &[]);
        }
        if js::call(synthesis, "speak", &[&utterance]).is_err() {
            line.take();
        }
    }

    /// The browser has begun. In a page that was hidden this may come much too late.
    fn begun(line: &Rc<Self>) {
        let mut late = false;
        if let Ok(mut spoken) = line.spoken.try_borrow_mut()
            && let Some(spoken) = spoken.as_mut()
        {
            late = clock::monotonic_ms() > spoken.begin_by_ms;
            spoken.watch = Self::watch(line, spoken.longest_ms, Self::give_up);
        }
        if late {
            Self::give_up(line);
        }
    }

    fn ended(line: &Rc<Self>) {
        line.take();
        Self::go_on(line);
    }

    /// The time to begin is over, and the browser has told of no beginning. One that never tells may be speaking.
    fn not_begun(line: &Rc<Self>) {
        if line.tells.get() || line.has_waiting() {
            Self::give_up(line);
        } else if let Ok(mut spoken) = line.spoken.try_borrow_mut()
            && let Some(spoken) = spoken.as_mut()
        {
            spoken.watch = Self::watch(line, spoken.longest_ms, Self::give_up);
        }
    }

    fn give_up(line: &Rc<Self>) {
        line.take();
        if let Some(synthesis) = &line.synthesis {
            Self::cut(line, synthesis);
        }
        Self::go_on(line);
    }

    fn watch(line: &Rc<Self>, after_ms: u32, then: fn(&Rc<Self>)) -> Timer {
        let weak = Rc::downgrade(line);
        Timer::start(after_ms, move || {
            if let Some(line) = weak.upgrade() {
                then(&line);
            }
        })
    }

    fn take(&self) -> Option<Spoken> {
        self.spoken.try_borrow_mut().ok()?.take()
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        if self.take().is_some() {
            silence();
        }
    }
}

/// After this, an utterance that has begun and not ended is given up: some browsers forget the end.
fn longest_ms(words: &Words) -> u32 {
    let letters = u32::try_from(words.text.chars().count()).unwrap_or(u32::MAX);
    span_ms((3000.0 + 200.0 * f64::from(letters)) / f64::from(words.rate))
}

fn span_ms(ms: f64) -> u32 {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // `as` saturates.
    let whole = ms.ceil() as u32;
    whole
}
