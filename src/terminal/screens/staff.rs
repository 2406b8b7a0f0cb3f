//! The staff of the office: who they are, what they may do, and what a letter needs of them (R6).

use std::collections::BTreeSet;

use serde_json::{Map, Value};
use uuid::Uuid;

use super::acts;
use super::drafts;
use super::roster::{Entry, Kept, Roster, look, no_administrator};
use super::sheet::{Sheet, Sheeted};
use crate::desk::{Confirmed, DeskError, Draft, code_from};
use crate::i18n::Words;
use crate::say;
use crate::standard::decide::OfficeCommand;
use crate::standard::office::{
    Deputising, Duty, FullName, Login, Role, SigningRight, StaffDetail, StaffMember, UnitCode,
};
use crate::standard::personal::Personal;
use crate::standard::refusal::{Field as RefusedField, Refusal};
use crate::standard::text::{email_fault, given};
use crate::terminal::app::Cx;
use crate::terminal::form::{Field, Form, Kind, NO, YES, loose};
use crate::terminal::forms::{FormName, capitalised};
use crate::terminal::layers::{Layer, Outcome};
use crate::terminal::theme::Look;
use crate::terminal::widgets::{Cell, Choice, Column};

/// What the draft of a person is called; their login follows.
pub const NAME: &str = "staff";

/// The list of staff.
pub type People = Roster<OfPeople>;

/// What the list of staff holds.
#[derive(Debug)]
pub struct OfPeople;

impl Kept for OfPeople {
    fn title(cx: &Cx) -> String {
        say!(cx.words, "command-staff")
    }

    fn help(cx: &Cx) -> String {
        say!(cx.words, "staff-help")
    }

    fn columns(cx: &Cx) -> Vec<Column> {
        let words = &cx.words;
        vec![
            Column::new(&say!(words, "column-person"), 19, 19).of_data(),
            Column::new(&say!(words, "column-unit-short"), 10, 12).growing().of_data(),
            Column::new(&say!(words, "label-position"), 11, 16).of_data(),
            Column::new(&say!(words, "label-phone"), 18, 18),
            Column::new(&say!(words, "column-signs"), 8, 8),
        ]
    }

    fn entries(cx: &Cx) -> Vec<Entry> {
        let mut people: Vec<_> = cx.desk.office().staff.values().collect();
        people.sort_by(|one, other| crate::desk::compare_names(&one.short_name(), &other.short_name()));
        people.into_iter().map(|person| entry(person, cx)).collect()
    }

    fn form(login: Option<&str>, cx: &mut Cx) -> Result<Outcome<Cx>, DeskError> {
        let (sheet, form) = PersonSheet::new(login, cx);
        Ok(acts::open(Sheeted::new(sheet, form, cx)?))
    }

    fn question(name: &str, cx: &Cx) -> String {
        say!(cx.words, "staff-retire", name = name)
    }

    fn retire(login: &str, confirmed: &Confirmed, cx: &mut Cx) -> Result<(), DeskError> {
        cx.desk.retire_person(Login(login.to_owned()), confirmed)
    }
}

/// The line of a person; what a letter would lack is named where it should stand (R6).
fn entry(person: &StaffMember, cx: &Cx) -> Entry {
    let words = &cx.words;
    let plain = look(person.retired.is_some());
    let lacks = |detail| person.retired.is_none() && person.letter_details(&[detail]).is_err();
    let value = |detail, value: &str, missing: String| {
        // A position stands in letters only under a signature.
        let needed = detail != StaffDetail::Position || person.signing.is_some();
        match (lacks(detail), needed) {
            (true, true) => Cell::new(&missing, Look::Problem),
            (true, false) => Cell::new(&missing, Look::Dim),
            (false, _) => Cell::new(value, plain),
        }
    };
    let phone = person.phone.as_ref().map_or("", Personal::text);
    let state = match person.retired {
        Some(on) => say!(words, "staff-left", on = words.date(on)),
        None => phone.to_owned(),
    };
    let cells = vec![
        value(
            StaffDetail::GivenName,
            &person.short_name(),
            say!(words, "staff-no-given-name", name = person.short_name()),
        ),
        Cell::new(&cx.desk.office().unit_title(&person.unit), plain),
        value(StaffDetail::Position, &person.position, say!(words, "staff-no-position")),
        value(StaffDetail::Phone, &state, say!(words, "staff-no-phone")),
        Cell::new(&signs(person, cx), plain),
    ];
    Entry {
        code: person.login.0.clone(),
        name: person.short_name(),
        cells,
        retired: person.retired.is_some(),
    }
}

