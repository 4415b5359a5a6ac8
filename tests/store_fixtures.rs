//! Saves of every version so far, and hostile ones: what a real browser may hold must keep loading.
//!
//! A fixture is a text file of lines `key<TAB>value`; lines that begin with `#` are comments. A fixture of a
//! released version is never edited: when the schema is raised, a further one is added.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod store_support;

use std::collections::BTreeMap;

use bonewise::domain::body::{Lasting, Lying, Note, Posture, Region, Sign, Trigger};
use bonewise::domain::checks::Checks;
use bonewise::domain::coach::{Coach, Event, PauseReason};
use bonewise::domain::day::{LocalDay, Now};
use bonewise::domain::eating::Eating;
use bonewise::domain::entry::{Ending, Entry, Kind, SessionRecord};
use bonewise::domain::feeling::{Effort, PainLevel, PainPlace};
use bonewise::domain::kitchen::Kitchen;
use bonewise::domain::person::{Allergies, Person, Sex};
use bonewise::domain::routine::{Plan, Routine, Style, Tempo};
use bonewise::domain::safety::{Answer, Clearance, ClearedFor, Question, Safety};
use bonewise::domain::session::{Restored, Session};
use bonewise::domain::settings::{Channels, Contrast, Motion, Settings, Side, TextSize, Theme};
use bonewise::domain::symptom::SymptomId;
use bonewise::store::load::ProblemKind;
use store_support::*;

/// One entry of each kind, and sessions of each style, tempo and ending between them.
fn entries() -> Vec<Entry> {
    use Ending::{ByHand, Completed, Pain, Stopped};
    use Routine::{HeelDrop, KneeBend};
    let record = |routine, style, reps, ending| {
        Kind::Session(SessionRecord {
            routine,
            style,
            rounds: 1,
            planned_rounds: 1,
            reps,
            planned_reps: 5,
            active_ms: 32_500,
            ending,
        })
    };
    let told = |effort, pain: Option<u8>| Kind::Felt {
        session: id("m0a"),
        effort,
        pain: pain.map(|level| PainLevel::new(level).unwrap()),
    };
    let kinds = [
        (
            "m0a",
            at(9, 30),
            record(HeelDrop, Style::Gentle, 5, Completed),
        ),
        ("m0b", at(9, 30), told(Some(Effort::Easy), None)),
        ("m0c", at(9, 30), told(None, Some(10))),
        ("m0d", at(9, 30), told(Some(Effort::TooHard), Some(0))),
        (
            "m0e",
            at(10, 1),
            record(HeelDrop, Style::SoftDrop, 3, Stopped),
        ),
        ("m0f", at(10, 2), record(HeelDrop, Style::FirmDrop, 0, Pain)),
        (
            "m0g",
            at(10, 2),
            Kind::Pain {
                session: id("m0f"),
                place: PainPlace::Knee,
            },
        ),
        (
            "m0h",
            at(11, 1),
            record(HeelDrop, Style::Traditional, 5, ByHand),
        ),
        (
            "m0i",
            at(11, 2),
            record(HeelDrop, Style::Seated, 5, Completed),
        ),
        (
            "m0j",
            at(11, 3),
            record(KneeBend, Style::SitToStand, 5, Completed),
        ),
        (
            "m0k",
            at(11, 22),
            record(KneeBend, Style::QuarterBend, 5, Completed),
        ),
        ("m0l", at(11, 22), Kind::Retract { entry: id("m0k") }),
    ];
    kinds
        .into_iter()
        .chain(other_kinds())
        .map(|(name, when, kind)| entry(name, when, kind))
        .collect()
}

