//! What time it is, and what the local calendar says about an instant.
//!
//! Invariant: a local date is always a real one, also for an instant no calendar knows (not a number, or
//! beyond the year 275760): such an instant reads as the nearest one that the calendar has.

use js_sys::Date;
use wasm_bindgen::JsValue;

/// The farthest instant a `Date` can hold, in milliseconds from 1970 either way.
const FARTHEST_MS: f64 = 8.64e15;

/// Milliseconds since 1970, by the wall clock. It may jump either way when someone sets the clock.
pub fn now_ms() -> f64 {
    Date::now()
}

/// Milliseconds since the page began. It never goes backward, and may stand still while a device sleeps.
pub fn monotonic_ms() -> f64 {
    web_sys::window()
        .and_then(|window| window.performance())
        .map_or_else(now_ms, |performance| performance.now())
}

/// The local year, month (1–12) and day (1–31) at `epoch_ms`.
pub fn local_date(epoch_ms: f64) -> (i32, u32, u32) {
    let date = date(epoch_ms);
    (
        date.get_full_year().cast_signed(),
        date.get_month() + 1,
        date.get_date(),
    )
}

/// The local hour (0–23) at `epoch_ms`.
pub fn local_hour(epoch_ms: f64) -> u32 {
    date(epoch_ms).get_hours()
}

/// Minutes by which local time is ahead of UTC at `epoch_ms`; behind is negative.
pub fn utc_offset_minutes(epoch_ms: f64) -> i32 {
    #[allow(clippy::cast_possible_truncation)] // An offset is less than a day.
    let behind = date(epoch_ms).get_timezone_offset() as i32;
    -behind
}

/// The `Date` of an instant, always a valid one.
pub(super) fn date(epoch_ms: f64) -> Date {
    let epoch_ms = if epoch_ms.is_nan() { 0.0 } else { epoch_ms };
    Date::new(&JsValue::from_f64(
        epoch_ms.clamp(-FARTHEST_MS, FARTHEST_MS),
    ))
}
