//! What the answers leave open, and why; who to ask; the way on.

use leptos::prelude::*;

use crate::content::advice;
use crate::content::evidence::Grounds;
use crate::domain::model::Event;
use crate::domain::routine::Plan;
use crate::domain::safety::{ClearedFor, Level, Question, Verdict};
use crate::route::Route;
use crate::state::coaching::Phase;
use crate::state::{App, use_app};
use crate::tr;
use crate::ui::answer_row::AnswerRow;
use crate::ui::evidence::GroundsView;
use crate::ui::page_head::{HEADING, PageHead};
use crate::words;

use super::super::focus_soon;
use super::super::get_help::CallButton;
use super::super::today::start;

/// What is open and why; who to ask; the way on.
#[component]
pub fn Outcome(
    /// Told when a question is to be answered anew.
    on_change: Callback<Question>,
) -> impl IntoView {
    let app = use_app();
    let verdict = Memo::new(move |_| app.verdict());
    focus_soon(HEADING);
    view! {
        <div class="page">
            <PageHead title=Signal::derive(move || {
                words::safety::title(&verdict.read()).to_owned()
            })>
                <p class="lead">{move || words::safety::lead(&verdict.read())}</p>
            </PageHead>
            {move || {
                let verdict = verdict.read();
                let grounds = if verdict.waits_for_support() {
                    Grounds::ADVICE
                } else {
                    advice::of_level(verdict.level)
                };
                view! { <GroundsView grounds /> }
            }}
            {move || besides(&verdict.read())}
            {move || reasons(&verdict.get())}
            {move || {
                let level = verdict.get().level;
                matches!(level, Level::Nothing | Level::NotUntil)
                    .then(|| {
                        view! {
                            <section class="card card--pad">
                                {(level == Level::Nothing).then(|| view! { <CallButton /> })}
                                <h2>{tr!(safety.who_to_ask_title)}</h2>
                                <p>{tr!(safety.who_to_ask)}</p>
                                <p>{tr!(safety.who_to_ask_words)}</p>
                                <p>{tr!(safety.verdict_not_until_pain)}</p>
                                <a class="btn btn--alert btn--wide" href=Route::GetHelp.href()>
                                    {tr!(safety.to_help)}
                                </a>
                            </section>
                        }
                    })
            }}
            <WayOn />
            <ClearanceCard />
            <Answers on_change />
        </div>
    }
}

/// What holds besides, where nothing is there to hold on to: that, or what the other answers mean.
fn besides(verdict: &Verdict) -> Option<AnyView> {
    if !verdict.seated_for_now || verdict.level == Level::Clear {
        return None;
    }
    let (title, text, grounds) = if verdict.waits_for_support() {
        (
            words::safety::level_title(verdict.level),
            words::safety::level(verdict.level),
            advice::of_level(verdict.level),
        )
    } else {
        (
            tr!(safety.seated_for_now_title),
            tr!(safety.seated_for_now),
            Grounds::ADVICE,
        )
    };
    Some(
        view! {
            <section class="card card--pad card--sun">
                <h2>{title}</h2>
                <p>{text}</p>
                <GroundsView grounds />
            </section>
        }
        .into_any(),
    )
}

fn reasons(verdict: &Verdict) -> Option<AnyView> {
    (!verdict.reasons.is_empty()).then(|| {
        view! {
            <section class="card card--pad">
                <h2>{tr!(safety.because)}</h2>
                {reason_list(verdict)}
            </section>
        }
        .into_any()
    })
}

/// The answers that close something, as reasons; and what was noted, where that is why.
pub fn reason_list(verdict: &Verdict) -> AnyView {
    let reasons = verdict
        .reasons
        .iter()
        .map(|question| {
            let raised = verdict
                .raised_on(*question)
                .map(|raised| format!(". {}", words::safety::raised_by(raised)));
            view! {
                <li>{words::safety::reason(*question)} {raised}</li>
            }
        })
        .collect_view();
    view! { <ul class="bullets">{reasons}</ul> }.into_any()
}

