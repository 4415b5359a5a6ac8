//! The storage and its second copy made one, at the start.
//!
//! Invariant: what either of them holds and can be read is there afterwards. Entries are a set by id, months too; of values
//! that are written again and again the later one counts ([`super::revision`]), and where none is later, of safety answers
//! the more careful ones, of settings what was chosen here before what was chosen there, else what stands here. What cannot
//! be read here is healed from there, and the reverse; a value of a newer version stays a value of a newer version.

use std::collections::BTreeSet;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::domain::day::Now;
use crate::domain::entry::Entry;
use crate::domain::journal::Journal;
use crate::domain::safety::Safety;
use crate::domain::session::Restored;
use crate::domain::settings::Settings;

use super::contents::{self, read};
use super::copies::{Change, Held, head};
use super::envelope;
use super::key::Key;
use super::revision::Revision;
use super::save::SaveError;
use super::share::joined_since;
use super::{Decode, Store};

/// Stands in the second copy for a session that is over, with the revision that would have been the next.
const GONE: &str = "gone ";

/// What stands in the second copy when the session under this text is over.
pub(super) fn gone_after(standing: Option<&str>) -> String {
    let revision = standing
        .and_then(|text| envelope::contents(&Key::Session, text).ok())
        .map(|contents| Revision::of(&contents).number);
    format!("{GONE}{}", revision.unwrap_or_default().saturating_add(1))
}

/// What joining the two brought.
#[derive(Debug, Default, PartialEq)]
pub struct Joined {
    /// What the second copy lacks.
    pub changes: Vec<Change>,
    /// The entries that came from there.
    pub entries: Vec<Entry>,
    /// The settings that count now, where they came from there.
    pub settings: Option<Settings>,
    /// The safety answers that count now, where they came from there.
    pub safety: Option<Safety>,
    /// How many values of the storage came from there.
    pub brought: usize,
    /// Whether something that stands in the storage could not be read, so that what came is not joined with it.
    pub unread: bool,
    /// Whether the storage had nothing of ours in it.
    pub was_empty: bool,
    /// Whether the second copy had nothing in it although an earlier run had made one.
    pub copy_was_empty: bool,
    /// Why something could not be written into the storage, where that is so.
    pub failed: Option<SaveError>,
}

impl Joined {
    /// What the second copy tells where nothing else can be known.
    fn take_from(&mut self, key: &Key, copy: &str) {
        self.unread = true;
        match key {
            Key::Entry { .. } => self.entries.extend(read(key, copy, contents::entry)),
            Key::Month(_) => {
                let entries = read(key, copy, contents::segment);
                self.entries.extend(entries.into_iter().flatten());
            }
            Key::Settings => self.settings = read(key, copy, contents::object),
            Key::Safety => self.safety = read(key, copy, contents::object),
            _ => {}
        }
    }
}

/// Which of two texts under one key stands from now on.
enum Choice {
    Here,
    Copy,
    /// Neither: a text made of both.
    Third(String),
}

impl Store {
    /// The names under which the second copy holds something else than stands here, or what was found `damaged` here:
    /// their texts are asked for.
    pub fn differing(&self, held: &[Held], damaged: &[Key]) -> Vec<String> {
        held.iter()
            .filter(|(name, copy)| {
                Key::parse(name).is_some_and(|key| {
                    let here = self.text(&key).ok().flatten();
                    here.is_none_or(|text| head(&text) != *copy) || damaged.contains(&key)
                })
            })
            .map(|(name, _)| name.clone())
            .collect()
    }

