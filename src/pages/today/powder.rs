//! The powder in the day's list. With an allergy to it there is no such line; before the first jar or dose it only
//! points to the recipe, which begins with the allergens.

use leptos::prelude::*;

use crate::domain::jars::{doses_on, has_begun, jars, stock};
use crate::domain::recipe::SERVINGS_A_DAY;
use crate::pages::recipe::dose::TakeDose;
use crate::pages::recipe::is_forbidden;
use crate::pages::recipe::jars::lasts;
use crate::route::Route;
use crate::state::use_app;
use crate::tr;
use crate::ui::icon::{Icon, IconView};
use crate::ui::live::{live, live_text};

/// Doses of today, what is left, and one tap for a dose.
#[component]
pub fn PowderRow() -> impl IntoView {
    let app = use_app();
    let forbidden = is_forbidden(app);
    let begun = Memo::new(move |_| app.model.with(|model| has_begun(&model.journal)));
    live(move || {
        (!forbidden.get()).then(|| {
            view! {
                <div class="row">
                    <span class="row__icon">
                        <IconView icon=Icon::Bowl />
                    </span>
                    {live(move || {
                        if begun.get() {
                            view! { <Doses /> }.into_any()
                        } else {
                            view! {
                                <span class="row__text">
                                    <b>{tr!(jar.name)}</b>
                                    <span>{tr!(jar.not_begun)}</span>
                                </span>
                                <a class="btn btn--outline" href=Route::Recipe.href()>
                                    {tr!(jar.to_recipe)}
                                </a>
                            }
                                .into_any()
                        }
                    })}
                </div>
            }
        })
    })
}

#[component]
fn Doses() -> impl IntoView {
    let app = use_app();
    let done = Memo::new(move |_| {
        app.model
            .with(|model| doses_on(&model.journal, model.today))
    });
    let in_stock = Memo::new(move |_| {
        app.model
            .with(|model| stock(&jars(&model.journal), model.settings.kitchen.dose()))
    });
    let enough = Memo::new(move |_| done.get() >= SERVINGS_A_DAY);
    let low = Memo::new(move |_| in_stock.get().is_some_and(|stock| stock.low));
    view! {
        <span class="row__text">
            <b>{tr!(jar.name)}</b>
            <span>
                <span class="dots" aria-hidden="true">
                    {live(move || {
                        (0..SERVINGS_A_DAY)
                            .map(|dot| view! { <i class:on=dot < done.get()></i> })
                            .collect_view()
                    })}
                </span>
                {live_text(move || tr!(jar.doses, done = done.get(), planned = SERVINGS_A_DAY))}
                {live_text(move || {
                    in_stock.get().map_or_else(String::new, |stock| format!(". {}", lasts(stock)))
                })}
            </span>
        </span>
        {live(move || (!enough.get()).then(|| view! { <TakeDose /> }))}
        {live(move || {
            low.get()
                .then(|| {
                    view! {
                        <p class="row__below">
                            {tr!(jar.low)} " "
                            <a href=Route::Recipe.href()>{tr!(jar.to_recipe)}</a>
                        </p>
                    }
                })
        })}
    }
}
