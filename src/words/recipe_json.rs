//! The recipe as search engines and recipe collectors read it, made from the same words that the page shows.

use crate::content::powder::{self, Powder};
use crate::content::recipe_data::{FIELDS, Recipe};
use crate::domain::kitchen::Kitchen;
use crate::domain::nutrition;
use crate::domain::recipe::{SERVING_G, Weight};
use crate::tr;

use super::recipe as words;

/// The text of the data block.
pub fn recipe(kitchen: &Kitchen) -> String {
    let batch = kitchen.batch();
    let title = |step| match step {
        Powder::Take => tr!(recipe.taking),
        step => words::step_title(step),
    };
    let held = |nutrient| {
        let amount = nutrition::held(&batch, kitchen.sesame, nutrient, SERVING_G);
        words::nutrient_amount(nutrient, amount)
    };
    let recipe = Recipe {
        name: tr!(shell.recipe_title),
        author: tr!(shell.app_name),
        about: tr!(recipe.about, contains = tr!(recipe.contains)),
        servings: tr!(recipe.servings, servings = batch.servings()),
        serving: words::grams(Weight::grams(SERVING_G)),
        ingredients: batch
            .parts()
            .map(|(one, weight)| words::ingredient_line(one, weight, kitchen.units, kitchen.sesame))
            .collect(),
        steps: powder::steps(kitchen.sugar)
            .chain([Powder::Take])
            .map(|step| (title(step), words::line(step)))
            .collect(),
        held: FIELDS.map(|(_, nutrient)| held(nutrient)).to_vec(),
    };
    recipe.json()
}