    /// Joins the two. `texts` are those of [`Self::differing`], with their names.
    pub fn join_copy(&self, held: &[Held], mut texts: Vec<(String, String)>, now: Now) -> Joined {
        self.clock.set(now.at);
        let mut joined = Joined {
            was_empty: self.witness().is_none() && self.keys().is_ok(),
            copy_was_empty: held.is_empty() && self.had_a_copy(),
            ..Joined::default()
        };
        let mut differing: Vec<(Key, String)> = Vec::with_capacity(texts.len());
        for (name, text) in texts.drain(..) {
            if let Some(key) = Key::parse(&name) {
                // In the order of keys, as when reading: months before entries.
                differing.insert(
                    differing.partition_point(|(one, _)| *one < key),
                    (key, text),
                );
            }
        }
        for (key, text) in &differing {
            self.see_text(key, text);
        }
        self.is_joined.set(true);
        for (key, text) in differing {
            if let Err(error) = self.settle(&key, &text, &mut joined) {
                joined.failed.get_or_insert(error);
            }
        }
        self.no_longer_apart(&mut joined);
        let mut told: BTreeSet<&str> = held.iter().map(|(name, _)| name.as_str()).collect();
        told.extend(joined.changes.iter().map(|change| change.name.as_str()));
        let unknown = |key: &Key| !told.contains(key.to_string().as_str());
        let mut missing = self.keys().unwrap_or_default();
        missing.retain(unknown);
        for key in missing {
            let name = key.to_string();
            if let Ok(Some(text)) = self.text(&key)
                && !is_broken(&key, &text)
            {
                joined.changes.push(Change::put(name, text));
            }
        }
        joined
    }

    /// What is to be written into the second copy at this moment: where another page has written a value since, what that
    /// wrote, for it may be there already; and nothing that cannot be read, for what is there may be sound.
    pub fn as_it_stands(&self, changes: &mut Vec<Change>) {
        changes.retain(|change| {
            let key = Key::parse(&change.name);
            let Some((key, text)) = key.zip(change.text.as_deref()) else {
                return true;
            };
            !is_broken(&key, text)
        });
        for change in changes {
            let Some(key) = Key::parse(&change.name) else {
                continue;
            };
            let Some(here) = self.text(&key).ok().flatten() else {
                continue;
            };
            let mine = change.text.as_deref().unwrap_or_default();
            let is_overtaken = match &key {
                Key::Month(_) => read(&key, &here, contents::segment).is_some(),
                Key::Entry { .. } | Key::Quarantine { .. } => false,
                _ => revision(&key, &here).is_some_and(|here| {
                    let over = mine.strip_prefix(GONE).and_then(|over| over.parse().ok());
                    over.is_some_and(|over| here.number >= over)
                        || revision(&key, mine).is_some_and(|mine| {
                            // Where neither is known to be later: what the storage refused has the higher number.
                            let is_higher = here.number > mine.number;
                            here.is_later_than(mine).unwrap_or(is_higher)
                        })
                }),
            };
            if is_overtaken {
                change.text = Some(here);
            }
        }
    }

    /// Whether a value here was written by a run that knew a second copy.
    fn had_a_copy(&self) -> bool {
        [Key::Settings, Key::Safety].iter().any(|key| {
            let contents = self.contents(key).ok().flatten();
            contents.is_some_and(|(_, contents)| {
                let revision = Revision::of(&contents);
                revision.number > 0 && revision.apart.is_none()
            })
        })
    }

    /// The same of what the second copy holds.
    fn see_text(&self, key: &Key, text: &str) {
        let over = text.strip_prefix(GONE).map(|number| Revision {
            number: number.parse().unwrap_or_default(),
            ..Revision::default()
        });
        self.see(over.or_else(|| revision(key, text)).unwrap_or_default());
    }

