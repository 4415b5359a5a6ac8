//! One module for each screen. They read the model through memos and send events; they keep nothing themselves.

use leptos::prelude::request_animation_frame;

use crate::browser::page;

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
pub mod offer;
pub mod paper;
pub mod person;
pub mod recipe;
pub mod safety;
pub mod settings;
pub mod sources;
pub mod stop_rules;
pub mod symptom;
pub mod symptoms;
pub mod taken_back;
pub mod timers;
pub mod today;
pub mod traditional;
pub mod unknown;
pub mod your_data;

/// Moves the focus in the next frame, when what an event changed stands there.
pub fn focus_soon(id: impl AsRef<str> + 'static) {
    request_animation_frame(move || {
        page::focus(id.as_ref(), true);
    });
}
