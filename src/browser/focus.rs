//! The focus is not lost when what has it goes, or can be used no more: it moves to what lies nearest. And a field that
//! is being filled in stays in view when the window shrinks, as it does when a keyboard comes up.
//!
//! Invariant: only a focus that the page took away is moved, and only when nobody else has moved it by the next
//! frame. Where a person leaves it, also nowhere, it stays.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Document, Element, MutationObserver, MutationObserverInit, Range};

use super::frames::Timer;
use super::listener::Listener;
use super::page;

/// What a neighbour may be. No text fields: they would bring up the keyboard of a phone.
const NEIGHBOURS: &str = "button,a[href],summary,input[type=checkbox],input[type=radio]";
/// What is filled in.
const FIELDS: &str = "input,select,textarea";
/// What stays together: a lost focus stays in the innermost of these that has a place for it.
const SCOPES: &str = "[role=group],[role=alertdialog],fieldset,li,ul,ol,table,section";
/// What the focus cannot stay on.
const UNUSABLE: &str = ":disabled,[hidden],[hidden] *";
/// An element with this attribute takes every focus that is lost around it.
const REFUGE: &str = "[data-refuge]";
/// A heading inside a scope that has no control left.
const HEADINGS: &str = "h1,h2,h3";

/// Watches over the focus until dropped.
#[must_use = "the focus is watched as long as the guard lives"]
pub struct FocusKeeper {
    observer: Option<MutationObserver>,
    _on_change: Closure<dyn FnMut()>,
    _on_frame: Rc<Closure<dyn FnMut(f64)>>,
    _focus_in: Option<Listener>,
    _focus_out: Option<Listener>,
    _resize: Option<Listener>,
}

/// The element that had the focus last, and its place, which lives on when it is gone.
struct Kept {
    document: Document,
    last: RefCell<Option<Element>>,
    place: Range,
    asked: Cell<bool>,
    leaving: RefCell<Option<Timer>>,
}

/// Watches over the focus of the page. Where nothing lies near, the element with the id `heading` takes it. `None`
/// where the browser cannot.
pub fn keep(heading: &'static str) -> Option<FocusKeeper> {
    let document = web_sys::window()?.document()?;
    let kept = Rc::new(Kept {
        last: RefCell::new(
            document
                .active_element()
                .filter(|active| !is_nowhere(active)),
        ),
        place: document.create_range().ok()?,
        document,
        asked: Cell::new(false),
        leaving: RefCell::new(None),
    });
    let on_frame = {
        let kept = Rc::clone(&kept);
        Rc::new(Closure::<dyn FnMut(f64)>::new(move |_| {
            kept.asked.set(false);
            kept.settle(heading);
        }))
    };
    let on_change = {
        let (kept, on_frame) = (Rc::clone(&kept), Rc::clone(&on_frame));
        Closure::<dyn FnMut()>::new(move || {
            if !kept.asked.get() && kept.is_lost() {
                // By the next frame whoever took it away may have given it to another.
                kept.asked.set(true);
                if let Some(window) = web_sys::window() {
                    let _ = window.request_animation_frame((*on_frame).as_ref().unchecked_ref());
                }
            }
        })
    };
    let watched = MutationObserverInit::new();
    watched.set_child_list(true);
    watched.set_subtree(true);
    watched.set_attribute_filter(
        &js_sys::Array::of2(&"disabled".into(), &"hidden".into()).unchecked_into(),
    );
    let observer = MutationObserver::new(on_change.as_ref().unchecked_ref()).ok()?;
    observer
        .observe_with_options(&kept.document, &watched)
        .ok()?;
    let focus_in = {
        let kept = Rc::clone(&kept);
        Listener::on_document("focusin", move |event| {
            kept.came_to(event.target().and_then(|target| target.dyn_into().ok()));
        })
    };
    let focus_out = Listener::on_document("focusout", move |_| Kept::may_be_left(&kept));
    Some(FocusKeeper {
        observer: Some(observer),
        _on_change: on_change,
        _on_frame: on_frame,
        _focus_in: focus_in,
        _focus_out: focus_out,
        _resize: Listener::on_window("resize", |_| keep_field_in_view()),
    })
}

impl Drop for FocusKeeper {
    fn drop(&mut self) {
        if let Some(observer) = self.observer.take() {
            observer.disconnect();
        }
    }
}

