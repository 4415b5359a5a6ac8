//! The coach's screen: set-up, session, questions after it. One screen without scrolling while a session runs.

mod after;
mod busy;
pub mod channels;
mod demonstration;
mod running;
mod set_up;

use leptos::prelude::*;

use crate::browser::page;
use crate::domain::coach::{Event, PauseReason, Status};
use crate::domain::draft::After;
use crate::pages::focus_soon;
use crate::route::Route;
use crate::state::coaching::Phase;
use crate::state::{App, use_app};
use crate::tr;
use crate::ui::page_head::HEADING;

/// Help is one tap away here too: the coach has no bar above.
#[component]
pub fn HelpPill() -> impl IntoView {
    view! {
        <a class="help-pill" href=Route::GetHelp.href()>
            {tr!(shell.get_help)}
        </a>
    }
}

/// What the coach shows at each phase. Leaving it pauses a session that runs.
#[component]
pub fn CoachPage() -> impl IntoView {
    let app = use_app();
    let phase = app.coaching.phase;
    if phase.with_untracked(|phase| matches!(phase, Phase::Idle | Phase::MovedAway)) {
        if app.coaching.session.with_untracked(Option::is_some) {
            phase.set(Phase::Session);
        } else {
            app.drafts.open(app);
            // After a reload there may be a session to go on with; a bare link has nothing to show yet.
            let unfinished = app.model.with_untracked(|model| model.unfinished.is_some());
            let home = if unfinished {
                Route::Today
            } else {
                Route::Move
            };
            match app.drafts.after.get_untracked().filter(|_| !unfinished) {
                // The questions were left for Get help, or by a reload.
                Some(After { id, record }) => phase.set(Phase::Ended { id, record }),
                None => leave_for(app, home),
            }
        }
    }
    on_cleanup(move || {
        let runs = app.coaching.session.with_untracked(|session| {
            session.as_ref().is_some_and(|session| {
                matches!(
                    session.coach.status(),
                    Status::Running | Status::CountIn { .. }
                )
            })
        });
        if runs {
            app.coaching.happen(app, Event::Pause(PauseReason::Asked));
        }
        phase.update(|phase| {
            if matches!(
                phase,
                Phase::SetUp(_) | Phase::Opening | Phase::Busy { .. } | Phase::Ended { .. }
            ) {
                *phase = Phase::Idle;
            }
        });
    });
    // Each phase is a screen of its own: its heading takes the focus and is read out.
    Effect::new(move |before: Option<()>| {
        phase.track();
        // A session that ends by itself puts other buttons under the finger.
        if before.is_some() {
            app.hand.changed();
        }
        page::scroll_to_top();
        focus_soon(HEADING);
    });
    move || match phase.get() {
        Phase::SetUp(plan) => view! { <set_up::SetUp plan /> }.into_any(),
        Phase::Session => view! { <running::Running /> }.into_any(),
        Phase::Busy { plan, asked } => view! { <busy::Busy plan asked /> }.into_any(),
        Phase::Ended { id, record } => view! { <after::After id record /> }.into_any(),
        Phase::Opening => ().into_any(),
        Phase::Idle | Phase::MovedAway => {
            leave_for(app, Route::Today);
            ().into_any()
        }
    }
}

/// Goes elsewhere in a moment, unless the person has gone somewhere already.
fn leave_for(app: App, route: Route) {
    request_animation_frame(move || {
        if app.navigation.route_untracked() == Route::Coach {
            app.navigation.replace(route);
        }
    });
}
