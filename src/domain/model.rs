//! The model of the app, the events that change it, and the effects that follow.
//!
//! Invariant: [`update`] is the only way the model changes, and it is pure. Whatever has to be written comes
//! back as an effect, and is written before a screen shows the change.

use super::agenda::{Agenda, agenda};
use super::day::{Instant, LocalDay, Now};
use super::entry::{Ending, Entry, EntryId, Kind, SessionRecord};
use super::feeling::{Effort, PainLevel, PainPlace};
use super::figure::Manner;
use super::journal::Journal;
use super::progression;
use super::routine::{Plan, Routine, Style};
use super::safety::gate::WAY_BACK_ROUNDS;
use super::safety::{self, Answer, ClearedFor, Facts, Level, Question, Review, Safety, Verdict};
use super::session::Session;
use super::settings::Settings;

/// After so many sessions of a routine in a style the set-up card says only what to hold (DESIGN section 3).
const KNOWN_AFTER: usize = 3;

/// All that the screens read.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    /// What was noted.
    pub journal: Journal,
    /// What was chosen.
    pub settings: Settings,
    /// The safety answers.
    pub safety: Safety,
    /// The person's day.
    pub today: LocalDay,
    /// A session that a reload or a crash cut off, until the person decides.
    pub unfinished: Option<Session>,
}

impl Model {
    /// A model with nothing in it.
    pub fn new(today: LocalDay) -> Self {
        Self {
            journal: Journal::default(),
            settings: Settings::default(),
            safety: Safety::default(),
            today,
            unfinished: None,
        }
    }

    /// The parts that are kept.
    pub fn kept(&self) -> Kept {
        Kept {
            journal: self.journal.clone(),
            settings: self.settings.clone(),
            safety: self.safety.clone(),
        }
    }

    /// What was noted and chosen that bears on safety.
    pub fn facts(&self) -> Facts {
        Facts::of(
            &self.journal,
            &self.settings,
            self.safety.lowered,
            self.today,
        )
    }

    /// What is open today.
    pub fn verdict(&self) -> Verdict {
        safety::verdict(&self.safety, &self.facts(), self.today)
    }

    /// What depends on the person, of what a session shows and says; `rub`: whether the verdict allows it.
    pub fn manner(&self, rub: bool) -> Manner {
        Manner {
            longer_leg: self.settings.longer_leg,
            rub,
        }
    }

    /// Whether a routine is still new in a style: then the whole set-up and the stop rules are shown before it.
    pub fn is_new(&self, routine: Routine, style: Style) -> bool {
        let done = self
            .journal
            .done()
            .iter()
            .rev()
            .filter(|one| one.record.routine == routine && one.record.style == style)
            .filter(|one| one.record.reps > 0)
            .take(KNOWN_AFTER)
            .count();
        done < KNOWN_AFTER
    }

    /// The step to offer today for a routine, if any. After pain in either routine no step up is offered that day, and
    /// on a day that begins with help none at all.
    pub fn offer(&self, routine: Routine) -> Option<progression::Offer> {
        self.offer_by(&self.verdict(), routine)
    }

    /// The same, with the verdict of now.
    pub fn offer_by(&self, verdict: &Verdict, routine: Routine) -> Option<progression::Offer> {
        let offer = progression::offer(
            self.journal.done(),
            self.settings.plan(routine),
            self.settings.knee_sets,
            verdict,
            self.today,
        )?;
        let too_soon = verdict.alarm || self.agenda_by(verdict).pain_today && offer.step.is_up();
        (!too_soon && offer.may_be_shown(self.settings.offer_answered(routine), self.today))
            .then_some(offer)
    }

    /// What is due today, and what of it is done.
    pub fn agenda(&self) -> Agenda {
        self.agenda_by(&self.verdict())
    }

    /// The same, with the verdict of now.
    pub fn agenda_by(&self, verdict: &Verdict) -> Agenda {
        agenda(&self.journal, &self.settings, verdict, self.today)
    }
}

