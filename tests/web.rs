//! What `browser/` promises, tried in a real browser: each API present, absent, and misbehaving.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Float32Array, Function, Promise, Reflect, futures::JsFuture};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn js(code: &str) -> JsValue {
    js_sys::eval(code).expect(code)
}

fn js_text(code: &str) -> String {
    js(&format!("String({code})")).as_string().unwrap()
}

fn js_number(code: &str) -> f64 {
    js(&format!("Number({code})")).as_f64().unwrap()
}

fn same(left: f64, right: f64) -> bool {
    (left - right).abs() < 1e-6
}

async fn promised(code: &str) -> JsValue {
    let promise: Promise = js(code).unchecked_into();
    JsFuture::from(promise).await.expect(code)
}

async fn sleep(ms: u32) {
    promised(&format!("new Promise(done => setTimeout(done, {ms}))")).await;
}

/// Waits until something holds, at most three seconds.
async fn until(holds: impl Fn() -> bool) -> bool {
    for _ in 0..150 {
        if holds() {
            return true;
        }
        sleep(20).await;
    }
    holds()
}

/// Puts something else in the place of a browser's API until dropped.
struct Shadow(Function);

impl Shadow {
    /// `descriptor` is what `Object.defineProperty` takes, as in `{ value: undefined }`.
    fn new(object: &str, name: &str, descriptor: &str) -> Self {
        let restore = js(&format!(
            "(() => {{
                const before = Object.getOwnPropertyDescriptor({object}, '{name}');
                Object.defineProperty({object}, '{name}', {{ configurable: true, ...{descriptor} }});
                return () => before ? Object.defineProperty({object}, '{name}', before) : delete {object}['{name}'];
            }})()"
        ));
        Self(restore.unchecked_into())
    }

    fn gone(object: &str, name: &str) -> Self {
        Self::new(object, name, "{ value: undefined }")
    }
}

impl Drop for Shadow {
    fn drop(&mut self) {
        self.0.call0(&JsValue::UNDEFINED).unwrap();
    }
}

/// A place where callbacks leave what they heard.
struct Heard<T>(Rc<RefCell<Vec<T>>>);

impl<T: Clone + 'static> Heard<T> {
    fn new() -> Self {
        Self(Rc::default())
    }

    fn ear(&self) -> impl Fn(T) + 'static {
        let heard = Rc::clone(&self.0);
        move |what| heard.borrow_mut().push(what)
    }

    fn all(&self) -> Vec<T> {
        self.0.borrow().clone()
    }

    fn count(&self) -> usize {
        self.0.borrow().len()
    }
}

/// Counts errors that nobody catches, such as a browser calling a callback that is no more.
struct Uncaught(Function);

impl Uncaught {
    fn watch() -> Self {
        let count = js("(() => {
            let count = 0;
            const listener = () => { count += 1 };
            addEventListener('error', listener);
            return () => { removeEventListener('error', listener); return count };
        })()");
        Self(count.unchecked_into())
    }

    fn count(self) -> f64 {
        let count = self.0.call0(&JsValue::UNDEFINED).unwrap();
        count.as_f64().unwrap()
    }
}

fn set_hidden(hidden: bool) -> Shadow {
    let shadow = Shadow::new("document", "hidden", &format!("{{ get: () => {hidden} }}"));
    js("document.dispatchEvent(new Event('visibilitychange'))");
    shadow
}

mod storage {
    use super::*;
    use bonewise::browser::storage::{BrowserStorage, on_change};
    use bonewise::store::storage::{Storage, StorageError};

    fn failure() -> Option<StorageError> {
        BrowserStorage::open().err()
    }

    #[wasm_bindgen_test]
    fn what_is_written_is_read_listed_and_removed() {
        let storage = BrowserStorage::open().unwrap();
        let text = "naïve ☕ \u{1F9B4} \"quoted\"\n";
        storage.write("web-test:é", text).unwrap();
        assert_eq!(storage.read("web-test:é").unwrap().as_deref(), Some(text));
        assert!(storage.keys().unwrap().contains(&"web-test:é".to_owned()));
        assert_eq!(js_text("localStorage.getItem('web-test:é')"), text);

        storage.remove("web-test:é").unwrap();
        assert_eq!(storage.read("web-test:é").unwrap(), None);
        assert!(!storage.keys().unwrap().contains(&"web-test:é".to_owned()));
    }

    #[wasm_bindgen_test]
    fn opening_writes_nothing() {
        js("localStorage.clear()");
        let _broken = Shadow::new(
            "Storage.prototype",
            "setItem",
            "{ value() { throw new Error('written') } }",
        );
        let storage = BrowserStorage::open().unwrap();
        assert_eq!(storage.keys().unwrap(), Vec::<String>::new());
    }

    #[wasm_bindgen_test]
    fn a_full_disk_says_full_and_keeps_what_is_there() {
        js("localStorage.clear()");
        let storage = BrowserStorage::open().unwrap();
        storage.write("web-test:kept", "precious").unwrap();
        let mut size = 1 << 20;
        let mut count = 0;
        let mut refusal = None;
        while size > 0 {
            match storage.write(&format!("web-test:{count}"), &"x".repeat(size)) {
                Ok(()) => count += 1,
                Err(error) => {
                    refusal = Some(error);
                    size /= 2;
                }
            }
            assert!(count < 200, "this disk is never full");
        }
        assert_eq!(refusal, Some(StorageError::Full));
        let overwritten = storage.write("web-test:kept", &"y".repeat(1 << 20));
        assert_eq!(overwritten, Err(StorageError::Full));
        assert_eq!(
            storage.read("web-test:kept").unwrap().as_deref(),
            Some("precious")
        );
        // Full is no reason to refuse reading.
        let again = BrowserStorage::open().map(|storage| storage.read("web-test:kept"));
        assert_eq!(again.unwrap().unwrap().as_deref(), Some("precious"));
        js("localStorage.clear()");
        storage.write("web-test:kept", "room again").unwrap();
        js("localStorage.clear()");
    }

    #[wasm_bindgen_test]
    fn denied_storage_is_an_answer_not_a_panic() {
        {
            let _denied = Shadow::new(
                "window",
                "localStorage",
                "{ get() { throw new DOMException('not for you', 'SecurityError') } }",
            );
            assert_eq!(failure(), Some(StorageError::Denied));
        }
        {
            let _none = Shadow::new("window", "localStorage", "{ get: () => null }");
            assert_eq!(failure(), Some(StorageError::Denied));
        }
        assert_eq!(failure(), None);
    }

    #[wasm_bindgen_test]
    fn every_browsers_words_for_full_and_denied_are_understood() {
        js("localStorage.clear()");
        let failed = |text: &str| StorageError::Failed(text.to_owned());
        for (thrown, expected) in [
            ("{ name: 'QuotaExceededError' }", StorageError::Full),
            ("{ name: 'NS_ERROR_DOM_QUOTA_REACHED' }", StorageError::Full),
            ("{ code: 1014 }", StorageError::Full),
            ("{ code: 22 }", StorageError::Full),
            ("{ name: 'SecurityError' }", StorageError::Denied),
            ("{ code: 18 }", StorageError::Denied),
            ("new Error('disk on fire')", failed("disk on fire")),
            ("new DOMException('odd', 'DataError')", failed("odd")),
        ] {
            let _broken = Shadow::new(
                "Storage.prototype",
                "setItem",
                &format!("{{ value() {{ throw {thrown} }} }}"),
            );
            let storage = BrowserStorage::open().unwrap();
            assert_eq!(storage.write("a", "b"), Err(expected), "{thrown}");
        }
    }

    #[wasm_bindgen_test]
    fn errors_in_mid_session_reach_the_caller() {
        let storage = BrowserStorage::open().unwrap();
        let throws = "{ value() { throw new Error('gone') }, get() { throw new Error('gone') } }";
        let gone = StorageError::Failed("gone".to_owned());
        let throws = throws.split(", get").next().unwrap().to_owned() + "}";
        {
            let _broken = Shadow::new("Storage.prototype", "getItem", &throws);
            assert_eq!(storage.read("a"), Err(gone.clone()));
        }
        {
            let _broken = Shadow::new("Storage.prototype", "removeItem", &throws);
            assert_eq!(storage.remove("a"), Err(gone.clone()));
        }
        {
            let _broken = Shadow::new(
                "Storage.prototype",
                "length",
                "{ get() { throw new Error('gone') } }",
            );
            assert_eq!(storage.keys(), Err(gone));
        }
    }

    #[wasm_bindgen_test]
    async fn a_change_by_another_window_is_heard_until_the_guard_goes() {
        js("localStorage.clear()");
        js("window.other = document.body.appendChild(document.createElement('iframe'))");
        let heard = Heard::new();
        let guard = on_change(heard.ear());
        js("other.contentWindow.localStorage.setItem('web-test:a', '1')");
        js("other.contentWindow.localStorage.clear()");
        assert!(until(|| heard.count() >= 2).await);
        assert_eq!(heard.all(), [Some("web-test:a".to_owned()), None]);

        drop(guard);
        js("other.contentWindow.localStorage.setItem('web-test:b', '1')");
        sleep(200).await;
        assert_eq!(heard.count(), 2);
        js("other.remove(); localStorage.clear()");
    }
}

mod database {
    use super::*;
    use bonewise::browser::database::{self, Database, DatabaseError, Write};

    const NAME: &str = "web-test";

    async fn gone() {
        promised(&format!(
            "new Promise(done => {{
                const asked = indexedDB.deleteDatabase('{NAME}');
                asked.onsuccess = asked.onerror = () => done();
            }})"
        ))
        .await;
    }

    /// What the callback of `ask` hears first.
    async fn first<T: Clone + 'static>(ask: impl FnOnce(Box<dyn FnMut(T)>)) -> T {
        let heard = Heard::new();
        let ear = heard.ear();
        ask(Box::new(ear));
        assert!(until(|| !heard.all().is_empty()).await, "no answer");
        heard.all().remove(0)
    }

    async fn opened() -> Result<Database, DatabaseError> {
        first(|done| Database::open(NAME, done)).await
    }

    fn put(name: &str, text: &str) -> Write {
        (
            name.to_owned(),
            Some((text.to_owned(), text.to_uppercase())),
        )
    }

    async fn heads(database: &Database) -> Vec<(String, String)> {
        first(|done| database.heads(done)).await.unwrap()
    }

    #[wasm_bindgen_test]
    async fn what_is_written_is_there_when_it_says_so_and_after_opening_anew() {
        gone().await;
        let database = opened().await.unwrap();
        assert_eq!(heads(&database).await, []);
        let writes = [put("a", "naïve ☕"), put("b", "two")];
        assert_eq!(first(|done| database.write(&writes, done)).await, Ok(()));
        let writes = [put("a", "again"), ("b".to_owned(), None), put("c", "three")];
        assert_eq!(first(|done| database.write(&writes, done)).await, Ok(()));
        drop(database);
        let database = opened().await.unwrap();
        let told = |name: &str, text: &str| (name.to_owned(), text.to_owned());
        let all = [told("a", "AGAIN"), told("c", "THREE")];
        assert_eq!(heads(&database).await, all);
        let names = ["c", "b", "a"].map(str::to_owned).to_vec();
        let texts = first(|done| database.texts(names, done)).await.unwrap();
        assert_eq!(texts, [told("c", "three"), told("a", "again")]);
        assert_eq!(first(|done| database.clear(done)).await, Ok(()));
        assert_eq!(heads(&database).await, []);
    }

    #[wasm_bindgen_test]
    async fn every_write_asks_for_the_disk() {
        gone().await;
        let database = opened().await.unwrap();
        js("window.asked = []; window.realTransaction = IDBDatabase.prototype.transaction");
        let watched = Shadow::new(
            "IDBDatabase.prototype",
            "transaction",
            "{ value(stores, mode, options) {
                window.asked.push(mode + ' ' + options.durability);
                return window.realTransaction.call(this, stores, mode, options);
            } }",
        );
        let writes = [put("a", "one")];
        assert_eq!(first(|done| database.write(&writes, done)).await, Ok(()));
        drop(watched);
        assert_eq!(js_text("window.asked"), "readwrite strict");
    }

    #[wasm_bindgen_test]
    async fn another_page_that_deletes_it_need_not_wait_and_it_says_that_it_is_closed() {
        gone().await;
        let database = opened().await.unwrap();
        assert!(!database.is_closed());
        gone().await;
        assert!(database.is_closed());
        let written = first(|done| database.write(&[put("a", "one")], done)).await;
        assert_eq!(written, Err(DatabaseError::Failed));
        database::remove(NAME);
    }

    #[wasm_bindgen_test]
    async fn one_that_is_missing_denied_broken_or_of_a_later_layout_is_an_answer() {
        let shadow = |value: &str| Shadow::new("window", "indexedDB", value);
        for value in [
            "{ value: undefined }",
            "{ get() { throw new DOMException('no', 'SecurityError') } }",
            "{ value: { open() { throw new DOMException('no', 'SecurityError') } } }",
            "{ value: { open() {
                const request = { error: new DOMException('odd', 'UnknownError') };
                setTimeout(() => request.onerror());
                return request;
            } } }",
        ] {
            let shadow = shadow(value);
            assert_eq!(
                opened().await.err(),
                Some(DatabaseError::Missing),
                "{value}"
            );
            drop(shadow);
        }
        gone().await;
        promised(&format!(
            "new Promise(done => indexedDB.open('{NAME}', 9).onsuccess = event => done(event.target.result.close()))"
        ))
        .await;
        assert_eq!(opened().await.err(), Some(DatabaseError::Missing));
        gone().await;
    }

    #[wasm_bindgen_test]
    async fn one_that_does_not_answer_says_so_and_a_late_answer_counts() {
        let shadow = Shadow::new(
            "window",
            "indexedDB",
            "{ value: { open() { return window.late = {} } } }",
        );
        let heard = Heard::new();
        let ear = heard.ear();
        Database::open(NAME, move |opened| ear(opened.map(drop)));
        assert!(until(|| heard.all() == [Err(DatabaseError::Silent)]).await);
        js("window.late.result = {}; window.late.onsuccess()");
        assert!(until(|| heard.all().len() == 2).await);
        assert_eq!(heard.all()[1], Ok(()));
        drop(shadow);
    }

    #[wasm_bindgen_test]
    async fn a_full_disk_says_full() {
        gone().await;
        let database = opened().await.unwrap();
        let full = Shadow::new(
            "IDBObjectStore.prototype",
            "put",
            "{ value() { throw new DOMException('full', 'QuotaExceededError') } }",
        );
        let written = first(|done| database.write(&[put("a", "one")], done)).await;
        drop(full);
        assert_eq!(written, Err(DatabaseError::Full));
        assert_eq!(heads(&database).await, []);
    }
}

