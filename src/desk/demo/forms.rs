//! What comes in: an appeal as a clerk would type it, of a story, a client and a channel.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use chrono::{DateTime, FixedOffset, NaiveDate};
use fastrand::Rng;
use uuid::Uuid;

use super::days::{days_after, days_before};
use super::office::Firm;
use super::people::Figure;
use super::words::{Scene, Story, Who, Words, as_people_write, chance, one_of};
use crate::standard::appeal::{Channel, Kind, PowerQuality};
use crate::standard::book::BookEntry;
use crate::standard::calendar::Calendar;
use crate::standard::client::{Client, Collective, CoveringLetter, Identity, Representative};
use crate::standard::decide::{OnSpot, Registration};
use crate::standard::reply::ReplyBy;

/// So many of the last clients may come again.
const REMEMBERED: usize = 400;

/// An appeal on its way to the window.
#[derive(Debug)]
pub(super) struct Incoming {
    pub typed: Registration,
    /// Its place among the stories.
    pub story: usize,
    pub scene: Scene,
    /// Whose it is, for [`Forms::registered`].
    pub who: u64,
}

/// Somebody who has come before.
#[derive(Debug)]
struct Known {
    who: u64,
    figure: Figure,
    /// What they came about.
    story: usize,
    /// As whom the register knows them, once it does.
    client: Option<Uuid>,
}

/// Makes appeals up.
#[derive(Debug)]
pub(super) struct Forms {
    known: VecDeque<Known>,
    /// How many clients there were.
    come: u64,
    /// Entries made so far, by book.
    entries: BTreeMap<String, u32>,
}

impl Forms {
    pub const fn new() -> Self {
        Self { known: VecDeque::new(), come: 0, entries: BTreeMap::new() }
    }

    /// The register knows somebody by this from now on.
    pub fn registered(&mut self, who: u64, client: Uuid) {
        if let Some(known) = self.known.iter_mut().rev().find(|known| known.who == who) {
            known.client.get_or_insert(client);
        }
    }

    /// An appeal that comes in at this moment.
    pub fn incoming(
        &mut self,
        at: DateTime<FixedOffset>,
        words: &Words,
        firm: &Firm,
        rng: &mut Rng,
    ) -> Incoming {
        let (today, calendar) = (at.date_naive(), &firm.office.calendar);
        let channel = channel(calendar.day(today).working, rng);
        let (drawn, _) = story(channel, words, rng);
        let (story, who, known_as, figure) = self.figure(drawn, channel, words, rng);
        let told = &words.stories[story];
        let scene = scene(&figure, today, words, rng);
        let on_spot = (channel.is_oral() && !told.oral.is_empty() && chance(rng, 80)).then(|| OnSpot {
            gist: words.tell(&told.oral, rng, &scene),
            agreed: true,
            answers: BTreeSet::new(),
        });
        let leaves_no_name = on_spot.is_some() && chance(rng, 4)
            || channel == Channel::FeedbackBook && told.kind == Kind::Review && chance(rng, 30);
        let client = if leaves_no_name {
            Client::anonymous()
        } else {
            acting(reachable(figure.client, channel, words, rng), channel, today, &scene, words, rng)
        };
        let written = !channel.is_oral();
        let intake = firm.intake(channel, rng);
        let mut typed = Registration {
            topic: (written || chance(rng, 96)).then(|| told.topic.clone()),
            gist: Some(words.tell(&told.gist, rng, &scene)),
            text: (written || chance(rng, 35)).then(|| letter(told, channel, &client, words, &scene, rng)),
            reply_wish: wish(&client, channel, told.kind, rng),
            on_spot,
            ..Registration::new(channel, told.kind, intake, client)
        };
        arrived(&mut typed, today, calendar, words, rng);
        typed.client_id = known_as.filter(|_| !leaves_no_name);
        self.told_besides(&mut typed, firm, words, &scene, rng);
        Incoming { typed, story, scene, who }
    }

