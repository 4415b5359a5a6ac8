//! Settings: how Bonewise looks and sounds, the way to the safety answers, your data, and what it is.

use leptos::prelude::*;

use crate::domain::figure::{Doing, Moment};
use crate::domain::routine::{Routine, Style};
use crate::domain::settings::{Contrast, Likeness, Motion, Settings, TextSize, Theme};
use crate::route::Route;
use crate::state::{App, use_app};
use crate::tr;
use crate::ui::choice::Choice;
use crate::ui::figure::FigureView;
use crate::ui::page_head::PageHead;

use super::coach::channels::ChannelSwitches;
use super::person::{AgeAndSex, AllergyChoice};
use super::your_data::YourData;

/// All settings on one page; each works at once.
#[component]
pub fn SettingsPage() -> impl IntoView {
    let app = use_app();
    view! {
        <div class="page">
            <PageHead title=tr!(settings.title).to_owned() />
            <section class="card card--pad">
                <Choice
                    legend=tr!(settings.text_size)
                    name="text"
                    options=vec![
                        (TextSize::Normal, tr!(settings.text_normal).to_owned()),
                        (TextSize::Large, tr!(settings.text_large).to_owned()),
                        (TextSize::Largest, tr!(settings.text_largest).to_owned()),
                    ]
                    value=chosen(app, |settings| settings.text)
                    on_choose=choose(app, Settings::choose_text)
                />
                <Choice
                    legend=tr!(settings.theme)
                    name="theme"
                    options=vec![
                        (Theme::System, tr!(settings.theme_system).to_owned()),
                        (Theme::Light, tr!(settings.theme_light).to_owned()),
                        (Theme::Dark, tr!(settings.theme_dark).to_owned()),
                    ]
                    value=chosen(app, |settings| settings.theme)
                    on_choose=choose(app, |settings, theme| settings.theme = theme)
                />
                <Choice
                    legend=tr!(settings.contrast)
                    name="contrast"
                    options=vec![
                        (Contrast::System, tr!(settings.contrast_system).to_owned()),
                        (Contrast::Normal, tr!(settings.contrast_normal).to_owned()),
                        (Contrast::More, tr!(settings.contrast_more).to_owned()),
                    ]
                    value=chosen(app, |settings| settings.contrast)
                    on_choose=choose(app, |settings, contrast| settings.contrast = contrast)
                />
                <Choice
                    legend=tr!(settings.motion)
                    name="motion"
                    options=vec![
                        (Motion::System, tr!(settings.motion_system).to_owned()),
                        (Motion::Full, tr!(settings.motion_full).to_owned()),
                        (Motion::Reduced, tr!(settings.motion_reduced).to_owned()),
                    ]
                    value=chosen(app, |settings| settings.motion)
                    on_choose=choose(app, |settings, motion| settings.motion = motion)
                />
                <LikenessChoice />
            </section>
            <section class="card card--pad">
                <h2>{tr!(settings.coach)}</h2>
                <ChannelSwitches />
                <VoiceChoice />
            </section>
            <section class="card card--pad">
                <h2>{tr!(person.title)}</h2>
                <p class="soft">{tr!(person.why)}</p>
                <AgeAndSex />
                <AllergyChoice />
            </section>
            <section class="card card--pad">
                <h2>{tr!(settings.safety)}</h2>
                <a class="btn btn--outline btn--wide" href=Route::Safety.href()>
                    {tr!(settings.safety_link)}
                </a>
            </section>
            <YourData />
            <section class="card card--pad">
                <h2>{tr!(settings.about)}</h2>
                <p>{tr!(settings.language)}</p>
                <p>{tr!(settings.privacy)}</p>
                <p>{tr!(help.disclaimer_global)}</p>
                <p class="soft">{tr!(settings.version, version = env!("CARGO_PKG_VERSION"))}</p>
            </section>
        </div>
    }
}

/// Who shows the movements, each drawn as they will be.
#[component]
fn LikenessChoice() -> impl IntoView {
    let app = use_app();
    let moment = Moment {
        routine: Routine::HeelDrop,
        style: Style::Gentle,
        doing: Doing::Ready,
        longer_leg: None,
    };
    let people = [
        (
            Likeness::Grey,
            "figure figure--grey",
            tr!(settings.likeness_grey),
        ),
        (
            Likeness::Curls,
            "figure figure--curls",
            tr!(settings.likeness_curls),
        ),
    ];
    view! {
        <fieldset class="choice">
            <legend>{tr!(settings.likeness)}</legend>
            <div class="choice__list">
                {people
                    .map(|(person, class, words)| {
                        view! {
                            <label class="option option--drawn">
                                <FigureView moment=moment class />
                                <input
                                    type="radio"
                                    name="likeness"
                                    prop:checked=move || {
                                        chosen(app, |settings| settings.likeness)() == person
                                    }
                                    on:change=move |_| {
                                        app.set(|settings| settings.likeness = person);
                                    }
                                />
                                <span>{words}</span>
                            </label>
                        }
                    })
                    .collect_view()}
            </div>
        </fieldset>
    }
}

/// The voices that work offline. Where there is none, says what happens instead.
#[component]
fn VoiceChoice() -> impl IntoView {
    let app = use_app();
    move || {
        let voices = app.coaching.voices(app);
        if voices.is_empty() {
            return view! { <p class="soft">{tr!(settings.voice_none)}</p> }.into_any();
        }
        let options = std::iter::once((None, tr!(settings.voice_first).to_owned()))
            .chain(
                voices
                    .into_iter()
                    .map(|voice| (Some(voice.uri), voice.name)),
            )
            .collect();
        view! {
            <Choice
                legend=tr!(settings.voice_choice)
                name="voice"
                options
                value=chosen(app, |settings| settings.voice.clone())
                on_choose=choose(app, |settings, voice| settings.voice = voice)
                one_each=true
            />
        }
        .into_any()
    }
}

fn chosen<T: 'static>(app: App, read: fn(&Settings) -> T) -> impl Fn() -> T {
    move || app.model.with(|model| read(&model.settings))
}

fn choose<T: 'static>(app: App, write: fn(&mut Settings, T)) -> impl Fn(T) {
    move |value| app.set(|settings| write(settings, value))
}
