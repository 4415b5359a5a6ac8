//! The gate against the table of the review (section E), and over time: whatever happens in whatever order on whatever
//! days, no more is open than the strictest of it allows.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod support {
    pub mod answers;
    pub mod sessions;
}

use std::collections::BTreeSet;

use bonewise::domain::body::{Note, Posture, Region, Trigger};
use bonewise::domain::checks::{self, Offer, Standing};
use bonewise::domain::day::{Instant, LocalDay, Now};
use bonewise::domain::entry::{Ending, EntryId, Kind};
use bonewise::domain::feeling::{PainLevel, PainPlace};
use bonewise::domain::model::{Event, Model, Stamp, update};
use bonewise::domain::routine::{Routine, Style};
use bonewise::domain::safety::gate::EASY_SESSIONS;
use bonewise::domain::safety::{self, Answer, ClearedFor, Facts, Level, Question, Verdict, Weight};
use bonewise::domain::symptom::SymptomId;
use proptest::prelude::*;
use support::answers::answered;
use support::sessions::done;

use Question::{
    BreakAfter50, Dizzy, Fall, HeartOrBreath, Joints, NewPain, NoSupport, Osteoporosis,
    RecentBreak, SpineBreak,
};
use Style::{FirmDrop, Gentle, QuarterBend, Seated, SitToStand, SoftDrop, Traditional};

fn today() -> LocalDay {
    LocalDay::new(2026, 11, 22).unwrap()
}

fn proven() -> Facts {
    Facts {
        easy: EASY_SESSIONS,
        ..Facts::default()
    }
}

fn verdict(yes: &[Question], scope: Option<ClearedFor>, facts: &Facts) -> Verdict {
    let mut safety = answered(yes, today());
    safety.clear(scope, facts, today());
    safety::verdict(&safety, facts, today())
}

// The table

/// What it is, the answers that are not "no", a yes, and what is open of either routine.
type Row<'a> = (
    &'a str,
    &'a [Question],
    Option<ClearedFor>,
    (&'a [Style], &'a [Style]),
);

