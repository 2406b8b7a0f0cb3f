//! A paper of an appeal leaves: it is composed, kept, printed or written, and recorded, in this order. What does not
//! come out of a printer stays in this desk's list of letters not printed, and nothing is recorded of it.
//!
//! A document (a final's paper, a receipt, a card, a slip) is kept before it leaves (`letters-kept` beside the register);
//! printed again where it says the same, it is the same bytes. The screen and the shell print by this room alone.

mod awaited;
mod batch;
mod outcome;
mod queue;
mod record;
mod volumes;

use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::{DateTime, FixedOffset};
use uuid::Uuid;

pub use self::awaited::{Awaited, ask_printers};
pub use self::batch::{Batch, Lot, lots, orders};
pub use self::outcome::{Delivered, NotDelivered, shown_path};
use self::outcome::{Out, printed_words};
pub use self::queue::{narrowed, order_in_words, queue_list};
use self::record::{Leaving, Of};
pub use self::volumes::{VolumeInHand, Volumes, VolumesOut};
use crate::desk::{Card, Desk, DeskError, Drafts, HistoryLine, KeptFault, Unprinted, UsedPrinter};
use crate::i18n::{Language, Words};
use crate::letters::compose::Composer;
use crate::letters::deliver::{self, DeliverError, Form};
use crate::letters::eml::{self, Attached, EmlError};
use crate::letters::papers::Paper;
use crate::letters::spooler::{Copies, Printer, Spooled, Spooler, Takes};
use crate::letters::template::Library;
use crate::letters::{Document, Press};
use crate::say;
use crate::standard::paper::PrintedPaper;
use crate::standard::refusal::{Refusal, ReplyNeed};

/// A paper that is to leave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// The appeal.
    pub appeal: Uuid,
    /// Its number.
    pub number: String,
    /// Which paper of it.
    pub paper: Paper,
}

/// By which way papers leave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Way {
    /// To a printer of the system.
    Printer(Printer, Copies),
    /// Into a folder, under a new name.
    Folder(PathBuf, Form),
    /// Into the file that a person named.
    File(PathBuf, Form),
}

impl Way {
    const fn form(&self) -> Form {
        match self {
            Self::Printer(printer, _) => printer.takes.form(),
            Self::Folder(_, form) | Self::File(_, form) => *form,
        }
    }

    const fn printer(&self) -> Option<&Printer> {
        match self {
            Self::Printer(printer, _) => Some(printer),
            Self::Folder(..) | Self::File(..) => None,
        }
    }
}

/// A paper that is ready to leave.
struct Made {
    bytes: Vec<u8>,
    renewed: Option<KeptFault>,
    leaving: Option<Leaving>,
}

/// How it went.
#[derive(Debug)]
enum Went {
    Known(Result<Out, NotDelivered>),
    /// A printing program will tell.
    Awaited(Awaited<Result<Out, DeliverError>>),
}

/// A paper that is to leave, and of which it may not be known yet whether a printer took it.
#[derive(Debug)]
pub struct OnTheWay {
    order: Order,
    way: Way,
    renewed: Option<KeptFault>,
    leaving: Option<Leaving>,
    went: Went,
}

impl OnTheWay {
    /// Which paper it is.
    #[must_use]
    pub const fn order(&self) -> &Order {
        &self.order
    }

    /// By which way it goes.
    #[must_use]
    pub const fn way(&self) -> &Way {
        &self.way
    }

    /// Puts it into this desk's list of letters not printed until it is known to be: whatever ends the program before,
    /// nothing of it is lost. [`OnTheWay::end_listed`] takes it off.
    pub fn list(&self, list: Option<&mut Drafts>, desk: &Desk, words: &Words) {
        if let (Some(list), Some(_), Went::Awaited(_)) = (list, self.way.printer(), &self.went) {
            // The list is a help: a letter is printed without it.
            let _ = list.put_unprinted(&self.order.unprinted(&self.way, say!(words, "print-unknown"), desk));
        }
    }

    /// Whether it is known how it went; waits for that no longer than this.
    pub fn is_known(&mut self, patience: Duration) -> bool {
        match &mut self.went {
            Went::Known(_) => true,
            Went::Awaited(told) => told.is_known(patience),
        }
    }

