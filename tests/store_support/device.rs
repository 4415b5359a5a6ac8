//! A device with both storages, as a browser has them: one that answers at once and reaches the disk late, and the second
//! copy, which answers late and is on the disk when it does.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use bonewise::domain::day::Now;
use bonewise::domain::entry::{EntryId, Kind};
use bonewise::domain::model::{Event, Model, Stamp, update};
use bonewise::store::Store;
use bonewise::store::copies::{Echo, Held, Outgoing, head};
use bonewise::store::faulty::Faulty;
use bonewise::store::keeper::Keeper;
use bonewise::store::memory::MemoryStorage;
use bonewise::store::save::SaveError;
use bonewise::store::union::Joined;

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
        self.open_in(page.tab, now)
    }

    fn open_in(&self, tab: MemoryStorage, now: Now) -> Page {
        let outgoing = Rc::new(RefCell::new(Outgoing::default()));
        let echo = Echo::new(self.faults.clone(), Rc::clone(&outgoing));
        let aside = Store::new(Rc::new(tab.clone()));
        let (mut keeper, mut model, _) = Keeper::open(Store::new(Rc::new(echo)), Some(aside), now);
        let _ = keeper.take_up(&mut model, now);
        Page {
            keeper,
            model,
            outgoing,
            tab,
            is_joined: false,
        }
    }

    /// Opens a page and joins its second copy.
    pub fn start(&mut self, now: Now) -> Page {
        let mut page = self.open(now);
        page.join(self, now);
        page
    }
}

/// An open page.
pub struct Page {
    pub keeper: Keeper,
    pub model: Model,
    pub outgoing: Rc<RefCell<Outgoing>>,
    /// What the tab keeps for itself.
    pub tab: MemoryStorage,
    is_joined: bool,
}

impl Page {
    /// As `state/second_copy.rs` does it.
    pub fn join(&mut self, device: &mut Device, now: Now) -> Joined {
        let held: Vec<Held> = device
            .copy
            .iter()
            .map(|(name, text)| (name.clone(), head(text)))
            .collect();
        let names = self.keeper.differing(&held);
        let texts = names
            .into_iter()
            .map(|name| {
                let text = device.copy[&name].clone();
                (name, text)
            })
            .collect();
        let (joined, events) = self.keeper.join_copy(&self.model, &held, texts, now);
        self.take_in(events, now);
        let session = self.keeper.session_elsewhere(&self.model, now);
        self.take_in(session, now);
        for change in &joined.changes {
            self.outgoing.borrow_mut().push(change.clone());
        }
        self.is_joined = true;
        self.deliver(device);
        joined
    }

    fn take_in(&mut self, events: impl IntoIterator<Item = Event>, now: Now) {
        for event in events {
            let id = EntryId::new("unused").unwrap();
            update(&mut self.model, event, Stamp { now, id });
        }
    }

    /// An event, as it goes through `App::send`. What it changes is on its way to the second copy, and not there yet.
    pub fn send(&mut self, event: Event, id: &str, now: Now) -> Result<(), SaveError> {
        let news = self.keeper.news(&self.model);
        self.take_in(news, now);
        let id = EntryId::new(id).unwrap();
        let effects = update(&mut self.model, event, Stamp { now, id });
        self.keeper.carry_out(&mut self.model, effects)
    }

    pub fn note(&mut self, id: &str, kind: Kind, now: Now) {
        self.send(Event::Noted(Box::new(kind)), id, now).unwrap();
    }

    /// The second copy has it.
    pub fn deliver(&mut self, device: &mut Device) {
        if !self.is_joined {
            return;
        }
        loop {
            let taken = self.outgoing.borrow_mut().take();
            let Some((number, mut changes)) = taken else {
                return;
            };
            self.keeper.as_it_stands(&mut changes);
            for change in changes {
                match change.text {
                    Some(text) => device.copy.insert(change.name, text),
                    None => device.copy.remove(&change.name),
                };
            }
            self.outgoing.borrow_mut().arrived(number);
        }
    }
}
