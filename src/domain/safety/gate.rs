//! The gate: what is open, from the answers, the clearance, what was noted, and today.
//!
//! Invariant: [`verdict`] is pure and alone decides. Whatever is missing, damaged, old, of an older version or dated
//! wrongly takes the stricter reading, and the verdict names why.

use crate::domain::day::LocalDay;
use crate::domain::routine::{Plan, Routine, Style};

use super::clearance::{ClearedFor, Ended};
use super::facts::{Facts, What};
use super::questions::{Answer, Question, Weight};
use super::{ASKED, Safety};

/// After so many days the answers are looked through again [D]: the shortest span a question names is three months.
pub const OLD_DAYS: i64 = 90;
/// After so many days without a session they are too: a gap has its reasons (review B2-6) [D].
pub const GAP_DAYS: i64 = 14;
/// So many sessions of an easier standing style go well before the firm styles open [D]: a week at the usual pace.
pub const EASY_SESSIONS: usize = 3;
/// The way back begins with so many rounds (evidence 1.7, DOSE, week 1).
pub const WAY_BACK_ROUNDS: u8 = 2;

/// How much is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Level {
    /// Some question has no answer yet: nothing starts.
    #[default]
    Unanswered,
    /// Nothing until a doctor has said yes, not even sitting; or for today, after a sign that needs one.
    Nothing,
    /// No standing exercise until a clinician has said yes; heel raises on a chair are open.
    NotUntil,
    /// Gentle and seated styles.
    GentleFirst,
    /// All styles.
    Clear,
}

impl Level {
    /// All, from nothing to everything open.
    pub const ALL: [Self; 5] = [
        Self::Unanswered,
        Self::Nothing,
        Self::NotUntil,
        Self::GentleFirst,
        Self::Clear,
    ];
}

/// Why the answers are to be looked through again. Until then gentle at most is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Review {
    /// The questions have changed since.
    Questions,
    /// The answers, or something noted, carry a day that lies ahead: a clock was wrong.
    Clock,
    /// A broken bone was noted.
    BrokenBone,
    /// A fall was noted.
    Fell,
    /// There was no session for [`GAP_DAYS`].
    Gap,
    /// They are [`OLD_DAYS`] old.
    Old,
}

impl Review {
    /// All, the weightiest first.
    pub const ALL: [Self; 6] = [
        Self::Questions,
        Self::Clock,
        Self::BrokenBone,
        Self::Fell,
        Self::Gap,
        Self::Old,
    ];
}

/// A "no" that counts as "not sure", and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Raised {
    /// The question.
    pub question: Question,
    /// What was noted, and its day; `None`: because a bone broke in the last three months, at 50 or later.
    pub by: Option<(What, LocalDay)>,
}

/// What is open, with the reasons by name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Verdict {
    /// How much is open.
    pub level: Level,
    /// How much the answers alone leave open, before any yes and before they are looked through.
    pub asked: Level,
    /// Whether standing styles wait until there is something to hold on to.
    pub seated_for_now: bool,
    /// The questions whose answers led here, in the order they are asked, raised ones among them.
    pub reasons: Vec<Question>,
    /// Those whose "no" counts as "not sure", in the same order.
    pub raised: Vec<Raised>,
    /// Why the answers are to be looked through again, if they are.
    pub review: Option<Review>,
    /// Why a recorded yes no longer counts, if one is there and does not.
    pub ended: Option<Ended>,
    /// Whether easier styles have gone well often enough for the firm ones.
    pub proven: bool,
    /// Whether a sign that needs a doctor now or today was noted today: the day begins with help. But for a sore calf,
    /// nothing is open on that day.
    pub alarm: bool,
}

/// What is open.
pub fn verdict(safety: &Safety, facts: &Facts, today: LocalDay) -> Verdict {
    let mut reasons = Vec::new();
    let mut raised = Vec::new();
    let complete = safety.answers.is_complete();
    for question in Question::ALL {
        let answer = safety.answers.get(question);
        if answer.is_some_and(Answer::counts_as_yes) {
            reasons.push(question);
        } else if answer.is_some()
            && let Some(by) = raised_by(safety, facts, question, &reasons)
        {
            reasons.push(question);
            raised.push(Raised { question, by });
        }
    }
    let any = |weight| reasons.iter().any(|question| question.weight() == weight);
    let asked = if any(Weight::Nothing) {
        Level::Nothing
    } else if any(Weight::NotUntil) {
        Level::NotUntil
    } else if any(Weight::GentleFirst) {
        Level::GentleFirst
    } else {
        Level::Clear
    };
    let (cleared, ended) = clearance(safety, facts, &reasons, today);
    let review = complete.then(|| review(safety, facts, today)).flatten();
    let mut level = asked.max(cleared);
    if review.is_some() {
        level = level.min(Level::GentleFirst);
    }
    let alarms: Vec<What> = facts
        .told
        .iter()
        .filter(|fact| fact.day == today && safety.is_alarm(facts, fact))
        .map(|fact| fact.what)
        .collect();
    if alarms.iter().any(|what| *what != What::NotedCalf) {
        level = level.min(Level::Nothing);
    }
    Verdict {
        level: if complete { level } else { Level::Unanswered },
        asked: if complete { asked } else { Level::Unanswered },
        seated_for_now: any(Weight::SeatedForNow),
        reasons,
        raised,
        review,
        ended,
        proven: facts.easy >= EASY_SESSIONS,
        alarm: !alarms.is_empty(),
    }
}

