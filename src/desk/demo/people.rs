//! Made-up clients: names of all kinds, addresses, accounts, telephones.

use fastrand::Rng;
use serde::Deserialize;

use super::words::{Who, chance, one_of};
use crate::standard::client::{Client, Identity};

/// What names and addresses are made of.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct People {
    surnames: Vec<String>,
    /// A man's name, and the patronymics that come of it.
    men: Vec<(String, String, String)>,
    women: Vec<String>,
    turkic_surnames: Vec<String>,
    turkic_men: Vec<String>,
    turkic_women: Vec<String>,
    turkic_fathers: Vec<String>,
    /// «{}» stands for the father's name.
    turkic_patronymics: (String, String),
    rare_men: Vec<String>,
    rare_women: Vec<String>,
    organisations: Vec<String>,
    /// A sole trader; «{}» stands for the name.
    trader: String,
    pub authorities: Vec<String>,
    streets: Vec<String>,
    towns: Vec<String>,
    /// An address; `{street}`, `{house}`, `{flat}`, `{town}`.
    flat: String,
    house: String,
    /// Endings of a man's surname with those of a woman's; a surname without any stays as it is.
    endings: Vec<(String, String)>,
    /// What town telephones begin with.
    town_code: String,
    /// The alphabet for addresses of e-mail.
    latin: Vec<(char, String)>,
}

/// A client with what their texts need to know.
#[derive(Debug, Clone)]
pub(super) struct Figure {
    pub client: Client,
    pub female: bool,
    pub street: String,
}

impl People {
    /// Somebody whom such a story suits.
    pub fn client(&self, who: Who, rng: &mut Rng) -> Figure {
        let organised = match who {
            Who::Person => false,
            Who::Organisation => true,
            Who::Anyone => chance(rng, 25),
        };
        let (identity, female) = if organised { self.organisation(rng) } else { self.person(rng) };
        let (street, address) = self.address(rng, organised);
        let mut client = Client { address: Some(address), ..Client::anonymous() };
        client.email = chance(rng, 40).then(|| self.email(&identity, rng));
        client.identity = identity;
        client.phone = chance(rng, 75).then(|| self.telephone(rng));
        if organised {
            client.contract = Some(format!("{:04}-{:02}", rng.u32(1..9999), rng.u32(10..27)));
        } else {
            client.account = chance(rng, 90).then(|| rng.u32(100_000_000..999_999_999).to_string());
        }
        Figure { client, female, street }
    }

    fn person(&self, rng: &mut Rng) -> (Identity, bool) {
        let female = chance(rng, 62);
        let sort = rng.u32(..100);
        if sort < 4 {
            return (named(one_of(if female { &self.rare_women } else { &self.rare_men }, rng)), female);
        }
        let (surname, given, patronymic) = if sort < 8 {
            let given = one_of(if female { &self.turkic_women } else { &self.turkic_men }, rng);
            let father = one_of(&self.turkic_fathers, rng);
            let (son, daughter) = &self.turkic_patronymics;
            let patronymic = if female { daughter } else { son }.replace("{}", father);
            (self.surname(&self.turkic_surnames, female, rng), given.to_owned(), patronymic)
        } else {
            let (name, ..) = &self.men[rng.usize(..self.men.len())];
            let (_, son, daughter) = &self.men[rng.usize(..self.men.len())];
            let given = if female { one_of(&self.women, rng) } else { name };
            let patronymic = if female { daughter } else { son };
            let mut surname = self.surname(&self.surnames, female, rng);
            if sort < 13 {
                surname = format!("{surname}-{}", self.surname(&self.surnames, female, rng));
            }
            (surname, given.to_owned(), patronymic.clone())
        };
        let whole = sort < 97;
        (Identity::Person { surname, given: Some(given), patronymic: whole.then_some(patronymic) }, female)
    }

    /// A surname in the form of this sex.
    fn surname(&self, all: &[String], female: bool, rng: &mut Rng) -> String {
        let surname = one_of(all, rng);
        let hers =
            |(his, hers): &(String, String)| Some(surname.strip_suffix(his.as_str())?.to_owned() + hers);
        let changed = if female { self.endings.iter().find_map(hers) } else { None };
        changed.unwrap_or_else(|| surname.to_owned())
    }

    fn organisation(&self, rng: &mut Rng) -> (Identity, bool) {
        let (person, female) = self.person(rng);
        let Identity::Person { surname, given, patronymic } = person else { return (person, female) };
        let contact = [Some(surname.clone()), given.clone(), patronymic.clone()];
        let contact = contact.into_iter().flatten().collect::<Vec<_>>().join(" ");
        let (organisation, inn) = if chance(rng, 20) {
            let short =
                crate::standard::client::with_initials(&surname, given.as_deref(), patronymic.as_deref());
            (self.trader.replace("{}", &short), taxpayer::<12>(rng))
        } else {
            (one_of(&self.organisations, rng).to_owned(), taxpayer::<10>(rng))
        };
        let contact_person = chance(rng, 70).then_some(contact);
        (Identity::Organisation { organisation, inn: Some(inn), contact_person }, female)
    }

