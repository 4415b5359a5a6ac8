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

/// What reads as translated, or is a word of the trade, with what to say in its place (review, sections C and B2).
const ODD: &[(&str, &str)] = &[
    ("reckon", "work out"),
    ("reckoned", "worked out"),
    ("above all", "especially"),
    ("mostly", "usually"),
    ("so it is", "say what is"),
    ("it does so", "say what does"),
    ("nothing for it", "say what one had to do"),
    ("for all of us", "for everyone"),
    ("are out too", "do not"),
    ("as the device", "same as my device"),
    ("with ease", "easily"),
    ("past 50", "after 50"),
    ("clinician", "doctor or physiotherapist"),
    ("clinicians", "doctors or physiotherapists"),
    ("verdict", "what is open"),
    ("style", "kind"),
    ("styles", "kinds"),
    ("tempo", "pace"),
    ("contraindicated", "not for you"),
    ("fracture", "broken bone"),
    ("fractures", "broken bones"),
    ("a break", "a broken bone"),
    ("the break", "the broken bone"),
    ("breaks of", "broken bones of"),
    ("hip breaks", "broken hips"),
    ("spine breaks", "broken bones in the spine"),
];
/// A term that the text itself explains.
const EXPLAINED: &str = "compression fracture";

/// The odd words in a text, each with a better one. Names in `{{ }}` and comments are not shown to anybody.
pub fn odd(text: &str) -> Vec<(&'static str, &'static str)> {
    let shown = without(&without(&text.to_lowercase(), "{{", "}}"), "<!--", "-->");
    let text = shown.replace(EXPLAINED, "");
    let words: Vec<&str> = text
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let text = format!(" {} ", words.join(" "));
    ODD.iter()
        .copied()
        .filter(|(odd, _)| text.contains(&format!(" {odd} ")))
        .collect()
}

/// The text without what stands from one mark to the other.
fn without(text: &str, from: &str, to: &str) -> String {
    text.split(from)
        .enumerate()
        .map(|(place, part)| match part.split_once(to) {
            Some((_, after)) if place > 0 => after,
            _ => part,
        })
        .collect::<Vec<_>>()
        .join(" ")
}

mod tests {
    use super::{figures, odd, promises};

    #[test]
    fn the_rule_for_odd_english_knows_the_review_s_examples() {
        for text in [
            "Reckon by weight",
            "You hit your head, above all if you take blood thinners.",
            "So it is if both legs go weak.",
            "Ask your clinician first.",
            "All styles are open",
            "After a break past 50",
            "Slow tempo",
        ] {
            assert!(!odd(text).is_empty(), "{text}");
        }
        for text in [
            "A small fall breaks it.",
            "You break out in a cold sweat.",
            "It is also called a compression fracture.",
            "Much of this comes from other illness.",
        ] {
            assert_eq!(odd(text), [], "{text}");
        }
    }

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
