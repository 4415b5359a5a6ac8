//! Journal: what was done, day by day, all the way back.

use leptos::prelude::*;

use crate::state::use_app;
use crate::tr;
use crate::ui::page_head::PageHead;
use crate::words;

use super::focus_soon;

/// How many entries are shown at first, and how many more each time: always whole days.
const STEP: usize = 20;

/// The entries day by day, newest first.
#[component]
pub fn JournalPage() -> impl IntoView {
    let app = use_app();
    let wanted = RwSignal::new(STEP);
    let days = Memo::new(move |_| {
        app.model.with(|model| {
            let (days, more) = model.journal.latest_days(wanted.get());
            let rows: Vec<_> = days
                .iter()
                .map(|(day, entries)| {
                    let lines = entries.iter();
                    let lines: Vec<String> = lines
                        .filter_map(|entry| words::journal::line(&entry.kind))
                        .collect();
                    (*day, lines)
                })
                .collect();
            (rows, more)
        })
    });
    let older = move |_| {
        let first_new = days.with_untracked(|(rows, _)| rows.len());
        let entries =
            days.with_untracked(|(rows, _)| rows.iter().map(|row| row.1.len()).sum::<usize>());
        wanted.set(entries + STEP);
        // On with the reading where the older ones begin.
        focus_soon(day_id(first_new));
    };
    view! {
        <div class="page">
            <PageHead title=tr!(shell.journal_title).to_owned() />
            <section class="card card--pad">
                <h2>{tr!(shell.journal_recent)}</h2>
                {move || {
                    let (days, _) = days.get();
                    if days.is_empty() {
                        return view! { <p>{tr!(shell.journal_empty)}</p> }.into_any();
                    }
                    days.into_iter()
                        .enumerate()
                        .map(|(place, (day, lines))| {
                            view! {
                                <section class="stack stack--tight" aria-labelledby=day_id(place)>
                                    <h3 id=day_id(place) tabindex="-1">
                                        {words::dates::day_with_year_if_other(
                                            day,
                                            app.model.with_untracked(|model| model.today),
                                        )}
                                    </h3>
                                    <ul class="bullets">
                                        {lines
                                            .into_iter()
                                            .map(|line| view! { <li>{line}</li> })
                                            .collect_view()}
                                    </ul>
                                </section>
                            }
                        })
                        .collect_view()
                        .into_any()
                }}
                {move || {
                    days.with(|(_, more)| *more)
                        .then(|| {
                            view! {
                                <button type="button" class="btn btn--wide" on:click=older>
                                    {tr!(shell.journal_older)}
                                </button>
                            }
                        })
                }}
            </section>
        </div>
    }
}

fn day_id(place: usize) -> String {
    format!("day-{place}")
}
