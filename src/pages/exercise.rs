//! One exercise: its plan, its styles, how it is done, and what is known about it.

use leptos::prelude::*;

use crate::content::advice;
use crate::content::facts::FactId;
use crate::content::steps::{self, Line};
use crate::domain::agenda::{Agenda, KNEE_SETS, StyleWhy};
use crate::domain::model::Event;
use crate::domain::routine::{Plan, Routine, Style, Tempo};
use crate::domain::safety::Level;
use crate::domain::safety::gate::EASY_SESSIONS;
use crate::domain::settings::Side;
use crate::route::Route;
use crate::state::{App, use_app};
use crate::tr;
use crate::ui::choice::{Choice, Stepper};
use crate::ui::drawings::FeetDrawing;
use crate::ui::evidence::{AllGrounds, Fact, LinesGrounds};
use crate::ui::figure::FigureView;
use crate::ui::page_head::PageHead;
use crate::words;

use super::offer::OfferCard;
use super::stop_rules::StopRules;
use super::today::{showing, start};
use super::traditional::{Points, RubCard};

/// A page for a routine.
#[component]
pub fn ExercisePage(
    /// Which.
    routine: Routine,
) -> impl IntoView {
    let app = use_app();
    let agenda = app.agenda();
    // The plan as it would start: in a style that the safety answers leave open.
    let plan = Memo::new(move |_| agenda.with(|agenda| agenda.of(routine).plan));
    let style = Memo::new(move |_| plan.get().style);
    let is_open = Memo::new(move |_| agenda.with(|agenda| agenda.of(routine).open));
    let hurts = Memo::new(move |_| agenda.with(|agenda| agenda.pain_today));
    view! {
        <div class="page page--wide">
            <PageHead title=words::moves::routine(routine).to_owned()>
                <p class="lead">{move || words::moves::routine_text(routine, style.get())}</p>
            </PageHead>
            <section class="card">
                <div class="card__art">
                    {move || view! { <FigureView moment=showing(plan.get()) /> }}
                </div>
                <div class="card__body">
                    {move || {
                        if is_open.get() {
                            view! {
                                <p>{words::moves::plan(plan.get())}</p>
                                {move || hurts.get().then(|| view! { <RestToday /> })}
                                <button
                                    type="button"
                                    class="btn btn--wide btn--big"
                                    class:btn--go=move || !hurts.get()
                                    on:click=move |_| start(app, plan.get_untracked())
                                >
                                    {words::moves::start(routine, style.get())}
                                </button>
                            }
                                .into_any()
                        } else {
                            view! {
                                <p>
                                    <strong>{tr!(shell.routine_closed)}</strong>
                                </p>
                                <a class="btn btn--go btn--wide" href=Route::Safety.href()>
                                    {tr!(today.closed_link)}
                                </a>
                            }
                                .into_any()
                        }
                    }}
                    <button
                        type="button"
                        class="btn btn--wide"
                        on:click=move |_| {
                            app.send(Event::DidByHand(plan.get_untracked()));
                            app.tell(tr!(today.fresh_done));
                            app.navigation.go(Route::Today);
                        }
                    >
                        {tr!(shell.did_by_hand)}
                    </button>
                </div>
            </section>
            {move || {
                is_open
                    .get()
                    .then(|| {
                        view! {
                            <OfferCard routine />
                            <PlanCard routine plan />
                        }
                    })
            }}
            <StyleCard routine plan agenda />
            {move || is_open.get().then(|| view! { <HowTo routine style=style.get() /> })}
            <Facts routine />
        </div>
    }
}

