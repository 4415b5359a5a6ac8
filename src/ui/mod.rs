//! Presentational components: properties in, callbacks out.
//!
//! Invariant: nothing here reads the model, storage or the route; a component shows what it is given.

pub mod answer_row;
pub mod banner;
pub mod bar;
pub mod body;
pub mod choice;
pub mod drawings;
pub mod evidence;
pub mod field;
pub mod figure;
pub mod icon;
pub mod link_row;
pub mod live;
pub mod page_head;
pub mod search_field;
pub mod stance;
