//! The figure: a person's joints from a few angles, and the movements as poses over time. What the person looks like is
//! `ui/figure.rs`.
//!
//! Lengths are hundredths of body height, angles degrees from upright, positive forward (to the right);
//! y grows downward, the ground is [`GROUND`]. Invariants: limbs keep their length, feet never go through
//! the ground, and a hand that holds a support stays on it.

use super::coach::{Coach, Stage, Status};
use super::routine::{Beat, Routine, Style};
use super::settings::Side;
use super::trig::{cosine, sine};

/// Height of the floor line.
pub const GROUND: f64 = 105.0;
/// Where the ball of the foot stands.
const TOE: Point = Point { x: 52.0, y: 101.0 };
/// The top of the chair back that a standing person holds.
pub const GRIP: Point = Point { x: 62.5, y: 44.5 };
/// What of the drawing is seen: from where, how wide and how high. Above the head on tiptoe there is air.
pub const FRAME: (Point, f64, f64) = (Point { x: -4.0, y: -18.0 }, 112.0, 125.0);
const SHIN: f64 = 24.0;
const THIGH: f64 = 24.0;
const TORSO: f64 = 28.0;
const NECK_AND_HEAD: f64 = 11.7;
const UPPER_ARM: f64 = 17.5;
const FOREARM: f64 = 20.5;
const FOOT: f64 = 14.0;
/// How far the longer leg is set back behind the other (fact K6).
const STAGGER: f64 = 6.0;

/// A place in the drawing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Downward.
    pub y: f64,
}

impl Point {
    fn plus(self, dx: f64, dy: f64) -> Self {
        Self {
            x: self.x + dx,
            y: self.y + dy,
        }
    }

    fn distance(self, other: Self) -> f64 {
        (self.x - other.x).hypot(self.y - other.y)
    }

    /// The point `length` away at `degrees` from straight up.
    fn up(self, length: f64, degrees: f64) -> Self {
        let angle = degrees.to_radians();
        self.plus(length * sine(angle), -length * cosine(angle))
    }
}

/// One leg, from the ball of the foot to the knee; the hip belongs to the body.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Leg {
    /// Ball of the foot.
    pub toe: Point,
    /// Heel.
    pub heel: Point,
    /// Ankle.
    pub ankle: Point,
    /// Knee.
    pub knee: Point,
}

/// All joints of the figure at one moment.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Body {
    /// The leg on the viewer's side: the person's right.
    pub near: Leg,
    /// The other leg, where it does not lie behind the near one.
    pub far: Option<Leg>,
    /// Hip.
    pub hip: Point,
    /// Shoulder.
    pub shoulder: Point,
    /// Middle of the head.
    pub head: Point,
    /// Elbow.
    pub elbow: Point,
    /// Hand.
    pub hand: Point,
    /// Elbow and hand of the other arm, where it keeps hold of the support while this one rubs.
    pub holding: Option<[Point; 2]>,
    /// Where a hand holds the support, if one does.
    pub hold: Option<Point>,
}

/// What stands around the figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scene {
    /// A chair in front whose back is held, or is within reach.
    pub chair_in_front: bool,
    /// A chair that is sat on, or stands ready behind.
    pub chair_behind: bool,
}

const fn at(x: f64, y: f64) -> Point {
    Point { x, y }
}

/// A chair that only stands ready: its back, then its seat and front leg.
const READY_BACK: &[Point] = &[at(2.0, 103.0), at(2.0, 46.0)];
const READY_SEAT: &[Point] = &[at(2.0, 80.0), at(21.0, 80.0), at(21.0, 103.0)];
/// The same of one that is sat on.
const BACK: &[Point] = &[at(8.0, 103.0), at(8.0, 48.0)];
const SEAT: &[Point] = &[at(8.0, 81.0), at(33.0, 81.0), at(33.0, 103.0)];

impl Scene {
    /// The chair behind: its back, then its seat and front leg.
    pub fn behind(self) -> [&'static [Point]; 2] {
        match (self.chair_behind, self.chair_in_front) {
            (false, _) => [&[], &[]],
            (true, true) => [READY_BACK, READY_SEAT],
            (true, false) => [BACK, SEAT],
        }
    }
}

/// Shows which way a movement goes, beside the joint that moves.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Arrow {
    /// Its middle.
    pub middle: Point,
    /// Which way it points.
    pub direction: Direction,
}

