//! The list of foods: found by name, filtered, in groups, and tapped.

use leptos::prelude::*;

use crate::content::foods::{Food, Group};
use crate::domain::eating::Eating;
use crate::domain::search;
use crate::route::Route;
use crate::state::use_app;
use crate::tr;
use crate::ui::field::Tick;
use crate::ui::search::SearchField;
use crate::words;

use super::{TakeBack, eat, eaten_today};

/// The list with its search and filters.
#[component]
pub fn FoodList() -> impl IntoView {
    let app = use_app();
    let query = RwSignal::new(String::new());
    let forbidden = move |food: Food| {
        app.model
            .with(|model| food.is_forbidden(model.settings.person.allergies))
    };
    let shown = Memo::new(move |_| {
        let query = query.read();
        app.model.with(|model| {
            let allergies = model.settings.person.allergies;
            Food::ALL
                .iter()
                .copied()
                .filter(|food| {
                    let name = words::foods::food(*food);
                    !food.is_forbidden(allergies)
                        && food.passes(&model.settings.eating)
                        && search::finds(name, &query)
                })
                .collect::<Vec<Food>>()
        })
    });
    let is_searching = Memo::new(move |_| !query.read().trim().is_empty());
    let left_out = move || {
        let names: Vec<&str> = Food::ALL
            .iter()
            .filter(|food| forbidden(**food))
            .map(|food| words::foods::food(*food))
            .collect();
        (!names.is_empty()).then(|| {
            view! {
                <p>{tr!(foods.left_out, foods = names.join("; "))}</p>
                <a class="btn btn--wide" href=Route::Settings.href()>
                    {tr!(foods.change_allergies)}
                </a>
            }
        })
    };
    let clear = move |_| {
        query.set(String::new());
        app.set(|settings| settings.eating.clear_filters());
    };
    view! {
        <section class="card card--pad">
            <h2>{tr!(foods.list_title)}</h2>
            <SearchField
                id="find-food"
                name=tr!(foods.search)
                hint=tr!(foods.search_hint)
                text=query
            />
            <Filters />
            <p class="soft" role="status">
                {move || match shown.read().len() {
                    0 => tr!(foods.none).to_owned(),
                    1 => tr!(foods.found_one).to_owned(),
                    n => tr!(foods.found, n = n),
                }}
            </p>
            {move || {
                (shown.read().is_empty())
                    .then(|| {
                        view! {
                            <button type="button" class="btn btn--wide" on:click=clear>
                                {tr!(foods.clear)}
                            </button>
                        }
                    })
            }}
            <div>
                {Group::ALL
                    .iter()
                    .map(|group| view! { <FoodGroup group=*group shown is_searching /> })
                    .collect_view()}
            </div>
            {left_out}
        </section>
    }
}

/// The filters, folded away. What an allergy leaves out already has none.
#[component]
fn Filters() -> impl IntoView {
    let app = use_app();
    let allergies = Memo::new(move |_| app.model.with(|model| model.settings.person.allergies));
    let on = Memo::new(move |_| app.model.with(|model| model.settings.eating.filters_on()));
    let tick = move |name: &'static str, of: fn(&mut Eating) -> &mut bool| {
        let on = Memo::new(move |_| {
            let mut eating = app.model.with(|model| model.settings.eating.clone());
            *of(&mut eating)
        });
        let on_tick = Callback::new(move |is_on| {
            app.set(|settings| *of(&mut settings.eating) = is_on);
        });
        view! { <Tick name=name.to_owned() on on_tick /> }
    };
    view! {
        <details class="more more--target">
            <summary>
                {move || match on.get() {
                    0 => tr!(foods.filters).to_owned(),
                    n => tr!(foods.filters_on, n = n),
                }}
            </summary>
            <div class="stack">
                {tick(tr!(foods.vegetarian), |eating| &mut eating.vegetarian)}
                {tick(tr!(foods.low_salt), |eating| &mut eating.low_salt)}
                {move || {
                    let allergies = allergies.get();
                    view! {
                        {(!allergies.milk)
                            .then(|| tick(tr!(foods.dairy_free), |eating| &mut eating.dairy_free))}
                        {(!allergies.fish)
                            .then(|| tick(tr!(foods.no_fish), |eating| &mut eating.no_fish))}
                        {(!allergies.shellfish)
                            .then(|| {
                                tick(tr!(foods.no_shellfish), |eating| &mut eating.no_shellfish)
                            })}
                    }
                }} <p class="soft">{tr!(foods.low_salt_means)}</p>
            </div>
        </details>
    }
}

/// One kind of food, folded until it is opened or something is looked for.
#[component]
fn FoodGroup(group: Group, shown: Memo<Vec<Food>>, is_searching: Memo<bool>) -> impl IntoView {
    let count = Memo::new(move |_| {
        let shown = shown.read();
        shown
            .iter()
            .filter(|food| food.figures().group == group)
            .count()
    });
    let rows = Food::ALL
        .iter()
        .copied()
        .filter(|food| food.figures().group == group)
        .map(|food| view! { <FoodRow food shown /> })
        .collect_view();
    view! {
        <details
            class="more group"
            hidden=move || count.get() == 0
            prop:open=move || is_searching.get()
        >
            <summary>
                {words::foods::group(group)} <small>{move || count.get()}</small>
            </summary>
            <ul class="foods">{rows}</ul>
        </details>
    }
}

/// A food: its portion, its figures, and the taps.
#[component]
fn FoodRow(food: Food, shown: Memo<Vec<Food>>) -> impl IntoView {
    let app = use_app();
    let all = eaten_today(app);
    let eaten = Memo::new(move |_| {
        let all = all.read();
        all.iter().find(|one| one.food == food.key()).cloned()
    });
    let name = words::foods::food(food);
    let source = food.figures().source;
    let figures = [
        (tr!(foods.calcium), words::foods::calcium(food)),
        (tr!(foods.vitamin_d), words::foods::vitamin_d(food)),
        (tr!(foods.salt), words::foods::salt(food)),
    ];
    view! {
        <li class="food" hidden=move || !shown.read().contains(&food)>
            <b>{name}</b>
            <p class="soft">{words::foods::portion(food)}</p>
            <dl class="food__figures">
                {figures
                    .map(|(what, figure)| {
                        view! {
                            <div>
                                <dt>{what}</dt>
                                <dd>{figure}</dd>
                            </div>
                        }
                    })
                    .collect_view()}
            </dl>
            <div class="line">
                <button type="button" class="btn btn--outline" on:click=move |_| eat(app, food, 2)>
                    {tr!(foods.add_portion)}
                    <span class="unseen">{tr!(foods.of_food, food = name)}</span>
                </button>
                <button type="button" class="btn" on:click=move |_| eat(app, food, 1)>
                    {tr!(foods.add_half)}
                    <span class="unseen">{tr!(foods.of_food, food = name)}</span>
                </button>
            </div>
            {move || {
                eaten
                    .get()
                    .map(|eaten| {
                        let portions = words::foods::portions(eaten.halves);
                        view! {
                            <div class="line">
                                <b>{tr!(foods.today_so_much, portions = portions)}</b>
                                <TakeBack eaten />
                            </div>
                        }
                    })
            }}
            <p class="soft">
                {tr!(foods.figures_from)} " "
                <a href=source.source().url rel="noopener noreferrer" target="_blank">
                    {words::facts::source(source)}
                </a>
            </p>
        </li>
    }
}
