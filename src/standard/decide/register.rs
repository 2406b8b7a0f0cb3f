//! Registering an appeal (R1, R2, R5), with an answer on the spot where one was given.

use chrono::NaiveDate;
use uuid::Uuid;

use super::{Context, FIELD_LIMIT, optional, required};
use crate::standard::appeal::{Channel, Content, Kind};
use crate::standard::client::{Client, Collective, CoveringLetter, Identity, Representative};
use crate::standard::fact::{AnsweredOrally, AppealEvent, Registered};
use crate::standard::number::Series;
use crate::standard::office::UnitCode;
use crate::standard::personal::Personal;
use crate::standard::refusal::{Field, Refusal};
use crate::standard::reply::ReplyBy;
use crate::standard::route::route;
use crate::standard::term::TermQuestion;
use crate::standard::text::given;

/// What a desk gives to register an appeal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registration {
    /// How it came in.
    pub channel: Channel,
    /// What is wanted.
    pub kind: Kind,
    /// About what.
    pub topic: Option<String>,
    /// The day it came in; none means today.
    pub received: Option<NaiveDate>,
    /// Why it is registered late.
    pub late_reason: Option<String>,
    /// Where it came in.
    pub intake: UnitCode,
    /// From whom.
    pub client: Client,
    /// One line; the first line of the text where none is given.
    pub gist: Option<String>,
    /// The whole text.
    pub text: Option<String>,
    /// Sheets of the letter.
    pub sheets: Option<u16>,
    /// Sheets or files enclosed.
    pub attachments: Option<u16>,
    /// The sender's own number.
    pub sender_number: Option<String>,
    /// The date on the sender's letter.
    pub sender_date: Option<NaiveDate>,
    /// An authority's covering letter.
    pub covering_letter: Option<CoveringLetter>,
    /// The channel the client chose for the answer.
    pub reply_wish: Option<ReplyBy>,
    /// The answer, where it was given on the spot.
    pub on_spot: Option<OnSpot>,
    /// The visit it belongs to.
    pub visit: Option<Uuid>,
    /// The sender's id of this registering.
    pub request: Option<Uuid>,
}

/// An answer given at the window or by phone («ответ дан на месте»).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OnSpot {
    /// Its gist.
    pub gist: String,
    /// Whether the client agreed to an oral answer.
    pub agreed: bool,
}

/// Registers an appeal; closes it in the same breath where the answer was given on the spot.
///
/// # Errors
/// When something required is missing, a date is impossible, or a question was not answered with yes.
pub fn register(form: Registration, context: &Context<'_>) -> Result<Vec<AppealEvent>, Refusal> {
    context.guard(false)?;
    let today = context.today();
    let office = context.office;
    let intake = office.active_unit(&form.intake).ok_or_else(|| Refusal::UnknownUnit(form.intake.clone()))?;
    if intake.external {
        return Err(Refusal::ExternalUnit(form.intake));
    }
    if let Some(topic) = form.topic.as_deref().filter(|topic| office.topic(topic).is_none()) {
        return Err(Refusal::UnknownTopic(topic.to_owned()));
    }
    let brought = content(&form)?;
    let client = named(form.client)?;
    if let Some((by, needs)) = form.reply_wish.and_then(|by| Some((by, by.lacks(&client)?))) {
        return Err(Refusal::NoContactFor { by, needs });
    }
    let on_spot = form.on_spot.map(|answer| on_spot(&answer, form.channel, today)).transpose()?;
    let (received, late_reason) = came_in(form.received, form.late_reason.as_deref(), context)?;
    let question = TermQuestion {
        channel: form.channel,
        kind: form.kind,
        topic: form.topic.as_deref(),
        received,
        registered: today,
    };
    let due = office
        .norms
        .due(&question, &office.calendar)
        .ok_or(Refusal::NoNorm { channel: form.channel, kind: form.kind })?;
    // An authority's day may be earlier than the norm's, never later (readings, *Terms*).
    let inner_due =
        form.covering_letter.as_ref().and_then(|letter| letter.due).filter(|inner| *inner < due.day);
    let serial = (context.next_serial)(Series::Appeal, chrono::Datelike::year(&today));
    let registered = Registered {
        number: office.details.appeal_numbers.write(&office.details.code, serial, today),
        registered: today,
        received,
        late_reason,
        route: route(form.channel, intake.sort),
        intake: form.intake,
        channel: form.channel,
        kind: form.kind,
        topic: form.topic,
        visit: form.visit,
        request: form.request,
        client_sort: client.sort(),
        client: Personal::Known(client),
        content: brought,
        reply_wish: form.reply_wish,
        due,
        inner_due,
    };
    let registered = AppealEvent::Registered(Box::new(registered));
    Ok(std::iter::once(registered).chain(on_spot.map(AppealEvent::AnsweredOrally)).collect())
}

/// Whether a form sent again is the one these events were made of. The day, the number and the unit that took it in
/// are the register's own, and what was erased since can't be compared.
///
/// # Errors
/// When something required is missing from the form.
pub fn is_same(form: &Registration, registered: &Registered, rest: &[AppealEvent]) -> Result<bool, Refusal> {
    let (brought, client) = (content(form)?, named(form.client.clone())?);
    let answered = match (form.on_spot.as_ref(), rest.first()) {
        (None, _) => true,
        (Some(answer), Some(AppealEvent::AnsweredOrally(given))) => {
            same(&required(Field::Answer, &answer.gist)?, &given.gist)
        }
        (Some(_), _) => false,
    };
    let content = &registered.content;
    Ok(answered
        && (form.channel, form.kind) == (registered.channel, registered.kind)
        && form.topic == registered.topic
        && (form.reply_wish, form.visit) == (registered.reply_wish, registered.visit)
        && form.received.is_none_or(|day| day == registered.received)
        && same(&Personal::Known(client), &registered.client)
        && same(&brought.gist, &content.gist)
        && both(brought.text.as_ref(), content.text.as_ref())
        && both(brought.sender_number.as_ref(), content.sender_number.as_ref())
        && (brought.sheets, brought.attachments, brought.sender_date)
            == (content.sheets, content.attachments, content.sender_date)
        && (content.gist == Personal::Erased || brought.covering_letter == content.covering_letter))
}

