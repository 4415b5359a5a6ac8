//! The colours of `style/tokens.css` in every look: 7:1 for text, 3:1 for the edges of controls and what tells a state.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// What text stands in, and on which grounds. Tints are grounds of labels, cards and banners.
const TEXT: [(&str, &[&str]); 9] = [
    (
        "ink",
        &[
            "paper",
            "surface",
            "primary-tint",
            "walnut-tint",
            "sun-tint",
            "alert-tint",
        ],
    ),
    ("ink-soft", &["paper", "surface", "primary-tint"]),
    ("primary", &["paper", "surface"]),
    ("walnut", &["paper", "surface"]),
    ("sun", &["paper"]),
    ("alert", &["paper", "surface"]),
    ("on-primary", &["primary"]),
    ("on-alert", &["alert"]),
    ("on-chosen", &["chosen"]),
];
/// Edges and marks, and the grounds they have to be seen on.
const SHAPES: [(&str, &[&str]); 6] = [
    ("edge", &["paper", "surface"]),
    ("mark", &["paper", "surface", "primary-tint"]),
    ("primary", &["primary-tint"]),
    ("walnut", &["walnut-tint", "primary-tint"]),
    ("sun", &["sun-tint", "surface"]),
    ("alert", &["alert-tint", "surface"]),
];

/// What the two people are drawn in. It means nothing by itself, so no contrast is asked of it.
const PEOPLE: [&str; 8] = [
    "skin-fair",
    "skin-brown",
    "skin-line",
    "hair-grey",
    "hair-white",
    "hair-line",
    "knit-red",
    "cloth-blue",
];

const NOT_PRINT: &str = "@media not print";
/// Where each block stands: the person's choice, and the system's wish.
const DARK: [&str; 2] = [
    "@media not print [data-theme=dark]",
    "@media not print @media (prefers-color-scheme: dark) :root:not([data-theme=light])",
];
const MORE: [&str; 2] = [
    "@media not print [data-contrast=more]",
    "@media not print @media (prefers-contrast: more) :root:not([data-contrast=normal])",
];
const PLAIN: &str = ":root";
const PRINTED: &str = "@media print :root";
const FORCED: &str = "@media screen and (forced-colors: active) :root:root";

type Declared = BTreeMap<String, String>;

/// What a wish and a choice change is the same; one changes the palette only and the other roles only, so that neither
/// can leave out a mix with the other.
#[test]
fn a_wish_and_a_choice_look_alike_and_the_two_questions_do_not_meet() {
    let blocks = blocks();
    let known = [PLAIN, PRINTED, FORCED].into_iter().chain(DARK).chain(MORE);
    assert_eq!(
        blocks.keys().map(String::as_str).collect::<BTreeSet<_>>(),
        known.collect()
    );
    for [choice, wish] in [DARK, MORE] {
        assert_eq!(blocks[choice], blocks[wish], "{choice}");
    }
    for (name, value) in &blocks[MORE[0]] {
        assert!(!blocks[DARK[0]].contains_key(name), "{name}");
        assert!(!value.contains('#'), "{name}: {value}");
    }
    // A colour of the palette that dark leaves as it is would be a light one on a dark page.
    for (name, value) in &blocks[PLAIN] {
        let is_palette = name.starts_with("--") && value.contains('#');
        assert!(!is_palette || blocks[DARK[0]].contains_key(name), "{name}");
    }
    assert!(MORE[0].starts_with(NOT_PRINT) && DARK[1].starts_with(NOT_PRINT));
}

#[test]
fn every_look_has_enough_contrast() {
    let mut low = Vec::new();
    for on in [&[][..], &[DARK[0]], &[MORE[0]], &[DARK[0], MORE[0]]] {
        let tokens = Tokens::of(on);
        for (pairs, least) in [(&TEXT[..], 7.0), (&SHAPES[..], 3.0)] {
            for (shape, grounds) in pairs {
                for ground in *grounds {
                    let found = contrast(tokens.colour(shape), tokens.colour(ground));
                    if found < least {
                        low.push(format!("{on:?}: {shape} on {ground} {found:.2}"));
                    }
                }
            }
        }
    }
    assert_eq!(low, Vec::<String>::new());
}

