//! How much is made: by batch, by days, or from what is in the cupboard; which sesame, sugar or none, which units.

use leptos::prelude::*;

use crate::domain::kitchen::{By, DAYS, Kitchen, Size, range};
use crate::domain::nutrition::Sesame;
use crate::domain::quantity::{self, NotAQuantity};
use crate::domain::recipe::{Ingredient, Units, Weight, read_weight};
use crate::state::use_app;
use crate::tr;
use crate::ui::choice::{Choice, Switch, place_of};
use crate::ui::field::{Keypad, NumberField, say_expected};
use crate::ui::icon::{Icon, IconView};
use crate::words;

use super::change;

const BY: [By; 3] = [By::Size, By::Days, By::Cupboard];
const SIZES: [Size; 3] = [Size::Half, Size::Full, Size::Double];
const KINDS: [Sesame; 2] = [Sesame::Unhulled, Sesame::Hulled];
const UNITS: [Units; 3] = [Units::Grams, Units::Ounces, Units::Cups];
/// As they stand in most cupboards; sugar last, because it can be left out.
const CUPBOARD: [Ingredient; 3] = [Ingredient::Walnuts, Ingredient::Sesame, Ingredient::Sugar];

/// One of a few choices about the powder, each known by its place.
#[component]
fn Pick(
    /// The choices.
    kitchen: Memo<Kitchen>,
    /// What is chosen.
    legend: &'static str,
    /// The group's name in the page.
    name: &'static str,
    /// The words for each.
    words: Vec<&'static str>,
    /// Which one it is now.
    get: fn(&Kitchen) -> Option<usize>,
    /// Makes it another.
    set: fn(&mut Kitchen, usize),
) -> impl IntoView {
    let app = use_app();
    let options = words
        .into_iter()
        .enumerate()
        .map(|(place, word)| (Some(place), word.to_owned()))
        .collect();
    let value = move || get(&kitchen.read());
    let choose = move |place: Option<usize>| {
        change(app, &|kitchen| set(kitchen, place.unwrap_or(0)));
    };
    view! { <Choice legend=legend name=name options=options value=value on_choose=choose /> }
}

/// The size of the batch, with a button on either side; nothing where days or the cupboard decide.
#[component]
pub fn Batch(
    /// The choices.
    kitchen: Memo<Kitchen>,
) -> impl IntoView {
    let app = use_app();
    let by_size = Memo::new(move |_| kitchen.read().by == By::Size);
    let size = Memo::new(move |_| place_of(&SIZES, Some(kitchen.read().size)).unwrap_or(0));
    let last = SIZES.len() - 1;
    let go = move |to: usize| change(app, &|kitchen| kitchen.size = SIZES[to.min(last)]);
    let names = [
        tr!(recipe.size_half),
        tr!(recipe.size_full),
        tr!(recipe.size_double),
    ];
    // At its limit a button is not `disabled`: it would lose the focus under the finger that brought it there.
    let limit = move |at: usize| (size.get() == at).then_some("true");
    move || {
        by_size.get().then(|| {
            view! {
                <div class="stepper no-print" role="group" aria-label=tr!(recipe.size)>
                    <button
                        type="button"
                        data-repeat=""
                        aria-label=tr!(recipe.smaller)
                        aria-disabled=move || limit(0)
                        on:click=move |_| go(size.get_untracked().saturating_sub(1))
                    >
                        <IconView icon=Icon::Minus />
                    </button>
                    <p class="stepper__value" role="status">
                        {move || names[size.get()]} " " <small>{tr!(recipe.batch)}</small>
                    </p>
                    <button
                        type="button"
                        data-repeat=""
                        aria-label=tr!(recipe.larger)
                        aria-disabled=move || limit(last)
                        on:click=move |_| go(size.get_untracked() + 1)
                    >
                        <IconView icon=Icon::Plus />
                    </button>
                </div>
            }
        })
    }
}

