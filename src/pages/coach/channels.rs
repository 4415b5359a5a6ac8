//! The three channels of the coach, each with its switch, and the sound test.

use leptos::prelude::*;

use crate::browser::sound::{SoundState, may_be_muted_by_a_switch};
use crate::browser::vibration;
use crate::domain::settings::Channels;
use crate::state::use_app;
use crate::tr;
use crate::ui::choice::Switch;
use crate::ui::icon::{Icon, IconView};

/// Voice, beep and vibration. A channel that this device lacks says so.
#[component]
pub fn ChannelSwitches() -> impl IntoView {
    let app = use_app();
    let channels = Memo::new(move |_| app.model.with(|model| model.settings.channels));
    let set = move |change: fn(&mut Channels, bool)| {
        Callback::new(move |on| app.set(|settings| change(&mut settings.channels, on)))
    };
    let missing = |here: bool| (!here).then(|| tr!(coach.not_available));
    let no_sound = move || app.coaching.sound_state.get() == SoundState::Unavailable;
    view! {
        <div>
            <Switch
                name=tr!(coach.channel_voice)
                on=Signal::derive(move || channels.get().voice)
                unavailable=Signal::derive(move || missing(app.coaching.has_voice()))
                on_switch=set(|channels, on| channels.voice = on)
            />
            <Switch
                name=tr!(coach.channel_beep)
                on=Signal::derive(move || channels.get().beep)
                unavailable=Signal::derive(move || missing(!no_sound()))
                on_switch=set(|channels, on| channels.beep = on)
            />
            <Switch
                name=tr!(coach.channel_vibration)
                on=Signal::derive(move || channels.get().vibration)
                unavailable=Signal::derive(move || missing(vibration::is_available()))
                on_switch=set(|channels, on| channels.vibration = on)
            />
            <button
                type="button"
                class="btn btn--outline btn--wide"
                on:click=move |_| app.coaching.test_sound(app)
            >
                <IconView icon=Icon::Speaker />
                {tr!(coach.test_sound)}
            </button>
            <SilentSwitch />
            {move || {
                (app.coaching.sound_state.get() == SoundState::Blocked)
                    .then(|| view! { <p role="status">{tr!(coach.sound_blocked)}</p> })
            }}
        </div>
    }
}

/// A word on the silent switch, on devices where it can hold the beeps back. Others have nothing to read here.
#[component]
pub fn SilentSwitch() -> impl IntoView {
    may_be_muted_by_a_switch().then(|| view! { <p class="soft">{tr!(coach.silent_switch)}</p> })
}
