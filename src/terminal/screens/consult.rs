//! A consultation: reference information given, counted in a moment from wherever one is, and the list of the day's (R23).

use chrono::Days;
use ratatui::layout::Rect;
use serde_json::{Map, Value};
use uuid::Uuid;

use super::acts::open as upon;
use super::new_appeal::topics;
use super::sheet::{Sheet, Sheeted};
use crate::desk::{Confirmed, DeskError, Draft};
use crate::say;
use crate::standard::appeal::Channel;
use crate::standard::decide::ConsultationForm;
use crate::standard::refusal::Field as RefusedField;
use crate::standard::text::given;
use crate::standard::visit::Consultation;
use crate::terminal::app::Cx;
use crate::terminal::ask::{Picking, Question};
use crate::terminal::canvas::Canvas;
use crate::terminal::command::{Availability, Command, Place};
use crate::terminal::form::{Field, Form, Kind};
use crate::terminal::forms::FormName;
use crate::terminal::keys::{Code, Key};
use crate::terminal::layers::{Answer, Layer, Outcome};
use crate::terminal::theme::Look;
use crate::terminal::widgets::{Cell, Choice, Column, Confirm, Cursor, PickList, Table};
use crate::text;

/// How far back the topics used last are looked for.
const USED_WITHIN: Days = Days::new(30);
/// As many consultations as are read at once.
const MOST: u32 = 500;

/// The topics, those this person used last before the others.
fn topics_used_first(cx: &Cx) -> Vec<Choice> {
    let from = cx.today().checked_sub_days(USED_WITHIN).unwrap_or(cx.today());
    // A list that can't be read only costs its order.
    let given = cx.desk.consultations(from, cx.today(), MOST).unwrap_or_default();
    let person = cx.person();
    let mut used: Vec<&str> = Vec::new();
    for one in given.iter().filter(|one| one.by == person) {
        if !used.contains(&one.topic.as_str()) {
            used.push(&one.topic);
        }
    }
    let mut topics = topics(cx);
    topics.sort_by_key(|topic| used.iter().position(|code| *code == topic.code).unwrap_or(used.len()));
    topics
}

/// In person while a visit goes on, else by telephone.
fn usual_channel(cx: &Cx) -> Channel {
    let visiting = cx.desk.visits_going_on().is_ok_and(|visits| !visits.is_empty());
    if visiting { Channel::InPerson } else { Channel::Phone }
}

/// Asks for the topic: Enter counts the consultation, Tab asks for more.
pub fn open(cx: &Cx) -> Outcome<Cx> {
    let channel = usual_channel(cx);
    let title = say!(cx.words, "consult-question", channel = cx.words.channel(channel).to_lowercase());
    let list = PickList::new(&title, topics_used_first(cx), "", "").nothing(&say!(cx.words, "list-nothing"));
    let taken = move |list: &PickList, at: usize, key: Key, cx: &mut Cx| {
        let topic = list.choices()[at].code.clone();
        let done = if key.code == Code::Tab {
            let form = form(&topic, channel, cx);
            Sheeted::new(More, form, cx).map(|sheet| Outcome::Replace(Box::new(sheet)))
        } else {
            at_once(topic, channel, cx)
        };
        done.unwrap_or_else(|error| Outcome::Say(cx.trouble(&error)))
    };
    upon(Picking::new(list, say!(cx.words, "consult-help"), taken))
}

fn at_once(topic: String, channel: Channel, cx: &mut Cx) -> Result<Outcome<Cx>, DeskError> {
    let said = save(topic, channel, None, None, &Confirmed::new(), cx)?;
    cx.saved();
    Ok(Outcome::CloseSaying(said))
}

/// Counts it; what was given at the window belongs to the visit that goes on.
fn save(
    topic: String,
    channel: Channel,
    minutes: Option<u16>,
    client: Option<String>,
    confirmed: &Confirmed,
    cx: &mut Cx,
) -> Result<String, DeskError> {
    let unit = cx.desk.actor().map(|person| person.unit.clone()).ok_or(DeskError::NobodyActs)?;
    let visit = match channel {
        Channel::InPerson => cx.desk.visits_going_on()?.last().map(|visit| visit.id),
        _ => None,
    };
    let form = ConsultationForm { unit, topic, channel, minutes, client, visit };
    let given = cx.desk.consult(form, confirmed)?;
    Ok(say!(cx.words, "done-consulted", topic = topic_title(&given, cx)))
}

