//! The shopping list, folded, with ticks that last.

use leptos::prelude::*;

use crate::domain::kitchen::{Bought, Kitchen};
use crate::domain::recipe::Ingredient;
use crate::state::use_app;
use crate::tr;
use crate::ui::field::Tick;
use crate::words;

/// What to buy for the chosen batch.
#[component]
pub fn Shopping(
    /// The choices.
    kitchen: Memo<Kitchen>,
) -> impl IntoView {
    let app = use_app();
    let tick = move |name: Signal<String>, of: fn(&mut Bought) -> &mut bool| {
        let on = Memo::new(move |_| *of(&mut { kitchen.read().bought }));
        let on_tick = Callback::new(move |is_on| {
            super::change(app, &|kitchen| *of(&mut kitchen.bought) = is_on);
        });
        view! { <Tick name on on_tick /> }
    };
    let name = move |one: Ingredient| {
        Signal::derive(move || {
            let kitchen = kitchen.read();
            let weight = kitchen.batch().of(one);
            words::recipe::ingredient_line(one, weight, kitchen.units, kitchen.sesame)
        })
    };
    view! {
        <details class="more more--target">
            <summary id="shopping">{tr!(recipe.shopping)}</summary>
            <div class="stack" role="group" aria-labelledby="shopping">
                {tick(name(Ingredient::Sesame), |bought| &mut bought.sesame)}
                {tick(name(Ingredient::Walnuts), |bought| &mut bought.walnuts)}
                {move || {
                    kitchen
                        .read()
                        .sugar
                        .then(|| tick(name(Ingredient::Sugar), |bought| &mut bought.sugar))
                }}
                {tick(
                    Signal::derive(|| tr!(recipe.shopping_jar).to_owned()),
                    |bought| &mut bought.jar,
                )}
            </div>
            <button
                type="button"
                class="btn"
                on:click=move |_| {
                    super::change(app, &|kitchen| kitchen.bought = Bought::default());
                    app.tell(tr!(recipe.cleared));
                }
            >
                {tr!(recipe.clear_ticks)}
            </button>
        </details>
    }
}
