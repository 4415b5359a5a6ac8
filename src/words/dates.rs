//! Days and times as people write them.

use crate::browser::dates;
use crate::domain::day::{Instant, LocalDay};

use super::language_tag;

/// "Sunday, 22 November".
pub fn long_day(day: LocalDay) -> String {
    let (year, month, date) = day.parts();
    dates::long_day(&language_tag(), year, month, date)
}

/// "22 November 2026".
pub fn full_day(day: LocalDay) -> String {
    let (year, month, date) = day.parts();
    dates::full_day(&language_tag(), year, month, date)
}

/// "Sunday, 22 November"; of another year "22 November 2025".
pub fn day_with_year_if_other(day: LocalDay, today: LocalDay) -> String {
    if day.parts().0 == today.parts().0 {
        long_day(day)
    } else {
        full_day(day)
    }
}

/// Seconds as on a clock: "4:59".
pub fn clock(seconds: u64) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// "22 Nov".
pub fn short_day(day: LocalDay) -> String {
    let (year, month, date) = day.parts();
    dates::short_day(&language_tag(), year, month, date)
}

/// "9:10".
#[allow(clippy::cast_precision_loss)] // milliseconds since 1970 fit into 53 bits
pub fn time(at: Instant) -> String {
    dates::time_of_day(&language_tag(), at.0 as f64)
}
