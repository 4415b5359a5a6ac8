//! The model as a signal, and the one way to change it.
//!
//! Invariant: an event goes through [`App::send`]; its effects are carried out before any screen is told, so
//! what a screen shows has been written, or the banner says that it has not.

pub mod coaching;
pub mod kitchen_timer;
pub mod look;
pub mod navigation;
pub mod saving;

use std::ops::Deref;

use leptos::prelude::*;

use crate::browser::{clock, ids, page};
use crate::domain::body::Note;
use crate::domain::day::{Instant, LocalDay, Now, PartOfDay};
use crate::domain::entry::{EntryId, Kind};
use crate::domain::model::{Event, Model, Stamp, update};
use crate::domain::routine::Plan;
use crate::domain::safety::Verdict;
use crate::domain::settings::{Settings, Side};

use coaching::Coaching;
use kitchen_timer::KitchenTimer;
use look::Look;
use navigation::Navigation;
use saving::Saving;

/// What every page can reach: a handle of one word, because every closure on a page carries it.
#[derive(Clone, Copy)]
pub struct App(&'static Parts);

/// What the handle leads to. There is one of it, and it lives as long as the page.
pub struct Parts {
    /// The model. Pages read it and never write it.
    pub model: RwSignal<Model>,
    /// Whether what happens is being kept.
    pub saving: Saving,
    /// Which screen is open.
    pub navigation: Navigation,
    /// The session that runs, if one does.
    pub coaching: Coaching,
    /// The timer of cook mode, which goes on wherever the person is.
    pub timer: KitchenTimer,
    /// Movement, light and contrast as the person and the system want them.
    pub look: Look,
    /// The part of the day by the device's clock.
    pub part_of_day: RwSignal<PartOfDay>,
    /// Short news for a screen reader, and for the line at the foot of the page.
    pub news: RwSignal<String>,
    /// A note on one's body that is being made: it stays while the person looks at other screens.
    pub note_draft: RwSignal<Note>,
    /// What is looked for on Know: it stays while the person looks at what was found.
    pub query: RwSignal<String>,
}

impl Deref for App {
    type Target = Parts;
    fn deref(&self) -> &Parts {
        self.0
    }
}

impl App {
    /// Reads what was kept and opens the app on it.
    pub fn open() -> Self {
        let now = now();
        let (saving, model) = Saving::open(now);
        let model = RwSignal::new(model);
        let app = Self(Box::leak(Box::new(Parts {
            model,
            saving,
            navigation: Navigation::open(),
            coaching: Coaching::new(),
            timer: KitchenTimer::open(model),
            look: Look::open(model),
            part_of_day: RwSignal::new(part_of_day()),
            news: RwSignal::new(String::new()),
            note_draft: RwSignal::new(Note::default()),
            query: RwSignal::new(String::new()),
        })));
        provide_context(app);
        app.follow_the_day();
        app.saving.follow_other_tabs(app);
        app
    }

    /// Lets an event happen, and has its effects carried out before a screen is told.
    pub fn send(self, event: Event) {
        let stamp = stamp();
        self.model.update(|model| {
            let effects = update(model, event, stamp);
            self.saving.carry_out(model, effects);
        });
    }

    /// Notes something in the journal.
    pub fn note(self, kind: Kind) {
        self.send(Event::Noted(Box::new(kind)));
    }

    /// Takes an entry of the journal back, and says so.
    pub fn undo(self, entry: EntryId, told: &'static str) {
        self.send(Event::Undid(entry));
        self.tell(told);
    }

    /// Whether a session waits, or runs.
    pub fn waits(self) -> bool {
        self.coaching.is_on() || self.model.with(|model| model.unfinished.is_some())
    }

    /// What the safety answers leave open.
    pub fn verdict(self) -> Verdict {
        self.model.with(Model::verdict)
    }

    /// The same, for code that is not to run again when it changes.
    pub fn verdict_untracked(self) -> Verdict {
        self.model.with_untracked(Model::verdict)
    }

    /// Remembers a plan as the one to begin with next time.
    pub fn choose(self, plan: Plan) {
        let mut settings = self.model.with_untracked(|model| model.settings.clone());
        settings.choose(plan);
        if self
            .model
            .with_untracked(|model| model.settings != settings)
        {
            self.send(Event::Chose(Box::new(settings)));
        }
    }

    /// Changes the settings.
    pub fn set(self, change: impl FnOnce(&mut Settings)) {
        let mut settings = self.model.with_untracked(|model| model.settings.clone());
        change(&mut settings);
        self.send(Event::Chose(Box::new(settings)));
    }

    /// The longer leg, if the person said so.
    pub fn longer_leg(self) -> Option<Side> {
        self.model.with_untracked(|model| model.settings.longer_leg)
    }

    /// Says something short to a screen reader and on the screen.
    pub fn tell(self, news: impl Into<String>) {
        self.news.set(news.into());
    }

    /// A page that stays open over midnight, or comes back from the pocket the next morning, shows its new day, and
    /// one that stays open over noon the new part of it.
    fn follow_the_day(self) {
        let look = move || {
            if self.model.with_untracked(|model| model.today) != now().day {
                self.send(Event::DayCame);
            }
            let part = part_of_day();
            if self.part_of_day.get_untracked() != part {
                self.part_of_day.set(part);
            }
        };
        let on_return = page::on_visibility(move |hidden| {
            if !hidden {
                look();
            }
        });
        let every_minute = crate::browser::frames::Ticker::start(60_000, look);
        // Both live as long as the page.
        StoredValue::new_local((on_return, every_minute));
    }
}

/// The app, from anywhere below its root.
pub fn use_app() -> App {
    expect_context::<App>()
}

/// The moment and the person's day, by the device's clock.
#[allow(clippy::cast_possible_truncation)] // milliseconds since 1970 fit into 53 bits
pub fn now() -> Now {
    let at = clock::now_ms();
    let (year, month, day) = clock::local_date(at);
    Now {
        at: Instant(at as i64),
        day: LocalDay::new(year, month, day).unwrap_or_else(LocalDay::epoch),
    }
}

/// The part of the day by the device's clock.
fn part_of_day() -> PartOfDay {
    PartOfDay::at(clock::local_hour(clock::now_ms()))
}

/// A fresh name for an entry.
pub fn fresh_id() -> EntryId {
    EntryId::of_number(ids::random_u64())
}

fn stamp() -> Stamp {
    Stamp {
        now: now(),
        id: fresh_id(),
    }
}
