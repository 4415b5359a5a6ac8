//! The powder on three pages: the jar and its doses, the recipe, and what is good to know. Each begins with the allergens.

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

/// The recipe: how much, what is needed, the steps in short, and the ways to make it and to print it.
#[component]
pub fn RecipePage() -> impl IntoView {
    let app = use_app();
    let kitchen = kitchen(app);
    let forbidden = is_forbidden(app);
    // The page's own data block gets the person's amounts: two recipes in one page would be one too many.
    Effect::new(move |_| page::set_text(DATA, &words::recipe_json::recipe(&kitchen.read())));
    view! {
        <div class="page page--recipe powder">
            <PowderHead title=tr!(shell.recipe_title) forbidden />
            <card::RecipeCard kitchen />
            <PrintButton name=tr!(recipe.print) />
            <section class="card card--pad">
                <shopping::Shopping kitchen />
                <Allergies />
            </section>
        </div>
    }
}

/// The heading of a page about the powder: the ways to the other two, the allergens, and who asks first.
#[component]
pub fn PowderHead(
    /// The heading.
    title: &'static str,
    /// Whether the person must not eat it.
    forbidden: Memo<bool>,
) -> impl IntoView {
    let app = use_app();
    let open = move |route| (app.navigation.route() == route).then_some("page");
    let link = move |route: Route, name: &'static str| {
        view! {
            <a class="parts__one" href=route.href() aria-current=move || open(route)>
                {name}
            </a>
        }
    };
    view! {
        <PageHead title=title.to_owned()>
            <nav class="parts no-print" aria-label=tr!(jar.name)>
                {link(Route::Jars, tr!(shell.jar_title))}
                {link(Route::Recipe, tr!(recipe.part))}
                {link(Route::GoodToKnow, tr!(shell.good_to_know_title))}
            </nav>
            <Contains forbidden />
        </PageHead>
    }
}

/// The way to say which foods one must not eat, folded.
#[component]
pub fn Allergies() -> impl IntoView {
    view! {
        <details class="more more--target">
            <summary>{tr!(recipe.allergy_more)}</summary>
            <AllergyChoice />
        </details>
    }
}

/// The allergens, first of all; for whom they are meant, if the person said so; and who should ask first.
#[component]
pub fn Contains(
    /// Whether the person must not eat it.
    forbidden: Memo<bool>,
) -> impl IntoView {
    let app = use_app();
    // The page that it leads to says it itself; who must not eat the powder has no reason to ask.
    let asks = Memo::new(move |_| app.navigation.route() != Route::GoodToKnow && !forbidden.get());
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
                {move || {
                    asks
                        .get()
                        .then(|| {
                            view! {
                                <a class="contains__ask no-print" href=Route::GoodToKnow.href()>
                                    {tr!(recipe.ask_first)}
                                </a>
                            }
                        })
                }}
            </div>
        }
    }
}