/// Why a "no" counts as "not sure"; `None` where it is a no.
#[allow(clippy::option_option)] // whether, and by what, where it has a name
fn raised_by(
    safety: &Safety,
    facts: &Facts,
    question: Question,
    reasons: &[Question],
) -> Option<Option<(What, LocalDay)>> {
    // A broken bone of the last three months is one after 50 for whoever is 50 or more; unknown ages count as such.
    let recent = question == Question::BreakAfter50
        && !facts.under_50
        && reasons.contains(&Question::RecentBreak);
    if recent {
        return Some(None);
    }
    facts
        .told
        .iter()
        .rev()
        .find(|fact| {
            fact.what.bears_on().contains(&question) && !safety.is_settled(facts, question, fact)
        })
        .map(|fact| Some((fact.what, fact.day)))
}

/// What a recorded yes opens, and why it no longer counts.
fn clearance(
    safety: &Safety,
    facts: &Facts,
    reasons: &[Question],
    today: LocalDay,
) -> (Level, Option<Ended>) {
    let Some(clearance) = &safety.clearance else {
        return (Level::Unanswered, None);
    };
    let (Some(covers), Some(knows)) = (&clearance.covers, &clearance.knows) else {
        return (Level::Unanswered, Some(Ended::NoReasons));
    };
    let is_new = |question: &&Question| {
        question.weight() != Weight::SeatedForNow && !covers.contains(question)
    };
    let noted = facts
        .told
        .iter()
        .find(|fact| !facts.is_known(fact, |id| knows.contains(id)));
    let ended = if let Some(question) = clearance
        .ended
        .or_else(|| reasons.iter().find(is_new).copied())
    {
        // What was noted says more than the question it bears on.
        noted
            .filter(|fact| fact.what.bears_on().contains(&question))
            .map_or(Ended::NewReason(question), |fact| Ended::Noted(fact.what))
    } else if let Some(fact) = noted {
        Ended::Noted(fact.what)
    } else if clearance.day.days_since(today) > 1 {
        Ended::Clock
    } else {
        let opens = match clearance.scope {
            ClearedFor::Gentle => Level::GentleFirst,
            ClearedFor::All => Level::Clear,
        };
        return (opens, None);
    };
    (Level::Unanswered, Some(ended))
}

fn review(safety: &Safety, facts: &Facts, today: LocalDay) -> Option<Review> {
    if safety.asked < ASKED {
        return Some(Review::Questions);
    }
    let open = |is: fn(What) -> bool| {
        facts.told.iter().any(|fact| {
            is(fact.what)
                && fact
                    .what
                    .bears_on()
                    .iter()
                    .any(|question| !safety.is_settled(facts, *question, fact))
        })
    };
    let age = today.days_since(safety.answered.unwrap_or_else(LocalDay::epoch));
    if age < -1 {
        Some(Review::Clock)
    } else if open(|what| matches!(what, What::BrokenBone | What::TickedBreak)) {
        Some(Review::BrokenBone)
    } else if open(|what| matches!(what, What::Fall | What::TickedFalls)) {
        Some(Review::Fell)
    } else if has_gap(safety, facts, today) {
        Some(if facts.ahead {
            Review::Clock
        } else {
            Review::Gap
        })
    } else if age >= OLD_DAYS {
        Some(Review::Old)
    } else {
        None
    }
}

/// Whether there were [`GAP_DAYS`] without a session since the answers were looked through; a session after them does not
/// make up for it.
fn has_gap(safety: &Safety, facts: &Facts, today: LocalDay) -> bool {
    // From session to session, each time as far as one leads.
    let farthest = |from: LocalDay| {
        let within = |day: &LocalDay| (1..GAP_DAYS).contains(&day.days_since(from));
        facts.sessions.iter().copied().filter(within).max()
    };
    let mut reached = safety.answered.unwrap_or_else(LocalDay::epoch);
    while let Some(next) = farthest(reached) {
        reached = next;
    }
    today.days_since(reached) >= GAP_DAYS
}

