//! One page of the symptom guide. Help comes first: what it is in a sentence or two, when to call, when to see a doctor. Then
//! its parts, folded but for one, a note of it, and pages that go on from it.

use leptos::prelude::*;

use super::get_help::{CallButton, signs_card};
use super::taken_back::taken_back;
use crate::content::guide::{Part, Statement};
use crate::content::red_flags::{RedFlag, Urgency};
use crate::content::symptoms::SymptomId;
use crate::domain::entry::Kind;
use crate::domain::symptom;
use crate::route::Route;
use crate::state::use_app;
use crate::tr;
use crate::ui::drawings::guide::GuideDrawing;
use crate::ui::evidence::{Sentence, each, marked};
use crate::ui::page_head::PageHead;
use crate::words::{guide, screens};

/// One page of the symptom guide.
#[component]
pub fn SymptomPage(
    /// Which.
    id: SymptomId,
) -> impl IntoView {
    let parts = id
        .page()
        .iter()
        .map(|(part, said)| fold(id, *part, said))
        .collect_view();
    let lead = sentences(id.opening()).into_iter().map(marked);
    view! {
        <div class="page page--sides">
            <PageHead title=guide::title(id).to_owned()>{lead.collect_view()}</PageHead>
            <div class="stack page__stays">
                <Help flags=id.flags() />
            </div>
            <div class="stack">
                <div class="card folds folds--card">{parts}</div>
                <NoteIt id />
                <SeeAlso id />
            </div>
        </div>
    }
}

fn sentences(said: &[Statement]) -> Vec<Sentence> {
    said.iter()
        .map(|one| (guide::statement(*one), one.grounds()))
        .collect()
}

/// A part of the page, with what all of it rests on. The first has what the page opens with once more, and its grounds.
fn fold(id: SymptomId, part: Part, said: &[Statement]) -> AnyView {
    let drawing = id.drawing().filter(|_| part == Part::Why);
    view! {
        <details class="fold" open=part == id.open_part()>
            <summary>
                <h2>{guide::part(part)}</h2>
            </summary>
            <div class="said">
                {drawing.map(|drawing| view! { <GuideDrawing drawing /> })}
                {each(sentences(said))}
            </div>
        </details>
    }
    .into_any()
}

/// The signs that need a doctor, by how soon, with the call where one is needed.
#[component]
fn Help(
    /// Which, the most urgent first.
    flags: &'static [RedFlag],
) -> impl IntoView {
    flags
        .chunk_by(|one, next| one.urgency() == next.urgency())
        .map(|flags| {
            let urgency = flags[0].urgency();
            let below = (urgency == Urgency::Now).then(|| {
                view! {
                    <CallButton />
                    <a class="onward" href=Route::GetHelp.href()>
                        {tr!(help.all_signs)}
                    </a>
                }
            });
            signs_card(urgency, flags, ().into_any(), below.into_any())
        })
        .collect_view()
}

/// One tap keeps it in the journal, one takes it back.
#[component]
fn NoteIt(
    /// What was noticed.
    id: SymptomId,
) -> impl IntoView {
    let app = use_app();
    let noted = Memo::new(move |_| {
        app.model.with(|model| {
            symptom::noted(&model.journal, id, model.today).map(|entry| entry.id.clone())
        })
    });
    let note = move |_| {
        app.note(Kind::Sign { symptom: id });
        app.tell(tr!(guide.note_done));
    };
    let take_back = move |_| {
        if let Some(entry) = noted.get_untracked() {
            app.undo(entry);
        }
    };
    let is_noted = Memo::new(move |_| noted.read().is_some());
    // One button for both, so that the focus stays where the finger is.
    view! {
        <section class="card card--pad">
            <p>
                {move || if is_noted.get() { tr!(guide.note_done) } else { tr!(guide.note_text) }}
            </p>
            <div class="two">
                <button
                    type="button"
                    class="btn"
                    class:btn--go=move || !is_noted.get()
                    on:click=move |event| if is_noted.get_untracked() { take_back(event) } else { note(event) }
                >
                    {move || if is_noted.get() { tr!(guide.note_undo) } else { guide::note_it(id) }}
                </button>
                <a class="btn" href=Route::LookAndNote.href()>
                    {tr!(guide.note_more)}
                </a>
            </div>
            {taken_back(move |kind| *kind == Kind::Sign { symptom: id })}
        </section>
    }
}

/// Pages that go on from it.
#[component]
fn SeeAlso(
    /// From which.
    id: SymptomId,
) -> impl IntoView {
    let links = id
        .see_also()
        .iter()
        .map(|place| {
            let route = Route::of(*place);
            view! {
                <a class="onward" href=route.href()>
                    {screens::title(route)}
                </a>
            }
        })
        .collect_view();
    view! {
        <nav class="card folds folds--card" aria-label=tr!(guide.see_also)>
            {links}
        </nav>
    }
}
