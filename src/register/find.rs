//! «What about my letter?»: an appeal by the tail of its number, a name, an account or a telephone.

use rusqlite::params;

use super::error::StoreError;
use super::fold::{backwards, compact, key, phone, range};
use super::line::{AppealLine, select_lines};
use super::open::Register;
use crate::standard::appeal::Appeal;
use crate::standard::client::{Client, Identity};

/// By what an appeal was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FoundBy {
    /// Its number, or the tail of it.
    Number,
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
/// Digits to which a serial is filled, so that its zeros can be typed or left out.
const SERIAL_DIGITS: usize = 10;

impl Register {
    /// At most `limit` appeals that answer to what was typed, the likeliest first: numbers before accounts before
    /// telephones before names, the newest first among equals. Blind to case, ё and look-alike letters.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn find(&self, typed: &str, limit: usize) -> Result<Vec<Hit>, StoreError> {
        let mut hits: Vec<Hit> = Vec::new();
        for (by, prefix) in looks(typed) {
            if hits.len() >= limit {
                break;
            }
            let (from, to) = range(&prefix);
            let mut query = self.db.prepare_cached(select_lines!(
                "FROM (SELECT DISTINCT appeal AS found FROM search WHERE key >= ?1 AND key < ?2
                       ORDER BY appeal DESC LIMIT ?3)
                 JOIN appeal ON appeal.row = found ORDER BY found DESC"
            ))?;
            let most = i64::try_from(limit + hits.len()).unwrap_or(i64::MAX);
            let mut rows = query.query(params![from, to, most])?;
            while let Some(row) = rows.next()?.filter(|_| hits.len() < limit) {
                let line = AppealLine::read(row)?;
                if hits.iter().all(|hit| hit.line.id != line.id) {
                    hits.push(Hit { by, line });
                }
            }
        }
        Ok(hits)
    }
}

/// What to look for, the likeliest first.
fn looks(typed: &str) -> Vec<(FoundBy, String)> {
    let (words, whole) = (key(typed), compact(typed));
    let mut looks = Vec::new();
    if whole.is_empty() {
        return looks;
    }
    let digits = whole.bytes().all(|byte| byte.is_ascii_digit());
    if digits && whole.len() <= SERIAL_DIGITS {
        looks.push((FoundBy::Number, format!("s:{}", backwards(&format!("{whole:0>SERIAL_DIGITS$}")))));
        looks.push((FoundBy::Number, format!("s:{}", backwards(&whole))));
    }
    if whole.contains(|letter: char| letter.is_ascii_digit()) {
        looks.push((FoundBy::Number, format!("x:{}", backwards(&whole))));
        looks.push((FoundBy::Account, format!("a:{whole}")));
    }
    if digits && whole.len() >= PHONE_DIGITS {
        let number = phone(typed);
        looks.push((FoundBy::Phone, format!("p:{number}")));
        // Begun with the country's code or the eight before it, not yet whole.
        if let Some(begun) = number.strip_prefix(['7', '8']) {
            looks.push((FoundBy::Phone, format!("p:{begun}")));
        }
        looks.push((FoundBy::Phone, format!("t:{}", backwards(&number))));
    }
    // A whole word before a begun one: of Иванов and Иванова the one that was typed.
    looks.push((FoundBy::Name, format!("n:{words} ")));
    looks.push((FoundBy::Name, format!("n:{words}")));
    looks
}

/// Everything an appeal is found by; of an erased client, only its number.
pub(super) fn keys(appeal: &Appeal) -> Vec<String> {
    let serial = format!("{:0>SERIAL_DIGITS$}", appeal.number.serial);
    let mut keys =
        vec![format!("x:{}", backwards(&compact(&appeal.number.text))), format!("s:{}", backwards(&serial))];
    if let Some(client) = appeal.client.known() {
        client_keys(client, &mut keys);
    }
    keys.sort_unstable();
    keys.dedup();
    keys
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
    if let Some(number) = client.phone.as_deref().map(phone).filter(|number| !number.is_empty()) {
        keys.push(format!("t:{}", backwards(&number)));
        keys.push(format!("p:{number}"));
    }
}

/// The key of a name, and of what is left of it after its first word, its second …
fn tails(name: &str, count: usize) -> Vec<String> {
    let whole = key(name);
    let words: Vec<&str> = whole.split(' ').collect();
    (0..words.len().min(count)).map(|from| words[from..].join(" ")).collect()
}
