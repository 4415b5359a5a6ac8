//! One of a few (as radio buttons, or as buttons that stay pressed), a switch, a number with plus and minus.

use std::sync::Arc;

use leptos::prelude::*;

use super::icon::{Icon, IconView};

/// One of a few, as radio buttons under a legend.
#[component]
pub fn Choice<T, V, C>(
    /// What is chosen.
    legend: &'static str,
    /// The group's name in the page.
    name: &'static str,
    /// Each value with its word.
    options: Vec<(T, String)>,
    /// Reads the value that is chosen now.
    value: V,
    /// Hears the new value.
    on_choose: C,
    /// Whether each stands on a line of its own.
    #[prop(optional)]
    one_each: bool,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
    V: Fn() -> T + Send + Sync + 'static,
    C: Fn(T) + Send + Sync + 'static,
{
    let (values, words): (Vec<T>, Vec<String>) = options.into_iter().unzip();
    let values = Arc::new(values);
    let shown = Arc::clone(&values);
    radio_buttons(
        legend,
        name,
        words,
        Arc::new(move |place| shown.get(place).is_some_and(|one| *one == value())),
        Arc::new(move |place| {
            if let Some(one) = values.get(place) {
                on_choose(one.clone());
            }
        }),
        one_each,
    )
}

/// The same for every type of value: each option is known by its place.
fn radio_buttons(
    legend: &'static str,
    name: &'static str,
    words: Vec<String>,
    is_chosen: Arc<dyn Fn(usize) -> bool + Send + Sync>,
    choose: Arc<dyn Fn(usize) + Send + Sync>,
    one_each: bool,
) -> AnyView {
    let list = if one_each {
        "choice__list choice__list--one"
    } else {
        "choice__list"
    };
    view! {
        <fieldset class="choice">
            <legend>{legend}</legend>
            <div class=list>
                {words
                    .into_iter()
                    .enumerate()
                    .map(|(place, word)| {
                        let (is_chosen, choose) = (Arc::clone(&is_chosen), Arc::clone(&choose));
                        view! {
                            <label class="option">
                                <input
                                    type="radio"
                                    name=name
                                    prop:checked=move || is_chosen(place)
                                    on:change=move |_| choose(place)
                                />
                                <span>{word}</span>
                            </label>
                        }
                    })
                    .collect_view()}
            </div>
        </fieldset>
    }
    .into_any()
}

/// One of a few, as buttons that stay pressed; nothing is pressed at first. Named by the heading with the id
/// `labelled_by`.
#[component]
pub fn Pressed(
    /// The id of the heading above it.
    labelled_by: &'static str,
    /// How the buttons stand: `two` or `scale`.
    class: &'static str,
    /// Each button's face and name; the name is read out where it says more than the face.
    faces: Vec<(String, Option<String>)>,
    /// The place of the pressed one.
    #[prop(into)]
    pressed: Signal<Option<usize>>,
    /// Hears the place of the one that was pressed.
    on_press: Callback<usize>,
) -> impl IntoView {
    let button = if class == "scale" { "" } else { "btn" };
    view! {
        <div class=class role="group" aria-labelledby=labelled_by>
            {faces
                .into_iter()
                .enumerate()
                .map(|(place, (face, name))| {
                    view! {
                        <button
                            type="button"
                            class=button
                            aria-label=name
                            aria-pressed=move || (pressed.get() == Some(place)).to_string()
                            on:click=move |_| on_press.run(place)
                        >
                            {face}
                        </button>
                    }
                })
                .collect_view()}
        </div>
    }
}

/// The place of one among all, by which these choices know it.
pub fn place_of<T: PartialEq>(all: &[T], one: Option<T>) -> Option<usize> {
    let one = one?;
    all.iter().position(|other| *other == one)
}

/// On or off.
#[component]
pub fn Switch(
    /// What is switched.
    name: &'static str,
    /// Whether it is on.
    #[prop(into)]
    on: Signal<bool>,
    /// Why it cannot be switched here, if it cannot.
    #[prop(into)]
    unavailable: Signal<Option<&'static str>>,
    /// Hears the new state.
    on_switch: Callback<bool>,
) -> impl IntoView {
    let is_on = move || on.get() && unavailable.get().is_none();
    view! {
        <button
            type="button"
            class="switch"
            role="switch"
            aria-checked=move || is_on().to_string()
            disabled=move || unavailable.get().is_some()
            on:click=move |_| on_switch.run(!on.get_untracked())
        >
            <span class="switch__name">
                {name} {move || unavailable.get().map(|why| view! { " " <small>{why}</small> })}
            </span>
            <span class="switch__track" aria-hidden="true"></span>
        </button>
    }
}

/// A small whole number with a button on either side, which may be tapped fast.
#[component]
pub fn Stepper(
    /// What is counted; names the buttons too.
    name: &'static str,
    /// The word under the number.
    #[prop(into)]
    unit: Signal<String>,
    /// The number.
    #[prop(into)]
    value: Signal<u8>,
    /// The smallest and the largest.
    range: (u8, u8),
    /// The button's words: fewer, more.
    words: (&'static str, &'static str),
    /// Hears the new number.
    on_step: Callback<u8>,
) -> impl IntoView {
    let (least, most) = range;
    // At its limit a button is not `disabled`: it would lose the focus under the finger that brought it there.
    let at_limit = move |limit: u8| {
        let value = value.get();
        let there = if limit == least {
            value <= limit
        } else {
            value >= limit
        };
        there.then_some("true")
    };
    let step_to = move |wanted: u8| {
        let next = wanted.max(least).min(most);
        if next != value.get_untracked() {
            on_step.run(next);
        }
    };
    view! {
        <div role="group" aria-label=name>
            <p class="field__name">{name}</p>
            <div class="stepper">
                <button
                    type="button"
                    data-repeat=""
                    aria-label=words.0
                    aria-disabled=move || at_limit(least)
                    on:click=move |_| step_to(value.get_untracked().saturating_sub(1))
                >
                    <IconView icon=Icon::Minus />
                </button>
                <p class="stepper__value" role="status">
                    <span translate="no">{value}</span>
                    " "
                    <small>{move || unit.get()}</small>
                </p>
                <button
                    type="button"
                    data-repeat=""
                    aria-label=words.1
                    aria-disabled=move || at_limit(most)
                    on:click=move |_| step_to(value.get_untracked().saturating_add(1))
                >
                    <IconView icon=Icon::Plus />
                </button>
            </div>
        </div>
    }
}
