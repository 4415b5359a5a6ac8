//! Today: a greeting, one thing to start, and the day's short list.

mod daylight;
mod food;
mod powder;
mod text_size;
pub mod unfinished;

use std::time::Duration;

use leptos::prelude::*;

use crate::domain::agenda::{Agenda, Instead};
use crate::domain::day::PartOfDay;
use crate::domain::figure::{Doing, Moment};
use crate::domain::routine::{Beat, Plan, Routine};
use crate::domain::safety::Level;
use crate::route::Route;
use crate::state::coaching::Phase;
use crate::state::{App, use_app};
use crate::tr;
use crate::ui::figure::FigureView;
use crate::ui::icon::{Icon, IconView};
use crate::ui::live::{live, live_text};
use crate::ui::page_head::PageHead;
use crate::words;

use super::later::{LaterOffers, LaterUnfinished};
use super::taken_back::{UNDO, take_back, taken_back};

/// The first screen.
#[component]
pub fn TodayPage() -> impl IntoView {
    let app = use_app();
    let day = app.agenda();
    let is_empty = Memo::new(move |_| app.model.with(|model| model.journal.is_empty()));
    view! {
        <div class="page page--sides">
            <PageHead title=Signal::derive(move || greeting(&day.read(), app.part_of_day.get())) above=date(app)>
                {live(move || {
                    day.read().first_time.then(|| view! { <p>{tr!(today.first_text)}</p> })
                })}
            </PageHead>
            <div class="stack">
                <text_size::TextSizeOffer />
                <LaterUnfinished />
                {live(move || (!app.waits()).then(|| view! { <Hero day /> }))}
                <LaterOffers />
                {live(move || {
                    under_the_greeting(&day.read()).map(|text| view! { <p>{text}</p> })
                })}
                {live(move || {
                    is_empty
                        .get()
                        .then(|| {
                            let lost = app.saving.may_be_lost().then_some(tr!(today.may_be_lost));
                            view! {
                                {lost.map(|text| view! { <p>{text}</p> })}
                                <a class="btn" href=Route::YourData.href()>
                                    {tr!(today.have_backup)}
                                </a>
                            }
                        })
                })}
            </div>
            <div class="stack">
                <section class="card rows" aria-label=tr!(today.list)>
                    <RoutineRow day routine=Routine::HeelDrop />
                    <RoutineRow day routine=Routine::KneeBend />
                    <powder::PowderRow />
                    <food::FoodRow />
                    <daylight::DaylightRow />
                </section>
                <LastEntry />
            </div>
        </div>
    }
}

/// Today's date. The browser takes a while to write its first one (18 ms on a fast machine), and the screen does not
/// wait for that: a space keeps the line's place.
fn date(app: App) -> Signal<String> {
    let today = Memo::new(move |_| app.model.with(|model| model.today));
    let date = RwSignal::new("\u{a0}".to_owned());
    Effect::new(move || {
        let today = today.get();
        set_timeout(
            move || {
                // The person may have gone on to another screen.
                let _ = date.try_set(words::dates::long_day(today));
            },
            Duration::ZERO,
        );
    });
    date.into()
}

fn greeting(day: &Agenda, part: PartOfDay) -> String {
    let words = if day.first_time {
        tr!(today.welcome)
    } else if day.welcome_back {
        tr!(today.welcome_back)
    } else {
        match part {
            PartOfDay::Morning => tr!(today.morning),
            PartOfDay::Afternoon => tr!(today.afternoon),
            PartOfDay::Evening => tr!(today.evening),
        }
    };
    words.to_owned()
}

fn under_the_greeting(day: &Agenda) -> Option<&'static str> {
    if day.first_time {
        Some(tr!(today.first_private))
    } else if day.welcome_back {
        Some(tr!(today.welcome_back_text))
    } else {
        None
    }
}

/// The one thing to do next.
#[component]
fn Hero(
    /// What is due.
    day: Memo<Agenda>,
) -> impl IntoView {
    let app = use_app();
    live(move || {
        let Some(next) = day.read().next else {
            return instead(day.read().instead);
        };
        let plan = next.plan;
        let verdict = app.verdict();
        let asks_first = verdict.level == Level::Unanswered;
        let hint = if asks_first {
            tr!(today.start_safety).to_owned()
        } else {
            let style = tr!(today.in_style, style = words::moves::style(plan.style));
            format!("{} {style}", words::moves::plan(plan))
        };
        let look = if verdict.review.is_some() {
            Some(tr!(today.review))
        } else {
            verdict.ended.map(|_| tr!(today.ended))
        };
        view! {
            <section class="card">
                <div class="card__art" class:card__art--low=asks_first>
                    <FigureView moment=showing(plan) />
                </div>
                <div class="card__body">
                    {(!asks_first)
                        .then(|| view! { <p class="eyebrow">{tr!(today.next)}</p> })}
                    <h2>{words::moves::exercise(plan.routine, plan.style)}</h2>
                    <p class="soft">{hint}</p>
                    <button
                        type="button"
                        class="btn btn--go btn--wide btn--big"
                        on:click=move |_| start(app, plan)
                    >
                        {words::moves::start(plan.routine, plan.style)}
                    </button>
                    {look
                        .filter(|_| !asks_first)
                        .map(|text| {
                            view! {
                                <p>{text}</p>
                                {to_answers(tr!(safety.review_link))}
                            }
                        })}
                </div>
            </section>
        }
        .into_any()
    })
}

