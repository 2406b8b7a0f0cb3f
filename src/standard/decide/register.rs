//! Registering an appeal (R1, R2, R5), with an answer on the spot where one was given.

use std::collections::BTreeSet;

use chrono::{Months, NaiveDate};
use uuid::Uuid;

use super::closing::known_questions;
use super::{Context, FIELD_LIMIT, HEADS, REGISTRARS, optional, required};
use crate::standard::appeal::{Channel, Content, Kind, PaperEntry, PowerQuality};
use crate::standard::book::BookEntry;
use crate::standard::client::{Client, Collective, CoveringLetter, Identity, Representative};
use crate::standard::fact::{AnsweredOrally, AppealEvent, CallBackPromised, Registered};
use crate::standard::gist::{gist_of, one_line};
use crate::standard::number::Series;
use crate::standard::office::UnitCode;
use crate::standard::personal::Personal;
use crate::standard::phone::phone;
use crate::standard::refusal::{Field, Refusal};
use crate::standard::reply::ReplyBy;
use crate::standard::route::route;
use crate::standard::term::{Measure, Norm, TermQuestion};
use crate::standard::text::{given, is_email};

/// No journal that is moved over is older: a day before that is a slip of the hand, and its two-digit year would be taken
/// for one of this century in a number.
const OLDEST_ENTRY: Months = Months::new(50 * 12);

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
    /// The client whose earlier appeals are known, by [`crate::standard::appeal::Appeal::client_id`].
    pub client_id: Option<Uuid>,
    /// The contacts were taken from an earlier appeal.
    pub contacts_from_card: bool,
    /// The questions asked, where there are several.
    pub questions: Vec<String>,
    /// Codes of the documents brought.
    pub documents: BTreeSet<String>,
    /// What an appeal about the quality of electricity tells.
    pub power: Option<PowerQuality>,
    /// The entry in a feedback book.
    pub book: Option<BookEntry>,
    /// A head moves it over from a paper journal.
    pub paper: Option<PaperEntry>,
    /// The client is to be rung back.
    pub call_back: bool,
}

impl Registration {
    /// A registration of the four things it must have; everything else can be said with `..`.
    #[must_use]
    pub const fn new(channel: Channel, kind: Kind, intake: UnitCode, client: Client) -> Self {
        Self {
            channel,
            kind,
            topic: None,
            received: None,
            late_reason: None,
            intake,
            client,
            gist: None,
            text: None,
            sheets: None,
            attachments: None,
            sender_number: None,
            sender_date: None,
            covering_letter: None,
            reply_wish: None,
            on_spot: None,
            visit: None,
            request: None,
            client_id: None,
            contacts_from_card: false,
            questions: Vec::new(),
            documents: BTreeSet::new(),
            power: None,
            book: None,
            paper: None,
            call_back: false,
        }
    }
}

/// An answer given at the window or by phone («ответ дан на месте»).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OnSpot {
    /// Its gist.
    pub gist: String,
    /// Whether the client agreed to an oral answer.
    pub agreed: bool,
    /// The places of the questions it answers, where the appeal has several.
    pub answers: BTreeSet<u16>,
}

/// Registers an appeal; closes it in the same breath where the answer was given on the spot.
///
/// # Errors
/// When something required is missing, a date is impossible, or a question was not answered with yes.
pub fn register(form: Registration, context: &Context<'_>) -> Result<Vec<AppealEvent>, Refusal> {
    context.guard(false)?;
    context.allow(REGISTRARS)?;
    let office = context.office;
    let today = registration_day(form.paper.as_ref(), context)?;
    let intake = office.active_unit(&form.intake).ok_or_else(|| Refusal::UnknownUnit(form.intake.clone()))?;
    if intake.external {
        return Err(Refusal::ExternalUnit(form.intake));
    }
    if let Some(topic) = form.topic.as_deref().filter(|topic| office.topic(topic).is_none()) {
        return Err(Refusal::UnknownTopic(topic.to_owned()));
    }
    let brought = content(&form)?;
    known_documents(&brought.documents, context)?;
    known_entry(brought.book.as_ref(), form.channel, &intake.code, context)?;
    let client = named(form.client.clone())?;
    reachable(&client, None)?;
    if let Some((by, needs)) = form.reply_wish.and_then(|by| Some((by, by.lacks(&client)?))) {
        return Err(Refusal::NoContactFor { by, needs });
    }
    let call_back = promised(&form, &client, context)?;
    let questions = brought.questions.len();
    let on_spot = form.on_spot.map(|answer| answered(&answer, form.channel, questions, today)).transpose()?;
    papers_were_written(&brought, &client, form.received.unwrap_or(today), today)?;
    let (received, late_reason) = came_in(form.received, form.late_reason.as_deref(), today, context)?;
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
        client_id: form.client_id,
        contacts_from_card: form.contacts_from_card,
        paper: form.paper,
        call_back,
    };
    let registered = AppealEvent::Registered(Box::new(registered));
    Ok(std::iter::once(registered).chain(on_spot.map(AppealEvent::AnsweredOrally)).collect())
}

