//! People over months: what they told, felt, noted and were allowed, and what is open to them in the end.
//!
//! Each story is one person. Days are counted from the day of their first answers; on each, the app is opened.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod support {
    pub mod sessions;
}

use bonewise::domain::agenda::Instead;
use bonewise::domain::body::{Note, Posture, Region, Sign, Trigger};
use bonewise::domain::coach::{Coach, Event as Happening};
use bonewise::domain::day::{Instant, LocalDay, Now};
use bonewise::domain::entry::{Ending, Entry, EntryId, Kind};
use bonewise::domain::feeling::{Effort, PainLevel, PainPlace};
use bonewise::domain::model::{Effect, Event, Model, Stamp, update};
use bonewise::domain::routine::{Plan, Routine, Style};
use bonewise::domain::safety::{
    Answer, Clearance, ClearedFor, Ended, Level, Question, Review, Safety, What,
};
use bonewise::domain::session::Session;
use bonewise::domain::symptom::SymptomId;
use support::sessions::done;

use Answer::{No, NotSure, Yes};
use Routine::{HeelDrop, KneeBend};
use Style::{FirmDrop, Gentle, QuarterBend, Seated, SitToStand, SoftDrop, Traditional};

const EASY: &[Style] = &[Seated, Gentle];
const SOFT: &[Style] = &[Seated, Gentle, SoftDrop];
const FIRM: &[Style] = &[Seated, Gentle, SoftDrop, FirmDrop];
const ALL: &[Style] = &[Seated, Gentle, SoftDrop, FirmDrop, Traditional];

struct Person {
    model: Model,
    day: LocalDay,
    number: u64,
    /// What was written, for another tab.
    written: Vec<Effect>,
}

fn first_day() -> LocalDay {
    LocalDay::new(2026, 3, 1).unwrap()
}

impl Person {
    /// Who has not answered anything yet.
    fn new() -> Self {
        Self {
            model: Model::new(first_day()),
            day: first_day(),
            number: 0,
            written: Vec::new(),
        }
    }

    /// All ten answered with no on day 0.
    fn well() -> Self {
        Self::with(&[])
    }

    /// All ten answered on day 0, these with yes.
    fn with(yes: &[Question]) -> Self {
        let mut person = Self::new();
        for question in Question::ALL {
            let answer = if yes.contains(&question) { Yes } else { No };
            person.answer(question, answer);
        }
        person
    }

    /// Well, with three good Gentle sessions behind them, on day 3.
    fn firm() -> Self {
        let mut person = Self::well();
        for day in 1..=3 {
            person.on(day).does(Gentle);
        }
        person
    }

    fn on(&mut self, day: u64) -> &mut Self {
        self.day = first_day().plus(day);
        self.send(Event::DayCame)
    }

    fn send(&mut self, event: Event) -> &mut Self {
        self.number += 1;
        let days = self.day.days_since(LocalDay::epoch());
        let stamp = Stamp {
            now: Now {
                at: Instant(days * 86_400_000 + i64::try_from(self.number).unwrap()),
                day: self.day,
            },
            id: EntryId::of_number(self.number),
        };
        let effects = update(&mut self.model, event, stamp);
        self.written.extend(effects);
        self
    }

    fn answer(&mut self, question: Question, answer: Answer) -> &mut Self {
        self.send(Event::Answered(question, answer))
    }

    fn cleared(&mut self, scope: ClearedFor) -> &mut Self {
        self.send(Event::Cleared(Some(scope)))
    }

    fn keeps(&mut self) -> &mut Self {
        self.send(Event::Kept)
    }

    /// A session done to the end.
    fn does(&mut self, style: Style) -> &mut Self {
        self.session(style, Ending::Completed);
        self
    }

    fn session(&mut self, style: Style, ending: Ending) -> EntryId {
        let routine = if Routine::HeelDrop.styles().contains(&style) {
            HeelDrop
        } else {
            KneeBend
        };
        let record = done(routine, style, ending);
        self.send(Event::Noted(Box::new(Kind::Session(record))));
        EntryId::of_number(self.number)
    }

