//! A field to look for something by its name.

use leptos::prelude::*;

/// A field that hears every letter.
#[component]
pub fn SearchField(
    /// Names the field in the page; unique on its page.
    id: &'static str,
    /// What is looked for.
    name: &'static str,
    /// A line below the name.
    hint: &'static str,
    /// What is written there.
    text: RwSignal<String>,
) -> impl IntoView {
    let hint_id = format!("{id}-hint");
    view! {
        <div class="field">
            <label class="field__name" for=id>
                {name}
            </label>
            <p class="soft" id=hint_id.clone()>
                {hint}
            </p>
            <input
                id=id
                class="field__input"
                type="search"
                autocomplete="off"
                enterkeyhint="search"
                aria-describedby=hint_id
                prop:value=move || text.get()
                on:input=move |event| text.set(event_target_value(&event))
            />
        </div>
    }
}
