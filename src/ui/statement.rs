//! Statements with their evidence: the text, its label, and where it was read.

use leptos::prelude::*;

use crate::content::evidence::Grounds;

use super::evidence::GroundsView;

/// Statements one below the other, each with what it rests on.
#[component]
pub fn Statements(
    /// Each statement with its grounds.
    all: Vec<(&'static str, Grounds)>,
) -> impl IntoView {
    let all = all
        .into_iter()
        .map(|(text, grounds)| {
            view! {
                <article class="fact">
                    <p>{text}</p>
                    <GroundsView grounds />
                </article>
            }
        })
        .collect_view();
    view! { <div>{all}</div> }
}