/// The signing right in a word or a date.
fn signs(person: &StaffMember, cx: &Cx) -> String {
    let (words, today) = (&cx.words, cx.today());
    match &person.signing {
        Some(right) if right.holds(today) => say!(words, "staff-signs"),
        Some(right) if right.from > today => {
            say!(words, "staff-signs-from", day = right.from.format("%d.%m").to_string())
        }
        Some(_) => say!(words, "staff-signs-no-more"),
        None => String::new(),
    }
}

/// Opens the form of a person as its draft left it.
pub fn restore(
    login: &str,
    draft: &Draft,
    state: &Map<String, Value>,
    cx: &Cx,
) -> Option<Box<dyn Layer<Cx>>> {
    let known = Some(login).filter(|login| !login.is_empty());
    if known.is_some_and(|login| !cx.desk.office().staff.contains_key(&Login(login.to_owned()))) {
        return None;
    }
    let (sheet, form) = PersonSheet::new(known, cx);
    Some(Box::new(Sheeted::restored(sheet, form, draft, state)))
}

/// Opens the form of the person for whose sake a letter was refused, on what it lacks; none where the refusal is about
/// something else, or whoever is at the desk may not change it.
pub fn complete(refusal: &Refusal, cx: &mut Cx) -> Option<Outcome<Cx>> {
    let (login, lacking): (&Login, Vec<_>) = match refusal {
        Refusal::ExecutorLacks { login, missing } | Refusal::SignatoryLacks { login, missing } => {
            (login, missing.iter().map(|detail| place_of(*detail)).collect())
        }
        Refusal::MayNotSign { login, .. } => (login, vec!["signs"]),
        _ => return None,
    };
    if no_administrator(cx).is_some() || cx.desk.office().active_person(login).is_none() {
        return None;
    }
    let (mut sheet, mut form) = PersonSheet::new(Some(&login.0), cx);
    sheet.for_a_letter = true;
    // The last to be blamed has the cursor: it is the first in the form.
    for field in lacking.into_iter().rev() {
        form.blame(field, &say!(cx.words, "staff-letter-needs"));
    }
    Some(acts::open(Sheeted::new(sheet, form, cx).ok()?))
}

const fn place_of(detail: StaffDetail) -> &'static str {
    match detail {
        StaffDetail::GivenName => "person_name",
        StaffDetail::Phone => "phone",
        StaffDetail::Position => "position",
    }
}

/// The roles with the fields they stand in.
const ROLES: [(Role, &str); 5] = [
    (Role::Clerk, "clerk"),
    (Role::Executor, "executor"),
    (Role::Head, "head"),
    (Role::Director, "director"),
    (Role::Administrator, "administrator"),
];

/// The form of one person.
#[derive(Debug)]
struct PersonSheet {
    /// The person who is changed; none for a new one.
    before: Option<StaffMember>,
    /// The login that was offered: changed by hand, it stays.
    offered: String,
    /// A letter waits for what is filled in here.
    for_a_letter: bool,
}

impl PersonSheet {
    fn new(login: Option<&str>, cx: &Cx) -> (Self, Form) {
        let before = login.and_then(|login| cx.desk.office().staff.get(&Login(login.to_owned()))).cloned();
        let mut fields = who_fields(before.as_ref(), cx);
        fields.extend(role_fields(before.as_ref(), &cx.words));
        fields.extend(right_fields(before.as_ref(), &cx.words));
        // Whoever has left stands in for nobody.
        if before.as_ref().is_none_or(|person| person.retired.is_none()) {
            fields.extend(deputy_fields(before.as_ref(), cx));
        }
        let form = Form::new(fields, &say!(cx.words, "button-save"));
        (Self { before, offered: String::new(), for_a_letter: false }, form)
    }

