//! Why a command was refused: data that says which rule, and what would satisfy it. Words are `i18n`'s.

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::appeal::{Channel, Kind, Outcome};
use super::code::closed_list;
use super::number::{Number, Series};
use super::office::{Login, Role, StaffDetail, UnitCode};
use super::reply::{ContactDetail, ReplyBy};

closed_list! {
    /// A value a person gives.
    Field {
        /// краткое содержание
        Gist = "gist",
        /// заявитель
        Client = "client",
        /// фамилия
        Surname = "surname",
        /// the organisation's name
        Organisation = "organisation",
        /// the representative's name
        Representative = "representative",
        /// the authority that sent a covering letter
        CoveringBody = "covering_body",
        /// how many signed a collective appeal
        Signers = "signers",
        /// текст
        Text = "text",
        /// резолюция
        Resolution = "resolution",
        /// причина
        Reason = "reason",
        /// ответ
        Answer = "answer",
        /// адресат
        Addressee = "addressee",
        /// заголовок письма
        Heading = "heading",
        /// замечание подписанта
        Remark = "remark",
        /// the office's name
        OfficeName = "office_name",
        /// the office's code
        OfficeCode = "office_code",
        /// a unit's name
        UnitTitle = "unit_title",
        /// a unit's code
        UnitCode = "unit_code",
        /// a person's name
        PersonName = "person_name",
        /// логин
        Login = "login",
    }
}

closed_list! {
    /// A question the desk asks before saving; the shell answers it with `--confirm CODE`.
    Confirmation {
        /// The machine's clock is behind the newest fact.
        ClockBehind = "clock-behind",
        /// More than one working day between coming in and registering, with no reason given.
        LateRegistration = "late-registration",
    }
}

