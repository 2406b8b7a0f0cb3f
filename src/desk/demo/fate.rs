//! What becomes of an appeal: the steps it takes, each with its time, planned when it was registered.

use std::collections::VecDeque;

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta};
use fastrand::Rng;

use super::days::{Hours, days_after};
use super::office::Firm;
use super::words::{Story, chance};
use crate::standard::appeal::{Appeal, Channel, Kind};
use crate::standard::client::Client;
use crate::standard::decide::Target;
use crate::standard::office::{Login, Role, UnitCode};
use crate::standard::route::Route;
use crate::standard::screening::Ground;

/// One thing that a person does with an appeal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    /// Registers it.
    Register,
    /// Ends the visit in which it came.
    EndVisit,
    /// Hands it on.
    HandOn(Login, Target, Words),
    /// Writes an answer, or an interim reply that proposes so many days.
    Draft(Option<u16>),
    /// Makes the newest reply final.
    Finalise,
    /// Gives the newest reply back.
    Return,
    /// Signs the newest reply.
    Sign,
    /// Sends the newest reply.
    Send,
    /// Extends the term by so many days.
    Extend(u16),
    /// Calls back and answers.
    AnswerOrally,
    /// Closes it as noted.
    Note,
    /// Closes it at the client's will.
    Withdraw,
    /// Annuls it.
    Annul,
    /// Opens it again.
    Reopen,
    /// Files it away.
    FileAway,
    /// Names a ground for no action: whoever heads decides it by this, anybody else proposes it.
    Screen(Ground, Login),
    /// Decides that it is a grid company's matter.
    Forward,
    /// Asks a grid company.
    Request,
    /// Records what the grid company answered.
    AnswerRequest,
    /// Rings the client back; whether they were reached.
    Call(bool),
    /// Corrects the client's telephone.
    Correct,
}

/// What stands in a resolution.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Words {
    /// Nothing.
    None,
    /// The director's.
    Director,
    /// A head's; with an inner due day so many days before the norm's.
    Head(Option<u32>),
    /// To another executor.
    Another,
}

/// Steps with their times, oldest first.
pub(super) type Steps = VecDeque<(DateTime<FixedOffset>, Step)>;

/// Says yes to a share of the questions, evenly.
#[derive(Debug)]
pub(super) struct Share {
    percent: u32,
    owed: u32,
}

impl Share {
    pub const fn of(percent: u32) -> Self {
        Self::begun(percent, 50)
    }

    /// One of which a part of the first yes, in hundredths, is owed already.
    const fn begun(percent: u32, owed: u32) -> Self {
        Self { percent, owed }
    }

    fn next(&mut self) -> bool {
        self.next_fit(true)
    }

    /// The same where a yes may not fit the question: it is then owed to one that it fits.
    fn next_fit(&mut self, fits: bool) -> bool {
        self.owed += self.percent;
        let yes = fits && self.owed >= 100;
        if yes {
            self.owed -= 100;
        }
        yes
    }
}

/// Decides fates, so that a fair share of appeals is late and the last days leave life-like queues.
#[derive(Debug)]
pub(super) struct Fates {
    now: DateTime<FixedOffset>,
    /// The appeal whose fate is next asks what its client was told before.
    pub repeats: bool,
    /// The grounds that a written appeal may give, each in its share.
    grounds: [(Ground, Share); 4],
    /// Of those that leave no contacts.
    no_contacts: Share,
    stuck: Share,
    late: Share,
    burning: Share,
}

/// How an answer relates to its due day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pace {
    /// Leaves in time.
    InTime,
    /// Leaves too late.
    Late,
    /// Stops somewhere on its way.
    Stuck,
}

impl Fates {
    pub const fn new(now: DateTime<FixedOffset>) -> Self {
        Self {
            now,
            repeats: false,
            // Begun apart, so that no two fall to one appeal.
            grounds: [
                (Ground::Abusive, Share::begun(1, 15)),
                (Ground::Unreadable, Share::begun(1, 35)),
                (Ground::TradeSecret, Share::begun(1, 55)),
                (Ground::Repeat, Share::begun(1, 75)),
            ],
            no_contacts: Share::begun(40, 60),
            stuck: Share::of(24),
            late: Share::of(5),
            burning: Share::of(45),
        }
    }