mod persistence {
    use super::*;
    use bonewise::browser::persistence::{self, Persistence};

    async fn told() -> Persistence {
        let heard = Heard::new();
        persistence::state(heard.ear());
        assert!(until(|| !heard.all().is_empty()).await, "no answer");
        heard.all().remove(0)
    }

    #[wasm_bindgen_test]
    async fn what_the_browser_says_is_told_and_where_it_does_not_nothing_is() {
        let state = told().await;
        assert!(state.is_promised.is_some() && state.used.is_some() && state.room.is_some());
        {
            let _none = Shadow::gone("navigator", "storage");
            persistence::ask();
            assert_eq!(told().await, Persistence::default());
        }
        let refuses = "{ value: async () => { throw new Error('no') } }";
        let _persisted = Shadow::new("StorageManager.prototype", "persisted", refuses);
        let _estimate = Shadow::new("StorageManager.prototype", "estimate", refuses);
        assert_eq!(told().await, Persistence::default());
    }
}

mod address {
    use super::*;
    use bonewise::browser::hash;

    #[wasm_bindgen_test]
    async fn push_makes_an_entry_replace_does_not_and_back_is_heard() {
        assert!(hash::replace("/start"));
        let before = js_number("history.length");
        let heard = Heard::new();
        let guard = hash::on_change(heard.ear());

        assert!(hash::push("/move/heel-drop"));
        assert_eq!(hash::read(), "/move/heel-drop");
        assert!(same(js_number("history.length"), before + 1.0));
        // As links are written.
        assert!(hash::replace("#/move/knee-bend"));
        assert_eq!(hash::read(), "/move/knee-bend");
        assert!(same(js_number("history.length"), before + 1.0));
        assert!(until(|| heard.all().last().map(String::as_str) == Some("/move/knee-bend")).await);

        js("history.back()");
        assert!(until(|| heard.all().last().map(String::as_str) == Some("/start")).await);
        assert_eq!(hash::read(), "/start");

        drop(guard);
        let count = heard.count();
        hash::push("/unheard");
        sleep(100).await;
        assert_eq!(heard.count(), count);
    }

    #[wasm_bindgen_test]
    fn replace_stays_on_the_page_whatever_its_base_is() {
        let page = js_text("location.pathname");
        js("document.head.insertAdjacentHTML('beforeend', '<base id=b href=\"/elsewhere/\">')");
        assert!(hash::replace("/know"));
        js("document.getElementById('b').remove()");
        assert_eq!(js_text("location.pathname"), page);
        assert_eq!(js_text("location.hash"), "#/know");
        assert!(hash::replace("#/know"));
        assert_eq!(js_text("location.hash"), "#/know");
    }

    #[wasm_bindgen_test]
    fn no_hash_reads_as_empty() {
        js("history.replaceState(null, '', location.pathname)");
        assert_eq!(hash::read(), "");
    }
}

mod clock {
    use super::*;
    use bonewise::browser::clock;

    #[wasm_bindgen_test]
    async fn it_agrees_with_the_browsers_date() {
        assert!((clock::now_ms() - js_number("Date.now()")).abs() < 1000.0);
        for instant in [
            0.0,
            951_782_400_000.0,
            1_795_362_230_123.0,
            -1.0,
            4_102_444_799_999.0,
        ] {
            let date = format!("new Date({instant})");
            let (year, month, day) = clock::local_date(instant);
            assert_eq!(year.to_string(), js_text(&format!("{date}.getFullYear()")));
            assert_eq!(
                month.to_string(),
                js_text(&format!("{date}.getMonth() + 1"))
            );
            assert_eq!(day.to_string(), js_text(&format!("{date}.getDate()")));
            let hour = clock::local_hour(instant).to_string();
            assert_eq!(hour, js_text(&format!("{date}.getHours()")));
        }
        let before = clock::monotonic_ms();
        sleep(50).await;
        let passed = clock::monotonic_ms() - before;
        assert!((45.0..2000.0).contains(&passed), "{passed}");
    }

    #[wasm_bindgen_test]
    fn ahead_of_utc_is_positive() {
        let offset = "{ value: () => -330 }";
        let _india = Shadow::new("Date.prototype", "getTimezoneOffset", offset);
        assert_eq!(clock::utc_offset_minutes(0.0), 330);
    }

    #[wasm_bindgen_test]
    fn impossible_instants_still_have_a_date() {
        for instant in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e300] {
            let (_, month, day) = clock::local_date(instant);
            assert!(
                (1..=12).contains(&month) && (1..=31).contains(&day),
                "{instant}"
            );
            assert!(clock::local_hour(instant) < 24);
            assert!(clock::utc_offset_minutes(instant).abs() <= 24 * 60);
        }
        assert!(clock::local_date(-8.64e15).0 < -200_000);
    }
}

mod dates {
    use super::*;
    use bonewise::browser::dates;

    #[wasm_bindgen_test]
    fn a_day_reads_in_the_persons_language() {
        assert_eq!(
            dates::long_day("en-US", 2026, 11, 22),
            "Sunday, November 22"
        );
        assert_eq!(dates::long_day("de", 2026, 11, 22), "Sonntag, 22. November");
        assert_eq!(dates::short_day("en-US", 2026, 11, 22), "Sun, Nov 22");
        let afternoon = js_number("new Date(2026, 10, 22, 15, 4).getTime()");
        assert_eq!(dates::time_of_day("de", afternoon), "15:04");
        assert!(dates::time_of_day("en-US", afternoon).starts_with("3:04"));
    }

    #[wasm_bindgen_test]
    fn without_intl_or_with_a_bad_tag_it_is_iso() {
        let morning = js_number("new Date(2026, 0, 2, 7, 4).getTime()");
        assert_eq!(dates::long_day("not a tag!", 2026, 1, 2), "2026-01-02");
        assert_eq!(dates::time_of_day("not a tag!", morning), "07:04");
        let _none = Shadow::gone("window", "Intl");
        assert_eq!(dates::short_day("en", 2026, 1, 2), "2026-01-02");
        assert_eq!(dates::time_of_day("en", morning), "07:04");
    }
}

mod ids {
    use super::*;
    use bonewise::browser::ids;
    use std::collections::HashSet;

    fn assert_unique() {
        let made: HashSet<String> = (0..2000).map(|_| ids::random_id()).collect();
        assert_eq!(made.len(), 2000);
        for id in &made {
            assert_eq!(id.len(), 13);
            assert!(
                id.bytes()
                    .all(|byte| byte.is_ascii_digit() || byte.is_ascii_lowercase()),
                "{id}"
            );
        }
        // No bit is stuck.
        let (ones, zeros) = (0..200).fold((0, 0), |(ones, zeros), _| {
            let bits = ids::random_u64();
            (ones | bits, zeros | !bits)
        });
        assert_eq!((ones, zeros), (u64::MAX, u64::MAX));
    }

    #[wasm_bindgen_test]
    fn ids_are_unique_with_and_without_crypto() {
        assert_unique();
        let _none = Shadow::gone("window", "crypto");
        assert_unique();
    }

    #[wasm_bindgen_test]
    fn the_bits_come_from_crypto() {
        let sevens = "{ value: { getRandomValues: array => array.fill(7) } }";
        let _known = Shadow::new("window", "crypto", sevens);
        assert_eq!(ids::random_u64(), 0x0707_0707_0707_0707);
    }

    #[wasm_bindgen_test]
    fn text_sorts_like_the_number() {
        assert_eq!(ids::to_text(0), "0000000000000");
        assert_eq!(ids::to_text(31), "000000000000z");
        assert_eq!(ids::to_text(u64::MAX), "fzzzzzzzzzzzz");
        let numbers = [1, 9, 10, 31, 32, 1 << 40, u64::MAX - 1];
        assert!(numbers.map(ids::to_text).is_sorted());
    }
}

mod frames {
    use super::*;
    use bonewise::browser::clock;
    use bonewise::browser::frames::{Frames, Ticker, Timer};

    #[wasm_bindgen_test]
    async fn frames_come_on_the_monotonic_clock_until_dropped() {
        let uncaught = Uncaught::watch();
        let heard = Heard::new();
        let frames = Frames::start(heard.ear());
        assert!(until(|| heard.count() >= 3).await);
        let last = heard.all()[heard.count() - 1];
        assert!((clock::monotonic_ms() - last).abs() < 1000.0);
        assert!(heard.all().is_sorted());
        drop(frames);
        let count = heard.count();
        sleep(120).await;
        assert_eq!(heard.count(), count);
        assert!(same(uncaught.count(), 0.0));
    }

    #[wasm_bindgen_test]
    async fn each_guard_may_be_dropped_by_its_own_callback() {
        let uncaught = Uncaught::watch();
        let calls = Rc::new(RefCell::new([0; 3]));
        let frames = Rc::new(RefCell::new(None));
        let (own, counted) = (Rc::clone(&frames), Rc::clone(&calls));
        *frames.borrow_mut() = Some(Frames::start(move |_| {
            counted.borrow_mut()[0] += 1;
            own.borrow_mut().take();
        }));
        let ticker = Rc::new(RefCell::new(None));
        let (own, counted) = (Rc::clone(&ticker), Rc::clone(&calls));
        *ticker.borrow_mut() = Some(Ticker::start(10, move || {
            counted.borrow_mut()[1] += 1;
            own.borrow_mut().take();
        }));
        let timer = Rc::new(RefCell::new(None));
        let (own, counted) = (Rc::clone(&timer), Rc::clone(&calls));
        *timer.borrow_mut() = Some(Timer::start(10, move || {
            counted.borrow_mut()[2] += 1;
            own.borrow_mut().take();
        }));
        sleep(200).await;
        assert_eq!(*calls.borrow(), [1, 1, 1]);
        assert!(same(uncaught.count(), 0.0));
    }

