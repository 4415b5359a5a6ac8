//! Ids for what a person enters, random so that two tabs and two devices never make the same one.
//!
//! Invariant: a text id is always 13 characters of `0-9a-z` without i, l, o and u, and reads back as the
//! same 64 bits.

/// Crockford's alphabet in lower case: no letter that is easily taken for another.
const DIGITS: [u8; 32] = *b"0123456789abcdefghjkmnpqrstvwxyz";

/// How many base-32 digits 64 bits need.
const LENGTH: u32 = 13;

/// 64 random bits.
pub fn random_u64() -> u64 {
    secure().unwrap_or_else(ordinary)
}

/// 64 random bits as text.
pub fn random_id() -> String {
    to_text(random_u64())
}

/// 64 bits as 13 characters, in an order that sorts like the number.
pub fn to_text(bits: u64) -> String {
    (0..LENGTH)
        .rev()
        .map(|place| {
            let digit = usize::try_from(bits >> (5 * place) & 31).unwrap_or_default();
            char::from(DIGITS[digit])
        })
        .collect()
}

fn secure() -> Option<u64> {
    let mut bytes = [0; 8];
    let crypto = web_sys::window()?.crypto().ok()?;
    crypto.get_random_values_with_u8_array(&mut bytes).ok()?;
    // A crypto that answers with nothing is no crypto.
    (bytes != [0; 8]).then(|| u64::from_le_bytes(bytes))
}

/// `Math.random` where there is no crypto: ids need to differ, not to be secret.
fn ordinary() -> u64 {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Between 0 and 2^32.
    let half = || (js_sys::Math::random() * 4_294_967_296.0) as u64;
    half() << 32 | half()
}
