//! Today's sum, against the target if age and sex are known, and what was eaten.

use leptos::prelude::*;

use crate::domain::calcium::Target;
use crate::domain::entry::Kind;
use crate::domain::person::Sex;
use crate::pages::person::AgeAndSex;
use crate::pages::taken_back::taken_back;
use crate::tr;
use crate::ui::bar::Bar;
use crate::words;
use crate::words::foods::thousands;

use super::TakeBack;
use super::sheet::{Sheet, again};

/// Today.
#[component]
pub fn TodayCard(sheet: Memo<Sheet>) -> impl IntoView {
    let sum = move || match sheet.read().total_mg() {
        0 if sheet.read().eaten.is_empty() => tr!(foods.nothing).to_owned(),
        mg => tr!(foods.so_far, mg = thousands(mg)),
    };
    view! {
        <section class="card card--pad">
            <h2>{tr!(foods.today)}</h2>
            <p class="big">{sum}</p>
            {move || {
                let sheet = sheet.read();
                let target = sheet.target()?;
                let sex = sheet.age_and_sex?.1;
                Some(against_target(target, sex, sheet.total_mg()))
            }}
            <ul class="bullets">
                {move || {
                    parts(&sheet.read())
                        .into_iter()
                        .map(|part| view! { <li>{part}</li> })
                        .collect_view()
                }}
            </ul>
            <p class="soft">{tr!(foods.estimate_short)}</p>
            <details class="more more--target">
                <summary>
                    {move || {
                        if sheet.read().age_and_sex.is_some() {
                            tr!(foods.change_age)
                        } else {
                            tr!(foods.ask_age)
                        }
                    }}
                </summary>
                <div class="stack">
                    <p class="soft">
                        {move || {
                            let sheet = sheet.read();
                            let has_no_row = sheet.age_and_sex.is_some()
                                && sheet.target().is_none();
                            has_no_row.then(|| tr!(foods.no_row))
                        }}
                    </p>
                    <AgeAndSex />
                </div>
            </details>
            {move || eaten(&sheet.read())}
            {taken_back(|kind| matches!(kind, Kind::Food { .. }))}
            {move || {
                let lately = sheet.read().lately.clone();
                (!lately.is_empty())
                    .then(|| {
                        view! {
                            <h3>{tr!(foods.lately)}</h3>
                            <div class="line">{lately.into_iter().map(again).collect_view()}</div>
                        }
                    })
            }}
        </section>
    }
}

/// What the sum is made of, where it is more than food that is known.
fn parts(sheet: &Sheet) -> Vec<String> {
    let mut parts = Vec::new();
    let tablets = sheet.tablets_mg();
    if let Some(day) = sheet.days.last() {
        if day.powder_mg + tablets > 0 {
            parts.push(tr!(foods.part_food, mg = thousands(day.food_mg)));
        }
        if day.powder_mg > 0 {
            parts.push(tr!(foods.part_powder, mg = thousands(day.powder_mg)));
        }
        if tablets > 0 {
            parts.push(tr!(foods.part_tablets, mg = thousands(tablets)));
        }
        if day.unknown_halves > 0 {
            let portions = words::foods::portions(day.unknown_halves);
            parts.push(tr!(foods.part_unknown, portions = portions));
        }
    }
    parts
}

fn against_target(target: Target, sex: Sex, total: u32) -> AnyView {
    let recommended = u32::from(target.recommended_mg);
    let upper = u32::from(target.upper_mg);
    let whose = match sex {
        Sex::Man => tr!(foods.target_men),
        Sex::Woman => tr!(foods.target_women),
    };
    view! {
        <Bar part=total whole=recommended />
        <p>
            <b>{tr!(foods.of_target, target = thousands(recommended))}</b>
            " "
            {whose}
        </p>
        <p>{tr!(foods.upper, mg = thousands(upper))}</p>
        {(total > upper).then(|| view! { <p>{tr!(foods.above_upper)}</p> })}
    }
    .into_any()
}

/// What was eaten, each with a way back.
fn eaten(sheet: &Sheet) -> Option<AnyView> {
    let rows = sheet
        .eaten
        .iter()
        .cloned()
        .map(|one| {
            view! {
                <li class="row row--flat">
                    <span class="row__text">
                        <b>{words::foods::by_key(&one.food)}</b>
                        <span>{words::foods::portions(one.halves)}</span>
                    </span>
                    <TakeBack eaten=one />
                </li>
            }
        })
        .collect_view();
    (!sheet.eaten.is_empty()).then(|| {
        view! {
            <h3>{tr!(foods.eaten_today)}</h3>
            <ul class="rows">{rows}</ul>
        }
        .into_any()
    })
}