/// The parts of a model that are kept and that a backup holds.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Kept {
    /// What was noted.
    pub journal: Journal,
    /// What was chosen.
    pub settings: Settings,
    /// The safety answers.
    pub safety: Safety,
}

/// What comes with an event from outside: the moment, and a fresh name for what it may write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// The moment.
    pub now: Now,
    /// A name that no other entry has.
    pub id: EntryId,
}

/// What happens.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// The day may have changed.
    DayCame,
    /// Other settings were chosen.
    Chose(Box<Settings>),
    /// A safety question was answered.
    Answered(Question, Answer),
    /// All safety answers were looked through and are kept as they count.
    Kept,
    /// "My doctor or physiotherapist said yes to …", or that taken back.
    Cleared(Option<ClearedFor>),
    /// A session ended; what was done goes into the journal.
    SessionEnded(Box<Session>),
    /// A session was done without the app.
    DidByHand(Plan),
    /// How a session felt.
    Felt {
        /// The session.
        session: EntryId,
        /// Easy, right or too hard.
        effort: Option<Effort>,
        /// Pain from 0 to 10.
        pain: Option<PainLevel>,
    },
    /// Where it hurt.
    Hurt {
        /// The session that pain stopped.
        session: EntryId,
        /// Where.
        place: PainPlace,
    },
    /// Something else was noted, for today.
    Noted(Box<Kind>),
    /// An entry is taken back.
    Undid(EntryId),
    /// An entry that was taken back counts again.
    PutBack(EntryId),
    /// Another tab wrote an entry.
    Arrived(Box<Entry>),
    /// Another tab chose other settings.
    SettingsArrived(Box<Settings>),
    /// Another tab changed the safety answers.
    SafetyArrived(Safety),
    /// The session that waits was ended in another tab, or went on there.
    SessionArrived(Option<Box<Session>>),
    /// A backup was joined with what is here, or that was undone. It is kept already.
    Restored {
        /// What is here now.
        kept: Box<Kept>,
        /// Nothing was answered here before, or all stands as it stood: what is open then is no news.
        corrects: bool,
    },
}

/// What has to be done outside.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Write this entry.
    Append(Entry),
    /// Write the settings.
    SaveSettings,
    /// Write the safety answers.
    SaveSafety,
    /// Forget the saved session: it is in the journal now.
    ClearSession,
}

/// Lets an event happen, and sees to the way back: where more is open than before, a plan that was not open begins low
/// again. (Not where a slip was undone or the place of a pain was told, and not after mere age of the answers.)
pub fn update(model: &mut Model, event: Event, stamp: Stamp) -> Vec<Effect> {
    let before = model.verdict();
    update_by(&before, model, event, stamp)
}

/// The same, with the verdict of now. (Over ten years of entries it is the longest part of a tap.)
pub fn update_by(before: &Verdict, model: &mut Model, event: Event, stamp: Stamp) -> Vec<Effect> {
    let corrects = matches!(
        event,
        Event::Undid(_) | Event::Hurt { .. } | Event::Restored { corrects: true, .. }
    );
    let mut effects = happen(model, event, stamp);
    let mut after = model.verdict();
    let opens = after.level > before.level && !corrects && before.review != Some(Review::Old);
    if opens && model.safety.lowered != Some(model.today) {
        model.safety.lowered = Some(model.today);
        after = model.verdict();
        effects.push(Effect::SaveSafety);
    }
    for routine in Routine::ALL {
        let wished = model.settings.plan(routine);
        let low = way_back(wished);
        // A firm style that pain has closed does not come back by itself either.
        let closed = after.level == Level::Clear && after.lowers(wished);
        if (opens && before.lowers(wished) || closed) && low != wished {
            model.settings.choose(low);
            effects.push(Effect::SaveSettings);
        }
    }
    effects
}

/// A plan as it begins again after a time in which it was not open: Gentle, two rounds (review B2-5).
fn way_back(wished: Plan) -> Plan {
    let start = match wished.routine {
        Routine::HeelDrop => Plan::NEWCOMER_HEEL_DROPS,
        Routine::KneeBend => Plan::NEWCOMER_KNEE_BENDS,
    };
    Plan {
        rounds: wished.rounds.min(WAY_BACK_ROUNDS),
        reps: wished.reps.min(start.reps),
        tempo: wished.tempo,
        ..start
    }
}

