//! The powder in words: lines, amounts in every unit, nutrients.

use crate::content::powder::Powder;
use crate::domain::nutrition::{Nutrient, Sesame};
use crate::domain::recipe::{
    Batch, Ingredient, Measure, Reading, SERVINGS_A_DAY, Units, Weight, in_grams, in_measures,
    in_ounces,
};
use crate::tr;

by_id! {
    /// A statement about the powder.
    pub fn line(Powder in recipe) {
        F1 = f1,
        F1Calcium = f1_calcium,
        F2 = f2,
        F3 = f3,
        F3Why = f3_why,
        F4 = f4,
        StepCheck = step_check,
        StepRoast = step_roast,
        StepCool = step_cool,
        StepToast = step_toast,
        StepGrind = step_grind,
        StepMix = step_mix,
        StepStore = step_store,
        Take = take,
        CareDry = care_dry,
        CareSwallow = care_swallow,
        CarePan = care_pan,
        CareBowel = care_bowel,
        CareWeight = care_weight,
        CareCold = care_cold,
        CareFresh = care_fresh,
        CareRancid = care_rancid,
        CareGerms = care_germs,
        CareAlendronate = care_alendronate,
        CareLevothyroxine = care_levothyroxine,
        CareAntibiotics = care_antibiotics,
        CareThinner = care_thinner,
        CareKidney = care_kidney,
        CareSugar = care_sugar,
        CareAllergens = care_allergens,
        CareReaction = care_reaction,
    }
}

by_id! {
    /// The name of a nutrient.
    pub fn nutrient(Nutrient in recipe) {
        Energy = energy,
        Protein = protein,
        Fat = fat,
        Saturated = saturated,
        Polyunsaturated = polyunsaturated,
        Carbohydrate = carbohydrate,
        Fibre = fibre,
        Sugars = sugars,
        Calcium = calcium,
        Iron = iron,
        Magnesium = magnesium,
        Phosphorus = phosphorus,
        Potassium = potassium,
        Sodium = sodium,
        Zinc = zinc,
    }
}

/// The heading of a step; nothing for what is no step.
pub fn step_title(step: Powder) -> &'static str {
    match step {
        Powder::StepCheck => tr!(recipe.step_check_title),
        Powder::StepRoast => tr!(recipe.step_roast_title),
        Powder::StepCool => tr!(recipe.step_cool_title),
        Powder::StepToast => tr!(recipe.step_toast_title),
        Powder::StepGrind => tr!(recipe.step_grind_title),
        Powder::StepMix => tr!(recipe.step_mix_title),
        Powder::StepStore => tr!(recipe.step_store_title),
        _ => "",
    }
}

/// About how long a step takes, in short.
pub fn step_time(step: Powder) -> Option<String> {
    let (least, most) = step.minutes()?;
    Some(tr!(recipe.short_time, least = least, most = most))
}

/// What belongs to a step beside its text: the oven's heat, and how long it takes.
pub fn step_extra(step: Powder) -> Option<String> {
    let (least, most) = step.minutes()?;
    let time = tr!(recipe.usual_time, least = least, most = most);
    Some(if step == Powder::StepToast {
        let oven = tr!(recipe.oven, celsius = 165, fahrenheit = 330);
        format!("{oven} {time}")
    } else {
        time
    })
}

/// The name of an ingredient, as on a shopping list.
pub fn ingredient(one: Ingredient, sesame: Sesame) -> &'static str {
    match (one, sesame) {
        (Ingredient::Sesame, Sesame::Unhulled) => tr!(recipe.unhulled_sesame),
        (Ingredient::Sesame, Sesame::Hulled) => tr!(recipe.hulled_sesame),
        (Ingredient::Walnuts, _) => tr!(recipe.walnuts),
        (Ingredient::Sugar, _) => tr!(recipe.sugar),
    }
}

