//! Calcium food in the day's list: what was eaten, the way to the foods, and the latest one again.

use leptos::prelude::*;

use crate::content::foods::Food;
use crate::domain::foods_eaten::eaten_on;
use crate::domain::model::Model;
use crate::pages::foods::sheet::{again, lately};
use crate::route::Route;
use crate::state::use_app;
use crate::tr;
use crate::ui::icon::{Icon, IconView};
use crate::ui::live::{live, live_text};
use crate::words;

/// The row.
#[component]
pub fn FoodRow() -> impl IntoView {
    let app = use_app();
    let shown = Memo::new(move |_| app.model.with(shown));
    view! {
        <div class="row">
            <span class="row__icon">
                <IconView icon=Icon::Glass />
            </span>
            <span class="row__text">
                <b>{tr!(foods.today_title)}</b>
                <span>{live_text(move || shown.read().0.clone())}</span>
            </span>
            <a class="btn btn--outline" href=Route::Foods.href()>
                {tr!(foods.choose)} " "
                <span class="unseen">{tr!(foods.today_title)}</span>
            </a>
            {live(move || shown.read().1.map(again))}
        </div>
    }
}

/// What was eaten today, in words, and the food to note again.
fn shown(model: &Model) -> (String, Option<Food>) {
    let eaten = eaten_on(&model.journal, model.today);
    let text = if eaten.is_empty() {
        tr!(foods.nothing).to_owned()
    } else {
        words::foods::list(&eaten)
    };
    (text, lately(model, 1).first().copied())
}
