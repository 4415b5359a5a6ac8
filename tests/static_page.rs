//! The page without the app (`index.html`) gives the same advice as the app, line by line, from the same catalogue.
//!
//! It is plain HTML, so that it is there when nothing else is. After a change of the catalogue,
//! `BONEWISE_WRITE=1 cargo test --test static_page` writes it anew.
#![allow(clippy::unwrap_used)]

#[allow(dead_code)] // not all of its ways to read are needed here
mod support {
    pub mod said;
    pub mod texts;
}

use std::collections::BTreeMap;
use std::env;
use std::fmt::Write;
use std::fs;

use bonewise::content::emergency::number_for;
use bonewise::content::red_flags::{RedFlag, Urgency};
use bonewise::content::steps;
use bonewise::domain::safety::{Question, Weight};
use support::said::snake;
use support::texts::texts;

const PAGE: &str = "index.html";
const BEGIN: &str = "    <!-- From the catalogue, as tests/static_page.rs makes it. -->\n";
const END: &str = "  </main>\n";

/// The numbers that stand on the page, with the regions that a row names.
const NUMBERS: &[(&str, &[&str])] = &[
    ("United States, Canada", &["US", "CA"]),
    ("United Kingdom", &["GB"]),
    (
        "European Union",
        &[
            "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE",
            "IT", "LV", "LT", "LU", "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE",
        ],
    ),
    ("Japan, Taiwan", &["JP", "TW"]),
    ("Mainland China", &["CN"]),
    ("Australia", &["AU"]),
    ("New Zealand", &["NZ"]),
];

type Texts = BTreeMap<String, String>;

/// One section: its frame, its heading, and what stands below.
fn section(made: &mut String, frame: &str, id: &str, heading: &str, below: &[String]) {
    writeln!(
        made,
        "    <section class=\"b-note {frame}\"{id}>\n      <h2>{heading}</h2>"
    )
    .unwrap();
    for line in below {
        writeln!(made, "      {line}").unwrap();
    }
    made.push_str("    </section>\n\n");
}

fn list(lines: impl Iterator<Item = String>) -> String {
    let items: Vec<String> = lines
        .map(|line| format!("        <li>{line}</li>\n"))
        .collect();
    format!("<ul>\n{}      </ul>", items.concat())
}

/// The signs of a group, each with what to do.
fn signs(help: &Texts, urgency: Urgency) -> String {
    list(RedFlag::of(urgency).map(|flag| {
        let what_to_do = &help[&format!("{}_do", flag.key())];
        format!("{} <b>{what_to_do}</b>", help[flag.key()])
    }))
}

fn numbers() -> String {
    let rows: Vec<String> = NUMBERS
        .iter()
        .map(|(place, regions)| {
            let number = number_for(regions[0]);
            for region in *regions {
                assert_eq!(number_for(region), number, "{place}: {region}");
            }
            format!(
                "          <tr><th scope=\"row\">{place}</th><td><a href=\"tel:{number}\">{number}</a></td></tr>\n"
            )
        })
        .collect();
    format!(
        "<table>\n        <caption>Emergency numbers</caption>\n        <thead><tr><th scope=\"col\">Where you are</th><th scope=\"col\">Tap to call</th></tr></thead>\n        <tbody>\n{}        </tbody>\n      </table>",
        rows.concat()
    )
}

/// The safety questions, the weightiest first, each with what it means, and what follows from a yes. The one on what to
/// hold on to asks nobody to see a doctor.
fn questions(safety: &Texts) -> Vec<String> {
    let mut below = vec!["<p>If you are not sure, that counts as yes.</p>".to_owned()];
    for (weight, follows) in [
        (Weight::Nothing, "verdict_nothing"),
        (Weight::NotUntil, "verdict_not_until"),
        (Weight::GentleFirst, "verdict_gentle_first"),
    ] {
        let asked = Question::ALL
            .into_iter()
            .filter(|question| question.weight() == weight);
        below.push(list(asked.map(|question| {
            let key = snake(&question);
            let help = safety[&format!("{key}_help")].replace('\n', "; ");
            format!("<b>{}</b> {help}", safety[&key])
        })));
        below.push(format!("<p>If yes: {}</p>", safety[follows]));
    }
    below
}

/// The advice, as it has to stand on the page.
fn made() -> String {
    let (help, safety, moves) = (texts("help"), texts("safety"), texts("moves"));
    let hint = |key: &str| format!("<p>{}</p>", help[key]);
    let mut made = String::new();
    section(
        &mut made,
        "b-now",
        " id=\"help\" tabindex=\"-1\" aria-label=\"Call your emergency number now if\"",
        "Call your emergency number now if",
        &[
            signs(&help, Urgency::Now),
            hint("group_now_hint"),
            numbers(),
        ],
    );
    section(
        &mut made,
        "b-today",
        "",
        &help["group_today"],
        &[signs(&help, Urgency::Today), hint("group_today_hint")],
    );
    section(
        &mut made,
        "b-soon",
        "",
        &help["group_soon"],
        &[signs(&help, Urgency::Soon), hint("group_soon_hint")],
    );
    section(
        &mut made,
        "b-soon",
        "",
        "Before you exercise",
        &questions(&safety),
    );
    section(
        &mut made,
        "b-now",
        "",
        &moves["stop_title"],
        &[
            list(steps::STOP.iter().map(|line| moves[line.key()].clone())),
            format!("<p><b>{}</b></p>", moves[steps::STOP_THEN.key()]),
        ],
    );
    writeln!(
        made,
        "    <footer>\n      <p>{}</p>\n      <p>{}</p>\n    </footer>",
        help["disclaimer_global"], help["disclaimer_emergency"]
    )
    .unwrap();
    made
}

#[test]
fn the_page_without_the_app_gives_the_advice_of_the_app_line_by_line() {
    let page = fs::read_to_string(PAGE).unwrap();
    let (before, rest) = page.split_once(BEGIN).unwrap();
    let (stands, after) = rest.split_once(END).unwrap();
    let made = made();
    if env::var_os("BONEWISE_WRITE").is_some() {
        fs::write(PAGE, format!("{before}{BEGIN}{made}{END}{after}")).unwrap();
        return;
    }
    for (stands, made) in stands.lines().zip(made.lines()) {
        assert_eq!(
            stands, made,
            "{PAGE} says something else than the app.\nNext: `BONEWISE_WRITE=1 cargo test --test static_page`, and look at the page."
        );
    }
    assert_eq!(stands.lines().count(), made.lines().count());
}

/// What is said of health on the page stands in the part that is compared, or only says where to call.
#[test]
fn nothing_of_health_is_said_outside_the_part_that_is_compared() {
    let page = fs::read_to_string(PAGE).unwrap();
    let (before, rest) = page.split_once(BEGIN).unwrap();
    let (_, body) = before.split_once("<body>").unwrap();
    let (_, after) = rest.split_once(END).unwrap();
    for word in [
        "pain", "hurt", "doctor", "bone ", "fall", "fell", "exercis", "chest", "dizz",
    ] {
        for (place, part) in [("before", body), ("after", after)] {
            assert!(!part.to_lowercase().contains(word), "{word} {place} it");
        }
    }
}
