//! Months that lie back, written densely: each kind of thing once, and of each entry a short row.
//!
//! ```json
//! {"kinds":[{"food":{"food":"milk","halves":2}},{"daylight":{}}],"entries":"0f3k9,i4oas9s0,5,0;0f3kb,2s0,,1"}
//! ```
//!
//! Invariant: what is read is what was written, to the bit. It is read without a JSON reader but for kinds that were not
//! met before: thirty thousand entries stand between a person and the first screen. `docs/backup-format.md` has the rows.

use crate::domain::day::{Instant, LocalDay};
use crate::domain::entry::{Entry, EntryId, Kind};

use super::envelope::OpenError;

/// A month whose last day lies so many days back is not written often any more [D].
pub const AFTER_DAYS: i64 = 31;

const BEGIN: &str = "{\"kinds\":[";
const MIDDLE: &str = ",\"entries\":\"";
const END: &str = "\"}";
/// What stands between rows, and between the fields of a row: neither an id nor a number holds one.
const ROWS: char = ';';
const FIELDS: char = ',';
/// What an entry is named by that stands so many rows before.
const BEFORE: char = '-';
const RADIX: u32 = 36;

/// What is not the same in two entries of a kind, and stands in their rows.
enum Slot<'a> {
    Number(&'a mut u64),
    Entry(&'a mut EntryId),
    Day(&'a mut LocalDay),
    None,
}

fn slot(kind: &mut Kind) -> Slot<'_> {
    match kind {
        Kind::Session(record) => Slot::Number(&mut record.active_ms),
        Kind::Felt { session, .. } | Kind::Pain { session, .. } => Slot::Entry(session),
        Kind::Dose { jar: Some(jar), .. } | Kind::JarGone { jar } => Slot::Entry(jar),
        Kind::Retract { entry } => Slot::Entry(entry),
        Kind::Jar { made, .. } => Slot::Day(made),
        _ => Slot::None,
    }
}

/// The contents of a month. In order of time the rows are shortest.
///
/// # Errors
/// [`serde_json::Error`] for what JSON cannot express; no kind is like that.
pub fn write(entries: &[&Entry]) -> serde_json::Result<String> {
    let mut kinds: Vec<Kind> = Vec::new();
    let mut rows = String::new();
    let mut before: Option<&Entry> = None;
    for (place, entry) in entries.iter().enumerate() {
        let mut kind = entry.kind.clone();
        let told = match slot(&mut kind) {
            Slot::Number(number) => in_36(std::mem::take(number)),
            Slot::Entry(of) => {
                let known = entries.iter().take(place).rev();
                let back = known.zip(1..).find(|(one, _)| one.id == *of);
                let name = std::mem::replace(of, EntryId::of_number(0));
                back.map_or_else(
                    || name.as_str().to_owned(),
                    |(_, back)| format!("{BEFORE}{}", in_36(back)),
                )
            }
            Slot::Day(day) => {
                let back = entry
                    .day
                    .days_since(std::mem::replace(day, LocalDay::epoch()));
                back.to_string()
            }
            Slot::None => String::new(),
        };
        let number = kinds.iter().position(|known| *known == kind);
        let number = number.unwrap_or_else(|| {
            kinds.push(kind);
            kinds.len() - 1
        });
        if place > 0 {
            rows.push(ROWS);
        }
        let since = entry.at.0.wrapping_sub(before.map_or(0, |one| one.at.0));
        let day = if before.is_some_and(|one| one.day == entry.day) {
            String::new()
        } else {
            entry.day.parts().2.to_string()
        };
        let fields = [
            entry.id.as_str(),
            &in_36(since.cast_unsigned()),
            &day,
            &in_36(number as u64),
            &told,
        ];
        let fields = if told.is_empty() {
            &fields[..4]
        } else {
            &fields[..]
        };
        rows.push_str(&fields.join(&FIELDS.to_string()));
        before = Some(entry);
    }
    let mut json = BEGIN.to_owned();
    for (place, kind) in kinds.iter().enumerate() {
        if place > 0 {
            json.push(',');
        }
        json.push_str(&serde_json::to_string(kind)?);
    }
    json.push(']');
    json.push_str(MIDDLE);
    json.push_str(&rows);
    json.push_str(END);
    Ok(json)
}

fn in_36(mut number: u64) -> String {
    let mut digits = Vec::new();
    loop {
        let digit = u32::try_from(number % u64::from(RADIX)).unwrap_or(0);
        digits.push(char::from_digit(digit, RADIX).unwrap_or('0'));
        number /= u64::from(RADIX);
        if number == 0 {
            return digits.into_iter().rev().collect();
        }
    }
}

/// Kinds by their text, in its order: most stand in every month, and are read once.
pub type Known = Vec<(String, Kind)>;

/// The entries of a month: `2026-11`.
///
/// # Errors
/// [`OpenError::WrongShape`]
pub fn read(month: &str, json: &str, known: &mut Known) -> Result<Vec<Entry>, OpenError> {
    let wrong = |what: &str| OpenError::WrongShape(what.to_owned());
    let first = LocalDay::try_from(format!("{month}-01")).map_err(|_| wrong("no month"))?;
    let list = json.strip_prefix(BEGIN).ok_or_else(|| wrong("no kinds"))?;
    let (texts, rest) = elements(list).ok_or_else(|| wrong("kinds without an end"))?;
    let mut kinds = Vec::with_capacity(texts.len());
    for text in texts {
        kinds.push(kind_of(text, known)?);
    }
    let rows = rest.strip_prefix(MIDDLE);
    let rows = rows.and_then(|rows| rows.strip_suffix(END));
    let rows = rows.ok_or_else(|| wrong("no entries"))?;
    let mut reader = Reader {
        entries: Vec::with_capacity(rows.len() / 24),
        kinds,
        first,
        day: first,
        at: 0,
    };
    let mut fields = Fields {
        rest: Some(rows).filter(|rows| !rows.is_empty()),
        is_row: true,
    };
    while fields.next_row() {
        reader.row(&mut fields).ok_or_else(|| wrong("not a row"))?;
    }
    Ok(reader.entries)
}

/// Field by field, with one look at each letter: it is read before the browser has made the program quick.
struct Fields<'a> {
    /// What follows the separator; nothing follows the end.
    rest: Option<&'a str>,
    /// Whether a row begins here.
    is_row: bool,
}

