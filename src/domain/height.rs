//! Body height: how it is typed, and how it compares with the tallest and with earlier measurements.
//!
//! Heights are whole millimetres (an inch is 25.4 of them), so both units give the same answer at a limit.
//! Invariant: never a score; what comes out is two differences and whether one of them is worth a visit.

use serde::Serialize;

use super::day::LocalDay;
use super::entry::Kind;
use super::journal::Journal;
use super::quantity::{self, NotAQuantity};
use super::saved::words;

/// The least height that is taken for true, in millimetres [D].
pub const LEAST: u16 = 900;
/// The greatest, in millimetres [D].
pub const MOST: u16 = 2300;
/// So much below the tallest is worth a visit: 4 cm. The guide's 1.5 in is a rounded form; centimetres rule
/// (evidence section 4).
pub const LOSS_FROM_TALLEST: u16 = 40;
/// From this loss on a screen in inches shows 1.5 in, which is how the limit of 4 cm reads there.
const CLOSE_IN_INCHES: u16 = 37;
/// So much below an earlier measurement is worth a visit: 2 cm, "0.8 in" (evidence section 4).
pub const LOSS_FROM_EARLIER: u16 = 20;
/// Two measurements of one morning that lie farther apart than this are better taken again [D].
pub const FAR_APART: u16 = 10;

/// How a person writes lengths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LengthUnit {
    /// Centimetres.
    Centimetres,
    /// Feet and inches.
    Feet,
}

words!(LengthUnit {
    Centimetres = "centimetres",
    Feet = "feet",
});

/// Reads a height in millimetres: "170", "170 cm", "1,70 m", "5 ft 7", "5'7\"", "5 7", "67 in".
///
/// A plain number is taken in `unit`: below 3 it is metres; with feet, one from 3 to 8 is feet and more is inches.
/// "5.11" may be 5 ft 11 in or 5.11 ft, so it is not read; [`meant`] says what to ask about.
///
/// # Errors
/// [`NotAQuantity`] where there is no number, or the height lies outside [`LEAST`] to [`MOST`].
pub fn read(text: &str, unit: LengthUnit) -> Result<u16, NotAQuantity> {
    if meant(text, unit).is_some() {
        return Err(NotAQuantity::Unclear);
    }
    let millimetres = if let Some((feet, inches)) = feet_and_inches(text, unit) {
        let inches = if inches.trim().is_empty() {
            0.0
        } else {
            quantity::read_within(inches, &["in", "inch", "inches"], (0.0, 11.99))?
        };
        if feet.contains(['.', ',']) {
            return Err(NotAQuantity::NotANumber);
        }
        quantity::read_within(feet, &[], (0.0, 99.0))? * 304.8 + inches * 25.4
    } else {
        let read = quantity::read(text)?;
        let is_feet = unit == LengthUnit::Feet;
        let scale = match read.unit.as_str() {
            "mm" => 1.0,
            "in" | "inch" | "inches" => 25.4,
            "m" => 1000.0,
            "" if read.number < 3.0 => 1000.0,
            // Parts of a foot in tenths are nobody's way to write a height.
            "" if is_feet && read.number <= 8.0 && text.contains(['.', ',']) => {
                return Err(NotAQuantity::NotANumber);
            }
            "" if is_feet && read.number <= 8.0 => 304.8,
            "" if is_feet && read.number < 100.0 => 25.4,
            "cm" | "" => 10.0,
            _ => return Err(NotAQuantity::NotANumber),
        };
        read.number * scale
    };
    let millimetres = millimetres.round();
    if millimetres < f64::from(LEAST) {
        return Err(NotAQuantity::TooSmall);
    }
    if millimetres > f64::from(MOST) {
        return Err(NotAQuantity::TooLarge);
    }
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // within the range above
    Ok(millimetres as u16)
}