    /// The entries of a deputy: the one in the form takes the place of the one that stood there, or of none where it is
    /// about another person or duty, so that several can be kept.
    fn deputises(&self, form: &Form, cx: &Cx) -> Vec<Deputising> {
        let today = cx.today();
        let mut entries = self.before.as_ref().map(|person| person.deputises.clone()).unwrap_or_default();
        if form.field("deputy_of").is_none() {
            return entries;
        }
        let stood = self.before.as_ref().and_then(shown_deputy).cloned();
        let of = form.typed("deputy_of");
        let duty = form.typed("deputy_as").parse::<Duty>();
        let same =
            |entry: &Deputising| entry.of.0 == of && duty.as_ref().is_ok_and(|duty| entry.duty == *duty);
        entries.retain(|entry| Some(entry) != stood.as_ref() || !(of.is_empty() || same(entry)));
        if let (Some(of), Ok(duty)) = (given(&of), duty) {
            let from = loose::date(&form.typed("deputy_from"), today).unwrap_or(today);
            let to = loose::date(&form.typed("deputy_to"), today).unwrap_or(from);
            let entry = Deputising { of: Login(of.to_owned()), duty, from, to };
            if !entries.contains(&entry) {
                entries.push(entry);
            }
        }
        entries
    }

    fn person(&self, form: &Form, cx: &Cx) -> Result<StaffMember, DeskError> {
        let today = cx.today();
        let before = self.before.as_ref();
        let name = FullName::parse(&form.typed("person_name"));
        let value = |id: &str| given(&form.typed(id)).map(str::to_owned);
        let day = |id: &str| loose::date(&form.typed(id), today);
        let signs = form.typed("signs") == YES;
        let login = || Login(form.typed("login").trim().to_owned());
        Ok(StaffMember {
            login: before.map_or_else(login, |person| person.login.clone()),
            name: name.ok_or(Refusal::Missing(RefusedField::PersonName))?.into(),
            unit: UnitCode(form.typed("unit")),
            position: form.typed("position").trim().to_owned(),
            phone: value("phone").map(Personal::Known),
            email: value("email").map(Personal::Known),
            roles: ROLES.iter().filter(|(_, id)| form.typed(id) == YES).map(|(role, _)| *role).collect(),
            signing: signs
                .then(|| SigningRight { from: day("signs_from").unwrap_or(today), to: day("signs_to") }),
            os_user: value("os_user"),
            deputises: self.deputises(form, cx),
            retired: before.and_then(|person| person.retired).filter(|_| form.typed("back") != YES),
        })
    }
}

/// For whom they act, as what, from when to when: the entry that holds longest stands in the form, the others are kept.
fn deputy_fields(before: Option<&StaffMember>, cx: &Cx) -> Vec<Field> {
    let (words, office) = (&cx.words, cx.desk.office());
    let entry = before.and_then(shown_deputy);
    let others = office.staff.values().filter(|person| {
        person.retired.is_none() && before.is_none_or(|before| before.login != person.login)
    });
    let mut others: Vec<_> =
        others.map(|person| Choice::new(&person.login.0, &person.short_name())).collect();
    others.sort_by(|one, other| crate::desk::compare_names(&one.title, &other.title));
    let duties = Duty::ALL.iter().map(|duty| Choice::new(duty.code(), &capitalised(&words.duty(*duty))));
    let day = |day: Option<chrono::NaiveDate>| day.map(loose::strict_date).unwrap_or_default();
    let kept = before.map_or(0, |person| person.deputises.len().saturating_sub(1));
    let note = match kept {
        0 => say!(words, "note-deputy"),
        kept => say!(words, "note-deputy-more", count = kept),
    };
    vec![
        Field::new("deputy_of", &say!(words, "label-deputy-of"), Kind::Choice(others))
            .width(32)
            .with(entry.map_or("", |entry| entry.of.0.as_str()))
            .heading(&say!(words, "staff-deputy"))
            .note(&note),
        Field::new("deputy_as", &say!(words, "label-deputy-as"), Kind::Choice(duties.collect()))
            .width(32)
            .with(entry.map_or("", |entry| entry.duty.code()))
            .note(&say!(words, "note-deputy-as")),
        Field::new("deputy_from", &say!(words, "label-deputy-from"), Kind::Date)
            .with(&day(entry.map(|entry| entry.from))),
        Field::new("deputy_to", &say!(words, "label-deputy-to"), Kind::Date)
            .with(&day(entry.map(|entry| entry.to)))
            .note(&say!(words, "note-deputy-to")),
    ]
}

