//! Starts Bonewise in the browser.
fn main() {
    #[cfg(target_arch = "wasm32")]
    bonewise::app::start();
}
