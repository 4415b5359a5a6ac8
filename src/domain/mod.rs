//! What Bonewise knows. Pure: no browser, no clock, no randomness, no text that a person reads.
//!
//! Reading order:
//! - what all of it stands on: `saved`, [`day`], [`quantity`], [`spelling`], [`person`], [`feeling`];
//! - what can be noted: [`routine`], [`symptom`], [`body`], [`entry`], [`journal`];
//! - exercise: [`safety`], [`cue`], [`coach`], [`keys`], [`session`], [`figure`], [`agenda`], [`progression`];
//! - the powder: [`recipe`], [`nutrition`], [`kitchen`], [`jars`];
//! - eating and habits: [`eating`], [`foods_eaten`], [`calcium`], [`daylight`], [`habits`];
//! - checks at home: [`countdown`], [`height`], [`chair_stand`], [`balance`], [`bone_test`], [`checks`];
//! - what is half entered: [`draft`];
//! - the hand that taps: [`hand`]; when a backup is due: [`backups`];
//! - the whole: [`search`], [`settings`], [`model`].

pub mod agenda;
pub mod backups;
pub mod balance;
pub mod body;
pub mod bone_test;
pub mod calcium;
pub mod chair_stand;
pub mod checks;
pub mod coach;
pub mod countdown;
pub mod cue;
pub mod day;
pub mod daylight;
pub mod draft;
pub mod eating;
pub mod entry;
pub mod feeling;
pub mod figure;
pub mod foods_eaten;
pub mod habits;
pub mod hand;
pub mod height;
pub mod jars;
pub mod journal;
pub mod keys;
pub mod kitchen;
pub mod model;
pub mod nutrition;
pub mod person;
pub mod progression;
pub mod quantity;
pub mod recipe;
pub mod routine;
pub mod safety;
mod saved;
pub mod search;
pub mod session;
pub mod settings;
pub mod spelling;
pub mod symptom;
mod trig;
