//! The 4-stage balance: one stance after the other, the next only where the one before was held.

use leptos::prelude::*;

use super::parts::{History, HomeLink, SafetyFirst, Told, gate, note};
use super::timer::{Timer, TimerButton, TimerFace};
use crate::browser::page as browser_page;
use crate::content::checks::{BALANCE_HOW, BALANCE_MEANS, Says};
use crate::domain::balance::{Next, SECONDS, STANCES, after, more_risk};
use crate::domain::checks::{MainButton, Standing, main_button};
use crate::domain::countdown::Phase;
use crate::domain::entry::Kind;
use crate::state::use_app;
use crate::tr;
use crate::ui::stance::StanceView;
use crate::words::checks;

/// The heading of the stance, which takes the focus when the stance changes.
const STANCE: &str = "stance";

/// The check, where it is open.
pub fn page() -> impl IntoView {
    view! {
        {gate(Standing::Balance, |with_helper| view! { <Do with_helper /> }.into_any())}
        <section class="card card--pad">
            <h2>{tr!(checks.means)}</h2>
            <Told lines=BALANCE_MEANS />
            <p class="soft">{tr!(checks.not_affiliated)}</p>
        </section>
        <History of=|kind| matches!(kind, Kind::Balance { .. }) />
    }
}

/// Safety, how it is done with all four stances, then one after the other.
#[component]
fn Do(with_helper: bool) -> impl IntoView {
    let step = RwSignal::new(None::<Next>);
    let go = move |next: Next| {
        step.set(Some(next));
        request_animation_frame(|| {
            browser_page::focus(STANCE, false);
        });
    };
    view! {
        <SafetyFirst lines=&[Says::BalanceSafe] with_helper />
        <section class="card card--pad">
            <h2>{tr!(checks.how)}</h2>
            <Told lines=BALANCE_HOW />
        </section>
        {move || match step.get() {
            None => {
                view! {
                    <section class="card card--pad">
                        <div class="stances">
                            {(1..=STANCES)
                                .map(|stance| {
                                    let (name, _, drawing) = checks::stance(stance);
                                    view! {
                                        <figure>
                                            <StanceView stance label=drawing />
                                            <figcaption>{stance} ". " {name}</figcaption>
                                        </figure>
                                    }
                                })
                                .collect_view()}
                        </div>
                        <button
                            type="button"
                            class="btn btn--go btn--wide"
                            on:click=move |_| go(Next::Stance(1))
                        >
                            {tr!(checks.balance_start)}
                        </button>
                    </section>
                }
                    .into_any()
            }
            Some(Next::Stance(stance)) => {
                view! { <Stance stance on_next=Callback::new(go) /> }.into_any()
            }
            Some(Next::Over(held)) => {
                view! { <Over held on_anew=Callback::new(move |()| go(Next::Stance(1))) /> }
                    .into_any()
            }
        }}
    }
}

/// One stance with its timer; after it the question whether it was held.
#[component]
fn Stance(
    /// Its number, 1–4.
    stance: u8,
    /// Hears what is next.
    on_next: Callback<Next>,
) -> impl IntoView {
    let app = use_app();
    let timer = Timer::new(app, SECONDS);
    let (name, how, drawing) = checks::stance(stance);
    let tried = move |held: bool| {
        timer.stop();
        let next = after(stance, held);
        if let Next::Over(held) = next {
            note(app, Kind::Balance { held });
        }
        on_next.run(next);
    };
    view! {
        <section class="card card--pad">
            <h2 id=STANCE tabindex="-1">
                {tr!(checks.stance_of, n = stance, name = name)}
            </h2>
            <div class="drawing">
                <StanceView stance label=drawing />
            </div>
            <p>{how}</p>
            <TimerFace timer />
            {move || match timer.phase.get() {
                Phase::Done => {
                    view! {
                        <p role="status">
                            <strong>{tr!(checks.held_question)}</strong>
                        </p>
                        <div class="two">
                            <button
                                type="button"
                                class="btn btn--go"
                                on:click=move |_| tried(true)
                            >
                                {tr!(checks.held)}
                            </button>
                            <button type="button" class="btn" on:click=move |_| tried(false)>
                                {tr!(checks.not_held)}
                            </button>
                        </div>
                    }
                        .into_any()
                }
                Phase::Running(_) => {
                    view! {
                        <button
                            type="button"
                            class="btn btn--go btn--wide btn--big"
                            on:click=move |_| tried(false)
                        >
                            {tr!(checks.let_go)}
                        </button>
                    }
                        .into_any()
                }
                _ => ().into_any(),
            }}
            <TimerButton
                timer
                main=Signal::derive(move || {
                    main_button(timer.phase.get(), false) == MainButton::Timer
                })
            />
        </section>
    }
}

/// What was held, and what it may mean.
#[component]
fn Over(
    /// How many stances were held.
    held: u8,
    /// Hears that it is to be done again.
    on_anew: Callback<()>,
) -> impl IntoView {
    let risk = more_risk(held);
    view! {
        <section class="card card--pad" class:card--sun=risk>
            <h2 id=STANCE tabindex="-1">
                {tr!(checks.balance_over)}
            </h2>
            <p>{tr!(checks.balance_held, n = held)}</p>
            <p>{if risk { tr!(checks.balance_risk) } else { tr!(checks.balance_no_risk) }}</p>
            {risk.then(|| view! { <HomeLink /> })}
            <button type="button" class="btn btn--wide" on:click=move |_| on_anew.run(())>
                {tr!(checks.balance_anew)}
            </button>
        </section>
    }
}
