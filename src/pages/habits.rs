//! What to go easy on: what is known of each, a small idea, and a tally for whoever wants one.

use leptos::prelude::*;

use crate::content::habits::{HabitClaim, INTRODUCTION, told};
use crate::domain::entry::Kind;
use crate::domain::habits::{self, Habit, Tally};
use crate::pages::taken_back::taken_back;
use crate::state::use_app;
use crate::tr;
use crate::ui::choice::Switch;
use crate::ui::evidence::{Sentence, Statements, how_sure, marked};
use crate::ui::page_head::PageHead;
use crate::words;

/// The page.
#[component]
pub fn HabitsPage() -> impl IntoView {
    view! {
        <div class="page">
            <PageHead title=tr!(shell.habits_title).to_owned()>
                <p class="lead">{tr!(habits.lead)}</p>
                <p class="soft">{tr!(habits.tallies)}</p>
            </PageHead>
            <div class="card folds folds--card">
                {Habit::ALL.map(|habit| view! { <HabitRow habit /> }).collect_view()}
                <details class="fold">
                    <summary>
                        <h2>{tr!(habits.said)}</h2>
                    </summary>
                    <Statements all=grounded(INTRODUCTION) />
                </details>
            </div>
        </div>
    }
}

fn grounded(claims: &[HabitClaim]) -> Vec<Sentence> {
    claims
        .iter()
        .map(|claim| (words::habits::claim(*claim), claim.grounds()))
        .collect()
}

/// A habit in a line, with its taps where they are counted. A tap tells what is known, a small idea, and has the switch.
#[component]
fn HabitRow(habit: Habit) -> impl IntoView {
    let app = use_app();
    let (known, tip) = told(habit);
    let is_tallied =
        Memo::new(move |_| app.model.with(|model| model.settings.eating.tallies(habit)));
    let said = grounded(&[known, &[tip]].concat());
    let below = how_sure(&said);
    let mut said: Vec<AnyView> = said.into_iter().map(marked).collect();
    let tip = said.pop();
    view! {
        <div class="folds__item">
            <details class="fold">
                <summary>
                    <h2>{words::habits::habit(habit)}</h2>
                </summary>
                <div class="said">
                    {said} <h3>{tr!(habits.tip)}</h3> {tip} {below}
                    <Switch
                        name=words::habits::switch(habit)
                        on=is_tallied
                        unavailable=Signal::stored(None)
                        on_switch=Callback::new(move |is_on| {
                            app.set(|settings| settings.eating.set_tally(habit, is_on));
                        })
                    />
                </div>
            </details>
            {move || is_tallied.get().then(|| view! { <TallyRow habit /> })}
        </div>
    }
}

/// The taps of a habit: what was noted, one more, and one back.
#[component]
fn TallyRow(habit: Habit) -> impl IntoView {
    let app = use_app();
    let taps = Memo::new(move |_| {
        app.model
            .with(|model| habits::taps(&model.journal, habit, model.today))
    });
    let text = move || {
        let taps = taps.read();
        match habit.tally() {
            Tally::Count => tr!(
                habits.count_today,
                n = taps.today.len().to_string(),
                week = taps.in_week.to_string()
            ),
            Tally::KeptEasy if taps.days == 1 => tr!(habits.day_noted).to_owned(),
            Tally::KeptEasy => tr!(habits.days_noted, days = taps.days.to_string()),
        }
    };
    // A day is kept easy once; a count goes on.
    let may_tap = move || habit.tally() == Tally::Count || taps.read().today.is_empty();
    let note = move |_| {
        if !may_tap() {
            return;
        }
        app.note(Kind::Habit {
            habit: habit.key().to_owned(),
        });
        app.tell(tr!(habits.noted));
    };
    let take_back = move |_| {
        if let Some(last) = taps.get_untracked().today.pop() {
            app.undo(last);
        }
    };
    let name = words::habits::habit(habit);
    view! {
        <p>{text}</p>
        <div class="line">
            <button
                type="button"
                class="btn btn--outline"
                aria-disabled=move || (!may_tap()).then_some("true")
                on:click=note
            >
                {words::habits::tap(habit)}
            </button>
            <button
                type="button"
                class="btn"
                aria-disabled=move || taps.read().today.is_empty().then_some("true")
                on:click=take_back
            >
                {tr!(habits.take_back)} " "
                <span class="unseen">{name}</span>
            </button>
        </div>
        {taken_back(move |kind| {
            matches!(kind, Kind::Habit { habit: key } if *key == habit.key())
        })}
    }
}
