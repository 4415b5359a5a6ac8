//! What a person has chosen about how Bonewise looks, sounds and is used.
//!
//! Every field has a default, so a value saved by an older version still reads.

use serde::Serialize;

use super::checks::Checks;
use super::day::LocalDay;
use super::eating::Eating;
use super::kitchen::Kitchen;
use super::person::Person;
use super::routine::{Plan, Routine};
use super::saved::{record, words};

/// All choices.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Settings {
    /// Size of the text.
    pub text: TextSize,
    /// Whether the size of the text was ever chosen; until then the first screen offers it.
    pub text_chosen: bool,
    /// Light, dark, or as the system says.
    pub theme: Theme,
    /// Contrast beyond the AAA of the normal look, or as the system says.
    pub contrast: Contrast,
    /// Moving figure, key poses, or as the system says.
    pub motion: Motion,
    /// Who shows the movements.
    pub likeness: Likeness,
    /// The three channels of the coach.
    pub channels: Channels,
    /// The voice that speaks, by the browser's name for it; `None`: the first that fits.
    pub voice: Option<String>,
    /// The heel drops the person last chose.
    pub heel_drop: Plan,
    /// The knee bends the person last chose.
    pub knee_bend: Plan,
    /// Sets of knee bends wished for in a day, 1–3 (fact K2).
    pub knee_sets: u8,
    /// The longer leg, set slightly back (fact K6), if the person says so.
    pub longer_leg: Option<Side>,
    /// The day an offered step of heel drops was last answered.
    pub heel_drop_offer_answered: Option<LocalDay>,
    /// The day an offered step of knee bends was last answered.
    pub knee_bend_offer_answered: Option<LocalDay>,
    /// The country whose emergency number is called, as its two letters; `None`: as the clock and the language say.
    pub country: Option<String>,
    /// What the person told about themselves.
    pub person: Person,
    /// What was chosen about food and habits.
    pub eating: Eating,
    /// The powder: its amounts, the usual dose, the shopping list, the timers.
    pub kitchen: Kitchen,
    /// What the home checks remember.
    pub checks: Checks,
}

record!(Settings or default {
    text, text_chosen, theme, contrast, motion, likeness, channels, voice, heel_drop, knee_bend, knee_sets, longer_leg,
    heel_drop_offer_answered, knee_bend_offer_answered, country, person, eating, kitchen, checks
});

impl Default for Settings {
    fn default() -> Self {
        Self {
            text: TextSize::default(),
            text_chosen: false,
            theme: Theme::default(),
            contrast: Contrast::default(),
            motion: Motion::default(),
            likeness: Likeness::default(),
            channels: Channels::default(),
            voice: None,
            heel_drop: Plan::NEWCOMER_HEEL_DROPS,
            knee_bend: Plan::NEWCOMER_KNEE_BENDS,
            knee_sets: 2,
            longer_leg: None,
            heel_drop_offer_answered: None,
            knee_bend_offer_answered: None,
            country: None,
            person: Person::default(),
            eating: Eating::default(),
            kitchen: Kitchen::default(),
            checks: Checks::default(),
        }
    }
}

impl Settings {
    /// The plan chosen for a routine, in range.
    pub fn plan(&self, routine: Routine) -> Plan {
        match routine {
            Routine::HeelDrop => self.heel_drop.sane(),
            Routine::KneeBend => self.knee_bend.sane(),
        }
    }

    /// The day an offered step of a routine was last answered.
    pub fn offer_answered(&self, routine: Routine) -> Option<LocalDay> {
        match routine {
            Routine::HeelDrop => self.heel_drop_offer_answered,
            Routine::KneeBend => self.knee_bend_offer_answered,
        }
    }

    /// Remembers that an offered step of a routine was answered on a day.
    pub fn answer_offer(&mut self, routine: Routine, day: LocalDay) {
        match routine {
            Routine::HeelDrop => self.heel_drop_offer_answered = Some(day),
            Routine::KneeBend => self.knee_bend_offer_answered = Some(day),
        }
    }

    /// Remembers which size of text was chosen.
    pub fn choose_text(&mut self, text: TextSize) {
        self.text = text;
        self.text_chosen = true;
    }

    /// Remembers a plan for its routine.
    pub fn choose(&mut self, plan: Plan) {
        let plan = plan.sane();
        match plan.routine {
            Routine::HeelDrop => self.heel_drop = plan,
            Routine::KneeBend => self.knee_bend = plan,
        }
    }
}

/// Size of all text (DESIGN section 4: 19, 22 or 26 px).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum TextSize {
    /// 19 px.
    #[default]
    Normal,
    /// 22 px.
    Large,
    /// 26 px.
    Largest,
}

impl TextSize {
    /// All, smallest first.
    pub const ALL: [Self; 3] = [Self::Normal, Self::Large, Self::Largest];
}

words!(TextSize {
    Normal = "normal",
    Large = "large",
    Largest = "largest",
});

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

words!(Theme {
    System = "system",
    Light = "light",
    Dark = "dark",
});

/// How strong the contrast is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Contrast {
    /// As the system says.
    #[default]
    System,
    /// The normal look.
    Normal,
    /// Black on white, white on black, heavier edges.
    More,
}

words!(Contrast {
    System = "system",
    Normal = "normal",
    More = "more",
});

/// How the figure shows a movement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Motion {
    /// As the system says.
    #[default]
    System,
    /// It moves.
    Full,
    /// Key poses only.
    Reduced,
}

words!(Motion {
    System = "system",
    Full = "full",
    Reduced = "reduced",
});

/// Who shows the movements: one of two people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Likeness {
    /// Straight grey hair and a green cardigan.
    #[default]
    Grey,
    /// White curls, glasses and a red cardigan.
    Curls,
}

words!(Likeness {
    Grey = "grey",
    Curls = "curls",
});

/// The three separate channels of the coach (DESIGN section 3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Channels {
    /// Spoken words.
    pub voice: bool,
    /// A tone on the beat.
    pub beep: bool,
    /// The phone shakes a little on the beat.
    pub vibration: bool,
}

record!(Channels or default { voice, beep, vibration });

impl Default for Channels {
    fn default() -> Self {
        Self {
            voice: true,
            beep: true,
            vibration: true,
        }
    }
}

/// Left or right, of the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The person's left.
    Left,
    /// The person's right.
    Right,
}

words!(Side {
    Left = "left",
    Right = "right",
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_older_value_without_a_field_still_reads() {
        let settings: Settings = serde_json::from_str(r#"{"text":"largest"}"#).unwrap();
        assert_eq!(settings.text, TextSize::Largest);
        assert_eq!(settings.channels, Channels::default());
        assert_eq!(settings.plan(Routine::HeelDrop), Plan::NEWCOMER_HEEL_DROPS);
    }

    #[test]
    fn a_plan_is_remembered_for_its_routine_and_kept_in_range() {
        let mut settings = Settings::default();
        settings.choose(Plan {
            rounds: 99,
            ..Plan::NEWCOMER_HEEL_DROPS
        });
        assert_eq!(settings.plan(Routine::HeelDrop).rounds, Plan::MOST_ROUNDS);
        assert_eq!(settings.plan(Routine::KneeBend), Plan::NEWCOMER_KNEE_BENDS);
    }
}
