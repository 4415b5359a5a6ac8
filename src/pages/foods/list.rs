//! The list of foods: found by name, filtered, in groups, and tapped.

use leptos::prelude::*;

use crate::content::foods::{Food, Group};
use crate::content::sources::SourceId;
use crate::domain::eating::Eating;
use crate::route::Route;
use crate::state::use_app;
use crate::tr;
use crate::ui::drawings::kitchen::GroupDrawing;
use crate::ui::field::Tick;
use crate::ui::search_field::SearchField;
use crate::words;

use super::sheet::{Sheet, eat};
use super::{Said, TakeBack};

/// The list with its search and filters.
#[component]
pub fn FoodList(sheet: Memo<Sheet>) -> impl IntoView {
    let app = use_app();
    let query = RwSignal::new(String::new());
    let count = move || {
        let (sheet, query) = (sheet.read(), query.read());
        let is_listed = |food: &&Food| sheet.lists(**food, &query);
        Food::ALL.iter().filter(is_listed).count()
    };
    let clear = move |_| {
        query.set(String::new());
        app.set(|settings| settings.eating.clear_filters());
    };
    let groups = Group::ALL
        .iter()
        .map(|group| view! { <FoodGroup group=*group sheet query /> })
        .collect_view();
    view! {
        <section class="card card--pad">
            <h2>{tr!(foods.list_title)}</h2>
            <SearchField
                id="find-food"
                name=tr!(foods.search)
                hint=tr!(foods.search_hint)
                value=query
            />
            <Filters sheet />
            <p class="soft" role="status">
                {move || match count() {
                    0 => tr!(foods.none).to_owned(),
                    1 => tr!(foods.found_one).to_owned(),
                    n => tr!(foods.found, n = n.to_string()),
                }}
            </p>
            <button
                type="button"
                class="btn btn--wide"
                hidden=move || { count() > 0 }
                on:click=clear
            >
                {tr!(foods.clear)}
            </button>
            <div>{groups}</div>
            {move || left_out(&sheet.read())}
            <p class="soft">{tr!(foods.figures_most)} " " {source_link(SourceId::UsdaSr28)}</p>
        </section>
    }
}

/// What is not listed because the person noted that it must not be eaten.
fn left_out(sheet: &Sheet) -> Option<AnyView> {
    let names: Vec<&str> = Food::ALL
        .iter()
        .filter(|food| food.is_forbidden(sheet.allergies))
        .map(|food| words::foods::food(*food))
        .collect();
    (!names.is_empty()).then(|| {
        view! {
            <p>{tr!(foods.left_out, foods = names.join("; "))}</p>
            <a class="btn btn--wide" href=Route::Settings.href()>
                {tr!(foods.change_allergies)}
            </a>
        }
        .into_any()
    })
}

fn source_link(id: SourceId) -> AnyView {
    view! {
        <a href=id.source().url rel="noopener noreferrer" target="_blank">
            {words::facts::source(id)}
        </a>
    }
    .into_any()
}

/// The filters, folded away. What an allergy leaves out already has none.
#[component]
fn Filters(sheet: Memo<Sheet>) -> impl IntoView {
    let app = use_app();
    let tick = move |name: &'static str, of: fn(&mut Eating) -> &mut bool| {
        let on = Signal::derive(move || *of(&mut sheet.read().eating.clone()));
        let on_tick = Callback::new(move |is_on| {
            app.set(|settings| *of(&mut settings.eating) = is_on);
        });
        view! { <Tick name=name.to_owned() on on_tick /> }.into_any()
    };
    // Allergies are noted on another page, so what they are does not change while this one is open.
    let allergies = sheet.read_untracked().allergies;
    view! {
        <details class="more more--target">
            <summary>
                {move || match sheet.read().eating.filters_on() {
                    0 => tr!(foods.filters).to_owned(),
                    n => tr!(foods.filters_on, n = n.to_string()),
                }}
            </summary>
            <div class="stack">
                {tick(tr!(foods.vegetarian), |eating| &mut eating.vegetarian)}
                {tick(tr!(foods.low_salt), |eating| &mut eating.low_salt)}
                {(!allergies.milk)
                    .then(|| tick(tr!(foods.dairy_free), |eating| &mut eating.dairy_free))}
                {(!allergies.fish)
                    .then(|| tick(tr!(foods.no_fish), |eating| &mut eating.no_fish))}
                {(!allergies.shellfish)
                    .then(|| tick(tr!(foods.no_shellfish), |eating| &mut eating.no_shellfish))}
                <p class="soft">{tr!(foods.low_salt_means)}</p>
            </div>
        </details>
    }
}

