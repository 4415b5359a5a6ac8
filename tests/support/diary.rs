//! A dense diary of many years, the same for the same seed: for tests of size and speed, native and in a browser.

#[path = "../sim/random.rs"]
#[allow(dead_code, reason = "the simulation asks for more of it")]
mod random;

use bonewise::domain::body::{Note, Region};
use bonewise::domain::day::{Instant, LocalDay};
use bonewise::domain::entry::{Ending, Entry, EntryId, Kind, SessionRecord};
use bonewise::domain::feeling::{Effort, PainLevel, PainPlace};
use bonewise::domain::routine::{Routine, Style};
use bonewise::domain::symptom::SymptomId;
use random::Random;

/// What kind of diary.
#[derive(Debug, Clone, Copy)]
pub struct Diary {
    pub seed: u64,
    /// How many entries.
    pub entries: usize,
    /// Over how many days, up to the day before `today`.
    pub days: u64,
    pub today: LocalDay,
    /// Of ten jars, how many are never put away.
    pub jars_kept: u64,
    /// Whether a broken bone was noticed in the first weeks.
    pub broken: bool,
}

const FOODS: [&str; 12] = [
    "milk",
    "yogurt",
    "cheddar",
    "sardines",
    "tinned_salmon",
    "dried_fish",
    "niboshi",
    "dried_shrimp",
    "kale",
    "tofu",
    "almonds",
    "of_2031",
];
const HABITS: [&str; 4] = ["caffeine", "salt", "late_nights", "alcohol"];

/// The entries, oldest first.
pub fn diary(of: Diary) -> Vec<Entry> {
    let mut writer = Writer {
        random: Random::new(of.seed),
        entries: Vec::with_capacity(of.entries + 40),
        day: of.today.minus(of.days),
        at: 0,
        jar: None,
    };
    for day in 0..of.days {
        writer.day = of.today.minus(of.days - day);
        writer.at = writer.day.days_since(LocalDay::epoch()) * 86_400_000 + 6 * 3_600_000;
        if of.broken && day == 20 {
            let symptom = SymptomId::EasyBreaks;
            writer.note(Kind::Sign { symptom });
        }
        // Spread over all days, so that the number of entries is exact and no day is empty.
        let until = of.entries as u64 * (day + 1) / of.days;
        writer.rare(day, of);
        writer.fill(usize::try_from(until).unwrap_or(usize::MAX));
    }
    writer.entries
}

struct Writer {
    random: Random,
    entries: Vec<Entry>,
    day: LocalDay,
    at: i64,
    jar: Option<EntryId>,
}

impl Writer {
    fn one_of(&mut self, count: u64) -> u64 {
        self.random.next() % count
    }

    fn note(&mut self, kind: Kind) -> EntryId {
        let id = EntryId::of_number(self.random.next());
        self.at += i64::try_from(self.one_of(2_400_000)).unwrap_or(0) + 1;
        self.entries.push(Entry {
            id: id.clone(),
            at: Instant(self.at),
            day: self.day,
            kind,
        });
        id
    }

    /// What comes once in some days.
    fn rare(&mut self, day: u64, of: Diary) {
        if day.is_multiple_of(5) {
            if let Some(jar) = self.jar.take()
                && day / 5 % 10 >= of.jars_kept
            {
                self.note(Kind::JarGone { jar });
            }
            let made = self.day.minus(day % 2);
            self.jar = Some(self.note(Kind::Jar { grams: 300, made }));
        }
        if day % 7 == 3 {
            let mm = 1_650 + u16::try_from(self.one_of(5)).unwrap_or(0);
            self.note(Kind::Height { mm });
        }
        if day % 14 == 5 {
            let stands = 10 + u8::try_from(self.one_of(5)).unwrap_or(0);
            self.note(Kind::ChairStand {
                stands,
                used_arms: false,
            });
        }
        if day % 30 == 11 {
            self.note(Kind::Balance { held: 3 });
            let note = Note {
                places: [Region::LeftKnee].into_iter().collect(),
                pain: PainLevel::new(2).ok(),
                ..Note::default()
            };
            self.note(Kind::Note(Box::new(note)));
        }
        // A knee, which closes nothing; not lately, so that today begins with a session.
        if day % 200 == 50 && day + 100 < of.days {
            let session = self.session(Routine::KneeBend, Ending::Pain);
            let place = PainPlace::Knee;
            self.note(Kind::Pain { session, place });
        }
    }

    /// Sessions and doses, then taps, until there are so many.
    fn fill(&mut self, until: usize) {
        for routine in [Routine::HeelDrop, Routine::KneeBend] {
            if self.entries.len() + 1 < until {
                let ending = match self.one_of(12) {
                    0 => Ending::Stopped,
                    1 => Ending::ByHand,
                    _ => Ending::Completed,
                };
                let session = self.session(routine, ending);
                self.felt(session);
            }
        }
        while self.entries.len() < until {
            let tap = self.one_of(16);
            let kind = match tap {
                0..=2 => Kind::Dose {
                    grams: 25,
                    jar: self.jar.clone(),
                    calcium_mg: Some(62),
                },
                3 | 4 => Kind::Daylight {},
                5 | 6 => Kind::Habit {
                    habit: HABITS[usize::try_from(self.one_of(4)).unwrap_or(0)].to_owned(),
                },
                7 => {
                    let routine = Routine::KneeBend;
                    let session = self.session(routine, Ending::Completed);
                    if self.entries.len() < until {
                        self.felt(session);
                    }
                    continue;
                }
                8 if self.one_of(4) == 0 => {
                    let last = self.entries.last().map(|entry| entry.id.clone());
                    let Some(entry) = last else { continue };
                    Kind::Retract { entry }
                }
                _ => Kind::Food {
                    food: FOODS[usize::try_from(self.one_of(12)).unwrap_or(0)].to_owned(),
                    halves: 1 + u8::try_from(self.one_of(2)).unwrap_or(0),
                },
            };
            self.note(kind);
        }
    }

    fn session(&mut self, routine: Routine, ending: Ending) -> EntryId {
        let whole = ending != Ending::Stopped;
        let less = u16::try_from(self.one_of(4)).unwrap_or(0);
        let (style, rounds, planned_reps) = match routine {
            Routine::HeelDrop => (Style::Gentle, 2, 10),
            Routine::KneeBend => (Style::QuarterBend, 1, 8),
        };
        let more = self.one_of(4_000);
        self.note(Kind::Session(SessionRecord {
            routine,
            style,
            rounds,
            planned_rounds: rounds,
            reps: if whole {
                planned_reps
            } else {
                planned_reps - 1 - less
            },
            planned_reps,
            active_ms: 60_000 + more,
            ending,
        }))
    }

    fn felt(&mut self, session: EntryId) {
        let effort = Effort::ALL[usize::try_from(self.one_of(2)).unwrap_or(0)];
        let pain = u8::try_from(self.one_of(3)).unwrap_or(0);
        self.note(Kind::Felt {
            session,
            effort: Some(effort),
            pain: PainLevel::new(pain).ok(),
        });
    }
}
