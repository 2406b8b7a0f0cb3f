//! Who an appeal comes from: a person, an organisation, several people, or nobody known.

use chrono::NaiveDate;
use petrovich::{Case, Gender};
use serde::{Deserialize, Serialize};

use super::code::closed_list;
use super::personal::Personal;
use super::text::given;

closed_list! {
    /// What kind of client; not personal, so that figures outlive an erasure.
    ClientSort {
        /// A citizen.
        Person = "person",
        /// An organisation.
        Organisation = "organisation",
        /// Several people who signed together.
        Collective = "collective",
        /// No name was given.
        Anonymous = "anonymous",
    }
}

/// A client as the desk wrote them down with one appeal; never edited by later merging of clients.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Client {
    /// Who.
    #[serde(flatten)]
    pub identity: Identity,
    /// Personal account number (лицевой счёт).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
    /// Number of the supply contract.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contract: Option<String>,
    /// Postal address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// Telephone, as typed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// E-mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Who acts for the client.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub representative: Option<Representative>,
    /// For a collective appeal: how many signed, and to whom the answer goes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub collective: Option<Collective>,
}

/// The name a client goes by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "sort", rename_all = "snake_case")]
pub enum Identity {
    /// A citizen.
    Person {
        /// фамилия
        surname: String,
        /// имя
        #[serde(default, skip_serializing_if = "Option::is_none")]
        given: Option<String>,
        /// отчество
        #[serde(default, skip_serializing_if = "Option::is_none")]
        patronymic: Option<String>,
    },
    /// An organisation.
    Organisation {
        /// Its name.
        organisation: String,
        /// ИНН
        #[serde(default, skip_serializing_if = "Option::is_none")]
        inn: Option<String>,
        /// Whom to ask for.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        contact_person: Option<String>,
    },
    /// «Аноним».
    Anonymous,
}

/// A representative and the proxy (доверенность) they act by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Representative {
    /// Full name.
    pub name: String,
    /// Number of the proxy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proxy_number: Option<String>,
    /// Date of the proxy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proxy_date: Option<NaiveDate>,
}

/// A collective appeal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Collective {
    /// How many signed.
    pub signers: u16,
    /// To whom the answer goes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer_to: Option<String>,
}

/// An authority's covering letter (сопроводительное письмо) with its own due date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CoveringLetter {
    /// The authority.
    pub body: String,
    /// Its number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<Personal<String>>,
    /// Its date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<NaiveDate>,
    /// The day by which the authority wants the answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
}

impl Client {
    /// An anonymous client without contacts.
    #[must_use]
    pub const fn anonymous() -> Self {
        Self {
            identity: Identity::Anonymous,
            account: None,
            contract: None,
            address: None,
            phone: None,
            email: None,
            representative: None,
            collective: None,
        }
    }

    /// What kind of client this is.
    #[must_use]
    pub const fn sort(&self) -> ClientSort {
        match (&self.collective, &self.identity) {
            (Some(_), _) => ClientSort::Collective,
            (None, Identity::Person { .. }) => ClientSort::Person,
            (None, Identity::Organisation { .. }) => ClientSort::Organisation,
            (None, Identity::Anonymous) => ClientSort::Anonymous,
        }
    }

    /// Whether there is anywhere to send an answer (R8: postal address, e-mail or phone).
    #[must_use]
    pub const fn has_contact(&self) -> bool {
        self.address.is_some() || self.email.is_some() || self.phone.is_some()
    }

    /// Surname with initials («Ёлкина А. П.»), or the organisation's name; empty for an anonymous client.
    #[must_use]
    pub fn short_name(&self) -> String {
        match &self.identity {
            Identity::Person { surname, given, patronymic } => {
                with_initials(surname, given.as_deref(), patronymic.as_deref())
            }
            Identity::Organisation { organisation, .. } => organisation.clone(),
            Identity::Anonymous => String::new(),
        }
    }

