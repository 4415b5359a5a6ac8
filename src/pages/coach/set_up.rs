//! Before a session: what to prepare, how it will guide, and "I'm ready".

use leptos::prelude::*;

use crate::content::steps;
use crate::domain::routine::{Plan, Style};
use crate::domain::safety::Level;
use crate::route::Route;
use crate::state::use_app;
use crate::tr;
use crate::ui::icon::{Icon, IconView};
use crate::ui::page_head::PageHead;
use crate::words;

use super::super::stop_rules::StopRules;
use super::HelpPill;
use super::channels::ChannelSwitches;
use super::demonstration::Demonstration;

/// The set-up card of a plan: the movement and three musts; the rest is folded. Who knows it sees only what to hold.
#[component]
pub fn SetUp(
    /// What is about to start.
    plan: Plan,
) -> impl IntoView {
    let app = use_app();
    let verdict = app.verdict();
    let style = verdict.nearest(plan.routine, plan.style);
    if style.is_none() {
        request_animation_frame(move || app.navigation.replace(Route::Safety));
    }
    let plan = Plan {
        style: style.unwrap_or(Style::Seated),
        ..plan
    };
    let (is_new, is_first) = app.model.with_untracked(|model| {
        (
            model.is_new(plan.routine, plan.style),
            model.agenda().first_time,
        )
    });
    let mut lines = if is_new {
        steps::musts(plan.style).to_vec()
    } else {
        vec![steps::support(plan.style)]
    };
    if verdict.needs_a_pause(plan.style) {
        lines.push(steps::Line::SitWait);
    }
    // Who came straight from the questions has not read it elsewhere.
    let is_open = is_first && verdict.level == Level::Clear && plan.style.is_standing();
    view! {
        <main id="main" class="page" tabindex="-1">
            <div class="help-line help-line--back">
                <button type="button" class="btn" on:click=move |_| app.coaching.done(app)>
                    <IconView icon=Icon::Left />
                    {tr!(shell.back)}
                </button>
                <HelpPill />
            </div>
            <PageHead
                title=tr!(moves.setup_title).to_owned()
                above=format!(
                    "{}, {}",
                    words::moves::exercise(plan.routine, plan.style),
                    words::moves::style(plan.style),
                )
            >
                {is_open.then(|| view! { <p>{tr!(safety.verdict_clear_short)}</p> })}
            </PageHead>
            <section class="card">
                <Demonstration plan />
                <div class="card__body">
                    <ul class="bullets musts">{items(lines)}</ul>
                </div>
            </section>
            // A drop is not begun without them.
            {(is_new && plan.style.is_impact()).then(|| view! { <StopRules /> })}
            <More plan is_new />
            <div class="sticky-foot">
                <button
                    type="button"
                    class="btn btn--go btn--wide btn--big"
                    on:click=move |_| app.coaching.begin(app, plan)
                >
                    {tr!(coach.setup_ready)}
                </button>
            </div>
        </main>
    }
}

/// What can be read before the first times, when to stop, and how the coach will guide.
#[component]
fn More(plan: Plan, is_new: bool) -> impl IntoView {
    let (name, rest) = if is_new {
        let lines = steps::set_up(plan.routine, plan.style);
        let rest = view! {
            <ul class="bullets">{items(lines)}</ul>
            {(!plan.style.is_impact()).then(|| view! { <StopRules /> })}
        };
        (tr!(moves.setup_more), Some(rest))
    } else {
        (tr!(moves.setup_sounds), None)
    };
    view! {
        <details class="more more--target">
            <summary>{name}</summary>
            <div class="stack">
                {rest}
                <section class="card card--pad">
                    <h2>{tr!(coach.channels)}</h2>
                    <ChannelSwitches />
                </section>
            </div>
        </details>
    }
}

fn items(lines: Vec<steps::Line>) -> AnyView {
    lines
        .into_iter()
        .map(|line| view! { <li>{words::moves::line(line)}</li> })
        .collect_view()
        .into_any()
}
