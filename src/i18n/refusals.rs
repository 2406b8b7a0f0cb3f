//! Words for refusals: what is forbidden, by which rule, and what to do next.

use super::Words;
use crate::say;
use crate::standard::appeal::Outcome;
use crate::standard::office::{Login, Office, UnitCode};
use crate::standard::post::TrackingFault;
use crate::standard::refusal::{Instead, MovedDue, Refusal, ReplyNeed};

impl Words {
    /// A refusal in words; the office gives names to logins and codes.
    #[must_use]
    #[expect(clippy::too_many_lines, reason = "one exhaustive match, a line or two a refusal")]
    pub fn refusal(&self, refusal: &Refusal, office: Option<&Office>) -> String {
        let person =
            |login: &Login| office.map_or_else(|| login.0.clone(), |office| office.person_name(login));
        let unit = |code: &UnitCode| office.map_or_else(|| code.0.clone(), |office| office.unit_title(code));
        let norm = |id: &str| {
            office
                .and_then(|office| office.norms.get(id))
                .map_or_else(|| id.to_owned(), |norm| self.title(&norm.title).to_owned())
        };
        match refusal {
            Refusal::NeedsNewerProgram => say!(self, "refusal-needs-newer-program"),
            Refusal::Missing(field) => say!(self, "refusal-missing", field = self.field(*field)),
            Refusal::TooLong { field, bytes, limit } => {
                // Rounded up: what is refused never looks as if it fitted.
                let (size, limit) = (bytes.div_ceil(1024), limit / 1024);
                say!(self, "refusal-too-long", field = self.field(*field), size = size, limit = limit)
            }
            Refusal::ClockBehind { newest } => {
                say!(self, "refusal-clock-behind", newest = self.moment(*newest))
            }
            Refusal::LateRegistration { working_days } => {
                say!(self, "refusal-late-registration", days = working_days.to_owned())
            }
            Refusal::ReceivedLater { today } => {
                say!(self, "refusal-received-later", today = self.date(*today))
            }
            Refusal::WrittenLater { received } => {
                say!(self, "refusal-written-later", received = self.date(*received))
            }
            Refusal::UnknownTopic(code) => say!(self, "refusal-unknown-topic", code = code.as_str()),
            Refusal::UnknownUnit(code) => say!(self, "refusal-unknown-unit", unit = code.0.as_str()),
            Refusal::UnknownPerson(login) => say!(self, "refusal-unknown-person", login = login.0.as_str()),
            Refusal::ExternalUnit(code) => say!(self, "refusal-external-unit", unit = unit(code)),
            Refusal::NoNorm { channel, kind } => {
                say!(self, "refusal-no-norm", channel = self.channel(*channel), kind = self.kind(*kind))
            }
            Refusal::NoContactFor { by, needs } => {
                say!(self, "refusal-no-contact-for", by = self.reply_by(*by), contact = self.contact(*needs))
            }
            Refusal::OralOnly { channel } => {
                say!(self, "refusal-oral-only", channel = self.channel(*channel))
            }
            Refusal::NeedsAgreement => say!(self, "refusal-needs-agreement"),
            Refusal::NeedsRole(roles) => say!(self, "refusal-needs-role", roles = self.roles(roles)),
            Refusal::Closed { outcome: Outcome::Annulled, on } => {
                say!(self, "refusal-closed-annulled", on = self.date(*on))
            }
            Refusal::Closed { outcome, on } => {
                say!(self, "refusal-closed", outcome = self.outcome(*outcome), on = self.date(*on))
            }
            Refusal::Open => say!(self, "refusal-open"),
            Refusal::AlreadyFiled { on } => say!(self, "refusal-already-filed", on = self.date(*on)),
            Refusal::AlreadyThere => say!(self, "refusal-already-there"),
            Refusal::OffRoute => say!(self, "refusal-off-route"),
            Refusal::InnerDueLater { due } => say!(self, "refusal-inner-due-later", due = self.date(*due)),
            Refusal::InnerDuePast { today } => {
                say!(self, "refusal-inner-due-past", today = self.date(*today))
            }
            Refusal::NoExtension { norm: id } => say!(self, "refusal-no-extension", norm = norm(id)),
            Refusal::AlreadyExtended => say!(self, "refusal-already-extended"),
            Refusal::ExtensionDays { limit } => {
                say!(self, "refusal-extension-days", limit = limit.to_owned())
            }
            Refusal::NoInterimSent => say!(self, "refusal-no-interim-sent"),
            Refusal::InterimProposed { days } => {
                say!(self, "refusal-interim-proposed", days = days.to_owned())
            }
            Refusal::DuePast { due } => say!(self, "refusal-due-past", due = self.date(*due)),
            Refusal::PastOtherNorm { norm: id, limit } => {
                say!(self, "refusal-past-other-norm", norm = norm(id), limit = self.date(*limit))
            }
            Refusal::NoReply(ReplyNeed::Draft) => say!(self, "refusal-no-draft"),
            Refusal::NoReply(ReplyNeed::Final) => say!(self, "refusal-no-final"),
            Refusal::NoReply(ReplyNeed::Signed) => say!(self, "refusal-not-signed"),
            Refusal::ReplyUnderWay => say!(self, "refusal-reply-under-way"),
            Refusal::NoExecutor => say!(self, "refusal-no-executor"),
            Refusal::ExecutorLacks { login, missing } => say!(
                self,
                "refusal-executor-lacks",
                person = person(login),
                missing = self.staff_details(missing)
            ),
            Refusal::SignatoryLacks { login, missing } => say!(
                self,
                "refusal-signatory-lacks",
                person = person(login),
                missing = self.staff_details(missing)
            ),
            Refusal::NoSubstance => say!(self, "refusal-no-substance"),
            Refusal::Unfilled(holes) => {
                let holes = holes.iter().map(|hole| format!("‹{hole}›")).collect::<Vec<_>>().join(", ");
                say!(self, "refusal-unfilled", holes = holes)
            }
            Refusal::MayNotSign { login, on } => {
                say!(self, "refusal-may-not-sign", person = person(login), on = self.date(*on))
            }
            Refusal::InFuture { today } => say!(self, "refusal-in-future", today = self.date(*today)),
            Refusal::Before { earliest } => say!(self, "refusal-before", earliest = self.date(*earliest)),
            Refusal::NotAReview => say!(self, "refusal-not-a-review"),
            Refusal::ReplyAsked => say!(self, "refusal-reply-asked"),
            Refusal::AlreadySent => say!(self, "refusal-already-sent"),
            Refusal::CantReopenAnnulled => say!(self, "refusal-cant-reopen-annulled"),
            Refusal::CodeTaken(code) => say!(self, "refusal-code-taken", code = code.as_str()),
            Refusal::BadCode(code) => say!(self, "refusal-bad-code", code = code.as_str()),
            Refusal::OfficeCodeFixed => say!(self, "refusal-office-code-fixed"),
            Refusal::UnitHasStaff { people } => {
                say!(self, "refusal-unit-has-staff", people = people.to_owned())
            }
            Refusal::StillHolds { appeals } => {
                say!(self, "refusal-still-holds", appeals = appeals.to_owned())
            }
            Refusal::LastAdministrator => say!(self, "refusal-last-administrator"),
            Refusal::BadList(code) if code.is_empty() => say!(self, "refusal-empty-list"),
            Refusal::BadList(code) => say!(self, "refusal-bad-list", code = code.as_str()),
            Refusal::SeriesBegun { series, year, next } => {
                let (year, next) = (year.to_string(), next.to_string());
                say!(self, "refusal-series-begun", series = self.series(*series), year = year, next = next)
            }
            Refusal::VisitEnded => say!(self, "refusal-visit-ended"),
            Refusal::BackDated { on } => say!(self, "refusal-back-dated", on = self.date(*on)),
            Refusal::DueMoves { from, to } => {
                say!(self, "refusal-due-moves", from = self.date(*from), to = self.date(*to))
            }
            Refusal::DueDatesMove(moved) => self.due_dates_move(moved),
            Refusal::NoScreening { channel } => {
                say!(self, "refusal-no-screening", channel = self.channel(*channel))
            }
            Refusal::HasContacts => say!(self, "refusal-has-contacts"),
            Refusal::NoContactsFirst => say!(self, "refusal-no-contacts-first"),
            Refusal::EarlierUnanswered { number } => {
                say!(self, "refusal-earlier-unanswered", number = number.text.as_str())
            }
            Refusal::NotEarlier { number } => {
                say!(self, "refusal-not-earlier", number = number.text.as_str())
            }
            Refusal::EarlierDate { registered } => {
                say!(self, "refusal-earlier-date", registered = self.date(*registered))
            }
            Refusal::GroundStands { ground } => {
                say!(self, "refusal-ground-stands", ground = self.ground(*ground))
            }
            Refusal::NoGround => say!(self, "refusal-no-ground"),
            Refusal::NeedsContacts => say!(self, "refusal-needs-contacts"),
            Refusal::OtherLetterDue { notice: Some(about) } => {
                say!(self, "refusal-notice-due", notice = self.notice(*about))
            }
            Refusal::OtherLetterDue { notice: None } => say!(self, "refusal-answer-due"),
            Refusal::NoCitation { number, on } => {
                say!(self, "refusal-no-citation", number = number.as_str(), on = self.date(*on))
            }
            Refusal::QuestionsLeft(places) => {
                let places = places.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
                say!(self, "refusal-questions-left", places = places)
            }
            Refusal::NoQuestion { place } => say!(self, "refusal-no-question", place = place.to_owned()),
            Refusal::NothingToHandBack => say!(self, "refusal-nothing-to-hand-back"),
            Refusal::NotTheHolder(roles) => say!(self, "refusal-not-the-holder", roles = self.roles(roles)),
            Refusal::BadCoExecutor(login) => say!(self, "refusal-bad-co-executor", person = person(login)),
            Refusal::NoRequest => say!(self, "refusal-no-request"),
            Refusal::NoCallBack => say!(self, "refusal-no-call-back"),
            Refusal::CallBackOnly { channel } => {
                say!(self, "refusal-call-back-only", channel = self.channel(*channel))
            }
            Refusal::UnknownBook(number) => say!(self, "refusal-unknown-book", number = number.as_str()),
            Refusal::EntryTaken { number } => {
                say!(self, "refusal-entry-taken", number = number.text.as_str())
            }
            Refusal::BookChannel { channel } => {
                say!(self, "refusal-book-channel", channel = self.channel(*channel))
            }
            Refusal::UnknownDocument(code) => say!(self, "refusal-unknown-document", code = code.as_str()),
            Refusal::NotTheirDuty { of, duty } => {
                say!(self, "refusal-not-their-duty", of = person(of), duty = self.duty(*duty))
            }
            Refusal::DeputyTaken { of, by } => {
                say!(self, "refusal-deputy-taken", of = person(of), by = person(by))
            }
            Refusal::NormTooNarrow { norm } => say!(self, "refusal-norm-too-narrow", norm = norm.as_str()),
            Refusal::NormUnit { norm } => say!(self, "refusal-norm-unit", norm = norm.as_str()),
            Refusal::TypeNumber => say!(self, "refusal-type-number"),
            Refusal::NumberTaken { number } => {
                say!(self, "refusal-number-taken", number = number.as_str())
            }
            Refusal::SeriesMeets { number } => {
                say!(self, "refusal-series-meets", number = number.as_str())
            }
            Refusal::AppealNumberTaken { number } => {
                say!(self, "refusal-appeal-number-taken", number = number.as_str())
            }
            Refusal::NumberIsGiven => say!(self, "refusal-number-is-given"),
            Refusal::LetterShows { field } => {
                say!(self, "refusal-letter-shows", field = self.correctable(*field))
            }
            Refusal::OthersStep { who } => say!(self, "refusal-others-step", who = person(who)),
            Refusal::StepStays { instead } => match instead {
                Instead::Annul => say!(self, "refusal-step-stays-annul"),
                Instead::Reopen => say!(self, "refusal-step-stays-reopen"),
                Instead::Lift => say!(self, "refusal-step-stays-lift"),
                Instead::Return => say!(self, "refusal-step-stays-return"),
                Instead::Write => say!(self, "refusal-step-stays-write"),
                Instead::Nothing => say!(self, "refusal-step-stays"),
            },
            Refusal::LiftInstead => say!(self, "refusal-lift-instead"),
            Refusal::BadValue { field, value } => {
                say!(self, "refusal-bad-value", field = self.correctable(*field), value = value.as_str())
            }
            Refusal::BadEmail(typed) => say!(self, "refusal-bad-email", typed = typed.as_str()),
            Refusal::BadPhone(typed) => say!(self, "refusal-bad-phone", typed = typed.as_str()),
            Refusal::NothingChanged => say!(self, "refusal-nothing-changed"),
            Refusal::NotExternal => say!(self, "refusal-not-external"),
            Refusal::ConsultationAnnulled => say!(self, "refusal-consultation-annulled"),
            Refusal::RequestTaken { number } => {
                say!(self, "refusal-request-taken", number = number.to_string())
            }
            Refusal::NotByPost => say!(self, "refusal-not-by-post"),
            Refusal::BadTracking { typed, fault: TrackingFault::Form } => {
                say!(self, "refusal-bad-tracking", typed = typed.as_str())
            }
            Refusal::BadTracking { typed, fault: TrackingFault::CheckDigit } => {
                say!(self, "refusal-tracking-check", typed = typed.as_str())
            }
            Refusal::Tracked { number } => say!(self, "refusal-tracked", number = number.as_str()),
            Refusal::TrackingTaken { number, letter } => {
                say!(self, "refusal-tracking-taken", number = number.as_str(), letter = letter.as_str())
            }
        }
    }

    /// The due dates that a changed calendar moves: how many, and the first of them by number.
    fn due_dates_move(&self, moved: &[MovedDue]) -> String {
        const NAMED: usize = 10;
        let lines = moved.iter().take(NAMED).map(|one| {
            let (from, to) = (self.date(one.from), self.date(one.to));
            say!(self, "refusal-due-moved-line", number = one.number.text.as_str(), from = from, to = to)
        });
        let list = lines.collect::<Vec<_>>().join("; ");
        say!(self, "refusal-due-dates-move", count = moved.len(), list = list.as_str())
    }
}
