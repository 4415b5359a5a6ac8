//! Which screen is open, as the location's hash says, and where on it a person was.
//!
//! Invariant: the hash is the truth; a screen is opened by changing it, so Back and Forward always work. They also lead back
//! to the place on a screen; a fresh visit begins at its top. Before a screen gives way to another, what stands half typed
//! in its field is taken in.

use leptos::prelude::*;

use crate::browser::frames::Frames;
use crate::browser::places::{self, Place, Places};
use crate::browser::{hash, page};
use crate::route::Route;

/// A screen that does not reach down to the place after so many frames has grown shorter.
const FRAMES: u32 = 60;

/// The open screen.
#[derive(Clone, Copy)]
pub struct Navigation {
    route: RwSignal<Route>,
    places: StoredValue<Places, LocalStorage>,
    /// Where to go on the screen that is being opened, until it is there.
    wanted: StoredValue<Option<Place>, LocalStorage>,
    going: StoredValue<Option<Frames>, LocalStorage>,
}

impl Navigation {
    /// Reads the hash and follows it from now on.
    pub fn open() -> Self {
        let route = RwSignal::new(Route::parse(&hash::read()));
        let (places, wanted) = Places::open();
        let navigation = Self {
            route,
            places: StoredValue::new_local(places),
            wanted: StoredValue::new_local(wanted),
            going: StoredValue::new_local(None),
        };
        let listener = hash::on_change(move |hash| {
            let next = Route::parse(&hash);
            if route.get_untracked() != next {
                page::leave_field();
                navigation.leave();
                navigation.arrive();
                route.set(next);
            }
        });
        let leaving = page::on_page_hide(move || {
            navigation.leave();
            navigation.places.with_value(Places::keep);
        });
        StoredValue::new_local((listener, leaving));
        navigation
    }

    /// The open screen.
    pub fn route(self) -> Route {
        self.route.get()
    }

    /// The open screen, for code that is not to run again when it changes.
    pub fn route_untracked(self) -> Route {
        self.route.get_untracked()
    }

    /// Opens a screen, with a step that Back undoes.
    pub fn go(self, route: Route) {
        page::leave_field();
        self.leave();
        hash::push(&route.href());
        self.arrive();
        self.route.set(route);
    }

    /// Opens a screen in the place of this one.
    pub fn replace(self, route: Route) {
        page::leave_field();
        hash::replace(&route.href());
        self.arrive();
        self.route.set(route);
    }

    /// Goes to where the person was on the screen, when they come back to it; else to its top. To be asked when the
    /// screen stands, and again when a part of it has come later.
    pub fn find_place(self) {
        let Some(place) = self.wanted.get_value() else {
            return;
        };
        let (mut left, mut before) = (FRAMES, None::<f64>);
        let frames = Frames::start(move |_| {
            left -= 1;
            // Whoever scrolls meanwhile is left where they are.
            let has_moved = before.is_some_and(|before| (places::top() - before).abs() >= 1.0);
            let (top, is_there) = if has_moved { (0.0, true) } else { place.take() };
            before = Some(top);
            if is_there {
                self.wanted.set_value(None);
            }
            if is_there || left == 0 {
                self.going.set_value(None);
            }
        });
        self.going.set_value(Some(frames));
    }

    /// Has no place kept over a reload any more.
    pub fn forget(self) {
        self.places.update_value(Places::forget);
    }

    fn leave(self) {
        self.places.update_value(Places::leave);
    }

    fn arrive(self) {
        self.going.set_value(None);
        let mut place = None;
        self.places.update_value(|places| place = places.arrive());
        self.wanted.set_value(place);
    }
}
