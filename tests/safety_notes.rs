//! The gate and the page of a note agree on which notes need a doctor now or today.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use bonewise::content::note_help::signs_for;
use bonewise::content::red_flags::Urgency;
use bonewise::domain::body::{Lasting, Lying, Note, Posture, Region, Sign, Trigger};
use bonewise::domain::day::{Instant, LocalDay};
use bonewise::domain::entry::{Entry, EntryId, Kind};
use bonewise::domain::journal::Journal;
use bonewise::domain::safety::Facts;
use bonewise::domain::settings::Settings;

fn is_alarm(note: &Note) -> bool {
    let today = LocalDay::new(2026, 11, 22).unwrap();
    let entry = Entry {
        id: EntryId::new("n").unwrap(),
        at: Instant(1),
        day: today,
        kind: Kind::Note(Box::new(note.clone())),
    };
    let journal: Journal = [entry].into_iter().collect();
    Facts::of(&journal, &Settings::default(), None, today)
        .told
        .iter()
        .any(|fact| fact.what.is_alarm())
}

fn with_none<T: Copy>(all: &[T]) -> impl Iterator<Item = Option<T>> + Clone + '_ {
    std::iter::once(None).chain(all.iter().copied().map(Some))
}

#[test]
fn a_note_stands_in_place_of_a_session_exactly_when_its_page_shows_a_sign_of_now_or_today() {
    let mut seen = [0_u32; 2];
    for one in with_none(Region::ALL) {
        for other in with_none(Region::ALL).step_by(3) {
            for trigger in with_none(Trigger::ALL) {
                for sign in with_none(Sign::ALL) {
                    for lasting in [
                        None,
                        Some(Lasting::Minutes),
                        Some(Lasting::Hours),
                        Some(Lasting::Months),
                    ] {
                        let mut note = Note {
                            trigger,
                            lasting,
                            ..Note::default()
                        };
                        one.into_iter()
                            .chain(other)
                            .for_each(|place| note.mark(place, true));
                        if let Some(sign) = sign {
                            note.sign(sign, true);
                        }
                        check(&note, &mut seen);
                    }
                }
            }
        }
    }
    for first in Sign::ALL {
        for second in Sign::ALL {
            for place in with_none(Region::ALL) {
                let mut note = Note::default();
                if let Some(place) = place {
                    note.mark(place, true);
                }
                note.sign(*first, true);
                note.sign(*second, true);
                check(&note, &mut seen);
            }
        }
    }
    for posture in Posture::ALL {
        for lying in Lying::ALL {
            for place in with_none(Region::ALL) {
                let mut note = Note {
                    posture: Some(*posture),
                    lying: Some(*lying),
                    ..Note::default()
                };
                if let Some(place) = place {
                    note.mark(place, true);
                }
                check(&note, &mut seen);
            }
        }
    }
    assert!(seen.iter().all(|count| *count > 1000), "{seen:?}");
}

#[track_caller]
fn check(note: &Note, seen: &mut [u32; 2]) {
    let urgent = signs_for(note)
        .iter()
        .any(|flag| matches!(flag.urgency(), Urgency::Now | Urgency::Today));
    assert_eq!(is_alarm(note), urgent, "{note:?}");
    seen[usize::from(urgent)] += 1;
}
