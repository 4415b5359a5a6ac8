//! What a person may tell about themselves, as parts that several screens and settings show.

use leptos::prelude::*;

use crate::domain::person::{Allergies, Sex};
use crate::domain::quantity::read_year;
use crate::state::use_app;
use crate::tr;
use crate::ui::choice::Choice;
use crate::ui::field::{Keypad, NumberField, Tick, say_expected};

/// The first year of birth that is taken for true.
const EARLIEST: i32 = 1906;

/// Year of birth and sex, for the tables that go by them.
#[component]
pub fn AgeAndSex() -> impl IntoView {
    let app = use_app();
    let message = RwSignal::new(None::<String>);
    let year = Memo::new(move |_| app.model.with(|model| model.settings.person.birth_year));
    let latest = app.model.with_untracked(|model| model.today.parts().0 - 18);
    let on_change = Callback::new(move |text: String| {
        if text.trim().is_empty() {
            message.set(None);
            app.set(|settings| settings.person.birth_year = None);
            return;
        }
        let read = read_year(&text, (EARLIEST, latest));
        let (least, most) = (EARLIEST.to_string(), latest.to_string());
        say_expected(message, read.err(), &least, &most);
        if let Ok(year) = read {
            app.set(|settings| settings.person.birth_year = Some(year));
        }
    });
    view! {
        <NumberField
            id="birth-year"
            name=tr!(person.birth_year).to_owned()
            hint=tr!(person.birth_year_hint)
            keypad=Keypad::Digits
            value=Signal::derive(move || year.get().map(|year| year.to_string()).unwrap_or_default())
            message
            on_change
        />
        <Choice
            legend=tr!(person.sex)
            name="sex"
            options=vec![
                (Some(Sex::Woman), tr!(person.woman).to_owned()),
                (Some(Sex::Man), tr!(person.man).to_owned()),
                (None, tr!(person.not_said).to_owned()),
            ]
            value=move || app.model.with(|model| model.settings.person.sex)
            on_choose=move |sex| app.set(|settings| settings.person.sex = sex)
        />
    }
}

/// What the person must not eat.
#[component]
pub fn AllergyChoice() -> impl IntoView {
    let app = use_app();
    let tick = move |name: &'static str, of: fn(&mut Allergies) -> &mut bool| {
        let on = Memo::new(move |_| {
            let mut allergies = app.model.with(|model| model.settings.person.allergies);
            *of(&mut allergies)
        });
        let on_tick = Callback::new(move |is_on| {
            app.set(|settings| *of(&mut settings.person.allergies) = is_on);
        });
        view! { <Tick name=name.to_owned() on on_tick /> }
    };
    view! {
        <fieldset class="choice">
            <legend>{tr!(person.allergies)}</legend>
            <div class="choice__list choice__list--one">
                {tick(tr!(person.sesame), |allergies| &mut allergies.sesame)}
                {tick(tr!(person.tree_nuts), |allergies| &mut allergies.tree_nuts)}
                {tick(tr!(person.fish), |allergies| &mut allergies.fish)}
                {tick(tr!(person.shellfish), |allergies| &mut allergies.shellfish)}
                {tick(tr!(person.milk), |allergies| &mut allergies.milk)}
            </div>
        </fieldset>
    }
}