/// What is noted besides exercise.
fn other_kinds() -> Vec<(&'static str, Now, Kind)> {
    let note = Note {
        places: vec![Region::LowerBack, Region::LeftHip],
        pain: PainLevel::new(6).ok(),
        trigger: Some(Trigger::Lift),
        lasting: Some(Lasting::Days),
        posture: Some(Posture::LittleStooped),
        lying: Some(Lying::Pillows),
        signs: vec![Sign::Sudden, Sign::CannotStraighten],
    };
    [
        Kind::Jar {
            grams: 550,
            made: LocalDay::new(2026, 11, 21).unwrap(),
        },
        Kind::Dose {
            grams: 25,
            jar: Some(id("m0m")),
            calcium_mg: None,
        },
        Kind::Dose {
            grams: 10,
            jar: None,
            calcium_mg: None,
        },
        Kind::JarGone { jar: id("m0m") },
        Kind::Food {
            food: "milk".to_owned(),
            halves: 3,
        },
        Kind::Daylight {},
        Kind::Habit {
            habit: "cola".to_owned(),
        },
        Kind::Height { mm: 1652 },
        Kind::ChairStand {
            stands: 11,
            used_arms: false,
        },
        Kind::Balance { held: 3 },
        Kind::Note(Box::new(note)),
        Kind::Sign {
            symptom: SymptomId::Stoop,
        },
    ]
    .into_iter()
    .zip([
        "m0m", "m0n", "m0o", "m0p", "m0q", "m0r", "m0s", "m0t", "m0u", "m0v", "m0w", "m0x",
    ])
    .map(|(kind, name)| (name, at(11, 22), kind))
    .collect()
}

fn settings() -> Settings {
    Settings {
        text: TextSize::Largest,
        theme: Theme::Dark,
        contrast: Contrast::More,
        motion: Motion::Reduced,
        channels: Channels {
            voice: true,
            beep: false,
            vibration: true,
        },
        voice: Some("Google UK English Female".to_owned()),
        heel_drop: Plan {
            routine: Routine::HeelDrop,
            style: Style::SoftDrop,
            rounds: 10,
            reps: 6,
            tempo: Tempo::Slow,
        },
        knee_sets: 3,
        longer_leg: Some(Side::Left),
        person: Person {
            birth_year: Some(1954),
            sex: Some(Sex::Woman),
            allergies: Allergies {
                fish: true,
                ..Allergies::default()
            },
        },
        eating: Eating {
            low_salt: true,
            tablets_mg: Some(500),
            ..Eating::default()
        },
        kitchen: Kitchen {
            days: 7,
            dose: 20,
            ..Kitchen::default()
        },
        checks: Checks {
            tallest_mm: Some(1690),
            ..Checks::default()
        },
        ..Settings::default()
    }
}

fn safety() -> Safety {
    let mut safety = Safety {
        answered: LocalDay::new(2026, 9, 30),
        clearance: LocalDay::new(2026, 10, 1).map(|day| Clearance {
            scope: ClearedFor::Gentle,
            day,
            covers: None,
            knows: None,
            ended: None,
        }),
        ..Safety::default()
    };
    for (place, question) in Question::ALL.into_iter().enumerate() {
        safety.answers.set(question, Answer::ALL[place % 3]);
    }
    safety
}

fn write_save(bench: &Bench) {
    for entry in entries() {
        bench.store.append(&entry).unwrap();
    }
    bench.store.fold(at(10, 15)).unwrap();
    bench.store.fold(at(10, 15)).unwrap();
    bench.store.save_settings(&settings()).unwrap();
    bench.store.save_safety(&safety()).unwrap();
    bench.store.save_session(&unfinished()).unwrap();
}

/// A session paused in its third repetition.
fn unfinished() -> Session {
    let (mut coach, _) = Coach::start(Plan::NEWCOMER_HEEL_DROPS, 0.0);
    for tenth in 1..=250 {
        coach.handle(f64::from(tenth) * 100.0, Event::Tick);
    }
    coach.handle(25_000.0, Event::Pause(PauseReason::Asked));
    Session::begin(id("m0z"), now(), coach)
}

#[test]
fn a_save_of_version_1_still_loads_whole() {
    let bench = fixture("save-v1.txt");
    let loaded = bench.load();
    assert_eq!(loaded.problems, []);
    assert_eq!(loaded.journal, entries().into_iter().collect());
    assert_eq!(loaded.settings, settings());
    assert_eq!(loaded.safety, safety());
    let Restored(session) = bench.store.load_session(now()).unwrap().unwrap();
    assert_eq!(session.id, unfinished().id);
    assert_eq!(session.coach.stage(), unfinished().coach.stage());
    assert_eq!(session.coach.reps_done(), 2);
}

