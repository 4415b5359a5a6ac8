//! What a person has chosen about the powder: the size of the batch, the ingredients, the units, the usual dose,
//! what is bought already, and the kitchen timers.

use serde::Serialize;

use super::day::Instant;
use super::nutrition::Sesame;
use super::recipe::{Batch, Ingredient, SERVING_G, Units, Weight};
use super::saved::{record, words};

/// The fewest and the most days that a batch is made for.
pub const DAYS: (u8, u8) = (1, 60);
/// The smallest and the largest usual dose, in grams.
pub const DOSE: (u32, u32) = (5, 50);

/// The choices.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Kitchen {
    /// What decides how much is made. The values for each way are kept, whichever is in force.
    pub by: By,
    /// The size of batch.
    pub size: Size,
    /// For how many days.
    pub days: u8,
    /// Which ingredient is in the cupboard.
    pub ingredient: Ingredient,
    /// How much of it, in milligrams.
    pub milligrams: u32,
    /// Which sesame.
    pub sesame: Sesame,
    /// Whether sugar goes in.
    pub sugar: bool,
    /// How amounts are shown.
    pub units: Units,
    /// What the person usually takes, in grams.
    pub dose: u32,
    /// What is ticked on the shopping list.
    pub bought: Bought,
    /// The step that cook mode is at, from 0.
    pub step: u8,
    /// The timer that rings first, for versions that know one only. Here [`timers`](Self::timers) is asked.
    pub timer: Option<Timer>,
    /// The timers that run or ring; `None` where a version that knows one only has written.
    pub timers: Option<Vec<Timer>>,
}

record!(Kitchen or default {
    by, size, days, ingredient, milligrams, sesame, sugar, units, dose, bought, step, timer, timers
});

impl Default for Kitchen {
    fn default() -> Self {
        Self {
            by: By::Size,
            size: Size::Full,
            days: 11,
            ingredient: Ingredient::Walnuts,
            milligrams: 250_000,
            sesame: Sesame::Unhulled,
            sugar: true,
            units: Units::Grams,
            dose: SERVING_G,
            bought: Bought::default(),
            step: 0,
            timer: None,
            timers: None,
        }
    }
}

impl Kitchen {
    /// What is to be made.
    pub fn batch(&self) -> Batch {
        let with = |of, weight| Batch::with(of, weight, self.sugar);
        match self.by {
            By::Size => with(Ingredient::Sesame, Weight::grams(self.size.sesame_g())),
            By::Days => Batch::for_days(self.days.clamp(DAYS.0, DAYS.1), self.sugar),
            By::Cupboard => {
                let (least, most) = range(self.ingredient);
                let weight = Weight(self.milligrams).clamp(least, most);
                with(self.ingredient, weight)
            }
        }
    }

    /// Puts sugar in or leaves it out; by what is left out nothing can be reckoned.
    pub fn put_sugar(&mut self, sugar: bool) {
        self.sugar = sugar;
        if !sugar && self.ingredient == Ingredient::Sugar {
            self.ingredient = Ingredient::Walnuts;
            self.milligrams = Weight::grams(Ingredient::Walnuts.part()).0;
        }
    }

    /// Reckons by another ingredient of the cupboard, with the amount brought into its range.
    pub fn reckon_by(&mut self, of: Ingredient) {
        let (least, most) = range(of);
        self.ingredient = of;
        self.milligrams = Weight(self.milligrams).clamp(least, most).0;
    }

    /// The timers that run or ring, the first to ring first. A step has one at most.
    pub fn timers(&self) -> &[Timer] {
        self.timers.as_deref().unwrap_or(self.timer.as_slice())
    }

    /// Sets a timer; one of the same step is replaced.
    pub fn set_timer(&mut self, timer: Timer) {
        let mut timers = self.timers().to_vec();
        timers.retain(|other| other.step != timer.step);
        let place = timers.partition_point(|other| other.ends <= timer.ends);
        timers.insert(place, timer);
        self.keep(timers);
    }

    /// Ends a step's timer, ringing or not.
    pub fn stop_timer(&mut self, step: u8) {
        let mut timers = self.timers().to_vec();
        timers.retain(|timer| timer.step != step);
        self.keep(timers);
    }

    fn keep(&mut self, timers: Vec<Timer>) {
        self.timer = timers.first().copied();
        self.timers = Some(timers);
    }

