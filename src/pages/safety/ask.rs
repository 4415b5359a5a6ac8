//! One safety question, with "Yes", "No" and "Not sure" in view.

use leptos::prelude::*;

use crate::browser::page;
use crate::domain::model::Event;
use crate::domain::safety::Question;
use crate::state::use_app;
use crate::ui::page_head::{HEADING, PageHead};
use crate::words;

use super::super::focus_soon;
use super::{Anew, Asking, Steps, WhyAsked, back};

/// The question with its answers.
#[component]
pub fn Ask(
    /// What is asked, and on which way.
    asking: Asking,
    /// What is asked after it.
    anew: Anew,
) -> impl IntoView {
    let app = use_app();
    let question = match &asking {
        Asking::Alone(question) | Asking::Anew(question) => Some(*question),
        Asking::Each(left) => left.first().copied(),
        Asking::Together(group) => group.questions().first().copied(),
    }?;
    let given = app
        .model
        .with_untracked(|model| model.safety.answers.get(question));
    let after = match &asking {
        Asking::Each(left) if left.len() > 1 => Some(Asking::Each(left[1..].to_vec())),
        _ => None,
    };
    let group = asking.group();
    let on_back = Callback::new(move |()| back(app, &asking, anew));
    // Seen coming, so that a question is not taken for the one before.
    let appears = !app.look.reduced_motion();
    page::scroll_to_top();
    focus_soon(HEADING);
    Some(view! {
        <div class="page ask" class:appears=appears>
            <Steps group on_back />
            <PageHead title=words::safety::question(question).to_owned()>
                {explanation(question)}
            </PageHead>
            <WhyAsked questions=vec![question] />
            <div class="ask__answers" role="group" aria-labelledby=HEADING>
                {question
                    .answers()
                    .into_iter()
                    .map(|answer| {
                        let after = after.clone();
                        view! {
                            <button
                                type="button"
                                class="btn"
                                aria-pressed=given.map(|given| (given == answer).to_string())
                                on:click=move |_| {
                                    anew.set(after.clone());
                                    app.send(Event::Answered(question, answer));
                                }
                            >
                                {words::safety::answer(question, answer)}
                            </button>
                        }
                    })
                    .collect_view()}
            </div>
        </div>
    })
}

/// What a question means: a sentence or two, or a list of what counts.
fn explanation(question: Question) -> AnyView {
    let lines: Vec<&str> = words::safety::explanation(question).lines().collect();
    if let [text] = lines[..] {
        return view! { <p>{text.to_owned()}</p> }.into_any();
    }
    let lines = lines
        .into_iter()
        .map(|line| view! { <li>{line.to_owned()}</li> })
        .collect_view();
    view! { <ul class="bullets">{lines}</ul> }.into_any()
}
