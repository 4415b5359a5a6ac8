//! What Bonewise knows. Pure: no browser, no clock, no randomness, no text that a person reads.
//!
//! Reading order: `saved`, [`day`], [`feeling`], [`routine`], [`body`], [`entry`], [`journal`], [`person`], [`quantity`],
//! [`height`], [`chair_stand`], [`balance`], [`bone_test`], [`safety`], [`countdown`], [`checks`], [`settings`], [`cue`],
//! [`coach`], [`session`], [`figure`], [`agenda`], [`progression`], [`model`].

pub mod agenda;
pub mod balance;
pub mod body;
pub mod bone_test;
pub mod chair_stand;
pub mod checks;
pub mod coach;
pub mod countdown;
pub mod cue;
pub mod day;
pub mod entry;
pub mod feeling;
pub mod figure;
pub mod height;
pub mod journal;
pub mod model;
pub mod person;
pub mod progression;
pub mod quantity;
pub mod routine;
pub mod safety;
mod saved;
pub mod session;
pub mod settings;
