//! The safety questions and what follows from them, in words.

use crate::domain::safety::{Answer, Ended, Group, Level, Question, Raised, Review, Verdict, What};
use crate::tr;

by_id! {
    /// The question.
    pub fn question(Question in safety) {
        RecentBreak = recent_break,
        SpineBreak = spine_break,
        NewPain = new_pain,
        HeartOrBreath = heart_or_breath,
        BreakAfter50 = break_after_50,
        Osteoporosis = osteoporosis,
        Fall = fall,
        Dizzy = dizzy,
        Joints = joints,
        NoSupport = no_support,
    }
}

by_id! {
    /// What it means, with an example.
    pub fn explanation(Question in safety) {
        RecentBreak = recent_break_help,
        SpineBreak = spine_break_help,
        NewPain = new_pain_help,
        HeartOrBreath = heart_or_breath_help,
        BreakAfter50 = break_after_50_help,
        Osteoporosis = osteoporosis_help,
        Fall = fall_help,
        Dizzy = dizzy_help,
        Joints = joints_help,
        NoSupport = no_support_help,
    }
}

by_id! {
    /// A "yes" to it, as a reason: "a fall in the last year".
    pub fn reason(Question in safety) {
        RecentBreak = recent_break_reason,
        SpineBreak = spine_break_reason,
        NewPain = new_pain_reason,
        HeartOrBreath = heart_or_breath_reason,
        BreakAfter50 = break_after_50_reason,
        Osteoporosis = osteoporosis_reason,
        Fall = fall_reason,
        Dizzy = dizzy_reason,
        Joints = joints_reason,
        NoSupport = no_support_reason,
    }
}

by_id! {
    /// The heading of a verdict.
    pub fn level_title(Level in safety) {
        Unanswered = verdict_unanswered_title,
        Nothing = verdict_nothing_title,
        NotUntil = verdict_not_until_title,
        GentleFirst = verdict_gentle_first_title,
        Clear = verdict_clear_title,
    }
}

by_id! {
    /// What a verdict means.
    pub fn level(Level in safety) {
        Unanswered = verdict_unanswered,
        Nothing = verdict_nothing,
        NotUntil = verdict_not_until,
        GentleFirst = verdict_gentle_first,
        Clear = verdict_clear,
    }
}

/// The heading of what is open.
pub fn title(verdict: &Verdict) -> &'static str {
    if verdict.waits_for_support() {
        tr!(safety.seated_for_now_title)
    } else {
        level_title(verdict.level)
    }
}

/// What that means.
pub fn lead(verdict: &Verdict) -> &'static str {
    if verdict.waits_for_support() {
        tr!(safety.seated_for_now)
    } else {
        level(verdict.level)
    }
}

/// The word on the button of an answer. The question about something to hold is asked the other way round.
pub fn answer(question: Question, answer: Answer) -> &'static str {
    let [yes, no, _] = question.answers();
    match answer {
        answer if answer == yes => tr!(safety.yes),
        answer if answer == no => tr!(safety.no),
        _ => tr!(safety.not_sure),
    }
}

by_id! {
    /// What is asked together.
    pub fn group(Group in safety) {
        BrokenBones = group_broken_bones,
        HeartAndBreath = group_heart_and_breath,
        PainAndBalance = group_pain_and_balance,
        BonesAndJoints = group_bones_and_joints,
        Support = group_support,
    }
}

by_id! {
    /// The question as a line to tick. Two are never in a list.
    pub fn tick(Question in safety) {
        RecentBreak = recent_break_tick,
        SpineBreak = spine_break_tick,
        NewPain = new_pain_tick,
        HeartOrBreath = heart_or_breath,
        BreakAfter50 = break_after_50_tick,
        Osteoporosis = osteoporosis_tick,
        Fall = fall_tick,
        Dizzy = dizzy_tick,
        Joints = joints_tick,
        NoSupport = no_support,
    }
}

/// What the line takes in besides, if its own words do not say it all.
pub fn tick_besides(question: Question) -> Option<&'static str> {
    Some(match question {
        Question::SpineBreak => tr!(safety.spine_break_tick_help),
        Question::NewPain => tr!(safety.new_pain_tick_help),
        Question::Osteoporosis => tr!(safety.osteoporosis_tick_help),
        Question::Fall => tr!(safety.fall_tick_help),
        Question::Joints => tr!(safety.joints_tick_help),
        _ => return None,
    })
}

by_id! {
    /// Why the answers are to be looked through again.
    pub fn review(Review in safety) {
        Questions = review_questions,
        Clock = review_clock,
        BrokenBone = review_broken_bone,
        Fell = review_fell,
        Gap = review_gap,
        Old = review_old,
    }
}

/// What was noted, as a reason: "a fall".
pub fn noted(what: What) -> &'static str {
    match what {
        What::ChestPain => tr!(safety.noted_chest_pain),
        What::BonePain => tr!(safety.noted_bone_pain),
        What::LegPain => tr!(safety.noted_leg_pain),
        What::StrongPain => tr!(safety.noted_strong_pain),
        What::NotedChest => tr!(safety.noted_noted_chest),
        What::NotedSign => tr!(safety.noted_noted_sign),
        What::NotedCalf => tr!(safety.noted_noted_calf),
        What::NoticedBackPain => tr!(safety.noted_noticed_back_pain),
        What::Fall => tr!(safety.noted_fall),
        What::BrokenBone => tr!(safety.noted_broken_bone),
        What::Stoop(_) => tr!(safety.noted_stoop),
        What::HeightLoss(_) => tr!(safety.noted_height_loss),
        What::TickedBreak => tr!(safety.noted_ticked_break),
        What::TickedSteroids => tr!(safety.noted_ticked_steroids),
        What::TickedHeight => tr!(safety.noted_ticked_height),
        What::TickedFalls => tr!(safety.noted_ticked_falls),
    }
}

/// Why a "no" counts as "not sure".
pub fn raised_by(raised: Raised) -> String {
    match raised.by {
        Some((what, _)) => tr!(safety.raised, what = noted(what)),
        None => tr!(safety.raised_recent).to_owned(),
    }
}

/// Why a yes that was noted no longer counts.
pub fn ended(ended: Ended) -> String {
    match ended {
        Ended::NoReasons => tr!(safety.ended_no_reasons).to_owned(),
        Ended::Clock => tr!(safety.ended_clock).to_owned(),
        Ended::NewReason(question) => tr!(safety.ended_new_reason, reason = reason(question)),
        Ended::Noted(what) => tr!(safety.ended_noted, what = noted(what)),
    }
}
