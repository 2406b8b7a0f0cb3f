//! Telephones: typed as they come, shown strictly.

/// A telephone as it is shown: `+7 900 123-45-67` for a mobile one, `+7 (8352) 12-34-56` where
/// brackets say which digits are the town's, `+…` with its digits for another country's, a short
/// local one in pairs (`2-33-44`, `22-33-44`). Towns' codes have three to five digits: without
/// brackets a town's number stays as it was typed. An extension after «доб.», «ext» or `#` is kept.
///
/// Several stand with semicolons between them, typed so or with commas. None where any of them is no telephone.
#[must_use]
pub fn phone(typed: &str) -> Option<String> {
    let each = typed.split(';').map(|part| {
        // A comma may also stand within one telephone: «…, доб. 5».
        let several = || part.split(',').map(one).collect::<Option<Vec<_>>>().map(|each| each.join("; "));
        one(part).or_else(several)
    });
    each.collect::<Option<Vec<_>>>().map(|each| each.join("; "))
}

fn one(typed: &str) -> Option<String> {
    let lower = typed.trim().to_lowercase();
    let (main, extension) = match ["доб", "ext", "#"].iter().find_map(|sign| lower.find(sign)) {
        Some(at) => (&lower[..at], lower[at..].trim_start_matches(|c: char| !c.is_ascii_digit())),
        None => (lower.as_str(), ""),
    };
    let allowed = |c: char| c.is_ascii_digit() || c.is_whitespace() || "+-–()./,".contains(c);
    if !main.chars().all(allowed) || !extension.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let digits: String = main.chars().filter(char::is_ascii_digit).collect();
    let foreign = main.trim_start().starts_with('+') && !digits.starts_with('7');
    let strict = match (digits.len(), foreign) {
        (7..=15, true) => format!("+{digits}"),
        (10, false) => russian(main, &digits),
        (11, false) if digits.starts_with(['7', '8']) => russian(main, &digits[1..]),
        (5..=7, false) => in_pairs(&digits),
        _ => return None,
    };
    // An extension is digits, and «#» needs no language.
    Some(if extension.is_empty() { strict } else { format!("{strict} #{extension}") })
}

/// The ten `digits` of the country's own number that was typed as `main`.
fn russian(main: &str, digits: &str) -> String {
    let (code, local) = digits.split_at(3);
    if code.starts_with('9') {
        return format!("+7 {code} {}", in_pairs(local));
    }
    if let Some(code) = town(main)
        && let Some(local) = digits.strip_prefix(code)
    {
        return format!("+7 ({code}) {}", in_pairs(local));
    }
    let words: Vec<&str> = main.split_whitespace().collect();
    words.join(" ").trim_end_matches([',', '.', ' ']).to_owned()
}

/// The town's code: the digits in the only brackets, if towns have such codes.
fn town(main: &str) -> Option<&str> {
    let code = main.split_once('(')?.1.split_once(')')?.0.trim();
    let digits = code.bytes().all(|byte| byte.is_ascii_digit());
    (digits && (3..=5).contains(&code.len())).then_some(code)
}

/// Five to seven digits as they are said: `2-33-44`.
fn in_pairs(digits: &str) -> String {
    let (head, tail) = digits.split_at(digits.len() - 4);
    format!("{head}-{}-{}", &tail[..2], &tail[2..])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("89001234567", Some("+7 900 123-45-67"))]
    #[case("+7 (900) 123 45 67", Some("+7 900 123-45-67"))]
    #[case("9001234567", Some("+7 900 123-45-67"))]
    #[case("22-33-44", Some("22-33-44"))]
    #[case("+375 29 1234567", Some("+375291234567"))]
    #[case("8 (3822) 22-33-44 доб. 15", Some("+7 (3822) 22-33-44 #15"))]
    #[case("8(8352)123456", Some("+7 (8352) 12-34-56"))]
    #[case("8 (8352) 12-34-56", Some("+7 (8352) 12-34-56"))]
    #[case("(383)2223344", Some("+7 (383) 222-33-44"))]
    #[case("8 (83522) 2-33-44", Some("+7 (83522) 2-33-44"))]
    #[case("8 8352  12-34-56, доб. 7", Some("8 8352 12-34-56 #7"))]
    #[case("88352123456", Some("88352123456"))]
    #[case("+7 383 555-00-03", Some("+7 383 555-00-03"))]
    #[case("8900123456", Some("8900123456"))]
    #[case("22-33-44; 8 900 123 45 67", Some("22-33-44; +7 900 123-45-67"))]
    #[case("22-33-44 доб. 5, 89001234567", Some("22-33-44 #5; +7 900 123-45-67"))]
    #[case("22-33-44, нет", None)]
    #[case(";", None)]
    #[case("911", None)]
    #[case("нет телефона", None)]
    #[case("٨٩٠٠١٢٣٤٥٦٧", None)]
    fn a_phone_is_typed_loosely_and_shown_strictly(#[case] typed: &str, #[case] shown: Option<&str>) {
        assert_eq!(phone(typed).as_deref(), shown);
    }

    proptest! {
        #[test]
        fn what_is_shown_strictly_means_the_same_when_read_again(typed in "[0-9+() ,;#-]{3,40}") {
            if let Some(strict) = phone(&typed) {
                prop_assert_eq!(phone(&strict), Some(strict.clone()));
            }
        }
    }
}
