//! Letter templates as an office meets them.

#![expect(clippy::unwrap_used, reason = "what fails in a test's helper fails the test")]

mod processor;

use std::fmt::Write as _;

use otklik::i18n::{Language, Words};
use otklik::letters::library::{Own, PutError, gather, put, put_one};
use otklik::letters::template::{
    Broken, FIELDS, Fields, Fit, Kind, Library, Matter, Origin, Shelved, Template, TemplateError,
};
use otklik::standard::appeal::Kind as AppealKind;
use otklik::standard::holes::holes;
use otklik::standard::text::has_substance;
use otklik::toml_fault::TomlFault;

use crate::processor::{LONGEST, processor_time};

const FRONT: &str = "+++\nid = \"own\"\nkind = \"reply\"\n\
                     title = { ru = \"Своё\", en = \"Own\" }\nheading = \"О деле\"\n+++\n";

fn template(body: &str) -> Result<Template, TemplateError> {
    Template::parse(&format!("{FRONT}{body}"))
}

fn fields(pairs: &[(&str, &str)]) -> Fields {
    pairs.iter().map(|&(name, value)| (name.to_owned(), Some(value.to_owned()))).collect()
}

fn all() -> Fields {
    FIELDS.iter().map(|&name| (name.to_owned(), Some(format!("<{name}>")))).collect()
}

#[test]
fn every_built_in_template_is_sound_and_fills_without_holes() {
    let (library, broken) = Library::load(None);
    assert_eq!(broken, []);
    for (id, kind) in [
        ("reply", Kind::Reply),
        ("interim", Kind::Interim),
        ("notice_earlier", Kind::NoticeEarlierReply),
        ("notice_secret", Kind::NoticeTradeSecret),
        ("notice_forwarding", Kind::NoticeForwarding),
        ("receipt", Kind::Receipt),
    ] {
        let template = library.get(id).unwrap();
        assert_eq!(template.front.kind, kind);
        let filled = template.fill(&all()).unwrap();
        assert_eq!(filled.holes, []);
        assert!(holes(&filled.heading).is_empty() && !filled.text.contains("{#"));
        assert!(!has_substance(&filled.words, &filled.words));
        assert_eq!(has_substance(&filled.text, &filled.words), kind != Kind::Receipt);
    }
}

/// R6: a template of a settled matter still leaves the facts to whoever answers.
#[test]
fn every_built_in_answer_leaves_places_for_the_facts_and_for_the_executors_own_words() {
    let library = Library::built_in();
    let office: Vec<_> =
        library.all().filter(|shelved| !shelved.template.front.outcomes.is_empty()).collect();
    assert!(office.len() >= 8, "{}", office.len());
    for Shelved { template, .. } in office {
        let (front, filled) = (&template.front, template.fill(&Fields::new()).unwrap());
        assert_eq!(front.kind, Kind::Reply);
        assert!(template.takes_own_words(), "{}", front.id);
        let open = template.fill(&all()).unwrap().holes;
        assert!(!open.is_empty(), "{} leaves nothing open", front.id);
        assert!(!has_substance(&filled.text, &filled.words), "{}", front.id);
        assert!(front.heading.starts_with("О ") || front.heading.starts_with("Об "), "{}", front.heading);
    }
}

#[test]
fn the_interim_reply_names_the_new_term_and_the_receipt_says_it_is_free() {
    let (library, _) = Library::load(None);
    let interim = library.get("interim").unwrap().fill(&all()).unwrap().text;
    assert!(interim.contains("<new_due>") && interim.contains("<extension_days>"));
    let receipt = library.get("receipt").unwrap().fill(&all()).unwrap().text;
    assert!(receipt.contains("бесплатно") && receipt.contains("<due>"));
}

