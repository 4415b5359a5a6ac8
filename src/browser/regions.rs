//! Names of countries in the person's language, and the clock's time zone, as the browser knows them.

use js_sys::Object;
use wasm_bindgen::JsValue;

use super::js;

/// The name of a region (ISO 3166-1 alpha-2), or its two letters where the browser does not know it.
pub fn name(locale: &str, region: &str) -> String {
    known_name(locale, region).unwrap_or_else(|| region.to_owned())
}

fn known_name(locale: &str, region: &str) -> Option<String> {
    let options = Object::new();
    js::set(&options, "type", &JsValue::from_str("region"));
    let intl = js::get(&js_sys::global(), "Intl")?;
    let constructor = js::get(&intl, "DisplayNames")?;
    let names = js::construct(&constructor, &[&JsValue::from_str(locale), &options])?;
    js::call(&names, "of", &[&JsValue::from_str(region)])
        .ok()?
        .as_string()
}

/// The time zone of the device's clock, as in `Europe/Berlin`.
pub fn time_zone() -> Option<String> {
    let intl = js::get(&js_sys::global(), "Intl")?;
    let constructor = js::get(&intl, "DateTimeFormat")?;
    let format = js::construct(&constructor, &[])?;
    let options = js::call(&format, "resolvedOptions", &[]).ok()?;
    js::text(&options, "timeZone").filter(|zone| !zone.is_empty())
}
