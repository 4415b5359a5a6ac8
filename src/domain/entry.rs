//! One line of the journal: what happened, when, and on which of the person's days.
//!
//! Invariant: entries are never changed. Undoing writes a further entry that retracts an earlier one, and putting back
//! writes one that names those retractions, so two devices or two tabs can be joined by a set union of ids.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

use super::body::Note;
use super::day::{Instant, LocalDay};
use super::feeling::{Effort, PainLevel, PainPlace};
use super::routine::{Routine, Style};
use super::saved::{Choice, record, words};
use super::symptom::SymptomId;

/// Names one entry on all devices for ever. Short text of ASCII letters and digits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EntryId(String);

/// The longest id, in letters.
const MOST_LETTERS: usize = 40;

/// The text is no entry id: empty, longer than 40 characters, or with other than ASCII letters and digits.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not an entry id")]
pub struct NotAnEntryId;

impl EntryId {
    /// Accepts 1 to 40 ASCII letters and digits.
    ///
    /// # Errors
    /// [`NotAnEntryId`] for anything else.
    pub fn new(text: impl Into<String>) -> Result<Self, NotAnEntryId> {
        let text = text.into();
        let fits = (1..=MOST_LETTERS).contains(&text.len())
            && text.bytes().all(|b| b.is_ascii_alphanumeric());
        fits.then_some(Self(text)).ok_or(NotAnEntryId)
    }

    /// The id that a random number stands for.
    pub fn of_number(number: u64) -> Self {
        Self(format!("{number:013x}"))
    }

    /// The id of one part of what this id names; part 0 is the thing itself.
    #[must_use]
    pub fn part(&self, number: usize) -> Self {
        if number == 0 {
            return self.clone();
        }
        let suffix = format!("p{number}");
        let room = MOST_LETTERS.saturating_sub(suffix.len());
        Self(format!("{:.room$}{suffix}", self.0))
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for EntryId {
    type Error = NotAnEntryId;
    fn try_from(text: String) -> Result<Self, NotAnEntryId> {
        Self::new(text)
    }
}

impl From<EntryId> for String {
    fn from(id: EntryId) -> String {
        id.0
    }
}

/// One line of the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// Its name.
    pub id: EntryId,
    /// When it was written, by the device's clock.
    pub at: Instant,
    /// The day it counts for. Of a session over midnight each day has an entry of its own.
    pub day: LocalDay,
    /// What happened.
    pub kind: Kind,
}

record!(Entry { id, at, day, kind });

/// What an entry tells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A coached session, or one logged by hand.
    Session(SessionRecord),
    /// How a session felt, told after it.
    Felt {
        /// The session.
        session: EntryId,
        /// Easy, right or too hard, if told.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        effort: Option<Effort>,
        /// 0–10, if told.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pain: Option<PainLevel>,
    },
    /// "I feel pain" stopped a session, and this is where.
    Pain {
        /// The session that it stopped.
        session: EntryId,
        /// Where it hurt.
        place: PainPlace,
    },
    /// A food that brings calcium or vitamin D was eaten.
    Food {
        /// The food by its key. One that only a newer version knows is kept as it is and counts as "another food".
        food: String,
        /// How much, in halves of a portion.
        halves: u8,
    },
    /// The person was outside in daylight.
    Daylight {},
    /// One tap on the tally of a habit: one more of it, or a day on which it was kept easy.
    Habit {
        /// The habit by its key, kept as it is where only a newer version knows it.
        habit: String,
    },
    /// Powder was made and put into a jar.
    Jar {
        /// How much, in grams.
        grams: u32,
        /// The day it was made, which may lie before the entry's.
        made: LocalDay,
    },
    /// A dose of powder was taken.
    Dose {
        /// How much, in grams.
        grams: u32,
        /// Out of which jar, if one is known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        jar: Option<EntryId>,
        /// The milligrams of calcium that counted in it, by what the powder was made of then; `None` in entries of
        /// versions that did not keep it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        calcium_mg: Option<u16>,
    },
    /// A jar is empty or was thrown away.
    JarGone {
        /// The entry that began it.
        jar: EntryId,
    },
    /// Body height, measured.
    Height {
        /// In millimetres.
        mm: u16,
    },
    /// A 30-second chair stand.
    ChairStand {
        /// Full stands.
        stands: u8,
        /// Whether the arms helped, which counts as nought.
        used_arms: bool,
    },
    /// A 4-stage balance.
    Balance {
        /// How many stances were held for ten seconds, 0–4.
        held: u8,
    },
    /// Look and note.
    Note(Box<Note>),
    /// A sign from the guide was noticed.
    Sign {
        /// Which group of signs.
        symptom: SymptomId,
    },
    /// An earlier entry is taken back.
    Retract {
        /// The entry that no longer counts.
        entry: EntryId,
    },
    /// What was taken back is put back: these retractions no longer count. It names them and not their entry, so that
    /// no clock decides between it and a later retraction.
    PutBack {
        /// The retractions.
        over: Vec<EntryId>,
    },
}