    /// What the channel and the topic ask besides: the book's entry, the documents, the power block, a second question,
    /// a call back.
    fn told_besides(
        &mut self,
        typed: &mut Registration,
        firm: &Firm,
        words: &Words,
        scene: &Scene,
        rng: &mut Rng,
    ) {
        let office = &firm.office;
        if typed.channel == Channel::FeedbackBook {
            typed.book = office.open_books(&typed.intake).next().map(|book| {
                let entry = self.entries.entry(book.number.clone()).or_default();
                *entry += 1;
                BookEntry { number: book.number.clone(), entry: *entry }
            });
        }
        if typed.channel != Channel::Phone {
            let by_proxy = typed.client.representative.is_some();
            let needed = office.needed_documents(typed.topic.as_deref(), by_proxy).into_iter();
            typed.documents = needed.filter(|_| chance(rng, 80)).map(|kind| kind.code.clone()).collect();
        }
        if office.asks_of_power(typed.topic.as_deref()) && chance(rng, 85) {
            typed.power = Some(PowerQuality {
                address: chance(rng, 90).then(|| scene.street.clone()),
                time: Some(scene.happened.format("%d.%m.%Y").to_string()),
                contract: chance(rng, 60).then(|| scene.account.clone()),
            });
        }
        if typed.channel.is_written() && typed.kind != Kind::Review && chance(rng, 5) {
            let first = typed.gist.clone().unwrap_or_default();
            typed.questions = vec![first, words.tell(&words.phrases.second_questions, rng, scene)];
        }
        typed.call_back = typed.channel == Channel::Phone && typed.on_spot.is_none() && chance(rng, 85);
    }

    /// Somebody new, or somebody who has come before, some of them about the same: the story, who they are, as whom the
    /// register knows them.
    fn figure(
        &mut self,
        drawn: usize,
        channel: Channel,
        words: &Words,
        rng: &mut Rng,
    ) -> (usize, u64, Option<Uuid>, Figure) {
        let suits = |figure: &Figure, story: usize| match words.stories[story].who {
            Who::Anyone => true,
            Who::Person => matches!(figure.client.identity, Identity::Person { .. }),
            Who::Organisation => matches!(figure.client.identity, Identity::Organisation { .. }),
        };
        if chance(rng, 12) && !self.known.is_empty() {
            let known = &self.known[rng.usize(..self.known.len())];
            let letter = matches!(channel, Channel::LetterPost | Channel::LetterHand | Channel::Email);
            let again = letter && words.stories[known.story].kind != Kind::Review && chance(rng, 40);
            let story = if again { known.story } else { drawn };
            if suits(&known.figure, story) {
                return (story, known.who, known.client, known.figure.clone());
            }
        }
        let wanted = words.stories[drawn].who;
        let who = if channel.is_oral() && wanted == Who::Anyone { Who::Person } else { wanted };
        let figure = words.people.client(who, rng);
        if self.known.len() == REMEMBERED {
            self.known.pop_front();
        }
        self.come += 1;
        self.known.push_back(Known { who: self.come, figure: figure.clone(), story: drawn, client: None });
        (drawn, self.come, None, figure)
    }
}

/// The client who acts with others, or by somebody else; most act alone.
fn acting(
    mut client: Client,
    channel: Channel,
    today: NaiveDate,
    scene: &Scene,
    words: &Words,
    rng: &mut Rng,
) -> Client {
    let person = matches!(client.identity, Identity::Person { .. });
    if person && !channel.is_oral() && chance(rng, 2) {
        client.collective = Some(Collective { signers: rng.u16(2..60), answer_to: Some(scene.name.clone()) });
    } else if chance(rng, 4) {
        let number = format!("{}/{}", rng.u32(1..400), scene.billed.format("%Y"));
        client.representative = Some(Representative {
            name: words.people.representative(rng),
            proxy_number: Some(number).filter(|_| chance(rng, 60)),
            proxy_date: chance(rng, 60).then(|| days_before(today, rng.u32(20..700))),
        });
    }
    client
}

