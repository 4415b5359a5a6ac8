//! Facts with figures: two stories, a picture of a hundred people, age, and a broken hip in context.

use leptos::prelude::*;

use crate::content::stories::{Group, Shares, StoryId};
use crate::route::Route;
use crate::tr;
use crate::ui::drawings::people::{HundredPeople, OnePerson};
use crate::ui::evidence::Statements;
use crate::ui::page_head::PageHead;
use crate::words::stories;

/// W1–W6.
#[component]
pub fn FactsPage() -> impl IntoView {
    use StoryId as S;
    view! {
        <div class="page page--wide">
            <PageHead title=tr!(shell.facts_title).to_owned() />
            <div class="two two--cards">
                {card(tr!(stories.story_one), &[S::W1])} {card(tr!(stories.story_two), &[S::W2])}
            </div>
            {card(tr!(stories.stories_title), &[S::W3])}
            <section class="card card--pad">
                <h2>{tr!(stories.people_title)}</h2>
                <p>{tr!(stories.measured)}</p>
                <Key />
                <div class="hundreds">
                    {Group::ALL.iter().map(|group| picture(*group)).collect_view()}
                </div>
                <Table />
                <Statements said=said(&[S::W4]) />
            </section>
            {card(tr!(stories.age_title), &[S::W6])}
            {card(tr!(stories.uk_title), &[S::UkShare])}
            {card(tr!(stories.hip_title), &[S::W5, S::W5Depends, S::W5Article])}
            <a class="btn btn--wide" href=Route::Sources.href()>
                {tr!(stories.sources_link)}
            </a>
        </div>
    }
}

fn said(ids: &[StoryId]) -> Vec<(&'static str, crate::content::evidence::Grounds)> {
    ids.iter()
        .map(|id| (stories::story(*id), id.grounds()))
        .collect()
}

fn card(title: &'static str, ids: &[StoryId]) -> AnyView {
    view! {
        <section class="card card--pad">
            <h2>{title}</h2>
            <Statements said=said(ids) />
        </section>
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

/// A row of the table: its name, and the share that stands in it.
type Row = (&'static str, fn(Shares) -> u16);

/// The same in figures.
#[component]
fn Table() -> impl IntoView {
    let head = Group::ALL
        .iter()
        .map(|group| view! { <th scope="col">{stories::group(*group)}</th> })
        .collect_view();
    let rows: [Row; 3] = [
        (tr!(stories.osteoporosis), |shares| shares.osteoporosis),
        (tr!(stories.low), |shares| shares.low),
        (tr!(stories.neither), Shares::neither),
    ];
    view! {
        <table class="table">
            <caption class="soft">{tr!(stories.table)}</caption>
            <thead>
                <tr>
                    <th scope="col">{tr!(stories.table_group)}</th>
                    {head}
                </tr>
            </thead>
            <tbody>
                {rows
                    .map(|(name, share)| {
                        let cells = Group::ALL
                            .iter()
                            .map(|group| {
                                let tenths = share(group.shares());
                                view! { <td>{format!("{}.{}", tenths / 10, tenths % 10)}</td> }
                            })
                            .collect_view();
                        view! {
                            <tr>
                                <th scope="row">{name}</th>
                                {cells}
                            </tr>
                        }
                    })
                    .collect_view()}
            </tbody>
        </table>
    }
}
