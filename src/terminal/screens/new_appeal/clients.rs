//! Who comes again: a surname, a telephone or an account that was typed offers the clients who came before; the one who
//! is chosen fills what is still empty, and their earlier appeals stand beside the form.

use uuid::Uuid;

use crate::desk::{AppealLine, ClientCard};
use crate::keyboard::in_other_layout;
use crate::say;
use crate::standard::client::{Client, Identity};
use crate::standard::text::given;
use crate::terminal::app::Cx;
use crate::terminal::ask::pick;
use crate::terminal::form::Form;
use crate::terminal::layers::{Answer, Outcome};
use crate::terminal::matching::folded;
use crate::terminal::screens::describe::Styled;
use crate::terminal::theme::Look;
use crate::terminal::widgets::{Choice, PickList};

/// The fields by which a client is looked up.
pub(super) const BY: [&str; 5] = ["surname", "organisation", "phone", "account", "email"];
/// The fields by which there is anywhere to answer (R8).
const CONTACTS: [&str; 3] = ["address", "phone", "email"];
/// As many clients as are offered.
const MOST: usize = 9;
/// As many earlier appeals as are read.
const EARLIER: u32 = 50;
/// Fewer letters find half the town.
const LEAST: usize = 2;
/// As many letters are typed before anybody is looked for, and as many digits: fewer end too many numbers.
const BEGUN: (usize, usize) = (3, 5);

/// A client who was chosen, with what they came with before.
struct Known {
    card: ClientCard,
    earlier: Vec<AppealLine>,
    /// The name that stood in the form when they were chosen: under another one it is another client.
    named: String,
}

/// What a form knows of who came before.
#[derive(Default)]
pub(super) struct Clients {
    known: Option<Known>,
    /// Who answers to the field that was left last.
    found: Vec<ClientCard>,
    /// Who answers to what is being typed.
    offered: Vec<ClientCard>,
    /// Somebody was offered once: from then on it is said where nobody is, so that the form below stays where it stands.
    has_offered: bool,
    asking: Option<Answer<Choice>>,
}

impl Clients {
    /// What the form's draft remembers.
    pub(super) fn remembered(form: &Form, cx: &Cx) -> Self {
        let known = form.held("client_id").parse().ok().and_then(|id| known(id, form, cx));
        Self { known, ..Self::default() }
    }

    /// The client who was chosen.
    pub(super) fn id(&self) -> Option<Uuid> {
        self.known.as_ref().map(|known| known.card.id)
    }

    /// Whether every contact the form has was taken from an earlier appeal.
    pub(super) fn give_contacts(&self, form: &Form) -> bool {
        let mut there = CONTACTS.into_iter().filter(|id| given(&form.typed(id)).is_some()).peekable();
        there.peek().is_some() && there.all(|id| self.gave(id, form))
    }

    /// Whether a contact stands as the card gave it.
    fn gave(&self, id: &str, form: &Form) -> bool {
        let filled = form.held("from_card");
        let taken = filled.split(' ').any(|one| one == id);
        taken && self.known.as_ref().is_some_and(|known| detail(&known.card.client, id) == form.held(id))
    }

    /// Says beside each contact whether it is the card's.
    pub(super) fn mark(&self, form: &mut Form, cx: &Cx) {
        for id in CONTACTS {
            let said = if self.gave(id, form) { say!(cx.words, "form-from-card") } else { String::new() };
            form.remark(id, &said);
        }
    }

    /// A field is being typed in: whoever answers to it so far is offered.
    pub(super) fn is_typed(&mut self, field: &str, form: &Form, cx: &Cx) {
        let typed = form.typed(field);
        let signs = typed.trim().chars().filter(|c| c.is_alphanumeric());
        let is_number = typed.trim_start().starts_with(|c: char| c.is_ascii_digit() || c == '+');
        let enough = signs.count() >= if is_number { BEGUN.1 } else { BEGUN.0 };
        let looks = self.known.is_none() && enough && BY.contains(&field);
        self.offered = if looks { find(&typed, cx) } else { Vec::new() };
        self.has_offered |= !self.offered.is_empty();
    }

    /// The cursor has left a field: whoever answers to it is offered; another name is another client.
    pub(super) fn left(&mut self, field: &str, form: &mut Form, cx: &Cx) {
        self.offered.clear();
        if ["surname", "organisation"].contains(&field)
            && self
                .known
                .as_ref()
                .is_some_and(|known| form.held(name_field(&known.card.client)) != known.named)
        {
            self.forget(form);
        }
        if self.known.is_none() && BY.contains(&field) {
            let found = find(&form.typed(field), cx);
            if !found.is_empty() || field == "surname" || field == "organisation" {
                self.found = found;
            }
        }
    }

