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

use super::super::stop_rules::StopRules;
use super::HelpPill;
use super::channels::ChannelSwitches;

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
    let is_new = app
        .model
        .with_untracked(|model| model.is_new(plan.routine, plan.style));
    let mut lines = if is_new {
        steps::set_up(plan.routine, plan.style)
    } else {
        Vec::new()
    };
    if app.verdict_untracked().needs_a_pause(plan.style) {
        lines.push(steps::Line::SitWait);
    }
    let moment = Moment {
        routine: plan.routine,
        style: plan.style,
        doing: Doing::Ready,
        longer_leg: app.manner().leg_back(plan.style),
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
                    words::moves::exercise(plan.routine, plan.style),
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
            {is_new.then(|| view! { <StopRules /> })}
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
