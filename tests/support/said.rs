//! Where the text of a statement stands.

use std::fmt::Debug;

use bonewise::content::places::Said;

/// The namespace and the key of a statement's text.
pub fn said(said: Said) -> (&'static str, String) {
    match said {
        Said::Guide(id) => ("guide", id.key().into()),
        Said::Story(id) => ("stories", id.key().into()),
        Said::Fact(id) => ("facts", id.key().into()),
        Said::Flag(id) => ("help", id.key().into()),
        Said::Line(id) => ("moves", id.key().into()),
        Said::Question(id) => ("safety", snake(&id)),
        Said::Level(level) => ("safety", format!("verdict_{}", snake(&level))),
        Said::Style(style) => ("moves", format!("style_{}", snake(&style))),
        Said::Pain(place) => ("moves", format!("pain_{}_advice", snake(&place))),
        Said::Powder(id) => ("recipe", id.key().into()),
        Said::Food(id) => ("foods", id.key().into()),
        Said::Eating(id) => ("foods", id.key().into()),
        Said::Daylight(id) => ("daylight", id.key().into()),
        Said::Habit(id) => ("habits", id.key().into()),
        Said::Check(id) => ("checks", id.key().into()),
    }
}

/// `BreakAfter50` becomes `break_after_50`.
pub fn snake(id: &impl Debug) -> String {
    let mut key = String::new();
    let mut before = '_';
    for letter in format!("{id:?}").chars() {
        let starts_word =
            letter.is_ascii_uppercase() || (letter.is_ascii_digit() && !before.is_ascii_digit());
        if starts_word && !key.is_empty() {
            key.push('_');
        }
        key.push(letter.to_ascii_lowercase());
        before = letter;
    }
    key
}
