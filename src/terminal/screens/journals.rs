//! Journals and lists: which, of what days and whose; read on the screen before they are printed.

use ratatui::layout::Rect;
use uuid::Uuid;

use super::home::view::in_words;
use super::paper::look_of;
use super::sheet::{Sheet, Sheeted};
use super::tracking::Tracking;
use super::volumes::Printing;
use super::{acts, describe};
use crate::desk::{Confirmed, DeskError, Filter, Order, Part, Queue};
use crate::letters::Document;
use crate::letters::deliver::{self, DeliverError, Form as Made};
use crate::letters::journal::{Binder, stem};
use crate::letters::preview::preview_across;
use crate::printing::{Volumes, VolumesOut, queue_list, shown_path};
use crate::say;
use crate::standard::appeal::{Channel, Kind as AppealKind};
use crate::standard::journal::{JournalAsked, JournalKind};
use crate::standard::office::UnitCode;
use crate::standard::text::given;
use crate::terminal::app::Cx;
use crate::terminal::ask::Picking;
use crate::terminal::canvas::Canvas;
use crate::terminal::command::{Availability, Command, Place};
use crate::terminal::form::{Field, Form, Kind, loose};
use crate::terminal::forms::FormName;
use crate::terminal::keys::{Code, Key};
use crate::terminal::layers::{Layer, Outcome};
use crate::terminal::theme::Look;
use crate::terminal::widgets::{Choice, Lines, PickList};
use crate::text::{self, Shown};

/// The choice of the list on the screen.
const LIST: &str = "list";
/// The choice of tracking numbers.
const TRACKING: &str = "tracking";
/// The choice of every unit.
const EVERY: &str = "*";
/// As many entries as are made into pages while the desk waits: a few seconds' work.
const MOST: u32 = 1500;
/// As wide as tables are shown, and printed as text: their numbers and dates stand whole. What the window has no room for
/// is seen by ← and →.
const COLUMNS: u16 = 180;
/// As wide as all else is shown: it stands in the narrowest window before any ←.
const NARROW: u16 = 76;
/// How far ← and → move.
const STEP: usize = 36;

/// The queue that the screen shows.
#[derive(Debug, Clone)]
pub struct OnScreen {
    /// Which.
    pub queue: Queue,
    /// Whose.
    pub filter: Filter,
}

/// Asks which journal or list.
pub fn choose(on_screen: OnScreen, cx: &Cx) -> Outcome<Cx> {
    let words = &cx.words;
    let list = say!(words, "journals-list", queue = queue_name(&on_screen, cx));
    let journals = JournalKind::ALL.iter().map(|kind| Choice::new(kind.code(), &words.journal(*kind)));
    let mut choices = vec![Choice::new(LIST, &list)];
    choices.extend(journals);
    choices.push(Choice::new(TRACKING, &say!(words, "command-tracking")));
    let list = PickList::new(&say!(words, "journals-question"), choices, "", "")
        .nothing(&say!(words, "list-nothing"));
    let taken = move |list: &PickList, at: usize, _: Key, cx: &mut Cx| {
        let code = list.choices()[at].code.as_str();
        let opened = match (code, code.parse()) {
            (LIST, _) => queue_pages(&on_screen, cx),
            (_, Ok(kind)) => ask(kind, cx),
            _ => Tracking::new(cx.today(), cx).map(|layer| Outcome::Replace(Box::new(layer))),
        };
        opened.unwrap_or_else(|error| Outcome::Say(cx.trouble(&error)))
    };
    acts::open(Picking::new(list, say!(words, "journals-help"), taken))
}

/// What the list is called: one's own by that name, and how else it is narrowed.
fn queue_name(on_screen: &OnScreen, cx: &Cx) -> String {
    let OnScreen { queue, filter } = on_screen;
    let own = cx.desk.actor().map(|person| &person.login);
    let is_own = filter.executor.is_some() && filter.executor.as_ref() == own;
    let name = if is_own { say!(cx.words, "tab-mine") } else { cx.words.queue(queue.code()) };
    let rest = Filter { executor: filter.executor.clone().filter(|_| !is_own), ..filter.clone() };
    match in_words(&rest, cx) {
        Some(narrowed) => format!("{name} ({narrowed})"),
        None => name,
    }
}

