//! Days and times of day as a person reads them, in their language.
//!
//! Invariant: there is always an answer. Where `Intl` is missing or does not know the language tag, a day
//! reads `2026-11-22` and a time `15:43`.

use js_sys::{Date, Object};
use wasm_bindgen::JsValue;

use super::{clock, js};

/// A day in full, as in "Sunday, 22 November" (the order and the commas are the language's own).
pub fn long_day(locale: &str, year: i32, month: u32, day: u32) -> String {
    let options = [("weekday", "long"), ("day", "numeric"), ("month", "long")];
    format_day(locale, year, month, day, &options)
}

/// A day with its year, as in "22 November 2026".
pub fn full_day(locale: &str, year: i32, month: u32, day: u32) -> String {
    let options = [("year", "numeric"), ("day", "numeric"), ("month", "long")];
    format_day(locale, year, month, day, &options)
}

/// A day in short, as in "Sun 22 Nov".
pub fn short_day(locale: &str, year: i32, month: u32, day: u32) -> String {
    let options = [("weekday", "short"), ("day", "numeric"), ("month", "short")];
    format_day(locale, year, month, day, &options)
}

/// The local time of day at `epoch_ms`, as in "3:43 PM" or "15:43".
pub fn time_of_day(locale: &str, epoch_ms: f64) -> String {
    let date = clock::date(epoch_ms);
    format(locale, &date, &[("hour", "numeric"), ("minute", "2-digit")])
        .unwrap_or_else(|| format!("{:02}:{:02}", date.get_hours(), date.get_minutes()))
}

fn format_day(locale: &str, year: i32, month: u32, day: u32, options: &[(&str, &str)]) -> String {
    noon_of(year, month, day)
        .and_then(|noon| format(locale, &noon, options))
        .unwrap_or_else(|| format!("{year:04}-{month:02}-{day:02}"))
}

/// Noon, because on some days in some places there is no midnight.
fn noon_of(year: i32, month: u32, day: u32) -> Option<Date> {
    // Below 100 a `Date` reads a year as one of the last century.
    let year = u32::try_from(year).ok().filter(|year| *year >= 100)?;
    let month = i32::try_from(month).ok()?;
    let day = i32::try_from(day).ok()?;
    Some(Date::new_with_year_month_day_hr(year, month - 1, day, 12))
}

/// `Intl` throws at a tag it cannot parse, hence by reflection: that comes back as `None`.
fn format(locale: &str, date: &Date, options: &[(&str, &str)]) -> Option<String> {
    let bag = Object::new();
    for (name, value) in options {
        js::set(&bag, name, &JsValue::from_str(value));
    }
    let intl = js::get(&js_sys::global(), "Intl")?;
    let constructor = js::get(&intl, "DateTimeFormat")?;
    let formatter = js::construct(&constructor, &[&JsValue::from_str(locale), &bag])?;
    js::call(&formatter, "format", &[date]).ok()?.as_string()
}
