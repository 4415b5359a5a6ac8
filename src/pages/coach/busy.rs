//! Another tab has the session: say so, and offer to go on here.

use leptos::prelude::*;

use crate::domain::routine::Plan;
use crate::state::use_app;
use crate::tr;
use crate::ui::page_head::PageHead;

use super::HelpPill;

/// One session at a time over all tabs.
#[component]
pub fn Busy(
    /// What was to be begun here.
    plan: Plan,
    /// Whether the other tab was asked and did not answer.
    asked: bool,
) -> impl IntoView {
    let app = use_app();
    view! {
        <main id="main" class="page" tabindex="-1">
            <div class="help-line">
                <HelpPill />
            </div>
            <PageHead title=tr!(coach.busy_title).to_owned() />
            <p>{tr!(coach.busy_text)}</p>
            {asked.then(|| view! { <p role="alert">{tr!(coach.busy_failed)}</p> })}
            <button
                type="button"
                class="btn btn--go btn--wide"
                on:click=move |_| app.coaching.move_here(app, plan)
            >
                {tr!(coach.busy_move)}
            </button>
            <button type="button" class="btn btn--wide" on:click=move |_| app.coaching.done(app)>
                {tr!(shell.back)}
            </button>
        </main>
    }
}
