//! A session on the screen: the moving figure, one giant number, one instruction, two big buttons.

use leptos::prelude::*;

use crate::browser::page;
use crate::browser::wake_lock::WakeState;
use crate::domain::coach::{Coach, Event, PauseReason, Stage, Status};
use crate::domain::cue::Phrase;
use crate::domain::figure::{Doing, Moment};
use crate::domain::keys;
use crate::domain::routine::{Routine, Style, Tempo};
use crate::state::saving::SavingState;
use crate::state::{App, use_app};
use crate::tr;
use crate::ui::figure::FigureView;
use crate::ui::icon::{Icon, IconView};
use crate::ui::live::live_text;
use crate::ui::page_head::HEADING;
use crate::words;

use super::HelpPill;
use crate::pages::focus_soon;

/// One stroke of the back rub, up and down, in milliseconds.
const STROKE_MS: f64 = 2400.0;

/// The button that asks to stop, the question it opens, and the answer that changes nothing.
const STOP: &str = "stop";
const STOP_ASK: &str = "stop-ask";
const STOP_NO: &str = "stop-no";

/// The session, running or paused.
#[component]
pub fn Running() -> impl IntoView {
    let app = use_app();
    let asks_to_stop = RwSignal::new(false);
    let seen = move |read: fn(&Coach) -> String| {
        Memo::new(move |_| {
            app.coaching
                .session
                .with(|session| session.as_ref().map(|session| read(&session.coach)))
                .unwrap_or_default()
        })
    };
    let count = Memo::new(move |_| {
        app.coaching
            .session
            .with(|session| session.as_ref().map(|one| words::coach::count(&one.coach)))
            .unwrap_or_default()
    });
    let caption = Memo::new(move |_| {
        app.coaching.session.with(|session| {
            let coach = &session.as_ref()?.coach;
            Some(match coach.status() {
                Status::Paused(_) => words::coach::pause_question(coach),
                _ => words::coach::shown(coach.caption(), coach, app.manner()),
            })
        })
    });
    let face = Memo::new(move |_| {
        app.coaching
            .session
            .with(|session| session.as_ref().map(|session| Face::of(&session.coach)))
    });
    let name = app
        .coaching
        .session
        .with_untracked(|session| session.as_ref().map(|one| one.coach.plan()))
        .map(|plan| words::moves::exercise(plan.routine, plan.style));
    let _keys = StoredValue::new_local(page::on_key(move |press| {
        let with_others = press.modified || press.repeated;
        let question = asks_to_stop.get_untracked();
        let does = keys::in_coach(&press.key, press.in_control, with_others, question);
        match does {
            Some(keys::Does::PauseOrGoOn) => toggle(app),
            Some(keys::Does::CloseQuestion) => go_back(asks_to_stop),
            Some(keys::Does::Nothing) | None => {}
        }
        does.is_some()
    }));
    view! {
        <main id="main" class="coach">
            <h1 id=HEADING class="unseen" tabindex="-1">
                {name}
            </h1>
            <div class="coach__bar">
                <span>
                    <span>{seen(words::coach::round)}</span>
                    <span>{seen(time_left)}</span>
                </span>
                <TroubleNote />
                <HelpPill />
            </div>
            <div class="coach__stage">
                <Stage />
            </div>
            <div class="coach__words">
                <p class="coach__count">
                    <span translate="no">{move || count.get().0}</span>
                    " "
                    <small>{move || count.get().1}</small>
                </p>
                <p class="coach__say">{move || caption.get()}</p>
                <SpokenForScreenReaders />
            </div>
            <div class="coach__foot">
                {move || match face.get() {
                    _ if asks_to_stop.get() => view! { <StopQuestion asks_to_stop /> }.into_any(),
                    Some(Face::Paused) => view! { <PausedButtons asks_to_stop /> }.into_any(),
                    Some(Face::Resting { last }) => view! { <RestButtons last /> }.into_any(),
                    Some(Face::GettingReady) => view! { <ReadyButtons /> }.into_any(),
                    _ => view! { <TempoButtons /> }.into_any(),
                }}
                <MainButton face asks_to_stop />
                <button
                    type="button"
                    class="btn btn--alert btn--wide"
                    on:click=move |_| app.coaching.happen(app, Event::Pain)
                >
                    {tr!(coach.pain)}
                </button>
            </div>
        </main>
    }
}