    /// Takes back the client and what only their card gave.
    fn forget(&mut self, form: &mut Form) {
        for id in CONTACTS.into_iter().chain(["account", "contract", "inn"]) {
            let taken = form.held("from_card").split(' ').any(|one| one == id);
            let stands =
                self.known.as_ref().is_some_and(|known| detail(&known.card.client, id) == form.held(id));
            if taken && stands {
                form.put(id, "");
            }
        }
        self.known = None;
        form.put("client_id", "");
        form.put("from_card", "");
    }

    /// Opens the list of who came before, by the field with the cursor or by the one left last.
    pub(super) fn look_up(&mut self, field: &'static str, form: &Form, cx: &Cx) -> Outcome<Cx> {
        let found = if BY.contains(&field) { find(&form.typed(field), cx) } else { Vec::new() };
        if !found.is_empty() {
            self.found = found;
        }
        if self.found.is_empty() {
            return Outcome::Say(say!(cx.words, "form-clients-none"));
        }
        let choices = self
            .found
            .iter()
            .map(|card| {
                let place =
                    card.client.address.as_deref().or(card.client.phone.as_deref()).unwrap_or_default();
                let title = say!(
                    cx.words,
                    "form-client-line",
                    name = card.client.full_name(),
                    state = state(&card.newest, cx),
                    place = place
                );
                Choice::new(&card.id.to_string(), &title)
            })
            .collect();
        let list = PickList::new(&say!(cx.words, "form-clients-question"), choices, "", "")
            .nothing(&say!(cx.words, "list-nothing"));
        let (layer, answer) = pick(list, say!(cx.words, "form-clients-help"));
        self.asking = Some(answer);
        Outcome::Open(Box::new(layer))
    }

    /// Fills the form by who was chosen; says whether anybody was.
    pub(super) fn returned(&mut self, form: &mut Form, cx: &Cx) -> bool {
        let Some(answer) = self.asking.take() else { return false };
        let chosen = answer.take().and_then(|choice| choice.code.parse().ok());
        let Some(id) = chosen else { return false };
        if self.known.is_some() {
            self.forget(form);
        }
        let Some(card) = self.found.iter().find(|card| card.id == id) else { return false };
        fill(card, form);
        self.known = known(id, form, cx);
        form.focus_on("kind");
        true
    }

    /// Fills the form by a client of the register.
    pub(super) fn fill_with(&mut self, client: Uuid, form: &mut Form, cx: &Cx) {
        // A register that can't be read is said by saving; the form goes on without it.
        let Some(card) = cx.desk.client_card(client).ok().flatten() else { return };
        fill(&card, form);
        self.known = known(client, form, cx);
    }

    /// What stands beside the form.
    pub(super) fn lines(&self, cx: &Cx) -> Vec<Styled> {
        let offered = if self.offered.is_empty() { &self.found } else { &self.offered };
        match (&self.known, offered.as_slice()) {
            (Some(known), _) => history(known, cx),
            (None, []) if self.has_offered => vec![(say!(cx.words, "form-client-nobody"), Look::Dim)],
            (None, []) => Vec::new(),
            (None, [one]) => vec![(
                say!(
                    cx.words,
                    "form-client-one",
                    name = one.client.full_name(),
                    number = one.newest.number.text.as_str(),
                    state = state(&one.newest, cx)
                ),
                Look::Accent,
            )],
            (None, several) => {
                // As many as are looked for may not be all.
                let said = if several.len() == MOST {
                    say!(cx.words, "form-client-many", count = MOST)
                } else {
                    say!(cx.words, "form-client-several", count = several.len())
                };
                let mut lines = vec![(said, Look::Accent)];
                lines.extend(several.iter().map(|card| {
                    let state = state(&card.newest, cx);
                    (
                        format!("{} · № {} · {state}", card.client.full_name(), card.newest.number.text),
                        Look::Plain,
                    )
                }));
                lines
            }
        }
    }
}

fn find(typed: &str, cx: &Cx) -> Vec<ClientCard> {
    let long_enough = typed.trim().chars().count() >= LEAST;
    // A register that can't be read is said by saving; the form goes on without it.
    if long_enough {
        cx.desk.find_clients(typed, MOST).map(|found| found.found).unwrap_or_default()
    } else {
        Vec::new()
    }
}

