//! Text size, light, contrast, movement and who shows it: what the person chose, put on `<html>`.
//!
//! Invariant: an attribute is there where the person chose, and only there. What holds without it is what the system
//! asks for, and `style/tokens.css` follows that by itself, also before this has run. (The one exception: a browser that
//! darkens light pages by itself gets the dark look.)

use leptos::prelude::*;

use crate::browser::page;
use crate::domain::model::Model;
use crate::domain::settings::{Contrast, Likeness, Motion, TextSize, Theme};

/// The look in force.
#[derive(Clone, Copy)]
pub struct Look {
    reduced_motion: Memo<bool>,
}

impl Look {
    /// Follows the settings and the system from now on.
    pub fn open(model: RwSignal<Model>) -> Self {
        let less_motion = follow(page::PREFERS_LESS_MOTION);
        // What is looked at costs a computed style: not each time that something else is chosen.
        let chosen = Memo::new(move |_| {
            model.with(|model| {
                let settings = &model.settings;
                (
                    settings.text,
                    settings.theme,
                    settings.contrast,
                    settings.likeness,
                )
            })
        });

        Effect::new(move |_| {
            let (text, theme, contrast, likeness) = chosen.get();
            page::set_root_attribute(
                "data-text",
                match text {
                    TextSize::Normal => None,
                    TextSize::Large => Some("large"),
                    TextSize::Largest => Some("largest"),
                },
            );
            page::set_root_attribute(
                "data-theme",
                match theme {
                    Theme::System => None,
                    Theme::Light => Some("light"),
                    Theme::Dark => Some("dark"),
                },
            );
            page::choose_bar(match theme {
                Theme::System => None,
                Theme::Light => Some(false),
                Theme::Dark => Some(true),
            });
            // A browser that darkens light pages by itself leaves half of a drawing black on black. Ours is whole.
            if page::is_darkened() {
                page::set_root_attribute("data-theme", Some("dark"));
            }
            page::set_root_attribute(
                "data-contrast",
                match contrast {
                    Contrast::System => None,
                    Contrast::Normal => Some("normal"),
                    Contrast::More => Some("more"),
                },
            );
            page::set_root_attribute(
                "data-likeness",
                match likeness {
                    Likeness::Grey => None,
                    Likeness::Curls => Some("curls"),
                },
            );
        });

        Self {
            reduced_motion: Memo::new(move |_| match model.with(|model| model.settings.motion) {
                Motion::System => less_motion.get(),
                Motion::Full => false,
                Motion::Reduced => true,
            }),
        }
    }

    /// Whether the figure shows key poses instead of moving.
    pub fn reduced_motion(self) -> bool {
        self.reduced_motion.get()
    }
}

/// A media query as a signal.
fn follow(query: &'static str) -> RwSignal<bool> {
    let matches = RwSignal::new(page::media_matches(query));
    StoredValue::new_local(page::on_media(query, move |now| matches.set(now)));
    matches
}
