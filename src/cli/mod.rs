//! The shell: every job as a command, for scripts, for checks, and for those who can't use a full-screen program.
//!
//! | file | holds |
//! | --- | --- |
//! | `args`, `acts`, `values` | the shape of the command line, and what its values are read as |
//! | `help`, `usage` | help and wrong usage, in the words of the locales |
//! | `session` | where a run works, in which language, and who acts |
//! | `output` | lines, tables, JSON and CSV to the handles passed in |
//! | `failure`, `codes` | exit codes, words and stable codes of what was not done |
//! | `json`, `fields`, `register` | objects read field by field, options as objects, appeals registered from both |
//! | `change`, `matter`, `reply` | commands that change one appeal |
//! | `print` | papers to a printer or into files, one or many |
//! | `consult`, `book`, `client` | visits and consultations, feedback books, who came before |
//! | `look`, `card`, `details`, `due` | lists, a search, a card and what the Standard adds to it, a term explained |
//! | `journal` | journals, lists on paper, numbers of the post |
//! | `templates` | letter templates: put in force, listed, checked, copied out |
//! | `manual` | the manual, whole |
//! | `office`, `keep` | set-up, units, staff, rules; check, backup, restore |

mod acts;
mod args;
mod book;
mod card;
mod change;
mod client;
mod codes;
mod consult;
mod details;
mod due;
mod failure;
mod fields;
mod help;
mod journal;
mod json;
mod keep;
mod look;
mod manual;
mod matter;
mod office;
mod output;
mod print;
mod register;
mod reply;
mod session;
mod templates;
mod usage;
mod values;

use std::ffi::OsString;
use std::io::{Read, Write};
use std::path::Path;

use clap::Parser as _;

use self::args::{Cli, Command, Load};
pub use self::failure::Exit;
use self::failure::Failure;
use self::output::{Shell, Work};
use self::session::Session;
use crate::desk::Desk;
use crate::i18n::Words;
use crate::say;
use crate::standard::office::Office;
use crate::terminal::modes;
use crate::terminal::run::Ending;
use crate::terminal::start;

/// Runs the program with these arguments (the first is its own name), on these handles.
pub fn run(args: &[OsString], input: &mut dyn Read, out: &mut dyn Write, err: &mut dyn Write) -> Exit {
    let words = Words::new(session::language(args));
    let mut shell = Shell::new(words, input, out, err);
    let exit = match parse(&mut shell, args) {
        Ok(cli) => act(&mut shell, cli),
        Err(exit) => exit,
    };
    match shell.flush() {
        Ok(()) => exit,
        Err(failure) => complain(&mut shell, &failure, Path::new(""), None).max(exit),
    }
}

/// Reads the arguments, or answers with help, or says what is wrong with them.
fn parse(shell: &mut Shell<'_>, args: &[OsString]) -> Result<Cli, Exit> {
    // Words for each option take longer than most commands, so they are looked up only when they are to be read.
    let error = match Cli::try_parse_from(args) {
        Ok(cli) => return Ok(cli),
        Err(error) => help::command(&shell.words).try_get_matches_from(args).err().unwrap_or(error),
    };
    if usage::is_answer(&error) {
        let said = shell.say(error.render().to_string().trim_end());
        return Err(said.map_or_else(|failure| failure.exit(), |()| Exit::Done));
    }
    let said = usage::words(&error, &shell.words);
    shell.note(&said);
    Err(Exit::Usage)
}

/// Does what was asked, and tells why not.
fn act(shell: &mut Shell<'_>, cli: Cli) -> Exit {
    let session = match Session::begin(&cli.common) {
        Ok(session) => session,
        Err(failure) => return complain(shell, &failure, Path::new(""), None),
    };
    let register = session.paths.register.clone();
    if cli.command.as_ref().is_some_and(|command| !is_look(command)) {
        shell.work = Work::Changing;
    }
    let done = match cli.command {
        None => open_desk(shell, session),
        Some(Command::Demo(args)) => match office::demo(shell, &session, &args) {
            Ok(()) if args.desk => open_desk(shell, session),
            filled => filled,
        },
        Some(Command::Setup(args)) => office::set_up(shell, &session, args),
        Some(Command::Check(args)) => keep::check(shell, &session, &args),
        Some(Command::Restore(args)) => keep::restore(shell, &session, &args),
        Some(Command::Manual) => manual::manual(shell),
        Some(command) => return at_desk(shell, &session, command),
    };
    done.map_or_else(|failure| complain(shell, &failure, &register, None), |()| Exit::Done)
}

/// A command at an open register.
fn at_desk(shell: &mut Shell<'_>, session: &Session, command: Command) -> Exit {
    let register = &session.paths.register;
    let mut desk = match session.desk() {
        Ok(desk) => desk,
        Err(failure) => return complain(shell, &failure, register, None),
    };
    for warning in desk.register().warnings() {
        shell.note(&shell.words.warning(warning));
    }
    let done = if is_look(&command) { Ok(()) } else { session.sit(&mut desk) };
    match done.and_then(|()| dispatch(shell, session, &mut desk, command)) {
        Ok(()) => Exit::Done,
        Err(failure) => complain(shell, &failure, register, Some(desk.office())),
    }
}

/// Whether a command changes nothing in the register, so that nobody needs to act.
const fn is_look(command: &Command) -> bool {
    matches!(
        command,
        Command::List(_)
            | Command::Find(_)
            | Command::Show(_)
            | Command::History(_)
            | Command::Due(_)
            | Command::Client(_)
            | Command::Consult(acts::Consult { what: Some(acts::ConsultCommand::List(_)), .. })
            | Command::Book(acts::BookCommand::List(_))
            | Command::Journal(_)
            | Command::Backup(_)
            | Command::Manual
            | Command::Office(args::OfficeCommand::Show(_))
            | Command::Unit(args::UnitCommand::List(_))
            | Command::Staff(args::StaffCommand::List(_))
            | Command::Templates(
                args::Templates::List(_) | args::Templates::Check(_) | args::Templates::Show(_)
            )
    )
}