    fn settle(&self, key: &Key, copy: &str, joined: &mut Joined) -> Result<(), SaveError> {
        let here = match self.text(key) {
            Ok(here) => here,
            Err(error) => {
                joined.take_from(key, copy);
                return Err(error.into());
            }
        };
        let here = here.as_deref();
        let later = || by_revision(key, here, copy).unwrap_or(Choice::Here);
        let choice = match key {
            Key::Entry { month, id } => {
                if here.is_none() && self.month_holds(month, id) {
                    joined.changes.push(Change::removal(key.to_string()));
                    return Ok(());
                }
                if here.is_some_and(|here| is_newer(key, here) != is_newer(key, copy)) {
                    // Entries are never changed: each stays where it is, and the one that can be read is shown.
                    joined.entries.extend(read(key, copy, contents::entry));
                    return Ok(());
                }
                let choice = choose(key, here, copy, contents::entry, |_, _| Choice::Here);
                if matches!(choice, Some(Choice::Copy)) {
                    joined.entries.extend(read(key, copy, contents::entry));
                }
                choice
            }
            Key::Month(_) => {
                self.keep_beside_a_newer(key, here, copy)?;
                let choice = choose(key, here, copy, contents::segment, |here, copy| {
                    self.union_of_months(here, copy)
                });
                if !matches!(choice, Some(Choice::Here))
                    || here.is_some_and(|here| is_newer(key, here))
                {
                    joined
                        .entries
                        .extend(read(key, copy, contents::segment).into_iter().flatten());
                }
                choice
            }
            Key::Settings => self.single(key, here, copy, joined_settings, &mut joined.settings),
            Key::Safety => self.single(key, here, copy, Safety::more_careful, &mut joined.safety),
            Key::Session => match copy.strip_prefix(GONE) {
                Some(number) => {
                    let over = number.parse().unwrap_or(0);
                    let revision = here.and_then(|text| revision(key, text));
                    if here.is_none()
                        || revision.is_some_and(|one| one.apart.is_some() || one.number >= over)
                    {
                        here.map(|_| Choice::Here)
                    } else {
                        // A damaged one goes aside before it is removed.
                        self.clear_session::<Restored>()?;
                        joined.brought += 1;
                        None
                    }
                }
                None => choose(key, here, copy, contents::object::<Restored>, |_, _| {
                    later()
                }),
            },
            Key::Draft | Key::Backup | Key::Folder => {
                choose(key, here, copy, contents::fields, |_, _| later())
            }
            // A copy of what could not be read is never changed.
            Key::Quarantine { .. } => Some(if here.is_none() {
                Choice::Copy
            } else {
                Choice::Here
            }),
        };
        let text = match choice {
            None => return Ok(()),
            Some(Choice::Here) => {
                joined
                    .changes
                    .extend(here.map(|text| Change::put(key.to_string(), text)));
                return Ok(());
            }
            Some(Choice::Copy) => copy.to_owned(),
            Some(Choice::Third(text)) => {
                joined
                    .changes
                    .push(Change::put(key.to_string(), text.clone()));
                text
            }
        };
        // What is damaged here is healed; its text goes aside first, as everywhere.
        if let Some(damaged) = here.filter(|text| {
            envelope::contents(key, text).is_err_and(|error| !error.is_newer())
                || self.is_broken(key)
        }) {
            self.set_aside(key, damaged)?;
        }
        joined.brought += 1;
        self.keep_text(key, &text)
    }

    /// Settings or safety answers: by revision, else joined.
    fn single<T>(
        &self,
        key: &Key,
        here: Option<&str>,
        copy: &str,
        join: fn(&T, &T) -> T,
        came: &mut Option<T>,
    ) -> Option<Choice>
    where
        T: Serialize + DeserializeOwned,
    {
        let choice = choose(key, here, copy, contents::object::<T>, |mine, theirs| {
            by_revision(key, here, copy).unwrap_or_else(|| {
                let both = join(&mine, &theirs);
                let text = self.joined_revision(key, here).seal(&both);
                text.map_or(Choice::Here, Choice::Third)
            })
        });
        *came = match &choice {
            Some(Choice::Copy) => read(key, copy, contents::object::<T>),
            Some(Choice::Third(text)) => read(key, text, contents::object::<T>),
            _ => None,
        };
        choice
    }

    /// That of a value made of both, with what was written apart.
    fn joined_revision(&self, key: &Key, here: Option<&str>) -> Revision {
        let standing = here.and_then(|text| revision(key, text));
        self.next_revision(standing.unwrap_or_default())
    }

    /// What was written before the two were joined is joined now, and says so.
    fn no_longer_apart(&self, joined: &mut Joined) {
        for key in [
            Key::Settings,
            Key::Safety,
            Key::Session,
            Key::Draft,
            Key::Backup,
            Key::Folder,
        ] {
            let Ok(Some((text, contents))) = self.contents(&key) else {
                continue;
            };
            if Revision::of(&contents).apart.is_some()
                && !self.is_broken(&key)
                && let Value::Object(mut fields) = contents
            {
                Revision::strip(&mut fields);
                if let Ok(text) = self.joined_revision(&key, Some(&text)).seal(&fields)
                    && self.keep_text(&key, &text).is_ok()
                {
                    joined
                        .changes
                        .retain(|change| change.name != key.to_string());
                    joined.changes.push(Change::put(key.to_string(), text));
                }
            }
        }
    }

