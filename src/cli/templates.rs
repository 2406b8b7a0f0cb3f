//! `load templates` and `templates`: the letters' templates in force, put in force, looked at, copied out to be edited.

use serde_json::{Value, json};

use super::args::{Format, LoadTemplates, Templates};
use super::failure::Failure;
use super::output::{Cell, Shell, Table};
use super::session::Session;
use crate::desk::Desk;
use crate::i18n::Words;
use crate::letters::library::{self, Broken, Library, Origin, Own, Put, PutError, Shelved};
use crate::letters::template::Kind;
use crate::say;
use crate::standard::office::Office;

/// Puts templates in force: all of them, or none where one is broken.
pub(super) fn load(
    shell: &mut Shell<'_>,
    session: &Session,
    desk: &Desk,
    args: &LoadTemplates,
) -> Result<(), Failure> {
    desk.may_load()?;
    let put = library::put(&session.paths.own_letters(), &args.paths, own(args.replace)).map_err(failed)?;
    if put.is_empty() {
        return Err(Failure::NothingFound);
    }
    for one in &put {
        let file = one.path.display().to_string();
        let said = say!(shell.words, "cli-template-put", id = one.id.as_str(), file = file);
        shell.say(&said)?;
    }
    let (library, _) = Library::load(Some(&session.paths.own_letters()));
    let put = put.iter().filter_map(|one| library.shelved(&one.id));
    note_unknown_topics(shell, desk.office(), put);
    Ok(())
}

/// Looks at the templates, or copies a built-in one out.
pub(super) fn templates(
    shell: &mut Shell<'_>,
    session: &Session,
    desk: &Desk,
    args: &Templates,
) -> Result<(), Failure> {
    let folder = session.paths.own_letters();
    let (library, broken) = Library::load(Some(&folder));
    match args {
        Templates::List(args) => list(shell, &library, &broken, args.format),
        Templates::Check(args) if args.paths.is_empty() => check(shell, desk, &library, broken),
        Templates::Check(args) => {
            let sound = library::gather(&args.paths).map_err(|broken| failed(PutError::Broken(broken)))?;
            note_unknown_topics(shell, desk.office(), sound.iter().map(|(_, shelved)| shelved));
            let said = say!(shell.words, "cli-templates-sound", count = sound.len());
            shell.say(&said)
        }
        Templates::Show(args) => {
            let source = known(&library, &args.id)?.source.clone();
            shell.say(source.trim_end())
        }
        Templates::Copy(args) => {
            desk.may_load()?;
            let built_in = Library::built_in();
            let shelved = known(&built_in, &args.id)?;
            // One that was copied out is not copied again, edited or not.
            let before = library.shelved(&args.id).and_then(|shelved| match &shelved.origin {
                Origin::Own(file) => Some(Put { id: args.id.clone(), path: folder.join(file) }),
                Origin::BuiltIn => None,
            });
            if let Some(before) = before.filter(|_| !args.replace) {
                return Err(failed(PutError::Taken(vec![before])));
            }
            let put = library::put_one(&folder, shelved, own(args.replace)).map_err(failed)?;
            let file = put.path.display().to_string();
            let said = say!(shell.words, "cli-template-copied", id = put.id, file = file);
            shell.say(&said)
        }
    }
}

const fn own(replace: bool) -> Own {
    if replace { Own::KeptAside } else { Own::Stays }
}

fn failed(error: PutError) -> Failure {
    match error {
        PutError::Taken(taken) => Failure::OwnTemplates(taken),
        PutError::Broken(broken) => Failure::BrokenTemplates(broken),
        PutError::Disk(error) => Failure::Deliver(error),
    }
}

fn known<'a>(library: &'a Library, id: &str) -> Result<&'a Shelved, Failure> {
    library.shelved(id).ok_or_else(|| Failure::NoTemplate {
        id: id.to_owned(),
        known: library.all().map(|shelved| shelved.template.front.id.clone()).collect(),
    })
}

