//! A small step up or down on offer: on the page of its exercise, and steps down on Today too.

use leptos::prelude::*;

use crate::domain::progression::{self, Offer};
use crate::domain::routine::Routine;
use crate::state::use_app;
use crate::tr;
use crate::words;

/// The steps down of both routines, for Today: after pain or a gap nobody has to look for them.
#[component]
pub fn StepsDown() -> impl IntoView {
    Routine::ALL
        .into_iter()
        .map(|routine| view! { <OfferCard routine only_down=true /> })
        .collect_view()
}

/// A step that is offered, never imposed.
#[component]
pub fn OfferCard(
    /// For which.
    routine: Routine,
    /// Whether only less is offered, not more.
    #[prop(optional)]
    only_down: bool,
) -> impl IntoView {
    let app = use_app();
    let offer = Memo::new(move |_| app.offer(routine));
    let answer = move |accepted: Option<Offer>| {
        let today = app.model.with_untracked(|model| model.today);
        app.set(|settings| {
            settings.answer_offer(routine, today);
            if let Some(offer) = accepted {
                settings.choose(offer.plan);
                settings.knee_sets = offer.sets_per_day;
            }
        });
    };
    move || {
        let offer = offer
            .get()
            .filter(|offer| !only_down || !offer.step.is_up())?;
        let is_rest = offer.step == progression::Step::RestDay;
        let title = if offer.step.is_up() {
            tr!(progress.title)
        } else {
            tr!(progress.title_down)
        };
        Some(view! {
            <section class="card card--pad card--walnut">
                <h2>{title}</h2>
                {only_down.then(|| view! { <p class="eyebrow">{words::moves::exercise(routine, offer.plan.style)}</p> })}
                <p>{words::progress::why(&offer)} " " {words::progress::step(&offer)}</p>
                <button
                    type="button"
                    class="btn btn--outline btn--wide"
                    on:click=move |_| answer(Some(offer))
                >
                    {if is_rest { tr!(progress.ok) } else { tr!(progress.yes) }}
                </button>
                {(!is_rest)
                    .then(|| {
                        view! {
                            <button
                                type="button"
                                class="btn btn--wide"
                                on:click=move |_| answer(None)
                            >
                                {tr!(progress.no)}
                            </button>
                        }
                    })}
            </section>
        })
    }
}
