//! The screens that the first one does not need. In a release they are a WebAssembly file of their own, fetched when
//! the first screen stands, so that a person with a slow line sees that one in half the time.
//!
//! Invariant: [`BROUGHT`] alone names what the second file holds. What is named elsewhere too is in the first one.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::SplitLoaderError;

use crate::browser::{focus, page, paper};
use crate::domain::routine::Routine;
use crate::pages::{self, focus_soon};
use crate::route::Route;
use crate::state::{now, use_app};
use crate::tr;
use crate::ui::evidence::{self, Sentence};
use crate::ui::live::{live, live_text};
use crate::ui::page_head::{HEADING, PageHead};
use crate::words;

/// What the second file brings.
struct Brought {
    /// The screen of a route.
    page_of: fn(Route) -> AnyView,
    /// What is there around every screen: voice and sound are prepared, the kitchen timers are seen and ring, what
    /// waited before a reload is taken up, the second copy is joined, past months are folded, and the folder for backups is
    /// read.
    around: fn() -> AnyView,
    /// Today's card about a session that waits: its buttons lead into the coach.
    unfinished: fn() -> AnyView,
    /// Today's steps down on offer.
    offers: fn() -> AnyView,
    /// What sentences rest on.
    how_sure: fn(&[Sentence]) -> AnyView,
}

static BROUGHT: Brought = Brought {
    page_of,
    around,
    unfinished: || view! { <pages::today::unfinished::Unfinished /> }.into_any(),
    offers: || view! { <pages::offer::StepsDown /> }.into_any(),
    how_sure: evidence::how_sure,
};

/// The first screen is to be painted before the line and the processor are needed for the others.
const AFTER_THE_FIRST: Duration = Duration::from_millis(500);

/// How long nothing is said about a file that does not come. It may still come then: a slow line is no fault.
const SLOW_AFTER: Duration = Duration::from_secs(10);
/// Has the file asked for anew while it is on its way (`xtask/src/split/arrive.js`).
const AGAIN: &str = "bonewise:again";
/// The same script's word, on `<html>`, that the host has another version by now.
const GONE: (&str, &str) = ("data-later", "gone");

/// How far the later screens have come.
#[derive(Clone, Copy)]
enum Arrival {
    Unasked,
    /// With the timer that will find it slow.
    Coming(Option<TimeoutHandle>),
    Slow,
    Here(&'static Brought),
    Failed,
    /// They belong to a version that the host has no more.
    Gone,
}

/// The later screens, from anywhere below the root.
#[derive(Clone, Copy)]
pub struct Later {
    arrival: RwSignal<Arrival>,
    /// They have failed or are slow, and the person has asked for them once more. What then stands on the screen stays: a
    /// button that is exchanged while it is pressed loses the tap.
    again: RwSignal<bool>,
}

impl Later {
    /// Has them fetched a little later, or as soon as one of them is opened.
    pub fn open() -> Self {
        let later = Self {
            arrival: RwSignal::new(Arrival::Unasked),
            again: RwSignal::new(false),
        };
        provide_context(later);
        set_timeout(
            move || {
                if matches!(later.arrival.get_untracked(), Arrival::Unasked) {
                    later.ask();
                }
            },
            AFTER_THE_FIRST,
        );
        later
    }

    /// Whether they are here.
    pub fn is_here(self) -> bool {
        self.brought().is_some()
    }

    /// What they brought, once they are here.
    fn brought(self) -> Option<&'static Brought> {
        match self.arrival.get() {
            Arrival::Here(brought) => Some(brought),
            _ => None,
        }
    }

    /// Fetches them for a screen that has just been opened, unless they are here or on their way.
    fn ask(self) {
        let is_wanted = matches!(
            self.arrival.get_untracked(),
            Arrival::Unasked | Arrival::Failed
        );
        if is_wanted && !self.again.get_untracked() {
            let slow = move || self.turn(Arrival::Slow);
            let timer = set_timeout_with_handle(slow, SLOW_AFTER).ok();
            self.arrival.set(Arrival::Coming(timer));
            self.fetch();
        }
    }

    /// Asks once more, under the button that was tapped.
    fn ask_again(self) {
        match self.arrival.get_untracked() {
            Arrival::Slow => {
                self.again.set(true);
                page::call(AGAIN);
            }
            Arrival::Gone => {
                page::reload();
            }
            Arrival::Failed if !self.again.get_untracked() => {
                self.again.set(true);
                self.fetch();
            }
            _ => {}
        }
    }