fn topic_title(one: &Consultation, cx: &Cx) -> String {
    let topic = cx.desk.office().topic(&one.topic);
    topic.map_or_else(|| one.topic.clone(), |topic| cx.words.title(&topic.title).to_owned())
}

/// What its drafts are called.
pub const NAME: &str = "consultation";

/// The form of a consultation of which more is to be said.
struct More;

/// Opens the form as a draft left it.
pub fn restore(draft: &Draft, state: &Map<String, Value>, cx: &Cx) -> Box<dyn Layer<Cx>> {
    Box::new(Sheeted::restored(More, form("", usual_channel(cx), cx), draft, state))
}

fn form(topic: &str, channel: Channel, cx: &Cx) -> Form {
    let words = &cx.words;
    let channels = Channel::ALL.iter().map(|one| Choice::new(one.code(), &words.channel(*one))).collect();
    let fields = vec![
        Field::new("minutes", &say!(words, "consult-minutes"), Kind::Number).width(5),
        Field::new("client", &say!(words, "field-client"), Kind::Line)
            .width(48)
            .note(&say!(words, "consult-client-note")),
        Field::new("channel", &say!(words, "consult-channel"), Kind::Choice(channels))
            .width(28)
            .with(channel.code())
            .required(),
        Field::new("topic", &say!(words, "label-topic"), Kind::Choice(topics(cx)))
            .width(48)
            .with(topic)
            .required(),
    ];
    Form::new(fields, &say!(words, "consult-button"))
}

impl Sheet for More {
    fn name(&self) -> Option<String> {
        Some(NAME.to_owned())
    }

    fn title(&self, cx: &Cx) -> String {
        say!(cx.words, "form-consultation")
    }

    fn form(&self) -> FormName {
        FormName::Consultation
    }

    fn field_of(&self, field: RefusedField) -> Option<&'static str> {
        Some(field.code())
    }

    fn save(
        &mut self,
        form: &Form,
        _request: Uuid,
        confirmed: &Confirmed,
        cx: &mut Cx,
    ) -> Result<Outcome<Cx>, DeskError> {
        let channel = form.typed("channel").parse().unwrap_or_else(|_| usual_channel(cx));
        let client = given(&form.typed("client")).map(str::to_owned);
        let minutes = form.typed("minutes").parse().ok();
        save(form.typed("topic"), channel, minutes, client, confirmed, cx).map(Outcome::CloseSaying)
    }
}

/// The consultations of the day; a slip of the finger is taken back.
#[derive(Debug)]
pub struct Consultations {
    given: Vec<Consultation>,
    cursor: Cursor,
    changes: u64,
    annulling: Option<(Answer<bool>, Uuid)>,
}

impl Consultations {
    /// Today's, the newest first.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn new(cx: &Cx) -> Result<Self, DeskError> {
        let given = cx.desk.consultations(cx.today(), cx.today(), MOST)?;
        Ok(Self { given, cursor: Cursor::default(), changes: cx.changes(), annulling: None })
    }

    fn read(&mut self, cx: &Cx) -> Outcome<Cx> {
        match Self::new(cx) {
            Ok(new) => {
                let chosen = self.cursor.chosen.min(new.given.len().saturating_sub(1));
                *self = Self { cursor: Cursor::on(chosen), ..new };
                Outcome::Changed
            }
            Err(error) => Outcome::Say(cx.trouble(&error)),
        }
    }

    /// What a question calls it.
    fn name(one: &Consultation, cx: &Cx) -> String {
        format!("{} {}", one.at.format("%H:%M"), topic_title(one, cx))
    }

    fn cells(one: &Consultation, cx: &Cx) -> Vec<Cell> {
        let client = one.client.as_ref().and_then(|client| client.known()).map_or("", String::as_str);
        let minutes = one.minutes.map(|minutes| minutes.to_string()).unwrap_or_default();
        vec![
            Cell::new(&one.at.format("%H:%M").to_string(), Look::Plain),
            Cell::new(&topic_title(one, cx), Look::Plain),
            Cell::new(&cx.words.channel(one.channel), Look::Dim),
            Cell::new(&minutes, Look::Plain),
            Cell::new(client, Look::Plain),
            Cell::new(&cx.desk.office().person_name(&one.by), Look::Dim),
        ]
    }
}

