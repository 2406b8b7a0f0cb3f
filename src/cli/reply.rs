//! `reply`: a draft, its final, and the paper of either.

use std::collections::BTreeSet;
use std::path::Path;

use super::args::{Reply as Args, ReplyKind};
use super::change::done;
use super::failure::Failure;
use super::output::Shell;
use super::print::{Counter, form_of};
use super::session::{Session, confirmed};
use super::values::Places;
use crate::desk::{Desk, DeskError};
use crate::i18n::{Language, Words};
use crate::letters::compose::Composer;
use crate::letters::deliver::{DeliverError, Form};
use crate::letters::eml::Attached;
use crate::letters::papers::Paper;
use crate::letters::spooler::Copies;
use crate::letters::template::{Kind, Library, Template};
use crate::printing::{Order, Way};
use crate::standard::appeal::Appeal;
use crate::standard::decide::Draft;
use crate::standard::office::{Login, Office};
use crate::standard::refusal::{Refusal, ReplyNeed};
use crate::standard::reply::{Purpose, Reply, ReplyId, ReplyStage};
use crate::text::typed;

/// Writes a draft, makes it final, prints it: whatever was asked, in this order. What was done before a refusal stays.
pub(super) fn reply(
    shell: &mut Shell<'_>,
    session: &Session,
    desk: &mut Desk,
    args: &Args,
) -> Result<(), Failure> {
    let out = args.out.as_deref().map(Out::of).transpose()?;
    let confirmed = confirmed(&args.confirm);
    let mut appeal = desk.appeal_by_number(&args.number)?.appeal;
    if let Some(draft) = draft(shell, session, desk.office(), &appeal, args)? {
        appeal = desk.draft_reply((&appeal).into(), draft, &confirmed)?;
        done(shell, desk, &appeal)?;
    }
    if args.make_final {
        let id = waiting(&appeal, Some(args.kind), ReplyNeed::Draft)?;
        let signatory = args.signatory.clone().map(Login).ok_or(Failure::NoSignatory)?;
        appeal = desk.finalise_reply((&appeal).into(), id, &signatory, &confirmed)?;
        done(shell, desk, &appeal)?;
    }
    let mut counter = Counter::open(session);
    let written = match args.out.as_deref().zip(out) {
        Some((path, Out::Email)) => {
            let attached = Attached::named(&args.attach).map_err(Failure::Eml)?;
            counter.email(shell, desk, &order(&appeal, args.kind)?, path, attached)?;
            None
        }
        Some((path, Out::Paper(form))) => Some(Way::File(path.to_owned(), form)),
        None => None,
    };
    let printed = args.print.as_deref().map(|printer| counter.to_printer(printer, None, Copies::ONE));
    for way in written.into_iter().chain(printed) {
        let order = order(&appeal, args.kind)?;
        counter.deliver(shell, desk, &order, &way)?;
    }
    Ok(())
}

/// The draft that the arguments ask for; none where they bring nothing new.
fn draft(
    shell: &mut Shell<'_>,
    session: &Session,
    office: &Office,
    appeal: &Appeal,
    args: &Args,
) -> Result<Option<Draft>, Failure> {
    let asked = args.make_final || args.out.is_some() || args.print.is_some();
    let framed = args.template.is_some() || args.heading.is_some() || args.addressee.is_some();
    let begun =
        appeal.replies.iter().any(|reply| is_of(reply, Some(args.kind)) && reply.dispatch().is_none());
    // A notice says all it must by its template. Nothing else is begun without a text: it would take the place of one
    // that was written.
    let says_itself = args.kind == ReplyKind::Notice && (framed || (!begun && appeal.closing.is_none()));
    if args.text.is_none() && !says_itself {
        if framed || !asked {
            return Err(Failure::NoText);
        }
        if args.draft {
            waiting(appeal, Some(args.kind), ReplyNeed::Draft)?;
        }
        return Ok(None);
    }
    let purpose = purpose(appeal, args)?;
    let written = args.text.as_ref().map(|text| shell.read(text)).transpose()?.unwrap_or_default();
    let (library, _) = Library::load(Some(&session.paths.own_letters()));
    let template = template(&library, purpose, appeal, args)?;
    // Words that no place takes would be lost unsaid.
    if let Some(silent) = template.filter(|one| !written.trim().is_empty() && !one.takes_own_words()) {
        return Err(Failure::NoOwnPlace { id: silent.front.id.clone() });
    }
    let letters = Words::new(Language::Ru);
    let composer = Composer { office, words: &letters };
    let mut draft = composer.draft(appeal, template, purpose, &typed(&written)).map_err(|error| {
        let name = template.map(|template| template.front.id.clone()).unwrap_or_default();
        DeskError::BadFile { name, why: error.words(&shell.words) }
    })?;
    draft.answers = answers(appeal, purpose, args.answers.as_ref());
    if let Some(heading) = &args.heading {
        draft.heading.clone_from(heading);
    }
    if let Some(addressee) = &args.addressee {
        draft.addressee.clone_from(addressee);
    }
    Ok(Some(draft))
}

