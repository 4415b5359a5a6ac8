//! One tap for a dose. A jar that has less than a dose left is told, with what can be done; nothing is noted
//! until the person says so.

use leptos::prelude::*;

use crate::domain::calcium::of_powder;
use crate::domain::entry::{EntryId, Kind};
use crate::domain::jars::{Source, jars, source};
use crate::state::{App, use_app};
use crate::tr;
use crate::ui::live::{live, live_text};

fn note(app: App, grams: u32, jar: Option<EntryId>) {
    let counted = app
        .model
        .with_untracked(|model| of_powder(grams, &model.settings.kitchen));
    app.note(Kind::Dose {
        grams,
        jar,
        calcium_mg: u16::try_from(counted).ok(),
    });
    app.tell(tr!(jar.taken, grams = grams));
}

/// The button, and the question that a short jar raises.
#[component]
pub fn TakeDose(
    /// The jar to take it from; `None`: the oldest that has something left.
    #[prop(optional)]
    from: Option<EntryId>,
    /// The class of the button.
    #[prop(default = "btn btn--outline")]
    class: &'static str,
) -> impl IntoView {
    let app = use_app();
    let dose = Memo::new(move |_| app.model.with(|model| model.settings.kitchen.dose()));
    let short = RwSignal::new(None::<(EntryId, u32, Option<EntryId>)>);
    let is_asked = from.is_some();
    let take = move |_| {
        let dose = dose.get_untracked();
        let from = app
            .model
            .with_untracked(|model| source(&jars(&model.journal), from.as_ref(), dose));
        match from {
            Source::NoJar => note(app, dose, None),
            Source::Jar(jar) => note(app, dose, Some(jar)),
            Source::Short { jar, left, other } => short.set(Some((jar, left, other))),
        }
    };
    let choose = move |grams: u32, jar: Option<EntryId>| {
        short.set(None);
        note(app, grams, jar);
    };
    view! {
        <button type="button" class=class on:click=take>
            {live_text(move || {
                let grams = dose.get();
                if is_asked {
                    tr!(jar.take_from, grams = grams)
                } else {
                    tr!(jar.take, grams = grams)
                }
            })}
        </button>
        <div class="short" role="status">
            {live(move || {
                let (jar, left, other) = short.get()?;
                let grams = dose.get();
                let text = if left > 0 {
                    tr!(jar.short, left = left)
                } else {
                    tr!(jar.empty_jar).to_owned()
                };
                let button = move |text: String, grams: u32, jar: Option<EntryId>| {
                    view! {
                        <button
                            type="button"
                            class="btn btn--wide"
                            on:click=move |_| choose(grams, jar.clone())
                        >
                            {text}
                        </button>
                    }
                };
                Some(
                    view! {
                        <p>{text}</p>
                        {(left > 0)
                            .then(|| button(tr!(jar.take_rest, left = left), left, Some(jar)))}
                        {other
                            .map(|other| {
                                button(tr!(jar.take_other, grams = grams), grams, Some(other))
                            })}
                        {button(tr!(jar.take_alone, grams = grams), grams, None)}
                        <button
                            type="button"
                            class="btn btn--wide"
                            on:click=move |_| short.set(None)
                        >
                            {tr!(jar.not_now)}
                        </button>
                    },
                )
            })}
        </div>
    }
}
