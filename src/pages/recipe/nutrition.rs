//! What is in a serving and in a day, as a table.

use leptos::prelude::*;

use crate::content::powder::Powder;
use crate::domain::kitchen::Kitchen;
use crate::domain::nutrition::{Nutrient, Sesame, held};
use crate::domain::recipe::{SERVING_G, SERVINGS_A_DAY};
use crate::tr;
use crate::ui::evidence::GroundsView;
use crate::words;

/// The table for the chosen ingredients.
#[component]
pub fn NutritionTable(
    /// The choices.
    kitchen: Memo<Kitchen>,
) -> impl IntoView {
    view! {
        <div class="stack">
            <p>{words::recipe::line(Powder::F1Calcium)}</p>
            {move || {
                let kitchen = kitchen.get();
                let batch = kitchen.batch();
                let sesame = match kitchen.sesame {
                    Sesame::Unhulled => tr!(recipe.caption_unhulled),
                    Sesame::Hulled => tr!(recipe.caption_hulled),
                };
                let sugar = if kitchen.sugar {
                    tr!(recipe.caption_sugar)
                } else {
                    tr!(recipe.caption_no_sugar)
                };
                let amount = |nutrient, grams| {
                    let held = held(&batch, kitchen.sesame, nutrient, grams);
                    words::recipe::nutrient_amount(nutrient, held)
                };
                view! {
                    <table class="table table--held">
                        <caption>
                            {tr!(recipe.nutrition_caption, sesame = sesame, sugar = sugar)}
                        </caption>
                        <thead>
                            <tr>
                                <th scope="col">{tr!(recipe.nutrient)}</th>
                                <th scope="col">{tr!(recipe.in_serving)}</th>
                                <th scope="col">{tr!(recipe.in_day)}</th>
                            </tr>
                        </thead>
                        <tbody>
                            {Nutrient::ALL
                                .map(|nutrient| {
                                    view! {
                                        <tr>
                                            <th scope="row">
                                                {words::recipe::nutrient(nutrient)}
                                            </th>
                                            <td>{amount(nutrient, SERVING_G)}</td>
                                            <td>
                                                {amount(nutrient, SERVING_G * SERVINGS_A_DAY)}
                                            </td>
                                        </tr>
                                    }
                                })
                                .collect_view()}
                        </tbody>
                    </table>
                }
            }}
            <p class="soft">{tr!(recipe.nutrition_note)}</p>
            <GroundsView grounds=Powder::F1Calcium.grounds() />
        </div>
    }
}