/// The height that is probably meant by "5.11", "5,11", "5-11", "5;11", "5/11", "511" or "5.11 ft", in millimetres, and
/// that has to be asked about: 5 ft 11 in.
pub fn meant(text: &str, unit: LengthUnit) -> Option<u16> {
    let text = text.trim();
    let text = ["feet", "ft.", "ft"]
        .iter()
        .find_map(|word| text.strip_suffix(word))
        .unwrap_or(text)
        .trim_end();
    let mut letters = text.chars();
    let feet = letters
        .next()?
        .to_digit(10)
        .filter(|feet| (3..=7).contains(feet))?;
    let rest = letters.as_str();
    let marks = ['.', ',', '-', '–', '−', ';', ':', '/', '·'];
    let inches = match rest.strip_prefix(marks) {
        Some(inches) => inches.trim(),
        // In centimetres this is no height, and with feet it is read.
        None if rest.starts_with(' ') && unit == LengthUnit::Centimetres => rest.trim(),
        None if rest.len() == 2 => rest,
        None => return None,
    };
    let is_plain = (1..=2).contains(&inches.len()) && inches.bytes().all(|b| b.is_ascii_digit());
    let inches: u32 = inches
        .parse()
        .ok()
        .filter(|inches| is_plain && *inches < 12)?;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // at most 7 ft 11 in
    let mm = (f64::from(feet * 12 + inches) * 25.4).round() as u16;
    (LEAST..=MOST).contains(&mm).then_some(mm)
}

/// The two parts of "5 ft 7 in", "5'7\"" or, where feet are meant, "5 7".
fn feet_and_inches(text: &str, unit: LengthUnit) -> Option<(&str, &str)> {
    let marks = ["feet", "foot", "ft.", "ft", "Ft", "FT", "'", "’", "′"];
    let parts = marks.iter().find_map(|mark| text.trim().split_once(mark));
    let plain = || {
        (unit == LengthUnit::Feet)
            .then(|| text.trim().split_once(' '))?
            .filter(|(_, inches)| inches.trim().starts_with(|c: char| c.is_ascii_digit()))
    };
    let (feet, inches) = parts.or_else(plain)?;
    let closing = ['"', '”', '″', '\'', '’', '′'];
    Some((feet, inches.trim_end_matches(closing)))
}

/// A height that was measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measured {
    /// In millimetres.
    pub mm: u16,
    /// On which day.
    pub day: LocalDay,
}

/// The latest height, beside the tallest and the earlier ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Compared {
    /// The latest measurement.
    pub now: Measured,
    /// How far below the tallest, in millimetres; `None` where no tallest is known.
    pub below_tallest: Option<u16>,
    /// The tallest earlier measurement, where the latest lies below it, and by how much.
    pub below_earlier: Option<(Measured, u16)>,
}

impl Compared {
    /// Whether to ask a doctor about a picture of the spine and a bone test, after measuring again.
    pub fn is_worth_a_visit(&self) -> bool {
        self.below_tallest
            .is_some_and(|loss| loss >= LOSS_FROM_TALLEST)
            || self
                .below_earlier
                .is_some_and(|(_, loss)| loss >= LOSS_FROM_EARLIER)
    }

    /// Whether the loss from the tallest lies below the limit and yet reads like it: in tenths of an inch it is 1.5 in,
    /// as the limit is told.
    pub fn reads_like_the_limit(&self, unit: LengthUnit) -> bool {
        unit == LengthUnit::Feet
            && self
                .below_tallest
                .is_some_and(|loss| (CLOSE_IN_INCHES..LOSS_FROM_TALLEST).contains(&loss))
    }
}

/// The latest height that counts, compared; `None` before the first.
pub fn compare(journal: &Journal, tallest: Option<u16>) -> Option<Compared> {
    let mut heights = journal.of_body().filter_map(|entry| match entry.kind {
        Kind::Height { mm } => Some(Measured { mm, day: entry.day }),
        _ => None,
    });
    let now = heights.next_back()?;
    let earlier = heights.max_by_key(|one| one.mm);
    Some(Compared {
        now,
        below_tallest: tallest.map(|tallest| tallest.saturating_sub(now.mm)),
        below_earlier: earlier
            .map(|one| (one, one.mm.saturating_sub(now.mm)))
            .filter(|(_, loss)| *loss > 0),
    })
}

#[cfg(test)]
mod tests {
    use super::super::day::Instant;
    use super::super::entry::{Entry, EntryId};
    use super::*;

    const CM: LengthUnit = LengthUnit::Centimetres;
    const FEET: LengthUnit = LengthUnit::Feet;

