//! One module for each screen. They read the model through memos and send events; they keep nothing themselves.

pub mod checks;
pub mod coach;
pub mod cook;
pub mod daylight;
pub mod exercise;
pub mod facts;
pub mod foods;
pub mod get_help;
pub mod habits;
pub mod journal;
pub mod know;
pub mod later;
pub mod look_and_note;
pub mod moves;
pub mod nourish;
pub mod person;
pub mod recipe;
pub mod safety;
pub mod settings;
pub mod sources;
pub mod stop_rules;
pub mod symptom;
pub mod symptoms;
pub mod today;
pub mod traditional;
pub mod unknown;