    fn felt(&mut self, session: EntryId, effort: Option<Effort>, pain: u8) -> &mut Self {
        let pain = PainLevel::new(pain).ok();
        self.send(Event::Felt {
            session,
            effort,
            pain,
        })
    }

    /// Pain stops a session.
    fn hurts(&mut self, place: PainPlace) -> &mut Self {
        let session = self.session(Gentle, Ending::Pain);
        self.send(Event::Hurt { session, place })
    }

    fn notes(&mut self, note: Note) -> &mut Self {
        self.send(Event::Noted(Box::new(Kind::Note(Box::new(note)))))
    }

    fn falls(&mut self) -> &mut Self {
        self.notes(Note {
            trigger: Some(Trigger::Fall),
            ..Note::default()
        })
    }

    fn notices(&mut self, symptom: SymptomId) -> &mut Self {
        self.send(Event::Noted(Box::new(Kind::Sign { symptom })))
    }

    fn measures(&mut self, mm: u16) -> &mut Self {
        self.send(Event::Noted(Box::new(Kind::Height { mm })))
    }

    fn settings(
        &mut self,
        change: impl FnOnce(&mut bonewise::domain::settings::Settings),
    ) -> &mut Self {
        let mut settings = self.model.settings.clone();
        change(&mut settings);
        self.send(Event::Chose(Box::new(settings)))
    }

    fn born(&mut self, year: i32) -> &mut Self {
        self.settings(|settings| settings.person.birth_year = Some(year))
    }

    fn ticks(&mut self, tick: &str) -> &mut Self {
        self.settings(|settings| settings.checks.bone_test.set(tick, true))
    }

    fn wishes(&mut self, style: Style, rounds: u8) -> &mut Self {
        self.settings(|settings| {
            settings.choose(Plan {
                style,
                rounds,
                ..Plan::NEWCOMER_HEEL_DROPS
            });
        })
    }

    #[track_caller]
    fn level(&mut self, level: Level) -> &mut Self {
        assert_eq!(
            self.model.verdict().level,
            level,
            "{:?}",
            self.model.verdict()
        );
        self
    }

    #[track_caller]
    fn heels(&mut self, open: &[Style]) -> &mut Self {
        assert_eq!(
            self.model.verdict().open_styles(HeelDrop),
            open,
            "{:?}",
            self.model.verdict()
        );
        self
    }

    #[track_caller]
    fn knees(&mut self, open: &[Style]) -> &mut Self {
        assert_eq!(
            self.model.verdict().open_styles(KneeBend),
            open,
            "{:?}",
            self.model.verdict()
        );
        self
    }

    #[track_caller]
    fn review(&mut self, review: Option<Review>) -> &mut Self {
        assert_eq!(self.model.verdict().review, review);
        self
    }

    #[track_caller]
    fn ended(&mut self, ended: Option<Ended>) -> &mut Self {
        assert_eq!(self.model.verdict().ended, ended);
        self
    }

    /// What Today begins with.
    #[track_caller]
    fn today(&mut self, style: Style, rounds: u8) -> &mut Self {
        let plan = self.model.agenda().next.unwrap().plan;
        assert_eq!((plan.style, plan.rounds), (style, rounds));
        self
    }

    #[track_caller]
    fn instead(&mut self, why: Instead) -> &mut Self {
        let agenda = self.model.agenda();
        assert_eq!((agenda.next, agenda.instead), (None, Some(why)));
        self
    }
}

/// What one tab wrote reaches another.
fn pass_on(from: &mut Person, to: &mut Person) {
    for effect in std::mem::take(&mut from.written) {
        let event = match effect {
            Effect::Append(entry) => Event::Arrived(Box::new(entry)),
            Effect::SaveSafety => Event::SafetyArrived(from.model.safety.clone()),
            Effect::SaveSettings => Event::SettingsArrived(Box::new(from.model.settings.clone())),
            Effect::ClearSession => continue,
        };
        to.send(event);
    }
    to.written.clear();
}

