//! The stop rules: a card that the screens of the exercises and the screen after "I feel pain" share.

use leptos::prelude::*;

use crate::content::steps;
use crate::tr;
use crate::ui::evidence::mark;
use crate::words;

use super::get_help::CallButton;

/// "Stop at once if …", what to do then, and whatever the screen puts below it.
#[component]
pub fn StopRules(
    /// Whether each sign stands there in a few words: all of them are on the page with every step, and in the list of what
    /// they rest on that stands below.
    #[prop(optional)]
    short: bool,
    /// What stands below.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let signs: Vec<&str> = if short {
        words::moves::stops_in_short().to_vec()
    } else {
        steps::STOP
            .iter()
            .map(|line| words::moves::line(*line))
            .collect()
    };
    view! {
        <section class="card card--pad card--alert">
            <h2>{tr!(moves.stop_title)}</h2>
            <ul class="bullets bullets--alert">
                {signs.into_iter().map(|sign| view! { <li>{sign}</li> }).collect_view()}
            </ul>
            <p>
                <strong>{words::moves::line(steps::STOP_THEN)}</strong>
                {short.then(|| mark(steps::STOP_THEN.grounds().label))}
            </p>
            <CallButton />
            {children.map(|children| children())}
        </section>
    }
}
