//! The powder: its allergens, how much, the recipe, the jars, the shopping list, what is in it, what to mind.

pub mod amounts;
pub mod card;
pub mod care;
pub mod dose;
pub mod jars;
pub mod make;
pub mod nutrition;
pub mod shopping;

use leptos::prelude::*;

use crate::browser::page;
use crate::domain::kitchen::Kitchen;
use crate::route::Route;
use crate::state::{App, use_app};
use crate::tr;
use crate::ui::icon::{Icon, IconView};
use crate::ui::page_head::PageHead;
use crate::words;

use super::paper::PrintButton;
use super::person::AllergyChoice;

/// The id of the recipe's data block in `index.html`.
const DATA: &str = "recipe-data";

/// The choices about the powder, for a page to follow.
pub fn kitchen(app: App) -> Memo<Kitchen> {
    Memo::new(move |_| app.model.with(|model| model.settings.kitchen.clone()))
}

/// Changes the choices about the powder.
pub fn change(app: App, how: &dyn Fn(&mut Kitchen)) {
    app.set(|settings| how(&mut settings.kitchen));
}

/// Whether the person noted an allergy that the powder would set off.
pub fn is_forbidden(app: App) -> Memo<bool> {
    Memo::new(move |_| {
        app.model
            .with(|model| model.settings.person.allergies.forbid_powder())
    })
}

/// The powder.
#[component]
pub fn RecipePage() -> impl IntoView {
    let app = use_app();
    let kitchen = kitchen(app);
    let forbidden = is_forbidden(app);
    // The page's own data block gets the person's amounts: two recipes in one page would be one too many.
    Effect::new(move |_| page::set_text(DATA, &words::recipe_json::recipe(&kitchen.read())));
    view! {
        <div class="page page--recipe">
            <PageHead title=tr!(shell.recipe_title).to_owned()>
                <Contains forbidden />
            </PageHead>
            <details class="more more--target">
                <summary>{tr!(recipe.allergy_more)}</summary>
                <AllergyChoice />
            </details>
            <amounts::Amounts kitchen />
            <card::RecipeCard kitchen />
            <div class="two">
                <a class="btn btn--go" href=Route::Cook.href()>
                    {tr!(recipe.cook)}
                </a>
                <PrintButton name=tr!(recipe.print) />
            </div>
            {move || (!forbidden.get()).then(|| view! { <jars::Jars kitchen /> })}
            <shopping::Shopping kitchen />
            <nutrition::NutritionTable kitchen />
            <care::Care />
        </div>
    }
}

/// The allergens, first of all; and for whom they are meant, if the person said so.
#[component]
pub fn Contains(
    /// Whether the person must not eat it.
    forbidden: Memo<bool>,
) -> impl IntoView {
    move || {
        let (title, text) = if forbidden.get() {
            (tr!(recipe.allergic_title), tr!(recipe.allergic_text))
        } else {
            (tr!(recipe.contains), tr!(recipe.contains_text))
        };
        view! {
            <div class="contains" role="note" class:contains--you=forbidden.get()>
                <IconView icon=Icon::Warning />
                <div>
                    <p class="contains__what">{title}</p>
                    <p>{text}</p>
                </div>
            </div>
        }
    }
}
