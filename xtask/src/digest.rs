//! Content hashes: the first sixteen hexadecimal digits of SHA-256, plenty to tell versions of a file apart.

use sha2::{Digest as _, Sha256};

/// The short hash of some bytes.
pub fn short(bytes: &[u8]) -> String {
    let hash = Sha256::digest(bytes);
    let leading: [u8; 8] = std::array::from_fn(|index| hash[index]);
    format!("{:016x}", u64::from_be_bytes(leading))
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_known_hash() {
        assert_eq!(super::short(b"abc"), "ba7816bf8f01cfea");
    }
}
