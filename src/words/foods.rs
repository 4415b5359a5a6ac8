//! Foods, their figures and what is said about them, in words.

use crate::content::foods::{Claim, Food, Group};
use crate::domain::foods_eaten::Eaten;
use crate::tr;

by_id! {
    /// The name of a kind of food.
    pub fn group(Group in foods) {
        Dairy = group_dairy,
        Fish = group_fish,
        Beans = group_beans,
        Greens = group_greens,
        Nuts = group_nuts,
        Other = group_other,
    }
}

by_id! {
    /// The name of a food.
    pub fn food(Food in foods) {
        Milk = milk,
        Yogurt = yogurt,
        Cheddar = cheddar,
        Sardines = sardines,
        TinnedSalmon = tinned_salmon,
        FreshSalmon = fresh_salmon,
        DriedFish = dried_fish,
        Niboshi = niboshi,
        SakuraShrimp = sakura_shrimp,
        DriedShrimp = dried_shrimp,
        CookedShrimp = cooked_shrimp,
        Tofu = tofu,
        TofuNigari = tofu_nigari,
        Soymilk = soymilk,
        BokChoy = bok_choy,
        Collards = collards,
        Kale = kale,
        Almonds = almonds,
        Sesame = sesame,
        OrangeJuice = orange_juice,
        Egg = egg,
        Shiitake = shiitake,
        PortabellaUv = portabella_uv,
        Maitake = maitake,
    }
}

by_id! {
    /// What a portion of it is.
    pub fn portion(Food in foods) {
        Milk = milk_portion,
        Yogurt = yogurt_portion,
        Cheddar = cheddar_portion,
        Sardines = sardines_portion,
        TinnedSalmon = tinned_salmon_portion,
        FreshSalmon = fresh_salmon_portion,
        DriedFish = dried_fish_portion,
        Niboshi = niboshi_portion,
        SakuraShrimp = sakura_shrimp_portion,
        DriedShrimp = dried_shrimp_portion,
        CookedShrimp = cooked_shrimp_portion,
        Tofu = tofu_portion,
        TofuNigari = tofu_nigari_portion,
        Soymilk = soymilk_portion,
        BokChoy = bok_choy_portion,
        Collards = collards_portion,
        Kale = kale_portion,
        Almonds = almonds_portion,
        Sesame = sesame_portion,
        OrangeJuice = orange_juice_portion,
        Egg = egg_portion,
        Shiitake = shiitake_portion,
        PortabellaUv = portabella_uv_portion,
        Maitake = maitake_portion,
    }
}

by_id! {
    /// What is said.
    pub fn claim(Claim in foods) {
        Estimate = estimate,
        Balanced = balanced,
        Protein = protein,
        Powder = powder,
        CalciumTarget = calcium_target,
        CalciumLimit = calcium_limit,
        Tablets = tablets,
        CareGreens = care_greens,
        CareCalcium = care_calcium,
        F5 = f5,
        PeeledShrimp = peeled_shrimp,
        FishSalt = fish_salt,
        FishAsk = fish_ask,
        FishAllergy = fish_allergy,
        F6 = f6,
        MushroomUv = mushroom_uv,
        MushroomSun = mushroom_sun,
        BetterVitaminD = better_vitamin_d,
        VitaminDTarget = vitamin_d_target,
    }
}

/// The name of the food of a key.
pub fn by_key(key: &str) -> &'static str {
    Food::of_key(key).map_or(tr!(foods.other_food), food)
}

/// "1½ portions".
pub fn portions(halves: u32) -> String {
    match halves {
        1 => tr!(foods.half_portion).to_owned(),
        2 => tr!(foods.portion).to_owned(),
        _ => {
            let half = if halves.is_multiple_of(2) { "" } else { "½" };
            tr!(foods.portions, n = format!("{}{half}", halves / 2))
        }
    }
}

/// A line of the journal.
pub fn line(key: &str, halves: u8) -> String {
    let portions = portions(u32::from(halves));
    tr!(foods.line, food = by_key(key), portions = portions)
}

/// "Low-fat milk, kale": what was eaten, without amounts.
pub fn list(eaten: &[Eaten]) -> String {
    let names: Vec<&str> = eaten.iter().map(|one| by_key(&one.food)).collect();
    names.join(", ")
}

/// "1,200".
pub fn thousands(number: u32) -> String {
    if number < 1_000 {
        number.to_string()
    } else {
        format!("{},{:03}", number / 1_000, number % 1_000)
    }
}

/// "305 mg", or how much of it counts where that is less.
pub fn calcium(food: Food) -> String {
    let n = thousands(u32::from(food.figures().calcium_mg()));
    if food.counts_half() {
        tr!(
            foods.half_counts,
            n = n,
            half = food.counted_mg().to_string()
        )
    } else {
        tr!(foods.mg, n = n)
    }
}

/// "117 IU (2.9 µg)"; what no source tells is "not known".
pub fn vitamin_d(food: Food) -> String {
    food.figures().vitamin_d_iu().map_or_else(
        || tr!(foods.unknown).to_owned(),
        // 40 IU are a microgram, so 4 are a tenth.
        |iu| {
            tr!(
                foods.iu,
                iu = iu,
                micrograms = tenths((u32::from(iu) + 2) / 4)
            )
        },
    )
}

/// "0.7 g"; what no source tells is "not known".
pub fn salt(food: Food) -> String {
    food.figures().sodium_mg().map_or_else(
        || tr!(foods.unknown).to_owned(),
        |sodium| {
            // Salt is 2.54 times its sodium.
            let tenths_of_a_gram = (u32::from(sodium) * 254 + 5_000) / 10_000;
            if tenths_of_a_gram == 0 {
                tr!(foods.under).to_owned()
            } else {
                tr!(foods.grams, n = tenths(tenths_of_a_gram))
            }
        },
    )
}

fn tenths(number: u32) -> String {
    format!("{}.{}", number / 10, number % 10)
}
