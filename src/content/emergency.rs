//! Which number to call for an ambulance, by region.
//!
//! A language tag tells which language a person reads, and the clock's time zone where the device thinks it is. Each
//! is a guess: where they name different numbers both are shown, with their countries, until the person has chosen one.

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

/// Where the clocks of a time zone are read: regions of [`NUMBERS`] with the last parts of their zones' names, old ones
/// too, because browsers still tell them ("Asia/Calcutta").
const CLOCKS: &[(&str, &str)] = &[
    ("AT", "Vienna"),
    (
        "AU",
        "Adelaide Brisbane Broken_Hill Canberra Currie Darwin Eucla Hobart Lindeman Lord_Howe Macquarie Melbourne Perth Sydney",
    ),
    ("BE", "Brussels"),
    ("BG", "Sofia"),
    (
        "BR",
        "Araguaina Bahia Belem Boa_Vista Campo_Grande Cuiaba Eirunepe Fortaleza Maceio Manaus Noronha Porto_Velho Recife Rio_Branco Santarem Sao_Paulo",
    ),
    (
        "CA",
        "Atikokan Blanc-Sablon Cambridge_Bay Coral_Harbour Creston Dawson Dawson_Creek Edmonton Fort_Nelson Glace_Bay Goose_Bay Halifax Inuvik Iqaluit Moncton Montreal Nipigon Pangnirtung Rainy_River Rankin_Inlet Regina Resolute St_Johns Swift_Current Thunder_Bay Toronto Vancouver Whitehorse Winnipeg Yellowknife",
    ),
    ("CH", "Zurich"),
    ("CN", "Chongqing Harbin Kashgar Shanghai Urumqi"),
    ("CY", "Famagusta Nicosia"),
    ("CZ", "Prague"),
    ("DE", "Berlin Busingen"),
    ("DK", "Copenhagen"),
    ("EE", "Tallinn"),
    ("ES", "Canary Ceuta Madrid"),
    ("FI", "Helsinki Mariehamn"),
    ("FR", "Paris"),
    ("GB", "Belfast London"),
    ("GG", "Guernsey"),
    ("GR", "Athens"),
    ("HK", "Hong_Kong"),
    ("HR", "Zagreb"),
    ("HU", "Budapest"),
    ("IE", "Dublin"),
    ("IL", "Jerusalem"),
    ("IM", "Isle_of_Man"),
    ("IN", "Calcutta Kolkata"),
    ("IS", "Reykjavik"),
    ("IT", "Rome"),
    ("JE", "Jersey"),
    ("JP", "Tokyo"),
    ("KR", "Seoul"),
    ("LI", "Vaduz"),
    ("LT", "Vilnius"),
    ("LU", "Luxembourg"),
    ("LV", "Riga"),
    ("MO", "Macau"),
    ("MT", "Malta"),
    (
        "MX",
        "Bahia_Banderas Cancun Chihuahua Ciudad_Juarez Hermosillo Matamoros Mazatlan Merida Mexico_City Monterrey Ojinaga Tijuana",
    ),
    ("MY", "Kuala_Lumpur Kuching"),
    ("NL", "Amsterdam"),
    ("NO", "Longyearbyen Oslo"),
    ("NZ", "Auckland Chatham"),
    ("PH", "Manila"),
    ("PL", "Warsaw"),
    ("PR", "Puerto_Rico"),
    ("PT", "Azores Lisbon Madeira"),
    ("RO", "Bucharest"),
    ("SE", "Stockholm"),
    ("SG", "Singapore"),
    ("SI", "Ljubljana"),
    ("SK", "Bratislava"),
    ("TH", "Bangkok"),
    ("TR", "Istanbul"),
    ("TW", "Taipei"),
    (
        "US",
        "Adak Anchorage Beulah Boise Center Chicago Denver Detroit Fort_Wayne Honolulu Indianapolis Juneau Knox Los_Angeles Louisville Marengo Menominee Metlakatla Monticello New_Salem New_York Nome Petersburg Phoenix Sitka Tell_City Vevay Vincennes Winamac Yakutat",
    ),
    ("VN", "Ho_Chi_Minh Saigon"),
];

