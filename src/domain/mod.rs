//! What Bonewise knows. Pure: no browser, no clock, no randomness, no text that a person reads.
//!
//! Reading order: `saved`, [`day`], [`feeling`], [`routine`], [`entry`], [`journal`], [`person`], [`quantity`], [`settings`], [`safety`], [`cue`],
//! [`coach`], [`session`], [`figure`], [`agenda`], [`progression`],
//! [`foods_eaten`], [`calcium`], [`daylight`], [`habits`], [`search`], [`eating`] (read by settings), [`model`], [`recipe`], [`nutrition`], [`kitchen`], [`jars`], [`body`], [`height`], [`chair_stand`], [`balance`], [`bone_test`], [`countdown`], [`checks`].

pub mod agenda;
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
pub mod eating;
pub mod entry;
pub mod feeling;
pub mod figure;
pub mod foods_eaten;
pub mod habits;
pub mod height;
pub mod jars;
pub mod journal;
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
