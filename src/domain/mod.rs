//! What Bonewise knows. Pure: no browser, no clock, no randomness, no text that a person reads.
//!
//! Reading order: [`day`], [`feeling`], [`routine`], [`entry`], [`journal`], [`settings`], [`safety`].

pub mod day;
pub mod entry;
pub mod feeling;
pub mod journal;
pub mod routine;
pub mod safety;
pub mod settings;