/// Which buttons a moment needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Face {
    GettingReady,
    Moving,
    Resting { last: bool },
    Paused,
}

impl Face {
    fn of(coach: &Coach) -> Self {
        match (coach.status(), coach.stage()) {
            (Status::Paused(_), _) => Self::Paused,
            (Status::CountIn { .. }, _) => Self::Moving,
            (_, Stage::GetReady) => Self::GettingReady,
            (_, Stage::Rest { .. }) => Self::Resting {
                last: coach.is_last_rest(),
            },
            _ => Self::Moving,
        }
    }
}

/// The time that is left, or for one repetition the milestone that was reached: they share a place, so that nothing moves.
fn time_left(coach: &Coach) -> String {
    if let Some(milestone) = coach.milestone_shown() {
        return words::coach::milestone(milestone).to_owned();
    }
    // Whole seconds, rounded up, so that the clock does not stand at 0:00 before the end.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    // hours at most, never negative
    let ms = (coach.left_ms() / 1000.0).ceil() as u64 * 1000;
    tr!(coach.time_left, time = words::coach::minutes(ms))
}

fn toggle(app: App) {
    let paused = app.coaching.session.with_untracked(|session| {
        session
            .as_ref()
            .is_some_and(|session| matches!(session.coach.status(), Status::Paused(_)))
    });
    let event = if paused {
        app.look_again();
        Event::Continue
    } else {
        Event::Pause(PauseReason::Asked)
    };
    app.coaching.happen(app, event);
}

/// The figure, on the coach's own clock.
#[component]
fn Stage() -> impl IntoView {
    let app = use_app();
    let moment = Memo::new(move |_| {
        let stroke = (app.coaching.frame_ms.get() / STROKE_MS).fract();
        let moment = app.coaching.session.with(|session| {
            session
                .as_ref()
                .map(|session| Moment::of(&session.coach, app.manner(), stroke))
        });
        let moment = moment.unwrap_or(Moment {
            routine: Routine::HeelDrop,
            style: Style::Gentle,
            doing: Doing::Ready,
            longer_leg: None,
        });
        if app.look.reduced_motion() {
            moment.key_pose()
        } else {
            moment
        }
    });
    view! { <FigureView moment=moment /> }
}

/// What goes on in words for a screen reader: only what is new and matters, never every beat.
#[component]
fn SpokenForScreenReaders() -> impl IntoView {
    let app = use_app();
    let news = Memo::new(move |_| {
        app.coaching.session.with(|session| {
            let coach = &session.as_ref()?.coach;
            match coach.caption() {
                Phrase::Paused => Some(words::coach::pause_question(coach)),
                phrase @ (Phrase::GetReady | Phrase::Rest | Phrase::Finished) => {
                    Some(words::coach::shown(phrase, coach, app.manner()))
                }
                _ => {
                    let count = Phrase::Count(coach.reps_done_in_round(), coach.milestone_now());
                    Some(words::coach::spoken(count, coach, app.manner()))
                }
            }
        })
    });
    view! {
        <p class="unseen" role="status">
            {move || news.get()}
        </p>
    }
}

/// A short word in the bar when something does not work, so that nobody relies on it.
#[component]
fn TroubleNote() -> impl IntoView {
    let app = use_app();
    let awake = move || {
        matches!(
            app.coaching.awake.get(),
            Some(WakeState::Refused | WakeState::Unsupported | WakeState::Lost)
        )
    };
    move || {
        if app.saving.state() != SavingState::Kept && !app.saving.is_in_copy_only() {
            Some(view! { <b role="status">{tr!(coach.saving_off)}</b> })
        } else if awake() {
            Some(view! { <b role="status">{tr!(coach.awake_off)}</b> })
        } else {
            None
        }
    }
}

