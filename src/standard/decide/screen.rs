//! Screening: the grounds for no action, what each asks for, and taking one back (R7, R8); forwarding what is another
//! organisation's matter.

use chrono::NaiveDate;

use super::closing::question;
use super::register::{reachable, tidy};
use super::{Context, HEADS, WORKERS, open, required};
use crate::standard::appeal::{Appeal, Holder, Outcome};
use crate::standard::client::Client;
use crate::standard::fact::{AppealEvent, Forwarded, GroundLifted, GroundNamed};
use crate::standard::office::Role;
use crate::standard::personal::Personal;
use crate::standard::refusal::{Field, Refusal};
use crate::standard::reply::{NoticeOf, Purpose, Reply};
use crate::standard::route::Route;
use crate::standard::screening::{EarlierAnswer, Ground, GroundStage, Screening};
use crate::standard::term::{Due, TermQuestion};

/// A ground as a person names it.
#[derive(Debug, Clone)]
pub struct GroundForm<'a> {
    /// Which.
    pub ground: Ground,
    /// Why.
    pub note: &'a str,
    /// For a repeat: what was answered before.
    pub earlier: Option<Earlier<'a>>,
}

/// What answered the question before (R7 c).
#[derive(Debug, Clone)]
pub enum Earlier<'a> {
    /// An appeal in this register, with its sent reply.
    Appeal(&'a Appeal),
    /// A reply on paper, typed by its number and date; a head vouches for it.
    Paper {
        /// Its outgoing number.
        number: &'a str,
        /// Its date.
        on: Option<NaiveDate>,
    },
}

/// Contacts that became known later (R8).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contacts {
    /// Postal address.
    pub address: Option<String>,
    /// E-mail.
    pub email: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
}

/// Names a ground: the head of the unit that has it decides by this, or the director on his route; anyone else proposes it.
///
/// Without a letter owed the decision closes the appeal; else it stays open until the notice is sent (R7).
///
/// # Errors
/// When the appeal was spoken, the ground does not hold, or a repeat cites no sent reply.
pub fn screen(
    appeal: &Appeal,
    form: &GroundForm<'_>,
    context: &Context<'_>,
) -> Result<Vec<AppealEvent>, Refusal> {
    context.guard(appeal.needs_newer_program)?;
    open(appeal)?;
    context.allow(WORKERS)?;
    let ground = form.ground;
    if !appeal.channel.is_written() {
        return Err(Refusal::NoScreening { channel: appeal.channel });
    }
    if appeal.forwarding.is_some() {
        return Err(Refusal::OtherLetterDue { notice: Some(NoticeOf::Forwarding) });
    }
    let has_contact = appeal.client.known().is_none_or(Client::has_contact);
    match ground {
        Ground::NoContacts if has_contact => return Err(Refusal::HasContacts),
        Ground::Repeat | Ground::TradeSecret if !has_contact => return Err(Refusal::NoContactsFirst),
        _ => {}
    }
    let decides = decides_for(appeal, context);
    let stands = appeal.screening.as_ref().filter(|now| now.ground == ground);
    if stands.is_some_and(|now| now.stage == GroundStage::Decided || !decides) {
        return Err(Refusal::GroundStands { ground });
    }
    // What a head decided is not undone by another's proposal.
    if let Some(decided) =
        appeal.screening.as_ref().filter(|now| now.stage == GroundStage::Decided && !decides)
    {
        return Err(Refusal::GroundStands { ground: decided.ground });
    }
    let earlier = if ground == Ground::Repeat {
        match (&form.earlier, stands.and_then(|now| now.earlier.clone())) {
            // A head who decides what was proposed need not cite it again.
            (None, Some(proposed)) => Some(proposed),
            (cited, _) => Some(answered_before(appeal, cited.as_ref(), context)?),
        }
    } else {
        None
    };
    let note = required(Field::Reason, form.note)?;
    let named = GroundNamed { ground, note, earlier, on: context.today() };
    Ok(vec![if decides { AppealEvent::GroundDecided(named) } else { AppealEvent::GroundProposed(named) }])
}

/// Whether the actor decides over the appeal: on the director's route the director, until he hands it to a unit; else
/// the head of the unit that has it (readings, *Screening*).
fn decides_for(appeal: &Appeal, context: &Context<'_>) -> bool {
    let is_directors =
        appeal.route == Route::Director && matches!(appeal.holder, Holder::Nobody | Holder::Director);
    let unit = appeal.holder.unit().unwrap_or(&appeal.intake);
    if is_directors { context.holds(&[Role::Director]) } else { context.heads(unit) }
}

/// Refuses unless the actor decides over the appeal.
pub(super) fn allow_decision(appeal: &Appeal, context: &Context<'_>) -> Result<(), Refusal> {
    context.allow(HEADS)?;
    if decides_for(appeal, context) { Ok(()) } else { Err(Refusal::NotTheHolder(HEADS)) }
}

