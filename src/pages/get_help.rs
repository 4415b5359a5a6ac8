//! Get help: the emergency call, then the signs that need a doctor, by how soon. Never behind a form, and on
//! paper one page.

use leptos::prelude::*;

use crate::browser::page;
use crate::content::emergency;
use crate::content::red_flags::{RedFlag, Urgency};
use crate::state::use_app;
use crate::tr;
use crate::ui::icon::{Icon, IconView};
use crate::ui::live::live_text;
use crate::ui::page_head::PageHead;
use crate::words;
use crate::words::help;

use super::later;
use super::paper::PrintButton;

/// The call button stands first; the three groups follow.
#[component]
pub fn GetHelpPage() -> impl IntoView {
    view! {
        <div class="page sheet">
            <PageHead title=tr!(help.title).to_owned() />
            <CallButton />
            <p>{tr!(help.intro)}</p>
            {Urgency::ALL.iter().map(|urgency| view! { <Group urgency=*urgency /> }).collect_view()}
            <CountryChoice />
            <PrintButton name=tr!(shell.print) />
            <p class="soft">{tr!(help.disclaimer_emergency)}</p>
        </div>
    }
}

/// The number of the person's country: chosen, else as the browser's language says.
fn country() -> Signal<String> {
    let app = use_app();
    Memo::new(move |_| {
        app.model
            .with(|model| model.settings.country.clone())
            .or_else(|| {
                let tag = page::language()?;
                emergency::region_of(&tag).map(str::to_ascii_uppercase)
            })
            .unwrap_or_default()
    })
    .into()
}

/// A large link that calls the emergency number.
#[component]
pub fn CallButton() -> impl IntoView {
    let country = country();
    let number = move || emergency::number_for(&country.get());
    view! {
        <a class="btn btn--alarm btn--wide" href=move || format!("tel:{}", number())>
            <IconView icon=Icon::Phone />
            {live_text(move || tr!(help.call, number = number()))}
        </a>
        <p class="soft">{tr!(help.call_check)} " " {tr!(help.call_unsure)}</p>
    }
}

#[component]
fn Group(
    /// Which.
    urgency: Urgency,
) -> impl IntoView {
    let class = match urgency {
        Urgency::Now => "card card--pad card--alert",
        Urgency::Today => "card card--pad card--sun",
        Urgency::Soon => "card card--pad card--walnut",
    };
    view! {
        <section class=class>
            <h2>{help::group(urgency)}</h2>
            <p>{help::group_hint(urgency)}</p>
            {RedFlag::of(urgency)
                .map(|flag| {
                    let means = view! {
                        <details class="more">
                            <summary>{tr!(help.means)}</summary>
                            <p>{help::means(flag)}</p>
                            {later::grounds(flag.grounds())}
                        </details>
                    };
                    sign(flag, means.into_any())
                })
                .collect_view()}
        </section>
    }
}

/// A sign that needs a doctor, what to do, and what stands below that.
pub fn sign(flag: RedFlag, below: AnyView) -> AnyView {
    view! {
        <article class="fact">
            <p>
                <strong>{help::flag(flag)}</strong>
            </p>
            <p>{help::what_to_do(flag)}</p>
            {below}
        </article>
    }
    .into_any()
}

/// The list of countries with their numbers.
#[component]
fn CountryChoice() -> impl IntoView {
    let app = use_app();
    let country = country();
    view! {
        <section class="card card--pad no-print">
            <label class="field">
                <span class="field__name">{tr!(help.choose_country)}</span>
                <select
                    class="select"
                    on:change=move |event| {
                        let chosen = event_target_value(&event);
                        app.set(|settings| settings.country = Some(chosen));
                    }
                >
                    <option value="" selected=move || country.get().is_empty()>
                        {tr!(help.other_country)}
                        " ("
                        {emergency::FALLBACK}
                        ")"
                    </option>
                    {emergency::NUMBERS
                        .iter()
                        .map(|(region, number)| {
                            view! {
                                <option value=*region selected=move || country.get() == *region>
                                    {words::region(region)}
                                    " ("
                                    {*number}
                                    ")"
                                </option>
                            }
                        })
                        .collect_view()}
                </select>
            </label>
            <p class="soft">{tr!(help.other_country_note)}</p>
        </section>
    }
}