impl<'de> Deserialize<'de> for Kind {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Self::of_choice(Choice::read(from)?).map_err(D::Error::custom)
    }
}

impl Kind {
    /// Whether it is a thing of its own that undo can take back, and not a word about another entry.
    pub fn stands_alone(&self) -> bool {
        !matches!(
            self,
            Self::Felt { .. } | Self::Pain { .. } | Self::Retract { .. } | Self::PutBack { .. }
        )
    }

    fn of_choice(choice: Choice) -> serde_json::Result<Self> {
        match choice.word.as_str() {
            "session" => choice.with().map(Self::Session),
            "felt" => {
                let mut fields = choice.fields()?;
                Ok(Self::Felt {
                    session: fields.take("session")?,
                    effort: fields.take("effort")?,
                    pain: fields.take("pain")?,
                })
            }
            "pain" => {
                let mut fields = choice.fields()?;
                Ok(Self::Pain {
                    session: fields.take("session")?,
                    place: fields.take("place")?,
                })
            }
            "food" => {
                let mut fields = choice.fields()?;
                Ok(Self::Food {
                    food: fields.take("food")?,
                    halves: fields.take("halves")?,
                })
            }
            "daylight" => choice.fields().map(|_| Self::Daylight {}),
            "habit" => Ok(Self::Habit {
                habit: choice.fields()?.take("habit")?,
            }),
            "jar" => {
                let mut fields = choice.fields()?;
                Ok(Self::Jar {
                    grams: fields.take("grams")?,
                    made: fields.take("made")?,
                })
            }
            "dose" => {
                let mut fields = choice.fields()?;
                Ok(Self::Dose {
                    grams: fields.take("grams")?,
                    jar: fields.take("jar")?,
                    calcium_mg: fields.take("calcium_mg")?,
                })
            }
            "jar_gone" => Ok(Self::JarGone {
                jar: choice.fields()?.take("jar")?,
            }),
            "height" => Ok(Self::Height {
                mm: choice.fields()?.take("mm")?,
            }),
            "chair_stand" => {
                let mut fields = choice.fields()?;
                Ok(Self::ChairStand {
                    stands: fields.take("stands")?,
                    used_arms: fields.take("used_arms")?,
                })
            }
            "balance" => Ok(Self::Balance {
                held: choice.fields()?.take("held")?,
            }),
            "note" => choice.with().map(Self::Note),
            "sign" => Ok(Self::Sign {
                symptom: choice.fields()?.take("symptom")?,
            }),
            "retract" => Ok(Self::Retract {
                entry: choice.fields()?.take("entry")?,
            }),
            "put_back" => Ok(Self::PutBack {
                over: choice.fields()?.take("over")?,
            }),
            _ => Err(choice.unknown()),
        }
    }
}

/// How a session ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Ending {
    /// All of the plan was done.
    Completed,
    /// The person stopped before the end.
    Stopped,
    /// The person stopped because of pain.
    Pain,
    /// Done without the app and logged by hand.
    ByHand,
}

words!(Ending {
    Completed = "completed",
    Stopped = "stopped",
    Pain = "pain",
    ByHand = "by_hand",
});

/// What was done in a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct SessionRecord {
    /// Which exercise.
    pub routine: Routine,
    /// In which style.
    pub style: Style,
    /// Rounds begun (heel drops) or sets (knee bends: 1).
    pub rounds: u8,
    /// Rounds that were planned.
    pub planned_rounds: u8,
    /// Repetitions done.
    pub reps: u16,
    /// Repetitions that were planned.
    pub planned_reps: u16,
    /// Time spent in it without pauses, in milliseconds.
    pub active_ms: u64,
    /// How it ended.
    pub ending: Ending,
}

