//! What to mind with the powder, and what is known of it, each with its evidence.

use leptos::prelude::*;

use crate::content::powder::{CARE_ASK, CARE_EATING, CARE_KEEPING, CARE_MEDICINES, FACTS, Powder};
use crate::route::Route;
use crate::tr;
use crate::ui::evidence::GroundsView;
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
                (tr!(recipe.care_medicines), CARE_MEDICINES),
                (tr!(recipe.care_keeping), CARE_KEEPING),
            ]
                .map(|(title, lines)| {
                    view! {
                        <h3>{title}</h3>
                        <Lines lines />
                    }
                })
                .collect_view()}
            <a class="btn btn--alert" href=Route::GetHelp.href()>
                {tr!(shell.get_help)}
            </a>
        </section>
        <section class="card card--pad" aria-labelledby="known">
            <h2 id="known">{tr!(recipe.known)}</h2>
            <Lines lines=FACTS />
        </section>
    }
}

/// Statements, each with its label and sources.
#[component]
fn Lines(
    /// The statements.
    lines: &'static [Powder],
) -> impl IntoView {
    view! {
        <div>
            {lines
                .iter()
                .map(|line| {
                    view! {
                        <article class="fact">
                            <p>{words::recipe::line(*line)}</p>
                            <GroundsView grounds=line.grounds() />
                        </article>
                    }
                })
                .collect_view()}
        </div>
    }
}