    /// The usual dose in grams, in range.
    pub fn dose(&self) -> u32 {
        self.dose.clamp(DOSE.0, DOSE.1)
    }
}

/// The least and the most of an ingredient that a batch is reckoned from.
pub fn range(of: Ingredient) -> (Weight, Weight) {
    let most = super::recipe::MOST_OF_ONE_G * of.part() / Ingredient::Walnuts.part();
    (Weight::grams(1), Weight::grams(most))
}

/// What decides how much is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// Half, full or double.
    Size,
    /// The days it is to last.
    Days,
    /// What is in the cupboard.
    Cupboard,
}

words!(By {
    Size = "size",
    Days = "days",
    Cupboard = "cupboard",
});

/// A size of batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Size {
    /// Half of it.
    Half,
    /// The recipe as it is.
    Full,
    /// Twice as much.
    Double,
}

words!(Size {
    Half = "half",
    Full = "full",
    Double = "double",
});

impl Size {
    fn sesame_g(self) -> u32 {
        match self {
            Self::Half => 125,
            Self::Full => 250,
            Self::Double => 500,
        }
    }
}

/// What is ticked on the shopping list.
#[allow(clippy::struct_excessive_bools)] // four independent ticks, not a state
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Bought {
    /// Black sesame.
    pub sesame: bool,
    /// Walnuts.
    pub walnuts: bool,
    /// Brown sugar.
    pub sugar: bool,
    /// A jar with a tight lid.
    pub jar: bool,
}

record!(Bought or default { sesame, walnuts, sugar, jar });

/// A timer, by the wall clock: a page that slept or was loaded anew has lost nothing of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Timer {
    /// The step it was started for, from 0.
    pub step: u8,
    /// When it rings.
    pub ends: Instant,
}

record!(Timer { step, ends });

impl Timer {
    /// The longest time that any timer has left, in milliseconds; more than that and the clock was set.
    pub const LONGEST_MS: i64 = 2 * 60 * 60 * 1000;

    /// The time left in milliseconds; nought and below while it rings.
    pub fn left_ms(&self, now: Instant) -> i64 {
        (self.ends.0 - now.0).min(Self::LONGEST_MS)
    }

    /// Whole minutes since it was to ring; nought while it runs.
    pub fn over_minutes(&self, now: Instant) -> i64 {
        (now.0 - self.ends.0).max(0) / 60_000
    }

    /// Longer by so many minutes; one that has rung is set anew from now.
    #[must_use]
    pub fn longer(self, minutes: i64, now: Instant) -> Self {
        let ends = Instant(self.ends.0.max(now.0) + minutes * 60_000);
        Self { ends, ..self }
    }
}

/// When the timers ring: in time where the bell can be heard, at once where it comes late, and not for ever.
///
/// Rings are handed over ahead of time, so that one sounds on its moment also where the page is seldom called.
#[derive(Debug, Default)]
pub struct Bell {
    ringing: Vec<Ringing>,
}

#[derive(Debug)]
struct Ringing {
    timer: Timer,
    /// The first ring.
    from: Instant,
    /// How many rings were handed over.
    rung: i64,
}

impl Bell {
    /// The time from one ring to the next, in milliseconds.
    const EACH_MS: i64 = 2500;
    /// After so many it falls silent (five minutes); the banner stays.
    const RINGS: i64 = 120;

    /// How many milliseconds from now the rings fall that begin within `ahead_ms` and were not handed over yet.
    /// Where a ring was missed (the page slept, or the sound had to wait for a tap) it rings from now on instead;
    /// one that is over for longer than any timer lasts is only shown.
    pub fn due(&mut self, timers: &[Timer], now: Instant, ahead_ms: i64) -> Vec<i64> {
        self.ringing.retain(|one| timers.contains(&one.timer));
        let mut due = Vec::new();
        for timer in timers {
            let known = self.ringing.iter().position(|one| one.timer == *timer);
            let place = known.unwrap_or_else(|| {
                self.ringing.push(Ringing {
                    timer: *timer,
                    from: timer.ends,
                    rung: 0,
                });
                self.ringing.len() - 1
            });
            if let Some(one) = self.ringing.get_mut(place) {
                one.hand_over(now, ahead_ms, &mut due);
            }
        }
        due
    }

    /// Whether one of the timers is ringing at this moment.
    pub fn rings(&self, now: Instant) -> bool {
        self.ringing
            .iter()
            .any(|one| (0..Self::RINGS * Self::EACH_MS).contains(&(now.0 - one.from.0)))
    }

