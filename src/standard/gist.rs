//! The gist of an appeal out of its text, where nobody wrote one: the first line that says something.
//!
//! Letters cite it («Рассмотрев Ваше обращение … („…“)»), so what every appeal begins with is passed over: greetings,
//! to whom and from whom it is, the one word «Заявление».

use super::text::{capitalised, given};

/// The longest gist that is cut out of a text, in characters: what a line of a letter or two can cite.
const LONGEST: usize = 160;
/// A line cut at a sentence keeps at least so many.
const SHORTEST: usize = 40;
/// A line of more words than this says more than to whom or from whom it is.
const WORDS: usize = 12;

/// So many words call somebody.
const CALLED: usize = 6;

/// Greetings that end where their words do.
const HELLO: [&str; 10] = [
    "здравствуйте",
    "здравствуй",
    "приветствую",
    "добрый день",
    "добрый вечер",
    "доброе утро",
    "доброго дня",
    "доброго вечера",
    "доброго утра",
    "доброго времени суток",
];
/// How a greeting begins that names whom it greets.
const DEAR: [&str; 2] = ["уважаем", "многоуважаем"];
/// How a line begins that says to whom it is: offices and posts, in the dative.
const TO: [&str; 17] = [
    "руководителю",
    "директору",
    "генеральному директору",
    "исполнительному директору",
    "коммерческому директору",
    "техническому директору",
    "начальнику",
    "главе",
    "главному",
    "заместителю",
    "зам.",
    "управляющему",
    "заведующему",
    "заведующей",
    "председателю",
    "кому:",
    "куда:",
];
/// How a line begins that says from whom it is, and how they are found.
const FROM: [&str; 18] = [
    "от:",
    "от кого:",
    "откуда:",
    "заявитель:",
    "проживающ",
    "зарегистрированного",
    "зарегистрированной",
    "прописанного",
    "прописанной",
    "адрес:",
    "по адресу:",
    "тел.",
    "тел:",
    "телефон:",
    "моб.",
    "эл. почта",
    "e-mail",
    "паспорт:",
];
/// How people name what they are, between «от» and a name.
const SORTS: [&str; 7] =
    ["гр", "гражданина", "гражданки", "абонента", "потребителя", "жителя", "собственника"];
/// Forms of organisations, between «В» and a name.
const FORMS: [&str; 10] = ["АО", "ПАО", "ОАО", "ЗАО", "НАО", "ООО", "МУП", "ГУП", "УК", "ТСЖ"];
/// Parts of an organisation to which a letter goes, between «В» and what they are for.
const PARTS: [&str; 4] = ["отдел", "филиал", "управление", "администрацию"];
/// What such a paper is called; as the only word of its line it says nothing.
const GENRES: [&str; 13] = [
    "заявление",
    "жалоба",
    "обращение",
    "претензия",
    "предложение",
    "отзыв",
    "запрос",
    "письмо",
    "ходатайство",
    "просьба",
    "сообщение",
    "благодарность",
    "заявка",
];
/// What a genre is said to be.
const MANNERS: [&str; 4] = ["повторн", "коллективн", "письменн", "досудебн"];

/// The gist of a text: its first line beyond greetings, addresses and the name of its genre; its first line at all where
/// it has nothing else. A long one is cut at a sentence or a word.
#[must_use]
pub fn gist_of(text: &str) -> Option<String> {
    let said = text.lines().find_map(matter);
    let first = || text.lines().find_map(given).map(one_line);
    said.or_else(first).map(|line| cut(&line)).filter(|line| !line.is_empty())
}

/// A text as one line of a list: every run of spaces and line ends is one space.
#[must_use]
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a line says beyond greetings and addresses, if anything.
fn matter(line: &str) -> Option<String> {
    let line = one_line(line);
    let mut rest = line.as_str();
    while let Some(after) = past_greeting(rest).or_else(|| past_address(rest)) {
        rest = after;
    }
    let says = rest.chars().any(char::is_alphabetic) && !is_to_or_from(rest) && !is_genre(rest);
    says.then(|| capitalised(rest))
}

/// What follows the greeting with which a text begins.
fn past_greeting(text: &str) -> Option<&str> {
    let hello = HELLO.iter().find_map(|hello| behind(text, hello));
    if let Some(rest) = hello {
        // «Здравствуйте Анна Петровна!», «Добрый день, коллеги!»; or only a mark.
        let is_whom = |name: &str| {
            !name.trim_start().is_empty()
                && !name.starts_with('.')
                && (name.trim_start().split(' ').all(is_name) || bare(name).split(' ').count() <= 2)
        };
        let named = rest.split_once('!').filter(|(name, _)| is_whom(name));
        return Some(bare(named.map_or(rest, |(_, after)| after)));
    }
    DEAR.iter().find(|dear| begins(text, dear).is_some())?;
    let called = |mark: char| text.split_once(mark).filter(|(name, _)| name.split(' ').count() <= CALLED);
    if let Some((_, after)) = called('!').or_else(|| called(',')) {
        return Some(bare(after));
    }
    // «Уважаемые господа» without a mark, or with a full stop.
    (text.split(' ').count() <= 4).then_some("")
}

