//! What the catalogues and the texts must keep: complete, sourced, honest, and easy to read.
#![allow(clippy::unwrap_used)]

mod support {
    pub mod said;
    pub mod texts;
    pub mod wording;
}

use std::collections::{BTreeMap, BTreeSet};

use bonewise::content::checks::{self, CheckId, Room, Says};
use bonewise::content::daylight::DaylightClaim;
use bonewise::content::emergency;
use bonewise::content::evidence::{Grounds, Label};
use bonewise::content::facts::{FactId, LEFT_OUT};
use bonewise::content::foods::{Claim, Food, Group};
use bonewise::content::guide::{Drawing, Part, Statement};
use bonewise::content::habits::{self, HabitClaim};
use bonewise::content::places::{self, Place, Said};
use bonewise::content::powder::{self, Powder};
use bonewise::content::red_flags::{RedFlag, Urgency};
use bonewise::content::sources::SourceId;
use bonewise::content::steps::{self, Line};
use bonewise::content::stories::{self, StoryId};
use bonewise::content::symptoms::SymptomId;
use bonewise::domain::body::{Lasting, Lying, Posture, Region, Sign, Trigger};
use bonewise::domain::feeling::PainPlace;
use bonewise::domain::habits::Habit;
use bonewise::domain::routine::{Routine, Style};
use bonewise::domain::safety::{self, Answer, ClearedFor, Level, Question};
use bonewise::domain::settings::Side;
use support::said::{said, snake};
use support::texts::{all_texts, namespaces, pairs, texts};
use support::wording::figures;

/// The facts that the app has to tell.
const FACTS: [&str; 17] = [
    "h1", "h2", "h3", "h4", "h5", "h6", "k1", "k2", "k3", "k4", "k5", "k6", "t1", "t2", "t3", "t4",
    "t5",
];
// ---- complete -------------------------------------------------------------------------------------------

#[test]
fn every_fact_is_in_the_catalogue_and_in_the_texts() {
    let texts = texts("facts");
    let known: BTreeSet<&str> = FactId::ALL.iter().map(|id| id.key()).collect();
    assert_eq!(known, FACTS.into_iter().collect());
    for key in FACTS {
        assert!(texts.contains_key(key), "{key}");
    }
    for id in FactId::ALL {
        let note = format!("{}_note", id.key());
        assert_eq!(id.note().is_some(), texts.contains_key(&note), "{note}");
    }
    for key in LEFT_OUT {
        assert!(!known.contains(key) && !texts.contains_key(*key), "{key}");
    }
}

#[test]
fn every_id_has_its_text() {
    let facts = Label::ALL
        .iter()
        .flat_map(|label| with(&format!("label_{}", label.key()), &["", "_meaning"]));
    assert_present("facts", facts);

    let groups = Urgency::ALL
        .iter()
        .map(|urgency| format!("group_{}", urgency.key()));
    let flags = RedFlag::ALL
        .iter()
        .flat_map(|flag| with(flag.key(), &["", "_short", "_means", "_do"]));
    assert_present("help", groups.chain(flags));

    let checks = CheckId::ALL
        .iter()
        .flat_map(|id| [id.key().to_owned(), format!("about_{}", id.key())]);
    let says = Says::ALL.iter().map(|id| id.key().to_owned());
    let rooms = Room::ALL.iter().map(|id| id.key().to_owned());
    assert_present("checks", checks.chain(says).chain(rooms));

    assert_present("moves", Line::ALL.iter().map(|line| line.key().to_owned()));
    let parts = Part::ALL.iter().map(|part| part.key().to_owned());
    let statements = Statement::ALL.iter().map(|id| id.key().to_owned());
    let symptoms = SymptomId::ALL.iter().map(|id| id.key().to_owned());
    let drawings = Drawing::ALL.iter().flat_map(|drawing| {
        let name = drawing.key();
        [name.to_owned(), name.replace("drawing_", "caption_")]
    });
    assert_present(
        "guide",
        parts.chain(statements).chain(symptoms).chain(drawings),
    );
    let stories = StoryId::ALL.iter().map(|id| id.key().to_owned());
    let groups = stories::Group::ALL
        .iter()
        .map(|group| group.key().to_owned());
    assert_present("stories", stories.chain(groups));
    assert_present(
        "search",
        Place::ALL
            .iter()
            .flat_map(|place| with(place.key(), &["", "_line"])),
    );
    assert_present(
        "sources",
        SourceId::ALL.iter().map(|id| id.key().to_owned()),
    );
}

