//! Activations of controls, by a finger, a mouse or a key, before anything else hears of them.
//!
//! Invariant: an activation that is not let through reaches nobody and has no effect: no handler, no link, no tick.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, MouseEvent};

use super::js;
use super::listener::Listener;

/// What a tap activates. A field to write in is none: a tap there only says where.
const CONTROLS: &str = "a[href],button,summary,label,input[type=checkbox],input[type=radio],\
    [role=button],[role=switch],[role=checkbox],[role=radio],[role=tab]";

/// Marks a control that is meant to be tapped fast.
const REPEATS: &str = "[data-repeat]";

/// A label passes a tap on to its field by a click of its own, at once. No hand is as fast.
const PASSED_ON_MS: f64 = 50.0;

/// A control is about to be activated.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Activation {
    /// When, on the scale of [`monotonic_ms`](super::clock::monotonic_ms).
    pub at_ms: f64,
    /// Where in the window; `None` where it came by a key or a screen reader.
    pub point: Option<(f64, f64)>,
    /// It is the control that was activated last.
    pub is_same: bool,
    /// It is meant to be tapped fast.
    pub repeats: bool,
    /// The person has moved the focus by a key since the last one.
    pub moved_focus: bool,
}

/// The subscription. It ends when dropped.
pub struct Hand(#[allow(dead_code)] [Option<Listener>; 2]);

#[derive(Default)]
struct Seen {
    /// The control that was activated last.
    control: Option<Element>,
    /// The field that a label passes its tap on to, and when.
    passed_on: Option<(Element, f64)>,
    moved_focus: bool,
}

/// Asks `lets` at every activation whether it is to count, until the guard is dropped.
pub fn on_activation(lets: impl Fn(&Activation) -> bool + 'static) -> Hand {
    let seen = Rc::new(RefCell::new(Seen::default()));
    let by_keys = Rc::clone(&seen);
    let keys = Listener::first_on_window("keydown", move |event| {
        let event: KeyboardEvent = event.unchecked_into();
        let moves =
            js::text(&event, "key").is_some_and(|key| key == "Tab" || key.starts_with("Arrow"));
        if let (true, Ok(mut seen)) = (moves, by_keys.try_borrow_mut()) {
            seen.moved_focus = true;
        }
    });
    let clicks = Listener::first_on_window("click", move |event| {
        let Some(counts) = hear(&event, &seen, &lets) else {
            return;
        };
        if !counts {
            event.prevent_default();
            event.stop_immediate_propagation();
        }
    });
    Hand([keys, clicks])
}

/// Whether a click counts; `None` where it activates nothing, or only goes on with one that counted.
fn hear(event: &Event, seen: &RefCell<Seen>, lets: &impl Fn(&Activation) -> bool) -> Option<bool> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let control = control_of(&target)?;
    let mouse: &MouseEvent = event.unchecked_ref();
    let at_ms = event.time_stamp();
    let mut seen = seen.try_borrow_mut().ok()?;
    if let Some((field, at)) = seen.passed_on.take()
        && field == target
        && at_ms - at < PASSED_ON_MS
    {
        return None;
    }
    // A script's own click is no hand.
    if !event.is_trusted() {
        return None;
    }
    let counts = lets(&Activation {
        at_ms,
        point: (mouse.detail() > 0)
            .then(|| (f64::from(mouse.client_x()), f64::from(mouse.client_y()))),
        is_same: seen.control.as_ref() == Some(&control),
        repeats: matches!(control.closest(REPEATS), Ok(Some(_))),
        moved_focus: seen.moved_focus,
    });
    if counts {
        seen.moved_focus = false;
        seen.passed_on = (control != target && matches!(target.closest("label"), Ok(Some(_))))
            .then(|| (control.clone(), at_ms));
        seen.control = Some(control);
    }
    Some(counts)
}

/// The control that a click on `target` activates.
fn control_of(target: &Element) -> Option<Element> {
    let control = target.closest(CONTROLS).ok()??;
    if !matches!(control.matches("label"), Ok(true)) {
        return Some(control);
    }
    let field: Element = js::get(&control, "control")?.dyn_into().ok()?;
    matches!(field.matches(CONTROLS), Ok(true)).then_some(field)
}