/// A country with its number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// Its two letters in capitals; empty where it is not known.
    pub region: String,
    /// The number.
    pub number: &'static str,
}

impl Call {
    fn of(region: &str) -> Self {
        Self {
            region: region.to_ascii_uppercase(),
            number: number_for(region),
        }
    }
}

/// Which numbers are shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calls {
    /// The number, or where there are two, that of the country whose time the clock shows.
    pub first: Call,
    /// What the language says, where it names another number than the clock and the person has not chosen.
    pub language: Option<Call>,
}

/// The numbers to show. A country that was chosen always wins.
pub fn calls(chosen: Option<&str>, language_tag: Option<&str>, zone: Option<&str>) -> Calls {
    let alone = |region: &str| Calls {
        first: Call::of(region),
        language: None,
    };
    if let Some(chosen) = chosen {
        return alone(chosen);
    }
    let language = language_tag.and_then(region_of);
    let Some(clock) = zone.and_then(region_of_zone) else {
        return alone(language.unwrap_or_default());
    };
    let first = Call::of(clock);
    let language = language
        .map(Call::of)
        .filter(|language| language.number != first.number);
    Calls { first, language }
}

/// Whether a person is in a region: they chose it, or the language says so and the clock does not say otherwise.
pub fn is_surely_in(
    region: &str,
    chosen: Option<&str>,
    language_tag: Option<&str>,
    zone: Option<&str>,
) -> bool {
    let is = |other: &str| other.eq_ignore_ascii_case(region);
    chosen.map_or_else(
        || {
            language_tag.and_then(region_of).is_some_and(is)
                && zone.and_then(region_of_zone).is_none_or(is)
        },
        is,
    )
}