    #[wasm_bindgen_test]
    async fn a_ticker_repeats_and_a_dropped_timer_never_fires() {
        let uncaught = Uncaught::watch();
        let ticks = Heard::new();
        let tick = ticks.ear();
        let ticker = Ticker::start(20, move || tick(()));
        let fired = Heard::new();
        let fire = fired.ear();
        drop(Timer::start(20, move || fire(())));
        assert!(until(|| ticks.count() >= 3).await);
        drop(ticker);
        let count = ticks.count();
        sleep(100).await;
        assert_eq!((ticks.count(), fired.count()), (count, 0));
        assert!(same(uncaught.count(), 0.0));
    }
}

fn with_body(html: &str) {
    js(&format!(
        "document.body.insertAdjacentHTML('beforeend', `<div id=web-test>{html}</div>`)"
    ));
}

fn clean() {
    js("document.getElementById('web-test').remove()");
}

mod page {
    use super::*;
    use bonewise::browser::page::{self, KeyPress};

    #[wasm_bindgen_test]
    fn focus_moves_only_to_what_can_have_it() {
        with_body(
            "<div style='height:5000px'></div><h1 id=head tabindex=-1>Today</h1><p id=text>Words</p>",
        );
        assert!(!page::focus("text", true));
        assert!(!page::focus("no such id", true));
        assert!(page::focus("head", true));
        assert_eq!(js_text("document.activeElement.id"), "head");
        assert!(same(js_number("scrollY"), 0.0));
        js("document.activeElement.blur()");
        assert!(page::focus("head", false));
        assert!(js_number("scrollY") > 1000.0);
        page::scroll_to_top();
        assert!(same(js_number("scrollY"), 0.0));
        clean();
    }

    #[wasm_bindgen_test]
    fn what_lies_under_a_foot_is_seen_by_scrolling_on() {
        with_body(
            "<p id=list style='margin:0;height:120vh'></p><p id=foot style='position:fixed;bottom:0;height:10vh'></p><div style='height:300vh'></div>",
        );
        page::scroll_to_top();
        assert!(!page::ends_above("list", "foot"));
        page::scroll_on(0.5);
        let share = js_number("scrollY / innerHeight");
        assert!((0.49..0.51).contains(&share), "{share}");
        assert!(page::ends_above("list", "foot"));
        assert!(page::ends_above("no such id", "foot"));
        page::scroll_to_top();
        clean();
    }

    #[wasm_bindgen_test]
    fn title_and_root_attributes() {
        page::set_title("Move – Bonewise");
        assert_eq!(js_text("document.title"), "Move – Bonewise");
        assert!(page::set_root_attribute("data-theme", Some("dark")));
        assert_eq!(js_text("document.documentElement.dataset.theme"), "dark");
        assert_eq!(page::root_attribute("data-theme").as_deref(), Some("dark"));
        assert!(page::set_root_attribute("data-theme", None));
        assert_eq!(page::root_attribute("data-theme"), None);
        assert!(!page::set_root_attribute("not a name", Some("x")));
    }

    #[wasm_bindgen_test]
    fn keys_tell_whether_they_belong_to_a_control() {
        with_body(
            "<button id=b><span id=in>Go</span></button><a id=plain>no link</a><p id=p contenteditable>x</p>",
        );
        let heard = Heard::<KeyPress>::new();
        let hear = heard.ear();
        let guard = page::on_key(move |press| {
            hear(press.clone());
            press.key == " " && !press.in_control
        });
        let press = |id: &str, options: &str| {
            js(&format!(
                "document.getElementById('{id}').dispatchEvent(new KeyboardEvent('keydown', \
                 {{ bubbles: true, cancelable: true, {options} }}))"
            ))
            .is_falsy()
        };
        assert!(
            !press("in", "key: ' '"),
            "Space on a button stays the button's"
        );
        assert!(press("plain", "key: ' '"), "Space elsewhere was handled");
        assert!(!press("p", "key: 'a', ctrlKey: true, repeat: true"));
        let expected = |key: &str, in_control, modified, repeated| KeyPress {
            key: key.to_owned(),
            in_control,
            modified,
            repeated,
        };
        let presses = [
            expected(" ", true, false, false),
            expected(" ", false, false, false),
            expected("a", true, true, true),
        ];
        assert_eq!(heard.all(), presses);

        // What somebody else has handled, and what is no key, is not ours.
        js("document.getElementById('plain').onkeydown = event => event.preventDefault()");
        press("plain", "key: 'Escape'");
        js("document.getElementById('b').dispatchEvent(new Event('keydown', { bubbles: true }))");
        drop(guard);
        press("b", "key: 'Enter'");
        assert_eq!(heard.count(), 3);
        clean();
    }

    #[wasm_bindgen_test]
    fn hiding_and_leaving_are_heard() {
        let uncaught = Uncaught::watch();
        let hidden = Heard::new();
        let left = Heard::new();
        let leave = left.ear();
        let guards = (
            page::on_visibility(hidden.ear()),
            page::on_page_hide(move || leave(())),
        );
        let shadow = set_hidden(true);
        assert!(page::is_hidden());
        drop(shadow);
        drop(set_hidden(false));
        js("window.dispatchEvent(new PageTransitionEvent('pagehide'))");
        drop(guards);
        drop(set_hidden(true));
        js("window.dispatchEvent(new PageTransitionEvent('pagehide'))");
        assert_eq!(hidden.all(), [true, false]);
        assert_eq!(left.count(), 1);
        assert!(same(uncaught.count(), 0.0));
    }

    #[wasm_bindgen_test]
    fn a_return_is_heard_in_each_of_its_forms_and_not_while_the_page_is_hidden() {
        let back = Heard::new();
        let ear = back.ear();
        let guards = page::on_return(move || ear(()));
        js("window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");
        js("window.dispatchEvent(new Event('focus'))");
        js("document.dispatchEvent(new Event('resume'))");
        assert_eq!(back.count(), 3);
        let shadow = set_hidden(true);
        js("window.dispatchEvent(new Event('focus'))");
        drop(shadow);
        assert_eq!(back.count(), 3);
        drop(set_hidden(false));
        assert_eq!(back.count(), 4);
        drop(guards);
        js("window.dispatchEvent(new Event('focus'))");
        assert_eq!(back.count(), 4);
    }

    #[wasm_bindgen_test]
    fn media_queries_are_read_and_followed() {
        assert!(page::media_matches("(min-width: 1px)"));
        assert!(!page::media_matches("(max-width: 1px)"));
        assert!(!page::media_matches("(nobody-knows: this)"));
        js("window.media = Object.assign(new EventTarget(), { matches: false })");
        let shadow = Shadow::new("window", "matchMedia", "{ value: () => media }");
        let heard = Heard::new();
        let guard = page::on_media(page::PREFERS_DARK, heard.ear());
        js("media.matches = true; media.dispatchEvent(new Event('change'))");
        drop(guard);
        js("media.matches = false; media.dispatchEvent(new Event('change'))");
        assert_eq!(heard.all(), [true]);
        drop(shadow);
        let _none = Shadow::gone("window", "matchMedia");
        assert!(!page::media_matches("(min-width: 1px)"));
        assert!(page::on_media(page::PREFERS_DARK, |_| {}).is_none());
    }

    #[wasm_bindgen_test]
    fn language() {
        assert_eq!(page::language(), Some(js_text("navigator.language")));
    }
}

mod paper {
    use super::*;
    use bonewise::browser::paper;

    #[wasm_bindgen_test]
    fn printing_is_told_and_a_browser_without_it_says_no() {
        js("window.printed = 0");
        let heard = Heard::new();
        let hear = heard.ear();
        let guard = paper::on_print(move || hear(()));
        {
            let _printer = Shadow::new(
                "window",
                "print",
                "{ value: () => { printed += 1; dispatchEvent(new Event('beforeprint')) } }",
            );
            assert!(paper::print());
        }
        assert_eq!(heard.all().len(), 1);
        let _none = Shadow::gone("window", "print");
        assert!(!paper::print());
        drop(guard);
        js("dispatchEvent(new Event('beforeprint'))");
        assert_eq!(heard.all().len(), 1);
        assert!(same(js_number("printed"), 1.0));
    }

    #[wasm_bindgen_test]
    fn folds_are_open_on_paper_and_only_those_that_were_closed_close_again() {
        with_body("<details id=shut></details><details id=wide open></details>");
        let state = || js_text("[shut.open, wide.open, document.body.innerHTML.includes('data')]");
        // Where the style sheet does it, the page is left alone.
        {
            let _knows = Shadow::new("window", "CSS", "{ value: { supports: () => true } }");
            assert!(paper::unfold_on_paper().is_none());
        }
        for without in [
            "{ value: { supports: () => false } }",
            "{ value: undefined }",
        ] {
            let _old = Shadow::new("window", "CSS", without);
            let guards = paper::unfold_on_paper();
            assert!(guards.is_some());
            js("dispatchEvent(new Event('beforeprint'))");
            assert_eq!(state(), "true,true,true");
            js("dispatchEvent(new Event('afterprint'))");
            assert_eq!(state(), "false,true,false");
            drop(guards);
            js("dispatchEvent(new Event('beforeprint'))");
            assert_eq!(state(), "false,true,false");
        }
        clean();
    }
}

mod speech {
    use super::*;
    use bonewise::browser::speech::{Options, Speech, Unavailable};

    const LOCAL: &str =
        "{ voiceURI: 'gb', name: 'Daniel', lang: 'en-GB', localService: true, default: false }";
    const REMOTE: &str =
        "{ voiceURI: 'cloud', name: 'Cloud', lang: 'en-US', localService: false, default: true }";
    const ANDROID: &str =
        "{ voiceURI: 'us', name: 'Ann', lang: 'en_US', localService: true, default: true }";
    const GERMAN: &str =
        "{ voiceURI: 'de', name: 'Anna', lang: 'de-DE', localService: true, default: false }";

    /// A browser that speaks into a list: `said` holds the words, `spoken` the utterances.
    fn fake(voices: &[&str]) -> [Shadow; 2] {
        js(&format!(
            "window.said = []; window.spoken = []; window.cancelled = 0;
             window.synth = Object.assign(new EventTarget(), {{
                voices: [{}], paused: false, pending: false, speaking: false,
                getVoices() {{ return this.voices }},
                speak(u) {{ said.push(u.text); spoken.push(u) }},
                cancel() {{ cancelled += 1 }},
             }})",
            voices.join(",")
        ));
        [
            Shadow::new("window", "speechSynthesis", "{ value: synth }"),
            Shadow::new(
                "window",
                "SpeechSynthesisUtterance",
                "{ value: class extends EventTarget { constructor(text) { super(); this.text = text } } }",
            ),
        ]
    }

    fn tell(event: &str) {
        js(&format!(
            "spoken.at(-1).dispatchEvent(new Event('{event}'))"
        ));
    }

    fn said() -> String {
        js_text("said.join('|')")
    }