/// Starts what the person was on the way to, in the style that is open. A page that says to ask first has no such
/// button: what is open of the seated set is a link, and where nothing is open there is none (review B2-3).
#[component]
fn WayOn() -> impl IntoView {
    let app = use_app();
    move || {
        let verdict = app.verdict();
        match verdict.level {
            Level::Nothing => return ().into_any(),
            Level::NotUntil => {
                return view! {
                    <a class="btn btn--wide" href=Route::HeelDrop.href()>
                        {tr!(safety.to_seated)}
                    </a>
                }
                .into_any();
            }
            _ => {}
        }
        let Some(plan) = wanted(app, &verdict) else {
            return view! {
                <a class="btn btn--go btn--wide" href=Route::Move.href()>
                    {tr!(shell.tab_move)}
                </a>
            }
            .into_any();
        };
        view! {
            <button
                type="button"
                class="btn btn--go btn--wide btn--big"
                on:click=move |_| start(app, plan)
            >
                {words::moves::start(plan.routine, plan.style)}
                {format!(" ({})", words::moves::style(plan.style))}
            </button>
        }
        .into_any()
    }
}

/// What the person was on the way to, in the style that is open.
pub fn wanted(app: App, verdict: &Verdict) -> Option<Plan> {
    let Phase::SetUp(plan) = app.coaching.phase.get() else {
        return None;
    };
    let style = verdict.nearest(plan.routine, plan.style)?;
    Some(Plan { style, ..plan })
}

/// "My doctor or physiotherapist said yes to …", with its date; and why a yes no longer counts.
#[component]
fn ClearanceCard() -> impl IntoView {
    let app = use_app();
    let asked = Memo::new(move |_| app.verdict().clearance_asked());
    let noted = Memo::new(move |_| app.model.with(|model| model.safety.clearance.clone()));
    move || {
        let asked = asked.get()?;
        let noted = noted.get();
        let ended = app.verdict().ended;
        let choice = |scope: ClearedFor, word: &'static str| {
            let chosen =
                ended.is_none() && noted.as_ref().is_some_and(|noted| noted.scope == scope);
            asked.contains(&scope).then(|| {
                view! {
                    <button
                        type="button"
                        class="btn btn--wide"
                        aria-pressed=chosen.to_string()
                        on:click=move |_| app.send(Event::Cleared(Some(scope)))
                    >
                        {word}
                    </button>
                }
            })
        };
        let take_back = noted.as_ref().map(|noted| {
            let date = words::dates::full_day(noted.day);
            view! {
                <p class="soft">{tr!(safety.clearance_date, date = date)}</p>
                <p>{tr!(safety.clearance_note)}</p>
                <button
                    type="button"
                    class="btn btn--wide"
                    on:click=move |_| app.send(Event::Cleared(None))
                >
                    {tr!(safety.clearance_take_back)}
                </button>
            }
        });
        Some(view! {
            <section class="card card--pad">
                <h2>{tr!(safety.clearance_title)}</h2>
                {ended
                    .map(|ended| {
                        view! {
                            <p>
                                <strong>{tr!(safety.ended)}</strong>
                                " "
                                {words::safety::ended(ended)}
                                " "
                                {tr!(safety.ended_ask)}
                            </p>
                        }
                    })}
                <p>{tr!(safety.clearance_intro)}</p>
                {choice(ClearedFor::Gentle, tr!(safety.clearance_gentle))}
                {choice(ClearedFor::All, tr!(safety.clearance_all))}
                {take_back}
            </section>
        })
    }
}

/// All answers, each to be changed.
#[component]
fn Answers(on_change: Callback<Question>) -> impl IntoView {
    let app = use_app();
    let answers = Memo::new(move |_| app.model.with(|model| model.safety.answers));
    view! {
        <details class="card card--pad more more--target">
            <summary>{tr!(safety.change_answers)}</summary>
            <ul class="rows">
                {Question::ALL
                    .into_iter()
                    .map(|question| {
                        let answer = Signal::derive(move || answers.get().get(question));
                        view! { <AnswerRow question answer on_change /> }
                    })
                    .collect_view()}
            </ul>
        </details>
    }
}