    /// Waits for how it went. A final that is out is recorded, as its appeal stands by then.
    ///
    /// # Errors
    /// When it did not leave: then nothing is recorded.
    pub fn end(self, desk: &mut Desk) -> Result<Delivered, NotDelivered> {
        let out = match self.went {
            Went::Known(out) => out?,
            // The printing program ended without a word.
            Went::Awaited(told) => told.take().unwrap_or(Err(DeliverError::SpoolerSilent))?,
        };
        Ok(is_out(out, self.renewed, self.leaving, self.order.appeal, desk))
    }

    /// [`OnTheWay::end`], and this desk's list of letters not printed as [`Printshop::deliver_listed`] has it.
    ///
    /// # Errors
    /// As [`OnTheWay::end`].
    pub fn end_listed(
        self,
        desk: &mut Desk,
        list: Option<&mut Drafts>,
        words: &Words,
    ) -> Result<Delivered, NotDelivered> {
        let (order, way) = (self.order.clone(), self.way.clone());
        let delivered = self.end(desk);
        list_it(list, &order, &way, &delivered, desk, words);
        delivered
    }
}

/// It is out: of a document this is recorded.
fn is_out(
    out: Out,
    renewed: Option<KeptFault>,
    leaving: Option<Leaving>,
    appeal: Uuid,
    desk: &mut Desk,
) -> Delivered {
    let unrecorded = leaving.and_then(|leaving| leaving.record(appeal, out.way(), desk).err());
    Delivered { out, renewed, unrecorded }
}

/// What failed at a printer stands in this desk's list, what came out of one no more, and its printer is remembered.
fn list_it(
    list: Option<&mut Drafts>,
    order: &Order,
    way: &Way,
    delivered: &Result<Delivered, NotDelivered>,
    desk: &Desk,
    words: &Words,
) {
    // The list and the memory are helps: a paper that is out is out without them, and a failure is told anyway.
    let Some(list) = list else { return };
    match (delivered, way.printer()) {
        (Ok(_), Some(printer)) => {
            let _ = list.remove_unprinted(order.appeal, &order.paper.to_string());
            let _ = list.put_printer(&used(printer));
        }
        (Err(error), _) if error.is_listed(way) => {
            let _ = list.put_unprinted(&order.unprinted(way, error.words(words, desk), desk));
        }
        _ => {}
    }
}

/// Where a file is written that is no paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Into {
    /// Into a folder, under a new name.
    Folder(PathBuf),
    /// Into the file that a person named.
    File(PathBuf),
}

/// What papers are made with. Costly to make, cheap to use: one for a batch.
pub struct Printshop {
    press: Option<Press>,
    library: Library,
    /// The words of letters: Russian, whatever the screen speaks.
    words: Words,
    spooler: Spooler,
}

impl Printshop {
    /// A printshop with the letter templates of a folder before the built-in ones.
    #[must_use]
    pub fn new(templates: &Path, spooler: Spooler) -> Self {
        let (library, _) = Library::load(Some(templates));
        Self { press: None, library, words: Words::new(Language::Ru), spooler }
    }

    /// The paper as it would be composed now.
    ///
    /// # Errors
    /// When there is no such paper, or the office's template is at fault.
    pub fn compose(&self, desk: &Desk, card: &Card, paper: Paper) -> Result<Document, NotDelivered> {
        let composer = Composer { office: desk.office(), words: &self.words };
        let history: Vec<_> = card.history.iter().map(HistoryLine::happened).collect();
        let made = composer.paper(paper, &card.appeal, &history, &self.library);
        made.map_err(|error| NotDelivered::Template(paper, error))?.ok_or_else(|| match paper {
            Paper::Reply(_) => DeskError::from(Refusal::NoReply(ReplyNeed::Draft)).into(),
            other => NotDelivered::NoSuchPaper(other),
        })
    }

    /// Lets a paper leave as its appeal stands now. A final's paper is kept before, and recorded after.
    ///
    /// # Errors
    /// When it did not leave: then nothing is recorded.
    pub fn deliver(&mut self, desk: &mut Desk, order: &Order, way: &Way) -> Result<Delivered, NotDelivered> {
        self.begin(desk, order, way).end(desk)
    }

