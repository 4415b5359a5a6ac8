//! Journal: what was done lately; the calendar to come.

use leptos::prelude::*;

use crate::state::use_app;
use crate::tr;
use crate::ui::page_head::PageHead;
use crate::words;

/// How many of the latest entries are shown.
const LATEST: usize = 20;

/// The latest entries, newest first.
#[component]
pub fn JournalPage() -> impl IntoView {
    let app = use_app();
    let rows = Memo::new(move |_| {
        app.model.with(|model| {
            model
                .journal
                .counted()
                .rev()
                .filter_map(|entry| {
                    let line = words::journal::line(&entry.kind)?;
                    Some((entry.day, entry.at, line))
                })
                .take(LATEST)
                .collect::<Vec<_>>()
        })
    });
    view! {
        <div class="page">
            <PageHead title=tr!(shell.journal_title).to_owned() />
            <p class="lead">{tr!(shell.journal_soon)}</p>
            <section class="card card--pad">
                <h2>{tr!(shell.journal_recent)}</h2>
                {move || {
                    if rows.read().is_empty() {
                        view! { <p>{tr!(shell.journal_empty)}</p> }.into_any()
                    } else {
                        view! {
                            <ul class="bullets">
                                {rows
                                    .get()
                                    .into_iter()
                                    .map(|(day, _, line)| {
                                        view! {
                                            <li>
                                                <b>{words::dates::short_day(day)}</b>
                                                {": "}
                                                {line}
                                            </li>
                                        }
                                    })
                                    .collect_view()}
                            </ul>
                        }
                            .into_any()
                    }
                }}
            </section>
        </div>
    }
}