#[component]
fn MainButton(face: Memo<Option<Face>>, asks_to_stop: RwSignal<bool>) -> impl IntoView {
    let app = use_app();
    let paused = Memo::new(move |_| face.get() == Some(Face::Paused));
    view! {
        <Show when=move || !asks_to_stop.get()>
            <button
                type="button"
                class="btn btn--go btn--wide"
                data-refuge=""
                aria-disabled=move || (paused.get() && !app.coaching.is_open(app)).then_some("true")
                on:click=move |_| toggle(app)
            >
                {move || {
                    if paused.get() {
                        view! {
                            <IconView icon=Icon::Play />
                            {tr!(coach.go_on)}
                        }
                            .into_any()
                    } else {
                        view! {
                            <IconView icon=Icon::Pause />
                            {tr!(coach.pause)}
                        }
                            .into_any()
                    }
                }}
            </button>
        </Show>
    }
}

#[component]
fn TempoButtons() -> impl IntoView {
    let app = use_app();
    let tempo = Memo::new(move |_| {
        app.coaching
            .session
            .with(|session| session.as_ref().map(|session| session.coach.tempo()))
    });
    // Not `disabled` at the limit: the button would lose the focus.
    let is_at = move |limit: Tempo| tempo.get() == Some(limit);
    view! {
        <div class="coach__pair" role="group" aria-label=move || tempo.get().map(words::coach::tempo)>
            <button
                type="button"
                class="btn"
                data-repeat=""
                aria-disabled=move || is_at(Tempo::Slowest).then_some("true")
                on:click=move |_| {
                    if !is_at(Tempo::Slowest) {
                        app.coaching.happen(app, Event::Slower);
                    }
                }
            >
                {tr!(coach.slower)}
            </button>
            <button
                type="button"
                class="btn"
                data-repeat=""
                aria-disabled=move || is_at(Tempo::Briskest).then_some("true")
                on:click=move |_| {
                    if !is_at(Tempo::Briskest) {
                        app.coaching.happen(app, Event::Faster);
                    }
                }
            >
                {tr!(coach.faster)}
            </button>
        </div>
    }
}

#[component]
fn ReadyButtons() -> impl IntoView {
    let app = use_app();
    view! {
        <button
            type="button"
            class="btn btn--wide"
            on:click=move |_| app.coaching.happen(app, Event::ReadyNow)
        >
            {tr!(coach.ready_now)}
        </button>
    }
}

#[component]
fn RestButtons(
    /// Whether the session ends after this rest.
    last: bool,
) -> impl IntoView {
    let app = use_app();
    view! {
        <div class="coach__pair">
            <button
                type="button"
                class="btn"
                on:click=move |_| app.coaching.happen(app, Event::ReadyNow)
            >
                {if last { tr!(coach.finish_now) } else { tr!(coach.ready_now) }}
            </button>
            <button
                type="button"
                class="btn"
                on:click=move |_| app.coaching.happen(app, Event::MoreRest)
            >
                {tr!(coach.more_rest)}
            </button>
        </div>
    }
}

#[component]
fn PausedButtons(asks_to_stop: RwSignal<bool>) -> impl IntoView {
    let app = use_app();
    view! {
        {move || (!app.coaching.is_open(app)).then(|| view! { <p role="alert">{tr!(coach.paused_changed)}</p> })}
        <button
            type="button"
            id=STOP
            class="btn btn--wide"
            on:click=move |_| {
                asks_to_stop.set(true);
                focus_soon(STOP_NO);
            }
        >
            {tr!(coach.stop)}
        </button>
    }
}

/// Closes the question, and goes back to where it was asked.
fn go_back(asks_to_stop: RwSignal<bool>) {
    asks_to_stop.set(false);
    focus_soon(STOP);
}

/// Stop asks once. The focus begins at the answer that changes nothing.
#[component]
fn StopQuestion(asks_to_stop: RwSignal<bool>) -> impl IntoView {
    let app = use_app();
    let question = live_text(move || {
        app.saving
            .and_kept(tr!(coach.stop_ask), tr!(coach.done_is_kept))
    });
    view! {
        <div role="alertdialog" aria-labelledby=STOP_ASK class="stack">
            <p id=STOP_ASK>{question}</p>
            <div class="coach__pair">
                <button
                    type="button"
                    class="btn"
                    on:click=move |_| app.coaching.happen(app, Event::Stop)
                >
                    {tr!(coach.stop_yes)}
                </button>
                <button
                    type="button"
                    id=STOP_NO
                    class="btn"
                    on:click=move |_| go_back(asks_to_stop)
                >
                    {tr!(coach.stop_no)}
                </button>
            </div>
        </div>
    }
}