/// The list on the screen as pages; a long one is for the shell to make.
fn queue_pages(on_screen: &OnScreen, cx: &Cx) -> Result<Outcome<Cx>, DeskError> {
    let letters = cx.letter_words();
    let OnScreen { queue, filter } = on_screen;
    let placed = cx.desk.queue(*queue, cx.today(), filter, Part::First, MOST + 1)?;
    if placed.len() > MOST as usize {
        let command = list_command(*queue, filter);
        return Ok(Outcome::CloseSaying(say!(
            cx.words,
            "journals-long-list",
            most = MOST,
            command = command
        )));
    }
    let entries = placed.iter().map(|placed| cx.desk.queue_entry(&placed.line)).collect();
    let list = queue_list(&cx.desk, *queue, filter, entries, &letters);
    let stem = say!(letters, "queue-list-file", name = list.name.to_lowercase(), on = cx.today().to_string());
    Ok(Outcome::Replace(Box::new(Pages::new(list.documents(cx.desk.office(), &letters), stem))))
}

/// The command of the shell that makes the same list.
fn list_command(queue: Queue, filter: &Filter) -> String {
    let asked = [
        ("--unit", filter.unit.as_ref().map(|unit| unit.0.as_str())),
        ("--executor", filter.executor.as_ref().map(|login| login.0.as_str())),
        ("--channel", filter.channel.map(Channel::code)),
        ("--kind", filter.kind.map(AppealKind::code)),
        ("--topic", filter.topic.as_deref()),
        ("--order", filter.order.map(Order::code)),
    ];
    let asked: String =
        asked.into_iter().filter_map(|(name, value)| Some(format!(" {name} {}", value?))).collect();
    format!("otklik list --queue {}{asked} --out list.pdf", queue.code())
}

/// Asks of what days and whose.
fn ask(kind: JournalKind, cx: &mut Cx) -> Result<Outcome<Cx>, DeskError> {
    let words = &cx.words;
    let office = cx.desk.office();
    let mut units: Vec<_> = office.units.values().collect();
    units.sort_by(|one, other| crate::desk::compare_names(&one.title, &other.title));
    let every = Choice::new(EVERY, &say!(words, "journal-every-unit"));
    let units = units.into_iter().map(|unit| Choice::new(&unit.code.0, &unit.title));
    let today = loose::strict_date(cx.today());
    let day = |id, label: String| Field::new(id, &label, Kind::Date).with(&today).required();
    let mut fields = if kind.is_of_a_day() {
        vec![day("to", say!(words, "journals-day"))]
    } else {
        vec![day("from", say!(words, "journals-from")), day("to", say!(words, "journals-to"))]
    };
    fields.push(
        Field::new(
            "unit",
            &say!(words, "journals-unit"),
            Kind::Choice([every].into_iter().chain(units).collect()),
        )
        .width(48)
        .with(EVERY)
        .required(),
    );
    let form = Form::new(fields, &say!(words, "journals-button"));
    Ok(Outcome::Replace(Box::new(Sheeted::new(JournalSheet { kind }, form, cx)?)))
}

/// The form of a journal; nothing in it is worth a draft.
#[derive(Debug)]
struct JournalSheet {
    kind: JournalKind,
}

impl JournalSheet {
    fn asked(&self, form: &Form, cx: &Cx) -> JournalAsked {
        let day = |id: &str| loose::date(&form.typed(id), cx.today()).unwrap_or_else(|| cx.today());
        let to = day("to");
        let from = if self.kind.is_of_a_day() { to } else { day("from") };
        let unit = given(&form.typed("unit")).filter(|code| *code != EVERY).map(str::to_owned).map(UnitCode);
        JournalAsked { kind: self.kind, from, to, unit }
    }
}

impl Sheet for JournalSheet {
    fn name(&self) -> Option<String> {
        // Two days.
        None
    }

    fn title(&self, cx: &Cx) -> String {
        cx.words.journal(self.kind)
    }

    fn form(&self) -> FormName {
        if self.kind.is_of_a_day() { FormName::DayJournal } else { FormName::Journal }
    }