fn running(style: Style) -> Session {
    let plan = Plan {
        style,
        ..Plan::NEWCOMER_HEEL_DROPS
    };
    let (mut coach, _) = Coach::start(plan, 0.0);
    for tick in 1..=300 {
        coach.handle(f64::from(tick) * 100.0, Happening::Tick);
    }
    let begun = Now {
        at: Instant(0),
        day: first_day(),
    };
    Session::begin(EntryId::new("running").unwrap(), begun, coach)
}

// A yes and what comes after it

#[test]
fn a_broken_wrist_ends_a_yes_to_drops() {
    let mut p = Person::with(&[Question::Osteoporosis]);
    p.cleared(ClearedFor::All).heels(SOFT);
    for day in 1..=3 {
        p.on(day).does(Gentle);
    }
    p.on(4).heels(FIRM).wishes(FirmDrop, 6).today(FirmDrop, 6);
    p.on(10).answer(Question::RecentBreak, Yes);
    p.ended(Some(Ended::NewReason(Question::RecentBreak)));
    p.level(Level::NotUntil).heels(&[Seated]).knees(&[]);
}

#[test]
fn a_yes_does_not_come_back_when_the_break_is_no_longer_recent() {
    let mut p = Person::with(&[Question::Osteoporosis]);
    p.cleared(ClearedFor::All);
    p.on(10).answer(Question::RecentBreak, Yes);
    p.on(12)
        .does(Seated)
        .on(24)
        .does(Seated)
        .on(36)
        .does(Seated);
    p.on(40).answer(Question::RecentBreak, No);
    p.ended(Some(Ended::NewReason(Question::RecentBreak)));
    p.heels(EASY).today(Gentle, 2);
}

#[test]
fn a_new_yes_for_the_new_reasons_opens_again_from_the_beginning() {
    let mut p = Person::with(&[Question::Osteoporosis]);
    p.cleared(ClearedFor::All);
    for day in 1..=3 {
        p.on(day).does(Gentle);
    }
    p.wishes(FirmDrop, 8);
    p.on(10).answer(Question::RecentBreak, Yes).heels(&[Seated]);
    p.on(12).cleared(ClearedFor::All).ended(None);
    p.heels(SOFT).today(Gentle, 2);
    for day in 13..=15 {
        p.on(day).does(Gentle);
    }
    p.heels(FIRM);
}

#[test]
fn a_yes_to_slow_exercise_does_not_open_a_drop() {
    let mut p = Person::with(&[Question::SpineBreak]);
    p.heels(&[Seated]).knees(&[]);
    p.cleared(ClearedFor::Gentle)
        .heels(EASY)
        .knees(&[Seated, SitToStand, QuarterBend]);
}

#[test]
fn a_yes_to_drops_leaves_the_hands_on_the_support_after_a_fall() {
    for reason in [
        Question::Fall,
        Question::Dizzy,
        Question::Osteoporosis,
        Question::SpineBreak,
    ] {
        let mut p = Person::with(&[reason]);
        p.cleared(ClearedFor::All);
        for day in 1..=3 {
            p.on(day).does(Gentle);
        }
        p.heels(FIRM);
    }
}

#[test]
fn a_fall_that_is_noted_ends_a_yes() {
    let mut p = Person::with(&[Question::Joints]);
    p.cleared(ClearedFor::All).level(Level::Clear);
    p.on(20).does(Gentle).falls();
    p.on(21).ended(Some(Ended::Noted(What::NotedSign)));
    p.level(Level::NotUntil).heels(&[Seated]);
}

#[test]
fn a_knee_that_hurts_ends_a_yes_too_and_leaves_gentle_open() {
    let mut p = Person::with(&[Question::Joints]);
    p.cleared(ClearedFor::All).on(5).hurts(PainPlace::Knee);
    p.on(6).ended(Some(Ended::Noted(What::LegPain))).heels(EASY);
}

#[test]
fn strong_pain_told_after_a_session_ends_a_yes() {
    let mut p = Person::with(&[Question::SpineBreak]);
    p.cleared(ClearedFor::Gentle).heels(EASY);
    let session = p.on(4).session(Gentle, Ending::Completed);
    p.felt(session, None, 4);
    p.on(5)
        .ended(Some(Ended::Noted(What::StrongPain)))
        .heels(&[Seated]);
}

