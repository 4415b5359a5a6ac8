//! Locks a file with a passphrase and opens it again, in the format of [age](https://age-encryption.org/v1), by the crate
//! `age`: so a locked backup can be opened without Bonewise, today and in twenty years.
//!
//! It is a WebAssembly file of its own, because few people lock a backup, and it is a quarter as large as the app. `worker.js` runs it.
//!
//! Invariant: [`open`] believes nothing. What it gives back is exactly what was locked, or nothing: each piece of the file
//! is sealed, and the last one is marked. A file cannot make it work for longer than [`MOST_WORK`] allows.

#[cfg(target_arch = "wasm32")]
mod exports;

use std::fmt;
use std::io::Read as _;
use std::iter;

use age::secrecy::SecretString;
use age::{DecryptError, Decryptor, armor::ArmoredReader, scrypt};

/// What one guess at a passphrase costs: 2^17 blocks of a kilobyte, 128 MB for a moment. It is the least that OWASP asks of
/// scrypt. age itself takes 18, which is 256 MB: an old phone may not have them. `[D]`
pub const WORK: u8 = 17;
/// The most that is done to open a file: what age's own program writes. Each one more doubles the time and the memory, and a
/// hostile file may name any number. `[D]`
pub const MOST_WORK: u8 = 18;

/// How a locked file begins.
const MARK: &[u8] = b"age-encryption.org/";
/// How it begins where it is written in letters.
const ARMOR: &[u8] = b"-----BEGIN AGE ENCRYPTED FILE-----";

/// Why a file is not locked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotMade {
    /// Without a passphrase anybody could open it.
    NoPassphrase,
    /// There was no room, or no randomness.
    Failed,
}

/// Why a file is not opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotOpened {
    /// Another passphrase locks it. Damage to the few bytes that hold the key looks the same: nobody can tell.
    WrongPassphrase,
    /// The passphrase fits, and the rest is not as it was written; or the head is none.
    Damaged,
    /// It is something else, or locked in another way than with a passphrase.
    NotLocked,
    /// It asks for more work than [`MOST_WORK`].
    TooCostly(u8),
}

impl NotMade {
    /// Its word for `worker.js`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::NoPassphrase => "none",
            Self::Failed => "stopped",
        }
    }
}

impl NotOpened {
    /// Its word for `worker.js`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::WrongPassphrase => "wrong",
            Self::Damaged => "damaged",
            Self::NotLocked => "other",
            Self::TooCostly(_) => "costly",
        }
    }
}

impl fmt::Display for NotMade {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(self.word())
    }
}

impl fmt::Display for NotOpened {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(self.word())
    }
}

impl std::error::Error for NotMade {}
impl std::error::Error for NotOpened {}

/// Locks some bytes.
///
/// # Errors
/// [`NotMade`]
pub fn lock(bytes: &[u8], passphrase: &str) -> Result<Vec<u8>, NotMade> {
    lock_with(bytes, passphrase, WORK)
}

/// Opens what is locked, by age's own program too.
///
/// # Errors
/// [`NotOpened`]
pub fn open(bytes: &[u8], passphrase: &str) -> Result<Vec<u8>, NotOpened> {
    if !is_locked(bytes) {
        return Err(NotOpened::NotLocked);
    }
    let decryptor = Decryptor::new_buffered(ArmoredReader::new(bytes)).map_err(why)?;
    if !decryptor.is_scrypt() {
        return Err(NotOpened::NotLocked);
    }
    let mut identity = scrypt::Identity::new(SecretString::from(passphrase));
    identity.set_max_work_factor(MOST_WORK);
    let mut content = Vec::new();
    decryptor
        .decrypt(iter::once(&identity as &dyn age::Identity))
        .map_err(why)?
        .read_to_end(&mut content)
        .map_err(|_| NotOpened::Damaged)?;
    Ok(content)
}

fn lock_with(bytes: &[u8], passphrase: &str, work: u8) -> Result<Vec<u8>, NotMade> {
    if passphrase.is_empty() {
        return Err(NotMade::NoPassphrase);
    }
    let mut recipient = scrypt::Recipient::new(SecretString::from(passphrase));
    recipient.set_work_factor(work);
    age::encrypt(&recipient, bytes).map_err(|_| NotMade::Failed)
}

fn is_locked(bytes: &[u8]) -> bool {
    bytes.starts_with(MARK) || bytes.trim_ascii_start().starts_with(ARMOR)
}