impl Arrow {
    /// Half of its length.
    pub const HALF: f64 = 9.0;
    /// Half of the width of its head.
    pub const HEAD: f64 = 5.5;
}

/// How the heels come down, as it is marked beside them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Landing {
    /// Lowered.
    Gentle,
    /// Dropped softly.
    Soft,
    /// Dropped firmly.
    Firm,
}

/// Where the hands are.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Hands {
    Support,
    /// On the lower back, rubbing: from 0 to 1 and round again.
    LowerBack(f64),
    Thigh,
    /// On the other shoulder.
    Crossed,
}

/// A pose: the angles of the near leg and the back, and where the hands are.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Pose {
    heel: f64,
    shin: f64,
    thigh: f64,
    torso: f64,
}

const STAND: Pose = Pose {
    heel: 0.0,
    shin: 3.0,
    thigh: -1.0,
    torso: 1.0,
};
const TIPTOE: Pose = Pose {
    heel: 36.0,
    shin: 1.0,
    thigh: 0.0,
    torso: 2.0,
};
const SOFT_KNEES: Pose = Pose {
    heel: 0.0,
    shin: 9.0,
    thigh: -9.0,
    torso: 4.0,
};
const QUARTER_BEND: Pose = Pose {
    heel: 0.0,
    shin: 21.0,
    thigh: -37.0,
    torso: 23.0,
};
const SIT: Pose = Pose {
    heel: 0.0,
    shin: 2.0,
    thigh: -86.0,
    torso: 3.0,
};
const SIT_LEANING: Pose = Pose {
    heel: 0.0,
    shin: 13.0,
    thigh: -76.0,
    torso: 36.0,
};

impl Pose {
    fn toward(self, other: Self, share: f64) -> Self {
        let mix = |a: f64, b: f64| a + (b - a) * share;
        Self {
            heel: mix(self.heel, other.heel),
            shin: mix(self.shin, other.shin),
            thigh: mix(self.thigh, other.thigh),
            torso: mix(self.torso, other.torso),
        }
    }
}

/// What depends on the person, of what is shown and said in a session.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Manner {
    /// The longer leg, if the person said so. It is set back in the standing knee bend only: an uneven tiptoe is a risk.
    pub longer_leg: Option<Side>,
    /// Whether the rests are for a rub of the lower back, or for breathing calmly.
    pub rub: bool,
}

impl Manner {
    /// The leg that is set back in a style.
    pub fn leg_back(self, style: Style) -> Option<Side> {
        self.longer_leg.filter(|_| style == Style::QuarterBend)
    }
}

/// What the figure does at one moment.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Moment {
    /// Which exercise.
    pub routine: Routine,
    /// In which style.
    pub style: Style,
    /// What it does.
    pub doing: Doing,
    /// The longer leg, set slightly back, if the person said so.
    pub longer_leg: Option<Side>,
}

/// A part of a session, as the figure sees it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Doing {
    /// In the starting position.
    Ready,
    /// In a beat, from 0 to 1; `other_side` in every second repetition.
    Beat {
        /// Which beat.
        beat: Beat,
        /// How far it has gone.
        share: f64,
        /// Whether it is the other leg's turn.
        other_side: bool,
    },
    /// Rubbing the lower back, from 0 to 1 and round again.
    Rubbing(f64),
    /// In the check of the chair stand, from sitting (0) to standing (1), with the arms crossed on the chest.
    ArmsCrossed(f64),
}

impl Moment {
    /// The moment a session is in. `stroke` is the phase of the rub, from 0 to 1 and round again.
    pub fn of(coach: &Coach, manner: Manner, stroke: f64) -> Self {
        let plan = coach.plan();
        let at_rest = matches!(coach.status(), Status::CountIn { .. });
        let doing = match (coach.stage(), coach.beat()) {
            (Stage::Rest { .. }, _) if manner.rub => Doing::Rubbing(stroke),
            (Stage::Work { rep, .. }, Some(beat)) if !at_rest => Doing::Beat {
                beat,
                share: coach.progress(),
                other_side: rep % 2 == 0,
            },
            _ => Doing::Ready,
        };
        Self {
            routine: plan.routine,
            style: plan.style,
            doing,
            longer_leg: manner.leg_back(plan.style),
        }
    }

