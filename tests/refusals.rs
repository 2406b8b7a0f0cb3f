//! Every refusal, in both languages: it is worded, holds its values, and tells the person what to do next.

#![expect(clippy::unwrap_used, reason = "what a test can't get is a test that fails")]

use chrono::NaiveDate;
use otklik::i18n::{Language, Words};
use otklik::standard::appeal::{Channel, Kind, Outcome};
use otklik::standard::correct::Correctable;
use otklik::standard::number::{Number, Series};
use otklik::standard::office::{Duty, Login, Role, StaffDetail, UnitCode};
use otklik::standard::post::TrackingFault;
use otklik::standard::refusal::{Field, Instead, MovedDue, Refusal, ReplyNeed};
use otklik::standard::reply::{ContactDetail, NoticeOf, ReplyBy};
use otklik::standard::screening::Ground;

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 12, 8).unwrap()
}

fn number() -> Number {
    Number { text: "ЭН1-000412/26".to_owned(), serial: 412, year: 2026 }
}

fn word(text: &str) -> String {
    text.to_owned()
}

fn login() -> Login {
    Login(word("petrov"))
}

const HEADS: &[Role] = &[Role::Head, Role::Director];

/// The refusals that follow a refusal in the list below, so that a new one can't be left out: this match has no
/// wildcard, and what it does not name is not walked.
#[expect(clippy::too_many_lines, reason = "one line a refusal")]
fn next(refusal: &Refusal) -> Option<Refusal> {
    let moved = MovedDue { number: number(), from: day(), to: day() };
    Some(match refusal {
        Refusal::NeedsNewerProgram => Refusal::Missing(Field::Gist),
        Refusal::Missing(_) => Refusal::TooLong { field: Field::Text, bytes: 70_000, limit: 65_536 },
        Refusal::TooLong { .. } => {
            Refusal::ClockBehind { newest: "2026-12-08T10:00:00+03:00".parse().unwrap() }
        }
        Refusal::ClockBehind { .. } => Refusal::LateRegistration { working_days: 3 },
        Refusal::LateRegistration { .. } => Refusal::ReceivedLater { today: day() },
        Refusal::ReceivedLater { .. } => Refusal::UnknownTopic(word("billing.x")),
        Refusal::UnknownTopic(_) => Refusal::UnknownUnit(UnitCode(word("ОТД"))),
        Refusal::UnknownUnit(_) => Refusal::UnknownPerson(login()),
        Refusal::UnknownPerson(_) => Refusal::ExternalUnit(UnitCode(word("ОТД"))),
        Refusal::ExternalUnit(_) => Refusal::NoNorm { channel: Channel::Fax, kind: Kind::Review },
        Refusal::NoNorm { .. } => Refusal::NoContactFor { by: ReplyBy::Email, needs: ContactDetail::Email },
        Refusal::NoContactFor { .. } => Refusal::OralOnly { channel: Channel::LetterPost },
        Refusal::OralOnly { .. } => Refusal::NeedsAgreement,
        Refusal::NeedsAgreement => Refusal::NeedsRole(HEADS),
        Refusal::NeedsRole(_) => Refusal::Closed { outcome: Outcome::Replied, on: day() },
        Refusal::Closed { outcome: Outcome::Replied, on } => {
            Refusal::Closed { outcome: Outcome::Annulled, on: *on }
        }
        Refusal::Closed { .. } => Refusal::Open,
        Refusal::Open => Refusal::AlreadyFiled { on: day() },
        Refusal::AlreadyFiled { .. } => Refusal::AlreadyThere,
        Refusal::AlreadyThere => Refusal::OffRoute,
        Refusal::OffRoute => Refusal::InnerDueLater { due: day() },
        Refusal::InnerDueLater { .. } => Refusal::InnerDuePast { today: day() },
        Refusal::InnerDuePast { .. } => Refusal::NoExtension { norm: word("standard") },
        Refusal::NoExtension { .. } => Refusal::AlreadyExtended,
        Refusal::AlreadyExtended => Refusal::ExtensionDays { limit: 15 },
        Refusal::ExtensionDays { .. } => Refusal::NoInterimSent,
        Refusal::NoInterimSent => Refusal::InterimProposed { days: 10 },
        Refusal::InterimProposed { .. } => Refusal::DuePast { due: day() },
        Refusal::DuePast { .. } => Refusal::PastOtherNorm { norm: word("standard"), limit: day() },
        Refusal::PastOtherNorm { .. } => Refusal::NoReply(ReplyNeed::Draft),
        Refusal::NoReply(ReplyNeed::Draft) => Refusal::NoReply(ReplyNeed::Final),
        Refusal::NoReply(ReplyNeed::Final) => Refusal::NoReply(ReplyNeed::Signed),
        Refusal::NoReply(ReplyNeed::Signed) => Refusal::ReplyUnderWay,
        Refusal::ReplyUnderWay => Refusal::NoExecutor,
        Refusal::NoExecutor => Refusal::ExecutorLacks { login: login(), missing: StaffDetail::ALL.to_vec() },
        Refusal::ExecutorLacks { .. } => {
            Refusal::SignatoryLacks { login: login(), missing: StaffDetail::ALL.to_vec() }
        }
        Refusal::SignatoryLacks { .. } => Refusal::NoSubstance,
        Refusal::NoSubstance => Refusal::Unfilled(vec![word("срок")]),
        Refusal::Unfilled(_) => Refusal::MayNotSign { login: login(), on: day() },
        Refusal::MayNotSign { .. } => Refusal::InFuture { today: day() },
        Refusal::InFuture { .. } => Refusal::WrittenLater { received: day() },
        Refusal::WrittenLater { .. } => Refusal::Before { earliest: day() },
        Refusal::Before { .. } => Refusal::NotAReview,
        Refusal::NotAReview => Refusal::ReplyAsked,
        Refusal::ReplyAsked => Refusal::AlreadySent,
        Refusal::AlreadySent => Refusal::CantReopenAnnulled,
        Refusal::CantReopenAnnulled => Refusal::CodeTaken(word("ОТД")),
        Refusal::CodeTaken(_) => Refusal::BadCode(word("О Т Д")),
        Refusal::BadCode(_) => Refusal::OfficeCodeFixed,
        Refusal::OfficeCodeFixed => Refusal::UnitHasStaff { people: 2 },
        Refusal::UnitHasStaff { .. } => Refusal::StillHolds { appeals: 5 },
        Refusal::StillHolds { .. } => Refusal::LastAdministrator,
        Refusal::LastAdministrator => Refusal::BadList(word("standard")),
        Refusal::BadList(code) if !code.is_empty() => Refusal::BadList(String::new()),
        Refusal::BadList(_) => Refusal::SeriesBegun { series: Series::Outgoing, year: 2026, next: 7 },
        Refusal::SeriesBegun { .. } => Refusal::VisitEnded,
        Refusal::VisitEnded => Refusal::BackDated { on: day() },
        Refusal::BackDated { .. } => Refusal::DueMoves { from: day(), to: day() },
        Refusal::DueMoves { .. } => Refusal::DueDatesMove(vec![moved]),
        Refusal::DueDatesMove(_) => Refusal::NoScreening { channel: Channel::Phone },
        Refusal::NoScreening { .. } => Refusal::HasContacts,
        Refusal::HasContacts => Refusal::NoContactsFirst,
        Refusal::NoContactsFirst => Refusal::EarlierUnanswered { number: number() },
        Refusal::EarlierUnanswered { .. } => Refusal::NotEarlier { number: number() },
        Refusal::NotEarlier { .. } => Refusal::EarlierDate { registered: day() },
        Refusal::EarlierDate { .. } => Refusal::GroundStands { ground: Ground::Repeat },
        Refusal::GroundStands { .. } => Refusal::NoGround,
        Refusal::NoGround => Refusal::NeedsContacts,
        Refusal::NeedsContacts => Refusal::OtherLetterDue { notice: Some(NoticeOf::TradeSecret) },
        Refusal::OtherLetterDue { notice: Some(_) } => Refusal::OtherLetterDue { notice: None },
        Refusal::OtherLetterDue { notice: None } => {
            Refusal::NoCitation { number: word("17-исх"), on: day() }
        }
        Refusal::NoCitation { .. } => Refusal::QuestionsLeft(vec![1, 3]),
        Refusal::QuestionsLeft(_) => Refusal::NoQuestion { place: 4 },
        Refusal::NoQuestion { .. } => Refusal::NothingToHandBack,
        Refusal::NothingToHandBack => Refusal::NotTheHolder(HEADS),
        Refusal::NotTheHolder(_) => Refusal::BadCoExecutor(login()),
        Refusal::BadCoExecutor(_) => Refusal::NoRequest,
        Refusal::NoRequest => Refusal::NoCallBack,
        Refusal::NoCallBack => Refusal::CallBackOnly { channel: Channel::Email },
        Refusal::CallBackOnly { .. } => Refusal::UnknownBook(word("К-1")),
        Refusal::UnknownBook(_) => Refusal::EntryTaken { number: number() },
        Refusal::EntryTaken { .. } => Refusal::BookChannel { channel: Channel::Phone },
        Refusal::BookChannel { .. } => Refusal::UnknownDocument(word("паспорт")),
        Refusal::UnknownDocument(_) => Refusal::NotTheirDuty { of: login(), duty: Duty::Head },
        Refusal::NotTheirDuty { .. } => Refusal::DeputyTaken { of: login(), by: Login(word("sidorova")) },
        Refusal::DeputyTaken { .. } => Refusal::NormUnit { norm: word("call-back-4h") },
        Refusal::NormUnit { .. } => Refusal::NormTooNarrow { norm: word("dispatch-1d") },
        Refusal::NormTooNarrow { .. } => Refusal::TypeNumber,
        Refusal::TypeNumber => Refusal::NumberTaken { number: word("17-исх") },
        Refusal::NumberTaken { .. } => Refusal::SeriesMeets { number: word("17-исх") },
        Refusal::SeriesMeets { .. } => Refusal::AppealNumberTaken { number: word("ЭН1-000017/26") },
        Refusal::AppealNumberTaken { .. } => Refusal::NumberIsGiven,
        Refusal::NumberIsGiven => Refusal::LetterShows { field: Correctable::Surname },
        Refusal::LetterShows { .. } => Refusal::LiftInstead,
        Refusal::LiftInstead => Refusal::OthersStep { who: login() },
        Refusal::OthersStep { .. } => Refusal::StepStays { instead: Instead::Annul },
        Refusal::StepStays { instead: Instead::Annul } => Refusal::StepStays { instead: Instead::Reopen },
        Refusal::StepStays { instead: Instead::Reopen } => Refusal::StepStays { instead: Instead::Lift },
        Refusal::StepStays { instead: Instead::Lift } => Refusal::StepStays { instead: Instead::Return },
        Refusal::StepStays { instead: Instead::Return } => Refusal::StepStays { instead: Instead::Write },
        Refusal::StepStays { instead: Instead::Write } => Refusal::StepStays { instead: Instead::Nothing },
        Refusal::StepStays { instead: Instead::Nothing } => {
            Refusal::BadValue { field: Correctable::Sheets, value: word("много") }
        }
        Refusal::BadValue { .. } => Refusal::BadEmail(word("anna")),
        Refusal::BadEmail(_) => Refusal::BadPhone(word("нет")),
        Refusal::BadPhone(_) => Refusal::NothingChanged,
        Refusal::NothingChanged => Refusal::NotExternal,
        Refusal::NotExternal => Refusal::ConsultationAnnulled,
        Refusal::ConsultationAnnulled => Refusal::RequestTaken { number: number() },
        Refusal::RequestTaken { .. } => Refusal::NotByPost,
        Refusal::NotByPost => {
            Refusal::BadTracking { typed: word("63009922000015"), fault: TrackingFault::Form }
        }
        Refusal::BadTracking { fault: TrackingFault::Form, .. } => {
            Refusal::BadTracking { typed: word("63009922000015"), fault: TrackingFault::CheckDigit }
        }
        Refusal::BadTracking { .. } => Refusal::Tracked { number: "63009922000012".to_owned() },
        Refusal::Tracked { .. } => Refusal::TrackingTaken {
            number: "63009922000012".parse().unwrap(),
            letter: word("ЭН1-И00012/26"),
        },
        Refusal::TrackingTaken { .. } => return None,
    })
}

