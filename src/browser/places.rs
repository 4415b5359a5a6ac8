//! Where in a page a person was: how far down, and what was folded open, for each entry of the browser's history.
//!
//! Invariant: an entry is known by a number in its `history.state`, so Back and Forward find their own place and a fresh
//! visit finds none. The places live as long as the tab, also over a reload.

use web_sys::{Document, Element, History, ScrollRestoration, Storage, Window};

/// The key in `sessionStorage`.
const KEY: &str = "bonewise:places";
/// How many places are kept over a reload: more than anyone goes back.
const MOST: usize = 40;
/// What can be folded open.
const FOLDS: &str = "main details";
/// Two heights that differ by less are the same: browsers round.
const SAME_PX: f64 = 2.0;

/// A place in a page.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Place {
    /// How far down, in pixels.
    top: f64,
    /// What is folded open: the sum of its words, and how many of the same words stand before it.
    open: Vec<(u32, u32)>,
}

/// The places of this tab.
#[derive(Debug, Default)]
pub struct Places {
    known: Vec<(u32, Place)>,
    here: u32,
    /// Nothing is kept any more.
    forgotten: bool,
}

impl Places {
    /// Takes over from the browser, which would look for the place before the page is there. Answers also with the place
    /// of a reload.
    pub fn open() -> (Self, Option<Place>) {
        if let Some(history) = history() {
            let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
        }
        let kept = session_storage().and_then(|area| area.get_item(KEY).ok().flatten());
        let known = kept.map(|text| text.lines().filter_map(read).collect());
        let mut places = Self {
            known: known.unwrap_or_default(),
            ..Self::default()
        };
        let place = places.arrive();
        (places, place)
    }

    /// Remembers the place in the page that is about to be left.
    pub fn leave(&mut self) {
        let here = self.here;
        self.known.retain(|(number, _)| *number != here);
        self.known.push((here, now()));
    }

    /// Finds out at which entry of the history the page is now. The place, where a person comes back to one.
    pub fn arrive(&mut self) -> Option<Place> {
        match number_of_entry() {
            Some(number) if number == self.here => None,
            Some(number) => {
                self.here = number;
                let found = self.known.iter().find(|(known, _)| *known == number);
                found.map(|(_, place)| place.clone())
            }
            None => {
                let most = self.known.iter().map(|(number, _)| *number).max();
                self.here = most.unwrap_or(0).max(self.here).saturating_add(1);
                if let Some(history) = history() {
                    let _ = history.replace_state(&self.here.into(), "");
                }
                None
            }
        }
    }

    /// Has nothing kept any more: everything is being deleted.
    pub fn forget(&mut self) {
        self.forgotten = true;
    }

    /// Keeps the places over a reload. Where the browser refuses, they end with the page.
    pub fn keep(&self) {
        if self.forgotten {
            return;
        }
        let latest = self.known.iter().rev().take(MOST).rev();
        let text: Vec<String> = latest
            .map(|(number, place)| write(*number, place))
            .collect();
        if let Some(area) = session_storage() {
            let _ = area.set_item(KEY, &text.join("\n"));
        }
    }
}

impl Place {
    /// Folds open what was open and goes to where the person was, as far as the page is there by now. Answers how far down
    /// the page is then, and whether that is the place.
    pub fn take(&self) -> (f64, bool) {
        for (fold, name) in folds() {
            let is_open = fold.has_attribute("open");
            if self.open.contains(&name) != is_open {
                let _ = if is_open {
                    fold.remove_attribute("open")
                } else {
                    fold.set_attribute("open", "")
                };
            }
        }
        if let Some(window) = window() {
            window.scroll_to_with_x_and_y(0.0, self.top);
        }
        let top = top();
        (top, (top - self.top).abs() < SAME_PX)
    }
}

/// How far down the page is.
pub fn top() -> f64 {
    web_sys::window()
        .and_then(|window| window.scroll_y().ok())
        .unwrap_or(0.0)
}

fn now() -> Place {
    let open = folds()
        .into_iter()
        .filter(|(fold, _)| fold.has_attribute("open"));
    Place {
        top: top(),
        open: open.map(|(_, name)| name).collect(),
    }
}

/// Everything that can be folded open, with its name.
fn folds() -> Vec<(Element, (u32, u32))> {
    let mut named: Vec<(Element, (u32, u32))> = Vec::new();
    let found = document().and_then(|document| document.query_selector_all(FOLDS).ok());
    let Some(found) = found else {
        return named;
    };
    for place in 0..found.length() {
        let Some(fold) = found
            .get(place)
            .map(wasm_bindgen::JsCast::unchecked_into::<Element>)
        else {
            continue;
        };
        let summary = fold
            .first_element_child()
            .and_then(|summary| summary.text_content());
        let sum = sum(&summary.unwrap_or_default());
        let before = named.iter().filter(|(_, name)| name.0 == sum).count();
        named.push((fold, (sum, u32::try_from(before).unwrap_or(u32::MAX))));
    }
    named
}

/// FNV-1a: short, and good enough to tell a page's folds apart.
fn sum(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |sum, byte| {
        (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

/// `number top sum.nth sum.nth …`
#[allow(clippy::cast_possible_truncation)] // whole pixels of a page
fn write(number: u32, place: &Place) -> String {
    let open = place.open.iter();
    let open: Vec<String> = open.map(|(sum, nth)| format!(" {sum}.{nth}")).collect();
    format!("{number} {}{}", place.top as i32, open.concat())
}

fn read(line: &str) -> Option<(u32, Place)> {
    let mut words = line.split(' ');
    let number = words.next()?.parse().ok()?;
    let top: i32 = words.next()?.parse().ok()?;
    let open = words.filter_map(|word| {
        let (sum, nth) = word.split_once('.')?;
        Some((sum.parse().ok()?, nth.parse().ok()?))
    });
    let place = Place {
        top: top.into(),
        open: open.collect(),
    };
    Some((number, place))
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // checked to be one of ours
fn number_of_entry() -> Option<u32> {
    let number = history()?.state().ok()?.as_f64()?;
    (number >= 1.0 && number < f64::from(u32::MAX)).then_some(number as u32)
}

fn history() -> Option<History> {
    window()?.history().ok()
}

fn session_storage() -> Option<Storage> {
    window()?.session_storage().ok().flatten()
}

fn window() -> Option<Window> {
    web_sys::window()
}

fn document() -> Option<Document> {
    window()?.document()
}
