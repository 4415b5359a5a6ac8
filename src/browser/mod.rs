//! The browser, one thin file per Web API: the only place that names web-sys, js-sys and gloo.
//!
//! Invariant: nothing here panics or throws. What a browser lacks, refuses or takes away again is told
//! through the return type, and every subscription ends when its guard is dropped. Nothing here knows
//! what Bonewise is about; only `storage` names a type from outside, the port it implements.

/// Epoch time, monotonic time, and the local calendar.
pub mod clock;
/// The panic hook that silences the app and tells the failure screen.
pub mod crash;
/// `IndexedDB` as a place that keeps text for good.
pub mod database;
/// Days and times of day as words, through `Intl`.
pub mod dates;
/// Files to download, to share, and to read.
pub mod files;
/// The focus stays near where it was when its element goes.
pub mod focus;
/// A folder that the person has chosen, and the files in it.
pub mod folder;
/// Animation frames, repeating ticks and one-shot timers that end when dropped.
pub mod frames;
/// Activations of controls, before anything else hears of them.
pub mod hand;
/// The part of the address after `#`.
pub mod hash;
/// Random ids.
pub mod ids;
mod js;
/// The guard behind every event subscription.
pub mod listener;
/// Files locked with a passphrase, and opened again.
pub mod lock;
/// The service worker and its caches.
pub mod offline;
/// Title, focus, root attributes, visibility, media queries, keys, language.
pub mod page;
/// Printing.
pub mod paper;
/// Whether the browser keeps what is stored, and how much room there is.
pub mod persistence;
/// Where in a page a person was, for Back and Forward.
pub mod places;
/// Names of countries, through `Intl`.
pub mod regions;
/// Beeps on the audio clock.
pub mod sound;
/// Spoken words, by voices that live on the device.
pub mod speech;
/// `localStorage` behind the storage port.
pub mod storage;
/// One session at a time over all tabs, and moving it from one to another.
pub mod tabs;
/// The tasks in which views are made anew.
pub mod tasks;
mod tones;
/// Vibration patterns.
pub mod vibration;
mod voices;
/// Keeping the screen awake.
pub mod wake_lock;
