//! Words: domain values as the text a person reads, in their language.
//!
//! Invariant: only this module and the macro [`tr!`](crate::tr) reach for text; every word stands in `locales/`.

/// A match over all variants of an enum that gives each its text: `Variant = key`.
macro_rules! by_id {
    (
        $(#[$about:meta])*
        pub fn $name:ident($of:ident in $area:ident) {
            $($variant:ident = $key:ident,)+
        }
    ) => {
        $(#[$about])*
        pub fn $name(id: $of) -> &'static str {
            match id {
                $($of::$variant => $crate::tr!($area.$key),)+
            }
        }
    };
}

pub mod checks;
pub mod coach;
pub mod dates;
pub mod daylight;
pub mod facts;
pub mod foods;
pub mod guide;
pub mod habits;
pub mod help;
pub mod journal;
pub mod moves;
pub mod note;
pub mod progress;
pub mod quantity;
pub mod recipe;
pub mod recipe_json;
pub mod safety;
pub mod screens;
pub mod search;
pub mod stories;

// Written by build.rs from locales/.
#[allow(
    missing_docs,
    unused_imports,
    dead_code,
    clippy::all,
    clippy::pedantic,
    clippy::expect_used
)]
mod generated {
    include!(concat!(env!("OUT_DIR"), "/words.rs"));
}

pub use generated::i18n::Locale;

/// The language in use. English is the only one so far.
pub fn language() -> Locale {
    Locale::en
}

/// The tag for dates, numbers and voices: the browser's own where it is a kind of the language in use, so that
/// a British reader is not given American dates.
pub fn language_tag() -> String {
    crate::browser::page::language()
        .filter(|tag| tag.split('-').next() == Some("en"))
        .unwrap_or_else(|| "en".to_owned())
}

/// The name of a country by its two letters.
pub fn region(code: &str) -> String {
    crate::browser::regions::name(&language_tag(), code)
}

/// Text by its key: `tr!(shell.back)`, or with values `tr!(coach.count_of, reps = 5)`. A key that does not
/// exist does not compile. Gives a `&'static str`, or a `String` where values are filled in.
#[macro_export]
macro_rules! tr {
    ($($key:tt)*) => {
        $crate::words::td_string!($crate::words::language(), $($key)*)
    };
}

#[doc(hidden)]
pub use leptos_i18n::td_string;
