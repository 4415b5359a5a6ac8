//! The symptom guide: that thin bones are silent, then the six groups of signs.

use leptos::prelude::*;

use super::know::Ways;
use crate::content::guide::OPENING;
use crate::content::places::Place;
use crate::content::symptoms::SymptomId;
use crate::tr;
use crate::ui::evidence::Statements;
use crate::ui::icon::Icon;
use crate::ui::page_head::PageHead;
use crate::words::guide;

/// The opening, and the ways to the six pages.
#[component]
pub fn SymptomsPage() -> impl IntoView {
    let opening = OPENING
        .iter()
        .map(|id| (guide::statement(*id), id.grounds()))
        .collect();
    let ways = SymptomId::ALL
        .iter()
        .map(|id| (Place::from(*id), Icon::of(*id)))
        .collect();
    view! {
        <div class="page">
            <PageHead title=tr!(shell.symptoms_title).to_owned() />
            <section class="card card--pad">
                <h2>{tr!(guide.opening_title)}</h2>
                <Statements all=opening />
            </section>
            <h2>{tr!(guide.pages)}</h2>
            <Ways name=tr!(guide.pages) ways />
        </div>
    }
}
