//! Bonewise: a bone-health companion that runs in the browser and keeps everything on the device.
//!
//! The modules stand in reading order, which is the order of dependency: each imports only from those
//! before it. What stands behind the `wasm32` line needs a browser; the rest is plain Rust.

pub mod domain;

#[cfg(target_arch = "wasm32")]
pub mod app;
#[cfg(target_arch = "wasm32")]
pub mod browser;
