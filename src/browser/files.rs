//! Files: one that a person gets, by download or by sharing it, and one that they choose.
//!
//! Invariant: a file that is larger than the caller allows is not read.

use js_sys::{Array, Object, futures};
use wasm_bindgen::{JsCast, JsValue};

use super::frames::Timer;
use super::js;

/// A download reads the file after the tap, some browsers much later. Then its address is given back.
const HELD_MS: u32 = 60_000;

/// What a file is to hold: a text, or bytes that a browser's own interface has made.
pub struct Content(JsValue);

impl From<&str> for Content {
    fn from(text: &str) -> Self {
        Self(JsValue::from_str(text))
    }
}

impl Content {
    pub(super) const fn of(bytes: JsValue) -> Self {
        Self(bytes)
    }
}

/// Hands out a file for the browser to keep among the downloads. `false` where it cannot. What the browser then does with
/// it, it tells nobody.
pub fn download(name: &str, kind: &str, content: impl Into<Content>) -> bool {
    try_download(name, kind, &content.into()).is_some()
}

fn try_download(name: &str, kind: &str, content: &Content) -> Option<()> {
    let window = web_sys::window()?;
    let file = file(name, kind, content)?;
    let urls = js::get(&window, "URL")?;
    let address = js::call(&urls, "createObjectURL", &[&file]).ok()?;
    // It never stands in the page, so nobody hears its tap.
    let link = window.document()?.create_element("a").ok()?;
    link.set_attribute("href", &address.as_string()?).ok()?;
    link.set_attribute("download", name).ok()?;
    let clicked = js::call(&link, "click", &[]).ok().map(drop);
    let timer = Timer::start(HELD_MS, move || {
        let _ = js::call(&urls, "revokeObjectURL", &[&address]);
    });
    // It lives until then.
    std::mem::forget(timer);
    clicked
}

/// Whether the browser shares files of this name and kind.
pub fn can_share(name: &str, kind: &str) -> bool {
    let Some(window) = web_sys::window() else {
        return false;
    };
    let navigator = window.navigator();
    file(name, kind, &"".into())
        .filter(|_| js::has_method(&navigator, "share"))
        .and_then(|file| js::call(&navigator, "canShare", &[&with_file(&file)]).ok())
        .is_some_and(|answer| answer.is_truthy())
}

/// Shares a text as a file, in the handler of a tap. `done` hears whether it was shared; a person may also think better of
/// it.
pub fn share(name: &str, kind: &str, text: &str, done: impl FnOnce(bool) + 'static) {
    let shared = web_sys::window()
        .zip(file(name, kind, &text.into()))
        .and_then(|(window, file)| {
            js::call(&window.navigator(), "share", &[&with_file(&file)]).ok()
        });
    futures::spawn_local(async move {
        done(match shared {
            Some(promise) => js::settled(promise).await.is_ok(),
            None => false,
        });
    });
}

/// A file that a person has chosen.
#[derive(Debug, Clone)]
pub struct Chosen(JsValue);

impl Chosen {
    /// The file in the field that an event is about. The field is emptied, so that the same file can be chosen again.
    pub fn of(event: &web_sys::Event) -> Option<Self> {
        let field = event.target()?;
        let files = js::get(&field, "files")?;
        let file = js::get(&files, "0")?;
        js::set(&field, "value", &JsValue::from_str(""));
        Some(Self(file))
    }

    /// Its size in bytes.
    pub fn size(&self) -> f64 {
        js::get(&self.0, "size")
            .and_then(|size| size.as_f64())
            .unwrap_or(0.0)
    }

    /// Reads it as text, if it has no more than `most` bytes. `done` hears `None` where it is larger, or the browser does
    /// not hand it out (a file of a drive that is gone).
    pub fn read(self, most: usize, done: impl FnOnce(Option<String>) + 'static) {
        #[allow(clippy::cast_precision_loss)] // of a limit in bytes
        let fits = self.size() <= most as f64;
        text_of(fits.then_some(&self.0), done);
    }

    /// Reads how it begins, at most so many bytes, as text. `done` hears `None` where the browser does not hand it out.
    pub fn beginning(&self, most: u32, done: impl FnOnce(Option<String>) + 'static) {
        let bounds = [0, most].map(JsValue::from);
        let part = js::call(&self.0, "slice", &[&bounds[0], &bounds[1]]).ok();
        text_of(part.as_ref(), done);
    }

    pub(super) const fn value(&self) -> &JsValue {
        &self.0
    }
}

fn text_of(file: Option<&JsValue>, done: impl FnOnce(Option<String>) + 'static) {
    let asked = file.and_then(|file| js::call(file, "text", &[]).ok());
    futures::spawn_local(async move {
        let text = match asked {
            Some(promise) => js::settled(promise).await.ok(),
            None => None,
        };
        done(text.and_then(|text| text.as_string()));
    });
}

fn file(name: &str, kind: &str, content: &Content) -> Option<JsValue> {
    let window = web_sys::window()?;
    let constructor = js::get(&window, "File")?;
    let options = Object::new();
    js::set(&options, "type", &JsValue::from_str(kind));
    let parts = Array::of1(&content.0);
    js::construct(
        &constructor,
        &[&parts, &JsValue::from_str(name), options.unchecked_ref()],
    )
}

fn with_file(file: &JsValue) -> JsValue {
    let data = Object::new();
    js::set(&data, "files", &Array::of1(file));
    data.into()
}
