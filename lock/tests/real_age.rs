//! Files that age's own program made (age 1.1.1 of Debian, `age -p`) open here. The other way round was tried by hand: see
//! `docs/backup-format.md`.
#![allow(clippy::unwrap_used)]

use std::fs;

use bonewise_lock::{NotOpened, open};

const PASSPHRASE: &str = "knochen und äpfel 1950";

fn fixture(name: &str) -> Vec<u8> {
    fs::read(format!("tests/fixtures/{name}")).unwrap()
}

fn backup() -> Vec<u8> {
    fs::read("../tests/fixtures/backup-v1.json").unwrap()
}

#[test]
fn a_file_of_the_program_opens() {
    let file = fixture("backup-v1.json.age");
    assert!(open(&file, PASSPHRASE).unwrap() == backup());
    assert_eq!(
        open(&file, "knochen und apfel 1950"),
        Err(NotOpened::WrongPassphrase)
    );
}

#[test]
fn a_file_of_the_program_in_letters_opens() {
    let file = fixture("backup-v1-armored.json.age");
    assert!(open(&file, PASSPHRASE).unwrap() == backup());
}