#[test]
fn a_notice_cites_what_it_must_and_is_whole_without_an_addition() {
    let (library, _) = Library::load(None);
    let mut fields = all();
    fields.insert("addition".into(), Some(String::new()));
    for (id, cited) in [
        ("notice_earlier", &["№ <earlier_number> от <earlier_date>", "№ <earlier_appeal>"][..]),
        ("notice_secret", &["о невозможности предоставить ответ на данный вопрос", "коммерческую тайну"]),
        ("notice_forwarding", &["<forwarded_to>"]),
    ] {
        let template = library.get(id).unwrap();
        let filled = template.fill(&fields).unwrap();
        assert_eq!(filled.holes, [], "{id}");
        for part in cited {
            assert!(filled.text.contains(part), "{id}: {part} in {}", filled.text);
        }
    }
    // Why it was forwarded is written for the card, not for the client.
    assert!(
        !library.get("notice_forwarding").unwrap().fill(&fields).unwrap().text.contains("forward_reason")
    );
    // A paper reply was to no appeal of this register; its number is never guessed.
    fields.insert("earlier_appeal".into(), None);
    fields.insert("earlier_number".into(), None);
    let filled = library.get("notice_earlier").unwrap().fill(&fields).unwrap();
    assert!(filled.text.contains("№ ‹earlier_number›") && !filled.text.contains("на обращение №"));
    assert_eq!(filled.holes.len(), 1);
}

#[test]
fn what_is_not_known_stays_visible_as_a_hole() {
    let filled = template("№ {{ number }} до {{ due }}").unwrap().fill(&fields(&[("number", "5")])).unwrap();
    assert_eq!(filled.text, "№ 5 до ‹due›");
    assert_eq!(filled.holes.len(), 1);
    assert_eq!(filled.holes[0].name, "due");
    assert!(filled.text[filled.holes[0].at..].starts_with("‹due›"));
}

#[test]
fn a_condition_on_a_field_without_value_is_false() {
    let template = template("да{% if due %}, до {{ due }}{% endif %}.").unwrap();
    assert_eq!(template.fill(&Fields::new()).unwrap().text, "да.");
    assert_eq!(template.fill(&fields(&[("due", "01.12")])).unwrap().text, "да, до 01.12.");
}

#[test]
fn a_clients_words_never_act_as_template_code() {
    let gist = "{{ number }} {% for x in y %} <b>&amp; {#";
    let filled = template("{{ gist }}").unwrap().fill(&fields(&[("gist", gist)])).unwrap();
    assert_eq!(filled.text, gist);
    assert!(!filled.holes.is_empty());
}

#[test]
fn a_template_alone_has_no_substance_and_the_executors_answer_has() {
    let (library, _) = Library::load(None);
    let filled = |substance: Option<&str>| {
        let mut fields = all();
        fields.insert("substance".into(), substance.map(str::to_owned));
        library.get("reply").unwrap().fill(&fields).unwrap()
    };
    let empty = filled(None);
    assert!(!has_substance(&empty.text, &empty.words));
    let blank = filled(Some("  \n"));
    assert!(!has_substance(&blank.text, &blank.words));
    let answered = filled(Some("Перерасчёт выполнен."));
    assert!(has_substance(&answered.text, &answered.words));
}

#[test]
fn a_broken_template_names_its_line() {
    let line = |body: &str| match template(body).unwrap_err() {
        TemplateError::Unpaired { line, .. }
        | TemplateError::Unclosed { line, .. }
        | TemplateError::Unopened { line, .. }
        | TemplateError::Expression { line, .. }
        | TemplateError::Statement { line, .. }
        | TemplateError::UnknownField { line, .. }
        | TemplateError::TooMuch { line } => line,
        other => panic!("{other:?}"),
    };
    assert_eq!(line("первая\n{{ number"), 8);
    assert_eq!(line("первая\n{% if number %}"), 8);
    assert_eq!(line("первая\n\n{{ numbr }}"), 9);
    assert_eq!(line("{% include 'reply.j2' %}"), 7);
    assert_eq!(line("а\n}} б"), 8);
    assert_eq!(line("а\n{{ number|upper }}"), 8);
    assert_eq!(template("{{ numbr }}"), Err(TemplateError::UnknownField { line: 7, name: "numbr".into() }));
    let front = "+++\nid = \"x\"\nkind = \"novel\"\n+++\n";
    assert!(matches!(Template::parse(front), Err(TemplateError::Front(TomlFault { line: 3, .. }))));
    assert_eq!(Template::parse("просто текст"), Err(TemplateError::NoFront));
}

