//! `register`: appeals from options or from JSON, each in a transaction of its own.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::args::Format;
use super::failure::{Exit, Failure};
use super::fields::{Register, object};
use super::json::{FieldFault, Fields};
use super::look::unit_named;
use super::output::{Shell, Work};
use super::session::confirmed;
use crate::desk::{Confirmed, Desk, Receipt};
use crate::say;
use crate::standard::appeal::{Appeal, PaperEntry, PowerQuality};
use crate::standard::book::BookEntry;
use crate::standard::client::{Client, Collective, CoveringLetter, Identity, Representative};
use crate::standard::decide::{OnSpot, Registration};
use crate::standard::office::UnitCode;
use crate::standard::personal::Personal;
use crate::standard::refusal::{Field, Refusal};
use crate::standard::screening::Ground;
use crate::standard::text::given;

/// Registers what the command line or its JSON holds.
pub(super) fn register(shell: &mut Shell<'_>, desk: &mut Desk, mut args: Register) -> Result<(), Failure> {
    shell.work = Work::Registering(Vec::new());
    let confirmed = confirmed(&args.confirm);
    if let Some(path) = &args.json {
        let text = shell.read(path)?;
        return match serde_json::from_str(&text).map_err(Failure::NotJson)? {
            Value::Array(objects) => several(shell, desk, objects, &confirmed),
            one => several(shell, desk, vec![one], &confirmed),
        };
    }
    if let Some(path) = args.fields.text_file.take() {
        args.fields.text = Some(shell.read(&path)?);
    }
    if args.format == Some(Format::Json) {
        return several(shell, desk, vec![object(args)], &confirmed);
    }
    let receipt = one(desk, object(args), &confirmed)?;
    shell.gave(&receipt.appeal.number.text);
    tell_of_contacts(shell, &receipt.appeal);
    let words = &shell.words;
    let (number, due) = (receipt.appeal.number.text.as_str(), words.date(receipt.appeal.due.day));
    let said = match (&receipt.appeal.closing, receipt.again) {
        (_, true) => say!(words, "cli-done-registered-again", number = number, due = due),
        (Some(_), false) => say!(words, "done-registered-answered", number = number),
        (None, false) => say!(words, "done-registered", number = number, due = due),
    };
    shell.say(&said)
}

/// Registers objects one by one and answers each in its place, at once: whoever reads knows what was saved.
fn several(
    shell: &mut Shell<'_>,
    desk: &mut Desk,
    objects: Vec<Value>,
    confirmed: &Confirmed,
) -> Result<(), Failure> {
    let mut refused = false;
    shell.json_part("[")?;
    for (at, object) in objects.into_iter().enumerate() {
        shell.json_part(if at == 0 { "\n" } else { ",\n" })?;
        let (answer, fatal) = match one(desk, object, confirmed) {
            Ok(receipt) => {
                shell.gave(&receipt.appeal.number.text);
                tell_of_contacts(shell, &receipt.appeal);
                (answer(&receipt), None)
            }
            Err(failure) => {
                let said = failure.words(&shell.words, desk.register().path(), Some(desk.office()));
                let said = said.unwrap_or_default();
                shell.note(&say!(
                    shell.words,
                    "cli-register-refused",
                    place = (at + 1).to_string(),
                    why = said.as_str()
                ));
                refused = true;
                (
                    json!({ "refused": said, "code": failure.code() }),
                    (failure.exit() != Exit::Refused).then_some(failure),
                )
            }
        };
        shell.json_part(&super::output::json_text(&answer))?;
        shell.flush()?;
        if let Some(failure) = fatal {
            shell.json_part("\n]\n")?;
            return Err(failure);
        }
    }
    shell.json_part("\n]\n")?;
    if refused { Err(Failure::Said) } else { Ok(()) }
}

/// Whether a written appeal left nowhere to answer: it is registered all the same, and said at once (R8).
fn lacks_contacts(appeal: &Appeal) -> bool {
    let contact = appeal.client.known().is_none_or(Client::has_contact);
    appeal.channel.is_written() && appeal.closing.is_none() && !contact
}

/// Says beside the answer that there is nowhere to answer, and what can be done.
fn tell_of_contacts(shell: &mut Shell<'_>, appeal: &Appeal) {
    if lacks_contacts(appeal) {
        let ground = shell.words.ground(Ground::NoContacts);
        let number = appeal.number.text.as_str();
        shell.note(&say!(shell.words, "cli-no-contacts", number = number, ground = ground));
    }
}

fn one(desk: &mut Desk, object: Value, confirmed: &Confirmed) -> Result<Receipt, Failure> {
    let usual = desk.actor().map(|person| person.unit.clone());
    let (object, known) = with_known_client(desk, object)?;
    let mut form = registration(Fields::of(object)?, usual)?;
    if let Some(known) = known {
        form.client_id = Some(known.id);
        form.contacts_from_card = known.contacts && form.client.has_contact();
    }
    form.intake = unit_named(desk.office(), &form.intake.0)?;
    Ok(desk.register_appeal(form, confirmed)?)
}