#[test]
#[allow(clippy::too_many_lines)] // a table
fn each_combination_of_the_review_has_the_right_result() {
    const SIT: &[Style] = &[Seated];
    const EASY: &[Style] = &[Seated, Gentle];
    const DROPS: &[Style] = &[Seated, Gentle, SoftDrop, FirmDrop];
    const ALL: &[Style] = &[Seated, Gentle, SoftDrop, FirmDrop, Traditional];
    const KNEES: &[Style] = &[Seated, SitToStand, QuarterBend];
    let gentle = Some(ClearedFor::Gentle);
    let all = Some(ClearedFor::All);
    let rows: &[Row] = &[
        ("spine, no yes", &[SpineBreak], None, (SIT, &[])),
        ("spine, yes to slow", &[SpineBreak], gentle, (EASY, KNEES)),
        (
            "spine, yes to drops: hands stay on",
            &[SpineBreak],
            all,
            (DROPS, KNEES),
        ),
        (
            "recent break, no after 50",
            &[RecentBreak],
            None,
            (SIT, &[]),
        ),
        (
            "a new hip: no knee lifts",
            &[RecentBreak, Joints],
            None,
            (SIT, &[]),
        ),
        (
            "chest, clot or fever: nothing",
            &[HeartOrBreath],
            None,
            (&[], &[]),
        ),
        (
            "heart with a yes to slow",
            &[HeartOrBreath],
            gentle,
            (EASY, KNEES),
        ),
        ("new pain: no knee lifts", &[NewPain], None, (SIT, &[])),
        (
            "new pain and nothing to hold",
            &[NewPain, NoSupport],
            None,
            (SIT, &[]),
        ),
        (
            "fall, nothing to hold",
            &[Fall, NoSupport],
            None,
            (SIT, SIT),
        ),
        ("fall, support", &[Fall], None, (EASY, KNEES)),
        ("fall, yes to drops", &[Fall], all, (DROPS, KNEES)),
        ("dizzy", &[Dizzy], None, (EASY, KNEES)),
        ("dizzy, yes to drops", &[Dizzy], all, (DROPS, KNEES)),
        ("weak bones", &[Osteoporosis], None, (EASY, KNEES)),
        (
            "weak bones, yes to drops",
            &[Osteoporosis],
            all,
            (DROPS, KNEES),
        ),
        (
            "cancer in a bone is asked with the spine",
            &[SpineBreak, Osteoporosis],
            None,
            (SIT, &[]),
        ),
        (
            "known back trouble is asked with the joints",
            &[Joints],
            None,
            (EASY, KNEES),
        ),
        ("joints, yes to drops", &[Joints], all, (ALL, KNEES)),
        ("break after 50", &[BreakAfter50], None, (EASY, KNEES)),
        ("nothing to hold", &[NoSupport], None, (SIT, SIT)),
        ("ten times no", &[], None, (ALL, KNEES)),
    ];
    for (what, yes, scope, (heels, knees)) in rows {
        let found = verdict(yes, *scope, &proven());
        assert_eq!(found.open_styles(Routine::HeelDrop), *heels, "{what}");
        assert_eq!(found.open_styles(Routine::KneeBend), *knees, "{what}");
        // Ninety and ten times no, too: firm only after easier ones went well.
        let new = verdict(yes, *scope, &Facts::default());
        let firm = new
            .open_styles(Routine::HeelDrop)
            .iter()
            .any(|style| matches!(style, FirmDrop | Traditional));
        assert!(!firm, "{what}");
        // No default lets a heel drop, and none is offered where nothing is open.
        for routine in Routine::ALL {
            let default = found.default_style(routine);
            assert_eq!(
                default.is_none(),
                found.open_styles(routine).is_empty(),
                "{what}"
            );
            assert!(!default.is_some_and(Style::is_impact), "{what}");
        }
    }
    let knee = |yes| verdict(yes, None, &proven()).default_style(Routine::KneeBend);
    assert_eq!(knee(&[Dizzy]), Some(Seated));
    assert_eq!(knee(&[Fall]), Some(SitToStand));
    assert_eq!(knee(&[]), Some(QuarterBend));
    // The checks say the same as the exercises.
    for (yes, scope, chair, balance) in [
        (&[Dizzy][..], None, Offer::AskFirst, Offer::NotAlone),
        (&[Fall][..], None, Offer::WithHelper, Offer::NotAlone),
        (&[Fall][..], all, Offer::WithHelper, Offer::WithHelper),
        (&[Dizzy][..], all, Offer::WithHelper, Offer::WithHelper),
        (&[HeartOrBreath][..], None, Offer::AskFirst, Offer::AskFirst),
        (
            &[HeartOrBreath][..],
            gentle,
            Offer::AskFirst,
            Offer::AskFirst,
        ),
    ] {
        let found = verdict(yes, scope, &proven());
        assert_eq!(
            checks::offer(Standing::ChairStand, &found),
            chair,
            "{yes:?}"
        );
        assert_eq!(checks::offer(Standing::Balance, &found), balance, "{yes:?}");
    }
}

// Over time

/// Something that happens.
#[derive(Debug, Clone, Copy)]
enum Happens {
    Answers(usize, Answer),
    Clears(Option<ClearedFor>),
    Keeps,
    Stops(PainPlace),
    StopsUntold,
    Felt(u8),
    FallsNote,
    ChestNote,
    BackNote,
    StoopNote,
    Sign(SymptomId),
    Tick(&'static str),
    Height(u16),
    Does(Style),
}

impl Happens {
    /// Whether it can only ever close.
    fn restricts(self) -> bool {
        match self {
            Self::Answers(_, answer) => answer != Answer::No,
            Self::Clears(scope) => scope.is_none(),
            Self::Keeps | Self::Does(_) => false,
            _ => true,
        }
    }
}

struct Run {
    model: Model,
    number: u64,
}

impl Run {
    /// Ten times no and easy sessions enough, all on the day of the check.
    fn new() -> Self {
        let mut run = Self {
            model: Model::new(today()),
            number: 0,
        };
        for place in 0..Question::ALL.len() {
            run.happen(Happens::Answers(place, Answer::No), today());
        }
        for _ in 0..EASY_SESSIONS {
            run.happen(Happens::Does(Gentle), today());
        }
        run
    }