    /// The steps of an appeal that was just registered and not answered on the spot.
    pub fn plan(
        &mut self,
        appeal: &Appeal,
        story: &Story,
        from: DateTime<FixedOffset>,
        firm: &Firm,
        hours: Hours<'_>,
        rng: &mut Rng,
    ) -> Steps {
        let mut path = Path { steps: Steps::new(), at: from, hours };
        if rng.u32(..1000) < 8 {
            path.then(0, Step::Annul, rng);
            return path.steps;
        }
        let (unit, executor) = path.hand_over(appeal, story, firm, rng);
        path.asides(appeal, rng);
        let ground = self.ground(appeal, story, rng);
        match path.turn(appeal, ground, (&unit, &executor), firm, rng) {
            Turn::Closed => path.file_away(rng),
            Turn::Notice => self.letter(&mut path, appeal.due.day, rng),
            Turn::None => {
                if let Some((days, ending)) = without_letter(appeal, story, rng) {
                    path.then(days, ending, rng);
                    return path.steps;
                }
                if chance(rng, 5) {
                    path.reassign(&unit, &executor, firm, rng);
                }
                path.request(appeal, rng);
                let mut due = appeal.due.day;
                if appeal.channel == Channel::Email && chance(rng, 18) {
                    due = path.extend(due, rng).unwrap_or(due);
                }
                self.letter(&mut path, due, rng);
            }
        }
        path.steps
    }

    /// The ground for no action that a written appeal gives (R7, R8).
    fn ground(&mut self, appeal: &Appeal, story: &Story, rng: &mut Rng) -> Option<Ground> {
        if !appeal.channel.is_written() {
            return None;
        }
        // Nobody is thanked with a refusal.
        let asks = !matches!(appeal.kind, Kind::Review | Kind::Suggestion);
        let mut drawn = None;
        for (ground, share) in &mut self.grounds {
            let fits = match ground {
                Ground::Abusive => appeal.kind == Kind::Complaint,
                Ground::TradeSecret => story.secret,
                _ => asks,
            };
            if share.next_fit(fits && drawn.is_none()) {
                drawn = Some(*ground);
            }
        }
        if !appeal.client.known().is_some_and(Client::has_contact) {
            return self.no_contacts.next().then_some(Ground::NoContacts);
        }
        if self.repeats && asks && chance(rng, 70) { Some(Ground::Repeat) } else { drawn }
    }

    /// The letter that closes it, unless it gets stuck on its way; some answers are not the last word.
    fn letter(&mut self, path: &mut Path<'_>, due: NaiveDate, rng: &mut Rng) {
        let hours = path.hours;
        let notice = path.steps.iter().any(|(_, step)| matches!(step, Step::Screen(..) | Step::Forward));
        let pace = self.pace(due);
        let target = self.target(pace, due, hours, rng);
        path.answer(target, pace != Pace::Late, rng);
        if pace == Pace::Stuck {
            // Most lie with somebody who has begun; a few were never taken up.
            let least = if chance(rng, 25) { 0 } else { path.steps.len() / 2 };
            let keep = rng.usize(least..path.steps.len());
            path.steps.truncate(keep);
            return;
        }
        if !notice && rng.u32(..1000) < 12 {
            path.then(rng.u32(4..15), Step::Reopen, rng);
            let target = days_after(path.at.date_naive(), rng.u32(6..15));
            path.answer(hours.calendar.on_or_before(target), true, rng);
        }
        path.file_away(rng);
    }

    fn pace(&mut self, due: NaiveDate) -> Pace {
        let overdue = (self.now.date_naive() - due).num_days();
        if (1..=24).contains(&overdue) && self.stuck.next() {
            return Pace::Stuck;
        }
        if self.late.next() { Pace::Late } else { Pace::InTime }
    }

    /// The day on which the answer is to leave.
    fn target(&mut self, pace: Pace, due: NaiveDate, hours: Hours<'_>, rng: &mut Rng) -> NaiveDate {
        let calendar = hours.calendar;
        if pace == Pace::Late {
            let days = 1 + rng.u32(..6) * rng.u32(1..4);
            return calendar.on_or_after(days_after(due, days));
        }
        let ahead = (due - self.now.date_naive()).num_days();
        if (0..=3).contains(&ahead) && self.burning.next() {
            return calendar.on_or_before(due);
        }
        let slack = match rng.u32(..100) {
            0..8 => 0,
            8..20 => 1,
            20..45 => rng.u32(2..4),
            45..80 => rng.u32(4..8),
            _ => rng.u32(8..13),
        };
        calendar.on_or_before(super::days::days_before(due, slack))
    }
}

