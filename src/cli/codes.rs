//! Stable codes of what is refused: scripts read these, people read the words beside them.

use crate::desk::DeskError;
use crate::standard::refusal::{Refusal, ReplyNeed};

/// The code of a refusal. A question that `--confirm` answers has the code that `--confirm` takes.
pub(super) const fn of_refusal(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::NeedsNewerProgram => "needs-newer-program",
        Refusal::Missing(_) => "missing",
        Refusal::TooLong { .. } => "too-long",
        Refusal::ClockBehind { .. } => "clock-behind",
        Refusal::LateRegistration { .. } => "late-registration",
        Refusal::ReceivedLater { .. } => "received-later",
        Refusal::UnknownTopic(_) => "unknown-topic",
        Refusal::UnknownUnit(_) => "unknown-unit",
        Refusal::UnknownPerson(_) => "unknown-person",
        Refusal::ExternalUnit(_) => "external-unit",
        Refusal::NoNorm { .. } => "no-norm",
        Refusal::NoContactFor { .. } => "no-contact",
        Refusal::OralOnly { .. } => "oral-only",
        Refusal::NeedsAgreement => "needs-agreement",
        Refusal::NeedsRole(_) => "needs-role",
        Refusal::Closed { .. } => "closed",
        Refusal::Open => "open",
        Refusal::AlreadyFiled { .. } => "already-filed",
        Refusal::AlreadyThere => "already-there",
        Refusal::OffRoute => "off-route",
        Refusal::InnerDueLater { .. } => "inner-due-later",
        Refusal::InnerDuePast { .. } => "inner-due-past",
        Refusal::NoExtension { .. } => "no-extension",
        Refusal::AlreadyExtended => "already-extended",
        Refusal::ExtensionDays { .. } => "extension-days",
        Refusal::NoInterimSent => "no-interim-sent",
        Refusal::InterimProposed { .. } => "interim-proposed",
        Refusal::DuePast { .. } => "due-past",
        Refusal::PastOtherNorm { .. } => "past-other-norm",
        Refusal::NoReply(ReplyNeed::Draft) => "no-draft",
        Refusal::NoReply(ReplyNeed::Final) => "no-final",
        Refusal::NoReply(ReplyNeed::Signed) => "not-signed",
        Refusal::ReplyUnderWay => "reply-under-way",
        Refusal::NoExecutor => "no-executor",
        Refusal::ExecutorLacks { .. } => "executor-lacks",
        Refusal::SignatoryLacks { .. } => "signatory-lacks",
        Refusal::NoSubstance => "no-substance",
        Refusal::Unfilled(_) => "unfilled",
        Refusal::MayNotSign { .. } => "may-not-sign",
        Refusal::InFuture { .. } => "in-future",
        Refusal::Before { .. } => "before",
        Refusal::NotAReview => "not-a-review",
        Refusal::ReplyAsked => "reply-asked",
        Refusal::AlreadySent => "already-sent",
        Refusal::CantReopenAnnulled => "cant-reopen-annulled",
        Refusal::CodeTaken(_) => "code-taken",
        Refusal::BadCode(_) => "bad-code",
        Refusal::OfficeCodeFixed => "office-code-fixed",
        Refusal::SeriesBegun { .. } => "series-begun",
        Refusal::UnitHasStaff { .. } => "unit-has-staff",
        Refusal::StillHolds { .. } => "still-holds",
        Refusal::LastAdministrator => "last-administrator",
        Refusal::BadList(_) => "bad-list",
        Refusal::VisitEnded => "visit-ended",
        Refusal::RequestTaken { .. } => "request-taken",
    }
}

/// The code of what a desk did not do.
pub(super) const fn of_desk_error(error: &DeskError) -> &'static str {
    match error {
        DeskError::Refused(refusal) => of_refusal(refusal),
        DeskError::Changed(_) => "changed",
        DeskError::NoAppeal(_) => "no-appeal",
        DeskError::SeveralAppeals(_) => "several-appeals",
        DeskError::NoVisit => "no-visit",
        DeskError::NobodyActs => "nobody-acts",
        DeskError::UnknownActor(_) => "unknown-actor",
        DeskError::NotSetUp => "not-set-up",
        DeskError::AlreadySetUp => "already-set-up",
        DeskError::ClockNotAllowed => "clock-not-allowed",
        DeskError::BadFile { .. } | DeskError::BadToml { .. } => "bad-file",
        DeskError::Unfoldable(_) => "contradiction",
        DeskError::Open(_) | DeskError::Store(_) => "register",
    }
}
