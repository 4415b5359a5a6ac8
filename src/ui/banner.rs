//! Lasting news above a page.

use leptos::prelude::*;

use super::live::live_text;

/// News that stays until it is dealt with, with one thing to do about it.
#[component]
pub fn Banner(
    /// What is the matter.
    #[prop(into)]
    text: Signal<String>,
    /// What can be done.
    action: &'static str,
    /// Does it.
    on_action: Callback<()>,
    /// Whether it is about something that may be lost.
    #[prop(optional)]
    alert: bool,
) -> impl IntoView {
    let class = if alert {
        "banner banner--alert"
    } else {
        "banner"
    };
    view! {
        <div class=class role=if alert { "alert" } else { "status" }>
            <p>{live_text(move || text.get())}</p>
            <button type="button" class="btn" on:click=move |_| on_action.run(())>
                {action}
            </button>
        </div>
    }
}
