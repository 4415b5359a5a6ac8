//! Whether the browser keeps what this page stores, and how much room there is.
//!
//! Invariant: where the browser does not say, the answer is `None`.

use js_sys::futures;
use wasm_bindgen::JsValue;

use super::{js, page, sound};

/// Asks the browser not to clear away what is stored here. Some ask the person; what came of it says [`state`].
pub fn ask() {
    if let Some(manager) = manager() {
        js::let_run(js::call(&manager, "persist", &[]));
    }
}

/// What the browser says.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Persistence {
    /// Whether it promises to keep what is stored.
    pub is_promised: Option<bool>,
    /// How much is stored, in bytes.
    pub used: Option<f64>,
    /// How much may be stored, in bytes.
    pub room: Option<f64>,
}

/// Asks what the browser says. `done` hears it, never before this returns.
pub fn state(done: impl FnOnce(Persistence) + 'static) {
    futures::spawn_local(async move {
        let mut state = Persistence::default();
        if let Some(manager) = manager() {
            let promised = settled(&manager, "persisted").await;
            state.is_promised = promised.and_then(|answer| answer.as_bool());
            if let Some(estimate) = settled(&manager, "estimate").await {
                let number = |name| js::get(&estimate, name)?.as_f64();
                state.used = number("usage");
                state.room = number("quota");
            }
        }
        done(state);
    });
}

/// Whether this is a tab of a browser on an iPhone or iPad, and not an app on its home screen: all browsers there are
/// Safari's engine, which deletes what a page keeps when it is not visited for a week.
pub fn is_tab_of_an_iphone() -> bool {
    sound::is_apple_hand() && !page::media_matches("(display-mode: standalone)")
}

fn manager() -> Option<JsValue> {
    let navigator = web_sys::window()?.navigator();
    js::get(&navigator, "storage")
}

async fn settled(manager: &JsValue, name: &str) -> Option<JsValue> {
    js::settled(js::call(manager, name, &[]).ok()?).await.ok()
}