fn happen(model: &mut Model, event: Event, stamp: Stamp) -> Vec<Effect> {
    let Stamp { now, id } = stamp;
    match event {
        Event::DayCame => {
            model.today = now.day;
            Vec::new()
        }
        Event::Chose(settings) => {
            model.settings = *settings;
            vec![Effect::SaveSettings]
        }
        Event::Answered(question, answer) => {
            let facts = model.facts();
            model.safety.answer(question, answer, &facts, now.day);
            vec![Effect::SaveSafety]
        }
        Event::Kept => {
            let facts = model.facts();
            model.safety.keep(&facts, now.day);
            vec![Effect::SaveSafety]
        }
        Event::Cleared(scope) => {
            let facts = model.facts();
            model.safety.clear(scope, &facts, now.day);
            vec![Effect::SaveSafety]
        }
        Event::SessionEnded(session) => {
            model.unfinished = None;
            let mut effects: Vec<Effect> = session
                .entries()
                .into_iter()
                .map(|entry| note(model, entry))
                .collect();
            effects.push(Effect::ClearSession);
            effects
        }
        Event::DidByHand(plan) => {
            let record = by_hand(plan.sane());
            vec![note(
                model,
                entry(id, now.at, now.day, Kind::Session(record)),
            )]
        }
        Event::Felt {
            session,
            effort,
            pain,
        } => {
            let kind = Kind::Felt {
                session,
                effort,
                pain,
            };
            vec![note(model, entry(id, now.at, now.day, kind))]
        }
        Event::Hurt { session, place } => {
            let kind = Kind::Pain { session, place };
            vec![note(model, entry(id, now.at, now.day, kind))]
        }
        Event::Noted(kind) => vec![note(model, entry(id, now.at, now.day, *kind))],
        Event::Undid(target) => {
            let kind = Kind::Retract { entry: target };
            vec![note(model, entry(id, now.at, now.day, kind))]
        }
        Event::PutBack(target) => {
            let over: Vec<EntryId> = model.journal.retractions(&target).cloned().collect();
            // It counts already: another tab has put it back.
            if over.is_empty() {
                return Vec::new();
            }
            let kind = Kind::PutBack { over };
            vec![note(model, entry(id, now.at, now.day, kind))]
        }
        Event::Arrived(arrived) => {
            model.journal.add(*arrived);
            Vec::new()
        }
        Event::SettingsArrived(settings) => {
            model.settings = *settings;
            Vec::new()
        }
        Event::SafetyArrived(safety) => {
            model.safety = safety;
            Vec::new()
        }
        Event::SessionArrived(session) => {
            model.unfinished = session.map(|session| *session);
            Vec::new()
        }
        Event::Restored { kept, .. } => {
            model.journal = kept.journal;
            model.settings = kept.settings;
            model.safety = kept.safety;
            Vec::new()
        }
    }
}

fn entry(id: EntryId, at: Instant, day: LocalDay, kind: Kind) -> Entry {
    Entry { id, at, day, kind }
}

fn note(model: &mut Model, entry: Entry) -> Effect {
    model.journal.add(entry.clone());
    Effect::Append(entry)
}

/// What a session done without the app is taken to have been: the plan.
fn by_hand(plan: Plan) -> SessionRecord {
    SessionRecord {
        routine: plan.routine,
        style: plan.style,
        rounds: plan.rounds,
        planned_rounds: plan.rounds,
        reps: plan.total_reps(),
        planned_reps: plan.total_reps(),
        active_ms: u64::from(plan.length_ms()),
        ending: Ending::ByHand,
    }
}

#[cfg(test)]
mod tests {
    use super::super::coach::{Coach, Event as Happening};
    use super::super::routine::Routine;
    use super::*;

    fn day(day: u32) -> LocalDay {
        LocalDay::new(2026, 11, day).unwrap()
    }

