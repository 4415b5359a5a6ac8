//! The Flesch–Kincaid grade of a text: 0.39 × words per sentence + 11.8 × syllables per word − 15.59.
//!
//! Sentences end at `.`, `!` or `?` before a space or the end; a placeholder `{{ x }}` counts as a word of one
//! syllable; a number counts as it is spoken. Syllables are told by groups of vowels with the usual
//! exceptions of English, so a grade is right to about half a year.

/// What a text is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    pub sentences: usize,
    pub words: usize,
    pub syllables: usize,
}

impl Counts {
    pub fn of(text: &str) -> Self {
        let text = without_placeholders(text);
        let mut counts = Self {
            sentences: 0,
            words: 0,
            syllables: 0,
        };
        let mut open = false;
        for token in text.split_whitespace() {
            for word in words_of(token) {
                counts.words += 1;
                counts.syllables += syllables(word);
                open = true;
            }
            if open && ends_a_sentence(token) {
                counts.sentences += 1;
                open = false;
            }
        }
        counts.sentences += usize::from(open);
        counts
    }

    #[allow(clippy::cast_precision_loss)]
    pub fn grade(self) -> f64 {
        if self.words == 0 {
            return 0.0;
        }
        let (sentences, words, syllables) = (
            self.sentences as f64,
            self.words as f64,
            self.syllables as f64,
        );
        0.39 * words / sentences + 11.8 * syllables / words - 15.59
    }
}

pub fn syllables(word: &str) -> usize {
    let word = word.to_lowercase();
    if let Some(digits) = number_in(&word) {
        return digits;
    }
    // A possessive adds a syllable only after a hissing sound, which none of our words has.
    let word: String = word
        .trim_end_matches("'s")
        .trim_end_matches("’s")
        .chars()
        .filter(char::is_ascii_alphabetic)
        .collect();
    if let Some((_, count)) = EXCEPTIONS.iter().find(|(known, _)| *known == word) {
        return *count;
    }
    let (root, ending) = without_ending(&word);
    (groups_of_vowels(stem(root)) + groups_of_vowels(ending)).max(1)
}

/// Words whose spelling misleads the rule.
const EXCEPTIONS: &[(&str, usize)] = &[
    ("area", 3),
    ("creature", 2),
    ("idea", 3),
    ("ideas", 3),
    ("people", 2),
    ("science", 2),
    ("something", 2),
    ("sometimes", 2),
    ("someone", 2),
    ("somewhere", 2),
    ("everyone", 3),
];