#[test]
fn the_facts_about_food_daylight_and_habits_are_told() {
    let told: BTreeSet<&str> = nourishing().into_iter().map(|(_, key, _)| key).collect();
    for fact in ["f5", "f6", "f7", "f8", "f9"] {
        assert!(told.contains(fact), "{fact}");
    }
    for (namespace, key, _) in nourishing() {
        assert_present(namespace, [key.to_owned()]);
    }
    let foods = Food::ALL
        .iter()
        .flat_map(|food| with(food.key(), &["", "_portion"]));
    let groups = Group::ALL
        .iter()
        .map(|group| format!("group_{}", group.key()));
    assert_present("foods", foods.chain(groups));
    let habits = Habit::ALL
        .iter()
        .flat_map(|habit| with(habit.key(), &["", "_switch", "_tap"]));
    assert_present("habits", habits);

    let shown = [
        Claim::SUM,
        Claim::AT_GREENS,
        Claim::AT_CALCIUM,
        Claim::FISH,
        Claim::VITAMIN_D,
    ]
    .concat();
    assert_eq!(shown.len(), Claim::ALL.len());
    assert_eq!(
        shown.into_iter().collect::<BTreeSet<_>>(),
        Claim::ALL.iter().copied().collect()
    );
    let shown: BTreeSet<HabitClaim> = Habit::ALL
        .iter()
        .flat_map(|habit| {
            let (known, tip) = habits::told(*habit);
            known.iter().copied().chain([tip])
        })
        .chain(habits::INTRODUCTION.iter().copied())
        .collect();
    assert_eq!(shown, HabitClaim::ALL.iter().copied().collect());
}

#[test]
fn a_portion_names_its_grams_and_every_group_has_a_food() {
    let texts = texts("foods");
    for food in Food::ALL {
        let grams = format!(" {} g", food.figures().grams);
        let portion = &texts[&format!("{}_portion", food.key())];
        assert!(portion.ends_with(&grams), "{portion}, not{grams}");
    }
    assert!(
        Food::ALL.is_sorted_by_key(|food| food.figures().group),
        "foods stand by group"
    );
    let groups: BTreeSet<Group> = Food::ALL.iter().map(|food| food.figures().group).collect();
    assert_eq!(groups, Group::ALL.iter().copied().collect());
}

#[test]
fn the_powder_is_told_whole_from_its_facts_to_what_to_mind() {
    let told = [
        powder::FACTS,
        powder::STEPS,
        powder::CARE_REACTION,
        powder::CARE_EATING,
        powder::CARE_KEEPING,
        powder::CARE_MEDICINES,
        powder::CARE_ASK,
        &[Powder::Take],
    ]
    .concat();
    let once: BTreeSet<Powder> = told.iter().copied().collect();
    assert_eq!(once.len(), told.len(), "a line twice");
    assert_eq!(once, Powder::ALL.iter().copied().collect());
    assert_present("recipe", told.iter().map(|line| line.key().to_owned()));
    let titles = powder::STEPS.iter();
    assert_present("recipe", titles.map(|step| format!("{}_title", step.key())));
    for fact in ["f1", "f2", "f3", "f4"] {
        assert!(
            powder::FACTS.iter().any(|line| line.key() == fact),
            "{fact}"
        );
    }
    assert_eq!(
        powder::steps(true).count(),
        powder::steps(false).count() + 1
    );
}

