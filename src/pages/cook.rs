//! The powder, one step at a time: large words, that step's amounts, a timer where the step has a time.

use leptos::prelude::*;

use crate::browser::page;
use crate::browser::wake_lock::WakeState;
use crate::content::powder::{Powder, STEPS, steps};
use crate::domain::jars::BEST_DAYS;
use crate::domain::kitchen::Kitchen;
use crate::route::Route;
use crate::state::use_app;
use crate::tr;
use crate::ui::drawings::kitchen::StepDrawing;
use crate::ui::page_head::PageHead;
use crate::words;

use super::coach::channels::SilentSwitch;
use super::recipe::dose::TakeDose;
use super::recipe::{Contains, change, is_forbidden, kitchen, make};
use super::timers::TimeLeft;

/// The id of a step's heading, which takes the focus when the step changes.
const STEP: &str = "cook-step";

/// Cook mode.
#[component]
pub fn CookPage() -> impl IntoView {
    let app = use_app();
    let kitchen = kitchen(app);
    let forbidden = is_forbidden(app);
    // The steps of this batch, and which one it is at.
    let at = Memo::new(move |_| {
        let kitchen = kitchen.read();
        let all: Vec<Powder> = steps(kitchen.sugar).collect();
        let place = usize::from(kitchen.step).min(all.len().saturating_sub(1));
        (place, all.len(), all.get(place).copied())
    });
    // What was put into the jar just now: the end of cook mode, until another screen is opened.
    let made = RwSignal::new(None::<u32>);
    let to_step = move || {
        request_animation_frame(|| {
            page::scroll_to_top();
            page::focus(STEP, true);
        });
    };
    let go = move |place: usize| {
        change(app, &|kitchen| {
            kitchen.step = u8::try_from(place).unwrap_or(0);
        });
        to_step();
    };
    let on_made = Callback::new(move |grams| {
        made.set(Some(grams));
        to_step();
    });
    let step_view = move || {
        let (place, count, step) = at.get();
        let step = step?;
        let is_last = place + 1 == count;
        Some(
            view! {
                <section class="card card--pad cook" aria-labelledby=STEP>
                    <p class="eyebrow">{tr!(recipe.step_of, step = place + 1, steps = count)}</p>
                    <h2 id=STEP tabindex="-1">
                        {words::recipe::step_title(step)}
                    </h2>
                    <StepDrawing step />
                    <StepAmounts kitchen step />
                    <p class="cook__text">{words::recipe::line(step)}</p>
                    {words::recipe::step_extra(step).map(|text| view! { <p>{text}</p> })}
                    {(step == Powder::StepRoast)
                        .then(|| view! { <p>{words::recipe::line(Powder::CarePan)}</p> })}
                    {step.minutes().map(|(minutes, _)| view! { <StartTimer step minutes /> })}
                </section>
                <RunningTimers />
                <p class="soft">
                    {move || match app.timers.awake.get() {
                        Some(WakeState::Held) => Some(tr!(recipe.awake)),
                        None => None,
                        Some(_) => Some(tr!(recipe.not_awake)),
                    }}
                </p>
                <a class="btn" href=Route::Recipe.href()>
                    {tr!(recipe.to_recipe)}
                </a>
                <div class="cook__foot sticky-foot">
                    <button
                        type="button"
                        class="btn btn--big"
                        disabled=place == 0
                        on:click=move |_| go(place.saturating_sub(1))
                    >
                        {tr!(recipe.back)}
                    </button>
                    {if is_last {
                        view! { <Made kitchen forbidden on_made /> }.into_any()
                    } else {
                        view! {
                            <button
                                type="button"
                                class="btn btn--go btn--big"
                                on:click=move |_| go(place + 1)
                            >
                                {tr!(recipe.next)}
                            </button>
                        }
                            .into_any()
                    }}
                </div>
            }
            .into_any(),
        )
    };
    view! {
        <div class="page page--cook">
            <PageHead title=tr!(shell.cook_title).to_owned()>
                {move || {
                    (forbidden.get() || (at.read().0 == 0 && made.get().is_none()))
                        .then(|| view! { <Contains forbidden /> })
                }}
            </PageHead>
            {move || match made.get() {
                Some(grams) => Some(view! { <InTheJar grams /> }.into_any()),
                None => step_view(),
            }}
        </div>
    }
}

/// What the step works with, at the chosen scale.
#[component]
fn StepAmounts(
    /// The choices.
    kitchen: Memo<Kitchen>,
    /// The step.
    step: Powder,
) -> impl IntoView {
    move || {
        let kitchen = kitchen.get();
        let batch = kitchen.batch();
        if step == Powder::StepStore {
            let total = words::recipe::plain(batch.total(), kitchen.units);
            return view! {
                <ul class="amounts amounts--large">
                    <li>
                        <b>{total}</b>
                        " "
                        <span>{tr!(shell.recipe_title)}</span>
                    </li>
                </ul>
            }
            .into_any();
        }
        let lines = step
            .ingredients()
            .iter()
            .map(|one| {
                let amount = words::recipe::amount(*one, batch.of(*one), kitchen.units);
                view! {
                    <li>
                        <b>{amount}</b>
                        " "
                        <span>{words::recipe::ingredient(*one, kitchen.sesame)}</span>
                    </li>
                }
            })
            .collect_view();
        view! { <ul class="amounts amounts--large">{lines}</ul> }.into_any()
    }
}

