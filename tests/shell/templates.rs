//! Letter templates by the shell: put in force all or none, listed, checked, copied out.

use super::Desk;

const FRONT: &str = "+++\nid = \"reply\"\nkind = \"reply\"\ntitle = { ru = \"Наш\", en = \"Ours\" }\n\
                     heading = \"О деле\"\ntopics = [\"billing\"]\noutcomes = [\"explained\"]\n+++\n";

fn origin(desk: &Desk, id: &str) -> serde_json::Value {
    let list = desk.json(&["templates", "list", "--format", "json"]);
    list.as_array().unwrap().iter().find(|one| one["id"] == id).unwrap().clone()
}

#[test]
fn a_template_is_put_in_force_and_a_broken_one_leaves_the_one_before() {
    let desk = Desk::with_office();
    let good = desk.file("ours.j2", &format!("{FRONT}Коротко: {{{{ substance }}}}\n"));
    let said = desk.done(&["load", "templates", &good]);
    assert!(said.starts_with("Шаблон «reply» загружен: ") && said.ends_with("reply.j2\n"), "{said}");
    assert_eq!(origin(&desk, "reply")["file"], "reply.j2");
    assert_eq!(origin(&desk, "reply")["outcomes"], serde_json::json!(["explained"]));
    assert_eq!(origin(&desk, "interim")["built_in"], true);

    let bad = desk.file("bad.j2", &format!("{FRONT}Коротко:\n{{{{ numbr }}}}\n"));
    let why = desk.refused(&["load", "templates", &bad]);
    assert!(why.contains("bad.j2: строка 10: поля «numbr» нет"), "{why}");
    assert_eq!(desk.run(&["templates", "check", &bad]).code, Some(1));
    let shown = desk.done(&["templates", "show", "reply"]);
    assert!(shown.contains("Коротко: {{ substance }}"), "{shown}");
}

#[test]
fn a_file_broken_by_hand_is_told_by_the_list_and_by_the_check_while_ours_goes_on() {
    let desk = Desk::with_office();
    assert!(desk.done(&["templates", "check"]).contains("ошибок нет"));
    let folder = desk.folder().join("assets").join("letters");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("reply.j2"), format!("{FRONT}{{% if %}}")).unwrap();
    let listed = desk.run(&["templates", "list"]);
    assert_eq!(listed.code, Some(0));
    assert!(listed.err.contains("reply.j2: строка 9"), "{}", listed.err);
    assert!(listed.out.contains("встроенный"), "{}", listed.out);
    assert!(desk.refused(&["templates", "check"]).contains("reply.j2: строка 9"));
}

#[test]
fn a_built_in_template_is_copied_out_once() {
    let desk = Desk::with_office();
    let said = desk.done(&["templates", "copy", "recalculation_done"]);
    assert!(said.contains("recalculation_done.j2"), "{said}");
    assert_eq!(origin(&desk, "recalculation_done")["built_in"], false);
    assert!(desk.refused(&["templates", "copy", "recalculation_done"]).contains("уже есть свой файл"));
    let none = desk.run(&["templates", "show", "nothing"]);
    assert_eq!(none.code, Some(2));
    assert!(none.err.contains("Шаблона «nothing» нет. Есть: "), "{}", none.err);
}

#[test]
fn an_own_template_is_replaced_only_where_that_is_said_and_stays_beside() {
    let desk = Desk::with_office();
    let folder = desk.folder().join("assets").join("letters");
    std::fs::create_dir_all(&folder).unwrap();
    let own = folder.join("reply.j2");
    // Half an edit, which is no template.
    let edited = format!("{FRONT}Правка {{% if");
    std::fs::write(&own, &edited).unwrap();
    let good = desk.file("ours.j2", &format!("{FRONT}Коротко: {{{{ substance }}}}\n"));
    for args in [["templates", "copy", "reply"], ["load", "templates", &good]] {
        let told = desk.refused(&args);
        assert!(told.contains("reply.j2") && told.contains("--replace"), "{told}");
        assert_eq!(std::fs::read_to_string(&own).unwrap(), edited);
    }
    desk.done(&["templates", "copy", "reply", "--replace"]);
    desk.done(&["load", "templates", &good, "--replace"]);
    assert_eq!(std::fs::read_to_string(folder.join("reply.j2.bak")).unwrap(), edited);
    assert!(folder.join("reply.j2.bak-2").exists(), "each that was replaced is there");
    assert!(desk.done(&["templates", "show", "reply"]).contains("Коротко"));
}

#[test]
fn only_an_administrator_puts_templates_in_force_and_anyone_looks() {
    let desk = Desk::with_office();
    desk.done(&["staff", "add", "--login", "petrov", "--person", "Петров Иван", "--role", "executor"]);
    let good = desk.file("ours.j2", &format!("{FRONT}Коротко: {{{{ substance }}}}\n"));
    assert!(desk.refused(&["--as", "petrov", "load", "templates", &good]).contains("администратор"));
    assert!(desk.refused(&["--as", "petrov", "templates", "copy", "reply"]).contains("администратор"));
    assert!(desk.done(&["--as", "petrov", "templates", "list"]).contains("Перерасчёт произведён"));
    assert_eq!(origin(&desk, "reply")["built_in"], true);
}

#[test]
fn a_topic_that_the_office_does_not_have_is_told() {
    let desk = Desk::with_office();
    let odd = desk.file("odd.j2", &(FRONT.replace("billing", "biling") + "Коротко: {{ substance }}"));
    let loaded = desk.run(&["load", "templates", &odd]);
    assert_eq!(loaded.code, Some(0));
    assert!(loaded.err.contains("темы «biling» в справочнике нет"), "{}", loaded.err);
}

#[test]
fn words_that_a_template_has_no_place_for_are_not_lost_unsaid() {
    let desk = Desk::with_office();
    let register = ["register", "--channel", "phone", "--kind", "enquiry", "--anonymous", "--gist", "x"];
    desk.done(&register);
    let mute = desk.file("mute.j2", &(FRONT.replace("\"reply\"\nkind", "\"mute\"\nkind") + "Ответ готов.\n"));
    desk.done(&["load", "templates", &mute]);
    let text = desk.file("text.txt", "Пересчитано.");
    let why = desk.refused(&["reply", "1", "--template", "mute", "--text", &text]);
    assert!(why.contains("нет места для слов исполнителя"), "{why}");
}