/// The entry of a deputy that the form shows: the one that ends last.
fn shown_deputy(person: &StaffMember) -> Option<&Deputising> {
    person.deputises.iter().max_by_key(|entry| entry.to)
}

/// Who it is and how to reach them: what a letter prints.
fn who_fields(before: Option<&StaffMember>, cx: &Cx) -> Vec<Field> {
    let (words, office) = (&cx.words, cx.desk.office());
    let line = |id: &'static str, label: String, width: u16, value: &str| {
        Field::new(id, &label, Kind::Line).width(width).with(value)
    };
    let text = |value: Option<&Personal<String>>| value.map_or("", Personal::text).to_owned();
    let name = before.and_then(|person| person.name.known()).map(FullName::full).unwrap_or_default();
    let own = before.or(cx.desk.actor()).map(|person| person.unit.0.clone()).unwrap_or_default();
    let units = office.units.values().filter(|unit| unit.retired.is_none() || unit.code.0 == own);
    let mut units: Vec<_> = units.map(|unit| Choice::new(&unit.code.0, &unit.title)).collect();
    units.sort_by(|one, other| crate::desk::compare_names(&one.title, &other.title));
    let mut fields = vec![
        line("person_name", say!(words, "field-person-name"), 40, &name)
            .note(&say!(words, "note-person-name"))
            .required(),
    ];
    if before.is_none() {
        let login = line("login", say!(words, "field-login"), 20, "").note(&say!(words, "note-login"));
        fields.push(login.required());
    }
    fields.extend([
        Field::new("unit", &say!(words, "column-unit"), Kind::Choice(units)).width(40).with(&own).required(),
        line("position", say!(words, "label-position"), 40, before.map_or("", |person| &person.position))
            .note(&say!(words, "note-position")),
        Field::new("phone", &say!(words, "label-phone"), Kind::Phone)
            .with(&text(before.and_then(|person| person.phone.as_ref())))
            .note(&say!(words, "note-staff-phone")),
        line("email", say!(words, "label-email"), 32, &text(before.and_then(|person| person.email.as_ref()))),
    ]);
    fields
}

/// What they may do.
fn role_fields(before: Option<&StaffMember>, words: &Words) -> Vec<Field> {
    let usual = BTreeSet::from([Role::Clerk, Role::Executor]);
    let roles = before.map_or(&usual, |person| &person.roles);
    let field = |(role, id): &(Role, &'static str)| {
        let yes = if roles.contains(role) { YES } else { NO };
        let field = Field::new(id, &capitalised(&words.role(*role)), Kind::YesNo).with(yes);
        let note = match role {
            Role::Clerk => say!(words, "note-role-clerk"),
            Role::Executor => say!(words, "note-role-executor"),
            Role::Head => say!(words, "note-role-head"),
            Role::Director => say!(words, "note-role-director"),
            Role::Administrator => say!(words, "note-role-administrator"),
        };
        field.note(&note)
    };
    let mut fields: Vec<_> = ROLES.iter().map(field).collect();
    fields[0] = fields[0].clone().heading(&say!(words, "staff-roles"));
    fields
}

/// Whether they may sign, and which account of the machine is theirs.
fn right_fields(before: Option<&StaffMember>, words: &Words) -> Vec<Field> {
    let right = before.and_then(|person| person.signing.as_ref());
    let day = |day: Option<chrono::NaiveDate>| day.map(loose::strict_date).unwrap_or_default();
    let mut fields = vec![
        Field::new("signs", &say!(words, "label-signs"), Kind::YesNo)
            .with(if right.is_some() { YES } else { NO })
            .note(&say!(words, "note-signs")),
        Field::new("signs_from", &say!(words, "label-signs-from"), Kind::Date)
            .with(&day(right.map(|right| right.from)))
            .note(&say!(words, "note-signs-from")),
        Field::new("signs_to", &say!(words, "label-signs-to"), Kind::Date)
            .with(&day(right.and_then(|right| right.to)))
            .note(&say!(words, "note-signs-to")),
        Field::new("os_user", &say!(words, "label-os-user"), Kind::Line)
            .width(20)
            .with(before.and_then(|person| person.os_user.as_deref()).unwrap_or_default())
            .note(&say!(words, "note-os-user")),
    ];
    if before.is_some_and(|person| person.retired.is_some()) {
        let back = Field::new("back", &say!(words, "label-staff-back"), Kind::YesNo).with(NO);
        fields.push(back.note(&say!(words, "note-back")));
    }
    fields
}