    fn about(&self, cx: &Cx) -> String {
        match self.kind {
            JournalKind::Day => say!(cx.words, "journals-help-day"),
            JournalKind::Post => say!(cx.words, "journals-help-post"),
            _ => say!(cx.words, "journals-help-period"),
        }
    }

    fn lacks(&self, form: &Form, cx: &Cx) -> Option<(&'static str, String)> {
        let asked = self.asked(form, cx);
        if asked.from > asked.to {
            return Some(("to", say!(cx.words, "journals-turned")));
        }
        if self.kind.is_of_a_day() && asked.to > cx.today() {
            return Some(("to", say!(cx.words, "journals-day-to-come")));
        }
        let size = cx.desk.journal_size(&asked).unwrap_or(0);
        (size > MOST).then(|| {
            let command = format!(
                "otklik journal {} --from {} --to {} --out journal.pdf",
                self.kind.code(),
                asked.from,
                asked.to
            );
            ("from", say!(cx.words, "journals-long", count = size, most = MOST, command = command))
        })
    }

    fn save(
        &mut self,
        form: &Form,
        _request: Uuid,
        _confirmed: &Confirmed,
        cx: &mut Cx,
    ) -> Result<Outcome<Cx>, DeskError> {
        let asked = self.asked(form, cx);
        let letters = cx.letter_words();
        let mut binder = Binder::new(&asked, cx.desk.office(), &letters, cx.desk.actor());
        let mut volumes = Vec::new();
        let foot = cx.desk.journal(&asked, |entry| {
            volumes.extend(binder.add(&entry));
            Ok::<_, DeskError>(())
        })?;
        volumes.push(binder.finish(&foot));
        Ok(Outcome::Replace(Box::new(Pages::new(volumes, stem(&asked, &letters)))))
    }
}

/// Where documents leave to.
#[derive(Debug, Clone, Copy)]
enum Where {
    Pdf,
    Text,
    /// All of them to the usual printer.
    Printer,
    /// Those to the usual printer that no printer has taken.
    Rest,
}

/// Documents that are to leave.
struct Leaving {
    documents: Vec<Document>,
    stem: String,
    out: VolumesOut,
}

impl Leaving {
    fn leave(&self, place: Where, cx: &mut Cx) -> Outcome<Cx> {
        match place {
            Where::Pdf => Outcome::CloseSaying(self.write(Made::Pdf, cx)),
            Where::Text => Outcome::CloseSaying(self.write(Made::Text, cx)),
            Where::Printer => {
                self.out.begin_anew();
                self.print(cx)
            }
            Where::Rest => self.print(cx),
        }
    }

    fn print(&self, cx: &mut Cx) -> Outcome<Cx> {
        let (spooler, printer, made) = (cx.spooler.clone(), cx.usual_printer(), cx.desk.now());
        let volumes = Volumes::new(self.documents.clone(), self.out.clone(), spooler, printer, made);
        Outcome::Replace(Box::new(Printing::begin(volumes, cx)))
    }

    /// Writes the documents, a file each. What to say: those that are written, and why another is not.
    fn write(&self, form: Made, cx: &Cx) -> String {
        let made = cx.desk.now();
        let one = |document: &Document| {
            let bytes = deliver::bytes(document, form, made)?;
            let path = deliver::write_new(&cx.paths.letters_out(), &self.stem, form.extension(), &bytes)?;
            Ok(say!(cx.words, "done-written", file = shown_path(&path)))
        };
        let mut said = Vec::new();
        for document in &self.documents {
            match one(document) {
                Ok(written) => said.push(written),
                Err(error) => {
                    let error: DeliverError = error;
                    said.push(error.words(&cx.words));
                    break;
                }
            }
        }
        said.join(" ")
    }
}

/// Documents to be read on the screen and printed, one after the other.
struct Pages {
    documents: Vec<Document>,
    /// The name of their files, without an ending.
    stem: String,
    /// How many of them a printer has taken.
    out: VolumesOut,
    lines: Vec<(Shown, Look)>,
    /// Columns that stand left of the window.
    skipped: usize,
    width: usize,
    view: Lines,
}