    /// The same moment as a key pose, for people who do not want movement: top or bottom, nothing between.
    #[must_use]
    pub fn key_pose(self) -> Self {
        let doing = match self.doing {
            Doing::Beat {
                beat, other_side, ..
            } => Doing::Beat {
                beat,
                share: 1.0,
                other_side,
            },
            Doing::Rubbing(_) => Doing::Rubbing(0.25),
            still => still,
        };
        Self { doing, ..self }
    }

    /// The arrow beside the joint that moves: the heel in heel drops, the hip in bends, the knee that is lifted.
    pub fn arrow(self) -> Option<Arrow> {
        let middle = match (self.style, self.routine) {
            (Style::Seated, Routine::HeelDrop) => at(63.0, 91.0),
            (Style::Seated, Routine::KneeBend) => at(60.0, 66.0),
            (Style::SitToStand, _) => at(58.0, 61.0),
            (Style::QuarterBend, _) => at(18.0, 53.0),
            _ => at(25.0, 88.0),
        };
        let direction = self.direction()?;
        Some(Arrow { middle, direction })
    }

    /// How the heels have landed, while the landing is felt. Who sits puts no weight on them.
    pub fn landing(self) -> Option<Landing> {
        let Doing::Beat { beat, .. } = self.doing else {
            return None;
        };
        let landed = match self.style {
            Style::Gentle => Landing::Gentle,
            Style::SoftDrop => Landing::Soft,
            Style::FirmDrop | Style::Traditional => Landing::Firm,
            Style::Seated | Style::SitToStand | Style::QuarterBend => return None,
        };
        (beat == Beat::Settle).then_some(landed)
    }

    /// Whether the movement goes up, down or stays.
    fn direction(self) -> Option<Direction> {
        match self.doing {
            Doing::Beat { beat, .. } => match beat {
                Beat::Rise => Some(Direction::Up),
                Beat::Lower | Beat::Drop => Some(Direction::Down),
                Beat::Hold | Beat::Settle => None,
            },
            _ => None,
        }
    }

    /// What stands around the figure.
    pub fn scene(self) -> Scene {
        Scene {
            chair_in_front: !matches!(self.style, Style::Seated | Style::SitToStand),
            chair_behind: !matches!(
                self.style,
                Style::Gentle | Style::SoftDrop | Style::FirmDrop | Style::Traditional
            ),
        }
    }

    /// All joints at this moment.
    pub fn body(self) -> Body {
        if self.style == Style::Seated {
            return self.seated_body();
        }
        let pose = self.standing_pose();
        let leg_back = self.longer_leg.filter(|_| self.style == Style::QuarterBend);
        let near_back = leg_back == Some(Side::Right);
        let far_back = leg_back == Some(Side::Left);
        let (level, hip) = leg_up(TOE, pose);
        let set = |back: bool| {
            let shift = if back { -STAGGER } else { STAGGER } / 2.0;
            leg_to(TOE.plus(shift, 0.0), pose.heel, hip)
        };
        if near_back || far_back {
            self.with_upper_body(set(near_back), Some(set(far_back)), hip, pose.torso)
        } else {
            self.with_upper_body(level, None, hip, pose.torso)
        }
    }

    fn standing_pose(self) -> Pose {
        let (bottom, top) = match self.style {
            Style::SitToStand => (SIT, STAND),
            Style::QuarterBend => (QUARTER_BEND, STAND),
            _ => (STAND, TIPTOE),
        };
        match self.doing {
            Doing::ArmsCrossed(share) => stand_up(share),
            Doing::Ready | Doing::Rubbing(_) => match self.style {
                Style::SitToStand => SIT,
                _ => STAND,
            },
            Doing::Beat { beat, share, .. } => match (self.style, beat) {
                (Style::SitToStand, Beat::Rise) => stand_up(share),
                (Style::SitToStand, Beat::Lower) => stand_up(1.0 - share),
                (_, Beat::Rise) => bottom.toward(top, ease(share)),
                (_, Beat::Lower) => top.toward(bottom, ease(share)),
                (_, Beat::Drop) => top.toward(bottom, share * share),
                (Style::QuarterBend, Beat::Hold) => bottom,
                (Style::SoftDrop, Beat::Settle) => STAND.toward(SOFT_KNEES, give(share)),
                (Style::FirmDrop | Style::Traditional, Beat::Settle) => {
                    STAND.toward(SOFT_KNEES, give(share) * 0.4)
                }
                (_, Beat::Hold) | (Style::QuarterBend, Beat::Settle) => top,
                (_, Beat::Settle) => bottom,
            },
        }
    }

