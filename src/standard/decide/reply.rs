//! A reply's steps: draft → final → signed → sent (R6, R13, R21). None can be skipped.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::closing::{every_question, known_questions};
use super::{Context, HEADS, WORKERS, open, required};
use crate::standard::appeal::Appeal;
use crate::standard::fact::{
    AppealEvent, PaperPrinted, ReplyDrafted, ReplyFinalised, ReplyPrinted, ReplyReturned, ReplySent,
    ReplySigned,
};
use crate::standard::holes::holes;
use crate::standard::number::OutgoingAt;
use crate::standard::office::{Login, StaffDetail, StaffMember};
use crate::standard::paper::{AppealPaper, PaperWay, PrintedPaper};
use crate::standard::personal::Personal;
use crate::standard::refusal::{Field, Refusal, ReplyNeed};
use crate::standard::reply::{
    Dispatch, Finalised, Letterhead, NoticeOf, Purpose, Reply, ReplyBy, ReplyId, ReplyStage, SignedBy,
    TemplateUse,
};
use crate::standard::shows::Shows;
use crate::standard::term::ExtensionRule;
use crate::standard::text::has_substance;

/// The text of a reply as its executor wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// What it is for.
    pub purpose: Purpose,
    /// The template it was begun from.
    pub template: Option<TemplateUse>,
    /// «О …».
    pub heading: String,
    /// To whom and where, line by line.
    pub addressee: String,
    /// The whole text as it is to be printed.
    pub text: String,
    /// The places of the appeal's questions that it answers.
    pub answers: BTreeSet<u16>,
}

/// Begins a reply, or changes the text of the draft for the same purpose.
///
/// # Errors
/// When a reply for the same purpose is past its draft, or an interim reply could extend nothing (R13).
pub fn draft_reply(
    appeal: &Appeal,
    draft: Draft,
    context: &Context<'_>,
) -> Result<Vec<AppealEvent>, Refusal> {
    context.guard(appeal.needs_newer_program)?;
    open(appeal)?;
    context.allow_author(appeal)?;
    fits(appeal, draft.purpose, context)?;
    known_questions(appeal.content.questions.len(), &draft.answers)?;
    let same = |reply: &&Reply| reply.purpose.is_like(draft.purpose) && reply.dispatch().is_none();
    let reply = match appeal.replies.iter().find(same) {
        Some(Reply { id, stage: ReplyStage::Draft, .. }) => *id,
        Some(_) => return Err(Refusal::ReplyUnderWay),
        None => ReplyId(appeal.replies.last().map_or(1, |last| last.id.0.saturating_add(1))),
    };
    // A draft may still be empty: everything is asked of it when it becomes final.
    let part = |field, text: &str| {
        super::optional(field, Some(text)).map(|text| text.unwrap_or_else(|| Personal::Known(String::new())))
    };
    Ok(vec![AppealEvent::ReplyDrafted(ReplyDrafted {
        reply,
        purpose: draft.purpose,
        template: draft.template,
        heading: part(Field::Heading, &draft.heading)?,
        addressee: part(Field::Addressee, &draft.addressee)?,
        text: part(Field::Text, &draft.text)?,
        answers: draft.answers,
    })])
}

/// Whether a letter for this purpose is owed now: an interim one where the term can be extended (R13), a notice where a
/// ground or a forwarding asks for it, and then no answer (R7).
fn fits(appeal: &Appeal, purpose: Purpose, context: &Context<'_>) -> Result<(), Refusal> {
    if let Purpose::Interim { days } = purpose {
        return may_extend(appeal, days, context).map(|_| ());
    }
    match appeal.closing_purpose() {
        owed if owed == purpose => Ok(()),
        Purpose::Notice { about } => Err(Refusal::OtherLetterDue { notice: Some(about) }),
        _ => Err(Refusal::OtherLetterDue { notice: None }),
    }
}

/// The rule by which the term may be extended by `days` (R13): that of the norm as it was when the term was given.
pub(super) fn may_extend<'a>(
    appeal: &Appeal,
    days: u16,
    context: &Context<'a>,
) -> Result<&'a ExtensionRule, Refusal> {
    let norm = &appeal.due.norm;
    let rule = context
        .office
        .norms_of(appeal.due.version)
        .get(norm)
        .and_then(|norm| norm.extension.as_ref())
        .ok_or_else(|| Refusal::NoExtension { norm: norm.clone() })?;
    if appeal.extension.is_some() {
        return Err(Refusal::AlreadyExtended);
    }
    if days == 0 || days > rule.days { Err(Refusal::ExtensionDays { limit: rule.days }) } else { Ok(rule) }
}