impl Layer<Cx> for Consultations {
    fn draw(&mut self, canvas: &mut Canvas<'_>, area: Rect, cx: &Cx) {
        canvas.clear(area);
        if self.given.is_empty() {
            let row = Rect { x: area.x + 1, width: area.width.saturating_sub(2), height: 1, ..area };
            canvas.put(row, &text::shown(&say!(cx.words, "consultations-none")), Look::Dim);
            canvas.set_cursor(area.x, area.y);
            return;
        }
        let table = Table {
            columns: vec![
                Column::new(&say!(cx.words, "consultations-at"), 5, 5),
                Column::new(&say!(cx.words, "label-topic"), 18, 26).growing().of_data(),
                Column::new(&say!(cx.words, "consult-channel"), 12, 16),
                Column::new(&say!(cx.words, "consultations-minutes"), 4, 4).to_the_right(),
                Column::new(&say!(cx.words, "field-client"), 10, 14).growing().of_data().left_out(1),
                Column::new(&say!(cx.words, "column-person"), 13, 14).of_data().left_out(2),
            ],
        };
        let given = &self.given;
        table.draw(canvas, area, &mut self.cursor, given.len(), |at| {
            given.get(at).map(|one| Self::cells(one, cx)).unwrap_or_default()
        });
    }

    fn title(&self, cx: &Cx) -> String {
        say!(cx.words, "consultations-title", count = self.given.len())
    }

    fn place(&self) -> Place {
        Place::List
    }

    fn key(&mut self, key: Key, _cx: &mut Cx) -> Outcome<Cx> {
        match key.code {
            Code::Esc if !key.held => Outcome::Close,
            code if self.cursor.key(code, self.given.len()) => Outcome::Changed,
            _ => Outcome::Same,
        }
    }

    fn availability(&self, command: Command, cx: &Cx) -> Availability {
        match command {
            Command::Annul if self.given.is_empty() => {
                Availability::Disabled(say!(cx.words, "consultations-none"))
            }
            Command::Annul => Availability::Ready,
            _ => Availability::Hidden,
        }
    }

    fn command(&mut self, _command: Command, cx: &mut Cx) -> Outcome<Cx> {
        let Some(one) = self.given.get(self.cursor.chosen) else { return Outcome::Same };
        let said = say!(cx.words, "consult-annul", name = Self::name(one, cx));
        let confirm = Confirm::new(&said, &say!(cx.words, "confirm-yes"), &say!(cx.words, "confirm-no"));
        let (question, answer) = Question::new(confirm, said);
        self.annulling = Some((answer, one.id));
        upon(question)
    }

    fn help(&self, cx: &Cx) -> String {
        say!(cx.words, "consultations-help")
    }

    fn resumed(&mut self, cx: &mut Cx) -> Outcome<Cx> {
        match self.annulling.take() {
            Some((answer, id)) if answer.take() == Some(true) => {
                let annulled = cx.desk.annul_consultation(id, &Confirmed::new());
                match annulled {
                    Ok(one) => {
                        cx.saved();
                        self.read(cx);
                        Outcome::Say(say!(cx.words, "done-consult-annulled", name = Self::name(&one, cx)))
                    }
                    Err(error) => Outcome::Say(cx.trouble(&error)),
                }
            }
            _ => self.refresh(cx),
        }
    }

    fn refresh(&mut self, cx: &mut Cx) -> Outcome<Cx> {
        if self.changes == cx.changes() { Outcome::Same } else { self.read(cx) }
    }
}
