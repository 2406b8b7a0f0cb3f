//! What of the queue a person wants to see: a filter and an order, saved under a name or only for now; and where they
//! were, kept from one start of the program to the next.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::rc::Rc;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::tabs::Tab;
use crate::desk::{Confirmed, DeskError, Filter, Order, compare_names};
use crate::say;
use crate::standard::appeal::{Channel, Kind as AppealKind};
use crate::standard::code::closed_list;
use crate::standard::office::{Login, UnitCode};
use crate::terminal::app::Cx;
use crate::terminal::form::{Field, Form, Kind, NO, YES};
use crate::terminal::forms::FormName;
use crate::terminal::layers::{Asked, Outcome};
use crate::terminal::screens::sheet::Sheet;
use crate::terminal::widgets::Choice;

closed_list! {
    /// A column of the queue that one may do without.
    Shown {
        /// What it is about.
        Topic = "topic",
        /// Who prepares the answer.
        Executor = "executor",
        /// When it was registered.
        Registered = "registered",
        /// How it came.
        Channel = "channel",
        /// Who has it.
        Unit = "unit",
    }
}

/// A list that was saved under a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct View {
    /// Its name.
    pub name: String,
    /// Of which list.
    pub tab: Tab,
    /// Narrowed and ordered so.
    #[serde(default)]
    pub filter: Filter,
}

/// What is kept of the home screen for one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Kept {
    /// The list that was open.
    pub tab: Tab,
    /// Which of `views` was open.
    pub view: Option<usize>,
    /// How it was narrowed.
    pub filter: Filter,
    /// The appeal under the cursor.
    pub on: Option<Uuid>,
    /// The day of all this: on another day the list opens on what burns.
    pub day: NaiveDate,
    /// The columns shown.
    pub columns: BTreeSet<Shown>,
    /// The saved lists.
    pub views: Vec<View>,
}

impl Default for Kept {
    fn default() -> Self {
        Self {
            tab: Tab::Open,
            view: None,
            filter: Filter::default(),
            on: None,
            day: NaiveDate::MIN,
            columns: BTreeSet::from([Shown::Topic, Shown::Executor]),
            views: Vec::new(),
        }
    }
}

type People = BTreeMap<Login, Kept>;

/// As large as the file may grow before it is taken for something else.
const LARGEST: u64 = 1024 * 1024;

fn all(file: &Path) -> People {
    let small = std::fs::metadata(file).is_ok_and(|it| it.is_file() && it.len() < LARGEST);
    let text = small.then(|| std::fs::read_to_string(file).ok()).flatten();
    text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
}

impl Kept {
    /// What was kept for this person; the usual where nothing was, or it can't be read. Of another day only the columns
    /// and the saved lists.
    pub fn read(file: &Path, person: &Login, today: NaiveDate) -> Self {
        let mut kept = all(file).remove(person).unwrap_or_default();
        kept.view = kept.view.filter(|at| *at < kept.views.len());
        if kept.day == today {
            return kept;
        }
        Self { day: today, columns: kept.columns, views: kept.views, ..Self::default() }
    }

    /// Keeps it. It is a comfort: that it can't be kept stops nobody.
    pub fn write(&self, file: &Path, person: &Login) {
        let mut people = all(file);
        if people.get(person) == Some(self) {
            return;
        }
        people.insert(person.clone(), self.clone());
        let partial = file.with_extension("partial");
        let written = serde_json::to_vec(&people).ok().and_then(|text| std::fs::write(&partial, text).ok());
        let _ = written.map(|()| std::fs::rename(&partial, file));
    }
}

/// A filter in words, for the line above the list; none where it asks for nothing.
pub fn in_words(filter: &Filter, cx: &Cx) -> Option<String> {
    let office = cx.desk.office();
    let words = &cx.words;
    let parts = [
        filter.unit.as_ref().map(|code| office.unit_title(code)),
        filter.executor.as_ref().map(|login| office.person_name(login)),
        filter.channel.map(|channel| words.channel(channel)),
        filter.kind.map(|kind| words.kind(kind)),
        filter.topic.as_deref().map(|code| {
            office.topic(code).map_or_else(|| code.to_owned(), |topic| words.title(&topic.title).to_owned())
        }),
        filter.order.map(|order| order_in_words(order, cx)),
    ];
    let parts: Vec<_> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}

fn order_in_words(order: Order, cx: &Cx) -> String {
    match order {
        Order::Due => say!(cx.words, "order-due"),
        Order::Newest => say!(cx.words, "order-newest"),
        Order::Oldest => say!(cx.words, "order-oldest"),
    }
}

/// What a column is called.
pub fn column_in_words(column: Shown, cx: &Cx) -> String {
    match column {
        Shown::Topic => say!(cx.words, "column-topic"),
        Shown::Executor => say!(cx.words, "column-executor"),
        Shown::Registered => say!(cx.words, "history-registered"),
        Shown::Channel => say!(cx.words, "column-channel"),
        Shown::Unit => say!(cx.words, "column-unit-short"),
    }
}

/// What the form of the view answers.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// Narrowed so.
    pub filter: Filter,
    /// With these columns.
    pub columns: BTreeSet<Shown>,
    /// To be saved under this name.
    pub name: Option<String>,
    /// The saved list that is open is to go.
    pub forget: bool,
}

/// The form that says what is to be seen.
pub struct ViewSheet {
    give: Rc<Asked<Wanted>>,
}

