//! The app's root: the start, the frame around every page, and which page stands in it.

use leptos::prelude::*;

use crate::browser::{crash, page, tasks};
use crate::pages;
use crate::pages::later::{CoachWaits, Later, LaterAround, LaterPage};
use crate::route::{Route, Tab};
use crate::state::coaching::Phase;
use crate::state::saving::SavingState;
use crate::state::{App, use_app};
use crate::store::load::{Problem, ProblemKind};
use crate::tr;
use crate::ui::banner::Banner;
use crate::ui::icon::{Icon, IconView};
use crate::ui::live::{live, live_text};
use crate::ui::page_head::{Back, BackFrom, HEADING};
use crate::words;

/// Starts the app in the page's `#app`.
pub fn start() {
    crash::install();
    let listening = tasks::install();
    let Some(root) = page::mount_point("app") else {
        return;
    };
    mount_to(root, Root).forget();
    // They live as long as the page.
    std::mem::forget(listening);
    page::set_root_attribute("data-boot", Some("ready"));
}

#[component]
fn Root() -> impl IntoView {
    let app = App::open();
    let later = Later::open();
    follow_route(app);
    // Until the coach has arrived there is nothing that needs the whole screen.
    let in_coach = Memo::new(move |_| app.navigation.route() == Route::Coach && later.is_here());
    view! {
        // Before all else: a line with the running timers stands above the screen, and a ring is the first thing to reach.
        <LaterAround />
        <Show when=move || in_coach.get() fallback=Frame>
            <LaterPage route=Route::Coach />
        </Show>
    }
}

/// Titles, focus and scrolling follow the route; leaving a running session pauses it.
fn follow_route(app: App) {
    Effect::new(move |before: Option<Route>| {
        let route = app.navigation.route();
        page::set_title(&tr!(shell.page_title, page = words::screens::title(route)));
        // Not at the start: there the page is read from its top, as pages are, unless it was only loaded anew.
        if before.is_some_and(|before| before != route) {
            page::scroll_to_top();
            request_animation_frame(move || {
                page::focus(HEADING, true);
                app.hand.seen();
                app.navigation.find_place();
            });
        } else if before.is_none() {
            app.navigation.find_place();
        }
        route
    });
}

/// The frame: the bar above, the tabs, the news, and the page.
#[component]
fn Frame() -> impl IntoView {
    let app = use_app();
    let route = Memo::new(move |_| app.navigation.route());
    let back: BackFrom = Memo::new(move |_| {
        let parent = route.get().parent()?;
        Some(Back {
            href: parent.href(),
            name: words::screens::title(parent),
        })
    });
    provide_context(back);
    view! {
        <div class="frame">
            <a class="skip" href="#main" on:click=skip>
                {tr!(shell.skip)}
            </a>
            <TopBar />
            <Tabs route />
            <main id="main" class="page-holder" tabindex="-1">
                <Banners />
                {live(move || page_of(route.get()))}
            </main>
            <p class="unseen" role="status">
                {live_text(move || app.told(true))}
            </p>
            <p class="unseen" role="status">
                {live_text(move || app.told(false))}
            </p>
        </div>
    }
}

/// Skips to the page without touching the hash, which names the screen.
fn skip(event: leptos::ev::MouseEvent) {
    event.prevent_default();
    page::focus("main", false);
}

fn page_of(route: Route) -> AnyView {
    match route {
        Route::Today => view! { <pages::today::TodayPage /> }.into_any(),
        // Help must not wait for a second file.
        Route::GetHelp => view! { <pages::get_help::GetHelpPage /> }.into_any(),
        Route::Unknown => view! { <pages::unknown::UnknownPage /> }.into_any(),
        // The coach has the whole screen, outside the frame.
        Route::Coach => view! { <CoachWaits /> }.into_any(),
        _ => view! { <LaterPage route /> }.into_any(),
    }
}

#[component]
fn TopBar() -> impl IntoView {
    view! {
        <header class="top">
            <a class="top__mark" href=Route::Today.href()>
                <IconView icon=Icon::Mark />
                <span>{tr!(shell.app_name)}</span>
            </a>
            <div class="top__tools">
                <a class="top__help" href=Route::GetHelp.href()>
                    {tr!(shell.get_help)}
                </a>
                <a class="top__gear" href=Route::Settings.href() aria-label=tr!(shell.settings)>
                    <IconView icon=Icon::Sliders />
                </a>
            </div>
        </header>
    }
}

#[component]
fn Tabs(
    /// The open screen.
    route: Memo<Route>,
) -> impl IntoView {
    view! {
        <nav class="nav" aria-label=tr!(shell.tabs)>
            <ul class="nav__list">
                {Tab::ALL
                    .into_iter()
                    .map(|tab| {
                        let current = move || {
                            (route.get().tab() == Some(tab))
                                .then(|| if route.get() == tab.route() { "page" } else { "true" })
                        };
                        let (icon, name) = tab_face(tab);
                        view! {
                            <li>
                                <a class="nav__tab" href=tab.route().href() aria-current=current>
                                    <IconView icon />
                                    {name}
                                </a>
                            </li>
                        }
                    })
                    .collect_view()}
            </ul>
        </nav>
    }
}