    fn fetch(self) {
        spawn_local(async move {
            self.turn(match later_screens().await {
                Ok(brought) => Arrival::Here(brought),
                Err(_) if page::root_attribute(GONE.0).as_deref() == Some(GONE.1) => Arrival::Gone,
                Err(_) => Arrival::Failed,
            });
        });
    }

    fn turn(self, arrival: Arrival) {
        let before = self.arrival.get_untracked();
        if let Arrival::Coming(Some(timer)) = before {
            timer.clear();
        }
        let again = self.again.get_untracked();
        self.again.set(false);
        if again && matches!((before, arrival), (Arrival::Failed, Arrival::Failed)) {
            return;
        }
        // The button that asked goes, and the heading of the page that waited may have the focus: the one in its place
        // gets it.
        let had_focus = again || page::has_focus(HEADING);
        self.arrival.set(arrival);
        if had_focus {
            focus_soon(HEADING);
        }
    }
}

/// A later screen, or, while they are not here, what a person can do meanwhile.
#[component]
pub fn LaterPage(
    /// Which one.
    route: Route,
) -> impl IntoView {
    let later = expect_context::<Later>();
    later.ask();
    live(move || match later.arrival.get() {
        Arrival::Here(brought) => (brought.page_of)(route),
        arrival => waiting(later, arrival, route),
    })
}

/// What stands in the frame while the coach, who needs the whole screen, is not here yet.
#[component]
pub fn CoachWaits() -> impl IntoView {
    let later = expect_context::<Later>();
    later.ask();
    live(move || match later.arrival.get() {
        // Not the coach: it stands outside the frame, and leaving it ends what was prepared.
        Arrival::Here(_) => ().into_any(),
        arrival => waiting(later, arrival, Route::Coach),
    })
}

fn waiting(later: Later, arrival: Arrival, route: Route) -> AnyView {
    let what = if let Some(failed) = failed(later, arrival) {
        view! {
            {failed}
            <a class="btn btn--wide" href=Route::GetHelp.href()>
                {tr!(shell.get_help)}
            </a>
            {coming_again(later)}
        }
        .into_any()
    } else {
        view! { <p role="status">{tr!(shell.later_coming)}</p> }.into_any()
    };
    view! {
        <div class="page stack">
            <PageHead title=words::screens::title(route).to_owned() />
            {what}
        </div>
    }
    .into_any()
}

/// What is said about a file that did not come, and what can be done.
fn failed(later: Later, arrival: Arrival) -> Option<AnyView> {
    let (text, button) = match arrival {
        Arrival::Slow => (tr!(shell.later_slow), tr!(shell.later_again)),
        Arrival::Failed => (tr!(shell.later_failed), tr!(shell.later_again)),
        Arrival::Gone => (tr!(shell.later_gone), tr!(shell.reload)),
        Arrival::Unasked | Arrival::Coming(_) | Arrival::Here(_) => return None,
    };
    let app = use_app();
    let text = live_text(move || app.saving.and_kept(text, tr!(shell.logged_is_safe)));
    let said = view! {
        <p role="alert">{text}</p>
        <button type="button" class="btn btn--go btn--wide" on:click=move |_| later.ask_again()>
            {button}
        </button>
    };
    Some(said.into_any())
}

/// Below all buttons, so that none of them moves.
fn coming_again(later: Later) -> AnyView {
    let text = live_text(move || {
        if later.again.get() {
            tr!(shell.later_coming).to_owned()
        } else {
            String::new()
        }
    });
    view! { <p role="status">{text}</p> }.into_any()
}

/// What is there around every screen, once it is here.
#[component]
pub fn LaterAround() -> impl IntoView {
    let later = expect_context::<Later>();
    let app = use_app();
    // The second copy is wanted at once where there is something to bring there, or from there.
    Effect::new(move || {
        if app.saving.wants_copy() {
            later.ask();
        }
    });
    live(move || later.brought().map(|brought| (brought.around)()))
}

/// Today's card about a session that waits. Where one does, the second file is fetched at once.
#[component]
pub fn LaterUnfinished() -> impl IntoView {
    let later = expect_context::<Later>();
    let app = use_app();
    let waits = Memo::new(move |_| app.waits());
    if waits.get_untracked() {
        later.ask();
    }
    live(move || {
        waits.get().then(|| match later.arrival.get() {
            Arrival::Here(brought) => (brought.unfinished)(),
            arrival => failed(later, arrival)
                .map(|failed| {
                    view! {
                        {failed}
                        {coming_again(later)}
                    }
                })
                .into_any(),
        })
    })
}

