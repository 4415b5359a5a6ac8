//! "I made it": a new jar, with its size and its day.

use leptos::prelude::*;

use crate::domain::day::LocalDay;
use crate::domain::entry::Kind;
use crate::domain::kitchen::Kitchen;
use crate::domain::recipe::{Units, Weight, read_weight};
use crate::state::{App, use_app};
use crate::tr;
use crate::ui::field::{DayField, NumberField, say_expected};
use crate::words;

/// The largest jar that is taken for true, in grams: more than the largest batch.
const MOST_G: u32 = 9000;
/// A jar older than this many days is taken for a slip.
const OLDEST_DAYS: i64 = 366;

/// Notes a jar.
pub fn note_jar(app: App, grams: u32, made: LocalDay) {
    app.note(Kind::Jar { grams, made });
    app.tell(tr!(jar.make_told, grams = grams));
}

/// The size and the day of a new jar. What is chosen here lasts until the jar is noted.
#[component]
pub fn Make(
    /// The choices.
    kitchen: Memo<Kitchen>,
) -> impl IntoView {
    let app = use_app();
    let today = Memo::new(move |_| app.model.with(|model| model.today));
    // `None`: the batch as it is chosen above, and today.
    let own_grams = RwSignal::new(None::<u32>);
    let own_day = RwSignal::new(None::<LocalDay>);
    let grams_message = RwSignal::new(None::<String>);
    let day_message = RwSignal::new(None::<String>);
    let grams = Memo::new(move |_| {
        own_grams
            .get()
            .unwrap_or_else(|| kitchen.read().batch().total().whole_grams())
    });
    let day = Memo::new(move |_| own_day.get().unwrap_or_else(|| today.get()));

    let hear_grams = Callback::new(move |text: String| {
        let range = (Weight::grams(1), Weight::grams(MOST_G));
        let read = read_weight(&text, Units::Grams, range);
        let (least, most) = (tr!(jar.least_jar), tr!(jar.most_jar));
        say_expected(grams_message, read.err(), least, most);
        if let Ok(weight) = read {
            own_grams.set(Some(weight.whole_grams()));
        }
    });
    let hear_day = Callback::new(move |text: String| {
        let today = today.get_untracked();
        let problem = match LocalDay::try_from(text) {
            Err(_) => Some(tr!(jar.no_day)),
            Ok(day) if day > today => Some(tr!(jar.future)),
            Ok(day) if today.days_since(day) > OLDEST_DAYS => Some(tr!(jar.too_long_ago)),
            Ok(day) => {
                own_day.set((day != today).then_some(day));
                None
            }
        };
        day_message.set(problem.map(str::to_owned));
    });
    let make = move |_| {
        // Something that could not be used stands in a field: it is mended first.
        if grams_message.with_untracked(Option::is_some) {
            crate::browser::page::focus("jar-grams", false);
        } else if day_message.with_untracked(Option::is_some) {
            crate::browser::page::focus("jar-day", false);
        } else {
            note_jar(app, grams.get_untracked(), day.get_untracked());
            own_grams.set(None);
            own_day.set(None);
        }
    };
    view! {
        <h3>{tr!(jar.make_title)}</h3>
        <NumberField
            id="jar-grams"
            name=tr!(jar.make_grams).to_owned()
            value=Signal::derive(move || grams.get().to_string())
            message=grams_message
            on_change=hear_grams
        />
        <p class="soft" role="status">
            {move || {
                let dose = kitchen.read().dose();
                (grams.get() < dose).then(|| tr!(jar.make_small, dose = dose))
            }}
        </p>
        <DayField
            id="jar-day"
            name=tr!(jar.make_day).to_owned()
            value=Signal::derive(move || day.get().to_string())
            message=day_message
            on_change=hear_day
        />
        <button type="button" class="btn btn--outline btn--wide" on:click=make>
            {move || match own_day.get() {
                None => tr!(jar.make).to_owned(),
                Some(day) => tr!(jar.make_on, day = words::dates::short_day(day)),
            }}
        </button>
        <p class="soft">{tr!(jar.best_rule)}</p>
    }
}
