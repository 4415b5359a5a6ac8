//! "Check your answers": what was said, a line for each screen of questions, before what follows from it.

use leptos::prelude::*;

use crate::browser::page;
use crate::domain::safety::{Answer, Answers, Group, Level, Verdict};
use crate::state::use_app;
use crate::tr;
use crate::ui::page_head::{HEADING, PageHead};
use crate::words;

use super::super::focus_soon;
use super::super::today::start;
use super::outcome::wanted;
use super::{Anew, Asking, Steps};

/// The answers, each to be changed, and the way on. Where all is open, it leads straight to what the person came for;
/// anything else is said first.
#[component]
pub fn Check(
    /// Set to answer a group anew.
    anew: Anew,
) -> impl IntoView {
    let app = use_app();
    let on_back = Callback::new(move |()| anew.set(Some(Asking::Together(Group::Support))));
    let rows = move || {
        let verdict = app.verdict();
        let answers = app.model.with(|model| model.safety.answers);
        Group::ALL
            .map(|group| row(group, &answers, &verdict, anew))
            .into_iter()
            .collect_view()
    };
    let go_on = move |_| {
        app.answers_to_check.set(false);
        let verdict = app.verdict_untracked();
        if let Some(plan) = wanted(app, &verdict)
            && verdict.level == Level::Clear
            && !verdict.waits_for_support()
        {
            start(app, plan);
        }
    };
    page::scroll_to_top();
    focus_soon(HEADING);
    view! {
        <div class="page ask">
            <Steps group=None on_back />
            <PageHead title=tr!(safety.check_title).to_owned() />
            <section class="card">
                <ul class="rows">{rows}</ul>
            </section>
            <div class="ask__answers ask__answers--one">
                <button type="button" class="btn btn--go" on:click=go_on>
                    {tr!(safety.check_right)}
                </button>
            </div>
        </div>
    }
}

fn row(group: Group, answers: &Answers, verdict: &Verdict, anew: Anew) -> AnyView {
    let name = words::safety::group(group);
    let said = said(group, answers, verdict)
        .into_iter()
        .map(|line| view! { <b>{line}</b> })
        .collect_view();
    view! {
        <li class="row">
            <span class="row__text">
                <span>{name}</span>
                {said}
            </span>
            <button
                type="button"
                class="btn"
                aria-label=format!("{}: {name}", tr!(safety.change))
                on:click=move |_| anew.set(Some(Asking::Together(group)))
            >
                {tr!(safety.change)}
            </button>
        </li>
    }
    .into_any()
}

/// What was said to a group, as it counts.
fn said(group: Group, answers: &Answers, verdict: &Verdict) -> Vec<String> {
    let counts = |question| match verdict.raised_on(question) {
        Some(_) => Some(Answer::NotSure),
        None => answers.get(question),
    };
    let questions = group.questions();
    if let [question] = questions {
        let answer = counts(*question);
        return answer
            .map(|answer| words::safety::answer(*question, answer).to_owned())
            .into_iter()
            .collect();
    }
    let told: Vec<String> = questions
        .iter()
        .filter_map(|question| {
            let answer = counts(*question).filter(|answer| answer.counts_as_yes())?;
            let answer = words::safety::answer(*question, answer);
            let what = words::safety::tick(*question);
            Some(tr!(safety.said, answer = answer, what = what))
        })
        .collect();
    if told.is_empty() {
        vec![tr!(safety.said_none).to_owned()]
    } else {
        told
    }
}
