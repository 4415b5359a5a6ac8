//! Vibration, as a third channel beside voice and beep.
//!
//! Invariant: nothing depends on it. A device without a motor, and a browser that wants a tap first, answer
//! `false`.

use js_sys::Array;
use wasm_bindgen::JsValue;

use super::js;

/// Whether this device can probably vibrate: the browser has the function and the screen is touched.
/// (Desktop browsers have the function too, and nothing to move.)
pub fn is_available() -> bool {
    web_sys::window().is_some_and(|window| {
        let navigator = window.navigator();
        js::has_method(&navigator, "vibrate") && navigator.max_touch_points() > 0
    })
}

/// Vibrates: milliseconds on, off, on … A new pattern replaces the running one. Whether the browser took it.
pub fn vibrate(pattern_ms: &[u32]) -> bool {
    let Some(window) = web_sys::window() else {
        return false;
    };
    let pattern: Array = pattern_ms.iter().map(|ms| JsValue::from(*ms)).collect();
    js::call(&window.navigator(), "vibrate", &[&pattern]).is_ok_and(|taken| taken.is_truthy())
}

/// Ends a running pattern.
pub fn stop() {
    vibrate(&[]);
}