#[test]
fn every_choice_of_the_domain_has_its_text() {
    let questions = Question::ALL
        .iter()
        .flat_map(|question| with(&snake(question), &["", "_help", "_reason"]));
    let ticks = safety::Group::ALL
        .iter()
        .map(|group| group.questions())
        .filter(|questions| questions.len() > 1)
        .flatten()
        .flat_map(|question| with(&snake(question), &["_tick"]));
    let answers = Answer::ALL.iter().map(snake);
    let levels = Level::ALL
        .iter()
        .flat_map(|level| with(&format!("verdict_{}", snake(level)), &["", "_title"]))
        .collect::<Vec<_>>();
    let scopes =
        [ClearedFor::Gentle, ClearedFor::All].map(|scope| format!("clearance_{}", snake(&scope)));
    assert_present(
        "safety",
        questions
            .chain(ticks)
            .chain(answers)
            .chain(levels)
            .chain(scopes),
    );

    let routines = Routine::ALL
        .iter()
        .flat_map(|routine| with(&format!("routine_{}", snake(routine)), &["", "_text"]));
    let styles = Routine::ALL.iter().flat_map(|routine| {
        routine.styles().iter().flat_map(move |style| {
            let name = format!("style_{}", snake(style));
            let shared = Routine::ALL
                .iter()
                .all(|routine| routine.styles().contains(style));
            let text = if shared {
                format!("{name}_{}_text", snake(routine))
            } else {
                format!("{name}_text")
            };
            [name, text]
        })
    });
    let places = PainPlace::ALL
        .iter()
        .flat_map(|place| with(&format!("pain_{}", snake(place)), &["", "_advice"]));
    let legs = [Side::Left, Side::Right].iter().flat_map(|side| {
        [
            format!("longer_leg_{}", snake(side)),
            format!("longer_leg_step_{}", snake(side)),
        ]
    });
    let told = [
        Region::ALL.iter().map(snake).collect::<Vec<_>>(),
        Trigger::ALL.iter().map(snake).collect(),
        Lasting::ALL.iter().map(snake).collect(),
        Posture::ALL.iter().map(snake).collect(),
        Lying::ALL.iter().map(snake).collect(),
        Sign::ALL.iter().map(snake).collect(),
    ];
    assert_present("note", told.concat());

    assert_present("moves", routines.chain(styles).chain(places).chain(legs));
}

#[test]
fn every_style_is_told_from_set_up_to_movement_and_every_line_is_used() {
    let mut used: BTreeSet<Line> = [
        steps::FORM,
        steps::STOP,
        &[steps::STOP_THEN],
        steps::RUB,
        steps::OVER_TIME,
    ]
    .concat()
    .into_iter()
    .collect();
    for routine in Routine::ALL {
        for style in routine.styles().iter().copied() {
            let told = [
                steps::whole_set_up(routine, style),
                vec![steps::support(style)],
                steps::how_to_stand(routine, style).to_vec(),
                steps::movement(routine, style).to_vec(),
            ];
            for part in &told {
                assert!(!part.is_empty(), "{routine:?}, {style:?}");
                let once: BTreeSet<&Line> = part.iter().collect();
                assert_eq!(once.len(), part.len(), "{routine:?}, {style:?}");
            }
            let drops = told[3]
                .iter()
                .any(|line| matches!(line, Line::HeelsDropSoft | Line::HeelsDropFirm));
            assert_eq!(drops, style.is_impact(), "{routine:?}, {style:?}");
            let lets_go = steps::support(style) == Line::SupportNone;
            assert_eq!(lets_go, style.lets_go_of_support(), "{style:?}");
            used.extend(told.concat());
        }
    }
    assert_eq!(used, Line::ALL.iter().copied().collect());
}

/// What to do after stopping was once the last of the signs: "Stop at once if … Sit down."
#[test]
fn every_sign_to_stop_for_ends_the_sentence_above_it_and_is_no_advice() {
    let told = texts("moves");
    for line in steps::STOP {
        let text = &told[line.key()];
        assert_ne!(line.grounds(), Grounds::ADVICE, "{text}");
        let is_sign = ["You ", "Your ", "Something "]
            .iter()
            .any(|start| text.starts_with(start));
        assert!(is_sign && text.matches('.').count() == 1, "{text}");
    }
    assert_eq!(steps::STOP_THEN.grounds(), Grounds::ADVICE);
}

