//! «What about my letter?»: an appeal by the tail of its number, by a letter's number, a name, an account, a telephone or
//! an e-mail address.

use rusqlite::params;

use super::error::StoreError;
use super::fold::{backwards, compact, key, phones, range};
use super::line::{AppealLine, select_lines};
use super::open::Register;
use crate::standard::appeal::Appeal;
use crate::standard::client::{Client, Identity};
use crate::standard::number::Number;
use crate::standard::personal::Personal;
use crate::standard::reply::Reply;

/// By what an appeal was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FoundBy {
    /// Its number, or the tail of it.
    Number,
    /// The number of a letter: of ours to the client, or of theirs.
    Letter,
    /// The client's e-mail address.
    Email,
    /// The client's account, contract or ИНН.
    Account,
    /// The client's telephone, or its last digits.
    Phone,
    /// A name: the client's, the organisation's, a contact person's, a representative's.
    Name,
}

/// An appeal that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// By what.
    pub by: FoundBy,
    /// Its line.
    pub line: AppealLine,
}

/// Digits fewer than these are no telephone yet.
const PHONE_DIGITS: usize = 4;
/// Words of an organisation's name by which it is found.
const NAME_WORDS: usize = 8;
/// Parts of a letter's number by which it is found: «ЭН1-И00731/26» by «И00731», and not by the year alone.
const NUMBER_PARTS: usize = 2;
/// Digits to which a serial is filled, so that its zeros can be typed or left out.
const SERIAL_DIGITS: usize = 10;

/// One thing to look for among the keys.
struct Look {
    by: FoundBy,
    /// What the key begins with.
    prefix: String,
    /// What only some of those keys are, as `GLOB` has it.
    like: Option<String>,
    /// The groups of a number as typed, which the found appeal's number must have: see [`answers_to`].
    groups: Vec<String>,
}

impl Look {
    const fn new(by: FoundBy, prefix: String) -> Self {
        Self { by, prefix, like: None, groups: Vec::new() }
    }
}

impl Register {
    /// At most `limit` appeals that answer to what was typed, the likeliest first: numbers before accounts before
    /// telephones before names, the newest first among equals. Blind to case, ё and look-alike letters; a number's
    /// zeros may be left out, a name shortened as lists print it. The year alone finds no number.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn find(&self, typed: &str, limit: usize) -> Result<Vec<Hit>, StoreError> {
        let mut hits: Vec<Hit> = Vec::new();
        for look in looks(typed) {
            if hits.len() >= limit {
                break;
            }
            let (from, to) = range(&look.prefix);
            let mut query = self.db.prepare_cached(select_lines!(
                "FROM (SELECT DISTINCT appeal AS found FROM search WHERE key >= ?1 AND key < ?2 AND key GLOB ?4
                       ORDER BY appeal DESC LIMIT ?3)
                 JOIN appeal ON appeal.row = found ORDER BY found DESC"
            ))?;
            let most = i64::try_from(limit + hits.len()).unwrap_or(i64::MAX);
            let pattern = look.like.as_deref().unwrap_or("*");
            let mut rows = query.query(params![from, to, most, pattern])?;
            while let Some(row) = rows.next()?.filter(|_| hits.len() < limit) {
                let line = AppealLine::read(row)?;
                let answers = look.groups.is_empty() || answers_to(&line.number, &look.groups);
                if answers && hits.iter().all(|hit| hit.line.id != line.id) {
                    hits.push(Hit { by: look.by, line });
                }
            }
        }
        Ok(hits)
    }
}

