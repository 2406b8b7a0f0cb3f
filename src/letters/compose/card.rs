//! The registration card (регистрационно-контрольная карточка): all of an appeal on paper, its history last.

use std::collections::BTreeSet;

use super::{Composer, fact};
use crate::letters::document::{
    Align, Block, BodySize, Column, Document, Fact, Head, Language, Sheet, Table,
};
use crate::say;
use crate::standard::appeal::{Appeal, Closing, Holder};
use crate::standard::client::{Client, Identity};
use crate::standard::fact::{AppealEvent, Happened};
use crate::standard::gist::one_line;
use crate::standard::number::OutgoingNumber;
use crate::standard::personal::Personal;
use crate::standard::reply::Reply;
use crate::standard::request::Request;
use crate::standard::screening::{GroundStage, Screening};

impl Composer<'_> {
    /// The registration card of an appeal; `history` is all that happened to it, oldest first. A part of which there
    /// is nothing to say is left out; what was erased is said to be.
    #[must_use]
    pub fn card(&self, appeal: &Appeal, history: &[Happened<'_>]) -> Document {
        let words = self.words;
        let title = say!(words, "paper-card-title", number = appeal.number.text.as_str());
        let organisation = self.office.details.name.clone();
        let sections = [
            (say!(words, "card-client"), self.client(appeal)),
            (say!(words, "card-content"), self.content(appeal)),
            (say!(words, "card-questions"), self.questions(appeal)),
            (say!(words, "paper-card-course"), self.course(appeal)),
            (say!(words, "card-requests"), self.requests(appeal)),
            (say!(words, "card-replies"), self.replies(appeal)),
            (say!(words, "card-closing"), self.endings(appeal)),
        ];
        let mut parts =
            vec![Block::Head(Head { organisation, ..Head::default() }), Block::Title(title.clone())];
        let registration = (say!(words, "paper-card-registration"), self.registration(appeal));
        let sections = std::iter::once(registration).chain(sections);
        let sections = sections.filter(|(_, facts)| !facts.is_empty());
        parts.extend(sections.map(|(heading, facts)| Block::Record { heading, facts }));
        if let Some(table) = self.history(appeal, history) {
            parts.push(Block::Record { heading: say!(words, "card-history"), facts: Vec::new() });
            parts.push(Block::Table(table));
        }
        parts.push(self.appeal_code(appeal));
        Document {
            title,
            language: Language::Ru,
            sheet: Sheet { body: BodySize::Twelve, ..Sheet::default() },
            draft_mark: None,
            blocks: parts,
            executor_mark: Vec::new(),
        }
    }

    /// Number, days, how it came, and its term with its explanation (R2, R5).
    fn registration(&self, appeal: &Appeal) -> Vec<Fact> {
        let words = self.words;
        let content = &appeal.content;
        let number = appeal.number.text.clone();
        let by = self.office.person_name(&appeal.registered_by);
        let at = words.moment(appeal.registered_at);
        let paper = appeal.paper.as_ref().map(|paper| {
            say!(words, "card-paper", number = paper.number.as_str(), on = words.date(paper.on))
        });
        let book = content
            .book
            .as_ref()
            .map(|book| say!(words, "card-book", number = book.number.as_str(), entry = book.entry));
        let came = format!("{}, {}", words.channel(appeal.channel), self.office.unit_title(&appeal.intake));
        let came = [Some(came), book, paper].into_iter().flatten().collect::<Vec<_>>().join("\n");
        let topic = appeal.topic.as_deref().and_then(|code| self.office.topic(code));
        let extension = appeal.extension.as_ref().map(|extension| {
            let days = say!(words, "due-calendar-days", n = extension.days);
            let by = self.office.person_name(&extension.by);
            format!("{days} ({by}): {}", self.told(&extension.reason))
        });
        [
            fact(say!(words, "receipt-number"), number),
            fact(say!(words, "receipt-registered"), format!("{at}, {by}")),
            fact(say!(words, "label-received"), words.date(appeal.received)),
            fact(say!(words, "label-channel"), came),
            fact(say!(words, "label-kind"), words.kind(appeal.kind)),
            fact(say!(words, "label-topic"), topic.map(|topic| words.title(&topic.title).to_owned())),
            fact(say!(words, "paper-card-due"), words.due_explained(&appeal.due)),
            fact(say!(words, "paper-card-extension"), extension),
            fact(say!(words, "paper-card-inner-due"), appeal.inner_due.map(|day| words.date(day))),
            fact(say!(words, "label-reply-by"), words.reply_by(appeal.reply_by())),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    fn client(&self, appeal: &Appeal) -> Vec<Fact> {
        let words = self.words;
        let row = |label, value| Fact { label, value };
        let Some(client) = appeal.client.known() else {
            return vec![row(say!(words, "card-client"), say!(words, "client-erased"))];
        };
        let name = match client.full_name() {
            name if name.is_empty() => say!(words, "client-anonymous"),
            name => name,
        };
        let (inn, contact) = match &client.identity {
            Identity::Organisation { inn, contact_person, .. } => (inn.clone(), contact_person.clone()),
            Identity::Person { .. } | Identity::Anonymous => (None, None),
        };
        let from_before = appeal.contacts_from_card && client.has_contact();
        [
            fact(say!(words, "paper-card-name"), name),
            fact(say!(words, "paper-card-inn"), inn),
            fact(say!(words, "paper-card-contact"), contact),
            fact(say!(words, "label-account"), client.account.clone()),
            fact(say!(words, "label-contract"), client.contract.clone()),
            fact(say!(words, "label-address"), client.address.clone()),
            fact(say!(words, "label-phone"), client.phone.clone()),
            fact(say!(words, "label-email"), client.email.clone()),
            fact(say!(words, "label-representative"), self.representative(client)),
            fact(say!(words, "paper-card-collective"), self.collective(client)),
            fact(
                say!(words, "paper-card-note"),
                from_before.then(|| say!(words, "card-contacts-from-before")),
            ),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    fn representative(&self, client: &Client) -> Option<String> {
        let words = self.words;
        let person = client.representative.as_ref()?;
        let number = person.proxy_number.as_deref();
        let proxy = match (number, person.proxy_date.map(|day| words.date(day))) {
            (None, None) => return Some(person.name.clone()),
            (Some(number), None) => say!(words, "paper-card-proxy", number = number),
            (None, Some(on)) => say!(words, "paper-card-proxy-of", on = on),
            (Some(number), Some(on)) => say!(words, "paper-card-proxy-both", number = number, on = on),
        };
        Some(format!("{}, {proxy}", person.name))
    }

    fn collective(&self, client: &Client) -> Option<String> {
        let words = self.words;
        let several = client.collective.as_ref()?;
        let signed = say!(words, "client-collective", signers = several.signers);
        let to = client.answer_to();
        if to.is_empty() {
            return Some(signed);
        }
        Some(format!("{signed}; {}", say!(words, "paper-card-answer-to", to = to)))
    }

    /// What was brought: gist, text, papers (R15).
    fn content(&self, appeal: &Appeal) -> Vec<Fact> {
        let words = self.words;
        let content = &appeal.content;
        let gist = self.told(&content.gist);
        let text = content.text.as_ref().map(|text| self.told(text));
        // A text that begins with its gist has said it.
        let first = |text: &String| text.lines().map(one_line).find(|line| !line.is_empty());
        let gist = (text.as_ref().and_then(first).as_ref() != Some(&gist)).then_some(gist);
        let on = content.sender_date.map(|day| words.date(day)).unwrap_or_default();
        let number = content.sender_number.as_ref().map(|number| self.told(number)).unwrap_or_default();
        let sender = match (number.is_empty(), on.is_empty()) {
            (true, true) => None,
            (false, true) => Some(number),
            (true, false) => Some(on),
            (false, false) => Some(say!(words, "letter-number-of", number = number, on = on)),
        };
        let covering = content.covering_letter.as_ref().map(|letter| {
            let number = letter.number.as_ref().map(|number| self.told(number)).unwrap_or_default();
            let on = letter.date.map(|day| words.date(day)).unwrap_or_default();
            if number.is_empty() && on.is_empty() {
                letter.body.clone()
            } else {
                format!("{}, {}", letter.body, say!(words, "letter-number-of", number = number, on = on))
            }
        });
        let power = content.power.as_ref().map(|power| match power.known() {
            None => say!(words, "value-erased"),
            Some(power) => {
                let told = [&power.address, &power.time, &power.contract];
                told.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join("; ")
            }
        });
        [
            fact(say!(words, "receipt-gist"), gist),
            fact(say!(words, "field-text"), text),
            fact(say!(words, "paper-card-sender"), sender),
            fact(say!(words, "paper-card-sheets"), words.extent(content)),
            fact(say!(words, "paper-card-covering"), covering),
            fact(say!(words, "paper-card-power"), power),
        ]
        .into_iter()
        .flatten()
        .chain(self.brought(appeal))
        .collect()
    }

    /// The questions, each with the reply that answered it.
    fn questions(&self, appeal: &Appeal) -> Vec<Fact> {
        let words = self.words;
        let left = appeal.unanswered(&BTreeSet::new());
        let answered = |place: u16| {
            let by = appeal.replies.iter().filter(|reply| reply.dispatch().is_some());
            by.filter(|reply| reply.answers.contains(&place)).find_map(Reply::outgoing)
        };
        (1..)
            .zip(&appeal.content.questions)
            .map(|(place, question)| {
                let state = match answered(place) {
                    Some((number, on)) => {
                        say!(words, "paper-card-answered", number = number, on = words.date(on))
                    }
                    None if left.contains(&place) && appeal.closing.is_none() => {
                        say!(words, "paper-card-not-answered")
                    }
                    None => String::new(),
                };
                let value = format!("{}\n{state}", self.told(question));
                Fact { label: say!(words, "paper-card-question", place = place), value }
            })
            .collect()
    }

    /// The route, who has it, the last resolution, the grounds and where it was forwarded (R3, R4, R7).
    fn course(&self, appeal: &Appeal) -> Vec<Fact> {
        let words = self.words;
        let helpers: Vec<_> =
            appeal.co_executors.iter().map(|login| self.office.person_name(login)).collect();
        let resolution = appeal.resolution.as_ref().and_then(|resolution| {
            let by = self.office.person_name(&resolution.by);
            let label = if resolution.returned {
                say!(words, "card-given-back", by = by)
            } else {
                say!(words, "card-resolution", by = by)
            };
            fact(label, format!("{}, {}", words.moment(resolution.since), self.told(&resolution.text)))
        });
        let forwarding = appeal.forwarding.as_ref().map(|forwarding| {
            let (by, on) = (self.office.person_name(&forwarding.by), words.date(forwarding.on));
            let said = say!(words, "card-forwarding", to = forwarding.to.as_str(), by = by, on = on);
            format!("{said}\n{}", self.told(&forwarding.reason))
        });
        let called = appeal.call_back.as_ref().map(|call| match (call.done, call.due) {
            (Some(done), _) => say!(words, "card-called-back", at = words.moment(done)),
            _ if !appeal.awaits_call() => say!(words, "card-call-not-made"),
            (None, Some(due)) => say!(words, "card-call-by", at = words.moment(due)),
            (None, None) => say!(words, "card-call-waits"),
        });
        [
            fact(say!(words, "paper-card-route"), words.route(appeal.route)),
            fact(say!(words, "paper-card-holder"), self.holder(appeal)),
            fact(say!(words, "paper-card-helpers"), helpers.join(", ")),
            resolution,
            fact(say!(words, "paper-card-ground"), appeal.screening.as_ref().map(|found| self.ground(found))),
            fact(say!(words, "paper-card-forwarding"), forwarding),
            fact(say!(words, "paper-card-call"), called),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// Who has it, with the unit.
    pub(super) fn holder(&self, appeal: &Appeal) -> String {
        let words = self.words;
        match &appeal.holder {
            Holder::Nobody => say!(words, "holder-nobody"),
            Holder::Director => say!(words, "holder-director"),
            Holder::Unit(unit) => self.office.unit_title(unit),
            Holder::Executor { unit, executor } => {
                format!("{}, {}", self.office.person_name(executor), self.office.unit_title(unit))
            }
        }
    }

    fn ground(&self, found: &Screening) -> String {
        let words = self.words;
        let (ground, by, on) =
            (words.ground(found.ground), self.office.person_name(&found.by), words.date(found.on));
        let said = match found.stage {
            GroundStage::Proposed => say!(words, "card-ground-proposed", ground = ground, by = by, on = on),
            GroundStage::Decided => say!(words, "card-ground-decided", ground = ground, by = by, on = on),
        };
        let earlier = found.earlier.as_ref().map(|earlier| {
            let (number, on) = (earlier.number.as_str(), words.date(earlier.on));
            match earlier.appeal_number.as_deref() {
                Some(appeal) => {
                    say!(words, "card-earlier-appeal", number = number, on = on, appeal = appeal)
                }
                None => say!(words, "card-earlier-paper", number = number, on = on),
            }
        });
        [Some(said), Some(self.told(&found.note)), earlier]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join("\n")
    }

    fn requests(&self, appeal: &Appeal) -> Vec<Fact> {
        appeal.requests.iter().map(|request| self.request(request)).collect()
    }

    fn request(&self, request: &Request) -> Fact {
        let words = self.words;
        let to = words.asked(&request.to, self.office);
        let (number, on) = (request.number.text(), words.date(request.on));
        let mut value = self.told(&request.text);
        let more = match (&request.answer, request.expected) {
            (Some(answer), _) => {
                let (on, gist) = (words.date(answer.on), self.told(&answer.gist));
                Some(say!(words, "card-request-answer", on = on, gist = gist))
            }
            (None, Some(day)) => Some(say!(words, "paper-card-request-expected", day = words.date(day))),
            (None, None) => None,
        };
        if let Some(more) = more {
            value.push('\n');
            value.push_str(&more);
        }
        Fact { label: format!("{to}, {}", say!(words, "letter-number-of", number = number, on = on)), value }
    }

    /// The replies with their outgoing numbers, days, how each was sent (R6, R21).
    fn replies(&self, appeal: &Appeal) -> Vec<Fact> {
        let words = self.words;
        let row = |(at, reply): (u16, &Reply)| {
            let signed = reply.finalised().and_then(|frozen| frozen.signatory_details.known());
            let signed =
                signed.map(|person| say!(words, "paper-card-signatory", name = person.signs_as.as_str()));
            let places = reply.answers.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
            let answers = (!places.is_empty()).then(|| say!(words, "card-reply-answers", places = places));
            let numbers = reply.annulled_numbers.iter().map(OutgoingNumber::text);
            let numbers = numbers.collect::<Vec<_>>().join(", ");
            let annulled =
                (!numbers.is_empty()).then(|| say!(words, "card-annulled-numbers", numbers = numbers));
            let remarks =
                reply.remarks.iter().map(|remark| say!(words, "card-remark", text = self.told(remark)));
            let lines = [Some(words.reply_line(reply)), Some(self.told(&reply.heading)), signed];
            let lines = lines.into_iter().chain([answers, annulled]).flatten().chain(remarks);
            let value = lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
            Fact { label: say!(words, "paper-card-reply", place = at), value }
        };
        (1..).zip(&appeal.replies).map(row).collect()
    }

    /// How each round ended, and when it was filed away.
    fn endings(&self, appeal: &Appeal) -> Vec<Fact> {
        let words = self.words;
        let earlier = appeal.earlier.iter().filter_map(|round| {
            let (due, on) = (words.date(round.due.day), words.date(round.closing.on));
            let outcome = words.outcome(round.closing.outcome);
            fact(
                say!(words, "paper-card-earlier"),
                say!(words, "paper-card-earlier-how", due = due, on = on, outcome = outcome),
            )
        });
        let closed = |closing: &Closing| {
            let (on, by) = (words.date(closing.on), self.office.person_name(&closing.by));
            let note = closing.note.as_ref().map(|note| self.told(note)).unwrap_or_default();
            format!("{on}, {} ({by})\n{note}", words.outcome(closing.outcome))
        };
        let now = [
            fact(say!(words, "paper-card-outcome"), appeal.closing.as_ref().map(closed)),
            fact(say!(words, "paper-card-filed"), appeal.filed.map(|day| words.date(day))),
        ];
        earlier.chain(now.into_iter().flatten()).collect()
    }

    fn history(&self, appeal: &Appeal, history: &[Happened<'_>]) -> Option<Table> {
        let words = self.words;
        let column = |title, parts| Column { title, parts, align: Align::Left };
        let columns = vec![
            column(say!(words, "paper-card-when"), 4),
            column(say!(words, "paper-card-who"), 5),
            column(say!(words, "paper-card-what"), 14),
        ];
        // That it was itself printed, or a receipt was, would make of each re-print another card.
        let happened = |line: &&Happened<'_>| !matches!(line.event, Some(AppealEvent::PaperPrinted(_)));
        let rows = history.iter().filter(happened).map(|line| {
            let what = line.event.map_or_else(
                || say!(words, "paper-card-newer"),
                |event| words.event(event, &appeal.replies, self.office),
            );
            vec![words.moment(line.at), self.office.person_name(line.who), what]
        });
        let rows: Vec<_> = rows.collect();
        if rows.is_empty() { None } else { Table::new(columns, rows).ok() }
    }

    /// A personal text, or the word that it was erased.
    pub(super) fn told(&self, text: &Personal<String>) -> String {
        text.known().cloned().unwrap_or_else(|| say!(self.words, "value-erased"))
    }
}
