//! The recipe itself: ingredients, steps, how to take it. It is what is printed, on one page.

use leptos::prelude::*;

use crate::content::powder::{self, Powder};
use crate::domain::kitchen::Kitchen;
use crate::domain::recipe::Units;
use crate::route::Route;
use crate::tr;
use crate::ui::evidence::how_sure;
use crate::words;

use super::amounts::{Amounts, Batch};
use super::care::Taking;

/// Ingredients, steps and how to take it, at the chosen scale.
#[component]
pub fn RecipeCard(
    /// The choices.
    kitchen: Memo<Kitchen>,
) -> impl IntoView {
    let told: Vec<_> = powder::steps(true)
        .map(|step| (words::recipe::line(step), step.grounds()))
        .collect();
    view! {
        <article class="card card--pad recipe" aria-labelledby="need">
            <h2 id="need">{tr!(recipe.need)}</h2>
            <Batch kitchen />
            <Ingredients kitchen />
            <Amounts kitchen />
            <h2>{tr!(recipe.steps)}</h2>
            <Steps kitchen />
            <a class="btn btn--go btn--wide btn--big no-print" href=Route::Cook.href()>
                {tr!(recipe.cook)}
            </a>
            <h2 class="on-paper">{tr!(recipe.taking)}</h2>
            <details class="more more--target recipe__whole">
                <summary>{tr!(recipe.taking)}</summary>
                <Taking />
            </details>
            <p class="on-paper">
                {words::recipe::line(Powder::CareReaction)} " "
                {words::recipe::line(Powder::CareSwallow)}
            </p>
            <p class="on-paper">{words::recipe::line(Powder::CareKidney)}</p>
            {how_sure(&told)}
        </article>
    }
}

/// The steps: on the screen their names, and all of their words folded; on paper all of their words.
#[component]
fn Steps(
    /// The choices.
    kitchen: Memo<Kitchen>,
) -> impl IntoView {
    let sugar = Memo::new(move |_| kitchen.read().sugar);
    let names = move || {
        powder::steps(sugar.get())
            .map(|step| {
                view! {
                    <li>
                        {words::recipe::step_title(step)} " "
                        <span class="soft">{words::recipe::step_time(step)}</span>
                    </li>
                }
            })
            .collect_view()
    };
    let whole = move || {
        powder::steps(sugar.get())
            .map(|step| {
                view! {
                    <li>
                        <b>{words::recipe::step_title(step)}</b>
                        ". "
                        {words::recipe::line(step)}
                        " "
                        {words::recipe::step_extra(step)}
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <ol class="steps no-print">{names}</ol>
        <details class="more more--target recipe__whole">
            <summary>{tr!(recipe.whole_steps)}</summary>
            <ol class="steps">{whole}</ol>
        </details>
    }
}

/// The ingredients with their amounts.
#[component]
pub fn Ingredients(
    /// The choices.
    kitchen: Memo<Kitchen>,
) -> impl IntoView {
    move || {
        let kitchen = kitchen.get();
        let batch = kitchen.batch();
        view! {
            <p>{words::recipe::yields(&batch)}</p>
            <ul class="amounts">
                {batch
                    .parts()
                    .map(|(one, weight)| {
                        view! {
                            <li>
                                <b>{words::recipe::amount(one, weight, kitchen.units)}</b>
                                " "
                                <span>{words::recipe::ingredient(one, kitchen.sesame)}</span>
                            </li>
                        }
                    })
                    .collect_view()}
            </ul>
            <p class="soft">
                {tr!(recipe.total)} ": " {words::recipe::plain(batch.total(), kitchen.units)}
            </p>
            {(kitchen.units == Units::Cups)
                .then(|| view! { <p class="soft">{tr!(recipe.rough_note)}</p> })}
        }
    }
}