#[test]
fn pain_that_was_known_when_the_yes_was_given_does_not_end_it() {
    let mut p = Person::with(&[Question::SpineBreak]);
    p.on(3)
        .hurts(PainPlace::Back)
        .on(5)
        .cleared(ClearedFor::Gentle);
    p.ended(None).heels(EASY);
    p.on(7).hurts(PainPlace::Back).on(8).heels(&[Seated]);
}

#[test]
fn a_broken_bone_noted_in_the_guide_ends_a_yes() {
    let mut p = Person::with(&[Question::BreakAfter50]);
    p.cleared(ClearedFor::All)
        .on(5)
        .notices(SymptomId::EasyBreaks);
    p.instead(Instead::Alarm).on(6);
    p.ended(Some(Ended::Noted(What::BrokenBone)))
        .review(Some(Review::BrokenBone));
    p.heels(&[Seated]);
}

#[test]
fn a_yes_taken_back_is_gone() {
    let mut p = Person::with(&[Question::SpineBreak]);
    p.cleared(ClearedFor::All).level(Level::Clear);
    p.send(Event::Cleared(None)).heels(&[Seated]);
}

#[test]
fn nothing_to_hold_on_to_is_no_matter_for_a_yes() {
    let mut p = Person::with(&[Question::SpineBreak]);
    p.cleared(ClearedFor::All)
        .on(2)
        .answer(Question::NoSupport, Yes);
    p.ended(None).heels(&[Seated]).knees(&[Seated]);
    p.on(3)
        .answer(Question::NoSupport, No)
        .ended(None)
        .heels(SOFT);
}

#[test]
fn a_yes_of_an_older_version_covers_nothing_and_is_asked_again() {
    let mut p = Person::with(&[Question::Fall]);
    p.model.safety.clearance = Some(Clearance {
        scope: ClearedFor::All,
        day: first_day(),
        covers: None,
        knows: None,
        ended: None,
    });
    p.ended(Some(Ended::NoReasons)).heels(EASY);
    p.on(1).cleared(ClearedFor::All).ended(None).heels(SOFT);
}

// Pain until it is settled

#[test]
fn chest_pain_is_not_forgotten_overnight() {
    let mut p = Person::firm();
    p.on(5).hurts(PainPlace::Chest).instead(Instead::Closed);
    for day in [6, 12, 18, 200] {
        p.on(day)
            .instead(Instead::Closed)
            .level(Level::Nothing)
            .heels(&[])
            .knees(&[]);
    }
}

#[test]
fn chest_pain_that_was_cleared_up_is_answered_for() {
    let mut p = Person::firm();
    p.wishes(FirmDrop, 9).on(5).hurts(PainPlace::Chest);
    p.on(9).answer(Question::HeartOrBreath, No);
    p.level(Level::Clear).heels(SOFT).today(Gentle, 2);
}

#[test]
fn chest_pain_after_an_answer_counts_again() {
    let mut p = Person::firm();
    p.on(5)
        .hurts(PainPlace::Chest)
        .on(6)
        .answer(Question::HeartOrBreath, No);
    p.level(Level::Clear).on(7).hurts(PainPlace::Chest);
    p.on(8).level(Level::Nothing);
}

#[test]
fn a_hip_that_hurt_waits_for_an_answer() {
    for place in [PainPlace::Back, PainPlace::Hip, PainPlace::Elsewhere] {
        let mut p = Person::firm();
        p.on(5)
            .hurts(place)
            .on(6)
            .level(Level::NotUntil)
            .today(Seated, 2);
        p.knees(&[])
            .on(8)
            .answer(Question::NewPain, No)
            .level(Level::Clear);
    }
}

#[test]
fn pain_whose_place_was_never_told_waits_for_an_answer_too() {
    let mut p = Person::firm();
    p.on(5).session(Gentle, Ending::Pain);
    p.on(6).level(Level::NotUntil);
}

