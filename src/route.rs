//! Routes and their spelling in the location's hash. The only place that spells a path.
//!
//! Invariant: every route reads back from its own spelling; whatever else a hash says is
//! [`Route::Unknown`], which has a screen of its own.

use crate::content::checks::CheckId;
use crate::content::places::Place;
use crate::content::symptoms::SymptomId;
use crate::domain::routine::Routine;

/// A screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Route {
    /// What is due today.
    Today,
    /// The two exercises.
    Move,
    /// Heel drops.
    HeelDrop,
    /// Knee bends.
    KneeBend,
    /// How gently, how much and how fast an exercise is done.
    Plan(Routine),
    /// An exercise in all its steps.
    HowTo(Routine),
    /// What is known about an exercise.
    Known(Routine),
    /// The safety questions.
    Safety,
    /// The running session.
    Coach,
    /// Powder, foods, daylight, habits.
    Nourish,
    /// The powder: the jar, and a dose by one tap.
    Jars,
    /// The powder: amounts and steps.
    Recipe,
    /// The powder: who asks first, what to mind, what is in it.
    GoodToKnow,
    /// The powder, one step at a time.
    Cook,
    /// Foods and calcium.
    Foods,
    /// What to go easy on.
    Habits,
    /// What to know.
    Know,
    /// The guide to the signs of fragile bones.
    Symptoms,
    /// A page of the guide.
    Symptom(SymptomId),
    /// Look and note: where it hurts, and how.
    LookAndNote,
    /// Facts with figures.
    Facts,
    /// Checks to do at home.
    Checks,
    /// One of the checks.
    Check(CheckId),
    /// Sources and evidence.
    Sources,
    /// Red flags and the emergency call.
    GetHelp,
    /// The traditional view: BL23, KI1.
    Traditional,
    /// What was done.
    Journal,
    /// Choices.
    Settings,
    /// The choices, at the part about backups.
    YourData,
    /// No screen has this name.
    Unknown,
}

/// The five tabs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    /// Today.
    Today,
    /// Move.
    Move,
    /// Nourish.
    Nourish,
    /// Know.
    Know,
    /// Journal.
    Journal,
}

/// Every route with its spelling. The first with a spelling is the one it is read as.
const PATHS: [(Route, &str); 41] = [
    (Route::Today, "today"),
    (Route::Move, "move"),
    (Route::HeelDrop, "move/heel-drop"),
    (Route::KneeBend, "move/knee-bend"),
    (Route::Plan(Routine::HeelDrop), "move/heel-drop/plan"),
    (Route::Plan(Routine::KneeBend), "move/knee-bend/plan"),
    (Route::HowTo(Routine::HeelDrop), "move/heel-drop/steps"),
    (Route::HowTo(Routine::KneeBend), "move/knee-bend/steps"),
    (Route::Known(Routine::HeelDrop), "move/heel-drop/known"),
    (Route::Known(Routine::KneeBend), "move/knee-bend/known"),
    (Route::Safety, "move/safety"),
    (Route::Coach, "coach"),
    (Route::Nourish, "nourish"),
    (Route::Jars, "nourish/jar"),
    (Route::Recipe, "nourish/recipe"),
    (Route::GoodToKnow, "nourish/good-to-know"),
    (Route::Cook, "nourish/cook"),
    (Route::Foods, "nourish/foods"),
    (Route::Habits, "nourish/habits"),
    (Route::Know, "know"),
    (Route::Symptoms, "know/symptoms"),
    (
        Route::Symptom(SymptomId::BackPain),
        "know/symptoms/back-pain",
    ),
    (Route::Symptom(SymptomId::Stoop), "know/symptoms/stoop"),
    (
        Route::Symptom(SymptomId::SqueezedChest),
        "know/symptoms/squeezed-chest",
    ),
    (
        Route::Symptom(SymptomId::PressedNerves),
        "know/symptoms/pressed-nerves",
    ),
    (
        Route::Symptom(SymptomId::EasyBreaks),
        "know/symptoms/easy-breaks",
    ),
    (
        Route::Symptom(SymptomId::PainMedicine),
        "know/symptoms/pain-medicine",
    ),
    (Route::LookAndNote, "know/note"),
    (Route::Facts, "know/facts"),
    (Route::Checks, "know/checks"),
    (Route::Check(CheckId::Height), "know/checks/height"),
    (Route::Check(CheckId::ChairStand), "know/checks/chair-stand"),
    (Route::Check(CheckId::Balance), "know/checks/balance"),
    (Route::Check(CheckId::HomeSafety), "know/checks/home-safety"),
    (Route::Check(CheckId::BoneTest), "know/checks/bone-test"),
    (Route::Sources, "know/sources"),
    (Route::GetHelp, "know/get-help"),
    (Route::Traditional, "know/traditional"),
    (Route::Journal, "journal"),
    (Route::Settings, "settings"),
    (Route::YourData, "settings/your-data"),
];

