//! Names of people as they come to a desk: in capitals, in small letters, all in one line.

use super::office::FullName;

/// Parts of a name that are written small.
const SMALL: [&str; 6] = ["оглы", "кызы", "гызы", "улы", "уулу", "заде"];

/// A part of a name as a letter writes it: «ИВАНОВ» and «иванов» are «Иванов». What has both capitals and small letters is
/// somebody's own way and stays.
#[must_use]
pub fn written(typed: &str) -> String {
    let letters = || typed.chars().filter(|c| c.is_alphabetic());
    let shouted = letters().count() > 1 && letters().all(char::is_uppercase);
    if !shouted && !letters().all(char::is_lowercase) {
        return typed.to_owned();
    }
    let lower = typed.to_lowercase();
    lower.split_inclusive([' ', '-']).map(capitalised).collect()
}

fn capitalised(part: &str) -> String {
    if SMALL.contains(&part.trim_end_matches([' ', '-'])) {
        return part.to_owned();
    }
    let mut letters = part.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Surname, given name and patronymic typed in one line; none where the last word is no patronymic, for a surname may have
/// several words.
#[must_use]
pub fn in_one_line(typed: &str) -> Option<FullName> {
    let name = FullName::parse(typed)?;
    let patronymic = name.patronymic.as_ref()?.to_lowercase();
    let (first, more) = patronymic.split_once(' ').unwrap_or((&patronymic, ""));
    let is_patronymic = match more {
        "" => ["вич", "ьич", "мич", "вна", "чна"].iter().any(|end| first.ends_with(end)),
        more => SMALL.contains(&more),
    };
    is_patronymic.then_some(name)
}

/// Whether this can be the taxpayer number (ИНН) of an organisation or of a person.
#[must_use]
pub fn is_inn(typed: &str) -> bool {
    let typed = typed.trim();
    [10, 12].contains(&typed.len()) && typed.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("ИВАНОВ", "Иванов")]
    #[case("ёлкина", "Ёлкина")]
    #[case("салтыков-щедрин", "Салтыков-Щедрин")]
    #[case("МАМЕД ОГЛЫ", "Мамед оглы")]
    #[case("гасанов-оглы", "Гасанов-оглы")]
    #[case("де Голль", "де Голль")]
    #[case("МакДональд", "МакДональд")]
    #[case("Ю", "Ю")]
    #[case("ю", "Ю")]
    #[case("о’нил", "О’нил")]
    #[case("", "")]
    fn a_name_is_written_with_capitals(#[case] typed: &str, #[case] meant: &str) {
        assert_eq!(written(typed), meant);
        assert_eq!(written(meant), meant);
    }

    #[rstest]
    #[case("Ёлкина Анна Петровна", true)]
    #[case("ИВАНОВ ИВАН ИЛЬИЧ", true)]
    #[case("ИВАНОВ ИВАН ИВАНОВИЧ", true)]
    #[case("Гасанов Мамед Али оглы", true)]
    #[case("Кузьмина Анна Ильинична", true)]
    #[case("Перес де Куэльяр", false)]
    #[case("Иванова Анна", false)]
    fn three_names_in_one_line_are_told_by_the_patronymic(#[case] typed: &str, #[case] told: bool) {
        assert_eq!(in_one_line(typed).is_some(), told);
    }

    #[rstest]
    #[case("1624438929", true)]
    #[case(" 772301001234 ", true)]
    #[case("лс 12-34", false)]
    #[case("12345678901", false)]
    fn an_inn_has_ten_or_twelve_digits(#[case] typed: &str, #[case] is: bool) {
        assert_eq!(is_inn(typed), is);
    }
}