fn known(id: Uuid, form: &Form, cx: &Cx) -> Option<Known> {
    let card = cx.desk.client_card(id).ok().flatten()?;
    let earlier = cx.desk.client_history(id, EARLIER).unwrap_or_default();
    let named = form.held(name_field(&card.client));
    Some(Known { card, earlier, named })
}

/// The appeals of a client: how many and the newest in the first line, then each.
fn history(known: &Known, cx: &Cx) -> Vec<Styled> {
    let words = &cx.words;
    let newest = &known.card.newest;
    // What is still open may be the same matter: it is said before anything else.
    let open: Vec<_> = known.earlier.iter().filter(|line| line.outcome.is_none()).collect();
    let first = if let Some(same) = open.first() {
        say!(
            words,
            "form-client-has-open",
            count = open.len(),
            number = same.number.text.as_str(),
            due = words.date(same.due),
            gist = same.gist.known().map(String::as_str).unwrap_or_default()
        )
    } else {
        say!(
            words,
            "form-client-came",
            count = known.earlier.len(),
            number = newest.number.text.as_str(),
            day = words.date(newest.registered),
            state = state(newest, cx)
        )
    };
    let mut lines = vec![(first, Look::Accent), (String::new(), Look::Plain)];
    for line in &known.earlier {
        let day = words.date(line.registered);
        lines.push((format!("№ {} · {day} · {}", line.number.text, words.kind(line.kind)), Look::Plain));
        let gist = line.gist.known().map_or_else(|| say!(words, "value-erased"), |gist| format!("«{gist}»"));
        lines.push((format!("  {gist} — {}", state(line, cx)), Look::Dim));
    }
    lines
}

/// How an appeal stands, in a few words.
pub fn state(line: &AppealLine, cx: &Cx) -> String {
    match (line.outcome, line.closed_on) {
        (Some(outcome), Some(on)) => format!("{} {}", cx.words.outcome(outcome), cx.words.date(on)),
        _ => say!(cx.words, "form-client-open", due = cx.words.date(line.due)),
    }
}

/// The value of one field as the card has it; empty where it has none.
fn detail(client: &Client, id: &str) -> String {
    let person = |at: usize| -> Option<String> {
        match &client.identity {
            Identity::Person { surname, given, patronymic } => match at {
                0 => Some(surname.clone()),
                1 => given.clone(),
                _ => patronymic.clone(),
            },
            Identity::Organisation { contact_person, .. } => {
                contact_person.as_ref()?.splitn(3, ' ').nth(at).map(str::to_owned)
            }
            Identity::Anonymous => None,
        }
    };
    let (organisation, inn) = match &client.identity {
        Identity::Organisation { organisation, inn, .. } => (Some(organisation.clone()), inn.clone()),
        _ => (None, None),
    };
    match id {
        "surname" => person(0),
        "given" => person(1),
        "patronymic" => person(2),
        "organisation" => organisation,
        "inn" => inn,
        "account" => client.account.clone(),
        "contract" => client.contract.clone(),
        "address" => client.address.clone(),
        "phone" => client.phone.clone(),
        "email" => client.email.clone(),
        _ => None,
    }
    .unwrap_or_default()
}

/// The field that names this client.
const fn name_field(client: &Client) -> &'static str {
    if matches!(client.identity, Identity::Organisation { .. }) { "organisation" } else { "surname" }
}

/// Fills what is empty, and ends what was only begun; what was typed otherwise stays.
fn fill(card: &ClientCard, form: &mut Form) {
    const FIELDS: [&str; 10] = [
        "surname",
        "given",
        "patronymic",
        "organisation",
        "inn",
        "account",
        "contract",
        "address",
        "phone",
        "email",
    ];
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let mut taken = Vec::new();
    for id in FIELDS {
        let (typed, kept) = (form.held(id), detail(&card.client, id));
        let begins = |typed: &str| folded(&kept).starts_with(&folded(typed));
        // A telephone is begun by its last digits.
        let begun = if id == "phone" {
            digits(&kept).ends_with(&digits(&typed))
        } else {
            // Found in the other layout, it is ended in the right one.
            begins(typed.trim()) || in_other_layout(typed.trim()).any(|meant| begins(&meant))
        };
        if kept.is_empty() || !(typed.trim().is_empty() || begun) {
            continue;
        }
        if typed.trim().is_empty() {
            taken.push(id);
        }
        form.put(id, &kept);
    }
    form.put("client_id", &card.id.to_string());
    form.put("from_card", &taken.join(" "));
}
