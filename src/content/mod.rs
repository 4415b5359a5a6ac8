//! Catalogues: which health statements the app makes, how sure each is, and where it was read.
//!
//! Typed data without a word that a person reads: every id has a [`key`](facts::FactId::key) that names its
//! text in `locales/`. Invariant: an id without an evidence label does not compile, because labels and
//! sources are given by matches over all ids; `tests/content.rs` proves the rest.
//!
//! Reading order: [`sources`], [`evidence`], [`facts`], [`red_flags`], [`emergency`], [`questions`], [`steps`],
//! [`symptoms`], [`checks`], [`foods`], [`daylight`], [`habits`], [`advice`], [`powder`], [`note_help`], [`guide`], [`stories`], [`places`];
//! and, beside the statements, [`voices`].

/// An enum of ids with all its variants in order and the key of each one's text.
macro_rules! ids {
    (
        $(#[$about:meta])*
        $name:ident {
            $($(#[$about_one:meta])* $variant:ident = $key:literal,)+
        }
    ) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$about_one])* $variant,)+
        }

        impl $name {
            /// All, in the order they are shown.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name of its text in `locales/`.
            pub fn key(self) -> &'static str {
                match self {
                    $(Self::$variant => $key,)+
                }
            }
        }
    };
}

pub mod advice;
pub mod checks;
pub mod daylight;
pub mod emergency;
pub mod evidence;
pub mod facts;
pub mod foods;
pub mod guide;
pub mod habits;
pub mod note_help;
pub mod places;
pub mod powder;
pub mod questions;
pub mod recipe_data;
pub mod red_flags;
pub mod sources;
pub mod steps;
pub mod stories;
pub mod symptoms;
pub mod voices;