#[test]
fn a_sore_knee_rests_today_and_less_is_offered_tomorrow() {
    let mut p = Person::firm();
    p.settings(|settings| {
        settings.choose(Plan {
            rounds: 4,
            ..Plan::NEWCOMER_HEEL_DROPS
        });
    });
    p.on(5).hurts(PainPlace::Knee).instead(Instead::Pain);
    p.on(6).level(Level::Clear).heels(SOFT).today(Gentle, 4);
    let offer = p.model.offer(HeelDrop).unwrap();
    assert!(!offer.step.is_up());
}

#[test]
fn firm_styles_close_after_pain_until_easier_ones_went_well_again() {
    let mut p = Person::firm();
    p.on(4).heels(ALL).wishes(FirmDrop, 5).today(FirmDrop, 5);
    let session = p.on(4).session(FirmDrop, Ending::Completed);
    p.felt(session, None, 6);
    p.on(5).heels(SOFT).today(Gentle, 2);
    for day in 5..=7 {
        p.on(day).does(Gentle);
    }
    p.heels(ALL);
}

#[test]
fn pain_undone_at_once_was_a_slip() {
    let mut p = Person::firm();
    p.on(5)
        .notices(SymptomId::PressedNerves)
        .level(Level::Nothing);
    let entry = EntryId::of_number(p.number);
    p.send(Event::Undid(entry)).level(Level::Clear);
}

// Notes

#[test]
fn a_note_of_sudden_back_pain_stands_in_place_of_the_session_and_lasts() {
    let mut p = Person::firm();
    let note = Note {
        places: vec![Region::LowerBack],
        trigger: Some(Trigger::Lift),
        ..Note::default()
    };
    p.on(5)
        .notes(note)
        .instead(Instead::Alarm)
        .level(Level::Nothing);
    p.on(6).level(Level::NotUntil).today(Seated, 2);
    p.on(9).answer(Question::NewPain, No).level(Level::Clear);
}

#[test]
fn a_note_of_a_faint_closes_everything_until_it_is_answered_for() {
    let mut p = Person::firm();
    let note = Note {
        signs: vec![Sign::Faint],
        ..Note::default()
    };
    p.on(5).notes(note).instead(Instead::Alarm);
    p.on(9)
        .instead(Instead::Closed)
        .answer(Question::HeartOrBreath, No)
        .level(Level::Clear);
}

#[test]
fn a_sore_calf_in_a_note_is_looked_at_today_and_no_more() {
    let mut p = Person::firm();
    let note = Note {
        places: vec![Region::LeftCalf],
        ..Note::default()
    };
    p.on(5)
        .notes(note)
        .instead(Instead::Alarm)
        .level(Level::Clear);
    p.on(6).level(Level::Clear).today(Gentle, 2);
}

#[test]
fn a_back_that_has_ached_for_years_can_be_noted_without_consequence() {
    let mut p = Person::firm();
    let note = Note {
        places: vec![Region::LowerBack],
        trigger: Some(Trigger::Sitting),
        ..Note::default()
    };
    p.on(5).notes(note).level(Level::Clear).today(Gentle, 2);
}

#[test]
fn back_pain_noticed_in_the_guide_is_asked_about_once() {
    let mut p = Person::firm();
    p.on(5).notices(SymptomId::BackPain).instead(Instead::Alarm);
    p.on(6)
        .level(Level::NotUntil)
        .answer(Question::NewPain, No)
        .level(Level::Clear);
    p.on(9)
        .notices(SymptomId::BackPain)
        .level(Level::Clear)
        .today(Gentle, 2);
}

#[test]
fn a_new_stoop_is_a_spine_that_may_have_broken() {
    let mut p = Person::firm();
    let stoop = |posture| Note {
        posture: Some(posture),
        ..Note::default()
    };
    p.on(5)
        .notes(stoop(Posture::LittleStooped))
        .level(Level::NotUntil);
    p.on(20)
        .keeps()
        .answer(Question::SpineBreak, No)
        .level(Level::Clear);
    p.on(30)
        .notes(stoop(Posture::LittleStooped))
        .level(Level::Clear);
    p.on(31)
        .notes(stoop(Posture::Stooped))
        .level(Level::NotUntil);
}

