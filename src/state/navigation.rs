//! Which screen is open, as the location's hash says.
//!
//! Invariant: the hash is the truth; a screen is opened by changing it, so Back and Forward always work. Before a screen
//! gives way to another, what stands half typed in its field is taken in.

use leptos::prelude::*;

use crate::browser::{hash, page};
use crate::route::Route;

/// The open screen.
#[derive(Clone, Copy)]
pub struct Navigation {
    route: RwSignal<Route>,
}

impl Navigation {
    /// Reads the hash and follows it from now on.
    pub fn open() -> Self {
        let route = RwSignal::new(Route::parse(&hash::read()));
        let listener = hash::on_change(move |hash| {
            let next = Route::parse(&hash);
            if route.get_untracked() != next {
                page::leave_field();
                route.set(next);
            }
        });
        StoredValue::new_local(listener);
        Self { route }
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
        hash::push(&route.href());
        self.route.set(route);
    }

    /// Opens a screen in the place of this one.
    pub fn replace(self, route: Route) {
        page::leave_field();
        hash::replace(&route.href());
        self.route.set(route);
    }
}
