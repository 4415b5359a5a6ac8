//! Foods and calcium: what was eaten, what it comes to, the list to tap, and what is known.

mod list;
pub mod sheet;
mod today;
mod week;

use leptos::prelude::*;

use crate::content::foods::Claim;
use crate::domain::foods_eaten::Eaten;
use crate::state::use_app;
use crate::tr;
use crate::ui::evidence::Statements;
use crate::ui::page_head::PageHead;
use crate::words;

/// The page.
#[component]
pub fn FoodsPage() -> impl IntoView {
    let sheet = sheet::sheet(use_app());
    view! {
        <div class="page page--wide">
            <PageHead title=tr!(shell.foods_title).to_owned()>
                <p class="lead">{tr!(foods.lead)}</p>
            </PageHead>
            <today::TodayCard sheet />
            <list::FoodList sheet />
            <week::WeekCard sheet />
            <week::Tablets sheet />
            <Known title=tr!(foods.known_sum) claims=Claim::SUM />
            <Known title=tr!(foods.known_fish) claims=Claim::FISH />
            <Known title=tr!(foods.known_vitamin_d) claims=Claim::VITAMIN_D />
        </div>
    }
}

#[component]
fn Known(title: &'static str, claims: &'static [Claim]) -> impl IntoView {
    view! {
        <details class="card card--pad more more--target">
            <summary>
                <h2>{title}</h2>
            </summary>
            <Said claims />
        </details>
    }
}

/// Statements about foods, each with what it rests on.
#[component]
fn Said(claims: &'static [Claim]) -> impl IntoView {
    let all = claims
        .iter()
        .map(|claim| (words::foods::claim(*claim), claim.grounds()))
        .collect();
    view! { <Statements all /> }
}

/// The button that takes the latest tap on a food back.
#[component]
fn TakeBack(eaten: Eaten) -> impl IntoView {
    let app = use_app();
    let food = words::foods::by_key(&eaten.food);
    view! {
        <button type="button" class="btn" on:click=move |_| sheet::take_back(app, &eaten)>
            {tr!(foods.take_back)} " "
            <span class="unseen">{food}</span>
        </button>
    }
}