/// The 25 of the CDC's list, every line of a check in its place, and every list that can be ticked with lines of
/// its own: a tick is remembered by the key of its line.
#[test]
fn every_line_of_a_check_is_shown_once_and_the_home_list_has_25() {
    let home: Vec<Says> = Room::ALL
        .iter()
        .flat_map(|room| room.items())
        .copied()
        .collect();
    assert_eq!(home.len(), 25);
    let alone = [
        Says::HeightSafe,
        Says::ChairSafe,
        Says::ChairCompany,
        Says::ChairMeaning,
        Says::BalanceSafe,
        Says::HomeSafe,
        Says::HomeHowMany,
        Says::BoneSafe,
    ];
    let lists = [
        home.as_slice(),
        checks::HEIGHT_HOW,
        checks::HEIGHT_MEANS,
        checks::CHAIR_HOW,
        checks::BALANCE_HOW,
        checks::BALANCE_MEANS,
        checks::BONE_VIEWS,
        checks::BONE_ABOUT,
        checks::REASONS,
        &alone,
    ]
    .concat();
    let once: BTreeSet<Says> = lists.iter().copied().collect();
    assert_eq!(once.len(), lists.len(), "a line twice");
    assert_eq!(once, Says::ALL.iter().copied().collect());
}

// ---- sound ----------------------------------------------------------------------------------------------

#[test]
fn ids_and_keys_are_unique() {
    fn unique<T: Copy>(ids: &[T], key: fn(T) -> &'static str) {
        let keys: BTreeSet<&str> = ids.iter().map(|id| key(*id)).collect();
        assert_eq!(keys.len(), ids.len());
    }
    unique(Label::ALL, Label::key);
    unique(SourceId::ALL, SourceId::key);
    unique(FactId::ALL, FactId::key);
    unique(RedFlag::ALL, RedFlag::key);
    unique(Urgency::ALL, Urgency::key);
    unique(Line::ALL, Line::key);
    unique(Food::ALL, Food::key);
    unique(Claim::ALL, Claim::key);
    unique(DaylightClaim::ALL, DaylightClaim::key);
    unique(HabitClaim::ALL, HabitClaim::key);
    unique(Powder::ALL, Powder::key);
    unique(CheckId::ALL, CheckId::key);
    unique(Says::ALL, Says::key);
    unique(Statement::ALL, Statement::key);
    unique(StoryId::ALL, StoryId::key);
    unique(Place::ALL, Place::key);
    for namespace in namespaces() {
        let pairs = pairs(&namespace);
        let keys: BTreeSet<&String> = pairs.iter().map(|(key, _)| key).collect();
        assert_eq!(keys.len(), pairs.len(), "a key twice in {namespace}");
    }
}

#[test]
fn keys_can_be_rust_identifiers() {
    const KEYWORDS: &[&str] = &[
        "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate",
        "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl",
        "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub",
        "ref", "return", "self", "static", "struct", "super", "trait", "true", "try", "type",
        "typeof", "union", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
    ];
    for (name, key, _) in all_texts() {
        let starts_well = key.starts_with(|letter: char| letter.is_ascii_lowercase());
        let goes_on_well = key
            .chars()
            .all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_');
        assert!(starts_well && goes_on_well, "{name}: {key}");
        assert!(!KEYWORDS.contains(&key.as_str()), "{name}: {key}");
    }
}

#[test]
fn every_statement_has_a_source_unless_it_is_general_advice() {
    for (what, grounds) in all_grounds() {
        let without = matches!(grounds.label, Label::GeneralAdvice | Label::Story);
        assert_eq!(grounds.sources.is_empty(), without, "{what}");
        let once: BTreeSet<_> = grounds.sources.iter().collect();
        assert_eq!(once.len(), grounds.sources.len(), "a source twice: {what}");
    }
    for id in FactId::ALL {
        let claims = id.note().is_some_and(|label| label != Label::GeneralAdvice);
        assert!(!claims || !id.grounds().sources.is_empty(), "{}", id.key());
    }
}

