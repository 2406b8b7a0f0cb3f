//! Words for an appeal: its client, its replies, and what happened to it.

use super::Words;
use crate::say;
use crate::standard::appeal::{Content, Holder};
use crate::standard::client::ClientSort;
use crate::standard::correct::{Change, Value};
use crate::standard::fact::{
    Again, AppealEvent, Corrected, Course, Destination, GroundNamed, LetterTracked, Registered, ReplySigned,
    Routed, StepTakenBack,
};
use crate::standard::number::OutgoingNumber;
use crate::standard::office::Office;
use crate::standard::paper::{AppealPaper, PaperWay};
use crate::standard::personal::Personal;
use crate::standard::post::{Letter, Posting};
use crate::standard::reply::{Purpose, Reply, ReplyId, ReplyStage};
use crate::standard::request::Asked;

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
            Purpose::Notice { about } => self.notice(about),
        };
        let stands = match &reply.stage {
            ReplyStage::Draft => say!(self, "reply-stage-draft"),
            ReplyStage::Final(_) => say!(self, "reply-stage-final"),
            ReplyStage::Signed(_, signature) => say!(
                self,
                "reply-stage-signed",
                number = signature.number.text(),
                on = self.date(signature.on)
            ),
            ReplyStage::Sent(_, signature, dispatch) => say!(
                self,
                "reply-stage-sent",
                number = signature.number.text(),
                by = self.reply_by(dispatch.by),
                on = self.date(dispatch.on)
            ),
        };
        format!("{what}: {stands}")
    }

    /// What happened to an appeal, in a line of history; its replies say what each of them is for.
    #[must_use]
    #[expect(clippy::too_many_lines, reason = "one exhaustive match, a line or two an event")]
    pub fn event(&self, event: &AppealEvent, replies: &[Reply], office: &Office) -> String {
        let what = |id: ReplyId| {
            let reply = replies.iter().find(|reply| reply.id == id);
            match reply.map(|reply| reply.purpose) {
                Some(Purpose::Interim { .. }) => say!(self, "event-what-interim"),
                Some(Purpose::Notice { .. }) => say!(self, "event-what-notice"),
                Some(Purpose::Answer) | None => say!(self, "event-what-reply"),
            }
        };
        match event {
            AppealEvent::Registered(first) => self.registered(first),
            AppealEvent::Routed(routed) => self.routed(routed, office),
            AppealEvent::ReplyDrafted(event) => match event.purpose {
                Purpose::Answer => say!(self, "event-reply-drafted"),
                Purpose::Interim { .. } => say!(self, "event-interim-drafted"),
                Purpose::Notice { about } => say!(self, "event-notice-drafted", notice = self.notice(about)),
            },
            AppealEvent::ReplyFinalised(event) => {
                let signatory = office.person_name(&event.finalised.signatory);
                say!(self, "event-reply-finalised", what = what(event.reply), signatory = signatory)
            }
            AppealEvent::ReplyReturned(event) => {
                say!(self, "event-reply-returned", what = what(event.reply), remark = event.remark.text())
            }
            AppealEvent::ReplyPrinted(event) => self.came_out(what(event.reply), event.way),
            AppealEvent::PaperPrinted(event) => self.came_out(self.paper(event.paper), Some(event.way)),
            AppealEvent::ReplySigned(event) => say!(
                self,
                "event-reply-signed",
                what = what(event.reply),
                number = outgoing(event, replies),
                on = self.date(event.on)
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
            AppealEvent::HandedBack(event) => say!(self, "event-handed-back", reason = event.reason.text()),
            AppealEvent::GroundProposed(event) => {
                say!(
                    self,
                    "event-ground-proposed",
                    ground = self.ground(event.ground),
                    note = event.note.text()
                )
            }
            AppealEvent::GroundDecided(event) => self.ground_decided(event),
            AppealEvent::GroundLifted(event) => match &event.due {
                Some(due) => say!(
                    self,
                    "event-ground-lifted-due",
                    due = self.date(due.day),
                    reason = event.reason.text()
                ),
                None => say!(self, "event-ground-lifted", reason = event.reason.text()),
            },
            AppealEvent::Forwarded(event) => {
                say!(self, "event-forwarded", to = event.to.as_str(), reason = event.reason.text())
            }
            AppealEvent::Requested(event) => {
                let number = event.number.text();
                let mut line =
                    say!(self, "event-requested", to = self.asked(&event.to, office), number = number);
                if let Some(day) = event.expected {
                    line.push_str(&say!(self, "event-requested-by", day = self.date(day)));
                }
                line
            }
            AppealEvent::RequestAnswered(event) => say!(
                self,
                "event-request-answered",
                place = event.request.0,
                on = self.date(event.answer.on),
                gist = event.answer.gist.text()
            ),
            AppealEvent::Called(event) => {
                let gist = event.gist.as_ref().map_or("", Personal::text);
                match (event.reached, gist) {
                    (false, _) => say!(self, "event-not-reached"),
                    (true, "") => say!(self, "event-called"),
                    (true, gist) => say!(self, "event-called-gist", gist = gist),
                }
            }
            AppealEvent::Corrected(event) => self.corrected(event),
            AppealEvent::Recounted(event) => say!(self, "event-recounted", due = self.date(event.due.day)),
            AppealEvent::ResultRecorded(event) => say!(
                self,
                "event-result",
                number = event.number.as_str(),
                on = self.date(event.on),
                gist = event.gist.text()
            ),
            AppealEvent::LetterTracked(event) => {
                let LetterTracked { letter, posting } = event;
                let what = match letter {
                    Letter::Reply(id) => what(*id),
                    Letter::Request(id) => say!(self, "event-what-request", place = id.0),
                };
                say!(self, "event-tracked", what = what, posting = self.posting(posting))
            }
            AppealEvent::StepTakenBack(event) => self.taken_back(event, office, what),
        }
    }

    /// That a paper came out, and by which way; of earlier programs' papers it is not known.
    fn came_out(&self, what: String, way: Option<PaperWay>) -> String {
        match way {
            Some(PaperWay::File) => say!(self, "event-written", what = what),
            Some(PaperWay::Printer) | None => say!(self, "event-printed", what = what),
        }
    }

    fn paper(&self, paper: AppealPaper) -> String {
        match paper {
            AppealPaper::Receipt => say!(self, "event-what-receipt"),
            AppealPaper::Card => say!(self, "event-what-card"),
            AppealPaper::Slip => say!(self, "event-what-slip"),
        }
    }

    /// What a letter is, in a word or two.
    #[must_use]
    pub fn letter_purpose(&self, purpose: Purpose) -> String {
        match purpose {
            Purpose::Answer => say!(self, "letter-purpose-answer"),
            Purpose::Interim { .. } => say!(self, "letter-purpose-interim"),
            Purpose::Notice { .. } => say!(self, "letter-purpose-notice"),
        }
    }

    /// How many sheets and attachments came, where it is known; what was not counted is not said to be none.
    #[must_use]
    pub fn extent(&self, content: &Content) -> Option<String> {
        let parts = [
            content.sheets.map(|count| say!(self, "card-sheets", count = count)),
            content.attachments.map(|count| say!(self, "card-attachments", count = count)),
        ];
        let parts: Vec<_> = parts.into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join(" · "))
    }

    /// What is known of a letter at the post.
    #[must_use]
    pub fn posting(&self, posting: &Posting) -> String {
        let kind = self.post_kind(posting.kind);
        match &posting.number {
            Some(number) => say!(self, "posting-numbered", kind = kind, number = number.as_str()),
            None => kind,
        }
    }

    /// The registration; what was late or came from a paper journal is said (readings, *Numbers and dates*).
    fn registered(&self, first: &Registered) -> String {
        let (number, due) = (first.number.text.as_str(), self.date(first.due.day));
        let mut line = say!(self, "event-registered", number = number, due = due);
        if first.received != first.registered {
            line.push_str(&say!(self, "event-registered-received", on = self.date(first.received)));
        }
        if let Some(reason) = &first.late_reason {
            line.push_str(&say!(self, "event-registered-late", reason = reason.text()));
        }
        if let Some(paper) = &first.paper {
            let (number, on) = (paper.number.as_str(), self.date(paper.on));
            line.push_str(&say!(self, "event-registered-paper", number = number, on = on));
        }
        line
    }

    fn ground_decided(&self, event: &GroundNamed) -> String {
        let (ground, note) = (self.ground(event.ground), event.note.text());
        match &event.earlier {
            None => say!(self, "event-ground-decided", ground = ground, note = note),
            Some(earlier) => say!(
                self,
                "event-ground-decided-earlier",
                ground = ground,
                note = note,
                number = earlier.number.as_str(),
                on = self.date(earlier.on)
            ),
        }
    }

    /// What stands again since a step was taken back, and why.
    fn taken_back(&self, event: &StepTakenBack, office: &Office, what: impl Fn(ReplyId) -> String) -> String {
        let reason = event.reason.text();
        match &event.again {
            Again::Held(held) => {
                let to = match &held.holder {
                    Holder::Nobody => say!(self, "holder-nobody"),
                    Holder::Director => say!(self, "holder-director"),
                    Holder::Unit(unit) => office.unit_title(unit),
                    Holder::Executor { executor, .. } => office.person_name(executor),
                };
                say!(self, "event-taken-back-held", to = to, reason = reason)
            }
            Again::Draft(reply) => {
                say!(self, "event-taken-back-draft", what = what(*reply), reason = reason)
            }
            Again::Text(drafted) => {
                say!(self, "event-taken-back-text", what = what(drafted.reply), reason = reason)
            }
            Again::Course(Course { forwarding: Some(forwarding), .. }) => {
                say!(self, "event-taken-back-forwarding", to = forwarding.to.as_str(), reason = reason)
            }
            Again::Course(Course { screening: Some(screening), .. }) => {
                let ground = self.ground(screening.ground);
                say!(self, "event-taken-back-ground", ground = ground, reason = reason)
            }
            Again::Course(_) => say!(self, "event-taken-back-course", reason = reason),
            Again::Fields(fields) => {
                let changes = self.changes(&fields.changes);
                say!(self, "event-taken-back-fields", changes = changes, reason = reason)
            }
        }
    }

    fn corrected(&self, event: &Corrected) -> String {
        let changes = self.changes(&event.changes);
        say!(self, "event-corrected", changes = changes, reason = event.reason.text())
    }

    /// Each field with its old and new value.
    fn changes(&self, changes: &[Change]) -> String {
        let none = || say!(self, "event-corrected-nothing");
        let value = |value: &Option<Value>| match value.as_ref().map(Value::known) {
            None => none(),
            Some(None) => say!(self, "client-erased"),
            Some(Some(text)) => self.corrected_value(text),
        };
        let changes = changes.iter().map(|change| {
            let field = self.correctable(change.field);
            say!(
                self,
                "event-corrected-field",
                field = field,
                old = value(&change.old),
                new = value(&change.new)
            )
        });
        changes.collect::<Vec<_>>().join("; ")
    }

    /// A value as people read it: a date in their order, a code by its name.
    fn corrected_value(&self, text: &str) -> String {
        let day = text.parse().map(|day| self.date(day));
        let channel = || text.parse().map(|channel| self.channel(channel));
        let kind = || text.parse().map(|kind| self.kind(kind));
        let by = || text.parse().map(|by| self.reply_by(by));
        day.ok()
            .or_else(|| channel().ok())
            .or_else(|| kind().ok())
            .or_else(|| by().ok())
            .unwrap_or_else(|| text.to_owned())
    }

    /// Whom a request asks.
    #[must_use]
    pub fn asked(&self, to: &Asked, office: &Office) -> String {
        match to {
            Asked::Unit(code) => office.unit_title(code),
            Asked::Organisation(name) => name.clone(),
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
            "appeal.paper_printed" => say!(self, "fact-paper-printed"),
            "appeal.reply_signed" => say!(self, "fact-reply-signed"),
            "appeal.reply_sent" => say!(self, "fact-reply-sent"),
            "appeal.extended" => say!(self, "fact-extended"),
            "appeal.answered_orally" => say!(self, "outcome-answered-orally"),
            "appeal.noted" => say!(self, "outcome-noted"),
            "appeal.annulled" => say!(self, "outcome-annulled"),
            "appeal.withdrawn" => say!(self, "outcome-withdrawn"),
            "appeal.reopened" => say!(self, "fact-reopened"),
            "appeal.filed_away" => say!(self, "fact-filed-away"),
            "appeal.handed_back" => say!(self, "fact-handed-back"),
            "appeal.ground_proposed" => say!(self, "fact-ground-proposed"),
            "appeal.ground_decided" => say!(self, "fact-ground-decided"),
            "appeal.ground_lifted" => say!(self, "fact-ground-lifted"),
            "appeal.forwarded" => say!(self, "fact-forwarded"),
            "appeal.requested" => say!(self, "fact-requested"),
            "appeal.request_answered" => say!(self, "fact-request-answered"),
            "appeal.called" => say!(self, "event-called"),
            "appeal.corrected" => say!(self, "fact-corrected"),
            "appeal.recounted" => say!(self, "fact-recounted"),
            "appeal.result_recorded" => say!(self, "fact-result"),
            "appeal.letter_tracked" => say!(self, "fact-tracked"),
            "appeal.step_taken_back" => say!(self, "fact-taken-back"),
            newer => say!(self, "event-unknown", kind = newer),
        }
    }
}

/// The number a signature gave, or the one that the final was given before it.
fn outgoing<'a>(event: &'a ReplySigned, replies: &'a [Reply]) -> &'a str {
    let of_final = || replies.iter().find(|reply| reply.id == event.reply).and_then(Reply::outgoing);
    event.number.as_ref().map_or_else(|| of_final().map_or("", |(number, _)| number), OutgoingNumber::text)
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
