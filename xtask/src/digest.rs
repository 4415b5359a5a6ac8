//! Content hashes: the first sixteen hexadecimal digits of SHA-256, plenty to tell versions of a file apart.

use sha2::{Digest as _, Sha256};

/// The short hash of some bytes.
pub fn short(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_known_hash() {
        assert_eq!(super::short(b"abc"), "ba7816bf8f01cfea");
    }
}
