//! After a note: what of "get help" may apply, as fixed text by rules. No reassurance where nothing does.

use leptos::prelude::*;

use crate::content::note_help::{Part, said_at_once, signs_for};
use crate::content::red_flags::Urgency;
use crate::domain::body::Note;
use crate::domain::entry::Kind;
use crate::pages::get_help::{CallButton, sign};
use crate::route::Route;
use crate::state::use_app;
use crate::tr;
use crate::ui::evidence::GroundsView;
use crate::ui::live::live_text;
use crate::words::help;

/// The heading of what may apply; it takes the focus after a note.
pub const OUTCOME: &str = "outcome";

/// What may apply to the note that was just saved, until it is taken back.
#[component]
pub fn Outcome(saved: RwSignal<Option<Note>>) -> impl IntoView {
    let app = use_app();
    let stands = move || {
        let saved = saved.get()?;
        let latest = app.model.with(|model| {
            model
                .journal
                .of_body()
                .rev()
                .find_map(|entry| match &entry.kind {
                    Kind::Note(note) => Some((**note).clone()),
                    _ => None,
                })
        });
        (latest.as_ref() == Some(&saved)).then_some(saved)
    };
    move || {
        stands().map(|note| {
            let flags = signs_for(&note);
            let urgent = flags.iter().any(|flag| flag.urgency() == Urgency::Now);
            let class = if urgent {
                "card card--pad card--alert"
            } else if flags.is_empty() {
                "card card--pad"
            } else {
                "card card--pad card--sun"
            };
            let body = if flags.is_empty() {
                view! { <p>{tr!(note.nothing_applies)}</p> }.into_any()
            } else {
                let groups = Urgency::ALL
                    .iter()
                    .filter_map(|urgency| {
                        let of = flags
                            .iter()
                            .copied()
                            .filter(|flag| flag.urgency() == *urgency);
                        let items = of
                            .map(|flag| {
                                let grounds = view! { <GroundsView grounds=flag.grounds() /> };
                                sign(flag, grounds.into_any())
                            })
                            .collect::<Vec<_>>();
                        (!items.is_empty())
                            .then(|| view! { <h3>{help::group(*urgency)}</h3> {items} })
                    })
                    .collect_view();
                view! {
                    <p>{tr!(note.may_apply_hint)}</p>
                    {urgent.then(|| view! { <CallButton /> })}
                    {groups}
                }
                .into_any()
            };
            view! {
                <section class=class>
                    <h2 id=OUTCOME tabindex="-1">
                        {tr!(note.may_apply)}
                    </h2>
                    <p class="soft">
                        {live_text(move || {
                            let is_kept = app.saving.is_kept();
                            if is_kept { tr!(note.saved) } else { tr!(note.noted) }.to_owned()
                        })}
                    </p>
                    {body}
                    <a class="btn btn--alert btn--wide" href=Route::GetHelp.href()>
                        {tr!(shell.get_help)}
                    </a>
                </section>
            }
        })
    }
}

/// What needs help now or today is said at once, under the line that says so.
#[component]
pub fn AtOnce(
    /// The part of the note that it stands under.
    part: Part,
) -> impl IntoView {
    let app = use_app();
    let flags = Memo::new(move |_| app.note_draft.with(|note| said_at_once(note, part)));
    move || {
        let flags = flags.get();
        let first = *flags.first()?;
        let now = first.urgency() == Urgency::Now;
        let class = if now {
            "card card--pad card--alert"
        } else {
            "card card--pad card--sun"
        };
        let signs = flags.into_iter().map(|flag| sign(flag, ().into_any()));
        Some(view! {
            <div class=class role="alert">
                <p>
                    <strong>{help::group(first.urgency())}</strong>
                </p>
                {now.then(|| view! { <CallButton /> })}
                {signs.collect_view()}
            </div>
        })
    }
}
