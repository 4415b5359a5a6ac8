//! One of a few, a switch, a number with plus and minus.

use leptos::prelude::*;

use super::icon::{Icon, IconView};

/// One of a few, as radio buttons under a legend.
#[component]
pub fn Choice<T>(
    /// What is chosen.
    legend: &'static str,
    /// The group's name in the page.
    name: &'static str,
    /// Each value with its word.
    options: Vec<(T, String)>,
    /// The value that is chosen now.
    #[prop(into)]
    value: Signal<T>,
    /// Hears the new value.
    on_choose: Callback<T>,
    /// Whether each stands on a line of its own.
    #[prop(optional)]
    one_each: bool,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let list = if one_each {
        "choice__list choice__list--one"
    } else {
        "choice__list"
    };
    view! {
        <fieldset class="choice">
            <legend>{legend}</legend>
            <div class=list>
                {options
                    .into_iter()
                    .map(|(option, word)| {
                        let (shown, chosen) = (option.clone(), option);
                        view! {
                            <label class="option">
                                <input
                                    type="radio"
                                    name=name
                                    prop:checked=move || value.get() == shown
                                    on:change=move |_| on_choose.run(chosen.clone())
                                />
                                <span>{word}</span>
                            </label>
                        }
                    })
                    .collect_view()}
            </div>
        </fieldset>
    }
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

/// A small whole number with a button on either side.
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
    view! {
        <div role="group" aria-label=name>
            <p class="field__name">{name}</p>
            <div class="stepper">
                <button
                    type="button"
                    aria-label=words.0
                    disabled=move || { value.get() <= least }
                    on:click=move |_| on_step.run(value.get_untracked().saturating_sub(1).max(least))
                >
                    <IconView icon=Icon::Minus />
                </button>
                <p class="stepper__value" role="status">
                    {value} <small>{move || unit.get()}</small>
                </p>
                <button
                    type="button"
                    aria-label=words.1
                    disabled=move || { value.get() >= most }
                    on:click=move |_| on_step.run(value.get_untracked().saturating_add(1).min(most))
                >
                    <IconView icon=Icon::Plus />
                </button>
            </div>
        </div>
    }
}
