//! A hand that taps twice for one: trembling, or a phone that answers late.
//!
//! Invariant: a second activation within [`SETTLES_MS`] of a change of what stands under the finger does nothing. Different
//! places on the screen are never slowed, nor is a control that is meant to be tapped fast.

/// How long what stands under the finger has to stand there before it can be meant, in milliseconds. [D] Trembling hands
/// repeat a tap after 80 to 500 ms; nobody reads a new question in less.
pub const SETTLES_MS: f64 = 600.0;

/// How long a slow phone may take to show what a tap changed, in milliseconds. [D]
const CAUSES_MS: f64 = 3000.0;

/// How far apart two taps of a trembling finger land, in CSS pixels. [D] About 8 mm on a phone, and less than from one
/// target's middle to the next one's (`--target` is at least 56 px).
pub const SAME_PLACE: f64 = 48.0;

/// Where an activation came from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum By {
    /// A finger or a mouse, at this point of the window.
    Point(f64, f64),
    /// Enter or Space, or a screen reader, on what has the focus.
    Keys,
    /// Nobody: the screen changed by itself.
    Itself,
}

/// What an activation hits, as seen from the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hits {
    /// The same control, whatever it means by now.
    TheSame,
    /// The same control, which is meant to be tapped fast.
    Repeats,
    /// Another control.
    Another,
    /// Another control, to which the person has moved the focus by a key.
    MovedTo,
}

/// The last activation that counted, or the last change that came by itself.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Last {
    by: By,
    /// When it came, in milliseconds.
    at: f64,
    /// When what it changed was seen.
    seen: f64,
}

impl Last {
    /// An activation that counts.
    pub fn new(by: By, at: f64) -> Self {
        Self { by, at, seen: at }
    }

    /// Says when what it changed was seen, which on a slow phone is later than the tap. What comes long after is not its
    /// doing.
    pub fn seen(&mut self, at: f64) {
        if at - self.at < CAUSES_MS {
            self.seen = self.seen.max(at);
        }
    }

    /// Where it came from.
    pub fn by(&self) -> By {
        self.by
    }

    /// Whether a screen that changes now changes because of it.
    pub fn explains_change(&self, now: f64) -> bool {
        self.by != By::Itself && self.is_fresh(now)
    }

    /// Whether an activation counts that comes after it.
    pub fn lets(&self, by: By, at: f64, hits: Hits) -> bool {
        if !self.is_fresh(at) {
            return true;
        }
        match (hits, self.by, by) {
            (Hits::Repeats, ..) => true,
            // With keys the focus was put there by what the first one did.
            (Hits::TheSame, ..) | (_, By::Itself, _) | (Hits::Another, _, By::Keys) => false,
            (Hits::Another, By::Point(x, y), By::Point(other_x, other_y)) => {
                let (right, down) = (x - other_x, y - other_y);
                right * right + down * down > SAME_PLACE * SAME_PLACE
            }
            (Hits::Another | Hits::MovedTo, ..) => true,
        }
    }

    /// For how long more what it changed has to stand there, in milliseconds; `None` when it has settled.
    pub fn settles_in(&self, now: f64) -> Option<f64> {
        self.is_fresh(now).then_some(self.seen + SETTLES_MS - now)
    }

    /// Whether what it changed has not stood there for long. A clock that goes back makes nothing fresh.
    fn is_fresh(&self, now: f64) -> bool {
        now >= self.at && now - self.seen < SETTLES_MS
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const GAPS: [f64; 7] = [80.0, 120.0, 150.0, 250.0, 300.0, 400.0, 500.0];
    const HERE: By = By::Point(180.0, 600.0);
    const BESIDE: By = By::Point(192.0, 611.0);
    const ELSEWHERE: By = By::Point(180.0, 660.0);

    fn after(gap: f64, first: By, second: By, hits: Hits) -> bool {
        Last::new(first, 1000.0).lets(second, 1000.0 + gap, hits)
    }

    #[test]
    fn a_second_tap_on_what_has_come_under_the_finger_does_nothing() {
        for gap in GAPS {
            assert!(!after(gap, HERE, BESIDE, Hits::Another), "{gap}");
            assert!(!after(gap, HERE, BESIDE, Hits::TheSame), "{gap}");
            // A wide button that takes back what its first tap did.
            assert!(!after(gap, HERE, ELSEWHERE, Hits::TheSame), "{gap}");
            assert!(!after(gap, By::Keys, By::Keys, Hits::TheSame), "{gap}");
            assert!(!after(gap, HERE, By::Keys, Hits::Another), "{gap}");
        }
    }

    #[test]
    fn another_place_a_fast_control_and_a_moved_focus_are_not_slowed() {
        for gap in GAPS {
            assert!(after(gap, HERE, ELSEWHERE, Hits::Another), "{gap}");
            assert!(after(gap, HERE, HERE, Hits::Repeats), "{gap}");
            assert!(after(gap, By::Keys, By::Keys, Hits::MovedTo), "{gap}");
            assert!(after(gap, By::Keys, HERE, Hits::Another), "{gap}");
        }
        assert!(after(SETTLES_MS, HERE, HERE, Hits::TheSame));
    }

    #[test]
    fn a_slow_phone_counts_from_when_the_change_is_seen_also_for_a_tap_made_before() {
        let mut last = Last::new(HERE, 1000.0);
        last.seen(1900.0);
        assert!(!last.lets(HERE, 1700.0, Hits::Another));
        assert!(!last.lets(HERE, 2400.0, Hits::Another));
        assert!(last.lets(HERE, 2500.0, Hits::Another));
        last.seen(1500.0);
        last.seen(60_000.0);
        assert!(last.lets(HERE, 2500.0, Hits::Another));
    }

    #[test]
    fn what_comes_by_itself_is_not_tapped_by_who_meant_what_was_there() {
        for place in [HERE, By::Keys] {
            assert!(!after(300.0, By::Itself, place, Hits::Another));
            assert!(!after(300.0, By::Itself, place, Hits::TheSame));
            assert!(after(SETTLES_MS, By::Itself, place, Hits::Another));
        }
        assert!(Last::new(HERE, 0.0).explains_change(100.0));
        assert!(!Last::new(HERE, 0.0).explains_change(700.0));
        assert!(!Last::new(By::Itself, 0.0).explains_change(100.0));
    }

    proptest! {
        #[test]
        fn nothing_waits_longer_than_it_has_to_and_a_clock_set_back_blocks_nobody(
            at in -1e6..1e6_f64, seen in 0.0..1e5_f64, gap in 0.0..1e6_f64,
        ) {
            let mut last = Last::new(HERE, at);
            last.seen(at + seen);
            prop_assert!(last.lets(HERE, at + seen + SETTLES_MS + 1.0 + gap, Hits::TheSame));
            prop_assert!(last.lets(HERE, at - 1.0 - gap, Hits::TheSame));
        }
    }
}