    /// The street with the house, and the whole address.
    fn address(&self, rng: &mut Rng, organised: bool) -> (String, String) {
        let street = one_of(&self.streets, rng);
        let house = rng.u32(1..120).to_string();
        let template = if organised || chance(rng, 25) { &self.house } else { &self.flat };
        let address = template
            .replace("{street}", street)
            .replace("{house}", &house)
            .replace("{flat}", &rng.u32(1..180).to_string())
            .replace("{town}", one_of(&self.towns, rng));
        (street.to_owned(), address)
    }

    /// An address of e-mail for whoever goes by this name.
    pub fn email(&self, identity: &Identity, rng: &mut Rng) -> String {
        let name = match identity {
            Identity::Person { surname, .. } => surname.as_str(),
            Identity::Organisation { .. } | Identity::Anonymous => "office",
        };
        let latin = |letter: char| {
            let small = letter.to_lowercase().next().unwrap_or(letter);
            self.latin
                .iter()
                .find(|(from, _)| *from == small)
                .map_or_else(|| small.to_string(), |(_, to)| to.clone())
        };
        let name: String = name.chars().map(latin).collect();
        let home = ["example.org", "example.com", "example.net"][rng.usize(..3)];
        format!("{name}{}@{home}", rng.u32(1..2000))
    }

    /// A mobile or a town telephone, written as people write them.
    pub fn telephone(&self, rng: &mut Rng) -> String {
        let (a, b, c) = (rng.u32(200..999), rng.u32(..100), rng.u32(..100));
        let mobile = rng.u32(900..999);
        match rng.u32(..10) {
            0..6 => format!("+7 {mobile} {a}-{b:02}-{c:02}"),
            6..8 => format!("8{mobile}{a}{b:02}{c:02}"),
            8 => format!("8 ({mobile}) {a} {b:02} {c:02}"),
            _ => format!("{} {a}-{b:02}-{c:02}", self.town_code),
        }
    }

    /// The name of somebody who acts for another.
    pub fn representative(&self, rng: &mut Rng) -> String {
        match self.person(rng).0 {
            Identity::Person { surname, given, patronymic } => {
                [Some(surname), given, patronymic].into_iter().flatten().collect::<Vec<_>>().join(" ")
            }
            Identity::Organisation { .. } | Identity::Anonymous => String::new(),
        }
    }
}

/// A name of two or more words.
fn named(name: &str) -> Identity {
    let mut words = name.split(' ').map(str::to_owned);
    let surname = words.next().unwrap_or_default();
    let given = words.next();
    let patronymic = Some(words.collect::<Vec<_>>().join(" ")).filter(|rest| !rest.is_empty());
    Identity::Person { surname, given, patronymic }
}

/// A taxpayer's number of ten or twelve digits, its control digits right.
fn taxpayer<const DIGITS: usize>(rng: &mut Rng) -> String {
    const WEIGHTS: [u32; 11] = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
    let controls = if DIGITS == 10 { 1 } else { 2 };
    let mut digits: Vec<u32> = (0..DIGITS - controls).map(|_| rng.u32(..10)).collect();
    for _ in 0..controls {
        let weights = &WEIGHTS[WEIGHTS.len() - digits.len()..];
        let sum: u32 = digits.iter().zip(weights).map(|(digit, weight)| digit * weight).sum();
        digits.push(sum % 11 % 10);
    }
    digits.into_iter().filter_map(|digit| char::from_digit(digit, 10)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taxpayers_number_has_the_right_control_digits() {
        // Checked by the rule of order ММВ-7-6/435: the weighted sum modulo 11, then modulo 10.
        let control = |digits: &[u32], weights: &[u32]| {
            digits.iter().zip(weights).map(|(digit, weight)| digit * weight).sum::<u32>() % 11 % 10
        };
        let digits = |text: String| text.chars().filter_map(|digit| digit.to_digit(10)).collect::<Vec<_>>();
        let mut rng = Rng::with_seed(3);
        for _ in 0..50 {
            let ten = digits(taxpayer::<10>(&mut rng));
            assert_eq!(ten.len(), 10);
            assert_eq!(ten[9], control(&ten, &[2, 4, 10, 3, 5, 9, 4, 6, 8]));
            let twelve = digits(taxpayer::<12>(&mut rng));
            assert_eq!(twelve.len(), 12);
            assert_eq!(twelve[10], control(&twelve, &[7, 2, 4, 10, 3, 5, 9, 4, 6, 8]));
            assert_eq!(twelve[11], control(&twelve, &[3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]));
        }
    }
}
