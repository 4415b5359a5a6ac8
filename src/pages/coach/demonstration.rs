//! The figure doing a plan's movement over and over, to be watched before it is done.

use leptos::prelude::*;

use crate::browser::frames::Frames;
use crate::domain::figure::{Doing, Moment};
use crate::domain::routine::Plan;
use crate::state::use_app;
use crate::tr;
use crate::ui::figure::FigureView;
use crate::ui::icon::{Icon, IconView};

use super::super::today::showing;

/// A page that was hidden or slow goes on where it was.
const LONGEST_FRAME_MS: f64 = 100.0;

/// The figure, and a button that has it stand still. For who wants less motion it stands until it is asked to move.
#[component]
pub fn Demonstration(
    /// What it does.
    plan: Plan,
) -> impl IntoView {
    let app = use_app();
    let moves = RwSignal::new(untrack(|| !app.look.reduced_motion()));
    let elapsed_ms = RwSignal::new(0.0);
    let frames = StoredValue::new_local(None);
    Effect::new(move |_| {
        let running = moves.get().then(|| {
            let mut before = None;
            Frames::start(move |now| {
                let passed = now - before.replace(now).unwrap_or(now);
                elapsed_ms.update(|ms| *ms += passed.min(LONGEST_FRAME_MS));
            })
        });
        frames.set_value(running);
    });
    let longer_leg = app.manner().leg_back(plan.style);
    let moment = Signal::derive(move || {
        let ms = elapsed_ms.get();
        if ms == 0.0 {
            return Moment {
                longer_leg,
                ..showing(plan)
            };
        }
        let (beat, share, other_side) = plan.beat_at(ms);
        Moment {
            doing: Doing::Beat {
                beat,
                share,
                other_side,
            },
            longer_leg,
            ..showing(plan)
        }
    });
    let name = move || {
        if moves.get() {
            tr!(moves.figure_stop)
        } else {
            tr!(moves.figure_go)
        }
    };
    view! {
        <div class="card__art demonstration">
            <FigureView moment=moment />
            <button
                type="button"
                class="btn"
                aria-label=name
                on:click=move |_| moves.update(|moves| *moves = !*moves)
            >
                {move || {
                    let icon = if moves.get() { Icon::Pause } else { Icon::Play };
                    view! { <IconView icon /> }
                }}
            </button>
        </div>
    }
}