#[test]
fn an_offices_own_file_replaces_the_built_in_one_and_a_broken_one_does_not() {
    let folder = tempfile::tempdir().unwrap();
    let own = FRONT.replace("\"own\"", "\"reply\"");
    std::fs::write(folder.path().join("reply.j2"), format!("{own}Коротко: {{{{ substance }}}}")).unwrap();
    std::fs::write(folder.path().join("interim.j2"), "+++\nid = \"interim\"\n+++\n").unwrap();
    std::fs::write(folder.path().join("new.j2"), format!("{FRONT}Новое")).unwrap();
    std::fs::write(folder.path().join("twin.j2"), format!("{FRONT}Двойник")).unwrap();
    std::fs::write(folder.path().join("notes.txt"), "не шаблон").unwrap();
    std::fs::write(folder.path().join("bytes.j2"), [0xFF, 0xFE]).unwrap();
    let (library, broken) = Library::load(Some(folder.path()));
    let words = |id| library.get(id).unwrap().fill(&all()).unwrap().words;
    assert_eq!(words("reply"), "Коротко: ‹substance›");
    assert_eq!(words("own"), "Новое");
    assert!(words("interim").lines().count() > 2);
    let files: Vec<&str> = broken.iter().map(|Broken { file, .. }| file.as_str()).collect();
    assert_eq!(files, ["bytes.j2", "interim.j2", "twin.j2"]);
}

#[test]
fn a_folder_that_is_not_there_is_no_fault() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(Library::load(Some(&folder.path().join("none"))).1, []);
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_folder_is_not_followed() {
    let folder = tempfile::tempdir().unwrap();
    let secret = folder.path().join("secret");
    std::fs::write(&secret, format!("{FRONT}Тайна")).unwrap();
    let inner = folder.path().join("letters");
    std::fs::create_dir(&inner).unwrap();
    std::os::unix::fs::symlink(&secret, inner.join("own.j2")).unwrap();
    let (library, broken) = Library::load(Some(&inner));
    assert!(library.get("own").is_none() && broken.is_empty());
}

/// An office's folder with templates of these ids and topics.
fn folder_of(templates: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (id, topic) in templates {
        let file = FRONT
            .replace("\"own\"", &format!("\"{id}\""))
            .replace("heading", &format!("topics = [\"{topic}\"]\nheading"));
        std::fs::write(folder.path().join(format!("{id}.j2")), file + "Текст").unwrap();
    }
    folder
}

#[test]
fn templates_of_the_topic_are_offered_first_then_those_of_its_group_and_others_topics_never() {
    let folder = folder_of(&[("a", "theft"), ("b", "theft.meter"), ("c", "the"), ("d", "account.owner")]);
    let (library, broken) = Library::load(Some(folder.path()));
    assert_eq!(broken, []);
    let ids = |topic| {
        let offered = library.offered(Kind::Reply, Matter { kind: None, topic });
        offered.into_iter().map(|t| t.front.id.clone()).collect::<Vec<_>>()
    };
    assert_eq!(ids(Some("theft.meter")), ["b", "a", "reply"]);
    assert_eq!(ids(Some("theft")), ["a", "reply"]);
    assert_eq!(ids(Some("other")), ["reply"]);
    // Whose topic nobody has found out yet may turn out to be any.
    let any = ids(None);
    assert_eq!(any[0], "reply");
    assert!(["a", "b", "c", "d"].iter().all(|id| any.iter().any(|own| own == id)), "{any:?}");
    let matter = Matter { kind: None, topic: Some("theft.meter") };
    assert_eq!(library.get("b").unwrap().front.fit(matter), Fit::Topic);
    assert_eq!(library.get("c").unwrap().front.fit(matter), Fit::Other);
}

/// A suggestion about the queue is not apologised for.
#[test]
fn a_template_for_some_kinds_of_appeals_is_offered_to_no_other() {
    let library = Library::built_in();
    let first = |kind, topic| {
        let offered = library.offered(Kind::Reply, Matter { kind: Some(kind), topic: Some(topic) });
        offered[0].front.id.clone()
    };
    assert_eq!(first(AppealKind::Complaint, "service.waiting"), "service_apology");
    assert_eq!(first(AppealKind::Suggestion, "service.waiting"), "reply");
    assert_eq!(first(AppealKind::Suggestion, "billing.recalculation"), "recalculation_done", "for any kind");
    // Whose topic is not known yet is offered it after those that fit.
    let offered = library.offered(Kind::Reply, Matter { kind: Some(AppealKind::Suggestion), topic: None });
    assert_eq!(offered[0].front.id, "reply");
    let stray = FRONT.replace("heading", "kinds = [\"жалоба\"]\nheading") + "Текст";
    let refused = Template::parse(&stray).unwrap_err();
    assert!(matches!(refused, TemplateError::Front(TomlFault { line: 5, .. })), "{refused:?}");
}

