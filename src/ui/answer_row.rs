//! A safety question with its answer and the button to change it: a row of a list.

use leptos::prelude::*;

use crate::domain::safety::{Answer, Question};
use crate::tr;
use crate::words;

/// The row. What stands inside comes behind the answer.
#[component]
pub fn AnswerRow(
    /// The question.
    question: Question,
    /// What it is answered with, if it is.
    #[prop(into)]
    answer: Signal<Option<Answer>>,
    /// Told when it is to be answered anew.
    on_change: Callback<Question>,
    /// What else there is to say about the answer.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let asked = words::safety::question(question);
    view! {
        <li class="row row--flat">
            <span class="row__text">
                {asked} " "
                <b>{move || answer.get().map(|answer| words::safety::answer(question, answer))}</b>
                {children.map(|children| children())}
            </span>
            <button
                type="button"
                class="btn"
                aria-label=format!("{}: {asked}", tr!(safety.change))
                on:click=move |_| on_change.run(question)
            >
                {tr!(safety.change)}
            </button>
        </li>
    }
}
