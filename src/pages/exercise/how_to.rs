//! How an exercise is done: three drawn steps for its page, and a page with every step in words.

use leptos::prelude::*;

use crate::content::steps::{self, Line};
use crate::domain::figure::{Doing, Moment};
use crate::domain::routine::{Beat, Plan, Routine, Style};
use crate::pages::stop_rules::StopRules;
use crate::route::Route;
use crate::state::use_app;
use crate::tr;
use crate::ui::drawings::FeetDrawing;
use crate::ui::evidence::{LinesGrounds, mark};
use crate::ui::figure::FigureView;
use crate::ui::link_row::LinkRow;
use crate::ui::page_head::PageHead;
use crate::words;

use super::Due;

/// The three steps with a picture each, and the way to all of them in words, where each has its evidence.
#[component]
pub fn DrawnSteps(
    /// The plan as it would start.
    plan: Memo<Plan>,
) -> impl IntoView {
    // The pictures stay while only the amount changes.
    let kind = Memo::new(move |_| {
        let plan = plan.read();
        (plan.routine, plan.style)
    });
    move || {
        let (routine, style) = kind.get();
        let said = words::moves::drawn(routine, style);
        view! {
            <section class="card card--pad">
                <h2>{tr!(moves.drawn_title)}</h2>
                {style
                    .lets_go_of_support()
                    .then(|| {
                        view! {
                            <p>
                                <strong>{words::moves::line(steps::support(style))}</strong>
                            </p>
                        }
                    })}
                <ol class="drawn">
                    {poses(routine, style)
                        .into_iter()
                        .zip(said)
                        .map(|(pose, text)| {
                            view! {
                                <li>
                                    <div class="drawn__art">
                                        <FigureView moment=pose />
                                    </div>
                                    <p>{text}</p>
                                </li>
                            }
                        })
                        .collect_view()}
                </ol>
                <LinkRow
                    class="row row--flat"
                    href=Route::HowTo(routine).href()
                    icon=None
                    name=tr!(moves.all_steps)
                    text=tr!(moves.all_steps_line).into_any()
                />
            </section>
        }
    }
}

/// What the figure does in each of the three pictures: in between where a step is a way, so that its arrow is seen.
fn poses(routine: Routine, style: Style) -> [Moment; 3] {
    let beat = |beat, share| Doing::Beat {
        beat,
        share,
        other_side: false,
    };
    let doing = match (routine, style) {
        (Routine::KneeBend, Style::SitToStand) => [
            beat(Beat::Rise, 0.35),
            beat(Beat::Rise, 1.0),
            beat(Beat::Lower, 0.6),
        ],
        (Routine::KneeBend, Style::QuarterBend) => {
            [Doing::Ready, beat(Beat::Lower, 1.0), beat(Beat::Rise, 0.6)]
        }
        _ if style.is_impact() => [Doing::Ready, beat(Beat::Rise, 1.0), beat(Beat::Drop, 0.7)],
        _ => [Doing::Ready, beat(Beat::Rise, 1.0), beat(Beat::Lower, 0.5)],
    };
    doing.map(|doing| Moment {
        routine,
        style,
        doing,
        longer_leg: None,
    })
}

/// How to set up, stand, move and keep the form, when to stop, and what to know over the days.
#[component]
pub fn HowToPage(
    /// Which exercise.
    routine: Routine,
) -> impl IntoView {
    let plan = Due::of(routine).plan;
    let style = Memo::new(move |_| plan.read().style);
    view! {
        <div class="page page--wide">
            <PageHead title=words::moves::how_to_title(routine).to_owned()>
                <p class="lead">{move || words::moves::routine_text(routine, style.get())}</p>
            </PageHead>
            {move || view! { <Instructions routine style=style.get() /> }}
            <StopRules>
                <LinesGrounds lines=[steps::STOP, &[steps::STOP_THEN]].concat() />
            </StopRules>
            <details class="card card--pad more more--target">
                <summary>{tr!(shell.over_time)}</summary>
                <Lines lines=steps::OVER_TIME.to_vec() />
                <LinesGrounds lines=steps::OVER_TIME.to_vec() />
            </details>
        </div>
    }
}

/// Each part of doing it in a style.
#[component]
fn Instructions(routine: Routine, style: Style) -> impl IntoView {
    let stand = if style == Style::Seated {
        tr!(moves.sit_title)
    } else {
        tr!(moves.stand_title)
    };
    let support = steps::support(style);
    let set_up = steps::whole_set_up(routine, style);
    let standing = steps::how_to_stand(routine, style).to_vec();
    let moving = steps::movement(routine, style);
    view! {
        <section class="card card--pad">
            <h2>{tr!(moves.setup_title)}</h2>
            <p>
                <strong>{words::moves::line(support)}</strong>
                {mark(support.grounds().label)}
            </p>
            <details class="more more--target">
                <summary>{tr!(shell.more_setup)}</summary>
                <Lines lines=set_up.clone() />
                <LinesGrounds lines=set_up />
            </details>
            <LinesGrounds lines=vec![support] />
        </section>
        <section class="card card--pad">
            <h2>{stand}</h2>
            <Lines lines=standing.clone() />
            {(style != Style::Seated).then(|| view! { <Feet routine style /> })}
            <h2>{tr!(moves.movement_title)}</h2>
            <ol class="steps">
                {moving
                    .iter()
                    .map(|line| {
                        view! { <li>{words::moves::line(*line)} {mark(line.grounds().label)}</li> }
                    })
                    .collect_view()}
            </ol>
            <h2>{tr!(moves.form_title)}</h2>
            <Lines lines=steps::FORM.to_vec() />
            <LinesGrounds lines=[standing.as_slice(), moving, steps::FORM].concat() />
        </section>
    }
}

/// The feet from above, with the longer leg set back where the person said so.
#[component]
fn Feet(routine: Routine, style: Style) -> impl IntoView {
    let app = use_app();
    let longer_leg = Memo::new(move |_| app.model.with(|model| model.settings.longer_leg));
    view! {
        <div class="drawing">
            <FeetDrawing
                label=tr!(shell.feet_drawing)
                toes_out=if routine == Routine::KneeBend { 15 } else { 4 }
                longer_leg=Signal::derive(move || {
                    longer_leg.get().filter(|_| style == Style::QuarterBend)
                })
            />
        </div>
    }
}

#[component]
fn Lines(lines: Vec<Line>) -> impl IntoView {
    view! {
        <ul class="bullets">
            {lines
                .into_iter()
                .map(|line| {
                    view! { <li>{words::moves::line(line)} {mark(line.grounds().label)}</li> }
                })
                .collect_view()}
        </ul>
    }
}