#[test]
fn an_answer_says_how_it_settles_the_matter_in_words_of_a_closed_list() {
    let with = |outcomes: &str| {
        Template::parse(&(FRONT.replace("heading", &format!("outcomes = {outcomes}\nheading")) + "Текст"))
    };
    assert_eq!(with("[\"refused\", \"explained\"]").unwrap().front.outcomes.len(), 2);
    let refused = with("[\"перерасчёт\"]").unwrap_err();
    assert!(matches!(refused, TemplateError::Front(TomlFault { line: 5, .. })), "{refused:?}");
}

#[test]
fn a_fault_is_told_in_words_with_its_file_and_line() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("reply.j2"), format!("{FRONT}первая\n{{{{ numbr }}}}")).unwrap();
    let (_, broken) = Library::load(Some(folder.path()));
    assert_eq!(
        broken[0].words(&Words::new(Language::Ru)),
        "Шаблон reply.j2: строка 8: поля «numbr» нет; поля перечислены в шаблоне reply"
    );
    assert_eq!(
        broken[0].words(&Words::new(Language::En)),
        "Template reply.j2: line 8: no field “numbr”; the template reply lists the fields"
    );
}

/// The fault of a template in both languages.
fn told(file: &str) -> [String; 2] {
    let error = Template::parse(file).unwrap_err();
    [Language::Ru, Language::En].map(|language| error.words(&Words::new(language)))
}

#[test]
fn every_fault_names_its_line_in_the_language_of_whoever_reads_it() {
    let body = |body: &str| format!("{FRONT}{body}");
    for (file, russian, english) in [
        (body("а\n{{ number"), "строка 8: у «{{» нет пары", "line 8: “{{” has no other half"),
        (body("{% if due %}\nда"), "строка 7: «if» ничем не закрыто", "line 7: nothing closes “if”"),
        (body("а\n{% endfor %}"), "строка 8: «endfor» здесь лишнее", "line 8: “endfor” is out of place"),
        (
            body("{% if due %}{% endfor %}"),
            "строка 7: «endfor» здесь лишнее",
            "line 7: “endfor” is out of place",
        ),
        (body("\n{{ due|upper }}"), "строка 8: фильтров", "line 8: templates have no filters"),
        (body("{{ due() }}"), "строка 7: ", "line 7: "),
        (
            FRONT.replace("reply", "novel") + "а",
            "строка 3: «novel» здесь не бывает",
            "line 3: “novel” can't stand here",
        ),
        (FRONT.replace("heading", "hading") + "а", "Ближайшее — «heading»", "The nearest is “heading”"),
        (
            FRONT.replace("О деле", "О {{ numbr }}") + "а",
            "строка 5: поля «numbr» нет",
            "line 5: no field “numbr”",
        ),
    ] {
        let [ru, en] = told(&file);
        assert!(ru.contains(russian), "{ru}");
        assert!(en.contains(english), "{en}");
        assert!(!en.chars().any(|c| matches!(c, 'а'..='я' | 'А'..='Я')), "Russian in English: {en}");
    }
}

/// What only the engine has words for is told with its words last, alike in both languages.
#[test]
fn what_only_the_engine_can_say_stands_last_in_both_languages() {
    let [ru, en] = told(&format!("{FRONT}а\n{{{{ number due }}}}"));
    let (russian, its) = ru.split_once("не разобрать: ").unwrap();
    assert_eq!(russian, "строка 8: в скобках ");
    assert!(!its.is_empty() && en.starts_with("line 8: ") && en.ends_with(its), "{ru} / {en}");
}

