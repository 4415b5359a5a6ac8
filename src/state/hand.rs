//! The hand that taps: what it taps twice for one, counts once.
//!
//! Invariant: [`Last::lets`] alone decides. While a second tap would not count, `html[data-settling]` says for which
//! place: `x y` in the window, `keys`, or `all`.

use leptos::prelude::*;

use crate::browser::frames::Timer;
use crate::browser::hand::{Activation, on_activation};
use crate::browser::{clock, page};
use crate::domain::hand::{By, Hits, Last};

/// The hand. One listener hears every activation in the page before anything else does.
#[derive(Clone, Copy)]
pub struct Hand {
    last: StoredValue<Option<Last>, LocalStorage>,
    settles: StoredValue<Option<Timer>, LocalStorage>,
}

impl Hand {
    /// Watches from now on, as long as the page lives.
    pub fn open() -> Self {
        let hand = Self {
            last: StoredValue::new_local(None),
            settles: StoredValue::new_local(None),
        };
        StoredValue::new_local(on_activation(move |activation| hand.lets(activation)));
        hand
    }

    /// What the last tap changed is seen now, or a little later than it seemed.
    pub fn seen(self) {
        self.last.update_value(|last| {
            if let Some(last) = last {
                last.seen(clock::monotonic_ms());
            }
        });
    }

    /// The screen has changed by itself: who was about to tap what stood there did not mean what stands there now.
    pub fn changed(self) {
        let now = clock::monotonic_ms();
        let explained = self
            .last
            .with_value(|last| last.is_some_and(|last| last.explains_change(now)));
        if explained {
            self.settle();
        } else {
            self.begin(Last::new(By::Itself, now));
        }
    }

    fn lets(self, activation: &Activation) -> bool {
        let by = activation.point.map_or(By::Keys, |(x, y)| By::Point(x, y));
        let hits = match activation {
            Activation {
                is_same: true,
                repeats: true,
                ..
            } => Hits::Repeats,
            Activation { is_same: true, .. } => Hits::TheSame,
            Activation {
                moved_focus: true, ..
            } => Hits::MovedTo,
            _ => Hits::Another,
        };
        let lets = self
            .last
            .with_value(|last| last.is_none_or(|last| last.lets(by, activation.at_ms, hits)));
        if lets {
            self.begin(Last::new(by, activation.at_ms));
        }
        lets
    }

    #[allow(clippy::cast_possible_truncation)] // a place in a window
    fn begin(self, last: Last) {
        let place = match last.by() {
            By::Point(x, y) => format!("{} {}", x as i32, y as i32),
            By::Keys => "keys".to_owned(),
            By::Itself => "all".to_owned(),
        };
        self.last.set_value(Some(last));
        page::set_root_attribute("data-settling", Some(&place));
        self.settle();
    }

    /// What has changed is on the screen with the next frame, and has settled a while after.
    fn settle(self) {
        request_animation_frame(move || {
            self.seen();
            self.open_when_settled();
        });
    }

    /// It may have been seen once more meanwhile, and then settles later.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // less than a second
    fn open_when_settled(self) {
        let now = clock::monotonic_ms();
        let left = self
            .last
            .with_value(|last| last.and_then(|last| last.settles_in(now)));
        if let Some(left) = left {
            let timer = Timer::start(left as u32 + 1, move || self.open_when_settled());
            self.settles.set_value(Some(timer));
        } else {
            page::set_root_attribute("data-settling", None);
        }
    }
}
