//! The two exercises in words: names, styles, instructions.

use crate::content::steps::Line;
use crate::domain::entry::{Ending, SessionRecord};
use crate::domain::feeling::PainPlace;
use crate::domain::routine::{Plan, Routine, Style};
use crate::tr;

by_id! {
    /// One line of instruction.
    pub fn line(Line in moves) {
        SetupChair = setup_chair,
        SetupChairBehind = setup_chair_behind,
        SetupSeat = setup_seat,
        SetupHighSeat = setup_high_seat,
        SetupShoes = setup_shoes,
        SetupFloor = setup_floor,
        SetupLight = setup_light,
        SetupPhone = setup_phone,
        SetupNoPain = setup_no_pain,
        SetupCompany = setup_company,
        SetupWhen = setup_when,
        SetupWarmUp = setup_warm_up,
        SupportFront = support_front,
        SupportSeat = support_seat,
        SupportArms = support_arms,
        SupportNone = support_none,
        StandFeet = stand_feet,
        StandToesOut = stand_toes_out,
        StandTall = stand_tall,
        StandKnees = stand_knees,
        StandLook = stand_look,
        StandBreathe = stand_breathe,
        SitTall = sit_tall,
        SeatedHeelsUp = seated_heels_up,
        SeatedHeelsHold = seated_heels_hold,
        SeatedHeelsDown = seated_heels_down,
        HeelsUp = heels_up,
        HeelsHold = heels_hold,
        HeelsLower = heels_lower,
        HeelsDropSoft = heels_drop_soft,
        HeelsDropFirm = heels_drop_firm,
        HeelsSettle = heels_settle,
        TraditionalHands = traditional_hands,
        TraditionalRub = traditional_rub,
        SeatedKneeUp = seated_knee_up,
        SeatedKneeHold = seated_knee_hold,
        SeatedKneeDown = seated_knee_down,
        SitEdge = sit_edge,
        SitLean = sit_lean,
        SitRise = sit_rise,
        SitWait = sit_wait,
        SitLower = sit_lower,
        BendHips = bend_hips,
        BendSmall = bend_small,
        BendKnees = bend_knees,
        BendRise = bend_rise,
        FormTall = form_tall,
        FormSpine = form_spine,
        FormBreathe = form_breathe,
        FormKnees = form_knees,
        StopChest = stop_chest,
        StopBreath = stop_breath,
        StopDizzy = stop_dizzy,
        StopHeartbeat = stop_heartbeat,
        StopPain = stop_pain,
        StopNumb = stop_numb,
        StopBalance = stop_balance,
        StopSweat = stop_sweat,
        StopThen = stop_then,
        RubStand = rub_stand,
        RubWarm = rub_warm,
        RubStroke = rub_stroke,
        RubLight = rub_light,
        RubNot = rub_not,
        RubTruth = rub_truth,
        SoreRule = sore_rule,
        WeekTarget = week_target,
    }
}

by_id! {
    /// The name of a routine.
    pub fn routine(Routine in moves) {
        HeelDrop = routine_heel_drop,
        KneeBend = routine_knee_bend,
    }
}

by_id! {
    /// The heading over a routine's choices.
    pub fn plan_title(Routine in moves) {
        HeelDrop = plan_heel_drop,
        KneeBend = plan_knee_bend,
    }
}

by_id! {
    /// The heading over all of a routine's steps.
    pub fn how_to_title(Routine in moves) {
        HeelDrop = how_to_heel_drop,
        KneeBend = how_to_knee_bend,
    }
}

by_id! {
    /// The heading over what is known about a routine.
    pub fn known_title(Routine in moves) {
        HeelDrop = known_heel_drop,
        KneeBend = known_knee_bend,
    }
}

/// The name of an exercise in a style: only what drops is called a drop, and only what bends a bend.
pub fn exercise(routine: Routine, style: Style) -> &'static str {
    match (routine, style) {
        (Routine::HeelDrop, Style::Seated | Style::Gentle) => tr!(moves.exercise_heel_raises),
        (Routine::KneeBend, Style::Seated) => tr!(moves.exercise_knee_lifts),
        _ => self::routine(routine),
    }
}

/// The word on the button that starts a routine in a style.
pub fn start(routine: Routine, style: Style) -> &'static str {
    match (routine, style) {
        (Routine::HeelDrop, Style::Seated | Style::Gentle) => tr!(today.start_heel_raises),
        (Routine::HeelDrop, _) => tr!(today.start_heel_drop),
        (Routine::KneeBend, Style::Seated) => tr!(today.start_knee_lifts),
        (Routine::KneeBend, _) => tr!(today.start_knee_bend),
    }
}

/// What a routine is in a style, in a sentence: nobody who sits is told to stand.
pub fn routine_text(routine: Routine, style: Style) -> &'static str {
    match (routine, style) {
        (Routine::HeelDrop, Style::Seated) => tr!(moves.routine_heel_drop_seated_text),
        (Routine::HeelDrop, _) => tr!(moves.routine_heel_drop_text),
        (Routine::KneeBend, Style::Seated) => tr!(moves.routine_knee_bend_seated_text),
        (Routine::KneeBend, _) => tr!(moves.routine_knee_bend_text),
    }
}

