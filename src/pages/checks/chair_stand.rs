//! The 30-second chair stand: set-up, timer, result, and the table with the person's row.

use leptos::prelude::*;

use super::parts::{History, HomeLink, SafetyFirst, Told, gate, grounds_of, note};
use super::timer::{Timer, TimerButton, TimerFace};
use crate::content::checks::{CHAIR_HOW, Says};
use crate::domain::chair_stand::{
    MOST, ROWS, Reading, SECONDS, counted, is_a_result, read, row_of,
};
use crate::domain::checks::{MainButton, Standing, main_button};
use crate::domain::countdown::Phase;
use crate::domain::entry::Kind;
use crate::pages::person::AgeAndSex;
use crate::state::use_app;
use crate::tr;
use crate::ui::choice::Stepper;
use crate::ui::drawings::ChairStandDrawing;
use crate::ui::field::Tick;

/// The check, where it is open; the table is there for everyone.
pub fn page() -> impl IntoView {
    view! {
        {gate(Standing::ChairStand, |with_helper| view! { <Do with_helper /> }.into_any())}
        <Latest />
        <section class="card card--pad">
            <h2>{tr!(checks.means)}</h2>
            <Told lines=&[Says::ChairMeaning] />
            <Table />
            <AgeAndSex />
            <p class="soft">{tr!(checks.not_affiliated)}</p>
        </section>
        <History of=|kind| matches!(kind, Kind::ChairStand { .. }) />
    }
}

/// Safety, set-up, timer and result.
#[component]
fn Do(with_helper: bool) -> impl IntoView {
    let app = use_app();
    let timer = Timer::new(app, SECONDS);
    let stands = RwSignal::new(0_u8);
    let used_arms = RwSignal::new(false);
    let empty = RwSignal::new(false);
    let main = Memo::new(move |_| {
        main_button(
            timer.phase.get(),
            is_a_result(stands.get(), used_arms.get()),
        )
    });
    let save = move |_| {
        let (stands, used_arms) = (stands.get_untracked(), used_arms.get_untracked());
        let is_one = is_a_result(stands, used_arms);
        empty.set(!is_one);
        if is_one {
            note(app, Kind::ChairStand { stands, used_arms });
        }
    };
    Effect::new(move |_| {
        // A new attempt counts from the start.
        if matches!(timer.phase.get(), Phase::CountIn(3)) {
            stands.set(0);
        }
    });
    view! {
        <SafetyFirst lines=&[Says::ChairSafe, Says::ChairCompany] with_helper />
        <section class="card card--pad">
            <h2>{tr!(checks.how)}</h2>
            <ChairStandDrawing />
            <Told lines=CHAIR_HOW steps=true />
        </section>
        <section class="card card--pad">
            <TimerFace timer />
            <TimerButton timer main=Signal::derive(move || main.get() == MainButton::Timer) />
            {move || {
                matches!(timer.phase.get(), Phase::Running(_))
                    .then(|| {
                        view! {
                            <button
                                type="button"
                                class="btn btn--go btn--wide btn--big"
                                data-repeat=""
                                on:click=move |_| stands.update(|n| *n = (*n + 1).min(MOST))
                            >
                                {tr!(checks.stood_up)}
                            </button>
                            <p class="soft">{move || tr!(checks.stood_count, n = stands.get())}</p>
                        }
                    })
            }}
        </section>
        <section class="card card--pad">
            <h2>{tr!(checks.chair_result)}</h2>
            <p class="soft">{tr!(checks.chair_result_hint)}</p>
            <Stepper
                name=tr!(checks.stands)
                unit=tr!(checks.stands_unit).to_owned()
                value=stands
                range=(0, MOST)
                words=(tr!(checks.stands_fewer), tr!(checks.stands_more))
                on_step=Callback::new(move |n| stands.set(n))
            />
            <Tick
                name=tr!(checks.arms_used).to_owned()
                on=used_arms
                on_tick=Callback::new(move |on| used_arms.set(on))
            />
            <p class="field__message" role="alert">
                {move || empty.get().then(|| tr!(checks.chair_empty))}
            </p>
            <button
                type="button"
                class="btn btn--wide"
                class:btn--go=move || main.get() == MainButton::Result
                on:click=save
            >
                {tr!(checks.note_result)}
            </button>
        </section>
    }
}

/// What the table says to the latest result.
#[component]
fn Latest() -> impl IntoView {
    let app = use_app();
    let reading = move || {
        app.model.with(|model| {
            let n = model
                .journal
                .of_body()
                .rev()
                .find_map(|entry| match entry.kind {
                    Kind::ChairStand { stands, used_arms } => Some(counted(stands, used_arms)),
                    _ => None,
                })?;
            let person = &model.settings.person;
            Some((n, read(n, person.age_on(model.today), person.sex)))
        })
    };
    move || {
        reading().map(|(n, reading)| {
            let (text, below) = match reading {
                Reading::NotSaid => (tr!(checks.chair_not_said).to_owned(), false),
                Reading::NoNumber => (tr!(checks.chair_no_number).to_owned(), false),
                Reading::Below(row, limit) => (
                    tr!(
                        checks.chair_below,
                        n = n,
                        limit = limit,
                        from = row.from,
                        to = row.to
                    ),
                    true,
                ),
                Reading::NotBelow(row, limit) => (
                    tr!(
                        checks.chair_not_below,
                        n = n,
                        limit = limit,
                        from = row.from,
                        to = row.to
                    ),
                    false,
                ),
            };
            view! {
                <section class="card card--pad" class:card--sun=below>
                    <h2>{tr!(checks.latest)}</h2>
                    <p>{text}</p>
                    {grounds_of(&[Says::ChairMeaning])}
                    {below.then(|| view! { <HomeLink /> })}
                </section>
            }
        })
    }
}

/// The table of the CDC, with the person's row marked in words.
#[component]
fn Table() -> impl IntoView {
    let app = use_app();
    let own = move || {
        app.model
            .with(|model| model.settings.person.age_on(model.today).and_then(row_of))
    };
    view! {
        <table class="table table--even table--ages">
            <caption>{tr!(checks.table_caption)}</caption>
            <thead>
                <tr>
                    <th scope="col">{tr!(checks.age)}</th>
                    <th scope="col">{tr!(checks.men)}</th>
                    <th scope="col">{tr!(checks.women)}</th>
                </tr>
            </thead>
            <tbody>
                {ROWS
                    .map(|row| {
                        let is_own = move || own() == Some(row);
                        view! {
                            <tr class:is-own=is_own>
                                <th scope="row">
                                    {tr!(checks.ages, from = row.from, to = row.to)}
                                    {move || {
                                        is_own()
                                            .then(|| view! { " " <small>{tr!(checks.your_row)}</small> })
                                    }}
                                </th>
                                <td>{row.men}</td>
                                <td>{row.women}</td>
                            </tr>
                        }
                    })
                    .collect_view()}
            </tbody>
        </table>
    }
}