    /// Sitting: the hip stays, the heels (heel drops) or one knee (knee bends) come up.
    fn seated_body(self) -> Body {
        let (resting, hip) = leg_up(TOE, SIT);
        let (lift, other_side) = match self.doing {
            Doing::Beat {
                beat,
                share,
                other_side,
            } => {
                let lift = match beat {
                    Beat::Rise => ease(share),
                    Beat::Hold => 1.0,
                    Beat::Lower | Beat::Drop => 1.0 - ease(share),
                    Beat::Settle => 0.0,
                };
                (lift, other_side)
            }
            _ => (0.0, false),
        };
        let (near, far) = match self.routine {
            Routine::HeelDrop => (leg_to(TOE, 34.0 * lift, hip), None),
            Routine::KneeBend => {
                let lifted = leg_to(TOE.plus(-4.0 * lift, -16.0 * lift), -8.0 * lift, hip);
                if other_side {
                    (resting, Some(lifted))
                } else {
                    (lifted, Some(resting))
                }
            }
        };
        self.with_upper_body(near, far, hip, SIT.torso)
    }

    fn with_upper_body(self, near: Leg, far: Option<Leg>, hip: Point, torso: f64) -> Body {
        let shoulder = hip.up(TORSO, torso);
        let hands = match self.doing {
            Doing::Rubbing(stroke) => Hands::LowerBack(stroke),
            Doing::ArmsCrossed(_) => Hands::Crossed,
            _ if self.style.lets_go_of_support() => Hands::LowerBack(match self.doing {
                Doing::Beat { share, .. } => share,
                _ => 0.25,
            }),
            _ if matches!(self.style, Style::Seated | Style::SitToStand) => Hands::Thigh,
            _ => Hands::Support,
        };
        let wanted = match hands {
            Hands::Support => GRIP,
            Hands::Crossed => shoulder.plus(4.5, 2.0),
            Hands::LowerBack(stroke) => {
                let swing = sine(stroke * std::f64::consts::TAU);
                hip.plus(-6.5, -8.5 + 3.5 * swing)
            }
            Hands::Thigh => hip.plus(
                (near.knee.x - hip.x) * 0.45 + 5.0,
                (near.knee.y - hip.y) * 0.45 - 3.0,
            ),
        };
        let [elbow, hand] = arm(shoulder, wanted);
        // Who stands and rubs keeps one hand on the support (review B2-7).
        let holds = matches!(self.doing, Doing::Rubbing(_)) && self.scene().chair_in_front;
        let holding = holds.then(|| arm(shoulder, GRIP));
        let hold = match hands {
            Hands::Support => Some(hand),
            _ => holding.map(|[_, hand]| hand),
        };
        Body {
            near,
            far,
            hip,
            shoulder,
            head: shoulder.up(NECK_AND_HEAD, torso * 0.45 + 2.0),
            elbow,
            hand,
            holding,
            hold,
        }
    }
}

/// Which way the movement goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Up.
    Up,
    /// Down.
    Down,
}

/// From sitting (0) over leaning forward to standing (1).
fn stand_up(share: f64) -> Pose {
    const LEANT: f64 = 0.35;
    if share < LEANT {
        SIT.toward(SIT_LEANING, ease(share / LEANT))
    } else {
        SIT_LEANING.toward(STAND, ease((share - LEANT) / (1.0 - LEANT)))
    }
}

/// The knees give a little as the heels land, and come back within the first third of the settling.
fn give(share: f64) -> f64 {
    let within = (share * 3.0).min(1.0);
    sine(within * std::f64::consts::PI)
}

/// Slow at both ends.
fn ease(share: f64) -> f64 {
    share * share * (3.0 - 2.0 * share)
}

/// An arm from the shoulder toward a place, as far as it reaches: elbow and hand.
fn arm(shoulder: Point, wanted: Point) -> [Point; 2] {
    let reach = UPPER_ARM + FOREARM - 0.4;
    let far_off = shoulder.distance(wanted);
    let hand = if far_off <= reach {
        wanted
    } else {
        shoulder.plus(
            (wanted.x - shoulder.x) * reach / far_off,
            (wanted.y - shoulder.y) * reach / far_off,
        )
    };
    [bend(shoulder, hand, UPPER_ARM, FOREARM, -1.0), hand]
}

