//! A number as people type or paste it: "2,5", "1/2", "1 ½", "１２０", "250g", "1.200".
//!
//! Invariant: what is read is finite and not negative; anything else is told as a [`NotAQuantity`], never guessed.

/// Why a text is no quantity that can be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAQuantity {
    /// There is nothing there.
    #[error("empty")]
    Empty,
    /// It is no number.
    #[error("not a number")]
    NotANumber,
    /// It is below nought.
    #[error("negative")]
    Negative,
    /// It is below the least that makes sense here.
    #[error("too small")]
    TooSmall,
    /// It is above the most that makes sense here.
    #[error("too large")]
    TooLarge,
    /// It can be read in two ways, and both make sense here.
    #[error("unclear")]
    Unclear,
}

/// A number, and the letters that stood behind it in lower case ("g", "oz", "cm"); none: "".
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    /// The number.
    pub number: f64,
    /// The same with its only mark taken for a decimal one, where it was taken to group thousands: "1.000".
    pub or_else: Option<f64>,
    /// What stood behind it.
    pub unit: String,
}

/// Reads a number with an optional unit behind it.
///
/// A comma or a point is the decimal mark. With both, the last one is, and the other groups thousands; a single
/// mark before exactly three digits after a digit other than nought ("1.200", "1,200") groups thousands too,
/// because nobody weighs walnuts to the milligram.
///
/// # Errors
/// [`NotAQuantity`] where there is no number, or a negative one.
pub fn read(text: &str) -> Result<Quantity, NotAQuantity> {
    let text: String = text.chars().map(plain).collect();
    let text = text.trim();
    if text.is_empty() {
        return Err(NotAQuantity::Empty);
    }
    let (is_negative, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let end = text
        .find(|c: char| !(c.is_ascii_digit() || ".,/ '".contains(c) || part(c).is_some()))
        .unwrap_or(text.len());
    let (number, unit) = text.split_at(end);
    let digits = number.trim();
    let number = number_of(digits).ok_or(NotAQuantity::NotANumber)?;
    let or_else = only_mark(digits)
        .filter(|place| groups_thousands(digits, *place))
        .map(|_| number / 1000.0);
    let unit = unit.trim().trim_end_matches('.').to_lowercase();
    if unit.chars().any(|c| !c.is_alphabetic()) || unit.chars().count() > 12 {
        return Err(NotAQuantity::NotANumber);
    }
    if is_negative && number != 0.0 {
        return Err(NotAQuantity::Negative);
    }
    Ok(Quantity {
        number,
        or_else,
        unit,
    })
}

/// Reads a number in a range. Of units, only those in `units` may stand behind it.
///
/// # Errors
/// [`NotAQuantity`] where there is none, it lies outside, or it can be read in two ways.
pub fn read_within(
    text: &str,
    units: &[&str],
    (least, most): (f64, f64),
) -> Result<f64, NotAQuantity> {
    let read = read(text)?;
    if !read.unit.is_empty() && !units.contains(&read.unit.as_str()) {
        return Err(NotAQuantity::NotANumber);
    }
    read.within(1.0, (least, most))
}

impl Quantity {
    /// The number times a size, in a range. Where the least is nought the decimal reading is none: a thousandth part
    /// of anything would lie in such a range.
    ///
    /// # Errors
    /// [`NotAQuantity`] where it lies outside, or where both readings lie in the range.
    pub fn within(&self, size: f64, (least, most): (f64, f64)) -> Result<f64, NotAQuantity> {
        let number = self.number * size;
        if number < least {
            return Err(NotAQuantity::TooSmall);
        }
        if number > most {
            return Err(NotAQuantity::TooLarge);
        }
        let or_else = self.or_else.map(|other| other * size);
        if least > 0.0 && or_else.is_some_and(|other| other >= least) {
            return Err(NotAQuantity::Unclear);
        }
        Ok(number)
    }
}

/// Reads a year: four digits and nothing else.
///
/// # Errors
/// [`NotAQuantity`] where it is none, or lies outside of the range.
pub fn read_year(text: &str, (first, last): (i32, i32)) -> Result<i32, NotAQuantity> {
    let text: String = text.chars().map(plain).collect();
    let text = text.trim();
    if text.is_empty() {
        return Err(NotAQuantity::Empty);
    }
    let year = text
        .bytes()
        .all(|b| b.is_ascii_digit())
        .then(|| text.parse::<i32>().ok())
        .flatten()
        .ok_or(NotAQuantity::NotANumber)?;
    if year < first {
        return Err(NotAQuantity::TooSmall);
    }
    if year > last {
        return Err(NotAQuantity::TooLarge);
    }
    Ok(year)
}

/// Full-width characters, typographic marks and other digits as plain ASCII.
fn plain(c: char) -> char {
    match c {
        '０'..='９' => digit(c, '０'),
        '٠'..='٩' => digit(c, '٠'),
        '۰'..='۹' => digit(c, '۰'),
        '．' | '٫' => '.',
        '，' => ',',
        '／' | '⁄' | '∕' => '/',
        '−' | '–' | '－' => '-',
        '＋' => '+',
        '’' => '\'',
        '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{3000}' | '\t' | '\n' | '\r' => ' ',
        'ａ'..='ｚ' => char::from_u32(c as u32 - 'ａ' as u32 + 'a' as u32).unwrap_or(c),
        other => other,
    }
}

fn digit(c: char, nought: char) -> char {
    char::from_u32(c as u32 - nought as u32 + '0' as u32).unwrap_or(c)
}

/// A fraction that is one character.
fn part(c: char) -> Option<f64> {
    Some(match c {
        '½' => 1.0 / 2.0,
        '¼' => 1.0 / 4.0,
        '¾' => 3.0 / 4.0,
        '⅓' => 1.0 / 3.0,
        '⅔' => 2.0 / 3.0,
        '⅛' => 1.0 / 8.0,
        '⅜' => 3.0 / 8.0,
        '⅝' => 5.0 / 8.0,
        '⅞' => 7.0 / 8.0,
        _ => return None,
    })
}

/// "2,5", "1/2", "1 1/2", "1½".
fn number_of(text: &str) -> Option<f64> {
    if let Some(c) = text.chars().last()
        && let Some(share) = part(c)
    {
        let whole = text[..text.len() - c.len_utf8()].trim();
        let whole = if whole.is_empty() {
            0.0
        } else {
            plain_whole(whole)?
        };
        return Some(whole + share);
    }
    if let Some((above, below)) = text.split_once('/') {
        let below = plain_whole(below.trim())?;
        let (whole, above) = match above.trim().rsplit_once(' ') {
            Some((whole, above)) => (plain_whole(whole.trim())?, plain_whole(above)?),
            None => (0.0, plain_whole(above.trim())?),
        };
        return (below != 0.0).then(|| whole + above / below);
    }
    decimal(text)
}

fn plain_whole(text: &str) -> Option<f64> {
    let fits = (1..=9).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    fits.then(|| whole_of(text, ""))
}

/// The number that up to 15 digits write.
#[allow(clippy::cast_precision_loss)] // below 2^53
fn whole_of(digits: &str, more: &str) -> f64 {
    digits
        .bytes()
        .chain(more.bytes())
        .fold(0_u64, |sum, digit| sum * 10 + u64::from(digit - b'0')) as f64
}

fn decimal(text: &str) -> Option<f64> {
    let marks: Vec<(usize, char)> = text
        .match_indices(['.', ','])
        .filter_map(|(place, mark)| Some((place, mark.chars().next()?)))
        .collect();
    let decimal_mark = match marks.as_slice() {
        [(place, _)] => (!groups_thousands(text, *place)).then_some(*place),
        [.., (_, before), (last, mark)] if before != mark => Some(*last),
        _ => None,
    };
    let (whole, share) = match decimal_mark {
        Some(place) => (&text[..place], &text[place + 1..]),
        None => (text, ""),
    };
    if !share.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let digits = ungrouped(whole)?;
    if digits.is_empty() && share.is_empty() || digits.len() + share.len() > 15 {
        return None;
    }
    // Both are whole numbers that an f64 holds exactly, so the quotient is the nearest there is. The library's
    // reader of decimals would bring ten kilobytes of tables.
    Some(whole_of(&digits, share) / 10_f64.powi(i32::try_from(share.len()).ok()?))
}

/// Where the only point or comma of a text stands.
fn only_mark(text: &str) -> Option<usize> {
    let mut marks = text.match_indices(['.', ',']);
    let (place, _) = marks.next()?;
    marks.next().is_none().then_some(place)
}

/// Whether the only mark of a text groups thousands.
fn groups_thousands(text: &str, place: usize) -> bool {
    let (before, after) = (&text[..place], &text[place + 1..]);
    after.len() == 3 && (1..=3).contains(&before.len()) && !before.starts_with('0')
}

/// A whole number without the marks between its groups of three; `None` where they stand elsewhere.
fn ungrouped(text: &str) -> Option<String> {
    let mut groups = text.split([' ', '\'', '.', ',']);
    let first = groups.next()?;
    let mut digits = first.to_owned();
    for group in groups {
        if group.len() != 3 || first.is_empty() || first.len() > 3 {
            return None;
        }
        digits.push_str(group);
    }
    digits.bytes().all(|b| b.is_ascii_digit()).then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (text, number, unit) in [
            ("250", 250.0, ""),
            (" 250 ", 250.0, ""),
            ("250g", 250.0, "g"),
            ("250 G.", 250.0, "g"),
            ("2,5", 2.5, ""),
            ("2.5", 2.5, ""),
            (".5", 0.5, ""),
            ("0,125", 0.125, ""),
            ("1/2", 0.5, ""),
            ("1 1/2 oz", 1.5, "oz"),
            ("½", 0.5, ""),
            ("1½", 1.5, ""),
            ("1 ½ cup", 1.5, "cup"),
            ("１２０", 120.0, ""),
            ("１２０ｇ", 120.0, "g"),
            ("1.200", 1200.0, ""),
            ("1,200", 1200.0, ""),
            ("1 200", 1200.0, ""),
            ("1’200", 1200.0, ""),
            ("1,234.5", 1234.5, ""),
            ("1.234,5", 1234.5, ""),
            ("+7", 7.0, ""),
            ("-0", 0.0, ""),
            ("170 cm", 170.0, "cm"),
            ("٢٥", 25.0, ""),
        ] {
            let read = read(text).unwrap_or_else(|error| panic!("{text}: {error}"));
            assert!((read.number - number).abs() < 1e-9, "{text}: {read:?}");
            assert_eq!(read.unit, unit, "{text}");
        }
    }

    #[test]
    fn what_is_no_quantity_is_told_and_not_guessed() {
        use NotAQuantity as No;
        for (text, why) in [
            ("", No::Empty),
            ("  ", No::Empty),
            ("walnut", No::NotANumber),
            ("1/0", No::NotANumber),
            ("1/2/3", No::NotANumber),
            ("1.2.3", No::NotANumber),
            ("12 34", No::NotANumber),
            ("NaN", No::NotANumber),
            ("inf", No::NotANumber),
            ("1e9", No::NotANumber),
            ("5 <script>", No::NotANumber),
            ("99999999999999999999", No::NotANumber),
            (".", No::NotANumber),
            (",", No::NotANumber),
            ("-5", No::Negative),
            ("−5 g", No::Negative),
        ] {
            assert_eq!(read(text), Err(why), "{text:?}");
        }
    }

    #[test]
    fn a_range_and_its_units_are_held() {
        let grams = |text| read_within(text, &["g"], (1.0, 5000.0));
        assert_eq!(grams("180 g"), Ok(180.0));
        assert_eq!(grams("0"), Err(NotAQuantity::TooSmall));
        assert_eq!(grams("5001"), Err(NotAQuantity::TooLarge));
        assert_eq!(grams("2 kg"), Err(NotAQuantity::NotANumber));
    }

    #[test]
    fn a_mark_that_may_group_thousands_or_not_is_asked_about_where_both_make_sense() {
        use NotAQuantity::Unclear;
        let grams = |text| read_within(text, &["g"], (1.0, 5000.0));
        for (text, read) in [
            ("1.000", Err(Unclear)),
            ("1,000 g", Err(Unclear)),
            ("1.200", Err(Unclear)),
            ("1 000", Ok(1000.0)),
            ("1’000", Ok(1000.0)),
            ("1000", Ok(1000.0)),
            ("1.0", Ok(1.0)),
            ("1.00", Ok(1.0)),
            ("1,000.5", Ok(1000.5)),
            ("0.125", Err(NotAQuantity::TooSmall)),
        ] {
            assert_eq!(grams(text), read, "{text}");
        }
        // A thousandth of a milligram is no amount of calcium.
        assert_eq!(read_within("1,200", &["mg"], (0.0, 2500.0)), Ok(1200.0));
    }

    #[test]
    fn a_year_is_four_digits_and_nothing_else() {
        use NotAQuantity as No;
        for (text, read) in [
            ("1954", Ok(1954)),
            (" 1954 ", Ok(1954)),
            ("１９５４", Ok(1954)),
            ("1.954", Err(No::NotANumber)),
            ("1,954", Err(No::NotANumber)),
            ("19 54", Err(No::NotANumber)),
            ("1954.0", Err(No::NotANumber)),
            ("1/1954", Err(No::NotANumber)),
            ("-1954", Err(No::NotANumber)),
            ("54", Err(No::TooSmall)),
            ("1905", Err(No::TooSmall)),
            ("2009", Err(No::TooLarge)),
            ("99999999999", Err(No::NotANumber)),
            ("", Err(No::Empty)),
        ] {
            assert_eq!(read_year(text, (1906, 2008)), read, "{text}");
        }
    }
}