by_id! {
    /// The name of a style.
    pub fn style(Style in moves) {
        Seated = style_seated,
        Gentle = style_gentle,
        SoftDrop = style_soft_drop,
        FirmDrop = style_firm_drop,
        Traditional = style_traditional,
        SitToStand = style_sit_to_stand,
        QuarterBend = style_quarter_bend,
    }
}

by_id! {
    /// A place that hurts.
    pub fn pain_place(PainPlace in moves) {
        Chest = pain_chest,
        Back = pain_back,
        Hip = pain_hip,
        Knee = pain_knee,
        Foot = pain_foot,
        Elsewhere = pain_elsewhere,
    }
}

by_id! {
    /// What to do about pain there.
    pub fn pain_advice(PainPlace in moves) {
        Chest = pain_chest_advice,
        Back = pain_back_advice,
        Hip = pain_hip_advice,
        Knee = pain_knee_advice,
        Foot = pain_foot_advice,
        Elsewhere = pain_elsewhere_advice,
    }
}

/// What a style is, in a sentence or two.
pub fn style_text(routine: Routine, style: Style) -> &'static str {
    match (style, routine) {
        (Style::Seated, Routine::HeelDrop) => tr!(moves.style_seated_heel_drop_text),
        (Style::Seated, Routine::KneeBend) => tr!(moves.style_seated_knee_bend_text),
        (Style::Gentle, _) => tr!(moves.style_gentle_text),
        (Style::SoftDrop, _) => tr!(moves.style_soft_drop_text),
        (Style::FirmDrop, _) => tr!(moves.style_firm_drop_text),
        (Style::Traditional, _) => tr!(moves.style_traditional_text),
        (Style::SitToStand, _) => tr!(moves.style_sit_to_stand_text),
        (Style::QuarterBend, _) => tr!(moves.style_quarter_bend_text),
    }
}

/// How much a plan is: "2 rounds of 5, about 2 minutes."
pub fn plan(plan: Plan) -> String {
    let minutes = plan.length_ms().div_ceil(60_000).max(1);
    match (plan.routine, plan.rounds, minutes) {
        (Routine::HeelDrop, 1, _) => tr!(today.round_plan, reps = plan.reps),
        (Routine::HeelDrop, rounds, _) => {
            tr!(
                today.rounds_plan,
                rounds = rounds,
                reps = plan.reps,
                minutes = minutes
            )
        }
        (Routine::KneeBend, _, 1) => tr!(today.set_plan, reps = plan.reps),
        (Routine::KneeBend, ..) => {
            tr!(today.set_plan_minutes, reps = plan.reps, minutes = minutes)
        }
    }
}

/// How a plan is done: "Gentle. Normal pace."
pub fn plan_kind(plan: Plan) -> String {
    tr!(
        moves.plan_kind,
        style = style(plan.style),
        pace = super::coach::tempo(plan.tempo)
    )
}

/// The three drawn steps of a style in a few words each: the short form of `content::steps::movement`, which has the evidence.
pub fn drawn(routine: Routine, style: Style) -> [&'static str; 3] {
    let stand = tr!(moves.short_stand);
    let sit = tr!(moves.short_sit);
    let up = tr!(moves.short_heels_up);
    match (routine, style) {
        (Routine::HeelDrop, Style::Seated) => [
            sit,
            tr!(moves.short_lift_heels),
            tr!(moves.short_lower_heels),
        ],
        (Routine::HeelDrop, Style::SoftDrop) => [stand, up, tr!(moves.short_drop_soft)],
        (Routine::HeelDrop, Style::FirmDrop) => [stand, up, tr!(moves.short_drop_firm)],
        (Routine::HeelDrop, Style::Traditional) => [
            tr!(moves.short_hands_on_back),
            tr!(moves.short_rub_up),
            tr!(moves.short_drop_firm),
        ],
        (Routine::HeelDrop, _) => [stand, up, tr!(moves.short_lower_heels)],
        (Routine::KneeBend, Style::Seated) => {
            [sit, tr!(moves.short_lift_knee), tr!(moves.short_lower_knee)]
        }
        (Routine::KneeBend, Style::SitToStand) => [
            tr!(moves.short_lean),
            tr!(moves.short_stand_up),
            tr!(moves.short_sit_down),
        ],
        (Routine::KneeBend, _) => [stand, tr!(moves.short_bend), tr!(moves.short_rise)],
    }
}

/// The signs to stop at once for in a few words each, in the order of `content::steps::STOP`.
pub fn stops_in_short() -> [&'static str; 8] {
    [
        tr!(moves.stop_chest_short),
        tr!(moves.stop_breath_short),
        tr!(moves.stop_dizzy_short),
        tr!(moves.stop_heartbeat_short),
        tr!(moves.stop_pain_short),
        tr!(moves.stop_numb_short),
        tr!(moves.stop_balance_short),
        tr!(moves.stop_sweat_short),
    ]
}

/// What was done in a session: "Heel drops, 10, Gentle".
pub fn done(record: &SessionRecord) -> String {
    let what = exercise(record.routine, record.style);
    let style = style(record.style);
    if record.reps == 0 {
        tr!(today.done_none, what = what)
    } else if record.ending == Ending::ByHand {
        tr!(
            today.done_by_hand,
            what = what,
            reps = record.reps,
            style = style
        )
    } else {
        tr!(today.done, what = what, reps = record.reps, style = style)
    }
}