/// How it comes in; on days off the telephone and the window of the duty centre only.
fn channel(working: bool, rng: &mut Rng) -> Channel {
    match rng.u32(..100) {
        0..50 if !working => Channel::Phone,
        _ if !working => Channel::InPerson,
        0..22 => Channel::InPerson,
        22..40 => Channel::Phone,
        40..58 => Channel::LetterPost,
        58..68 => Channel::LetterHand,
        68..84 => Channel::Email,
        84..92 => Channel::VirtualReception,
        92..95 => Channel::Fax,
        _ => Channel::FeedbackBook,
    }
}

/// A story that people tell by such a channel, and its place.
fn story<'a>(channel: Channel, words: &'a Words, rng: &mut Rng) -> (usize, &'a Story) {
    let fits = |story: &Story| match channel {
        Channel::FeedbackBook => {
            matches!(story.kind, Kind::Review | Kind::Suggestion) || story.topic.starts_with("service")
        }
        Channel::Fax => story.who != Who::Person,
        _ => story.kind != Kind::Review || story.topic != "service",
    };
    let weight = |story: &Story| if fits(story) { story.weight } else { 0 };
    let mut drawn = rng.u32(..words.stories.iter().map(weight).sum::<u32>().max(1));
    for (place, story) in words.stories.iter().enumerate() {
        match drawn.checked_sub(weight(story)) {
            Some(rest) => drawn = rest,
            None => return (place, story),
        }
    }
    (0, &words.stories[0])
}

