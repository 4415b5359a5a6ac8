//! Jars of powder and the doses taken from them, as the journal tells.
//!
//! Invariant: nothing is stored but entries; what is left in a jar is reckoned anew from those that count, so
//! undo, a second tab and a second device agree. A jar never holds less than nothing.

use super::day::LocalDay;
use super::entry::{EntryId, Kind};
use super::journal::Journal;
use super::recipe::SERVINGS_A_DAY;

/// How long a jar in the fridge is at its best, in days: the shorter end of 2 to 4 weeks, a careful choice
/// (evidence 1.11).
pub const BEST_DAYS: u64 = 14;
/// With so many days left or fewer, a jar is low.
const LOW_DAYS: u32 = 2;

/// A jar that is in use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Jar {
    /// The entry that began it.
    pub id: EntryId,
    /// The day the powder was made.
    pub made: LocalDay,
    /// What was put in, in grams.
    pub grams: u32,
    /// What is left, in grams.
    pub left: u32,
}

impl Jar {
    /// The last day it is at its best.
    pub fn best_until(&self) -> LocalDay {
        self.made.plus(BEST_DAYS)
    }
}

/// The jars that were not put away, the oldest powder first; empty ones too.
pub fn jars(journal: &Journal) -> Vec<Jar> {
    // Those that were put away first, then what is left, then the doses of these: years of doses are not held against
    // years of jars. In rounds of their own, because clocks differ: a dose may bear an earlier time than its jar.
    let mut gone: Vec<&EntryId> = Vec::new();
    for entry in journal.all_of_powder() {
        if let Kind::JarGone { jar } = &entry.kind
            && journal.counts(entry)
        {
            gone.insert(gone.partition_point(|one| *one < jar), jar);
        }
    }
    let mut jars: Vec<Jar> = Vec::new();
    let mut ids: Vec<&EntryId> = Vec::new();
    for entry in journal.all_of_powder() {
        if let Kind::Jar { grams, made } = entry.kind
            && gone.binary_search(&&entry.id).is_err()
            && journal.counts(entry)
        {
            // In order of the day they were made. Put in its place at once: a sort would be a larger program.
            let place = jars.partition_point(|other: &Jar| other.made <= made);
            jars.insert(
                place,
                Jar {
                    id: entry.id.clone(),
                    made,
                    grams,
                    left: grams,
                },
            );
            ids.insert(ids.partition_point(|one| **one < entry.id), &entry.id);
        }
    }
    // What was taken out of each, in the order of `ids`.
    let mut taken = vec![0_u32; ids.len()];
    for entry in journal.all_of_powder() {
        if let Kind::Dose {
            grams,
            jar: Some(id),
            ..
        } = &entry.kind
            && let Ok(place) = ids.binary_search(&id)
            && let Some(sum) = taken.get_mut(place)
            && journal.counts(entry)
        {
            *sum = sum.saturating_add(*grams);
        }
    }
    for jar in &mut jars {
        let place = ids.binary_search(&&jar.id).unwrap_or(usize::MAX);
        let taken = taken.get(place).copied().unwrap_or(0);
        jar.left = jar.left.saturating_sub(taken);
    }
    jars
}

/// How many jars a page shows before the person asks for older ones.
pub const SHOWN: usize = 5;

/// Of all jars the one that the next dose comes from and the newest, at most `most` together, the oldest first; and how
/// many others there are.
pub fn in_use(all: &[Jar], most: usize) -> (Vec<Jar>, usize) {
    let newest = all.len().saturating_sub(most);
    let next = all.iter().position(|jar| jar.left > 0);
    let shown: Vec<Jar> = match next.filter(|next| *next < newest) {
        Some(next) => [next].into_iter().chain(newest + 1..all.len()).collect(),
        None => (newest..all.len()).collect::<Vec<_>>(),
    }
    .into_iter()
    .filter_map(|place| all.get(place).cloned())
    .collect();
    let others = all.len() - shown.len();
    (shown, others)
}

/// The doses of a day.
pub fn doses_on(journal: &Journal, day: LocalDay) -> u32 {
    let doses = journal
        .of_day(day)
        .filter(|entry| matches!(entry.kind, Kind::Dose { .. }));
    u32::try_from(doses.count()).unwrap_or(u32::MAX)
}

/// Whether a jar or a dose was ever noted.
pub fn has_begun(journal: &Journal) -> bool {
    journal
        .of_powder()
        .any(|entry| matches!(entry.kind, Kind::Jar { .. } | Kind::Dose { .. }))
}

/// How long what is left will last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stock {
    /// Grams left in all jars together.
    pub left: u32,
    /// Whole days at two usual doses a day.
    pub days: u32,
    /// Whether it is time to think of the next batch.
    pub low: bool,
}

/// What the jars hold, for someone who takes `dose` grams at a time. `None` where there is no jar.
pub fn stock(jars: &[Jar], dose: u32) -> Option<Stock> {
    if jars.is_empty() {
        return None;
    }
    let left = jars
        .iter()
        .fold(0_u32, |sum, jar| sum.saturating_add(jar.left));
    let a_day = (dose * SERVINGS_A_DAY).max(1);
    Some(Stock {
        left,
        days: left / a_day,
        low: left <= a_day * LOW_DAYS,
    })
}

/// Where the next dose comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// No jar has anything left: the dose is noted by itself.
    NoJar,
    /// This jar, which has enough.
    Jar(EntryId),
    /// This jar has less than a dose left.
    Short {
        /// The jar.
        jar: EntryId,
        /// What is left in it, in grams.
        left: u32,
        /// Another jar that has enough.
        other: Option<EntryId>,
    },
}

