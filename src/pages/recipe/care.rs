//! What is good to know about the powder: who asks first, what to mind, what is in it and what is known, each with its
//! evidence.

use leptos::prelude::*;

use crate::content::evidence::Grounds;
use crate::content::powder::{
    CARE_ASK, CARE_EATING, CARE_KEEPING, CARE_MEDICINES, CARE_REACTION, FACTS, Powder,
};
use crate::route::Route;
use crate::state::use_app;
use crate::tr;
use crate::ui::evidence::{AllGrounds, Statements};
use crate::ui::icon::Icon;
use crate::ui::link_row::LinkRow;
use crate::words;

use super::nutrition::NutritionTable;
use super::{PowderHead, is_forbidden, kitchen};

/// The page. Who should ask first and what needs help stand open; the rest is folded by what a person looks for.
#[component]
pub fn GoodToKnowPage() -> impl IntoView {
    let app = use_app();
    let forbidden = is_forbidden(app);
    view! {
        <div class="page powder">
            <PowderHead title=tr!(shell.good_to_know_title) forbidden />
            <section class="card card--pad" aria-labelledby="ask">
                <h2 id="ask">{tr!(recipe.care_ask)}</h2>
                <Statements all=grounded(CARE_ASK) />
            </section>
            <section class="card card--pad card--alert" aria-labelledby="allergy">
                <h2 id="allergy">{tr!(recipe.care_allergy)}</h2>
                <Statements all=grounded(CARE_REACTION) />
                <a class="btn btn--alert btn--wide" href=Route::GetHelp.href()>
                    {tr!(shell.get_help)}
                </a>
            </section>
            <div class="card card--pad card--folds">
                <WithMedicines />
                {[
                    (tr!(recipe.care_eating), CARE_EATING),
                    (tr!(recipe.care_keeping), CARE_KEEPING),
                    (tr!(recipe.known), FACTS),
                ]
                    .map(|(title, lines)| folded(title, lines))
                    .collect_view()}
                <details class="more more--target">
                    <summary>{tr!(recipe.nutrition)}</summary>
                    <NutritionTable kitchen=kitchen(app) />
                </details>
            </div>
            <LinkRow
                class="card row"
                href=Route::Traditional.href()
                icon=Some(Icon::Leaf)
                name=tr!(shell.traditional_title)
                text=tr!(recipe.tradition_line).into_any()
            />
        </div>
    }
}

/// What to mind with medicines: it stands where the dose is tapped too.
#[component]
pub fn WithMedicines() -> impl IntoView {
    folded(tr!(recipe.care_medicines), CARE_MEDICINES)
}

/// How a serving is taken, and how long the powder keeps.
#[component]
pub fn HowToTake() -> impl IntoView {
    view! {
        <details class="more more--target">
            <summary>{tr!(recipe.taking)}</summary>
            <Taking />
            <AllGrounds all=[Powder::Take, Powder::CareDry, Powder::CareRancid]
                .map(Powder::grounds)
                .to_vec() />
        </details>
    }
}

/// How a serving is taken, and how long the powder keeps, in words.
#[component]
pub fn Taking() -> impl IntoView {
    view! {
        <div class="stack">
            <p>
                <b>{tr!(recipe.twice)}</b>
                " "
                {words::recipe::line(Powder::Take)}
                " "
                {words::recipe::line(Powder::CareDry)}
            </p>
            <p>{tr!(recipe.keep)} " " {words::recipe::line(Powder::CareRancid)}</p>
        </div>
    }
}

fn folded(title: &'static str, lines: &[Powder]) -> AnyView {
    view! {
        <details class="more more--target">
            <summary>{title}</summary>
            <Statements all=grounded(lines) />
        </details>
    }
    .into_any()
}

fn grounded(lines: &[Powder]) -> Vec<(&'static str, Grounds)> {
    lines
        .iter()
        .map(|line| (words::recipe::line(*line), line.grounds()))
        .collect()
}
