//! The options of `register`: each is a field of its JSON, and becomes one.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::Args;
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::args::{Confirm, Format};
use super::values::{answer_format, channel, closed, date, uuid, whole};
use crate::standard::appeal::{Channel, Kind};
use crate::standard::reply::ReplyBy;

/// The fields of `register`: each is a field of its JSON.
#[derive(Debug, Args)]
pub(super) struct Register {
    #[arg(long, value_name = "file", conflicts_with = "channel", conflicts_with = "kind")]
    pub json: Option<PathBuf>,
    #[arg(long, value_name = "format", value_parser = answer_format())]
    pub format: Option<Format>,
    #[arg(long, value_name = "channel", value_parser = channel(), required_unless_present = "json")]
    pub channel: Option<Channel>,
    #[arg(long, value_name = "kind", value_parser = closed::<Kind>(), required_unless_present = "json")]
    pub kind: Option<Kind>,
    #[command(flatten)]
    pub fields: RegisterFields,
    #[command(flatten)]
    pub confirm: Confirm,
}

#[derive(Debug, Default, Args)]
#[group(id = "fields", multiple = true, conflicts_with = "json")]
pub(super) struct RegisterFields {
    #[arg(long, value_name = "topic")]
    pub topic: Option<String>,
    #[arg(long, value_name = "date", value_parser = date)]
    pub received: Option<NaiveDate>,
    #[arg(long, value_name = "text")]
    pub late_reason: Option<String>,
    #[arg(long, value_name = "unit")]
    pub intake: Option<String>,
    #[arg(long, value_name = "text")]
    pub surname: Option<String>,
    #[arg(long, value_name = "text")]
    pub given: Option<String>,
    #[arg(long, value_name = "text")]
    pub patronymic: Option<String>,
    #[arg(long, value_name = "name", conflicts_with_all = ["surname", "given", "patronymic"])]
    pub organisation: Option<String>,
    #[arg(long, value_name = "digits")]
    pub inn: Option<String>,
    #[arg(long, value_name = "full-name")]
    pub contact_person: Option<String>,
    #[arg(long, conflicts_with_all = ["surname", "given", "patronymic", "organisation"])]
    pub anonymous: bool,
    #[arg(long, value_name = "account")]
    pub account: Option<String>,
    #[arg(long, value_name = "text")]
    pub contract: Option<String>,
    #[arg(long, value_name = "text")]
    pub address: Option<String>,
    #[arg(long, value_name = "phone")]
    pub phone: Option<String>,
    #[arg(long, value_name = "email")]
    pub email: Option<String>,
    #[arg(long, value_name = "full-name")]
    pub representative: Option<String>,
    #[arg(long, value_name = "text", requires = "representative")]
    pub proxy_number: Option<String>,
    #[arg(long, value_name = "date", value_parser = date, requires = "representative")]
    pub proxy_date: Option<NaiveDate>,
    #[arg(long, value_name = "n", value_parser = whole::<u16>)]
    pub signers: Option<u16>,
    #[arg(long, value_name = "full-name", requires = "signers")]
    pub answer_to: Option<String>,
    #[arg(long, value_name = "name")]
    pub covering_body: Option<String>,
    #[arg(long, value_name = "text", requires = "covering_body")]
    pub covering_number: Option<String>,
    #[arg(long, value_name = "date", value_parser = date, requires = "covering_body")]
    pub covering_date: Option<NaiveDate>,
    #[arg(long, value_name = "date", value_parser = date, requires = "covering_body")]
    pub covering_due: Option<NaiveDate>,
    #[arg(long, value_name = "text")]
    pub gist: Option<String>,
    #[arg(long, value_name = "text")]
    pub text: Option<String>,
    #[arg(long, value_name = "file", conflicts_with = "text")]
    pub text_file: Option<PathBuf>,
    #[arg(long, value_name = "n", value_parser = whole::<u16>)]
    pub sheets: Option<u16>,
    #[arg(long, value_name = "n", value_parser = whole::<u16>)]
    pub attachments: Option<u16>,
    #[arg(long, value_name = "reply-by", value_parser = closed::<ReplyBy>())]
    pub reply_by: Option<ReplyBy>,
    #[arg(long, value_name = "text")]
    pub sender_number: Option<String>,
    #[arg(long, value_name = "date", value_parser = date)]
    pub sender_date: Option<NaiveDate>,
    #[arg(long, value_name = "text")]
    pub answered_on_spot: Option<String>,
    #[command(flatten)]
    pub blocks: Blocks,
    #[arg(long, value_name = "uuid", value_parser = uuid)]
    pub visit: Option<Uuid>,
    #[arg(long, value_name = "uuid", value_parser = uuid)]
    pub request_id: Option<Uuid>,
}