/// One kind of food, folded until it is opened or something is looked for.
#[component]
fn FoodGroup(group: Group, sheet: Memo<Sheet>, query: RwSignal<String>) -> impl IntoView {
    let of_group = move || {
        Food::ALL
            .iter()
            .copied()
            .filter(move |food| food.figures().group == group)
    };
    let count = move || {
        let (sheet, query) = (sheet.read(), query.read());
        of_group().filter(|food| sheet.lists(*food, &query)).count()
    };
    let rows = of_group()
        .map(|food| view! { <FoodRow food sheet query /> })
        .collect_view();
    view! {
        <details
            class="more group"
            hidden=move || count() == 0
            prop:open=move || !query.read().trim().is_empty()
        >
            <summary>
                <GroupDrawing group />
                {words::foods::group(group)} <small>{move || count().to_string()}</small>
            </summary>
            {(!group.care().is_empty()).then(|| view! { <Said claims=group.care() /> })}
            <ul class="foods">{rows}</ul>
        </details>
    }
}

/// A food: its portion, its figures, and the taps.
#[component]
fn FoodRow(food: Food, sheet: Memo<Sheet>, query: RwSignal<String>) -> impl IntoView {
    let name = words::foods::food(food);
    let source = food.figures().source;
    let figure = |what: &'static str, figure: String| {
        view! {
            <div>
                <dt>{what}</dt>
                <dd>{figure}</dd>
            </div>
        }
        .into_any()
    };
    let eaten_today = move || {
        let sheet = sheet.read();
        let eaten = sheet.eaten.iter().find(|one| one.food == food.key())?;
        let portions = words::foods::portions(eaten.halves);
        Some(view! {
            <div class="line">
                <b>{tr!(foods.today_so_much, portions = portions)}</b>
                <TakeBack eaten=eaten.clone() />
            </div>
        })
    };
    view! {
        <li class="food" hidden=move || !sheet.read().lists(food, &query.read())>
            <b>{name}</b>
            <p class="soft">{words::foods::portion(food)}</p>
            <dl class="food__figures">
                {figure(tr!(foods.calcium), words::foods::calcium(food))}
                {figure(tr!(foods.vitamin_d), words::foods::vitamin_d(food))}
                {figure(tr!(foods.salt), words::foods::salt(food))}
            </dl>
            {(source != SourceId::UsdaSr28)
                .then(|| {
                    view! {
                        <p class="soft">{tr!(foods.figures_from)} " " {source_link(source)}</p>
                    }
                })}
            <div class="line">
                {add(food, 2, tr!(foods.add_portion), "btn btn--outline")}
                {add(food, 1, tr!(foods.add_half), "btn")}
            </div>
            {eaten_today}
        </li>
    }
}

/// A button that notes halves of a portion.
fn add(food: Food, halves: u8, words: &'static str, class: &'static str) -> AnyView {
    let app = use_app();
    view! {
        <button type="button" class=class on:click=move |_| eat(app, food, halves)>
            {words} " "
            <span class="unseen">{tr!(foods.of_food, food = words::foods::food(food))}</span>
        </button>
    }
    .into_any()
}