fn answer(receipt: &Receipt) -> Value {
    let appeal = &receipt.appeal;
    let mut answer = json!({
        "number": appeal.number.text,
        "registered": appeal.registered,
        "due": appeal.due.day,
        "norm": appeal.due.norm,
    });
    if lacks_contacts(appeal) {
        answer["ground"] = json!(Ground::NoContacts);
    }
    answer
}

/// A client known by an earlier appeal.
struct Known {
    /// By which their appeals are known.
    id: uuid::Uuid,
    /// No contact was given with this appeal: those of the earlier one count (readings).
    contacts: bool,
}

/// The field that names an earlier appeal of the client's.
const CLIENT_OF: &str = "client_of";

/// Fills the client of an object from an earlier appeal's, where it names one; what is given beside it holds.
fn with_known_client(desk: &Desk, mut object: Value) -> Result<(Value, Option<Known>), Failure> {
    let Some(number) = object.get(CLIENT_OF).and_then(Value::as_str).map(str::to_owned) else {
        return Ok((object, None));
    };
    let id = desk.appeal_by_number(&number)?.appeal.client_id;
    let Some(fields) = object.as_object_mut() else { return Ok((object, None)) };
    fields.remove(CLIENT_OF);
    let told = match fields.remove("client") {
        None | Some(Value::Null) => Map::new(),
        Some(Value::Object(told)) => told,
        // What is no object is refused by name where the fields are read.
        Some(other) => {
            fields.insert("client".to_owned(), other);
            return Ok((object, None));
        }
    };
    let contacts =
        ["address", "phone", "email"].iter().all(|name| told.get(*name).is_none_or(Value::is_null));
    let card = desk.client_card(id)?.map(|card| card.client);
    let client = merged(card.as_ref(), told);
    if !client.is_empty() {
        fields.insert("client".to_owned(), Value::Object(client));
    }
    Ok((object, Some(Known { id, contacts })))
}

/// A client's card with what was told beside it. Who acted or signed with them then says nothing of now.
fn merged(card: Option<&Client>, told: Map<String, Value>) -> Map<String, Value> {
    let Some(Ok(Value::Object(mut client))) = card.map(serde_json::to_value) else { return told };
    for of_then in ["sort", "representative", "collective"] {
        client.remove(of_then);
    }
    let names =
        |sort: &[&str]| told.iter().any(|(name, value)| sort.contains(&name.as_str()) && !value.is_null());
    for (sort, others) in
        [(PERSON, [ORGANISATION, NOBODY]), (ORGANISATION, [PERSON, NOBODY]), (NOBODY, [PERSON, ORGANISATION])]
    {
        if names(sort) {
            client.retain(|name, _| others.iter().all(|other| !other.contains(&name.as_str())));
        }
    }
    client.extend(told.into_iter().filter(|(_, value)| !value.is_null()));
    client
}

/// A registration from the fields of an object; it came in at the unit of whoever acts unless it says otherwise.
fn registration(mut fields: Fields, usual: Option<UnitCode>) -> Result<Registration, Failure> {
    let channel = fields.channel("channel")?;
    let kind = fields.word("kind")?;
    let intake = fields.text("intake")?.map(UnitCode).or(usual);
    let topic = fields.text("topic")?;
    let received = fields.date("received")?;
    let late_reason = fields.text("late_reason")?;
    let gist = fields.text("gist")?;
    let text = fields.text("text")?;
    let sheets = fields.count("sheets")?;
    let attachments = fields.count("attachments")?;
    let sender_number = fields.text("sender_number")?;
    let sender_date = fields.date("sender_date")?;
    let reply_wish = fields.word("reply_by")?;
    let visit = fields.uuid("visit")?;
    let request = fields.uuid("request_id")?;
    let covering_letter = fields.object("covering_letter")?.map(covering_letter).transpose()?;
    let questions = fields.texts("questions")?.unwrap_or_default();
    let documents = fields.texts("documents")?.unwrap_or_default();
    let power = fields.object("power")?.map(power).transpose()?;
    let book = fields.object("book")?.map(book).transpose()?;
    let paper = fields.object("paper")?.map(paper).transpose()?;
    let call_back = fields.flag("call_back")?.unwrap_or_default();
    fields.text(CLIENT_OF)?;
    let asked = questions.iter().filter(|question| given(question).is_some()).count();
    let on_spot = fields.object("answered_on_spot")?.map(|fields| on_spot(fields, asked)).transpose()?;
    let client = whose(&mut fields)?;
    // A name that is no field says more than a field that is missing: it is told first.
    fields.unknown()?;
    let channel = fields.required("channel", channel)?;
    let kind = fields.required("kind", kind)?;
    let intake = fields.required("intake", intake)?;
    let client = client.ok_or(Refusal::Missing(Field::Client))?;
    Ok(Registration {
        topic,
        received,
        late_reason,
        gist,
        text,
        sheets,
        attachments,
        sender_number,
        sender_date,
        covering_letter,
        reply_wish,
        on_spot,
        questions,
        documents: documents.into_iter().filter_map(|code| given(&code).map(str::to_owned)).collect(),
        power,
        book,
        paper,
        call_back,
        visit,
        request,
        ..Registration::new(channel, kind, intake, client)
    })
}

