//! What Bonewise knows. Pure: no browser, no clock, no randomness, no text that a person reads.
//!
//! Reading order: `saved`, [`day`], [`feeling`], [`routine`], [`entry`], [`journal`], [`person`], [`quantity`], [`recipe`],
//! [`nutrition`], [`kitchen`], [`jars`], [`settings`], [`safety`], [`cue`],
//! [`coach`], [`session`], [`figure`], [`agenda`], [`progression`], [`model`].

pub mod agenda;
pub mod coach;
pub mod cue;
pub mod day;
pub mod entry;
pub mod feeling;
pub mod figure;
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
pub mod session;
pub mod settings;