impl Kept {
    fn came_to(&self, element: Option<Element>) {
        if let Some(element) = &element {
            // It cannot fail for what is in the document, and only such an element has the focus.
            let _ = self.place.set_start_before(element);
            self.place.collapse_with_to_start(true);
        }
        if let Ok(mut last) = self.last.try_borrow_mut() {
            *last = element;
        }
    }

    /// The focus went nowhere. Some browsers say so while an element is being removed, and all of them when a person
    /// taps beside everything: a moment later that can be told apart.
    fn may_be_left(kept: &Rc<Self>) {
        let later = Rc::clone(kept);
        let timer = Timer::start(0, move || {
            let left = later
                .last()
                .is_some_and(|last| is_usable(&last) && !later.has_it(&last));
            if left && later.is_nowhere() {
                later.came_to(None);
            }
        });
        if let Ok(mut leaving) = kept.leaving.try_borrow_mut() {
            *leaving = Some(timer);
        }
    }

    fn last(&self) -> Option<Element> {
        self.last.try_borrow().ok()?.clone()
    }

    fn has_it(&self, element: &Element) -> bool {
        self.document.active_element().as_ref() == Some(element)
    }

    fn is_nowhere(&self) -> bool {
        self.document
            .active_element()
            .is_none_or(|active| is_nowhere(&active))
    }

    /// What had the focus has it no more, or cannot be used, and nothing else has it.
    fn is_lost(&self) -> bool {
        self.last().is_some_and(|last| {
            (self.has_it(&last) && !is_usable(&last)) || (self.is_nowhere() && !self.has_it(&last))
        })
    }

    fn settle(&self, heading: &'static str) {
        let Some(last) = self.last().filter(|_| self.is_lost()) else {
            return;
        };
        // Put elsewhere in its list, it lost the focus on the way.
        if is_usable(&last) && take(&last) {
            return;
        }
        let was_control =
            last.matches(NEIGHBOURS).unwrap_or(false) || last.matches(FIELDS).unwrap_or(false);
        if was_control && self.to_a_neighbour() {
            return;
        }
        if !page::focus(heading, true) {
            self.came_to(None);
        }
    }

    /// The scopes around the place, the innermost first.
    fn to_a_neighbour(&self) -> bool {
        let Ok(container) = self.place.start_container() else {
            return false;
        };
        let mut around = match container.dyn_into::<Element>() {
            Ok(element) => Some(element),
            Err(node) => node.parent_element(),
        };
        while let Some(element) = around {
            if take_first(&element, REFUGE) {
                return true;
            }
            if element.matches(SCOPES).unwrap_or(false) && self.to_one_in(&element) {
                return true;
            }
            around = element.parent_element();
        }
        false
    }

    /// The next control of a scope, else the one before, else its heading.
    fn to_one_in(&self, scope: &Element) -> bool {
        let (mut before, mut after) = (Vec::new(), Vec::new());
        for control in all(scope, NEIGHBOURS) {
            let is_after = self
                .place
                .compare_point(&control, 0)
                .is_ok_and(|side| side >= 0);
            if is_after {
                after.push(control);
            } else {
                before.push(control);
            }
        }
        let found = after.iter().chain(before.iter().rev()).any(take);
        found
            || all(scope, HEADINGS).iter().any(|heading| {
                if !heading.has_attribute("tabindex") {
                    let _ = heading.set_attribute("tabindex", "-1");
                }
                take(heading)
            })
    }
}

fn keep_field_in_view() {
    let active = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.active_element());
    if let Some(field) = active.filter(|active| active.matches(FIELDS).unwrap_or(false)) {
        page::bring_into_view(&field);
    }
}

/// The body or the root: that is where the focus is when nothing has it.
fn is_nowhere(element: &Element) -> bool {
    element.matches("body,html").unwrap_or(false)
}

fn is_usable(element: &Element) -> bool {
    element.is_connected() && !element.matches(UNUSABLE).unwrap_or(false)
}

fn all(scope: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = scope.query_selector_all(selector) else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|place| found.get(place)?.dyn_into().ok())
        .collect()
}

fn take_first(scope: &Element, selector: &str) -> bool {
    all(scope, selector).iter().any(take)
}

/// Gives the focus to an element; whether it took it. The page does not jump, but a person who goes by keys sees it.
fn take(element: &Element) -> bool {
    if !is_usable(element) {
        return false;
    }
    let took = page::focus_element(element, true);
    if took && element.matches(":focus-visible").unwrap_or(false) {
        page::bring_into_view(element);
    }
    took
}