    fn happen(&mut self, what: Happens, day: LocalDay) {
        match what {
            Happens::Answers(place, answer) => {
                self.send(Event::Answered(Question::ALL[place], answer), day);
            }
            Happens::Clears(scope) => self.send(Event::Cleared(scope), day),
            Happens::Keeps => self.send(Event::Kept, day),
            Happens::Does(style) => {
                self.session(style, Ending::Completed, day);
            }
            Happens::StopsUntold => {
                self.session(Gentle, Ending::Pain, day);
            }
            Happens::Stops(place) => {
                let session = self.session(Gentle, Ending::Pain, day);
                self.send(Event::Hurt { session, place }, day);
            }
            Happens::Felt(level) => {
                let session = self.session(Gentle, Ending::Completed, day);
                let pain = PainLevel::new(level).ok();
                let effort = None;
                self.send(
                    Event::Felt {
                        session,
                        effort,
                        pain,
                    },
                    day,
                );
            }
            Happens::FallsNote => self.note(day, |note| note.trigger = Some(Trigger::Fall)),
            Happens::ChestNote => self.note(day, |note| note.mark(Region::Chest, true)),
            Happens::BackNote => self.note(day, |note| {
                note.mark(Region::LowerBack, true);
                note.trigger = Some(Trigger::Cough);
            }),
            Happens::StoopNote => self.note(day, |note| note.posture = Some(Posture::Stooped)),
            Happens::Sign(symptom) => self.noted(Kind::Sign { symptom }, day),
            Happens::Height(mm) => self.noted(Kind::Height { mm }, day),
            Happens::Tick(tick) => {
                let mut settings = self.model.settings.clone();
                settings.checks.bone_test.set(tick, true);
                self.send(Event::Chose(Box::new(settings)), day);
            }
        }
    }

    fn note(&mut self, day: LocalDay, fill: impl FnOnce(&mut Note)) {
        let mut note = Note::default();
        fill(&mut note);
        self.noted(Kind::Note(Box::new(note)), day);
    }

    fn noted(&mut self, kind: Kind, day: LocalDay) {
        self.send(Event::Noted(Box::new(kind)), day);
    }

    fn session(&mut self, style: Style, ending: Ending, day: LocalDay) -> EntryId {
        self.noted(Kind::Session(done(Routine::HeelDrop, style, ending)), day);
        EntryId::of_number(self.number)
    }

    /// On a day of its own, which the clock may have wrong.
    fn send(&mut self, event: Event, day: LocalDay) {
        for event in [Event::DayCame, event] {
            self.number += 1;
            let at = day.days_since(LocalDay::epoch()) * 86_400_000;
            let now = Now {
                at: Instant(at + i64::try_from(self.number).unwrap()),
                day,
            };
            let id = EntryId::of_number(self.number);
            update(&mut self.model, event, Stamp { now, id });
        }
    }

