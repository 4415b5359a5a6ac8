//! What of the journal and the choices bears on safety, and on which question.
//!
//! Invariant: a fact counts whatever day it carries, so a clock that was set wrong hides nothing. It counts until the
//! question it bears on was answered while it was known ([`super::Settled`]), or it was taken back.

use std::collections::BTreeSet;

use crate::domain::body::{Lasting, Note, Posture, Region, Sign, Trigger};
use crate::domain::day::LocalDay;
use crate::domain::entry::{Ending, Entry, EntryId, Kind};
use crate::domain::feeling::{Effort, PainLevel, PainPlace};
use crate::domain::height::{LOSS_FROM_EARLIER, LOSS_FROM_TALLEST};
use crate::domain::journal::{DoneSession, Journal};
use crate::domain::routine::{Routine, Style};
use crate::domain::settings::Settings;
use crate::domain::symptom::SymptomId;

use super::questions::Question;

/// A day that lies this far ahead is a clock's error and no flight over the date line [D].
const AHEAD_DAYS: i64 = 1;
/// From this age on a broken bone is one "after 50".
const AFTER: u8 = 50;

/// What was noted that bears on safety.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// Pain in the chest, or trouble breathing, stopped a session.
    ChestPain,
    /// Pain in back, hip, groin, thigh or an untold place stopped a session.
    BonePain,
    /// Pain in knee, calf, ankle, heel or foot stopped a session.
    LegPain,
    /// Pain of 4 or more was told after a session.
    StrongPain,
    /// A note or the guide tells of the chest, of breath, or of a faint.
    NotedChest,
    /// A note or the guide tells of another sign that needs a doctor now or today.
    NotedSign,
    /// A note marks a calf, and nothing else that is urgent.
    NotedCalf,
    /// "I notice this today" on the page about back pain.
    NoticedBackPain,
    /// A note tells of a fall.
    Fall,
    /// "I notice this today" on the page about bones that break easily.
    BrokenBone,
    /// A note or the guide tells of a stoop; the greater the number, the more of it.
    Stoop(u8),
    /// A height, in millimetres, that is worth a visit.
    HeightLoss(u16),
    /// Ticked in the bone-test check: a bone broke easily after 50.
    TickedBreak,
    /// Ticked: steroids for long.
    TickedSteroids,
    /// Ticked: height lost.
    TickedHeight,
    /// Ticked: falls easily.
    TickedFalls,
}

impl What {
    /// The questions whose "no" it turns into "not sure".
    pub fn bears_on(self) -> &'static [Question] {
        match self {
            Self::ChestPain | Self::NotedChest => &[Question::HeartOrBreath],
            Self::BonePain | Self::NotedSign | Self::NoticedBackPain => &[Question::NewPain],
            Self::Fall | Self::TickedFalls => &[Question::Fall],
            Self::BrokenBone => &[Question::RecentBreak, Question::BreakAfter50],
            Self::Stoop(_) | Self::HeightLoss(_) | Self::TickedHeight => &[Question::SpineBreak],
            Self::TickedBreak => &[Question::BreakAfter50],
            Self::TickedSteroids => &[Question::Osteoporosis],
            Self::LegPain | Self::StrongPain | Self::NotedCalf => &[],
        }
    }

    /// Whether a day on which it was noted begins with help, and not with a session.
    pub fn is_alarm(self) -> bool {
        matches!(
            self,
            Self::NotedChest
                | Self::NotedSign
                | Self::NotedCalf
                | Self::NoticedBackPain
                | Self::BrokenBone
        )
    }

    /// Whether it says no more than what was known already: a stoop that is no greater, a height that is not 2 cm less
    /// again, the same back pain noticed once more.
    pub fn is_no_news_after(self, before: Self) -> bool {
        match (self, before) {
            (Self::Stoop(now), Self::Stoop(then)) => now <= then,
            (Self::HeightLoss(now), Self::HeightLoss(then)) => now + LOSS_FROM_EARLIER > then,
            (Self::NoticedBackPain, Self::NoticedBackPain) => true,
            _ => false,
        }
    }
}

/// One of them, with the entry that tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// The entry; a tick has a name of its own.
    pub id: EntryId,
    /// The day it carries.
    pub day: LocalDay,
    /// What it is.
    pub what: What,
}

/// All that bears on safety besides the answers and the clearance.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    /// What was noted: of heel drops, of knee bends, of single entries, then what is ticked; each of these oldest first.
    pub told: Vec<Fact>,
    /// The days with a session, those that lie ahead left out. In no order, some twice.
    pub sessions: Vec<LocalDay>,
    /// Sessions of an easier standing style that went well, since the last pain and since more was open again.
    pub easy: usize,
    /// Whether the person is known to be under 50.
    pub under_50: bool,
    /// Whether something carries a day that lies ahead of today.
    pub ahead: bool,
}

impl Facts {
    /// Reads them. `lowered`: the day from which on easy sessions count.
    pub fn of(
        journal: &Journal,
        settings: &Settings,
        lowered: Option<LocalDay>,
        today: LocalDay,
    ) -> Self {
        let mut facts = Self {
            under_50: settings.person.age_on(today).is_some_and(|age| age < AFTER),
            ..Self::default()
        };
        // Gathered once: years of pain are not searched anew for each session that it stopped.
        let mut placed = BTreeSet::new();
        placed.extend(journal.of_body().filter_map(|entry| match &entry.kind {
            Kind::Pain { session, .. } => Some(session),
            _ => None,
        }));
        for routine in Routine::ALL {
            let sessions = journal.done().iter();
            let sessions = sessions.filter(|one| one.record.routine == routine);
            facts.add_sessions(sessions, &placed, lowered, today);
        }
        let mut tallest = None::<u16>;
        for entry in journal.of_body() {
            facts.add_entry(entry, settings.checks.tallest_mm, &mut tallest);
        }
        facts.ahead |= facts
            .told
            .iter()
            .any(|fact| fact.day.days_since(today) > AHEAD_DAYS);
        for (tick, what) in [
            ("bone_break", What::TickedBreak),
            ("bone_steroids", What::TickedSteroids),
            ("bone_height", What::TickedHeight),
            ("bone_falls", What::TickedFalls),
        ] {
            // Ticks are no entries; the names of what was ticked never change.
            if settings.checks.bone_test.has(tick)
                && let Ok(id) = EntryId::new(tick.replace('_', ""))
            {
                let day = today;
                facts.told.push(Fact { id, day, what });
            }
        }
        facts
    }

