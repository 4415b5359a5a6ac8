//! Which voices there are, and which of them speaks.
//!
//! Invariant: a voice that needs a network does not exist here.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::EventTarget;

use super::frames::Ticker;
use super::js;
use super::listener::Listener;

/// How often and how many times voices are looked for where no event tells of them.
const LOOK_EVERY_MS: u32 = 500;
const LOOKS: u32 = 10;

/// A voice on this device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VoiceInfo {
    /// What names it when it is chosen.
    pub uri: String,
    /// What to call it on the screen.
    pub name: String,
    /// The language tag, as in `en-GB`.
    pub lang: String,
    /// Whether the system would take this one. Some say so of many.
    pub is_system_choice: bool,
}

/// The browser's `speechSynthesis`.
pub(super) fn synthesis() -> Option<JsValue> {
    js::get(&js_sys::global(), "speechSynthesis")
}

/// The voices on this device that have arrived by now.
pub(super) fn local(synthesis: Option<&JsValue>) -> Vec<JsValue> {
    let list = synthesis.and_then(|synthesis| js::call(synthesis, "getVoices", &[]).ok());
    list.filter(Array::is_array).map_or_else(Vec::new, |list| {
        let list: Array = list.unchecked_into();
        list.iter()
            .filter(|voice| js::flag(voice, "localService"))
            .collect()
    })
}

/// The voices for a language, the system's own choice first.
pub(super) fn of_language(voices: &[JsValue], lang: &str) -> Vec<VoiceInfo> {
    let (own, others): (Vec<&JsValue>, Vec<&JsValue>) = voices
        .iter()
        .filter(|voice| speaks(voice, lang))
        .partition(|voice| js::flag(voice, "default"));
    own.into_iter().chain(others).filter_map(describe).collect()
}

/// The voice that was chosen, or else the best for the language.
pub(super) fn choose(voices: &[JsValue], uri: Option<&str>, lang: &str) -> Option<JsValue> {
    let is_chosen =
        |voice: &&JsValue| uri.is_some() && js::text(voice, "voiceURI").as_deref() == uri;
    let best = || {
        voices
            .iter()
            .filter(|voice| speaks(voice, lang))
            .min_by_key(|voice| (!is_exactly(voice, lang), !js::flag(voice, "default")))
    };
    voices.iter().find(is_chosen).or_else(best).cloned()
}

/// A subscription to the list of voices. It ends when dropped.
#[must_use = "the subscription ends when the guard is dropped"]
pub struct VoicesListener {
    _listener: Option<Listener>,
    ticker: Rc<RefCell<Option<Ticker>>>,
}

impl VoicesListener {
    /// Some browsers never tell that voices have arrived, so look for a while too.
    pub(super) fn new(synthesis: Option<&JsValue>, callback: impl Fn() + 'static) -> Self {
        let callback = Rc::new(callback);
        let ticker = Rc::new(RefCell::new(None));
        let listener = synthesis.map(|synthesis| {
            if local(Some(synthesis)).is_empty() {
                look_out(synthesis.clone(), Rc::clone(&ticker), Rc::clone(&callback));
            }
            let target: &EventTarget = synthesis.unchecked_ref();
            Listener::new(target, "voiceschanged", move |_| callback())
        });
        Self {
            _listener: listener,
            ticker,
        }
    }
}

impl Drop for VoicesListener {
    fn drop(&mut self) {
        let _ended = self
            .ticker
            .try_borrow_mut()
            .ok()
            .and_then(|mut ticker| ticker.take());
    }
}

fn look_out(
    synthesis: JsValue,
    ticker: Rc<RefCell<Option<Ticker>>>,
    callback: Rc<impl Fn() + 'static>,
) {
    let place = Rc::clone(&ticker);
    let mut looks = 0;
    let look = Ticker::start(LOOK_EVERY_MS, move || {
        looks += 1;
        let found = !local(Some(&synthesis)).is_empty();
        if found || looks >= LOOKS {
            let ended = place
                .try_borrow_mut()
                .ok()
                .and_then(|mut place| place.take());
            if found && ended.is_some() {
                callback();
            }
        }
    });
    if let Ok(mut place) = ticker.try_borrow_mut() {
        *place = Some(look);
    }
}

/// Android writes `en_GB`.
fn tag(voice: &JsValue) -> String {
    js::text(voice, "lang")
        .unwrap_or_default()
        .replace('_', "-")
}

fn is_exactly(voice: &JsValue, lang: &str) -> bool {
    tag(voice).eq_ignore_ascii_case(lang)
}

fn speaks(voice: &JsValue, lang: &str) -> bool {
    let tag = tag(voice);
    let language = |tag: &str| {
        tag.split('-')
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase()
    };
    is_exactly(voice, lang) || language(&tag) == language(lang)
}

fn describe(voice: &JsValue) -> Option<VoiceInfo> {
    Some(VoiceInfo {
        uri: js::text(voice, "voiceURI")?,
        name: js::text(voice, "name")?,
        lang: tag(voice),
        is_system_choice: js::flag(voice, "default"),
    })
}
