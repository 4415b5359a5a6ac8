//! Calcium food in the day's list: what was eaten, the way to the foods, and the latest one again.

use leptos::prelude::*;

use crate::pages::foods::sheet::{again, sheet};
use crate::route::Route;
use crate::state::use_app;
use crate::tr;
use crate::ui::icon::{Icon, IconView};
use crate::words;

/// The row.
#[component]
pub fn FoodRow() -> impl IntoView {
    let sheet = sheet(use_app());
    let text = move || {
        let sheet = sheet.read();
        if sheet.eaten.is_empty() {
            tr!(foods.nothing).to_owned()
        } else {
            words::foods::list(&sheet.eaten)
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
                {tr!(foods.choose)} " "
                <span class="unseen">{tr!(foods.today_title)}</span>
            </a>
            {move || sheet.read().lately.first().copied().map(again)}
        </div>
    }
}