    /// All entries of both.
    fn union_of_months(&self, here: Vec<Entry>, copy: Vec<Entry>) -> Choice {
        // By their names: a month of another's making may hold an entry twice.
        let mut all: Journal = here.into_iter().collect();
        let mine = all.len();
        let theirs: Journal = copy.into_iter().collect();
        let names = theirs.len();
        all.merge(theirs);
        if all.len() == mine {
            Choice::Here
        } else if all.len() == names {
            Choice::Copy
        } else {
            let entries: Vec<&Entry> = all.all().collect();
            self.seal_month(&entries)
                .map_or(Choice::Here, Choice::Third)
        }
    }

    /// Where one of two months is of a newer version, it stands from now on, and what this version can read in the other
    /// stands beside it, each entry alone.
    fn keep_beside_a_newer(
        &self,
        key: &Key,
        here: Option<&str>,
        copy: &str,
    ) -> Result<(), SaveError> {
        let here = here.unwrap_or_default();
        let other = match (is_newer(key, here), is_newer(key, copy)) {
            (true, false) => copy,
            (false, true) => here,
            _ => return Ok(()),
        };
        let entries = read(key, other, contents::segment);
        for entry in entries.into_iter().flatten() {
            match self.append(&entry) {
                // It stands there already, in another form.
                Ok(()) | Err(SaveError::Taken | SaveError::ReadOnly) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    fn month_holds(&self, month: &str, id: &crate::domain::entry::EntryId) -> bool {
        let segment = self.get(&Key::Month(month.to_owned()), contents::segment);
        matches!(segment, Ok(Some(entries)) if entries.iter().any(|entry| entry.id == *id))
    }
}

/// That of a text that can be read.
fn revision(key: &Key, text: &str) -> Option<Revision> {
    let contents = envelope::contents(key, text).ok()?;
    Some(Revision::of(&contents))
}

/// Whether no version can read a text under this key. Of what does not last nothing is lost.
fn is_broken(key: &Key, text: &str) -> bool {
    let is_read = match key {
        Key::Month(_) => read(key, text, contents::segment).is_some(),
        Key::Entry { .. } => read(key, text, contents::entry).is_some(),
        Key::Settings => read(key, text, contents::object::<Settings>).is_some(),
        Key::Safety => read(key, text, contents::object::<Safety>).is_some(),
        Key::Session => {
            text.starts_with(GONE) || read(key, text, contents::object::<Restored>).is_some()
        }
        Key::Draft | Key::Backup | Key::Folder | Key::Quarantine { .. } => true,
    };
    !is_read && !is_newer(key, text)
}

fn is_newer(key: &Key, text: &str) -> bool {
    envelope::contents(key, text).is_err_and(|error| error.is_newer())
}

/// What stands from now on; `None` where nothing changes. `both` decides where both can be read.
fn choose<T>(
    key: &Key,
    here: Option<&str>,
    copy: &str,
    decode: Decode<T>,
    both: impl FnOnce(T, T) -> Choice,
) -> Option<Choice> {
    let open = |text| envelope::contents(key, text).and_then(|contents| decode(key, contents));
    match (here.map(open), open(copy)) {
        (Some(Ok(here)), Ok(copy)) => Some(both(here, copy)),
        // A newer version wrote it, and the other is older.
        (Some(Err(error)), _) if error.is_newer() => Some(Choice::Here),
        (_, Err(error)) if error.is_newer() => Some(Choice::Copy),
        (Some(Ok(_)), Err(_)) => Some(Choice::Here),
        (_, Ok(_)) => Some(Choice::Copy),
        (_, Err(_)) => None,
    }
}

fn by_revision(key: &Key, here: Option<&str>, copy: &str) -> Option<Choice> {
    let is_later = revision(key, copy)?.is_later_than(revision(key, here?)?)?;
    Some(if is_later { Choice::Copy } else { Choice::Here })
}

/// What was chosen here stays, the rest comes from there.
fn joined_settings(here: &Settings, copy: &Settings) -> Settings {
    joined_since(&Key::Settings, &Settings::default(), here, copy)
}