#[test]
fn every_source_is_used_and_has_one_address_and_one_title() {
    let used: BTreeSet<SourceId> = all_grounds()
        .into_iter()
        .flat_map(|(_, grounds)| grounds.sources)
        .copied()
        .collect();
    assert_eq!(used, SourceId::ALL.iter().copied().collect());

    let addresses: BTreeSet<&str> = SourceId::ALL.iter().map(|id| id.source().url).collect();
    assert_eq!(addresses.len(), SourceId::ALL.len());
    for id in SourceId::ALL {
        let source = id.source();
        assert_eq!(source.id, *id);
        assert!(source.url.starts_with("http"), "{}", source.url);
        assert!(!source.url.contains(char::is_whitespace), "{}", source.url);
        assert!(source.year.is_none_or(|year| (1950..2100).contains(&year)));
    }

    let with_title: BTreeSet<String> = texts("sources").into_keys().collect();
    let known: BTreeSet<String> = SourceId::ALL.iter().map(|id| id.key().to_owned()).collect();
    assert_eq!(with_title, known);
    let titles: BTreeSet<String> = texts("sources").into_values().collect();
    assert_eq!(titles.len(), known.len(), "two sources with one title");
}

#[test]
fn the_catalogue_holds_every_statement_once_and_on_one_page() {
    type Is = fn(&Said) -> bool;
    let all = places::statements();
    let count = |is: Is| all.iter().filter(|(_, said)| is(said)).count();
    assert_eq!(
        count(|said| matches!(said, Said::Guide(_))),
        Statement::ALL.len()
    );
    assert_eq!(
        count(|said| matches!(said, Said::Story(_))),
        StoryId::ALL.len()
    );
    assert_eq!(
        count(|said| matches!(said, Said::Fact(_))),
        FactId::ALL.len()
    );
    assert_eq!(
        count(|said| matches!(said, Said::Flag(_))),
        RedFlag::ALL.len()
    );
    assert_eq!(count(|said| matches!(said, Said::Line(_))), Line::ALL.len());
    assert_eq!(
        count(|said| matches!(said, Said::Question(_))),
        Question::ALL.len()
    );
    let counts: [(Is, usize); 9] = [
        (|said| matches!(said, Said::Level(_)), Level::ALL.len()),
        (|said| matches!(said, Said::Style(_)), Style::ALL.len()),
        (|said| matches!(said, Said::Pain(_)), PainPlace::ALL.len()),
        (|said| matches!(said, Said::Powder(_)), Powder::ALL.len()),
        (|said| matches!(said, Said::Food(_)), Food::ALL.len()),
        (|said| matches!(said, Said::Eating(_)), Claim::ALL.len()),
        (
            |said| matches!(said, Said::Daylight(_)),
            DaylightClaim::ALL.len(),
        ),
        (|said| matches!(said, Said::Habit(_)), HabitClaim::ALL.len()),
        (|said| matches!(said, Said::Check(_)), Says::ALL.len()),
    ];
    for (is, expected) in counts {
        assert_eq!(count(is), expected);
    }
    let once: BTreeSet<String> = all.iter().map(|(_, said)| format!("{said:?}")).collect();
    assert_eq!(once.len(), all.len());
    let supported = places::supported(&all);
    assert_eq!(supported.len(), SourceId::ALL.len());
    for (source, (of, pages)) in SourceId::ALL.iter().zip(supported) {
        assert_eq!(*source, of);
        assert!(!pages.is_empty(), "{source:?}");
        assert!(pages.is_sorted_by(|one, next| one < next), "{source:?}");
    }
}

