//! The list of 25 for a safe home: ticks that stay, and no score.

use leptos::prelude::*;

use super::parts::{SafetyFirst, Told, grounds_of};
use crate::content::checks::{Room, Says};
use crate::domain::checks::List;
use crate::pages::paper::PrintButton;
use crate::state::use_app;
use crate::tr;
use crate::ui::field::Tick;
use crate::words::checks;

/// The list, room by room.
pub fn page() -> impl IntoView {
    let app = use_app();
    let all = || Room::ALL.iter().flat_map(|room| room.items());
    let done = move || {
        app.model.with(|model| {
            let ticks = &model.settings.checks.home;
            all().filter(|item| ticks.has(item.key())).count()
        })
    };
    view! {
        <SafetyFirst lines=&[Says::HomeSafe] />
        <section class="card card--pad">
            <p class="lead" role="status">
                <strong>{move || tr!(checks.home_done, done = done(), all = all().count())}</strong>
            </p>
            <p class="soft">{tr!(checks.home_stays)}</p>
        </section>
        {Room::ALL
            .iter()
            .map(|room| {
                view! {
                    <section class="card card--pad">
                        <fieldset class="choice">
                            <legend>
                                <h2>{checks::room(*room)}</h2>
                            </legend>
                            <div class="choice__list choice__list--one">
                                {room
                                    .items()
                                    .iter()
                                    .map(|item| tick(*item, List::Home))
                                    .collect_view()}
                            </div>
                        </fieldset>
                        {grounds_of(room.items())}
                    </section>
                }
            })
            .collect_view()}
        <PrintButton name=tr!(shell.print) />
        <section class="card card--pad">
            <Told lines=&[Says::HomeHowMany] />
            <p class="soft">{tr!(checks.not_affiliated)}</p>
        </section>
    }
}

/// A line that can be ticked, remembered in one of the two lists of the settings.
pub fn tick(line: Says, list: List) -> impl IntoView {
    let app = use_app();
    let on = Memo::new(move |_| {
        app.model
            .with(|model| model.settings.checks.ticks(list).has(line.key()))
    });
    let on_tick = Callback::new(move |is_on| {
        app.set(|settings| settings.checks.ticks_mut(list).set(line.key(), is_on));
    });
    view! { <Tick name=checks::says(line).to_owned() on on_tick /> }
}
