//! Words for an appeal: its client, its replies, and what happened to it.

use super::Words;
use crate::say;
use crate::standard::client::ClientSort;
use crate::standard::fact::{AppealEvent, Destination, Routed};
use crate::standard::office::Office;
use crate::standard::personal::Personal;
use crate::standard::reply::{Purpose, Reply, ReplyId, ReplyStage};

impl Words {
    /// The client as a list shows them.
    #[must_use]
    pub fn client_name(&self, client: &Personal<String>, sort: ClientSort) -> String {
        match (client, sort) {
            (Personal::Erased, _) => say!(self, "client-erased"),
            (Personal::Known(name), _) if !name.is_empty() => name.clone(),
            (Personal::Known(_), _) => say!(self, "client-anonymous"),
        }
    }

    /// One reply in a line: what it is for and where it stands.
    #[must_use]
    pub fn reply_line(&self, reply: &Reply) -> String {
        let what = match reply.purpose {
            Purpose::Answer => say!(self, "reply-answer"),
            Purpose::Interim { days } => say!(self, "reply-interim", days = days),
        };
        let stands = match &reply.stage {
            ReplyStage::Draft => say!(self, "reply-stage-draft"),
            ReplyStage::Final(_) => say!(self, "reply-stage-final"),
            ReplyStage::Signed(_, signature) => say!(
                self,
                "reply-stage-signed",
                number = signature.number.text.as_str(),
                on = self.date(signature.on)
            ),
            ReplyStage::Sent(_, signature, dispatch) => say!(
                self,
                "reply-stage-sent",
                number = signature.number.text.as_str(),
                by = self.reply_by(dispatch.by),
                on = self.date(dispatch.on)
            ),
        };
        format!("{what}: {stands}")
    }

    /// What happened to an appeal, in a line of history; its replies say what each of them is for.
    #[must_use]
    pub fn event(&self, event: &AppealEvent, replies: &[Reply], office: &Office) -> String {
        let what = |id: ReplyId| {
            let reply = replies.iter().find(|reply| reply.id == id);
            match reply.map(|reply| reply.purpose) {
                Some(Purpose::Interim { .. }) => say!(self, "event-what-interim"),
                Some(Purpose::Answer) | None => say!(self, "event-what-reply"),
            }
        };
        match event {
            AppealEvent::Registered(first) => say!(
                self,
                "event-registered",
                number = first.number.text.as_str(),
                due = self.date(first.due.day)
            ),
            AppealEvent::Routed(routed) => self.routed(routed, office),
            AppealEvent::ReplyDrafted(event) => match event.purpose {
                Purpose::Answer => say!(self, "event-reply-drafted"),
                Purpose::Interim { .. } => say!(self, "event-interim-drafted"),
            },
            AppealEvent::ReplyFinalised(event) => {
                let signatory = office.person_name(&event.finalised.signatory);
                say!(self, "event-reply-finalised", what = what(event.reply), signatory = signatory)
            }
            AppealEvent::ReplyReturned(event) => {
                say!(self, "event-reply-returned", what = what(event.reply), remark = event.remark.text())
            }
            AppealEvent::ReplyPrinted(event) => {
                say!(self, "event-reply-printed", what = what(event.reply))
            }
            AppealEvent::ReplySigned(event) => say!(
                self,
                "event-reply-signed",
                what = what(event.reply),
                number = event.signature.number.text.as_str(),
                on = self.date(event.signature.on)
            ),
            AppealEvent::ReplySent(event) => say!(
                self,
                "event-reply-sent",
                what = what(event.reply),
                by = self.reply_by(event.dispatch.by),
                on = self.date(event.dispatch.on)
            ),
            AppealEvent::Extended(event) => say!(
                self,
                "event-extended",
                days = event.days,
                due = self.date(event.due.day),
                reason = event.reason.text()
            ),
            AppealEvent::AnsweredOrally(event) => say!(self, "event-answered", gist = event.gist.text()),
            AppealEvent::Noted(event) => say!(self, "event-noted", reason = event.reason.text()),
            AppealEvent::Annulled(event) => say!(self, "event-annulled", reason = event.reason.text()),
            AppealEvent::Withdrawn(event) => say!(self, "event-withdrawn", reason = event.reason.text()),
            AppealEvent::Reopened(event) => {
                say!(self, "event-reopened", due = self.date(event.due.day), reason = event.reason.text())
            }
            AppealEvent::FiledAway(event) => say!(self, "event-filed", reason = event.reason.text()),
        }
    }

    fn routed(&self, routed: &Routed, office: &Office) -> String {
        let to = match &routed.destination {
            Destination::Director => say!(self, "holder-director"),
            Destination::Unit { unit } => office.unit_title(unit),
            Destination::Executor { executor, .. } => office.person_name(executor),
        };
        let mut text = match routed.resolution.text() {
            "" => say!(self, "event-routed", to = to),
            resolution => say!(self, "event-routed-resolution", to = to, resolution = resolution),
        };
        let inner = routed.inner_due.map(|day| say!(self, "summary-inner-due", day = self.date(day)));
        let off = routed.override_reason.as_ref();
        let off = off.map(|reason| say!(self, "event-off-route", reason = reason.text()));
        for more in [inner, off].into_iter().flatten() {
            text.push_str("; ");
            text.push_str(&more);
        }
        text
    }

    /// The kind of a fact in a word or two, where nothing else of it is known.
    #[must_use]
    pub fn fact_kind(&self, kind: &str) -> String {
        match kind {
            "appeal.registered" => say!(self, "fact-registered"),
            "appeal.routed" => say!(self, "fact-routed"),
            "appeal.reply_drafted" => say!(self, "event-reply-drafted"),
            "appeal.reply_finalised" => say!(self, "fact-reply-finalised"),
            "appeal.reply_returned" => say!(self, "fact-reply-returned"),
            "appeal.reply_printed" => say!(self, "fact-reply-printed"),
            "appeal.reply_signed" => say!(self, "fact-reply-signed"),
            "appeal.reply_sent" => say!(self, "fact-reply-sent"),
            "appeal.extended" => say!(self, "fact-extended"),
            "appeal.answered_orally" => say!(self, "outcome-answered-orally"),
            "appeal.noted" => say!(self, "outcome-noted"),
            "appeal.annulled" => say!(self, "outcome-annulled"),
            "appeal.withdrawn" => say!(self, "outcome-withdrawn"),
            "appeal.reopened" => say!(self, "fact-reopened"),
            "appeal.filed_away" => say!(self, "fact-filed-away"),
            newer => say!(self, "event-unknown", kind = newer),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;
    use crate::standard::fact::Event as _;

    #[test]
    fn every_kind_of_fact_about_an_appeal_has_words() {
        for language in Language::ALL {
            let words = Words::new(language);
            for (kind, _) in AppealEvent::KINDS {
                assert_ne!(
                    words.fact_kind(kind),
                    say!(words, "event-unknown", kind = kind.to_owned()),
                    "{kind}"
                );
            }
        }
    }
}
