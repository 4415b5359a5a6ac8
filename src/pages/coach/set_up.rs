//! Before a session: what to prepare, how it will guide, and "I'm ready".

use leptos::prelude::*;

use crate::content::steps;
use crate::domain::figure::{Doing, Moment};
use crate::domain::routine::{Plan, Style};
use crate::route::Route;
use crate::state::use_app;
use crate::tr;
use crate::ui::figure::FigureView;
use crate::ui::icon::{Icon, IconView};
use crate::ui::page_head::PageHead;
use crate::words;

use super::HelpPill;
use super::channels::ChannelSwitches;

/// After so many sessions the card says only what to hold (DESIGN section 3).
const KNOWN_AFTER: usize = 3;

/// The set-up card of a plan.
#[component]
pub fn SetUp(
    /// What is about to start.
    plan: Plan,
) -> impl IntoView {
    let app = use_app();
    let style = app.verdict().nearest(plan.routine, plan.style);
    if style.is_none() {
        request_animation_frame(move || app.navigation.replace(Route::Safety));
    }
    let plan = Plan {
        style: style.unwrap_or(Style::Seated),
        ..plan
    };
    let sessions = app
        .model
        .with_untracked(|model| model.agenda().sessions_ever);
    let lines = if sessions < KNOWN_AFTER {
        steps::set_up(plan.routine, plan.style)
    } else {
        Vec::new()
    };
    let moment = Moment {
        routine: plan.routine,
        style: plan.style,
        doing: Doing::Ready,
        longer_leg: app.longer_leg(),
    };
    view! {
        <main id="main" class="page" tabindex="-1">
            <div class="help-line">
                <HelpPill />
            </div>
            <PageHead
                title=tr!(moves.setup_title).to_owned()
                above=format!(
                    "{}, {}",
                    words::moves::routine(plan.routine),
                    words::moves::style(plan.style),
                )
            />
            <section class="card">
                <div class="card__art">
                    <FigureView moment=moment />
                </div>
                <div class="card__body">
                    <p>
                        <strong>{words::moves::line(steps::support(plan.style))}</strong>
                    </p>
                    <ul class="bullets">
                        {lines
                            .into_iter()
                            .map(|line| view! { <li>{words::moves::line(line)}</li> })
                            .collect_view()}
                    </ul>
                </div>
            </section>
            <section class="card card--pad">
                <h2>{tr!(coach.channels)}</h2>
                <ChannelSwitches />
            </section>
            <div class="stack sticky-foot">
                <button
                    type="button"
                    class="btn btn--go btn--wide btn--big"
                    on:click=move |_| app.coaching.begin(app, plan)
                >
                    {tr!(coach.setup_ready)}
                </button>
                <button type="button" class="btn btn--wide" on:click=move |_| app.coaching.done(app)>
                    <IconView icon=Icon::Left />
                    {tr!(shell.back)}
                </button>
            </div>
        </main>
    }
}
