//! The powder, one step at a time: large words, that step's amounts, a timer where the step has a time.

use leptos::prelude::*;

use crate::browser::page;
use crate::browser::wake_lock::WakeState;
use crate::content::powder::{Powder, STEPS, steps};
use crate::domain::kitchen::Kitchen;
use crate::route::Route;
use crate::state::{App, use_app};
use crate::tr;
use crate::ui::page_head::PageHead;
use crate::words;

use super::recipe::{Contains, change, is_forbidden, kitchen, make};

/// The id of a step's heading, which takes the focus when the step changes.
const STEP: &str = "cook-step";

/// The id of the running timer's heading, which takes the focus when it is started.
const TIMER: &str = "timer";

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
    let go = move |place: usize| {
        change(app, &|kitchen| {
            kitchen.step = u8::try_from(place).unwrap_or(0);
        });
        request_animation_frame(|| {
            page::scroll_to_top();
            page::focus(STEP, true);
        });
    };
    view! {
        <div class="page">
            <PageHead title=tr!(shell.cook_title).to_owned()>
                {move || {
                    (forbidden.get() || at.read().0 == 0).then(|| view! { <Contains forbidden /> })
                }}
            </PageHead>
            {move || {
                let (place, count, step) = at.get();
                let step = step?;
                let is_last = place + 1 == count;
                Some(
                    view! {
                        <section class="card card--pad cook" aria-labelledby=STEP>
                            <p class="eyebrow">
                                {tr!(recipe.step_of, step = place + 1, steps = count)}
                            </p>
                            <h2 id=STEP tabindex="-1">
                                {words::recipe::step_title(step)}
                            </h2>
                            <StepAmounts kitchen step />
                            <p class="cook__text">{words::recipe::line(step)}</p>
                            {words::recipe::step_extra(step).map(|text| view! { <p>{text}</p> })}
                            {(step == Powder::StepRoast)
                                .then(|| {
                                    view! { <p>{words::recipe::line(Powder::CarePan)}</p> }
                                })}
                            {step.minutes().map(|(minutes, _)| view! { <StartTimer step minutes /> })}
                            {is_last.then(|| view! { <Made kitchen forbidden /> })}
                        </section>
                        <RunningTimer />
                        <div class="two">
                            <button
                                type="button"
                                class="btn btn--big"
                                disabled=place == 0
                                on:click=move |_| go(place.saturating_sub(1))
                            >
                                {tr!(recipe.back)}
                            </button>
                            {(!is_last)
                                .then(|| {
                                    view! {
                                        <button
                                            type="button"
                                            class="btn btn--go btn--big"
                                            on:click=move |_| go(place + 1)
                                        >
                                            {tr!(recipe.next)}
                                        </button>
                                    }
                                })}
                        </div>
                    },
                )
            }}
            <p class="soft">
                {move || match app.timer.awake.get() {
                    Some(WakeState::Held) => Some(tr!(recipe.awake)),
                    None => None,
                    Some(_) => Some(tr!(recipe.not_awake)),
                }}
            </p>
            <a class="btn" href=Route::Recipe.href()>
                {tr!(recipe.to_recipe)}
            </a>
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

/// Starts the timer of a step; hidden while that timer runs.
#[component]
fn StartTimer(
    /// The step.
    step: Powder,
    /// For how long.
    minutes: u8,
) -> impl IntoView {
    let app = use_app();
    let place = place_of(step);
    let is_on = Memo::new(move |_| app.timer.now_set().is_some_and(|timer| timer.step == place));
    move || {
        (!is_on.get()).then(|| {
            view! {
                <button
                    type="button"
                    class="btn btn--outline btn--wide btn--big"
                    on:click=move |_| {
                        app.timer.start(app, place, minutes);
                        app.tell(tr!(recipe.timer_started, minutes = minutes));
                        request_animation_frame(|| {
                            page::focus(TIMER, false);
                        });
                    }
                >
                    {tr!(recipe.timer_start, minutes = minutes)}
                </button>
            }
        })
    }
}

/// The timer that runs, whichever step it was started at.
#[component]
fn RunningTimer() -> impl IntoView {
    let app = use_app();
    let runs = Memo::new(move |_| app.timer.running());
    // Rounded up, so that it shows 0:00 only when it rings.
    let seconds = Memo::new(move |_| (app.timer.left_ms().unwrap_or(0).max(0) + 999) / 1000);
    move || {
        runs.get().map(|place| {
            view! {
                <section class="card card--pad card--walnut" aria-labelledby=TIMER>
                    <h2 id=TIMER tabindex="-1">{tr!(recipe.timer_for, step = timed_step(place))}</h2>
                    <p class="cook__clock" role="timer" translate="no">
                        {move || {
                            let seconds = seconds.get();
                            format!("{}:{:02}", seconds / 60, seconds % 60)
                        }}
                    </p>
                    <div class="two">
                        <button
                            type="button"
                            class="btn"
                            on:click=move |_| app.timer.longer(app)
                        >
                            {tr!(recipe.timer_more)}
                        </button>
                        <button
                            type="button"
                            class="btn"
                            on:click=move |_| {
                                app.timer.stop(app);
                                app.tell(tr!(recipe.timer_stopped));
                            }
                        >
                            {tr!(recipe.timer_stop)}
                        </button>
                    </div>
                    <p class="soft">{tr!(recipe.timer_open)}</p>
                </section>
            }
        })
    }
}

/// The end of the last step: the jar is noted, and cook mode begins anew next time.
#[component]
fn Made(
    /// The choices.
    kitchen: Memo<Kitchen>,
    /// Whether the person must not eat it.
    forbidden: Memo<bool>,
) -> impl IntoView {
    let app = use_app();
    move || {
        (!forbidden.get()).then(|| {
            view! {
                <button
                    type="button"
                    class="btn btn--go btn--wide btn--big"
                    on:click=move |_| made(app, kitchen)
                >
                    {tr!(jar.make)}
                </button>
            }
        })
    }
}

fn made(app: App, kitchen: Memo<Kitchen>) {
    let grams = kitchen.with_untracked(|kitchen| kitchen.batch().total().whole_grams());
    let today = app.model.with_untracked(|model| model.today);
    make::note_jar(app, grams, today);
    change(app, &|kitchen| kitchen.step = 0);
    app.navigation.go(Route::Recipe);
}

/// The ring, wherever the person is in the app.
#[component]
pub fn Ring() -> impl IntoView {
    let app = use_app();
    let rings = Memo::new(move |_| app.timer.ringing());
    move || {
        rings.get().map(|place| {
            view! {
                <div class="ring" role="alert">
                    <p>{tr!(recipe.rang, step = timed_step(place))}</p>
                    <div class="two">
                        <button
                            type="button"
                            class="btn btn--go"
                            on:click=move |_| app.timer.stop(app)
                        >
                            {tr!(recipe.stop_ring)}
                        </button>
                        <button
                            type="button"
                            class="btn"
                            on:click=move |_| app.timer.longer(app)
                        >
                            {tr!(recipe.timer_more)}
                        </button>
                    </div>
                </div>
            }
        })
    }
}
