//! The button that prints a page, and a word where the browser does not.

use std::time::Duration;

use leptos::prelude::*;

use crate::browser::paper;
use crate::state::use_app;
use crate::tr;
use crate::ui::live::live;

/// A browser that prints says so at once; the slowest are given this long.
const AT_ONCE: Duration = Duration::from_secs(2);

/// A button that prints the page. Some browsers cannot, and some are not allowed to and do not say so.
#[component]
pub fn PrintButton(
    /// Its words.
    name: &'static str,
) -> impl IntoView {
    let app = use_app();
    let printed = RwSignal::new(false);
    let refused = RwSignal::new(false);
    let heard = paper::on_print(move || {
        printed.set(true);
        refused.set(false);
    });
    // It listens as long as the button is there.
    StoredValue::new_local(heard);
    let refuse = move || {
        refused.set(true);
        app.tell(tr!(shell.print_refused));
    };
    let print = move |_| {
        printed.set(false);
        if !paper::print() {
            refuse();
            return;
        }
        set_timeout(
            move || {
                // The person may have gone on to another screen.
                if printed.try_get_untracked() == Some(false) {
                    refuse();
                }
            },
            AT_ONCE,
        );
    };
    view! {
        <div class="stack no-print">
            <button type="button" class="btn btn--wide" on:click=print>
                {name}
            </button>
            {live(move || refused.get().then(|| view! { <p>{tr!(shell.print_refused)}</p> }))}
        </div>
    }
}
