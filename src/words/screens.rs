//! The names of the screens.

use crate::route::Route;
use crate::tr;

/// The name of a screen, as it stands in the browser's tab and in a list of pages.
pub fn title(route: Route) -> &'static str {
    match route {
        Route::Today => tr!(shell.tab_today),
        Route::Move => tr!(shell.tab_move),
        Route::HeelDrop => tr!(moves.routine_heel_drop),
        Route::KneeBend => tr!(moves.routine_knee_bend),
        Route::Plan(routine) => super::moves::plan_title(routine),
        Route::HowTo(routine) => super::moves::how_to_title(routine),
        Route::Known(routine) => super::moves::known_title(routine),
        Route::Safety => tr!(safety.title),
        Route::Coach => tr!(shell.coach_title),
        Route::Nourish => tr!(shell.tab_nourish),
        Route::Jars => tr!(shell.jar_title),
        Route::Recipe => tr!(shell.recipe_title),
        Route::GoodToKnow => tr!(shell.good_to_know_title),
        Route::Cook => tr!(shell.cook_title),
        Route::Foods => tr!(shell.foods_title),
        Route::Habits => tr!(shell.habits_title),
        Route::Know => tr!(shell.tab_know),
        Route::Symptoms => tr!(shell.symptoms_title),
        Route::Symptom(id) => super::guide::title(id),
        Route::LookAndNote => tr!(shell.note_title),
        Route::Facts => tr!(shell.facts_title),
        Route::Checks => tr!(shell.checks_title),
        Route::Check(id) => super::checks::title(id),
        Route::Sources => tr!(shell.sources_title),
        Route::GetHelp => tr!(shell.get_help),
        Route::Traditional => tr!(shell.traditional_title),
        Route::Journal => tr!(shell.tab_journal),
        Route::Settings | Route::YourData => tr!(shell.settings),
        Route::Unknown => tr!(shell.unknown_title),
    }
}
