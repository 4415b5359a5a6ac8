//! Which of a device's voices are pleasant to listen to for ten minutes.
//!
//! Browsers list joke voices among the others, and some call each of them the system's own choice. The names are those
//! of "Web Speech Recommended Voices" by Hadrien Gardeur (github.com/HadrienGardeur/web-speech-recommended-voices:
//! `json/en.json`, `json/filters/novelty.json`, `json/filters/veryLowQuality.json`, read in November 2026), with the
//! joke voices of older Macs as `say -v ?` lists them.
//! Invariant: a joke voice speaks only where there is no other, or where the person has chosen it.

/// How a voice sounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sound {
    /// Known to sound like a person.
    Natural,
    /// Not known.
    Unknown,
    /// A machine that can be understood.
    Machine,
    /// A joke.
    Joke,
}

/// Bells, whispers and robots, as Apple's devices have them.
const JOKES: &[&str] = &[
    "albert",
    "bad news",
    "badnews",
    "bahh",
    "bells",
    "boing",
    "bubbles",
    "cellos",
    "deranged",
    "good news",
    "goodnews",
    "hysterical",
    "jester",
    "organ",
    "pipe organ",
    "superstar",
    "trinoids",
    "whisper",
    "wobble",
    "zarvox",
];

/// Apple's voices of 1984 to 1993 and its Eloquence voices; Princess is a child of that time.
const MACHINES: &[&str] = &[
    "eddy", "flo", "fred", "grandma", "grandpa", "jacques", "junior", "kathy", "princess", "ralph",
    "reed", "rocko", "sandy", "shelley",
];

/// Parts of a name or address that tell a machine: eSpeak is what Linux and Chrome OS fall back to.
const MACHINE_PARTS: &[&str] = &["espeak", ".eloquence."];

/// English voices that sound like a person and come with Apple's devices or with Windows.
const NATURAL: &[&str] = &[
    "aaron",
    "alex",
    "allison",
    "arthur",
    "ava",
    "catherine",
    "daniel",
    "evan",
    "fiona",
    "gordon",
    "isha",
    "jamie",
    "joelle",
    "karen",
    "kate",
    "lee",
    "martha",
    "matilda",
    "moira",
    "nathan",
    "nicky",
    "noelle",
    "oliver",
    "rishi",
    "samantha",
    "serena",
    "stephanie",
    "susan",
    "tessa",
    "tom",
    "veena",
    "zoe",
    "microsoft catherine",
    "microsoft george",
    "microsoft hazel",
    "microsoft heera",
    "microsoft james",
    "microsoft linda",
    "microsoft mark",
    "microsoft ravi",
    "microsoft richard",
    "microsoft sean",
    "microsoft susan",
    "microsoft zira",
];

/// Parts of a name or address that makers give only to their good voices.
const NATURAL_PARTS: &[&str] = &["natural", "enhanced", "premium", "neural", "siri"];

/// How the voice of this name and address sounds.
pub fn sound_of(name: &str, uri: &str) -> Sound {
    let (name, uri) = (name.to_lowercase(), uri.to_lowercase());
    let has = |parts: &[&str]| {
        parts
            .iter()
            .any(|part| name.contains(part) || uri.contains(part))
    };
    // "Samantha (Enhanced)", "Eddy (English (US))", "Microsoft Zira - English (United States)".
    let bare = name
        .split(" - ")
        .next()
        .and_then(|name| name.split(" (").next())
        .map_or("", str::trim);
    // Where names are translated the address still has the first one: "com.apple.speech.synthesis.voice.Bells".
    let of_address = if uri.starts_with("com.apple.") {
        uri.rsplit('.').next().unwrap_or_default()
    } else {
        ""
    };
    let is = |names: &[&str]| names.contains(&bare) || names.contains(&of_address);
    if is(JOKES) {
        Sound::Joke
    } else if has(MACHINE_PARTS) || is(MACHINES) {
        Sound::Machine
    } else if has(NATURAL_PARTS) || is(NATURAL) {
        Sound::Natural
    } else {
        Sound::Unknown
    }
}

