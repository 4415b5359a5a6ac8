//! Days and instants, as plain values handed in from outside: the domain never asks what time it is.
//!
//! Invariant: a [`LocalDay`] is the day a person would name, where they stood when something happened.

use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::saved::record;

/// A moment: milliseconds since 1970-01-01 UTC, as the device's clock gave it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Instant(pub i64);

/// A calendar day in the person's own time zone, written `2026-11-22`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct LocalDay(NaiveDate);

/// The part of the day that a greeting names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartOfDay {
    /// Until noon.
    Morning,
    /// Until six.
    Afternoon,
    /// The evening and the night.
    Evening,
}

impl PartOfDay {
    /// The one that an hour (0–23) belongs to.
    pub fn at(hour: u32) -> Self {
        match hour {
            4..=11 => Self::Morning,
            12..=17 => Self::Afternoon,
            _ => Self::Evening,
        }
    }
}

/// The text is no day of the calendar as [`LocalDay`] writes it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a day")]
pub struct NotADay;

impl TryFrom<String> for LocalDay {
    type Error = NotADay;
    fn try_from(text: String) -> Result<Self, NotADay> {
        let (rest, day) = text.rsplit_once('-').ok_or(NotADay)?;
        let (year, month) = rest.rsplit_once('-').ok_or(NotADay)?;
        let number = |text: &str| text.parse::<u32>().map_err(|_| NotADay);
        Self::new(
            year.parse().map_err(|_| NotADay)?,
            number(month)?,
            number(day)?,
        )
        // One way to write each day: no sign, no missing or further nought.
        .filter(|day| day.to_string() == text)
        .ok_or(NotADay)
    }
}

impl From<LocalDay> for String {
    fn from(day: LocalDay) -> String {
        day.to_string()
    }
}

impl LocalDay {
    /// The day of a calendar date; `None` where the calendar has no such date.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).map(Self)
    }

    /// 1 January 1970: what a broken clock shows, and the fallback where a clock names no real date.
    pub fn epoch() -> Self {
        Self(NaiveDate::default())
    }

    /// Year, month and day of the month.
    pub fn parts(self) -> (i32, u32, u32) {
        (self.0.year(), self.0.month(), self.0.day())
    }

    /// The day `days` earlier; the first representable day where there is none.
    #[must_use]
    pub fn minus(self, days: u64) -> Self {
        Self(
            self.0
                .checked_sub_days(Days::new(days))
                .unwrap_or(NaiveDate::MIN),
        )
    }

    /// The day `days` later; the last representable day where there is none.
    #[must_use]
    pub fn plus(self, days: u64) -> Self {
        Self(
            self.0
                .checked_add_days(Days::new(days))
                .unwrap_or(NaiveDate::MAX),
        )
    }

    /// Whole days from `earlier` to this day; negative where `earlier` lies after it.
    pub fn days_since(self, earlier: Self) -> i64 {
        (self.0 - earlier.0).num_days()
    }

    /// Year and month, as a key that sorts: `2026-11`.
    pub fn month_key(self) -> String {
        format!("{:04}-{:02}", self.0.year(), self.0.month())
    }
}

impl std::fmt::Display for LocalDay {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}-{:02}", self.month_key(), self.0.day())
    }
}

/// A moment together with the local day it fell on, as the browser's clock saw both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Now {
    /// The instant.
    pub at: Instant,
    /// The person's day at that instant.
    pub day: LocalDay,
}

record!(Now { at, day });

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_written_and_read_as_an_iso_date() {
        let day = LocalDay::new(2026, 11, 22).unwrap();
        assert_eq!(day.to_string(), "2026-11-22");
        assert_eq!(serde_json::to_string(&day).unwrap(), "\"2026-11-22\"");
        assert_eq!(
            serde_json::from_str::<LocalDay>("\"2026-11-22\"").unwrap(),
            day
        );
        assert!(serde_json::from_str::<LocalDay>("\"2026-02-30\"").is_err());
    }

    #[test]
    fn day_arithmetic_crosses_months_and_leap_days() {
        let march = LocalDay::new(2028, 3, 1).unwrap();
        assert_eq!(march.minus(1), LocalDay::new(2028, 2, 29).unwrap());
        assert_eq!(march.days_since(LocalDay::new(2028, 2, 1).unwrap()), 29);
        assert_eq!(march.month_key(), "2028-03");
    }

    #[test]
    fn each_hour_belongs_to_a_part_of_the_day() {
        use PartOfDay::{Afternoon, Evening, Morning};
        for (hours, part) in [
            (0..4, Evening),
            (4..12, Morning),
            (12..18, Afternoon),
            (18..24, Evening),
        ] {
            for hour in hours {
                assert_eq!(PartOfDay::at(hour), part, "{hour}");
            }
        }
    }
}
