//! What was typed, as a registration.

use std::collections::BTreeSet;

use super::{Sort, unfold};
use crate::desk::DeskError;
use crate::standard::appeal::{Channel, Kind as AppealKind, PaperEntry, PowerQuality};
use crate::standard::book::BookEntry;
use crate::standard::client::{Client, Collective, CoveringLetter, Identity, Representative};
use crate::standard::decide::{OnSpot, Registration};
use crate::standard::office::UnitCode;
use crate::standard::personal::Personal;
use crate::standard::text::given;
use crate::terminal::app::Cx;
use crate::terminal::form::{Field, Form, YES, loose};

fn value(form: &Form, id: &str) -> Option<String> {
    given(&form.typed(id)).map(str::to_owned)
}

/// Who, with whoever acts for them or signed with them.
pub(super) fn client(form: &Form, cx: &Cx) -> Client {
    let value = |id: &str| value(form, id);
    let (surname, organisation) = (value("surname"), value("organisation"));
    let identity = match (organisation, surname) {
        (Some(organisation), surname) => {
            let person = [surname, value("given"), value("patronymic")];
            let person = person.into_iter().flatten().collect::<Vec<_>>().join(" ");
            let contact_person = Some(person).filter(|person| !person.is_empty());
            Identity::Organisation { organisation, inn: value("inn"), contact_person }
        }
        (None, None) if form.typed("anonymous") == YES => Identity::Anonymous,
        (None, surname) => Identity::Person {
            surname: surname.unwrap_or_default(),
            given: value("given"),
            patronymic: value("patronymic"),
        },
    };
    let representative = (form.typed("by_representative") == YES).then(|| Representative {
        name: form.typed("representative"),
        proxy_number: value("proxy_number"),
        proxy_date: loose::date(&form.typed("proxy_date"), cx.today()),
    });
    let collective = (form.typed("several_signed") == YES).then(|| Collective {
        signers: form.typed("signers").parse().unwrap_or(0),
        answer_to: value("answer_to"),
    });
    Client {
        identity,
        account: value("account"),
        contract: value("contract"),
        address: value("address"),
        phone: value("phone"),
        email: value("email"),
        representative,
        collective,
    }
}

fn covering_letter(form: &Form, cx: &Cx) -> Option<CoveringLetter> {
    let date = |id: &str| loose::date(&form.typed(id), cx.today());
    (form.typed("forwarded_by") == YES).then(|| CoveringLetter {
        body: form.typed("covering_body"),
        number: value(form, "covering_number").map(Personal::Known),
        date: date("covering_date"),
        due: date("covering_due"),
    })
}

/// The answer given at once; where there are several questions, those that are ticked.
fn on_spot(form: &Form) -> Option<OnSpot> {
    let gist = value(form, "answer")?;
    let places = || 1..=u16::try_from(unfold::questions(form).len()).unwrap_or(u16::MAX);
    let answers: BTreeSet<u16> = if form.is_shown("answers") {
        let ticked = form.typed("answers");
        ticked
            .split(' ')
            .filter_map(|place| place.parse().ok())
            .filter(|place| places().contains(place))
            .collect()
    } else {
        places().collect()
    };
    Some(OnSpot { gist, agreed: form.typed("agreed") == YES, answers })
}

/// The documents of the check-list that were brought (R15).
fn documents(form: &Form) -> BTreeSet<String> {
    let ticked = form.typed("documents");
    let asked = form.field("documents").map(Field::choices).unwrap_or_default();
    asked
        .iter()
        .filter(|one| ticked.split(' ').any(|code| code == one.code))
        .map(|one| one.code.clone())
        .collect()
}

/// What the desk is to register; the client's card and the draft's id are the sheet's to add.
///
/// # Errors
/// When nobody is at the desk, or the visits can't be read.
pub(super) fn registration(
    sort: Sort,
    channel: Channel,
    form: &Form,
    cx: &Cx,
) -> Result<Registration, DeskError> {
    let value = |id: &str| value(form, id);
    let today = cx.today();
    let intake: UnitCode = cx.desk.actor().map(|person| person.unit.clone()).ok_or(DeskError::NobodyActs)?;
    let visit = match sort {
        Sort::Visit => cx.desk.visits_going_on()?.last().map(|visit| visit.id),
        _ => None,
    };
    let kind = form.typed("kind").parse().unwrap_or(AppealKind::Application);
    let paper = value("paper_number").zip(loose::date(&form.typed("paper_on"), today));
    let entry = form.typed("book_entry").parse().unwrap_or(0);
    Ok(Registration {
        topic: value("topic"),
        received: loose::date(&form.typed("received"), today),
        late_reason: value("late_reason"),
        gist: value("gist"),
        text: value("text"),
        sheets: form.typed("sheets").parse().ok(),
        attachments: form.typed("attachments").parse().ok(),
        sender_number: value("sender_number"),
        sender_date: loose::date(&form.typed("sender_date"), today),
        covering_letter: covering_letter(form, cx),
        reply_wish: form.typed("reply_by").parse().ok(),
        on_spot: on_spot(form),
        visit,
        questions: unfold::questions(form),
        documents: documents(form),
        power: form.is_shown("power_address").then(|| PowerQuality {
            address: value("power_address"),
            time: value("power_time"),
            contract: value("power_contract"),
        }),
        book: value("book").map(|number| BookEntry { number, entry }),
        paper: paper.map(|(number, on)| PaperEntry { number, on }),
        call_back: form.typed("call_back") == YES,
        ..Registration::new(channel, kind, intake, client(form, cx))
    })
}