    fn queued() -> Options<'static> {
        Options {
            interrupt: false,
            ..Options::default()
        }
    }

    #[wasm_bindgen_test]
    fn without_the_api_it_is_quiet() {
        let _none = Shadow::gone("window", "speechSynthesis");
        let speech = Speech::new();
        assert!(!speech.is_available());
        assert_eq!(speech.voices("en"), []);
        assert_eq!(speech.say("one", &Options::default()), Err(Unavailable));
        let _guard = speech.on_voices(|| {});
        speech.cancel();
        assert!(!speech.is_busy());
    }

    #[wasm_bindgen_test]
    fn a_voice_that_needs_the_network_never_speaks() {
        let _fake = fake(&[REMOTE]);
        let speech = Speech::new();
        assert!(!speech.is_available());
        let chosen = Options {
            voice_uri: Some("cloud"),
            ..Options::default()
        };
        assert_eq!(speech.say("one", &chosen), Err(Unavailable));
        assert_eq!(said(), "");
    }

    #[wasm_bindgen_test]
    async fn the_voice_is_the_one_chosen_or_the_best_for_the_language() {
        let _fake = fake(&[REMOTE, LOCAL, GERMAN, ANDROID]);
        let speech = Speech::new();
        let names: Vec<String> = speech
            .voices("en")
            .into_iter()
            .map(|voice| voice.name)
            .collect();
        assert_eq!(names, ["Ann", "Daniel"]);
        assert_eq!(speech.voices("en")[0].lang, "en-US");
        for (voice_uri, lang, expected) in [
            (None, "en", "us"),
            (None, "en-GB", "gb"),
            (Some("gb"), "en", "gb"),
            (Some("uninstalled"), "de", "de"),
            (Some("cloud"), "en", "us"),
        ] {
            let options = Options {
                voice_uri,
                lang,
                ..Options::default()
            };
            let before = js_number("spoken.length");
            assert_eq!(speech.say("word", &options), Ok(()));
            assert!(until(|| js_number("spoken.length") > before).await);
            assert_eq!(
                js_text("spoken.at(-1).voice.voiceURI"),
                expected,
                "{voice_uri:?} {lang}"
            );
        }
        let french = Options {
            lang: "fr",
            ..Options::default()
        };
        assert_eq!(speech.say("mot", &french), Err(Unavailable));
    }

    #[wasm_bindgen_test]
    fn words_are_slower_and_as_loud_as_asked() {
        let _fake = fake(&[LOCAL]);
        let speech = Speech::new();
        let options = Options {
            volume: 0.5,
            ..Options::default()
        };
        speech.say("one", &options).unwrap();
        assert!((js_number("spoken[0].rate") - 0.85).abs() < 0.001);
        assert!((js_number("spoken[0].volume") - 0.5).abs() < 0.001);
        assert_eq!(js_text("spoken[0].lang"), "en-GB");
    }

    #[wasm_bindgen_test]
    async fn an_interruption_cuts_off_and_forgets_what_waits() {
        let _fake = fake(&[LOCAL]);
        let speech = Speech::new();
        speech.say("one", &queued()).unwrap();
        speech.say("two", &queued()).unwrap();
        speech.say("three", &queued()).unwrap();
        assert_eq!(
            said(),
            "one",
            "the browser is given one utterance at a time"
        );
        tell("start");
        tell("end");
        assert_eq!(said(), "one|two");
        js("window.old = spoken.at(-1)");
        speech.say("stop", &Options::default()).unwrap();
        assert!(same(js_number("cancelled"), 1.0));
        assert_eq!(said(), "one|two", "not in the same task as the cut");
        assert!(speech.is_busy());
        assert!(until(|| said() == "one|two|stop").await);
        // The browser tells late of what was cut off: that must not start or end anything.
        js("old.dispatchEvent(new Event('error')); old.dispatchEvent(new Event('end'))");
        assert!(speech.is_busy());
        tell("start");
        tell("end");
        assert!(!speech.is_busy());
        assert_eq!(said(), "one|two|stop");
    }

    #[wasm_bindgen_test]
    async fn words_that_do_not_begin_in_time_are_dropped() {
        let _fake = fake(&[LOCAL]);
        let speech = Speech::new();
        let soon = Options {
            begin_within_ms: 80,
            ..queued()
        };
        speech.say("one", &soon).unwrap();
        speech.say("two", &soon).unwrap();
        speech.say("later", &queued()).unwrap();
        assert!(until(|| said() == "one|later").await, "{}", said());
        assert!(same(js_number("cancelled"), 1.0));
        tell("start");
        tell("end");
        speech.say("in time", &soon).unwrap();
        tell("start");
        sleep(200).await;
        assert!(speech.is_busy(), "what has begun goes on to its end");
        assert!(same(js_number("cancelled"), 1.0));
        tell("end");
        assert!(!speech.is_busy());
    }

    /// An engine that loses what comes in the same task as a cut, and speaks each sentence for a while.
    #[wasm_bindgen_test]
    async fn an_engine_that_drops_what_follows_a_cut_says_every_word() {
        let _fake = fake(&[LOCAL]);
        js("window.heard = []; let cutting = false;
            synth.cancel = function () {
                cutting = this.speaking; this.speaking = false; setTimeout(() => { cutting = false });
            };
            synth.speak = function (u) {
                if (cutting) return;
                this.speaking = true; heard.push(u.text); u.dispatchEvent(new Event('start'));
            }");
        let speech = Speech::new();
        for (words, before) in [
            ("Get ready", ""),
            ("3", "Get ready|"),
            ("Rise on your toes", "Get ready|3|"),
        ] {
            speech.say(words, &Options::default()).unwrap();
            let heard = format!("{before}{words}");
            assert!(
                until(|| js_text("heard.join('|')") == heard).await,
                "{}",
                js_text("heard.join('|')")
            );
        }
        // Many in one task: the last is the one that matters.
        speech.say("one", &Options::default()).unwrap();
        speech.say("two", &Options::default()).unwrap();
        assert!(until(|| js_text("heard.at(-1)") == "two").await);
    }

    #[wasm_bindgen_test]
    async fn an_engine_that_tells_nothing_is_not_cut_while_nothing_else_waits() {
        let _fake = fake(&[LOCAL]);
        let speech = Speech::new();
        let soon = Options {
            begin_within_ms: 60,
            ..Options::default()
        };
        speech.say("Get ready", &soon).unwrap();
        sleep(300).await;
        assert!(speech.is_busy());
        assert!(same(js_number("cancelled"), 0.0));
        speech.say("3", &soon).unwrap();
        assert!(until(|| said() == "Get ready|3").await);
        // One that has told before is slow, and what it would say is no longer so.
        tell("start");
        tell("end");
        speech.say("2", &soon).unwrap();
        assert!(until(|| !speech.is_busy()).await);
        assert!(same(js_number("cancelled"), 2.0));
    }

    #[wasm_bindgen_test]
    fn a_slow_engine_has_the_time_that_the_words_stay_true() {
        let _fake = fake(&[LOCAL]);
        let speech = Speech::new();
        let lasting = Options {
            begin_within_ms: 6000,
            ..Options::default()
        };
        speech.say("Get ready", &lasting).unwrap();
        {
            let later = js_number("performance.now()") + 5000.0;
            let _late = Shadow::new("performance", "now", &format!("{{ value: () => {later} }}"));
            tell("start");
        }
        assert!(speech.is_busy(), "five seconds late and still true");
        assert!(same(js_number("cancelled"), 0.0));
    }

    /// iOS: nothing is spoken before a first `speak` in a tap; what is said then is not heard.
    #[wasm_bindgen_test]
    fn waking_speaks_once_without_words_and_without_a_voice() {
        let _fake = fake(&[]);
        let speech = Speech::new();
        {
            let _no_tap = Shadow::new(
                "navigator",
                "userActivation",
                "{ value: { isActive: false } }",
            );
            speech.wake();
        }
        let _tap = Shadow::new(
            "navigator",
            "userActivation",
            "{ value: { isActive: true } }",
        );
        speech.wake();
        speech.wake();
        assert!(
            same(js_number("spoken.length"), 2.0),
            "one that did not count, one that did"
        );
        assert_eq!(
            js_text("spoken.every(u => u.text === '' && u.volume === 0)"),
            "true"
        );
        assert!(!speech.is_busy());
        let _none = Shadow::gone("window", "SpeechSynthesisUtterance");
        Speech::new().wake();
    }

    #[wasm_bindgen_test]
    fn a_start_that_comes_much_too_late_is_cut_off() {
        let _fake = fake(&[LOCAL]);
        let speech = Speech::new();
        speech.say("one", &Options::default()).unwrap();
        {
            let _asleep = Shadow::new("performance", "now", "{ value: () => 1e9 }");
            tell("start");
        }
        assert!(!speech.is_busy());
        assert!(same(js_number("cancelled"), 1.0));
    }

    #[wasm_bindgen_test]
    fn a_browser_that_throws_is_survived() {
        let _fake = fake(&[LOCAL]);
        js("synth.speak = () => { throw new Error('no') }; synth.cancel = synth.speak");
        let speech = Speech::new();
        assert_eq!(speech.say("one", &Options::default()), Ok(()));
        assert!(!speech.is_busy());
        speech.cancel();
    }

    #[wasm_bindgen_test]
    async fn late_voices_are_heard_of_with_and_without_an_event() {
        let _fake = fake(&[]);
        let speech = Speech::new();
        let heard = Heard::new();
        let hear = heard.ear();
        let guard = speech.on_voices(move || hear(()));
        assert!(!speech.is_available());
        js(&format!("synth.voices = [{LOCAL}]"));
        assert!(speech.is_available());
        assert!(
            until(|| heard.count() == 1).await,
            "no event came, looking found it"
        );
        js("synth.dispatchEvent(new Event('voiceschanged'))");
        assert_eq!(heard.count(), 2);
        drop(guard);
        js("synth.dispatchEvent(new Event('voiceschanged'))");
        assert_eq!(heard.count(), 2);
    }

    #[wasm_bindgen_test]
    fn leaving_the_page_ends_the_talking() {
        let _fake = fake(&[LOCAL]);
        let speech = Speech::new();
        speech.say("one", &Options::default()).unwrap();
        js("window.dispatchEvent(new PageTransitionEvent('pagehide'))");
        assert!(same(js_number("cancelled"), 1.0));
        assert!(!speech.is_busy());
    }
}

mod sound {
    use super::*;
    use bonewise::browser::sound::{Sound, SoundError, SoundState, Tone, may_be_muted_by_a_switch};

    /// An audio context whose clock (`audio.currentTime`) the test moves; `notes` are the strikes.
    fn fake(state: &str) -> [Shadow; 2] {
        js(&format!(
            "window.notes = []; window.stopped = 0;
             window.FakeAudio = class extends EventTarget {{
                constructor() {{ super(); window.audio = this; this.state = '{state}'; this.currentTime = 0; this.destination = {{}} }}
                become(state) {{ this.state = state; this.dispatchEvent(new Event('statechange')) }}
                resume() {{ this.resumed = (this.resumed ?? 0) + 1; return Promise.resolve() }}
                suspend() {{ this.become('suspended'); return Promise.resolve() }}
                param() {{ return {{ value: 0, setValueAtTime() {{}}, linearRampToValueAtTime() {{}}, exponentialRampToValueAtTime() {{}} }} }}
                createGain() {{ return {{ gain: this.param(), connect() {{}}, disconnect() {{}} }} }}
                createOscillator() {{ return {{ frequency: this.param(), connect() {{}},
                    start(at) {{ notes.push(at) }}, stop(at) {{ if (at === undefined) stopped += 1 }} }} }}
             }}"
        ));
        [
            Shadow::new("window", "AudioContext", "{ value: FakeAudio }"),
            Shadow::new(
                "navigator",
                "userActivation",
                "{ value: { hasBeenActive: true } }",
            ),
        ]
    }

    /// The real audio graph, rendered without a device: three seconds at 48 kHz.
    fn offline() -> Shadow {
        js("window.offline = new OfflineAudioContext(1, 3 * 48000, 48000)");
        js("Object.defineProperty(offline, 'state', { value: 'running', configurable: true })");
        Shadow::new(
            "window",
            "AudioContext",
            "{ value: function () { return offline } }",
        )
    }

    async fn render() -> Vec<f32> {
        let buffer = promised("offline.startRendering()").await;
        Reflect::set(&js_sys::global(), &"rendered".into(), &buffer).unwrap();
        let samples: Float32Array = js("rendered.getChannelData(0)").unchecked_into();
        samples.to_vec()
    }

    fn peak(samples: &[f32]) -> f32 {
        samples
            .iter()
            .fold(0.0, |peak, sample| sample.abs().max(peak))
    }

    #[wasm_bindgen_test]
    fn without_the_api_it_says_so() {
        let _none = Shadow::gone("window", "AudioContext");
        let sound = Sound::new();
        assert!(!sound.is_available());
        assert_eq!(sound.unlock(), Err(SoundError::Unavailable));
        assert_eq!(sound.beep_at(0.0, Tone::Tick), Err(SoundError::Unavailable));
        assert_eq!(sound.state(), SoundState::Unavailable);
        assert_eq!(sound.audio_time_ms(), None);
        sound.cancel_scheduled();
        sound.halt();
    }

    #[wasm_bindgen_test]
    fn a_browser_with_too_many_contexts_is_unavailable() {
        let _full = Shadow::new(
            "window",
            "AudioContext",
            "{ value: class { constructor() { throw new Error('6') } } }",
        );
        assert_eq!(Sound::new().unlock(), Err(SoundError::Unavailable));
    }

