//! What was taken back last, with a way to put it back. It stands where Undo stood, so that a further tap there takes
//! nothing else back.

use leptos::prelude::*;

use crate::browser::page;
use crate::domain::entry::{EntryId, Kind};
use crate::state::{App, TakenBack, use_app};
use crate::tr;
use crate::ui::live::live;
use crate::ui::page_head::HEADING;

use super::focus_soon;

/// The button's id: it takes the focus when the one that took something back is gone.
const PUT_BACK: &str = "put-back";

/// The id of the button that takes the last entry back, where a page has one.
pub const UNDO: &str = "undo";

/// Takes an entry back. The focus goes on to the way to put it back.
pub fn take_back(app: App, entry: EntryId) {
    take_back_saying(app, entry, TakenBack::told);
}

/// The same, said in other words.
pub fn take_back_saying(app: App, entry: EntryId, words: impl FnOnce(&TakenBack) -> String) {
    app.undo_saying(entry, words);
    focus_soon(PUT_BACK);
}

/// The line, where what was taken back last is one of these.
pub fn taken_back(of: impl Fn(&Kind) -> bool + Send + Sync + 'static) -> AnyView {
    let app = use_app();
    live(move || {
        let taken = app.taken_back.get().filter(|taken| of(&taken.kind))?;
        Some(view! {
            <div class="line">
                <p class="row__text">{taken.told()}</p>
                <button
                    id=PUT_BACK
                    type="button"
                    class="btn btn--outline"
                    on:click=move |_| {
                        app.put_back();
                        request_animation_frame(|| {
                            if !page::focus(UNDO, true) {
                                page::focus(HEADING, true);
                            }
                        });
                    }
                >
                    {tr!(today.put_back)}
                </button>
            </div>
        })
    })
}
