//! The CRC-32 of zlib and PNG, four bytes at a time. Its tables are made when it is first asked for: in the download they
//! would be four kilobytes that no compression makes smaller.
//!
//! Invariant: any change within 32 neighbouring bits changes the checksum.

use std::sync::OnceLock;

type Tables = [[u32; 256]; 4];

static TABLES: OnceLock<Tables> = OnceLock::new();

/// In the first what a byte does to the checksum, in the others what it does with one, two or three bytes behind it.
fn tables() -> Tables {
    let mut rest = 0_u32;
    let first = [(); 256].map(|()| {
        let sum = (0..8).fold(rest, |sum, _| {
            (sum >> 1) ^ (if sum & 1 == 1 { 0xedb8_8320 } else { 0 })
        });
        rest += 1;
        sum
    });
    let next = |table: &[u32; 256]| table.map(|sum| (sum >> 8) ^ first[(sum & 255) as usize]);
    let second = next(&first);
    let third = next(&second);
    [first, second, third, next(&third)]
}

/// The checksum of the parts, as if they were one.
pub fn crc32(parts: &[&str]) -> u32 {
    let [first, second, third, fourth] = TABLES.get_or_init(tables);
    let at = |table: &[u32; 256], crc: u32, shift: u32| table[(crc >> shift & 255) as usize];
    let mut crc = !0_u32;
    for part in parts {
        let (fours, rest) = part.as_bytes().as_chunks::<4>();
        for four in fours {
            crc ^= u32::from_le_bytes(*four);
            crc = at(fourth, crc, 0) ^ at(third, crc, 8) ^ at(second, crc, 16) ^ at(first, crc, 24);
        }
        for byte in rest {
            crc = (crc >> 8) ^ at(first, crc ^ u32::from(*byte), 0);
        }
    }
    !crc
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_agrees_with_the_published_check_values() {
        assert_eq!(crc32(&[""]), 0);
        assert_eq!(crc32(&["123456789"]), 0xcbf4_3926);
        assert_eq!(
            crc32(&["The quick brown fox jumps over the lazy dog"]),
            0x414f_a339
        );
    }

    #[test]
    fn parts_count_as_one_text() {
        assert_eq!(crc32(&["123", "", "456", "789"]), crc32(&["123456789"]));
    }
}