    /// What is open in the end, on the right day.
    fn open(&mut self) -> BTreeSet<(Routine, Style)> {
        let number = self.number;
        self.send(Event::DayCame, today());
        self.number = number;
        let verdict = self.model.verdict();
        Routine::ALL
            .into_iter()
            .flat_map(|routine| {
                let open = verdict.open_styles(routine);
                open.into_iter().map(move |style| (routine, style))
            })
            .collect()
    }
}

fn restricting() -> impl Strategy<Value = Happens> {
    prop_oneof![
        (0..10_usize).prop_map(|place| Happens::Answers(place, Answer::Yes)),
        (0..10_usize).prop_map(|place| Happens::Answers(place, Answer::NotSure)),
        (0..6_usize).prop_map(|place| Happens::Stops(PainPlace::ALL[place])),
        Just(Happens::StopsUntold),
        (4..=10_u8).prop_map(Happens::Felt),
        Just(Happens::FallsNote),
        Just(Happens::ChestNote),
        Just(Happens::BackNote),
        Just(Happens::StoopNote),
        (0..6_usize).prop_map(|place| Happens::Sign(SymptomId::ALL[place])),
        prop_oneof![
            Just("bone_break"),
            Just("bone_steroids"),
            Just("bone_height"),
            Just("bone_falls")
        ]
        .prop_map(Happens::Tick),
    ]
}

fn anything() -> impl Strategy<Value = Happens> {
    prop_oneof![
        4 => restricting(),
        4 => (0..10_usize).prop_map(|place| Happens::Answers(place, Answer::No)),
        2 => prop_oneof![
            Just(Some(ClearedFor::Gentle)),
            Just(Some(ClearedFor::All)),
            Just(None)
        ].prop_map(Happens::Clears),
        1 => Just(Happens::Keeps),
        2 => prop_oneof![Just(Gentle), Just(SoftDrop), Just(Seated)].prop_map(Happens::Does),
        1 => (1500..1750_u16).prop_map(Happens::Height),
    ]
}

/// Days around the day of the check, also a year ahead and a year back.
fn days() -> impl Strategy<Value = LocalDay> {
    prop_oneof![
        6 => (0..200_u64).prop_map(|days| today().minus(days)),
        1 => (1..400_u64).prop_map(|days| today().plus(days)),
        1 => (300..800_u64).prop_map(|days| today().minus(days)),
    ]
}

/// What was last told or noted for each question, in the order it happened, whatever the days. Written anew, so that it
/// can be wrong only in another way than the gate.
#[derive(Default)]
struct Oracle {
    yes: BTreeSet<Question>,
    /// Those told with a plain yes.
    sure: BTreeSet<Question>,
    /// Those that something noted may have turned to "not sure".
    perhaps: BTreeSet<Question>,
    cleared: Option<ClearedFor>,
}

impl Oracle {
    fn happen(&mut self, what: Happens) {
        let bears: &[Question] = match what {
            Happens::Answers(place, answer) => {
                let question = Question::ALL[place];
                if answer == Answer::No {
                    let was_recent = question == RecentBreak && self.yes.contains(&RecentBreak);
                    self.yes.remove(&question);
                    self.sure.remove(&question);
                    self.perhaps.remove(&question);
                    if was_recent {
                        self.yes.insert(BreakAfter50);
                    }
                    return self.follow();
                }
                // A plain yes is news after "not sure" too, wherever that came from.
                let is_news = self.yes.insert(question) && !self.perhaps.contains(&question)
                    || answer == Answer::Yes && !self.sure.contains(&question);
                if answer == Answer::Yes {
                    self.sure.insert(question);
                } else {
                    self.sure.remove(&question);
                }
                if is_news && question != NoSupport {
                    self.cleared = None;
                }
                return self.follow();
            }
            Happens::Clears(scope) => {
                self.cleared = scope;
                return;
            }
            Happens::Keeps | Happens::Does(_) => return,
            Happens::Height(_) => return self.may_be(&[SpineBreak]),
            Happens::Stops(PainPlace::Chest)
            | Happens::ChestNote
            | Happens::Sign(SymptomId::SqueezedChest) => &[HeartOrBreath],
            Happens::Stops(PainPlace::Back | PainPlace::Hip | PainPlace::Elsewhere)
            | Happens::StopsUntold
            | Happens::BackNote
            | Happens::Sign(SymptomId::PressedNerves) => &[NewPain],
            Happens::FallsNote => &[NewPain, Fall],
            Happens::Sign(SymptomId::EasyBreaks) => &[RecentBreak, BreakAfter50],
            Happens::Stops(PainPlace::Knee | PainPlace::Foot) | Happens::Felt(_) => &[],
            // Told once more it is no news, which has a test of its own; and a tick stays ticked.
            Happens::StoopNote | Happens::Sign(SymptomId::Stoop) => {
                return self.may_be(&[SpineBreak]);
            }
            Happens::Sign(SymptomId::BackPain | SymptomId::PainMedicine) => {
                return self.may_be(&[NewPain]);
            }
            Happens::Tick(_) => {
                return self.may_be(&[Fall, SpineBreak, BreakAfter50, Osteoporosis]);
            }
        };
        self.yes.extend(bears);
        self.cleared = None;
        self.follow();
    }

    fn may_be(&mut self, questions: &[Question]) {
        self.perhaps.extend(questions);
    }

    fn follow(&mut self) {
        if self.yes.contains(&RecentBreak) {
            self.yes.insert(BreakAfter50);
        }
    }

