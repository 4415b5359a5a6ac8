//! Your height: how to measure, the tallest, what was measured, and two limits in words. Never a score.

use leptos::prelude::*;

use super::parts::{History, SafetyFirst, Told, grounds_of, note};
use crate::browser::{page as browser_page, regions};
use crate::content::checks::{HEIGHT_HOW, HEIGHT_MEANS, Says};
use crate::content::emergency;
use crate::domain::draft::Heights;
use crate::domain::entry::Kind;
use crate::domain::height::{FAR_APART, LEAST, LengthUnit, MOST, compare, meant, read};
use crate::domain::quantity::NotAQuantity;
use crate::state::{App, use_app};
use crate::tr;
use crate::ui::choice::Choice;
use crate::ui::drawings::HeightDrawing;
use crate::ui::field::{Keypad, NumberField, say_expected};
use crate::words;
use crate::words::checks;

/// How to measure, the fields, and what comes of it.
pub fn page() -> impl IntoView {
    let app = use_app();
    let unit = Signal::from(Memo::new(move |_| unit(app)));
    view! {
        <SafetyFirst lines=&[Says::HeightSafe] />
        <section class="card card--pad">
            <h2>{tr!(checks.how)}</h2>
            <HeightDrawing />
            <Told lines=HEIGHT_HOW steps=true />
        </section>
        <Measure unit />
        <Compared unit />
        <section class="card card--pad">
            <h2>{tr!(checks.means)}</h2>
            <Told lines=HEIGHT_MEANS />
            <p class="soft">{tr!(checks.height_units)}</p>
        </section>
        <History of=|kind| matches!(kind, Kind::Height { .. }) />
    }
}

/// As the person chose; else feet where the person is surely in the United States.
fn unit(app: App) -> LengthUnit {
    let (chosen, country) = app
        .model
        .with(|model| (model.settings.checks.unit, model.settings.country.clone()));
    chosen.unwrap_or_else(|| {
        let (language, zone) = (browser_page::language(), regions::time_zone());
        if emergency::is_surely_in(
            "US",
            country.as_deref(),
            language.as_deref(),
            zone.as_deref(),
        ) {
            LengthUnit::Feet
        } else {
            LengthUnit::Centimetres
        }
    })
}