fn why(error: DecryptError) -> NotOpened {
    match error {
        // The key of the file is sealed with the passphrase, and did not open.
        DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed => {
            NotOpened::WrongPassphrase
        }
        DecryptError::ExcessiveWork { required, .. } => NotOpened::TooCostly(required),
        // A version to come.
        DecryptError::UnknownFormat => NotOpened::NotLocked,
        _ => NotOpened::Damaged,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Work that a test has time for.
    const LITTLE: u8 = 1;
    const TEXT: &[u8] = br#"{"bonewise":"backup"}"#;

    fn locked(bytes: &[u8]) -> Vec<u8> {
        lock_with(bytes, "four plain words here", LITTLE).unwrap()
    }

    #[test]
    fn what_was_locked_comes_back() {
        // A piece of age is 65,536 bytes: around that size, and over several.
        for size in [0, 1, 65_535, 65_536, 65_537, 200_000] {
            let bytes: Vec<u8> = (0..=250).cycle().take(size).collect();
            assert_eq!(open(&locked(&bytes), "four plain words here"), Ok(bytes));
        }
    }

    #[test]
    fn the_work_of_a_backup_is_the_one_that_is_named() {
        let file = lock(TEXT, "four plain words here").unwrap();
        let head = String::from_utf8_lossy(&file[..80]).into_owned();
        assert!(
            head.starts_with("age-encryption.org/v1\n-> scrypt "),
            "{head}"
        );
        let line = head.lines().nth(1).unwrap();
        assert!(line.ends_with(&format!(" {WORK}")), "{line}");
        assert_eq!(open(&file, "four plain words here"), Ok(TEXT.to_vec()));
    }

    #[test]
    fn another_passphrase_is_told_apart_from_damage() {
        let file = locked(TEXT);
        for other in ["Four plain words here", "four plain words here ", "", "\0"] {
            assert_eq!(
                open(&file, other),
                Err(NotOpened::WrongPassphrase),
                "{other}"
            );
        }
    }

    #[test]
    fn passphrases_may_be_in_any_writing() {
        for passphrase in [
            "Knochenstärke über alles",
            "骨は強い骨は強い",
            "🦴🦴🦴🦴🦴🦴🦴🦴",
            "a\u{301}",
        ] {
            let file = lock_with(TEXT, passphrase, LITTLE).unwrap();
            assert_eq!(open(&file, passphrase), Ok(TEXT.to_vec()));
            assert_eq!(
                open(&file, "four plain words"),
                Err(NotOpened::WrongPassphrase)
            );
        }
    }

    #[test]
    fn without_a_passphrase_nothing_is_locked() {
        assert_eq!(lock(TEXT, ""), Err(NotMade::NoPassphrase));
    }

    #[test]
    fn no_changed_bit_yields_other_content() {
        let file = locked(TEXT);
        let body = file.len() - TEXT.len() - 16;
        for at in 0..file.len() {
            for bit in 0..8 {
                let mut changed = file.clone();
                changed[at] ^= 1 << bit;
                let answer = open(&changed, "four plain words here");
                assert!(answer.is_err(), "byte {at}, bit {bit}");
                if at >= body {
                    assert_eq!(answer, Err(NotOpened::Damaged), "byte {at}, bit {bit}");
                }
            }
        }
    }

    #[test]
    fn a_file_that_is_cut_off_or_longer_is_damaged() {
        let file = locked(&vec![7; 70_000]);
        for length in (0..400).chain((400..file.len()).step_by(997)) {
            let answer = open(&file[..length], "four plain words here");
            let expected = if length < MARK.len() {
                NotOpened::NotLocked
            } else {
                NotOpened::Damaged
            };
            assert_eq!(answer, Err(expected), "{length} bytes");
        }
        let mut longer = file.clone();
        longer.push(0);
        assert_eq!(
            open(&longer, "four plain words here"),
            Err(NotOpened::Damaged)
        );
        // At the very edge of a piece.
        let whole = locked(&vec![7; 131_072]);
        let first = whole.len() - 65_536 - 16;
        assert_eq!(
            open(&whole[..first], "four plain words here"),
            Err(NotOpened::Damaged)
        );
    }

    #[test]
    fn a_file_that_asks_for_too_much_work_is_refused_at_once() {
        let file = String::from_utf8_lossy(&locked(TEXT)).into_owned();
        for work in [MOST_WORK + 1, 30, 63, 64, 99] {
            let (head, rest) = file.split_once(" 1\n").unwrap();
            let costly = format!("{head} {work}\n{rest}");
            // Letters that are no letters are lost here; the head is all that counts.
            let answer = open(costly.as_bytes(), "four plain words here");
            assert_eq!(answer, Err(NotOpened::TooCostly(work)));
        }
    }

    #[test]
    fn what_is_something_else_is_called_so() {
        for other in [
            "",
            "{}",
            "age",
            "-----BEGIN PGP MESSAGE-----\n",
            "\u{feff}age-encryption.org/v1\n",
        ] {
            assert_eq!(
                open(other.as_bytes(), "four plain words here"),
                Err(NotOpened::NotLocked),
                "{other}"
            );
        }
        // Locked for a key, not with a passphrase.
        let key = age::x25519::Identity::generate().to_public();
        let file = age::encrypt(&key, TEXT).unwrap();
        assert_eq!(
            open(&file, "four plain words here"),
            Err(NotOpened::NotLocked)
        );
    }
}