fn all() -> Vec<Refusal> {
    std::iter::successors(Some(Refusal::NeedsNewerProgram), next).collect()
}

/// Words that tell what to do. In Russian a polite imperative ends so; in English it begins a sentence or a clause.
fn tells_what_to_do(text: &str, language: Language) -> bool {
    const ENGLISH: &[&str] = &[
        "add", "answer", "ask", "assign", "attach", "check", "choose", "cite", "close", "complete",
        "confirm", "continue", "extend", "fill", "finish", "follow", "give", "go", "keep", "leave", "load",
        "look", "mend", "move", "name", "open", "pass", "prepare", "record", "register", "reopen", "return",
        "send", "shorten", "start", "take", "tick", "type", "update", "withdraw", "loads", "hand",
    ];
    let words = || text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    match language {
        Language::Ru => words().any(|word| {
            let word = word.to_lowercase();
            ["йте", "ите", "ьте", "йтесь", "итесь"].iter().any(|end| word.ends_with(end))
                || word == "загружает"
        }),
        Language::En => words().any(|word| ENGLISH.contains(&word.to_lowercase().as_str())),
    }
}

#[test]
fn every_refusal_is_worded_in_both_languages_and_says_what_to_do_next() {
    let mut silent = Vec::new();
    for language in Language::ALL {
        let words = Words::new(language);
        for refusal in all() {
            let text = words.refusal(&refusal, None);
            assert!(
                !text.contains("refusal-") && !text.contains(['{', '}', '\u{2068}']),
                "{refusal:?}: {text}"
            );
            let ends = text.ends_with(['.', '?', '»', '”']);
            if !(ends && tells_what_to_do(&text, language)) {
                silent.push(format!("{refusal:?}: {text}"));
            }
        }
    }
    assert!(silent.is_empty(), "these say nothing to do:\n{}", silent.join("\n"));
}

#[test]
fn the_walk_meets_each_refusal_once() {
    let walked: Vec<_> = all().iter().map(|refusal| format!("{refusal:?}")).collect();
    let distinct: std::collections::BTreeSet<_> = walked.iter().collect();
    assert_eq!(distinct.len(), walked.len());
    assert!(walked.len() >= 85, "{}", walked.len());
}

#[test]
fn a_refusal_names_its_values() {
    let words = Words::new(Language::Ru);
    let said = |refusal: Refusal| words.refusal(&refusal, None);
    assert!(said(Refusal::NeedsRole(HEADS)).contains("руководитель, директор"));
    assert!(said(Refusal::QuestionsLeft(vec![1, 3])).contains("1, 3"));
    assert!(
        said(Refusal::NoCitation { number: word("17-исх"), on: day() }).contains("№ 17-исх от 08.12.2026")
    );
    let moved = MovedDue { number: number(), from: day(), to: day() };
    assert!(said(Refusal::DueDatesMove(vec![moved])).contains("№ ЭН1-000412/26: 08.12.2026 → 08.12.2026"));
}
