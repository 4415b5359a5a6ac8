//! The recipe that stands in the page itself, for readers that run no scripts, is the app's.
#![allow(clippy::unwrap_used)]

#[allow(dead_code)] // not all of its ways to read are needed here
mod support {
    pub mod texts;
}

use std::fs;

use bonewise::content::powder::{self, Powder};
use bonewise::content::recipe_data::{FIELDS, Recipe};
use bonewise::domain::kitchen::Kitchen;
use bonewise::domain::nutrition::{self, Nutrient};
use bonewise::domain::recipe::{Ingredient, SERVING_G};
use support::texts::texts;

/// What the app makes of the recipe as nobody has changed it.
fn made() -> String {
    let kitchen = Kitchen::default();
    let batch = kitchen.batch();
    let (recipe, shell) = (texts("recipe"), texts("shell"));
    let filled = |key: &str, name: &str, value: &str| {
        recipe[key].replace(&format!("{{{{ {name} }}}}"), value)
    };
    let name = |one| match one {
        Ingredient::Sesame => &recipe["unhulled_sesame"],
        Ingredient::Walnuts => &recipe["walnuts"],
        Ingredient::Sugar => &recipe["sugar"],
    };
    let grams = |grams: u32| filled("grams_of", "n", &grams.to_string());
    let held = |nutrient| {
        let amount = nutrition::held(&batch, kitchen.sesame, nutrient, SERVING_G);
        let whole = ((amount + 500) / 1000).to_string();
        let tenths = (amount + 50) / 100;
        let tenths = format!("{}.{}", tenths / 10, tenths % 10);
        match nutrient {
            Nutrient::Energy => filled("kcal", "n", &whole),
            Nutrient::Sodium => filled("mg", "n", &whole),
            _ => filled("grams_of", "n", &tenths),
        }
    };
    let keys: Vec<(String, &str)> = powder::steps(kitchen.sugar)
        .map(|step| (format!("{}_title", step.key()), step.key()))
        .chain([("taking".to_owned(), Powder::Take.key())])
        .collect();
    Recipe {
        name: &shell["recipe_title"],
        author: &shell["app_name"],
        about: filled("about", "contains", &recipe["contains"]),
        servings: filled("servings", "servings", &batch.servings().to_string()),
        serving: grams(SERVING_G),
        ingredients: batch
            .parts()
            .map(|(one, weight)| format!("{} {}", grams(weight.whole_grams()), name(one)))
            .collect(),
        steps: keys
            .iter()
            .map(|(title, text)| (recipe[title].as_str(), recipe[*text].as_str()))
            .collect(),
        held: FIELDS.map(|(_, nutrient)| held(nutrient)).to_vec(),
    }
    .json()
}

fn served() -> String {
    const BLOCK: &str = "<script type=\"application/ld+json\" id=\"recipe-data\">";
    let page = fs::read_to_string("index.html").unwrap();
    assert_eq!(page.matches("application/ld+json").count(), 1);
    let (_, rest) = page.split_once(BLOCK).unwrap();
    rest.split_once("</script>").unwrap().0.to_owned()
}

#[test]
fn the_page_itself_holds_the_recipe_of_the_app() {
    let (made, served) = (made(), served());
    assert!(
        made == served,
        "index.html has another recipe than the app. Put this between the tags of its data block:\n{made}"
    );
}

#[test]
fn the_recipe_has_what_its_readers_ask_for() {
    let recipe: serde_json::Value = serde_json::from_str(&served()).unwrap();
    assert_eq!(recipe["@context"], "https://schema.org");
    assert_eq!(recipe["@type"], "Recipe");
    for field in ["name", "description", "recipeYield", "image"] {
        assert!(
            recipe[field].as_str().is_some_and(|text| !text.is_empty()),
            "{field}"
        );
    }
    assert_eq!(recipe["author"]["@type"], "Organization");
    let image = recipe["image"].as_str().unwrap();
    assert!(fs::exists(format!("public/{image}")).unwrap(), "{image}");
    let ingredients = recipe["recipeIngredient"].as_array().unwrap();
    assert_eq!(ingredients.len(), 3);
    assert!(
        ingredients
            .iter()
            .all(|line| line.as_str().unwrap().contains(" g "))
    );
    let steps = recipe["recipeInstructions"].as_array().unwrap();
    assert_eq!(steps.len(), 8);
    for step in steps {
        assert_eq!(step["@type"], "HowToStep");
        assert!(!step["name"].as_str().unwrap().is_empty());
        assert!(!step["text"].as_str().unwrap().is_empty());
    }
    assert_eq!(recipe["nutrition"]["servingSize"], "25 g");
    assert!(
        recipe["nutrition"]["calories"]
            .as_str()
            .unwrap()
            .ends_with(" kcal")
    );
    // What a block may not hold, because a browser would take it for its end.
    assert!(!served().contains('<'));
}