/// What stands in place of the thing to start.
fn instead(why: Option<Instead>) -> AnyView {
    let to_help = || {
        view! {
            <a class="btn btn--alert btn--wide" href=Route::GetHelp.href()>
                {tr!(shell.get_help)}
            </a>
        }
        .into_any()
    };
    let (title, text, link) = match why {
        Some(Instead::Alarm) => (
            tr!(today.alarm_title),
            tr!(today.alarm_text),
            Some(to_help()),
        ),
        Some(Instead::Closed) => (
            tr!(today.closed_title),
            tr!(today.closed_text),
            Some(to_answers(tr!(today.closed_link))),
        ),
        Some(Instead::Pain) => (tr!(today.pain_title), tr!(today.pain_text), Some(to_help())),
        Some(Instead::Done) | None => (tr!(today.done_all), tr!(today.done_all_text), None),
    };
    view! {
        <section class="card card--pad">
            <h2>{title}</h2>
            <p>{text}</p>
            {link}
        </section>
    }
    .into_any()
}

fn to_answers(text: &'static str) -> AnyView {
    view! {
        <a class="btn btn--wide" href=Route::Safety.href()>
            {text}
        </a>
    }
    .into_any()
}

/// The high point of a plan's movement, for a picture.
pub fn showing(plan: Plan) -> Moment {
    let beat = match plan.routine {
        Routine::KneeBend if plan.style.is_standing() => Beat::Lower,
        Routine::HeelDrop | Routine::KneeBend => Beat::Rise,
    };
    let share = if plan.style == crate::domain::routine::Style::SitToStand {
        0.45
    } else {
        1.0
    };
    Moment {
        routine: plan.routine,
        style: plan.style,
        doing: Doing::Beat {
            beat,
            share,
            other_side: false,
        },
        longer_leg: None,
    }
}

/// On the way to a session: the safety questions if they are open, else the set-up card.
pub fn start(app: App, plan: Plan) {
    app.coaching.phase.set(Phase::SetUp(plan));
    if app.verdict().level == Level::Unanswered {
        app.navigation.go(Route::Safety);
    } else {
        app.navigation.go(Route::Coach);
    }
}

/// One routine in the day's list.
#[component]
fn RoutineRow(
    /// The day.
    day: Memo<Agenda>,
    /// Which routine.
    routine: Routine,
) -> impl IntoView {
    let app = use_app();
    let of = Memo::new(move |_| *day.read().of(routine));
    let icon = match routine {
        Routine::HeelDrop => Icon::Heel,
        Routine::KneeBend => Icon::Knee,
    };
    let text = live_text(move || {
        let of = of.get();
        match routine {
            _ if !of.open && of.done.reps == 0 => tr!(today.not_open).to_owned(),
            Routine::HeelDrop if of.done.reps == 0 => tr!(today.not_yet).to_owned(),
            Routine::HeelDrop => tr!(today.heel_drop_done, reps = of.done.reps),
            Routine::KneeBend => tr!(
                today.sets_done,
                done = of.done.sessions,
                planned = of.planned_sessions
            ),
        }
    });
    let dots = live(move || {
        (routine == Routine::KneeBend).then(|| {
            let of = of.get();
            (0..u32::from(of.planned_sessions))
                .map(|dot| view! { <i class:on=dot < of.done.sessions></i> })
                .collect_view()
        })
    });
    let name = move || {
        let of = of.get();
        words::moves::exercise(routine, of.plan.style)
    };
    let word = move || {
        if of.get().done.sessions > 0 {
            tr!(today.start_again)
        } else {
            tr!(today.start)
        }
    };
    let button = live(move || {
        // Who had pain today rests: nothing here asks for more.
        (of.get().open && !day.read().pain_today).then(|| {
            view! {
                <button
                    type="button"
                    class="btn btn--outline"
                    aria-label=move || format!("{}: {}", name(), word())
                    on:click=move |_| start(app, of.get_untracked().plan)
                >
                    {word()}
                </button>
            }
        })
    });
    view! {
        <div class="row">
            <span class="row__icon">
                <IconView icon=icon />
            </span>
            <span class="row__text">
                <b>{live_text(move || name().to_owned())}</b>
                <span>
                    <span class="dots" aria-hidden="true">
                        {dots}
                    </span>
                    {text}
                </span>
            </span>
            {button}
        </div>
    }
}

/// The last thing noted today, with a way to take it back.
#[component]
fn LastEntry() -> impl IntoView {
    let app = use_app();
    let last = Memo::new(move |_| {
        app.model.with(|model| {
            let entry = model.journal.last_undoable(model.today)?;
            let what = words::journal::line(&entry.kind)?;
            Some((entry.id.clone(), entry.at, what))
        })
    });
    // Not armed for the entry before until something new is noted.
    let armed = move || app.taken_back.with(Option::is_none);
    let undo = live(move || {
        last.get().filter(|_| armed()).map(|(id, at, what)| {
            let text = tr!(today.last, what = what, time = words::dates::time(at));
            view! {
                <div class="line">
                    <p class="soft row__text">{text}</p>
                    <button
                        id=UNDO
                        type="button"
                        class="btn"
                        on:click=move |_| take_back(app, id.clone())
                    >
                        {tr!(today.undo)}
                    </button>
                </div>
            }
        })
    });
    view! {
        {taken_back(|_| true)}
        {undo}
    }
}