    /// Lets a paper leave, and does not wait until a printer has taken it: how it went is told by what this gives.
    pub fn begin(&mut self, desk: &Desk, order: &Order, way: &Way) -> OnTheWay {
        let card = desk.card(order.appeal).map_err(NotDelivered::from);
        let made = card.and_then(|card| Ok((self.make(desk, &card, order.paper, way.form())?, card)));
        let (went, renewed, leaving) = match made {
            Ok((Made { bytes, renewed, leaving }, card)) => {
                (self.let_go(&card, order.paper, way, bytes), renewed, leaving)
            }
            Err(error) => (Went::Known(Err(error)), None, None),
        };
        OnTheWay { order: order.clone(), way: way.clone(), renewed, leaving, went }
    }

    /// Hands a paper to the system's printing program, or writes it.
    fn let_go(&self, card: &Card, paper: Paper, way: &Way, bytes: Vec<u8>) -> Went {
        let written = match way {
            Way::Printer(printer, copies) => {
                let title = format!("{} № {}", paper.title(&card.appeal, &self.words), card.appeal.number);
                let (spooler, printer, copies) = (self.spooler.clone(), printer.clone(), *copies);
                return Went::Awaited(Awaited::of(move || {
                    let taken = spooler.print(&printer, copies, &title, &bytes)?;
                    Ok(Out::Printed(taken, copies))
                }));
            }
            Way::Folder(folder, form) => {
                let stem = paper.stem(&card.appeal, &self.words);
                deliver::write_new(folder, &stem, form.extension(), &bytes)
            }
            Way::File(path, _) => deliver::write(path, &bytes).map(|()| path.clone()),
        };
        Went::Known(written.map(Out::Written).map_err(NotDelivered::from))
    }

    /// Writes the e-mail draft of a signed reply (R14) into a file, or under a new name into a folder: its letter is the
    /// one that is kept, the same bytes as on paper.
    ///
    /// # Errors
    /// When it did not leave: then nothing is recorded.
    pub fn email(
        &mut self,
        desk: &mut Desk,
        order: &Order,
        into: &Into,
        attached: Attached,
    ) -> Result<Delivered, NotDelivered> {
        let card = desk.card(order.appeal)?;
        let appeal = &card.appeal;
        let reply = order.paper.reply(appeal).ok_or(EmlError::NotSigned)?;
        eml::ready(appeal, reply)?;
        let made = self.make(desk, &card, order.paper, Form::Pdf)?;
        let files = match attached {
            Attached::Files(files) => files,
            Attached::Letter => vec![eml::File {
                name: format!("{}.pdf", order.paper.stem(appeal, &self.words).replace('/', "_")),
                bytes: made.bytes.clone(),
            }],
        };
        let composer = Composer { office: desk.office(), words: &self.words };
        let bytes = eml::draft(&composer, appeal, reply, files, desk.now())?;
        let path = match into {
            Into::File(path) => deliver::write(path, &bytes).map(|()| path.clone())?,
            Into::Folder(folder) => {
                deliver::write_new(folder, &order.paper.stem(appeal, &self.words), "eml", &bytes)?
            }
        };
        Ok(is_out(Out::Written(path), made.renewed, made.leaving, order.appeal, desk))
    }

    /// A paper as its appeal stands: of a document the one that was printed before, where it was; else composed now, and
    /// kept. A draft's paper and a cover are no documents: they are neither kept nor recorded.
    fn make(&mut self, desk: &Desk, card: &Card, paper: Paper, form: Form) -> Result<Made, NotDelivered> {
        let Some(of) = self.of(desk, card, paper, form)? else {
            let bytes = self.bytes(desk, card, paper, form)?;
            return Ok(Made { bytes, renewed: None, leaving: None });
        };
        let kept = of.printed(desk, &card.appeal, form);
        let renewed = kept.as_ref().err().copied();
        let bytes = match kept.ok().flatten() {
            Some(bytes) => bytes,
            None => self.bytes(desk, card, paper, form)?,
        };
        let sha256 = desk.keep_letter(&bytes, form).map_err(NotDelivered::NotKept)?;
        let paper = PrintedPaper { form, sha256 };
        Ok(Made { bytes, renewed, leaving: Some(Leaving { of, paper }) })
    }

