//! Today's sum, against the target if age and sex are known, and what was eaten.

use leptos::prelude::*;

use crate::content::foods::{Food, counted_mg};
use crate::domain::calcium::{self, Target};
use crate::domain::person::Sex;
use crate::pages::person::AgeAndSex;
use crate::state::use_app;
use crate::tr;
use crate::ui::bar::Bar;
use crate::words;
use crate::words::foods::thousands;

use super::{TakeBack, eat, eaten_today, lately, tablets_mg};

/// Today.
#[component]
pub fn TodayCard() -> impl IntoView {
    let app = use_app();
    let tablets = Memo::new(move |_| app.model.with(tablets_mg));
    let day = Memo::new(move |_| {
        app.model.with(|model| {
            calcium::days(&model.journal, model.today, 1, counted_mg)
                .first()
                .copied()
        })
    });
    let total = Memo::new(move |_| {
        let tablets = tablets.get();
        day.get().map_or(tablets, |day| day.total_mg(tablets))
    });
    let age_and_sex = Memo::new(move |_| {
        app.model.with(|model| {
            let person = model.settings.person;
            person.age_on(model.today).zip(person.sex)
        })
    });
    let target = Memo::new(move |_| {
        age_and_sex
            .get()
            .and_then(|(age, sex)| calcium::target(age, sex))
    });
    let parts = move || {
        let mut parts = Vec::new();
        if let Some(day) = day.get() {
            let tablets = tablets.get();
            if day.powder_mg > 0 || tablets > 0 {
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
            .into_iter()
            .map(|part| view! { <li>{part}</li> })
            .collect_view()
    };
    view! {
        <section class="card card--pad">
            <h2>{tr!(foods.today)}</h2>
            <p class="big">{move || tr!(foods.so_far, mg = thousands(total.get()))}</p>
            {move || target.get().map(|target| view! { <AgainstTarget target total age_and_sex /> })}
            <ul class="bullets">{parts}</ul>
            <p class="soft">{tr!(foods.estimate_short)}</p>
            <details class="more more--target">
                <summary>
                    {move || {
                        if age_and_sex.get().is_some() {
                            tr!(foods.change_age)
                        } else {
                            tr!(foods.ask_age)
                        }
                    }}
                </summary>
                <div class="stack">
                    {move || {
                        (age_and_sex.get().is_some() && target.get().is_none())
                            .then(|| view! { <p>{tr!(foods.no_row)}</p> })
                    }} <AgeAndSex />
                </div>
            </details>
            <EatenToday />
        </section>
    }
}

#[component]
fn AgainstTarget(
    target: Target,
    total: Memo<u32>,
    age_and_sex: Memo<Option<(u8, Sex)>>,
) -> impl IntoView {
    let recommended = u32::from(target.recommended_mg);
    let upper = u32::from(target.upper_mg);
    let whose = move || match age_and_sex.get() {
        Some((_, Sex::Man)) => tr!(foods.target_men),
        _ => tr!(foods.target_women),
    };
    view! {
        <Bar part=total whole=recommended />
        <p>
            <b>{tr!(foods.of_target, target = thousands(recommended))}</b>
            " "
            {whose}
        </p>
        <p>{tr!(foods.upper, mg = thousands(upper))}</p>
        {move || (total.get() > upper).then(|| view! { <p>{tr!(foods.above_upper)}</p> })}
    }
}

/// What was eaten, each with a way back, and what could be noted again.
#[component]
fn EatenToday() -> impl IntoView {
    let app = use_app();
    let eaten = eaten_today(app);
    let lately = lately(app, 4);
    view! {
        <h3>{tr!(foods.eaten_today)}</h3>
        {move || {
            let eaten = eaten.get();
            if eaten.is_empty() {
                return view! { <p class="soft">{tr!(foods.nothing)}</p> }.into_any();
            }
            view! {
                <ul class="rows">
                    {eaten
                        .into_iter()
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
                        .collect_view()}
                </ul>
            }
                .into_any()
        }}
        {move || {
            let lately = lately.get();
            (!lately.is_empty())
                .then(|| {
                    view! {
                        <h3>{tr!(foods.lately)}</h3>
                        <div class="line">{lately.into_iter().map(again).collect_view()}</div>
                    }
                })
        }}
    }
}

/// A button that notes a portion of a food again.
fn again(food: Food) -> impl IntoView {
    let app = use_app();
    view! {
        <button type="button" class="btn btn--outline" on:click=move |_| eat(app, food, 2)>
            {tr!(foods.again, food = words::foods::food(food))}
        </button>
    }
}
