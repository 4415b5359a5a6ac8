//! What to mind with the powder, and what is known of it, each with its evidence.

use leptos::prelude::*;

use crate::content::evidence::Grounds;
use crate::content::powder::{CARE_ASK, CARE_EATING, CARE_KEEPING, CARE_MEDICINES, FACTS, Powder};
use crate::route::Route;
use crate::tr;
use crate::ui::evidence::Statements;
use crate::words;

/// The notes on safety, and the facts.
#[component]
pub fn Care() -> impl IntoView {
    view! {
        <section class="card card--pad" aria-labelledby="care">
            <h2 id="care">{tr!(recipe.care_title)}</h2>
            {[
                (tr!(recipe.care_eating), CARE_EATING),
                (tr!(recipe.care_ask), CARE_ASK),
                (tr!(recipe.care_keeping), CARE_KEEPING),
            ]
                .map(|(title, lines)| {
                    view! {
                        <h3>{title}</h3>
                        <Statements all=grounded(lines) />
                    }
                })
                .collect_view()}
            <a class="btn btn--alert" href=Route::GetHelp.href()>
                {tr!(shell.get_help)}
            </a>
        </section>
        <section class="card card--pad" aria-labelledby="known">
            <h2 id="known">{tr!(recipe.known)}</h2>
            <Statements all=grounded(FACTS) />
        </section>
    }
}

/// What to mind with medicines: it stands where the dose is tapped.
#[component]
pub fn WithMedicines() -> impl IntoView {
    view! {
        <details class="more more--target">
            <summary>{tr!(recipe.care_medicines)}</summary>
            <Statements all=grounded(CARE_MEDICINES) />
        </details>
    }
}

fn grounded(lines: &[Powder]) -> Vec<(&'static str, Grounds)> {
    lines
        .iter()
        .map(|line| (words::recipe::line(*line), line.grounds()))
        .collect()
}