/// Freezes a draft (R6): substance, no open place, the executor's full name and phone, an authorised signatory.
///
/// # Errors
/// Names what the letter still lacks.
pub fn finalise_reply(
    appeal: &Appeal,
    reply: ReplyId,
    signatory: &Login,
    context: &Context<'_>,
) -> Result<Vec<AppealEvent>, Refusal> {
    context.guard(appeal.needs_newer_program)?;
    open(appeal)?;
    let draft = in_stage(appeal, reply, ReplyNeed::Draft)?;
    let text = draft.text.text();
    required(Field::Addressee, draft.addressee.text())?;
    let unfilled: Vec<_> = [text, draft.heading.text(), draft.addressee.text()]
        .into_iter()
        .flat_map(holes)
        .map(|hole| hole.name)
        .collect();
    if !unfilled.is_empty() {
        return Err(Refusal::Unfilled(unfilled));
    }
    fits(appeal, draft.purpose, context)?;
    substance(appeal, draft)?;
    if draft.purpose == Purpose::Answer {
        every_question(appeal, &draft.answers)?;
    }
    let executor = appeal.holder.executor().ok_or(Refusal::NoExecutor)?;
    context.allow_author(appeal)?;
    let person =
        context.office.staff.get(executor).ok_or_else(|| Refusal::UnknownPerson(executor.clone()))?;
    let executor_details = person
        .letter_details(&[StaffDetail::GivenName, StaffDetail::Phone])
        .map_err(|missing| Refusal::ExecutorLacks { login: executor.clone(), missing })?;
    let signs = authorised(signatory, context.today(), context)?;
    let signatory_details = signs
        .letter_details(&[StaffDetail::GivenName, StaffDetail::Position])
        .map_err(|missing| Refusal::SignatoryLacks { login: signatory.clone(), missing })?;
    let today = context.today();
    let numbered = context.office.details.outgoing_at == OutgoingAt::Final;
    Ok(vec![AppealEvent::ReplyFinalised(ReplyFinalised {
        reply,
        finalised: Finalised {
            executor: executor.clone(),
            executor_details: Personal::Known(executor_details),
            signatory: signatory.clone(),
            signatory_details: Personal::Known(signatory_details),
            number: numbered.then(|| context.next_outgoing(today)),
            dated: numbered.then_some(today),
            letterhead: Some(Letterhead::from(&context.office.details)),
        },
    })])
}

/// A letter answers by the executor's own words (R6). A notice's substance is what it cites: of an earlier reply, its
/// number and date (R7 c).
fn substance(appeal: &Appeal, draft: &Reply) -> Result<(), Refusal> {
    let text = draft.text.text();
    let template_words = match draft.purpose {
        Purpose::Notice { .. } => "",
        Purpose::Answer | Purpose::Interim { .. } => {
            draft.template.as_ref().map_or("", |template| template.words.text())
        }
    };
    if !has_substance(text, template_words) {
        return Err(Refusal::NoSubstance);
    }
    let cited = appeal.screening.as_ref().and_then(|ground| ground.earlier.as_ref());
    match (draft.purpose, cited) {
        (Purpose::Notice { about: NoticeOf::EarlierReply }, Some(earlier))
            if !(text.contains(&earlier.number)
                && text.contains(&earlier.on.format("%d.%m.%Y").to_string())) =>
        {
            Err(Refusal::NoCitation { number: earlier.number.clone(), on: earlier.on })
        }
        _ => Ok(()),
    }
}

/// Gives a final back to its executor with a remark; it is a draft again. So is a signed letter that has not left, and its
/// number is annulled (readings, *Replies*; of a signed one: ours, for what was found wrong must not leave).
///
/// # Errors
/// When it is neither, or the remark is empty.
pub fn return_reply(
    appeal: &Appeal,
    reply: ReplyId,
    remark: &str,
    context: &Context<'_>,
) -> Result<Vec<AppealEvent>, Refusal> {
    context.guard(appeal.needs_newer_program)?;
    open(appeal)?;
    let found =
        in_stage(appeal, reply, ReplyNeed::Final).or_else(|_| in_stage(appeal, reply, ReplyNeed::Signed));
    let found = found.map_err(|_| Refusal::NoReply(ReplyNeed::Final))?;
    // The signatory's own right; a head may do it for one who is away.
    if found.finalised().is_none_or(|frozen| frozen.signatory != context.actor.login) {
        context.allow(HEADS)?;
    }
    let remark = required(Field::Remark, remark)?;
    Ok(vec![AppealEvent::ReplyReturned(ReplyReturned { reply, remark })])
}

/// Records that a paper of a final or signed reply was printed or written.
///
/// # Errors
/// When it is still a draft: a draft's paper is no document and is not recorded. When the appeal is closed and
/// this reply was not sent: no clean paper is made of what may not leave.
pub fn print_reply(
    appeal: &Appeal,
    reply: ReplyId,
    paper: PrintedPaper,
    way: PaperWay,
    context: &Context<'_>,
) -> Result<Vec<AppealEvent>, Refusal> {
    context.guard(appeal.needs_newer_program)?;
    let printed = appeal
        .reply(reply)
        .filter(|reply| reply.finalised().is_some())
        .ok_or(Refusal::NoReply(ReplyNeed::Final))?;
    if printed.dispatch().is_none() {
        open(appeal)?;
        still_true(appeal, printed)?;
    }
    let PrintedPaper { form, sha256 } = paper;
    Ok(vec![AppealEvent::ReplyPrinted(ReplyPrinted { reply, sha256, form: Some(form), way: Some(way) })])
}

