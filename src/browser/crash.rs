//! What happens at a panic: silence, and a word to the failure screen.
//!
//! Invariant: the hook itself cannot panic. It borrows nothing that the panicking code may hold, and goes
//! on when a step fails.

use std::panic;
use std::sync::Once;

use js_sys::Object;
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit};

use super::{js, sound, speech, vibration};

/// The event on the window that tells of a crash; its `detail.message` holds what is known.
pub const EVENT: &str = "bonewise:crash";

static INSTALLED: Once = Once::new();

/// Installs the hook, once: a second call changes nothing.
pub fn install() {
    INSTALLED.call_once(|| {
        panic::set_hook(Box::new(|info| {
            console_error_panic_hook::hook(info);
            silence();
            announce(&info.to_string());
        }));
    });
}

/// Stops whatever a person still hears or feels.
fn silence() {
    speech::silence();
    sound::silence();
    vibration::stop();
}

fn announce(message: &str) {
    let detail = Object::new();
    js::set(&detail, "message", &JsValue::from_str(message));
    let options = CustomEventInit::new();
    options.set_detail(&detail);
    if let (Some(window), Ok(event)) = (
        web_sys::window(),
        CustomEvent::new_with_event_init_dict(EVENT, &options),
    ) {
        let _ = window.dispatch_event(&event);
    }
}