    #[test]
    fn heights_are_read_as_people_write_them() {
        for (text, unit, mm) in [
            ("170", CM, 1700),
            ("170,5", CM, 1705),
            ("170 cm", FEET, 1700),
            ("1,70 m", CM, 1700),
            ("1.7", CM, 1700),
            ("1.70", FEET, 1700),
            ("1700 mm", CM, 1700),
            ("１７０", CM, 1700),
            ("5 ft 7", CM, 1702),
            ("5 ft 7 in", FEET, 1702),
            ("5ft7", FEET, 1702),
            ("5'7\"", CM, 1702),
            ("5’7”", FEET, 1702),
            ("5′ 7½″", FEET, 1715),
            ("5 feet", FEET, 1524),
            ("5'", FEET, 1524),
            ("5 7", FEET, 1702),
            ("5", FEET, 1524),
            ("67", FEET, 1702),
            ("67 in", CM, 1702),
            ("90", CM, 900),
            ("230", CM, 2300),
        ] {
            assert_eq!(read(text, unit), Ok(mm), "{text} in {unit:?}");
        }
    }

    #[test]
    fn absurd_heights_are_told_and_not_guessed() {
        use NotAQuantity as No;
        for (text, unit, why) in [
            ("", CM, No::Empty),
            ("tall", CM, No::NotANumber),
            ("89.9", CM, No::TooSmall),
            ("230.1", CM, No::TooLarge),
            ("17", CM, No::TooSmall),
            ("1700", CM, No::TooLarge),
            ("-170", CM, No::Negative),
            ("5 ft 13", FEET, No::TooLarge),
            ("8 ft", FEET, No::TooLarge),
            ("2 ft 2", FEET, No::TooSmall),
            ("70 kg", CM, No::NotANumber),
            ("5 ft tall", FEET, No::NotANumber),
        ] {
            assert_eq!(read(text, unit), Err(why), "{text:?} in {unit:?}");
        }
    }

    /// 5 ft 11 in is 1803 mm, 5 ft 7 in 1702 mm, 5 ft 10 in 1778 mm.
    #[test]
    fn what_may_be_feet_and_inches_is_asked_about_and_what_is_clear_is_read() {
        const FIVE_ELEVEN: u16 = 1803;
        for text in [
            "5.11", "5,11", "5-11", "5–11", "5;11", "5:11", "5/11", "511", "5·11", " 5.11 ",
            "5.11 ft",
        ] {
            for unit in [CM, FEET] {
                assert_eq!(meant(text, unit), Some(FIVE_ELEVEN), "{text}");
                assert_eq!(read(text, unit), Err(NotAQuantity::Unclear), "{text}");
            }
        }
        for (text, mm) in [
            ("5.7", 1702),
            ("5-7", 1702),
            ("5.10", 1778),
            ("5.07", 1702),
            ("5.0", 1524),
        ] {
            assert_eq!(meant(text, FEET), Some(mm), "{text}");
            assert_eq!(read(text, FEET), Err(NotAQuantity::Unclear), "{text}");
        }
        assert_eq!(meant("5 11", CM), Some(FIVE_ELEVEN));
        for (text, unit, mm) in [
            ("5'11", FEET, FIVE_ELEVEN),
            ("5'11\"", CM, FIVE_ELEVEN),
            ("5’11”", FEET, FIVE_ELEVEN),
            ("5 11", FEET, FIVE_ELEVEN),
            ("5ft 11", CM, FIVE_ELEVEN),
            ("5 ft 11 in", CM, FIVE_ELEVEN),
            ("71", FEET, FIVE_ELEVEN),
            ("180", CM, 1800),
            ("180", FEET, 1800),
            ("180 cm", FEET, 1800),
            ("180.5", CM, 1805),
            ("1.80", CM, 1800),
            ("1.80", FEET, 1800),
            ("1,80", FEET, 1800),
            ("1.80 m", FEET, 1800),
            ("1,8", CM, 1800),
            ("5½", FEET, 1676),
            ("5½ ft", CM, 1676),
        ] {
            assert_eq!(meant(text, unit), None, "{text} in {unit:?}");
            assert_eq!(read(text, unit), Ok(mm), "{text} in {unit:?}");
        }
        for (text, unit) in [
            ("5.12", FEET),
            ("5.75", FEET),
            ("5.12", CM),
            ("5-13", FEET),
            ("512", FEET),
            ("5.11 ft 3", FEET),
            ("5.11.2", FEET),
            ("1.800", CM),
            ("8.11", FEET),
        ] {
            assert_eq!(meant(text, unit), None, "{text} in {unit:?}");
            assert!(read(text, unit).is_err(), "{text} in {unit:?}");
        }
    }

