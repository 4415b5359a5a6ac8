//! What a text must not say: a figure that was not read in a source, and a promise.

/// The figures in a text.
///
/// What is no figure: an age (a number from
/// 40 to 110 after `after`, `age`, `aged`, `over`, `past` or `turned`) and a span in months or years
/// (`the last 3 months`). Numbers in words count as wording, except shares (`one in three`).
pub fn figures(text: &str) -> Vec<String> {
    const BEFORE_AN_AGE: &[&str] = &["after", "age", "aged", "over", "past", "turned"];
    const SPANS: &[&str] = &["month", "months", "year", "years"];
    let text = text.to_lowercase().replace('%', " % ");
    let words: Vec<&str> = text
        .split_whitespace()
        .map(|word| word.trim_matches(|letter: char| !letter.is_alphanumeric() && letter != '%'))
        .collect();
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let before = at.checked_sub(1).map_or("", |place| words[place]);
        let after = words.get(at + 1).copied().unwrap_or("");
        let is_age = BEFORE_AN_AGE.contains(&before)
            && word.parse().is_ok_and(|age: u16| (40..=110).contains(&age));
        let has_digit = word.chars().any(|letter| letter.is_ascii_digit());
        let is_share =
            matches!(*word, "%" | "percent" | "percentage") || (before == "one" && *word == "in");
        if is_share || (has_digit && !is_age && !SPANS.contains(&after)) {
            found.push((*word).to_owned());
        }
    }
    found
}

/// The promises in a text: cure, reverse, treat, heal and guarantee in every form, and osteoporosis beside
/// any form of prevent.
pub fn promises(text: &str) -> Vec<String> {
    const FORMS: &[&str] = &[
        "cure",
        "cures",
        "cured",
        "curing",
        "curative",
        "curable",
        "incurable",
        "reverse",
        "reverses",
        "reversed",
        "reversing",
        "reversal",
        "reversible",
        "treat",
        "treats",
        "treated",
        "treating",
        "treatment",
        "treatments",
        "treatable",
        "untreated",
        "heal",
        "heals",
        "healed",
        "healing",
        "healer",
        "guarantee",
        "guarantees",
        "guaranteed",
        "guaranteeing",
    ];
    let text = text.to_lowercase();
    let words: Vec<&str> = text
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let mut found: Vec<String> = words
        .iter()
        .filter(|word| FORMS.contains(word))
        .map(|word| (*word).to_owned())
        .collect();
    for near in words
        .windows(5)
        .chain(std::iter::once(words.as_slice()).filter(|all| all.len() < 5))
    {
        let prevents = near.iter().any(|word| word.starts_with("prevent"));
        if prevents && near.contains(&"osteoporosis") {
            found.push(near.join(" "));
        }
    }
    found
}

mod tests {
    use super::{figures, promises};

    #[test]
    fn the_rule_for_figures_knows_figures_from_ages_and_spans() {
        for (text, found) in [
            ("About 15 percent", 2),
            ("5 drops", 1),
            ("20 % of people", 2),
            ("One in three people fall", 1),
            ("4 cm", 1),
            ("over 300 drops", 1),
            ("after 50", 0),
            ("since you turned 50?", 0),
            ("in the last 3 months", 0),
            ("for 2 years", 0),
            ("Call {{ number }}", 0),
        ] {
            assert_eq!(figures(text).len(), found, "{text}: {:?}", figures(text));
        }
    }

    #[test]
    fn the_rule_for_promises_knows_the_words_in_all_their_forms_and_nothing_else() {
        for promise in [
            "It CURES weak bone",
            "reversing bone loss",
            "to treat it",
            "Treatments",
            "it heals.",
            "Guaranteed",
            "helps prevent osteoporosis",
            "prevents severe osteoporosis",
            "osteoporosis prevention",
            "untreated",
        ] {
            assert!(!promises(promise).is_empty(), "{promise}");
        }
        for plain in [
            "good for your health",
            "lower the heel",
            "keep the door secure",
            "prevent a fall",
            "a retreat",
        ] {
            assert!(promises(plain).is_empty(), "{plain}");
        }
    }
}