/// What decides which of two voices comes first: the smaller. A machine of one's own country comes after a person of
/// another; then the own country, then what is known to be natural, then the system's own choice.
pub fn place(
    sound: Sound,
    is_own_country: bool,
    is_system_choice: bool,
) -> (Sound, bool, bool, bool) {
    let kind = sound.max(Sound::Unknown);
    (
        kind,
        !is_own_country,
        sound != Sound::Natural,
        !is_system_choice,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_voice_is_taken_for_what_it_is() {
        for (name, uri, expected) in [
            (
                "Albert",
                "com.apple.speech.synthesis.voice.Albert",
                Sound::Joke,
            ),
            (
                "Bad News",
                "com.apple.speech.synthesis.voice.BadNews",
                Sound::Joke,
            ),
            (
                "Mauvaises nouvelles",
                "com.apple.speech.synthesis.voice.BadNews",
                Sound::Joke,
            ),
            (
                "Cloches",
                "com.apple.speech.synthesis.voice.Bells",
                Sound::Joke,
            ),
            ("Jester", "Jester", Sound::Joke),
            (
                "Organ",
                "com.apple.speech.synthesis.voice.Organ",
                Sound::Joke,
            ),
            ("Pipe Organ", "Pipe Organ", Sound::Joke),
            (
                "Good News (English (United States))",
                "urn:moz-tts:osx:good",
                Sound::Joke,
            ),
            ("Whisper", "Whisper", Sound::Joke),
            (
                "Zarvox",
                "com.apple.speech.synthesis.voice.Zarvox",
                Sound::Joke,
            ),
            (
                "Fred",
                "com.apple.speech.synthesis.voice.Fred",
                Sound::Machine,
            ),
            (
                "Eddy (English (US))",
                "com.apple.eloquence.en-US.Eddy",
                Sound::Machine,
            ),
            (
                "Grandma",
                "com.apple.eloquence.en-GB.Grandma",
                Sound::Machine,
            ),
            ("eSpeak English", "eSpeak English", Sound::Machine),
            (
                "English (America)+Andy",
                "urn:moz-tts:speechd:English espeak-ng",
                Sound::Machine,
            ),
            (
                "Samantha",
                "com.apple.voice.compact.en-US.Samantha",
                Sound::Natural,
            ),
            (
                "Samantha (Enhanced)",
                "com.apple.voice.enhanced.en-US.Samantha",
                Sound::Natural,
            ),
            (
                "Daniel (English (United Kingdom))",
                "Daniel",
                Sound::Natural,
            ),
            (
                "Microsoft Zira - English (United States)",
                "Microsoft Zira",
                Sound::Natural,
            ),
            (
                "Microsoft Aria Online (Natural) - English",
                "x",
                Sound::Natural,
            ),
            (
                "English United States",
                "English United States",
                Sound::Unknown,
            ),
            ("Google US English", "Google US English", Sound::Unknown),
            // A name that only begins like another is not that one.
            ("Bellsworth", "Bellsworth", Sound::Unknown),
            ("", "", Sound::Unknown),
        ] {
            assert_eq!(sound_of(name, uri), expected, "{name} {uri}");
        }
    }

    #[test]
    fn a_person_of_ones_own_country_speaks_first_and_a_joke_last() {
        // As Safari lists them: by name, and each "the system's own choice".
        let mut voices = [
            ("Albert", true, true),
            ("Bad News", true, true),
            ("Bells", true, true),
            ("Daniel", false, true),
            ("English", true, false),
            ("English of the system", true, true),
            ("Fred", true, true),
            ("Samantha", true, false),
        ];
        voices.sort_by_key(|(name, own, system)| place(sound_of(name, name), *own, *system));
        let names = voices.map(|(name, ..)| name);
        assert_eq!(
            names,
            [
                "Samantha",
                "English of the system",
                "English",
                "Daniel",
                "Fred",
                "Albert",
                "Bad News",
                "Bells",
            ]
        );
    }
}
