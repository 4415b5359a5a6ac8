//! The choices about an exercise: how gently, how much, how fast, and which leg is longer.

use leptos::prelude::*;

use crate::content::advice;
use crate::content::facts::FactId;
use crate::domain::agenda::{KNEE_SETS, StyleWhy};
use crate::domain::routine::{Plan, Routine, Style, Tempo};
use crate::domain::safety::Level;
use crate::domain::safety::gate::EASY_SESSIONS;
use crate::domain::settings::Side;
use crate::route::Route;
use crate::state::{App, use_app};
use crate::tr;
use crate::ui::choice::{Choice, Stepper};
use crate::ui::evidence::{AllGrounds, each};
use crate::ui::page_head::PageHead;
use crate::words;

use super::{Closed, Due, ForSafety};

/// The choices, with the plan that they make above them. Each counts at once; "Done" leads back.
#[component]
pub fn PlanPage(
    /// Of which exercise.
    routine: Routine,
) -> impl IntoView {
    let due = Due::of(routine);
    let (plan, is_open) = (due.plan, due.is_open);
    let stands_still = Memo::new(move |_| plan.read().style == Style::QuarterBend);
    view! {
        <div class="page page--wide">
            <PageHead title=words::moves::plan_title(routine).to_owned()>
                <p class="lead" role="status">
                    {move || is_open.get().then(|| words::moves::plan(plan.get()))}
                </p>
            </PageHead>
            <StyleCard routine due />
            {move || is_open.get().then(|| view! { <PlanCard routine plan /> })}
            {move || {
                (is_open.get() && stands_still.get())
                    .then(|| {
                        view! {
                            <section class="card card--pad">
                                <LongerLeg />
                            </section>
                        }
                    })
            }}
            <a class="btn btn--go btn--wide btn--big" href=Route::exercise(routine).href()>
                {tr!(moves.plan_done)}
            </a>
        </div>
    }
}

/// How much: rounds or repetitions, sets a day, tempo.
#[component]
fn PlanCard(routine: Routine, plan: Memo<Plan>) -> impl IntoView {
    let app = use_app();
    let change = move |change: fn(&mut Plan, u8)| {
        Callback::new(move |value: u8| {
            let mut next = wish(app, routine);
            change(&mut next, value);
            app.choose(next);
        })
    };
    let amount = match routine {
        Routine::HeelDrop => view! {
            <Stepper
                name=tr!(shell.rounds)
                unit=Signal::derive(move || tr!(shell.of_reps, reps = plan.get().reps))
                value=Signal::derive(move || plan.get().rounds)
                range=(1, Plan::MOST_ROUNDS)
                words=(tr!(shell.fewer_rounds), tr!(shell.more_rounds))
                on_step=change(|plan, rounds| plan.rounds = rounds)
            />
        }
        .into_any(),
        Routine::KneeBend => view! {
            <Stepper
                name=tr!(shell.reps)
                unit=Signal::derive(|| tr!(shell.in_a_set).to_owned())
                value=Signal::derive(move || plan.get().reps)
                range=(1, Plan::MOST_REPS)
                words=(tr!(shell.fewer_reps), tr!(shell.more_reps))
                on_step=change(|plan, reps| plan.reps = reps)
            />
            <Stepper
                name=tr!(shell.sets)
                unit=Signal::derive(|| tr!(shell.in_a_day).to_owned())
                value=Memo::new(move |_| app.model.with(|model| model.settings.knee_sets))
                range=KNEE_SETS
                words=(tr!(shell.fewer_sets), tr!(shell.more_sets))
                on_step=Callback::new(move |sets| app.set(|settings| settings.knee_sets = sets))
            />
        }
        .into_any(),
    };
    view! {
        <section class="card card--pad">
            <h2>{tr!(shell.how_much)}</h2>
            {amount}
            <Choice
                legend=tr!(shell.tempo)
                name="tempo"
                options=[Tempo::Slowest, Tempo::Slow, Tempo::Normal, Tempo::Brisk]
                    .map(|tempo| (tempo, words::coach::tempo(tempo).to_owned()))
                    .to_vec()
                value=move || plan.get().tempo
                on_choose=move |tempo| {
                    app.choose(Plan {
                        tempo,
                        ..wish(app, routine)
                    });
                }
            />
        </section>
    }
}

