//! What the screens about food show, read from the model in one go.

use leptos::prelude::*;

use crate::content::foods::{Food, counted_mg};
use crate::domain::calcium::{self, DayCalcium, Target};
use crate::domain::eating::Eating;
use crate::domain::entry::Kind;
use crate::domain::foods_eaten::{self, Eaten};
use crate::domain::model::Model;
use crate::domain::person::{Allergies, Sex};
use crate::pages::taken_back::take_back_saying;
use crate::state::{App, use_app};
use crate::tr;
use crate::words;

/// How many of the foods eaten lately are offered to note again.
const LATELY: usize = 4;

/// Food, as far as screens need it.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// What was eaten today.
    pub eaten: Vec<Eaten>,
    /// The last seven days, oldest first.
    pub days: Vec<DayCalcium>,
    /// The foods noted lately that the person may eat, the latest first.
    pub lately: Vec<Food>,
    /// Age and sex, if both were told.
    pub age_and_sex: Option<(u8, Sex)>,
    /// What must not be eaten.
    pub allergies: Allergies,
    /// Filters and tablets.
    pub eating: Eating,
}

/// Follows the model.
pub fn sheet(app: App) -> Memo<Sheet> {
    Memo::new(move |_| app.model.with(Sheet::of))
}

impl Sheet {
    fn of(model: &Model) -> Self {
        let (journal, today, person) = (&model.journal, model.today, model.settings.person);
        Self {
            eaten: foods_eaten::eaten_on(journal, today),
            days: calcium::days(journal, today, 7, &model.settings.kitchen, counted_mg),
            lately: lately(model, LATELY),
            age_and_sex: person.age_on(today).zip(person.sex),
            allergies: person.allergies,
            eating: model.settings.eating.clone(),
        }
    }

    /// The milligrams of the tablets of a day.
    pub fn tablets_mg(&self) -> u32 {
        u32::from(self.eating.tablets_mg.unwrap_or(0))
    }

    /// Today's milligrams, food and tablets together.
    pub fn total_mg(&self) -> u32 {
        let today = self.days.last();
        today.map_or(0, |day| day.total_mg(self.tablets_mg()))
    }

    /// What a day is measured against, if age and sex are known and have a row.
    pub fn target(&self) -> Option<Target> {
        let (age, sex) = self.age_and_sex?;
        calcium::target(age, sex)
    }

    /// The foods that are listed: neither forbidden nor filtered out, and named like `query`.
    pub fn lists(&self, food: Food, query: &str) -> bool {
        !food.is_forbidden(self.allergies)
            && food.passes(&self.eating)
            && crate::domain::spelling::finds(words::foods::food(food), query)
    }
}

/// The foods noted lately that the person may eat, the latest first, at most `most`.
pub fn lately(model: &Model, most: usize) -> Vec<Food> {
    let allergies = model.settings.person.allergies;
    let may_be_eaten =
        |key: &str| Food::of_key(key).is_some_and(|food| !food.is_forbidden(allergies));
    foods_eaten::lately(&model.journal, model.today, most, may_be_eaten)
        .iter()
        .filter_map(|key| Food::of_key(key))
        .collect()
}

/// Notes a food, and says so.
pub fn eat(app: App, food: Food, halves: u8) {
    app.note(Kind::Food {
        food: food.key().to_owned(),
        halves,
    });
    let portions = words::foods::portions(u32::from(halves));
    app.tell(tr!(
        foods.noted,
        food = words::foods::food(food),
        portions = portions,
        mg = total_now(app)
    ));
}

/// Takes the latest tap on a food back, and says so.
pub fn take_back(app: App, eaten: &Eaten) {
    take_back_saying(app, eaten.last.clone(), |taken| {
        tr!(foods.taken_back, what = taken.what(), mg = total_now(app))
    });
}

fn total_now(app: App) -> String {
    words::foods::thousands(app.model.with_untracked(Sheet::of).total_mg())
}

/// A button that notes a portion of a food again.
pub fn again(food: Food) -> AnyView {
    let app = use_app();
    view! {
        <button type="button" class="btn btn--outline" on:click=move |_| eat(app, food, 2)>
            {tr!(foods.again, food = words::foods::food(food))}
        </button>
    }
    .into_any()
}
