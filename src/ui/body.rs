//! The body from the front and from behind, as a picture in which a tap marks a part.
//!
//! It is for those who point. The same parts stand in a list of boxes beside it, which serves a keyboard, a screen reader and
//! an unsteady hand alike; so the parts are no buttons of their own, of which the small ones would miss every finger.

use leptos::prelude::*;

use super::drawings::body::{FROM_BEHIND, FROM_FRONT, GROUND, HALF, MIRRORED, SHEET};
use super::drawings::drawn;
use crate::domain::body::Region;
use crate::tr;

/// Parts that reach over the middle, with the ground that each has on the sheet.
type Middle = &'static [(Region, &'static str)];
/// Parts with two sides: the one at the viewer's right, the one at the left, and the ground of the first.
type Sides = &'static [(Region, Region, &'static str)];

const FRONT: Middle = &[
    (Region::Head, "M0 0H100V21.5H0Z"),
    (Region::Jaw, "M0 21.5H100V34H0Z"),
    (Region::Chest, "M37 34H63V50L69.4 59V76H30.6V59L37 50Z"),
    (Region::Belly, "M30.6 76H69.4L76 103H24Z"),
];
const FRONT_SIDES: Sides = &[
    (
        Region::LeftShoulder,
        Region::RightShoulder,
        "M63 34H100V59H69.4L63 50Z",
    ),
    (
        Region::LeftArm,
        Region::RightArm,
        "M69.4 59H100V108L82 112 76 103 69.4 76Z",
    ),
    (
        Region::LeftHand,
        Region::RightHand,
        "M82 112L100 108V150H80Z",
    ),
    (Region::LeftHip, Region::RightHip, "M50 103H76L80 126H50Z"),
    (Region::LeftThigh, Region::RightThigh, "M50 126H80V159H50Z"),
    (Region::LeftKnee, Region::RightKnee, "M50 159H100V180H50Z"),
    (Region::LeftShin, Region::RightShin, "M50 180H100V212H50Z"),
    (Region::LeftFoot, Region::RightFoot, "M50 212H100V236H50Z"),
];
const BEHIND: Middle = &[
    (Region::Head, "M0 0H100V25H0Z"),
    (Region::Neck, "M0 25H100V38H0Z"),
    (Region::UpperBack, "M37 38H63V50L69.4 59V66H30.6V59L37 50Z"),
    (Region::MiddleBack, "M30.6 66H69.4V85H30.6Z"),
    (Region::LowerBack, "M30.6 85H69.4L75 106H25Z"),
    (Region::Seat, "M25 106H75L80 128H20Z"),
];
const BEHIND_SIDES: Sides = &[
    (
        Region::RightShoulder,
        Region::LeftShoulder,
        "M63 38H100V59H69.4L63 50Z",
    ),
    (
        Region::RightArm,
        Region::LeftArm,
        "M69.4 59H100V108L82 112 75 106 69.4 85Z",
    ),
    (
        Region::RightHand,
        Region::LeftHand,
        "M82 112L100 108V150H80Z",
    ),
    (Region::RightThigh, Region::LeftThigh, "M50 128H80V159H50Z"),
    (Region::RightKnee, Region::LeftKnee, "M50 159H100V180H50Z"),
    (Region::RightCalf, Region::LeftCalf, "M50 180H100V212H50Z"),
    (Region::RightHeel, Region::LeftHeel, "M50 212H100V236H50Z"),
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
    let (name, sides, clip) = if behind {
        (
            tr!(note.behind),
            [tr!(note.left), tr!(note.right)],
            "body-behind",
        )
    } else {
        (
            tr!(note.front),
            [tr!(note.right), tr!(note.left)],
            "body-front",
        )
    };
    let parts = parts(behind);
    let shown = parts
        .iter()
        .map(|(region, ground, place)| {
            let region = *region;
            let is_marked = move || marked.with(|marked| marked.contains(&region));
            view! {
                <path class="body__part" class:is-marked=is_marked d=*ground transform=*place></path>
            }
        })
        .collect_view();
    let tapped = parts
        .into_iter()
        .map(|(region, ground, place)| {
            view! {
                <path
                    class="body__tap"
                    d=ground
                    transform=place
                    on:click=move |_| {
                        let is_marked = marked.with_untracked(|marked| marked.contains(&region));
                        on_mark.run((region, !is_marked));
                    }
                ></path>
            }
        })
        .collect_view();
    let lines = if behind {
        drawn(&FROM_BEHIND)
    } else {
        drawn(&FROM_FRONT)
    };
    view! {
        <div class="body">
            <h3>{name}</h3>
            <p class="body__sides" aria-hidden="true">
                {sides.map(|side| view! { <span>{side}</span> }).collect_view()}
            </p>
            <svg class="figure body__map" viewBox=SHEET role="img" aria-label=name>
                <clipPath id=clip>
                    <path d=HALF></path>
                    <path d=HALF transform=MIRRORED></path>
                </clipPath>
                {drawn(&GROUND)}
                <g clip-path=format!("url(#{clip})")>{shown}</g>
                {lines}
                {tapped}
            </svg>
        </div>
    }
}

/// All parts of a view, each with its ground and where that is turned to.
fn parts(behind: bool) -> Vec<(Region, &'static str, &'static str)> {
    let (middle, sides) = if behind {
        (BEHIND, BEHIND_SIDES)
    } else {
        (FRONT, FRONT_SIDES)
    };
    let middle = middle.iter().map(|(region, ground)| (*region, *ground, ""));
    let sides = sides
        .iter()
        .flat_map(|(right, left, ground)| [(*right, *ground, ""), (*left, *ground, MIRRORED)]);
    middle.chain(sides).collect()
}
