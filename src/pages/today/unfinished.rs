//! A session that waits, on Today: go on with it, or end it.

use leptos::prelude::*;

use crate::route::Route;
use crate::state::use_app;
use crate::tr;
use crate::ui::live::live_text;
use crate::words;

/// A session that waits: paused here, or cut off by a reload or a crash.
#[component]
pub fn Unfinished() -> impl IntoView {
    let app = use_app();
    let waiting = Memo::new(move |_| {
        app.coaching
            .session
            .with(Clone::clone)
            .or_else(|| app.model.with(|model| model.unfinished.clone()))
    });
    move || {
        let session = waiting.get()?;
        let coach = &session.coach;
        let text = tr!(
            today.unfinished_text,
            what = words::moves::exercise(coach.plan().routine, coach.plan().style),
            reps = coach.reps_done(),
            total = coach.plan().total_reps(),
            time = words::coach::minutes(coach.elapsed_ms())
        );
        let text = live_text(move || app.saving.and_kept(&text, tr!(coach.done_is_kept)));
        let (to_end, to_resume) = (session.clone(), session);
        Some(view! {
            <section class="card card--pad card--walnut">
                <h2>{tr!(today.unfinished_title)}</h2>
                <p>{text}</p>
                <button
                    type="button"
                    class="btn btn--go btn--wide"
                    on:click=move |_| {
                        app.coaching.resume(app, to_resume.clone());
                        app.navigation.go(Route::Coach);
                    }
                >
                    {tr!(today.resume)}
                </button>
                <button
                    type="button"
                    class="btn btn--wide"
                    on:click=move |_| {
                        app.coaching.end_unfinished(app, to_end.clone());
                        app.tell(tr!(today.fresh_done));
                    }
                >
                    {tr!(today.start_fresh)}
                </button>
            </section>
        })
    }
}