/// The form, as the list stands now; `name` is the saved list that is open.
pub fn form(
    filter: &Filter,
    columns: &BTreeSet<Shown>,
    name: Option<&str>,
    give: Rc<Asked<Wanted>>,
    cx: &Cx,
) -> (ViewSheet, Form) {
    let (words, office) = (&cx.words, cx.desk.office());
    let anything = || Choice::new("", &say!(words, "view-any"));
    let choose = |id: &'static str, label: String, rest: Vec<Choice>, chosen: Option<String>| {
        let choices = std::iter::once(anything()).chain(rest).collect();
        Field::new(id, &label, Kind::Choice(choices)).width(48).with(&chosen.unwrap_or_default())
    };
    let units = office.units.values().filter(|unit| unit.retired.is_none());
    let units = units.map(|unit| Choice::new(&unit.code.0, &unit.title)).collect();
    let mut people: Vec<_> = office.staff.values().filter(|person| person.retired.is_none()).collect();
    people.sort_by(|one, other| compare_names(&one.short_name(), &other.short_name()));
    let people = people.into_iter().map(|one| Choice::new(&one.login.0, &one.short_name())).collect();
    let channels = Channel::ALL.iter().map(|one| Choice::new(one.code(), &words.channel(*one))).collect();
    let kinds = AppealKind::ALL.iter().map(|one| Choice::new(one.code(), &words.kind(*one))).collect();
    let topics = office.topics.iter().map(|one| Choice::new(&one.code, words.title(&one.title))).collect();
    let orders = Order::ALL.iter().map(|one| Choice::new(one.code(), &order_in_words(*one, cx))).collect();
    let shown = Shown::ALL.iter().map(|one| Choice::new(one.code(), &column_in_words(*one, cx))).collect();
    let ticked: Vec<_> = columns.iter().map(|one| one.code()).collect();
    let mut fields = vec![
        choose("unit", say!(words, "column-unit"), units, filter.unit.as_ref().map(|unit| unit.0.clone())),
        choose(
            "executor",
            say!(words, "column-executor"),
            people,
            filter.executor.as_ref().map(|login| login.0.clone()),
        ),
        choose("channel", say!(words, "column-channel"), channels, filter.channel.map(|it| it.code().into())),
        choose("kind", say!(words, "label-kind"), kinds, filter.kind.map(|it| it.code().into())),
        choose("topic", say!(words, "label-topic"), topics, filter.topic.clone()),
        choose("order", say!(words, "view-order"), orders, filter.order.map(|it| it.code().into())),
        Field::new("columns", &say!(words, "view-columns"), Kind::Several(shown))
            .width(48)
            .with(&ticked.join(" "))
            .note(&say!(words, "view-columns-note")),
        Field::new("name", &say!(words, "view-name"), Kind::Line)
            .width(24)
            .with(name.unwrap_or_default())
            .heading(&say!(words, "view-keep"))
            .note(&say!(words, "view-name-note")),
    ];
    if name.is_some() {
        fields.push(Field::new("forget", &say!(words, "view-forget"), Kind::YesNo).with(NO));
    }
    (ViewSheet { give }, Form::new(fields, &say!(words, "view-button")))
}

impl Sheet for ViewSheet {
    fn title(&self, cx: &Cx) -> String {
        say!(cx.words, "view-title")
    }

    fn form(&self) -> FormName {
        FormName::View
    }

    fn save(
        &mut self,
        form: &Form,
        _request: Uuid,
        _confirmed: &Confirmed,
        _cx: &mut Cx,
    ) -> Result<Outcome<Cx>, DeskError> {
        let typed = |id: &str| Some(form.typed(id)).filter(|typed| !typed.trim().is_empty());
        let filter = Filter {
            unit: typed("unit").map(UnitCode),
            executor: typed("executor").map(Login),
            channel: typed("channel").and_then(|code| code.parse().ok()),
            kind: typed("kind").and_then(|code| code.parse().ok()),
            topic: typed("topic"),
            order: typed("order").and_then(|code| code.parse().ok()),
        };
        let columns = form.typed("columns").split_whitespace().filter_map(|code| code.parse().ok()).collect();
        let (name, forget) = (typed("name"), form.typed("forget") == YES);
        self.give.give(Wanted { filter, columns, name, forget });
        Ok(Outcome::Close)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_place_of_each_person_is_kept_for_the_day_and_a_spoilt_file_is_no_trouble() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("home.json");
        let today = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
        let read = |login: &str, day| Kept::read(&file, &Login(login.into()), day);
        let usual = Kept { day: today, ..Kept::default() };
        assert_eq!(read("ivanova", today), usual);
        let kind = Some(AppealKind::Complaint);
        let filter = Filter { kind, order: Some(Order::Newest), ..Filter::default() };
        let view = View { name: "Жалобы".into(), tab: Tab::Overdue, filter };
        let kept = Kept { tab: Tab::Overdue, view: Some(0), views: vec![view], ..usual.clone() };
        kept.write(&file, &Login("ivanova".into()));
        Kept { tab: Tab::Mine, ..usual.clone() }.write(&file, &Login("petrov".into()));
        assert_eq!(read("ivanova", today), kept);
        assert_eq!(read("petrov", today).tab, Tab::Mine);
        let tomorrow = today.succ_opt().unwrap();
        let then = read("ivanova", tomorrow);
        assert_eq!((then.tab, then.view, then.views), (Tab::Open, None, kept.views));
        std::fs::write(&file, "{\"ivanova\": {\"tab\": \"no such\"}").unwrap();
        assert_eq!(read("ivanova", today), usual);
    }
}
