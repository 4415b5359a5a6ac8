//! The model of the app, the events that change it, and the effects that follow.
//!
//! Invariant: [`update`] is the only way the model changes, and it is pure. Whatever has to be written comes
//! back as an effect, and is written before a screen shows the change.

use super::agenda::{Agenda, agenda};
use super::day::{Instant, LocalDay, Now};
use super::entry::{Ending, Entry, EntryId, Kind, SessionRecord};
use super::feeling::{Effort, PainLevel, PainPlace};
use super::journal::Journal;
use super::routine::Plan;
use super::safety::{Answer, Answers, Clearance, ClearedFor, Question, Safety, Verdict};
use super::session::Session;
use super::settings::Settings;

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

    /// What the safety answers leave open.
    pub fn verdict(&self) -> Verdict {
        self.safety.verdict()
    }

    /// What is due today, and what of it is done.
    pub fn agenda(&self) -> Agenda {
        agenda(&self.journal, &self.settings, &self.verdict(), self.today)
    }
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
    /// The safety questions are to be asked anew.
    AskAgain,
    /// "My clinician has cleared me for …", or that taken back.
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
    /// Another tab wrote an entry.
    Arrived(Box<Entry>),
    /// Another tab chose other settings.
    SettingsArrived(Box<Settings>),
    /// Another tab changed the safety answers.
    SafetyArrived(Safety),
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

/// Lets an event happen.
pub fn update(model: &mut Model, event: Event, stamp: Stamp) -> Vec<Effect> {
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
            model.safety.answers.set(question, answer);
            model.safety.answered = Some(now.day);
            vec![Effect::SaveSafety]
        }
        Event::AskAgain => {
            model.safety.answers = Answers::default();
            vec![Effect::SaveSafety]
        }
        Event::Cleared(scope) => {
            model.safety.clearance = scope.map(|scope| Clearance {
                scope,
                day: now.day,
            });
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
    }
}
