//! The second copy: every change of the storage is repeated in a place that survives a pulled plug.
//!
//! `localStorage` answers at once, but a browser writes it to the disk when it likes: Chromium up to a minute later. The
//! second copy (`IndexedDB`, in `browser/database.rs`) answers late, and when it has, it is on the disk. What the two hold is
//! made one by [`super::union`] at the start.
//! Invariant: a change that was asked for is in [`Outgoing`] until the second copy has answered that it has it, and changes
//! of one key arrive there in the order in which they were made, each lot of them whole.

use std::cell::RefCell;
use std::rc::Rc;

use serde_json::{Map, Value};

use super::key::{DELETED, Key, PREFIX};
use super::storage::{Storage, StorageError};
use super::union::gone_after;

/// What the second copy is to hold under a key: a text, or nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The key.
    pub name: String,
    /// The text; `None` where it was removed.
    pub text: Option<String>,
}

impl Change {
    /// A text under a key.
    pub fn put(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            text: Some(text.into()),
        }
    }

    /// Nothing under a key.
    pub fn removal(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            text: None,
        }
    }
}

/// A name and the [`head`] of the text under it: what the second copy holds, without the texts themselves.
pub type Held = (String, String);

/// What tells a text from another under the same key without the whole of it: for our own values schema and checksum, for
/// any other text its length.
pub fn head(text: &str) -> String {
    let mut words = text.splitn(4, ' ');
    match (words.next(), words.next(), words.next(), words.next()) {
        (Some("bonewise"), Some(schema), Some(sum), Some(_)) => {
            format!("{schema} {sum} {}", text.len())
        }
        _ => format!("? {}", text.len()),
    }
}

/// What is on its way to the second copy.
#[derive(Default)]
pub struct Outgoing {
    /// By name: a text, or `null` where it was removed. (A map of which the program has one already.)
    waiting: Map<String, Value>,
    /// What was handed out and has not been answered for.
    sent: Map<String, Value>,
    /// Counts what was handed out, so that a late answer is not taken for one to what came after it.
    times: u64,
    wake: Option<Box<dyn Fn()>>,
}

impl Outgoing {
    /// A change was made. Of several under one key the last one counts.
    pub fn push(&mut self, change: Change) {
        let text = change.text.map_or(Value::Null, Value::String);
        self.waiting.insert(change.name, text);
        if self.waiting.len() == 1
            && let Some(wake) = &self.wake
        {
            wake();
        }
    }

    /// From now on `wake` is called when the first of some changes is made. It must not ask for them before it returns.
    pub fn wake_by(&mut self, wake: impl Fn() + 'static) {
        self.wake = Some(Box::new(wake));
    }

    /// What is to be written now, and its number; nothing while something written before has not been answered for.
    pub fn take(&mut self) -> Option<(u64, Vec<Change>)> {
        if !self.sent.is_empty() || self.waiting.is_empty() {
            return None;
        }
        self.sent = std::mem::take(&mut self.waiting);
        self.times += 1;
        let changes = self.sent.iter().map(|(name, text)| Change {
            name: name.clone(),
            text: text.as_str().map(str::to_owned),
        });
        Some((self.times, changes.collect()))
    }

    /// What was taken with this number is there for good.
    pub fn arrived(&mut self, number: u64) {
        if number == self.times {
            self.sent.clear();
        }
    }

    /// What was taken last is not there, or does not answer: it waits again, where nothing newer does.
    pub fn failed(&mut self) {
        self.times += 1;
        let since = std::mem::replace(&mut self.waiting, std::mem::take(&mut self.sent));
        self.waiting.extend(since);
    }

    /// Whether all that was changed has been answered for.
    pub fn is_empty(&self) -> bool {
        self.waiting.is_empty() && self.sent.is_empty()
    }

    /// Nothing is on its way any more.
    pub fn forget(&mut self) {
        self.waiting.clear();
        self.sent.clear();
    }
}

/// A storage whose changes are repeated in the second copy.
pub struct Echo<S> {
    inner: S,
    outgoing: Rc<RefCell<Outgoing>>,
}

impl<S: Storage> Echo<S> {
    /// Repeats in `outgoing` what happens to `inner`.
    pub fn new(inner: S, outgoing: Rc<RefCell<Outgoing>>) -> Self {
        Self { inner, outgoing }
    }

    fn repeat(&self, key: &str, change: impl FnOnce() -> Change) {
        if key.starts_with(PREFIX) && key != DELETED {
            self.outgoing.borrow_mut().push(change());
        }
    }
}

impl<S: Storage> Storage for Echo<S> {
    fn keys(&self) -> Result<Vec<String>, StorageError> {
        self.inner.keys()
    }

    fn read(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.inner.read(key)
    }