/// How much of an ingredient.
pub fn amount(one: Ingredient, weight: Weight, units: Units) -> String {
    match units {
        Units::Cups => {
            let measure = measure(in_measures(one, weight));
            tr!(recipe.rough, measure = measure, grams = grams(weight))
        }
        Units::Grams | Units::Ounces => plain(weight, units),
    }
}

/// How much of the whole mix, which has no cups.
pub fn plain(weight: Weight, units: Units) -> String {
    if units != Units::Ounces {
        return grams(weight);
    }
    match in_ounces(weight) {
        Reading::Under => tr!(recipe.under_ounce).to_owned(),
        reading => tr!(recipe.ounces_of, n = number(reading)),
    }
}

/// In grams.
pub fn grams(weight: Weight) -> String {
    match in_grams(weight) {
        Reading::Under => tr!(recipe.under_gram).to_owned(),
        reading => tr!(recipe.grams_of, n = number(reading)),
    }
}

fn number(reading: Reading) -> String {
    match reading {
        Reading::Whole(whole) => whole.to_string(),
        Reading::Tenths(tenths) => in_tenths(tenths),
        Reading::Under => String::new(),
    }
}

fn in_tenths(tenths: u32) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}

fn measure(measure: Measure) -> String {
    match measure {
        Measure::Cups(n @ 0..=4) => tr!(recipe.cup, n = quarters(n)),
        Measure::Cups(n) => tr!(recipe.cups_of, n = quarters(n)),
        Measure::Tablespoons(n @ 0..=4) => tr!(recipe.tablespoon, n = quarters(n)),
        Measure::Tablespoons(n) => tr!(recipe.tablespoons, n = quarters(n)),
        Measure::Teaspoons(n @ 0..=4) => tr!(recipe.teaspoon, n = quarters(n)),
        Measure::Teaspoons(n) => tr!(recipe.teaspoons, n = quarters(n)),
        Measure::Pinch => tr!(recipe.pinch).to_owned(),
    }
}

/// "1¾".
fn quarters(n: u32) -> String {
    let share = ["", "¼", "½", "¾"][(n % 4) as usize];
    match n / 4 {
        0 => share.to_owned(),
        whole => format!("{whole}{share}"),
    }
}

/// "250 g black sesame seeds, unhulled".
pub fn ingredient_line(one: Ingredient, weight: Weight, units: Units, sesame: Sesame) -> String {
    format!("{} {}", amount(one, weight, units), ingredient(one, sesame))
}

/// How many servings a batch makes, and for how many days.
pub fn yields(batch: &Batch) -> String {
    let servings = batch.servings();
    match servings / SERVINGS_A_DAY {
        0 => tr!(recipe.yield_few).to_owned(),
        1 => tr!(recipe.yield_day, servings = servings),
        days => tr!(recipe.yield_many, servings = servings, days = days),
    }
}

/// An amount of a nutrient, given in thousandths of its unit.
pub fn nutrient_amount(of: Nutrient, thousandths: u32) -> String {
    use Nutrient::{Calcium, Energy, Iron, Magnesium, Phosphorus, Potassium, Sodium, Zinc};
    let whole = (thousandths + 500) / 1000;
    let tenths = in_tenths((thousandths + 50) / 100);
    match of {
        Energy => tr!(recipe.kcal, n = whole),
        Calcium | Magnesium | Phosphorus | Potassium | Sodium => tr!(recipe.mg, n = whole),
        Iron | Zinc => tr!(recipe.mg, n = tenths),
        _ => tr!(recipe.grams_of, n = tenths),
    }
}

/// How long a timer has been over, to stand behind its ring; nothing in the first minute.
pub fn over(minutes: i64) -> String {
    match minutes {
        ..=0 => String::new(),
        1 => tr!(recipe.rang_over).to_owned(),
        2..=120 => tr!(recipe.rang_over_minutes, minutes = minutes),
        _ => tr!(recipe.rang_over_long).to_owned(),
    }
}
