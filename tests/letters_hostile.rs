//! What nobody should type into a template or a field, and somebody will: each goes the whole way to PDF and text, or is
//! refused; none hangs, and no file leaves its folder.

#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "what these tests are made of is known to be sound")]

mod processor;

use chrono::{DateTime, FixedOffset};
use otklik::letters::cp866;
use otklik::letters::deliver::write_new;
use otklik::letters::document::{Block, Cover, Document, Fact, Head, Language, Sheet, blocks};
use otklik::letters::plain::{Paper, plain};
use otklik::letters::template::{FIELDS, Fields, Template};
use otklik::letters::{Press, PressError};

use crate::processor::{LONGEST, processor_time};

const FRONT: &str = "+++\nid = \"own\"\nkind = \"reply\"\n\
                     title = { ru = \"Своё\", en = \"Own\" }\nheading = \"О деле {{ gist }}\"\n+++\n";

/// How long the long values are: as long as a field may be, in a build that is not for debugging.
const LONG: usize = if cfg!(debug_assertions) { 6_000 } else { 64 * 1024 };

fn made() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-11-24T14:05:00+07:00").unwrap()
}

fn times(part: &str, count: usize) -> String {
    part.repeat(count)
}

/// Templates an office, or a file that is none, may bring.
fn templates() -> Vec<String> {
    let mut all: Vec<String> = [
        "{{",
        "{{ }}",
        "{% %}",
        "{#",
        "{% if %}",
        "{% if gist %}",
        "{% endif %}",
        "{{ gist",
        "{{ 'a }}",
        "}}",
        "{{ '}}' }}",
        "{% raw %}{{ number }}{% endraw %}",
        "{% raw %}",
        "{% set gist = gist ~ gist %}",
        "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}",
        "{% import '../../etc/passwd' as x %}",
        "{% from '/etc/passwd' import x %}",
        "{% extends 'reply.j2' %}",
        "{% include ['/etc/passwd'] %}",
        "{% include '../../../etc/shadow' %}",
        "{% include gist %}",
        "{% include 'reply.j2' ignore missing %}",
        "{% block a %}{{ super() }}{% endblock %}",
        "{% call x() %}{% endcall %}",
        "{% do gist %}",
        "{% autoescape true %}{{ gist }}{% endautoescape %}",
        "{% filter upper %}a{% endfilter %}",
        "{{ 'x' * 100000000 }}",
        "{{ range(100000000) }}",
        "{{ [1] * 100000000 }}",
        "{{ gist * 1000000 }}",
        "{% for a in gist %}{% for b in gist %}{% for c in gist %}x{% endfor %}{% endfor %}{% endfor %}",
        "{% for a in range(1000000) %}{{ gist }}{% endfor %}",
        "{% for a in gist recursive %}{{ loop(a) }}{% endfor %}",
        "{{ gist.__class__.__mro__ }}",
        "{{ self }}{{ loop }}",
        "{{ gist|attr('x') }}",
        "{{ gist|safe }}",
        "{{ gist[0] }}",
        "{{ gist[::-1] }}",
        "{{ gist() }}",
        "{{ debug() }}",
        "{{ namespace() }}",
        "{{ env }}",
        "\0\u{202E}{{ number }}\u{2028}",
        "{{ 1/0 }}",
        "{{ 10 ** 400 }}",
        "{{ -9223372036854775808 // -1 }}",
        "{{ 1e999 }}",
        "{{ \"\\uD800\" }}",
        "{{ gist }}{{ GIST }}",
        "{{ чужое }}",
        "{{ gist\u{200B} }}",
        "{%- if gist -%} {%- endif -%}",
        "{{ not not not gist }}",
        "{{ gist is defined }}",
        "\u{FEFF}{{ gist }}",
        "# {{ gist }}",
        "%PDF-1.7",
        "+++\nid = \"other\"\n+++\n{{ gist }}",
        "‹substance›",
        "| {{ gist }} | {{ gist }} |\n| а | б |",
        "Приложение:\n1. {{ gist }}\n2. {{ gist }}",
        "Уважаемый {{ gist }}!\nУважаемый {{ gist }}!",
        "- {{ gist }}\n1. {{ gist }}",
    ]
    .map(str::to_owned)
    .to_vec();
    all.extend([
        times("{{ gist }}", 390),
        times("{{ gist }}", 100_000),
        times("{% if gist %}", 390) + &times("{% endif %}", 390),
        times("{% if gist %}", 5_000),
        format!("{{{{ {} }}}}", times("(", 10_000)),
        format!("{{{{ {} }}}}", times("[", 10_000)),
        format!("{{{{ {} }}}}", times("{'a':", 10_000)),
        format!("{{{{ {} }}}}", times("not ", 39)),
        format!("{{{{ {}1 }}}}", times("1+", 12_000)),
        format!("{{{{ {}1 }}}}", times("-", 12_000)),
        format!("{{{{ gist{} }}}}", times("|upper", 5_000)),
        format!("{{{{ gist{} }}}}", times(".a", 5_000)),
        format!("{{% if a %}}{}{{% endif %}}", times("{% elif a %}", 3_000)),
        times("{#", 20_000),
        times("}}", 20_000),
        times("‹", LONG / 3),
        times("| ", LONG / 2),
        times("|а|б|\n", LONG / 8),
        times("Приложение: а\n1. б\n", LONG / 30),
        times("1. а\n", LONG / 6),
        times("\n", 200_000),
        times("щ", 600_000),
        times("слово ", 30_000),
    ]);
    for depth in (1..60).step_by(2) {
        all.push(times("{% for a in gist %}", depth) + &times("{{ ", depth));
        all.push(times("{% if gist %}", depth) + "{{ gist }}" + &times("{% endif %}", depth));
    }
    all
}

