//! The part of the address after `#`, which is all the address Bonewise has.
//!
//! Invariant: only `push` adds to the history. Every change of the hash, by us, a link, or the back button,
//! reaches `on_change` once; setting the hash that already stands is no change.

use super::listener::Listener;

/// What stands after `#`, as it stands there (percent-encoded); empty without a hash.
pub fn read() -> String {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok());
    hash.map_or_else(String::new, |hash| {
        hash.strip_prefix('#').unwrap_or(&hash).to_owned()
    })
}

/// Goes to `hash` (with or without `#`) as a new entry in the history. `false` when the browser refuses.
pub fn push(hash: &str) -> bool {
    web_sys::window().is_some_and(|window| window.location().set_hash(hash).is_ok())
}

/// Goes to `hash` (with or without `#`) in place of the current entry. `false` when the browser refuses.
pub fn replace(hash: &str) -> bool {
    let Some(location) = web_sys::window().map(|window| window.location()) else {
        return false;
    };
    // In full, because a relative address would follow a <base> out of this page.
    let Ok(address) = location.href() else {
        return false;
    };
    let page = address.split('#').next().unwrap_or_default();
    let hash = hash.strip_prefix('#').unwrap_or(hash);
    location.replace(&format!("{page}#{hash}")).is_ok()
}

/// Calls `callback` with the new hash (without `#`) after every change, until the guard is dropped.
pub fn on_change(callback: impl Fn(String) + 'static) -> Option<Listener> {
    Listener::on_window("hashchange", move |_| callback(read()))
}
