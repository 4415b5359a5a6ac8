//! What a person is told to do: how to set up, stand, move, keep the form, rub the back, and when to stop.
//!
//! Texts in the namespace `moves`, under the key of each [`Line`].

use super::evidence::{Grounds, Label};
use super::sources::SourceId as S;
use crate::domain::routine::{Routine, Style};

ids! {
    /// One line of instruction.
    Line {
        /// A sturdy chair without wheels, or a counter.
        SetupChair = "setup_chair",
        /// Another chair behind.
        SetupChairBehind = "setup_chair_behind",
        /// A chair to sit on.
        SetupSeat = "setup_seat",
        /// A high chair to stand up from.
        SetupHighSeat = "setup_high_seat",
        /// Closed flat shoes.
        SetupShoes = "setup_shoes",
        /// A dry floor without a rug.
        SetupFloor = "setup_floor",
        /// Light, and glasses.
        SetupLight = "setup_light",
        /// The phone in reach.
        SetupPhone = "setup_phone",
        /// Only without pain.
        SetupNoPain = "setup_no_pain",
        /// Someone at home the first times.
        SetupCompany = "setup_company",
        /// When not to.
        SetupWhen = "setup_when",
        /// A warm-up.
        SetupWarmUp = "setup_warm_up",
        /// Hold in front; this one stays when the rest is known.
        SupportFront = "support_front",
        /// The chair one sits on is the support.
        SupportSeat = "support_seat",
        /// Arms or counter help one up.
        SupportArms = "support_arms",
        /// Nobody is holding on.
        SupportNone = "support_none",
        /// Feet hip-width.
        StandFeet = "stand_feet",
        /// Feet hip-width, toes out.
        StandToesOut = "stand_toes_out",
        /// Tall back.
        StandTall = "stand_tall",
        /// Soft knees.
        StandKnees = "stand_knees",
        /// Look ahead.
        StandLook = "stand_look",
        /// Breathe.
        StandBreathe = "stand_breathe",
        /// Sit tall, feet flat.
        SitTall = "sit_tall",
        /// Heels up, sitting.
        SeatedHeelsUp = "seated_heels_up",
        /// Stay, sitting.
        SeatedHeelsHold = "seated_heels_hold",
        /// Heels down, sitting.
        SeatedHeelsDown = "seated_heels_down",
        /// Rise on tiptoe.
        HeelsUp = "heels_up",
        /// Stay on tiptoe.
        HeelsHold = "heels_hold",
        /// Lower slowly.
        HeelsLower = "heels_lower",
        /// Drop softly.
        HeelsDropSoft = "heels_drop_soft",
        /// Drop firmly.
        HeelsDropFirm = "heels_drop_firm",
        /// Stand still.
        HeelsSettle = "heels_settle",
        /// Both hands on the lower back.
        TraditionalHands = "traditional_hands",
        /// Rub while rising.
        TraditionalRub = "traditional_rub",
        /// Lift one knee, sitting.
        SeatedKneeUp = "seated_knee_up",
        /// Stay, sitting.
        SeatedKneeHold = "seated_knee_hold",
        /// Put the foot down, change sides.
        SeatedKneeDown = "seated_knee_down",
        /// To the front of the seat.
        SitEdge = "sit_edge",
        /// Lean forward from the hips.
        SitLean = "sit_lean",
        /// Stand up.
        SitRise = "sit_rise",
        /// Stand still before sitting: up and down again is what makes dizzy.
        SitWait = "sit_wait",
        /// Sit down slowly.
        SitLower = "sit_lower",
        /// Hips back.
        BendHips = "bend_hips",
        /// Bend a little.
        BendSmall = "bend_small",
        /// Knees over toes.
        BendKnees = "bend_knees",
        /// Rise, breathing out.
        BendRise = "bend_rise",
        /// Stay tall.
        FormTall = "form_tall",
        /// No rounding or twisting.
        FormSpine = "form_spine",
        /// Keep breathing.
        FormBreathe = "form_breathe",
        /// No locked knees.
        FormKnees = "form_knees",
        /// Chest pain.
        StopChest = "stop_chest",
        /// Too breathless to talk.
        StopBreath = "stop_breath",
        /// Dizzy or faint.
        StopDizzy = "stop_dizzy",
        /// Uneven heartbeat.
        StopHeartbeat = "stop_heartbeat",
        /// Sudden or sharp pain.
        StopPain = "stop_pain",
        /// Numbness.
        StopNumb = "stop_numb",
        /// Loss of balance.
        StopBalance = "stop_balance",
        /// Cold sweat.
        StopSweat = "stop_sweat",
        /// What to do then.
        StopThen = "stop_then",
        /// Stand still, one hand may stay on.
        RubStand = "rub_stand",
        /// Warm the palms.
        RubWarm = "rub_warm",
        /// Stroke beside the spine.
        RubStroke = "rub_stroke",
        /// Lightly, never on bone.
        RubLight = "rub_light",
        /// Where and when not.
        RubNot = "rub_not",
        /// What it does and does not do.
        RubTruth = "rub_truth",
        /// Soreness that lasts.
        SoreRule = "sore_rule",
        /// The target of a week.
        WeekTarget = "week_target",
    }
}