/// What is wrong with the office's own files.
fn check(shell: &mut Shell<'_>, desk: &Desk, library: &Library, broken: Vec<Broken>) -> Result<(), Failure> {
    note_unknown_topics(shell, desk.office(), library.all().filter(|one| one.origin != Origin::BuiltIn));
    if !broken.is_empty() {
        return Err(Failure::BrokenTemplates(broken));
    }
    let said = say!(shell.words, "cli-templates-sound", count = library.all().count());
    shell.say(&said)
}

/// A template for topics that the office does not have would never be offered.
fn note_unknown_topics<'a>(
    shell: &mut Shell<'_>,
    office: &Office,
    templates: impl Iterator<Item = &'a Shelved>,
) {
    for Shelved { template, .. } in templates {
        let unknown: Vec<_> = template
            .front
            .topics
            .iter()
            .filter(|code| !office.topics.iter().any(|topic| topic.code == **code))
            .collect();
        for code in unknown {
            let id = template.front.id.as_str();
            let said = say!(shell.words, "cli-template-topic", id = id, topic = code.as_str());
            shell.note(&said);
        }
    }
}

fn list(shell: &mut Shell<'_>, library: &Library, broken: &[Broken], format: Format) -> Result<(), Failure> {
    let table = |words: &Words| Table {
        columns: vec![
            ("id", say!(words, "cli-column-template")),
            ("kind", say!(words, "cli-column-kind")),
            ("title", say!(words, "cli-column-title")),
            ("topics", say!(words, "cli-column-topics")),
            ("outcomes", say!(words, "cli-column-outcomes")),
            ("origin", say!(words, "cli-column-origin")),
        ],
        rows: library.all().map(|shelved| row(words, shelved, format)).collect(),
    };
    shell.list(format, table, |_| library.all().map(record).collect())?;
    for fault in broken {
        let said = fault.words(&shell.words);
        shell.note(&said);
    }
    Ok(())
}

fn row(words: &Words, shelved: &Shelved, format: Format) -> Vec<Cell> {
    let (front, plain) = (&shelved.template.front, format == Format::Csv);
    let outcomes = front.outcomes.iter();
    let outcomes: Vec<_> =
        outcomes.map(|one| if plain { one.code().to_owned() } else { words.answer_outcome(*one) }).collect();
    vec![
        Cell::text(&front.id),
        Cell::text(if plain { front.kind.code().to_owned() } else { kind(words, front.kind) }),
        Cell::text(words.title(&front.title)),
        Cell::text(front.topics.join(" ")),
        Cell::text(outcomes.join(if plain { " " } else { ", " })),
        Cell::text(match &shelved.origin {
            Origin::BuiltIn if plain => "built_in".to_owned(),
            Origin::BuiltIn => say!(words, "template-built-in"),
            Origin::Own(file) => file.clone(),
        }),
    ]
}

fn record(shelved: &Shelved) -> Value {
    let front = &shelved.template.front;
    let file = match &shelved.origin {
        Origin::BuiltIn => None,
        Origin::Own(file) => Some(file),
    };
    json!({
        "id": front.id,
        "kind": front.kind.code(),
        "title": front.title,
        "heading": front.heading,
        "topics": front.topics,
        "kinds": front.kinds,
        "outcomes": front.outcomes,
        "built_in": file.is_none(),
        "file": file,
    })
}

/// What a template is for.
fn kind(words: &Words, kind: Kind) -> String {
    match kind {
        Kind::Reply => say!(words, "template-kind-reply"),
        Kind::Interim => say!(words, "template-kind-interim"),
        Kind::NoticeEarlierReply | Kind::NoticeTradeSecret | Kind::NoticeForwarding => {
            say!(words, "template-kind-notice")
        }
        Kind::Receipt => say!(words, "template-kind-receipt"),
    }
}
