//! What is half entered, kept beside everything else: it outlives a reload and a look at another screen.
//!
//! Invariant: it is read once, by the first page that needs it, and written at each change. A draft that cannot be written
//! is not worth a banner: what is noted from it is.

use leptos::prelude::*;

use crate::domain::draft::{After, Draft, Heights};

use super::App;

/// The parts of the draft that stand beside [`note_draft`](super::Parts::note_draft).
#[derive(Clone, Copy)]
pub struct Drafts {
    /// Two measurements before they are noted.
    pub heights: RwSignal<Heights>,
    /// The session whose questions are open.
    pub after: RwSignal<Option<After>>,
    /// What is kept of it, as far as is known here; `None` before it was read.
    known: StoredValue<Option<Draft>>,
}

impl Drafts {
    /// Nothing is read before [`Self::keep`].
    pub fn new() -> Self {
        Self {
            heights: RwSignal::new(Heights::default()),
            after: RwSignal::new(None),
            known: StoredValue::new(None),
        }
    }

    /// Takes up what was half entered, and from now on, while the page that calls this is open, keeps each change.
    pub fn keep(self, app: App) {
        self.open(app);
        Effect::new(move |_| {
            app.note_draft.track();
            self.heights.track();
            self.after.track();
            self.save(app);
        });
    }

    /// Writes what has changed.
    pub fn save(self, app: App) {
        let mine = Draft {
            note: app.note_draft.get_untracked(),
            heights: self.heights.get_untracked(),
            after: self.after.get_untracked(),
            ..Draft::default()
        };
        self.known.update_value(|known| {
            if let Some(known) = known {
                app.saving.save_draft(known, &mine, super::now());
                *known = mine;
            }
        });
    }

    /// Takes up what was half entered, once.
    pub fn open(self, app: App) {
        if self.known.with_value(Option::is_some) {
            return;
        }
        let kept = app.saving.saved_draft(super::now());
        app.note_draft.set(kept.note.clone());
        self.heights.set(kept.heights);
        self.after.set(kept.after.clone());
        self.known.set_value(Some(kept));
    }
}

impl Default for Drafts {
    fn default() -> Self {
        Self::new()
    }
}
