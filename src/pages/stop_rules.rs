//! The stop rules: a card that the screens of the exercises and the screen after "I feel pain" share.

use leptos::prelude::*;

use crate::content::steps;
use crate::tr;
use crate::words;

use super::get_help::CallButton;

/// "Stop at once if …", what to do then, and whatever the screen puts below it.
#[component]
pub fn StopRules(#[prop(optional)] children: Option<Children>) -> impl IntoView {
    view! {
        <section class="card card--pad card--alert">
            <h2>{tr!(moves.stop_title)}</h2>
            <ul class="bullets bullets--alert">
                {steps::STOP
                    .iter()
                    .map(|line| view! { <li>{words::moves::line(*line)}</li> })
                    .collect_view()}
            </ul>
            <p>
                <strong>{words::moves::line(steps::STOP_THEN)}</strong>
            </p>
            <CallButton />
            {children.map(|children| children())}
        </section>
    }
}