/// The sent reply that a repeat cites.
fn answered_before(
    appeal: &Appeal,
    earlier: Option<&Earlier<'_>>,
    context: &Context<'_>,
) -> Result<EarlierAnswer, Refusal> {
    match earlier {
        None => Err(Refusal::Missing(Field::EarlierNumber)),
        Some(Earlier::Appeal(earlier)) => {
            let number = earlier.number.clone();
            if earlier.id == appeal.id || earlier.registered > appeal.registered {
                return Err(Refusal::NotEarlier { number });
            }
            let answers = earlier.replies.iter().filter(|reply| reply.purpose == Purpose::Answer);
            // What left after this one came in answered nothing before it.
            let before = |reply: &&Reply| reply.dispatch().is_some_and(|sent| sent.on <= appeal.registered);
            let mut sent = answers.filter(before).filter_map(Reply::outgoing);
            let (reply, on) =
                sent.next_back().ok_or_else(|| Refusal::EarlierUnanswered { number: number.clone() })?;
            Ok(EarlierAnswer {
                appeal: Some(earlier.id),
                appeal_number: Some(number.text),
                number: reply.to_owned(),
                on,
            })
        }
        Some(Earlier::Paper { number, on }) => {
            required(Field::EarlierNumber, number)?;
            let on = on.ok_or(Refusal::Missing(Field::EarlierDate))?;
            let on = context.past_day(Some(on), NaiveDate::MIN)?;
            if on > appeal.registered {
                return Err(Refusal::EarlierDate { registered: appeal.registered });
            }
            Ok(EarlierAnswer { appeal: None, appeal_number: None, number: number.trim().to_owned(), on })
        }
    }
}

/// Takes back a ground or a forwarding. Where the ground had closed the appeal, a new term begins: for «no contacts»
/// from the day they became known (readings: ours), else from today.
///
/// # Errors
/// When there is nothing to take back, the actor heads nothing, a notice went out, or the contacts are missing.
pub fn lift_ground(
    appeal: &Appeal,
    reason: &str,
    contacts: &Contacts,
    known_on: Option<NaiveDate>,
    context: &Context<'_>,
) -> Result<Vec<AppealEvent>, Refusal> {
    context.guard(appeal.needs_newer_program)?;
    let ground = appeal.screening.as_ref().map(|now| now.ground);
    let closed_by_ground =
        appeal.closing.as_ref().is_some_and(|closing| closing.outcome == Outcome::NotConsidered);
    if !closed_by_ground {
        open(appeal)?;
        if ground.is_none() && appeal.forwarding.is_none() {
            return Err(Refusal::NoGround);
        }
    }
    // Whoever only proposed a ground may take the proposal back, but not a head's forwarding with it.
    let proposed = appeal.screening.as_ref().filter(|now| now.stage == GroundStage::Proposed);
    let own_proposal =
        appeal.forwarding.is_none() && proposed.is_some_and(|now| now.by == context.actor.login);
    if !own_proposal {
        allow_decision(appeal, context)?;
    }
    let client = with_contacts(appeal, contacts)?;
    if let Some(client) = &client {
        reachable(client, appeal.client.known())?;
    }
    if closed_by_ground && ground == Some(Ground::NoContacts) && client.is_none() {
        return Err(Refusal::NeedsContacts);
    }
    let reason = required(Field::Reason, reason)?;
    let earliest = appeal.closing.as_ref().map_or(appeal.registered, |closing| closing.on);
    let on = context.past_day(known_on, earliest)?;
    let due = closed_by_ground.then(|| begun_again(appeal, on, context)).transpose()?;
    let client = client.map(Personal::Known);
    Ok(vec![AppealEvent::GroundLifted(Box::new(GroundLifted { reason, client, due, on }))])
}

/// A new term from this day, by the norms in force.
pub(super) fn begun_again(appeal: &Appeal, on: NaiveDate, context: &Context<'_>) -> Result<Due, Refusal> {
    let asked = TermQuestion { received: on, registered: on, ..question(appeal) };
    let due = context.office.norms.due(&asked, &context.office.calendar);
    let due = due.ok_or(Refusal::NoNorm { channel: appeal.channel, kind: appeal.kind })?;
    Ok(Due { reopened: true, ..due })
}

/// The client with the contacts that became known; nothing where none did.
fn with_contacts(appeal: &Appeal, contacts: &Contacts) -> Result<Option<Client>, Refusal> {
    let [address, email, phone] =
        [&contacts.address, &contacts.email, &contacts.phone].map(|text| tidy(text.as_deref()));
    let (address, email, phone) = (address?, email?, phone?);
    if address.is_none() && email.is_none() && phone.is_none() {
        return Ok(None);
    }
    Ok(appeal.client.known().cloned().map(|client| Client {
        address: address.or(client.address),
        email: email.or(client.email),
        phone: phone.or(client.phone),
        ..client
    }))
}

/// Decides that the matter is another organisation's; the client is owed a notice, and until it is sent the clock runs.
///
/// # Errors
/// When the actor heads nothing, or no organisation or reason is named.
pub fn forward(
    appeal: &Appeal,
    to: &str,
    reason: &str,
    context: &Context<'_>,
) -> Result<Vec<AppealEvent>, Refusal> {
    context.guard(appeal.needs_newer_program)?;
    open(appeal)?;
    allow_decision(appeal, context)?;
    if appeal.screening.as_ref().and_then(Screening::notice).is_some() {
        return Err(Refusal::OtherLetterDue {
            notice: appeal.screening.as_ref().and_then(Screening::notice),
        });
    }
    let reason = required(Field::Reason, reason)?;
    required(Field::Recipient, to)?;
    Ok(vec![AppealEvent::Forwarded(Forwarded { to: to.trim().to_owned(), reason, on: context.today() })])
}
