//! The recipe as schema.org/Recipe in JSON-LD, made from the same words that the page shows.

use serde_json::Value;

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
    let ingredients = batch
        .parts()
        .map(|(one, weight)| words::ingredient_line(one, weight, kitchen.units, kitchen.sesame))
        .map(Value::String)
        .collect();
    let steps = powder::steps(kitchen.sugar)
        .chain([Powder::Take])
        .map(|step| {
            let name = match step {
                Powder::Take => tr!(recipe.taking),
                step => words::step_title(step),
            };
            object(
                "HowToStep",
                vec![("name", text(name)), ("text", text(words::line(step)))],
            )
        })
        .collect();
    let mut held = vec![(
        "servingSize",
        Value::String(words::grams(Weight::grams(SERVING_G))),
    )];
    for (field, nutrient) in FIELDS {
        let amount = nutrition::held(&batch, kitchen.sesame, nutrient, SERVING_G);
        held.push((
            field,
            Value::String(words::nutrient_amount(nutrient, amount)),
        ));
    }
    let about = tr!(recipe.about, contains = tr!(recipe.contains));
    let servings = tr!(recipe.servings, servings = batch.servings());
    let recipe = vec![
        ("@context", text("https://schema.org")),
        ("name", text(tr!(shell.recipe_title))),
        ("description", Value::String(about)),
        ("recipeYield", Value::String(servings)),
        ("recipeIngredient", Value::Array(ingredients)),
        ("recipeInstructions", Value::Array(steps)),
        ("nutrition", object("NutritionInformation", held)),
        ("suitableForDiet", text("https://schema.org/VegetarianDiet")),
    ];
    object("Recipe", recipe).to_string().replace('<', "\\u003c")
}

fn text(text: &str) -> Value {
    Value::String(text.to_owned())
}

/// A thing of a type of schema.org.
fn object(kind: &str, fields: Vec<(&'static str, Value)>) -> Value {
    let named = [("@type", text(kind))].into_iter().chain(fields);
    Value::Object(
        named
            .map(|(name, value)| (name.to_owned(), value))
            .collect(),
    )
}
