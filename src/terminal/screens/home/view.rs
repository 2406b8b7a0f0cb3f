//! What of the queue a person wants to see: a filter and an order, saved under a name or only for now; and where they
//! were, kept from one start of the program to the next.

use std::collections::BTreeSet;
use std::path::Path;
use std::rc::Rc;

use chrono::NaiveDate;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use uuid::Uuid;

use super::tabs::Tab;
use crate::desk::{Confirmed, DeskError, Filter, Order, compare_names};
use crate::printing::{narrowed, order_in_words};
use crate::say;
use crate::standard::appeal::{Channel, Kind as AppealKind};
use crate::standard::code::closed_list;
use crate::standard::office::{Login, UnitCode};
use crate::terminal::app::Cx;
use crate::terminal::form::{Field, Form, Kind, NO, YES};
use crate::terminal::forms::FormName;
use crate::terminal::layers::{Asked, Outcome};
use crate::terminal::per_person;
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
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
    /// What this program can't read of all this: a newer one's, or spoilt by hand. It stays in the file.
    #[serde(skip)]
    unread: Unread,
}

/// What of a person's part of the file is no use to this program.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Unread {
    views: Vec<Value>,
    fields: Map<String, Value>,
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
            unread: Unread::default(),
        }
    }
}

impl Kept {
    /// What was kept for this person; the usual where nothing was, or it can't be read. Of another day only the columns
    /// and the saved lists.
    pub fn read(file: &Path, person: &Login, today: NaiveDate) -> Self {
        let kept = per_person::read(file, person).map(Self::of).unwrap_or_default();
        if kept.day == today {
            return kept;
        }
        Self { day: today, columns: kept.columns, views: kept.views, unread: kept.unread, ..Self::default() }
    }

    /// What can be read of a person's part, field by field: one that can't be spoils no other.
    fn of(own: Value) -> Self {
        let Value::Object(mut fields) = own else { return Self::default() };
        let usual = Self::default();
        let view: Option<usize> = take(&mut fields, "view").flatten();
        let mut kept = Self {
            tab: take(&mut fields, "tab").unwrap_or(usual.tab),
            view: None,
            filter: take(&mut fields, "filter").unwrap_or(usual.filter),
            on: take(&mut fields, "on").flatten(),
            day: take(&mut fields, "day").unwrap_or(usual.day),
            columns: take(&mut fields, "columns").unwrap_or(usual.columns),
            views: Vec::new(),
            unread: Unread::default(),
        };
        let views: Vec<Value> = take(&mut fields, "views").unwrap_or_default();
        for (at, saved) in views.into_iter().enumerate() {
            match View::deserialize(&saved) {
                Ok(saved) => {
                    // Lists that can't be read stand in the file after those that can.
                    kept.view = kept.view.or_else(|| (view == Some(at)).then_some(kept.views.len()));
                    kept.views.push(saved);
                }
                Err(_) => kept.unread.views.push(saved),
            }
        }
        kept.unread.fields = fields;
        kept
    }

    /// The person's part as the file is to have it: what could not be read goes back as it was.
    fn to_value(&self) -> serde_json::Result<Value> {
        let mut own = serde_json::to_value(self)?;
        if let Some(views) = own.get_mut("views").and_then(Value::as_array_mut) {
            views.extend(self.unread.views.iter().cloned());
        }
        if let Some(fields) = own.as_object_mut() {
            for (name, value) in &self.unread.fields {
                fields.entry(name).or_insert_with(|| value.clone());
            }
        }
        Ok(own)
    }

    /// Keeps it: see [`per_person::write`].
    pub fn write(&self, file: &Path, person: &Login) {
        if let Ok(own) = self.to_value() {
            per_person::write(file, person, own);
        }
    }
}

/// Takes a field that can be read; one that can't stays.
fn take<T: DeserializeOwned>(fields: &mut Map<String, Value>, name: &str) -> Option<T> {
    let read = T::deserialize(fields.get(name)?).ok()?;
    fields.remove(name);
    Some(read)
}

