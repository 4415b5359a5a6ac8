//! One exercise: its picture, the way to begin, the plan in a line, three drawn steps, and when to stop. All else stands on
//! pages of its own: the choices, every step in words, and what is known.

pub mod how_to;
pub mod known;
pub mod plan;

use leptos::prelude::*;

use crate::browser::frames;
use crate::content::steps;
use crate::domain::agenda::StyleWhy;
use crate::domain::model::Event;
use crate::domain::routine::{Plan, Routine};
use crate::route::Route;
use crate::state::use_app;
use crate::tr;
use crate::ui::evidence::LinesGrounds;
use crate::ui::figure::FigureView;
use crate::ui::icon::Icon;
use crate::ui::link_row::LinkRow;
use crate::ui::page_head::PageHead;
use crate::words;

use super::offer::OfferCard;
use super::stop_rules::StopRules;
use super::today::{showing, start};

use how_to::DrawnSteps;

/// What is due of a routine, for its pages to follow.
#[derive(Clone, Copy)]
pub struct Due {
    /// The plan as it would start: in a style that the safety answers leave open.
    pub plan: Memo<Plan>,
    /// Whether it may be begun at all.
    pub is_open: Memo<bool>,
    /// Why it has another style than the chosen one.
    pub style_why: Memo<StyleWhy>,
}

impl Due {
    /// Of a routine.
    pub fn of(routine: Routine) -> Self {
        let app = use_app();
        let of = Memo::new(move |_| app.agenda().with(|agenda| *agenda.of(routine)));
        Self {
            plan: Memo::new(move |_| of.read().plan),
            is_open: Memo::new(move |_| of.read().open),
            style_why: Memo::new(move |_| of.read().style_why),
        }
    }
}

/// A page for a routine.
#[component]
pub fn ExercisePage(
    /// Which.
    routine: Routine,
) -> impl IntoView {
    let due = Due::of(routine);
    let (plan, is_open) = (due.plan, due.is_open);
    view! {
        <div class="page page--wide">
            <PageHead title=words::moves::routine(routine).to_owned() />
            <section class="card">
                <div class="card__art">
                    {move || view! { <FigureView moment=showing(plan.get()) /> }}
                </div>
                <div class="card__body">
                    {move || {
                        if is_open.get() {
                            view! { <Begin routine due /> }.into_any()
                        } else {
                            view! {
                                <Closed />
                                <ByHand plan />
                            }
                                .into_any()
                        }
                    }}
                </div>
            </section>
            {move || {
                is_open
                    .get()
                    .then(|| {
                        view! {
                            <OfferCard routine />
                            <DrawnSteps plan />
                            <StopRules short=true>
                                <LinesGrounds lines=[steps::STOP, &[steps::STOP_THEN]].concat() />
                            </StopRules>
                        }
                    })
            }}
            <More routine />
        </div>
    }
}

/// The button to start, and the plan in a line with the way to change it. After pain on this day: first a reason to leave
/// it, and the way to help; the person can still begin.
#[component]
fn Begin(routine: Routine, due: Due) -> impl IntoView {
    let app = use_app();
    let plan = due.plan;
    let hurts = Memo::new(move |_| app.agenda().with(|agenda| agenda.pain_today));
    view! {
        {move || hurts.get().then(|| view! { <RestToday /> })}
        <button
            type="button"
            class="btn btn--wide btn--big"
            class:btn--go=move || !hurts.get()
            on:click=move |_| start(app, plan.get_untracked())
        >
            {move || words::moves::start(routine, plan.read().style)}
        </button>
        <p class="row__text">
            <b>{move || words::moves::plan(plan.get())}</b>
            <span>{move || words::moves::plan_kind(plan.get())}</span>
        </p>
        <ForSafety due />
        <div class="beside">
            <a class="btn" href=Route::Plan(routine).href() aria-label=tr!(moves.change_plan)>
                {tr!(moves.change)}
            </a>
            <ByHand plan />
        </div>
    }
}

/// Notes the exercise as done without the app.
#[component]
fn ByHand(plan: Memo<Plan>) -> impl IntoView {
    let app = use_app();
    view! {
        <button
            type="button"
            class="btn"
            on:click=move |_| {
                app.send(Event::DidByHand(plan.get_untracked()));
                app.tell(tr!(today.fresh_done));
                frames::after_paint(move || app.navigation.go(Route::Today));
            }
        >
            {tr!(shell.did_by_hand)}
        </button>
    }
}

/// That another style than the chosen one stands here, where the safety answers are the reason.
#[component]
pub fn ForSafety(
    /// What is due of the routine.
    due: Due,
) -> impl IntoView {
    move || {
        (due.style_why.get() == StyleWhy::Safety)
            .then(|| view! { <p role="status">{tr!(shell.style_for_safety)}</p> })
    }
}

/// In place of the button: nothing of this exercise is open, and where the reason stands.
#[component]
pub fn Closed() -> impl IntoView {
    view! {
        <p>
            <strong>{tr!(shell.routine_closed)}</strong>
        </p>
        <a class="btn btn--go btn--wide" href=Route::Safety.href()>
            {tr!(today.closed_link)}
        </a>
    }
}

#[component]
fn RestToday() -> impl IntoView {
    view! {
        <p>
            <strong>{tr!(today.pain_title)}</strong>
        </p>
        <p>{tr!(today.pain_text)}</p>
        <a class="btn btn--alert btn--wide" href=Route::GetHelp.href()>
            {tr!(shell.get_help)}
        </a>
    }
}

/// The ways to what is not needed for doing it.
#[component]
fn More(routine: Routine) -> impl IntoView {
    let name = words::moves::known_title(routine);
    view! {
        <nav class="card rows" aria-label=tr!(shell.what_is_known)>
            <LinkRow
                href=Route::Known(routine).href()
                icon=Some(Icon::Book)
                name
                text=tr!(moves.known_line).into_any()
            />
            {(routine == Routine::HeelDrop)
                .then(|| {
                    view! {
                        <LinkRow
                            href=Route::Traditional.href()
                            icon=Some(Icon::Leaf)
                            name=tr!(shell.traditional_title)
                            text=tr!(moves.tradition_line).into_any()
                        />
                    }
                })}
        </nav>
    }
}
