//! "Is this still right?": all ten answers on one screen, and one tap to keep them.

use leptos::prelude::*;

use crate::domain::model::Event;
use crate::domain::safety::{Answer, Question, Review};
use crate::state::use_app;
use crate::tr;
use crate::ui::answer_row::AnswerRow;
use crate::ui::page_head::{HEADING, PageHead};
use crate::words;

use super::super::focus_soon;

/// The answers as they count now. What was noted since has turned a "no" into "not sure", and says so.
#[component]
pub fn StillRight(
    /// Why they are to be looked through.
    review: Review,
    /// Told when one is to be answered anew.
    on_change: Callback<Question>,
) -> impl IntoView {
    let app = use_app();
    let rows = move || {
        let verdict = app.verdict();
        let answers = app.model.with(|model| model.safety.answers);
        Question::ALL
            .into_iter()
            .map(|question| {
                let raised = verdict.raised_on(question);
                let answer = if raised.is_some() {
                    Some(Answer::NotSure)
                } else {
                    answers.get(question)
                };
                view! {
                    <AnswerRow question answer=Signal::stored(answer) on_change>
                        {raised.map(|raised| view! { <span>{words::safety::raised_by(raised)}</span> })}
                    </AnswerRow>
                }
            })
            .collect_view()
    };
    focus_soon(HEADING);
    view! {
        <div class="page">
            <PageHead title=tr!(safety.review_title).to_owned()>
                <p class="lead">{words::safety::review(review)} " " {tr!(safety.review_lead)}</p>
            </PageHead>
            <section class="card card--pad">
                <ul class="rows">{rows}</ul>
            </section>
            <button
                type="button"
                class="btn btn--go btn--wide btn--big"
                on:click=move |_| {
                    app.send(Event::Kept);
                    app.tell(tr!(safety.review_kept));
                }
            >
                {tr!(safety.review_keep)}
            </button>
        </div>
    }
}