/// What to look for, the likeliest first.
fn looks(typed: &str) -> Vec<Look> {
    let marked = typed.trim_start().strip_prefix('№');
    let mut looks = numbers(marked.unwrap_or(typed));
    let (words, whole) = (key(typed), compact(typed));
    if marked.is_some() || whole.is_empty() {
        return looks;
    }
    if typed.contains('@') {
        looks.push(Look::new(FoundBy::Email, format!("e:{}", address(typed))));
    }
    if whole.contains(|letter: char| letter.is_ascii_digit()) {
        looks.push(Look::new(FoundBy::Letter, format!("l:{whole}")));
        looks.push(Look::new(FoundBy::Account, format!("a:{whole}")));
    }
    for number in typed_phones(typed) {
        looks.push(Look::new(FoundBy::Phone, format!("p:{number}")));
        // Begun with the country's code or the eight before it, not yet whole.
        if let Some(begun) = number.strip_prefix(['7', '8']) {
            looks.push(Look::new(FoundBy::Phone, format!("p:{begun}")));
        }
        looks.push(Look::new(FoundBy::Phone, format!("t:{}", backwards(&number))));
    }
    // A whole word before a begun one: of Иванов and Иванова the one that was typed.
    looks.push(Look::new(FoundBy::Name, format!("n:{words} ")));
    looks.push(Look::new(FoundBy::Name, format!("n:{words}")));
    looks.extend(short_name(&words));
    looks
}

/// A number as typed: a serial or its tail, a whole number, or some of its groups with the serial among them.
fn numbers(typed: &str) -> Vec<Look> {
    let (whole, groups) = (compact(typed), groups(typed));
    let serial = |digits: &str| format!("s:{}", backwards(&format!("{digits:0>SERIAL_DIGITS$}")));
    let is_serial = |group: &str| is_digits(group) && group.len() <= SERIAL_DIGITS;
    if is_serial(&whole) && groups.len() == 1 {
        let exact = Look::new(FoundBy::Number, serial(&whole));
        return vec![exact, Look::new(FoundBy::Number, format!("s:{}", backwards(&whole)))];
    }
    let mut looks = Vec::new();
    if !whole.contains(|letter: char| letter.is_ascii_digit()) {
        return looks;
    }
    let tail = format!("x:{}", backwards(&whole));
    looks.push(Look { like: Some(tail.clone()), ..Look::new(FoundBy::Number, tail.clone()) });
    if groups.len() > 1 {
        let serials = groups.iter().filter(|group| is_serial(group)).map(|group| serial(group));
        looks.extend(serials.map(|key| Look { groups: groups.clone(), ..Look::new(FoundBy::Number, key) }));
        looks.push(Look { groups, ..Look::new(FoundBy::Number, tail) });
    }
    looks
}

/// The letters and the digits of a number, each run by itself, digits without the zeros before them.
fn groups(text: &str) -> Vec<String> {
    let mut groups: Vec<String> = Vec::new();
    for word in key(text).split(' ').filter(|word| !word.is_empty()) {
        let mut digits = None;
        for letter in word.chars() {
            let is_digit = letter.is_ascii_digit();
            match groups.last_mut().filter(|_| digits == Some(is_digit)) {
                Some(group) => group.push(letter),
                None => groups.push(letter.to_string()),
            }
            digits = Some(is_digit);
        }
    }
    groups.iter().map(|group| without_zeros(group).to_owned()).collect()
}

/// Whether a number has these groups in a row, its serial among them. The first may be the tail of a serial where
/// the rest goes on to the number's end.
fn answers_to(number: &Number, typed: &[String]) -> bool {
    let (whole, serial) = (groups(&number.text), number.serial.to_string());
    // A serial stands by itself; digits that are glued to letters are one only where nothing else is.
    let words = key(&number.text);
    let alone = words.split(' ').any(|word| is_digits(word) && without_zeros(word) == serial);
    let in_a_row = whole.windows(typed.len()).enumerate().any(|(from, row)| {
        let mut places = (from..).zip(row).filter(|(_, group)| **group == serial);
        row == typed && places.any(|(at, _)| !alone || !glued(&words, at))
    });
    let from = whole.len().checked_sub(typed.len());
    in_a_row
        || from.and_then(|from| whole[from..].split_first()).is_some_and(|(first, rest)| {
            *first == serial
                && typed.split_first().is_some_and(|(tail, typed)| {
                    is_digits(tail) && rest == typed && first.ends_with(tail.as_str())
                })
        })
}

