//! The figure as a drawing: joints in, strokes out.

use leptos::prelude::*;

use crate::domain::figure::{Body, Direction, GRIP, GROUND, Leg, Moment, Point, Scene};

/// The figure at a moment, with the chairs of its scene. Without a label it is decoration.
#[component]
pub fn FigureView(
    /// The moment to draw.
    #[prop(into)]
    moment: Signal<Moment>,
    /// What the drawing shows, in words.
    #[prop(optional, into)]
    label: Option<String>,
    /// Whether an arrow shows the direction of the movement.
    #[prop(default = true)]
    arrow: bool,
) -> impl IntoView {
    let scene = Memo::new(move |_| moment.get().scene());
    let body = Memo::new(move |_| moment.get().body());
    let direction = Memo::new(move |_| moment.get().direction().filter(|_| arrow));
    let near_leg = Signal::derive(move || leg_path(&body.read().near, body.read().hip));
    let near_foot = Signal::derive(move || line(&[body.read().near.heel, body.read().near.toe]));
    let torso = Signal::derive(move || line(&[body.read().hip, body.read().shoulder]));
    let arm = Signal::derive(move || {
        let Body {
            shoulder,
            elbow,
            hand,
            ..
        } = *body.read();
        line(&[shoulder, elbow, hand])
    });
    let far = move || {
        let (far, hip) = (body.read().far, body.read().hip);
        far.map(|leg| {
            view! {
                <g class="figure__far">
                    <path class="figure__leg" d=leg_path(&leg, hip)></path>
                    <path class="figure__foot" d=line(&[leg.heel, leg.toe])></path>
                </g>
            }
        })
    };
    let role = if label.is_some() {
        "img"
    } else {
        "presentation"
    };
    let hidden = label.is_none().then_some("true");
    view! {
        <svg class="figure" viewBox="-4 -8 112 118" role=role aria-label=label aria-hidden=hidden>
            <path class="figure__ground" d=format!("M2 {}H102", tenths(GROUND))></path>
            {move || chairs(scene.get())}
            {far}
            <path class="figure__torso" d=torso></path>
            <path class="figure__leg" d=near_leg></path>
            <path class="figure__foot" d=near_foot></path>
            <path class="figure__arm-halo" d=arm></path>
            <path class="figure__arm" d=arm></path>
            <circle
                class="figure__head"
                r="7.6"
                cx=move || tenths(body.read().head.x)
                cy=move || tenths(body.read().head.y)
            ></circle>
            {move || direction.get().map(arrow_beside)}
        </svg>
    }
}

fn chairs(scene: Scene) -> impl IntoView {
    let front = scene.chair_in_front.then(|| {
        let (x, top) = (tenths(GRIP.x + 1.5), tenths(GRIP.y + 2.5));
        view! { <path class="figure__chair" d=format!("M{x} 103V{top}M{x} 77h21v26")></path> }
    });
    let behind = scene.chair_behind.then(|| {
        let faded = if scene.chair_in_front {
            "figure__chair figure__chair--back"
        } else {
            "figure__chair"
        };
        let seat = if scene.chair_in_front {
            "M2 103V46M2 80h19v23"
        } else {
            "M8 103V48M8 81h25v22"
        };
        view! { <path class=faded d=seat></path> }
    });
    (behind, front)
}

fn arrow_beside(direction: Direction) -> impl IntoView {
    let path = match direction {
        Direction::Up => "M28 97V79m-5.5 5.5 5.5-6 5.5 6",
        Direction::Down => "M28 79v18m-5.5-5.5 5.5 6 5.5-6",
    };
    view! { <path class="figure__arrow" d=path></path> }
}

fn leg_path(leg: &Leg, hip: Point) -> String {
    line(&[hip, leg.knee, leg.ankle])
}

/// A path through points.
fn line(points: &[Point]) -> String {
    let mut path = String::with_capacity(points.len() * 12);
    for (index, point) in points.iter().enumerate() {
        path.push(if index == 0 { 'M' } else { 'L' });
        path.push_str(&tenths(point.x));
        path.push(' ');
        path.push_str(&tenths(point.y));
    }
    path
}

/// A length to a tenth of a unit: finer is not seen and costs time in every frame. By whole numbers, because
/// the general way to write a fraction is several kilobytes of program.
#[allow(clippy::cast_possible_truncation)] // the drawing is some hundred units wide
fn tenths(length: f64) -> String {
    let tenths = (length * 10.0).round() as i32;
    let sign = if tenths < 0 { "-" } else { "" };
    let tenths = tenths.unsigned_abs();
    format!("{sign}{}.{}", tenths / 10, tenths % 10)
}