/// Records that another paper of an appeal was printed or written. It changes nothing that a rule looks at: whatever can
/// be shown can be printed.
#[must_use]
pub fn print_paper(paper: AppealPaper, printed: PrintedPaper, says: &str, way: PaperWay) -> Vec<AppealEvent> {
    let (PrintedPaper { form, sha256 }, says) = (printed, says.to_owned());
    vec![AppealEvent::PaperPrinted(PaperPrinted { paper, sha256, form, way, says })]
}

/// Records the signature of a final; gives the outgoing number and the letter's date (readings: `at_sign`).
///
/// # Errors
/// When it is not final, the day is impossible, or the signatory had no right on that day (R6).
pub fn sign_reply(
    appeal: &Appeal,
    reply: ReplyId,
    on: Option<NaiveDate>,
    way: SignedBy,
    number: Option<&str>,
    context: &Context<'_>,
) -> Result<Vec<AppealEvent>, Refusal> {
    context.guard(appeal.needs_newer_program)?;
    open(appeal)?;
    let found = in_stage(appeal, reply, ReplyNeed::Final)?;
    let frozen = found.finalised().ok_or(Refusal::NoReply(ReplyNeed::Final))?;
    if frozen.signatory != context.actor.login {
        context.allow(WORKERS)?;
    }
    still_true(appeal, found)?;
    let on = context.past_day(on, frozen.dated.unwrap_or(appeal.registered))?;
    authorised(&frozen.signatory, on, context)?;
    let number = match (&frozen.number, number) {
        (Some(_), None) => None,
        (Some(_), Some(_)) => return Err(Refusal::NumberIsGiven),
        (None, typed) => Some(context.outgoing(typed, on)?),
    };
    let entered_by = context.actor.login.clone();
    Ok(vec![AppealEvent::ReplySigned(ReplySigned { reply, number, on, way, entered_by })])
}

/// Records that a signed reply was sent; an answer closes the appeal on the day it was handed over.
///
/// # Errors
/// When it is not signed (R6), the channel has no contact, or the day is impossible.
pub fn send_reply(
    appeal: &Appeal,
    reply: ReplyId,
    by: ReplyBy,
    on: Option<NaiveDate>,
    context: &Context<'_>,
) -> Result<Vec<AppealEvent>, Refusal> {
    context.guard(appeal.needs_newer_program)?;
    open(appeal)?;
    context.allow(WORKERS)?;
    let found = in_stage(appeal, reply, ReplyNeed::Signed)?;
    fits(appeal, found.purpose, context)?;
    still_true(appeal, found)?;
    if found.purpose == Purpose::Answer {
        every_question(appeal, &found.answers)?;
    }
    let signature = found.signature().ok_or(Refusal::NoReply(ReplyNeed::Signed))?;
    if let Some(needs) = appeal.client.known().and_then(|client| by.lacks(client)) {
        return Err(Refusal::NoContactFor { by, needs });
    }
    // What closes a round can't have happened before the round began.
    let on = context.past_day(on, signature.on.max(appeal.opened))?;
    // An interim reply that leaves after the due day could extend nothing any more (R13).
    if !found.purpose.closes() && on > appeal.due.day {
        return Err(Refusal::DuePast { due: appeal.due.day });
    }
    Ok(vec![AppealEvent::ReplySent(ReplySent { reply, dispatch: Dispatch { by, on } })])
}

/// Refuses a letter that shows what was found wrong since: corrected while the appeal was closed, or told with a lifted
/// ground. It is returned and made final again.
fn still_true(appeal: &Appeal, letter: &Reply) -> Result<(), Refusal> {
    let now = Shows::of(appeal.client.known(), &appeal.content);
    let differs = letter.frozen().and_then(|frozen| frozen.shows.differs(&now));
    differs.map_or(Ok(()), |field| Err(Refusal::LetterShows { field }))
}

/// The reply, if it stands where the step begins.
fn in_stage(appeal: &Appeal, reply: ReplyId, need: ReplyNeed) -> Result<&Reply, Refusal> {
    appeal
        .reply(reply)
        .filter(|reply| {
            matches!(
                (need, &reply.stage),
                (ReplyNeed::Draft, ReplyStage::Draft)
                    | (ReplyNeed::Final, ReplyStage::Final(_))
                    | (ReplyNeed::Signed, ReplyStage::Signed(..))
            )
        })
        .ok_or(Refusal::NoReply(need))
}

/// A person who worked here and might sign on that day (R6); they may have left since.
fn authorised<'a>(login: &Login, on: NaiveDate, context: &Context<'a>) -> Result<&'a StaffMember, Refusal> {
    let person = context
        .office
        .staff
        .get(login)
        .filter(|person| person.works_on(on))
        .ok_or_else(|| Refusal::UnknownPerson(login.clone()))?;
    if context.office.may_sign(person, on) {
        Ok(person)
    } else {
        Err(Refusal::MayNotSign { login: login.clone(), on })
    }
}