/// A filter in words, for the line above the list; none where it asks for nothing.
pub fn in_words(filter: &Filter, cx: &Cx) -> Option<String> {
    let asked = narrowed(filter, cx.desk.office(), &cx.words);
    let asked: Vec<_> = asked.into_iter().map(|(_, value)| value).collect();
    (!asked.is_empty()).then(|| asked.join(" · "))
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
    /// Of this list.
    pub tab: Tab,
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

/// The form, as the list stands now: which it is, how it is narrowed, its columns; `name` is the saved list that is open.
pub fn form(
    (tab, filter, columns): (Tab, &Filter, &BTreeSet<Shown>),
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
    let tabs = Tab::ALL.iter().map(|one| Choice::new(one.code(), &one.word(cx))).collect();
    let orders = Order::ALL.iter().map(|one| Choice::new(one.code(), &order_in_words(*one, words))).collect();
    let shown = Shown::ALL.iter().map(|one| Choice::new(one.code(), &column_in_words(*one, cx))).collect();
    let ticked: Vec<_> = columns.iter().map(|one| one.code()).collect();
    let mut fields = vec![
        Field::new("list", &say!(words, "view-list"), Kind::Choice(tabs))
            .width(48)
            .with(tab.code())
            .required(),
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
        Field::new("order", &say!(words, "view-order"), Kind::Choice(orders))
            .width(48)
            .with(filter.order.unwrap_or(Order::Due).code())
            .required(),
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
    fn name(&self) -> Option<String> {
        // What is chosen here is seen in the list at once.
        None
    }

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
            // The usual order narrows nothing.
            order: typed("order").and_then(|code| code.parse().ok()).filter(|order| *order != Order::Due),
        };
        let tab = typed("list").and_then(|code| code.parse().ok()).unwrap_or(Tab::Open);
        let columns = form.typed("columns").split_whitespace().filter_map(|code| code.parse().ok()).collect();
        let (name, forget) = (typed("name"), form.typed("forget") == YES);
        self.give.give(Wanted { tab, filter, columns, name, forget });
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

    #[test]
    fn what_can_not_be_read_costs_nobody_their_saved_lists() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("home.json");
        let today = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
        let (ivanova, petrov) = (Login("ivanova".into()), Login("petrov".into()));
        let read = |person: &Login| Kept::read(&file, person, today);
        let view = |name: &str| View { name: name.into(), tab: Tab::Open, filter: Filter::default() };
        Kept { views: vec![view("Жалобы"), view("Долги")], ..Kept::default() }.write(&file, &ivanova);
        Kept { views: vec![view("Свои")], ..Kept::default() }.write(&file, &petrov);

        // A newer program wrote an order and a field that this one does not know, and the first list was spoilt.
        let mut all: Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
        all["ivanova"]["views"][0]["filter"] = serde_json::json!({ "order": "by_heart" });
        all["ivanova"]["columns"] = serde_json::json!(["topic", "mood"]);
        all["ivanova"]["colour"] = "blue".into();
        all["ivanova"]["view"] = 1.into();
        all["ivanova"]["day"] = today.to_string().into();
        let spoilt = all["ivanova"]["views"][0].clone();
        std::fs::write(&file, all.to_string()).unwrap();
        let kept = read(&ivanova);
        assert_eq!((kept.views.as_slice(), kept.view), (&[view("Долги")][..], Some(0)));
        assert_eq!(read(&petrov).views, [view("Свои")]);

        // Whoever writes, all of it is still there.
        Kept { tab: Tab::Mine, ..read(&petrov) }.write(&file, &petrov);
        Kept { tab: Tab::Soon, ..kept }.write(&file, &ivanova);
        let after: Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
        assert_eq!(after["ivanova"]["views"][1], spoilt);
        assert_eq!(after["ivanova"]["colour"], "blue");
        assert_eq!(read(&ivanova).views, [view("Долги")]);
        assert_eq!((read(&petrov).tab, read(&petrov).views), (Tab::Mine, vec![view("Свои")]));

        // A file that holds something else is kept aside, whole.
        std::fs::write(&file, "{\"ivanova\": ").unwrap();
        Kept::default().write(&file, &petrov);
        let aside = std::fs::read_to_string(folder.path().join("home.json.unread")).unwrap();
        assert_eq!(aside, "{\"ivanova\": ");
    }
}
