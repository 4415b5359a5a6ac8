//! After a session: what was done, how it felt, one tap each. After pain: where, and what to do now.

use leptos::prelude::*;

use crate::content::advice;
use crate::domain::entry::{Ending, EntryId, SessionRecord};
use crate::domain::feeling::{Effort, PainLevel, PainPlace, went_badly};
use crate::domain::model::Event;
use crate::route::Route;
use crate::state::use_app;
use crate::tr;
use crate::ui::choice::{Pressed, place_of};
use crate::ui::evidence::GroundsView;
use crate::ui::page_head::PageHead;
use crate::words;

use super::super::get_help::CallButton;
use super::super::stop_rules::StopRules;
use super::HelpPill;

/// The questions after a session.
#[component]
pub fn After(
    /// The entry it became.
    id: EntryId,
    /// What was done.
    record: SessionRecord,
) -> impl IntoView {
    let app = use_app();
    let was_pain = record.ending == Ending::Pain;
    // They may have been told before a look at Get help, or before a reload.
    let told = app.model.with_untracked(|model| model.journal.told_of(&id));
    let effort = RwSignal::new(told.effort);
    let pain = RwSignal::new(told.pain);
    let title = Signal::derive(move || {
        let title = match record.ending {
            Ending::Pain => tr!(coach.stopped_for_pain),
            _ if went_badly(effort.get(), pain.get()) => tr!(coach.end_title_hard),
            Ending::Completed | Ending::ByHand => tr!(coach.end_title),
            Ending::Stopped => tr!(coach.end_title_stopped),
        };
        title.to_owned()
    });
    let count = if record.reps == 0 && was_pain {
        tr!(coach.end_none_pain).to_owned()
    } else if record.reps == 0 {
        tr!(coach.end_none).to_owned()
    } else {
        tr!(
            coach.end_count,
            reps = record.reps,
            time = words::coach::minutes(record.active_ms)
        )
    };
    let questions = if was_pain {
        view! { <WhereItHurts id /> }.into_any()
    } else if record.reps > 0 {
        view! { <HowItFelt id effort pain /> }.into_any()
    } else {
        ().into_any()
    };
    view! {
        <main id="main" class="page" tabindex="-1">
            <div class="help-line">
                <HelpPill />
            </div>
            <PageHead title>
                <p class="lead">{count}</p>
            </PageHead>
            {questions}
            <button
                type="button"
                class=if was_pain { "btn btn--wide" } else { "btn btn--go btn--wide btn--big" }
                on:click=move |_| {
                    app.coaching.done(app);
                    app.navigation.replace(Route::Today);
                }
            >
                {tr!(coach.end_done)}
            </button>
        </main>
    }
}

/// Easy, right or too hard; and pain from 0 to 10, if they wish.
#[component]
fn HowItFelt(
    id: EntryId,
    /// What is told, here and in the heading.
    effort: RwSignal<Option<Effort>>,
    /// The same.
    pain: RwSignal<Option<PainLevel>>,
) -> impl IntoView {
    let app = use_app();
    let id = StoredValue::new(id);
    let tell = move || {
        app.send(Event::Felt {
            session: id.get_value(),
            effort: effort.get_untracked(),
            pain: pain.get_untracked(),
        });
        app.tell(tr!(coach.end_thanks));
    };
    view! {
        <section class="card card--pad">
            <h2 id="effort">{tr!(coach.end_effort)}</h2>
            <Pressed
                labelled_by="effort"
                class="two"
                faces=Effort::ALL.map(|one| (words::coach::effort(one).to_owned(), None)).to_vec()
                pressed=Signal::derive(move || place_of(&Effort::ALL, effort.get()))
                on_press=Callback::new(move |place: usize| {
                    effort.set(Effort::ALL.get(place).copied());
                    tell();
                })
            />
        </section>
        <section class="card card--pad">
            <h2 id="pain">{tr!(coach.end_pain)}</h2>
            <Pressed
                labelled_by="pain"
                class="scale"
                faces=words::coach::pain_levels()
                pressed=Signal::derive(move || pain.get().map(|level| usize::from(level.get())))
                on_press=Callback::new(move |place| {
                    pain.set(PainLevel::all().nth(place));
                    tell();
                })
            />
            {move || {
                pain.get()
                    .filter(|level| *level >= PainLevel::STEP_DOWN)
                    .map(|_| {
                        view! {
                            <p role="status">{tr!(coach.pain_four)}</p>
                            <CallButton />
                            <a class="btn btn--alert btn--wide" href=Route::GetHelp.href()>
                                {tr!(shell.get_help)}
                            </a>
                        }
                    })
            }}
        </section>
    }
}

/// Where it hurts, in one tap; then what to do about it, the stop rules, and help.
#[component]
fn WhereItHurts(id: EntryId) -> impl IntoView {
    let app = use_app();
    let told = app.model.with_untracked(|model| model.journal.told_of(&id));
    let place = RwSignal::new(told.place);
    let id = StoredValue::new(id);
    view! {
        <p>
            <strong>{tr!(moves.pain_stopped)}</strong>
        </p>
        <section class="card card--pad">
            <h2 id="where">{tr!(moves.pain_title)}</h2>
            <Pressed
                labelled_by="where"
                class="two"
                faces=PainPlace::ALL
                    .map(|one| (words::moves::pain_place(one).to_owned(), None))
                    .to_vec()
                pressed=Signal::derive(move || place_of(&PainPlace::ALL, place.get()))
                on_press=Callback::new(move |at: usize| {
                    let Some(one) = PainPlace::ALL.get(at).copied() else { return };
                    place.set(Some(one));
                    app.send(Event::Hurt { session: id.get_value(), place: one });
                })
            />
            {move || {
                place
                    .get()
                    .map(|place| {
                        view! {
                            <p role="status">
                                <strong>{words::moves::pain_advice(place)}</strong>
                            </p>
                            <GroundsView grounds=advice::of_pain(place) />
                            {advice::says_to_call(place).then(|| view! { <CallButton /> })}
                            <p>{words::coach::pain_follows(place)}</p>
                        }
                    })
            }}
        </section>
        <StopRules>
            <a class="btn btn--alert btn--wide" href=Route::GetHelp.href()>
                {tr!(shell.get_help)}
            </a>
        </StopRules>
        <section class="card card--pad">
            <a class="btn btn--wide" href=Route::Safety.href()>
                {tr!(settings.safety_link)}
            </a>
        </section>
    }
}
