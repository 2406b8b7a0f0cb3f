//! Who is at the desk: asked at the start, remembered for the next one.

use ratatui::layout::Rect;

use crate::say;
use crate::standard::office::Login;
use crate::terminal::app::Cx;
use crate::terminal::canvas::Canvas;
use crate::terminal::command::Place;
use crate::terminal::keys::Key;
use crate::terminal::layers::{Context as _, Layer, Outcome};
use crate::terminal::widgets::{Choice, PickList, Picked};

/// The list of people who may sit here.
#[derive(Debug)]
pub struct Person {
    list: PickList,
    /// Nobody sits here yet: to leave the list is to leave the program.
    first: bool,
}

impl Person {
    /// The people who work here, by name.
    #[must_use]
    pub fn new(cx: &Cx) -> Self {
        let office = cx.desk.office();
        let mut choices: Vec<_> = office
            .staff
            .values()
            .filter(|person| person.retired.is_none())
            .map(|person| {
                let title = format!("{} · {}", person.short_name(), office.unit_title(&person.unit));
                Choice::new(&person.login.0, &title)
            })
            .collect();
        choices.sort_by(|one, other| crate::desk::compare_names(&one.title, &other.title));
        let usual = cx.desk.actor().map(|person| person.login.clone());
        let usual = usual.or_else(|| cx.desk.usual_person(None)).unwrap_or_else(|| cx.person());
        let list = PickList::new(&say!(cx.words, "person-question"), choices, &usual.0, "")
            .nothing(&say!(cx.words, "list-nothing"));
        Self { list, first: cx.desk.actor().is_none() }
    }
}

impl Layer<Cx> for Person {
    fn draw(&mut self, canvas: &mut Canvas<'_>, area: Rect, _cx: &Cx) {
        self.list.draw(canvas, area);
    }

    fn place(&self) -> Place {
        Place::Dialog
    }

    fn typing(&self) -> bool {
        true
    }

    fn key(&mut self, key: Key, cx: &mut Cx) -> Outcome<Cx> {
        match self.list.key(key) {
            Picked::Open => Outcome::Changed,
            Picked::NothingFound => Outcome::Say(cx.nothing_found(self.list.typed())),
            Picked::Left if self.first => Outcome::Quit,
            Picked::Left => Outcome::Close,
            Picked::Taken(at) => {
                let login = Login(self.list.choices()[at].code.clone());
                match cx.desk.sit(&login) {
                    Ok(()) => {
                        cx.remember_person(&login);
                        cx.saved();
                        super::drafts::offered(cx).map_or(Outcome::Close, Outcome::CloseSaying)
                    }
                    Err(error) => Outcome::Say(cx.trouble(&error)),
                }
            }
        }
    }

    fn paste(&mut self, pasted: &str, _cx: &mut Cx) -> Outcome<Cx> {
        self.list.paste(pasted);
        Outcome::Changed
    }

    fn help(&self, cx: &Cx) -> String {
        say!(cx.words, "person-help")
    }
}