#[test]
fn a_fall_that_is_noted_asks_for_all_answers_again() {
    let mut p = Person::firm();
    p.on(5)
        .falls()
        .on(6)
        .review(Some(Review::Fell))
        .level(Level::NotUntil);
    p.answer(Question::NewPain, No)
        .level(Level::GentleFirst)
        .heels(EASY);
    p.keeps().review(None).level(Level::GentleFirst);
    assert_eq!(p.model.safety.answers.get(Question::Fall), Some(NotSure));
}

// What the checks find

#[test]
fn height_that_was_lost_reaches_the_gate() {
    let mut p = Person::firm();
    p.settings(|settings| settings.checks.tallest_mm = Some(1700));
    p.on(5).measures(1665).level(Level::Clear);
    p.on(6).measures(1660).level(Level::NotUntil).knees(&[]);
    p.on(9).answer(Question::SpineBreak, No).level(Level::Clear);
    p.on(15).measures(1655).level(Level::Clear);
    p.on(16).measures(1640).level(Level::NotUntil);
}

#[test]
fn a_tick_in_the_bone_test_check_reaches_the_gate() {
    for (tick, level) in [
        ("bone_break", Level::GentleFirst),
        ("bone_steroids", Level::GentleFirst),
        ("bone_falls", Level::GentleFirst),
        ("bone_height", Level::NotUntil),
        ("bone_smoke", Level::Clear),
    ] {
        let mut p = Person::firm();
        p.on(5).ticks(tick).level(level);
    }
}

#[test]
fn steroids_ticked_after_a_yes_are_a_new_reason() {
    let mut p = Person::with(&[Question::Joints]);
    p.cleared(ClearedFor::All).on(5).ticks("bone_steroids");
    p.ended(Some(Ended::Noted(What::TickedSteroids)))
        .heels(EASY);
}

// Time

#[test]
fn answers_are_looked_through_after_ninety_days() {
    let mut p = Person::firm();
    p.wishes(SoftDrop, 6);
    for day in (4..=88).step_by(7) {
        p.on(day).does(SoftDrop);
    }
    p.on(89).review(None).today(SoftDrop, 6);
    p.on(90).review(Some(Review::Old)).heels(EASY);
    // Nothing has changed but time: what was built up stays.
    p.keeps().review(None).today(SoftDrop, 6);
}

#[test]
fn two_weeks_away_begin_low_again() {
    let mut p = Person::firm();
    p.wishes(FirmDrop, 9).on(16).review(None).today(FirmDrop, 9);
    p.on(17).review(Some(Review::Gap)).heels(EASY);
    p.keeps().heels(SOFT).today(Gentle, 2);
}

#[test]
fn a_session_after_two_weeks_does_not_stand_for_looking_through_the_answers() {
    let mut p = Person::firm();
    p.on(17).does(Gentle).on(18).does(Gentle);
    p.on(19).review(Some(Review::Gap)).heels(EASY);
}

#[test]
fn a_slip_that_is_undone_costs_nothing_of_what_was_built_up() {
    let mut p = Person::firm();
    p.on(4).wishes(FirmDrop, 8).falls().level(Level::Nothing);
    let entry = EntryId::of_number(p.number);
    p.send(Event::Undid(entry)).today(FirmDrop, 8);
}

#[test]
fn who_answered_and_never_began_is_asked_again_after_two_weeks() {
    let mut p = Person::well();
    p.on(13)
        .review(None)
        .on(14)
        .review(Some(Review::Gap))
        .keeps()
        .review(None);
}

#[test]
fn a_single_changed_answer_does_not_make_the_others_younger() {
    let mut p = Person::firm();
    p.on(80).keeps();
    for day in (81..=160).step_by(7) {
        p.on(day).does(Gentle);
    }
    p.on(165).answer(Question::Dizzy, No).on(169).review(None);
    p.on(170).review(Some(Review::Old));
}

