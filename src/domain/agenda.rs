//! What is due on a day, and what of it is done.
//!
//! Invariant: it only reads. A session without a repetition is not counted as done, and nothing here counts what
//! was missed: after a gap there is a welcome, no debt.

use super::day::LocalDay;
use super::entry::Ending;
use super::feeling::PainLevel;
use super::journal::{DayCount, DoneSession, Journal};
use super::routine::{Plan, Routine};
use super::safety::{Level, Verdict};
use super::settings::Settings;

/// Days without a session from which on the greeting says welcome back (DESIGN section 1, promise 6; the
/// number is a design choice: a week-end away is no gap).
pub const WELCOME_BACK_DAYS: i64 = 3;
/// Heel drops are one session a day (fact H3).
pub const HEEL_DROP_SESSIONS: u8 = 1;
/// Sets of knee bends in a day, fewest and most: 2 to 3 is the goal (fact K2), and a weak beginner may plan one (K3).
pub const KNEE_SETS: (u8, u8) = (1, 3);

/// A day of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agenda {
    /// What to begin next; `None` when all is done, when nothing is open, or when pain or a sign that was noted says to
    /// leave it for today.
    pub next: Option<Next>,
    /// What is said in its place; `None` where there is something to begin.
    pub instead: Option<Instead>,
    /// The heel drops of the day.
    pub heel_drop: RoutineDay,
    /// The knee bends of the day.
    pub knee_bend: RoutineDay,
    /// Whether a session of this day was stopped by pain, or pain of 4 or more was told after one. Then nothing
    /// more is proposed for the day (evidence 3, STOP); the person can still choose to begin.
    pub pain_today: bool,
    /// Whole days since the latest session of either routine.
    pub days_since_last: Option<i64>,
    /// Whether the greeting says welcome back.
    pub welcome_back: bool,
    /// Whether there never was a session.
    pub first_time: bool,
    /// Sessions ever, of both routines.
    pub sessions_ever: usize,
}

/// What to begin next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Next {
    /// How.
    pub plan: Plan,
    /// Why this one.
    pub reason: Reason,
}

/// Why nothing is next, the weightiest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Instead {
    /// A sign that needs a doctor now or today was noted today.
    Alarm,
    /// Nothing is open until a doctor has said yes.
    Closed,
    /// There was pain today.
    Pain,
    /// All is done.
    Done,
}

/// Why something is next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// Today's heel drops are not done yet.
    HeelDrops,
    /// This set of knee bends is not done yet.
    KneeBends {
        /// Which set, from 1.
        set: u8,
        /// Of how many.
        of: u8,
    },
}

/// One routine on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RoutineDay {
    /// What was done; sessions with no repetition left out.
    pub done: DayCount,
    /// Sessions wished for; a set of knee bends is a session.
    pub planned_sessions: u8,
    /// How it would be done.
    pub plan: Plan,
    /// Why in this style.
    pub style_why: StyleWhy,
    /// Whether as many sessions were done as wished for.
    pub done_today: bool,
    /// Whether anything of it is open, or the safety questions come first. Where nothing is, it cannot be started.
    pub open: bool,
}

/// Why a plan has its style.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StyleWhy {
    /// The person's wish, and it is open.
    Wished,
    /// The person's wish; the safety questions come before it can start.
    NotAskedYet,
    /// The wished style is not open: the nearest one for the safety answers, whose reasons the verdict names.
    Safety,
}

impl Agenda {
    /// The day of one routine.
    pub fn of(&self, routine: Routine) -> &RoutineDay {
        match routine {
            Routine::HeelDrop => &self.heel_drop,
            Routine::KneeBend => &self.knee_bend,
        }
    }

    /// Whether all that is open was done, and something was.
    pub fn all_done(&self) -> bool {
        let done = |routine: &RoutineDay| routine.done_today || !routine.open;
        done(&self.heel_drop)
            && done(&self.knee_bend)
            && (self.heel_drop.done_today || self.knee_bend.done_today)
    }
}