fn without_placeholders(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{{") {
        plain.push_str(before);
        plain.push('x');
        rest = after.split_once("}}").map_or("", |(_, after)| after);
    }
    plain + rest
}

/// Hyphens and dashes part words; what has neither letter nor digit is no word.
fn words_of(token: &str) -> impl Iterator<Item = &str> {
    token
        .split(['-', '–', '—', '/'])
        .filter(|part| part.chars().any(char::is_alphanumeric))
}

fn ends_a_sentence(token: &str) -> bool {
    token
        .trim_end_matches(['"', '”', '’', ')'])
        .ends_with(['.', '!', '?'])
}

/// Parts `safely` into `safe` and `ly`, so that the silent letter stands at an end again.
fn without_ending(word: &str) -> (&str, &str) {
    ["ly", "ment", "ments", "less", "ful", "ness"]
        .into_iter()
        .filter_map(|ending| word.strip_suffix(ending).map(|root| (root, ending)))
        .find(|(root, _)| groups_of_vowels(root) > 0)
        .unwrap_or((word, ""))
}

/// The word without an ending that is written but not spoken.
fn stem(word: &str) -> &str {
    let silent_before = |end: &str, spoken: &[&str]| {
        word.strip_suffix(end)
            .filter(|stem| groups_of_vowels(stem) > 0)
            .filter(|stem| !spoken.iter().any(|sound| stem.ends_with(sound)))
    };
    let after_consonant_l = |stem: &str| {
        let mut last = stem.chars().rev();
        last.next() == Some('l') && last.next().is_some_and(|letter| !is_vowel(letter))
    };
    if let Some(stem) = silent_before("es", &["s", "x", "z", "ch", "sh", "c", "g", "i"]) {
        return if after_consonant_l(stem) { word } else { stem };
    }
    if let Some(stem) = silent_before("ed", &["t", "d"]) {
        return if after_consonant_l(stem) { word } else { stem };
    }
    if let Some(stem) = silent_before("e", &[]) {
        return if after_consonant_l(stem) { word } else { stem };
    }
    word
}

fn groups_of_vowels(word: &str) -> usize {
    let letters: Vec<char> = word.chars().collect();
    let mut count = 0;
    let mut before = None;
    for (at, letter) in letters.iter().copied().enumerate() {
        if is_vowel(letter) {
            let (parts, starts) = match before {
                Some(vowel) if is_vowel(vowel) => (splits(&letters, at), false),
                _ => (false, true),
            };
            count += usize::from(starts || parts);
        }
        before = Some(letter);
    }
    count + usize::from(word.ends_with("sm") || word.ends_with("thm"))
}

/// Whether the vowel at this place begins a syllable of its own although a vowel stands before it.
fn splits(letters: &[char], at: usize) -> bool {
    let pair = (letters[at - 1], letters[at]);
    let earlier = at.checked_sub(2).map(|place| letters[place]);
    let next = letters.get(at + 1).copied();
    match pair {
        ('i', 'a') => {
            !(matches!(earlier, Some('c' | 't' | 's')) && matches!(next, Some('l' | 'n')))
        }
        ('i', 'o') => {
            !(matches!(earlier, Some('t' | 's' | 'c' | 'g' | 'x'))
                && matches!(next, Some('n' | 'u')))
        }
        ('e' | 'u', 'o') | ('i', 'u') | ('y', 'i') => true,
        ('i', 'e') => next == Some('t'),
        ('u', 'a') => !matches!(earlier, Some('q' | 'g')),
        ('a' | 'e' | 'o' | 'u', 'i') => {
            next == Some('n')
                && letters.get(at + 2) == Some(&'g')
                && !matches!(earlier, Some('q' | 'g'))
        }
        ('u', 'e') => next == Some('n') && !matches!(earlier, Some('q' | 'g')),
        _ => false,
    }
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

/// The syllables of a number as it is spoken, with the letters around it spelt out: `150`, `1.5`, `BL23`.
fn number_in(word: &str) -> Option<usize> {
    if !word.chars().any(|letter| letter.is_ascii_digit()) {
        return None;
    }
    let letters = word.chars().filter(char::is_ascii_alphabetic).count();
    let point = word
        .trim_matches(|letter: char| !letter.is_ascii_digit())
        .matches('.')
        .count();
    let spoken: usize = word
        .split(|letter: char| !letter.is_ascii_digit())
        .filter_map(|digits| digits.parse().ok())
        .map(spoken)
        .sum();
    Some(letters + point + spoken)
}

fn spoken(number: usize) -> usize {
    const SMALL: [usize; 20] = [2, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 3, 1, 2, 2, 2, 2, 3, 2, 2];
    let tens = |number: usize| {
        if let Some(small) = SMALL.get(number) {
            return *small;
        }
        let ten = if number / 10 == 7 { 3 } else { 2 };
        let one = if number.is_multiple_of(10) {
            0
        } else {
            SMALL[number % 10]
        };
        ten + one
    };
    match number {
        0..=99 => tens(number),
        100..=999 if number.is_multiple_of(100) => SMALL[number / 100] + 2,
        100..=999 => SMALL[number / 100] + 2 + tens(number % 100),
        _ => number.to_string().len(),
    }
}

mod tests {
    use super::{Counts, syllables};

    #[test]
    #[rustfmt::skip]
    fn syllables_of_known_words() {
        for (word, count) in [
            ("the", 1), ("bone", 1), ("heels", 1), ("moved", 1), ("rested", 2), ("needed", 2),
            ("little", 2), ("muscles", 2), ("handled", 2), ("rises", 2), ("comes", 1), ("bones", 1),
            ("exercise", 3), ("exercises", 4), ("osteoporosis", 6), ("physiotherapist", 6),
            ("medicine", 3), ("operation", 4), ("traditional", 4), ("spine", 1), ("easy", 2),
            ("easily", 3), ("slowly", 2), ("balance", 2), ("stroke", 1), ("breathe", 1),
            ("breathing", 2), ("dizzy", 2), ("being", 2), ("doing", 2), ("doctor’s", 2),
            ("emergency", 4), ("idea", 3), ("quiet", 2), ("safely", 2), ("movement", 2),
            ("cause", 1), ("science", 2), ("bruise", 1), ("people", 2), ("seated", 2), ("knee", 1),
            ("studies", 2), ("chinese", 2), ("sixty", 2), ("usual", 3), ("question", 2), ("eye", 1),
            ("area", 3), ("diagnosis", 4), ("said", 1), ("ankle", 2), ("fractures", 2),
            ("clinician", 3), ("brisk", 1), ("styles", 1), ("gentle", 2), ("lower", 2), ("50", 2),
            ("112", 4), ("1.5", 3), ("BL23", 5), ("75", 4), ("0", 2), ("300", 3),
        ] {
            assert_eq!(syllables(word), count, "{word}");
        }
    }

    #[test]
    fn grades_of_known_sentences() {
        for (text, words, syllables, grade) in [
            ("The cat sat on the mat.", 6, 6, -1.45),
            (
                "This sentence, taken as a reading passage unto itself, is being used to prove a point.",
                16,
                23,
                7.61,
            ),
            (
                "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.",
                13,
                26,
                13.08,
            ),
        ] {
            let counts = Counts::of(text);
            assert_eq!(
                counts,
                Counts {
                    sentences: 1,
                    words,
                    syllables
                },
                "{text}"
            );
            assert!(
                (counts.grade() - grade).abs() < 0.01,
                "{text}: {}",
                counts.grade()
            );
        }
    }

    #[test]
    fn a_point_inside_a_number_ends_no_sentence_and_a_quotation_mark_hides_none() {
        assert_eq!(
            Counts::of("It is 0.8 in. He said: “Stop.” Go on").sentences,
            3
        );
        assert_eq!(Counts::of("Call {{ number }} now.").words, 3);
        assert_eq!(Counts::of("Half-way – there").words, 3);
        assert_eq!(Counts::of("").sentences, 0);
    }
}