    #[wasm_bindgen_test]
    fn it_asks_to_be_heard_like_music_before_it_starts() {
        let _fake = fake("suspended");
        js("window.session = { type: 'auto' }; window.typeAtStart = undefined;
            FakeAudio.prototype.resume = function () { typeAtStart = session.type; return Promise.resolve() }");
        let session = Shadow::new("navigator", "audioSession", "{ value: session }");
        Sound::new().unlock().unwrap();
        assert_eq!(js_text("typeAtStart"), "playback");
        let agent =
            |agent: &str| Shadow::new("navigator", "userAgent", &format!("{{ value: '{agent}' }}"));
        let iphone = "Mozilla/5.0 (iPhone; CPU iPhone OS 16_1 like Mac OS X)";
        {
            let _iphone = agent(iphone);
            assert!(!may_be_muted_by_a_switch(), "it could ask");
        }
        drop(session);
        let _none = Shadow::gone("navigator", "audioSession");
        for (name, fingers, expected) in [
            (iphone, 5, true),
            ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)", 5, true),
            ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)", 0, false),
            ("Mozilla/5.0 (Linux; Android 14)", 5, false),
            ("Mozilla/5.0 (Windows NT 10.0)", 10, false),
        ] {
            let _agent = agent(name);
            let _fingers = Shadow::new(
                "navigator",
                "maxTouchPoints",
                &format!("{{ value: {fingers} }}"),
            );
            assert_eq!(may_be_muted_by_a_switch(), expected, "{name}");
        }
    }

    #[wasm_bindgen_test]
    fn two_lines_of_beeps_do_not_take_each_others_back() {
        let _fake = fake("running");
        let (session, kitchen) = (Sound::new(), Sound::new());
        session.unlock().unwrap();
        kitchen.unlock().unwrap();
        session.beep_at(500.0, Tone::Tick).unwrap();
        kitchen.beep_at(900.0, Tone::Finish).unwrap();
        session.cancel_scheduled();
        assert!(session.scheduled().is_empty());
        assert_eq!(kitchen.scheduled().len(), 1);
    }

    /// The real browser, in which no test ever taps.
    #[wasm_bindgen_test]
    async fn before_a_tap_it_is_blocked_and_nothing_is_kept_for_later() {
        assert_eq!(js_text("navigator.userActivation.hasBeenActive"), "false");
        let sound = Sound::new();
        assert!(sound.is_available());
        assert_eq!(sound.state(), SoundState::Locked);
        assert_eq!(sound.beep_at(0.0, Tone::Tick), Err(SoundError::Blocked));
        assert_eq!(sound.unlock(), Err(SoundError::Blocked));
        sleep(100).await;
        assert_eq!(sound.state(), SoundState::Blocked);
        assert_eq!(sound.beep_at(0.0, Tone::Tick), Err(SoundError::Blocked));
        assert!(sound.scheduled().is_empty());
    }

    #[wasm_bindgen_test]
    fn ten_minutes_of_beats_stay_on_the_audio_clock_and_are_not_all_remembered() {
        let _fake = fake("running");
        let sound = Sound::new();
        sound.unlock().unwrap();
        for beat in 0..600_u32 {
            // The caller wakes up at a different moment each second, and aims at the beat.
            let wake_ms = f64::from(beat) * 1000.0 + f64::from(beat * 37 % 400);
            js(&format!("audio.currentTime = {}", wake_ms / 1000.0));
            let beat_ms = f64::from(beat + 1) * 1000.0;
            sound.beep_at(beat_ms - wake_ms, Tone::Tick).unwrap();
            let last = sound.scheduled().pop().unwrap();
            assert!((last - beat_ms).abs() < 0.001, "{last} for {beat_ms}");
            assert!((js_number("notes.at(-1)") * 1000.0 - beat_ms).abs() < 0.001);
        }
        let starts = sound.scheduled();
        assert_eq!(starts.len(), 65, "64 of the past and the one to come");
        assert!(starts.is_sorted());
        assert!(
            (sound.audio_time_ms().unwrap() - js_number("audio.currentTime * 1000")).abs() < 0.001
        );
    }

    #[wasm_bindgen_test]
    fn what_is_to_come_can_be_taken_back() {
        let _fake = fake("running");
        let sound = Sound::new();
        sound.unlock().unwrap();
        sound.beep_at(10.0, Tone::Tick).unwrap();
        sound.beep_at(900.0, Tone::Tick).unwrap();
        sound.beep_at(500.0, Tone::Rest).unwrap();
        assert_eq!(sound.scheduled().len(), 3);
        js("audio.currentTime = 0.1");
        sound.cancel_scheduled();
        let left = sound.scheduled();
        assert!(left.len() == 1 && same(left[0], 10.0), "{left:?}");
        assert!(
            same(js_number("stopped"), 6.0),
            "three strikes of two oscillators"
        );
    }

    #[wasm_bindgen_test]
    fn a_phone_call_leaves_no_burst_behind() {
        let _fake = fake("running");
        let sound = Sound::new();
        let states = Heard::new();
        sound.on_state(states.ear());
        sound.unlock().unwrap();
        sound.beep_at(500.0, Tone::Tick).unwrap();
        js("audio.become('interrupted')");
        assert!(sound.scheduled().is_empty());
        assert_eq!(sound.beep_at(0.0, Tone::Tick), Err(SoundError::Blocked));
        assert_eq!(sound.unlock(), Ok(()));
        assert!(same(js_number("audio.resumed"), 1.0));
        js("audio.become('running')");
        assert!(sound.scheduled().is_empty());
        assert_eq!(states.all(), [SoundState::Interrupted, SoundState::Running]);
    }

    #[wasm_bindgen_test]
    async fn a_beep_wakes_resting_audio_and_keeps_its_time() {
        let _fake = fake("running");
        let sound = Sound::new();
        sound.unlock().unwrap();
        sound.halt();
        assert_eq!(sound.state(), SoundState::Resting);
        sound.beep_at(20.0, Tone::Tick).unwrap();
        sound.beep_at(1000.0, Tone::Accent).unwrap();
        assert!(sound.scheduled().is_empty(), "its clock does not run yet");
        sleep(200).await;
        js("audio.become('running')");
        let starts = sound.scheduled();
        assert_eq!(starts.len(), 1, "the first is too late by now: {starts:?}");
        assert!((600.0..=805.0).contains(&starts[0]), "{starts:?}");
    }

    #[wasm_bindgen_test]
    async fn a_browser_that_does_not_wake_has_refused() {
        let _fake = fake("suspended");
        let sound = Sound::new();
        assert_eq!(
            sound.unlock(),
            Ok(()),
            "a tap was seen, the answer is still to come"
        );
        assert_eq!(sound.beep_at(0.0, Tone::Tick), Ok(()));
        sleep(1100).await;
        assert_eq!(sound.beep_at(0.0, Tone::Tick), Err(SoundError::Blocked));
        js("audio.become('running')");
        assert!(sound.scheduled().is_empty(), "nothing is played afterwards");
    }

    #[wasm_bindgen_test]
    async fn a_tick_is_a_soft_wooden_note_at_its_time() {
        let _offline = offline();
        let sound = Sound::new();
        sound.unlock().unwrap();
        sound.beep_at(500.0, Tone::Tick).unwrap();
        let samples = render().await;
        let at = |ms: usize| ms * 48;
        assert!(peak(&samples[..at(499)]) < 1e-6, "silence before");
        let loud = samples
            .iter()
            .position(|sample| sample.abs() > 0.1)
            .unwrap();
        assert!((at(500)..at(506)).contains(&loud), "heard at once: {loud}");
        let loudest = peak(&samples);
        assert!((0.3..0.7).contains(&loudest), "{loudest}");
        assert!(peak(&samples[at(500)..at(501)]) < 0.3, "a soft attack");
        assert!(peak(&samples[at(690)..]) < 1e-6, "a short note");
        // After the overtone has gone: 659 Hz, well within what older ears hear.
        let body = &samples[at(560)..at(640)];
        let crossings = body
            .windows(2)
            .filter(|pair| pair[0] < 0.0 && pair[1] >= 0.0)
            .count();
        assert!((51..=54).contains(&crossings), "{crossings} in 80 ms");
    }

    #[wasm_bindgen_test]
    async fn no_tone_is_harsh_and_a_cancelled_one_is_silent() {
        let _offline = offline();
        let sound = Sound::new();
        sound.unlock().unwrap();
        sound.beep_at(0.0, Tone::Finish).unwrap();
        sound.beep_at(1400.0, Tone::Halfway).unwrap();
        sound.beep_at(2200.0, Tone::Accent).unwrap();
        let samples = render().await;
        let loudest = peak(&samples);
        assert!((0.4..0.95).contains(&loudest), "{loudest}");
        for (from, to) in [(0, 700), (1400, 1700), (2200, 2300)] {
            assert!(peak(&samples[from * 48..to * 48]) > 0.3, "{from}");
        }

        let _offline = offline();
        let sound = Sound::new();
        sound.unlock().unwrap();
        sound.beep_at(300.0, Tone::Rest).unwrap();
        sound.cancel_scheduled();
        assert!(peak(&render().await) < 1e-6);
    }

    #[wasm_bindgen_test]
    async fn volume_zero_is_silence() {
        let _offline = offline();
        let sound = Sound::new();
        sound.unlock().unwrap();
        sound.set_volume(0.0);
        sound.beep_at(100.0, Tone::Accent).unwrap();
        assert!(peak(&render().await) < 1e-6);
    }
}

mod vibration {
    use super::*;
    use bonewise::browser::vibration;

    #[wasm_bindgen_test]
    fn absent_is_false_and_present_gets_the_pattern() {
        {
            let _none = Shadow::gone("navigator", "vibrate");
            assert!(!vibration::is_available());
            assert!(!vibration::vibrate(&[100]));
            vibration::stop();
        }
        js("window.patterns = []");
        let record = "{ value: pattern => { patterns.push(pattern.join('-')); return true } }";
        let _motor = Shadow::new("navigator", "vibrate", record);
        {
            let _desktop = Shadow::new("navigator", "maxTouchPoints", "{ value: 0 }");
            assert!(!vibration::is_available());
        }
        let _phone = Shadow::new("navigator", "maxTouchPoints", "{ value: 5 }");
        assert!(vibration::is_available());
        assert!(vibration::vibrate(&[100, 50, 100]));
        vibration::stop();
        assert_eq!(js_text("patterns.join('|')"), "100-50-100|");
        let _refused = Shadow::new("navigator", "vibrate", "{ value: () => false }");
        assert!(!vibration::vibrate(&[100]));
    }
}

mod wake_lock {
    use super::*;
    use bonewise::browser::wake_lock::{WakeLock, WakeState};

    /// `asked` counts requests, `released` releases; `answer` is what the next request does.
    fn fake(answer: &str) -> Shadow {
        js(&format!(
            "window.asked = 0; window.released = 0; window.answer = {answer};
             window.grant = async () => window.sentinel = Object.assign(new EventTarget(), {{
                released: false,
                async release() {{ released += 1; this.lose() }},
                lose() {{ this.released = true; this.dispatchEvent(new Event('release')) }},
             }})"
        ));
        Shadow::new(
            "navigator",
            "wakeLock",
            "{ value: { request(kind) { asked += kind === 'screen'; return answer() } } }",
        )
    }

    #[wasm_bindgen_test]
    async fn without_the_api_it_says_so_once() {
        let _none = Shadow::gone("navigator", "wakeLock");
        let states = Heard::new();
        let lock = WakeLock::acquire(states.ear());
        assert_eq!(states.count(), 0, "never before acquire returns");
        assert!(until(|| states.count() > 0).await);
        assert_eq!(states.all(), [WakeState::Unsupported]);
        assert!(!lock.is_held());
    }

    #[wasm_bindgen_test]
    async fn it_is_held_lost_taken_again_on_return_and_released() {
        let _fake = fake("() => grant()");
        let states = Heard::new();
        let lock = WakeLock::acquire(states.ear());
        assert!(until(|| lock.is_held()).await);
        let hidden = set_hidden(true);
        js("sentinel.lose()");
        assert!(!lock.is_held());
        sleep(50).await;
        assert!(same(js_number("asked"), 1.0), "a hidden page does not ask");
        drop(hidden);
        let _visible = set_hidden(false);
        assert!(until(|| lock.is_held()).await);
        assert_eq!(
            states.all(),
            [WakeState::Held, WakeState::Lost, WakeState::Held]
        );
        drop(lock);
        sleep(20).await;
        assert!(same(js_number("released"), 1.0));
        js("document.dispatchEvent(new Event('visibilitychange'))");
        sleep(20).await;
        assert!(same(js_number("asked"), 2.0), "nobody wants it any more");
        assert_eq!(states.count(), 3);
    }