impl<'a> Fields<'a> {
    /// Goes on to the next row, if the last one was read to its end.
    fn next_row(&mut self) -> bool {
        self.is_row = false;
        self.rest.is_some()
    }

    /// The next field of this row.
    fn next(&mut self) -> Option<&'a str> {
        let rest = self.rest.filter(|_| !self.is_row)?;
        let is_end = |byte: &u8| *byte == ROWS as u8 || *byte == FIELDS as u8;
        let Some(end) = rest.as_bytes().iter().position(is_end) else {
            self.rest = None;
            return Some(rest);
        };
        self.is_row = rest.as_bytes().get(end) == Some(&(ROWS as u8));
        self.rest = rest.get(end + 1..);
        rest.get(..end)
    }
}

struct Reader {
    entries: Vec<Entry>,
    kinds: Vec<Kind>,
    first: LocalDay,
    day: LocalDay,
    at: i64,
}

impl Reader {
    fn row(&mut self, fields: &mut Fields) -> Option<()> {
        let id = EntryId::new(fields.next()?).ok()?;
        self.at = self.at.wrapping_add(of_36(fields.next()?)?.cast_signed());
        match fields.next()? {
            "" if self.entries.is_empty() => return None,
            "" => {}
            day => {
                let day = self.first.plus(day.parse::<u64>().ok()?.checked_sub(1)?);
                let (year, month, _) = day.parts();
                let of = self.first.parts();
                self.day = ((year, month) == (of.0, of.1)).then_some(day)?;
            }
        }
        let number = usize::try_from(of_36(fields.next()?)?).ok()?;
        let mut kind = self.kinds.get(number)?.clone();
        match (slot(&mut kind), fields.next()) {
            (Slot::None, None) => {}
            (Slot::Number(number), Some(told)) => *number = of_36(told)?,
            (Slot::Day(day), Some(told)) => {
                let back: i64 = told.parse().ok()?;
                *day = if back < 0 {
                    self.day.plus(back.unsigned_abs())
                } else {
                    self.day.minus(back.unsigned_abs())
                };
            }
            (Slot::Entry(of), Some(told)) => {
                *of = match told.strip_prefix(BEFORE) {
                    None => EntryId::new(told).ok()?,
                    Some(back) => {
                        let back = usize::try_from(of_36(back)?).ok()?;
                        let place = self.entries.len().checked_sub(back)?;
                        self.entries.get(place)?.id.clone()
                    }
                };
            }
            _ => return None,
        }
        self.entries.push(Entry {
            id,
            at: Instant(self.at),
            day: self.day,
            kind,
        });
        fields.next().is_none().then_some(())
    }
}

fn of_36(text: &str) -> Option<u64> {
    // Twelve digits always fit.
    if !(1..=12).contains(&text.len()) {
        return u64::from_str_radix(text, RADIX).ok();
    }
    text.bytes().try_fold(0_u64, |number, byte| {
        let digit = match byte {
            b'0'..=b'9' => byte - b'0',
            b'a'..=b'z' => byte - b'a' + 10,
            _ => return None,
        };
        Some(number * u64::from(RADIX) + u64::from(digit))
    })
}

fn kind_of(text: &str, known: &mut Known) -> Result<Kind, OpenError> {
    match known.binary_search_by(|(other, _)| other.as_str().cmp(text)) {
        Ok(place) => known.get(place).map(|(_, kind)| kind.clone()),
        Err(place) => {
            let kind: Kind = serde_json::from_str(text)?;
            known.insert(place, (text.to_owned(), kind.clone()));
            Some(kind)
        }
    }
    .ok_or_else(|| OpenError::WrongShape("no kind".to_owned()))
}

/// The elements of a JSON list from behind its bracket on, and what comes after it.
fn elements(list: &str) -> Option<(Vec<&str>, &str)> {
    let mut found = Vec::new();
    let (mut from, mut depth, mut in_text, mut is_escaped) = (0, 0_usize, false, false);
    for (at, byte) in list.bytes().enumerate() {
        if in_text {
            in_text = is_escaped || byte != b'"';
            is_escaped = !is_escaped && byte == b'\\';
            continue;
        }
        match byte {
            b'"' => in_text = true,
            b'{' | b'[' => depth += 1,
            b',' | b']' if depth == 0 => {
                if at > from || byte == b',' {
                    found.push(list.get(from..at)?);
                }
                from = at + 1;
                if byte == b']' {
                    return Some((found, list.get(from..)?));
                }
            }
            b'}' | b']' => depth = depth.checked_sub(1)?,
            _ => {}
        }
    }
    None
}