/// Whether the group at this place of a number's key begins inside a word.
fn glued(words: &str, place: usize) -> bool {
    let mut at = 0;
    for word in words.split(' ') {
        let count = groups(word).len();
        if place < at + count {
            return place > at;
        }
        at += count;
    }
    false
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Digits without the zeros before them; one zero where there is nothing else.
fn without_zeros(group: &str) -> &str {
    match group.trim_start_matches('0') {
        "" => group.get(..1).unwrap_or_default(),
        rest => rest,
    }
}

/// A name as lists print it, «Ёлкина А. П.»: whole words, then single letters that words begin with.
fn short_name(words: &str) -> Option<Look> {
    let words: Vec<&str> = words.split(' ').collect();
    let initials = words.iter().rev().take_while(|word| word.chars().nth(1).is_none()).count();
    let (surname, initials) = words.split_at_checked(words.len() - initials)?;
    if surname.is_empty() || !initials.iter().all(|word| word.chars().all(char::is_alphabetic)) {
        return None;
    }
    let first = initials.first()?;
    let prefix = format!("n:{} {first}", surname.join(" "));
    let like =
        initials.iter().fold(format!("n:{}", surname.join(" ")), |like, letter| format!("{like} {letter}*"));
    Some(Look { like: Some(like), ..Look::new(FoundBy::Name, prefix) })
}

/// The telephones that were typed; none where something else was.
fn typed_phones(typed: &str) -> Vec<String> {
    if key(typed).starts_with(char::is_alphabetic) {
        return Vec::new();
    }
    let mut numbers = phones(typed);
    numbers.retain(|number| number.len() >= PHONE_DIGITS);
    numbers
}

/// Everything an appeal is found by; of an erased client, only its number.
pub(super) fn keys(appeal: &Appeal) -> Vec<String> {
    let serial = format!("{:0>SERIAL_DIGITS$}", appeal.number.serial);
    let mut keys = vec![number_key(&appeal.number.text), format!("s:{}", backwards(&serial))];
    let ours = appeal.replies.iter().filter_map(Reply::outgoing).map(|(number, _)| number);
    let ours = ours.chain(appeal.requests.iter().map(|request| request.number.text()));
    let theirs = appeal.content.sender_number.as_ref().and_then(Personal::known).map(String::as_str);
    for number in ours.chain(theirs) {
        keys.extend(tails(number, NUMBER_PARTS).iter().map(|tail| format!("l:{}", compact(tail))));
    }
    if let Some(client) = appeal.client.known() {
        client_keys(client, &mut keys);
    }
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// What an appeal of this number is found by.
pub(super) fn number_key(number: &str) -> String {
    format!("x:{}", backwards(&compact(number)))
}

fn client_keys(client: &Client, keys: &mut Vec<String>) {
    let mut accounts = vec![&client.account, &client.contract];
    let mut names = Vec::new();
    match &client.identity {
        Identity::Person { surname, .. } => {
            // Each part of a double surname begins a name of its own.
            let parts = key(surname).split(' ').count();
            names.extend(tails(&client.full_name(), parts));
        }
        Identity::Organisation { organisation, inn, contact_person } => {
            names.extend(tails(organisation, NAME_WORDS));
            names.extend(contact_person.as_deref().map(key));
            accounts.push(inn);
        }
        Identity::Anonymous => {}
    }
    names.extend(client.representative.as_ref().map(|person| key(&person.name)));
    names.extend(client.collective.as_ref().and_then(|signers| signers.answer_to.as_deref()).map(key));
    keys.extend(names.into_iter().filter(|name| !name.is_empty()).map(|name| format!("n:{name}")));
    let accounts = accounts.into_iter().flatten().map(|account| compact(account));
    keys.extend(accounts.filter(|account| !account.is_empty()).map(|account| format!("a:{account}")));
    keys.extend(client.email.as_deref().map(|email| format!("e:{}", address(email))));
    for number in client.phone.as_deref().map(phones).unwrap_or_default() {
        keys.push(format!("t:{}", backwards(&number)));
        keys.push(format!("p:{number}"));
    }
}

/// An e-mail address as it is compared.
fn address(email: &str) -> String {
    email.trim().to_lowercase()
}

/// The key of a name, and of what is left of it after its first word, its second …
fn tails(name: &str, count: usize) -> Vec<String> {
    let whole = key(name);
    let words: Vec<&str> = whole.split(' ').collect();
    (0..words.len().min(count)).map(|from| words[from..].join(" ")).collect()
}
