//! Facts with figures: two stories, a picture of a hundred people, age, and a broken hip in context.

use leptos::prelude::*;

use crate::content::stories::{Group, StoryId};
use crate::route::Route;
use crate::tr;
use crate::ui::drawings::people::{HundredPeople, OnePerson};
use crate::ui::evidence::Runs;
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
            {card(tr!(stories.stories_title), &[S::W3, S::W3Why, S::W3Do, S::Plan])}
            <section class="card card--pad">
                <h2>{tr!(stories.people_title)}</h2>
                <p>{tr!(stories.measured)}</p>
                <Key />
                <div class="hundreds">
                    {Group::ALL.iter().map(|group| picture(*group)).collect_view()}
                </div>
                <Table />
                <Runs said=said(&[S::W4]) />
            </section>
            {card(tr!(stories.age_title), &[S::W6, S::W6Breaks])}
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
            <Runs said=said(ids) />
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
