//! The search finds the right page for words as people type them.
#![allow(clippy::unwrap_used)]

#[allow(dead_code)] // not all of its ways to read are needed here
mod support {
    pub mod said;
    pub mod texts;
}

use std::collections::BTreeMap;

use bonewise::content::places::{Place, statements};
use bonewise::domain::search::{Index, Language, Page};
use support::said::said;
use support::texts::texts;

/// Plain words, and the page that has to be among the first three.
#[rustfmt::skip]
const QUERIES: &[(&str, Place)] = &[
    ("back hurts", Place::BackPain), ("my lower back aches when I sit", Place::BackPain),
    ("hunch", Place::Stoop), ("I am getting shorter", Place::Stoop), ("cannot lie flat at night", Place::Stoop),
    ("tingling legs", Place::PressedNerves), ("pins and needles", Place::PressedNerves), ("sciatica", Place::PressedNerves),
    ("bloated after eating", Place::SqueezedChest), ("heart racing", Place::SqueezedChest),
    ("out of breath on stairs", Place::SqueezedChest),
    ("broke my wrist", Place::EasyBreaks), ("brittle bones", Place::EasyBreaks),
    ("ibuprofen", Place::PainMedicine), ("painkillers bad for kidneys", Place::PainMedicine),
    ("how common is osteoporosis", Place::Facts), ("how many women", Place::Facts),
    ("bone density", Place::BoneTest), ("measure height", Place::Height), ("stand on one leg", Place::Balance),
    ("getting up from a chair", Place::ChairStand), ("rugs and stairs", Place::HomeSafety),
    ("chinese medicine", Place::Traditional), ("rub the kidney point", Place::Traditional),
    ("squats", Place::KneeBend), ("tiptoe", Place::HeelDrop), ("sesame powder", Place::Recipe),
    ("how much calcium in milk", Place::Foods), ("is coffee bad", Place::Habits), ("bigger letters", Place::Settings),
    ("where does this come from? studies", Place::Sources), ("write down where it hurts", Place::LookAndNote),
];

/// The same with slips of the finger and spellings by ear.
#[rustfmt::skip]
const MISSPELT: &[(&str, Place)] = &[
    ("bak pain", Place::BackPain), ("back hurst", Place::BackPain), ("hunchbak", Place::Stoop), ("kyfosis", Place::Stoop),
    ("tingeling legs", Place::PressedNerves), ("siatica", Place::PressedNerves), ("osteoperosis", Place::EasyBreaks),
    ("ibuprofin", Place::PainMedicine), ("pain kilers", Place::PainMedicine), ("bonedensity tets", Place::BoneTest),
    ("ballance", Place::Balance), ("tradicional", Place::Traditional), ("sessame", Place::Recipe), ("calsium", Place::Foods),
    ("smokeing", Place::Habits), ("palpatations", Place::SqueezedChest), ("fracure", Place::EasyBreaks),
];

