//! The gate over everything that can be counted: all answers, clearances and single things that were noted.

use super::*;
use crate::domain::day::Instant;
use crate::domain::entry::{Entry, Kind};
use crate::domain::journal::Journal;
use crate::domain::routine::{Routine, Style};
use crate::domain::settings::Settings;

fn day(day: u32) -> LocalDay {
    LocalDay::new(2026, 11, day).unwrap()
}

fn today() -> LocalDay {
    day(22)
}

fn id(text: &str) -> EntryId {
    EntryId::new(text).unwrap()
}

fn answers_of(code: usize) -> Answers {
    let mut answers = Answers::default();
    let mut rest = code;
    for question in Question::ALL {
        answers.set(question, Answer::ALL[rest % 3]);
        rest /= 3;
    }
    answers
}

/// Yes to the questions whose bits are set, and no to the others.
fn yes_or_no(code: usize) -> Answers {
    let mut answers = Answers::default();
    for (place, question) in Question::ALL.into_iter().enumerate() {
        let yes = code >> place & 1 == 1;
        answers.set(question, if yes { Answer::Yes } else { Answer::No });
    }
    answers
}

fn safety(answers: Answers, scope: Option<ClearedFor>) -> Safety {
    let mut safety = Safety {
        answers,
        answered: Some(today()),
        asked: ASKED,
        ..Safety::default()
    };
    safety.clear(scope, &Facts::default(), today());
    safety
}

/// With easy sessions enough for the firm styles, so that only answers close them.
fn proven() -> Facts {
    Facts {
        easy: gate::EASY_SESSIONS,
        ..Facts::default()
    }
}

fn with(what: What) -> Facts {
    Facts {
        told: vec![Fact {
            id: id("noted"),
            day: today(),
            what,
        }],
        ..proven()
    }
}

const EVERY_WHAT: [What; 16] = [
    What::ChestPain,
    What::BonePain,
    What::LegPain,
    What::StrongPain,
    What::NotedChest,
    What::NotedSign,
    What::NotedCalf,
    What::NoticedBackPain,
    What::Fall,
    What::BrokenBone,
    What::Stoop(1),
    What::HeightLoss(1600),
    What::TickedBreak,
    What::TickedSteroids,
    What::TickedHeight,
    What::TickedFalls,
];

const SCOPES: [Option<ClearedFor>; 3] = [None, Some(ClearedFor::Gentle), Some(ClearedFor::All)];

fn everything(verdict: &Verdict) -> Vec<(Routine, Style)> {
    Routine::ALL
        .into_iter()
        .flat_map(|routine| {
            verdict
                .open_styles(routine)
                .into_iter()
                .map(move |style| (routine, style))
        })
        .collect()
}

fn weighs(answers: &Answers, weight: Weight) -> bool {
    Question::ALL
        .into_iter()
        .any(|question| question.weight() == weight && answers.get(question) != Some(Answer::No))
}

/// What section 3 of the evidence and the review say, written anew and plainly.
fn expected(answers: &Answers, scope: Option<ClearedFor>) -> Vec<(Routine, Style)> {
    use Routine::{HeelDrop, KneeBend};
    let yes = |question| answers.get(question) != Some(Answer::No);
    let held = !yes(Question::NoSupport);
    let hands = yes(Question::Fall)
        || yes(Question::Dizzy)
        || yes(Question::Osteoporosis)
        || yes(Question::SpineBreak)
        || yes(Question::RecentBreak)
        || yes(Question::NewPain);
    let serious = weighs(answers, Weight::Nothing) || weighs(answers, Weight::NotUntil);
    let mut open = Vec::new();
    let gentle = scope.is_some() || !serious;
    let drops = scope == Some(ClearedFor::All) || !serious && !weighs(answers, Weight::GentleFirst);
    if gentle || !yes(Question::HeartOrBreath) {
        open.push((HeelDrop, Style::Seated));
    }
    if gentle && held {
        open.push((HeelDrop, Style::Gentle));
    }
    if drops && held {
        open.extend([(HeelDrop, Style::SoftDrop), (HeelDrop, Style::FirmDrop)]);
        if !hands {
            open.push((HeelDrop, Style::Traditional));
        }
    }
    if gentle {
        open.push((KneeBend, Style::Seated));
        if held {
            open.extend([
                (KneeBend, Style::SitToStand),
                (KneeBend, Style::QuarterBend),
            ]);
        }
    }
    open
}