    /// What the storage refuses the second copy may still take, so it is repeated whatever the answer. But a part of
    /// what could not be read, which found no room, is cut anew and would stand there twice; and a month is gathered
    /// anew, maybe from less.
    fn write(&self, key: &str, text: &str) -> Result<(), StorageError> {
        let change = || Change::put(key, text);
        if matches!(
            Key::parse(key),
            Some(Key::Quarantine { .. } | Key::Month(_))
        ) {
            self.inner.write(key, text)?;
            self.repeat(key, change);
            return Ok(());
        }
        self.repeat(key, change);
        self.inner.write(key, text)
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        if key != Key::Session.to_string() {
            let removed = self.inner.remove(key);
            // What was refused here may be on its way there.
            if removed.is_ok() || matches!(self.inner.read(key), Ok(None)) {
                self.repeat(key, || Change::removal(key));
            }
            return removed;
        }
        // A session that is over must not come back from an older state of the storage.
        let standing = self.inner.read(key).ok().flatten();
        self.inner.remove(key)?;
        self.repeat(key, || Change::put(key, gone_after(standing.as_deref())));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::faulty::Faulty;
    use crate::store::memory::MemoryStorage;

    fn names(changes: &[Change]) -> Vec<&str> {
        changes.iter().map(|change| change.name.as_str()).collect()
    }

    fn taken(outgoing: &mut Outgoing) -> Vec<Change> {
        outgoing
            .take()
            .map(|(_, changes)| changes)
            .unwrap_or_default()
    }

    #[test]
    fn what_was_changed_leaves_once_as_it_was_last() {
        let mut outgoing = Outgoing::default();
        outgoing.push(Change::put("a", "1"));
        outgoing.push(Change::put("b", "1"));
        outgoing.push(Change::put("a", "2"));
        let (number, changes) = outgoing.take().unwrap();
        assert_eq!(changes, [Change::put("a", "2"), Change::put("b", "1")]);
        assert!(!outgoing.is_empty());
        outgoing.arrived(number);
        assert!(outgoing.is_empty());
    }

    #[test]
    fn nothing_leaves_before_the_last_was_answered_for() {
        let mut outgoing = Outgoing::default();
        outgoing.push(Change::put("a", "1"));
        let (number, _) = outgoing.take().unwrap();
        outgoing.push(Change::put("b", "1"));
        assert_eq!(outgoing.take(), None);
        outgoing.arrived(number);
        assert_eq!(names(&taken(&mut outgoing)), ["b"]);
    }

    #[test]
    fn what_failed_waits_again_and_gives_way_to_what_came_since() {
        let mut outgoing = Outgoing::default();
        outgoing.push(Change::put("a", "old"));
        outgoing.push(Change::put("b", "1"));
        outgoing.take();
        outgoing.push(Change::put("a", "new"));
        outgoing.failed();
        let changes = [Change::put("a", "new"), Change::put("b", "1")];
        assert_eq!(taken(&mut outgoing), changes);
    }

    #[test]
    fn a_late_answer_is_not_taken_for_one_to_what_was_sent_since() {
        let mut outgoing = Outgoing::default();
        outgoing.push(Change::put("a", "old"));
        let (late, _) = outgoing.take().unwrap();
        outgoing.failed();
        outgoing.arrived(late);
        assert!(!outgoing.is_empty());
        outgoing.push(Change::put("b", "new"));
        outgoing.take();
        outgoing.arrived(late);
        assert!(!outgoing.is_empty());
    }

    #[test]
    fn an_echo_repeats_what_is_ours_also_where_the_storage_refused_it() {
        let outgoing = Rc::new(RefCell::new(Outgoing::default()));
        let faulty = crate::store::faulty::Faulty::new(MemoryStorage::new());
        let echo = Echo::new(faulty.clone(), Rc::clone(&outgoing));
        echo.write("bonewise:settings", "x").unwrap();
        echo.write("other:thing", "x").unwrap();
        faulty.fail_after(0, StorageError::Full);
        assert!(echo.write("bonewise:safety", "y").is_err());
        assert_eq!(
            names(&taken(&mut outgoing.borrow_mut())),
            ["bonewise:safety", "bonewise:settings"]
        );
    }

    #[test]
    fn a_head_tells_texts_apart() {
        assert_eq!(head("bonewise 1 2c518454 [1,22]"), "1 2c518454 26");
        assert_eq!(head("gone 3"), "? 6");
        assert_ne!(
            head("bonewise 1 2c518454 [1]"),
            head("bonewise 2 2c518454 [1]")
        );
    }

    #[test]
    fn what_is_gathered_or_put_aside_and_finds_no_room_is_not_repeated() {
        let storage = Faulty::new(MemoryStorage::new());
        let outgoing = Rc::new(RefCell::new(Outgoing::default()));
        let echo = Echo::new(storage.clone(), outgoing.clone());
        let name = "bonewise:quarantine:1:0:bonewise:safety";
        storage.limit(10);
        echo.write(name, "half").unwrap_err();
        echo.write("bonewise:month:2026-01", "all").unwrap_err();
        assert!(outgoing.borrow().is_empty());
        echo.write("bonewise:safety", "whole").unwrap_err();
        storage.heal();
        echo.write(name, "half").unwrap();
        let (_, changes) = outgoing.borrow_mut().take().unwrap();
        assert_eq!(names(&changes), [name, "bonewise:safety"]);
    }
}