impl Sheet for PersonSheet {
    fn name(&self) -> Option<String> {
        Some(drafts::name(NAME, self.before.as_ref().map_or("", |person| person.login.0.as_str())))
    }

    fn is_of_the_office(&self) -> bool {
        true
    }

    fn title(&self, cx: &Cx) -> String {
        self.before.as_ref().map_or_else(|| say!(cx.words, "staff-new"), StaffMember::short_name)
    }

    fn label(&self, form: &Form, cx: &Cx) -> String {
        let typed = form.typed("person_name");
        format!("{}: {}", say!(cx.words, "command-staff"), given(&typed).unwrap_or("—"))
    }

    fn form(&self) -> FormName {
        FormName::Staff
    }

    fn check(&self, id: &str, form: &Form, cx: &Cx) -> Option<String> {
        let (typed, today) = (form.typed(id), cx.today());
        match id {
            "email" => given(&typed).and_then(email_fault).map(|fault| cx.words.email_fault(fault)),
            "deputy_as" | "deputy_to" if given(&form.typed("deputy_of")).is_some() => {
                if given(&typed).is_none() {
                    return Some(say!(cx.words, "form-missing"));
                }
                let from = loose::date(&form.typed("deputy_from"), today).unwrap_or(today);
                let to = loose::date(&typed, today).filter(|_| id == "deputy_to")?;
                (to < from).then(|| say!(cx.words, "refusal-before", earliest = cx.words.date(from)))
            }
            "signs_to" if form.typed("signs") == YES => {
                let from = loose::date(&form.typed("signs_from"), today).unwrap_or(today);
                let to = loose::date(&typed, today)?;
                (to < from).then(|| say!(cx.words, "refusal-before", earliest = cx.words.date(from)))
            }
            _ => None,
        }
    }

    fn settled(&mut self, form: &mut Form, cx: &Cx) {
        if self.before.is_some() || form.typed("login") != self.offered {
            return;
        }
        let surname =
            FullName::parse(&form.typed("person_name")).map(|name| name.surname).unwrap_or_default();
        let wanted = code_from(&surname).to_lowercase();
        let free = |login: &String| !cx.desk.office().staff.contains_key(&Login(login.clone()));
        let mut logins = std::iter::once(wanted.clone()).chain((2_u32..).map(|n| format!("{wanted}{n}")));
        self.offered = if wanted.is_empty() { wanted } else { logins.find(free).unwrap_or_default() };
        form.put("login", &self.offered);
    }

    fn notice(&self, _form: &Form, cx: &Cx) -> Option<String> {
        self.for_a_letter.then(|| say!(cx.words, "staff-letter-waits"))
    }

    fn stands_in(&self, refusal: &Refusal) -> Option<&'static str> {
        match refusal {
            Refusal::CodeTaken(_) | Refusal::BadCode(_) => Some("login"),
            Refusal::UnknownUnit(_) | Refusal::ExternalUnit(_) => Some("unit"),
            Refusal::UnknownPerson(_) => Some("deputy_of"),
            Refusal::Before { .. } => Some("deputy_to"),
            Refusal::LastAdministrator => Some("administrator"),
            other => other.field().map(RefusedField::code),
        }
    }

    fn save(
        &mut self,
        form: &Form,
        _request: Uuid,
        confirmed: &Confirmed,
        cx: &mut Cx,
    ) -> Result<Outcome<Cx>, DeskError> {
        let person = self.person(form, cx)?;
        let name = person.short_name();
        let command = match self.before {
            Some(_) => OfficeCommand::ChangePerson(person),
            None => OfficeCommand::AddPerson(person),
        };
        cx.desk.change_office(command, confirmed)?;
        Ok(Outcome::CloseSaying(if self.for_a_letter {
            say!(cx.words, "done-staff-for-letter", name = name)
        } else {
            say!(cx.words, "done-staff", name = name)
        }))
    }
}