#[test]
fn paper_is_white_and_needs_no_grounds() {
    let tokens = Tokens::of(&[PRINTED]);
    let white = [255.0; 3];
    for ground in [
        "paper",
        "surface",
        "chosen",
        "primary-tint",
        "walnut-tint",
        "sun-tint",
        "alert-tint",
    ] {
        let is_white = tokens.colour(ground).iter().all(|part| *part > 254.5);
        assert!(is_white, "{ground}");
    }
    // Text on a filled ground too: where grounds are not printed, it stands on the paper.
    for text in [
        "ink",
        "ink-soft",
        "primary",
        "walnut",
        "sun",
        "alert",
        "on-alert",
        "on-primary",
        "on-chosen",
        "mark",
    ] {
        let found = contrast(tokens.colour(text), white);
        assert!(found >= 7.0, "{text}: {found:.2}");
    }
    assert!(contrast(tokens.colour("edge"), white) >= 3.0);
}

/// A role that keeps a colour of ours is one that a contrast theme does not reach: a figure in black on black.
#[test]
fn with_forced_colours_every_role_is_one_of_the_systems_own() {
    let blocks = blocks();
    let own = &blocks[FORCED];
    let roles = TEXT.iter().chain(&SHAPES);
    let roles = roles.flat_map(|(shape, grounds)| grounds.iter().chain([shape]));
    for role in roles.chain(&["line"]).chain(&PEOPLE) {
        let value = own
            .get(&format!("--{role}"))
            .unwrap_or_else(|| panic!("{role} is not given"));
        let system = ["Canvas", "CanvasText", "Highlight", "HighlightText"];
        assert!(system.contains(&value.as_str()), "{role}: {value}");
    }
}

/// An extension that makes pages dark darkened the tick in a ticked box to 1.10:1, as it darkens every border that has a
/// colour of its own. One in the colour of text it keeps readable.
#[test]
fn marks_are_drawn_in_the_colour_of_text() {
    let mut own = Vec::new();
    for sheet in fs::read_dir("style/components").unwrap() {
        let path = sheet.unwrap().path();
        for rule in fs::read_to_string(&path).unwrap().split('}') {
            let Some((selector, told)) = rule.rsplit_once('{') else {
                continue;
            };
            let is_mark = selector.contains("::before") || selector.contains(".on ");
            let mut borders = told
                .split(';')
                .filter(|one| one.trim().starts_with("border"));
            if is_mark
                && borders.any(|border| border.contains("var(--") && !border.contains("calc("))
            {
                own.push(format!("{}: {}", path.display(), selector.trim()));
            }
        }
    }
    assert_eq!(own, Vec::<String>::new());
}

/// What is declared in a look.
struct Tokens(Declared);

impl Tokens {
    /// The plain light look with some blocks above it.
    fn of(above: &[&str]) -> Self {
        let blocks = blocks();
        let all = [PLAIN].iter().chain(above);
        Self(all.flat_map(|block| blocks[*block].clone()).collect())
    }

    /// A role as red, green and blue.
    fn colour(&self, role: &str) -> [f64; 3] {
        let value = self.value(role);
        let hex = value
            .strip_prefix('#')
            .unwrap_or_else(|| panic!("--{role}: {value}"));
        let hex = if hex.len() == 3 {
            hex.chars().flat_map(|digit| [digit, digit]).collect()
        } else {
            hex.to_owned()
        };
        [0, 2, 4].map(|at| f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()))
    }

    fn value(&self, role: &str) -> String {
        let mut name = format!("--{role}");
        loop {
            let value = self
                .0
                .get(&name)
                .unwrap_or_else(|| panic!("{name} is not declared"));
            match value.strip_prefix("var(") {
                Some(other) => name = other.trim_end_matches(')').to_owned(),
                None => return value.clone(),
            }
        }
    }
}

/// The blocks of `style/tokens.css` with what each declares, by all that stands around it inside of the layer.
fn blocks() -> BTreeMap<String, Declared> {
    let css = fs::read_to_string("style/tokens.css").unwrap();
    let without_comments = css.split("/*").enumerate().map(|(at, part)| match at {
        0 => part,
        _ => part.split_once("*/").unwrap().1,
    });
    let mut around: Vec<String> = Vec::new();
    let mut found: BTreeMap<String, Declared> = BTreeMap::new();
    let mut words = String::new();
    for letter in without_comments.collect::<String>().chars() {
        match letter {
            '{' => around.push(std::mem::take(&mut words).trim().to_owned()),
            ';' | '}' => {
                if let Some((name, value)) = std::mem::take(&mut words).split_once(':') {
                    let block = found.entry(around[1..].join(" ")).or_default();
                    block.insert(name.trim().to_owned(), value.trim().to_owned());
                }
                if letter == '}' {
                    around.pop();
                }
            }
            _ => words.push(letter),
        }
    }
    found
}

/// The contrast of two colours as WCAG reckons it.
fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(colour: [f64; 3]) -> f64 {
    let [red, green, blue] = colour.map(|part| {
        let part = part / 255.0;
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}