    /// The whole name, in the order of documents; empty for an anonymous client.
    #[must_use]
    pub fn full_name(&self) -> String {
        match &self.identity {
            Identity::Person { surname, given, patronymic } => {
                [Some(surname), given.as_ref(), patronymic.as_ref()]
                    .into_iter()
                    .flatten()
                    .map(String::as_str)
                    .collect::<Vec<_>>()
                    .join(" ")
            }
            Identity::Organisation { organisation, .. } => organisation.clone(),
            Identity::Anonymous => String::new(),
        }
    }

    /// To whom the answer is addressed: the one whom several signers named, else the client by their whole name;
    /// empty for an anonymous client (readings: *a collective appeal*).
    #[must_use]
    pub fn answer_to(&self) -> String {
        self.collective
            .as_ref()
            .and_then(|several| several.answer_to.as_deref().and_then(given))
            .map_or_else(|| self.full_name(), str::to_owned)
    }

    /// Where a letter goes: the postal address, else the e-mail, else the telephone.
    #[must_use]
    pub fn reach(&self) -> Option<&str> {
        self.address.as_deref().or(self.email.as_deref()).or(self.phone.as_deref())
    }

    /// To whom and where a letter goes, line by line. A person's name is offered in the dative; the clerk sees it and can
    /// change it.
    #[must_use]
    pub fn addressee(&self) -> Vec<String> {
        let name = match &self.identity {
            Identity::Person { surname, given, patronymic } => {
                dative(surname, given.as_deref(), patronymic.as_deref())
            }
            Identity::Organisation { organisation, .. } => organisation.clone(),
            Identity::Anonymous => String::new(),
        };
        [Some(name), self.reach().map(str::to_owned)]
            .into_iter()
            .flatten()
            .filter(|line| !line.is_empty())
            .collect()
    }
}

/// «Фамилия И. О.», as lists and signatures write it. Only the first word of a patronymic counts («Мамед оглы» → «М. оглы»).
#[must_use]
pub fn with_initials(surname: &str, given: Option<&str>, patronymic: Option<&str>) -> String {
    let mut name = surname.to_owned();
    for part in initials(given, patronymic) {
        name.push(' ');
        name.push_str(&part);
    }
    name
}

/// «И.», «О.» — and «М. оглы» for a patronymic with its particle; a double given name keeps both letters («А.-М.»).
pub(crate) fn initials(given: Option<&str>, patronymic: Option<&str>) -> Vec<String> {
    [given, patronymic]
        .into_iter()
        .flatten()
        .filter_map(|part| {
            let mut words = part.split_whitespace();
            let letters = words
                .next()?
                .split('-')
                .filter_map(|piece| piece.chars().next())
                .map(|letter| format!("{}.", letter.to_uppercase()))
                .collect::<Vec<_>>()
                .join("-");
            let particle = words.next().filter(|word| word.chars().next().is_some_and(char::is_lowercase));
            Some(particle.map_or_else(|| letters.clone(), |word| format!("{letters} {word}")))
        })
        .collect()
}

/// «Ёлкиной А. П.»: the surname in the dative, then the initials.
fn dative(surname: &str, given: Option<&str>, patronymic: Option<&str>) -> String {
    let surname = match petrovich::detect_gender(Some(surname), given, patronymic) {
        // Whose gender can't be told stays as written.
        Gender::Androgynous => surname.to_owned(),
        gender => petrovich::lastname(gender, surname, Case::Dative),
    };
    with_initials(&surname, given, patronymic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_addressee_is_offered_in_the_dative() {
        assert_eq!(dative("Ёлкина", Some("Анна"), Some("Петровна")), "Ёлкиной А. П.");
        assert_eq!(dative("Салтыков-Щедрин", Some("Павел"), Some("Львович")), "Салтыкову-Щедрину П. Л.");
        assert_eq!(dative("Гасанов", Some("Эльчин"), Some("Мамед оглы")), "Гасанову Э. М. оглы");
        assert_eq!(dative("Черных", Some("Любовь"), Some("Ильинична")), "Черных Л. И.");
    }
}
