//! The page itself: title, focus, scrolling, root attributes, visibility, media queries, keys.
//!
//! Invariant: what cannot be done is said (`false`, `None`) and changes nothing.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Document, Element, FocusOptions, HtmlElement, KeyboardEvent, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};

use super::js;
use super::listener::Listener;
use super::tasks;

/// The person's system asks for a dark page.
pub const PREFERS_DARK: &str = "(prefers-color-scheme: dark)";
/// The person's system asks for less motion.
pub const PREFERS_LESS_MOTION: &str = "(prefers-reduced-motion: reduce)";

/// The ground that Chromium gives a page which it darkens.
const DARKENED: &str = "rgb(18, 18, 18)";

/// Elements in which Space, Enter and letters have a meaning of their own.
const CONTROLS: &str = "a[href],button,input,select,textarea,summary,audio,video,\
    [contenteditable]:not([contenteditable=false]),[role=button],[role=link],[role=switch],\
    [role=checkbox],[role=radio],[role=slider],[role=tab],[role=menuitem],[role=option]";

/// A key that went down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyPress {
    /// What the key means, as in `" "`, `"Enter"`, `"Escape"`, `"a"`.
    pub key: String,
    /// The focus stands in a button, link or field: Space and Enter belong to it.
    pub in_control: bool,
    /// Control, Alt or Meta is held: the key belongs to the browser or the system.
    pub modified: bool,
    /// The key is being held down and this is a repeat.
    pub repeated: bool,
}

/// Sets the title of the document.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Moves the focus to the element with this id, without scrolling to it if `prevent_scroll`. Whether it
/// has the focus now; a heading needs `tabindex="-1"` for that.
pub fn focus(id: &str, prevent_scroll: bool) -> bool {
    let Some(document) = document() else {
        return false;
    };
    let Some(element) = document.get_element_by_id(id) else {
        return false;
    };
    focus_element(&element, prevent_scroll)
}

/// The same for an element in hand.
pub(super) fn focus_element(element: &Element, prevent_scroll: bool) -> bool {
    let options = FocusOptions::new();
    options.set_prevent_scroll(prevent_scroll);
    let html: &HtmlElement = element.unchecked_ref();
    // An SVG or MathML element may have no focus method: then it throws, and that is caught here.
    let _ = tasks::heard(|| html.focus_with_options(&options));
    document()
        .and_then(|document| document.active_element())
        .is_some_and(|active| active == *element)
}