impl Pages {
    fn new(documents: Vec<Document>, stem: String) -> Self {
        let mut lines: Vec<(Shown, Look)> = Vec::new();
        for document in &documents {
            if !lines.is_empty() {
                lines.push((Shown::default(), Look::Plain));
            }
            lines.extend(preview_across(document, NARROW.into(), COLUMNS.into()).iter().map(|line| {
                let look = line.spans.first().map_or(Look::Plain, |(style, _)| look_of(*style));
                (text::shown(&line.text()), look)
            }));
        }
        let width = lines.iter().map(|(line, _)| line.width()).max().unwrap_or(0);
        Self { documents, stem, out: VolumesOut::default(), lines, skipped: 0, width, view: Lines::default() }
    }

    fn ask_where(&self, cx: &mut Cx) -> Outcome<Cx> {
        let (out, total) = (self.out.count(), self.documents.len());
        if cx.prints_volume_of(&self.out) {
            return Outcome::Say(say!(cx.words, "volumes-already"));
        }
        let words = &cx.words;
        let mut ways = vec![
            (Where::Pdf, say!(words, "journals-as-pdf")),
            (Where::Text, say!(words, "journals-as-text")),
            (Where::Printer, say!(words, "journals-on-printer")),
        ];
        if out > 0 && out < total {
            let next: usize = out + 1;
            ways.insert(0, (Where::Rest, say!(words, "volumes-rest", volume = next, total = total)));
        }
        let choices = ways.iter().map(|(_, title)| Choice::new("", title)).collect();
        let list = PickList::new(&say!(words, "journals-where"), choices, "", "")
            .nothing(&say!(words, "list-nothing"));
        let leaving =
            Leaving { documents: self.documents.clone(), stem: self.stem.clone(), out: self.out.clone() };
        let taken = move |_: &PickList, at: usize, _: Key, cx: &mut Cx| {
            ways.get(at).map_or(Outcome::Close, |(place, _)| leaving.leave(*place, cx))
        };
        acts::open(Picking::new(list, say!(words, "print-help"), taken))
    }
}

impl Layer<Cx> for Pages {
    fn draw(&mut self, canvas: &mut Canvas<'_>, area: Rect, cx: &Cx) {
        canvas.clear(area);
        let room = usize::from(area.width.saturating_sub(3));
        self.skipped = self.skipped.min(self.width.saturating_sub(room));
        let (from, to) = (self.skipped + 1, self.width.min(self.skipped + room));
        let wider = self.width > room;
        let aside =
            wider.then(|| say!(cx.words, "journals-pages-wider", from = from, to = to, width = self.width));
        let area = describe::draw_told(canvas, area, aside.as_deref());
        let page = Rect { x: area.x + 1, width: area.width.saturating_sub(1), ..area };
        let skipped = self.skipped;
        self.view.draw_whole(canvas, page, &self.lines, |line| line.skip(skipped).clip(room));
        canvas.set_cursor(page.x, page.y);
    }

    fn title(&self, cx: &Cx) -> String {
        let title = self.documents.first().map_or("", |document| document.title.as_str());
        match self.documents.len() {
            1 => title.to_owned(),
            volumes => say!(cx.words, "journals-volumes", title = title, volumes = volumes),
        }
    }

    fn place(&self) -> Place {
        Place::Text
    }

    fn key(&mut self, key: Key, _cx: &mut Cx) -> Outcome<Cx> {
        match key.code {
            Code::Esc if !key.held => return Outcome::Close,
            Code::Right => self.skipped += STEP,
            Code::Left => self.skipped = self.skipped.saturating_sub(STEP),
            code if self.view.key(code) => {}
            _ => return Outcome::Same,
        }
        Outcome::Changed
    }

    fn availability(&self, command: Command, _cx: &Cx) -> Availability {
        if command == Command::Print { Availability::Ready } else { Availability::Hidden }
    }

    fn command(&mut self, command: Command, cx: &mut Cx) -> Outcome<Cx> {
        if command == Command::Print { self.ask_where(cx) } else { Outcome::Same }
    }

    fn help(&self, cx: &Cx) -> String {
        say!(cx.words, "journals-pages-help")
    }
}
