//! What the beeps sound like: strikes of a wooden bar, warm and low enough for ears that have lost the high
//! notes.
//!
//! Invariant: a note is soft at both ends, is over by itself, and can be taken back at any time before.

use wasm_bindgen::JsValue;
use web_sys::{AudioContext, AudioNode, OscillatorNode};

use super::js;

/// The attack of a note, in seconds: quick, without a click.
const ATTACK_S: f64 = 0.006;
/// A level from which nobody hears that a note ends.
const INAUDIBLE: f32 = 0.001;

/// What a beep says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// A beat.
    Tick,
    /// The beat that matters: the drop, or the first of a round.
    Accent,
    /// Half of it is done: two notes up.
    Halfway,
    /// Time to rest: two notes down.
    Rest,
    /// All is done: four notes up.
    Finish,
}

/// A note on the audio clock, sounding or to come.
pub(super) struct Note {
    /// When it starts, in seconds of the audio clock.
    pub start_s: f64,
    /// When it is over.
    pub end_s: f64,
    gain: AudioNode,
    oscillators: [OscillatorNode; 2],
}

/// One strike of a wooden bar.
struct Strike {
    after_s: f64,
    hertz: f32,
    length_s: f64,
    level: f32,
}

/// Places the notes of `tone` from `start_s` on, to be heard through `output`.
pub(super) fn place(
    tone: Tone,
    context: &AudioContext,
    output: &AudioNode,
    start_s: f64,
) -> Result<Vec<Note>, JsValue> {
    strikes(tone)
        .iter()
        .map(|strike| place_strike(strike, context, output, start_s + strike.after_s))
        .collect()
}

/// Fundamentals between 523 and 1047 Hz (C5 to C6).
fn strikes(tone: Tone) -> Vec<Strike> {
    let strike = |after_s, hertz, length_s, level| Strike {
        after_s,
        hertz,
        length_s,
        level,
    };
    match tone {
        Tone::Tick => vec![strike(0.0, 659.3, 0.18, 0.45)],
        Tone::Accent => vec![strike(0.0, 880.0, 0.26, 0.65)],
        Tone::Halfway => vec![
            strike(0.0, 659.3, 0.25, 0.5),
            strike(0.18, 880.0, 0.35, 0.55),
        ],
        Tone::Rest => vec![strike(0.0, 784.0, 0.3, 0.5), strike(0.22, 523.3, 0.5, 0.5)],
        Tone::Finish => vec![
            strike(0.0, 523.3, 0.3, 0.45),
            strike(0.17, 659.3, 0.3, 0.45),
            strike(0.34, 784.0, 0.35, 0.45),
            strike(0.51, 1046.5, 0.7, 0.5),
        ],
    }
}

/// A sine with the short overtone that a wooden bar has.
fn place_strike(
    strike: &Strike,
    context: &AudioContext,
    output: &AudioNode,
    start_s: f64,
) -> Result<Note, JsValue> {
    let end_s = start_s + strike.length_s;
    let gain = context.create_gain()?;
    let level = gain.gain();
    level.set_value(0.0);
    level.set_value_at_time(0.0, start_s)?;
    level.linear_ramp_to_value_at_time(strike.level, start_s + ATTACK_S)?;
    level.exponential_ramp_to_value_at_time(INAUDIBLE, end_s)?;
    gain.connect_with_audio_node(output)?;

    let overtone_gain = context.create_gain()?;
    let overtone_level = overtone_gain.gain();
    overtone_level.set_value_at_time(0.15, start_s)?;
    overtone_level.exponential_ramp_to_value_at_time(INAUDIBLE, start_s + strike.length_s / 4.0)?;
    overtone_gain.connect_with_audio_node(&gain)?;

    let body = oscillator(context, strike.hertz, start_s, end_s)?;
    body.connect_with_audio_node(&gain)?;
    let overtone = oscillator(context, strike.hertz * 3.0, start_s, end_s)?;
    overtone.connect_with_audio_node(&overtone_gain)?;
    Ok(Note {
        start_s,
        end_s,
        gain: gain.into(),
        oscillators: [body, overtone],
    })
}

fn oscillator(
    context: &AudioContext,
    hertz: f32,
    start_s: f64,
    end_s: f64,
) -> Result<OscillatorNode, JsValue> {
    let oscillator = context.create_oscillator()?;
    oscillator.frequency().set_value(hertz);
    oscillator.start_with_when(start_s)?;
    oscillator.stop_with_when(end_s)?;
    Ok(oscillator)
}

impl Note {
    /// Silences the note, or keeps it from ever sounding.
    pub(super) fn end(&self) {
        let _ = self.gain.disconnect();
        for oscillator in &self.oscillators {
            let _ = js::call(oscillator, "stop", &[]);
        }
    }
}