#[test]
fn every_combination_of_answers_and_clearances_opens_what_the_table_says() {
    for code in 0..3_usize.pow(10) {
        let answers = answers_of(code);
        for scope in SCOPES {
            let verdict = verdict(&safety(answers, scope), &proven(), today());
            assert_eq!(
                everything(&verdict),
                expected(&answers, scope),
                "{answers:?} {scope:?}"
            );
        }
    }
}

#[test]
fn nothing_that_is_noted_ever_opens_more_and_what_bears_on_a_question_reads_as_not_sure() {
    // "Not sure" is a yes in every place, which the table above tries out; so each question has two answers here.
    for code in 0..1024 {
        let answers = yes_or_no(code);
        for scope in SCOPES {
            let safety = safety(answers, scope);
            let before = verdict(&safety, &proven(), today());
            for what in EVERY_WHAT {
                let after = verdict(&safety, &with(what), today());
                for one in everything(&after) {
                    assert!(
                        before.allows(one.0, one.1),
                        "{answers:?} {scope:?} {what:?}"
                    );
                }
                for question in what.bears_on() {
                    assert!(after.reasons.contains(question), "{answers:?} {what:?}");
                }
                if scope.is_some() {
                    assert!(after.ended.is_some(), "{answers:?} {what:?}");
                }
            }
        }
    }
}

#[test]
fn a_clearance_covers_only_the_reasons_it_was_given_for() {
    // Every third set of reasons it was given for, against every set of now.
    for then in (0..1024).step_by(3) {
        for now in 0..1024_usize {
            let mut safety = safety(yes_or_no(then), Some(ClearedFor::All));
            safety.answers = yes_or_no(now);
            let verdict = verdict(&safety, &proven(), today());
            // A recent break counts as one after 50 too, then and now.
            let full = |code: usize| code | (code & 1) << 4;
            let is_new = full(now) & !full(then) & 0b01_1111_1111 != 0;
            assert_eq!(verdict.ended.is_some(), is_new, "{then:b} {now:b}");
            if is_new {
                safety.clearance = None;
                let without = super::verdict(&safety, &proven(), today());
                assert_eq!(everything(&verdict), everything(&without));
            }
        }
    }
}

#[test]
fn an_answer_that_turned_ends_a_clearance_for_good() {
    for question in Question::ALL {
        for answer in [Answer::Yes, Answer::NotSure] {
            let mut answers = yes_or_no(0);
            let other = Question::ALL.into_iter().find(|one| *one != question);
            answers.set(other.unwrap(), Answer::Yes);
            let mut safety = safety(answers, Some(ClearedFor::All));
            let facts = Facts {
                under_50: true,
                ..Facts::default()
            };
            safety.answer(question, answer, &facts, today());
            safety.answer(question, Answer::No, &facts, today());
            let ended = verdict(&safety, &facts, today()).ended;
            // Nothing to hold on to is no matter for a doctor.
            let expected = (question != Question::NoSupport).then_some(Ended::NewReason(question));
            assert_eq!(ended, expected, "{question:?}");
        }
    }
}

#[test]
fn nothing_is_open_before_every_question_is_answered() {
    for left_out in Question::ALL {
        let mut safety = Safety {
            asked: ASKED,
            answered: Some(today()),
            ..Safety::default()
        };
        for question in Question::ALL {
            if question != left_out {
                safety.answers.set(question, Answer::No);
            }
        }
        assert_eq!(safety.answers.next_open(), Some(left_out));
        let verdict = verdict(&safety, &proven(), today());
        assert_eq!(verdict.level, Level::Unanswered);
        assert_eq!(everything(&verdict), []);
    }
}

#[test]
fn answers_are_looked_through_again_after_so_many_days_and_gentle_is_the_most_until_then() {
    let answers = yes_or_no(0);
    for (age, sessions, review) in [
        (0, &[][..], None),
        (13, &[], None),
        (14, &[], Some(Review::Gap)),
        (14, &[13], None),
        (89, &[80, 70, 60, 50, 40, 30, 20, 10, 1], None),
        (90, &[80, 70, 60, 50, 40, 30, 20, 10, 1], Some(Review::Old)),
        (89, &[76, 63, 50, 37, 24, 11], None),
        (89, &[76, 62, 50, 37, 24, 11], Some(Review::Gap)),
        (20, &[14], Some(Review::Gap)),
        (20, &[200, 10], None),
        // A session after the gap does not make up for looking.
        (20, &[0], Some(Review::Gap)),
    ] {
        let safety = Safety {
            answered: Some(today().minus(age)),
            ..safety(answers, None)
        };
        let facts = Facts {
            sessions: sessions.iter().map(|days| today().minus(*days)).collect(),
            ..proven()
        };
        let verdict = verdict(&safety, &facts, today());
        assert_eq!(verdict.review, review, "{age} {sessions:?}");
        let most = if review.is_some() {
            Level::GentleFirst
        } else {
            Level::Clear
        };
        assert_eq!(verdict.level, most, "{age} {sessions:?}");
        let mut kept = safety.clone();
        kept.keep(&facts, today());
        assert_eq!(super::verdict(&kept, &facts, today()).review, None);
    }
}