fn place_of(step: Powder) -> u8 {
    let place = STEPS.iter().position(|one| *one == step);
    place
        .and_then(|place| u8::try_from(place).ok())
        .unwrap_or(0)
}

/// The name of the step that a timer was started for.
pub fn timed_step(place: u8) -> &'static str {
    STEPS
        .get(usize::from(place))
        .map_or("", |step| words::recipe::step_title(*step))
}

/// Starts the timer of a step; hidden while that timer runs. Says beforehand when it cannot ring.
#[component]
fn StartTimer(
    /// The step.
    step: Powder,
    /// For how long.
    minutes: u8,
) -> impl IntoView {
    let app = use_app();
    let place = place_of(step);
    let is_on = Memo::new(move |_| app.timers.is_set(place));
    move || {
        (!is_on.get()).then(|| {
            view! {
                <button
                    type="button"
                    class="btn btn--outline btn--wide btn--big"
                    on:click=move |_| {
                        app.timers.start(app, place, minutes);
                        app.tell(tr!(recipe.timer_started, minutes = minutes));
                        request_animation_frame(move || {
                            page::focus(&timer_id(place), false);
                        });
                    }
                >
                    {tr!(recipe.timer_start, minutes = minutes)}
                </button>
                <p class="soft">{tr!(recipe.timer_open)}</p>
                <SilentSwitch />
            }
        })
    }
}

/// The id of a running timer's heading, which takes the focus when it is started.
fn timer_id(step: u8) -> String {
    format!("timer-{step}")
}

/// The timers that run, whichever step they were started at.
#[component]
fn RunningTimers() -> impl IntoView {
    let app = use_app();
    let running = Memo::new(move |_| app.timers.running());
    view! {
        <For each=move || running.get() key=|step| *step let(step)>
            <RunningTimer step />
        </For>
    }
}

#[component]
fn RunningTimer(step: u8) -> impl IntoView {
    let app = use_app();
    let id = timer_id(step);
    view! {
        <section class="card card--pad card--walnut" aria-labelledby=id.clone()>
            <h2 id=id.clone() class="cook__timer" tabindex="-1">
                {tr!(recipe.timer_for, step = timed_step(step))}
            </h2>
            <p class="cook__clock" role="timer" translate="no">
                <TimeLeft step />
            </p>
            <div class="two">
                <button
                    type="button"
                    class="btn"
                    on:click=move |_| app.timers.longer(app, step)
                >
                    {tr!(recipe.timer_more)}
                </button>
                <button
                    type="button"
                    class="btn"
                    on:click=move |_| {
                        app.timers.stop(app, step);
                        app.tell(tr!(recipe.timer_stopped));
                    }
                >
                    {tr!(recipe.timer_stop)}
                </button>
            </div>
        </section>
    }
}

/// The end of the last step: the jar is noted, and cook mode begins anew next time.
#[component]
fn Made(
    /// The choices.
    kitchen: Memo<Kitchen>,
    /// Whether the person must not eat it.
    forbidden: Memo<bool>,
    /// Hears what is in the jar now, in grams.
    on_made: Callback<u32>,
) -> impl IntoView {
    let app = use_app();
    let made = move |_| {
        let grams = kitchen.with_untracked(|kitchen| kitchen.batch().total().whole_grams());
        let today = app.model.with_untracked(|model| model.today);
        make::note_jar(app, grams, today);
        on_made.run(grams);
        change(app, &|kitchen| kitchen.step = 0);
    };
    move || {
        (!forbidden.get()).then(|| {
            view! {
                <button type="button" class="btn btn--go btn--big" on:click=made>
                    {tr!(jar.make)}
                </button>
            }
        })
    }
}

/// After the last step: what is in the jar and until when, and what may come next.
#[component]
fn InTheJar(
    /// What was put in, in grams.
    grams: u32,
) -> impl IntoView {
    let app = use_app();
    let best = app
        .model
        .with_untracked(|model| model.today.plus(BEST_DAYS));
    view! {
        <section class="card card--pad cook" aria-labelledby=STEP>
            <h2 id=STEP tabindex="-1">
                {tr!(jar.in_the_jar)}
            </h2>
            <p class="cook__text">
                {tr!(jar.in_the_jar_text, grams = grams, day = words::dates::full_day(best))}
            </p>
            <p>{words::recipe::line(Powder::CareCold)}</p>
            <h3>{tr!(jar.first_serving)}</h3>
            <TakeDose class="btn btn--go btn--wide btn--big" />
        </section>
        <a class="btn btn--wide" href=Route::Jars.href()>
            {tr!(jar.to_jars)}
        </a>
        <a class="btn btn--wide" href=Route::Today.href()>
            {tr!(jar.to_today)}
        </a>
    }
}
