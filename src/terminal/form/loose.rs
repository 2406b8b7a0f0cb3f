//! Values typed loosely and shown strictly: «1.3» is 01.03.2026, «т» is today.

use chrono::{Datelike, Days, NaiveDate, TimeDelta};

use super::Trouble;

/// How a date is shown and printed on paper.
const DATE: &str = "%d.%m.%Y";
/// Days called by a word, and how far they lie from today; `n` and `е` are `т` and `t` in the other layout.
const WORDS: [(&[&str], i64); 4] = [
    (&["т", "t", "n", "е", "сегодня", "today"], 0),
    (&["вчера", "yesterday"], -1),
    (&["позавчера"], -2),
    (&["завтра", "tomorrow"], 1),
];
/// Years a date of an appeal, a contract or a birth can have.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;
/// A date without a year that lies further ahead than this was meant in the year before.
const FAR_AHEAD: Days = Days::new(183);

/// The date that was meant, if it is one.
///
/// `т`, `t` (also typed in the other layout) are today, «вчера» and «завтра» what they say; `+3`, `-1` days from today; `5` the fifth
/// of this month; `1.3`, `1/3`, `1,3`, `1 3`, `0103` without a year are of this year, or of the one
/// before where that is nearer than half a year ahead; `1.3.26`, `010326`, `01032026` and
/// `2026-03-01` are what they say.
#[must_use]
pub fn date(typed: &str, today: NaiveDate) -> Option<NaiveDate> {
    let typed = typed.trim().to_lowercase();
    if let Some((_, days)) = WORDS.iter().find(|(words, _)| words.contains(&typed.as_str())) {
        return today.checked_add_signed(TimeDelta::days(*days)).and_then(sane);
    }
    if let Some(days) = typed.strip_prefix('+') {
        return today.checked_add_days(Days::new(number(days).ok()?.into())).and_then(sane);
    }
    if let Some(days) = typed.strip_prefix(['-', '−', '–']) {
        return today.checked_sub_days(Days::new(number(days).ok()?.into())).and_then(sane);
    }
    let parts: Vec<&str> =
        typed.split(['.', ',', '/', '-', ' ', 'ю', 'б']).filter(|part| !part.is_empty()).collect();
    if !parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit())) {
        return None;
    }
    match parts.as_slice() {
        [year, month, day] if year.len() == 4 => of(day, month, Some(year), today),
        [day, month, year] => of(day, month, Some(year), today),
        [day, month] => of(day, month, None, today),
        [digits] => match digits.len() {
            1 | 2 => NaiveDate::from_ymd_opt(today.year(), today.month(), digits.parse().ok()?),
            4 => of(&digits[..2], &digits[2..], None, today),
            6 | 8 => of(&digits[..2], &digits[2..4], Some(&digits[4..]), today),
            _ => None,
        },
        _ => None,
    }
}

/// A date as it is shown: 01.03.2026.
#[must_use]
pub fn strict_date(date: NaiveDate) -> String {
    date.format(DATE).to_string()
}

fn sane(date: NaiveDate) -> Option<NaiveDate> {
    YEARS.contains(&date.year()).then_some(date)
}

fn of(day: &str, month: &str, year: Option<&str>, today: NaiveDate) -> Option<NaiveDate> {
    let (day, month) = (day.parse().ok()?, month.parse().ok()?);
    let Some(year) = year else {
        let this_year = NaiveDate::from_ymd_opt(today.year(), month, day);
        let far = today.checked_add_days(FAR_AHEAD)?;
        return match this_year {
            Some(date) if date <= far => Some(date),
            _ => NaiveDate::from_ymd_opt(today.year() - 1, month, day).or(this_year),
        };
    };
    let year = match year.len() {
        2 => 2000 + year.parse::<i32>().ok()?,
        4 => year.parse().ok()?,
        _ => return None,
    };
    NaiveDate::from_ymd_opt(year, month, day).and_then(sane)
}

/// How many there are of something: digits, with spaces between them for the eye.
///
/// # Errors
/// When it is no number, or more than are counted.
pub fn number(typed: &str) -> Result<u16, Trouble> {
    let digits: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    if plain { digits.parse().map_err(|_| Trouble::TooMany) } else { Err(Trouble::NoNumber) }
}