/// The fields of what one channel, topic or way of coming in asks for.
#[derive(Debug, Default, Args)]
#[group(id = "blocks", multiple = true, conflicts_with = "json")]
pub(super) struct Blocks {
    #[arg(long, value_name = "book", requires = "book_entry")]
    pub book: Option<String>,
    #[arg(long, value_name = "n", value_parser = whole::<u16>, requires = "book")]
    pub book_entry: Option<u16>,
    #[arg(long = "question", id = "question", value_name = "text")]
    pub questions: Vec<String>,
    #[arg(long = "document", id = "document", value_name = "document", value_delimiter = ',')]
    pub documents: Vec<String>,
    #[arg(long, value_name = "text")]
    pub power_address: Option<String>,
    #[arg(long, value_name = "text")]
    pub power_time: Option<String>,
    #[arg(long, value_name = "text")]
    pub power_contract: Option<String>,
    #[arg(long, value_name = "text", requires = "paper_on")]
    pub paper_number: Option<String>,
    #[arg(long, value_name = "date", value_parser = date, requires = "paper_number")]
    pub paper_on: Option<NaiveDate>,
    #[arg(long)]
    pub call_back: bool,
    #[arg(long, value_name = "number")]
    pub client_of: Option<String>,
}

impl Blocks {
    /// The fields they stand for.
    fn object(self) -> Map<String, Value> {
        let Self { book, book_entry, questions, documents, paper_number, paper_on, client_of, .. } = self;
        let (call_back, power) = (
            self.call_back.then_some(true),
            given_only(json!({
                "address": self.power_address, "time": self.power_time, "contract": self.power_contract,
            })),
        );
        given_only(json!({
            "book": book.map(|number| json!({ "number": number, "entry": book_entry })),
            "questions": Some(questions).filter(|list| !list.is_empty()),
            "documents": Some(documents).filter(|list| !list.is_empty()),
            "power": Some(power).filter(|told| !told.is_empty()),
            "paper": paper_number.map(|number| json!({ "number": number, "on": paper_on })),
            "call_back": call_back, "client_of": client_of,
        }))
    }
}

/// The options as the object they stand for, so that there is one way to read both.
pub(super) fn object(args: Register) -> Value {
    let Register { channel, kind, fields, .. } = args;
    let RegisterFields {
        topic,
        received,
        late_reason,
        intake,
        surname,
        given,
        patronymic,
        organisation,
        inn,
        contact_person,
        anonymous,
        account,
        contract,
        address,
        phone,
        email,
        representative,
        proxy_number,
        proxy_date,
        signers,
        answer_to,
        covering_body,
        covering_number,
        covering_date,
        covering_due,
        gist,
        text,
        text_file: _,
        sheets,
        attachments,
        reply_by,
        sender_number,
        sender_date,
        answered_on_spot,
        blocks,
        visit,
        request_id,
    } = fields;
    let anonymous = anonymous.then_some(true);
    let client = given_only(json!({
        "surname": surname, "given": given, "patronymic": patronymic, "organisation": organisation, "inn": inn,
        "contact_person": contact_person, "anonymous": anonymous, "account": account, "contract": contract,
        "address": address, "phone": phone, "email": email,
        "representative": representative
            .map(|name| json!({ "name": name, "proxy_number": proxy_number, "proxy_date": proxy_date })),
        "collective": signers.map(|signers| json!({ "signers": signers, "answer_to": answer_to })),
    }));
    let covering_letter = covering_body.map(
        |body| json!({ "body": body, "number": covering_number, "date": covering_date, "due": covering_due }),
    );
    let client = Some(client).filter(|client| !client.is_empty());
    let mut whole = given_only(json!({
        "channel": channel, "kind": kind, "topic": topic, "received": received, "late_reason": late_reason,
        "intake": intake, "client": client, "gist": gist, "text": text, "sheets": sheets,
        "attachments": attachments, "reply_by": reply_by, "sender_number": sender_number,
        "sender_date": sender_date, "covering_letter": covering_letter,
        "answered_on_spot": answered_on_spot.map(|gist| json!({ "gist": gist })),
        "visit": visit, "request_id": request_id,
    }));
    whole.extend(blocks.object());
    Value::Object(whole)
}

fn given_only(object: Value) -> Map<String, Value> {
    match object {
        Value::Object(map) => map.into_iter().filter(|(_, value)| !value.is_null()).collect(),
        _ => Map::new(),
    }
}
