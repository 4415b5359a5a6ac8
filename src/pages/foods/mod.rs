//! Foods and calcium: what was eaten, what it comes to, the list to tap, and what is known.

mod list;
mod today;
mod week;

use leptos::prelude::*;

use crate::content::foods::{Claim, Food, counted_mg};
use crate::domain::calcium;
use crate::domain::entry::Kind;
use crate::domain::foods_eaten::{Eaten, eaten_on};
use crate::domain::model::{Event, Model};
use crate::state::App;
use crate::tr;
use crate::ui::page_head::PageHead;
use crate::ui::statement::Statements;
use crate::words;

/// The page.
#[component]
pub fn FoodsPage() -> impl IntoView {
    view! {
        <div class="page page--wide">
            <PageHead title=tr!(shell.foods_title).to_owned()>
                <p class="lead">{tr!(foods.lead)}</p>
            </PageHead>
            <today::TodayCard />
            <list::FoodList />
            <week::WeekCard />
            <week::Tablets />
            <Known title=tr!(foods.known_sum) claims=Claim::SUM />
            <Known title=tr!(foods.known_fish) claims=Claim::FISH />
            <Known title=tr!(foods.known_vitamin_d) claims=Claim::VITAMIN_D />
        </div>
    }
}

#[component]
fn Known(title: &'static str, claims: &'static [Claim]) -> impl IntoView {
    let all = claims
        .iter()
        .map(|claim| (words::foods::claim(*claim), claim.grounds()))
        .collect();
    view! {
        <section class="card card--pad">
            <h2>{title}</h2>
            <Statements all />
        </section>
    }
}

/// What was eaten today.
pub fn eaten_today(app: App) -> Memo<Vec<Eaten>> {
    Memo::new(move |_| {
        app.model
            .with(|model| eaten_on(&model.journal, model.today))
    })
}

/// The foods noted lately that the person may eat, the latest first.
pub fn lately(app: App, most: usize) -> Memo<Vec<Food>> {
    Memo::new(move |_| {
        app.model.with(|model| {
            let allergies = model.settings.person.allergies;
            let may_be_eaten =
                |key: &str| Food::of_key(key).is_some_and(|food| !food.is_forbidden(allergies));
            let keys =
                crate::domain::foods_eaten::lately(&model.journal, model.today, most, may_be_eaten);
            keys.iter().filter_map(|key| Food::of_key(key)).collect()
        })
    })
}

/// Today's sum of a model, in milligrams.
fn total_mg(model: &Model) -> u32 {
    let tablets = tablets_mg(model);
    calcium::days(&model.journal, model.today, 1, counted_mg)
        .first()
        .map_or(tablets, |day| day.total_mg(tablets))
}

/// The tablets of a day, in milligrams.
fn tablets_mg(model: &Model) -> u32 {
    u32::from(model.settings.eating.tablets_mg.unwrap_or(0))
}

/// Notes a food, and says so.
pub fn eat(app: App, food: Food, halves: u8) {
    app.send(Event::Noted(Box::new(Kind::Food {
        food: food.key().to_owned(),
        halves,
    })));
    let mg = words::foods::thousands(app.model.with_untracked(total_mg));
    let portions = words::foods::portions(u32::from(halves));
    app.tell(tr!(
        foods.noted,
        food = words::foods::food(food),
        portions = portions,
        mg = mg
    ));
}

/// Takes the latest tap on a food back, and says so.
fn take_back(app: App, eaten: &Eaten) {
    app.send(Event::Undid(eaten.last.clone()));
    let mg = words::foods::thousands(app.model.with_untracked(total_mg));
    app.tell(tr!(foods.taken_back, mg = mg));
}

/// The button that takes the latest tap on a food back.
#[component]
fn TakeBack(eaten: Eaten) -> impl IntoView {
    let app = crate::state::use_app();
    let food = words::foods::by_key(&eaten.food);
    view! {
        <button type="button" class="btn" on:click=move |_| take_back(app, &eaten)>
            {tr!(foods.take_back)}
            <span class="unseen">{tr!(foods.of_food, food = food)}</span>
        </button>
    }
}
