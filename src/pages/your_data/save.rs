//! Save a backup, open or locked with a passphrase; and where the browser can, share it.

use leptos::prelude::*;

use crate::browser::{files, lock};
use crate::domain::backups::is_long_enough;
use crate::domain::day::LocalDay;
use crate::pages::focus_soon;
use crate::state::backups::file_name;
use crate::state::{App, use_app};
use crate::tr;
use crate::ui::field::{PassphraseField, Tick};
use crate::ui::live::{live, live_text};

use super::outline;

/// What kind of file a backup is.
const KIND: &str = "application/json";
/// A locked one: bytes that no browser shall look into.
const LOCKED_KIND: &str = "application/octet-stream";
/// How the name of a locked one ends, behind that of an open one.
const LOCKED_END: &str = ".age";
/// The field for the passphrase.
const PASSPHRASE: &str = "lock-passphrase";

/// A backup that is to be locked.
#[derive(Clone, Copy)]
struct Locking {
    newest: RwSignal<Option<LocalDay>>,
    passphrase: RwSignal<String>,
    /// Why the passphrase cannot be used.
    message: RwSignal<&'static str>,
    /// What became of it.
    told: RwSignal<String>,
    busy: RwSignal<bool>,
}

/// The buttons. Below them stands what became of it.
#[component]
pub fn Save(
    /// The day of the newest backup.
    newest: RwSignal<Option<LocalDay>>,
) -> impl IntoView {
    let is_locked = RwSignal::new(false);
    let told = RwSignal::new(String::new());
    let locking = Locking {
        newest,
        passphrase: RwSignal::new(String::new()),
        message: RwSignal::new(""),
        told,
        busy: RwSignal::new(false),
    };
    let tick = move |wanted| {
        is_locked.set(wanted);
        // It lives as long as it can be seen.
        locking.passphrase.set(String::new());
        locking.message.set("");
        told.set(String::new());
    };
    view! {
        <Tick name=tr!(backup.lock) on=is_locked on_tick=Callback::new(tick) />
        {live(move || {
            if is_locked.get() { locked(locking) } else { open(newest, told) }
        })}
        <p role="status">{live_text(move || told.get())}</p>
    }
}

fn open(newest: RwSignal<Option<LocalDay>>, told: RwSignal<String>) -> AnyView {
    let app = use_app();
    let today = app.model.with_untracked(|model| model.today);
    let share = files::can_share(&file_name(today), KIND)
        .then(|| outline(tr!(backup.share), move || share(app, newest, told)));
    view! {
        <SaveButton newest told />
        {share}
    }
    .into_any()
}

/// The button that saves an open backup.
#[component]
pub fn SaveButton(
    /// The day of the newest backup.
    newest: RwSignal<Option<LocalDay>>,
    /// What became of it.
    told: RwSignal<String>,
) -> impl IntoView {
    let app = use_app();
    outline(tr!(backup.save), move || told.set(save(app, newest)))
}

/// Makes a backup and hands it to the browser. Answers what became of it.
fn save(app: App, newest: RwSignal<Option<LocalDay>>) -> String {
    let file = app
        .backup()
        .filter(|file| files::download(&file.name, KIND, file.text.as_str()));
    match file {
        Some(file) => {
            app.saving.note_backup(&file.made);
            newest.set(Some(file.made.day));
            tr!(backup.saved, name = file.name)
        }
        None => tr!(backup.not_made).to_owned(),
    }
}

fn share(app: App, newest: RwSignal<Option<LocalDay>>, told: RwSignal<String>) {
    let Some(file) = app.backup() else {
        told.set(tr!(backup.not_made).to_owned());
        return;
    };
    let (name, text) = (file.name.clone(), file.text.clone());
    files::share(&name, KIND, &text, move |is_shared| {
        // The person may have gone on to another screen.
        let words = if is_shared {
            app.saving.note_backup(&file.made);
            let _ = newest.try_set(Some(file.made.day));
            tr!(backup.shared)
        } else {
            tr!(backup.not_shared)
        };
        let _ = told.try_set(words.to_owned());
    });
}

/// The field for the passphrase, and the button.
fn locked(locking: Locking) -> AnyView {
    let app = use_app();
    view! {
        <p>{tr!(backup.lock_warning)}</p>
        <PassphraseField
            id=PASSPHRASE
            name=tr!(backup.passphrase)
            hint=tr!(backup.passphrase_hint)
            value=locking.passphrase
            message=locking.message
            on_enter=Callback::new(move |()| locking.save(app))
        />
        {outline(tr!(backup.save_locked), move || locking.save(app))}
    }
    .into_any()
}

impl Locking {
    fn save(self, app: App) {
        if self.busy.get_untracked() {
            return;
        }
        self.told.set(String::new());
        let passphrase = self.passphrase.get_untracked();
        if !is_long_enough(&passphrase) {
            self.message.set(tr!(backup.passphrase_short));
            focus_soon(PASSPHRASE);
            return;
        }
        self.message.set("");
        let Some(file) = app.backup() else {
            self.told.set(tr!(backup.not_made).to_owned());
            return;
        };
        self.busy.set(true);
        self.told.set(tr!(backup.locking).to_owned());
        let text = file.text.clone();
        lock::lock(&text, &passphrase, move |locked| {
            let name = file.name + LOCKED_END;
            let saved = locked.map(|locked| files::download(&name, LOCKED_KIND, locked));
            let words = match saved {
                Ok(true) => {
                    app.saving.note_backup(&file.made);
                    let _ = self.newest.try_set(Some(file.made.day));
                    tr!(backup.saved_locked, name = name)
                }
                Ok(false) => tr!(backup.not_made).to_owned(),
                Err(lock::Failed::Missing) => tr!(backup.lock_missing).to_owned(),
                Err(_) => tr!(backup.lock_stopped).to_owned(),
            };
            // The person may have gone on to another screen.
            let _ = self.busy.try_set(false);
            let _ = self.told.try_set(words);
        });
    }
}