/// What follows «В АО „…“.» with which a line begins, where a sentence ends behind it.
fn past_address(text: &str) -> Option<&str> {
    // An initial ends no sentence.
    let is_end = |address: &str| address.rsplit(' ').next().is_some_and(|word| word.chars().count() > 2);
    let mut ends = text.match_indices(". ").map(|(at, stop)| (&text[..at], &text[at + stop.len()..]));
    let (address, after) = ends.find(|(address, _)| is_end(address))?;
    (is_to(address) && !after.is_empty()).then_some(after)
}

/// Whether a line only says to whom or from whom it is.
fn is_to_or_from(line: &str) -> bool {
    let from = || {
        let rest = behind(line, "от").unwrap_or_default();
        let mut words = bare(rest).split(' ');
        let first = words.next().unwrap_or_default();
        is_name(first) || SORTS.contains(&first.trim_end_matches('.').to_lowercase().as_str())
    };
    let label = || FROM.iter().any(|label| begins(line, label).is_some());
    is_to(line.trim_end_matches('.')) || (is_short(line) && (from() || label()))
}

/// Whether a line only says to whom it is.
fn is_to(line: &str) -> bool {
    if is_short(line) && TO.iter().any(|post| begins(line, post).is_some()) {
        return true;
    }
    let Some(whom) = behind(line, "в").map(str::trim_start) else { return false };
    let mut words = whom.split(' ').peekable();
    let first = words.peek().copied().unwrap_or_default();
    if PARTS.contains(&first.to_lowercase().as_str()) && is_short(line) {
        return true;
    }
    // A name alone, quoted or capitalised: anything else in the line is what happened there.
    let mut quoted = false;
    !whom.is_empty()
        && words.all(|word| {
            let within = quoted || word.contains(['«', '"', '„']);
            quoted = within && !word.contains(['»', '“']) && !word.trim_start_matches('"').contains('"');
            within || is_name(word) || FORMS.contains(&word)
        })
}

/// Few words, and no sentence: a full stop ends an initial at most.
fn is_short(line: &str) -> bool {
    let last = line.rsplit(' ').next().unwrap_or_default();
    let ends =
        line.ends_with(['!', '?']) || (line.ends_with('.') && last.chars().count() > 5 && !is_name(last));
    line.split(' ').count() <= WORDS && !ends
}

/// Whether a line is only the name of its genre: «Заявление», «ЖАЛОБА.», «З А Я В Л Е Н И Е», «Повторное обращение».
fn is_genre(line: &str) -> bool {
    let letters = |word: &str| word.chars().filter(|c| c.is_alphabetic()).collect::<String>().to_lowercase();
    let mut words: Vec<String> = line.split(' ').map(letters).filter(|word| !word.is_empty()).collect();
    if words.len() > 3 && words.iter().all(|word| word.chars().count() == 1) {
        words = vec![words.concat()];
    }
    match &words[..] {
        [genre] => GENRES.contains(&genre.as_str()),
        [manner, genre] => {
            GENRES.contains(&genre.as_str()) && MANNERS.iter().any(|known| manner.starts_with(known))
        }
        _ => false,
    }
}

/// A word of a name: it begins with a capital, or with none of letters at all.
fn is_name(word: &str) -> bool {
    let first = word.trim_start_matches(['«', '"', '„', '(', '№']).chars().next();
    first.is_some_and(|letter| !letter.is_lowercase())
}

/// What stands behind these words at the beginning of a text, whatever their case.
fn behind<'a>(text: &'a str, words: &str) -> Option<&'a str> {
    begins(text, words).filter(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// What stands behind these letters at the beginning of a text, whatever their case.
fn begins<'a>(text: &'a str, letters: &str) -> Option<&'a str> {
    let mut rest = text.chars();
    let same = letters.chars().all(|letter| rest.next().is_some_and(|c| c.to_lowercase().eq([letter])));
    if same { Some(rest.as_str()) } else { None }
}

/// A text without the marks that a greeting leaves before it.
fn bare(text: &str) -> &str {
    text.trim_start_matches(|c: char| c.is_whitespace() || "!,.;:)–—-".contains(c))
}

