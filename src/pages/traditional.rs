//! The traditional view of bones, told as tradition, with the two points.

use leptos::prelude::*;

use crate::content::facts::FactId;
use crate::content::steps;
use crate::state::use_app;
use crate::tr;
use crate::ui::drawings::{BackDrawing, SoleDrawing};
use crate::ui::evidence::{Facts, LinesGrounds, how_sure, mark, marked};
use crate::ui::page_head::PageHead;
use crate::words;

/// Facts T1–T5, the drawings of BL23 and KI1, and the comfort rub.
#[component]
pub fn TraditionalPage() -> impl IntoView {
    view! {
        <div class="page page--wide">
            <PageHead title=tr!(shell.traditional_title).to_owned()>
                <p class="soft">{tr!(facts.traditional_note)}</p>
            </PageHead>
            <section class="card card--pad">
                <Facts all=vec![FactId::T1, FactId::T2, FactId::T3, FactId::T4, FactId::T5] />
            </section>
            <Points />
            <RubCard />
        </div>
    }
}

/// Where the two points are, drawn and in plain words.
#[component]
pub fn Points() -> impl IntoView {
    let back = (tr!(moves.bl23_where), FactId::T3.grounds());
    let sole = (tr!(moves.ki1_where), FactId::T4.grounds());
    view! {
        <section class="card card--pad">
            <div class="drawings">
                <div class="drawing">
                    <h2>{tr!(moves.bl23_title)}</h2>
                    <BackDrawing />
                    {marked(back)}
                </div>
                <div class="drawing">
                    <h2>{tr!(moves.ki1_title)}</h2>
                    <SoleDrawing />
                    {marked(sole)}
                </div>
            </div>
            {how_sure(&[back, sole])}
        </section>
    }
}

/// How the comfort rub is done.
#[component]
pub fn RubCard() -> impl IntoView {
    let app = use_app();
    let allowed = Memo::new(move |_| app.verdict().allows_rub());
    move || {
        if allowed.get() {
            rub().into_any()
        } else {
            view! {
                <section class="card card--pad">
                    <h2>{tr!(moves.rub_title)}</h2>
                    <p>{tr!(moves.rub_closed)}</p>
                </section>
            }
            .into_any()
        }
    }
}

fn rub() -> impl IntoView {
    view! {
        <section class="card card--pad">
            <h2>{tr!(moves.rub_title)}</h2>
            <p>{tr!(moves.rub_when)}</p>
            <ul class="bullets">
                {steps::RUB
                    .iter()
                    .map(|line| {
                        view! { <li>{words::moves::line(*line)} {mark(line.grounds().label)}</li> }
                    })
                    .collect_view()}
            </ul>
            <LinesGrounds lines=steps::RUB.to_vec() />
        </section>
    }
}