record!(SessionRecord {
    routine,
    style,
    rounds,
    planned_rounds,
    reps,
    planned_reps,
    active_ms,
    ending
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn food_daylight_and_habits_read_back_as_they_were_written_and_unknown_keys_stay() {
        let food = |food: &str, halves| Kind::Food {
            food: food.to_owned(),
            halves,
        };
        let habit = |habit: &str| Kind::Habit {
            habit: habit.to_owned(),
        };
        for (kind, written) in [
            (food("milk", 2), r#"{"food":{"food":"milk","halves":2}}"#),
            (
                food("of_2031", 1),
                r#"{"food":{"food":"of_2031","halves":1}}"#,
            ),
            (Kind::Daylight {}, r#"{"daylight":{}}"#),
            (habit("cola"), r#"{"habit":{"habit":"cola"}}"#),
            (habit("of_2031"), r#"{"habit":{"habit":"of_2031"}}"#),
        ] {
            assert_eq!(serde_json::to_string(&kind).unwrap(), written);
            assert_eq!(serde_json::from_str::<Kind>(written).unwrap(), kind);
            assert!(kind.stands_alone());
        }
        for broken in [
            r#"{"food":{"food":"milk"}}"#,
            r#"{"food":{"food":"milk","halves":-1}}"#,
            r#"{"habit":{}}"#,
            r#""daylight""#,
        ] {
            assert!(serde_json::from_str::<Kind>(broken).is_err(), "{broken}");
        }
    }

    #[test]
    fn what_is_put_back_is_read_as_it_was_written_and_is_nothing_to_undo() {
        let id = |id: &str| EntryId::new(id).unwrap();
        let kind = Kind::PutBack {
            over: vec![id("a"), id("b")],
        };
        let written = r#"{"put_back":{"over":["a","b"]}}"#;
        assert_eq!(serde_json::to_string(&kind).unwrap(), written);
        assert_eq!(serde_json::from_str::<Kind>(written).unwrap(), kind);
        assert!(!kind.stands_alone());
        for bad in [r#"{"put_back":{}}"#, r#"{"put_back":{"over":["a b"]}}"#] {
            assert!(serde_json::from_str::<Kind>(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn ids_are_short_and_plain() {
        for good in ["a", "0f3k9", "A".repeat(40).as_str()] {
            assert!(EntryId::new(good).is_ok(), "{good}");
        }
        for bad in ["", "a b", "a/b", "ä", "A".repeat(41).as_str()] {
            assert!(EntryId::new(bad).is_err(), "{bad}");
        }
        assert!(serde_json::from_str::<EntryId>("\"<script>\"").is_err());
    }

    #[test]
    fn what_the_checks_note_is_read_as_it_was_written() {
        let note = Note {
            pain: PainLevel::new(4).ok(),
            ..Note::default()
        };
        for (kind, text) in [
            (Kind::Height { mm: 1702 }, r#"{"height":{"mm":1702}}"#),
            (
                Kind::ChairStand {
                    stands: 11,
                    used_arms: true,
                },
                r#"{"chair_stand":{"stands":11,"used_arms":true}}"#,
            ),
            (Kind::Balance { held: 3 }, r#"{"balance":{"held":3}}"#),
            (
                Kind::Note(Box::new(note)),
                r#"{"note":{"places":[],"pain":4,"trigger":null,"lasting":null,"posture":null,"lying":null,"signs":[]}}"#,
            ),
        ] {
            assert_eq!(serde_json::to_string(&kind).unwrap(), text);
            assert_eq!(serde_json::from_str::<Kind>(text).unwrap(), kind);
            assert!(kind.stands_alone());
        }
        for bad in [
            r#"{"height":{}}"#,
            r#"{"height":{"mm":-1}}"#,
            r#"{"balance":{"held":"three"}}"#,
            r#"{"note":{"places":["wing"]}}"#,
            r#""note""#,
        ] {
            assert!(serde_json::from_str::<Kind>(bad).is_err(), "{bad}");
        }
    }
}
