//! A backup: everything as one JSON file that a person keeps where they like.
//!
//! Invariant: [`read`] never panics and believes nothing. A file that is not whole, not ours or of a newer version is
//! refused with its reason; what is in a whole one goes through the readers that storage goes through, and what they do
//! not know is counted ([`Backup::unread`]). The format is in `docs/backup-format.md` and `docs/backup.schema.json`.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::domain::day::Now;
use crate::domain::entry::Entry;
use crate::domain::journal::Journal;
use crate::domain::safety::Safety;
use crate::domain::settings::Settings;

use super::crc32::crc32;
use super::envelope::{self, FIRST_SCHEMA, SCHEMA, schema_of};
use super::key::{DELETED, Key, PREFIX};
use super::save::SaveError;
use super::storage::{StorageError, remove_all};
use super::{Store, contents, migrate};

/// The version of the file around the contents. What is in it has the schema of all that is kept.
pub const VERSION: u32 = 1;

/// The largest file that is read, in bytes. A browser gives an origin five million characters; written once more with
/// the marks that JSON needs these are ten million at the most. Twice that is no backup, and reading it could take all
/// the memory of an old phone.
pub const MOST_BYTES: usize = 20_000_000;

/// How many bytes of a file tell whether it is locked: those of the longer mark, and room for an empty line before it.
pub const HEAD_BYTES: u32 = 64;

/// How a file begins that is locked with a passphrase, in the format of age: as bytes, and written in letters.
const LOCKED: [&str; 2] = ["age-encryption.org/", "-----BEGIN AGE ENCRYPTED FILE-----"];

/// What names the file as ours, and the word behind it.
const MARK: (&str, &str) = ("bonewise", "backup");
/// The field that guards all others.
const CHECKSUM: &str = "checksum";

/// What a backup holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Backup {
    /// When it was made.
    pub made: Now,
    /// Every entry.
    pub journal: Journal,
    /// What was chosen, if anything was.
    pub settings: Option<Settings>,
    /// The safety answers, if any were given.
    pub safety: Option<Safety>,
    /// The exact texts of what could not be read where it was made, damaged or of a newer version.
    pub raw: Vec<Raw>,
    /// How many parts of the file this version could not read.
    pub unread: usize,
}

/// The key of a value, and its exact text.
pub type Raw = (String, String);

/// Why a file is not read. Nothing has changed by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// There is nothing in it.
    #[error("There is nothing in this file.")]
    Empty,
    /// It is larger than a backup can be.
    #[error("This file is larger than any backup of Bonewise.")]
    TooLarge,
    /// It is something else.
    #[error("This file is no backup of Bonewise.")]
    NotABackup,
    /// A newer version of Bonewise made it.
    #[error("A newer version of Bonewise made this backup. Reload the page to get that version.")]
    Newer,
    /// It is not as it was written: a part is missing, or was changed.
    #[error("This backup is damaged. Try another copy of it.")]
    Damaged,
}

/// The text of a backup.
///
/// # Errors
/// [`serde_json::Error`] for what JSON cannot express; nothing of Bonewise's own is like that.
pub fn write(backup: &Backup) -> serde_json::Result<String> {
    let entries: Vec<&Entry> = backup.journal.all().collect();
    let schema = entries.iter().map(|entry| schema_of(entry)).max();
    let mut file = Map::new();
    let mut put = |name: &str, value: Value| file.insert(name.to_owned(), value);
    put(MARK.0, MARK.1.into());
    put("version", VERSION.into());
    put("schema", schema.unwrap_or(FIRST_SCHEMA).into());
    put("made", as_value(&backup.made)?);
    put("count", entries.len().into());
    put("entries", as_value(&entries)?);
    put("settings", as_value(&backup.settings)?);
    put("safety", as_value(&backup.safety)?);
    let mut raw = Map::new();
    for (key, text) in &backup.raw {
        raw.insert(key.clone(), text.clone().into());
    }
    put("raw", raw.into());
    let sum = checksum(&file)?;
    file.insert(CHECKSUM.to_owned(), sum.into());
    serde_json::to_string(&file)
}

/// A value in the fields that it is written with. Through text, as all that is kept: a second way to write every type
/// would be a larger program.
fn as_value<T: Serialize + ?Sized>(value: &T) -> serde_json::Result<Value> {
    serde_json::from_str(&serde_json::to_string(value)?)
}

/// Over all other fields, written without spaces and in the order of their names: so a file may be laid out anew.
fn checksum(file: &Map<String, Value>) -> serde_json::Result<String> {
    let text = serde_json::to_string(file)?;
    Ok(format!("{:08x}", crc32(&[&text])))
}

/// Whether a file that begins so is locked, whatever its name is.
pub fn is_locked(head: &str) -> bool {
    let head = head.trim_start();
    LOCKED.iter().any(|mark| head.starts_with(mark))
}

/// Reads a file.
///
/// # Errors
/// [`Refused`] says why not.
pub fn read(text: &str) -> Result<Backup, Refused> {
    if text.len() > MOST_BYTES {
        return Err(Refused::TooLarge);
    }
    let text = text.trim_start_matches('\u{feff}').trim();
    if text.is_empty() {
        return Err(Refused::Empty);
    }
    let mut file = match serde_json::from_str(text) {
        Ok(Value::Object(file)) if is_ours(&file) => file,
        // Cut off, it still begins as one.
        Err(_) if begins_as_ours(text) => return Err(Refused::Damaged),
        _ => return Err(Refused::NotABackup),
    };
    let sum = file.remove(CHECKSUM);
    if sum.as_ref().and_then(Value::as_str) != checksum(&file).ok().as_deref() {
        return Err(Refused::Damaged);
    }
    of_whole(file)
}