/// A command that a rule forbids.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// A fact of a newer program was met: read-only.
    NeedsNewerProgram,
    /// A value is missing.
    Missing(Field),
    /// A value is longer than a field may be.
    TooLong {
        /// Which.
        field: Field,
        /// Its size in bytes.
        bytes: usize,
        /// The most a field may hold, in bytes.
        limit: usize,
    },
    /// The clock is behind the newest fact; asked before saving.
    ClockBehind {
        /// The newest fact's time.
        newest: DateTime<FixedOffset>,
    },
    /// Registered late without a reason; asked before saving.
    LateRegistration {
        /// Working days between.
        working_days: usize,
    },
    /// The day it came in is after today.
    ReceivedLater {
        /// Today.
        today: NaiveDate,
    },
    /// No such topic.
    UnknownTopic(String),
    /// No such unit, or it is retired.
    UnknownUnit(UnitCode),
    /// No such person, or they are retired.
    UnknownPerson(Login),
    /// The unit keeps a register of its own.
    ExternalUnit(UnitCode),
    /// No norm is for such an appeal.
    NoNorm {
        /// Its channel.
        channel: Channel,
        /// Its kind.
        kind: Kind,
    },
    /// The channel chosen for the answer has no contact to go to (R21).
    NoContactFor {
        /// The channel.
        by: ReplyBy,
        /// What it needs.
        needs: ContactDetail,
    },
    /// Only what was spoken can be answered by a recorded oral answer (readings).
    OralOnly {
        /// The appeal's channel.
        channel: Channel,
    },
    /// The client did not agree to an oral answer.
    NeedsAgreement,
    /// Only a person with one of these roles may do this.
    NeedsRole(&'static [Role]),
    /// It is closed.
    Closed {
        /// How.
        outcome: Outcome,
        /// When.
        on: NaiveDate,
    },
    /// It is open, and this is for closed ones.
    Open,
    /// It was filed away before.
    AlreadyFiled {
        /// When.
        on: NaiveDate,
    },
    /// It is there already.
    AlreadyThere,
    /// The route goes another way; a head or director may override it with a reason (R3, R4).
    OffRoute,
    /// An inner due date later than the norm's.
    InnerDueLater {
        /// The norm's due day.
        due: NaiveDate,
    },
    /// An inner due date before today.
    InnerDuePast {
        /// Today.
        today: NaiveDate,
    },
    /// The norm allows no extension (R13).
    NoExtension {
        /// The norm.
        norm: String,
    },
    /// Extended once before.
    AlreadyExtended,
    /// More days than the norm allows, or none.
    ExtensionDays {
        /// At the most.
        limit: u16,
    },
    /// No interim reply was sent (R13).
    NoInterimSent,
    /// The interim reply that was sent proposed another number of days.
    InterimProposed {
        /// What it proposed.
        days: u16,
    },
    /// The due day is past.
    DuePast {
        /// The due day.
        due: NaiveDate,
    },
    /// The extended term would pass what another norm that applies allows.
    PastOtherNorm {
        /// That norm.
        norm: String,
        /// Its limit.
        limit: NaiveDate,
    },
    /// There is no reply in the stage that this step begins at.
    NoReply(ReplyNeed),
    /// A reply for the same purpose is final or signed already.
    ReplyUnderWay,
    /// No executor is named, so there is nobody whose name and phone the letter could carry (R6).
    NoExecutor,
    /// The executor's details lack what a letter needs (R6).
    ExecutorLacks {
        /// Who.
        login: Login,
        /// What.
        missing: Vec<StaffDetail>,
    },
    /// The signatory's details lack what a letter needs (R6).
    SignatoryLacks {
        /// Who.
        login: Login,
        /// What.
        missing: Vec<StaffDetail>,
    },
    /// The letter holds nothing but a template's words (R6).
    NoSubstance,
    /// Places of the letter were not filled (promise 2).
    Unfilled(Vec<String>),
    /// The person may not sign on that day (R6).
    MayNotSign {
        /// Who.
        login: Login,
        /// On which day.
        on: NaiveDate,
    },
    /// A day after today.
    InFuture {
        /// Today.
        today: NaiveDate,
    },
    /// A day before another that must come first.
    Before {
        /// The day that comes first.
        earliest: NaiveDate,
    },
    /// Only a review may be closed as noted (readings, *Terms*).
    NotAReview,
    /// The client asked for an answer, so it can't be closed as noted.
    ReplyAsked,
    /// Something was sent already, so it can't be annulled; it can be withdrawn or answered.
    AlreadySent,
    /// An annulled appeal can't be reopened: register it anew.
    CantReopenAnnulled,
    /// The code is taken.
    CodeTaken(String),
    /// A code has characters other than letters, digits, «-», «_» and «.».
    BadCode(String),
    /// The office's code can't change: numbers were given under it.
    OfficeCodeFixed,
    /// The unit still has staff.
    UnitHasStaff {
        /// How many.
        people: usize,
    },
    /// Open appeals are still with the person or unit.
    StillHolds {
        /// How many.
        appeals: u64,
    },
    /// Nobody would be left to keep the settings.
    LastAdministrator,
    /// A loaded file holds nothing, the same code twice, or a day that is both worked and off.
    BadList(String),
    /// The year's series has begun, or its beginning was set before.
    SeriesBegun {
        /// Which series.
        series: Series,
        /// Of which year.
        year: i32,
        /// The serial it gives next.
        next: u32,
    },
    /// The visit has ended.
    VisitEnded,
    /// Something else was registered under this request before.
    RequestTaken {
        /// The number it was given.
        number: Number,
    },
}

/// The stage a step on a reply begins at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReplyNeed {
    /// A draft.
    Draft,
    /// A final that waits for its signature.
    Final,
    /// A signed reply that waits to be sent.
    Signed,
}

impl Refusal {
    /// The question this refusal asks, if a confirmation would satisfy it.
    #[must_use]
    pub const fn asks(&self) -> Option<Confirmation> {
        match self {
            Self::ClockBehind { .. } => Some(Confirmation::ClockBehind),
            Self::LateRegistration { .. } => Some(Confirmation::LateRegistration),
            _ => None,
        }
    }

    /// The field of a form that this refusal is about.
    #[must_use]
    pub const fn field(&self) -> Option<Field> {
        match self {
            Self::Missing(field) | Self::TooLong { field, .. } => Some(*field),
            _ => None,
        }
    }
}