/// What the letter is for; of a notice, what the appeal's ground or forwarding asks for.
fn purpose(appeal: &Appeal, args: &Args) -> Result<Purpose, Failure> {
    match args.kind {
        ReplyKind::Reply => Ok(Purpose::Answer),
        ReplyKind::Interim => Ok(Purpose::Interim { days: args.days.ok_or(Failure::NoDays)? }),
        ReplyKind::Notice => match appeal.closing_purpose() {
            owed @ Purpose::Notice { .. } => Ok(owed),
            _ => Err(Refusal::OtherLetterDue { notice: None }.into()),
        },
    }
}

/// The places of the questions that the letter answers: every one by an answer, unless something else is said.
fn answers(appeal: &Appeal, purpose: Purpose, asked: Option<&Places>) -> BTreeSet<u16> {
    let usual = if purpose == Purpose::Answer { Places::All } else { Places::These(BTreeSet::new()) };
    asked.unwrap_or(&usual).of(appeal.content.questions.len())
}

/// The template by its id, of the kind that is written; the fitting one where a notice was given neither it nor a text.
fn template<'a>(
    library: &'a Library,
    purpose: Purpose,
    appeal: &Appeal,
    args: &Args,
) -> Result<Option<&'a Template>, Failure> {
    let offered = || library.offered(Kind::of(purpose), appeal.into());
    let Some(id) = &args.template else {
        let first = || offered().into_iter().next();
        return Ok(args.text.is_none().then(first).flatten());
    };
    let of_kind = |template: &&Template| template.front.kind == Kind::of(purpose);
    library.get(id).filter(of_kind).map(Some).ok_or_else(|| Failure::NoTemplate {
        id: id.clone(),
        known: offered().iter().map(|template| template.front.id.clone()).collect(),
    })
}

/// The paper of the newest reply of a kind.
fn order(appeal: &Appeal, kind: ReplyKind) -> Result<Order, Failure> {
    let newest = appeal.replies.iter().rfind(|reply| is_of(reply, Some(kind)));
    // Where a notice stands in place of the answer, it is the letter that is meant.
    let instead = || appeal.replies.iter().rfind(|reply| kind == ReplyKind::Reply && reply.purpose.closes());
    let reply = newest.or_else(instead).ok_or(Refusal::NoReply(ReplyNeed::Draft))?;
    Ok(Order { appeal: appeal.id, number: appeal.number.text.clone(), paper: Paper::Reply(reply.id) })
}

/// What `--out` asks for.
#[derive(Debug, Clone, Copy)]
enum Out {
    /// The paper of a reply.
    Paper(Form),
    /// An e-mail draft of a signed one (R14).
    Email,
}

impl Out {
    fn of(path: &Path) -> Result<Self, Failure> {
        if path.extension().is_some_and(|end| end.eq_ignore_ascii_case("eml")) {
            return Ok(Self::Email);
        }
        form_of(path).map(Self::Paper)
    }
}

/// The reply of an appeal that stands where a step begins; a closed appeal takes no step, whatever lies in it.
pub(super) fn waiting(appeal: &Appeal, kind: Option<ReplyKind>, need: ReplyNeed) -> Result<ReplyId, Failure> {
    only(appeal, kind, need, |stage| {
        matches!(
            (need, stage),
            (ReplyNeed::Draft, ReplyStage::Draft)
                | (ReplyNeed::Final, ReplyStage::Final(_))
                | (ReplyNeed::Signed, ReplyStage::Signed(..))
        )
    })
}

/// The reply of an appeal that may still come back to its executor: final, or signed and not sent.
pub(super) fn returnable(appeal: &Appeal, kind: Option<ReplyKind>) -> Result<ReplyId, Failure> {
    let may_come_back = |stage: &ReplyStage| matches!(stage, ReplyStage::Final(_) | ReplyStage::Signed(..));
    only(appeal, kind, ReplyNeed::Final, may_come_back)
}

fn only(
    appeal: &Appeal,
    kind: Option<ReplyKind>,
    need: ReplyNeed,
    fits: impl Fn(&ReplyStage) -> bool,
) -> Result<ReplyId, Failure> {
    if let Some(closing) = &appeal.closing {
        return Err(Refusal::Closed { outcome: closing.outcome, on: closing.on }.into());
    }
    let in_stage = |reply: &&Reply| fits(&reply.stage);
    let waiting: Vec<_> = appeal.replies.iter().filter(|reply| is_of(reply, kind)).filter(in_stage).collect();
    match waiting.as_slice() {
        [] => Err(Refusal::NoReply(need).into()),
        [one] => Ok(one.id),
        _ => Err(Failure::SeveralReplies),
    }
}

const fn is_of(reply: &Reply, kind: Option<ReplyKind>) -> bool {
    matches!(
        (kind, reply.purpose),
        (None, _)
            | (Some(ReplyKind::Reply), Purpose::Answer)
            | (Some(ReplyKind::Interim), Purpose::Interim { .. })
            | (Some(ReplyKind::Notice), Purpose::Notice { .. })
    )
}

impl From<DeliverError> for Failure {
    fn from(error: DeliverError) -> Self {
        Self::Deliver(error)
    }
}