/// Values a client or a clerk may bring.
fn values() -> Vec<String> {
    let mut all: Vec<String> = [
        "",
        " ",
        "\0",
        "\0\u{1}\u{7}\u{1b}[31m\u{9b}",
        "\u{1b}]0;title\u{7}",
        "\u{1b}c",
        "\r\n\r\n",
        "\u{C}\u{B}",
        "../../etc/passwd",
        "/etc/passwd",
        "..\\..\\windows",
        "C:\\con",
        "~/.ssh/id_rsa",
        "a/../../b",
        "file:///etc/passwd",
        "$(reboot)",
        "`reboot`",
        "; rm -rf /",
        "| lp",
        "--help",
        "-o raw",
        "%s%n%x",
        "' OR 1=1 --",
        "<script>alert(1)</script>",
        "{{ gist }}",
        "{% include 'x' %}",
        "{# не конец",
        "‹substance›",
        "‹‹››",
        "%PDF-1.7 (\\) endobj",
        "&amp;&lt;",
        "\u{202E}текст наоборот\u{202C}\u{2066}a\u{2069}",
        "\u{200F}\u{200E}\u{61C}",
        "العربية עברית 123 עוד",
        "😀👩\u{200D}👩\u{200D}👧🇷🇺 漢字 한국어",
        "हिन्दी ไทย",
        "\u{301}\u{302}",
        "\u{E000}\u{F8FF}\u{FFFE}\u{FFFF}\u{10FFFF}\u{FFFD}",
        "fi ffi fl ﬁ ǆ",
        "\u{AD}\u{200B}\u{FEFF}\u{2060}",
        "\u{2028}\u{2029}\u{85}",
        "\u{FF1C}\u{FF5B}\u{FF5B}",
        "NaN",
        "1e999",
        "-0",
        "null",
        "…—–«»„“”‘’№§€₽",
        "|",
        "||",
        "| а |",
        "Приложение:",
        "Уважаемый!",
    ]
    .map(str::to_owned)
    .to_vec();
    let long = [
        "ыъ",
        "W",
        "i",
        "а-б ",
        "1 ",
        "И. О. ",
        "\u{A0}\t\n",
        "\u{115F}\u{3164}\u{2800}",
        "\u{301}",
        "x\u{301}",
        "😀",
        "العربية ",
        "слово ",
        "слово\n",
        "- а\n",
        "1. а\n",
        "| а | б |\n",
        "«",
        "()",
        "/",
        "электроэнергия",
        "\u{200B}",
        "\u{202E}",
        "№ 5 ",
    ];
    all.extend(long.map(|part| times(part, LONG / part.len())));
    all.extend(["щ", "слово ", "\n"].map(|part| times(part, 1024 * 1024 / part.len())));
    all
}

