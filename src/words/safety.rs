//! The safety questions and what follows from them, in words.

use crate::domain::safety::{Answer, Level, Question};
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
        NotUntil = verdict_not_until_title,
        GentleFirst = verdict_gentle_first_title,
        Clear = verdict_clear_title,
    }
}

by_id! {
    /// What a verdict means.
    pub fn level(Level in safety) {
        Unanswered = verdict_unanswered,
        NotUntil = verdict_not_until,
        GentleFirst = verdict_gentle_first,
        Clear = verdict_clear,
    }
}

/// The word on the button of an answer. The question about support has clearer ones than yes and no.
pub fn answer(question: Question, answer: Answer) -> &'static str {
    match (question, answer) {
        (Question::NoSupport, Answer::Yes) => tr!(safety.no_support_yes),
        (Question::NoSupport, Answer::No) => tr!(safety.no_support_no),
        (_, Answer::Yes) => tr!(safety.yes),
        (_, Answer::No) => tr!(safety.no),
        (_, Answer::NotSure) => tr!(safety.not_sure),
    }
}
