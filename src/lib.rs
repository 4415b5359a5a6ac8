//! Bonewise: a bone-health companion that runs in the browser and keeps everything on the device.
//!
//! The modules stand in reading order, which is the order of dependency: each imports only from those
//! before it. What stands behind the first `wasm32` line needs a browser; the rest is plain Rust.

pub mod domain;

pub mod content;

pub mod route;
pub mod store;

#[cfg(target_arch = "wasm32")]
pub mod browser;

#[cfg(target_arch = "wasm32")]
pub mod words;

#[cfg(target_arch = "wasm32")]
pub mod state;

#[cfg(target_arch = "wasm32")]
pub mod ui;

#[cfg(target_arch = "wasm32")]
pub mod pages;

#[cfg(target_arch = "wasm32")]
pub mod app;