/// Scrolls just as far as it takes to see an element whole.
pub(super) fn bring_into_view(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Takes the focus out of a field, so that what was typed is heard while all that hears it is there.
pub fn leave_field() {
    let field = document()
        .and_then(|document| document.active_element())
        .filter(|active| matches!(active.matches("input,textarea,select"), Ok(true)));
    if let Some(field) = field {
        let field: HtmlElement = field.unchecked_into();
        let _ = tasks::heard(|| field.blur());
    }
}

/// Whether the element with this id has the focus.
pub fn has_focus(id: &str) -> bool {
    document()
        .and_then(|document| document.active_element())
        .is_some_and(|active| active.id() == id)
}

/// Scrolls to the top at once.
pub fn scroll_to_top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Scrolls on by a share of the window's height.
pub fn scroll_on(share: f64) {
    if let Some(window) = web_sys::window()
        && let Some(height) = window
            .inner_height()
            .ok()
            .and_then(|height| height.as_f64())
    {
        window.scroll_by_with_x_and_y(0.0, height * share);
    }
}

/// Whether the first of two elements, by their ids, ends where the second begins or above. Where one is missing nothing
/// lies on anything.
pub fn ends_above(first: &str, second: &str) -> bool {
    let place = |id| {
        Some(
            document()?
                .get_element_by_id(id)?
                .get_bounding_client_rect(),
        )
    };
    let (Some(first), Some(second)) = (place(first), place(second)) else {
        return true;
    };
    first.bottom() <= second.top() + 1.0
}

/// Calls `callback` when the page was scrolled or its window has another size, until the guard is dropped.
pub fn on_scroll(callback: impl Fn() + Clone + 'static) -> [Option<Listener>; 2] {
    ["scroll", "resize"].map(|name| {
        let callback = callback.clone();
        Listener::on_window(name, move |_| callback())
    })
}

/// Whether the browser takes this moment for one of the person's taps or keys; one that does not tell is believed.
pub(super) fn is_in_tap() -> bool {
    activation().is_none_or(|activation| js::flag(&activation, "isActive"))
}

/// Whether the person has touched the page yet; a browser that does not tell is taken at its best.
pub fn has_been_tapped() -> bool {
    activation().is_none_or(|activation| js::flag(&activation, "hasBeenActive"))
}

fn activation() -> Option<JsValue> {
    js::get(&web_sys::window()?.navigator(), "userActivation")
}

/// Calls `callback` at every tap and key, in its handler, until the guard is dropped.
pub fn on_tap(callback: impl Fn() + 'static) -> Vec<Listener> {
    let callback = std::rc::Rc::new(callback);
    // A finger that goes up and a key are what browsers count; a click covers what helps people to click.
    ["pointerup", "click", "keydown"]
        .into_iter()
        .filter_map(|name| {
            let callback = std::rc::Rc::clone(&callback);
            Listener::on_window(name, move |_| callback())
        })
        .collect()
}

/// Sets an attribute of the root element, or removes it with `None`. `false` when the name is not valid.
pub fn set_root_attribute(name: &str, value: Option<&str>) -> bool {
    let Some(root) = document().and_then(|document| document.document_element()) else {
        return false;
    };
    match value {
        Some(value) => root.set_attribute(name, value).is_ok(),
        None => root.remove_attribute(name).is_ok(),
    }
}

/// Chooses among the page's two colours for the browser's bar (`#bar-light` and `#bar-dark` in `index.html`): the dark one,
/// the light one, or with `None` what the system asks for. `false` when the page has no such choice.
pub fn choose_bar(dark: Option<bool>) -> bool {
    let Some(document) = document() else {
        return false;
    };
    let system = ["(prefers-color-scheme: light)", PREFERS_DARK];
    let media = match dark {
        None => system,
        Some(false) => ["all", "not all"],
        Some(true) => ["not all", "all"],
    };
    ["bar-light", "bar-dark"]
        .into_iter()
        .zip(media)
        .all(|(id, media)| {
            let colour = document.get_element_by_id(id);
            colour.is_some_and(|colour| colour.set_attribute("media", media).is_ok())
        })
}

/// Tells the script around the app that something is wanted of it (`public/boot.js`, `xtask/src/split/arrive.js`).
pub fn call(name: &str) -> bool {
    let event = web_sys::Event::new(name).ok();
    web_sys::window()
        .zip(event)
        .is_some_and(|(window, event)| window.dispatch_event(&event).is_ok())
}

/// Replaces the text of the element with this id. `false` where there is none.
pub fn set_text(id: &str, text: &str) -> bool {
    let element = document().and_then(|document| document.get_element_by_id(id));
    element.is_some_and(|element| {
        element.set_text_content(Some(text));
        true
    })
}

/// An attribute of the root element.
pub fn root_attribute(name: &str) -> Option<String> {
    document()?.document_element()?.get_attribute(name)
}

/// Whether the browser darkens this light page by itself, whatever it asks for: then the ground of all pages is not
/// white (`column-rule-color` in `style/tokens.css` names it). A contrast theme is something else.
pub fn is_darkened() -> bool {
    let computed = |name: &str| {
        let window = web_sys::window()?;
        let root = window.document()?.document_element()?;
        let style = js::call(&window, "getComputedStyle", &[&root]).ok()?;
        js::text(&style, name)
    };
    computed("colorScheme").is_some_and(|scheme| scheme == "light")
        && computed("columnRuleColor").is_some_and(|ground| ground == DARKENED)
}

/// Whether nobody can see the page: another tab, a locked screen, a minimised window.
pub fn is_hidden() -> bool {
    document().is_some_and(|document| document.hidden())
}

/// Calls `callback` with whether the page is hidden each time that changes, until the guard is dropped.
pub fn on_visibility(callback: impl Fn(bool) + 'static) -> Option<Listener> {
    Listener::on_document("visibilitychange", move |_| callback(is_hidden()))
}

/// Calls `callback` when the page goes away, perhaps for good: the last moment to save.
pub fn on_page_hide(callback: impl Fn() + 'static) -> Option<Listener> {
    Listener::on_window("pagehide", move |_| callback())
}

/// Calls `callback` whenever the page may have slept: it is shown again, comes back from the browser's history, or is
/// awake after it was frozen. Several of these may come at once. Ends when the guards are dropped.
pub fn on_return(callback: impl Fn() + 'static) -> [Option<Listener>; 4] {
    let callback = std::rc::Rc::new(callback);
    let hears = || {
        let callback = std::rc::Rc::clone(&callback);
        move |_| {
            if !is_hidden() {
                callback();
            }
        }
    };
    [
        Listener::on_document("visibilitychange", hears()),
        Listener::on_document("resume", hears()),
        Listener::on_window("pageshow", hears()),
        Listener::on_window("focus", hears()),
    ]
}

/// Whether a media query holds; a query the browser does not know never does.
pub fn media_matches(query: &str) -> bool {
    media(query).is_some_and(|media| media.matches())
}

/// Calls `callback` each time the answer to a media query changes, until the guard is dropped.
pub fn on_media(query: &str, callback: impl Fn(bool) + 'static) -> Option<Listener> {
    let media = media(query)?;
    let asked = media.clone();
    Some(Listener::new(&media, "change", move |_| {
        callback(asked.matches());
    }))
}

/// Calls `callback` at every key that goes down and that nobody else has handled, until the guard is
/// dropped. When it answers `true`, the key's usual effect is prevented.
pub fn on_key(callback: impl Fn(&KeyPress) -> bool + 'static) -> Option<Listener> {
    Listener::on_window("keydown", move |event| {
        let event: KeyboardEvent = event.unchecked_into();
        // A browser that fills in a form sends "keydown" without a key.
        let Some(key) = js::text(&event, "key") else {
            return;
        };
        if event.default_prevented() || event.is_composing() {
            return;
        }
        let press = KeyPress {
            key,
            in_control: is_in_control(&event),
            modified: event.ctrl_key() || event.alt_key() || event.meta_key(),
            repeated: event.repeat(),
        };
        if callback(&press) {
            event.prevent_default();
        }
    })
}

/// The person's first language, as a tag like `en-GB`.
pub fn language() -> Option<String> {
    web_sys::window()?
        .navigator()
        .language()
        .filter(|tag| !tag.is_empty())
}

/// The element with this id, for an app to be put into.
pub fn mount_point(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Loads the page anew.
pub fn reload() -> bool {
    web_sys::window().is_some_and(|window| window.location().reload().is_ok())
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

fn media(query: &str) -> Option<web_sys::MediaQueryList> {
    web_sys::window()?.match_media(query).ok()?
}

fn is_in_control(event: &KeyboardEvent) -> bool {
    event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .is_some_and(|element| matches!(element.closest(CONTROLS), Ok(Some(_))))
}
