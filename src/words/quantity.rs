//! Why a typed quantity cannot be used, in words.

use crate::domain::quantity::NotAQuantity;
use crate::tr;

/// What is expected at a field. `least` and `most` are written as a person reads them, with their unit.
pub fn expected(why: NotAQuantity, least: &str, most: &str) -> String {
    match why {
        NotAQuantity::Empty | NotAQuantity::NotANumber => {
            tr!(field.not_a_number, least = least, most = most)
        }
        NotAQuantity::Negative | NotAQuantity::TooSmall => tr!(field.too_small, least = least),
        NotAQuantity::Unclear => tr!(field.unclear).to_owned(),
        NotAQuantity::TooLarge => tr!(field.too_large, most = most),
    }
}
