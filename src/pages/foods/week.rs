//! The last seven days, and the tablets that count beside food.

use leptos::prelude::*;

use crate::content::foods::Claim;
use crate::domain::calcium;
use crate::domain::eating::Eating;
use crate::domain::quantity::read_within;
use crate::state::use_app;
use crate::tr;
use crate::ui::field::{NumberField, say_expected};
use crate::words;
use crate::words::foods::thousands;

use super::Said;
use super::sheet::Sheet;

/// The mean of the days with food noted, and each day.
#[component]
pub fn WeekCard(sheet: Memo<Sheet>) -> impl IntoView {
    let sentence = move || {
        let sheet = sheet.read();
        match calcium::mean(&sheet.days, sheet.tablets_mg()) {
            None => tr!(foods.week_none).to_owned(),
            Some((mg, 1)) => tr!(foods.week_mean_one, mg = thousands(mg)),
            Some((mg, count)) => tr!(
                foods.week_mean,
                mg = thousands(mg),
                days = count.to_string()
            ),
        }
    };
    let rows = move || {
        let sheet = sheet.read();
        let tablets = sheet.tablets_mg();
        sheet
            .days
            .iter()
            .map(|day| {
                let sum = if day.is_noted || day.powder_mg > 0 {
                    tr!(foods.mg, n = thousands(day.total_mg(tablets)))
                } else if day.unknown_halves > 0 {
                    tr!(foods.unknown).to_owned()
                } else {
                    tr!(foods.week_day_none).to_owned()
                };
                view! {
                    <tr>
                        <th scope="row">{words::dates::long_day(day.day)}</th>
                        <td>{sum}</td>
                    </tr>
                }
            })
            .collect_view()
    };
    view! {
        <section class="card card--pad">
            <h2>{tr!(foods.week)}</h2>
            <p>{sentence}</p>
            {move || {
                let target = sheet.read().target()?;
                let mg = thousands(target.recommended_mg.into());
                Some(view! { <p>{tr!(foods.week_target, target = mg)}</p> })
            }}
            <p class="soft">
                {tr!(foods.week_honest)} " "
                {move || (sheet.read().tablets_mg() > 0).then(|| tr!(foods.week_tablets))}
            </p>
            <details class="more more--target">
                <summary>{tr!(foods.week_days)}</summary>
                <table class="table table--even table--sums">
                    <caption>{tr!(foods.week_caption)}</caption>
                    <thead class="unseen">
                        <tr>
                            <th scope="col">{tr!(foods.week_day)}</th>
                            <th scope="col">{tr!(foods.calcium)}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </details>
        </section>
    }
}

/// Calcium from tablets, if the person takes any.
#[component]
pub fn Tablets(sheet: Memo<Sheet>) -> impl IntoView {
    let app = use_app();
    let message = RwSignal::new(None::<String>);
    let on_change = Callback::new(move |text: String| {
        if text.trim().is_empty() {
            message.set(None);
            app.set(|settings| settings.eating.tablets_mg = None);
            return;
        }
        let most = Eating::MOST_TABLETS_MG;
        let read = read_within(&text, &["mg"], (0.0, f64::from(most)));
        let most = tr!(foods.mg, n = thousands(u32::from(most)));
        say_expected(message, read.err(), "0 mg", &most);
        if let Ok(mg) = read {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // within the range
            app.set(|settings| settings.eating.tablets_mg = Some(mg.round() as u16));
        }
    });
    view! {
        <section class="card card--pad">
            <h2>{tr!(foods.tablets_title)}</h2>
            <NumberField
                id="tablets"
                name=tr!(foods.tablets_name).to_owned()
                hint=tr!(foods.tablets_hint)
                value=Signal::derive(move || {
                    let known = sheet.read().eating.tablets_mg;
                    known.map(|mg| mg.to_string()).unwrap_or_default()
                })
                message
                on_change
            />
            <Said claims=Claim::AT_CALCIUM />
        </section>
    }
}