    /// What a paper is a document of, and that it may leave as such; none where it is no document.
    fn of(&self, desk: &Desk, card: &Card, paper: Paper, form: Form) -> Result<Option<Of>, NotDelivered> {
        let appeal = &card.appeal;
        if let Some(reply) = paper.reply(appeal).filter(|reply| reply.finalised().is_some()) {
            desk.may_print(appeal, reply.id, form)?;
            return Ok(Some(Of::Final(Box::new(reply.clone()))));
        }
        let Some(kind) = paper.of_appeal() else { return Ok(None) };
        let text = deliver::text(&self.compose(desk, card, paper)?, Form::Text);
        Ok(Some(Of::Appeal { paper: kind, says: desk.may_print_paper(&text)? }))
    }

    /// [`Printshop::deliver`] with this desk's list of letters not printed: what failed stands there, what came out of
    /// a printer no more, and its printer is remembered.
    ///
    /// # Errors
    /// As [`Printshop::deliver`].
    pub fn deliver_listed(
        &mut self,
        desk: &mut Desk,
        list: Option<&mut Drafts>,
        order: &Order,
        way: &Way,
        words: &Words,
    ) -> Result<Delivered, NotDelivered> {
        let delivered = self.deliver(desk, order, way);
        list_it(list, order, way, &delivered, desk, words);
        delivered
    }

    fn bytes(&mut self, desk: &Desk, card: &Card, paper: Paper, form: Form) -> Result<Vec<u8>, NotDelivered> {
        let document = self.compose(desk, card, paper)?;
        if form != Form::Pdf {
            return Ok(deliver::text(&document, form));
        }
        let press = match &mut self.press {
            Some(press) => press,
            none => none.insert(Press::new().map_err(DeliverError::from)?),
        };
        Ok(press.print(&document, desk.now()).map_err(DeliverError::from)?.bytes)
    }
}

impl Order {
    /// It as it stands in the list of letters not printed.
    fn unprinted(&self, way: &Way, why: String, desk: &Desk) -> Unprinted {
        Unprinted {
            appeal: self.appeal,
            paper: self.paper.to_string(),
            number: self.number.clone(),
            printer: way.printer().and_then(|printer| printer.name.clone()),
            why,
            failed: desk.now(),
        }
    }

    /// What a letter of the list asks for; none where this program knows no such paper.
    #[must_use]
    pub fn of_unprinted(letter: &Unprinted) -> Option<Self> {
        let paper = letter.paper.parse().ok()?;
        Some(Self { appeal: letter.appeal, number: letter.number.clone(), paper })
    }
}

fn used(printer: &Printer) -> UsedPrinter {
    UsedPrinter { name: printer.name.clone(), takes: printer.takes.code().to_owned() }
}

/// The printer of which the desk remembers this; one that takes what no program of ours knows takes pages.
#[must_use]
pub fn remembered(used: UsedPrinter) -> Printer {
    Printer { name: used.name, takes: used.takes.parse().unwrap_or(Takes::Pdf) }
}

/// The printer that is offered first: the last one used at this desk, else the one of its settings, else the system's.
#[must_use]
pub fn usual_printer(list: Option<&Drafts>, settings: Option<&Printer>) -> Printer {
    let used = list.and_then(|list| list.last_printer().ok().flatten());
    used.map(remembered).or_else(|| settings.cloned()).unwrap_or(Printer::USUAL)
}

/// Prints one copy of a document that is no paper of an appeal: a journal, a list. Nothing is kept or recorded of it.
/// What to say of it.
///
/// # Errors
/// When it can't be made, or the printer did not take it.
pub fn print_document(
    spooler: &Spooler,
    printer: &Printer,
    document: &Document,
    made: DateTime<FixedOffset>,
    words: &Words,
) -> Result<String, DeliverError> {
    Ok(printed_words(&spool(spooler, printer, document, made)?, Copies::ONE, words))
}

/// Gives one copy of such a document to a printer.
fn spool(
    spooler: &Spooler,
    printer: &Printer,
    document: &Document,
    made: DateTime<FixedOffset>,
) -> Result<Spooled, DeliverError> {
    let bytes = deliver::bytes(document, printer.takes.form(), made)?;
    spooler.print(printer, Copies::ONE, &document.title, &bytes)
}
