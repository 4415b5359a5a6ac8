//! Delete everything, in two steps.

use leptos::prelude::*;

use crate::domain::day::LocalDay;
use crate::pages::focus_soon;
use crate::state::use_app;
use crate::tr;
use crate::ui::live::{live, live_text};

use super::save::SaveButton;

/// The heading of the second step.
const ASK: &str = "delete-ask";
/// The button of the first step.
const DELETE: &str = "delete-everything";

/// The part of "Your data".
#[component]
pub fn Delete(
    /// The day of the newest backup.
    newest: RwSignal<Option<LocalDay>>,
) -> impl IntoView {
    let app = use_app();
    let asks = RwSignal::new(false);
    let told = RwSignal::new(String::new());
    let keep = move || {
        asks.set(false);
        app.tell(tr!(backup.still_here));
        focus_soon(DELETE);
    };
    let delete = move || {
        app.delete_everything(move |_| {
            let _ = told.try_set(tr!(backup.not_deleted).to_owned());
        });
    };
    let ask = move || {
        let stays = app.folder().note().is_on;
        view! {
            <section class="stack" aria-labelledby=ASK>
                <h3 id=ASK tabindex="-1">
                    {tr!(backup.delete_title)}
                </h3>
                <p>{tr!(backup.delete_text)}</p>
                {stays.then(|| view! { <p>{tr!(backup.delete_folder)}</p> })}
                <p>{tr!(backup.delete_first)}</p>
                <SaveButton newest told />
                <button type="button" class="btn btn--go btn--wide" on:click=move |_| keep()>
                    {tr!(backup.delete_no)}
                </button>
                <button type="button" class="btn btn--alert btn--wide" on:click=move |_| delete()>
                    {tr!(backup.delete_yes)}
                </button>
                <p role="status">{live_text(move || told.get())}</p>
            </section>
        }
        .into_any()
    };
    let begin = move || {
        told.set(String::new());
        asks.set(true);
        focus_soon(ASK);
    };
    live(move || {
        if asks.get() {
            ask()
        } else {
            view! {
                <button
                    id=DELETE
                    type="button"
                    class="btn btn--alert btn--wide"
                    on:click=move |_| begin()
                >
                    {tr!(backup.delete)}
                </button>
            }
            .into_any()
        }
    })
}
