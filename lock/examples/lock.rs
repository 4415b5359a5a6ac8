//! Locks a file, to try it with age's own program: `cargo run -p bonewise-lock --example lock <file> <passphrase> > <file>.age`
#![allow(clippy::unwrap_used)]

use std::io::Write as _;

fn main() {
    let [file, passphrase] = [1, 2].map(|place| std::env::args().nth(place).unwrap());
    let locked = bonewise_lock::lock(&std::fs::read(file).unwrap(), &passphrase).unwrap();
    std::io::stdout().write_all(&locked).unwrap();
}
