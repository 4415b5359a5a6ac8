//! Daylight in the day's list: one tap notes it, one takes it back.

use leptos::prelude::*;

use crate::pages::daylight::{toggle, was_outside};
use crate::state::use_app;
use crate::tr;
use crate::ui::icon::{Icon, IconView};

/// The row.
#[component]
pub fn DaylightRow() -> impl IntoView {
    let app = use_app();
    let outside = was_outside(app);
    view! {
        <div class="row">
            <span class="row__icon">
                <IconView icon=Icon::Sun />
            </span>
            <span class="row__text">
                <b>{tr!(daylight.title)}</b>
                <span>
                    {move || {
                        if outside.get() { tr!(daylight.is_noted) } else { tr!(daylight.not_noted) }
                    }}
                </span>
            </span>
            <button
                type="button"
                class="btn"
                class:btn--outline=move || !outside.get()
                on:click=move |_| toggle(app)
            >
                {move || {
                    if outside.get() {
                        tr!(daylight.take_back)
                    } else {
                        tr!(daylight.outside_short)
                    }
                }} <span class="unseen">{tr!(daylight.of_daylight)}</span>
            </button>
        </div>
    }
}
