//! What `worker.js` calls.

use wasm_bindgen::prelude::wasm_bindgen;

/// Locks some bytes; throws the word of [`NotMade`](crate::NotMade).
///
/// # Errors
/// That word.
#[wasm_bindgen(skip_jsdoc)]
pub fn lock(bytes: &[u8], passphrase: &str) -> Result<Vec<u8>, String> {
    crate::lock(bytes, passphrase).map_err(|why| why.word().to_owned())
}

/// Opens what is locked; throws the word of [`NotOpened`](crate::NotOpened).
///
/// # Errors
/// That word.
#[wasm_bindgen(skip_jsdoc)]
pub fn open(bytes: &[u8], passphrase: &str) -> Result<Vec<u8>, String> {
    crate::open(bytes, passphrase).map_err(|why| why.word().to_owned())
}
