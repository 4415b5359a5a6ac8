//! Move: the two routines, what is open and why, and what was done without the app.

use leptos::prelude::*;

use crate::domain::routine::Routine;
use crate::domain::safety::Level;
use crate::route::Route;
use crate::state::use_app;
use crate::tr;
use crate::ui::figure::FigureView;
use crate::ui::icon::Icon;
use crate::ui::link_row::LinkRow;
use crate::ui::page_head::PageHead;
use crate::words;

use super::today::showing;

/// The way into both routines, and to the safety answers.
#[component]
pub fn MovePage() -> impl IntoView {
    let app = use_app();
    let level = move || {
        let verdict = app.verdict();
        match verdict.level {
            Level::Unanswered => tr!(today.start_safety),
            _ => words::safety::title(&verdict),
        }
    };
    view! {
        <div class="page">
            <PageHead title=tr!(shell.tab_move).to_owned() />
            {Routine::ALL.into_iter().map(|routine| view! { <RoutineCard routine /> }).collect_view()}
            <LinkRow
                class="card row"
                href=Route::Safety.href()
                icon=Some(Icon::Shield)
                name=tr!(settings.safety_link)
                text=level.into_any()
            />
        </div>
    }
}

#[component]
fn RoutineCard(
    /// Which.
    routine: Routine,
) -> impl IntoView {
    let app = use_app();
    let of = Memo::new(move |_| app.agenda().with(|agenda| *agenda.of(routine)));
    view! {
        <section class="card">
            <div class="card__art">
                {move || view! { <FigureView moment=showing(of.get().plan) /> }}
            </div>
            <div class="card__body">
                <h2>{words::moves::routine(routine)}</h2>
                <p>{move || words::moves::routine_text(routine, of.get().plan.style)}</p>
                <p class="soft">
                    {move || words::moves::plan(of.get().plan)} " "
                    {move || tr!(today.in_style, style = words::moves::style(of.get().plan.style))}
                </p>
                <a class="btn btn--outline btn--wide" href=Route::exercise(routine).href()>
                    {match routine {
                        Routine::HeelDrop => tr!(shell.open_heel_drop),
                        Routine::KneeBend => tr!(shell.open_knee_bend),
                    }}
                </a>
            </div>
        </section>
    }
}