impl Route {
    /// Every screen that has a name.
    pub fn all() -> impl Iterator<Item = Self> {
        PATHS.into_iter().map(|(route, _)| route)
    }

    /// Reads a hash as people, mail programs and address bars pass it on: with or without `#` and `/` before it, in any
    /// case, with a `?` of somebody else's behind it, and with what a sentence leaves at its end (`/`, a dot, a comma, a
    /// space). An empty one is Today.
    pub fn parse(hash: &str) -> Self {
        let path = hash.trim_start_matches(['#', '/']);
        let path = path.split(['?', '&', '#']).next().unwrap_or_default();
        let path = without_end(path);
        if path.is_empty() {
            return Self::Today;
        }
        PATHS
            .into_iter()
            .find(|(_, known)| known.eq_ignore_ascii_case(path))
            .map_or(Self::Unknown, |(route, _)| route)
    }

    /// The link to this screen: `#/today`. The unknown one has none of its own and leads home.
    pub fn href(self) -> String {
        let path = PATHS
            .into_iter()
            .find(|(route, _)| *route == self)
            .map_or("today", |(_, path)| path);
        format!("#/{path}")
    }

    /// The screen of a page that can be looked for.
    pub fn of(place: Place) -> Self {
        match place {
            Place::GetHelp => Self::GetHelp,
            Place::Symptoms => Self::Symptoms,
            Place::BackPain => Self::Symptom(SymptomId::BackPain),
            Place::Stoop => Self::Symptom(SymptomId::Stoop),
            Place::SqueezedChest => Self::Symptom(SymptomId::SqueezedChest),
            Place::PressedNerves => Self::Symptom(SymptomId::PressedNerves),
            Place::EasyBreaks => Self::Symptom(SymptomId::EasyBreaks),
            Place::PainMedicine => Self::Symptom(SymptomId::PainMedicine),
            Place::LookAndNote => Self::LookAndNote,
            Place::Facts => Self::Facts,
            Place::Checks => Self::Checks,
            Place::Height => Self::Check(CheckId::Height),
            Place::ChairStand => Self::Check(CheckId::ChairStand),
            Place::Balance => Self::Check(CheckId::Balance),
            Place::HomeSafety => Self::Check(CheckId::HomeSafety),
            Place::BoneTest => Self::Check(CheckId::BoneTest),
            Place::Traditional => Self::Traditional,
            Place::Sources => Self::Sources,
            Place::Moves => Self::Move,
            Place::HeelDrop => Self::HeelDrop,
            Place::KneeBend => Self::KneeBend,
            Place::HeelDropKnown => Self::Known(Routine::HeelDrop),
            Place::KneeBendKnown => Self::Known(Routine::KneeBend),
            Place::Safety => Self::Safety,
            Place::Nourish => Self::Nourish,
            Place::Jars => Self::Jars,
            Place::Recipe => Self::Recipe,
            Place::GoodToKnow => Self::GoodToKnow,
            Place::Foods => Self::Foods,
            Place::Habits => Self::Habits,
            Place::Journal => Self::Journal,
            Place::Settings => Self::Settings,
        }
    }

    /// The screen that it is a part of, to which its line above the heading leads back. A tab's own screen has none; the
    /// coach and the unknown screen have ways of their own.
    pub fn parent(self) -> Option<Self> {
        match self {
            Self::HeelDrop | Self::KneeBend | Self::Safety => Some(Self::Move),
            Self::Plan(routine) | Self::HowTo(routine) | Self::Known(routine) => {
                Some(Self::exercise(routine))
            }
            Self::Jars | Self::Recipe | Self::GoodToKnow | Self::Foods | Self::Habits => {
                Some(Self::Nourish)
            }
            Self::Cook => Some(Self::Recipe),
            Self::GetHelp
            | Self::Symptoms
            | Self::LookAndNote
            | Self::Facts
            | Self::Checks
            | Self::Traditional
            | Self::Sources => Some(Self::Know),
            Self::Symptom(_) => Some(Self::Symptoms),
            Self::Check(_) => Some(Self::Checks),
            Self::Settings | Self::YourData => Some(Self::Today),
            Self::Today
            | Self::Move
            | Self::Nourish
            | Self::Know
            | Self::Journal
            | Self::Coach
            | Self::Unknown => None,
        }
    }

    /// The page of an exercise.
    pub fn exercise(routine: Routine) -> Self {
        match routine {
            Routine::HeelDrop => Self::HeelDrop,
            Routine::KneeBend => Self::KneeBend,
        }
    }

