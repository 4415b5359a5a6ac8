//! The powder as schema.org/Recipe in JSON-LD, for search engines and recipe collectors. The words are handed in.
//!
//! Invariant: `index.html` holds what this makes of the recipe as nobody has changed it (`tests/recipe_data.rs`), so that it
//! is there for readers that run no scripts; the recipe's page puts the person's own amounts in its place.

use serde_json::Value;

use crate::domain::nutrition::Nutrient;

/// The fields of schema.org/NutritionInformation, with what they tell.
pub const FIELDS: [(&str, Nutrient); 8] = [
    ("calories", Nutrient::Energy),
    ("proteinContent", Nutrient::Protein),
    ("fatContent", Nutrient::Fat),
    ("saturatedFatContent", Nutrient::Saturated),
    ("carbohydrateContent", Nutrient::Carbohydrate),
    ("fiberContent", Nutrient::Fibre),
    ("sugarContent", Nutrient::Sugars),
    ("sodiumContent", Nutrient::Sodium),
];

/// The recipe in words.
#[derive(Debug, Clone)]
pub struct Recipe<'a> {
    /// What it is called.
    pub name: &'a str,
    /// Who gives it.
    pub author: &'a str,
    /// What it is, with its allergens.
    pub about: String,
    /// How many servings.
    pub servings: String,
    /// How large one is.
    pub serving: String,
    /// What goes in.
    pub ingredients: Vec<String>,
    /// The steps: heading and text.
    pub steps: Vec<(&'a str, &'a str)>,
    /// What a serving holds, in the order of [`FIELDS`].
    pub held: Vec<String>,
}

impl Recipe<'_> {
    /// The text of the data block. No `<` is in it, so it cannot end the block.
    pub fn json(self) -> String {
        let steps = self.steps.into_iter().map(|(name, what)| {
            object(
                "HowToStep",
                vec![("name", text(name)), ("text", text(what))],
            )
        });
        let fields = FIELDS.into_iter().map(|(field, _)| field);
        let held = fields.zip(self.held.into_iter().map(Value::String));
        let held = [("servingSize", Value::String(self.serving))]
            .into_iter()
            .chain(held);
        let ingredients = self.ingredients.into_iter().map(Value::String);
        let recipe = vec![
            ("@context", text("https://schema.org")),
            ("name", text(self.name)),
            (
                "author",
                object("Organization", vec![("name", text(self.author))]),
            ),
            ("image", text("./icons/icon-512.png")),
            ("description", Value::String(self.about)),
            ("recipeYield", Value::String(self.servings)),
            ("recipeIngredient", Value::Array(ingredients.collect())),
            ("recipeInstructions", Value::Array(steps.collect())),
            ("nutrition", object("NutritionInformation", held.collect())),
            ("suitableForDiet", text("https://schema.org/VegetarianDiet")),
        ];
        object("Recipe", recipe).to_string().replace('<', "\\u003c")
    }
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
