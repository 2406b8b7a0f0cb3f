//! Why a command was refused: data that says which rule, and what would satisfy it. Words are `i18n`'s.

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::appeal::{Channel, Kind, Outcome};
use super::code::closed_list;
use super::correct::Correctable;
use super::number::{Number, Series};
use super::office::{Duty, Login, Role, StaffDetail, UnitCode};
use super::post::{TrackingFault, TrackingNumber};
use super::reply::{ContactDetail, NoticeOf, ReplyBy};
use super::screening::Ground;

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
        /// номер книги отзывов и предложений
        Book = "book",
        /// номер записи в книге
        BookEntry = "book_entry",
        /// тема
        Topic = "topic",
        /// организация, которой направлено
        Recipient = "recipient",
        /// что спросили у подразделения или организации
        Request = "request",
        /// номер прежнего ответа
        EarlierNumber = "earlier_number",
        /// дата прежнего ответа
        EarlierDate = "earlier_date",
        /// исходящий номер
        OutgoingNumber = "outgoing_number",
        /// номер в бумажном журнале
        PaperNumber = "paper_number",
        /// номер отправителя
        SenderNumber = "sender_number",
        /// номер сопроводительного письма
        CoveringNumber = "covering_number",
        /// вопросы обращения
        Questions = "questions",
        /// адрес энергопринимающего устройства
        PowerAddress = "power_address",
        /// когда нарушено качество электроэнергии
        PowerTime = "power_time",
        /// договор на это устройство
        PowerContract = "power_contract",
        /// что исправляется
        Correction = "correction",
        /// канал
        Channel = "channel",
        /// вид
        Kind = "kind",
        /// дата поступления
        Received = "received",
    }
}

closed_list! {
    /// A question the desk asks before saving; the shell answers it with `--confirm CODE`.
    Confirmation {
        /// The machine's clock is behind the newest fact.
        ClockBehind = "clock-behind",
        /// More than one working day between coming in and registering, with no reason given.
        LateRegistration = "late-registration",
        /// A head registers by the date of a paper journal.
        BackDated = "back-dated",
        /// A correction moves the due date.
        DueMoves = "due-moves",
        /// A changed calendar moves the due dates of open appeals.
        DueDatesMove = "due-dates-move",
        /// Another number stands with the letter, or none.
        TrackingReplaced = "tracking-replaced",
    }
}

