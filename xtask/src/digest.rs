//! Content hashes: the first sixteen hexadecimal digits of SHA-256, plenty to tell versions of a file apart; and all of it
//! as a security policy names a script.

use sha2::{Digest as _, Sha256};

/// The short hash of some bytes.
pub fn short(bytes: &[u8]) -> String {
    let hash = Sha256::digest(bytes);
    let leading: [u8; 8] = std::array::from_fn(|index| hash[index]);
    format!("{:016x}", u64::from_be_bytes(leading))
}

/// The hash as a policy's source: `sha256-` and base64.
pub fn source(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let hash = Sha256::digest(bytes);
    let mut text = "sha256-".to_owned();
    for three in hash.chunks(3) {
        let byte = |index: usize| u32::from(three.get(index).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..4 {
            let letter = LETTERS[(bits >> (18 - 6 * place) & 63) as usize];
            text.push(if place > three.len() {
                '='
            } else {
                char::from(letter)
            });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_known_hash() {
        assert_eq!(super::short(b"abc"), "ba7816bf8f01cfea");
        assert_eq!(
            super::source(b"abc"),
            "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="
        );
    }
}