    fn allows(&self, routine: Routine, style: Style) -> bool {
        let any = |weight| self.yes.iter().any(|question| question.weight() == weight);
        let level = if any(Weight::Nothing) {
            Level::Nothing
        } else if any(Weight::NotUntil) {
            Level::NotUntil
        } else if any(Weight::GentleFirst) {
            Level::GentleFirst
        } else {
            Level::Clear
        };
        let level = level.max(match self.cleared {
            None => Level::Unanswered,
            Some(ClearedFor::Gentle) => Level::GentleFirst,
            Some(ClearedFor::All) => Level::Clear,
        });
        let held = !self.yes.contains(&NoSupport) || style == Seated;
        let hands = [Fall, Dizzy, Osteoporosis, SpineBreak, RecentBreak, NewPain]
            .iter()
            .any(|question| self.yes.contains(question));
        match style {
            Seated if routine == Routine::HeelDrop => level >= Level::NotUntil,
            Seated | Gentle | SitToStand | QuarterBend => level >= Level::GentleFirst && held,
            SoftDrop | FirmDrop => level == Level::Clear && held,
            Traditional => level == Level::Clear && held && !hands,
        }
    }
}

/// Orders that a random run found: each once opened more than it may.
#[test]
fn what_was_found_by_chance_stays_mended() {
    let told_from = |first: LocalDay, events: &[Happens]| {
        let mut run = Run::new();
        for (place, what) in events.iter().enumerate() {
            run.happen(*what, if place == 0 { first } else { today() });
        }
        run.open()
    };
    let told = |events: &[Happens]| told_from(today(), events);
    let gentle = (Routine::HeelDrop, Gentle);
    let drop = (Routine::HeelDrop, SoftDrop);
    let answers = |question: Question, answer| {
        let place = Question::ALL.iter().position(|one| *one == question);
        Happens::Answers(place.unwrap(), answer)
    };

    // "Not sure" that a yes covers, and then a plain yes: that is news to whoever allowed it.
    let cleared = [
        Happens::StoopNote,
        Happens::Keeps,
        Happens::Clears(Some(ClearedFor::Gentle)),
    ];
    assert!(told(&cleared).contains(&gentle));
    let surer = [&cleared[..], &[answers(SpineBreak, Answer::Yes)]].concat();
    assert!(!told(&surer).contains(&gentle));

    // Back pain noticed today closes the day until it is explained, and not once it is answered for at all.
    let unsure = [
        Happens::Sign(SymptomId::BackPain),
        answers(NewPain, Answer::NotSure),
    ];
    assert_eq!(told(&unsure), BTreeSet::new());
    let explained = [&unsure[..], &[answers(NewPain, Answer::No)]].concat();
    assert!(told(&explained).contains(&gentle));

    // A broken bone that was noted counts as one that was told, whichever question is answered first.
    let twice_no = [
        Happens::Sign(SymptomId::EasyBreaks),
        answers(BreakAfter50, Answer::No),
        answers(RecentBreak, Answer::No),
    ];
    let open = told_from(today().minus(1), &twice_no);
    assert!(open.contains(&gentle) && !open.contains(&drop));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn no_order_of_what_closes_opens_more_than_the_strictest_of_it(
        events in prop::collection::vec((restricting(), days()), 1..8),
    ) {
        let mut run = Run::new();
        let mut strictest = run.open();
        for (what, day) in &events {
            prop_assert!(what.restricts());
            let mut alone = Run::new();
            alone.happen(*what, *day);
            let open = alone.open();
            strictest = strictest.intersection(&open).copied().collect();
            run.happen(*what, *day);
        }
        let open = run.open();
        prop_assert!(open.is_subset(&strictest), "{open:?} of {strictest:?}");
    }

    #[test]
    fn nothing_that_happens_on_any_days_opens_more_than_what_was_told_last(
        events in prop::collection::vec((anything(), days()), 1..20),
    ) {
        let mut run = Run::new();
        let mut oracle = Oracle::default();
        for (what, day) in events {
            run.happen(what, day);
            oracle.happen(what);
            for (routine, style) in run.open() {
                prop_assert!(oracle.allows(routine, style), "{routine:?} {style:?} after {what:?}");
            }
        }
    }

    #[test]
    fn the_plan_that_today_begins_with_is_always_open(
        events in prop::collection::vec((anything(), days()), 1..20),
    ) {
        let mut run = Run::new();
        for (what, day) in events {
            run.happen(what, day);
            let verdict = run.model.verdict();
            if let Some(next) = run.model.agenda().next {
                prop_assert!(verdict.allows_plan(next.plan), "{:?}", next.plan);
            }
            for routine in Routine::ALL {
                if let Some(offer) = run.model.offer(routine) {
                    prop_assert!(verdict.allows_plan(offer.plan));
                }
            }
        }
    }
}
