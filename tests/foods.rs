//! The food table as a person meets it: figures of a portion, what must not be eaten, and the filters.
#![allow(clippy::unwrap_used)]

use bonewise::content::foods::{Food, counted_mg};
use bonewise::domain::eating::Eating;
use bonewise::domain::person::Allergies;

fn listed(filters: &Eating) -> Vec<Food> {
    Food::ALL
        .iter()
        .copied()
        .filter(|food| food.passes(filters))
        .collect()
}

/// The portions that the review of sources computed, from the same table: calcium mg, vitamin D IU, sodium mg.
/// A unit may be lost where it rounded the portion's weight.
#[test]
fn a_portion_holds_what_the_evidence_says() {
    let rows: &[(Food, u16, Option<u16>, Option<u16>)] = &[
        (Food::Milk, 305, Some(117), None),
        (Food::Yogurt, 311, None, None),
        (Food::Tofu, 434, None, None),
        (Food::TofuNigari, 253, None, None),
        (Food::Soymilk, 299, Some(105), None),
        (Food::OrangeJuice, 349, None, None),
        (Food::Sardines, 325, Some(164), Some(261)),
        (Food::TinnedSalmon, 241, Some(493), None),
        (Food::BokChoy, 158, None, None),
        (Food::Collards, 268, None, None),
        (Food::Kale, 94, None, None),
        (Food::Almonds, 76, None, None),
        (Food::Sesame, 88, None, None),
        (Food::DriedFish, 160, None, None),
        (Food::Niboshi, 220, None, None),
        (Food::SakuraShrimp, 200, None, None),
        (Food::DriedShrimp, 710, None, None),
        (Food::Egg, 25, Some(44), None),
        (Food::CookedShrimp, 77, None, Some(805)),
        (Food::Shiitake, 2, Some(23), None),
    ];
    for (food, calcium, vitamin_d, sodium) in rows {
        let figures = food.figures();
        assert!(figures.calcium_mg().abs_diff(*calcium) <= 1, "{food:?}");
        if let Some(iu) = vitamin_d {
            let known = figures.vitamin_d_iu().unwrap();
            assert!(known.abs_diff(*iu) <= 1, "{food:?}: {known} IU");
        }
        if let Some(mg) = sodium {
            assert_eq!(figures.sodium_mg(), Some(*mg), "{food:?}");
        }
    }
}

#[test]
fn what_no_source_tells_is_unknown_and_not_nought() {
    for food in [Food::Niboshi, Food::SakuraShrimp, Food::DriedShrimp] {
        assert_eq!(food.figures().vitamin_d_iu(), None);
        assert_eq!(food.figures().sodium_mg(), None);
    }
    assert_eq!(Food::Tofu.figures().vitamin_d_iu(), Some(0));
}

#[test]
fn half_counts_where_much_is_bound_or_the_uptake_is_not_known() {
    assert_eq!(counted_mg("sesame"), Some(44));
    assert_eq!(counted_mg("dried_shrimp"), Some(355));
    assert_eq!(counted_mg("milk"), Some(305));
    assert_eq!(counted_mg("of_2031"), None);
}

#[test]
fn keys_come_back_as_their_foods() {
    for food in Food::ALL {
        assert_eq!(Food::of_key(food.key()), Some(*food));
    }
}

#[test]
fn each_allergy_forbids_its_foods_and_no_others() {
    type Foods = &'static [Food];
    let none = Allergies::default();
    let rows: [(Allergies, Foods); 5] = [
        (
            Allergies { milk: true, ..none },
            &[Food::Milk, Food::Yogurt, Food::Cheddar],
        ),
        (
            Allergies { fish: true, ..none },
            &[
                Food::Sardines,
                Food::TinnedSalmon,
                Food::FreshSalmon,
                Food::DriedFish,
                Food::Niboshi,
            ],
        ),
        (
            Allergies {
                shellfish: true,
                ..none
            },
            &[Food::SakuraShrimp, Food::DriedShrimp, Food::CookedShrimp],
        ),
        (
            Allergies {
                sesame: true,
                ..none
            },
            &[Food::Sesame],
        ),
        (
            Allergies {
                tree_nuts: true,
                ..none
            },
            &[Food::Almonds],
        ),
    ];
    for (allergies, forbidden) in rows {
        for food in Food::ALL {
            let is_forbidden = forbidden.contains(food);
            assert_eq!(food.is_forbidden(allergies), is_forbidden, "{food:?}");
            assert!(!food.is_forbidden(none));
        }
    }
}

#[test]
fn filters_leave_out_what_they_name() {
    let all = Eating::default();
    assert_eq!(listed(&all).len(), Food::ALL.len());
    let vegetarian = listed(&Eating {
        vegetarian: true,
        ..Eating::default()
    });
    assert_eq!(vegetarian.len(), Food::ALL.len() - 8);
    assert!(vegetarian.contains(&Food::Egg) && !vegetarian.contains(&Food::DriedShrimp));
    let dairy_free = listed(&Eating {
        dairy_free: true,
        ..Eating::default()
    });
    assert_eq!(dairy_free.len(), Food::ALL.len() - 3);
    let no_fish = listed(&Eating {
        no_fish: true,
        ..Eating::default()
    });
    assert!(no_fish.contains(&Food::CookedShrimp) && !no_fish.contains(&Food::Niboshi));
    let no_shellfish = listed(&Eating {
        no_shellfish: true,
        ..Eating::default()
    });
    assert!(!no_shellfish.contains(&Food::CookedShrimp) && no_shellfish.contains(&Food::Niboshi));
}

#[test]
fn low_salt_is_known_and_140_mg_of_sodium_at_most() {
    let low = listed(&Eating {
        low_salt: true,
        ..Eating::default()
    });
    for food in Food::ALL {
        let expected = food.figures().sodium_mg().is_some_and(|mg| mg <= 140);
        assert_eq!(low.contains(food), expected, "{food:?}");
    }
    // Yogurt has 119 mg; Cheddar 174; of niboshi nobody says.
    assert!(low.contains(&Food::Yogurt));
    assert!(!low.contains(&Food::Cheddar) && !low.contains(&Food::Niboshi));
}
