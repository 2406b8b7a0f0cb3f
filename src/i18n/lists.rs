//! Words for the closed lists of the Standard, and for terms.

use chrono::{Datelike, NaiveDate, Weekday};

use super::{Language, Words};
use crate::say;
use crate::standard::appeal::{Appeal, Channel, Kind, Outcome, Stage};
use crate::standard::correct::Correctable;
use crate::standard::journal::JournalKind;
use crate::standard::number::{OutgoingAt, Series};
use crate::standard::office::{Duty, Login, Office, Role, StaffDetail, UnitSort};
use crate::standard::post::PostKind;
use crate::standard::refusal::Field;
use crate::standard::reply::{AnswerOutcome, ContactDetail, NoticeOf, ReplyBy};
use crate::standard::route::Route;
use crate::standard::screening::Ground;
use crate::standard::term::{Base, Due, Measure, Roll, TermUnit};
use crate::standard::text::Bilingual;

impl Words {
    /// A name that a data file gives in both languages.
    #[must_use]
    pub fn title<'a>(&self, title: &'a Bilingual) -> &'a str {
        match self.language {
            Language::Ru => &title.ru,
            Language::En => &title.en,
        }
    }

    /// A channel.
    #[must_use]
    pub fn channel(&self, channel: Channel) -> String {
        match channel {
            Channel::InPerson => say!(self, "channel-in-person"),
            Channel::LetterPost => say!(self, "channel-letter-post"),
            Channel::LetterHand => say!(self, "channel-letter-hand"),
            Channel::Phone => say!(self, "channel-phone"),
            Channel::Fax => say!(self, "channel-fax"),
            Channel::VirtualReception => say!(self, "channel-virtual-reception"),
            Channel::Email => say!(self, "channel-email"),
            Channel::FeedbackBook => say!(self, "channel-feedback-book"),
        }
    }

    /// A channel in a word, for a column.
    #[must_use]
    pub fn channel_short(&self, channel: Channel) -> String {
        match channel {
            Channel::InPerson => say!(self, "channel-short-in-person"),
            Channel::LetterPost => say!(self, "channel-short-letter-post"),
            Channel::LetterHand => say!(self, "channel-short-letter-hand"),
            Channel::Phone => say!(self, "channel-short-phone"),
            Channel::Fax => say!(self, "channel-short-fax"),
            Channel::VirtualReception => say!(self, "channel-short-virtual-reception"),
            Channel::Email => say!(self, "channel-short-email"),
            Channel::FeedbackBook => say!(self, "channel-short-feedback-book"),
        }
    }

    /// A kind of appeal.
    #[must_use]
    pub fn kind(&self, kind: Kind) -> String {
        match kind {
            Kind::Complaint => say!(self, "kind-complaint"),
            Kind::Suggestion => say!(self, "kind-suggestion"),
            Kind::Review => say!(self, "kind-review"),
            Kind::Application => say!(self, "kind-application"),
            Kind::Enquiry => say!(self, "kind-enquiry"),
        }
    }

    /// A series of numbers.
    #[must_use]
    pub fn series(&self, series: Series) -> String {
        match series {
            Series::Appeal => say!(self, "series-appeal"),
            Series::Outgoing => say!(self, "series-outgoing"),
        }
    }

    /// Where an appeal stands.
    #[must_use]
    pub fn stage(&self, stage: Stage) -> String {
        match stage {
            Stage::Registered => say!(self, "stage-registered"),
            Stage::WithDirector => say!(self, "stage-with-director"),
            Stage::WithUnit => say!(self, "stage-with-unit"),
            Stage::WithExecutor => say!(self, "stage-with-executor"),
            Stage::Closed => say!(self, "stage-closed"),
        }
    }

    /// How an appeal was closed.
    #[must_use]
    pub fn outcome(&self, outcome: Outcome) -> String {
        match outcome {
            Outcome::Replied => say!(self, "outcome-replied"),
            Outcome::AnsweredOrally => say!(self, "outcome-answered-orally"),
            Outcome::Noted => say!(self, "outcome-noted"),
            Outcome::Withdrawn => say!(self, "outcome-withdrawn"),
            Outcome::Annulled => say!(self, "outcome-annulled"),
            Outcome::NotConsidered => say!(self, "outcome-not-considered"),
            Outcome::NoticeSent => say!(self, "outcome-notice-sent"),
            Outcome::Forwarded => say!(self, "outcome-forwarded"),
        }
    }

    /// Where it stands as a list has it, in a word or two.
    #[must_use]
    pub fn stands_in_list(&self, stage: Stage, is_unsigned: bool) -> String {
        if is_unsigned { say!(self, "queue-unsigned") } else { self.stage(stage) }
    }

    /// Where an open appeal stands; one whose answer waits for its signature stands with whoever is to sign it.
    #[must_use]
    pub fn stands(&self, stage: Stage, signatory: Option<&Login>, office: &Office) -> String {
        match signatory {
            Some(login) => say!(self, "waits-signature", signatory = office.person_name(login)),
            None => self.stage(stage),
        }
    }

    /// How an answer settles what was asked.
    #[must_use]
    pub fn answer_outcome(&self, outcome: AnswerOutcome) -> String {
        match outcome {
            AnswerOutcome::Satisfied => say!(self, "answer-satisfied"),
            AnswerOutcome::PartlySatisfied => say!(self, "answer-partly-satisfied"),
            AnswerOutcome::Refused => say!(self, "answer-refused"),
            AnswerOutcome::Explained => say!(self, "answer-explained"),
            AnswerOutcome::Redirected => say!(self, "answer-redirected"),
            AnswerOutcome::Noted => say!(self, "answer-noted"),
        }
    }

    /// A reply channel.
    #[must_use]
    pub fn reply_by(&self, by: ReplyBy) -> String {
        match by {
            ReplyBy::Post => say!(self, "reply-by-post"),
            ReplyBy::Email => say!(self, "reply-by-email"),
            ReplyBy::Phone => say!(self, "reply-by-phone"),
            ReplyBy::Fax => say!(self, "reply-by-fax"),
            ReplyBy::InPerson => say!(self, "reply-by-in-person"),
            ReplyBy::Pickup => say!(self, "reply-by-pickup"),
            ReplyBy::VirtualReception => say!(self, "reply-by-virtual-reception"),
        }
    }

    /// How a reply will be given, behind «ответ будет».
    #[must_use]
    pub fn reply_will_be(&self, by: ReplyBy) -> String {
        match by {
            ReplyBy::Post => say!(self, "reply-will-be-post"),
            ReplyBy::Email => say!(self, "reply-will-be-email"),
            ReplyBy::Phone => say!(self, "reply-will-be-phone"),
            ReplyBy::Fax => say!(self, "reply-will-be-fax"),
            ReplyBy::InPerson => say!(self, "reply-will-be-in-person"),
            ReplyBy::Pickup => say!(self, "reply-will-be-pickup"),
            ReplyBy::VirtualReception => say!(self, "reply-will-be-virtual-reception"),
        }
    }

    /// What kind of item a letter goes to the post as.
    #[must_use]
    pub fn post_kind(&self, kind: PostKind) -> String {
        match kind {
            PostKind::Simple => say!(self, "post-kind-simple"),
            PostKind::Registered => say!(self, "post-kind-registered"),
            PostKind::WithReceipt => say!(self, "post-kind-with-receipt"),
        }
    }

    /// What a queue is called on paper, by its code; a queue that is not known is called by it.
    #[must_use]
    pub fn queue(&self, code: &str) -> String {
        match code {
            "overdue" => say!(self, "tab-overdue"),
            "today" => say!(self, "tab-today"),
            "soon" => say!(self, "queue-soon"),
            "new" => say!(self, "queue-new"),
            "unassigned" => say!(self, "tab-unassigned"),
            "unsigned" => say!(self, "queue-unsigned"),
            "unsent" => say!(self, "tab-unsent"),
            "call_back" => say!(self, "tab-call-back"),
            "screening" => say!(self, "tab-screening"),
            "requests" => say!(self, "tab-requests"),
            "open" => say!(self, "queue-open"),
            "all" => say!(self, "queue-all"),
            other => other.to_owned(),
        }
    }

    /// A journal's or a list's name.
    #[must_use]
    pub fn journal(&self, kind: JournalKind) -> String {
        match kind {
            JournalKind::Day => say!(self, "journal-day"),
            JournalKind::Written => say!(self, "journal-written"),
            JournalKind::Reception => say!(self, "journal-reception"),
            JournalKind::Calls => say!(self, "journal-calls"),
            JournalKind::Book => say!(self, "journal-book"),
            JournalKind::Outgoing => say!(self, "journal-outgoing"),
            JournalKind::Post => say!(self, "journal-post"),
        }
    }

    /// A contact detail, as something that is missing.
    #[must_use]
    pub fn contact(&self, detail: ContactDetail) -> String {
        match detail {
            ContactDetail::Address => say!(self, "contact-address"),
            ContactDetail::Email => say!(self, "contact-email"),
            ContactDetail::Phone => say!(self, "contact-phone"),
        }
    }

    /// A kind of unit.
    #[must_use]
    pub fn unit_sort(&self, sort: UnitSort) -> String {
        match sort {
            UnitSort::HeadOffice => say!(self, "unit-sort-head-office"),
            UnitSort::Territorial => say!(self, "unit-sort-territorial"),
            UnitSort::Centre => say!(self, "unit-sort-centre"),
            UnitSort::Department => say!(self, "unit-sort-department"),
        }
    }

    /// A role.
    #[must_use]
    pub fn role(&self, role: Role) -> String {
        match role {
            Role::Clerk => say!(self, "role-clerk"),
            Role::Executor => say!(self, "role-executor"),
            Role::Head => say!(self, "role-head"),
            Role::Director => say!(self, "role-director"),
            Role::Administrator => say!(self, "role-administrator"),
        }
    }

    /// Roles, as those who may do something.
    #[must_use]
    pub fn roles(&self, roles: &[Role]) -> String {
        roles.iter().map(|role| self.role(*role)).collect::<Vec<_>>().join(", ")
    }

    /// A route.
    #[must_use]
    pub fn route(&self, route: Route) -> String {
        match route {
            Route::Director => say!(self, "route-director"),
            Route::Head => say!(self, "route-head"),
            Route::Unit => say!(self, "route-unit"),
        }
    }

    /// Details of a person that a letter needs.
    #[must_use]
    pub fn staff_details(&self, details: &[StaffDetail]) -> String {
        let word = |detail: &StaffDetail| match detail {
            StaffDetail::GivenName => say!(self, "staff-detail-given-name"),
            StaffDetail::Phone => say!(self, "staff-detail-phone"),
            StaffDetail::Position => say!(self, "staff-detail-position"),
        };
        details.iter().map(word).collect::<Vec<_>>().join(", ")
    }

    /// A value that a person gives.
    #[must_use]
    pub fn field(&self, field: Field) -> String {
        match field {
            Field::Gist => say!(self, "field-gist"),
            Field::Client => say!(self, "field-client"),
            Field::Surname => say!(self, "field-surname"),
            Field::Organisation => say!(self, "field-organisation"),
            Field::Representative => say!(self, "field-representative"),
            Field::CoveringBody => say!(self, "field-covering-body"),
            Field::Signers => say!(self, "field-signers"),
            Field::Text => say!(self, "field-text"),
            Field::Resolution => say!(self, "field-resolution"),
            Field::Reason => say!(self, "field-reason"),
            Field::Answer => say!(self, "field-answer"),
            Field::Addressee => say!(self, "field-addressee"),
            Field::Heading => say!(self, "field-heading"),
            Field::Remark => say!(self, "field-remark"),
            Field::OfficeName => say!(self, "field-office-name"),
            Field::OfficeCode => say!(self, "field-office-code"),
            Field::UnitTitle => say!(self, "field-unit-title"),
            Field::UnitCode => say!(self, "field-unit-code"),
            Field::PersonName => say!(self, "field-person-name"),
            Field::Login => say!(self, "field-login"),
            Field::Book => say!(self, "field-book"),
            Field::BookEntry => say!(self, "field-book-entry"),
            Field::Topic => say!(self, "field-topic"),
            Field::Recipient => say!(self, "field-recipient"),
            Field::Request => say!(self, "field-request"),
            Field::EarlierNumber => say!(self, "field-earlier-number"),
            Field::EarlierDate => say!(self, "field-earlier-date"),
            Field::OutgoingNumber => say!(self, "field-outgoing-number"),
            Field::PaperNumber => say!(self, "field-paper-number"),
            Field::Correction => say!(self, "field-correction"),
            Field::SenderNumber => say!(self, "label-sender-number"),
            Field::CoveringNumber => say!(self, "correct-covering-number"),
            Field::Questions => say!(self, "form-questions"),
            Field::PowerAddress => say!(self, "correct-power-address"),
            Field::PowerTime => say!(self, "correct-power-time"),
            Field::PowerContract => say!(self, "correct-power-contract"),
            Field::Channel => say!(self, "label-channel"),
            Field::Kind => say!(self, "label-kind"),
            Field::Received => say!(self, "label-received"),
        }
    }

    /// A ground for no action (R7, R8).
    #[must_use]
    pub fn ground(&self, ground: Ground) -> String {
        match ground {
            Ground::Abusive => say!(self, "ground-abusive"),
            Ground::Unreadable => say!(self, "ground-unreadable"),
            Ground::Repeat => say!(self, "ground-repeat"),
            Ground::TradeSecret => say!(self, "ground-trade-secret"),
            Ground::NoContacts => say!(self, "ground-no-contacts"),
        }
    }

    /// What a notice tells the client.
    #[must_use]
    pub fn notice(&self, about: NoticeOf) -> String {
        match about {
            NoticeOf::EarlierReply => say!(self, "notice-of-earlier-reply"),
            NoticeOf::TradeSecret => say!(self, "notice-of-trade-secret"),
            NoticeOf::Forwarding => say!(self, "notice-of-forwarding"),
        }
    }

    /// What one may do in another's place.
    #[must_use]
    pub fn duty(&self, duty: Duty) -> String {
        match duty.role() {
            Some(role) => self.role(role),
            None => say!(self, "duty-signatory"),
        }
    }

    /// When outgoing letters get their number.
    #[must_use]
    pub fn outgoing_at(&self, at: OutgoingAt) -> String {
        match at {
            OutgoingAt::Sign => say!(self, "outgoing-at-sign"),
            OutgoingAt::Final => say!(self, "outgoing-at-final"),
            OutgoingAt::Typed => say!(self, "outgoing-typed"),
        }
    }

    /// What a norm measures.
    #[must_use]
    pub fn measure(&self, measure: Measure) -> String {
        match measure {
            Measure::Reply => say!(self, "measure-reply"),
            Measure::CallBack => say!(self, "measure-call-back"),
            Measure::Waiting => say!(self, "measure-waiting"),
            Measure::Service => say!(self, "measure-service"),
            Measure::Dispatch => say!(self, "measure-dispatch"),
        }
    }

    /// A field that can be corrected.
    #[must_use]
    pub fn correctable(&self, field: Correctable) -> String {
        match field {
            Correctable::Channel => say!(self, "label-channel"),
            Correctable::Kind => say!(self, "label-kind"),
            Correctable::Topic => say!(self, "label-topic"),
            Correctable::Received => say!(self, "label-received"),
            Correctable::Intake => say!(self, "correct-intake"),
            Correctable::Gist => say!(self, "field-gist"),
            Correctable::Text => say!(self, "field-text"),
            Correctable::Questions => say!(self, "correct-questions"),
            Correctable::Sheets => say!(self, "label-sheets"),
            Correctable::Attachments => say!(self, "label-attachments"),
            Correctable::Documents => say!(self, "correct-documents"),
            Correctable::SenderNumber => say!(self, "label-sender-number"),
            Correctable::SenderDate => say!(self, "label-sender-date"),
            Correctable::ReplyBy => say!(self, "label-reply-by"),
            Correctable::Surname => say!(self, "field-surname"),
            Correctable::Given => say!(self, "label-given"),
            Correctable::Patronymic => say!(self, "label-patronymic"),
            Correctable::Organisation => say!(self, "field-organisation"),
            Correctable::Inn => say!(self, "correct-inn"),
            Correctable::ContactPerson => say!(self, "correct-contact-person"),
            Correctable::Account => say!(self, "label-account"),
            Correctable::Contract => say!(self, "correct-contract"),
            Correctable::Address => say!(self, "label-address"),
            Correctable::Phone => say!(self, "label-phone"),
            Correctable::Email => say!(self, "label-email"),
            Correctable::Representative => say!(self, "field-representative"),
            Correctable::ProxyNumber => say!(self, "correct-proxy-number"),
            Correctable::ProxyDate => say!(self, "correct-proxy-date"),
            Correctable::Signers => say!(self, "field-signers"),
            Correctable::AnswerTo => say!(self, "correct-answer-to"),
            Correctable::CoveringBody => say!(self, "field-covering-body"),
            Correctable::CoveringNumber => say!(self, "correct-covering-number"),
            Correctable::CoveringDate => say!(self, "correct-covering-date"),
            Correctable::CoveringDue => say!(self, "correct-covering-due"),
            Correctable::Book => say!(self, "field-book"),
            Correctable::BookEntry => say!(self, "field-book-entry"),
            Correctable::PowerAddress => say!(self, "correct-power-address"),
            Correctable::PowerTime => say!(self, "correct-power-time"),
            Correctable::PowerContract => say!(self, "correct-power-contract"),
        }
    }

    /// A day of the week in two letters.
    #[must_use]
    pub fn weekday(&self, day: NaiveDate) -> String {
        match day.weekday() {
            Weekday::Mon => say!(self, "weekday-mon"),
            Weekday::Tue => say!(self, "weekday-tue"),
            Weekday::Wed => say!(self, "weekday-wed"),
            Weekday::Thu => say!(self, "weekday-thu"),
            Weekday::Fri => say!(self, "weekday-fri"),
            Weekday::Sat => say!(self, "weekday-sat"),
            Weekday::Sun => say!(self, "weekday-sun"),
        }
    }

    /// How far a due day is: «−4 дня» past it, «сегодня», «3 дня» before it.
    #[must_use]
    pub fn days_left(&self, overdue_days: i64) -> String {
        match overdue_days {
            0 => say!(self, "days-today"),
            past @ 1.. => say!(self, "days-overdue", days = past),
            left => say!(self, "days-left", days = left.saturating_neg()),
        }
    }

    /// How an appeal stands to its term: «просрочено на 23 дня», «осталось 5 дней», «закрыто в срок»; nothing where it was
    /// annulled, for then there never was a term.
    #[must_use]
    pub fn term_stands(&self, appeal: &Appeal, today: NaiveDate) -> Option<String> {
        let days = appeal.overdue_days(today);
        match appeal.closing.as_ref().map(|closing| closing.outcome) {
            Some(Outcome::Annulled) => None,
            Some(_) if days > 0 => Some(say!(self, "term-closed-late", days = days)),
            Some(_) => Some(say!(self, "term-closed-in-time")),
            None => Some(match days {
                0 => say!(self, "term-today"),
                past @ 1.. => say!(self, "term-overdue", days = past),
                left => say!(self, "term-left", days = left.saturating_neg()),
            }),
        }
    }

    /// How a due date was counted: «15 календарных дней со дня регистрации 23.11.2026 → 08.12.2026».
    #[must_use]
    pub fn due_explained(&self, due: &Due) -> String {
        let count = match due.unit {
            TermUnit::CalendarDays => say!(self, "due-calendar-days", n = due.n),
            TermUnit::WorkingDays => say!(self, "due-working-days", n = due.n),
            TermUnit::Hours => say!(self, "due-hours", n = due.n),
            TermUnit::Minutes => say!(self, "due-minutes", n = due.n),
        };
        let from = self.date(due.from);
        let from = match due.base {
            _ if due.reopened => say!(self, "due-from-reopening", day = from),
            Base::Registration => say!(self, "due-from-registration", day = from),
            Base::Receipt => say!(self, "due-from-receipt", day = from),
        };
        let mut text = format!("{count} {from} → {}", self.date(due.day));
        let mut add = |note: String| {
            text.push_str("; ");
            text.push_str(&note);
        };
        if due.extended_by > 0 {
            add(say!(self, "due-extended", days = due.extended_by));
        }
        if due.day != due.raw {
            let raw = self.date(due.raw);
            add(match due.roll {
                Roll::NextWorking | Roll::Stays => say!(self, "due-rolled-on", day = raw),
                Roll::PreviousWorking => say!(self, "due-rolled-back", day = raw),
            });
        }
        if due.provisional {
            add(say!(self, "due-provisional"));
        }
        text
    }
}
