//! One page of the symptom guide. Help comes first: what it is in a sentence or two, when to call, when to see a doctor. Then
//! what it feels like, why, and what helps; the rest is folded. A note of it stands at the end.

use leptos::prelude::*;

use super::get_help::{CallButton, signs_card};
use super::know::Ways;
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
use crate::ui::evidence::{Sentence, Statements, each};
use crate::ui::icon::Icon;
use crate::ui::page_head::PageHead;
use crate::words::guide;

/// One page of the symptom guide.
#[component]
pub fn SymptomPage(
    /// Which.
    id: SymptomId,
) -> impl IntoView {
    let see_also = id
        .see_also()
        .iter()
        .map(|place| (*place, Icon::Book))
        .collect();
    let (open, folded): (Vec<_>, Vec<_>) = id.parts().partition(|(part, _)| id.is_open(*part));
    view! {
        <div class="page">
            <PageHead title=guide::title(id).to_owned()>
                {each(sentences(id.opening()))}
            </PageHead>
            <Help flags=id.flags() />
            {open
                .into_iter()
                .map(|(part, said)| section(id, part, said))
                .collect_view()}
            <div class="card folds folds--card">
                {folded.into_iter().map(|(part, said)| fold(part, said)).collect_view()}
            </div>
            <NoteIt id />
            <h2>{tr!(guide.see_also)}</h2>
            <Ways name=tr!(guide.see_also) ways=see_also />
        </div>
    }
}

fn sentences(said: &[Statement]) -> Vec<Sentence> {
    said.iter()
        .map(|one| (guide::statement(*one), one.grounds()))
        .collect()
}

fn section(id: SymptomId, part: Part, said: &[Statement]) -> AnyView {
    let drawing = id.drawing().filter(|_| part == Part::Why);
    view! {
        <section class="card card--pad">
            <h2>{guide::part(part)}</h2>
            {drawing.map(|drawing| view! { <GuideDrawing drawing /> })}
            {each(sentences(said))}
        </section>
    }
    .into_any()
}

fn fold(part: Part, said: &[Statement]) -> AnyView {
    view! {
        <details class="fold">
            <summary>
                <h2>{guide::part(part)}</h2>
            </summary>
            <Statements all=sentences(said) />
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
            <h2>{tr!(guide.note_title)}</h2>
            <p>
                {move || if is_noted.get() { tr!(guide.note_done) } else { tr!(guide.note_text) }}
            </p>
            <button
                type="button"
                class="btn btn--wide"
                class:btn--go=move || !is_noted.get()
                on:click=move |event| if is_noted.get_untracked() { take_back(event) } else { note(event) }
            >
                {move || if is_noted.get() { tr!(guide.note_undo) } else { guide::note_it(id) }}
            </button>
            {taken_back(move |kind| *kind == Kind::Sign { symptom: id })}
            <a class="btn btn--wide" href=Route::LookAndNote.href()>
                {tr!(guide.note_more)}
            </a>
        </section>
    }
}