/// What the texts of this appeal agree on.
fn scene(figure: &Figure, today: NaiveDate, words: &Words, rng: &mut Rng) -> Scene {
    let client = &figure.client;
    let (name, given, female) = match &client.identity {
        Identity::Person { given, patronymic, .. } => {
            let given =
                [given.as_deref(), patronymic.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(" ");
            (client.full_name(), given, figure.female)
        }
        Identity::Organisation { contact_person, .. } => {
            (contact_person.clone().unwrap_or_else(|| client.full_name()), String::new(), figure.female)
        }
        Identity::Anonymous => (String::new(), String::new(), figure.female),
    };
    let text = |value: &Option<String>| value.clone();
    Scene {
        female,
        name,
        given,
        account: text(&client.account)
            .or_else(|| text(&client.contract))
            .unwrap_or_else(|| rng.u32(100_000_000..999_999_999).to_string()),
        address: text(&client.address).unwrap_or_default(),
        street: figure.street.clone(),
        phone: text(&client.phone).unwrap_or_else(|| words.people.telephone(rng)),
        billed: days_before(today, rng.u32(15..75)),
        happened: days_before(today, rng.u32(3..25)),
        reading: rng.u32(120..98_000),
        units: rng.u32(60..640),
        meter: rng.u32(10_000_000..99_999_999),
        window: rng.u32(1..9),
        house: rng.u32(1..40),
        extra_days: 0,
        new_due: String::new(),
        cited: String::new(),
        cited_on: String::new(),
    }
}

/// The client with the contact that their channel leaves.
fn reachable(mut client: Client, channel: Channel, words: &Words, rng: &mut Rng) -> Client {
    match channel {
        Channel::Email | Channel::VirtualReception => {
            if client.email.is_none() {
                client.email = Some(words.people.email(&client.identity, rng));
            }
            if chance(rng, 40) {
                client.address = None;
            }
        }
        Channel::Phone | Channel::Fax => {
            if client.phone.is_none() {
                client.phone = Some(words.people.telephone(rng));
            }
            if channel == Channel::Phone && chance(rng, 30) {
                client.address = None;
            }
        }
        _ => {}
    }
    client
}

/// The channel the client chose for the answer, if they chose.
fn wish(client: &Client, channel: Channel, kind: Kind, rng: &mut Rng) -> Option<ReplyBy> {
    let asks = if kind == Kind::Review { 15 } else { 40 };
    let wanted = match rng.u32(..10) {
        0..4 => ReplyBy::Email,
        4..7 => ReplyBy::Post,
        7 => ReplyBy::Phone,
        8 if channel == Channel::InPerson => ReplyBy::InPerson,
        _ => ReplyBy::Pickup,
    };
    Some(wanted).filter(|by| chance(rng, asks) && client.has_contact() && by.lacks(client).is_none())
}

/// When it came, on how many sheets, and with what.
fn arrived(typed: &mut Registration, today: NaiveDate, calendar: &Calendar, words: &Words, rng: &mut Rng) {
    let organised = matches!(typed.client.identity, Identity::Organisation { .. });
    match typed.channel {
        Channel::LetterPost | Channel::LetterHand | Channel::Fax => {
            typed.sheets = Some(1 + rng.u16(..3) * rng.u16(..2));
            typed.attachments = chance(rng, 45).then(|| rng.u16(1..6));
            let sent = if typed.channel == Channel::LetterPost { rng.u32(2..9) } else { rng.u32(0..3) };
            typed.sender_date = chance(rng, 70).then(|| days_before(today, sent));
            typed.sender_number = organised.then(|| format!("{}-{}", rng.u32(1..40), rng.u32(1..900)));
        }
        Channel::Email | Channel::VirtualReception => {
            typed.attachments = chance(rng, 35).then(|| rng.u16(1..5));
        }
        Channel::InPerson | Channel::Phone | Channel::FeedbackBook => {}
    }
    if typed.channel.is_oral() {
        return;
    }
    let before = days_before(today, 1);
    if !calendar.day(before).working && chance(rng, 60) {
        // What came over the days off is registered on the first working one.
        typed.received = Some(days_before(today, rng.u32(1..3)))
            .filter(|day| calendar.working_days_between(*day, today) == 1);
    } else if chance(rng, 20) {
        typed.received = Some(before);
    } else if rng.u32(..1000) < 6 {
        typed.received = Some(days_before(today, rng.u32(5..12)));
        typed.late_reason = Some(one_of(&words.phrases.late_reasons, rng).to_owned());
    }
    // Nothing comes in before it is written.
    let received = typed.received.unwrap_or(today);
    typed.sender_date = typed.sender_date.map(|written| written.min(received));
    if typed.channel == Channel::LetterPost && chance(rng, 6) {
        typed.covering_letter = Some(covering_letter(received, today, words, rng));
    }
}

/// What an authority writes when it sends a complaint on.
fn covering_letter(received: NaiveDate, today: NaiveDate, words: &Words, rng: &mut Rng) -> CoveringLetter {
    let number = format!("{}-{}-{}", rng.u32(1..30), rng.u32(1..20), rng.u32(100..9000));
    CoveringLetter {
        body: one_of(&words.people.authorities, rng).to_owned(),
        number: Some(number.into()),
        date: Some(days_before(received, rng.u32(2..7))),
        due: chance(rng, 70).then(|| days_after(today, rng.u32(7..14))),
    }
}

/// The whole letter: a greeting, the matter, what people add, a closing. What was said is the matter alone.
fn letter(
    story: &Story,
    channel: Channel,
    client: &Client,
    words: &Words,
    scene: &Scene,
    rng: &mut Rng,
) -> String {
    let phrases = &words.phrases;
    let matter = words.tell(&story.text, rng, scene);
    if channel.is_oral() {
        return matter;
    }
    let mut parts = vec![matter];
    if matches!(client.identity, Identity::Organisation { .. }) {
        parts.push(words.tell(&phrases.organisation_closings, rng, scene));
    } else {
        parts.insert(0, words.tell(&phrases.greetings, rng, scene));
        let (adds, at_length) = match story.kind {
            Kind::Complaint => (55, 14),
            Kind::Application | Kind::Enquiry => (35, 3),
            Kind::Review | Kind::Suggestion => (0, 0),
        };
        if chance(rng, at_length) {
            for _ in 0..rng.u32(1..4) {
                parts.push(words.tell(&phrases.stories_within, rng, scene));
            }
        }
        if chance(rng, adds) {
            parts.push(words.tell(&phrases.asides, rng, scene));
        }
        if story.kind != Kind::Review {
            parts.push(words.tell(&phrases.closings, rng, scene));
        }
    }
    parts.retain(|part| !part.is_empty());
    parts.dedup();
    let text = parts.join("\n");
    if story.who == Who::Organisation { text } else { as_people_write(text, rng) }
}
