//! Calcium food in the day's list: what was eaten, the way to the foods, and the latest one again.

use leptos::prelude::*;

use crate::pages::foods::{eat, eaten_today, lately};
use crate::route::Route;
use crate::state::use_app;
use crate::tr;
use crate::ui::icon::{Icon, IconView};
use crate::words;

/// The row.
#[component]
pub fn FoodRow() -> impl IntoView {
    let app = use_app();
    let eaten = eaten_today(app);
    let lately = lately(app, 1);
    let text = move || {
        let eaten = eaten.read();
        if eaten.is_empty() {
            tr!(foods.nothing).to_owned()
        } else {
            words::foods::list(&eaten)
        }
    };
    view! {
        <div class="row">
            <span class="row__icon">
                <IconView icon=Icon::Fish />
            </span>
            <span class="row__text">
                <b>{tr!(foods.today_title)}</b>
                <span>{text}</span>
            </span>
            <a class="btn btn--outline" href=Route::Foods.href()>
                {tr!(foods.choose)}
                <span class="unseen">{tr!(foods.of_food, food = tr!(foods.today_title))}</span>
            </a>
            {move || {
                lately
                    .get()
                    .into_iter()
                    .map(|food| {
                        view! {
                            <button type="button" class="btn" on:click=move |_| eat(app, food, 2)>
                                {tr!(foods.again, food = words::foods::food(food))}
                            </button>
                        }
                    })
                    .collect_view()
            }}
        </div>
    }
}
