//! Safety questions as a list to tick: each tick answers one question at once, and "None of these" the rest.
//!
//! Invariant: nothing is answered with "no" before the whole list has been in view.

use leptos::prelude::*;

use crate::browser::page;
use crate::domain::model::Event;
use crate::domain::safety::{Answer, Group, Question};
use crate::state::use_app;
use crate::tr;
use crate::ui::page_head::{HEADING, PageHead};
use crate::words;

use super::super::focus_soon;
use super::{Anew, Asking, Steps, WhyAsked, back};

/// The id of the list.
const LIST: &str = "asked";
/// The id of what stays at the foot of the screen.
const FOOT: &str = "answers";
/// How much of the window "See the rest" goes on by: less than is free above the foot, so that no line is skipped.
const STEP: f64 = 0.4;

/// A group of questions.
#[component]
pub fn Together(
    /// Which.
    group: Group,
    /// What is asked after it.
    anew: Anew,
) -> impl IntoView {
    let app = use_app();
    // A tick answers its question, but the list stays until the person goes on.
    let stay = move || anew.set(Some(Asking::Together(group)));
    let on_back = Callback::new(move |()| back(app, &Asking::Together(group), anew));
    let appears = !app.look.reduced_motion();
    page::scroll_to_top();
    focus_soon(HEADING);
    view! {
        <div class="page ask" class:appears=appears>
            <Steps group=Some(group) on_back />
            <PageHead title=words::safety::group(group).to_owned()>
                // How a list is answered is said once.
                {(group == Group::ALL[0]).then(|| view! { <p>{tr!(safety.tick)}</p> })}
            </PageHead>
            <div id=LIST class="choice__list choice__list--one" role="group" aria-labelledby=HEADING>
                {group
                    .questions()
                    .iter()
                    .map(|question| view! { <Line question=*question stay=Callback::new(move |()| stay()) /> })
                    .collect_view()}
            </div>
            <WhyAsked questions=group.questions().to_vec() />
            <Foot group anew />
        </div>
    }
}

/// A question as a line to tick.
#[component]
fn Line(question: Question, stay: Callback<()>) -> impl IntoView {
    let app = use_app();
    let besides = words::safety::tick_besides(question);
    let answer = Memo::new(move |_| app.model.with(|model| model.safety.answers.get(question)));
    let raised = Memo::new(move |_| app.verdict().raised_on(question));
    let is_unsure = move || answer.get() == Some(Answer::NotSure);
    view! {
        <label class="option option--tick">
            <input
                type="checkbox"
                prop:checked=move || answer.get() == Some(Answer::Yes)
                prop:indeterminate=is_unsure
                on:change=move |event| {
                    stay.run(());
                    let answer = if event_target_checked(&event) { Answer::Yes } else { Answer::No };
                    app.send(Event::Answered(question, answer));
                }
            />
            <span>
                <b>{words::safety::tick(question)}</b>
                {besides.map(|besides| view! { " " <small>{besides}</small> })}
                {move || is_unsure().then(|| view! { " " <em>{tr!(safety.not_sure)}</em> })}
                {move || {
                    raised
                        .get()
                        .map(|raised| view! { " " <em>{words::safety::raised_by(raised)}</em> })
                }}
            </span>
        </label>
    }
}

/// "None of these", or "Next" once something is ticked; and "Not sure".
#[component]
fn Foot(group: Group, anew: Anew) -> impl IntoView {
    let app = use_app();
    let answers = Memo::new(move |_| app.model.with(|model| model.safety.answers));
    let rest_below = rest_below();
    let all = move |is: fn(Option<Answer>) -> bool| {
        let answers = answers.get();
        group
            .questions()
            .iter()
            .all(|question| is(answers.get(*question)))
    };
    let is_ticked = move || !all(|answer| matches!(answer, None | Some(Answer::No)));
    let go_on = move || {
        anew.set(Some(Asking::Together(group)));
        let left = group.left_unticked(&answers.get_untracked(), &app.verdict_untracked());
        for question in left {
            app.send(Event::Answered(question, Answer::No));
        }
        anew.set(None);
    };
    let ask_each = move || {
        let doubt = group.in_doubt(&answers.get_untracked());
        anew.set(Some(Asking::Each(doubt)));
    };
    view! {
        <div id=FOOT class="ask__answers ask__answers--list" role="group" aria-labelledby=HEADING>
            <button
                type="button"
                class="btn"
                class:btn--go=is_ticked
                aria-pressed=move || all(|answer| answer == Some(Answer::No)).then_some("true")
                on:click=move |_| {
                    if rest_below.get_untracked() { page::scroll_on(STEP) } else { go_on() }
                }
            >
                {move || {
                    if rest_below.get() {
                        tr!(safety.see_rest)
                    } else if is_ticked() {
                        tr!(safety.go_on)
                    } else {
                        tr!(safety.none)
                    }
                }}
            </button>
            <button type="button" class="btn" on:click=move |_| ask_each()>
                {tr!(safety.not_sure)}
            </button>
        </div>
    }
}

/// Whether some of the list still lies below, unseen: until its end has once stood above the foot.
fn rest_below() -> RwSignal<bool> {
    let rest = RwSignal::new(false);
    let is_seen = StoredValue::new(false);
    let look = move || {
        if is_seen.try_get_value() == Some(false) {
            let is_clear = page::ends_above(LIST, FOOT);
            is_seen.set_value(is_clear);
            rest.set(!is_clear);
        }
    };
    request_animation_frame(look);
    let listeners = StoredValue::new_local(page::on_scroll(look));
    on_cleanup(move || listeners.dispose());
    rest
}
