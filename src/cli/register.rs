//! `register`: appeals from options or from JSON, each in a transaction of its own.

use serde_json::{Value, json};

use super::args::Format;
use super::failure::{Exit, Failure};
use super::fields::{Register, object};
use super::json::{FieldFault, Fields};
use super::look::unit_named;
use super::output::{Shell, Work};
use super::session::confirmed;
use crate::desk::{Confirmed, Desk, Receipt};
use crate::say;
use crate::standard::client::{Client, Collective, CoveringLetter, Identity, Representative};
use crate::standard::decide::{OnSpot, Registration};
use crate::standard::office::UnitCode;
use crate::standard::personal::Personal;
use crate::standard::refusal::{Field, Refusal};

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

fn one(desk: &mut Desk, object: Value, confirmed: &Confirmed) -> Result<Receipt, Failure> {
    let usual = desk.actor().map(|person| person.unit.clone());
    let mut form = registration(Fields::of(object)?, usual)?;
    form.intake = unit_named(desk.office(), &form.intake.0)?;
    Ok(desk.register_appeal(form, confirmed)?)
}

fn answer(receipt: &Receipt) -> Value {
    let appeal = &receipt.appeal;
    json!({
        "number": appeal.number.text,
        "registered": appeal.registered,
        "due": appeal.due.day,
        "norm": appeal.due.norm,
    })
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
    let on_spot = fields.object("answered_on_spot")?.map(on_spot).transpose()?;
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

/// Refuses names of two clients in one.
fn one_identity(fields: &Fields, anonymous: bool) -> Result<(), FieldFault> {
    const PERSON: [&str; 3] = ["surname", "given", "patronymic"];
    const ORGANISATION: [&str; 3] = ["organisation", "inn", "contact_person"];
    let first = |names: &[&'static str]| names.iter().copied().find(|name| fields.has(name));
    let nobody = anonymous.then_some("anonymous");
    let mut named = [nobody, first(&PERSON), first(&ORGANISATION)].into_iter().flatten();
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

/// An answer on the spot: the client heard it and was content, unless the object says otherwise.
fn on_spot(mut fields: Fields) -> Result<OnSpot, FieldFault> {
    let gist = fields.text("gist")?.unwrap_or_default();
    let agreed = fields.flag("agreed")?.unwrap_or(true);
    fields.unknown()?;
    Ok(OnSpot { gist, agreed, answers: std::collections::BTreeSet::new() })
}
