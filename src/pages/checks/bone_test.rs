//! Who should ask for a bone-density test: reasons to bring to a doctor, and what two views say. Never a score.

use leptos::prelude::*;

use super::home_safety::tick;
use super::parts::{SafetyFirst, Told, grounds_of};
use crate::content::checks::{BONE_ABOUT, BONE_VIEWS, REASONS, Says};
use crate::domain::bone_test::{self, Told as Known};
use crate::domain::checks::List;
use crate::domain::height::compare;
use crate::domain::model::Model;
use crate::pages::person::AgeAndSex;
use crate::state::use_app;
use crate::tr;
use crate::words::checks;

/// Age and sex, what is true, the reasons, the two views, and what the test is.
pub fn page() -> impl IntoView {
    view! {
        <SafetyFirst lines=&[Says::BoneSafe] />
        <section class="card card--pad">
            <h2>{tr!(checks.bone_about_you)}</h2>
            <AgeAndSex />
        </section>
        <section class="card card--pad">
            <fieldset class="choice">
                <legend>
                    <h2>{tr!(checks.bone_true)}</h2>
                </legend>
                <p class="soft">{tr!(checks.bone_true_hint)}</p>
                <div class="choice__list choice__list--one">
                    {REASONS
                        .iter()
                        .map(|reason| tick(*reason, List::BoneTest))
                        .collect_view()}
                </div>
            </fieldset>
            {grounds_of(REASONS)}
        </section>
        <Outcome />
        <section class="card card--pad">
            <h2>{tr!(checks.bone_what_they_say)}</h2>
            <Told lines=BONE_VIEWS />
            <p class="soft">{tr!(checks.not_affiliated)}</p>
        </section>
        <section class="card card--pad">
            <h2>{tr!(checks.bone_what)}</h2>
            <Told lines=BONE_ABOUT />
        </section>
    }
}

/// The reasons that were given, and what the two views say for them.
#[component]
fn Outcome() -> impl IntoView {
    let app = use_app();
    let known = move || app.model.with(known);
    view! {
        <section class="card card--pad card--walnut">
            <h2>{tr!(checks.bone_bring)}</h2>
            {move || {
                let reasons = app.model.with(reasons);
                if reasons.is_empty() {
                    return view! { <p>{tr!(checks.bone_none)}</p> }.into_any();
                }
                let items = reasons
                    .into_iter()
                    .map(|reason| view! { <li>{reason}</li> })
                    .collect_view();
                view! { <ul class="bullets">{items}</ul> }.into_any()
            }}
            <h3>{tr!(checks.bone_views_you)}</h3>
            <dl class="views">
                <dt>{tr!(checks.task_force)}</dt>
                <dd>{move || checks::task_force(bone_test::task_force(known()))}</dd>
                <dt>{tr!(checks.foundation)}</dt>
                <dd>{move || checks::foundation(bone_test::foundation(known()))}</dd>
            </dl>
        </section>
    }
}

/// What decides, of what is known.
fn known(model: &Model) -> Known {
    let ticks = &model.settings.checks.bone_test;
    let has = |reason: Says| ticks.has(reason.key());
    let person = &model.settings.person;
    let any = |of: &[Says]| of.iter().any(|reason| has(*reason));
    Known {
        age: person.age_on(model.today),
        sex: person.sex,
        broke_after_50: has(Says::BoneBreak),
        thinning_cause: any(&[
            Says::BoneSteroids,
            Says::BoneMedicines,
            Says::BoneConditions,
        ]),
        other_risk: any(&[
            Says::BoneHeight,
            Says::BoneParent,
            Says::BoneEarly,
            Says::BoneThin,
            Says::BoneSmoke,
            Says::BoneAlcohol,
            Says::BoneFalls,
        ]) || height_points_to_it(model),
    }
}

fn height_points_to_it(model: &Model) -> bool {
    compare(&model.journal, model.settings.checks.tallest_mm)
        .is_some_and(|compared| compared.is_worth_a_visit())
}

/// The reasons in words, as they could be read out to a doctor.
fn reasons(model: &Model) -> Vec<String> {
    let ticks = &model.settings.checks.bone_test;
    let known = known(model);
    let by_age = bone_test::foundation(Known {
        age: known.age,
        sex: known.sex,
        ..Known::default()
    }) == bone_test::Foundation::AdvisesByAge;
    let age = known.age.filter(|_| by_age);
    let height = height_points_to_it(model).then(|| tr!(checks.bone_height_seen).to_owned());
    let ticked = REASONS
        .iter()
        .filter(|reason| ticks.has(reason.key()))
        .map(|reason| checks::says(*reason).to_owned());
    age.map(|age| tr!(checks.bone_age_reason, age = age))
        .into_iter()
        .chain(ticked)
        .chain(height)
        .collect()
}