#[test]
fn a_break_that_is_three_months_old_is_still_one_after_50() {
    let mut p = Person::firm();
    p.wishes(FirmDrop, 10)
        .on(5)
        .answer(Question::RecentBreak, Yes)
        .heels(&[Seated]);
    p.on(10).does(Seated).on(20).does(Seated);
    p.on(30)
        .answer(Question::RecentBreak, No)
        .level(Level::GentleFirst)
        .today(Gentle, 2);
    assert_eq!(
        p.model.safety.answers.get(Question::BreakAfter50),
        Some(NotSure)
    );
}

#[test]
fn an_operation_at_72_can_be_told_from_a_break() {
    let mut p = Person::firm();
    p.born(1954).on(5).answer(Question::RecentBreak, NotSure);
    p.on(15)
        .does(Seated)
        .on(16)
        .answer(Question::RecentBreak, No)
        .level(Level::GentleFirst);
    p.answer(Question::BreakAfter50, No)
        .level(Level::Clear)
        .heels(SOFT)
        .today(Gentle, 2);
}

#[test]
fn a_break_at_40_is_none_after_50_but_the_way_back_begins_low() {
    let mut p = Person::firm();
    p.born(1986)
        .wishes(FirmDrop, 10)
        .on(5)
        .answer(Question::RecentBreak, Yes);
    p.on(15)
        .does(Seated)
        .on(16)
        .answer(Question::RecentBreak, No);
    p.level(Level::Clear).heels(SOFT).today(Gentle, 2);
}

// Seated

#[test]
fn a_new_hip_lifts_no_knee() {
    let mut p = Person::with(&[Question::RecentBreak]);
    p.heels(&[Seated]).knees(&[]).today(Seated, 2);
    p.does(Seated).instead(Instead::Done);
}

#[test]
fn a_fever_closes_everything_and_passes() {
    let mut p = Person::firm();
    p.on(5)
        .answer(Question::HeartOrBreath, Yes)
        .heels(&[])
        .knees(&[])
        .instead(Instead::Closed);
    p.on(9)
        .answer(Question::HeartOrBreath, No)
        .level(Level::Clear);
}

#[test]
fn who_is_dizzy_is_offered_knee_lifts_and_not_standing_up_again_and_again() {
    let mut p = Person::with(&[Question::Dizzy]);
    p.knees(&[Seated, SitToStand, QuarterBend]);
    assert_eq!(p.model.verdict().nearest(KneeBend, SoftDrop), Some(Seated));
    let mut p = Person::with(&[Question::Fall]);
    assert_eq!(p.model.verdict().default_style(KneeBend), Some(SitToStand));
    p.heels(EASY);
}

// Firm styles

#[test]
fn ninety_years_and_ten_times_no_still_begins_with_gentle() {
    let mut p = Person::well();
    p.born(1936).heels(SOFT).today(Gentle, 2);
    p.on(1).does(Gentle).on(2).does(Gentle).heels(SOFT);
    let hard = p.on(3).session(Gentle, Ending::Completed);
    p.felt(hard, Some(Effort::TooHard), 0).heels(SOFT);
    p.on(4).does(Gentle).heels(ALL);
}

#[test]
fn what_was_done_without_the_app_or_broken_off_proves_nothing() {
    let mut p = Person::well();
    for day in 1..=9 {
        p.on(day).session(Gentle, Ending::ByHand);
        p.session(Gentle, Ending::Stopped);
        p.session(Seated, Ending::Completed);
    }
    p.heels(SOFT);
}

// Every path

#[test]
fn a_plan_saved_before_is_taken_in_what_is_open() {
    let mut p = Person::firm();
    p.on(4).wishes(FirmDrop, 7);
    p.model.safety.answers.set(Question::Osteoporosis, Yes); // as another version may have saved it
    assert_eq!(p.model.verdict().nearest(HeelDrop, FirmDrop), Some(Gentle));
    assert_eq!(p.model.agenda().next.unwrap().plan.style, Gentle);
}