use Line as L;

/// How to keep the form, in both routines.
pub const FORM: &[Line] = &[L::FormTall, L::FormSpine, L::FormBreathe, L::FormKnees];

/// The signs to stop at once for. What to do then is no sign, and stands apart from them.
pub const STOP: &[Line] = &[
    L::StopChest,
    L::StopBreath,
    L::StopDizzy,
    L::StopHeartbeat,
    L::StopPain,
    L::StopNumb,
    L::StopBalance,
    L::StopSweat,
];

/// What to do after stopping.
pub const STOP_THEN: Line = L::StopThen;

/// The comfort rub in the rest between rounds.
pub const RUB: &[Line] = &[
    L::RubStand,
    L::RubWarm,
    L::RubStroke,
    L::RubLight,
    L::RubNot,
    L::RubTruth,
];

/// What to know over the days.
pub const OVER_TIME: &[Line] = &[L::SoreRule, L::WeekTarget];

/// The three lines of the set-up card that nobody begins without: what to hold or sit on, shoes, and holding on; for who
/// sits, no pain.
pub fn musts(style: Style) -> [Line; 3] {
    match style {
        Style::Seated => [L::SetupSeat, L::SetupShoes, L::SetupNoPain],
        Style::SitToStand => [L::SetupHighSeat, L::SetupShoes, support(style)],
        _ => [L::SetupChair, L::SetupShoes, support(style)],
    }
}

/// The rest of the set-up card.
pub fn set_up(routine: Routine, style: Style) -> Vec<Line> {
    if style == Style::Seated {
        // Nobody who sits is told to stand or to walk about.
        return vec![support(style), L::SetupPhone];
    }
    let behind: &[Line] = match (routine, style) {
        (Routine::HeelDrop, _) | (_, Style::SitToStand) => &[],
        (Routine::KneeBend, _) => &[L::SetupChairBehind],
    };
    let always = [
        L::SetupNoPain,
        L::SetupFloor,
        L::SetupLight,
        L::SetupPhone,
        L::SetupCompany,
        L::SetupWhen,
        L::SetupWarmUp,
    ];
    behind.iter().copied().chain(always).collect()
}

/// All of it but the line on support, those that nobody begins without first.
pub fn whole_set_up(routine: Routine, style: Style) -> Vec<Line> {
    let mut all = musts(style).to_vec();
    all.extend(set_up(routine, style));
    all.retain(|line| *line != support(style));
    all
}

/// The line on what to hold: the one that stays when the set-up is known.
pub fn support(style: Style) -> Line {
    match style {
        Style::Seated => L::SupportSeat,
        Style::SitToStand => L::SupportArms,
        Style::Traditional => L::SupportNone,
        Style::Gentle | Style::SoftDrop | Style::FirmDrop | Style::QuarterBend => L::SupportFront,
    }
}

/// How to stand, or sit.
pub fn how_to_stand(routine: Routine, style: Style) -> &'static [Line] {
    match (routine, style) {
        (_, Style::Seated) => &[L::SitTall, L::StandLook, L::StandBreathe],
        (_, Style::SitToStand) => &[L::SitEdge, L::StandTall, L::StandLook],
        (Routine::HeelDrop, _) => &[
            L::StandFeet,
            L::StandTall,
            L::StandKnees,
            L::StandLook,
            L::StandBreathe,
        ],
        (Routine::KneeBend, _) => &[L::StandToesOut, L::StandTall, L::StandKnees, L::StandLook],
    }
}

