//! The kitchen timers outside of cook mode: a line with those that run, and those that ring.

use leptos::prelude::*;

use super::cook::timed_step;
use crate::route::Route;
use crate::state::use_app;
use crate::tr;
use crate::words;

/// The time left of a timer, as on a clock.
#[component]
pub fn TimeLeft(
    /// The step it was started for.
    step: u8,
) -> impl IntoView {
    let app = use_app();
    let seconds = Memo::new(move |_| app.timers.seconds_left(step));
    move || words::dates::clock(seconds.get())
}

/// The timers that run, on every screen but cook mode, which has them large. In the coach it leads nowhere: a tap
/// beside a button must not end an exercise.
#[component]
pub fn RunningLine() -> impl IntoView {
    let app = use_app();
    let running = Memo::new(move |_| app.timers.running());
    // A ring stands in its place and says more.
    let is_quiet = Memo::new(move |_| app.timers.ringing().is_empty());
    let route = Memo::new(move |_| app.navigation.route());
    move || {
        let (running, route) = (running.get(), route.get());
        if running.is_empty() || !is_quiet.get() || route == Route::Cook {
            return None;
        }
        let timers = running
            .into_iter()
            .map(|step| {
                view! {
                    <span class="timers__one">
                        <b role="timer">
                            <TimeLeft step />
                        </b> " " {timed_step(step)}
                    </span>
                }
            })
            .collect_view();
        let line = if route == Route::Coach {
            view! { <p class="timers__line">{timers}</p> }.into_any()
        } else {
            view! {
                <a class="timers__line" href=Route::Cook.href()>
                    {timers}
                </a>
            }
            .into_any()
        };
        Some(view! {
            <aside class="timers" aria-label=tr!(recipe.timers)>
                {line}
            </aside>
        })
    }
}

/// The rings, wherever the person is in the app.
#[component]
pub fn Rings() -> impl IntoView {
    let app = use_app();
    let ringing = Memo::new(move |_| app.timers.ringing());
    view! {
        <div class="rings">
            <For each=move || ringing.get() key=|step| *step let(step)>
                <Ring step />
            </For>
        </div>
    }
}

#[component]
fn Ring(step: u8) -> impl IntoView {
    let app = use_app();
    let over = Memo::new(move |_| app.timers.over_minutes(step));
    view! {
        <div
            class="ring"
            role="alert"
            on:keydown=move |press| {
                if press.key() == "Escape" && !press.repeat() {
                    press.prevent_default();
                    app.timers.stop(app, step);
                }
            }
        >
            <p>
                {tr!(recipe.rang, step = timed_step(step))}
                // Seen, and not read out anew each minute.
                <span class="ring__over" aria-live="off">{move || words::recipe::over(over.get())}</span>
            </p>
            <div class="two">
                <button
                    type="button"
                    class="btn btn--go"
                    on:click=move |_| app.timers.stop(app, step)
                >
                    {tr!(recipe.stop_ring)}
                </button>
                <button
                    type="button"
                    class="btn"
                    on:click=move |_| app.timers.longer(app, step)
                >
                    {tr!(recipe.timer_more)}
                </button>
            </div>
        </div>
    }
}