/// The fields and the button.
#[component]
fn Measure(unit: Signal<LengthUnit>) -> impl IntoView {
    let app = use_app();
    app.drafts.keep(app);
    let heights = app.drafts.heights;
    let first = Signal::derive(move || heights.get().first);
    let second = Signal::derive(move || heights.get().second);
    let problem = RwSignal::new(None::<&'static str>);
    let tallest = Signal::derive(move || app.model.with(|model| model.settings.checks.tallest_mm));
    let save = move || match (first.get_untracked(), second.get_untracked()) {
        (None, None) => problem.set(Some(tr!(checks.height_missing))),
        (Some(one), Some(other)) if one.abs_diff(other) > FAR_APART => {
            problem.set(Some(tr!(checks.height_apart)));
        }
        (one, other) => {
            let (one, other) = (one.or(other), other.or(one));
            if let (Some(one), Some(other)) = (one, other) {
                problem.set(None);
                note(
                    app,
                    Kind::Height {
                        mm: u16::midpoint(one, other),
                    },
                );
                heights.set(Heights::default());
            }
        }
    };
    let into = |place: fn(&mut Heights) -> &mut Option<u16>| {
        Callback::new(move |read: Result<Option<u16>, NotAQuantity>| {
            heights.update(|heights| *place(heights) = read.unwrap_or_default());
        })
    };
    view! {
        <section class="card card--pad">
            <h2>{tr!(checks.measure_now)}</h2>
            <Choice
                legend=tr!(checks.unit)
                name="unit"
                options=vec![
                    (LengthUnit::Centimetres, tr!(checks.unit_cm).to_owned()),
                    (LengthUnit::Feet, tr!(checks.unit_feet).to_owned()),
                ]
                value=move || unit.get()
                on_choose=move |unit| app.set(|settings| settings.checks.unit = Some(unit))
            />
            <HeightField
                ids=("tallest", "tallest-in")
                name=tr!(checks.tallest)
                hint=tr!(checks.tallest_hint)
                unit
                mm=tallest
                on_read=Callback::new(move |read: Result<Option<u16>, NotAQuantity>| {
                    if let Ok(mm) = read {
                        app.set(|settings| settings.checks.tallest_mm = mm);
                    }
                })
            />
            <HeightField
                ids=("first", "first-in")
                name=tr!(checks.first_height)
                hint=tr!(checks.first_hint)
                unit
                mm=first
                on_read=into(|heights| &mut heights.first)
            />
            <HeightField
                ids=("second", "second-in")
                name=tr!(checks.second_height)
                hint=tr!(checks.second_hint)
                unit
                mm=second
                on_read=into(|heights| &mut heights.second)
            />
            <p class="field__message" role="alert">
                {move || problem.get()}
            </p>
            <button type="button" class="btn btn--go btn--wide" on:click=move |_| save()>
                {tr!(checks.note_height)}
            </button>
        </section>
    }
}

/// A height to write: one field for centimetres, two for feet and inches. A whole height may be pasted into
/// the first ("5'7\"", "1,70 m"). What cannot be read is told at the field and stays as it was written.
#[component]
fn HeightField(
    /// The fields' names in the page.
    ids: (&'static str, &'static str),
    /// What is asked for.
    name: &'static str,
    /// A line below the name.
    hint: &'static str,
    /// How it is written.
    unit: Signal<LengthUnit>,
    /// What is known, in millimetres.
    #[prop(into)]
    mm: Signal<Option<u16>>,
    /// Hears what was written; `None` where it was wiped out.
    on_read: Callback<Result<Option<u16>, NotAQuantity>>,
) -> impl IntoView {
    let parts = RwSignal::new((String::new(), String::new()));
    let message = RwSignal::new(None::<String>);
    // What these fields told last: what comes back unchanged is not written over the person's own text.
    let told = StoredValue::new(None::<u16>);
    // What was probably meant by what can be read in two ways.
    let asked = RwSignal::new(None::<u16>);
    let shown = move |mm: Option<u16>, unit| {
        parts.set(
            mm.map(|mm| checks::height_in_fields(mm, unit))
                .unwrap_or_default(),
        );
    };
    Effect::new(move |before: Option<LengthUnit>| {
        let (mm, unit) = (mm.get(), unit.get());
        if before != Some(unit) || mm != told.get_value() {
            told.set_value(mm);
            shown(mm, unit);
            message.set(None);
            asked.set(None);
        }
        unit
    });
    let read_parts = move || {
        let unit = unit.get_untracked();
        let (whole, inches) = parts.get_untracked();
        if whole.trim().is_empty() {
            message.set(None);
            asked.set(None);
            told.set_value(None);
            on_read.run(Ok(None));
            return;
        }
        let is_pasted = inches.trim().is_empty();
        let read = if is_pasted {
            read(&whole, unit)
        } else {
            read(&format!("{whole} ft {inches}"), unit)
        };
        told.set_value(read.ok());
        let limit = |mm| checks::height(mm, unit);
        asked.set(meant(&whole, unit).filter(|_| is_pasted));
        if let Some(mm) = asked.get_untracked() {
            let what = checks::height(mm, LengthUnit::Feet);
            message.set(Some(tr!(field.do_you_mean, what = what)));
        } else {
            say_expected(message, read.err(), &limit(LEAST), &limit(MOST));
        }
        if let (Ok(mm), true) = (read, is_pasted && whole.trim().len() > 1) {
            shown(Some(mm), unit);
        }
        on_read.run(read.map(Some));
    };
    let first = Callback::new(move |text: String| {
        parts.update(|parts| parts.0 = text);
        read_parts();
    });
    let yes = move |mm: u16| {
        asked.set(None);
        message.set(None);
        told.set_value(Some(mm));
        shown(Some(mm), unit.get_untracked());
        on_read.run(Ok(Some(mm)));
        browser_page::focus(ids.0, true);
    };
    let second = Callback::new(move |text: String| {
        parts.update(|parts| parts.1 = text);
        read_parts();
    });
    // The message stands at the field that was written last in the reading order.
    let at_second = move || parts.with(|parts| !parts.1.trim().is_empty());
    let first_message = Signal::derive(move || message.get().filter(|_| !at_second()));
    let second_message = Signal::derive(move || message.get().filter(|_| at_second()));
    let is_feet = move || unit.get() == LengthUnit::Feet;
    let first_name = Signal::derive(move || {
        if is_feet() {
            tr!(checks.feet_of, what = name)
        } else {
            format!("{name} ({})", tr!(checks.unit_cm_short))
        }
    });
    view! {
        <NumberField
            id=ids.0
            name=first_name
            hint=hint
            value=Signal::derive(move || parts.with(|parts| parts.0.clone()))
            message=first_message
            keypad=Signal::derive(move || {
                if is_feet() { Keypad::Letters } else { Keypad::Decimal }
            })
            on_change=first
        />
        {move || {
            asked
                .get()
                .map(|mm| {
                    view! {
                        <div class="line">
                            <button type="button" class="btn btn--outline" on:click=move |_| yes(mm)>
                                {tr!(field.yes)}
                            </button>
                            <p class="soft">{tr!(field.or_like_this)}</p>
                        </div>
                    }
                })
        }}
        <Show when=is_feet>
            <NumberField
                id=ids.1
                name=tr!(checks.inches_of, what = name)
                value=Signal::derive(move || parts.with(|parts| parts.1.clone()))
                message=second_message
                on_change=second
            />
        </Show>
    }
}

/// The latest height beside the tallest and the earlier ones, and whether a visit is worth it.
#[component]
fn Compared(unit: Signal<LengthUnit>) -> impl IntoView {
    let app = use_app();
    let compared = move || {
        app.model.with(|model| {
            let tallest = model.settings.checks.tallest_mm;
            compare(&model.journal, tallest).map(|compared| (compared, tallest))
        })
    };
    move || {
        let unit = unit.get();
        compared().map(|(compared, tallest)| {
            let height = |mm| checks::height(mm, unit);
            let below_tallest = match (compared.below_tallest, tallest) {
                (Some(0), Some(tallest)) => {
                    tr!(checks.height_at_tallest, height = height(tallest))
                }
                (Some(loss), Some(tallest)) => tr!(
                    checks.height_below_tallest,
                    loss = checks::length(loss, unit),
                    height = height(tallest)
                ),
                _ => tr!(checks.height_no_tallest).to_owned(),
            };
            let below_earlier = compared.below_earlier.map(|(earlier, loss)| {
                tr!(
                    checks.height_below_earlier,
                    loss = checks::length(loss, unit),
                    height = height(earlier.mm),
                    day = words::dates::full_day(earlier.day)
                )
            });
            let visit = compared.is_worth_a_visit();
            let verdict = match (visit, compared.reads_like_the_limit(unit)) {
                (true, _) => tr!(checks.height_visit),
                (false, true) => tr!(checks.height_close),
                (false, false) => tr!(checks.height_no_visit),
            };
            view! {
                <section class="card card--pad" class:card--sun=visit>
                    <h2>{tr!(checks.compared)}</h2>
                    <p>
                        {tr!(
                            checks.height_now,
                            height = height(compared.now.mm),
                            day = words::dates::full_day(compared.now.day)
                        )}
                    </p>
                    <p>{below_tallest}</p>
                    {below_earlier.map(|text| view! { <p>{text}</p> })}
                    <p>
                        <strong>{verdict}</strong>
                    </p>
                    {grounds_of(&[Says::HeightLimits])}
                </section>
            }
        })
    }
}
