//! Statements with their evidence. It whispers: a small mark at the end of each sentence, and one quiet line below all of
//! them, which opens a list of every sentence with its label and where it was read.
//!
//! Invariant: what stands on a page with a mark stands in a list of the same page with its label and its sources.

use leptos::prelude::*;

use crate::content::evidence::{Grounds, Label};
use crate::content::facts::FactId;
use crate::content::sources::SourceId;
use crate::content::steps::Line;
use crate::tr;
use crate::words::{facts, moves};

use super::icon::{Icon, IconView};

/// What is said in one breath, and what it rests on.
pub type Sentence = (&'static str, Grounds);

/// The shape of a label, which no other label has, and the ground of its word.
fn face(label: Label) -> (Icon, &'static str) {
    match label {
        Label::Supported => (Icon::Tick, "label"),
        Label::Mixed => (Icon::Wave, "label label--sun"),
        Label::AssociationOnly => (Icon::Together, "label label--sun"),
        Label::Traditional => (Icon::Leaf, "label label--walnut"),
        Label::NotShown => (Icon::Question, "label label--sun"),
        Label::Caution => (Icon::Warning, "label label--sun"),
        Label::Story => (Icon::Book, "label label--walnut"),
        Label::GeneralAdvice => (Icon::Info, "label"),
    }
}

/// An evidence label: its word with its mark.
#[component]
pub fn LabelView(
    /// Which.
    label: Label,
) -> impl IntoView {
    let (icon, class) = face(label);
    view! {
        <span class=class>
            <IconView icon />
            {facts::label(label)}
        </span>
    }
}

/// The mark at the end of a sentence: a shape, and its word for those who do not see it.
pub fn mark(label: Label) -> AnyView {
    let word = format!(" ({})", facts::label(label));
    // The space that does not break keeps it on the line of the last word.
    view! {
        <span class="mark">
            "\u{a0}" <IconView icon=face(label).0 /> <span class="unseen">{word}</span>
        </span>
    }
    .into_any()
}

/// A sentence with its mark.
pub fn marked((text, grounds): Sentence) -> AnyView {
    view! {
        <p>{text} {mark(grounds.label)}</p>
    }
    .into_any()
}

/// The quiet line below what is said, and the list that it opens.
pub fn how_sure(said: &[Sentence]) -> AnyView {
    let groups = grouped(said);
    let line = line(&groups);
    let items = groups
        .into_iter()
        .map(|(grounds, texts)| {
            view! {
                <li>
                    {texts
                        .into_iter()
                        .map(|text| view! { <p class="sure__said">{text}</p> })
                        .collect_view()}
                    <LabelView label=grounds.label />
                    <p class="soft">{facts::label_meaning(grounds.label)}</p>
                    {sources(grounds)}
                </li>
            }
        })
        .collect_view();
    view! {
        <details class="sure">
            <summary>{line}</summary>
            <ul>{items}</ul>
        </details>
    }
    .into_any()
}

/// Sentences that rest on the same stand together, in the order in which they are said.
fn grouped(said: &[Sentence]) -> Vec<(Grounds, Vec<&'static str>)> {
    let mut groups: Vec<(Grounds, Vec<&'static str>)> = Vec::new();
    for (text, grounds) in said {
        if !groups.iter().any(|(known, _)| known == grounds) {
            groups.push((*grounds, Vec::new()));
        }
        let group = groups.iter_mut().find(|(known, _)| known == grounds);
        if let (Some((_, texts)), false) = (group, text.is_empty()) {
            texts.push(text);
        }
    }
    groups
}

/// "How sure? 3 sources". The label is named where nothing else would be, or where no sentence has its mark.
fn line(groups: &[(Grounds, Vec<&'static str>)]) -> String {
    let mut read: Vec<SourceId> = Vec::new();
    for id in groups.iter().flat_map(|(grounds, _)| grounds.sources) {
        if !read.contains(id) {
            read.push(*id);
        }
    }
    let has_marks = groups.iter().any(|(_, texts)| !texts.is_empty());
    let label = groups
        .first()
        .map(|(first, _)| first.label)
        .filter(|label| groups.iter().all(|(grounds, _)| grounds.label == *label))
        .filter(|_| read.is_empty() || !has_marks);
    let sources = match read.len() {
        0 => None,
        1 => Some(tr!(evidence.one_source).to_owned()),
        n => Some(tr!(evidence.some_sources, n = n)),
    };
    let rest: Vec<String> = label
        .map(|label| facts::label(label).to_owned())
        .into_iter()
        .chain(sources)
        .collect();
    format!("{} {}", tr!(evidence.how_sure), rest.join(", "))
}

/// The list of sources, each with a link.
fn sources(grounds: Grounds) -> AnyView {
    if grounds.sources.is_empty() {
        return ().into_any();
    }
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

/// What one statement rests on, where it stands elsewhere.
#[component]
pub fn GroundsView(
    /// The grounds.
    grounds: Grounds,
) -> impl IntoView {
    how_sure(&[("", grounds)])
}

/// What several statements rest on, where they stand elsewhere.
#[component]
pub fn AllGrounds(
    /// The grounds of each, in order.
    all: Vec<Grounds>,
) -> impl IntoView {
    let said: Vec<Sentence> = all.into_iter().map(|grounds| ("", grounds)).collect();
    how_sure(&said)
}

/// What the lines of a list rest on.
#[component]
pub fn LinesGrounds(
    /// The lines.
    lines: Vec<Line>,
) -> impl IntoView {
    let said: Vec<Sentence> = lines
        .into_iter()
        .map(|line| (moves::line(line), line.grounds()))
        .collect();
    how_sure(&said)
}

/// Statements one below the other, with what they rest on.
#[component]
pub fn Statements(
    /// Each statement with its grounds.
    all: Vec<Sentence>,
) -> impl IntoView {
    view! { <div class="said">{each(all)}</div> }
}

/// The same without a frame around them.
pub fn each(all: Vec<Sentence>) -> AnyView {
    let below = how_sure(&all);
    view! {
        {all.into_iter().map(marked).collect_view()}
        {below}
    }
    .into_any()
}

/// A fact with its note.
#[component]
pub fn Fact(
    /// Which.
    fact: FactId,
) -> impl IntoView {
    view! { <Facts all=vec![fact] /> }
}

/// Facts with their notes, and what all of them rest on.
#[component]
pub fn Facts(
    /// Which.
    all: Vec<FactId>,
) -> impl IntoView {
    let mut said = Vec::new();
    let shown = all
        .into_iter()
        .map(|fact| {
            let told = (facts::fact(fact), fact.grounds());
            let note = facts::note(fact).zip(fact.note_grounds());
            said.push(told);
            said.extend(note);
            view! {
                <article class="fact">
                    {marked(told)}
                    {note
                        .map(|(text, grounds)| {
                            view! { <p class="soft">{text} {mark(grounds.label)}</p> }
                        })}
                </article>
            }
        })
        .collect_view();
    view! { <div class="said">{shown} {how_sure(&said)}</div> }
}