    #[test]
    fn both_units_give_the_same_height() {
        for feet in 3..=7_u16 {
            for inch in 0..12_u16 {
                let inches = f64::from(feet * 12 + inch);
                let Ok(by_feet) = read(&format!("{feet} ft {inch}"), FEET) else {
                    continue;
                };
                let by_cm = read(&format!("{:.2}", inches * 2.54), CM).unwrap();
                assert_eq!(by_feet, by_cm, "{feet} ft {inch}");
            }
        }
    }

    #[test]
    fn the_limit_below_the_tallest_is_four_centimetres() {
        for (now, visit) in [
            ("166.1", false), // 3.9
            ("166.0", true),  // 4.0
            ("165.9", true),  // 4.1
            ("170", false),
            ("171", false),
        ] {
            let now = read(now, CM).unwrap();
            let compared = compare(&journal(&[now]), Some(1700)).unwrap();
            assert_eq!(compared.is_worth_a_visit(), visit, "{now} mm");
        }
        // 1.5 in is 3.8 cm and lies below the limit; 1.6 in lies above it.
        let tallest = read("5 ft 7", FEET).unwrap();
        for (now, visit) in [("5 ft 5.5", false), ("5 ft 5.4", true)] {
            let now = read(now, FEET).unwrap();
            let compared = compare(&journal(&[now]), Some(tallest)).unwrap();
            assert_eq!(compared.is_worth_a_visit(), visit, "{now} mm");
        }
    }

    #[test]
    fn a_loss_that_reads_like_the_limit_in_inches_is_told_apart() {
        for (loss, is_close) in [(36, false), (37, true), (39, true), (40, false)] {
            let compared = compare(&journal(&[1700 - loss]), Some(1700)).unwrap();
            assert_eq!(compared.reads_like_the_limit(FEET), is_close, "{loss} mm");
            assert!(!compared.reads_like_the_limit(CM), "{loss} mm");
        }
        let no_tallest = compare(&journal(&[1663]), None).unwrap();
        assert!(!no_tallest.reads_like_the_limit(FEET));
    }

    #[test]
    fn the_limit_below_an_earlier_measurement_is_two_centimetres() {
        for (now, visit) in [("168.1", false), ("168.0", true), ("167.9", true)] {
            let now = read(now, CM).unwrap();
            let compared = compare(&journal(&[1690, 1700, 1695, now]), None).unwrap();
            assert_eq!(compared.is_worth_a_visit(), visit, "{now} mm");
            assert_eq!(compared.below_earlier.map(|(one, _)| one.mm), Some(1700));
        }
        // 0.7 in and 0.8 in.
        let before = read("5 ft 7", FEET).unwrap();
        for (now, visit) in [("5 ft 6.3", false), ("5 ft 6.2", true)] {
            let now = read(now, FEET).unwrap();
            let compared = compare(&journal(&[before, now]), None).unwrap();
            assert_eq!(compared.is_worth_a_visit(), visit, "{now} mm");
        }
    }

    #[test]
    fn what_was_taken_back_does_not_count() {
        let mut journal = journal(&[1700, 1650]);
        assert!(compare(&journal, None).unwrap().is_worth_a_visit());
        journal.add(entry(9, Kind::Retract { entry: id(1) }));
        let compared = compare(&journal, None).unwrap();
        assert_eq!(compared.now.mm, 1700);
        assert_eq!(compared.below_earlier, None);
        assert_eq!(compare(&Journal::default(), Some(1700)), None);
    }

    fn journal(heights: &[u16]) -> Journal {
        (0_u8..)
            .zip(heights)
            .map(|(at, mm)| entry(at, Kind::Height { mm: *mm }))
            .collect()
    }

    fn entry(at: u8, kind: Kind) -> Entry {
        Entry {
            id: id(at),
            at: Instant(i64::from(at)),
            day: LocalDay::epoch(),
            kind,
        }
    }

    fn id(at: u8) -> EntryId {
        EntryId::new(format!("h{at}")).unwrap()
    }
}
