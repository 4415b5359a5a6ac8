//! The body, front and back, as a map of buttons over a silhouette.

use leptos::prelude::*;

use crate::domain::body::Region;
use crate::tr;
use crate::words::note;

/// The strokes of the body with their widths, on a ground of 116 by 205: head, trunk, arms, legs.
const STROKES: [(&str, u32); 4] = [
    ("M58 12v2", 24),
    ("M58 48v36", 50),
    ("M40 34 21 56l-7 33M76 34l19 22 7 33", 16),
    ("M46 92l-2 48v52M70 92l2 48v52", 24),
];

/// A side of the body. Left and right are the person's own, so they change sides between front and back.
#[component]
pub fn BodyMap(
    /// Whether it is seen from behind.
    behind: bool,
    /// What is marked.
    #[prop(into)]
    marked: Signal<Vec<Region>>,
    /// Hears a part and whether it is marked now.
    on_mark: Callback<(Region, bool)>,
) -> impl IntoView {
    let (front, back) = Region::ALL.split_at(Region::FROM_FRONT);
    let (name, sides, regions) = if behind {
        (tr!(note.behind), [tr!(note.left), tr!(note.right)], back)
    } else {
        (tr!(note.front), [tr!(note.right), tr!(note.left)], front)
    };
    view! {
        <div class="body" role="group" aria-label=name>
            <h3>{name}</h3>
            <p class="body__sides" aria-hidden="true">
                {sides.map(|side| view! { <span>{side}</span> }).collect_view()}
            </p>
            <div class="body__map">
                <svg viewBox="0 0 116 205" preserveAspectRatio="none" aria-hidden="true">
                    {STROKES
                        .map(|(path, width)| view! { <path d=path stroke-width=width></path> })
                        .collect_view()}
                </svg>
                {regions
                    .iter()
                    .map(|region| {
                        let region = *region;
                        let is_marked = move || marked.with(|marked| marked.contains(&region));
                        let (short, area) = place(region);
                        view! {
                            <button
                                type="button"
                                style:grid-area=area
                                aria-label=note::region(region)
                                aria-pressed=move || is_marked().to_string()
                                on:click=move |_| {
                                    on_mark.run((region, !untrack(is_marked)));
                                }
                            >
                                {short}
                            </button>
                        }
                    })
                    .collect_view()}
            </div>
        </div>
    }
}

/// The short word on a part, and its place in the map: row, column, last row, last column.
fn place(region: Region) -> (&'static str, &'static str) {
    use Region as R;
    match region {
        R::Head => (tr!(note.head), "1/2/2/3"),
        R::Jaw => (tr!(note.jaw), "1/3/2/4"),
        R::Chest => (tr!(note.chest), "2/2/3/4"),
        R::Belly => (tr!(note.belly), "3/2/4/4"),
        R::RightArm => (tr!(note.short_arm), "2/1/4/2"),
        R::LeftArm => (tr!(note.short_arm), "2/4/4/5"),
        R::RightHand => (tr!(note.short_hand), "4/1/5/2"),
        R::LeftHand => (tr!(note.short_hand), "4/4/5/5"),
        R::RightHip => (tr!(note.short_hip), "4/2/5/3"),
        R::LeftHip => (tr!(note.short_hip), "4/3/5/4"),
        R::RightThigh => (tr!(note.short_thigh), "5/2/6/3"),
        R::LeftThigh => (tr!(note.short_thigh), "5/3/6/4"),
        R::RightKnee => (tr!(note.short_knee), "6/2/7/3"),
        R::LeftKnee => (tr!(note.short_knee), "6/3/7/4"),
        R::RightShin => (tr!(note.short_shin), "7/2/8/3"),
        R::LeftShin => (tr!(note.short_shin), "7/3/8/4"),
        R::RightFoot => (tr!(note.short_foot), "8/2/9/3"),
        R::LeftFoot => (tr!(note.short_foot), "8/3/9/4"),
        R::Neck => (tr!(note.neck), "1/2/2/4"),
        R::LeftShoulder => (tr!(note.short_shoulder), "2/1/3/2"),
        R::RightShoulder => (tr!(note.short_shoulder), "2/4/3/5"),
        R::UpperBack => (tr!(note.upper_back), "2/2/3/4"),
        R::MiddleBack => (tr!(note.short_middle), "3/2/4/4"),
        R::LowerBack => (tr!(note.lower_back), "4/2/5/4"),
        R::Seat => (tr!(note.short_seat), "5/2/6/4"),
        R::LeftCalf => (tr!(note.short_calf), "7/2/8/3"),
        R::RightCalf => (tr!(note.short_calf), "7/3/8/4"),
        R::LeftHeel => (tr!(note.short_heel), "8/2/9/3"),
        R::RightHeel => (tr!(note.short_heel), "8/3/9/4"),
    }
}