/// The agenda of a day.
pub fn agenda(
    journal: &Journal,
    settings: &Settings,
    verdict: &Verdict,
    today: LocalDay,
) -> Agenda {
    let every = || journal.done().iter();
    let (fewest, most) = KNEE_SETS;
    let knee_sets = settings.knee_sets.clamp(fewest, most);
    let day = |routine, planned| {
        let sessions = every().filter(|one| one.day == today && one.record.routine == routine);
        routine_day(settings.plan(routine), sessions, planned, verdict)
    };
    let heel_drop = day(Routine::HeelDrop, HEEL_DROP_SESSIONS);
    let knee_bend = day(Routine::KneeBend, knee_sets);
    let pain_today = every().any(|one| one.day == today && hurt(one));
    let days_since_last = every()
        .filter(|one| counts(one))
        .map(|one| one.day)
        .max()
        .map(|last| today.days_since(last).max(0));
    let sessions_ever = every().filter(|one| counts(one)).count();
    let next = next(&heel_drop, &knee_bend);
    let instead = if verdict.alarm {
        Some(Instead::Alarm)
    } else if !heel_drop.open && !knee_bend.open {
        Some(Instead::Closed)
    } else if pain_today {
        Some(Instead::Pain)
    } else {
        next.is_none().then_some(Instead::Done)
    };
    Agenda {
        next: next.filter(|_| instead.is_none()),
        instead,
        heel_drop,
        knee_bend,
        pain_today,
        days_since_last,
        welcome_back: days_since_last.is_some_and(|days| days >= WELCOME_BACK_DAYS),
        first_time: sessions_ever == 0,
        sessions_ever,
    }
}

fn next(heel_drop: &RoutineDay, knee_bend: &RoutineDay) -> Option<Next> {
    if heel_drop.open && !heel_drop.done_today {
        return Some(Next {
            plan: heel_drop.plan,
            reason: Reason::HeelDrops,
        });
    }
    let of = knee_bend.planned_sessions;
    let done = u8::try_from(knee_bend.done.sessions).unwrap_or(of);
    (knee_bend.open && done < of).then(|| Next {
        plan: knee_bend.plan,
        reason: Reason::KneeBends { set: done + 1, of },
    })
}

fn routine_day<'a>(
    wished: Plan,
    sessions: impl Iterator<Item = &'a DoneSession>,
    planned_sessions: u8,
    verdict: &Verdict,
) -> RoutineDay {
    let done = sessions
        .filter(|one| counts(one))
        .fold(DayCount::default(), |sum, one| DayCount {
            sessions: sum.sessions + 1,
            rounds: sum.rounds + u32::from(one.record.rounds),
            reps: sum.reps + u32::from(one.record.reps),
        });
    let style = verdict
        .nearest(wished.routine, wished.style)
        .unwrap_or(wished.style);
    RoutineDay {
        done,
        planned_sessions,
        plan: Plan { style, ..wished },
        style_why: if verdict.level == Level::Unanswered {
            StyleWhy::NotAskedYet
        } else if style == wished.style {
            StyleWhy::Wished
        } else {
            StyleWhy::Safety
        },
        done_today: done.sessions >= u32::from(planned_sessions),
        open: verdict.is_open(wished.routine),
    }
}

/// A session counts from its first repetition on: whoever did a part has done something today.
fn counts(session: &DoneSession) -> bool {
    session.record.reps > 0
}

fn hurt(session: &DoneSession) -> bool {
    session.record.ending == Ending::Pain
        || session
            .pain
            .is_some_and(|level| level >= PainLevel::STEP_DOWN)
}

#[cfg(test)]
mod tests {
    use super::super::day::Instant;
    use super::super::entry::{Entry, EntryId, Kind, SessionRecord};
    use super::super::routine::Style;
    use super::super::safety::{self, ASKED, Answer, Facts, Question, Safety};
    use super::*;

    /// Sessions of the 22nd, each with its repetitions.
    type Sessions<'a> = &'a [(Routine, u16)];

    const HEELS: Routine = Routine::HeelDrop;
    const KNEES: Routine = Routine::KneeBend;

    fn day(day: u32) -> LocalDay {
        LocalDay::new(2026, 11, day).unwrap()
    }

