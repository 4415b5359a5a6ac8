//! Get help: the emergency call with its country, then the signs that need a doctor, by how soon, a line each, with what
//! to do on a tap. Never behind a form, and on paper one page with all of it.

use std::sync::atomic::{AtomicU32, Ordering};

use leptos::prelude::*;

use crate::browser::{page, regions};
use crate::content::emergency::{self, Call, Calls};
use crate::content::red_flags::{RedFlag, Urgency};
use crate::state::use_app;
use crate::tr;
use crate::ui::evidence::mark;
use crate::ui::icon::{Icon, IconView};
use crate::ui::live::live;
use crate::ui::page_head::PageHead;
use crate::words;
use crate::words::help;

use super::focus_soon;
use super::later;
use super::paper::PrintButton;

/// The call and its country stand first; the three groups follow.
#[component]
pub fn GetHelpPage() -> impl IntoView {
    view! {
        <div class="page sheet">
            <PageHead title=tr!(help.title).to_owned() />
            <CallButton />
            <CountryChoice />
            <p>{tr!(help.intro)}</p>
            {Urgency::ALL
                .iter()
                .map(|urgency| {
                    let signs = RedFlag::of(*urgency).collect::<Vec<_>>();
                    let hint = view! { <p>{help::group_hint(*urgency)}</p> };
                    signs_card(*urgency, &signs, hint.into_any(), ().into_any())
                })
                .collect_view()}
            <PrintButton name=tr!(shell.print) />
            <p class="soft">{tr!(help.disclaimer_emergency)}</p>
        </div>
    }
}

/// How many call buttons were made: a screen may have several, and each has an id of its own.
static MADE: AtomicU32 = AtomicU32::new(0);

/// The number of the person's country: chosen, else as the clock and the language say.
fn calls() -> Memo<Calls> {
    let app = use_app();
    let (language, zone) = (page::language(), regions::time_zone());
    Memo::new(move |_| {
        app.model.with(|model| {
            emergency::calls(
                model.settings.country.as_deref(),
                language.as_deref(),
                zone.as_deref(),
            )
        })
    })
}

/// A large link that calls the emergency number. Where the device's language and clock disagree there are two, and the
/// person is asked once.
#[component]
pub fn CallButton() -> impl IntoView {
    let calls = calls();
    // The link takes the focus when a country was chosen beside it.
    let id = format!("call-{}", MADE.fetch_add(1, Ordering::Relaxed));
    live(move || {
        let Calls { first, language } = calls.get();
        let several = language.is_some();
        view! {
            {link(Some(id.clone()), &first, several)}
            {language.as_ref().map(|language| link(None, language, true))}
            {language.as_ref().map(|language| which(&id, &first, language))}
            <p class="soft">{tr!(help.call_check)} " " {tr!(help.call_unsure)}</p>
        }
    })
}

fn link(id: Option<String>, call: &Call, several: bool) -> AnyView {
    let words = if several {
        tr!(
            help.call_in,
            number = call.number,
            country = country_name(call)
        )
    } else {
        tr!(help.call, number = call.number)
    };
    view! {
        <a id=id class="btn btn--alarm btn--wide" href=format!("tel:{}", call.number)>
            <IconView icon=Icon::Phone />
            {words}
        </a>
    }
    .into_any()
}

/// Why there are two numbers, and which country it is.
fn which(id: &str, clock: &Call, language: &Call) -> AnyView {
    let app = use_app();
    let why = tr!(
        help.two_numbers,
        language = country_name(language),
        number = language.number,
        clock = country_name(clock),
        clock_number = clock.number
    );
    let answers = [clock, language]
        .map(|call| {
            let (region, link) = (call.region.clone(), id.to_owned());
            view! {
                <button
                    type="button"
                    class="btn btn--outline"
                    on:click=move |_| {
                        app.set(|settings| settings.country = Some(region.clone()));
                        let link = link.clone();
                        focus_soon(link);
                    }
                >
                    {if call.region.is_empty() {
                        tr!(help.other_country).to_owned()
                    } else {
                        country_name(call)
                    }}
                </button>
            }
        })
        .collect_view();
    let question = format!("{id}-country");
    view! {
        <p class="no-print">{why}</p>
        <div class="stack no-print" role="group" aria-labelledby=question.clone()>
            <p id=question.clone()>
                <strong>{tr!(help.which_country)}</strong>
            </p>
            <div class="two">{answers}</div>
        </div>
    }
    .into_any()
}

fn country_name(call: &Call) -> String {
    if call.region.is_empty() {
        tr!(help.another_country).to_owned()
    } else {
        words::region(&call.region)
    }
}

/// Signs that need help equally soon, one line each, between what stands above and below them.
pub fn signs_card(urgency: Urgency, signs: &[RedFlag], above: AnyView, below: AnyView) -> AnyView {
    let class = match urgency {
        Urgency::Now => "card card--pad card--alert",
        Urgency::Today => "card card--pad card--sun",
        Urgency::Soon => "card card--pad card--walnut",
    };
    view! {
        <section class=class>
            <h2>{help::group(urgency)}</h2>
            {above}
            <ul class="folds">
                {signs.iter().map(|flag| view! { <li>{folded(*flag)}</li> }).collect_view()}
            </ul>
            {below}
        </section>
    }
    .into_any()
}

/// A sign in one line. A tap tells it in full, what to do, and what it may mean.
fn folded(flag: RedFlag) -> AnyView {
    let grounds = flag.grounds();
    let said = [help::flag(flag), help::what_to_do(flag), help::means(flag)];
    let means = view! {
        <p class="soft no-print">{help::means(flag)} {mark(grounds.label)}</p>
        {later::how_sure(said.map(|text| (text, grounds)).to_vec())}
    };
    view! {
        <details class="fold">
            <summary>{help::short(flag)}</summary>
            {sign(flag, means.into_any())}
        </details>
    }
    .into_any()
}

/// A sign that needs a doctor, what to do, and what stands below that.
pub fn sign(flag: RedFlag, below: AnyView) -> AnyView {
    let label = flag.grounds().label;
    view! {
        <article class="fact">
            <p>
                <strong>{help::flag(flag)}</strong>
                {mark(label)}
            </p>
            <p>{help::what_to_do(flag)} {mark(label)}</p>
            {below}
        </article>
    }
    .into_any()
}

/// The list of countries with their numbers.
#[component]
fn CountryChoice() -> impl IntoView {
    let app = use_app();
    let calls = calls();
    let country = Memo::new(move |_| calls.read().first.region.clone());
    view! {
        <div class="no-print">
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
            {live(move || {
                country
                    .read()
                    .is_empty()
                    .then(|| view! { <p class="soft">{tr!(help.other_country_note)}</p> })
            })}
        </div>
    }
}