/// Where a dose of `dose` grams comes from: the jar that was asked for, else the oldest with anything in it.
pub fn source(jars: &[Jar], asked: Option<&EntryId>, dose: u32) -> Source {
    let jar = match asked {
        Some(id) => jars.iter().find(|jar| jar.id == *id),
        None => jars.iter().find(|jar| jar.left > 0),
    };
    let Some(jar) = jar else {
        return Source::NoJar;
    };
    if jar.left >= dose {
        return Source::Jar(jar.id.clone());
    }
    Source::Short {
        jar: jar.id.clone(),
        left: jar.left,
        other: jars
            .iter()
            .find(|one| one.id != jar.id && one.left >= dose)
            .map(|one| one.id.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::super::day::Instant;
    use super::super::entry::Entry;
    use super::*;

    fn day(date: u32) -> LocalDay {
        LocalDay::new(2026, 11, date).unwrap()
    }

    fn id(name: &str) -> EntryId {
        EntryId::new(name).unwrap()
    }

    fn journal(kinds: Vec<(&str, u32, Kind)>) -> Journal {
        let mut journal = Journal::default();
        for (at, (name, date, kind)) in (0..).zip(kinds) {
            journal.add(Entry {
                id: id(name),
                at: Instant(at),
                day: day(date),
                kind,
            });
        }
        journal
    }

    fn jar(grams: u32, made: u32) -> Kind {
        Kind::Jar {
            grams,
            made: day(made),
        }
    }

    fn dose(grams: u32, jar: Option<&str>) -> Kind {
        Kind::Dose {
            grams,
            jar: jar.map(id),
            calcium_mg: None,
        }
    }

    #[test]
    fn every_kind_is_read_as_it_was_written() {
        for (kind, text) in [
            (jar(550, 22), r#"{"jar":{"grams":550,"made":"2026-11-22"}}"#),
            (dose(25, Some("a")), r#"{"dose":{"grams":25,"jar":"a"}}"#),
            (dose(25, None), r#"{"dose":{"grams":25}}"#),
            (
                Kind::JarGone { jar: id("a") },
                r#"{"jar_gone":{"jar":"a"}}"#,
            ),
        ] {
            assert_eq!(serde_json::to_string(&kind).unwrap(), text);
            assert_eq!(serde_json::from_str::<Kind>(text).unwrap(), kind);
            assert!(kind.stands_alone());
        }
    }

    #[test]
    fn a_jar_of_the_full_batch_lasts_eleven_days_and_runs_low_at_the_end() {
        let mut kinds = vec![("j", 1, jar(550, 1))];
        let names: Vec<String> = (0..22).map(|number| format!("d{number}")).collect();
        for (number, name) in (0..).zip(&names) {
            let before = stock(&jars(&journal(kinds.clone())), 25).unwrap();
            assert_eq!(before.left, 550 - 25 * number);
            assert_eq!(before.days, (22 - number) / 2);
            assert_eq!(before.low, before.left <= 100);
            kinds.push((name, 1 + number / 2, dose(25, Some("j"))));
        }
        let journal = journal(kinds);
        assert_eq!(doses_on(&journal, day(1)), 2);
        let jars = jars(&journal);
        assert_eq!(jars[0].left, 0);
        assert_eq!(source(&jars, None, 25), Source::NoJar);
        assert!(stock(&jars, 25).unwrap().low);
        assert_eq!(jars[0].best_until(), day(15));
    }

    #[test]
    fn the_oldest_powder_is_used_first_and_a_short_jar_is_told() {
        let journal = journal(vec![
            ("new", 20, jar(275, 20)),
            ("old", 20, jar(35, 5)),
            ("d", 20, dose(25, Some("old"))),
        ]);
        let jars = jars(&journal);
        assert_eq!(jars[0].id, id("old"));
        let short = Source::Short {
            jar: id("old"),
            left: 10,
            other: Some(id("new")),
        };
        assert_eq!(source(&jars, None, 25), short);
        assert_eq!(source(&jars, None, 10), Source::Jar(id("old")));
        assert_eq!(source(&jars, Some(&id("new")), 25), Source::Jar(id("new")));
        assert_eq!(source(&jars, Some(&id("gone")), 25), Source::NoJar);
    }

    #[test]
    fn a_jar_put_away_is_gone_and_undo_brings_it_back_with_its_doses() {
        let mut kinds = vec![
            ("j", 20, jar(100, 20)),
            ("d", 20, dose(25, Some("j"))),
            ("g", 20, Kind::JarGone { jar: id("j") }),
        ];
        assert!(jars(&journal(kinds.clone())).is_empty());
        assert_eq!(stock(&[], 25), None);
        kinds.push(("u", 20, Kind::Retract { entry: id("g") }));
        assert_eq!(jars(&journal(kinds.clone()))[0].left, 75);
        kinds.push(("v", 20, Kind::Retract { entry: id("d") }));
        let journal = journal(kinds);
        assert_eq!(jars(&journal)[0].left, 100);
        assert_eq!(doses_on(&journal, day(20)), 0);
    }

    #[test]
    fn two_devices_that_empty_a_jar_together_leave_nothing_and_not_less() {
        let journal = journal(vec![
            ("a", 20, dose(30, Some("j"))),
            ("j", 20, jar(50, 20)),
            ("b", 20, dose(30, Some("j"))),
            ("c", 20, dose(25, None)),
        ]);
        assert_eq!(jars(&journal)[0].left, 0);
        assert_eq!(doses_on(&journal, day(20)), 3);
        assert!(has_begun(&journal));
        assert!(!has_begun(&Journal::default()));
    }
}