/// The day of registration: today, or a paper journal's own, which a head alone enters and confirms (readings).
fn registration_day(paper: Option<&PaperEntry>, context: &Context<'_>) -> Result<NaiveDate, Refusal> {
    let Some(paper) = paper else { return Ok(context.today()) };
    context.allow(HEADS)?;
    required(Field::PaperNumber, &paper.number)?;
    let today = context.today();
    let on = context.past_day(Some(paper.on), today.checked_sub_months(OLDEST_ENTRY).unwrap_or(today))?;
    if on < today {
        context.ask(Refusal::BackDated { on })?;
    }
    Ok(on)
}

/// A promise to ring back: for what was spoken, by a client who left a telephone.
fn promised(
    form: &Registration,
    client: &Client,
    context: &Context<'_>,
) -> Result<Option<CallBackPromised>, Refusal> {
    if !form.call_back {
        return Ok(None);
    }
    let (channel, kind) = (form.channel, form.kind);
    if !channel.is_oral() {
        return Err(Refusal::CallBackOnly { channel });
    }
    if let Some(needs) = ReplyBy::Phone.lacks(client) {
        return Err(Refusal::NoContactFor { by: ReplyBy::Phone, needs });
    }
    let (today, topic) = (context.today(), form.topic.as_deref());
    let asked = TermQuestion { channel, kind, topic, received: today, registered: today };
    let norm = context.office.norms.by_clock(Measure::CallBack, &asked);
    let due = norm.and_then(Norm::length).and_then(|length| context.now.checked_add_signed(length));
    Ok(Some(CallBackPromised { due }))
}

/// An answer on the spot, which answers every question there is.
fn answered(
    answer: &OnSpot,
    channel: Channel,
    questions: usize,
    today: NaiveDate,
) -> Result<AnsweredOrally, Refusal> {
    let given = on_spot(answer, channel, today)?;
    known_questions(questions, &answer.answers)?;
    let left: Vec<u16> = (1..).take(questions).filter(|place| !answer.answers.contains(place)).collect();
    if left.is_empty() { Ok(given) } else { Err(Refusal::QuestionsLeft(left)) }
}

/// Refuses a document that the topics' file does not name.
pub(super) fn known_documents(documents: &BTreeSet<String>, context: &Context<'_>) -> Result<(), Refusal> {
    let kinds = &context.office.documents;
    let stray = documents.iter().find(|code| kinds.iter().all(|kind| kind.code != **code));
    stray.map_or(Ok(()), |code| Err(Refusal::UnknownDocument(code.clone())))
}