#[test]
fn every_page_of_the_guide_answers_its_questions_and_says_when_to_get_help() {
    for symptom in SymptomId::ALL {
        let page = symptom.page();
        let parts: Vec<Part> = page.iter().map(|(part, _)| *part).collect();
        let expected: &[Part] = if *symptom == SymptomId::PainMedicine {
            &[
                Part::What,
                Part::Why,
                Part::Others,
                Part::Watch,
                Part::Helps,
            ]
        } else {
            &[
                Part::What,
                Part::Feels,
                Part::Else,
                Part::Why,
                Part::Watch,
                Part::Helps,
            ]
        };
        assert_eq!(parts, expected, "{symptom:?}");
        assert!(page.iter().all(|(_, statements)| !statements.is_empty()));
        assert!(
            symptom.flags().is_sorted(),
            "{symptom:?}: most urgent first"
        );
        assert!(!symptom.see_also().is_empty());
        assert!(!symptom.see_also().contains(&Place::from(*symptom)));
        assert!(symptom.flags().len() >= 4, "{symptom:?}");
        assert!(
            symptom
                .flags()
                .iter()
                .any(|flag| flag.urgency() == Urgency::Now || *symptom == SymptomId::Stoop)
        );
    }
    assert_eq!(SymptomId::ALL.len(), 6, "S1 to S6");
}

#[test]
fn every_group_of_signs_has_signs_and_numbers_can_be_called() {
    for urgency in Urgency::ALL {
        assert!(RedFlag::of(*urgency).count() > 0, "{urgency:?}");
    }
    assert!(RedFlag::ALL.is_sorted_by_key(|flag| flag.urgency()));
    assert_eq!(emergency::number_for("TW"), "119");
}

// ---- honest ---------------------------------------------------------------------------------------------

/// General advice was not read in a source; [`figures`] says what counts as one.
#[test]
fn general_advice_carries_no_figures() {
    let all: BTreeMap<String, BTreeMap<String, String>> = namespaces()
        .into_iter()
        .map(|name| (name.clone(), texts(&name)))
        .collect();
    let mut advice: Vec<(&str, String, &String)> = Vec::new();
    for (_, one) in places::statements() {
        let is_advice = one.grounds().label == Label::GeneralAdvice;
        // What stands beside a statement rests on the same; what to do about a sign is always advice.
        let endings: &[&str] = match (one, is_advice) {
            (Said::Flag(_), true) => &["", "_means", "_do"],
            (Said::Flag(_), false) => &["_do"],
            (Said::Question(_), true) => &["", "_help"],
            (_, true) => &[""],
            (_, false) => &[],
        };
        let (namespace, key) = said(one);
        let note = match one {
            Said::Fact(id) if id.note() == Some(Label::GeneralAdvice) => {
                Some(format!("{key}_note"))
            }
            _ => None,
        };
        for key in with(&key, endings).into_iter().chain(note) {
            let text = &all[namespace][&key];
            advice.push((namespace, key, text));
        }
    }
    let beside_the_guide = advice.iter().filter(|(area, ..)| *area != "guide").count();
    assert!(
        beside_the_guide > 106 && advice.len() > 180,
        "{beside_the_guide} {}",
        advice.len()
    );
    for (_, key, text) in advice {
        assert_eq!(figures(text), Vec::<String>::new(), "{key}: {text}");
    }
}

// ---- helpers --------------------------------------------------------------------------------------------

/// Every statement with what it rests on. That none is left out: see the test of the catalogue.
fn all_grounds() -> Vec<(String, Grounds)> {
    places::statements()
        .into_iter()
        .map(|(_, said)| (format!("{said:?}"), said.grounds()))
        .collect()
}

/// What is said about foods, daylight and habits: namespace, key, and what it rests on.
fn nourishing() -> Vec<(&'static str, &'static str, Grounds)> {
    let foods = Claim::ALL
        .iter()
        .map(|id| ("foods", id.key(), id.grounds()));
    let daylight = DaylightClaim::ALL
        .iter()
        .map(|id| ("daylight", id.key(), id.grounds()));
    let habits = HabitClaim::ALL
        .iter()
        .map(|id| ("habits", id.key(), id.grounds()));
    foods.chain(daylight).chain(habits).collect()
}

fn with(key: &str, endings: &[&str]) -> Vec<String> {
    endings
        .iter()
        .map(|ending| format!("{key}{ending}"))
        .collect()
}

fn assert_present(namespace: &str, keys: impl IntoIterator<Item = String>) {
    let texts = texts(namespace);
    let missing: Vec<String> = keys
        .into_iter()
        .filter(|key| !texts.contains_key(key))
        .collect();
    assert!(missing.is_empty(), "{namespace} lacks {missing:?}");
}
