//! What several checks share: lines with their evidence, the gate of the safety answers, what was noted before.

use leptos::prelude::*;

use crate::content::checks::{CheckId, Says};
use crate::domain::checks::{Offer, Standing, offer};
use crate::domain::entry::Kind;
use crate::pages::safety::reason_list;
use crate::pages::taken_back::{take_back, taken_back};
use crate::route::Route;
use crate::state::use_app;
use crate::tr;
use crate::ui::evidence::{Sentence, each, how_sure, mark};
use crate::words;
use crate::words::checks;

/// How many earlier notes are shown.
const LATEST: usize = 8;

/// Lines of a check with what they rest on: in one list where all rest on the same, else each with its own.
#[component]
pub fn Told(
    /// The lines.
    lines: &'static [Says],
    /// Whether they are steps, one after the other.
    #[prop(optional)]
    steps: bool,
) -> impl IntoView {
    let first = lines.first().map(|line| line.grounds());
    if !steps && lines.iter().any(|line| Some(line.grounds()) != first) {
        return each(sentences(lines));
    }
    let items = lines
        .iter()
        .map(|line| view! { <li>{checks::says(*line)} {mark(line.grounds().label)}</li> })
        .collect_view();
    let list = if steps {
        view! { <ol class="steps">{items}</ol> }.into_any()
    } else {
        view! { <ul class="bullets">{items}</ul> }.into_any()
    };
    (list, grounds_of(lines)).into_any()
}

/// What lines rest on.
pub fn grounds_of(lines: &[Says]) -> AnyView {
    how_sure(&sentences(lines))
}

fn sentences(lines: &[Says]) -> Vec<Sentence> {
    lines
        .iter()
        .map(|line| (checks::says(*line), line.grounds()))
        .collect()
}

/// The safety lines before a check.
#[component]
pub fn SafetyFirst(
    /// The lines.
    lines: &'static [Says],
    /// Whether somebody has to be beside the person.
    #[prop(optional)]
    with_helper: bool,
) -> impl IntoView {
    view! {
        <section class="card card--pad card--sun no-print">
            <h2>{tr!(checks.first_safety)}</h2>
            {with_helper
                .then(|| {
                    view! {
                        <p>
                            <strong>{tr!(checks.with_helper)}</strong>
                        </p>
                    }
                })}
            <Told lines />
        </section>
    }
}

/// Shows a check that is done standing up only where the safety answers leave it open; else why it waits.
/// `inside` hears whether somebody has to be beside the person.
pub fn gate(check: Standing, inside: fn(bool) -> AnyView) -> impl IntoView {
    let app = use_app();
    let offered = Memo::new(move |_| offer(check, &app.verdict()));
    move || {
        let (text, link) = match offered.get() {
            Offer::Open => return inside(false),
            Offer::WithHelper => return inside(true),
            Offer::QuestionsFirst => (tr!(checks.gate_questions), tr!(checks.gate_questions_link)),
            Offer::AskFirst => (tr!(checks.gate_ask_first), tr!(checks.gate_link)),
            Offer::NotAlone => (tr!(checks.gate_not_alone), tr!(checks.gate_link)),
            Offer::NoSupport => (tr!(checks.gate_no_support), tr!(checks.gate_link)),
        };
        let verdict = app.verdict();
        let has_reasons = offered.get() != Offer::QuestionsFirst && !verdict.reasons.is_empty();
        view! {
            <section class="card card--pad card--walnut">
                <h2>{tr!(checks.not_for_now)}</h2>
                <p>{text}</p>
                {has_reasons
                    .then(|| {
                        view! {
                            <p>{tr!(safety.because)}</p>
                            {reason_list(&verdict)}
                        }
                    })}
                <a class="btn btn--go btn--wide" href=Route::Safety.href()>
                    {link}
                </a>
                <p>{tr!(checks.gate_instead)}</p>
                <HomeLink />
            </section>
        }
        .into_any()
    }
}

/// To the list for a safe home.
#[component]
pub fn HomeLink() -> impl IntoView {
    view! {
        <a class="btn btn--wide" href=Route::Check(CheckId::HomeSafety).href()>
            {checks::title(CheckId::HomeSafety)}
        </a>
    }
}

/// What was noted before, newest first, each with a way to take it back. Nothing where nothing was.
#[component]
pub fn History(
    /// Which entries.
    of: fn(&Kind) -> bool,
) -> impl IntoView {
    let app = use_app();
    let rows = move || {
        app.model.with(|model| {
            model
                .journal
                .of_body()
                .rev()
                .filter(|entry| of(&entry.kind))
                .take(LATEST)
                .filter_map(|entry| {
                    let line = words::journal::line(&entry.kind)?;
                    Some((entry.id.clone(), entry.day, line))
                })
                .collect::<Vec<_>>()
        })
    };
    let shown = move || {
        let rows = rows();
        (!rows.is_empty()).then(|| {
            view! {
                <section class="card card--pad">
                    <h2 id="history" tabindex="-1">
                        {tr!(checks.earlier)}
                    </h2>
                    <ul class="history">
                        {rows
                            .into_iter()
                            .map(|(id, day, line)| {
                                let day = words::dates::full_day(day);
                                let name = tr!(
                                    checks.take_back_one, what = line.clone(), day = day.clone()
                                );
                                view! {
                                    <li>
                                        <p>
                                            {line} <br />
                                            <span class="soft">{day}</span>
                                        </p>
                                        <button
                                            type="button"
                                            class="btn"
                                            aria-label=name
                                            on:click=move |_| {
                                                take_back(app, id.clone());
                                            }
                                        >
                                            {tr!(checks.take_back)}
                                        </button>
                                    </li>
                                }
                            })
                            .collect_view()}
                    </ul>
                </section>
            }
        })
    };
    view! {
        {taken_back(of)}
        {shown}
    }
}

/// Notes something and says so.
pub fn note(app: crate::state::App, kind: Kind) {
    let what = words::journal::line(&kind).unwrap_or_default();
    app.note(kind);
    app.tell(tr!(checks.noted, what = what));
}