#[test]
fn a_clock_that_was_set_back_an_older_wording_and_a_clearance_of_older_versions_take_the_stricter_reading()
 {
    let clear = yes_or_no(0);
    let ahead = Safety {
        answered: Some(today().plus(365)),
        ..safety(clear, None)
    };
    let found = verdict(&ahead, &proven(), today());
    assert_eq!(
        (found.level, found.review),
        (Level::GentleFirst, Some(Review::Clock))
    );

    let older = Safety {
        asked: ASKED - 1,
        ..safety(clear, None)
    };
    let found = verdict(&older, &proven(), today());
    assert_eq!(
        (found.level, found.review),
        (Level::GentleFirst, Some(Review::Questions))
    );

    let mut answers = clear;
    answers.set(Question::SpineBreak, Answer::Yes);
    let mut safety = safety(answers, Some(ClearedFor::All));
    assert_eq!(verdict(&safety, &proven(), today()).level, Level::Clear);
    let clearance = safety.clearance.clone().unwrap();
    for (covers, knows, at, ended) in [
        (None, None, today(), Ended::NoReasons),
        (clearance.covers.clone(), None, today(), Ended::NoReasons),
        (
            clearance.covers.clone(),
            clearance.knows.clone(),
            today().plus(365),
            Ended::Clock,
        ),
    ] {
        safety.clearance = Some(Clearance {
            covers,
            knows,
            day: at,
            ..clearance.clone()
        });
        let found = verdict(&safety, &proven(), today());
        assert_eq!((found.level, found.ended), (Level::NotUntil, Some(ended)));
    }
}

#[test]
fn firm_styles_open_only_after_easier_ones_went_well() {
    let safety = safety(yes_or_no(0), None);
    for easy in 0..=gate::EASY_SESSIONS + 1 {
        let facts = Facts {
            easy,
            ..Facts::default()
        };
        let verdict = verdict(&safety, &facts, today());
        let open = easy >= gate::EASY_SESSIONS;
        for style in [Style::FirmDrop, Style::Traditional] {
            assert_eq!(verdict.allows(Routine::HeelDrop, style), open, "{easy}");
        }
        assert!(verdict.allows(Routine::HeelDrop, Style::SoftDrop));
        assert_eq!(verdict.waits_for_easy_sessions(), !open);
    }
}

#[test]
fn who_is_dizzy_does_not_begin_with_standing_up_again_and_again() {
    let mut answers = yes_or_no(0);
    answers.set(Question::Dizzy, Answer::NotSure);
    let verdict = verdict(&safety(answers, None), &proven(), today());
    assert_eq!(
        verdict.default_style(Routine::KneeBend),
        Some(Style::Seated)
    );
    assert!(verdict.allows(Routine::KneeBend, Style::SitToStand));
    assert!(verdict.needs_a_pause(Style::SitToStand) && !verdict.needs_a_pause(Style::Seated));
}

#[test]
fn a_recent_break_is_a_break_after_50_and_stays_one_unless_the_person_is_younger() {
    for under_50 in [false, true] {
        let facts = Facts {
            under_50,
            ..proven()
        };
        let mut safety = safety(yes_or_no(0), None);
        safety.answer(Question::RecentBreak, Answer::Yes, &facts, today());
        let during = verdict(&safety, &facts, today());
        assert_eq!(during.reasons.contains(&Question::BreakAfter50), !under_50);
        safety.answer(Question::RecentBreak, Answer::No, &facts, today());
        let after = verdict(&safety, &facts, today());
        let level = if under_50 {
            Level::Clear
        } else {
            Level::GentleFirst
        };
        assert_eq!(after.level, level);
        // It was an operation: the person says so to the question itself.
        safety.answer(Question::BreakAfter50, Answer::No, &facts, today());
        assert_eq!(verdict(&safety, &facts, today()).level, Level::Clear);
    }
}