/// The client, and who acts for them or signed with them: within the client or beside, not both.
fn whose(fields: &mut Fields) -> Result<Option<Client>, FieldFault> {
    for one in ["representative", "collective"] {
        if fields.has(one) && fields.has_within("client", one) {
            return Err(fields.contradiction(one, &format!("client.{one}")));
        }
    }
    let representative = fields.object("representative")?.map(representative).transpose()?;
    let collective = fields.object("collective")?.map(collective).transpose()?;
    let client = fields.object("client")?.map(client).transpose()?;
    Ok(client.map(|client| Client {
        representative: client.representative.clone().or(representative),
        collective: client.collective.clone().or(collective),
        ..client
    }))
}

fn client(mut fields: Fields) -> Result<Client, FieldFault> {
    let anonymous = fields.flag("anonymous")?.unwrap_or_default();
    one_identity(&fields, anonymous)?;
    let identity = if anonymous {
        Identity::Anonymous
    } else if let Some(organisation) = fields.text("organisation")? {
        Identity::Organisation {
            organisation,
            inn: fields.text("inn")?,
            contact_person: fields.text("contact_person")?,
        }
    } else {
        Identity::Person {
            surname: fields.text("surname")?.unwrap_or_default(),
            given: fields.text("given")?,
            patronymic: fields.text("patronymic")?,
        }
    };
    let client = Client {
        identity,
        account: fields.text("account")?,
        contract: fields.text("contract")?,
        address: fields.text("address")?,
        phone: fields.text("phone")?,
        email: fields.text("email")?,
        representative: fields.object("representative")?.map(representative).transpose()?,
        collective: fields.object("collective")?.map(collective).transpose()?,
    };
    fields.unknown()?;
    Ok(client)
}

/// The names of a person.
const PERSON: &[&str] = &["surname", "given", "patronymic"];
/// The names of an organisation.
const ORGANISATION: &[&str] = &["organisation", "inn", "contact_person"];
/// The name of nobody.
const NOBODY: &[&str] = &["anonymous"];

/// Refuses names of two clients in one.
fn one_identity(fields: &Fields, anonymous: bool) -> Result<(), FieldFault> {
    let first = |names: &[&'static str]| names.iter().copied().find(|name| fields.has(name));
    let nobody = anonymous.then_some(NOBODY).and_then(<[_]>::first).copied();
    let mut named = [nobody, first(PERSON), first(ORGANISATION)].into_iter().flatten();
    match (named.next(), named.next()) {
        (Some(one), Some(other)) => Err(fields.contradiction(one, other)),
        _ => Ok(()),
    }
}

fn representative(mut fields: Fields) -> Result<Representative, FieldFault> {
    let name = fields.text("name")?;
    let person = Representative {
        name: fields.required("name", name)?,
        proxy_number: fields.text("proxy_number")?,
        proxy_date: fields.date("proxy_date")?,
    };
    fields.unknown()?;
    Ok(person)
}

fn collective(mut fields: Fields) -> Result<Collective, FieldFault> {
    let signers = fields.count("signers")?;
    let several =
        Collective { signers: fields.required("signers", signers)?, answer_to: fields.text("answer_to")? };
    fields.unknown()?;
    Ok(several)
}

fn covering_letter(mut fields: Fields) -> Result<CoveringLetter, FieldFault> {
    let body = fields.text("body")?;
    let letter = CoveringLetter {
        body: fields.required("body", body)?,
        number: fields.text("number")?.map(Personal::Known),
        date: fields.date("date")?,
        due: fields.date("due")?,
    };
    fields.unknown()?;
    Ok(letter)
}

fn power(mut fields: Fields) -> Result<PowerQuality, FieldFault> {
    let told = PowerQuality {
        address: fields.text("address")?,
        time: fields.text("time")?,
        contract: fields.text("contract")?,
    };
    fields.unknown()?;
    Ok(told)
}

fn book(mut fields: Fields) -> Result<BookEntry, FieldFault> {
    let (number, entry) = (fields.text("number")?, fields.count("entry")?);
    let entry = BookEntry {
        number: fields.required("number", number)?,
        entry: fields.required("entry", entry)?.into(),
    };
    fields.unknown()?;
    Ok(entry)
}

fn paper(mut fields: Fields) -> Result<PaperEntry, FieldFault> {
    let (number, on) = (fields.text("number")?, fields.date("on")?);
    let entry = PaperEntry { number: fields.required("number", number)?, on: fields.required("on", on)? };
    fields.unknown()?;
    Ok(entry)
}

/// An answer on the spot: the client heard it and was content, and it answers every question, unless the object says
/// otherwise.
fn on_spot(mut fields: Fields, questions: usize) -> Result<OnSpot, FieldFault> {
    let gist = fields.text("gist")?.unwrap_or_default();
    let agreed = fields.flag("agreed")?.unwrap_or(true);
    let places = fields.counts("answers")?.map(BTreeSet::from_iter);
    let answers = places.unwrap_or_else(|| (1..).take(questions).collect());
    fields.unknown()?;
    Ok(OnSpot { gist, agreed, answers })
}
