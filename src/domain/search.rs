//! Finding pages by words as people type them: half a word, another form or spelling of it, another name for the
//! same, or a slip of the finger.
//!
//! It knows nothing of a language but how its words are spaced: two words are alike when they are of one family, when
//! one begins the other, when they share a long beginning, or when few letters differ. Which words say little, how a
//! language ends and spells its words, and what has several names is given in by the caller ([`Language`]).
//! Invariant: the same words and pages always give the same order.

use super::spelling::plain;

/// A page as it is searched.
#[derive(Debug, Clone, Default)]
pub struct Page<'a> {
    /// Its title.
    pub title: &'a str,
    /// What people may call it: words and short phrases, with commas between.
    pub keywords: &'a str,
    /// What it says.
    pub body: Vec<&'a str>,
}

/// What is peculiar to a language, as lists with commas between.
#[derive(Debug, Clone, Copy, Default)]
pub struct Language<'a> {
    /// Words that say little: `a, the, my`.
    pub filler: &'a str,
    /// Endings that make another form of a word: `ness, ing, s`. The first that fits is taken off, at most twice.
    pub endings: &'a str,
    /// Spellings that stand for each other: `our or, ae e`.
    pub spellings: &'a str,
    /// Names for the same, one group behind the other with semicolons between: `steroids, prednisone; soy, soybean`.
    pub same: &'a str,
}

/// Pages made ready to be searched.
#[derive(Debug, Clone)]
pub struct Index {
    words: Vec<Known>,
    phrases: Vec<(usize, Vec<Word>)>,
    filler: Vec<String>,
    endings: Vec<String>,
    spellings: Vec<(String, String)>,
    pages: usize,
}

/// A word with what all of its family share.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Word {
    word: String,
    stem: String,
}

#[derive(Debug, Clone)]
struct Known {
    word: Word,
    page: usize,
    weight: u32,
}

/// What a word in a title or among the keywords counts against one in the text.
const NAMED: u32 = 4;
/// How alike two words are at best.
const SAME: u32 = 10;
/// How alike two words of one family are: weak and weakness, fibre and fiber.
const FAMILY: u32 = 9;
/// How alike they have to be for a phrase to count as said.
const ALIKE: u32 = 5;
/// The most pages that are shown.
const MOST: usize = 8;

impl Index {
    /// Takes in the pages, and what is peculiar to their language.
    pub fn new(pages: &[Page], language: &Language) -> Self {
        let spellings = language.spellings.split(',').filter_map(|pair| {
            let (one, other) = pair.trim().split_once(' ')?;
            Some((one.to_owned(), other.to_owned()))
        });
        let mut index = Self {
            words: Vec::new(),
            phrases: Vec::new(),
            filler: words(language.filler),
            endings: words(language.endings),
            spellings: spellings.collect(),
            pages: pages.len(),
        };
        for (at, page) in pages.iter().enumerate() {
            index.take(at, page.title, NAMED);
            for phrase in page.keywords.split(',') {
                index.take(at, phrase, NAMED);
                let phrase = index.telling(phrase);
                if phrase.len() > 1 {
                    index.phrases.push((at, phrase));
                }
            }
            for text in &page.body {
                index.take(at, text, 1);
            }
        }
        for group in language.same.split(';') {
            let names = index.telling(group);
            index.take_names(&names);
        }
        index
    }

    /// The pages that fit best, by their place in the list that was taken in; the best first.
    pub fn find(&self, query: &str) -> Vec<usize> {
        let asked = self.telling(query);
        let mut scores = vec![0; self.pages];
        for word in &asked {
            // Where a word is known as it stands, others that only look like it are not meant: backup is not back.
            let is_known = self.words.iter().any(|known| known.word.stem == word.stem);
            let mut best = vec![0; self.pages];
            for known in &self.words {
                let alike = likeness(word, &known.word);
                let meant = alike >= FAMILY || !is_known || known.word.word.starts_with(&word.word);
                let score = alike * known.weight;
                if meant && score > best[known.page] {
                    best[known.page] = score;
                }
            }
            // A word that few pages know says more.
            let top = best.iter().copied().max().unwrap_or(0);
            let hits = best.iter().filter(|score| **score * 2 > top).count();
            let hits = u32::try_from(hits).unwrap_or(u32::MAX);
            for (score, of_word) in scores.iter_mut().zip(best) {
                *score += of_word * 24 / (hits + 3);
            }
        }
        for (page, phrase) in &self.phrases {
            let said = phrase
                .iter()
                .all(|word| asked.iter().any(|one| likeness(one, word) >= ALIKE));
            if said {
                scores[*page] += 60 * u32::try_from(phrase.len()).unwrap_or(1);
            }
        }
        let top = scores.iter().copied().max().unwrap_or(0);
        // One after the other: a sort would be a larger program than all of this.
        let mut found = Vec::new();
        while let Some(best) = scores.iter().copied().max()
            && best > 0
            && best * 5 >= top
            && found.len() < MOST
        {
            let at = scores.iter().position(|score| *score == best).unwrap_or(0);
            scores[at] = 0;
            found.push(at);
        }
        found
    }