fn same<T: PartialEq>(sent: &Personal<T>, kept: &Personal<T>) -> bool {
    *kept == Personal::Erased || sent == kept
}

fn both<T: PartialEq>(sent: Option<&Personal<T>>, kept: Option<&Personal<T>>) -> bool {
    match (sent, kept) {
        (Some(sent), Some(kept)) => same(sent, kept),
        (sent, kept) => sent.is_none() && kept.is_none(),
    }
}

/// The day it came in, and why it is registered late: a gap of more than one working day asks (readings).
fn came_in(
    received: Option<NaiveDate>,
    late_reason: Option<&str>,
    context: &Context<'_>,
) -> Result<(NaiveDate, Option<Personal<String>>), Refusal> {
    let today = context.today();
    let received = received.unwrap_or(today);
    if received > today {
        return Err(Refusal::ReceivedLater { today });
    }
    let late_reason = optional(Field::Reason, late_reason)?;
    let working_days = context.office.calendar.working_days_between(received, today);
    if working_days > 1 && late_reason.is_none() {
        context.ask(Refusal::LateRegistration { working_days })?;
    }
    Ok((received, late_reason))
}

/// What was brought or said; the first line of the text is the gist where none is given.
fn content(form: &Registration) -> Result<Content, Refusal> {
    let text = optional(Field::Text, form.text.as_deref())?;
    let gist = form.gist.as_deref().and_then(given).or_else(|| form.text.as_deref().and_then(first_line));
    let covering_letter = form.covering_letter.clone();
    if let Some(letter) = &covering_letter {
        required(Field::CoveringBody, &letter.body)?;
        optional(Field::Text, letter.number.as_ref().map(Personal::text))?;
    }
    Ok(Content {
        gist: required(Field::Gist, &gist.map(one_line).unwrap_or_default())?,
        text,
        sheets: form.sheets,
        attachments: form.attachments,
        sender_number: optional(Field::Text, form.sender_number.as_deref())?,
        sender_date: form.sender_date,
        covering_letter,
    })
}

/// An answer on the spot, for words that were spoken.
pub(super) fn on_spot(answer: &OnSpot, channel: Channel, on: NaiveDate) -> Result<AnsweredOrally, Refusal> {
    if !channel.is_oral() {
        return Err(Refusal::OralOnly { channel });
    }
    if !answer.agreed {
        return Err(Refusal::NeedsAgreement);
    }
    Ok(AnsweredOrally { gist: required(Field::Answer, &answer.gist)?, on })
}

/// The first line of a text, cut to what one line of a list can hold.
fn first_line(text: &str) -> Option<&str> {
    const LONGEST: usize = 200;
    let line = text.lines().find_map(given)?;
    Some(line.char_indices().nth(LONGEST).map_or(line, |(end, _)| &line[..end]))
}

/// A text as one line of a list: every run of spaces and line ends is one space.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A client with a name and without empty values; whoever acts for them or signed with them is named or counted.
fn named(client: Client) -> Result<Client, Refusal> {
    let must = |field: Field, value: String| tidy(Some(&value))?.ok_or(Refusal::Missing(field));
    let representative = |one: Representative| -> Result<_, Refusal> {
        let proxy_number = tidy(one.proxy_number.as_deref())?;
        Ok(Representative { name: must(Field::Representative, one.name)?, proxy_number, ..one })
    };
    let collective = |several: Collective| -> Result<_, Refusal> {
        if several.signers == 0 {
            return Err(Refusal::Missing(Field::Signers));
        }
        Ok(Collective { answer_to: tidy(several.answer_to.as_deref())?, ..several })
    };
    let identity = match client.identity {
        Identity::Person { surname, given, patronymic } => Identity::Person {
            surname: must(Field::Surname, surname)?,
            given: tidy(given.as_deref())?,
            patronymic: tidy(patronymic.as_deref())?,
        },
        Identity::Organisation { organisation, inn, contact_person } => Identity::Organisation {
            organisation: must(Field::Organisation, organisation)?,
            inn: tidy(inn.as_deref())?,
            contact_person: tidy(contact_person.as_deref())?,
        },
        Identity::Anonymous => Identity::Anonymous,
    };
    Ok(Client {
        identity,
        account: tidy(client.account.as_deref())?,
        contract: tidy(client.contract.as_deref())?,
        address: tidy(client.address.as_deref())?,
        phone: tidy(client.phone.as_deref())?,
        email: tidy(client.email.as_deref())?,
        representative: client.representative.map(representative).transpose()?,
        collective: client.collective.map(collective).transpose()?,
    })
}

/// A detail of a client, trimmed; none where nothing is left.
fn tidy(value: Option<&str>) -> Result<Option<String>, Refusal> {
    match value.and_then(given) {
        Some(text) if text.len() > FIELD_LIMIT => {
            Err(Refusal::TooLong { field: Field::Client, bytes: text.len(), limit: FIELD_LIMIT })
        }
        text => Ok(text.map(str::to_owned)),
    }
}
