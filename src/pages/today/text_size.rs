//! The size of the text, offered once: on the first visit, before anything long is to be read.

use leptos::prelude::*;

use crate::domain::safety::Answers;
use crate::domain::settings::TextSize;
use crate::state::use_app;
use crate::tr;

/// The id of what names the three choices.
const NAME: &str = "text-size";

/// Three sizes to see and to choose from. They stay as long as this screen does, so that a choice can be thought better of,
/// and never come again after one, or once a safety question is answered.
#[component]
pub fn TextSizeOffer() -> impl IntoView {
    let app = use_app();
    let is_due = app.model.with_untracked(|model| {
        !model.settings.text_chosen
            && model.settings.text == TextSize::Normal
            && model.safety.answers == Answers::default()
            && model.agenda().first_time
    });
    is_due.then(|| {
        let chosen = Memo::new(move |_| app.model.with(|model| model.settings.text));
        let sizes = TextSize::ALL
            .into_iter()
            .map(|size| {
                let (class, name) = match size {
                    TextSize::Normal => ("btn aa", tr!(settings.text_normal)),
                    TextSize::Large => ("btn aa aa--large", tr!(settings.text_large)),
                    TextSize::Largest => ("btn aa aa--largest", tr!(settings.text_largest)),
                };
                view! {
                    <button
                        type="button"
                        class=class
                        aria-pressed=move || (chosen.get() == size).to_string()
                        on:click=move |_| app.set(|settings| settings.choose_text(size))
                    >
                        <span aria-hidden="true">"Aa"</span>
                        {name}
                    </button>
                }
            })
            .collect_view();
        view! {
            <div class="aa-row" role="group" aria-labelledby=NAME>
                <p id=NAME>{tr!(settings.text_size)}</p>
                {sizes}
            </div>
        }
    })
}