    fn take(&mut self, page: usize, text: &str, weight: u32) {
        for word in self.telling(text) {
            self.take_word(page, word, weight);
        }
    }

    fn take_word(&mut self, page: usize, word: Word, weight: u32) {
        let here = self
            .words
            .iter_mut()
            .rev()
            .take_while(|known| known.page == page)
            .find(|known| known.word.word == word.word);
        match here {
            Some(known) => known.weight = known.weight.max(weight),
            None => self.words.push(Known { word, page, weight }),
        }
    }

    /// A page that knows one of these names knows them all.
    fn take_names(&mut self, names: &[Word]) {
        for page in 0..self.pages {
            let here = |known: &&Known| {
                known.page == page && names.iter().any(|name| name.stem == known.word.stem)
            };
            let weight = self.words.iter().filter(here).map(|known| known.weight);
            if let Some(weight) = weight.max() {
                for name in names {
                    self.take_word(page, name.clone(), weight);
                }
            }
        }
    }

    /// The words of a text without those that say little; all of them, if nothing else is left.
    fn telling(&self, text: &str) -> Vec<Word> {
        let all = words(text);
        let telling: Vec<&String> = all
            .iter()
            .filter(|word| !self.filler.contains(word))
            .collect();
        let telling = if telling.is_empty() {
            all.iter().collect()
        } else {
            telling
        };
        telling.into_iter().map(|word| self.word(word)).collect()
    }

    /// A word with its family: one spelling of several, without its endings, and no letter twice running (which is
    /// the commonest slip of all). What is left has three letters and a vowel, else the ending belongs to the word.
    fn word(&self, word: &str) -> Word {
        let mut stem = word.to_owned();
        for (one, other) in &self.spellings {
            if stem.contains(one.as_str()) {
                stem = stem.replace(one.as_str(), other);
            }
        }
        for _ in 0..2 {
            let shorter = self.endings.iter().find_map(|ending| {
                let rest = stem.strip_suffix(ending.as_str())?;
                // Stress is no plural.
                let doubled = rest.chars().last() == ending.chars().next();
                let is_word = rest.len() >= 3 && rest.contains(['a', 'e', 'i', 'o', 'u', 'y']);
                (is_word && !doubled).then_some(rest)
            });
            match shorter {
                Some(shorter) => stem = shorter.to_owned(),
                None => break,
            }
        }
        let mut last = ' ';
        if stem.len() > 3 {
            stem.retain(|letter| std::mem::replace(&mut last, letter) != letter);
        }
        // Dizzy and dizzi(ness), tingle and tingl(ing).
        let bare = stem.trim_end_matches(['e', 'i', 'y']);
        if bare.len() >= 3 {
            stem.truncate(bare.len());
        }
        Word {
            word: word.to_owned(),
            stem,
        }
    }
}