#[test]
fn a_session_in_one_tab_pauses_when_answers_change_in_another() {
    let mut here = Person::firm();
    let mut there = Person::firm();
    here.written.clear();
    there.written.clear();
    let session = running(FirmDrop);
    assert!(session.is_open(&here.model.verdict()));
    there.answer(Question::RecentBreak, Yes);
    pass_on(&mut there, &mut here);
    assert!(session.has_to_pause(&here.model.verdict()));
    assert!(!session.is_open(&here.model.verdict()));
    assert!(running(Seated).is_open(&here.model.verdict()));
}

#[test]
fn a_fall_noted_in_another_tab_pauses_a_session_too() {
    let mut here = Person::firm();
    let mut there = Person::firm();
    there.written.clear();
    there.falls();
    pass_on(&mut there, &mut here);
    assert!(running(Gentle).has_to_pause(&here.model.verdict()));
}

#[test]
fn an_answer_in_one_tab_does_not_settle_what_it_could_not_know_of() {
    let mut here = Person::firm();
    let mut there = Person::firm();
    here.written.clear();
    there.written.clear();
    there.number += 100;
    there.hurts(PainPlace::Chest);
    here.answer(Question::HeartOrBreath, No);
    pass_on(&mut there, &mut here);
    pass_on(&mut here, &mut there);
    here.level(Level::Nothing);
}

#[test]
fn a_paused_session_does_not_go_on_after_a_day_on_which_pain_was_told_of() {
    let mut p = Person::firm();
    let mut session = running(SoftDrop);
    session.coach.handle(
        31_000.0,
        Happening::Pause(bonewise::domain::coach::PauseReason::Asked),
    );
    p.on(5).hurts(PainPlace::Back);
    assert!(!session.is_open(&p.model.verdict()));
    assert!(
        !session.has_to_pause(&p.model.verdict()),
        "it waits already"
    );
}

// Bad days

#[test]
fn a_clock_set_back_a_year_asks_for_the_answers_and_hides_no_pain() {
    let mut p = Person::firm();
    p.on(5).hurts(PainPlace::Chest);
    p.day = first_day().minus(365);
    p.send(Event::DayCame)
        .review(Some(Review::Clock))
        .level(Level::Nothing);
    p.keeps().review(None).level(Level::Nothing);
    // Pain that is noted under the wrong clock carries a day before the answers, and counts all the same.
    p.answer(Question::HeartOrBreath, No)
        .hurts(PainPlace::Chest);
    p.on(6).level(Level::Nothing);
}

#[test]
fn an_entry_of_the_future_is_no_session_of_late_and_its_pain_counts() {
    let mut p = Person::firm();
    p.day = first_day().plus(400);
    p.does(Gentle);
    p.on(17).review(Some(Review::Clock));
    p.keeps().review(None);
    p.model.journal.add(Entry {
        id: EntryId::new("ahead").unwrap(),
        at: Instant(i64::MAX),
        day: first_day().plus(900),
        kind: Kind::Pain {
            session: EntryId::new("none").unwrap(),
            place: PainPlace::Hip,
        },
    });
    p.level(Level::NotUntil)
        .answer(Question::NewPain, No)
        .level(Level::Clear);
}

#[test]
fn answers_of_an_older_version_are_looked_through_and_gentle_is_the_most() {
    let mut p = Person::firm();
    p.on(4).wishes(FirmDrop, 9);
    p.model.safety = serde_json::from_str::<Safety>(
        &serde_json::to_string(&p.model.safety)
            .unwrap()
            .replace("\"asked\":2", "\"ask\":2"),
    )
    .unwrap();
    p.review(Some(Review::Questions)).heels(EASY);
    p.keeps().review(None).heels(SOFT).today(Gentle, 2);
}

#[test]
fn a_damaged_safety_value_reads_as_unanswered_and_firm_waits_again() {
    let mut p = Person::firm();
    p.wishes(FirmDrop, 9);
    p.model.safety = Safety::default();
    p.level(Level::Unanswered).heels(&[]).knees(&[]);
    p.on(4);
    for question in Question::ALL {
        p.answer(question, No);
    }
    p.level(Level::Clear).heels(SOFT).today(Gentle, 2);
}
