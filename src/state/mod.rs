//! The model as a signal, and the one way to change it.
//!
//! Invariant: an event goes through [`App::send`]; its effects are carried out before any screen is told, so
//! what a screen shows has been written, or the banner says that it has not.

pub mod backups;
pub mod coaching;
pub mod drafts;
pub mod folder;
pub mod hand;
pub mod kitchen_timer;
pub mod look;
pub mod navigation;
pub mod saving;
pub mod second_copy;

use std::ops::Deref;
use std::sync::OnceLock;

use leptos::prelude::*;

use crate::browser::{clock, ids, page};
use crate::domain::agenda::Agenda;
use crate::domain::body::Note;
use crate::domain::day::{Instant, LocalDay, Now, PartOfDay};
use crate::domain::entry::{EntryId, Kind};
use crate::domain::figure::Manner;
use crate::domain::model::{Event, Model, Stamp, update_by};
use crate::domain::progression::Offer;
use crate::domain::routine::{Plan, Routine};
use crate::domain::safety::Verdict;
use crate::domain::settings::Settings;
use crate::store::copies::Held;
use crate::store::restore::Added;
use crate::store::union::Joined;
use crate::tr;
use crate::words;

use coaching::Coaching;
use drafts::Drafts;
use folder::FolderKeeper;
use hand::Hand;
use kitchen_timer::KitchenTimers;
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
    /// What is open today: reckoned anew only when the model has changed, however many ask.
    verdict: Memo<Verdict>,
    agenda: Memo<Agenda>,
    /// What depends on the person, of what a session shows and says.
    manner: Memo<Manner>,
    /// Whether what happens is being kept.
    pub saving: Saving,
    /// Which screen is open.
    pub navigation: Navigation,
    /// The session that runs, if one does.
    pub coaching: Coaching,
    /// The timers of cook mode, which go on wherever the person is.
    pub timers: KitchenTimers,
    /// The hand that taps: a second tap for one does nothing.
    pub hand: Hand,
    /// Movement, light and contrast as the person and the system want them.
    pub look: Look,
    /// The part of the day by the device's clock.
    pub part_of_day: RwSignal<PartOfDay>,
    /// Short news for a screen reader, and which of two lines says it: see [`App::tell`].
    pub news: RwSignal<(bool, String)>,
    /// What was taken back last, until something new is noted.
    pub taken_back: RwSignal<Option<TakenBack>>,
    /// The backup that was added last, as long as that can be undone.
    pub restored: RwSignal<Option<Added>>,
    /// Safety questions were asked on the way to a first session, and the answers have not been looked through yet.
    pub answers_to_check: RwSignal<bool>,
    /// A note on one's body that is being made: it stays while the person looks at other screens.
    pub note_draft: RwSignal<Note>,
    /// What else is half entered, and how all of it is kept.
    pub drafts: Drafts,
    /// The folder that takes backups by itself, once the second file is here.
    folder: OnceLock<FolderKeeper>,
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
        let verdict = Memo::new(move |_| model.with(Model::verdict));
        let agenda = Memo::new(move |_| {
            verdict.with(|verdict| model.with(|model| model.agenda_by(verdict)))
        });
        let manner = Memo::new(move |_| {
            let rub = verdict.with(Verdict::allows_rub);
            model.with(|model| model.manner(rub))
        });
        let app = Self(Box::leak(Box::new(Parts {
            model,
            verdict,
            agenda,
            manner,
            saving,
            navigation: Navigation::open(),
            coaching: Coaching::new(),
            timers: KitchenTimers::open(model),
            hand: Hand::open(),
            look: Look::open(model),
            part_of_day: RwSignal::new(part_of_day()),
            news: RwSignal::new((false, String::new())),
            taken_back: RwSignal::new(None),
            restored: RwSignal::new(None),
            answers_to_check: RwSignal::new(false),
            note_draft: RwSignal::new(Note::default()),
            drafts: Drafts::new(),
            folder: OnceLock::new(),
            query: RwSignal::new(String::new()),
        })));
        provide_context(app);
        app.follow_the_day();
        app.saving.follow_other_tabs(app);
        app
    }

    /// The folder that takes backups by itself. For the second file alone: only then is its program here.
    pub fn folder(self) -> FolderKeeper {
        *self.folder.get_or_init(|| {
            // Whoever asks first, it lives as long as the page. (A new root makes itself the owner of all that follows.)
            let before = Owner::current();
            let owner = Owner::new_root(None);
            let keeper = owner.with(|| FolderKeeper::open(self));
            std::mem::forget(owner);
            if let Some(before) = before {
                before.set();
            }
            keeper
        })
    }

    /// Lets an event happen, and has its effects carried out before a screen is told.
    pub fn send(self, event: Event) {
        self.look_again();
        self.happen(event);
    }

    /// Takes in what other pages of this app chose or answered meanwhile: this one may have slept through it.
    pub fn look_again(self) {
        let news = self.model.with_untracked(|model| self.saving.news(model));
        self.take_in(news);
    }

    /// Takes in what is already kept.
    pub fn take_in(self, events: impl IntoIterator<Item = Event>) {
        for event in events {
            self.happen(event);
        }
    }

    /// Joins what stands in the storage with what the second copy holds.
    pub(super) fn join_copy(self, held: &[Held], texts: Vec<(String, String)>) -> Joined {
        self.saving.join_copy(self, held, texts, now())
    }

    fn happen(self, event: Event) {
        let stamp = stamp();
        let notes = matches!(
            event,
            Event::Noted(_) | Event::DidByHand(_) | Event::SessionEnded(_)
        );
        if notes && self.taken_back.with_untracked(Option::is_some) {
            self.taken_back.set(None);
        }
        let before = self.verdict_untracked();
        self.model.update(|model| {
            let effects = update_by(&before, model, event, stamp);
            self.saving.carry_out(model, effects);
        });
        self.coaching.heed(self);
    }

    /// Notes something in the journal.
    pub fn note(self, kind: Kind) {
        self.send(Event::Noted(Box::new(kind)));
    }

    /// Takes an entry of the journal back, and says which. It can be put back until something new is noted.
    pub fn undo(self, id: EntryId) {
        self.undo_saying(id, TakenBack::told);
    }

    /// The same, said in other words, which are asked for when it is taken back.
    pub fn undo_saying(self, id: EntryId, words: impl FnOnce(&TakenBack) -> String) {
        let kind = self
            .model
            .with_untracked(|model| model.journal.find(&id).map(|entry| entry.kind.clone()));
        let Some(kind) = kind else {
            return;
        };
        let taken = TakenBack { id, kind };
        self.send(Event::Undid(taken.id.clone()));
        self.tell(words(&taken));
        self.taken_back.set(Some(taken));
    }

    /// Puts back what was taken back last, and says so.
    pub fn put_back(self) {
        let Some(taken) = self.taken_back.get_untracked() else {
            return;
        };
        self.taken_back.set(None);
        self.send(Event::PutBack(taken.id.clone()));
        self.tell(tr!(today.put_back_done, what = taken.what()));
    }

    /// Whether a session waits, or runs.
    pub fn waits(self) -> bool {
        self.coaching.is_on() || self.model.with(|model| model.unfinished.is_some())
    }

    /// What is open today.
    pub fn verdict(self) -> Verdict {
        self.verdict.get()
    }

    /// The same, for code that is not to run again when it changes.
    pub fn verdict_untracked(self) -> Verdict {
        self.verdict.get_untracked()
    }

    /// What is due today, and what of it is done. Reckoned once for all that shows it.
    pub fn agenda(self) -> Memo<Agenda> {
        self.agenda
    }

    /// The step to offer today for a routine, if any.
    pub fn offer(self, routine: Routine) -> Option<Offer> {
        self.verdict
            .with(|verdict| self.model.with(|model| model.offer_by(verdict, routine)))
    }

    /// Remembers a plan as the one to begin with next time.
    pub fn choose(self, plan: Plan) {
        self.look_again();
        let mut settings = self.model.with_untracked(|model| model.settings.clone());
        settings.choose(plan);
        if self
            .model
            .with_untracked(|model| model.settings != settings)
        {
            self.happen(Event::Chose(Box::new(settings)));
        }
    }

    /// Changes the settings as they are kept at this moment.
    pub fn set(self, change: impl FnOnce(&mut Settings)) {
        self.look_again();
        let mut settings = self.model.with_untracked(|model| model.settings.clone());
        change(&mut settings);
        self.happen(Event::Chose(Box::new(settings)));
    }

    /// What depends on the person, of what a session shows and says; for code that is not to run again when it changes.
    pub fn manner(self) -> Manner {
        self.manner.get_untracked()
    }

    /// Says something short to a screen reader. Two lines take turns: where the same words come again in the same
    /// line nothing has changed there, and nothing is spoken.
    pub fn tell(self, news: impl Into<String>) {
        let news = news.into();
        self.news.update(|(turn, told)| {
            *turn = !*turn;
            *told = news;
        });
    }

    /// What one of the two lines of news says now.
    pub fn told(self, line: bool) -> String {
        self.news.with(|(turn, told)| {
            if *turn == line {
                told.clone()
            } else {
                String::new()
            }
        })
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

/// An entry that was taken back.
#[derive(Debug, Clone, PartialEq)]
pub struct TakenBack {
    /// Which.
    pub id: EntryId,
    /// What it told.
    pub kind: Kind,
}

impl TakenBack {
    /// What was taken back, in a sentence.
    pub fn told(&self) -> String {
        tr!(today.taken_back, what = self.what())
    }

    /// What it told, as the journal does.
    pub fn what(&self) -> String {
        words::journal::line(&self.kind).unwrap_or_default()
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