/// What is done in place of taking a step back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Instead {
    /// A registration is annulled.
    Annul,
    /// What was closed is opened again.
    Reopen,
    /// A ground is lifted.
    Lift,
    /// A signed letter is given back; its number is annulled.
    Return,
    /// A draft that was begun is written on.
    Write,
    /// Nothing: it went out, or the next step corrects it.
    Nothing,
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
    /// A letter or its covering letter is dated after the day it came in.
    WrittenLater {
        /// The day it came in.
        received: NaiveDate,
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
    /// Registered by the date of a paper journal; asked before saving.
    BackDated {
        /// That date.
        on: NaiveDate,
    },
    /// The correction moves the due date; asked before saving.
    DueMoves {
        /// The due day so far.
        from: NaiveDate,
        /// The due day after.
        to: NaiveDate,
    },
    /// A changed calendar moves due dates; asked before saving.
    DueDatesMove(Vec<MovedDue>),
    /// The grounds for no action are for what came in writing (R7: «Письменное обращение …»).
    NoScreening {
        /// The appeal's channel.
        channel: Channel,
    },
    /// The client left contacts, so that ground does not hold (R8).
    HasContacts,
    /// There is nowhere to send a notice: the ground is that there are no contacts (R8 beats R7 c and d).
    NoContactsFirst,
    /// The earlier appeal has no reply that was sent (R7 c).
    EarlierUnanswered {
        /// Its number.
        number: Number,
    },
    /// The appeal cited as earlier is this one, or came later.
    NotEarlier {
        /// Its number.
        number: Number,
    },
    /// The reply on paper cited as earlier left after this appeal came in (R7 c).
    EarlierDate {
        /// The day this one was registered.
        registered: NaiveDate,
    },
    /// This ground stands already.
    GroundStands {
        /// Which.
        ground: Ground,
    },
    /// There is no ground or forwarding to take back.
    NoGround,
    /// Lifting «no contacts» needs the contacts that became known (R8).
    NeedsContacts,
    /// A notice is owed in place of an answer, or the other way round.
    OtherLetterDue {
        /// The letter that is owed; nothing where it is an answer.
        notice: Option<NoticeOf>,
    },
    /// The notice does not cite the earlier reply (R7 c).
    NoCitation {
        /// The number it must hold.
        number: String,
        /// The date it must hold.
        on: NaiveDate,
    },
    /// Questions of the appeal that no reply answers yet, by their places.
    QuestionsLeft(Vec<u16>),
    /// There is no such question in the appeal.
    NoQuestion {
        /// The place named.
        place: u16,
    },
    /// Nobody holds it, so there is nobody to give it back.
    NothingToHandBack,
    /// This step is the holder's, or a head's.
    NotTheHolder(&'static [Role]),
    /// The responsible executor can't help themselves; a co-executor needs a responsible one.
    BadCoExecutor(Login),
    /// There is no such request, or it was answered.
    NoRequest,
    /// The client does not wait for a call.
    NoCallBack,
    /// A call back is for what came by phone or at the window.
    CallBackOnly {
        /// The appeal's channel.
        channel: Channel,
    },
    /// No such feedback book is open in that hall (R30).
    UnknownBook(String),
    /// That entry of the book is registered.
    EntryTaken {
        /// Under which number.
        number: Number,
    },
    /// A book entry comes by the feedback book alone.
    BookChannel {
        /// The appeal's channel.
        channel: Channel,
    },
    /// No such document in the topics' file.
    UnknownDocument(String),
    /// The person to be deputised for has no such duty.
    NotTheirDuty {
        /// Who.
        of: Login,
        /// Which duty.
        duty: Duty,
    },
    /// Another person deputises for them in that duty on some of these days.
    DeputyTaken {
        /// For whom.
        of: Login,
        /// Who does.
        by: Login,
    },
    /// A norm counts in a unit that does not suit what it measures.
    NormUnit {
        /// Which norm.
        norm: String,
    },
    /// A norm of dispatch is for some letters only: all are sent by the same one.
    NormTooNarrow {
        /// Which norm.
        norm: String,
    },
    /// The chancery types the outgoing numbers here, and none was given.
    TypeNumber,
    /// The number that was typed stands on another letter of that year.
    NumberTaken {
        /// The number.
        number: String,
    },
    /// The next number of the series stands on another letter: it was typed when the chancery gave the numbers.
    SeriesMeets {
        /// The number.
        number: String,
    },
    /// The registration number that would be given next is another appeal's: numbers were written in another way then.
    AppealNumberTaken {
        /// The number.
        number: String,
    },
    /// The office gives outgoing numbers by itself.
    NumberIsGiven,
    /// A letter that has not left shows what the correction changes: it would leave with what was found wrong (R6).
    LetterShows {
        /// The first such field.
        field: Correctable,
    },
    /// Contacts that became known are recorded by lifting the ground, so that a new term begins (R8).
    LiftInstead,
    /// The last step was another person's: only one's own is taken back.
    OthersStep {
        /// Who took it.
        who: Login,
    },
    /// The last step can't be taken back.
    StepStays {
        /// What is done in its place.
        instead: Instead,
    },
    /// The value can't be that field's.
    BadValue {
        /// The field.
        field: Correctable,
        /// What was given.
        value: String,
    },
    /// This is no e-mail address ([`is_email`](super::text::is_email)).
    BadEmail(String),
    /// This is no telephone ([`phone`](super::phone::phone)).
    BadPhone(String),
    /// The correction changes nothing.
    NothingChanged,
    /// The unit that holds it keeps no register of its own: it is answered here.
    NotExternal,
    /// The consultation was taken back before.
    ConsultationAnnulled,
    /// Something else was registered under this request before.
    RequestTaken {
        /// The number it was given.
        number: Number,
    },
    /// The letter did not go by post, so that the post has no number for it.
    NotByPost,
    /// What was typed is no number of the post (ШПИ).
    BadTracking {
        /// What was typed.
        typed: String,
        /// What is wrong.
        fault: TrackingFault,
    },
    /// The letter has a number of the post's already, which would be replaced or go.
    Tracked {
        /// The number that stands.
        number: String,
    },
    /// The post gave this number to another letter.
    TrackingTaken {
        /// The number.
        number: TrackingNumber,
        /// The outgoing number of that letter.
        letter: String,
    },
}

/// A due date that a changed calendar moves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MovedDue {
    /// The appeal's number.
    pub number: Number,
    /// The due day so far.
    pub from: NaiveDate,
    /// The due day by the changed calendar.
    pub to: NaiveDate,
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
            Self::BackDated { .. } => Some(Confirmation::BackDated),
            Self::DueMoves { .. } => Some(Confirmation::DueMoves),
            Self::DueDatesMove(_) => Some(Confirmation::DueDatesMove),
            Self::Tracked { .. } => Some(Confirmation::TrackingReplaced),
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