/// The movement, step by step.
pub fn movement(routine: Routine, style: Style) -> &'static [Line] {
    match (routine, style) {
        (Routine::HeelDrop, Style::Seated) => {
            &[L::SeatedHeelsUp, L::SeatedHeelsHold, L::SeatedHeelsDown]
        }
        (Routine::HeelDrop, Style::SoftDrop) => {
            &[L::HeelsUp, L::HeelsHold, L::HeelsDropSoft, L::HeelsSettle]
        }
        (Routine::HeelDrop, Style::FirmDrop) => {
            &[L::HeelsUp, L::HeelsHold, L::HeelsDropFirm, L::HeelsSettle]
        }
        (Routine::HeelDrop, Style::Traditional) => &[
            L::TraditionalHands,
            L::TraditionalRub,
            L::HeelsHold,
            L::HeelsDropFirm,
            L::HeelsSettle,
        ],
        (Routine::HeelDrop, _) => &[L::HeelsUp, L::HeelsHold, L::HeelsLower, L::HeelsSettle],
        (Routine::KneeBend, Style::Seated) => {
            &[L::SeatedKneeUp, L::SeatedKneeHold, L::SeatedKneeDown]
        }
        (Routine::KneeBend, Style::SitToStand) => {
            &[L::SitLean, L::SitRise, L::SitWait, L::SitLower]
        }
        (Routine::KneeBend, _) => &[L::BendHips, L::BendSmall, L::BendKnees, L::BendRise],
    }
}

impl Line {
    /// What it rests on.
    pub fn grounds(self) -> Grounds {
        let (label, sources): (_, &'static [S]) = match self {
            L::SupportFront => (Label::Supported, &[S::TooFitToFall]),
            L::SupportNone => (Label::Caution, &[S::TooFitToFall]),
            L::HeelsDropSoft | L::HeelsDropFirm => {
                (Label::Caution, &[S::UkConsensus, S::UkConsensusSummary])
            }
            L::TraditionalHands | L::TraditionalRub | L::RubStroke | L::RubTruth => {
                (Label::Traditional, &[S::PointBl23])
            }
            L::SitLean | L::BendHips => (Label::Supported, &[S::FlexionStudy]),
            L::SitRise | L::BendSmall => (Label::Supported, &[S::OsteoporosisCanada]),
            L::FormSpine => (
                Label::Supported,
                &[S::UkConsensus, S::TooFitToFall, S::FlexionStudy],
            ),
            L::StandBreathe | L::BendRise | L::FormBreathe | L::SoreRule => {
                (Label::Supported, &[S::FirstStep])
            }
            L::StopChest
            | L::StopBreath
            | L::StopDizzy
            | L::StopHeartbeat
            | L::StopPain
            | L::StopNumb
            | L::StopBalance
            | L::StopSweat => (Label::Supported, &[S::FirstStep, S::HamadSafety]),
            L::WeekTarget => (
                Label::Supported,
                &[S::CdcOlderAdults, S::OsteoporosisCanada],
            ),
            L::SetupChair
            | L::SetupChairBehind
            | L::SetupSeat
            | L::SetupHighSeat
            | L::SetupShoes
            | L::SetupFloor
            | L::SetupLight
            | L::SetupPhone
            | L::SetupNoPain
            | L::SetupCompany
            | L::SetupWhen
            | L::SetupWarmUp
            | L::SupportSeat
            | L::SupportArms
            | L::StandFeet
            | L::StandToesOut
            | L::StandTall
            | L::StandKnees
            | L::StandLook
            | L::SitTall
            | L::SeatedHeelsUp
            | L::SeatedHeelsHold
            | L::SeatedHeelsDown
            | L::HeelsUp
            | L::HeelsHold
            | L::HeelsLower
            | L::HeelsSettle
            | L::SeatedKneeUp
            | L::SeatedKneeHold
            | L::SeatedKneeDown
            | L::SitEdge
            | L::SitWait
            | L::SitLower
            | L::BendKnees
            | L::FormTall
            | L::FormKnees
            | L::StopThen
            | L::RubStand
            | L::RubWarm
            | L::RubLight
            | L::RubNot => return Grounds::ADVICE,
        };
        Grounds::new(label, sources)
    }
}
