//! One module for each screen. They read the model through memos and send events; they keep nothing themselves.

pub mod coach;
pub mod exercise;
pub mod get_help;
pub mod journal;
pub mod know;
pub mod moves;
pub mod nourish;
pub mod safety;
pub mod settings;
pub mod today;
pub mod traditional;
pub mod unknown;
