//! Which number to call for an ambulance, by region.
//!
//! A language tag tells which language a person reads, not where they are: the number drawn from it is a
//! first guess, shown with the country's name and a way to choose another.

/// The number where none is known: mobile phones on GSM networks pass it on.
pub const FALLBACK: &str = "112";

/// Regions (ISO 3166-1 alpha-2) with the number that brings an ambulance.
pub const NUMBERS: &[(&str, &str)] = &[
    ("AT", "112"),
    ("AU", "000"),
    ("BE", "112"),
    ("BG", "112"),
    ("BR", "192"),
    ("CA", "911"),
    ("CH", "144"),
    ("CN", "120"),
    ("CY", "112"),
    ("CZ", "112"),
    ("DE", "112"),
    ("DK", "112"),
    ("EE", "112"),
    ("ES", "112"),
    ("FI", "112"),
    ("FR", "112"),
    ("GB", "999"),
    ("GG", "999"),
    ("GR", "112"),
    ("HK", "999"),
    ("HR", "112"),
    ("HU", "112"),
    ("IE", "112"),
    ("IL", "101"),
    ("IM", "999"),
    ("IN", "112"),
    ("IS", "112"),
    ("IT", "112"),
    ("JE", "999"),
    ("JP", "119"),
    ("KR", "119"),
    ("LI", "144"),
    ("LT", "112"),
    ("LU", "112"),
    ("LV", "112"),
    ("MO", "999"),
    ("MT", "112"),
    ("MX", "911"),
    ("MY", "999"),
    ("NL", "112"),
    ("NO", "113"),
    ("NZ", "111"),
    ("PH", "911"),
    ("PL", "112"),
    ("PR", "911"),
    ("PT", "112"),
    ("RO", "112"),
    ("SE", "112"),
    ("SG", "995"),
    ("SI", "112"),
    ("SK", "112"),
    ("TH", "1669"),
    ("TR", "112"),
    ("TW", "119"),
    ("US", "911"),
    ("VN", "115"),
];

/// The number of a region, in either case of letters; [`FALLBACK`] where it is not in the table.
pub fn number_for(region: &str) -> &'static str {
    NUMBERS
        .iter()
        .find(|(known, _)| known.eq_ignore_ascii_case(region))
        .map_or(FALLBACK, |(_, number)| number)
}

/// The region that a language tag names: `en-GB` and `zh-Hant-TW` do, `de` does not.
pub fn region_of(language_tag: &str) -> Option<&str> {
    language_tag
        .split(['-', '_'])
        .skip(1)
        .take_while(|part| part.len() > 1)
        .find(|part| part.len() == 2 && part.chars().all(|letter| letter.is_ascii_alphabetic()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_region_is_found_wherever_it_stands_in_the_tag() {
        for (tag, region) in [
            ("en-GB", Some("GB")),
            ("en_us", Some("us")),
            ("zh-Hant-TW", Some("TW")),
            ("zh-cmn-Hans-CN", Some("CN")),
            ("ca-ES-valencia", Some("ES")),
            ("de", None),
            ("es-419", None),
            ("sl-rozaj", None),
            ("en-u-hc-h12", None),
            ("x-US", Some("US")),
            ("", None),
        ] {
            assert_eq!(region_of(tag), region, "{tag}");
        }
    }

    #[test]
    fn an_unknown_region_gets_the_number_that_mobile_phones_pass_on() {
        assert_eq!(number_for("XK"), FALLBACK);
        assert_eq!(number_for(""), FALLBACK);
    }

    #[test]
    fn the_numbers_of_the_evidence_are_in_the_table() {
        for (region, number) in [
            ("US", "911"),
            ("CA", "911"),
            ("GB", "999"),
            ("gb", "999"),
            ("DE", "112"),
            ("TW", "119"),
            ("JP", "119"),
            ("CN", "120"),
            ("AU", "000"),
            ("NZ", "111"),
        ] {
            assert_eq!(number_for(region), number, "{region}");
        }
    }

    #[test]
    fn regions_stand_once_and_in_order() {
        assert!(NUMBERS.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert!(NUMBERS.iter().all(|(region, number)| {
            region.len() == 2 && number.chars().all(|digit| digit.is_ascii_digit())
        }));
    }
}