#[test]
fn the_back_rub_is_kept_from_whom_it_may_harm() {
    for question in Question::ALL {
        let mut answers = yes_or_no(0);
        answers.set(question, Answer::NotSure);
        let verdict = verdict(&safety(answers, Some(ClearedFor::All)), &proven(), today());
        let harmed = matches!(
            question,
            Question::RecentBreak | Question::SpineBreak | Question::NewPain
        );
        assert_eq!(verdict.allows_rub(), !harmed, "{question:?}");
    }
}

#[test]
fn the_same_stoop_or_height_told_again_is_no_news_but_a_greater_loss_is() {
    let fact = |name: &str, what| Fact {
        id: id(name),
        day: today(),
        what,
    };
    for (first, again, news) in [
        (What::Stoop(1), What::Stoop(1), false),
        (What::Stoop(2), What::Stoop(1), false),
        (What::Stoop(1), What::Stoop(2), true),
        (What::HeightLoss(1600), What::HeightLoss(1590), false),
        (What::HeightLoss(1600), What::HeightLoss(1580), true),
        (What::NoticedBackPain, What::NoticedBackPain, false),
        (What::NotedSign, What::NotedSign, true),
    ] {
        let question = first.bears_on()[0];
        let mut facts = Facts {
            told: vec![fact("a", first)],
            ..proven()
        };
        let mut safety = safety(yes_or_no(0), None);
        assert!(
            verdict(&safety, &facts, today())
                .reasons
                .contains(&question)
        );
        safety.answer(question, Answer::No, &facts, today());
        assert_eq!(verdict(&safety, &facts, today()).reasons, [], "{first:?}");
        facts.told.push(fact("b", again));
        let found = verdict(&safety, &facts, today());
        assert_eq!(found.reasons.contains(&question), news, "{again:?}");
    }
}

#[test]
fn a_safety_value_of_an_older_version_reads_and_a_new_one_reads_back() {
    let older = r#"{"answers":{"fall":"yes"},"answered":"2026-11-01","clearance":{"scope":"all","day":"2026-11-02"}}"#;
    let read: Safety = serde_json::from_str(older).unwrap();
    assert_eq!((read.asked, read.lowered), (0, None));
    assert_eq!(read.clearance.unwrap().covers, None);

    let mut safety = safety(answers_of(1), Some(ClearedFor::All));
    let facts = with(What::ChestPain);
    safety.answer(Question::HeartOrBreath, Answer::No, &facts, today());
    safety.lowered = Some(day(3));
    let text = serde_json::to_string(&safety).unwrap();
    assert_eq!(serde_json::from_str::<Safety>(&text).unwrap(), safety);
    assert!(
        text.contains(r#""settled":[{"question":"heart_or_breath","entry":"noted"}]"#),
        "{text}"
    );
}

#[test]
fn ticks_of_the_bone_test_check_reach_the_gate_and_leave_with_the_tick() {
    let mut settings = Settings::default();
    let safety = safety(yes_or_no(0), None);
    for (tick, question) in [
        ("bone_break", Question::BreakAfter50),
        ("bone_steroids", Question::Osteoporosis),
        ("bone_height", Question::SpineBreak),
        ("bone_falls", Question::Fall),
    ] {
        settings.checks.bone_test.set(tick, true);
        let facts = Facts::of(&Journal::default(), &settings, None, today());
        assert_eq!(verdict(&safety, &facts, today()).reasons, [question]);
        settings.checks.bone_test.set(tick, false);
        let facts = Facts::of(&Journal::default(), &settings, None, today());
        assert_eq!(verdict(&safety, &facts, today()).reasons, []);
    }
}

#[test]
fn heights_are_compared_with_the_tallest_and_with_those_before() {
    let height = |name: &str, at, mm| Entry {
        id: id(name),
        at: Instant(at),
        day: today(),
        kind: Kind::Height { mm },
    };
    let mut settings = Settings::default();
    for (heights, tallest, loss) in [
        (vec![1700, 1681], None, false),
        (vec![1700, 1680], None, true),
        (vec![1680, 1700], None, false),
        (vec![1661], Some(1700), false),
        (vec![1660], Some(1700), true),
    ] {
        settings.checks.tallest_mm = tallest;
        let journal: Journal = (0..)
            .zip(&heights)
            .map(|(at, mm)| height(&format!("h{at}"), at, *mm))
            .collect();
        let facts = Facts::of(&journal, &settings, None, today());
        let found = facts
            .told
            .iter()
            .any(|fact| matches!(fact.what, What::HeightLoss(_)));
        assert_eq!(found, loss, "{heights:?} {tallest:?}");
    }
}
