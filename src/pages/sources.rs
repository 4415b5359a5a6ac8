//! Sources and evidence: what the labels mean, every source once with the pages that rest on it, and what
//! Bonewise is not.

use leptos::prelude::*;

use crate::content::evidence::Label;
use crate::content::places::{Place, statements, supported};
use crate::content::sources::SourceId;
use crate::route::Route;
use crate::tr;
use crate::ui::evidence::LabelView;
use crate::ui::page_head::PageHead;
use crate::words::{facts, screens};

/// Labels, sources, disclaimers.
#[component]
pub fn SourcesPage() -> impl IntoView {
    let disclaimers = [
        (tr!(evidence.about_title), tr!(help.disclaimer_global)),
        (tr!(help.title), tr!(help.disclaimer_emergency)),
        (tr!(evidence.tradition_title), tr!(facts.traditional_note)),
        (tr!(evidence.evidence_title), tr!(evidence.evidence_text)),
        (tr!(evidence.results_title), tr!(evidence.results_text)),
        (tr!(evidence.food_title), tr!(evidence.food_text)),
        (tr!(evidence.privacy_title), tr!(evidence.privacy_text)),
        (tr!(evidence.others_title), tr!(evidence.others_text)),
    ];
    view! {
        <div class="page">
            <PageHead title=tr!(shell.sources_title).to_owned()>
                <p>{tr!(evidence.intro)}</p>
                <p class="soft">{tr!(evidence.date)}</p>
            </PageHead>
            <section class="card card--pad">
                <h2>{tr!(evidence.labels_title)}</h2>
                {Label::ALL
                    .iter()
                    .map(|label| {
                        view! {
                            <div class="fact">
                                <LabelView label=*label />
                                <p>{facts::label_meaning(*label)}</p>
                            </div>
                        }
                    })
                    .collect_view()}
            </section>
            <section class="card card--pad">
                <h2>{tr!(evidence.sources_title)}</h2>
                <Groups />
            </section>
            <section class="card card--pad">
                <h2>{tr!(evidence.disclaimers_title)}</h2>
                {disclaimers
                    .map(|(title, text)| {
                        view! {
                            <details class="more more--target">
                                <summary>{title}</summary>
                                <p>{text}</p>
                            </details>
                        }
                    })
                    .collect_view()}
            </section>
        </div>
    }
}

/// Each source once, under the first page that rests on it.
#[component]
fn Groups() -> impl IntoView {
    let supported = supported(&statements());
    Place::ALL
        .iter()
        .map(|group| {
            let here: Vec<AnyView> = supported
                .iter()
                .filter(|(_, places)| places.first() == Some(group))
                .map(|(source, places)| source_line(*source, places))
                .collect();
            (!here.is_empty()).then(|| {
                let title = screens::title(Route::of(*group));
                view! {
                    <details class="more more--target">
                        <summary>{tr!(evidence.group, page = title, count = here.len())}</summary>
                        <ul class="bullets">{here}</ul>
                    </details>
                }
            })
        })
        .collect_view()
}

fn source_line(id: SourceId, places: &[Place]) -> AnyView {
    let source = id.source();
    let year = source.year.map(|year| format!(", {year}"));
    let links = places
        .iter()
        .enumerate()
        .map(|(at, place)| {
            let route = Route::of(*place);
            let comma = if at == 0 { " " } else { ", " };
            view! {
                {comma}
                <a href=route.href()>{screens::title(route)}</a>
            }
        })
        .collect_view();
    view! {
        <li>
            <a href=source.url rel="noopener noreferrer" target="_blank">
                {facts::source(id)}
            </a>
            {year}
            <p class="soft">{tr!(evidence.supports)}{links}</p>
        </li>
    }
    .into_any()
}