    #[wasm_bindgen_test]
    async fn a_page_that_begins_hidden_asks_when_it_is_seen() {
        let _fake = fake("() => grant()");
        let hidden = set_hidden(true);
        let states = Heard::new();
        let lock = WakeLock::acquire(states.ear());
        sleep(30).await;
        assert!(same(js_number("asked"), 0.0));
        drop(hidden);
        drop(set_hidden(false));
        assert!(until(|| lock.is_held()).await);
        assert_eq!(states.all(), [WakeState::Held]);
    }

    #[wasm_bindgen_test]
    async fn a_refusal_is_told_and_tried_again_on_return() {
        let _fake = fake("() => Promise.reject(new DOMException('battery', 'NotAllowedError'))");
        let states = Heard::new();
        let lock = WakeLock::acquire(states.ear());
        assert!(until(|| states.count() > 0).await);
        js("answer = () => { throw new Error('broken') }");
        drop(set_hidden(false));
        assert!(until(|| states.count() > 1).await);
        js("answer = () => grant()");
        drop(set_hidden(false));
        assert!(until(|| lock.is_held()).await);
        assert_eq!(
            states.all(),
            [WakeState::Refused, WakeState::Refused, WakeState::Held]
        );
    }

    #[wasm_bindgen_test]
    async fn a_lock_that_arrives_after_the_guard_has_gone_is_given_back() {
        let _fake =
            fake("async () => { await new Promise(done => setTimeout(done, 50)); return grant() }");
        let states = Heard::new();
        let lock = WakeLock::acquire(states.ear());
        sleep(10).await;
        drop(lock);
        assert!(until(|| same(js_number("released"), 1.0)).await);
        assert_eq!(states.count(), 0);
    }
}

mod tabs {
    use super::*;
    use bonewise::browser::tabs::{Busy, SessionLock};

    type Answer = Rc<RefCell<Option<Result<SessionLock, Busy>>>>;

    fn ask(request: impl FnOnce(Box<dyn FnOnce(Result<SessionLock, Busy>)>)) -> Answer {
        let answer = Answer::default();
        let place = Rc::clone(&answer);
        request(Box::new(move |given| *place.borrow_mut() = Some(given)));
        answer
    }

    async fn answered(answer: Answer) -> Result<SessionLock, Busy> {
        assert!(until(|| answer.borrow().is_some()).await, "no answer");
        answer.borrow_mut().take().unwrap()
    }

    async fn acquire(name: &str) -> Result<SessionLock, Busy> {
        answered(ask(|done| SessionLock::try_acquire(name, done))).await
    }

    async fn move_here(name: &str, wait_ms: u32) -> Result<SessionLock, Busy> {
        answered(ask(|done| {
            SessionLock::ask_to_hand_over(name, wait_ms, done);
        }))
        .await
    }

    async fn only_one_has_it_and_it_can_be_handed_over(name: &str) {
        let first = acquire(name).await.unwrap();
        assert!(
            acquire(name).await.is_err(),
            "the second is told that it is busy"
        );
        assert!(
            acquire(&format!("{name}-other")).await.is_ok(),
            "another name is free"
        );

        // The holder hears of the wish once, and keeps what it has if it likes.
        let wishes = Heard::new();
        let wish = wishes.ear();
        first.on_hand_over(move || wish(()));
        assert!(
            move_here(name, 900).await.is_err(),
            "it was not handed over"
        );
        assert_eq!(wishes.count(), 1, "a repeated wish counts once");

        // Now it saves and lets go.
        let held = Rc::new(RefCell::new(Some(first)));
        let own = Rc::clone(&held);
        let saved = Heard::new();
        let save = saved.ear();
        held.borrow().as_ref().unwrap().on_hand_over(move || {
            save(());
            own.borrow_mut().take();
        });
        let asked_ms = js_number("performance.now()");
        let second = move_here(name, 5000).await.expect("it was handed over");
        let waited_ms = js_number("performance.now()") - asked_ms;
        assert!(
            waited_ms < 2500.0,
            "the answer comes with the release: {waited_ms}"
        );
        assert_eq!(saved.count(), 1);
        assert!(acquire(name).await.is_err(), "the second has it now");
        drop(second);
        assert!(until_free(name).await, "dropping makes it free");
    }

    /// The browser lets go a moment after the drop.
    async fn until_free(name: &str) -> bool {
        for _ in 0..20 {
            if acquire(name).await.is_ok() {
                return true;
            }
            sleep(20).await;
        }
        false
    }

    #[wasm_bindgen_test]
    async fn one_session_by_web_locks() {
        only_one_has_it_and_it_can_be_handed_over("web-test-locks").await;
    }

    #[wasm_bindgen_test]
    async fn one_session_by_talking_where_there_are_no_locks() {
        let _none = Shadow::gone("navigator", "locks");
        only_one_has_it_and_it_can_be_handed_over("web-test-talk").await;
    }

    #[wasm_bindgen_test]
    async fn one_session_by_talking_where_locks_are_refused() {
        let refuse =
            "{ value: { request: async () => { throw new DOMException('', 'SecurityError') } } }";
        let _refused = Shadow::new("navigator", "locks", refuse);
        only_one_has_it_and_it_can_be_handed_over("web-test-refused").await;
    }

    #[wasm_bindgen_test]
    async fn of_two_tabs_at_the_same_moment_one_wins() {
        let _none = Shadow::gone("navigator", "locks");
        for _ in 0..5 {
            let one = ask(|done| SessionLock::try_acquire("web-test-race", done));
            let two = ask(|done| SessionLock::try_acquire("web-test-race", done));
            let answers = [answered(one).await, answered(two).await];
            assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 1);
        }
    }

    /// Two tabs that hear each other's question before either has an answer.
    #[wasm_bindgen_test]
    async fn of_two_tabs_that_ask_each_other_the_smaller_id_wins() {
        let _none = Shadow::gone("navigator", "locks");
        for (rival, wins) in [("!", false), ("~", true)] {
            js(&format!(
                "window.answers = []; window.rival = new BroadcastChannel('web-test-rival');
                 rival.onmessage = ({{ data }}) => {{
                    if (data.startsWith('who:')) rival.postMessage('who:{rival}'); else answers.push(data)
                 }}"
            ));
            assert_eq!(acquire("web-test-rival").await.is_ok(), wins, "{rival}");
            sleep(50).await;
            let told = js_text("answers.includes('mine')");
            js("rival.close()");
            assert_eq!(
                told,
                wins.to_string(),
                "the loser is told, the winner is not"
            );
        }
    }

    #[wasm_bindgen_test]
    async fn a_holder_that_is_gone_without_a_word_does_not_block() {
        assert!(move_here("web-test-nobody", 300).await.is_ok());
        let _none = Shadow::gone("navigator", "locks");
        assert!(move_here("web-test-nobody-talks", 300).await.is_ok());
    }

    #[wasm_bindgen_test]
    async fn without_either_api_every_tab_is_alone() {
        let _none = (
            Shadow::gone("navigator", "locks"),
            Shadow::gone("window", "BroadcastChannel"),
        );
        let first = acquire("web-test-alone").await;
        let second = acquire("web-test-alone").await;
        assert!(first.is_ok() && second.is_ok());
        first.unwrap().on_hand_over(|| {});
    }
}

mod crash {
    use super::*;
    use bonewise::browser::crash;
    use bonewise::browser::sound::{Sound, SoundState, Tone};
    use wasm_bindgen::closure::Closure;

    /// Last, because the hook stays.
    #[wasm_bindgen_test]
    fn a_panic_falls_silent_and_tells_the_failure_screen_once() {
        crash::install();
        crash::install();
        js("window.crashes = []; window.cancelled = 0;
            addEventListener('bonewise:crash', event => crashes.push(event.detail.message));
            window.AudioThatHalts = class extends EventTarget {
                state = 'running'; currentTime = 0; destination = {};
                suspend() { this.state = 'suspended'; return Promise.resolve() }
                param() { return { setValueAtTime() {}, linearRampToValueAtTime() {}, exponentialRampToValueAtTime() {} } }
                createGain() { return { gain: this.param(), connect() {}, disconnect() {} } }
                createOscillator() { return { frequency: this.param(), connect() {}, start() {}, stop() {} } }
            }");
        let _voice = Shadow::new(
            "window",
            "speechSynthesis",
            "{ value: { cancel() { cancelled += 1 } } }",
        );
        let _audio = Shadow::new("window", "AudioContext", "{ value: AudioThatHalts }");
        let sound = Sound::new();
        sound.unlock().unwrap();
        sound.beep_at(500.0, Tone::Tick).unwrap();

        let broken = Closure::<dyn Fn()>::new(|| panic!("the bones are out"));
        let attempt = js(
            "attempt => { try { attempt(); return 'survived' } catch (error) { return error.name } }",
        );
        let outcome = attempt
            .unchecked_into::<Function>()
            .call1(&JsValue::UNDEFINED, broken.as_ref());
        assert_eq!(
            outcome.unwrap().as_string().as_deref(),
            Some("RuntimeError")
        );

        assert_eq!(js_text("crashes.length"), "1");
        assert!(js_text("crashes[0]").contains("the bones are out"));
        assert!(js_text("crashes[0]").contains("web.rs"), "it says where");
        assert!(same(js_number("cancelled"), 1.0));
        assert_eq!(sound.state(), SoundState::Resting);
        assert!(sound.scheduled().is_empty());
    }
}

mod focus {
    use super::*;
    use bonewise::browser::focus;

    fn with(html: &str) {
        js(&format!(
            "document.body.insertAdjacentHTML('beforeend', `<main id=focus-test>\
             <h1 id=title tabindex=-1>Page</h1>{html}</main>`)"
        ));
    }

    async fn two_frames() {
        promised("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
            .await;
    }

    /// Gives the focus to one, lets something happen, and says what has it two frames later.
    async fn after(id: &str, what: &str) -> String {
        js(&format!("document.getElementById('{id}').focus()"));
        js(what);
        promised(
            "new Promise(done => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(done)), 5))",
        )
        .await;
        js_text("document.activeElement.id || document.activeElement.tagName")
    }

    #[wasm_bindgen_test]
    async fn a_lost_focus_moves_to_what_lies_nearest() {
        const GONE: &str = "document.getElementById('x').remove()";
        const OFF: &str = "document.getElementById('x').disabled = true";
        const TWO: &str = "<ul><li><button id=a>a</button></li><li id=row><button id=x>x</button></li>\
                           <li><button id=b>b</button></li></ul>";
        let keeper = focus::keep("title");
        assert!(keeper.is_some());
        for (html, what, lands) in [
            // The next one of the list, also where the whole line goes, or it is only disabled.
            (TWO, "document.getElementById('row').remove()", "b"),
            (TWO, GONE, "b"),
            (TWO, OFF, "b"),
            // The last one of a list: the one before.
            (
                "<ul><li><button id=a>a</button></li><li id=row><button id=x>x</button></li></ul>",
                "document.getElementById('row').remove()",
                "a",
            ),
            // What stands in its place.
            (
                "<section><button id=a>a</button><p id=p><button id=x>x</button></p><button id=b>b</button></section>",
                "document.getElementById('p').innerHTML = '<button id=new>new</button>'",
                "new",
            ),
            // A text field would bring up a keyboard, and what is disabled or hidden is of no use.
            (
                "<section><button id=a>a</button><button id=x>x</button><input id=i><button disabled id=c>c</button>\
              <button hidden id=d>d</button></section>",
                GONE,
                "a",
            ),
            // A section without another control: its heading; outside of any, the page's.
            (
                "<section><h2 id=h>Part</h2><button id=x>x</button></section><button id=far>far</button>",
                GONE,
                "h",
            ),
            (
                "<div><button id=x>x</button></div><section><button id=far>far</button></section>",
                GONE,
                "title",
            ),
            // A page can say where it goes.
            (
                "<div><div><button id=x>x</button></div><button id=a>a</button><button id=r data-refuge>r</button></div>",
                GONE,
                "r",
            ),
            // Somebody else took it.
            (
                TWO,
                "document.getElementById('row').remove(); document.getElementById('a').focus()",
                "a",
            ),
            // A person took it away before.
            (TWO, "document.activeElement.blur()", "BODY"),
        ] {
            with(html);
            assert_eq!(after("x", what).await, lands, "{html} {what}");
            js("document.getElementById('focus-test').remove()");
            js("document.activeElement.blur()");
            // What was asked for the next frame is not to fall into the next case.
            sleep(5).await;
            two_frames().await;
        }
        // What goes after the person left it brings nothing back.
        with(TWO);
        assert_eq!(after("x", "document.activeElement.blur()").await, "BODY");
        js("document.getElementById('row').remove()");
        two_frames().await;
        assert_eq!(js_text("document.activeElement.tagName"), "BODY");
        js("document.getElementById('focus-test').remove()");

        drop(keeper);
        with(TWO);
        assert_eq!(after("x", GONE).await, "BODY", "nobody watches any more");
        js("document.getElementById('focus-test').remove()");
    }
}

mod places {
    use super::*;
    use bonewise::browser::places::{Places, top};