#[test]
fn an_id_is_a_name_that_a_file_can_have() {
    for bad in ["", "../reply", "a b", "a/b", "nul\\u0000", &"я".repeat(65)] {
        let file = FRONT.replace("\"own\"", &format!("\"{bad}\"")) + "Текст";
        assert!(matches!(Template::parse(&file), Err(TemplateError::BadId { .. })), "{bad}");
    }
}

#[test]
fn templates_are_put_all_or_none_each_in_the_place_of_its_id() {
    let (from, office) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let shelf = office.path().join("assets").join("letters");
    let file = |name: &str, body: &str| {
        let path = from.path().join(name);
        std::fs::write(&path, body).unwrap();
        path
    };
    let reply = FRONT.replace("\"own\"", "\"reply\"");
    let first = file("наш ответ.j2", &format!("{reply}Первый: {{{{ substance }}}}"));
    put(&shelf, &[first], Own::Stays).unwrap();
    let words = || Library::load(Some(&shelf)).0.get("reply").unwrap().fill(&all()).unwrap().words;
    assert_eq!(words(), "Первый: ‹substance›");

    // One broken file among them: nothing is put, and the fault names its file and line.
    let second = file("second.j2", &format!("{reply}Второй: {{{{ substance }}}}"));
    let broken = file("broken.j2", &format!("{FRONT}{{{{ numbr }}}}"));
    match put(&shelf, &[second.clone(), broken.clone()], Own::Stays) {
        Err(PutError::Broken(faults)) => {
            assert_eq!(faults.len(), 1);
            assert_eq!(faults[0].file, broken.display().to_string());
            assert_eq!(faults[0].error, TemplateError::UnknownField { line: 7, name: "numbr".into() });
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(words(), "Первый: ‹substance›");

    // Another file of the same id takes its place where that is asked for, and the old one is kept beside; a whole
    // folder is taken too.
    std::fs::remove_file(&broken).unwrap();
    std::fs::remove_file(from.path().join("наш ответ.j2")).unwrap();
    let folder = [from.path().to_owned()];
    match put(&shelf, &folder, Own::Stays) {
        Err(PutError::Taken(taken)) => assert_eq!(taken[0].path, shelf.join("reply.j2")),
        other => panic!("{other:?}"),
    }
    assert_eq!(words(), "Первый: ‹substance›");
    put(&shelf, &folder, Own::KeptAside).unwrap();
    assert_eq!(words(), "Второй: ‹substance›");
    assert!(std::fs::read_to_string(shelf.join("reply.j2.bak")).unwrap().contains("Первый"));
    // The very same is put again without a word, and nothing more is kept beside.
    put(&shelf, &folder, Own::Stays).unwrap();
    put(&shelf, &folder, Own::KeptAside).unwrap();
    assert_eq!(std::fs::read_dir(&shelf).unwrap().count(), 2);
}

#[test]
fn two_files_of_one_id_are_refused_and_so_is_what_is_no_file() {
    let from = folder_of(&[("a", "theft")]);
    let twin = from.path().join("b.j2");
    std::fs::copy(from.path().join("a.j2"), &twin).unwrap();
    let faults = gather(&[from.path().to_owned(), from.path().join("none.j2")]).unwrap_err();
    let errors: Vec<_> = faults.iter().map(|fault| &fault.error).collect();
    assert!(errors.contains(&&TemplateError::Duplicate { id: "a".into() }), "{errors:?}");
    assert!(
        errors.contains(&&TemplateError::Unreadable { kind: std::io::ErrorKind::NotFound }),
        "{errors:?}"
    );
}

#[test]
fn a_built_in_template_is_copied_out_to_be_edited_and_a_file_put_by_hand_keeps_its_name() {
    let office = tempfile::tempdir().unwrap();
    let built_in = Library::built_in();
    let copied = put_one(office.path(), built_in.shelved("interim").unwrap(), Own::Stays).unwrap();
    assert_eq!(copied.path, office.path().join("interim.j2"));
    let (library, broken) = Library::load(Some(office.path()));
    assert_eq!(broken, []);
    let shelved = library.shelved("interim").unwrap();
    assert_eq!(shelved.origin, Origin::Own("interim.j2".into()));
    assert_eq!(Some(&shelved.template), built_in.get("interim"));
    // A file of another template that has the name already is not written over.
    let folder = folder_of(&[("a", "theft")]);
    std::fs::rename(folder.path().join("a.j2"), folder.path().join("interim.j2")).unwrap();
    let copied = put_one(folder.path(), built_in.shelved("interim").unwrap(), Own::Stays).unwrap();
    assert_eq!(copied.path, folder.path().join("interim-2.j2"));
}

#[test]
fn an_own_template_that_is_broken_is_not_written_over() {
    let office = tempfile::tempdir().unwrap();
    let own = office.path().join("interim.j2");
    let edited = format!("{}Правка, {{{{ которая }}}} не закончена", FRONT.replace("\"own\"", "\"interim\""));
    std::fs::write(&own, &edited).unwrap();
    let built_in = Library::built_in();
    let shelved = built_in.shelved("interim").unwrap();
    match put_one(office.path(), shelved, Own::Stays) {
        Err(PutError::Taken(taken)) => assert_eq!(taken[0].path, own),
        other => panic!("{other:?}"),
    }
    assert_eq!(std::fs::read_to_string(&own).unwrap(), edited);
    put_one(office.path(), shelved, Own::KeptAside).unwrap();
    assert_eq!(std::fs::read_to_string(office.path().join("interim.j2.bak")).unwrap(), edited);
    assert_eq!(std::fs::read_to_string(&own).unwrap(), shelved.source);
}

#[test]
fn hostile_templates_are_refused_or_filled_and_never_hang() {
    let many = |part: &str, times: usize| part.repeat(times);
    let mut bodies = vec![
        "{{".into(),
        "{{ }}".into(),
        "{% %}".into(),
        "{{ '}}' }}".into(),
        "{% raw %}{{ number }}{% endraw %}".into(),
        "{% set gist = gist ~ gist %}".into(),
        "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}".into(),
        "{% import '../../etc/passwd' as x %}".into(),
        "{% extends 'reply.j2' %}".into(),
        "{% include ['/etc/passwd'] %}".into(),
        "{{ 'x' * 100000000 }}".into(),
        "{{ range(100000000) }}".into(),
        "{% for a in gist %}{% for b in gist %}{% for c in gist %}x{% endfor %}{% endfor %}{% endfor %}"
            .into(),
        "{{ gist.__class__.__mro__ }}".into(),
        "{{ self }}{{ loop }}{{ super() }}".into(),
        "\0\u{202E}{{ number }}\u{2028}".into(),
        "{{ 1/0 }}{{ 10 ** 400 }}".into(),
        "{{ -9223372036854775808 // -1 }}".into(),
        many("{{ gist }}", 390),
        many("{% if gist %}", 390) + &many("{% endif %}", 390),
        many("{% if gist %}", 5_000),
        format!("{{{{ {} }}}}", many("(", 10_000)),
        format!("{{{{ {} }}}}", many("not ", 39)),
        format!("{{{{ {}1 }}}}", many("1+", 12_000)),
        format!("{{% if a %}}{}{{% endif %}}", many("{% elif a %}", 3_000)),
        many("{#", 20_000),
        many("}}", 20_000),
        "щ".repeat(600_000),
    ];
    for depth in 1..180 {
        let mut body = String::new();
        let _ = write!(body, "{}number{}", "{% for a in gist %}".repeat(depth), "{{ ".repeat(depth));
        bodies.push(body);
    }
    let values = [String::new(), "я".repeat(30_000), "{{ gist }}".repeat(1_000)];
    for body in bodies {
        let begun = processor_time();
        if let Ok(template) = template(&body) {
            for value in &values {
                let fields = FIELDS.map(|name| (name.to_owned(), Some(value.clone())));
                if let Ok(filled) = template.fill(&Fields::from(fields)) {
                    assert!(filled.text.len() <= 512 * 1024);
                }
            }
        }
        let shown: String = body.chars().take(40).collect();
        assert!(processor_time() < begun + LONGEST, "{shown}");
    }
}

#[test]
fn looking_for_holes_in_a_long_text_takes_no_time() {
    for part in ["‹", "›", "{{", "{% ", "}}", "‹a›", "а"] {
        let begun = processor_time();
        assert!(holes(&part.repeat(60_000)).len() <= 60_000);
        assert!(processor_time() < begun + LONGEST, "{part}");
    }
}
