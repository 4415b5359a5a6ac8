//! The safety questions in a few screenfuls, the answers to look through, and what they leave open.

mod ask;
mod check;
mod outcome;
mod still_right;
mod together;

use leptos::prelude::*;

use crate::browser::page;
use crate::content::questions::grounds;
use crate::domain::safety::{Asked, Group, Question};
use crate::route::Route;
use crate::state::{App, use_app};
use crate::tr;
use crate::ui::bar::Bar;
use crate::ui::evidence::GroundsView;
use crate::ui::icon::{Icon, IconView};
use crate::words;

use ask::Ask;
use check::Check;
use outcome::Outcome;
use still_right::StillRight;
use together::Together;

pub use outcome::reason_list;

/// What is asked on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Asking {
    /// A group.
    Together(Group),
    /// Questions of a group one by one, the first of these now, because the person is not sure.
    Each(Vec<Question>),
    /// One, on the way through all: others of its group are answered.
    Alone(Question),
    /// One from a list of answers, which comes back after it.
    Anew(Question),
}

impl Asking {
    /// The group one is at, on the way through all.
    fn group(&self) -> Option<Group> {
        match self {
            Self::Together(group) => Some(*group),
            Self::Each(left) => left.first().copied().map(Group::of),
            Self::Alone(question) => Some(Group::of(*question)),
            Self::Anew(_) => None,
        }
    }
}

impl From<Asked> for Asking {
    fn from(asked: Asked) -> Self {
        match asked {
            Asked::Together(group) => Self::Together(group),
            Asked::Alone(question) => Self::Alone(question),
        }
    }
}

/// What is asked although it has an answer, or otherwise than it would be by itself.
type Anew = RwSignal<Option<Asking>>;

/// The open questions; else the answers to look through; else what they leave open.
#[component]
pub fn SafetyPage() -> impl IntoView {
    let app = use_app();
    let anew: Anew = RwSignal::new(None);
    let open = Memo::new(move |_| app.model.with(|model| model.safety.answers.asked_next()));
    let asking = Memo::new(move |_| anew.get().or_else(|| open.get().map(Asking::from)));
    let review = Memo::new(move |_| app.verdict().review);
    let to_check = app.answers_to_check;
    Effect::new(move |_| {
        if open.get().is_some() {
            to_check.set(true);
        }
    });
    // The questions have the screen to themselves, as the coach has: the tabs would lie over "Not sure".
    Effect::new(move |_| {
        let asks = asking.get().is_some() || to_check.get();
        page::set_root_attribute("data-asks", asks.then_some(""));
    });
    on_cleanup(|| {
        page::set_root_attribute("data-asks", None);
    });
    let on_change = Callback::new(move |question| anew.set(Some(Asking::Anew(question))));
    move || match (asking.get(), review.get()) {
        (Some(Asking::Together(group)), _) if group.questions().len() > 1 => {
            view! { <Together group anew /> }.into_any()
        }
        (Some(asking), _) => view! { <Ask asking anew /> }.into_any(),
        (None, _) if to_check.get() => view! { <Check anew /> }.into_any(),
        (None, Some(review)) => view! { <StillRight review on_change /> }.into_any(),
        (None, None) => view! { <Outcome on_change /> }.into_any(),
    }
}

/// The way back, and how far one has come.
#[component]
fn Steps(
    /// The group that is asked; none where a single answer is changed, or all are looked through.
    group: Option<Group>,
    /// Goes back.
    on_back: Callback<()>,
) -> impl IntoView {
    let (total, place) = (Group::ALL.len(), group.map(|group| group.place() + 1));
    let part = |number: usize| u32::try_from(number).unwrap_or_default();
    view! {
        <div class="ask__top">
            <button type="button" class="btn ask__back" on:click=move |_| on_back.run(())>
                <IconView icon=Icon::Left />
                {tr!(shell.back)}
            </button>
            {place
                .map(|place| {
                    view! {
                        <div
                            class="ask__progress"
                            role="progressbar"
                            aria-label=tr!(safety.title)
                            aria-valuemax=total
                            aria-valuenow=place
                            aria-valuetext=tr!(safety.progress, number = place, total = total)
                        >
                            <p>{tr!(safety.progress, number = place, total = total)}</p>
                            <Bar part=part(place) whole=part(total) />
                        </div>
                    }
                })}
        </div>
    }
}

/// Why it is asked, and what each question rests on: folded, below.
#[component]
fn WhyAsked(
    /// Which.
    questions: Vec<Question>,
) -> impl IntoView {
    let each = questions
        .into_iter()
        .map(|question| {
            view! {
                <p>{words::safety::question(question)}</p>
                <GroundsView grounds=grounds(question) />
            }
        })
        .collect_view();
    view! {
        <details class="more more--target">
            <summary>{tr!(safety.why)}</summary>
            <p>{tr!(safety.intro)}</p>
            {each}
        </details>
    }
}

/// Goes back: from one question to its list, from a group to the one before, from the first to where one came from.
fn back(app: App, asking: &Asking, anew: Anew) {
    let list = match asking {
        Asking::Together(group) => group.before(),
        Asking::Each(_) | Asking::Alone(_) => asking.group(),
        Asking::Anew(_) => None,
    };
    let is_done = app
        .model
        .with_untracked(|model| model.safety.answers.is_complete());
    if list.is_none() && !is_done {
        app.navigation.go(Route::Today);
    }
    anew.set(list.map(Asking::Together));
}
