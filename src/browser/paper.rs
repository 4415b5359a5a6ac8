//! Printing, and what a page does to itself for it.
//!
//! Invariant: what was opened for paper is closed again afterwards, and nothing else is.

use wasm_bindgen::JsValue;

use super::js;
use super::listener::Listener;

/// The folded parts of the page; those that were opened for paper.
const FOLDED: &str = "details:not([open])";
const UNFOLDED: &str = "details[data-unfolded]";

/// Opens the print dialogue. `false` where there is none. A browser may also refuse without a word: then
/// [`on_print`] hears nothing.
pub fn print() -> bool {
    web_sys::window().is_some_and(|window| window.print().is_ok())
}

/// Calls `callback` each time the page is about to be printed, until the guard is dropped.
pub fn on_print(callback: impl Fn() + 'static) -> Option<Listener> {
    Listener::on_window("beforeprint", move |_| callback())
}

/// Opens all folded parts while the page is printed, until the guards are dropped. Nothing where the style sheet can do
/// that by itself: there it needs no change of the page.
pub fn unfold_on_paper() -> Option<(Listener, Listener)> {
    if style_sheet_unfolds() {
        return None;
    }
    let before = Listener::on_window("beforeprint", |_| {
        each(FOLDED, |fold| {
            let opened = fold.set_attribute("data-unfolded", "");
            opened.and_then(|()| fold.set_attribute("open", ""))
        });
    })?;
    let after = Listener::on_window("afterprint", |_| {
        each(UNFOLDED, |fold| {
            let closed = fold.remove_attribute("open");
            closed.and_then(|()| fold.remove_attribute("data-unfolded"))
        });
    })?;
    Some((before, after))
}

/// Whether style sheets reach what is folded (`::details-content`; Safari since 18.4, Firefox since 143).
fn style_sheet_unfolds() -> bool {
    let asked = JsValue::from_str("selector(::details-content)");
    web_sys::window()
        .and_then(|window| js::get(&window, "CSS"))
        .and_then(|css| js::call(&css, "supports", &[&asked]).ok())
        .is_some_and(|answer| answer.is_truthy())
}

fn each(selector: &str, change: impl Fn(&web_sys::Element) -> Result<(), JsValue>) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else {
        return;
    };
    // One after the other: each change takes the first one out of what is looked for.
    while let Ok(Some(fold)) = document.query_selector(selector) {
        if change(&fold).is_err() {
            return;
        }
    }
}