/// The letter that such a text would make, in every place of it; a long one only as the text.
fn letter(heading: &str, text: &str, value: &str) -> Document {
    let short: String = value.chars().take(400).collect();
    let one = || short.clone();
    let fact = || Fact { label: one(), value: one() };
    let mut parts = vec![
        Block::Head(Head {
            organisation: one(),
            details: vec![one()],
            reference: vec![one()],
            addressee: vec![one()],
        }),
        Block::Heading(heading.to_owned()),
    ];
    parts.extend(blocks(text));
    parts.extend([
        Block::Record { heading: one(), facts: vec![fact()] },
        Block::Cover(Cover { from: vec![fact()], to: vec![fact()] }),
        Block::Signature { position: one(), name: one() },
        Block::Code(one()),
    ]);
    Document {
        title: one(),
        language: Language::Ru,
        sheet: Sheet::default(),
        draft_mark: None,
        blocks: parts,
        executor_mark: vec![one()],
    }
}

/// From the template to paper and text; what is refused says so by being none.
fn whole_way(press: &mut Press, body: &str, value: &str) -> Option<usize> {
    let template = Template::parse(&format!("{FRONT}{body}")).ok()?;
    let fields = FIELDS.map(|name| (name.to_owned(), Some(value.to_owned())));
    let filled = template.fill(&Fields::from(fields)).ok()?;
    let document = letter(&filled.heading, &filled.text, value);
    let pdf = match press.print(&document, made()) {
        Ok(pdf) => pdf,
        Err(PressError::TooLong { .. }) => return None,
        Err(error) => panic!("{error}"),
    };
    assert!(pdf.bytes.starts_with(b"%PDF") && pdf.pages > 0);
    let text = plain(&document, Paper::default());
    assert!(!text.contains(|c: char| c.is_control() && c != '\n'));
    let bytes = cp866::encode(&plain(&document, Paper { columns: 66, lines: Some(60) })).bytes;
    assert!(!bytes.contains(&0x1B) && !bytes.contains(&0));
    Some(pdf.pages)
}

#[test]
fn hostile_templates_and_values_end_in_a_letter_or_a_refusal_within_two_seconds() {
    let mut press = Press::new().unwrap();
    let usual =
        "Рассмотрев обращение «{{ gist }}», сообщаем.\n{{ substance }}\n{% if due %}До {{ due }}.{% endif %}";
    let of_templates = templates().into_iter().map(|body| (body, "обычное значение".to_owned()));
    let of_values = values().into_iter().map(|value| (usual.to_owned(), value));
    let (mut tried, mut letters) = (0, 0);
    for (body, value) in of_templates.chain(of_values) {
        let begun = processor_time();
        letters += usize::from(whole_way(&mut press, &body, &value).is_some());
        let took = processor_time().saturating_sub(begun);
        let shown = |text: &str| text.chars().take(40).collect::<String>();
        assert!(took < LONGEST, "{took:?}: {:?} with {:?}", shown(&body), shown(&value));
        tried += 1;
    }
    assert!(tried >= 200, "{tried}");
    // Neither is everything refused.
    assert!(letters >= 60, "{letters} of {tried}");
}

#[test]
fn no_hostile_name_leads_a_file_out_of_its_folder() {
    let outer = tempfile::tempdir().unwrap();
    let folder = outer.path().join("letters");
    for value in values() {
        let stem: String = value.chars().take(60).collect();
        if let Ok(path) = write_new(&folder, &stem, "txt", b"x") {
            assert_eq!(path.parent(), Some(folder.as_path()), "{value:?}");
            assert!(path.is_file());
        }
    }
    assert_eq!(std::fs::read_dir(outer.path()).unwrap().count(), 1);
}
