//! What Bonewise knows. Pure: no browser, no clock, no randomness, no text that a person reads.
//!
//! Reading order: `saved`, [`day`], [`feeling`], [`routine`], [`entry`], [`journal`], [`person`], [`quantity`], [`search`], [`settings`], [`symptom`], [`safety`], [`cue`],
//! [`coach`], [`session`], [`figure`], [`agenda`], [`progression`], [`model`].

pub mod agenda;
pub mod coach;
pub mod cue;
pub mod day;
pub mod entry;
pub mod feeling;
pub mod figure;
pub mod journal;
pub mod model;
pub mod person;
pub mod progression;
pub mod quantity;
pub mod routine;
pub mod safety;
mod saved;
pub mod search;
pub mod session;
pub mod settings;
pub mod symptom;
