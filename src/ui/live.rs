//! Parts of a view that follow what they read.
//!
//! `{move || …}` in a view does the same, and brings a program of its own of one to three kilobytes for each type of
//! closure. These share one. They are for the first file (see `pages/later.rs`), where each kilobyte is waited for.

use leptos::prelude::*;

type Live<T> = Box<dyn Fn() -> T + Send + Sync>;

/// A part of a view that is made anew when what it reads changes.
pub fn live<V: IntoAny>(view: impl Fn() -> V + Send + Sync + 'static) -> AnyView {
    fn shared(view: Live<AnyView>) -> AnyView {
        (move || view()).into_any()
    }
    shared(Box::new(move || view().into_any()))
}

/// Words that change when what they are made from does.
pub fn live_text(text: impl Fn() -> String + Send + Sync + 'static) -> AnyView {
    fn shared(text: Live<String>) -> AnyView {
        (move || text()).into_any()
    }
    shared(Box::new(text))
}