    fn add_sessions<'a>(
        &mut self,
        sessions: impl Iterator<Item = &'a DoneSession>,
        placed: &BTreeSet<&EntryId>,
        lowered: Option<LocalDay>,
        today: LocalDay,
    ) {
        for session in sessions {
            let ahead = session.day.days_since(today) > AHEAD_DAYS;
            self.ahead |= ahead;
            let is_new_day = self.sessions.last() != Some(&session.day);
            if session.record.reps > 0 && !ahead && is_new_day {
                self.sessions.push(session.day);
            }
            let strong = session
                .pain
                .is_some_and(|level| level >= PainLevel::STEP_DOWN);
            let stopped = session.record.ending == Ending::Pain;
            let mut tell = |what| {
                self.told.push(Fact {
                    id: session.id.clone(),
                    day: session.day,
                    what,
                });
            };
            if strong {
                tell(What::StrongPain);
            }
            if stopped && !placed.contains(&session.id) {
                tell(What::BonePain);
            }
            if session.record.routine != Routine::HeelDrop {
                continue;
            }
            if strong || stopped {
                self.easy = 0;
            } else if session.record.ending == Ending::Completed
                && matches!(session.record.style, Style::Gentle | Style::SoftDrop)
                && session.effort != Some(Effort::TooHard)
                && !ahead
                && lowered.is_none_or(|day| session.day >= day)
            {
                self.easy += 1;
            }
        }
    }

    fn add_entry(&mut self, entry: &Entry, grown: Option<u16>, tallest: &mut Option<u16>) {
        let mut tell = |what| {
            self.told.push(Fact {
                id: entry.id.clone(),
                day: entry.day,
                what,
            });
        };
        match &entry.kind {
            Kind::Pain { place, .. } => tell(match place {
                PainPlace::Chest => What::ChestPain,
                PainPlace::Back | PainPlace::Hip | PainPlace::Elsewhere => What::BonePain,
                PainPlace::Knee | PainPlace::Foot => What::LegPain,
            }),
            Kind::Height { mm } => {
                let below = |limit, from: Option<u16>| {
                    from.is_some_and(|from| from.saturating_sub(*mm) >= limit)
                };
                if below(LOSS_FROM_TALLEST, grown) || below(LOSS_FROM_EARLIER, *tallest) {
                    tell(What::HeightLoss(*mm));
                }
                *tallest = (*tallest).max(Some(*mm));
            }
            Kind::Sign { symptom } => match symptom {
                SymptomId::BackPain => tell(What::NoticedBackPain),
                SymptomId::Stoop => tell(What::Stoop(1)),
                SymptomId::SqueezedChest => tell(What::NotedChest),
                SymptomId::PressedNerves => tell(What::NotedSign),
                SymptomId::EasyBreaks => tell(What::BrokenBone),
                SymptomId::PainMedicine => {}
            },
            Kind::Note(note) => in_note(note).for_each(tell),
            _ => {}
        }
    }
}

/// What a note tells. The signs that need a doctor now or today are those of `content::note_help`, which also words them;
/// `tests/safety_notes.rs` sees to it that the two agree.
fn in_note(note: &Note) -> impl Iterator<Item = What> {
    let at = |place| note.places.contains(&place);
    let any = |is: fn(Region) -> bool| note.places.iter().any(|place| is(*place));
    let sign = |sign| note.signs.contains(&sign);
    let fell = note.trigger == Some(Trigger::Fall);
    let back = any(Region::is_back);
    let spine = back || at(Region::Neck);
    let sudden = sign(Sign::Sudden);
    let breath = sign(Sign::Breathless) || sign(Sign::Faint);
    let chest = at(Region::Chest) || breath || sudden && !fell && any(Region::may_be_heart);
    let set_off = matches!(
        note.trigger,
        Some(Trigger::Nothing | Trigger::Bend | Trigger::Lift | Trigger::Cough | Trigger::Fall)
    );
    let is_new = matches!(note.lasting, Some(Lasting::Minutes | Lasting::Hours));
    let other = note.signs.iter().any(|sign| {
        !matches!(
            sign,
            Sign::Sudden | Sign::Unwell | Sign::Breathless | Sign::Faint
        )
    }) || fell
        || spine && (set_off || is_new || sudden)
        || back && note.trigger == Some(Trigger::Standing)
        || sudden && at(Region::Head)
        || sign(Sign::Unwell) && (spine || at(Region::Seat) || note.places.is_empty());
    let calf = at(Region::LeftCalf) || at(Region::RightCalf);
    let stoop = match note.posture {
        Some(Posture::LittleStooped) => Some(What::Stoop(1)),
        Some(Posture::Stooped) => Some(What::Stoop(2)),
        _ => None,
    };
    [
        chest.then_some(What::NotedChest),
        other.then_some(What::NotedSign),
        (calf && !chest && !other).then_some(What::NotedCalf),
        fell.then_some(What::Fall),
        stoop,
    ]
    .into_iter()
    .flatten()
}
