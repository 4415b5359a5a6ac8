//! The recipe as schema.org/Recipe in JSON-LD, made from the same words that the page shows.

use serde_json::{Value, json};

use crate::content::powder::{self, Powder};
use crate::domain::kitchen::Kitchen;
use crate::domain::nutrition::{self, Nutrient};
use crate::domain::recipe::{SERVING_G, Weight};
use crate::tr;

use super::recipe as words;

/// The fields of schema.org/NutritionInformation, with what they tell.
const FIELDS: [(&str, Nutrient); 8] = [
    ("calories", Nutrient::Energy),
    ("proteinContent", Nutrient::Protein),
    ("fatContent", Nutrient::Fat),
    ("saturatedFatContent", Nutrient::Saturated),
    ("carbohydrateContent", Nutrient::Carbohydrate),
    ("fiberContent", Nutrient::Fibre),
    ("sugarContent", Nutrient::Sugars),
    ("sodiumContent", Nutrient::Sodium),
];

/// The text of the data block. No `<` is in it, so it cannot end the block.
pub fn recipe(kitchen: &Kitchen) -> String {
    let batch = kitchen.batch();
    let ingredients: Vec<String> = batch
        .parts()
        .map(|(one, weight)| words::ingredient_line(one, weight, kitchen.units, kitchen.sesame))
        .collect();
    let steps: Vec<Value> = powder::steps(kitchen.sugar)
        .chain([Powder::Take])
        .map(|step| {
            let name = match step {
                Powder::Take => tr!(recipe.taking),
                step => words::step_title(step),
            };
            json!({ "@type": "HowToStep", "name": name, "text": words::line(step) })
        })
        .collect();
    let mut held = json!({
        "@type": "NutritionInformation",
        "servingSize": words::grams(Weight::grams(SERVING_G)),
    });
    for (field, nutrient) in FIELDS {
        let amount = nutrition::held(&batch, kitchen.sesame, nutrient, SERVING_G);
        held[field] = words::nutrient_amount(nutrient, amount).into();
    }
    json!({
        "@context": "https://schema.org",
        "@type": "Recipe",
        "name": tr!(shell.recipe_title),
        "description": tr!(recipe.about, contains = tr!(recipe.contains)),
        "recipeYield": tr!(recipe.servings, servings = batch.servings()),
        "recipeIngredient": ingredients,
        "recipeInstructions": steps,
        "nutrition": held,
        "suitableForDiet": "https://schema.org/VegetarianDiet",
    })
    .to_string()
    .replace('<', "\\u003c")
}