/// A line that is not too long: as many of its sentences as there is room for, else of its words.
fn cut(line: &str) -> String {
    let Some((end, _)) = line.char_indices().nth(LONGEST) else { return line.to_owned() };
    let room = &line[..end];
    let sentence =
        room.rmatch_indices(['.', '!', '?']).map(|(at, mark)| &room[..at + mark.len()]).find(|part| {
            // Not the stop of «ул.», «д. 5», «руб.»: a sentence begins behind it.
            let next = line[part.len()..].strip_prefix(' ').and_then(|rest| rest.chars().next());
            let word = part.rsplit(' ').next().unwrap_or_default().chars().count();
            next.is_some_and(char::is_uppercase) && word > 5
        });
    if let Some(sentence) = sentence.filter(|part| part.chars().count() >= SHORTEST) {
        return sentence.to_owned();
    }
    let words = room.rfind(' ').map_or(room, |at| &room[..at]);
    format!("{}…", words.trim_end_matches(|c: char| !c.is_alphanumeric() && !")»%".contains(c)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_gist_is_the_first_line_that_says_something() {
        let matter = "Прошу сделать перерасчёт за октябрь.";
        for above in [
            "",
            "Уважаемые господа!",
            "Уважаемая Анна Петровна!",
            "УВАЖАЕМЫЙ РУКОВОДИТЕЛЬ!",
            "Уважаемые сотрудники",
            "Здравствуйте!",
            "Здравствуйте, Анна Петровна!",
            "Здравствуйте уважаемые!",
            "Добрый день",
            "Добрый день, коллеги!",
            "доброго времени суток :)",
            "В АО «ЭнергоСбыт»",
            "В АО \"Верхнеборские электрические сети\"",
            "В ЭнергоСбыт",
            "в отдел по работе с населением",
            "Генеральному директору АО «ЭнергоСбыт» Петрову И. И.",
            "Начальнику участка\nИванову А. П.",
            "от Сидоровой М. В.,\nпроживающей по адресу: г. Энск, ул. Мира, д. 5, кв. 12\nтел. +7 900 123-45-67",
            "От гр. Сидорова М. В.",
            "Заявление",
            "ЗАЯВЛЕНИЕ.",
            "З А Я В Л Е Н И Е",
            "Повторная жалоба",
            "26.11.2026",
            "В АО «ЭнергоСбыт»\nот Сидорова М. В.\n\nЗаявление\n\nУважаемые господа!",
        ] {
            // Names that stand alone on a line can't be told from words; the post above them can.
            let above = above.replace("\nИванову А. П.", " Иванову А. П.");
            let text = format!("{above}\n{matter}\nПоказания прилагаю.");
            assert_eq!(gist_of(&text).as_deref(), Some(matter), "{above}");
        }
    }

    #[test]
    fn what_follows_a_greeting_on_its_line_is_the_gist() {
        for (line, gist) in [
            ("Здравствуйте, прошу проверить счётчик.", "Прошу проверить счётчик."),
            ("Здравствуйте! Нет света с утра", "Нет света с утра"),
            ("Здравствуйте! Нет света!", "Нет света!"),
            ("Добрый день. Нет света!", "Нет света!"),
            ("Добрый день! Уважаемые сотрудники, когда приём?", "Когда приём?"),
            ("Здравствуйте Анна Петровна! Где квитанция?", "Где квитанция?"),
            ("Уважаемая Анна Петровна! Где квитанция?", "Где квитанция?"),
            ("В ЭнергоСбыт. Заявитель: Иванов Пётр.", "В ЭнергоСбыт. Заявитель: Иванов Пётр."),
        ] {
            assert_eq!(gist_of(line).as_deref(), Some(gist), "{line}");
        }
        let demo = "В ЭнергоСбыт. Заявитель: Иванов Пётр Ильич.\nГде квитанция?";
        assert_eq!(gist_of(demo).as_deref(), Some("Где квитанция?"));
    }

    #[test]
    fn a_line_that_says_something_stays_as_it_is() {
        for line in [
            "В квартире нет света с утра",
            "В ООО «Ромашка» отключили свет",
            "В Энске третий день темно",
            "От столба отходит провод",
            "Заявление о замене счётчика",
            "Жалоба на оператора, окно 3",
            "Директору звонили дважды, света нет!",
            "Предложение: запись по телефону",
            "Долг 500 руб.",
        ] {
            assert_eq!(gist_of(line).as_deref(), Some(line));
        }
    }

    #[test]
    fn a_text_of_nothing_else_is_called_by_its_first_line() {
        assert_eq!(gist_of("Заявление\nот Иванова И. И.").as_deref(), Some("Заявление"));
        assert_eq!(gist_of("  \n Здравствуйте!").as_deref(), Some("Здравствуйте!"));
        assert_eq!(gist_of(" \n\t"), None);
    }

    #[test]
    fn a_long_line_is_cut_at_a_sentence_or_a_word() {
        let first = "Прошу пересчитать плату за электроэнергию по адресу ул. Мира, д. 5, за октябрь.";
        let long = format!("{first} Показания {}", "передавались вовремя, ".repeat(9));
        assert_eq!(gist_of(&long).as_deref(), Some(first));
        let words = "электроэнергия ".repeat(30);
        let gist = gist_of(&words).unwrap();
        assert!(gist.ends_with("электроэнергия…") && gist.chars().count() <= LONGEST + 1, "{gist}");
        assert_eq!(gist_of(&"я".repeat(1_000)).unwrap().chars().count(), LONGEST + 1);
    }

    #[test]
    fn hostile_text_is_cut_at_characters_only() {
        for text in
            ["В", "в ", "от", "от ", "Уважаем", "«", "\"", "В \"", "İ", "ß!", "здравствуйте", "!!!", "В . "]
        {
            let _ = gist_of(text);
            let _ = gist_of(&format!("{text}\u{301}{text}. {text}"));
        }
    }
}
