//! Look and note: where it hurts and what came with it, and what of "get help" may apply to it.
//!
//! Invariant: all of it is optional; it describes and never scores. What is shown after a note is fixed text,
//! by the rules of `content::note_help`.

mod outcome;

use leptos::prelude::*;

use super::checks::parts::History;
use crate::browser::page;
use crate::content::checks::CheckId;
use crate::content::note_help::Part;
use crate::domain::body::{Lasting, Lying, Note, Posture, Region, Sign, Trigger};
use crate::domain::entry::Kind;
use crate::domain::feeling::PainLevel;
use crate::route::Route;
use crate::state::{App, use_app};
use crate::tr;
use crate::ui::body::BodyMap;
use crate::ui::choice::{Choice, Pressed, place_of};
use crate::ui::field::Tick;
use crate::ui::page_head::PageHead;
use crate::words::checks;
use crate::words::coach::pain_levels;
use crate::words::note as words;

use outcome::{AtOnce, OUTCOME, Outcome};

/// The questions, the note, what may apply, and earlier notes.
#[component]
pub fn LookAndNotePage() -> impl IntoView {
    let app = use_app();
    app.drafts.keep(app);
    let saved = RwSignal::new(None::<Note>);
    let empty = RwSignal::new(false);
    let save = move || {
        let note = app.note_draft.get_untracked();
        empty.set(note.is_empty());
        if note.is_empty() {
            return;
        }
        app.note(Kind::Note(Box::new(note.clone())));
        app.note_draft.set(Note::default());
        saved.set(Some(note));
        request_animation_frame(|| {
            page::focus(OUTCOME, false);
        });
    };
    view! {
        <div class="page">
            <PageHead title=tr!(shell.note_title).to_owned()>
                <p>{tr!(note.intro)}</p>
                <p>
                    <strong>{tr!(note.urgent)}</strong>
                </p>
            </PageHead>
            <Outcome saved />
            <Where app />
            <HowMuch app />
            <HowItIs app />
            <p class="field__message" role="alert">
                {move || empty.get().then(|| tr!(note.empty))}
            </p>
            <button type="button" class="btn btn--go btn--wide btn--big" on:click=move |_| save()>
                {tr!(note.save)}
            </button>
            <button
                type="button"
                class="btn btn--wide"
                on:click=move |_| app.note_draft.set(Note::default())
            >
                {tr!(note.clear)}
            </button>
            <History of=|kind| matches!(kind, Kind::Note(_)) />
        </div>
    }
}

/// The body, front and back, and the same parts as a list.
#[component]
fn Where(app: App) -> impl IntoView {
    let draft = app.note_draft;
    let marked = Signal::derive(move || draft.with(|note| note.places.clone()));
    let on_mark = Callback::new(move |(place, on): (Region, bool)| {
        draft.update(|note| note.mark(place, on));
    });
    view! {
        <section class="card card--pad">
            <h2>{tr!(note.place)}</h2>
            <p class="soft">{tr!(note.place_hint)}</p>
            <div class="bodies">
                <BodyMap behind=false marked on_mark />
                <BodyMap behind=true marked on_mark />
            </div>
            <p role="status">
                {move || {
                    let places = draft.with(words::places);
                    if places.is_empty() {
                        tr!(note.nothing_marked).to_owned()
                    } else {
                        tr!(note.marked, what = places)
                    }
                }}
            </p>
            <AtOnce part=Part::Places />
            <details class="more more--target">
                <summary>{tr!(note.list)}</summary>
                <div class="choice__list">
                    {Region::ALL
                        .iter()
                        .map(|region| {
                            let region = *region;
                            tick(
                                app,
                                words::region(region),
                                move |note| note.places.contains(&region),
                                move |note, on| note.mark(region, on),
                            )
                        })
                        .collect_view()}
                </div>
            </details>
        </section>
    }
}

