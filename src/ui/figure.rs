//! The figure as a drawing: joints in, strokes out.

use leptos::prelude::*;

use crate::domain::figure::{Arrow, Direction, FRAME, GRIP, GROUND, Leg, Moment, Point};

/// The strokes that stand still or lie far, from the back to the front.
const BEHIND: [&str; 4] = [
    "figure__ground",
    "figure__chair figure__chair--back",
    "figure__chair",
    "figure__chair",
];
/// The leg on the far side is faded as a whole.
const FAR: [&str; 2] = ["figure__leg", "figure__foot"];
/// What lies in front of it.
const NEAR: [&str; 7] = [
    "figure__torso",
    "figure__leg",
    "figure__foot",
    "figure__arm-halo",
    "figure__arm",
    "figure__head",
    "figure__arrow",
];
/// How many strokes that makes.
const STROKES: usize = BEHIND.len() + FAR.len() + NEAR.len();

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
    let paths = Memo::new(move |_| paths(moment.get(), arrow));
    let strokes = |classes: &'static [&'static str], first: usize| {
        classes
            .iter()
            .enumerate()
            .map(|(place, class)| stroke(class, paths, first + place))
            .collect_view()
    };
    let role = if label.is_some() {
        "img"
    } else {
        "presentation"
    };
    let hidden = label.is_none().then_some("true");
    view! {
        <svg class="figure" viewBox=view_box() role=role aria-label=label aria-hidden=hidden>
            {strokes(&BEHIND, 0)}
            <g class="figure__far">{strokes(&FAR, BEHIND.len())}</g>
            {strokes(&NEAR, BEHIND.len() + FAR.len())}
        </svg>
    }
}

fn view_box() -> String {
    let (corner, width, height) = FRAME;
    [corner.x, corner.y, width, height].map(tenths).join(" ")
}

/// One stroke. All of them look into one list of paths, so that the program has this once and not thirteen times.
fn stroke(class: &'static str, paths: Memo<[String; STROKES]>, place: usize) -> AnyView {
    let path = move || paths.with(|paths| paths.get(place).cloned().unwrap_or_default());
    view! { <path class=class d=path></path> }.into_any()
}

/// The path of each stroke, in the order of the lists above; empty for what is not there.
fn paths(moment: Moment, arrow: bool) -> [String; STROKES] {
    let scene = moment.scene();
    let body = moment.body();
    let [back, seat] = scene.behind();
    let behind = line(back) + &line(seat);
    // One that only stands ready is faded.
    let [faded, full] = if scene.chair_in_front {
        [behind, String::new()]
    } else {
        [String::new(), behind]
    };
    let front = if scene.chair_in_front {
        let (x, top) = (tenths(GRIP.x + 1.5), tenths(GRIP.y + 2.5));
        format!("M{x} 103V{top}M{x} 77h21v26")
    } else {
        String::new()
    };
    let [far_leg, far_foot] = body
        .far
        .map_or([String::new(), String::new()], |leg| limb(&leg, body.hip));
    let [near_leg, near_foot] = limb(&body.near, body.hip);
    let mut arm = line(&[body.shoulder, body.elbow, body.hand]);
    if let Some([elbow, hand]) = body.holding {
        arm += &line(&[body.shoulder, elbow, hand]);
    }
    let direction = moment.arrow().filter(|_| arrow).map(arrow_path);
    [
        format!("M2 {}H102", tenths(GROUND)),
        faded,
        full,
        front,
        far_leg,
        far_foot,
        line(&[body.hip, body.shoulder]),
        near_leg,
        near_foot,
        arm.clone(),
        arm,
        // A circle about the head's middle.
        format!(
            "M{} {}a7.6 7.6 0 1 0 15.2 0a7.6 7.6 0 1 0-15.2 0",
            tenths(body.head.x - 7.6),
            tenths(body.head.y)
        ),
        direction.unwrap_or_default(),
    ]
}

/// Its shaft, then its head.
fn arrow_path(arrow: Arrow) -> String {
    let Point { x, y } = arrow.middle;
    let half = match arrow.direction {
        Direction::Up => -Arrow::HALF,
        Direction::Down => Arrow::HALF,
    };
    let (tip, aside) = (y + half, Arrow::HEAD);
    let back = tip - half.signum() * aside;
    let point = |x, y| Point { x, y };
    let shaft = line(&[point(x, y - half), point(x, tip)]);
    shaft
        + &line(&[
            point(x - aside, back),
            point(x, tip),
            point(x + aside, back),
        ])
}

/// A leg and its foot.
fn limb(leg: &Leg, hip: Point) -> [String; 2] {
    [
        line(&[hip, leg.knee, leg.ankle]),
        line(&[leg.heel, leg.toe]),
    ]
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
