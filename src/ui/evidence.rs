//! Statements with their evidence: the text, its label, and where it was read.

use leptos::prelude::*;

use crate::content::evidence::{Grounds, Label};
use crate::content::facts::FactId;
use crate::content::steps::Line;
use crate::tr;
use crate::words::facts;

use super::icon::{Icon, IconView};

/// An evidence label: its word with an icon.
#[component]
pub fn LabelView(
    /// Which.
    label: Label,
) -> impl IntoView {
    let (icon, class) = match label {
        Label::Supported => (Icon::Tick, "label"),
        Label::Mixed => (Icon::Scales, "label label--sun"),
        Label::AssociationOnly => (Icon::Info, "label label--sun"),
        Label::Traditional => (Icon::Leaf, "label label--walnut"),
        Label::NotShown => (Icon::Question, "label label--sun"),
        Label::Caution => (Icon::Warning, "label label--sun"),
        Label::Story => (Icon::Book, "label label--walnut"),
        Label::GeneralAdvice => (Icon::Info, "label"),
    };
    view! {
        <span class=class>
            <IconView icon />
            {facts::label(label)}
        </span>
    }
}

/// What a statement rests on: the label, what it means, and where it was read.
#[component]
pub fn GroundsView(
    /// The grounds.
    grounds: Grounds,
) -> impl IntoView {
    grounds_with(grounds, sources(grounds))
}

/// The same with the list of sources handed in.
pub fn grounds_with(grounds: Grounds, sources: AnyView) -> AnyView {
    view! {
        <details class="more">
            <summary>
                <LabelView label=grounds.label />
                {(!grounds.sources.is_empty()).then(|| view! { <span>{tr!(shell.sources)}</span> })}
            </summary>
            <p class="soft">{facts::label_meaning(grounds.label)}</p>
            {sources}
        </details>
    }
    .into_any()
}

/// The list of sources, each with a link.
pub fn sources(grounds: Grounds) -> AnyView {
    view! {
        <ul class="bullets">
            {grounds
                .sources
                .iter()
                .map(|id| {
                    let source = id.source();
                    view! {
                        <li>
                            <a href=source.url rel="noopener noreferrer" target="_blank">
                                {facts::source(source.id)}
                            </a>
                        </li>
                    }
                })
                .collect_view()}
        </ul>
    }
    .into_any()
}

/// Statements one below the other, each with what it rests on.
#[component]
pub fn Statements(
    /// Each statement with its grounds.
    all: Vec<(&'static str, Grounds)>,
) -> impl IntoView {
    view! { <div>{each(all)}</div> }
}

/// The same without a frame around them.
pub fn each(all: Vec<(&'static str, Grounds)>) -> AnyView {
    all.into_iter()
        .map(|(text, grounds)| {
            view! {
                <article class="fact">
                    <p>{text}</p>
                    <GroundsView grounds />
                </article>
            }
        })
        .collect_view()
        .into_any()
}

/// Statements as a list, with what they rest on below each run that rests on the same.
#[component]
pub fn Runs(
    /// Their texts, each with its grounds, in order.
    said: Vec<(&'static str, Grounds)>,
) -> impl IntoView {
    said.chunk_by(|one, next| one.1 == next.1)
        .map(|run| {
            view! {
                <div class="fact">
                    {run
                        .iter()
                        .map(|(text, _)| view! { <p>{*text}</p> })
                        .collect_view()}
                    <GroundsView grounds=run[0].1 />
                </div>
            }
        })
        .collect_view()
}

/// What the lines of a list rest on, each ground once.
#[component]
pub fn LinesGrounds(
    /// The lines.
    lines: Vec<Line>,
) -> impl IntoView {
    let all = lines.into_iter().map(Line::grounds).collect();
    view! { <AllGrounds all /> }
}

/// What several statements rest on, each ground once.
#[component]
pub fn AllGrounds(
    /// The grounds of each, in order.
    all: Vec<Grounds>,
) -> impl IntoView {
    let mut once: Vec<Grounds> = Vec::new();
    for grounds in all {
        if !once.contains(&grounds) {
            once.push(grounds);
        }
    }
    once.into_iter()
        .map(|grounds| view! { <GroundsView grounds /> })
        .collect_view()
}

/// A fact with its note, label and sources.
#[component]
pub fn Fact(
    /// Which.
    fact: FactId,
) -> impl IntoView {
    view! {
        <article class="fact">
            <p>{facts::fact(fact)}</p>
            <GroundsView grounds=fact.grounds() />
            {facts::note(fact).map(|note| view! { <p class="soft">{note}</p> })}
            {fact.note().map(|label| view! { <LabelView label /> })}
        </article>
    }
}