/// An account as it is kept: digits typed in groups, with spaces and dashes between them, are one number; what holds
/// letters or other signs stays as it was typed.
#[must_use]
pub fn account(typed: &str) -> String {
    let grouped = |c: char| c.is_ascii_digit() || c.is_whitespace() || "-–—".contains(c);
    if typed.chars().all(grouped) {
        return typed.chars().filter(char::is_ascii_digit).collect();
    }
    typed.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
    }

    #[rstest]
    #[case("1.3", "01.03.2026")]
    #[case("1,3", "01.03.2026")]
    #[case("1ю3", "01.03.2026")]
    #[case("01/03", "01.03.2026")]
    #[case("0103", "01.03.2026")]
    #[case("1.3.26", "01.03.2026")]
    #[case("010326", "01.03.2026")]
    #[case("01032026", "01.03.2026")]
    #[case("2026-03-01", "01.03.2026")]
    #[case(" 1 3 2026 ", "01.03.2026")]
    #[case("29.02.2028", "29.02.2028")]
    #[case("5", "05.11.2026")]
    #[case("т", "24.11.2026")]
    #[case("T", "24.11.2026")]
    #[case("n", "24.11.2026")]
    #[case("Сегодня", "24.11.2026")]
    #[case("+3", "27.11.2026")]
    #[case("-1", "23.11.2026")]
    #[case("Вчера", "23.11.2026")]
    #[case("позавчера", "22.11.2026")]
    #[case("завтра", "25.11.2026")]
    #[case("yesterday", "23.11.2026")]
    fn a_date_is_typed_loosely_and_shown_strictly(#[case] typed: &str, #[case] shown: &str) {
        assert_eq!(date(typed, today()).map(strict_date).as_deref(), Some(shown));
    }

    #[rstest]
    #[case("30.02")]
    #[case("29.02.2027")]
    #[case("31.11")]
    #[case("00.00.0000")]
    #[case("1.1.9999")]
    #[case("1.1.10000")]
    #[case("+99999999999999")]
    #[case("١.٣")]
    #[case("послезавтра")]
    #[case("в среду")]
    #[case("")]
    #[case("1.2.3.4")]
    fn what_is_no_date_is_refused(#[case] typed: &str) {
        assert_eq!(date(typed, today()), None);
    }

    #[test]
    fn in_january_a_december_day_is_last_years() {
        let new_year = NaiveDate::from_ymd_opt(2027, 1, 3).unwrap();
        assert_eq!(date("31.12", new_year).map(strict_date).as_deref(), Some("31.12.2026"));
        assert_eq!(date("12.01", new_year).map(strict_date).as_deref(), Some("12.01.2027"));
    }

    #[rstest]
    #[case("12 500", Ok(12500))]
    #[case("007", Ok(7))]
    #[case("65535", Ok(u16::MAX))]
    #[case("65536", Err(Trouble::TooMany))]
    #[case("99999999999999999999", Err(Trouble::TooMany))]
    #[case("1O", Err(Trouble::NoNumber))]
    #[case("-1", Err(Trouble::NoNumber))]
    #[case("", Err(Trouble::NoNumber))]
    fn a_number_is_digits(#[case] typed: &str, #[case] meant: Result<u16, Trouble>) {
        assert_eq!(number(typed), meant);
    }

    #[rstest]
    #[case("100 200 300", "100200300")]
    #[case("100-200–300 ", "100200300")]
    #[case("100200300", "100200300")]
    #[case(" ЭН-100/2 ", "ЭН-100/2")]
    #[case("7000123/24", "7000123/24")]
    fn an_account_typed_in_groups_is_one_number(#[case] typed: &str, #[case] kept: &str) {
        assert_eq!(account(typed), kept);
    }

    proptest! {
        #[test]
        fn what_is_shown_strictly_means_the_same_when_read_again(days in 0_u64..100_000) {
            let day = NaiveDate::from_ymd_opt(1900, 1, 1).unwrap() + Days::new(days);
            prop_assert_eq!(date(&strict_date(day), today()), Some(day));
        }
    }
}
