//! A device with both storages, as a browser has them: one that answers at once and reaches the disk late, and the second
//! copy, which answers late and is on the disk when it does.

use std::collections::BTreeMap;
use std::ops::{Deref, DerefMut};
use std::rc::Rc;

use bonewise::domain::day::Now;
use bonewise::domain::entry::Kind;
use bonewise::domain::model::{Event, Stamp};
use bonewise::store::faulty::Faulty;
use bonewise::store::memory::MemoryStorage;
use bonewise::store::save::SaveError;
use bonewise::store::union::Joined;

use super::tab::Tab;

/// What stands on the disk, and what a browser holds in memory before it writes it there.
pub struct Device {
    /// `localStorage` as pages see it.
    pub storage: MemoryStorage,
    /// Switches in front of it.
    pub faults: Faulty<MemoryStorage>,
    /// The same as it stands on the disk.
    committed: BTreeMap<String, String>,
    /// The second copy.
    pub copy: BTreeMap<String, String>,
}

impl Device {
    pub fn new() -> Self {
        Self::of(BTreeMap::new(), BTreeMap::new())
    }

    pub fn of(storage: BTreeMap<String, String>, copy: BTreeMap<String, String>) -> Self {
        let committed = storage.clone();
        let storage: MemoryStorage = storage.into_iter().collect();
        Self {
            faults: Faulty::new(storage.clone()),
            storage,
            committed,
            copy,
        }
    }

    /// The browser brings its storage to the disk, as it does from time to time and when it is closed.
    pub fn commit(&mut self) {
        self.committed = self.storage.snapshot();
    }

    /// The plug is pulled: what was not on the disk is gone.
    pub fn kill(&mut self) {
        *self = Self::of(self.committed.clone(), self.copy.clone());
    }

    /// Opens a page. Its second copy is not joined yet.
    pub fn open(&self, now: Now) -> Page {
        self.open_in(MemoryStorage::new(), now)
    }

    /// Loads a page anew: what its tab keeps for itself is there still.
    pub fn reload(&self, page: Page, now: Now) -> Page {
        self.open_in(page.aside, now)
    }

    fn open_in(&self, aside: MemoryStorage, now: Now) -> Page {
        Page {
            tab: Tab::open_in(&aside, Rc::new(self.faults.clone()), now),
            aside,
        }
    }

    /// Opens a page and joins its second copy.
    pub fn start(&mut self, now: Now) -> Page {
        let mut page = self.open(now);
        page.join(self, now);
        page
    }
}

/// An open page, and what its tab keeps for itself.
pub struct Page {
    tab: Tab,
    pub aside: MemoryStorage,
}

impl Deref for Page {
    type Target = Tab;
    fn deref(&self) -> &Tab {
        &self.tab
    }
}

impl DerefMut for Page {
    fn deref_mut(&mut self) -> &mut Tab {
        &mut self.tab
    }
}

impl Page {
    /// Joins the second copy, which then has all that it lacked.
    pub fn join(&mut self, device: &mut Device, now: Now) -> Joined {
        let joined = self.tab.join(&device.copy, &stamp("unused", now));
        self.deliver(device);
        joined
    }

    /// An event. What it changes is on its way to the second copy, and not there yet.
    pub fn send(&mut self, event: Event, id: &str, now: Now) -> Result<(), SaveError> {
        self.tab.try_send(event, stamp(id, now))
    }

    pub fn note(&mut self, id: &str, kind: Kind, now: Now) {
        self.send(Event::Noted(Box::new(kind)), id, now).unwrap();
    }

    /// Tries again to write what waits.
    pub fn try_again(&mut self) -> Result<(), SaveError> {
        self.tab.keeper.try_again(&mut self.tab.model)
    }

    /// Writes all that this page knows.
    pub fn write_everything(&mut self) -> Result<(), SaveError> {
        self.tab.keeper.write_everything(&mut self.tab.model)
    }

    /// The second copy has it.
    pub fn deliver(&self, device: &mut Device) {
        self.tab.deliver(&mut device.copy);
    }
}

fn stamp(id: &str, now: Now) -> Stamp {
    Stamp {
        now,
        id: super::id(id),
    }
}
