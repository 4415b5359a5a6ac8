//! How much is made: by batch, by days, or from what is in the cupboard; which sesame, sugar or none, which units.

use leptos::prelude::*;

use crate::domain::kitchen::{By, DAYS, Kitchen, Size, range};
use crate::domain::nutrition::Sesame;
use crate::domain::quantity::{self, NotAQuantity};
use crate::domain::recipe::{Ingredient, Units, Weight, read_weight};
use crate::state::use_app;
use crate::tr;
use crate::ui::choice::{Choice, Switch};
use crate::ui::field::NumberField;
use crate::words;

/// All that decides the amounts.
#[component]
pub fn Amounts(
    /// The choices.
    kitchen: Memo<Kitchen>,
) -> impl IntoView {
    let app = use_app();
    let by = Memo::new(move |_| kitchen.read().by);
    view! {
        <section class="card card--pad">
            <h2>{tr!(recipe.how_much)}</h2>
            <Choice
                legend=tr!(recipe.by)
                name="by"
                options=vec![
                    (By::Size, tr!(recipe.by_size).to_owned()),
                    (By::Days, tr!(recipe.by_days).to_owned()),
                    (By::Cupboard, tr!(recipe.by_cupboard).to_owned()),
                ]
                value=move || by.get()
                on_choose=move |by| app.set(|settings| settings.kitchen.by = by)
            />
            {move || match by.get() {
                By::Size => view! { <BySize kitchen /> }.into_any(),
                By::Days => view! { <ByDays kitchen /> }.into_any(),
                By::Cupboard => view! { <ByCupboard kitchen /> }.into_any(),
            }}
            <Choice
                legend=tr!(recipe.sesame_kind)
                name="sesame"
                options=vec![
                    (Sesame::Unhulled, tr!(recipe.unhulled).to_owned()),
                    (Sesame::Hulled, tr!(recipe.hulled).to_owned()),
                ]
                value=move || kitchen.read().sesame
                on_choose=move |sesame| app.set(|settings| settings.kitchen.sesame = sesame)
            />
            <Switch
                name=tr!(recipe.with_sugar)
                on=Signal::derive(move || kitchen.read().sugar)
                unavailable=Signal::derive(|| None)
                on_switch=Callback::new(move |sugar| {
                    app.set(|settings| {
                        let kitchen = &mut settings.kitchen;
                        kitchen.sugar = sugar;
                        if !sugar && kitchen.ingredient == Ingredient::Sugar {
                            // There is no reckoning by what is left out.
                            kitchen.ingredient = Ingredient::Walnuts;
                            kitchen.milligrams = Weight::grams(250).0;
                        }
                    });
                })
            />
            <Choice
                legend=tr!(recipe.units)
                name="units"
                options=vec![
                    (Units::Grams, tr!(recipe.grams).to_owned()),
                    (Units::Ounces, tr!(recipe.ounces).to_owned()),
                    (Units::Cups, tr!(recipe.cups).to_owned()),
                ]
                value=move || kitchen.read().units
                on_choose=move |units| app.set(|settings| settings.kitchen.units = units)
            />
        </section>
    }
}

#[component]
fn BySize(
    /// The choices.
    kitchen: Memo<Kitchen>,
) -> impl IntoView {
    let app = use_app();
    view! {
        <Choice
            legend=tr!(recipe.size)
            name="size"
            options=vec![
                (Size::Half, tr!(recipe.size_half).to_owned()),
                (Size::Full, tr!(recipe.size_full).to_owned()),
                (Size::Double, tr!(recipe.size_double).to_owned()),
            ]
            value=move || kitchen.read().size
            on_choose=move |size| app.set(|settings| settings.kitchen.size = size)
        />
    }
}

#[component]
fn ByDays(
    /// The choices.
    kitchen: Memo<Kitchen>,
) -> impl IntoView {
    let app = use_app();
    let message = RwSignal::new(None::<String>);
    let (least, most) = DAYS;
    let on_change = Callback::new(move |text: String| {
        let read = quantity::read_within(&text, &["day", "days"], (least.into(), most.into()))
            .and_then(|days| {
                let is_whole = days.fract() == 0.0;
                is_whole.then_some(days).ok_or(NotAQuantity::NotANumber)
            });
        match read {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            // in range, see above
            Ok(days) => {
                message.set(None);
                app.set(|settings| settings.kitchen.days = days as u8);
            }
            Err(why) => {
                let (least, most) = (least.to_string(), most.to_string());
                message.set(Some(words::quantity::expected(why, &least, &most)));
            }
        }
    });
    view! {
        <NumberField
            id="days"
            name=tr!(recipe.days).to_owned()
            hint=tr!(recipe.days_hint)
            value=Signal::derive(move || kitchen.read().days.to_string())
            message
            on_change
        />
    }
}

#[component]
fn ByCupboard(
    /// The choices.
    kitchen: Memo<Kitchen>,
) -> impl IntoView {
    let app = use_app();
    let message = RwSignal::new(None::<String>);
    let of = Memo::new(move |_| kitchen.read().ingredient);
    let on_change = Callback::new(move |text: String| {
        let (of, units) = kitchen.with_untracked(|kitchen| (kitchen.ingredient, kitchen.units));
        let (least, most) = range(of);
        match read_weight(&text, units, (least, most)) {
            Ok(weight) => {
                message.set(None);
                app.set(|settings| settings.kitchen.milligrams = weight.0);
            }
            Err(why) => message.set(Some(words::quantity::expected(
                why,
                &words::recipe::plain(least, units),
                &words::recipe::plain(most, units),
            ))),
        }
    });
    view! {
        {move || {
            let sugar = kitchen.read().sugar.then(|| (Ingredient::Sugar, tr!(recipe.sugar_short).to_owned()));
            let options = [
                (Ingredient::Walnuts, tr!(recipe.walnuts_short).to_owned()),
                (Ingredient::Sesame, tr!(recipe.sesame_short).to_owned()),
            ];
            view! {
                <Choice
                    legend=tr!(recipe.ingredient)
                    name="ingredient"
                    options=options.into_iter().chain(sugar).collect()
                    value=move || of.get()
                    on_choose=move |of| {
                        message.set(None);
                        app.set(|settings| {
                            let (least, most) = range(of);
                            let kitchen = &mut settings.kitchen;
                            kitchen.ingredient = of;
                            kitchen.milligrams = Weight(kitchen.milligrams).clamp(least, most).0;
                        });
                    }
                />
            }
        }}
        <NumberField
            id="have"
            name=tr!(recipe.have).to_owned()
            hint=tr!(recipe.have_hint)
            value=Signal::derive(move || {
                let kitchen = kitchen.read();
                words::recipe::plain(Weight(kitchen.milligrams), kitchen.units)
            })
            message
            on_change
        />
    }
}