/// The plan as the person wished it, whatever the safety answers make of its style.
fn wish(app: App, routine: Routine) -> Plan {
    app.model
        .with_untracked(|model| model.settings.plan(routine))
}

/// The styles that are open; those that are not, with the reason.
#[component]
fn StyleCard(routine: Routine, due: Due) -> impl IntoView {
    let app = use_app();
    let plan = due.plan;
    let options = move || {
        let verdict = app.verdict();
        let open: Vec<Style> = match verdict.level {
            Level::Unanswered => vec![plan.get().style],
            _ => verdict.open_styles(routine),
        };
        let grounds = open.iter().map(|style| advice::of_style(*style)).collect();
        let options = open
            .into_iter()
            .map(|style| {
                let text = format!(
                    "{}. {}",
                    words::moves::style(style),
                    words::moves::style_text(routine, style)
                );
                (style, text)
            })
            .collect::<Vec<_>>();
        // Where nothing is open the card says so below.
        (!options.is_empty()).then(|| {
            view! {
                <Choice
                    legend=tr!(shell.style)
                    name="style"
                    options
                    value=move || plan.get().style
                    on_choose=move |style| {
                        app.choose(Plan {
                            style,
                            ..wish(app, routine)
                        });
                    }
                    one_each=true
                />
                <AllGrounds all=grounds />
            }
        })
    };
    view! {
        <section class="card card--pad">
            {options}
            <ForSafety due />
            {move || {
                why_closed(app, routine).map(|text| view! { <p class="soft">{text}</p> })
            }}
            {move || {
                (due.style_why.get() == StyleWhy::NotAskedYet)
                    .then(|| view! { <p class="soft">{tr!(shell.styles_after_questions)}</p> })
            }}
            {move || {
                if due.is_open.get() {
                    view! {
                        <a class="btn btn--wide" href=Route::Safety.href()>
                            {tr!(settings.safety_link)}
                        </a>
                    }
                        .into_any()
                } else {
                    view! { <Closed /> }.into_any()
                }
            }}
        </section>
    }
}

/// Why some of the kinds are not open, where others are.
fn why_closed(app: App, routine: Routine) -> Option<String> {
    let verdict = app.verdict();
    let (open, all) = (verdict.open_styles(routine).len(), routine.styles().len());
    if open == 0 || open == all {
        None
    } else if routine == Routine::HeelDrop && verdict.waits_for_easy_sessions() {
        Some(tr!(shell.styles_wait, n = EASY_SESSIONS))
    } else {
        Some(tr!(shell.styles_closed).to_owned())
    }
}

/// Fact K6 as a setting: the drawing, the figure and the spoken words follow it.
#[component]
fn LongerLeg() -> impl IntoView {
    let app = use_app();
    view! {
        <Choice
            legend=tr!(moves.longer_leg_title)
            name="longer-leg"
            options=vec![
                (None, tr!(moves.longer_leg_none).to_owned()),
                (Some(Side::Left), tr!(moves.longer_leg_left).to_owned()),
                (Some(Side::Right), tr!(moves.longer_leg_right).to_owned()),
            ]
            value=move || app.model.with(|model| model.settings.longer_leg)
            on_choose=move |leg| app.set(|settings| settings.longer_leg = leg)
            one_each=true
        />
        {move || {
            app.model
                .with(|model| model.settings.longer_leg)
                .map(|leg| {
                    let step = match leg {
                        Side::Left => tr!(moves.longer_leg_step_left),
                        Side::Right => tr!(moves.longer_leg_step_right),
                    };
                    view! {
                        <p>
                            <strong>{step}</strong>
                        </p>
                    }
                })
        }}
        {each(vec![(tr!(moves.longer_leg_note), FactId::K6.grounds())])}
    }
}
