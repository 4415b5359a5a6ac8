//! Text as it is compared, and finding a name by a part of it: case, accents, hyphens and the order of words do not
//! matter.

/// Whether every word of `query` stands somewhere in `text`. An empty query finds everything.
pub fn finds(text: &str, query: &str) -> bool {
    let text = plain(text);
    plain(query).split(' ').all(|word| text.contains(word))
}

/// Lower case, without accents; whatever is neither letter nor digit parts words.
pub fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        match letter {
            'à'..='å' | 'ā' | 'ă' | 'ą' => plain.push('a'),
            'æ' => plain.push_str("ae"),
            'ç' | 'ć' | 'č' => plain.push('c'),
            'è'..='ë' | 'ē' | 'ę' | 'ě' => plain.push('e'),
            'ì'..='ï' | 'ī' => plain.push('i'),
            'ñ' | 'ń' | 'ň' => plain.push('n'),
            'ò'..='ö' | 'ø' | 'ō' => plain.push('o'),
            'œ' => plain.push_str("oe"),
            'ß' => plain.push_str("ss"),
            'ù'..='ü' | 'ū' => plain.push('u'),
            'ý' | 'ÿ' => plain.push('y'),
            // Written as letter and accent apart, as some keyboards do.
            '\u{300}'..='\u{36f}' | '\'' | '’' => {}
            'ａ'..='ｚ' => plain.extend(char::from_u32(letter as u32 - 'ａ' as u32 + 'a' as u32)),
            _ if letter.is_alphanumeric() => plain.push(letter),
            _ if plain.ends_with(' ') || plain.is_empty() => {}
            _ => plain.push(' '),
        }
    }
    plain.truncate(plain.trim_end().len());
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_hyphens_and_order_do_not_matter() {
        for (query, found) in [
            ("", true),
            ("   ", true),
            ("BOK", true),
            ("bók  chöy", true),
            ("bo\u{301}k", true),
            ("pak-choi", true),
            ("choi, pak", true),
            ("ｂｏｋ", true),
            ("cooked bok", true),
            ("boc", false),
            ("bok milk", false),
        ] {
            assert_eq!(
                finds("Bok choy (pak choi), cooked", query),
                found,
                "{query}"
            );
        }
        assert!(finds("Crème fraîche", "creme fraiche"));
        assert!(finds("Creme fraiche", "crème FRAÎCHE"));
    }
}