/// The words of a text as they are compared.
fn words(text: &str) -> Vec<String> {
    let text = plain(text);
    let words = text.split(' ').filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

/// How alike a word that was asked for is to one that is known, from 0 to [`SAME`].
fn likeness(asked: &Word, known: &Word) -> u32 {
    if asked.word == known.word {
        return SAME;
    }
    if asked.stem == known.stem {
        return FAMILY;
    }
    let letters = |word: &Word| word.word.chars().collect::<Vec<char>>();
    let (one, other) = (letters(asked), letters(known));
    let shared = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let (rest, rest_known) = (one.len() - shared, other.len() - shared);
    // Half a word while it is being typed; then another form of it: hurt, hurts; tingle, tingling.
    if rest == 0 && shared >= 3 {
        return if rest_known <= 2 { 8 } else { 6 };
    }
    if (rest_known == 0 && shared >= 4 && rest <= 3)
        || (shared >= 5 && rest <= 3 && rest_known <= 3)
    {
        return 7;
    }
    let slips = match one.len() {
        0..=3 => return 0,
        4..=7 => 1,
        _ => 2,
    };
    match distance(&one, &other, slips) {
        Some(1) if one.len() > 4 => 6,
        Some(1) => 4,
        Some(_) => 5,
        None => 0,
    }
}

/// How many letters have to be changed, added, left out or swapped with their neighbour, if not more than `most`.
fn distance(one: &[char], other: &[char], most: usize) -> Option<usize> {
    if one.len().abs_diff(other.len()) > most {
        return None;
    }
    let width = other.len() + 1;
    let mut before: Vec<usize> = vec![0; width];
    let mut above: Vec<usize> = (0..width).collect();
    for i in 1..=one.len() {
        let mut row = vec![i; width];
        for j in 1..width {
            let differs = usize::from(one[i - 1] != other[j - 1]);
            let mut fewest = (above[j] + 1)
                .min(row[j - 1] + 1)
                .min(above[j - 1] + differs);
            let swapped =
                i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
            if swapped {
                fewest = fewest.min(before[j - 2] + 1);
            }
            row[j] = fewest;
        }
        before = std::mem::replace(&mut above, row);
    }
    Some(above[width - 1]).filter(|slips| *slips <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_counted_as_a_finger_makes_them() {
        for (one, other, slips) in [
            ("stroke", "stroke", Some(0)),
            ("stroek", "stroke", Some(1)),
            ("strok", "stroke", Some(1)),
            ("sttroke", "stroke", Some(1)),
            ("strake", "stroke", Some(1)),
            ("strekk", "stroke", Some(2)),
            ("spine", "stroke", None),
        ] {
            let letters = |word: &str| word.chars().collect::<Vec<char>>();
            assert_eq!(distance(&letters(one), &letters(other), 2), slips, "{one}");
        }
    }

    fn english() -> Language<'static> {
        Language {
            filler: "a, the",
            endings: "ness, ing, s",
            spellings: "our or",
            same: "tea, infusion",
        }
    }

    fn word(word: &str) -> Word {
        Index::new(&[], &english()).word(word)
    }

    #[test]
    fn a_family_is_one_whatever_its_ending_and_spelling() {
        for (one, other, kin) in [
            ("dizziness", "dizzy", true),
            ("weakness", "weak", true),
            ("tingling", "tingle", true),
            ("colours", "color", true),
            ("sessame", "sesame", true),
            ("stress", "stre", false),
            ("spring", "sprout", false),
            ("hip", "hop", false),
            ("sing", "s", false),
        ] {
            assert_eq!(
                word(one).stem == word(other).stem,
                kin,
                "{one}, {other}: {:?}, {:?}",
                word(one),
                word(other)
            );
        }
    }

    #[test]
    fn words_are_alike_by_their_beginning_or_by_few_slips_and_short_ones_only_when_the_same() {
        for (asked, known, alike) in [
            ("hurts", "hurt", true),
            ("tingling", "tingle", true),
            ("osteo", "osteoporosis", true),
            ("vertabra", "vertebra", true),
            ("legs", "leg", true),
            ("hip", "hop", false),
            ("pain", "spine", false),
            ("calm", "calcium", false),
            ("powder", "power", true), // one letter apart: shown, but behind the same word
            ("", "hip", false),
        ] {
            assert_eq!(
                likeness(&word(asked), &word(known)) > 0,
                alike,
                "{asked}, {known}"
            );
        }
        let powder = word("powder");
        assert!(likeness(&powder, &powder) > likeness(&powder, &word("power")));
    }

    #[test]
    fn titles_go_before_text_and_phrases_before_single_words() {
        let page = |title, keywords, body| Page {
            title,
            keywords,
            body: vec![body],
        };
        let pages = [
            page("Chest", "breath", "The ribs."),
            page("Help", "chest pain, stroke", ""),
            page("Food", "", "A chest of tea."),
        ];
        let index = Index::new(&pages, &english());
        assert_eq!(index.find("chest"), [0, 1, 2]);
        assert_eq!(index.find("the chest pain")[0], 1);
        assert_eq!(index.find("tea"), [2]);
        assert_eq!(index.find("infusion"), [2]);
        assert_eq!(index.find("  "), [0; 0]);
        assert_eq!(index.find("xylophone"), [0; 0]);
    }
}
