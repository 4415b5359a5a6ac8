//! Daylight: one tap a day, the last seven days, and what is known. It stands on the page Nourish.

use leptos::prelude::*;

use crate::content::daylight::DaylightClaim;
use crate::domain::day::LocalDay;
use crate::domain::daylight;
use crate::domain::entry::Kind;
use crate::pages::taken_back::taken_back;
use crate::state::{App, use_app};
use crate::tr;
use crate::ui::evidence::Statements;
use crate::words;

/// The last seven days, oldest first, and whether the person was outside.
pub fn week(app: App) -> Memo<[(LocalDay, bool); 7]> {
    Memo::new(move |_| {
        app.model
            .with(|model| daylight::week(&model.journal, model.today))
    })
}

/// Notes that the person was outside, or takes it back.
pub fn toggle(app: App) {
    let noted = app
        .model
        .with_untracked(|model| daylight::noted_on(&model.journal, model.today));
    if noted.is_empty() {
        app.note(Kind::Daylight {});
        app.tell(tr!(daylight.noted));
    } else {
        for id in noted {
            app.undo(id);
        }
    }
}

/// The card.
#[component]
pub fn DaylightCard() -> impl IntoView {
    let app = use_app();
    let week = week(app);
    let outside = move || week.read()[6].1;
    let all = DaylightClaim::ALL
        .iter()
        .map(|claim| (words::daylight::claim(*claim), claim.grounds()))
        .collect();
    view! {
        <section class="card card--pad">
            <h2>{tr!(daylight.title)}</h2>
            <p>{tr!(daylight.lead)}</p>
            {move || outside().then(|| view! { <p><b>{tr!(daylight.is_noted)}</b></p> })}
            <button
                type="button"
                class="btn btn--wide"
                class:btn--go=move || !outside()
                on:click=move |_| toggle(app)
            >
                {move || {
                    if outside() { tr!(daylight.take_back) } else { tr!(daylight.was_outside) }
                }}
            </button>
            {taken_back(|kind| matches!(kind, Kind::Daylight {}))}
            <h3>{tr!(daylight.week)}</h3>
            <ul class="days">
                {move || {
                    week.get()
                        .map(|(day, outside)| {
                            let name = words::dates::long_day(day);
                            let words = if outside {
                                tr!(daylight.on_day, day = name)
                            } else {
                                tr!(daylight.not_on_day, day = name)
                            };
                            view! {
                                <li>
                                    <i class:on=outside></i>
                                    <span aria-hidden="true">{day.parts().2}</span>
                                    <span class="unseen">{words}</span>
                                </li>
                            }
                        })
                        .collect_view()
                }}
            </ul>
        </section>
        <section class="card card--pad">
            <h2>{tr!(daylight.known)}</h2>
            <Statements all />
        </section>
    }
}