    fn entry(number: usize, on: u32, kind: Kind) -> Entry {
        Entry {
            id: id(number),
            at: Instant(i64::try_from(number).unwrap()),
            day: day(on),
            kind,
        }
    }

    fn id(number: usize) -> EntryId {
        EntryId::new(format!("e{number}")).unwrap()
    }

    fn session(routine: Routine, reps: u16, ending: Ending) -> Kind {
        Kind::Session(SessionRecord {
            routine,
            style: Style::Seated,
            rounds: 1,
            planned_rounds: 1,
            reps,
            planned_reps: 10,
            active_ms: 1,
            ending,
        })
    }

    /// Entries e0, e1 … of these days and kinds.
    fn journal(entries: impl IntoIterator<Item = (u32, Kind)>) -> Journal {
        entries
            .into_iter()
            .enumerate()
            .map(|(number, (on, kind))| entry(number, on, kind))
            .collect()
    }

    fn today(sessions: Sessions) -> Journal {
        journal(sessions.iter().map(|(routine, reps)| {
            let ending = if *reps == 10 {
                Ending::Completed
            } else {
                Ending::Stopped
            };
            (22, session(*routine, *reps, ending))
        }))
    }

    fn verdict(yes: &[Question]) -> Verdict {
        let mut safety = Safety {
            asked: ASKED,
            answered: Some(day(22)),
            ..Safety::default()
        };
        for question in Question::ALL {
            let answer = if yes.contains(&question) {
                Answer::NotSure
            } else {
                Answer::No
            };
            safety.answers.set(question, answer);
        }
        verdict_of(&safety)
    }

    fn verdict_of(safety: &Safety) -> Verdict {
        let facts = Facts {
            easy: safety::gate::EASY_SESSIONS,
            ..Facts::default()
        };
        safety::verdict(safety, &facts, day(22))
    }

    fn of(journal: &Journal, settings: &Settings) -> Agenda {
        agenda(journal, settings, &verdict(&[]), day(22))
    }

    #[test]
    fn heel_drops_come_first_then_the_sets_of_knee_bends() {
        let set = |set, of| Some(Reason::KneeBends { set, of });
        let cases: [(Sessions, u8, Option<Reason>); 9] = [
            (&[], 2, Some(Reason::HeelDrops)),
            (&[(HEELS, 0)], 2, Some(Reason::HeelDrops)),
            (&[(KNEES, 10), (KNEES, 10)], 2, Some(Reason::HeelDrops)),
            (&[(HEELS, 10)], 2, set(1, 2)),
            (&[(HEELS, 3)], 2, set(1, 2)),
            (&[(HEELS, 10), (KNEES, 0), (KNEES, 10)], 2, set(2, 2)),
            (&[(HEELS, 10), (KNEES, 10), (KNEES, 4)], 2, None),
            (&[(HEELS, 10), (KNEES, 10), (KNEES, 10)], 3, set(3, 3)),
            (
                &[
                    (HEELS, 10),
                    (HEELS, 10),
                    (KNEES, 10),
                    (KNEES, 10),
                    (KNEES, 10),
                ],
                2,
                None,
            ),
        ];
        for (sessions, knee_sets, reason) in cases {
            let settings = Settings {
                knee_sets,
                ..Settings::default()
            };
            let found = of(&today(sessions), &settings);
            assert_eq!(found.next.map(|next| next.reason), reason, "{sessions:?}");
            assert_eq!(found.all_done(), reason.is_none(), "{sessions:?}");
            if let Some(next) = found.next {
                assert_eq!(next.plan, found.of(next.plan.routine).plan);
            }
        }
    }

    #[test]
    fn what_was_done_is_counted_for_the_day_without_empty_sessions() {
        let found = of(
            &today(&[(KNEES, 10), (KNEES, 0), (KNEES, 4)]),
            &Settings::default(),
        );
        let done = DayCount {
            sessions: 2,
            rounds: 2,
            reps: 14,
        };
        assert_eq!(found.knee_bend.done, done);
        assert!(found.knee_bend.done_today);
        assert_eq!(found.heel_drop.done, DayCount::default());
        assert_eq!(found.sessions_ever, 2);
    }

