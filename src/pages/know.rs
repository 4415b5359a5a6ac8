//! Know: the search, and the ways into what there is to know.

use leptos::prelude::*;

use crate::content::places::Place;
use crate::route::Route;
use crate::state::use_app;
use crate::tr;
use crate::ui::icon::Icon;
use crate::ui::link_row::LinkRow;
use crate::ui::page_head::PageHead;
use crate::ui::search_field::SearchField;
use crate::words::{screens, search};

/// The ways in, in the order of the page.
const WAYS: [(Place, Icon); 7] = [
    (Place::GetHelp, Icon::Phone),
    (Place::Symptoms, Icon::Book),
    (Place::LookAndNote, Icon::Pencil),
    (Place::Checks, Icon::Clipboard),
    (Place::Facts, Icon::People),
    (Place::Traditional, Icon::Leaf),
    (Place::Sources, Icon::Info),
];

/// A field to search, what it finds, and the ways in.
#[component]
pub fn KnowPage() -> impl IntoView {
    let query = use_app().query;
    let asks = Memo::new(move |_| !query.read().trim().is_empty());
    let found = Memo::new(move |_| {
        if asks.get() {
            search::index().find(&query.read())
        } else {
            Vec::new()
        }
    });
    let count = move || match found.read().len() {
        _ if !asks.get() => String::new(),
        0 => tr!(search.nothing).to_owned(),
        1 => tr!(search.found_one).to_owned(),
        count => tr!(search.found, count = count),
    };
    view! {
        <div class="page">
            <PageHead title=tr!(shell.know_title).to_owned() />
            <SearchField id="search" name=tr!(search.name) hint=tr!(search.hint) value=query />
            <p role="status">{count}</p>
            {move || {
                if !asks.get() {
                    return view! { <Ways name=tr!(shell.know_title) ways=WAYS.to_vec() /> }
                        .into_any();
                }
                let found = found.get();
                if found.is_empty() {
                    view! {
                        <p>{tr!(search.nothing_ways)}</p>
                        <Ways name=tr!(shell.know_title) ways=WAYS.to_vec() />
                    }
                        .into_any()
                } else {
                    let ways = found.into_iter().map(|at| (Place::ALL[at], face(at))).collect();
                    view! { <Ways name=tr!(search.results) ways /> }.into_any()
                }
            }}
        </div>
    }
}

/// The icon beside a page that was found: its own, if it has one.
fn face(at: usize) -> Icon {
    WAYS.iter()
        .find(|(place, _)| *place == Place::ALL[at])
        .map_or(Icon::Book, |(_, icon)| *icon)
}

/// Links to pages, each with a line about it.
#[component]
pub fn Ways(
    /// What the list is, for those who do not see it.
    name: &'static str,
    /// The pages.
    ways: Vec<(Place, Icon)>,
) -> impl IntoView {
    view! {
        <nav class="card rows" aria-label=name>
            {ways
                .into_iter()
                .map(|(place, icon)| {
                    let route = Route::of(place);
                    let (name, text) = (screens::title(route), search::line(place).into_any());
                    view! { <LinkRow href=route.href() icon=Some(icon) name text /> }
                })
                .collect_view()}
        </nav>
    }
}