    #[wasm_bindgen_test]
    fn back_finds_the_place_and_what_was_open_and_a_fresh_visit_does_not() {
        js("sessionStorage.removeItem('bonewise:places')");
        js("history.replaceState(null, '')");
        let build = || {
            js(
                "document.body.insertAdjacentHTML('beforeend', `<main id=places-test>\
                <details id=one><summary>Same</summary><p>1</p></details>\
                <details id=two><summary>Same</summary><p>2</p></details>\
                <details id=three open><summary>Other</summary><p>3</p></details>\
                <div style='height:5000px'></div></main>`)",
            );
        };
        let clear = || {
            js("document.getElementById('places-test').remove()");
        };
        let open = || {
            js_text(
                "[...document.querySelectorAll('#places-test details')].map(one => +one.open).join('')",
            )
        };
        build();
        let (mut places, reloaded) = Places::open();
        assert_eq!(reloaded, None);
        assert_eq!(js_text("history.scrollRestoration"), "manual");
        js(
            "document.getElementById('two').open = true; document.getElementById('three').open = false",
        );
        js("scrollTo(0, 900)");
        places.leave();
        let first = js_number("history.state");

        // A new entry, as a link makes it.
        js("history.replaceState(null, '')");
        clear();
        build();
        js("scrollTo(0, 0)");
        assert_eq!(places.arrive(), None);
        assert!(!same(js_number("history.state"), first));
        assert_eq!(open(), "001");
        js("scrollTo(0, 300)");
        places.leave();

        // Back to the first: a page that is still too short first, then whole.
        js(&format!("history.replaceState({first}, '')"));
        let place = places.arrive().unwrap();
        clear();
        js("scrollTo(0, 0)");
        assert!(!place.take().1, "there is no such place yet");
        build();
        assert_eq!(place.take(), (900.0, true));
        assert_eq!(open(), "010");
        assert!(same(top(), 900.0));

        // A reload.
        places.leave();
        places.keep();
        let (_, reloaded) = Places::open();
        assert_eq!(reloaded, Some(place));

        // Rubbish is no place, and without storage there are none.
        js("sessionStorage.setItem('bonewise:places', '1 x\\n-3 5\\n\\n7 9 1.2.3')");
        assert_eq!(Places::open().1, None);
        let _gone = Shadow::gone("window", "sessionStorage");
        let (places, _) = Places::open();
        places.keep();
        clear();
        js("history.replaceState(null, ''); scrollTo(0, 0)");
    }
}

mod files {
    use super::*;
    use bonewise::browser::files::{Chosen, can_share, download, share};

    const KIND: &str = "application/json";

    /// A field in which a person has chosen a file; what its "change" tells.
    fn chosen(file: &str) -> Option<Chosen> {
        let event = js(&format!(
            "(() => {{
                const field = document.createElement('input');
                field.type = 'file';
                const given = new DataTransfer();
                const file = {file};
                if (file) given.items.add(file);
                field.files = given.files;
                let told;
                field.addEventListener('change', (event) => {{ told = event }});
                field.dispatchEvent(new Event('change'));
                window.chosenIn = field;
                return told;
            }})()"
        ));
        Chosen::of(event.unchecked_ref())
    }

    async fn read(file: &str, most: usize) -> Option<String> {
        let heard = Heard::new();
        chosen(file).unwrap().read(most, heard.ear());
        assert!(until(|| heard.count() == 1).await);
        heard.all().remove(0)
    }

    #[wasm_bindgen_test]
    async fn a_download_is_a_link_with_the_name_and_the_text() {
        let _click = Shadow::new(
            "HTMLAnchorElement.prototype",
            "click",
            "{ value() { window.given = [this.download, fetch(this.href).then((file) => file.text())] } }",
        );
        assert!(download("b.json", KIND, "{\"a\":\"\u{1F9B4}\"}"));
        assert_eq!(js_text("window.given[0]"), "b.json");
        let text = promised("window.given[1]").await;
        assert_eq!(text.as_string().unwrap(), "{\"a\":\"\u{1F9B4}\"}");
    }

    #[wasm_bindgen_test]
    fn where_a_browser_has_no_files_nothing_is_downloaded_or_shared() {
        for (object, name) in [("window", "File"), ("window", "URL")] {
            let _gone = Shadow::gone(object, name);
            assert!(!download("b.json", KIND, "{}"), "{name}");
        }
        let _gone = Shadow::gone("window", "File");
        assert!(!can_share("b.json", KIND));
    }

    #[wasm_bindgen_test]
    fn sharing_is_offered_where_the_browser_shares_such_files() {
        for (can, offered) in [
            ("undefined", false),
            ("() => false", false),
            ("() => { throw new TypeError() }", false),
            (
                "({ files: [file] }) => file.name === 'b.json' && file.type === 'application/json'",
                true,
            ),
        ] {
            let _can = Shadow::new("navigator", "canShare", &format!("{{ value: {can} }}"));
            let _share = Shadow::new("navigator", "share", "{ value: async () => {} }");
            assert_eq!(can_share("b.json", KIND), offered, "{can}");
        }
        let _can = Shadow::new("navigator", "canShare", "{ value: () => true }");
        let _share = Shadow::gone("navigator", "share");
        assert!(!can_share("b.json", KIND));
    }

    #[wasm_bindgen_test]
    async fn it_is_told_whether_a_file_was_shared() {
        for (with, is_shared) in [
            ("undefined", false),
            ("() => { throw new TypeError() }", false),
            (
                "() => Promise.reject(new DOMException('', 'AbortError'))",
                false,
            ),
            (
                "async ({ files: [file] }) => { if (await file.text() !== '{}') throw 0 }",
                true,
            ),
        ] {
            let _share = Shadow::new("navigator", "share", &format!("{{ value: {with} }}"));
            let heard = Heard::new();
            share("b.json", KIND, "{}", heard.ear());
            assert!(until(|| heard.count() == 1).await);
            assert_eq!(heard.all(), [is_shared], "{with}");
        }
    }

    #[wasm_bindgen_test]
    async fn a_chosen_file_is_read_if_it_is_not_too_large_and_the_field_is_emptied() {
        let file = "new File(['na\u{ef}ve'], 'b.json')";
        assert!(same(chosen(file).unwrap().size(), 6.0));
        assert_eq!(js_text("window.chosenIn.files.length"), "0");
        assert_eq!(read(file, 6).await.as_deref(), Some("na\u{ef}ve"));
        assert_eq!(read(file, 5).await, None);
        assert!(chosen("null").is_none());
        // A drive that is gone.
        let _lost = Shadow::new(
            "Blob.prototype",
            "text",
            "{ value: () => Promise.reject(new DOMException('', 'NotReadableError')) }",
        );
        assert_eq!(read(file, 6).await, None);
    }
}

mod folder {
    use super::*;
    use bonewise::browser::folder::{
        Failed, Folder, Found, Permission, choose, forget, is_offered, remembered,
    };

    const DATABASE: &str = "folder-test";

    /// What a picker answers, in place of the browser's own.
    fn picker(answer: &str) -> Shadow {
        Shadow::new(
            "window",
            "showDirectoryPicker",
            &format!("{{ value: {answer} }}"),
        )
    }

    async fn chosen() -> Result<Folder, Failed> {
        let heard = Heard::new();
        choose(heard.ear());
        assert_eq!(heard.count(), 0, "never before it returns");
        assert!(until(|| heard.count() == 1).await);
        heard.all().remove(0)
    }

