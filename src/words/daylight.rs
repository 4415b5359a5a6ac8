//! What is said about daylight.

use crate::content::daylight::DaylightClaim;

by_id! {
    /// What is said.
    pub fn claim(DaylightClaim in daylight) {
        F7 = f7,
        Minutes = minutes,
        UvIndex = uv_index,
        Burn = burn,
        Less = less,
        Safer = safer,
        Ask = ask,
    }
}