/// After pain on this day: a reason to leave it, and the way to help. The person can still begin.
#[component]
fn RestToday() -> impl IntoView {
    view! {
        <p>
            <strong>{tr!(today.pain_title)}</strong>
        </p>
        <p>{tr!(today.pain_text)}</p>
        <a class="btn btn--alert btn--wide" href=Route::GetHelp.href()>
            {tr!(shell.get_help)}
        </a>
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
fn StyleCard(routine: Routine, plan: Memo<Plan>, agenda: Memo<Agenda>) -> impl IntoView {
    let app = use_app();
    let why = Memo::new(move |_| agenda.with(|agenda| agenda.of(routine).style_why));
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
        // Where nothing is open the card above says so.
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
    let closed = move || {
        let verdict = app.verdict();
        let (open, all) = (verdict.open_styles(routine).len(), routine.styles().len());
        if open == 0 || open == all {
            None
        } else if routine == Routine::HeelDrop && verdict.waits_for_easy_sessions() {
            Some(tr!(shell.styles_wait, n = EASY_SESSIONS))
        } else {
            Some(tr!(shell.styles_closed).to_owned())
        }
    };
    view! {
        <section class="card card--pad">
            {options}
            {move || {
                (why.get() == StyleWhy::Safety)
                    .then(|| view! { <p role="status">{tr!(shell.style_for_safety)}</p> })
            }}
            {move || closed().map(|text| view! { <p class="soft">{text}</p> })}
            {move || {
                (why.get() == StyleWhy::NotAskedYet)
                    .then(|| view! { <p class="soft">{tr!(shell.styles_after_questions)}</p> })
            }}
            <a class="btn btn--wide" href=Route::Safety.href()>
                {tr!(settings.safety_link)}
            </a>
        </section>
    }
}

/// How to set up, stand, move and keep the form in a style, and when to stop.
#[component]
fn HowTo(routine: Routine, style: Style) -> impl IntoView {
    let app = use_app();
    let stand = if style == Style::Seated {
        tr!(moves.sit_title)
    } else {
        tr!(moves.stand_title)
    };
    let longer_leg = Memo::new(move |_| app.model.with(|model| model.settings.longer_leg));
    let said: Vec<Line> = [
        &[steps::support(style)],
        steps::how_to_stand(routine, style),
        steps::movement(routine, style),
        steps::FORM,
    ]
    .concat();
    let stands_still = routine == Routine::KneeBend && style == Style::QuarterBend;
    view! {
        <section class="card card--pad">
            <h2>{tr!(moves.setup_title)}</h2>
            <p>
                <strong>{words::moves::line(steps::support(style))}</strong>
            </p>
            <details class="more more--target">
                <summary>{tr!(shell.more_setup)}</summary>
                <Lines lines=steps::set_up(routine, style) />
            </details>
            <h2>{stand}</h2>
            <Lines lines=steps::how_to_stand(routine, style).to_vec() />
            {(style != Style::Seated)
                .then(|| {
                    view! {
                        <div class="drawing">
                            <FeetDrawing
                                label=tr!(shell.feet_drawing)
                                toes_out=if routine == Routine::KneeBend { 15 } else { 4 }
                                longer_leg=Signal::derive(move || {
                                    longer_leg.get().filter(|_| stands_still)
                                })
                            />
                        </div>
                    }
                })}
            {stands_still.then(|| view! { <LongerLeg /> })}
            <h2>{tr!(moves.movement_title)}</h2>
            <ol class="steps">
                {steps::movement(routine, style)
                    .iter()
                    .map(|line| view! { <li>{words::moves::line(*line)}</li> })
                    .collect_view()}
            </ol>
            <h2>{tr!(moves.form_title)}</h2>
            <Lines lines=steps::FORM.to_vec() />
            <LinesGrounds lines=said />
        </section>
        <StopRules>
            <LinesGrounds lines=[steps::STOP, &[steps::STOP_THEN]].concat() />
        </StopRules>
        <section class="card card--pad">
            <h2>{tr!(shell.over_time)}</h2>
            <Lines lines=steps::OVER_TIME.to_vec() />
            <LinesGrounds lines=steps::OVER_TIME.to_vec() />
        </section>
    }
}

#[component]
fn Lines(lines: Vec<Line>) -> impl IntoView {
    view! {
        <ul class="bullets">
            {lines
                .into_iter()
                .map(|line| view! { <li>{words::moves::line(line)}</li> })
                .collect_view()}
        </ul>
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
        <p class="soft">{tr!(moves.longer_leg_note)}</p>
        <crate::ui::evidence::GroundsView grounds=FactId::K6.grounds() />
    }
}

/// What is known about the exercise, each statement with its evidence.
#[component]
fn Facts(routine: Routine) -> impl IntoView {
    let (facts, tradition): (&[FactId], &[FactId]) = match routine {
        Routine::HeelDrop => (
            &[
                FactId::H1,
                FactId::H2,
                FactId::H3,
                FactId::H4,
                FactId::H5,
                FactId::H6,
            ],
            &[FactId::T3, FactId::T4],
        ),
        Routine::KneeBend => (
            &[
                FactId::K1,
                FactId::K2,
                FactId::K3,
                FactId::K4,
                FactId::K5,
                FactId::K6,
            ],
            &[],
        ),
    };
    view! {
        <section class="card card--pad">
            <h2>{tr!(shell.what_is_known)}</h2>
            {facts.iter().map(|fact| view! { <Fact fact=*fact /> }).collect_view()}
        </section>
        {(!tradition.is_empty())
            .then(|| {
                view! {
                    <section class="card card--pad">
                        <h2>{tr!(shell.traditional_title)}</h2>
                        {tradition.iter().map(|fact| view! { <Fact fact=*fact /> }).collect_view()}
                    </section>
                    <Points />
                    <RubCard />
                }
            })}
    }
}
