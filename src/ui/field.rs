//! A field for a number or for a day of the calendar, and a box to tick.

use leptos::prelude::*;

use crate::domain::quantity::NotAQuantity;
use crate::words;

/// A field for a number that a person types or pastes.
///
/// It hears the text when the person has finished with it (Enter, or leaving the field). `message` says what is
/// expected where the text could not be used; the text then stays as it was typed, so that it can be mended.
#[component]
pub fn NumberField(
    /// Names the field in the page; unique on its page.
    id: &'static str,
    /// What is asked for.
    #[prop(into)]
    name: Signal<String>,
    /// What is known, as it is written in the field.
    #[prop(into)]
    value: Signal<String>,
    /// A line below the name, if there is one.
    #[prop(optional, into)]
    hint: Option<String>,
    /// What is expected, where what was typed cannot be used.
    #[prop(into)]
    message: Signal<Option<String>>,
    /// What is typed here, beside figures.
    #[prop(optional, into)]
    keypad: Signal<Keypad>,
    /// Hears what was typed.
    on_change: Callback<String>,
) -> impl IntoView {
    frame(id, Some(keypad), name, value, hint, message, on_change)
}

/// Which keys a phone shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Keypad {
    /// Figures and the decimal mark.
    #[default]
    Decimal,
    /// Figures alone.
    Digits,
    /// All keys, where a unit or another mark may be wanted: "6 oz", "5'11".
    Letters,
}

/// A field for a day, as the browser offers it. It hears `2026-11-22`, or nothing where it was emptied.
#[component]
pub fn DayField(
    /// Names the field in the page; unique on its page.
    id: &'static str,
    /// What is asked for.
    #[prop(into)]
    name: Signal<String>,
    /// The day in the field, as `2026-11-22`.
    #[prop(into)]
    value: Signal<String>,
    /// What is expected, where the day cannot be used.
    #[prop(into)]
    message: Signal<Option<String>>,
    /// Hears the day.
    on_change: Callback<String>,
) -> impl IntoView {
    frame(id, None, name, value, None, message, on_change)
}

/// The name above a field, a line below the name, the field, and what is expected in it. Without a keypad it is for a
/// day.
fn frame(
    id: &'static str,
    keypad: Option<Signal<Keypad>>,
    name: Signal<String>,
    value: Signal<String>,
    hint: Option<String>,
    message: Signal<Option<String>>,
    on_change: Callback<String>,
) -> AnyView {
    let is_number = keypad.is_some();
    let inputmode = move || {
        keypad.map(|keypad| match keypad.get() {
            Keypad::Decimal => "decimal",
            Keypad::Digits => "numeric",
            Keypad::Letters => "text",
        })
    };
    let hint_id = format!("{id}-hint");
    let message_id = format!("{id}-message");
    let described = {
        let (hint_id, message_id) = (hint.is_some().then(|| hint_id.clone()), message_id.clone());
        move || {
            let message = message.get().map(|_| message_id.clone());
            let ids: Vec<String> = hint_id.iter().cloned().chain(message).collect();
            (!ids.is_empty()).then(|| ids.join(" "))
        }
    };
    view! {
        <div class="field" class:field--wrong=move || message.get().is_some()>
            <label class="field__name" for=id>
                {move || name.get()}
            </label>
            {hint.map(|hint| view! { <p class="soft" id=hint_id>{hint}</p> })}
            <input
                id=id
                class="field__input"
                type=if is_number { "text" } else { "date" }
                inputmode=inputmode
                autocomplete=is_number.then_some("off")
                enterkeyhint=is_number.then_some("done")
                prop:value=move || value.get()
                aria-invalid=move || message.get().is_some().then_some("true")
                aria-describedby=described
                on:change=move |event| on_change.run(event_target_value(&event))
            />
            <p class="field__message" id=message_id role="alert">
                {move || message.get()}
            </p>
        </div>
    }
    .into_any()
}

/// A field for a passphrase, shown as it is typed: nobody could mend a slip that nobody sees. It hears every letter, and
/// Enter.
#[component]
pub fn PassphraseField(
    /// Names the field in the page; unique on its page.
    id: &'static str,
    /// What is asked for.
    name: &'static str,
    /// A line below the name.
    hint: &'static str,
    /// What stands in it.
    value: RwSignal<String>,
    /// Why it cannot be used.
    message: RwSignal<&'static str>,
    /// Hears Enter.
    on_enter: Callback<()>,
) -> impl IntoView {
    let hint_id = format!("{id}-hint");
    let message_id = format!("{id}-message");
    let is_wrong = move || !message.get().is_empty();
    view! {
        <div class="field" class:field--wrong=is_wrong>
            <label class="field__name" for=id>
                {name}
            </label>
            <p class="soft" id=hint_id.clone()>
                {hint}
            </p>
            // Several words have to be seen whole, in large letters too; and a checker of spelling may send what is typed to
            // its maker.
            <textarea
                id=id
                class="field__input"
                rows="2"
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                enterkeyhint="done"
                aria-invalid=move || is_wrong().then_some("true")
                aria-describedby=format!("{hint_id} {message_id}")
                prop:autocorrect=false
                prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event).replace('\n', " "))
                on:keydown=move |event| {
                    if event.key() == "Enter" && !event.is_composing() {
                        event.prevent_default();
                        on_enter.run(());
                    }
                }
            ></textarea>
            <p class="field__message" id=message_id role="alert">
                {move || message.get()}
            </p>
        </div>
    }
}

/// Says at a field what is expected where what was typed could not be used; else takes the message away. `least` and
/// `most` are written as a person reads them.
pub fn say_expected(
    message: RwSignal<Option<String>>,
    why: Option<NotAQuantity>,
    least: &str,
    most: &str,
) {
    message.set(why.map(|why| words::quantity::expected(why, least, most)));
}

/// A box to tick, with its words beside it.
#[component]
pub fn Tick(
    /// Its words.
    #[prop(into)]
    name: Signal<String>,
    /// Whether it is ticked.
    #[prop(into)]
    on: Signal<bool>,
    /// Hears the new state.
    on_tick: Callback<bool>,
) -> impl IntoView {
    view! {
        <label class="option option--tick">
            <input
                type="checkbox"
                prop:checked=move || on.get()
                on:change=move |event| on_tick.run(event_target_checked(&event))
            />
            <span>{move || name.get()}</span>
        </label>
    }
}
