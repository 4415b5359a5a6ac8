//! The page of the jar: a dose by one tap, the jars in use with what is left and until when, and putting one away.

use leptos::prelude::*;

use crate::content::powder::Powder;
use crate::domain::entry::Kind;
use crate::domain::jars::{Jar, SHOWN, Stock, doses_on, in_use, jars, stock};
use crate::domain::kitchen::{DOSE, Kitchen};
use crate::domain::quantity::read_within;
use crate::domain::recipe::SERVINGS_A_DAY;
use crate::pages::taken_back::{UNDO, take_back, taken_back};
use crate::route::Route;
use crate::state::use_app;
use crate::tr;
use crate::ui::field::{NumberField, say_expected};
use crate::words;

use super::care::{HowToTake, WithMedicines};
use super::dose::TakeDose;
use super::make::Make;
use super::{Allergies, PowderHead, is_forbidden, kitchen};

/// How many further jars are shown each time.
const MORE: usize = 10;

/// How long what is left will last, in words.
pub fn lasts(stock: Stock) -> String {
    match stock.days {
        0 => tr!(jar.grams_left, left = stock.left),
        1 => tr!(jar.day_left).to_owned(),
        days => tr!(jar.days_left, days = days),
    }
}

/// The page: the dose of today by one tap, what is left, and a new jar. Who must not eat the powder is offered none of it.
#[component]
pub fn JarsPage() -> impl IntoView {
    let app = use_app();
    let kitchen = kitchen(app);
    let forbidden = is_forbidden(app);
    view! {
        <div class="page powder">
            <PowderHead title=tr!(shell.jar_title) forbidden />
            {move || (!forbidden.get()).then(|| view! { <Jars kitchen /> })}
            <section class="card card--pad">
                <Allergies />
            </section>
        </div>
    }
}

/// Doses, jars, and a new jar.
#[component]
fn Jars(
    /// The choices.
    kitchen: Memo<Kitchen>,
) -> impl IntoView {
    let app = use_app();
    let all = Memo::new(move |_| app.model.with(|model| jars(&model.journal)));
    let done = Memo::new(move |_| {
        app.model
            .with(|model| doses_on(&model.journal, model.today))
    });
    let in_stock = Memo::new(move |_| stock(&all.read(), kitchen.read().dose()));
    view! {
        <section class="card card--pad" aria-labelledby="jars">
            <h2 id="jars" class="unseen">
                {tr!(jar.title)}
            </h2>
            <p role="status">
                <b>{move || tr!(jar.today, done = done.get(), planned = SERVINGS_A_DAY)}</b>
                {move || in_stock.get().map(|stock| format!(". {}", lasts(stock)))}
            </p>
            <TakeDose class="btn btn--go btn--wide btn--big" />
            <p>{words::recipe::line(Powder::CareDry)}</p>
            <LastOfPowder />
            <JarList all />
            <div>
                <HowToTake />
                <WithMedicines />
                <details class="more more--target">
                    <summary>{tr!(jar.more)}</summary>
                    <UsualDose kitchen />
                </details>
            </div>
            <Make kitchen />
        </section>
    }
}

/// The jars in use, or the way to the first one.
#[component]
fn JarList(
    /// All jars.
    all: Memo<Vec<Jar>>,
) -> impl IntoView {
    let most = RwSignal::new(SHOWN);
    let shown = Memo::new(move |_| in_use(&all.read(), most.get()));
    let list = move || {
        if all.read().is_empty() {
            return view! {
                <p>{tr!(jar.none)}</p>
                <a class="btn btn--outline btn--wide" href=Route::Recipe.href()>
                    {tr!(jar.to_recipe)}
                </a>
            }
            .into_any();
        }
        let several = all.read().len() > 1;
        let rows = shown
            .get()
            .0
            .into_iter()
            .map(|jar| view! { <JarRow jar several /> })
            .collect_view();
        view! { <ul class="rows">{rows}</ul> }.into_any()
    };
    let older = move || {
        let others = shown.read().1;
        (others > 0).then(|| {
            view! {
                <button
                    type="button"
                    class="btn btn--wide"
                    on:click=move |_| most.update(|most| *most += MORE)
                >
                    {tr!(jar.others, n = others)}
                </button>
            }
        })
    };
    view! {
        {list}
        {older}
    }
}

/// One jar.
#[component]
fn JarRow(
    /// The jar.
    jar: Jar,
    /// Whether there are others, so that one has to be chosen.
    several: bool,
) -> impl IntoView {
    let app = use_app();
    let made = words::dates::short_day(jar.made);
    let text = if jar.left == 0 {
        tr!(jar.made_empty, day = made.clone())
    } else {
        tr!(
            jar.made,
            day = made.clone(),
            left = jar.left,
            grams = jar.grams
        )
    };
    let best_until = jar.best_until();
    let best = move || {
        let day = words::dates::full_day(best_until);
        if app.model.with(|model| model.today) > best_until {
            tr!(jar.past_best, day = day)
        } else {
            tr!(jar.best, day = day)
        }
    };
    let (from, gone) = (jar.id.clone(), jar.id);
    view! {
        <li class="row row--flat">
            <span class="row__text">
                <b>{text}</b>
                <span>{best}</span>
            </span>
            {(several && jar.left > 0).then(|| view! { <TakeDose from /> })}
            <button
                type="button"
                class="btn"
                aria-label=tr!(jar.gone_named, day = made)
                on:click=move |_| {
                    app.note(Kind::JarGone { jar: gone.clone() });
                    app.tell(tr!(jar.gone_told));
                }
            >
                {tr!(jar.gone)}
            </button>
        </li>
    }
}

/// The last thing noted today about the powder, with a way to take it back.
#[component]
fn LastOfPowder() -> impl IntoView {
    let app = use_app();
    let last = Memo::new(move |_| {
        app.model.with(|model| {
            let entry = model.journal.last_undoable(model.today)?;
            let what = is_powder(&entry.kind).then(|| words::journal::line(&entry.kind))??;
            Some((entry.id.clone(), what))
        })
    });
    let armed = move || app.taken_back.with(Option::is_none);
    let undo = move || {
        last.get().filter(|_| armed()).map(|(id, what)| {
            view! {
                <button
                    id=UNDO
                    type="button"
                    class="btn"
                    on:click=move |_| take_back(app, id.clone())
                >
                    {tr!(jar.undo, what = what)}
                </button>
            }
        })
    };
    view! {
        {taken_back(is_powder)}
        {undo}
    }
}

fn is_powder(kind: &Kind) -> bool {
    matches!(
        kind,
        Kind::Jar { .. } | Kind::Dose { .. } | Kind::JarGone { .. }
    )
}

/// What the person usually takes.
#[component]
fn UsualDose(
    /// The choices.
    kitchen: Memo<Kitchen>,
) -> impl IntoView {
    let app = use_app();
    let message = RwSignal::new(None::<String>);
    let (least, most) = DOSE;
    let on_change = Callback::new(move |text: String| {
        let read = read_within(&text, &["g", "gram", "grams"], (least.into(), most.into()));
        say_expected(message, read.err(), tr!(jar.least_dose), tr!(jar.most_dose));
        if let Ok(dose) = read {
            // Within the range above.
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            super::change(app, &|kitchen| kitchen.dose = dose.round() as u32);
        }
    });
    view! {
        <NumberField
            id="dose"
            name=tr!(jar.usual).to_owned()
            hint=tr!(jar.usual_hint)
            value=Signal::derive(move || kitchen.read().dose().to_string())
            message
            on_change
        />
    }
}
