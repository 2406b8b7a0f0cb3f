//! One entry of a journal as the cells of its row.

use crate::i18n::Words;
use crate::say;
use crate::standard::appeal::{Appeal, Holder, Outcome};
use crate::standard::client::Client;
use crate::standard::journal::{Entry, JournalKind, LetterEntry};
use crate::standard::office::Office;
use crate::standard::personal::Personal;
use crate::standard::post::Letter;
use crate::standard::request::Asked;

/// Writes rows in the words of letters.
#[derive(Clone, Copy)]
pub(super) struct Scribe<'a> {
    pub office: &'a Office,
    pub words: &'a Words,
}

impl Scribe<'_> {
    /// The cells of an entry, as many as the table of its journal has columns; `place` is its number in order.
    pub fn row(self, kind: JournalKind, entry: &Entry<'_>, place: u32) -> Vec<String> {
        match (kind, entry) {
            (JournalKind::Day, Entry::Appeal(appeal)) => self.day(appeal),
            (JournalKind::Reception, Entry::Appeal(appeal)) => self.reception(appeal),
            (JournalKind::Calls, Entry::Appeal(appeal)) => self.call(appeal),
            (JournalKind::Book, Entry::Appeal(appeal)) => self.of_book(appeal),
            (_, Entry::Appeal(appeal)) => self.written(appeal),
            (JournalKind::Post, Entry::Letter(letter)) => self.posted(letter, place),
            (_, Entry::Letter(letter)) => self.outgoing(letter),
        }
    }

    fn day(self, appeal: &Appeal) -> Vec<String> {
        vec![
            appeal.number.text.clone(),
            appeal.registered_at.format("%H:%M").to_string(),
            self.came_by(appeal),
            self.client(appeal),
            self.kind_and_topic(appeal),
            appeal.content.gist.text().to_owned(),
            self.words.date(appeal.due.day),
            self.office.unit_title(&appeal.intake),
            self.office.person_name(&appeal.registered_by),
            self.annulled(appeal).unwrap_or_default(),
        ]
    }

    fn written(self, appeal: &Appeal) -> Vec<String> {
        let words = self.words;
        let sheets = |count: Option<u16>| count.map_or_else(|| "—".to_owned(), |count| count.to_string());
        vec![
            lines([appeal.number.text.clone(), words.date(appeal.registered)]),
            lines([words.date(appeal.received), self.came_by(appeal)]),
            lines([self.client(appeal), address(appeal)]),
            self.theirs(appeal),
            self.kind_and_topic(appeal),
            appeal.content.gist.text().to_owned(),
            format!("{} / {}", sheets(appeal.content.sheets), sheets(appeal.content.attachments)),
            self.resolution(appeal),
            self.holder(appeal),
            words.date(appeal.due.day),
            self.result(appeal),
        ]
    }

    fn of_book(self, appeal: &Appeal) -> Vec<String> {
        let words = self.words;
        vec![
            lines([appeal.number.text.clone(), words.date(appeal.registered)]),
            lines([words.date(appeal.received), self.came_by(appeal)]),
            lines([self.client(appeal), address(appeal)]),
            self.kind_and_topic(appeal),
            appeal.content.gist.text().to_owned(),
            self.resolution(appeal),
            self.holder(appeal),
            words.date(appeal.due.day),
            self.result(appeal),
        ]
    }

    fn reception(self, appeal: &Appeal) -> Vec<String> {
        vec![
            appeal.number.text.clone(),
            self.words.moment(appeal.registered_at),
            lines([self.client(appeal), address(appeal)]),
            self.kind_and_topic(appeal),
            appeal.content.gist.text().to_owned(),
            lines([self.office.person_name(&appeal.registered_by), self.office.unit_title(&appeal.intake)]),
            self.words.date(appeal.due.day),
            self.holder(appeal),
            self.result(appeal),
        ]
    }

    fn call(self, appeal: &Appeal) -> Vec<String> {
        let known = appeal.client.known();
        let phone = known.and_then(|client| client.phone.clone()).unwrap_or_default();
        let account = known.and_then(|client| client.account.clone()).unwrap_or_default();
        let account =
            if account.is_empty() { account } else { say!(self.words, "journal-account", account = account) };
        vec![
            appeal.number.text.clone(),
            self.words.moment(appeal.registered_at),
            lines([self.client(appeal), account]),
            phone,
            self.kind_and_topic(appeal),
            appeal.content.gist.text().to_owned(),
            self.office.person_name(&appeal.registered_by),
            self.call_back(appeal),
            self.words.date(appeal.due.day),
            self.result(appeal),
        ]
    }

    fn outgoing(self, entry: &LetterEntry<'_>) -> Vec<String> {
        let LetterEntry { appeal, letter, .. } = *entry;
        let (to, about) = self.to_and_about(appeal, letter);
        let stands = entry.stands();
        let mark = if stands { String::new() } else { say!(self.words, "journal-number-annulled") };
        let (sent, tracking) = if stands { self.sent(appeal, letter) } else { (mark, String::new()) };
        vec![
            lines([entry.number.to_owned(), self.words.date(entry.dated)]),
            to,
            about,
            lines([appeal.number.text.clone(), self.words.date(appeal.registered)]),
            self.executor(appeal, letter),
            self.signatory(appeal, letter),
            sent,
            tracking,
        ]
    }

    fn posted(self, entry: &LetterEntry<'_>, place: u32) -> Vec<String> {
        let LetterEntry { appeal, letter, .. } = *entry;
        let (to, _) = self.to_and_about(appeal, letter);
        let (name, address) = to.split_once('\n').unwrap_or((&to, ""));
        let posting = appeal.postings.get(&letter);
        let number = posting.and_then(|posting| posting.number.as_ref());
        vec![
            place.to_string(),
            name.to_owned(),
            address.replace('\n', ", "),
            lines([entry.number.to_owned(), self.words.date(entry.dated)]),
            posting.map(|posting| self.words.post_kind(posting.kind)).unwrap_or_default(),
            number.map(ToString::to_string).unwrap_or_default(),
            String::new(),
        ]
    }

    /// To whom a letter goes, in lines, and what it is about.
    fn to_and_about(self, appeal: &Appeal, letter: Letter) -> (String, String) {
        match letter {
            Letter::Reply(id) => appeal.reply(id).map_or_else(Default::default, |reply| {
                let about =
                    lines([self.words.letter_purpose(reply.purpose), reply.heading.text().to_owned()]);
                (reply.addressee.text().to_owned(), about)
            }),
            Letter::Request(id) => appeal.request(id).map_or_else(Default::default, |request| {
                let to = match &request.to {
                    Asked::Unit(code) => self.office.unit_title(code),
                    Asked::Organisation(name) => name.clone(),
                };
                (to, say!(self.words, "journal-request", text = request.text.text()))
            }),
        }
    }

    /// How and when a letter went, and its number at the post.
    fn sent(self, appeal: &Appeal, letter: Letter) -> (String, String) {
        let words = self.words;
        let posting = appeal.postings.get(&letter);
        let kind = posting.map(|posting| words.post_kind(posting.kind)).unwrap_or_default();
        let number = posting.and_then(|posting| posting.number.as_ref()).map(ToString::to_string);
        let sent = match letter {
            Letter::Reply(id) => match appeal.reply(id).and_then(|reply| reply.dispatch()) {
                Some(dispatch) => lines([words.reply_by(dispatch.by), words.date(dispatch.on), kind]),
                None => say!(words, "journal-not-sent"),
            },
            Letter::Request(_) => kind,
        };
        (sent, number.unwrap_or_default())
    }

    fn executor(self, appeal: &Appeal, letter: Letter) -> String {
        let frozen = match letter {
            Letter::Reply(id) => appeal.reply(id).and_then(|reply| reply.finalised()),
            Letter::Request(_) => None,
        };
        let login = frozen.map(|frozen| &frozen.executor).or_else(|| appeal.holder.executor());
        login.map(|login| self.office.person_name(login)).unwrap_or_default()
    }

    fn signatory(self, appeal: &Appeal, letter: Letter) -> String {
        match letter {
            Letter::Reply(id) => appeal
                .reply(id)
                .and_then(|reply| reply.finalised())
                .map(|frozen| self.office.person_name(&frozen.signatory))
                .unwrap_or_default(),
            Letter::Request(_) => String::new(),
        }
    }

    /// The client by their whole name.
    fn client(self, appeal: &Appeal) -> String {
        let name = match &appeal.client {
            Personal::Known(client) => Personal::Known(client.full_name()),
            Personal::Erased => Personal::Erased,
        };
        self.words.client_name(&name, appeal.client_sort)
    }

    fn came_by(self, appeal: &Appeal) -> String {
        let entry = appeal.content.book.as_ref();
        let entry = entry.map(|entry| {
            say!(self.words, "journal-book-entry", book = entry.number.as_str(), entry = entry.entry)
        });
        lines([self.words.channel(appeal.channel), entry.unwrap_or_default()])
    }

    /// The sender's own number and date, and the authority's that sent it on.
    fn theirs(self, appeal: &Appeal) -> String {
        let words = self.words;
        let content = &appeal.content;
        let on = |day: Option<chrono::NaiveDate>| day.map(|day| words.date(day)).unwrap_or_default();
        let own = content.sender_number.as_ref().map_or("", Personal::text).to_owned();
        let authority = content.covering_letter.as_ref().map_or_else(String::new, |letter| {
            let number = letter.number.as_ref().map_or("", Personal::text).to_owned();
            lines([letter.body.clone(), number, on(letter.date)])
        });
        lines([own, on(content.sender_date), authority])
    }

    fn kind_and_topic(self, appeal: &Appeal) -> String {
        let topic = appeal.topic.as_deref().and_then(|code| self.office.topic(code));
        let topic = topic.map(|topic| self.words.title(&topic.title).to_owned()).unwrap_or_default();
        lines([self.words.kind(appeal.kind), topic])
    }

    fn resolution(self, appeal: &Appeal) -> String {
        let Some(resolution) = &appeal.resolution else { return String::new() };
        lines([
            resolution.text.text().to_owned(),
            self.office.person_name(&resolution.by),
            self.words.date(resolution.since.date_naive()),
        ])
    }

    /// Who has it: the executor, the unit's head, the director.
    fn holder(self, appeal: &Appeal) -> String {
        match &appeal.holder {
            Holder::Nobody => String::new(),
            Holder::Director => say!(self.words, "holder-director"),
            Holder::Unit(unit) => self.office.unit_title(unit),
            Holder::Executor { unit, executor } => {
                lines([self.office.person_name(executor), self.office.unit_title(unit)])
            }
        }
    }

    fn call_back(self, appeal: &Appeal) -> String {
        let words = self.words;
        let Some(call) = &appeal.call_back else { return String::new() };
        match (call.done, call.due) {
            (Some(done), _) => say!(words, "journal-called", at = words.moment(done)),
            (None, Some(due)) => say!(words, "journal-call-by", by = words.moment(due)),
            (None, None) => say!(words, "journal-call-waits"),
        }
    }

    /// What became of it; of an open one, that nothing did yet.
    fn result(self, appeal: &Appeal) -> String {
        let words = self.words;
        if let Some(annulled) = self.annulled(appeal) {
            return annulled;
        }
        let extended = appeal.extension.as_ref().map(|_| say!(words, "journal-extended")).unwrap_or_default();
        let Some(closing) = &appeal.closing else {
            return lines([say!(words, "journal-open"), extended]);
        };
        let reply = closing.reply.and_then(|id| appeal.outgoing(Letter::Reply(id)));
        let reply =
            reply.map(|(number, on)| say!(words, "journal-reply", number = number, on = words.date(on)));
        lines([words.outcome(closing.outcome), words.date(closing.on), reply.unwrap_or_default(), extended])
    }

    /// The mark of what was annulled, and why.
    fn annulled(self, appeal: &Appeal) -> Option<String> {
        let closing = appeal.closing.as_ref().filter(|closing| closing.outcome == Outcome::Annulled)?;
        let reason = closing.note.as_ref().map_or("", Personal::text);
        Some(say!(self.words, "journal-annulled", on = self.words.date(closing.on), reason = reason))
    }
}

fn address(appeal: &Appeal) -> String {
    let reach = |client: &Client| client.address.clone().or_else(|| client.email.clone());
    appeal.client.known().and_then(reach).unwrap_or_default()
}

/// What is not empty, each on a line of its own.
fn lines<const N: usize>(parts: [String; N]) -> String {
    parts.into_iter().filter(|part| !part.trim().is_empty()).collect::<Vec<_>>().join("\n")
}