    /// A folder of the browser's own, with files in it.
    async fn folder(files: &str) -> Folder {
        let _picker = picker(&format!(
            "async (asked) => {{
                window.folderAsked = asked.mode;
                const root = await navigator.storage.getDirectory();
                await root.removeEntry('shared', {{ recursive: true }}).catch(() => {{}});
                const folder = await root.getDirectoryHandle('shared', {{ create: true }});
                for (const [name, text] of Object.entries({files})) {{
                    const file = await folder.getFileHandle(name, {{ create: true }});
                    const writing = await file.createWritable();
                    await writing.write(text);
                    await writing.close();
                }}
                return window.folder = folder;
            }}"
        ));
        chosen().await.unwrap()
    }

    async fn read(folder: &Folder, most: usize) -> Result<Vec<Found>, Failed> {
        let heard = Heard::new();
        folder.read_all("b-", ".json", most, heard.ear());
        assert_eq!(heard.count(), 0, "never before it returns");
        assert!(until(|| heard.count() == 1).await);
        let found = heard.all().remove(0);
        found.map(|mut found| {
            found.sort_by(|(one, _), (other, _)| one.cmp(other));
            found
        })
    }

    async fn write(folder: &Folder, text: &str) -> Result<(), Failed> {
        let heard = Heard::new();
        folder.write("b-1.json".to_owned(), text.to_owned(), heard.ear());
        assert!(until(|| heard.count() == 1).await);
        heard.all().remove(0)
    }

    async fn permission(folder: &Folder) -> Permission {
        let heard = Heard::new();
        folder.permission(heard.ear());
        assert!(until(|| heard.count() == 1).await);
        heard.all().remove(0)
    }

    async fn asked(folder: &Folder) -> Permission {
        let heard = Heard::new();
        folder.ask(heard.ear());
        assert!(until(|| heard.count() == 1).await);
        heard.all().remove(0)
    }

    async fn known() -> Option<Folder> {
        let heard = Heard::new();
        remembered(DATABASE, heard.ear());
        assert!(until(|| heard.count() == 1).await);
        heard.all().remove(0)
    }

    async fn forgotten() -> bool {
        let heard = Heard::new();
        forget(DATABASE, heard.ear());
        assert!(until(|| heard.count() == 1).await);
        heard.all().remove(0)
    }

    #[wasm_bindgen_test]
    async fn a_browser_without_folders_offers_none_and_says_so() {
        {
            let _gone = Shadow::gone("window", "showDirectoryPicker");
            assert!(!is_offered());
            assert_eq!(chosen().await, Err(Failed::Missing));
        }
        let _picker = picker("async () => {}");
        assert!(is_offered());
        for name in ["isSecureContext", "indexedDB"] {
            let _gone = Shadow::gone("window", name);
            assert!(!is_offered(), "{name}");
        }
    }

    #[wasm_bindgen_test]
    async fn a_person_may_choose_none_and_a_browser_may_refuse() {
        for (answer, why) in [
            (
                "() => { throw new DOMException('', 'SecurityError') }",
                Failed::Refused,
            ),
            (
                "() => Promise.reject(new DOMException('', 'AbortError'))",
                Failed::NoneChosen,
            ),
            ("() => Promise.reject(new TypeError())", Failed::Failed),
        ] {
            let _picker = picker(answer);
            assert_eq!(chosen().await, Err(why), "{answer}");
        }
    }

    #[wasm_bindgen_test]
    async fn the_files_that_are_meant_are_read_and_no_others() {
        let folder =
            folder("{ 'b-1.json': 'na\u{ef}ve', 'b-2.json': '', 'b-3.txt': 'x', 'c-4.json': 'x' }")
                .await;
        assert_eq!(js_text("window.folderAsked"), "readwrite");
        assert_eq!(folder.name(), "shared");
        let found =
            |name: &str, text: Result<&str, Failed>| (name.to_owned(), text.map(str::to_owned));
        assert_eq!(
            read(&folder, 6).await.unwrap(),
            [
                found("b-1.json", Ok("na\u{ef}ve")),
                found("b-2.json", Ok(""))
            ]
        );
        // One that is too large keeps no other from being read.
        assert_eq!(
            read(&folder, 5).await.unwrap(),
            [
                found("b-1.json", Err(Failed::TooLarge)),
                found("b-2.json", Ok(""))
            ]
        );
    }

    #[wasm_bindgen_test]
    async fn a_file_is_written_whole_in_place_of_the_one_before() {
        let folder = folder("{ 'b-1.json': 'much longer than the one that comes' }").await;
        assert_eq!(write(&folder, "\u{1F9B4}").await, Ok(()));
        assert_eq!(
            read(&folder, 100).await.unwrap(),
            [("b-1.json".to_owned(), Ok("\u{1F9B4}".to_owned()))]
        );
    }

    #[wasm_bindgen_test]
    async fn a_write_that_fails_leaves_what_stood_there() {
        let folder = folder("{ 'b-1.json': 'before' }").await;
        for (prototype, name, fails, why) in [
            (
                "FileSystemWritableFileStream",
                "write",
                "QuotaExceededError",
                Failed::Full,
            ),
            (
                "FileSystemFileHandle",
                "createWritable",
                "NotAllowedError",
                Failed::Refused,
            ),
            (
                "FileSystemDirectoryHandle",
                "getFileHandle",
                "NotFoundError",
                Failed::Gone,
            ),
        ] {
            {
                let _fails = Shadow::new(
                    &format!("{prototype}.prototype"),
                    name,
                    &format!("{{ value: () => Promise.reject(new DOMException('', '{fails}')) }}"),
                );
                assert_eq!(write(&folder, "after").await, Err(why), "{name}");
            }
            assert_eq!(
                read(&folder, 100).await.unwrap(),
                [("b-1.json".to_owned(), Ok("before".to_owned()))],
                "{name}"
            );
        }
        // The browser says that it has written, and has not.
        let _lies = Shadow::new(
            "FileSystemWritableFileStream.prototype",
            "write",
            "{ value: async () => {} }",
        );
        assert_eq!(write(&folder, "after").await, Err(Failed::Failed));
    }

    #[wasm_bindgen_test]
    async fn a_folder_that_is_gone_is_told() {
        let folder = folder("{}").await;
        promised("navigator.storage.getDirectory().then((root) => root.removeEntry('shared'))")
            .await;
        assert_eq!(read(&folder, 100).await, Err(Failed::Gone));
        assert_eq!(write(&folder, "x").await, Err(Failed::Gone));
    }

    #[wasm_bindgen_test]
    async fn a_drive_that_hangs_keeps_nobody_waiting_for_ever() {
        let folder = folder("{ 'b-1.json': 'before' }").await;
        // Ten seconds are a fifth of one here.
        js("window.setSooner = window.setTimeout");
        let _sooner = Shadow::new(
            "window",
            "setTimeout",
            "{ value: (then, ms) => window.setSooner(then, ms > 5000 ? ms / 50 : ms) }",
        );
        let _hangs = Shadow::new(
            "FileSystemFileHandle.prototype",
            "getFile",
            "{ value: () => new Promise(() => {}) }",
        );
        assert_eq!(
            read(&folder, 100).await.unwrap(),
            [("b-1.json".to_owned(), Err(Failed::Silent))]
        );
        assert_eq!(write(&folder, "after").await, Err(Failed::Silent));
    }

    #[wasm_bindgen_test]
    async fn what_the_browser_allows_is_asked_for_and_told() {
        let folder = folder("{}").await;
        let of = |name: &str, value: &str| {
            Shadow::new(
                "FileSystemHandle.prototype",
                name,
                &format!("{{ value: {value} }}"),
            )
        };
        for (answer, told) in [
            (
                "async ({ mode }) => mode === 'readwrite' ? 'granted' : 'denied'",
                Permission::Granted,
            ),
            ("async () => 'prompt'", Permission::Asks),
            ("async () => 'denied'", Permission::Denied),
            ("async () => { throw new TypeError() }", Permission::Asks),
            ("() => { throw new TypeError() }", Permission::Asks),
        ] {
            let _query = of("queryPermission", answer);
            assert_eq!(permission(&folder).await, told, "{answer}");
            let _request = of("requestPermission", answer);
            assert_eq!(asked(&folder).await, told, "{answer}");
        }
        let _gone = of("queryPermission", "undefined");
        assert_eq!(permission(&folder).await, Permission::Granted);
    }

    #[wasm_bindgen_test]
    async fn a_folder_is_remembered_until_it_is_forgotten() {
        assert!(forgotten().await);
        assert_eq!(known().await, None);
        let folder = folder("{ 'b-1.json': 'x' }").await;
        let heard = Heard::new();
        folder.remember(DATABASE, heard.ear());
        assert!(until(|| heard.count() == 1).await);
        assert_eq!(heard.all(), [true]);
        let again = known().await.unwrap();
        assert_eq!(read(&again, 100).await.unwrap().len(), 1);
        assert!(forgotten().await);
        assert_eq!(known().await, None);
        assert!(forgotten().await);
    }

    #[wasm_bindgen_test]
    async fn what_cannot_be_remembered_is_told() {
        // A handle of something else is no handle.
        let _picker = picker("async () => ({ name: 'x', values() {} })");
        let folder = chosen().await.unwrap();
        let heard = Heard::new();
        folder.remember(DATABASE, heard.ear());
        assert!(until(|| heard.count() == 1).await);
        assert_eq!(heard.all(), [false]);
        assert!(read(&folder, 100).await.is_err());
        let _gone = Shadow::gone("window", "indexedDB");
        assert_eq!(known().await, None);
        assert!(forgotten().await);
    }
}

mod lock {
    use super::*;
    use bonewise::browser::files::Chosen;
    use bonewise::browser::lock::{Failed, lock, open};

    /// A worker whose answers stand in `answers`, in place of the browser's own; the page names the app's script.
    fn worker(answers: &str) -> Shadow {
        js("(() => {
            if (document.querySelector('script[data-js]')) return;
            const script = document.createElement('script');
            script.dataset.js = './app-1.js';
            document.head.append(script);
        })()");
        let class = format!(
            "class extends EventTarget {{
                constructor(address) {{ super(); window.lockAsked = [address]; window.lockEnded = 0 }}
                postMessage(wanted) {{
                    window.lockAsked.push(wanted.task, wanted.passphrase);
                    setTimeout(() => {{
                        for (const answer of {answers}) {{
                            const event = answer ? new MessageEvent('message', {{ data: answer }}) : new Event('error');
                            this.dispatchEvent(event);
                        }}
                    }});
                }}
                terminate() {{ window.lockEnded += 1 }}
            }}"
        );
        Shadow::new("window", "Worker", &format!("{{ value: {class} }}"))
    }

    async fn locked() -> Option<Failed> {
        let heard = Heard::new();
        let ear = heard.ear();
        lock("{}", "four words", move |answer| ear(answer.err()));
        assert_eq!(heard.count(), 0, "never before it returns");
        assert!(until(|| heard.count() == 1).await);
        heard.all().remove(0)
    }

    async fn opened() -> Result<String, Failed> {
        let heard = Heard::new();
        let event = js("({ target: { files: [new File(['age'], 'b.age')] } })");
        let file = Chosen::of(event.unchecked_ref()).unwrap();
        open(&file, "four words", heard.ear());
        assert!(until(|| heard.count() == 1).await);
        heard.all().remove(0)
    }

    #[wasm_bindgen_test]
    async fn the_worker_beside_the_app_is_asked_once_and_ends() {
        let _worker = worker("[{ ready: true }, { done: 'text' }, { done: 'more' }]");
        assert_eq!(opened().await.as_deref(), Ok("text"));
        assert_eq!(
            js_text("window.lockAsked"),
            "./app-1-lock.js,open,four words"
        );
        assert_eq!(js_text("window.lockEnded"), "1");
        assert_eq!(locked().await, None);
        assert_eq!(
            js_text("window.lockAsked"),
            "./app-1-lock.js,lock,four words"
        );
    }

    #[wasm_bindgen_test]
    async fn each_way_to_fail_comes_back_as_itself() {
        for (answers, why) in [
            ("[{ failed: 'missing' }]", Failed::Missing),
            ("[{ ready: true }, { failed: 'stopped' }]", Failed::Stopped),
            ("[{ failed: 'wrong' }]", Failed::WrongPassphrase),
            ("[{ failed: 'damaged' }]", Failed::Damaged),
            ("[{ failed: 'other' }]", Failed::NotLocked),
            ("[{ failed: 'costly' }]", Failed::TooCostly),
            ("[{ done: 7 }]", Failed::Stopped),
            ("[{ rubbish: 1 }]", Failed::Stopped),
            ("[null]", Failed::Missing),
        ] {
            let _worker = worker(answers);
            assert_eq!(opened().await, Err(why), "{answers}");
            assert_eq!(js_text("window.lockEnded"), "1");
        }
    }

    #[wasm_bindgen_test]
    async fn a_browser_without_workers_or_one_that_refuses_them_says_so() {
        let _named = worker("[]");
        for value in [
            "undefined",
            "class { constructor() { throw new DOMException() } }",
        ] {
            let _worker = Shadow::new("window", "Worker", &format!("{{ value: {value} }}"));
            assert_eq!(locked().await, Some(Failed::Missing), "{value}");
            assert_eq!(opened().await, Err(Failed::Missing), "{value}");
        }
    }
}

mod offline {
    use super::*;
    use bonewise::browser::offline::forget;
    use bonewise::browser::storage::forget_tab;

    async fn forgotten() -> bool {
        let heard = Heard::new();
        forget("web-test-", heard.ear());
        assert!(until(|| heard.count() == 1).await);
        heard.all()[0]
    }

    #[wasm_bindgen_test]
    async fn the_caches_of_this_folder_go_and_those_of_others_stay() {
        let folder = js_text("location.pathname.replace(/[^/]*$/, '')");
        let ours = format!("web-test-1 {folder}");
        let next = format!("web-test-1 {folder}next/");
        let other = format!("other-1 {folder}");
        for name in [&ours, &next, &other] {
            promised(&format!("caches.open('{name}')")).await;
        }
        assert!(forgotten().await);
        for (name, is_there) in [(&ours, false), (&next, true), (&other, true)] {
            let found = promised(&format!("caches.has('{name}')")).await;
            assert_eq!(found.as_bool(), Some(is_there), "{name}");
            promised(&format!("caches.delete('{name}')")).await;
        }
    }

    #[wasm_bindgen_test]
    async fn a_worker_that_is_there_is_sent_away_and_a_refusal_is_told() {
        for (get, is_gone) in [
            (
                "async () => ({ unregister: async () => { window.sentAway = true } })",
                true,
            ),
            ("async () => undefined", true),
            (
                "() => { throw new DOMException('', 'SecurityError') }",
                false,
            ),
        ] {
            let workers = format!("{{ value: {{ getRegistration: {get} }} }}");
            let _workers = Shadow::new("navigator", "serviceWorker", &workers);
            assert_eq!(forgotten().await, is_gone, "{get}");
        }
        assert_eq!(js_text("window.sentAway"), "true");
    }

    #[wasm_bindgen_test]
    async fn where_there_are_no_workers_and_no_caches_nothing_is_left() {
        let _workers = Shadow::gone("navigator", "serviceWorker");
        let _caches = Shadow::gone("window", "caches");
        assert!(forgotten().await);
    }

    #[wasm_bindgen_test]
    fn what_the_tab_keeps_goes_and_what_others_keep_there_stays() {
        js("sessionStorage.setItem('web-test:a', '1')");
        js("sessionStorage.setItem('web-test:b', '2')");
        js("sessionStorage.setItem('other', '3')");
        assert!(forget_tab("web-test:"));
        assert_eq!(
            js_text("Object.keys(sessionStorage).some((key) => key.startsWith('web-test'))"),
            "false"
        );
        assert_eq!(js_text("sessionStorage.getItem('other')"), "3");
        js("sessionStorage.removeItem('other')");
        let _denied = Shadow::gone("window", "sessionStorage");
        assert!(forget_tab("web-test:"));
    }
}