    fn stamp(id: &str, at: i64, on: LocalDay) -> Stamp {
        Stamp {
            now: Now {
                at: Instant(at),
                day: on,
            },
            id: EntryId::new(id).unwrap(),
        }
    }

    fn session(ticks: u32) -> Session {
        let (mut coach, _) = Coach::start(Plan::NEWCOMER_HEEL_DROPS, 0.0);
        for tick in 1..=ticks {
            coach.handle(f64::from(tick) * 100.0, Happening::Tick);
        }
        let begun = Now {
            at: Instant(1000),
            day: day(22),
        };
        Session::begin(EntryId::new("s1").unwrap(), begun, coach)
    }

    #[test]
    fn a_session_that_ends_after_midnight_counts_for_its_day_and_only_once() {
        let mut model = Model::new(day(22));
        let done = session(1400);
        update(&mut model, Event::DayCame, stamp("x", 2000, day(23)));
        for id in ["a", "b"] {
            let event = Event::SessionEnded(Box::new(done.clone()));
            let effects = update(&mut model, event, stamp(id, 3000, day(23)));
            assert!(matches!(
                &effects[..],
                [Effect::Append(_), Effect::ClearSession]
            ));
        }
        assert_eq!(model.journal.day_count(Routine::HeelDrop, day(22)).reps, 10);
        assert_eq!(model.journal.day_count(Routine::HeelDrop, day(23)).reps, 0);
    }

    #[test]
    fn what_is_known_is_counted_for_each_routine_and_style() {
        let mut model = Model::new(day(22));
        let plan = Plan::NEWCOMER_HEEL_DROPS;
        for number in 1..=3 {
            assert!(model.is_new(Routine::HeelDrop, Style::Gentle), "{number}");
            let id = format!("a{number}");
            update(
                &mut model,
                Event::DidByHand(plan),
                stamp(&id, number, day(22)),
            );
        }
        for (routine, style, new) in [
            (Routine::HeelDrop, Style::Gentle, false),
            (Routine::HeelDrop, Style::Traditional, true),
            (Routine::HeelDrop, Style::Seated, true),
            (Routine::KneeBend, Style::QuarterBend, true),
            (Routine::KneeBend, Style::Seated, true),
        ] {
            assert_eq!(model.is_new(routine, style), new, "{routine:?} {style:?}");
        }
    }

    #[test]
    fn a_session_without_a_repetition_leaves_no_trace() {
        let mut model = Model::new(day(22));
        let event = Event::SessionEnded(Box::new(session(50)));
        let effects = update(&mut model, event, stamp("a", 3000, day(22)));
        assert_eq!(effects, [Effect::ClearSession]);
        assert!(model.journal.is_empty());
    }

    #[test]
    fn undo_takes_the_count_back_and_keeps_both_entries() {
        let mut model = Model::new(day(22));
        let plan = Plan::NEWCOMER_KNEE_BENDS;
        update(&mut model, Event::DidByHand(plan), stamp("a", 1, day(22)));
        let last = model.journal.last_undoable(day(22)).unwrap().id.clone();
        update(&mut model, Event::Undid(last), stamp("b", 2, day(22)));
        assert_eq!(model.journal.day_count(Routine::KneeBend, day(22)).reps, 0);
        assert_eq!(model.journal.len(), 2);
        assert_eq!(model.journal.last_undoable(day(22)), None);
    }

    #[test]
    fn what_is_put_back_counts_as_if_nothing_had_been_with_all_that_hangs_on_it() {
        let mut model = Model::new(day(22));
        let id = |id: &str| EntryId::new(id).unwrap();
        let plan = Plan::NEWCOMER_KNEE_BENDS;
        update(&mut model, Event::DidByHand(plan), stamp("a", 1, day(22)));
        let felt = Event::Felt {
            session: id("a"),
            effort: Some(Effort::Easy),
            pain: None,
        };
        update(&mut model, felt, stamp("b", 2, day(22)));
        let before = model.journal.sessions(Routine::KneeBend);
        // The clock may go back meanwhile.
        for (round, at) in [(0, 3), (1, -5)] {
            let (undo, back) = (format!("u{round}"), format!("p{round}"));
            update(&mut model, Event::Undid(id("a")), stamp(&undo, at, day(22)));
            assert_eq!(model.journal.sessions(Routine::KneeBend), []);
            update(
                &mut model,
                Event::PutBack(id("a")),
                stamp(&back, at, day(22)),
            );
            assert_eq!(model.journal.sessions(Routine::KneeBend), before);
        }
        let again = update(&mut model, Event::PutBack(id("a")), stamp("x", 9, day(22)));
        assert_eq!(again, [], "a second tap writes nothing");
        assert_eq!(model.journal.len(), 6);
    }

