//! Facts with figures: a picture of a hundred people, age, a lifetime; and folded, a broken hip in context and two stories.

use leptos::prelude::*;

use crate::content::stories::{Group, StoryId};
use crate::route::Route;
use crate::tr;
use crate::ui::drawings::people::{HundredPeople, OnePerson};
use crate::ui::evidence::{Sentence, Statements, each};
use crate::ui::page_head::PageHead;
use crate::words::stories;

/// W1–W6.
#[component]
pub fn FactsPage() -> impl IntoView {
    use StoryId as S;
    view! {
        <div class="page page--wide">
            <PageHead title=tr!(shell.facts_title).to_owned() />
            <section class="card card--pad">
                <h2>{tr!(stories.people_title)}</h2>
                <p>{tr!(stories.measured)}</p>
                <Key />
                <div class="hundreds">
                    {Group::ALL.iter().map(|group| picture(*group)).collect_view()}
                </div>
                <details class="more more--target">
                    <summary>{tr!(stories.table)}</summary>
                    <Table />
                </details>
                {each(said(&[S::W4]))}
            </section>
            {card(tr!(stories.age_title), &[S::W6, S::W6Breaks])}
            {card(tr!(stories.uk_title), &[S::UkShare])}
            <div class="card folds folds--card">
                {fold(tr!(stories.hip_title), &[S::W5, S::W5Depends, S::W5Article])}
                {fold(tr!(stories.story_one), &[S::W1])} {fold(tr!(stories.story_two), &[S::W2])}
                {fold(tr!(stories.stories_title), &[S::W3, S::W3Why, S::W3Do, S::Plan])}
            </div>
            <a class="btn btn--wide" href=Route::Sources.href()>
                {tr!(stories.sources_link)}
            </a>
        </div>
    }
}

fn said(ids: &[StoryId]) -> Vec<Sentence> {
    ids.iter()
        .map(|id| (stories::story(*id), id.grounds()))
        .collect()
}

fn card(title: &'static str, ids: &[StoryId]) -> AnyView {
    view! {
        <section class="card card--pad">
            <h2>{title}</h2>
            {each(said(ids))}
        </section>
    }
    .into_any()
}

fn fold(title: &'static str, ids: &[StoryId]) -> AnyView {
    view! {
        <details class="fold">
            <summary>
                <h2>{title}</h2>
            </summary>
            <Statements all=said(ids) />
        </details>
    }
    .into_any()
}

fn picture(group: Group) -> AnyView {
    let people = group.shares().of_hundred();
    let [osteoporosis, low, neither] = people;
    let name = stories::group(group);
    let label = tr!(
        stories.picture,
        group = name,
        osteoporosis = osteoporosis,
        low = low,
        neither = neither
    );
    view! {
        <figure>
            <figcaption>{name}</figcaption>
            <HundredPeople people label />
        </figure>
    }
    .into_any()
}

/// What the three kinds of people mean.
#[component]
fn Key() -> impl IntoView {
    let kinds = [
        tr!(stories.key_osteoporosis),
        tr!(stories.key_low),
        tr!(stories.key_neither),
    ];
    view! {
        <ul class="key">
            {kinds
                .into_iter()
                .zip(0..)
                .map(|(words, kind)| view! { <li><OnePerson kind />{words}</li> })
                .collect_view()}
        </ul>
    }
}

/// The same in figures: two columns, so that it fits the narrowest screen.
#[component]
fn Table() -> impl IntoView {
    let groups = Group::ALL
        .iter()
        .map(|group| {
            let shares = group.shares();
            let rows = [
                (tr!(stories.osteoporosis), shares.osteoporosis),
                (tr!(stories.low), shares.low),
                (tr!(stories.neither), shares.neither()),
            ];
            view! {
                <tbody>
                    <tr>
                        <th scope="rowgroup" colspan="2">
                            {stories::group(*group)}
                        </th>
                    </tr>
                    {rows
                        .map(|(name, tenths)| {
                            view! {
                                <tr>
                                    <th scope="row" class="table__plain">
                                        {name}
                                    </th>
                                    <td>{format!("{}.{}", tenths / 10, tenths % 10)}</td>
                                </tr>
                            }
                        })
                        .collect_view()}
                </tbody>
            }
        })
        .collect_view();
    view! {
        <table class="table">
            <caption>{tr!(stories.table)}</caption>
            {groups}
        </table>
    }
}