/// Today's steps down on offer, once they are here.
#[component]
pub fn LaterOffers() -> impl IntoView {
    let later = expect_context::<Later>();
    live(move || later.brought().map(|brought| (brought.offers)()))
}

/// What sentences of the first file rest on, once that is here; their marks do not wait for it.
pub fn how_sure(said: Vec<Sentence>) -> AnyView {
    let later = expect_context::<Later>();
    live(move || later.brought().map(|brought| (brought.how_sure)(&said)))
}

/// Where the release is parted: what can be reached through here only is in the second file (`cargo xtask build`
/// sets `split`, see build.rs). Any other build has everything in one file.
#[cfg(split)]
#[leptos::wasm_split::wasm_split(later, wasm_split_path = leptos::wasm_split, fallible)]
fn later_screens() -> Result<&'static Brought, SplitLoaderError> {
    Ok(&BROUGHT)
}

#[cfg(not(split))]
#[allow(clippy::unused_async)] // as above, where it waits for the file
async fn later_screens() -> Result<&'static Brought, SplitLoaderError> {
    Ok(&BROUGHT)
}

fn around() -> AnyView {
    let app = use_app();
    app.coaching.prepare(app);
    app.timers.follow(app);
    app.saving.take_up(app, now());
    app.saving.copy.open(app);
    app.saving.fold_old_months(now());
    // Both live as long as the page.
    StoredValue::new_local((focus::keep(HEADING), paper::unfold_on_paper()));
    app.navigation.find_place();
    app.folder();
    view! {
        <pages::your_data::folder::FolderNews />
        <pages::timers::RunningLine />
        <pages::timers::Rings />
    }
    .into_any()
}

fn page_of(route: Route) -> AnyView {
    match route {
        Route::Move => view! { <pages::moves::MovePage /> }.into_any(),
        Route::HeelDrop => {
            view! { <pages::exercise::ExercisePage routine=Routine::HeelDrop /> }.into_any()
        }
        Route::KneeBend => {
            view! { <pages::exercise::ExercisePage routine=Routine::KneeBend /> }.into_any()
        }
        Route::Plan(routine) => view! { <pages::exercise::plan::PlanPage routine /> }.into_any(),
        Route::HowTo(routine) => {
            view! { <pages::exercise::how_to::HowToPage routine /> }.into_any()
        }
        Route::Known(routine) => view! { <pages::exercise::known::KnownPage routine /> }.into_any(),
        Route::Safety => view! { <pages::safety::SafetyPage /> }.into_any(),
        Route::Coach => view! { <pages::coach::CoachPage /> }.into_any(),
        Route::Nourish => view! { <pages::nourish::NourishPage /> }.into_any(),
        Route::Jars => view! { <pages::recipe::jars::JarsPage /> }.into_any(),
        Route::Recipe => view! { <pages::recipe::RecipePage /> }.into_any(),
        Route::GoodToKnow => view! { <pages::recipe::care::GoodToKnowPage /> }.into_any(),
        Route::Cook => view! { <pages::cook::CookPage /> }.into_any(),
        Route::Foods => view! { <pages::foods::FoodsPage /> }.into_any(),
        Route::Habits => view! { <pages::habits::HabitsPage /> }.into_any(),
        Route::Know => view! { <pages::know::KnowPage /> }.into_any(),
        Route::Symptoms => view! { <pages::symptoms::SymptomsPage /> }.into_any(),
        Route::Symptom(id) => view! { <pages::symptom::SymptomPage id /> }.into_any(),
        Route::LookAndNote => view! { <pages::look_and_note::LookAndNotePage /> }.into_any(),
        Route::Facts => view! { <pages::facts::FactsPage /> }.into_any(),
        Route::Checks => view! { <pages::checks::ChecksPage /> }.into_any(),
        Route::Check(id) => view! { <pages::checks::CheckPage id /> }.into_any(),
        Route::Sources => view! { <pages::sources::SourcesPage /> }.into_any(),
        Route::Traditional => view! { <pages::traditional::TraditionalPage /> }.into_any(),
        Route::Journal => view! { <pages::journal::JournalPage /> }.into_any(),
        Route::Settings | Route::YourData => view! { <pages::settings::SettingsPage /> }.into_any(),
        // These are in the first file.
        Route::Today | Route::GetHelp | Route::Unknown => ().into_any(),
    }
}