    proptest::proptest! {
        /// Two devices undo and put back as they like; whatever arrives in whatever order, all of them count the same,
        /// and on one device the last word counts.
        #[test]
        fn undoing_and_putting_back_is_a_set_union_and_the_last_word_counts(
            words in proptest::collection::vec((0..2_usize, proptest::bool::ANY, -9_i64..9), 0..12),
            cut in 0..12_usize,
        ) {
            let id = |id: &str| EntryId::new(id).unwrap();
            let plan = Plan::NEWCOMER_KNEE_BENDS;
            let mut first = Model::new(day(22));
            update(&mut first, Event::DidByHand(plan), stamp("a", 1, day(22)));
            let mut devices = [first.clone(), first];
            let counts = |model: &Model| model.journal.find(&id("a")).is_some();
            for (place, (device, undoes, at)) in words.into_iter().enumerate() {
                // Sometimes they meet on the way.
                if place == cut {
                    let other = devices[1].journal.clone();
                    devices[0].journal.merge(other);
                }
                let model = &mut devices[device];
                let event = if undoes { Event::Undid(id("a")) } else { Event::PutBack(id("a")) };
                update(model, event, stamp(&format!("n{place}"), at, day(22)));
                proptest::prop_assert_eq!(counts(model), !undoes);
            }
            let [left, right] = devices.map(|model| model.journal);
            let (mut one, mut other) = (left.clone(), right.clone());
            one.merge(right.clone());
            other.merge(left.clone());
            let by_entry: Journal = right.all().chain(left.all()).cloned().collect();
            proptest::prop_assert_eq!(&one, &other);
            proptest::prop_assert_eq!(&one, &by_entry);
        }
    }

    #[test]
    fn what_was_felt_later_is_the_word_that_counts() {
        let mut model = Model::new(day(22));
        let plan = Plan::NEWCOMER_KNEE_BENDS;
        update(&mut model, Event::DidByHand(plan), stamp("a", 1, day(22)));
        let felt = |effort, pain| Event::Felt {
            session: EntryId::new("a").unwrap(),
            effort,
            pain,
        };
        let pain = PainLevel::new(3).ok();
        update(
            &mut model,
            felt(Some(Effort::Easy), None),
            stamp("b", 2, day(22)),
        );
        update(
            &mut model,
            felt(Some(Effort::TooHard), pain),
            stamp("c", 3, day(22)),
        );
        let sessions = model.journal.sessions(Routine::KneeBend);
        assert_eq!(sessions[0].effort, Some(Effort::TooHard));
        assert_eq!(sessions[0].pain, pain);
        let place = PainPlace::ALL[0];
        let hurt = Event::Hurt {
            session: EntryId::new("a").unwrap(),
            place,
        };
        update(&mut model, hurt, stamp("d", 4, day(22)));
        let told = model.journal.told_of(&EntryId::new("a").unwrap());
        assert_eq!(told.effort, Some(Effort::TooHard));
        assert_eq!((told.pain, told.place), (pain, Some(place)));
        let other = model.journal.told_of(&EntryId::new("b").unwrap());
        assert_eq!(other, crate::domain::journal::Told::default());
    }

    #[test]
    fn a_session_that_was_ended_elsewhere_waits_no_more() {
        let mut model = Model::new(day(22));
        model.unfinished = Some(session(50));
        let event = Event::SessionArrived(None);
        assert_eq!(update(&mut model, event, stamp("a", 1, day(22))), []);
        assert_eq!(model.unfinished, None);
    }
}