    /// What was handed over has not come true: the next look begins anew.
    pub fn forget(&mut self) {
        self.ringing.clear();
    }
}

impl Ringing {
    fn hand_over(&mut self, now: Instant, ahead_ms: i64, due: &mut Vec<i64>) {
        if now.0 - self.timer.ends.0 > Timer::LONGEST_MS {
            return;
        }
        while self.rung < Bell::RINGS {
            let mut in_ms = self.from.0 + self.rung * Bell::EACH_MS - now.0;
            if in_ms < -Bell::EACH_MS {
                self.from = now;
                self.rung = 0;
                in_ms = 0;
            }
            if in_ms > ahead_ms {
                return;
            }
            self.rung += 1;
            due.push(in_ms.max(0));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: i64 = 60_000;

    fn timer(step: u8, ends: i64) -> Timer {
        Timer {
            step,
            ends: Instant(ends),
        }
    }

    #[test]
    fn timers_run_beside_each_other_one_for_a_step_and_the_soonest_first() {
        let mut kitchen = Kitchen::default();
        kitchen.set_timer(timer(2, 20 * MINUTE));
        kitchen.set_timer(timer(3, 8 * MINUTE));
        assert_eq!(
            kitchen.timers(),
            [timer(3, 8 * MINUTE), timer(2, 20 * MINUTE)]
        );
        kitchen.set_timer(timer(3, 30 * MINUTE));
        assert_eq!(
            kitchen.timers(),
            [timer(2, 20 * MINUTE), timer(3, 30 * MINUTE)]
        );
        kitchen.stop_timer(2);
        kitchen.stop_timer(5);
        assert_eq!(kitchen.timers(), [timer(3, 30 * MINUTE)]);
        kitchen.stop_timer(3);
        assert_eq!(kitchen.timers(), []);
    }

    #[test]
    fn a_version_that_knows_one_timer_keeps_it_and_is_understood() {
        let one = r#"{"timer":{"step":1,"ends":300000}}"#;
        let mut kitchen: Kitchen = serde_json::from_str(one).unwrap();
        assert_eq!(kitchen.timers(), [timer(1, 300_000)]);
        kitchen.set_timer(timer(3, 200_000));
        assert_eq!(kitchen.timers(), [timer(3, 200_000), timer(1, 300_000)]);
        // What such a version reads: the one that rings first.
        let text = serde_json::to_string(&kitchen).unwrap();
        assert!(
            text.contains(r#""timer":{"step":3,"ends":200000}"#),
            "{text}"
        );
        // It stopped that one, and what it does not know is dropped.
        let none: Kitchen = serde_json::from_str(r#"{"timer":null}"#).unwrap();
        assert_eq!(none.timers(), []);
        kitchen.stop_timer(1);
        kitchen.stop_timer(3);
        let text = serde_json::to_string(&kitchen).unwrap();
        assert!(text.contains(r#""timer":null,"timers":[]"#), "{text}");
    }

    /// The rings that are heard, in milliseconds of the wall clock, when the page looks at these moments.
    fn heard(timers: &[Timer], looks: &[i64], ahead: i64) -> Vec<i64> {
        let mut bell = Bell::default();
        let mut heard = Vec::new();
        for look in looks {
            for in_ms in bell.due(timers, Instant(*look), ahead) {
                heard.push(look + in_ms);
            }
        }
        heard.sort_unstable();
        heard
    }

    #[test]
    fn a_page_that_is_called_once_a_minute_rings_on_the_moment_and_every_two_and_a_half_seconds() {
        let eight = timer(3, 8 * MINUTE);
        let once_a_minute: Vec<i64> = (0..20).map(|minute| minute * MINUTE + 16_000).collect();
        let rings: Vec<i64> = (0..120).map(|ring| 8 * MINUTE + ring * 2500).collect();
        assert_eq!(heard(&[eight], &once_a_minute, 90_000), rings);
        let twice_a_second: Vec<i64> = (0..2400).map(|look| look * 500).collect();
        assert_eq!(heard(&[eight], &twice_a_second, 90_000), rings);
    }

    #[test]
    fn two_timers_both_ring() {
        let both = [timer(3, 8 * MINUTE), timer(2, 20 * MINUTE)];
        let looks: Vec<i64> = (0..52).map(|half| half * MINUTE / 2).collect();
        let rings = heard(&both, &looks, 90_000);
        assert_eq!(rings.first(), Some(&(8 * MINUTE)));
        assert!(rings.contains(&(20 * MINUTE)), "{rings:?}");
        assert_eq!(rings.len(), 240);
    }

    #[test]
    fn whoever_comes_back_late_is_rung_for_five_minutes_from_then() {
        let eight = timer(3, 8 * MINUTE);
        // Looked at when it was started, and again 14 minutes later; then as always.
        let mut looks = vec![0, 14 * MINUTE];
        looks.extend((1..900).map(|look| 14 * MINUTE + look * 500));
        let rings = heard(&[eight], &looks, 90_000);
        let expected: Vec<i64> = (0..120).map(|ring| 14 * MINUTE + ring * 2500).collect();
        assert_eq!(rings, expected);
        assert_eq!(eight.over_minutes(Instant(14 * MINUTE)), 6);
        assert_eq!(eight.over_minutes(Instant(MINUTE)), 0);
        // The next day there is only the banner.
        assert!(heard(&[eight], &[0, 24 * 60 * MINUTE], 90_000).is_empty());
    }

    #[test]
    fn a_ring_that_fell_silent_stays_silent_and_one_that_was_lost_begins_anew() {
        let one = [timer(1, 0)];
        let mut bell = Bell::default();
        assert_eq!(bell.due(&one, Instant(0), 1000), [0]);
        assert!(bell.rings(Instant(0)) && bell.rings(Instant(299_999)));
        assert!(!bell.rings(Instant(300_000)) && !bell.rings(Instant(-1)));
        bell.forget();
        assert_eq!(
            bell.due(&one, Instant(3000), 0),
            [0],
            "a call took the sound"
        );
        let looks: Vec<i64> = (0..1200).map(|look| look * 500).collect();
        assert_eq!(heard(&one, &looks, 0).len(), 120);
    }

    #[test]
    fn choices_are_read_as_they_were_written_and_older_ones_too() {
        let mut kitchen = Kitchen {
            by: By::Cupboard,
            size: Size::Half,
            days: 7,
            ingredient: Ingredient::Sugar,
            milligrams: 36_000,
            sesame: Sesame::Hulled,
            units: Units::Cups,
            dose: 10,
            bought: Bought {
                walnuts: true,
                ..Bought::default()
            },
            step: 3,
            ..Kitchen::default()
        };
        kitchen.set_timer(timer(1, 5));
        kitchen.set_timer(timer(3, 2));
        let text = serde_json::to_string(&kitchen).unwrap();
        assert_eq!(serde_json::from_str::<Kitchen>(&text).unwrap(), kitchen);
        let empty: Kitchen = serde_json::from_str("{}").unwrap();
        assert_eq!(empty, Kitchen::default());
    }

    #[test]
    fn a_hostile_choice_still_gives_a_batch() {
        let kitchen = Kitchen {
            by: By::Cupboard,
            milligrams: 0,
            days: 0,
            dose: 0,
            ..Kitchen::default()
        };
        assert_eq!(kitchen.batch().of(Ingredient::Walnuts), Weight::grams(1));
        assert_eq!(kitchen.dose(), 5);
        let by_days = Kitchen {
            by: By::Days,
            days: 255,
            ..kitchen
        };
        assert_eq!(by_days.batch().servings(), 120);
    }

    #[test]
    fn by_sugar_that_is_left_out_nothing_is_reckoned() {
        let mut kitchen = Kitchen {
            by: By::Cupboard,
            ..Kitchen::default()
        };
        kitchen.milligrams = 2_000_000;
        kitchen.reckon_by(Ingredient::Sugar);
        assert_eq!(kitchen.batch().of(Ingredient::Sugar), Weight::grams(500));
        kitchen.put_sugar(false);
        assert_eq!(kitchen.batch().total(), Weight::grams(500));
    }

    #[test]
    fn a_timer_counts_by_the_wall_clock_and_is_made_longer_from_now_when_it_has_rung() {
        let timer = Timer {
            step: 1,
            ends: Instant(300_000),
        };
        assert_eq!(timer.left_ms(Instant(60_000)), 240_000);
        assert!(timer.left_ms(Instant(300_000)) <= 0);
        assert_eq!(timer.longer(1, Instant(60_000)).ends, Instant(360_000));
        assert_eq!(timer.longer(1, Instant(400_000)).ends, Instant(460_000));
    }
}