fn is_ours(file: &Map<String, Value>) -> bool {
    file.get(MARK.0).and_then(Value::as_str) == Some(MARK.1)
}

/// Whether a text begins with the mark, however it is laid out.
fn begins_as_ours(text: &str) -> bool {
    let bare = |letter: &char| !letter.is_whitespace();
    let mark = format!("{{\"{}\":\"{}\"", MARK.0, MARK.1);
    text.chars().filter(bare).take(mark.len()).eq(mark.chars())
}

/// What is in a file that is as it was written.
fn of_whole(mut file: Map<String, Value>) -> Result<Backup, Refused> {
    let number = |file: &Map<String, Value>, name: &str| file.get(name).and_then(Value::as_u64);
    let version = number(&file, "version").ok_or(Refused::Damaged)?;
    let schema = number(&file, "schema").ok_or(Refused::Damaged)?;
    if version == 0 {
        return Err(Refused::Damaged);
    }
    if version > u64::from(VERSION) || schema > u64::from(SCHEMA) {
        return Err(Refused::Newer);
    }
    let count = number(&file, "count");
    let mut take = |name: &str| file.remove(name).unwrap_or_default();
    let made = serde_json::from_value(take("made")).map_err(|_| Refused::Damaged)?;
    let schema = u32::try_from(schema).map_err(|_| Refused::Damaged)?;
    // A list of entries has the form of a month's, so the same steps lead on.
    let entries = migrate::upgrade(&Key::Month(String::new()), schema, take("entries"));
    let (Ok(Value::Array(entries)), Value::Object(raw)) = (entries, take("raw")) else {
        return Err(Refused::Damaged);
    };
    if count != Some(entries.len() as u64) {
        return Err(Refused::Damaged);
    }
    let mut unread = 0;
    let mut backup = Backup {
        made,
        journal: entries_of(entries, &mut unread),
        settings: part(&Key::Settings, schema, take("settings"), &mut unread),
        safety: part(&Key::Safety, schema, take("safety"), &mut unread),
        raw: texts_of(raw, &mut unread),
        unread: 0,
    };
    backup.unread = unread;
    backup.take_up_raw();
    Ok(backup)
}

/// Those that can be read; the others are counted.
fn entries_of(values: Vec<Value>, unread: &mut usize) -> Journal {
    let read = values.into_iter().filter_map(|value| {
        let entry: Option<Entry> = serde_json::from_value(value).ok();
        *unread += usize::from(entry.is_none());
        entry
    });
    read.collect()
}

fn texts_of(values: Map<String, Value>, unread: &mut usize) -> Vec<Raw> {
    let read = values.into_iter().filter_map(|(key, value)| {
        let text = value.as_str().map(str::to_owned);
        *unread += usize::from(text.is_none());
        Some((key, text?))
    });
    read.collect()
}

/// A part that may be missing.
fn part<T: DeserializeOwned>(
    key: &Key,
    schema: u32,
    value: Value,
    unread: &mut usize,
) -> Option<T> {
    if value.is_null() {
        return None;
    }
    let read = migrate::upgrade(key, schema, value)
        .and_then(|value| contents::object(key, value))
        .ok();
    *unread += usize::from(read.is_none());
    read
}

impl Backup {
    /// What the version that made the backup could not read, a newer one may: it is read as storage is.
    fn take_up_raw(&mut self) {
        for (name, text) in &self.raw {
            let Some(key) = Key::parse(name) else {
                continue;
            };
            let Ok(value) = envelope::contents(&key, text) else {
                continue;
            };
            match &key {
                Key::Entry { .. } => contents::entry(&key, value)
                    .into_iter()
                    .for_each(|entry| self.journal.add(entry)),
                Key::Month(_) => contents::segment(&key, value)
                    .into_iter()
                    .flatten()
                    .for_each(|entry| self.journal.add(entry)),
                Key::Settings if self.settings.is_none() => {
                    self.settings = contents::object(&key, value).ok();
                }
                Key::Safety if self.safety.is_none() => {
                    self.safety = contents::object(&key, value).ok();
                }
                _ => {}
            }
        }
    }
}

impl Store {
    /// The exact texts of all that this version cannot read: what was copied aside, what is damaged, and what a newer
    /// version wrote. Where the storage fails there is nothing to be had.
    pub fn raw(&self) -> Vec<Raw> {
        let mut all = Vec::new();
        for key in self.keys().unwrap_or_default() {
            let text = match &key {
                Key::Quarantine { .. } => self.text(&key).ok().flatten(),
                // One that runs belongs in no backup.
                Key::Session => None,
                _ => self.unreadable(&key).map(|(text, _)| text),
            };
            all.extend(text.map(|text| (key.to_string(), text)));
        }
        all
    }

    /// When the newest backup was made here, as far as is known.
    pub fn last_backup(&self) -> Option<Now> {
        self.get(&Key::Backup, contents::object).ok().flatten()
    }

    /// Remembers that a backup was made.
    ///
    /// # Errors
    /// [`SaveError`]
    pub fn note_backup(&self, made: &Now) -> Result<(), SaveError> {
        self.replace(&Key::Backup, made).map(drop)
    }

    /// Removes everything of ours, whatever version wrote it, and goes on where one thing cannot be removed. Other open
    /// pages hear of it.
    ///
    /// # Errors
    /// [`StorageError`] where something is still there.
    pub fn delete_everything(&self) -> Result<(), StorageError> {
        let done = remove_all(&self.storage, PREFIX);
        // Where there is no room for it they hear nothing, and a tap there may write again what it changes.
        let _ = self.storage.write(DELETED, "");
        self.storage.remove(DELETED).and(done)
    }
}