/// Families of words, the spellings of both sides of the ocean, and what people call medicines and foods.
#[rustfmt::skip]
const NAMES: &[(&str, Place)] = &[
    // families
    ("dizziness", Place::GetHelp), ("weakness in my leg", Place::PressedNerves), ("weakness", Place::EasyBreaks),
    ("breathlessness", Place::GetHelp), ("unsteadiness", Place::Balance), ("numbness", Place::PressedNerves),
    ("stooped posture", Place::Stoop), ("fragility", Place::EasyBreaks), ("brittleness", Place::EasyBreaks),
    ("painful back", Place::BackPain), ("swellings", Place::GetHelp), ("tingles", Place::PressedNerves),
    ("squatting", Place::KneeBend), ("slipping", Place::HomeSafety), ("fractures", Place::EasyBreaks),
    ("bloat", Place::SqueezedChest), ("vertigo", Place::GetHelp), ("tiptoeing", Place::HeelDrop),
    ("stiffness and posture", Place::Stoop), ("swallowing", Place::GetHelp), ("loss of height", Place::Stoop),
    ("smoker", Place::Habits), ("sciatic", Place::PressedNerves), ("steadiness", Place::Balance),
    // conditions
    ("osteoarthritis", Place::KneeBend), ("arthrosis of the knee", Place::KneeBend), ("vision", Place::Safety),
    ("cataract", Place::Safety), ("palpitation", Place::SqueezedChest), ("heart arrhythmia", Place::SqueezedChest),
    ("gerd", Place::SqueezedChest), ("prolapse", Place::Safety), ("diabetic", Place::GoodToKnow), ("kyphotic", Place::Stoop),
    // medicines
    ("cortisone", Place::GetHelp), ("prednisone", Place::GetHelp), ("prednisolone", Place::GetHelp),
    ("bisphosphonate", Place::GetHelp), ("bisphosphonates", Place::GoodToKnow), ("Fosamax", Place::GoodToKnow),
    ("alendronate", Place::GoodToKnow), ("alendronic acid", Place::GoodToKnow), ("risedronate", Place::GoodToKnow),
    ("Actonel", Place::GetHelp), ("ibandronate", Place::GetHelp), ("Boniva", Place::GetHelp),
    ("zoledronic", Place::GetHelp), ("Reclast", Place::GetHelp), ("Aclasta", Place::GetHelp),
    ("denosumab", Place::GetHelp), ("Prolia", Place::GetHelp), ("raloxifene", Place::GetHelp), ("Evista", Place::GetHelp),
    ("teriparatide", Place::GetHelp), ("Forteo", Place::GetHelp), ("warfarin", Place::GoodToKnow), ("Coumadin", Place::GetHelp),
    ("Eliquis", Place::GetHelp), ("Advil", Place::PainMedicine), ("Nurofen", Place::PainMedicine),
    ("Motrin", Place::PainMedicine), ("naproxen", Place::PainMedicine), ("Aleve", Place::PainMedicine),
    ("diclofenac", Place::PainMedicine), ("Voltaren", Place::PainMedicine), ("voltarol", Place::PainMedicine),
    ("celebrex", Place::PainMedicine), ("meloxicam", Place::PainMedicine), ("Panadol", Place::PainMedicine),
    ("oxycodone", Place::PainMedicine), ("ultram", Place::PainMedicine), ("levothyroxine", Place::GoodToKnow),
    ("Synthroid", Place::GoodToKnow), ("omeprazole", Place::SqueezedChest), ("Nexium", Place::SqueezedChest),
    ("doxycycline", Place::GoodToKnow), ("thyroxine", Place::GoodToKnow), ("predisone", Place::GetHelp), ("fosamx", Place::GoodToKnow),
    // foods
    ("yoghurt", Place::Foods), ("yogurt", Place::Foods), ("soya", Place::Foods), ("soya milk", Place::Foods),
    ("soybeans", Place::Foods), ("skimmed milk", Place::Foods), ("semi-skimmed", Place::Foods),
    ("canned salmon", Place::Foods), ("tinned salmon", Place::Foods), ("canned sardines", Place::Foods),
    ("prawns", Place::Foods), ("prawn", Place::Foods), ("tahini", Place::Recipe), ("spinach", Place::Foods),
    ("parmesan", Place::Foods), ("whiskey", Place::Habits), ("whisky", Place::Habits), ("espresso", Place::Habits),
    ("Coke", Place::Habits), ("tobacco", Place::Habits), ("sunblock", Place::Nourish),
    // parts of a page that have a page of their own
    ("do heel drops work", Place::HeelDropKnown), ("one leg longer", Place::KneeBendKnown), ("nut allergy", Place::GoodToKnow),
    ("kidney stones", Place::GoodToKnow), ("my jar", Place::Jars), ("grind the seeds", Place::Recipe),
    // spellings and names of both sides
    ("fiber", Place::GoodToKnow), ("fibre", Place::GoodToKnow), ("color", Place::Settings), ("colour", Place::Settings),
    ("centimeters", Place::Height), ("centimetres", Place::Height), ("banister", Place::HomeSafety),
    ("restroom", Place::HomeSafety), ("zimmer frame", Place::Safety), ("tumor", Place::GetHelp), ("tumour", Place::GetHelp),
    // the app's own
    ("font", Place::Settings), ("backup", Place::Settings),
];

/// Words that say one thing only: these pages and no others.
const ONLY: &[(&str, &[Place])] = &[
    ("font", &[Place::Settings]),
    ("backup", &[Place::Settings]),
    ("voice", &[Place::Settings]),
    ("tahini", &[Place::Recipe, Place::GoodToKnow, Place::Foods]),
    ("cigarettes", &[Place::Habits]),
];

/// Words for which there is nothing here, some of which look like others.
#[rustfmt::skip]
const NOWHERE: &[&str] = &[
    "", "   ", "?", "xylophone", "qwrtzplk", "blockchain", "bitcoin", "football", "guitar", "password", "wifi", "router",
    "aubergine", "eggplant", "courgette", "mortgage", "lottery", "netflix", "giraffe", "zzzz", "asdf", "xx", "trousers",
    "umbrella", "volcano", "submarine", "hairdresser", "keyboard", "bluetooth", "viagra", "chocolate",
];

/// What may be an emergency: Get help comes first, however it is typed.
const EMERGENCIES: &[&str] = &[
    "chest pain",
    "pain in my chest",
    "heart attack",
    "stroke",
    "strok",
    "face droops",
    "numb between legs",
    "numb between the legs",
    "cannot get up",
    "can’t get up after a fall",
    "cant breathe",
    "short of breth",
    "fainted",
    "hit my head",
    "bladder",
    "both legs weak",
    "broken hip",
    "swollen tongue",
    "emergancy",
    "ambulance",
    "sudden back pain",
    "swollen calf",
    "chset pain",
    "tearing pain in back",
];