/// All else that decides the amounts, folded; open from the start where the batch is not what decides.
#[component]
pub fn Amounts(
    /// The choices.
    kitchen: Memo<Kitchen>,
) -> impl IntoView {
    let app = use_app();
    let by = Memo::new(move |_| kitchen.read().by);
    let open = by.get_untracked() != By::Size;
    view! {
        <details class="more more--target no-print" open=open>
            <summary>{tr!(recipe.more_choices)}</summary>
            <div class="stack">
                <Pick
                    kitchen
                    legend=tr!(recipe.by)
                    name="by"
                    words=vec![tr!(recipe.by_size), tr!(recipe.by_days), tr!(recipe.by_cupboard)]
                    get=|kitchen| place_of(&BY, Some(kitchen.by))
                    set=|kitchen, at| kitchen.by = BY[at]
                />
                {move || match by.get() {
                    By::Size => ().into_any(),
                    By::Days => view! { <ByDays kitchen /> }.into_any(),
                    By::Cupboard => view! { <ByCupboard kitchen /> }.into_any(),
                }}
                <Pick
                    kitchen
                    legend=tr!(recipe.sesame_kind)
                    name="sesame"
                    words=vec![tr!(recipe.unhulled), tr!(recipe.hulled)]
                    get=|kitchen| place_of(&KINDS, Some(kitchen.sesame))
                    set=|kitchen, at| kitchen.sesame = KINDS[at]
                />
                <Switch
                    name=tr!(recipe.with_sugar)
                    on=Signal::derive(move || kitchen.read().sugar)
                    unavailable=Signal::derive(|| None)
                    on_switch=Callback::new(move |sugar| {
                        change(app, &|kitchen| kitchen.put_sugar(sugar));
                    })
                />
                <Pick
                    kitchen
                    legend=tr!(recipe.units)
                    name="units"
                    words=vec![tr!(recipe.grams), tr!(recipe.ounces), tr!(recipe.cups)]
                    get=|kitchen| place_of(&UNITS, Some(kitchen.units))
                    set=|kitchen, at| kitchen.units = UNITS[at]
                />
            </div>
        </details>
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
        say_expected(message, read.err(), &least.to_string(), &most.to_string());
        if let Ok(days) = read {
            // In range, see above.
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            change(app, &|kitchen| kitchen.days = days as u8);
        }
    });
    view! {
        <NumberField
            id="days"
            name=tr!(recipe.days).to_owned()
            hint=tr!(recipe.days_hint)
            keypad=Keypad::Digits
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
    let on_change = Callback::new(move |text: String| {
        let (of, units) = kitchen.with_untracked(|kitchen| (kitchen.ingredient, kitchen.units));
        let (least, most) = range(of);
        let read = read_weight(&text, units, (least, most));
        let plain = |weight| words::recipe::plain(weight, units);
        say_expected(message, read.err(), &plain(least), &plain(most));
        if let Ok(weight) = read {
            change(app, &|kitchen| kitchen.milligrams = weight.0);
        }
    });
    let sugar = Memo::new(move |_| kitchen.read().sugar);
    view! {
        {move || {
            let names = [
                tr!(recipe.walnuts_short),
                tr!(recipe.sesame_short),
                tr!(recipe.sugar_short),
            ];
            let shown = if sugar.get() { 3 } else { 2 };
            message.set(None);
            view! {
                <Pick
                    kitchen
                    legend=tr!(recipe.ingredient)
                    name="ingredient"
                    words=names[..shown].to_vec()
                    get=|kitchen| place_of(&CUPBOARD, Some(kitchen.ingredient))
                    set=|kitchen, at| kitchen.reckon_by(CUPBOARD[at])
                />
            }
        }}
        <NumberField
            id="have"
            name=tr!(recipe.have).to_owned()
            hint=tr!(recipe.have_hint)
            keypad=Keypad::Letters
            value=Signal::derive(move || {
                let kitchen = kitchen.read();
                words::recipe::plain(Weight(kitchen.milligrams), kitchen.units)
            })
            message
            on_change
        />
    }
}