fn dispatch(
    shell: &mut Shell<'_>,
    session: &Session,
    desk: &mut Desk,
    command: Command,
) -> Result<(), Failure> {
    match command {
        // Done without a desk, by `act`.
        Command::Demo(_) | Command::Setup(_) | Command::Check(_) | Command::Restore(_) | Command::Manual => {
            Ok(())
        }
        Command::Office(args) => office::office(shell, desk, args),
        Command::Unit(args) => office::unit(shell, desk, args),
        Command::Staff(args) => office::staff(shell, desk, args),
        Command::Load(Load::Templates(args)) => templates::load(shell, session, desk, &args),
        Command::Load(args) => office::load(shell, desk, args),
        Command::Templates(args) => templates::templates(shell, session, desk, &args),
        Command::Register(args) => register::register(shell, desk, *args),
        Command::List(args) => look::list(shell, session, desk, &args),
        Command::Find(args) => look::find(shell, desk, &args),
        Command::Show(args) => look::show(shell, desk, &args),
        Command::History(args) => look::history(shell, desk, &args),
        Command::Due(args) => due::due(shell, desk, &args),
        Command::Client(args) => client::client(shell, desk, &args),
        Command::Route(args) => change::route(shell, desk, args),
        Command::HandBack(args) => change::by_reason(shell, desk, &args, Desk::hand_back),
        Command::Screen(args) => matter::screen(shell, desk, &args),
        Command::Lift(args) => matter::lift(shell, desk, args),
        Command::Forward(args) => matter::forward(shell, desk, &args),
        Command::Request(args) => matter::request(shell, desk, args),
        Command::RequestAnswered(args) => matter::request_answered(shell, desk, &args),
        Command::Called(args) => matter::called(shell, desk, &args),
        Command::Correct(args) => matter::correct(shell, desk, &args),
        Command::Reply(args) => reply::reply(shell, session, desk, &args),
        Command::Print(args) => print::print(shell, session, desk, &args),
        Command::Return(args) => change::give_back(shell, desk, &args),
        Command::Sign(args) => change::sign(shell, desk, &args),
        Command::Sent(args) => change::sent(shell, desk, &args),
        Command::Tracked(args) => journal::tracked(shell, desk, args),
        Command::Extend(args) => change::extend(shell, desk, &args),
        Command::Answered(args) => change::answered(shell, desk, &args),
        Command::Result(args) => matter::result(shell, desk, &args),
        Command::Close(args) => change::by_reason(shell, desk, &args, Desk::close),
        Command::Annul(args) => change::by_reason(shell, desk, &args, Desk::annul),
        Command::Withdraw(args) => change::by_reason(shell, desk, &args, Desk::withdraw),
        Command::Undo(args) => change::undo(shell, desk, &args),
        Command::Reopen(args) => change::by_reason(shell, desk, &args, Desk::reopen),
        Command::Visit(args) => consult::visit(shell, desk, args),
        Command::Consult(args) => consult::consult(shell, desk, args),
        Command::Book(args) => book::book(shell, desk, args),
        Command::Journal(args) => journal::journal(shell, session, desk, args),
        Command::Backup(args) => keep::backup(shell, desk, &args),
    }
}

/// Says why something was not done.
fn complain(shell: &mut Shell<'_>, failure: &Failure, register: &Path, office: Option<&Office>) -> Exit {
    let untold = match failure {
        Failure::Pipe => Some(say!(shell.words, "cli-output-closed")),
        Failure::Output(why) => Some(shell.words.system(why)),
        _ => None,
    };
    let (said, exit) = match (untold, &shell.work) {
        (None, _) | (_, Work::Looking) => (failure.words(&shell.words, register, office), failure.exit()),
        // What was saved must be told of, and no script may take the answer for a whole one.
        (Some(why), Work::Changing) => (Some(say!(shell.words, "cli-untold", why = why)), Exit::Refused),
        (Some(why), Work::Registering(numbers)) => {
            (Some(registered(&shell.words, &why, numbers)), Exit::Refused)
        }
        (Some(_), Work::Told) => (None, Exit::Refused),
    };
    if matches!(failure, Failure::Pipe | Failure::Output(_)) && shell.work != Work::Looking {
        shell.work = Work::Told;
    }
    if let Some(said) = said {
        shell.note(&said);
    }
    exit
}

/// What was registered before the answer could not be written.
fn registered(words: &Words, why: &str, numbers: &[String]) -> String {
    let count = say!(words, "cli-untold-registered", why = why, count = numbers.len());
    if numbers.is_empty() { count } else { format!("{count} № {}", numbers.join(", № ")) }
}

/// The desk itself, where no command was given.
fn open_desk(shell: &mut Shell<'_>, session: Session) -> Result<(), Failure> {
    if !modes::is_there() {
        return Err(Failure::NoTerminal);
    }
    shell.flush()?;
    let clock = session.clock;
    let start = session.start(shell.words.clone());
    let log = start.paths.log();
    let ending = start::open_desk(clock, start)?;
    match ending {
        // Nobody is there to be told of the others, and drafts are kept.
        Ending::Left | Ending::HungUp | Ending::Terminated | Ending::NoTerminal => Ok(()),
        Ending::Broke => Err(Failure::Broke(log)),
    }
}
