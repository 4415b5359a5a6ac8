//! A field for a day of the calendar.

use leptos::prelude::*;

/// A field for a day, as the browser offers it. It hears `2026-11-22`, or nothing where it was emptied.
#[component]
pub fn DayField(
    /// Names the field in the page; unique on its page.
    id: &'static str,
    /// What is asked for.
    name: &'static str,
    /// The day in the field, as `2026-11-22`.
    #[prop(into)]
    value: Signal<String>,
    /// What is expected, where the day cannot be used.
    #[prop(into)]
    message: Signal<Option<String>>,
    /// Hears the day.
    on_change: Callback<String>,
) -> impl IntoView {
    let message_id = format!("{id}-message");
    let described = {
        let message_id = message_id.clone();
        move || message.get().map(|_| message_id.clone())
    };
    view! {
        <div class="field" class:field--wrong=move || message.get().is_some()>
            <label class="field__name" for=id>
                {name}
            </label>
            <input
                id=id
                class="field__input"
                type="date"
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
}