/// Refuses an entry that is of no book of that hall, or came by another channel (R30).
pub(super) fn known_entry(
    entry: Option<&BookEntry>,
    channel: Channel,
    hall: &UnitCode,
    context: &Context<'_>,
) -> Result<(), Refusal> {
    let Some(book) = entry else { return Ok(()) };
    if channel != Channel::FeedbackBook {
        return Err(Refusal::BookChannel { channel });
    }
    if book.entry == 0 {
        return Err(Refusal::Missing(Field::BookEntry));
    }
    // An entry found late may stand in a book that was closed since.
    let known = context.office.books.get(&book.number).filter(|known| known.unit == *hall);
    known.map(|_| ()).ok_or_else(|| Refusal::UnknownBook(book.number.clone()))
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
        && (form.client_id, form.call_back) == (registered.client_id, registered.call_back.is_some())
        && form.paper == registered.paper
        && (brought.documents.clone(), brought.book.clone())
            == (content.documents.clone(), content.book.clone())
        && both(brought.power.as_ref(), content.power.as_ref())
        && brought.questions.len() == content.questions.len()
        && brought.questions.iter().zip(&content.questions).all(|(sent, kept)| same(sent, kept))
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
    today: NaiveDate,
    context: &Context<'_>,
) -> Result<(NaiveDate, Option<Personal<String>>), Refusal> {
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

/// No letter comes in before the day it bears, and no proxy is shown before it is given.
fn papers_were_written(
    brought: &Content,
    client: &Client,
    received: NaiveDate,
    today: NaiveDate,
) -> Result<(), Refusal> {
    let covering = brought.covering_letter.as_ref().and_then(|letter| letter.date);
    if brought.sender_date.max(covering).is_some_and(|day| day > received) {
        return Err(Refusal::WrittenLater { received });
    }
    let proxy = client.representative.as_ref().and_then(|person| person.proxy_date);
    if proxy.is_some_and(|day| day > today) { Err(Refusal::InFuture { today }) } else { Ok(()) }
}

/// What was brought or said; where no gist is given, it is found in the text.
fn content(form: &Registration) -> Result<Content, Refusal> {
    let text = optional(Field::Text, form.text.as_deref())?;
    let typed = form.gist.as_deref().and_then(given).map(one_line);
    let gist = typed.or_else(|| form.text.as_deref().and_then(gist_of));
    let covering_letter = form.covering_letter.clone();
    if let Some(letter) = &covering_letter {
        required(Field::CoveringBody, &letter.body)?;
        optional(Field::CoveringNumber, letter.number.as_ref().map(Personal::text))?;
    }
    Ok(Content {
        gist: required(Field::Gist, &gist.unwrap_or_default())?,
        text,
        sheets: form.sheets,
        attachments: form.attachments,
        sender_number: optional(Field::SenderNumber, form.sender_number.as_deref())?,
        sender_date: form.sender_date,
        covering_letter,
        questions: form
            .questions
            .iter()
            .filter_map(|question| optional(Field::Questions, Some(question)).transpose())
            .collect::<Result<_, _>>()?,
        documents: form.documents.clone(),
        power: power(form.power.as_ref())?.map(Personal::Known),
        book: form.book.clone().map(|book| BookEntry { number: book.number.trim().to_owned(), ..book }),
    })
}

/// The block of an appeal about quality, trimmed; none where nothing of it is said.
fn power(told: Option<&PowerQuality>) -> Result<Option<PowerQuality>, Refusal> {
    let Some(told) = told else { return Ok(None) };
    let power = PowerQuality {
        address: short(Field::PowerAddress, told.address.as_deref())?,
        time: short(Field::PowerTime, told.time.as_deref())?,
        contract: short(Field::PowerContract, told.contract.as_deref())?,
    };
    Ok(Some(power).filter(|power| *power != PowerQuality::default()))
}

/// An answer on the spot, for words that were spoken.
pub(super) fn on_spot(answer: &OnSpot, channel: Channel, on: NaiveDate) -> Result<AnsweredOrally, Refusal> {
    if !channel.is_oral() {
        return Err(Refusal::OralOnly { channel });
    }
    if !answer.agreed {
        return Err(Refusal::NeedsAgreement);
    }
    let answers = answer.answers.clone();
    Ok(AnsweredOrally { gist: required(Field::Answer, &answer.gist)?, on, answers })
}

/// A client with a name and without empty values; whoever acts for them or signed with them is named or counted.
pub(super) fn named(client: Client) -> Result<Client, Refusal> {
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

/// An e-mail address and a telephone by which the client can be reached; what stood there before is not held against them.
pub(super) fn reachable(client: &Client, before: Option<&Client>) -> Result<(), Refusal> {
    let new = |of: fn(&Client) -> Option<&str>| {
        let stood = before.and_then(of);
        of(client).filter(|now| Some(*now) != stood)
    };
    if let Some(typed) = new(|client| client.email.as_deref()).filter(|typed| !is_email(typed)) {
        return Err(Refusal::BadEmail(typed.to_owned()));
    }
    match new(|client| client.phone.as_deref()).filter(|typed| phone(typed).is_none()) {
        Some(typed) => Err(Refusal::BadPhone(typed.to_owned())),
        None => Ok(()),
    }
}

/// A detail of a client, trimmed; none where nothing is left.
pub(super) fn tidy(value: Option<&str>) -> Result<Option<String>, Refusal> {
    short(Field::Client, value)
}

/// A detail, trimmed and within the limit; none where nothing is left.
fn short(field: Field, value: Option<&str>) -> Result<Option<String>, Refusal> {
    match value.and_then(given) {
        Some(text) if text.len() > FIELD_LIMIT => {
            Err(Refusal::TooLong { field, bytes: text.len(), limit: FIELD_LIMIT })
        }
        text => Ok(text.map(str::to_owned)),
    }
}