#[test]
fn a_save_of_version_1_goes_on_being_used() {
    let bench = fixture("save-v1.txt");
    for _ in 0..2 {
        bench.store.fold(at(12, 1)).unwrap();
    }
    bench.store.append(&session("m0m", at(12, 1))).unwrap();
    bench.store.save_settings(&Settings::default()).unwrap();
    let loaded = bench.load();
    assert_eq!(loaded.journal.len(), entries().len() + 1);
    assert_eq!(
        (loaded.settings, loaded.problems),
        (Settings::default(), Vec::new())
    );
}

/// All its months lie back, and are written densely.
#[test]
fn a_save_of_schema_3_holds_what_version_1_noted() {
    let bench = fixture("save-v3.txt");
    let dense = |key: &String| bench.peek(key).unwrap().starts_with("bonewise 3 ");
    assert!(bench.keys_with("month").iter().all(dense));
    assert_eq!(bench.keys_with("month").len(), 3);
    let loaded = bench.load();
    assert_eq!(loaded.problems, []);
    assert_eq!(loaded.journal, entries().into_iter().collect());
}

/// Each hostile value says in its file what is to become of it; the good ones beside it all load.
#[test]
fn hostile_saves_are_sorted_out_value_by_value() {
    let bench = fixture("hostile.txt");
    let before = bench.disk.snapshot();
    let loaded = bench.load();

    let mut expected = BTreeMap::new();
    for key in before.keys() {
        let kind = match key {
            _ if key.contains("damaged") || key.contains("month:1") => ProblemKind::Damaged,
            _ if key.contains("newer") || key.contains("month:2099") => ProblemKind::Newer,
            _ if key.ends_with("settings") => ProblemKind::Damaged,
            _ if key.ends_with("safety") => ProblemKind::Newer,
            _ => continue,
        };
        expected.insert(key.clone(), (kind, kind == ProblemKind::Damaged));
    }
    let found: BTreeMap<_, _> = loaded
        .problems
        .iter()
        .map(|one| {
            (
                one.key.as_ref().unwrap().to_string(),
                (one.kind, one.copied),
            )
        })
        .collect();
    assert_eq!(found, expected);
    assert_eq!(found.len(), 34);
    let good: Vec<_> = loaded.journal.all().map(|one| one.id.as_str()).collect();
    assert_eq!(good, ["good1", "good2", "good3"]);
    assert_eq!(loaded.settings, Settings::default());

    bench.store.fold(now()).unwrap();
    bench.store.fold(now()).unwrap();
    for (key, text) in before {
        if !key.contains("good") {
            assert_eq!(bench.peek(&key), Some(text), "{key} is left as it is");
        }
    }
}

/// Prints the save for the next version's fixture:
/// `cargo test --test store_fixtures -- --ignored --nocapture print`
#[test]
#[ignore = "prints a fixture, checks nothing"]
fn print_a_save_of_this_version() {
    let bench = Bench::new();
    write_save(&bench);
    for (key, value) in bench.disk.snapshot() {
        println!("{key}\t{value}");
    }
}

/// The same, for the fixture of schema 3.
#[test]
#[ignore = "prints a fixture, checks nothing"]
fn print_a_dense_save() {
    let bench = fixture("save-v1.txt");
    let day = LocalDay::new(2027, 6, 1).unwrap();
    let at = now().at;
    let later = Now {
        at: bonewise::domain::day::Instant(at.0 + day.days_since(now().day) * 86_400_000),
        day,
    };
    for _ in 0..2 {
        bench.store.fold(later).unwrap();
    }
    for month in bench.store.load(later).loose {
        bench.store.thicken(&month).unwrap();
    }
    for (key, value) in bench.disk.snapshot() {
        if key.contains(":month:") || key.contains(":entry:") {
            println!("{key}\t{value}");
        }
    }
}