    #[test]
    fn sets_from_outside_are_brought_into_range() {
        for (wished, planned) in [(0, 1), (1, 1), (2, 2), (3, 3), (99, 3)] {
            let settings = Settings {
                knee_sets: wished,
                ..Settings::default()
            };
            let found = of(&Journal::default(), &settings);
            assert_eq!(found.knee_bend.planned_sessions, planned, "{wished}");
        }
    }

    #[test]
    fn a_gap_is_welcomed_from_the_third_day_on() {
        // The day of a session, then days since it and the welcome on the 22nd.
        let cases = [
            (22, 0, false),
            (21, 1, false),
            (20, 2, false),
            (19, 3, true),
            (1, 21, true),
            (25, 0, false),
        ];
        for (on, days, welcome) in cases {
            for routine in Routine::ALL {
                let found = of(
                    &journal([(on, session(routine, 5, Ending::ByHand))]),
                    &Settings::default(),
                );
                assert_eq!(found.days_since_last, Some(days), "{on}");
                assert_eq!(found.welcome_back, welcome, "{on}");
                assert!(!found.first_time);
            }
        }
    }

    #[test]
    fn a_newcomer_is_met_as_one_even_after_an_empty_or_retracted_session() {
        let retracted = journal([
            (22, session(HEELS, 10, Ending::Completed)),
            (22, Kind::Retract { entry: id(0) }),
        ]);
        for journal in [Journal::default(), today(&[(HEELS, 0)]), retracted] {
            let found = of(&journal, &Settings::default());
            assert!(found.first_time);
            assert_eq!(found.days_since_last, None);
            assert!(!found.welcome_back);
            assert_eq!(found.sessions_ever, 0);
        }
    }

    #[test]
    fn the_style_follows_the_safety_answers_and_says_so() {
        let wished = Plan {
            style: Style::FirmDrop,
            ..Plan::NEWCOMER_HEEL_DROPS
        };
        let mut settings = Settings::default();
        settings.choose(wished);
        let cases = [
            (
                verdict_of(&Safety::default()),
                Style::FirmDrop,
                StyleWhy::NotAskedYet,
            ),
            (verdict(&[]), Style::FirmDrop, StyleWhy::Wished),
            (verdict(&[Question::Fall]), Style::Gentle, StyleWhy::Safety),
            (
                verdict(&[Question::SpineBreak]),
                Style::Seated,
                StyleWhy::Safety,
            ),
            (
                verdict(&[Question::NoSupport]),
                Style::Seated,
                StyleWhy::Safety,
            ),
        ];
        for (verdict, style, why) in cases {
            let found = agenda(&Journal::default(), &settings, &verdict, day(22));
            let plan = Plan { style, ..wished };
            assert_eq!(
                (found.heel_drop.plan, found.heel_drop.style_why),
                (plan, why)
            );
            assert_eq!(found.next.map(|next| next.plan), Some(plan));
        }
    }

    #[test]
    fn after_pain_nothing_more_is_proposed_on_that_day() {
        let felt = |level| Kind::Felt {
            session: id(0),
            effort: None,
            pain: Some(PainLevel::new(level).unwrap()),
        };
        let done = || session(HEELS, 10, Ending::Completed);
        // Entries, and whether the 22nd is left for rest.
        let cases = [
            (vec![(22, session(HEELS, 4, Ending::Pain))], true),
            (vec![(22, session(KNEES, 0, Ending::Pain))], true),
            (vec![(22, done()), (22, felt(4))], true),
            (vec![(22, done()), (22, felt(3))], false),
            (vec![(21, done()), (22, felt(9))], false),
            (vec![(21, session(HEELS, 4, Ending::Pain))], false),
        ];
        for (entries, rest) in cases {
            let found = of(&journal(entries.clone()), &Settings::default());
            assert_eq!(found.pain_today, rest, "{entries:?}");
            assert_eq!(found.next.is_none(), rest, "{entries:?}");
            assert!(!found.all_done());
        }
    }
}