/// Where the title of each page stands: [`Place::ALL`] as namespace and key.
fn title(place: Place) -> (&'static str, &'static str) {
    match place {
        Place::GetHelp => ("shell", "get_help"),
        Place::Symptoms => ("shell", "symptoms_title"),
        Place::LookAndNote => ("shell", "note_title"),
        Place::Facts => ("shell", "facts_title"),
        Place::Checks => ("shell", "checks_title"),
        Place::Traditional => ("shell", "traditional_title"),
        Place::Sources => ("shell", "sources_title"),
        Place::Moves => ("shell", "tab_move"),
        Place::HeelDrop => ("moves", "routine_heel_drop"),
        Place::KneeBend => ("moves", "routine_knee_bend"),
        Place::HeelDropKnown => ("moves", "known_heel_drop"),
        Place::KneeBendKnown => ("moves", "known_knee_bend"),
        Place::Safety => ("safety", "title"),
        Place::Nourish => ("shell", "tab_nourish"),
        Place::Jars => ("shell", "jar_title"),
        Place::Recipe => ("shell", "recipe_title"),
        Place::GoodToKnow => ("shell", "good_to_know_title"),
        Place::Foods => ("shell", "foods_title"),
        Place::Habits => ("shell", "habits_title"),
        Place::Journal => ("shell", "tab_journal"),
        Place::Settings => ("shell", "settings"),
        Place::Height
        | Place::ChairStand
        | Place::Balance
        | Place::HomeSafety
        | Place::BoneTest => ("checks", place.key()),
        _ => ("guide", place.key()),
    }
}

/// The index as `words/search.rs` makes it, from the same texts.
fn with_index(look: impl FnOnce(&Index)) {
    let names = [
        "checks", "daylight", "facts", "foods", "guide", "habits", "help", "moves", "recipe",
        "safety", "search", "shell", "stories",
    ];
    let all: BTreeMap<&str, BTreeMap<String, String>> =
        names.into_iter().map(|name| (name, texts(name))).collect();
    let statements = statements();
    let pages: Vec<Page> = Place::ALL
        .iter()
        .map(|place| {
            let (area, key) = title(*place);
            Page {
                title: &all[area][key],
                keywords: &all["search"][place.key()],
                body: statements
                    .iter()
                    .filter(|(of, _)| of == place)
                    .map(|(_, one)| {
                        let (area, key) = said(*one);
                        all[area][&key].as_str()
                    })
                    .collect(),
            }
        })
        .collect();
    let list = |key: &str| all["search"][key].as_str();
    let language = Language {
        filler: list("filler"),
        endings: list("endings"),
        spellings: list("spellings"),
        same: list("same"),
    };
    look(&Index::new(&pages, &language));
}

fn found(index: &Index, query: &str) -> Vec<Place> {
    let found = index.find(query);
    found.into_iter().map(|at| Place::ALL[at]).collect()
}

#[test]
fn plain_words_find_their_page_among_the_first_three() {
    assert!(QUERIES.len() >= 30 && MISSPELT.len() >= 10 && NAMES.len() >= 90);
    with_index(|index| {
        let missed: Vec<_> = QUERIES
            .iter()
            .chain(MISSPELT)
            .chain(NAMES)
            .map(|(query, page)| (query, page, found(index, query)))
            .filter(|(_, page, found)| !found.iter().take(3).any(|one| one == *page))
            .collect();
        assert!(missed.is_empty(), "{missed:#?}");
    });
}

#[test]
fn words_of_an_emergency_find_get_help_first() {
    with_index(|index| {
        let missed: Vec<_> = EMERGENCIES
            .iter()
            .map(|query| (query, found(index, query)))
            .filter(|(_, found)| found.first() != Some(&Place::GetHelp))
            .collect();
        assert!(missed.is_empty(), "{missed:#?}");
    });
}

#[test]
fn words_that_belong_nowhere_find_nothing() {
    with_index(|index| {
        let wrong: Vec<_> = NOWHERE
            .iter()
            .map(|query| (query, found(index, query)))
            .filter(|(_, found)| !found.is_empty())
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    });
}

#[test]
fn a_word_that_is_known_as_it_stands_finds_its_pages_and_none_that_only_look_like_it() {
    with_index(|index| {
        let wrong: Vec<_> = ONLY
            .iter()
            .map(|(query, right)| (query, right, found(index, query)))
            .filter(|(_, right, found)| found.as_slice() != **right)
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    });
}

#[test]
fn every_name_for_the_same_finds_something() {
    let same = texts("search").remove("same").unwrap();
    with_index(|index| {
        let lost: Vec<&str> = same
            .split([',', ';'])
            .map(str::trim)
            .filter(|name| index.find(name).is_empty())
            .collect();
        assert_eq!(lost, [""; 0]);
    });
}
