//! One page of the symptom guide: its parts in order, with a drawing, when to get help, and a note of it.

use leptos::prelude::*;

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
use crate::ui::evidence::Runs;
use crate::ui::icon::{Icon, IconView};
use crate::ui::page_head::PageHead;
use crate::words::{guide, help};

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
    view! {
        <div class="page">
            <PageHead title=guide::title(id).to_owned() />
            {id
                .page()
                .iter()
                .map(|(part, statements)| {
                    // Help is told before what one may do oneself.
                    (*part == Part::Helps)
                        .then(|| view! { <WhenToGetHelp flags=id.flags() /> }.into_any())
                        .into_iter()
                        .chain([section(id, *part, statements)])
                        .collect_view()
                })
                .collect_view()}
            <NoteIt id />
            <h2>{tr!(guide.see_also)}</h2>
            <Ways name=tr!(guide.see_also) ways=see_also />
        </div>
    }
}

fn section(id: SymptomId, part: Part, statements: &'static [Statement]) -> AnyView {
    let said = statements
        .iter()
        .map(|one| (guide::statement(*one), one.grounds()))
        .collect();
    let drawing = id.drawing().filter(|_| part == Part::Why);
    view! {
        <section class="card card--pad">
            <h2>{guide::part(part)}</h2>
            {drawing.map(|drawing| view! { <GuideDrawing drawing /> })}
            <Runs said />
        </section>
    }
    .into_any()
}

/// The signs that need a doctor, by how soon.
#[component]
fn WhenToGetHelp(
    /// Which, the most urgent first.
    flags: &'static [RedFlag],
) -> impl IntoView {
    let groups = flags
        .chunk_by(|one, next| one.urgency() == next.urgency())
        .map(|flags| {
            let urgency = flags[0].urgency();
            view! {
                <h3>{help::group(urgency)}</h3>
                <ul class="bullets" class:bullets--alert=urgency == Urgency::Now>
                    {flags.iter().map(|flag| view! { <li>{help::flag(*flag)}</li> }).collect_view()}
                </ul>
            }
        })
        .collect_view();
    view! {
        <section class="card card--pad card--alert">
            <h2>{tr!(guide.when_to_get_help)}</h2>
            {groups}
            <a class="btn btn--alert btn--wide" href=Route::GetHelp.href()>
                <IconView icon=Icon::Phone />
                {tr!(guide.to_get_help)}
            </a>
        </section>
    }
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