/// Pain from 0 to 10; a second tap takes it away.
#[component]
fn HowMuch(app: App) -> impl IntoView {
    let draft = app.note_draft;
    let pressed = Signal::derive(move || {
        let pain = draft.with(|note| note.pain)?;
        Some(usize::from(pain.get()))
    });
    let on_press = Callback::new(move |place| {
        let pain = PainLevel::all().nth(place);
        draft.update(|note| note.pain = pain.filter(|_| note.pain != pain));
    });
    view! {
        <section class="card card--pad">
            <h2 id="how-much">{tr!(note.how_much)}</h2>
            <p class="soft">{tr!(note.how_much_hint)}</p>
            <Pressed
                labelled_by="how-much"
                class="scale"
                faces=pain_levels()
                pressed
                on_press
            />
        </section>
    }
}

/// What set it off, how long it has lasted, what came with it, and how one stands and lies.
#[component]
fn HowItIs(app: App) -> impl IntoView {
    view! {
            <section class="card card--pad">
                {one_of(
                    app,
                    tr!(note.trigger),
                    "trigger",
                    options(Trigger::ALL, words::trigger),
                    |note| place_of(Trigger::ALL, note.trigger),
                    |note, place| note.trigger = at(Trigger::ALL, place),
                )}
                <AtOnce part=Part::Trigger />
            </section>
            <section class="card card--pad">
                {one_of(
                    app,
                    tr!(note.lasting),
                    "lasting",
                    options(Lasting::ALL, words::lasting),
                    |note| place_of(Lasting::ALL, note.lasting),
                    |note, place| note.lasting = at(Lasting::ALL, place),
                )}
                <AtOnce part=Part::Lasting />
            </section>
            <section class="card card--pad">
                <fieldset class="choice">
                    <legend>{tr!(note.signs)}</legend>
                    <div class="choice__list choice__list--one">
                        {Sign::ALL
                            .iter()
                            .map(|sign| {
                                let sign = *sign;
                                let line = tick(
                                    app,
                                    words::sign(sign),
                                    move |note| note.signs.contains(&sign),
                                    move |note, on| note.sign(sign, on),
                                );
                                view! {
                                    {line}
                                    <AtOnce part=Part::Sign(sign) />
                                }
                            })
                            .collect_view()}
                    </div>
                </fieldset>
            </section>
            <section class="card card--pad">
                {one_of(
                    app,
                    tr!(note.posture),
                    "posture",
                    options(Posture::ALL, words::posture),
                    |note| place_of(Posture::ALL, note.posture),
                    |note, place| note.posture = at(Posture::ALL, place),
                )}
                <AtOnce part=Part::Posture />
                {one_of(
                    app,
                    tr!(note.lying),
                    "lying",
                    options(Lying::ALL, words::lying),
                    |note| place_of(Lying::ALL, note.lying),
                    |note, place| note.lying = at(Lying::ALL, place),
                )}
                <AtOnce part=Part::Lying />
                <p>{tr!(note.height)}</p>
                <a class="btn btn--wide" href=Route::Check(CheckId::Height).href()>
                    {checks::title(CheckId::Height)}
                </a>
            </section>
    }
}

/// A box to tick in the note that is being made.
fn tick(
    app: App,
    name: &'static str,
    is_on: impl Fn(&Note) -> bool + Send + Sync + 'static,
    set: impl Fn(&mut Note, bool) + Send + Sync + 'static,
) -> impl IntoView {
    let on = Signal::derive(move || app.note_draft.with(&is_on));
    let on_tick = Callback::new(move |on| app.note_draft.update(|note| set(note, on)));
    view! { <Tick name=name.to_owned() on on_tick /> }
}

/// One of a few in the note that is being made, or none. Known by their places, so that one component does
/// for all four questions.
fn one_of(
    app: App,
    legend: &'static str,
    name: &'static str,
    options: Vec<(Option<usize>, String)>,
    chosen: fn(&Note) -> Option<usize>,
    choose: fn(&mut Note, Option<usize>),
) -> impl IntoView {
    view! {
        <Choice
            legend
            name
            options
            value=move || app.note_draft.with(chosen)
            on_choose=move |place| app.note_draft.update(|note| choose(note, place))
        />
    }
}

/// The words of a question by their places. None of them is chosen at first.
fn options<T: Copy>(all: &[T], word: fn(T) -> &'static str) -> Vec<(Option<usize>, String)> {
    let words = all.iter().map(|one| word(*one).to_owned());
    (0..).map(Some).zip(words).collect()
}

fn at<T: Copy>(all: &[T], place: Option<usize>) -> Option<T> {
    all.get(place?).copied()
}