    /// The tab it belongs to; settings, the coach and the unknown screen belong to none.
    pub fn tab(self) -> Option<Tab> {
        match self {
            Self::Today => Some(Tab::Today),
            Self::Move
            | Self::HeelDrop
            | Self::KneeBend
            | Self::Plan(_)
            | Self::HowTo(_)
            | Self::Known(_)
            | Self::Safety => Some(Tab::Move),
            Self::Nourish
            | Self::Jars
            | Self::Recipe
            | Self::GoodToKnow
            | Self::Cook
            | Self::Foods
            | Self::Habits => Some(Tab::Nourish),
            Self::Know
            | Self::GetHelp
            | Self::Symptoms
            | Self::Symptom(_)
            | Self::LookAndNote
            | Self::Facts
            | Self::Checks
            | Self::Check(_)
            | Self::Traditional
            | Self::Sources => Some(Tab::Know),
            Self::Journal => Some(Tab::Journal),
            Self::Coach | Self::Settings | Self::YourData | Self::Unknown => None,
        }
    }
}

/// A path without what no path of ours ends with, plain or percent-encoded.
fn without_end(path: &str) -> &str {
    const ENDS: [&str; 16] = [
        "/", ".", ",", ";", ":", "!", ")", ">", "\"", "'", " ", "%20", "%22", "%3E", "%3e", "%2F",
    ];
    let mut path = path;
    while let Some(shorter) = ENDS.iter().find_map(|end| path.strip_suffix(end)) {
        path = shorter;
    }
    path
}

impl Tab {
    /// All, in the order of the bar.
    pub const ALL: [Self; 5] = [
        Self::Today,
        Self::Move,
        Self::Nourish,
        Self::Know,
        Self::Journal,
    ];

    /// The screen that the tab opens.
    pub fn route(self) -> Route {
        match self {
            Self::Today => Route::Today,
            Self::Move => Route::Move,
            Self::Nourish => Route::Nourish,
            Self::Know => Route::Know,
            Self::Journal => Route::Journal,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_route_reads_back_from_its_own_link() {
        for route in Route::all() {
            assert_eq!(Route::parse(&route.href()), route);
        }
    }

    #[test]
    fn hashes_are_read_as_people_and_browsers_write_them() {
        for (hash, route) in [
            ("", Route::Today),
            ("#", Route::Today),
            ("#/", Route::Today),
            ("#/move", Route::Move),
            ("#move/", Route::Move),
            ("/move/heel-drop", Route::HeelDrop),
            ("##/move", Route::Move),
            ("#/Move", Route::Move),
            ("#/KNOW/Get-Help", Route::GetHelp),
            ("#/journal.", Route::Journal),
            ("#/journal/.", Route::Journal),
            ("#/journal%20", Route::Journal),
            ("#/journal),%20", Route::Journal),
            ("#/nourish/recipe?utm_source=mail", Route::Recipe),
            ("#/nourish/recipe/?x", Route::Recipe),
            ("?x", Route::Today),
            ("#.", Route::Today),
            ("#/journals", Route::Unknown),
            ("#/move%20more", Route::Unknown),
            ("#/move/<script>", Route::Unknown),
            ("#/know/symptoms/none", Route::Unknown),
        ] {
            assert_eq!(Route::parse(hash), route, "{hash}");
        }
    }

    #[test]
    fn every_page_of_the_guide_and_every_check_has_an_address() {
        let routes: Vec<Route> = Route::all().collect();
        for id in SymptomId::ALL {
            assert!(routes.contains(&Route::Symptom(*id)), "{id:?}");
        }
        for id in CheckId::ALL {
            assert!(routes.contains(&Route::Check(*id)), "{id:?}");
        }
    }

    #[test]
    fn every_screen_can_be_looked_for_but_those_that_one_starts() {
        let found: Vec<Route> = Place::ALL.iter().map(|place| Route::of(*place)).collect();
        let not_found: Vec<Route> = Route::all()
            .filter(|route| !found.contains(route))
            .collect();
        assert_eq!(
            not_found,
            [
                Route::Today,
                // Parts of an exercise, which is found whole.
                Route::Plan(Routine::HeelDrop),
                Route::Plan(Routine::KneeBend),
                Route::HowTo(Routine::HeelDrop),
                Route::HowTo(Routine::KneeBend),
                Route::Coach,
                Route::Cook,
                Route::Know,
                // It is found as a part of the settings.
                Route::YourData
            ]
        );
        let once: std::collections::HashSet<Route> = found.iter().copied().collect();
        assert_eq!(once.len(), found.len());
    }

    #[test]
    fn every_deep_screen_leads_back_to_a_tab_and_stays_in_it() {
        let tabs = Tab::ALL.map(Tab::route);
        for route in Route::all().filter(|route| *route != Route::Coach) {
            let way: Vec<Route> = std::iter::successors(Some(route), |route| route.parent())
                .take(5)
                .collect();
            let end = *way.last().unwrap_or(&route);
            assert!(tabs.contains(&end), "{route:?}: {way:?}");
            assert_eq!(route.parent().is_none(), tabs.contains(&route), "{route:?}");
            assert!(
                route.tab().is_none() || route.tab() == end.tab(),
                "{route:?}"
            );
        }
    }

    #[test]
    fn every_tab_leads_to_a_screen_of_its_own() {
        for tab in Tab::ALL {
            assert_eq!(tab.route().tab(), Some(tab));
        }
    }
}
