//! The search in words: what people may call a page, and all that its index is made of.

use std::sync::OnceLock;

use crate::content::places::{Place, Said, statements};
use crate::domain::search::{Index, Language, Page};
use crate::route::Route;
use crate::tr;

use super::{
    checks, daylight, facts, foods, guide, habits, help, moves, recipe, safety, screens, stories,
};

by_id! {
    /// What people may call a page.
    pub fn keywords(Place in search) {
        GetHelp = get_help,
        Symptoms = symptoms,
        BackPain = back_pain,
        Stoop = stoop,
        SqueezedChest = squeezed_chest,
        PressedNerves = pressed_nerves,
        EasyBreaks = easy_breaks,
        PainMedicine = pain_medicine,
        LookAndNote = look_and_note,
        Facts = facts,
        Checks = checks,
        Height = height,
        ChairStand = chair_stand,
        Balance = balance,
        HomeSafety = home_safety,
        BoneTest = bone_test,
        Traditional = traditional,
        Sources = sources,
        Moves = moves,
        HeelDrop = heel_drop,
        KneeBend = knee_bend,
        HeelDropKnown = heel_drop_known,
        KneeBendKnown = knee_bend_known,
        Safety = safety,
        Nourish = nourish,
        Jars = jars,
        Recipe = recipe,
        GoodToKnow = good_to_know,
        Foods = foods,
        Habits = habits,
        Journal = journal,
        Settings = settings,
    }
}

by_id! {
    /// A line about a page.
    pub fn line(Place in search) {
        GetHelp = get_help_line,
        Symptoms = symptoms_line,
        BackPain = back_pain_line,
        Stoop = stoop_line,
        SqueezedChest = squeezed_chest_line,
        PressedNerves = pressed_nerves_line,
        EasyBreaks = easy_breaks_line,
        PainMedicine = pain_medicine_line,
        LookAndNote = look_and_note_line,
        Facts = facts_line,
        Checks = checks_line,
        Height = height_line,
        ChairStand = chair_stand_line,
        Balance = balance_line,
        HomeSafety = home_safety_line,
        BoneTest = bone_test_line,
        Traditional = traditional_line,
        Sources = sources_line,
        Moves = moves_line,
        HeelDrop = heel_drop_line,
        KneeBend = knee_bend_line,
        HeelDropKnown = heel_drop_known_line,
        KneeBendKnown = knee_bend_known_line,
        Safety = safety_line,
        Nourish = nourish_line,
        Jars = jars_line,
        Recipe = recipe_line,
        GoodToKnow = good_to_know_line,
        Foods = foods_line,
        Habits = habits_line,
        Journal = journal_line,
        Settings = settings_line,
    }
}

/// All pages, ready to be searched, in the order of [`Place::ALL`]. Made when something is looked for first, because
/// it reads every text of the app.
pub fn index() -> &'static Index {
    static INDEX: OnceLock<Index> = OnceLock::new();
    INDEX.get_or_init(make_index)
}

fn make_index() -> Index {
    let statements = statements();
    let pages: Vec<Page> = Place::ALL
        .iter()
        .map(|place| Page {
            title: screens::title(Route::of(*place)),
            keywords: keywords(*place),
            body: statements
                .iter()
                .filter(|(of, _)| of == place)
                .map(|(_, said)| text(*said))
                .collect(),
        })
        .collect();
    let language = Language {
        filler: tr!(search.filler),
        endings: tr!(search.endings),
        spellings: tr!(search.spellings),
        same: tr!(search.same),
    };
    Index::new(&pages, &language)
}

fn text(said: Said) -> &'static str {
    match said {
        Said::Guide(id) => guide::statement(id),
        Said::Story(id) => stories::story(id),
        Said::Fact(id) => facts::fact(id),
        Said::Flag(id) => help::flag(id),
        Said::Line(id) => moves::line(id),
        Said::Question(id) => safety::question(id),
        Said::Level(level) => safety::level(level),
        Said::Style(style) => moves::style(style),
        Said::Pain(place) => moves::pain_advice(place),
        Said::Powder(id) => recipe::line(id),
        Said::Food(id) => foods::food(id),
        Said::Eating(id) => foods::claim(id),
        Said::Daylight(id) => daylight::claim(id),
        Said::Habit(id) => habits::claim(id),
        Said::Check(id) => checks::says(id),
    }
}
