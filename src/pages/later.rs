//! The screens that the first one does not need. In a release they are a WebAssembly file of their own, fetched when
//! the first screen stands, so that a person with a slow line sees that one in half the time.
//!
//! Invariant: only [`page_of`] names these screens. A screen that is named elsewhere too is in the first file.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::SplitLoaderError;

use crate::browser::page;
use crate::domain::routine::Routine;
use crate::pages;
use crate::route::Route;
use crate::tr;
use crate::ui::page_head::{HEADING, PageHead};
use crate::words;

/// The screen of a route.
type PageOf = fn(Route) -> AnyView;

/// The first screen is to be painted before the line and the processor are needed for the others.
const AFTER_THE_FIRST: Duration = Duration::from_millis(500);

/// How far the later screens have come.
#[derive(Clone, Copy)]
enum Arrival {
    Unasked,
    Coming,
    Here(PageOf),
    Failed,
}

/// The later screens, from anywhere below the root.
#[derive(Clone, Copy)]
pub struct Later(RwSignal<Arrival>);

impl Later {
    /// Has them fetched a little later, or as soon as one of them is opened.
    pub fn open() -> Self {
        let later = Self(RwSignal::new(Arrival::Unasked));
        provide_context(later);
        set_timeout(move || later.ask(), AFTER_THE_FIRST);
        later
    }

    /// Whether they are here.
    pub fn is_here(self) -> bool {
        matches!(self.0.get(), Arrival::Here(_))
    }

    /// Fetches them unless they are here or on their way.
    fn ask(self) {
        if matches!(self.0.get_untracked(), Arrival::Here(_) | Arrival::Coming) {
            return;
        }
        self.0.set(Arrival::Coming);
        spawn_local(async move {
            let arrival = later_screens().await.map_or(Arrival::Failed, Arrival::Here);
            // The heading of the page that waited may have the focus: the one in its place gets it.
            let had_focus = page::has_focus(HEADING);
            self.0.set(arrival);
            if had_focus {
                request_animation_frame(|| {
                    page::focus(HEADING, true);
                });
            }
        });
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
    move || match later.0.get() {
        Arrival::Here(page_of) => page_of(route),
        Arrival::Unasked | Arrival::Coming => waiting(
            route,
            view! { <p role="status">{tr!(shell.later_coming)}</p> }.into_any(),
        ),
        Arrival::Failed => waiting(
            route,
            view! {
                <p role="alert">{tr!(shell.later_failed)}</p>
                <button type="button" class="btn btn--go btn--wide" on:click=move |_| later.ask()>
                    {tr!(shell.later_again)}
                </button>
                <a class="btn btn--wide" href=Route::GetHelp.href()>
                    {tr!(shell.get_help)}
                </a>
            }
            .into_any(),
        ),
    }
}

fn waiting(route: Route, what: AnyView) -> AnyView {
    view! {
        <div class="page stack">
            <PageHead title=words::screens::title(route).to_owned() />
            {what}
        </div>
    }
    .into_any()
}

/// Where the release is parted: what can be reached through here only is in the second file (`cargo xtask build`
/// sets `split`, see build.rs). Any other build has everything in one file.
#[cfg(split)]
#[leptos::wasm_split::wasm_split(later, wasm_split_path = leptos::wasm_split, fallible)]
fn later_screens() -> Result<PageOf, SplitLoaderError> {
    Ok(page_of)
}

#[cfg(not(split))]
#[allow(clippy::unused_async)] // as above, where it waits for the file
async fn later_screens() -> Result<PageOf, SplitLoaderError> {
    Ok(page_of)
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
        Route::Safety => view! { <pages::safety::SafetyPage /> }.into_any(),
        Route::Coach => view! { <pages::coach::CoachPage /> }.into_any(),
        Route::Nourish => view! { <pages::nourish::NourishPage /> }.into_any(),
        Route::Recipe => view! { <pages::recipe::RecipePage /> }.into_any(),
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
        Route::Settings => view! { <pages::settings::SettingsPage /> }.into_any(),
        // These are in the first file.
        Route::Today | Route::GetHelp | Route::Unknown => ().into_any(),
    }
}