/// Whether an appeal is to be answered at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Turn {
    /// It is.
    None,
    /// It was closed on a ground.
    Closed,
    /// A notice takes the answer's place.
    Notice,
}

/// A grid company's matters.
const OF_THE_GRID: [&str; 3] = ["quality", "theft", "metering"];

fn is_of_the_grid(appeal: &Appeal) -> bool {
    appeal.topic.as_deref().is_some_and(|topic| OF_THE_GRID.iter().any(|own| topic.starts_with(own)))
}

/// How an appeal ends that needs no letter, and after how many working days.
fn without_letter(appeal: &Appeal, story: &Story, rng: &mut Rng) -> Option<(u32, Step)> {
    let nowhere = appeal.client.known().is_none_or(|client| !client.has_contact());
    let asked = appeal.reply_wish.is_some();
    if appeal.kind == Kind::Review && !asked && (nowhere || chance(rng, 75)) {
        return Some((rng.u32(0..3), Step::Note));
    }
    if rng.u32(..1000) < 18 {
        return Some((rng.u32(0..5), Step::Withdraw));
    }
    let calls_back = appeal.channel.is_oral() && !story.oral.is_empty() && chance(rng, 35);
    calls_back.then(|| (rng.u32(0..3), Step::AnswerOrally))
}

/// The steps planned so far and the time at which they stand.
struct Path<'a> {
    steps: Steps,
    at: DateTime<FixedOffset>,
    hours: Hours<'a>,
}

