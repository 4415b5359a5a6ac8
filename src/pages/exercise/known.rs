//! What is known about an exercise, each statement with its evidence.

use leptos::prelude::*;

use crate::content::facts::FactId;
use crate::domain::routine::Routine;
use crate::route::Route;
use crate::tr;
use crate::ui::evidence::Fact;
use crate::ui::icon::Icon;
use crate::ui::link_row::LinkRow;
use crate::ui::page_head::PageHead;
use crate::words;

const HEEL_DROPS: &[FactId] = &[
    FactId::H1,
    FactId::H2,
    FactId::H3,
    FactId::H4,
    FactId::H5,
    FactId::H6,
];
const KNEE_BENDS: &[FactId] = &[
    FactId::K1,
    FactId::K2,
    FactId::K3,
    FactId::K4,
    FactId::K5,
    FactId::K6,
];

/// The facts of a routine.
#[component]
pub fn KnownPage(
    /// Which.
    routine: Routine,
) -> impl IntoView {
    let facts = match routine {
        Routine::HeelDrop => HEEL_DROPS,
        Routine::KneeBend => KNEE_BENDS,
    };
    view! {
        <div class="page page--wide">
            <PageHead title=words::moves::known_title(routine).to_owned() />
            <section class="card card--pad">
                {facts.iter().map(|fact| view! { <Fact fact=*fact /> }).collect_view()}
            </section>
            {(routine == Routine::HeelDrop)
                .then(|| {
                    view! {
                        <LinkRow
                            class="card row"
                            href=Route::Traditional.href()
                            icon=Some(Icon::Leaf)
                            name=tr!(shell.traditional_title)
                            text=tr!(moves.tradition_line).into_any()
                        />
                    }
                })}
        </div>
    }
}
