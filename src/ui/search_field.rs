//! A field to look for something in.

use leptos::prelude::*;

use super::icon::{Icon, IconView};

/// A labelled field that hears every letter.
#[component]
pub fn SearchField(
    /// Names the field in the page; unique on its page.
    id: &'static str,
    /// What it is for.
    name: &'static str,
    /// A line below the name.
    hint: &'static str,
    /// What stands in it.
    value: RwSignal<String>,
) -> impl IntoView {
    let hint_id = format!("{id}-hint");
    view! {
        <div class="field" role="search">
            <label class="field__name" for=id>
                {name}
            </label>
            <p class="soft" id=hint_id.clone()>
                {hint}
            </p>
            <div class="search">
                <IconView icon=Icon::Search />
                <input
                    id=id
                    class="field__input"
                    type="search"
                    autocomplete="off"
                    autocapitalize="none"
                    spellcheck="false"
                    enterkeyhint="search"
                    aria-describedby=hint_id
                    prop:value=move || value.get()
                    on:input=move |event| value.set(event_target_value(&event))
                />
            </div>
        </div>
    }
}
