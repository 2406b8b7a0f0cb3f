//! A thousand replies as PDF in one run, as an office prints them on its busiest day.

use std::error::Error;
use std::time::{Duration, Instant};

use otklik::desk::{Card, Desk, Filter, Part, Queue};
use otklik::i18n::{Language, Words};
use otklik::letters::Press;
use otklik::letters::compose::Composer;
use otklik::standard::reply::ReplyId;

/// Letters of a run.
const LETTERS: usize = 1_000;
/// Letters after which memory should grow no more.
const WARM: usize = 100;
/// Appeals looked through for letters.
const LOOKED_THROUGH: u32 = 4_000;

/// What a run took.
pub struct Batch {
    /// Each letter: composed, set, written.
    pub each: Vec<Duration>,
    /// By how much the process grew after the first letters, in MiB, where the system tells it.
    pub grown: Option<f64>,
}

/// Prints a thousand replies of the register; where it has fewer, some of them again.
///
/// # Errors
/// When a card can't be read, there is no reply at all, or one can't be printed.
pub fn run(desk: &Desk) -> Result<Batch, Box<dyn Error>> {
    let replies = replies(desk)?;
    let words = Words::new(Language::Ru);
    let composer = Composer { office: desk.office(), words: &words };
    let mut press = Press::new()?;
    let mut each = Vec::with_capacity(LETTERS);
    let mut warm = None;
    for (card, reply) in replies.iter().cycle().take(LETTERS) {
        let begun = Instant::now();
        let reply = card.appeal.reply(*reply).ok_or("a reply is gone")?;
        let pdf = press.print(&composer.reply(&card.appeal, reply), desk.now())?;
        each.push(begun.elapsed());
        std::hint::black_box(pdf);
        if each.len() == WARM {
            warm = resident();
        }
    }
    if each.len() < LETTERS {
        return Err("the register holds no reply".into());
    }
    let grown = warm.zip(resident()).map(|(before, after)| after - before);
    Ok(Batch { each, grown })
}

/// The newest replies that are more than drafts.
fn replies(desk: &Desk) -> Result<Vec<(Card, ReplyId)>, Box<dyn Error>> {
    let told = |error| format!("{error:?}");
    let all = desk.queue(Queue::All, desk.today(), &Filter::default(), Part::First, LOOKED_THROUGH);
    let mut replies = Vec::new();
    for placed in all.map_err(told)? {
        let card = desk.card(placed.line.id).map_err(told)?;
        let printed = card.appeal.replies.iter().filter(|reply| reply.finalised().is_some());
        let ids: Vec<ReplyId> = printed.map(|reply| reply.id).collect();
        replies.extend(ids.into_iter().map(|id| (card.clone(), id)));
        if replies.len() >= LETTERS {
            break;
        }
    }
    Ok(replies)
}

/// Memory held now, in MiB.
fn resident() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kib: f64 = line.trim().trim_end_matches("kB").trim().parse().ok()?;
    Some(kib / 1024.0)
}