impl Path<'_> {
    fn then(&mut self, working_days: u32, step: Step, rng: &mut Rng) {
        self.at = self.hours.later(self.at, working_days, rng);
        self.steps.push_back((self.at, step));
    }

    fn file_away(&mut self, rng: &mut Rng) {
        if chance(rng, 65) {
            self.then(rng.u32(0..4), Step::FileAway, rng);
        }
    }

    /// What is done beside the answer: the client is rung back, a slip of the pen is set right.
    fn asides(&mut self, appeal: &Appeal, rng: &mut Rng) {
        if appeal.awaits_call() {
            if chance(rng, 30) {
                self.then(rng.u32(0..2), Step::Call(false), rng);
            }
            // Some are answered before anybody rings.
            if chance(rng, 70) {
                self.then(rng.u32(1..4), Step::Call(true), rng);
            }
        }
        if appeal.client.known().is_some_and(|client| client.phone.is_some()) && chance(rng, 2) {
            self.then(rng.u32(0..2), Step::Correct, rng);
        }
    }

    /// What is done on a ground for no action (R7, R8), and what is forwarded.
    fn turn(
        &mut self,
        appeal: &Appeal,
        ground: Option<Ground>,
        (unit, executor): (&UnitCode, &Login),
        firm: &Firm,
        rng: &mut Rng,
    ) -> Turn {
        let Some(ground) = ground else {
            let reachable = appeal.client.known().is_some_and(Client::has_contact);
            if !reachable || !is_of_the_grid(appeal) || !chance(rng, 5) {
                return Turn::None;
            }
            self.then(rng.u32(0..3), Step::Forward, rng);
            return Turn::Notice;
        };
        if firm.only_proposes(executor) && chance(rng, 60) {
            self.then(rng.u32(0..2), Step::Screen(ground, executor.clone()), rng);
        }
        self.then(rng.u32(0..3), Step::Screen(ground, firm.one_with(Role::Head, unit, rng)), rng);
        if ground.notice().is_some() { Turn::Notice } else { Turn::Closed }
    }

    /// A request to a grid company, where there is time to wait for its answer; some are never answered.
    fn request(&mut self, appeal: &Appeal, rng: &mut Rng) {
        let likely = if is_of_the_grid(appeal) { 45 } else { 10 };
        if !chance(rng, likely) || self.hours.working_days(self.at, appeal.due.day) < 7 {
            return;
        }
        self.then(rng.u32(0..2), Step::Request, rng);
        if chance(rng, 85) {
            self.then(rng.u32(2..7), Step::AnswerRequest, rng);
        }
    }

    /// Soon after the step before, in the same sitting.
    fn at_once(&mut self, step: Step, rng: &mut Rng) {
        self.at += TimeDelta::milliseconds(rng.i64(40_000..400_000));
        self.steps.push_back((self.at, step));
    }

    /// Along the appeal's route to an executor; who it is, and of which unit.
    fn hand_over(&mut self, appeal: &Appeal, story: &Story, firm: &Firm, rng: &mut Rng) -> (UnitCode, Login) {
        let clerk = appeal.registered_by.clone();
        let unit = match appeal.route {
            Route::Head => appeal.intake.clone(),
            Route::Director | Route::Unit => firm.unit_for(&story.topic, rng).clone(),
        };
        let pause = |rng: &mut Rng| [0, 0, 0, 0, 0, 1, 1, 1, 1, 2][rng.usize(..10)];
        let to_unit = Target::Unit(unit.clone());
        if appeal.route == Route::Director {
            self.then(pause(rng), Step::HandOn(clerk, Target::Director, Words::None), rng);
            // The director looks through what has gathered.
            self.then(rng.u32(0..4), Step::HandOn(firm.director(), to_unit, Words::Director), rng);
        } else {
            self.then(pause(rng), Step::HandOn(clerk, to_unit, Words::None), rng);
        }
        let executor = firm.one_with(Role::Executor, &unit, rng);
        let inner = chance(rng, 25).then(|| rng.u32(2..6));
        let head = firm.one_with(Role::Head, &unit, rng);
        self.then(
            pause(rng),
            Step::HandOn(head, Target::Executor(executor.clone()), Words::Head(inner)),
            rng,
        );
        (unit, executor)
    }

    fn reassign(&mut self, unit: &UnitCode, executor: &Login, firm: &Firm, rng: &mut Rng) {
        let others: Vec<_> = firm
            .all_with(Role::Executor, unit)
            .into_iter()
            .filter(|person| person.login != *executor)
            .collect();
        if let Some(other) = others.get(rng.usize(..others.len().max(1))) {
            let head = firm.one_with(Role::Head, unit, rng);
            let to = Target::Executor(other.login.clone());
            self.then(rng.u32(0..2), Step::HandOn(head, to, Words::Another), rng);
        }
    }

    /// An interim reply and the extension it proposes; the new due day, if there was time for them.
    fn extend(&mut self, due: NaiveDate, rng: &mut Rng) -> Option<NaiveDate> {
        let (steps, at) = (self.steps.len(), self.at);
        let days = [5, 7, 10, 10, 14, 15, 15][rng.usize(..7)];
        let left = self.hours.working_days(self.at, due);
        self.then(left.saturating_sub(rng.u32(3..6)), Step::Draft(Some(days)), rng);
        self.at_once(Step::Finalise, rng);
        self.then(rng.u32(0..2), Step::Sign, rng);
        self.then(0, Step::Send, rng);
        self.then(0, Step::Extend(days), rng);
        if self.at.date_naive() > due {
            self.steps.truncate(steps);
            self.at = at;
            return None;
        }
        Some(days_after(due, days.into()))
    }

    /// An answer that leaves on its day, or as soon after as the work allows.
    fn answer(&mut self, target: NaiveDate, in_time: bool, rng: &mut Rng) {
        let left = self.hours.working_days(self.at, target);
        let last = rng.u32(0..4).min(left);
        self.then(left - last, Step::Draft(None), rng);
        if chance(rng, 30) {
            self.at_once(Step::Draft(None), rng);
        }
        let mut spare = last;
        let mut wait = |most: u32, rng: &mut Rng| {
            let days = rng.u32(0..=most).min(if in_time { spare } else { most });
            spare = spare.saturating_sub(days);
            days
        };
        let finalised = wait(1, rng);
        self.then(finalised, Step::Finalise, rng);
        if chance(rng, 7) {
            self.then(0, Step::Return, rng);
            self.then(0, Step::Draft(None), rng);
            self.at_once(Step::Finalise, rng);
        }
        let signed = wait(1, rng);
        self.then(signed, Step::Sign, rng);
        let sent = wait(2, rng);
        self.then(sent, Step::Send, rng);
    }
}