impl Verdict {
    /// What a doctor's or physiotherapist's yes could open beyond the answers; `None` where no answer asks for one.
    pub fn clearance_asked(&self) -> Option<Vec<ClearedFor>> {
        match self.asked {
            Level::Unanswered | Level::Clear => None,
            // Gentle is open already.
            Level::GentleFirst => Some(vec![ClearedFor::All]),
            Level::Nothing | Level::NotUntil => Some(vec![ClearedFor::Gentle, ClearedFor::All]),
        }
    }

    /// Whether standing styles would be open but for the want of something to hold on to.
    pub fn waits_for_support(&self) -> bool {
        self.seated_for_now && self.level > Level::NotUntil
    }

    /// Why the "no" to a question counts as "not sure", where it does.
    pub fn raised_on(&self, question: Question) -> Option<Raised> {
        let mut raised = self.raised.iter();
        raised.find(|one| one.question == question).copied()
    }

    /// Whether a style of a routine may be offered.
    pub fn allows(&self, routine: Routine, style: Style) -> bool {
        let held = !self.seated_for_now || !style.is_standing();
        routine.styles().contains(&style)
            && match self.level {
                Level::Unanswered | Level::Nothing => false,
                Level::NotUntil => routine == Routine::HeelDrop && !style.is_standing(),
                Level::GentleFirst => !style.is_impact() && held,
                Level::Clear => {
                    held && match style {
                        Style::FirmDrop => self.proven,
                        Style::Traditional => self.proven && !self.needs_its_hands(),
                        _ => true,
                    }
                }
            }
    }

    /// Whether letting go of the support to rub the back stays closed, whatever a clinician said to drops.
    fn needs_its_hands(&self) -> bool {
        let holds = |reason: &Question| {
            matches!(
                reason,
                Question::Fall | Question::Dizzy | Question::Osteoporosis
            )
        };
        !self.allows_rub() || self.reasons.iter().any(holds)
    }

    /// Whether a style has to be done with a pause each time the person stands: who is dizzy and rises from a chair.
    pub fn needs_a_pause(&self, style: Style) -> bool {
        style == Style::SitToStand && self.reasons.contains(&Question::Dizzy)
    }

    /// Whether the styles that only wait for easier ones to go well are the ones that are closed.
    pub fn waits_for_easy_sessions(&self) -> bool {
        self.level == Level::Clear && !self.seated_for_now && !self.proven
    }

    /// Whether a session of this plan may begin, or go on.
    pub fn allows_plan(&self, plan: Plan) -> bool {
        self.allows(plan.routine, plan.style)
    }

    /// Whether the back rub may be spoken of and shown (review B2-7).
    pub fn allows_rub(&self) -> bool {
        !self.reasons.iter().any(|reason| {
            matches!(
                reason,
                Question::RecentBreak | Question::SpineBreak | Question::NewPain
            )
        })
    }

    /// Whether anything of a routine is open, or the questions come first.
    pub fn is_open(&self, routine: Routine) -> bool {
        self.level == Level::Unanswered || self.default_style(routine).is_some()
    }

    /// The styles of a routine that may be offered, easiest first.
    pub fn open_styles(&self, routine: Routine) -> Vec<Style> {
        routine
            .styles()
            .iter()
            .copied()
            .filter(|style| self.allows(routine, *style))
            .collect()
    }

    /// The style to begin with: Gentle heel raises and the quarter bend where they are open and nothing
    /// speaks against them, else the hardest that is open without a drop. `None` before the answers, and where nothing
    /// of the routine is open.
    pub fn default_style(&self, routine: Routine) -> Option<Style> {
        let open = self.open_styles(routine);
        let wished = match (routine, self.level) {
            (Routine::HeelDrop, _) => Style::Gentle,
            (Routine::KneeBend, Level::Clear) => Style::QuarterBend,
            // To rise again and again is what brings dizziness on (review B2-12).
            (Routine::KneeBend, _) if self.reasons.contains(&Question::Dizzy) => Style::Seated,
            (Routine::KneeBend, _) => Style::SitToStand,
        };
        if open.contains(&wished) {
            Some(wished)
        } else {
            open.into_iter().rfind(|style| !style.is_impact())
        }
    }

    /// The style that was wished for where it is open, else the one to begin with.
    pub fn nearest(&self, routine: Routine, wished: Style) -> Option<Style> {
        if self.allows(routine, wished) {
            Some(wished)
        } else {
            self.default_style(routine)
        }
    }

    /// Whether a plan that was wished for waits for more than its answers to be looked through after [`OLD_DAYS`]: then
    /// the way back begins low.
    pub fn lowers(&self, wished: Plan) -> bool {
        !matches!(self.level, Level::Unanswered)
            && self.review != Some(Review::Old)
            && !self.allows_plan(wished)
    }
}