/// The region where a time zone's clocks are read: `""` for a place that is not in the table, `None` where the zone names
/// no place.
fn region_of_zone(zone: &str) -> Option<&'static str> {
    let (area, city) = zone.rsplit_once('/')?;
    if area == "Etc" {
        return None;
    }
    let known = CLOCKS
        .iter()
        .find(|(_, cities)| cities.split(' ').any(|one| one == city));
    Some(known.map_or("", |(region, _)| region))
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

    /// Language, time zone, and the numbers that are shown: the clock's first.
    #[test]
    fn where_language_and_clock_disagree_both_numbers_are_shown() {
        let one = |region, number| (region, number, None);
        let two =
            |region, number, other, other_number| (region, number, Some((other, other_number)));
        for (tag, zone, (region, number, other)) in [
            // The pairs of report 19.
            ("en-US", "America/New_York", one("US", "911")),
            ("en-US", "America/Indiana/Knox", one("US", "911")),
            ("en-US", "Europe/Berlin", two("DE", "112", "US", "911")),
            ("en-US", "Asia/Shanghai", two("CN", "120", "US", "911")),
            ("en-US", "Asia/Tokyo", two("JP", "119", "US", "911")),
            ("en-US", "Australia/Sydney", two("AU", "000", "US", "911")),
            ("en-US", "Asia/Kolkata", two("IN", "112", "US", "911")),
            ("en-US", "Asia/Calcutta", two("IN", "112", "US", "911")),
            ("en-US", "Asia/Taipei", two("TW", "119", "US", "911")),
            ("zh-CN", "America/New_York", two("US", "911", "CN", "120")),
            ("zh-Hans-CN", "Asia/Shanghai", one("CN", "120")),
            ("zh-Hant-TW", "Asia/Taipei", one("TW", "119")),
            ("en-GB", "Europe/Madrid", two("ES", "112", "GB", "999")),
            ("en-GB", "Europe/London", one("GB", "999")),
            ("en-AU", "Australia/Perth", one("AU", "000")),
            ("en-NZ", "Pacific/Auckland", one("NZ", "111")),
            ("ja-JP", "Asia/Tokyo", one("JP", "119")),
            ("de-DE", "Europe/Vienna", one("AT", "112")),
            ("de-CH", "Europe/Zurich", one("CH", "144")),
            ("de-DE", "Europe/Zurich", two("CH", "144", "DE", "112")),
            ("fr-CA", "America/Toronto", one("CA", "911")),
            ("en-CA", "America/Chicago", one("US", "911")),
            ("es-MX", "America/Tijuana", one("MX", "911")),
            ("pt-BR", "America/Sao_Paulo", one("BR", "192")),
            ("pt-BR", "Europe/Lisbon", two("PT", "112", "BR", "192")),
            ("en-IN", "Asia/Kolkata", one("IN", "112")),
            // A language without a country leaves it to the clock.
            ("en", "Asia/Tokyo", one("JP", "119")),
            ("es-419", "Europe/Madrid", one("ES", "112")),
            ("de", "", one("", "112")),
            // A place that is not in the table: 112, and what the language says.
            ("en-US", "Africa/Nairobi", two("", "112", "US", "911")),
            ("de-DE", "Africa/Nairobi", one("", "112")),
            // A clock that names no place.
            ("en-US", "UTC", one("US", "911")),
            ("en-US", "Etc/GMT+5", one("US", "911")),
            ("en-US", "", one("US", "911")),
            ("en-ZA", "UTC", one("ZA", "112")),
            ("", "", one("", "112")),
        ] {
            let found = calls(None, Some(tag), Some(zone));
            let call = |region: &str, number| Call {
                region: region.to_owned(),
                number,
            };
            let shown = Calls {
                first: call(region, number),
                language: other.map(|(region, number)| call(region, number)),
            };
            assert_eq!(found, shown, "{tag} in {zone}");
            for chosen in ["GB", "JP", ""] {
                let found = calls(Some(chosen), Some(tag), Some(zone));
                let shown = Calls {
                    first: call(chosen, number_for(chosen)),
                    language: None,
                };
                assert_eq!(found, shown, "{chosen} chosen, {tag} in {zone}");
            }
        }
        assert_eq!(calls(None, None, None).first.number, FALLBACK);
    }

    #[test]
    fn feet_are_for_those_who_are_surely_in_the_united_states() {
        for (chosen, tag, zone, surely) in [
            (None, "en-US", "America/Chicago", true),
            (None, "en-US", "UTC", true),
            (None, "en-us", "", true),
            (None, "en-US", "Europe/Berlin", false),
            (None, "en-US", "Africa/Nairobi", false),
            (None, "en-CA", "America/Chicago", false),
            (None, "zh-CN", "America/New_York", false),
            (Some("US"), "zh-CN", "Asia/Tokyo", true),
            (Some("DE"), "en-US", "America/Chicago", false),
            (Some(""), "en-US", "America/Chicago", false),
        ] {
            let found = is_surely_in("US", chosen, Some(tag), Some(zone));
            assert_eq!(found, surely, "{chosen:?} {tag} {zone}");
        }
    }

    #[test]
    fn each_clock_belongs_to_one_region_of_the_table() {
        let regions: Vec<&str> = CLOCKS.iter().map(|(region, _)| *region).collect();
        let known: Vec<&str> = NUMBERS.iter().map(|(region, _)| *region).collect();
        assert_eq!(regions, known);
        let mut cities: Vec<&str> = CLOCKS
            .iter()
            .flat_map(|(_, cities)| cities.split(' '))
            .collect();
        cities.sort_unstable();
        assert!(cities.windows(2).all(|pair| pair[0] != pair[1]));
    }

    #[test]
    fn regions_stand_once_and_in_order() {
        assert!(NUMBERS.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert!(NUMBERS.iter().all(|(region, number)| {
            region.len() == 2 && number.chars().all(|digit| digit.is_ascii_digit())
        }));
    }
}
