//! How what a person enters is kept in this browser.

use leptos::prelude::*;

use crate::browser::persistence::{self, Persistence};
use crate::state::saving::SavingState;
use crate::state::second_copy::CopyState;
use crate::state::{App, use_app};
use crate::tr;
use crate::ui::live::live;

/// A list of short sentences: where it is kept, whether the browser promised to keep it, how much room there is.
#[component]
pub fn HowItIsKept() -> impl IntoView {
    let app = use_app();
    let browser = RwSignal::new(Persistence::default());
    // The person may have gone on to another screen.
    persistence::state(move |state| {
        let _ = browser.try_set(state);
    });
    live(move || {
        let lines = lines(app, browser.get());
        view! {
            <ul class="bullets" aria-label=tr!(backup.state)>
                {lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}
            </ul>
        }
    })
}

fn lines(app: App, browser: Persistence) -> Vec<String> {
    let first = if app.saving.state() == SavingState::Kept {
        tr!(backup.first_there)
    } else {
        tr!(backup.first_not)
    };
    let second = match app.saving.copy.state() {
        CopyState::There if app.saving.copy.is_in_step() => tr!(backup.second_there),
        CopyState::There | CopyState::Opening => tr!(backup.second_soon),
        CopyState::Silent => tr!(backup.second_silent),
        CopyState::Full => tr!(backup.second_full),
        CopyState::Missing => tr!(backup.second_missing),
        CopyState::Failed => tr!(backup.second_failed),
    };
    let mut lines = vec![first.to_owned(), second.to_owned()];
    if app.saving.copy.brought.get().is_some() {
        lines.push(tr!(backup.brought).to_owned());
    }
    if app.saving.copy.was_lost.get() {
        lines.push(tr!(backup.second_was_lost).to_owned());
    }
    if let Some(is_promised) = browser.is_promised {
        let words = if is_promised {
            tr!(backup.promised)
        } else {
            tr!(backup.not_promised)
        };
        lines.push(words.to_owned());
    }
    if let (Some(used), Some(room)) = (browser.used, browser.room) {
        let (used, room) = (size(used), size(room));
        lines.push(tr!(backup.room, used = used, room = room));
    }
    lines
}

/// A number of bytes in the larger unit that leaves a whole number of it, never less than one.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a rough figure, for people
fn size(bytes: f64) -> String {
    let mb = ((bytes / 1e6) as u64).max(1);
    if mb < 1000 {
        tr!(backup.mb, number = mb)
    } else {
        tr!(backup.gb, number = mb / 1000)
    }
}