fn tab_face(tab: Tab) -> (Icon, &'static str) {
    match tab {
        Tab::Today => (Icon::Home, tr!(shell.tab_today)),
        Tab::Move => (Icon::Move, tr!(shell.tab_move)),
        Tab::Nourish => (Icon::Bowl, tr!(shell.tab_nourish)),
        Tab::Know => (Icon::Book, tr!(shell.tab_know)),
        Tab::Journal => (Icon::Calendar, tr!(shell.tab_journal)),
    }
}

/// Lasting news: nothing is being saved, or something could not be read.
#[component]
fn Banners() -> impl IntoView {
    let app = use_app();
    let not_saved = live(move || {
        let state = app.saving.state();
        let (text, action) = match state {
            SavingState::Kept => return None,
            SavingState::Newer => return Some(view! { <NewerWroteHere /> }.into_any()),
            _ if app.saving.is_in_copy_only() => (tr!(shell.copy_only), tr!(shell.try_again)),
            SavingState::Denied => (tr!(shell.not_saved_denied), tr!(shell.try_again)),
            SavingState::Full => (tr!(shell.not_saved_full), tr!(shell.try_again)),
            SavingState::Failed => (tr!(shell.not_saved_failed), tr!(shell.try_again)),
        };
        let text = Signal::derive(move || with_waiting(app, text));
        let on_action = Callback::new(move |()| {
            if app.saving.try_again(app, crate::state::now()) {
                app.tell(tr!(shell.saved_again));
            }
        });
        Some(view! { <Banner text action on_action alert=true /> }.into_any())
    });
    let emptied = live(move || {
        app.saving.is_emptied().then(|| {
            let on_action = Callback::new(move |()| {
                if app.saving.write_everything(app) {
                    app.tell(tr!(shell.saved_again));
                }
            });
            let text = tr!(shell.emptied).to_owned();
            view! { <Banner text action=tr!(shell.save_again) on_action alert=true /> }
        })
    });
    let healed = live(move || {
        let brought = app.saving.copy.brought;
        brought
            .get()
            .filter(|brought| brought.is_worth_a_word)
            .map(|_| {
                let on_action = Callback::new(move |()| brought.set(None));
                let text = tr!(shell.healed).to_owned();
                view! { <Banner text action=tr!(shell.problem_ok) on_action /> }
            })
    });
    let problems = live(move || {
        let problems = app.saving.problems();
        let first = problems.first()?;
        let text = problem_words(first).to_owned();
        let on_action = Callback::new(move |()| app.saving.dismiss_problems());
        Some(view! { <Banner text action=tr!(shell.problem_ok) on_action /> })
    });
    view! {
        <div class="banners">
            {not_saved} {emptied} {healed} {problems}
            {live(move || {
                matches!(app.coaching.phase.get(), Phase::MovedAway)
                    .then(|| {
                        let on_action = Callback::new(move |()| app.coaching.phase.set(Phase::Idle));
                        view! {
                            <Banner
                                text=tr!(coach.moved_away).to_owned()
                                action=tr!(shell.problem_ok)
                                on_action
                            />
                        }
                    })
            })}
        </div>
    }
}

/// What is the matter, and how many things wait to be saved.
fn with_waiting(app: App, text: &str) -> String {
    let number = app.saving.waiting();
    if number == 0 || app.saving.is_in_copy_only() {
        return text.to_owned();
    }
    format!("{text} {}", tr!(shell.not_saved_waiting, number = number))
}

/// A newer version wrote here. What waits survives a reload where the tab can hold it, and it asks first.
#[component]
fn NewerWroteHere() -> impl IntoView {
    let app = use_app();
    let asks = RwSignal::new(false);
    live(move || {
        let (text, action) = if asks.get() {
            let number = app.saving.waiting();
            (
                tr!(shell.reload_waiting, number = number),
                tr!(shell.reload_now),
            )
        } else {
            (
                with_waiting(app, tr!(shell.not_saved_newer)),
                tr!(shell.reload),
            )
        };
        let on_action = Callback::new(move |()| {
            if asks.get_untracked() || app.saving.waiting_untracked() == 0 {
                page::reload();
            } else {
                asks.set(true);
            }
        });
        view! { <Banner text action on_action alert=true /> }
    })
}

fn problem_words(problem: &Problem) -> &'static str {
    match (problem.kind, problem.copied) {
        (ProblemKind::Damaged, true) => tr!(shell.problem_damaged),
        (ProblemKind::Damaged, false) => tr!(shell.problem_damaged_no_copy),
        (ProblemKind::Newer, _) => tr!(shell.problem_newer),
        (ProblemKind::Unreadable, _) => tr!(shell.problem_unreadable),
    }
}