fn foot(toe: Point, heel_degrees: f64) -> (Point, Point) {
    let angle = heel_degrees.to_radians();
    let heel = toe.plus(-FOOT * cosine(angle), -FOOT * sine(angle));
    (heel, heel.plus(2.4, -3.0))
}

/// Forward kinematics: from the ball of the foot up to the hip.
fn leg_up(toe: Point, pose: Pose) -> (Leg, Point) {
    let (heel, ankle) = foot(toe, pose.heel);
    let knee = ankle.up(SHIN, pose.shin);
    let leg = Leg {
        toe,
        heel,
        ankle,
        knee,
    };
    (leg, knee.up(THIGH, pose.thigh))
}

/// Inverse kinematics: a foot on its place and a given hip; the knee bends forward.
fn leg_to(toe: Point, heel_degrees: f64, hip: Point) -> Leg {
    let (heel, ankle) = foot(toe, heel_degrees);
    Leg {
        toe,
        heel,
        ankle,
        knee: bend(hip, ankle, THIGH, SHIN, 1.0),
    }
}

/// The joint between two bones that join `from` and `to`; `side` chooses which way it bends. Bones that
/// cannot reach are drawn straight.
fn bend(from: Point, to: Point, first: f64, second: f64, side: f64) -> Point {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    // Not `clamp`: what that says when its limits are the wrong way round is 20 kB of program.
    let distance = dx
        .hypot(dy)
        .max((first - second).abs() + 0.01)
        .min(first + second - 0.01);
    let base = dy.atan2(dx);
    let opening =
        (first * first + distance * distance - second * second) / (2.0 * first * distance);
    let angle = base - side * opening.clamp(-1.0, 1.0).acos();
    from.plus(first * cosine(angle), first * sine(angle))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn every_moment() -> Vec<Moment> {
        let mut all = Vec::new();
        for routine in Routine::ALL {
            for style in routine.styles() {
                for longer_leg in [None, Some(Side::Left), Some(Side::Right)] {
                    let mut doings = vec![Doing::Ready];
                    for step in 0..=20 {
                        let share = f64::from(step) / 20.0;
                        doings.push(Doing::Rubbing(share));
                        for (beat, _) in super::super::routine::beats(routine, *style) {
                            for other_side in [false, true] {
                                doings.push(Doing::Beat {
                                    beat: *beat,
                                    share,
                                    other_side,
                                });
                            }
                        }
                    }
                    all.extend(doings.into_iter().map(|doing| Moment {
                        routine,
                        style: *style,
                        doing,
                        longer_leg,
                    }));
                }
            }
        }
        all
    }

    #[test]
    fn limbs_keep_their_length_in_every_moment() {
        for moment in every_moment() {
            let body = moment.body();
            for leg in std::iter::once(body.near).chain(body.far) {
                let shin = leg.ankle.distance(leg.knee);
                let thigh = leg.knee.distance(body.hip);
                assert!((thigh - THIGH).abs() < 0.1, "{moment:?} thigh {thigh}");
                assert!((shin - SHIN).abs() < 1.6, "{moment:?} shin {shin}");
                assert!((leg.heel.distance(leg.toe) - FOOT).abs() < 0.01);
            }
            assert!((body.shoulder.distance(body.elbow) - UPPER_ARM).abs() < 0.01);
            assert!(
                (body.elbow.distance(body.hand) - FOREARM).abs() < 0.1,
                "{moment:?}"
            );
        }
    }

    #[test]
    fn feet_never_go_through_the_ground_and_knees_never_bend_backward() {
        for moment in every_moment() {
            let body = moment.body();
            for leg in std::iter::once(body.near).chain(body.far) {
                assert!(
                    leg.heel.y <= TOE.y + 2.5 && leg.toe.y <= TOE.y + 0.01,
                    "{moment:?}"
                );
                let straight = f64::midpoint(body.hip.x, leg.ankle.x);
                assert!(leg.knee.x >= straight - 2.0, "{moment:?} {leg:?}");
            }
        }
    }

    #[test]
    fn who_holds_a_support_never_lets_go_of_it() {
        for moment in every_moment() {
            let body = moment.body();
            let rubs = matches!(moment.doing, Doing::Rubbing(_));
            let hand = match moment.style {
                _ if rubs && moment.style.is_standing() && moment.style != Style::SitToStand => {
                    body.holding.map(|[_, hand]| hand)
                }
                Style::Gentle | Style::SoftDrop | Style::FirmDrop | Style::QuarterBend => {
                    Some(body.hand)
                }
                _ => continue,
            };
            let off = hand.map(|hand| hand.distance(GRIP));
            assert!(off.is_some_and(|off| off < 1.0), "{moment:?} {off:?}");
            assert_eq!(body.hold, hand, "what is marked is what holds: {moment:?}");
        }
    }

    #[test]
    fn a_hand_is_marked_as_holding_only_at_a_support_in_front() {
        for moment in every_moment() {
            let free = !moment.scene().chair_in_front
                || moment.style.lets_go_of_support() && !matches!(moment.doing, Doing::Rubbing(_));
            assert_eq!(moment.body().hold.is_none(), free, "{moment:?}");
        }
    }

    #[test]
    fn a_landing_is_marked_once_the_heels_are_down_and_differs_by_style() {
        for moment in every_moment() {
            if moment.landing().is_some() {
                let body = moment.body();
                let down = body.near.heel.distance(body.near.toe.plus(-FOOT, 0.0)) < 0.1;
                assert!(down && moment.arrow().is_none(), "{moment:?}");
            }
        }
        let of = |style| {
            Moment {
                routine: Routine::HeelDrop,
                style,
                doing: Doing::Beat {
                    beat: Beat::Settle,
                    share: 1.0,
                    other_side: false,
                },
                longer_leg: None,
            }
            .key_pose()
            .landing()
        };
        assert_eq!(of(Style::Gentle), Some(Landing::Gentle));
        assert_eq!(of(Style::SoftDrop), Some(Landing::Soft));
        assert_eq!(of(Style::FirmDrop), Some(Landing::Firm));
        assert_eq!(of(Style::Seated), None);
    }

    #[test]
    fn one_foot_stands_back_in_the_standing_knee_bend_only() {
        for moment in every_moment() {
            let body = moment.body();
            let apart = body
                .far
                .is_some_and(|far| (far.toe.x - body.near.toe.x).abs() > 1.0);
            let meant = moment.longer_leg.is_some() && moment.style == Style::QuarterBend;
            let lifts_a_knee = moment.routine == Routine::KneeBend && moment.style == Style::Seated;
            assert_eq!(apart && !lifts_a_knee, meant, "{moment:?}");
        }
    }

    #[test]
    fn who_must_not_rub_is_shown_no_rub() {
        let plan = super::super::routine::Plan::NEWCOMER_HEEL_DROPS;
        let (mut coach, _) = Coach::start(plan, 0.0);
        let mut tick = 0_u32;
        while !matches!(coach.stage(), Stage::Rest { .. }) {
            tick += 1;
            coach.handle(f64::from(tick) * 100.0, super::super::coach::Event::Tick);
        }
        for rub in [true, false] {
            let manner = Manner {
                rub,
                ..Manner::default()
            };
            let moment = Moment::of(&coach, manner, 0.5);
            assert_eq!(matches!(moment.doing, Doing::Rubbing(_)), rub);
        }
    }

    #[test]
    fn a_rise_goes_up_and_a_bend_goes_down() {
        let head = |style, routine, beat, share| {
            Moment {
                routine,
                style,
                doing: Doing::Beat {
                    beat,
                    share,
                    other_side: false,
                },
                longer_leg: None,
            }
            .body()
            .head
            .y
        };
        let rise = head(Style::Gentle, Routine::HeelDrop, Beat::Rise, 0.0)
            - head(Style::Gentle, Routine::HeelDrop, Beat::Rise, 1.0);
        assert!(rise > 6.0, "{rise}");
        let dip = head(Style::QuarterBend, Routine::KneeBend, Beat::Lower, 1.0)
            - head(Style::QuarterBend, Routine::KneeBend, Beat::Lower, 0.0);
        assert!(dip > 6.0, "{dip}");
        let up = head(Style::SitToStand, Routine::KneeBend, Beat::Rise, 0.0)
            - head(Style::SitToStand, Routine::KneeBend, Beat::Rise, 1.0);
        assert!(up > 18.0, "{up}");
    }

    #[test]
    fn the_head_has_air_above_it_and_nothing_leaves_the_frame() {
        let (corner, width, height) = FRAME;
        for moment in every_moment() {
            let body = moment.body();
            // With the hair.
            let head = 11.1;
            assert!(body.head.y - head - corner.y > 6.0, "{moment:?}");
            assert!(body.head.x - head > corner.x && body.head.x + head < corner.x + width);
            assert!(GROUND + 0.8 < corner.y + height);
        }
    }

    /// Half as wide as it is drawn (`style/components/figure.css`).
    const ARROW: f64 = 1.4;

    fn distance_to(point: Point, line: [Point; 2]) -> f64 {
        let [from, to] = line;
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        let length = dx * dx + dy * dy;
        let share = if length == 0.0 {
            0.0
        } else {
            ((point.x - from.x) * dx + (point.y - from.y) * dy) / length
        };
        let share = share.clamp(0.0, 1.0);
        point.distance(from.plus(dx * share, dy * share))
    }

    /// Points along an arrow, its head included.
    fn along(arrow: Arrow) -> Vec<Point> {
        let tip = match arrow.direction {
            Direction::Up => -Arrow::HALF,
            Direction::Down => Arrow::HALF,
        };
        let middle = arrow.middle;
        let mut points: Vec<Point> = (-9..=9)
            .map(|step| middle.plus(0.0, f64::from(step)))
            .collect();
        for step in 0..=5 {
            let aside = Arrow::HEAD * f64::from(step) / 5.0;
            let y = tip - tip.signum() * aside;
            points.extend([middle.plus(aside, y), middle.plus(-aside, y)]);
        }
        points
    }

    #[test]
    fn the_arrow_stands_by_the_joint_that_moves_and_crosses_neither_body_nor_chair() {
        for moment in every_moment() {
            let Some(arrow) = moment.arrow() else {
                continue;
            };
            let body = moment.body();
            let joint = match (moment.routine, moment.style) {
                (Routine::HeelDrop, _) => body.near.heel,
                (Routine::KneeBend, Style::Seated) => body.near.knee,
                (Routine::KneeBend, _) => body.hip,
            };
            // Half-way on the way of the hip from a seat it is near enough.
            let near = if moment.style == Style::SitToStand {
                45.0
            } else {
                27.5
            };
            let far = arrow.middle.distance(joint);
            assert!(far < near, "{far} from the joint: {moment:?}");

            let mut strokes = vec![
                ([body.hip, body.shoulder], 8.0),
                ([body.shoulder, body.elbow], 4.0),
                ([body.elbow, body.hand], 3.6),
                ([body.head, body.head], 11.1),
            ];
            for leg in std::iter::once(body.near).chain(body.far) {
                strokes.extend([
                    ([body.hip, leg.knee], 6.4),
                    ([leg.knee, leg.ankle], 5.0),
                    ([leg.heel, leg.toe], 3.8),
                ]);
            }
            for line in moment.scene().behind() {
                strokes.extend(line.windows(2).map(|two| ([two[0], two[1]], 1.7)));
            }
            if moment.scene().chair_in_front {
                let top = at(GRIP.x + 1.5, GRIP.y + 2.5);
                strokes.extend([
                    ([at(top.x, 103.0), top], 1.7),
                    ([at(top.x, 77.0), at(top.x + 21.0, 77.0)], 1.7),
                ]);
            }
            for point in along(arrow) {
                for (line, half) in &strokes {
                    let gap = distance_to(point, *line) - half - ARROW;
                    assert!(
                        gap > 0.4,
                        "{gap} between {point:?} and {line:?}: {moment:?}"
                    );
                }
                let (corner, width, height) = FRAME;
                assert!(point.x - ARROW > corner.x && point.x + ARROW < corner.x + width);
                assert!(point.y - ARROW > corner.y && point.y + ARROW < corner.y + height);
            }
        }
    }

    #[test]
    fn key_poses_do_not_move_within_a_beat() {
        for moment in every_moment() {
            if let Doing::Beat {
                beat, other_side, ..
            } = moment.doing
            {
                let other = Moment {
                    doing: Doing::Beat {
                        beat,
                        share: 0.5,
                        other_side,
                    },
                    ..moment
                };
                assert_eq!(moment.key_pose().body(), other.key_pose().body());
            }
        }
    }
}
