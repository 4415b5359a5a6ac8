//! Nourish: the ways to the powder, to foods and to what to go easy on; and daylight.

use leptos::prelude::*;

use crate::route::Route;
use crate::tr;
use crate::ui::icon::Icon;
use crate::ui::link_row::LinkRow;
use crate::ui::page_head::PageHead;

use super::daylight::DaylightCard;

/// The page.
#[component]
pub fn NourishPage() -> impl IntoView {
    let rows = [
        (
            Route::Jars,
            Icon::Bowl,
            tr!(shell.recipe_title),
            tr!(nourish.powder),
        ),
        (
            Route::Foods,
            Icon::Glass,
            tr!(shell.foods_title),
            tr!(nourish.foods),
        ),
        (
            Route::Habits,
            Icon::Cup,
            tr!(shell.habits_title),
            tr!(nourish.habits),
        ),
    ];
    view! {
        <div class="page">
            <PageHead title=tr!(shell.nourish_title).to_owned() />
            <nav class="card rows" aria-label=tr!(shell.nourish_title)>
                {rows
                    .map(|(route, icon, name, text)| {
                        let text = text.into_any();
                        view! { <LinkRow href=route.href() icon=Some(icon) name text /> }
                    })
                    .collect_view()}
            </nav>
            <DaylightCard />
        </div>
    }
}
