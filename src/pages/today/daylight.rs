//! Daylight in the day's list: one tap notes it, one takes it back.

use leptos::prelude::*;

use crate::pages::daylight::{toggle, week};
use crate::state::use_app;
use crate::tr;
use crate::ui::icon::{Icon, IconView};
use crate::ui::live::live_text;

/// The row.
#[component]
pub fn DaylightRow() -> impl IntoView {
    let app = use_app();
    let week = week(app);
    let outside = move || week.read()[6].1;
    view! {
        <div class="row">
            <span class="row__icon">
                <IconView icon=Icon::Sun />
            </span>
            <span class="row__text">
                <b>{tr!(daylight.title)}</b>
                <span>
                    {live_text(move || {
                        if outside() {
                            tr!(daylight.is_noted).to_owned()
                        } else {
                            tr!(daylight.not_noted).to_owned()
                        }
                    })}
                </span>
            </span>
            <button
                type="button"
                class="btn"
                class:btn--outline=move || !outside()
                on:click=move |_| toggle(app)
            >
                {live_text(move || {
                    if outside() {
                        tr!(daylight.take_back).to_owned()
                    } else {
                        tr!(daylight.outside_short).to_owned()
                    }
                })} <span class="unseen">{tr!(daylight.title)}</span>
            </button>
        </div>
    }
}
