//! The one table of forms: what each is for and what each of its fields is, with an example and the rule. It feeds F1
//! and the manual; a test walks the forms of the program and fails on a field that is not here.

use super::form::{Field, Form};
use crate::i18n::Words;

/// Every form of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FormName {
    /// The first day: an office, a unit, a person.
    FirstDay,
    /// A new appeal, whichever way it came.
    NewAppeal,
    /// A consultation of which more is to be said than its topic.
    Consultation,
    /// A visit, where the wait is recorded.
    Waited,
    /// To an executor, a unit or the director.
    Route,
    /// Many appeals to one executor.
    RouteMany,
    /// Back to whoever it came from.
    HandBack,
    /// A reply or an interim one.
    Reply,
    /// A notice that is owed on a ground or a forwarding.
    Notice,
    /// A signature.
    Sign,
    /// A sending.
    Sent,
    /// A final reply goes back to its executor.
    Return,
    /// An oral answer.
    Answer,
    /// A longer term.
    Extend,
    /// A ground for no action.
    Screen,
    /// A ground or a forwarding taken back.
    Lift,
    /// Another organisation's matter.
    Forward,
    /// A request to a unit or an organisation.
    Request,
    /// The answer to a request.
    RequestAnswer,
    /// What an external unit answered.
    Result,
    /// A call back.
    Call,
    /// Corrections.
    Correct,
    /// A review noted, or a closed appeal filed away.
    Close,
    /// A closed appeal opened again.
    Reopen,
    /// Closed at the client's will.
    Withdraw,
    /// A clerk's error.
    Annul,
    /// What of the queue is seen.
    View,
    /// A paper and its printer.
    Printer,
    /// A journal or a list on paper.
    Journal,
    /// The journal of a day.
    DayJournal,
    /// A new feedback book.
    Book,
    /// The office itself.
    Office,
    /// A unit.
    Unit,
    /// A person.
    Staff,
    /// A file of rules.
    Load,
}

/// One field as it is explained.
#[derive(Debug)]
pub struct FieldEntry {
    /// Its id in the form.
    pub id: &'static str,
    /// Message id of its label.
    pub label: &'static str,
    /// Message id of what it is; then a line with an example, then one with the rule and its R-number where one holds.
    pub help: &'static str,
}

/// One form as it is explained.
#[derive(Debug)]
pub struct FormEntry {
    /// The form.
    pub name: FormName,
    /// Message id of its name.
    pub title: &'static str,
    /// Message id of what it is for.
    pub about: &'static str,
    /// Its fields in the order of the form.
    pub fields: &'static [FieldEntry],
}

macro_rules! form {
    ($name:ident, $title:literal, $about:literal, [$(($id:literal, $label:literal, $help:literal)),* $(,)?]) => {
        FormEntry {
            name: FormName::$name,
            title: $title,
            about: $about,
            fields: &[$(FieldEntry { id: $id, label: $label, help: $help }),*],
        }
    };
}

/// The table, in the order of the manual.
pub static FORMS: [FormEntry; 35] = [
    form!(
        FirstDay,
        "first-title",
        "first-help",
        [
            ("office_name", "field-office-name", "explain-office-name"),
            ("unit_title", "label-first-unit", "explain-first-unit"),
            ("person_name", "label-first-person", "explain-first-person"),
            ("office_code", "field-office-code", "explain-office-code"),
            ("position", "label-position", "explain-position"),
            ("phone", "label-phone", "explain-staff-phone"),
            ("signs", "label-signs", "explain-signs"),
        ]
    ),
    form!(
        NewAppeal,
        "command-new",
        "help-new-appeal",
        [
            ("received", "label-received", "explain-received"),
            ("channel", "label-channel", "explain-channel"),
            ("sender_number", "label-sender-number", "explain-sender-number"),
            ("sender_date", "label-sender-date", "explain-sender-date"),
            ("surname", "field-surname", "explain-surname"),
            ("given", "label-given", "explain-given"),
            ("patronymic", "label-patronymic", "explain-patronymic"),
            ("organisation", "field-organisation", "explain-organisation"),
            ("inn", "form-inn", "explain-inn"),
            ("account", "label-account", "explain-account"),
            ("contract", "form-contract", "explain-contract"),
            ("address", "label-address", "explain-address"),
            ("phone", "label-phone", "explain-phone"),
            ("email", "label-email", "explain-email"),
            ("anonymous", "label-anonymous", "explain-anonymous"),
            ("kind", "label-kind", "explain-kind"),
            ("topic", "label-topic", "explain-new-topic"),
            ("gist", "field-gist", "explain-gist"),
            ("text", "field-text", "explain-text"),
            ("documents", "form-documents", "explain-documents"),
            ("sheets", "label-sheets", "explain-sheets"),
            ("attachments", "label-attachments", "explain-attachments"),
            ("power_address", "form-power-address", "explain-power-address"),
            ("power_time", "form-power-time", "explain-power-time"),
            ("power_contract", "form-contract", "explain-power-contract"),
            ("answer", "label-answer", "explain-spot-answer"),
            ("answers", "form-answers", "explain-spot-answers"),
            ("agreed", "step-agreed", "explain-agreed"),
            ("call_back", "form-call-back", "explain-call-back"),
            ("reply_by", "label-reply-by", "explain-reply-by"),
            ("late_reason", "label-late-reason", "explain-late-reason"),
            ("by_representative", "form-by-representative", "explain-by-representative"),
            ("representative", "form-representative", "explain-representative"),
            ("proxy_number", "form-proxy-number", "explain-proxy-number"),
            ("proxy_date", "form-proxy-date", "explain-proxy-date"),
            ("several_signed", "form-several-signed", "explain-several-signed"),
            ("signers", "form-signers", "explain-signers"),
            ("answer_to", "form-answer-to", "explain-answer-to"),
            ("forwarded_by", "form-forwarded-by", "explain-forwarded-by"),
            ("covering_body", "form-covering-body", "explain-covering-body"),
            ("covering_number", "form-covering-number", "explain-covering-number"),
            ("covering_date", "form-covering-date", "explain-covering-date"),
            ("covering_due", "form-covering-due", "explain-covering-due"),
            ("several_questions", "form-several-questions", "explain-several-questions"),
            ("questions", "form-questions", "explain-questions"),
            ("from_paper", "form-from-paper", "explain-from-paper"),
            ("paper_number", "form-paper-number", "explain-paper-number"),
            ("paper_on", "form-paper-on", "explain-paper-on"),
            ("book", "form-book", "explain-book"),
            ("book_entry", "form-book-entry", "explain-book-entry"),
        ]
    ),
    form!(
        Consultation,
        "command-consult",
        "consult-about",
        [
            ("minutes", "consult-minutes", "explain-minutes"),
            ("client", "field-client", "explain-consult-client"),
            ("channel", "consult-channel", "explain-consult-channel"),
            ("topic", "label-topic", "explain-consult-topic"),
        ]
    ),
    form!(Waited, "command-start-visit", "visit-about", [("waited", "visit-waited", "explain-waited"),]),
    form!(
        Route,
        "command-route",
        "route-help",
        [
            ("to", "route-to", "explain-route-to"),
            ("co_executors", "route-helpers", "explain-co-executors"),
            ("resolution", "field-resolution", "explain-resolution"),
            ("inner_due", "route-inner-due", "explain-inner-due"),
            ("reason", "route-override", "explain-override"),
        ]
    ),
    form!(
        RouteMany,
        "forms-route-many",
        "bulk-help",
        [
            ("to", "route-to", "explain-route-to"),
            ("resolution", "field-resolution", "explain-resolution"),
            ("inner_due", "route-inner-due", "explain-inner-due"),
            ("reason", "route-override", "explain-override"),
        ]
    ),
    form!(
        HandBack,
        "command-hand-back",
        "step-help-hand-back",
        [("reason", "field-reason", "explain-hand-back-reason"),]
    ),
    form!(
        Reply,
        "command-reply",
        "help-reply",
        [
            ("template", "reply-template", "explain-template"),
            ("days", "step-days", "explain-reply-days"),
            ("addressee", "field-addressee", "explain-addressee"),
            ("heading", "field-heading", "explain-heading"),
            ("letter", "reply-text", "explain-letter"),
            ("questions", "reply-questions", "explain-reply-questions"),
            ("signatory", "reply-signatory", "explain-signatory"),
            ("final", "reply-final", "explain-final"),
        ]
    ),
    form!(
        Notice,
        "paper-notice",
        "help-reply",
        [
            ("template", "reply-template", "explain-template"),
            ("days", "step-days", "explain-reply-days"),
            ("addressee", "field-addressee", "explain-addressee"),
            ("heading", "field-heading", "explain-heading"),
            ("letter", "reply-text", "explain-notice-letter"),
            ("signatory", "reply-signatory", "explain-signatory"),
            ("final", "reply-final", "explain-final"),
        ]
    ),
    form!(
        Sign,
        "command-sign",
        "step-help-sign",
        [
            ("on", "step-on", "explain-signed-on"),
            ("way", "step-way", "explain-signed-way"),
            ("outgoing_number", "field-outgoing-number", "explain-outgoing-number"),
        ]
    ),
    form!(
        Sent,
        "command-sent",
        "step-help-sent",
        [("by", "step-sent-by", "explain-sent-by"), ("on", "step-on", "explain-sent-on"),]
    ),
    form!(Return, "command-return", "step-help-return", [("remark", "field-remark", "explain-remark"),]),
    form!(
        Answer,
        "command-answer",
        "step-help-answer",
        [
            ("answer", "step-answer", "explain-oral-answer"),
            ("answers", "step-answers", "explain-step-answers"),
            ("agreed", "step-agreed", "explain-agreed"),
        ]
    ),
    form!(
        Extend,
        "command-extend",
        "step-help-extend",
        [("days", "step-days", "explain-days"), ("reason", "field-reason", "explain-extend-reason"),]
    ),
    form!(
        Screen,
        "command-screen",
        "step-help-screen",
        [
            ("ground", "step-ground", "explain-ground"),
            ("reason", "field-reason", "explain-ground-why"),
            ("earlier_appeal", "step-earlier", "explain-earlier-appeal"),
            ("earlier_appeal_number", "step-earlier-only", "explain-earlier-appeal-number"),
            ("earlier_number", "field-earlier-number", "explain-earlier-number"),
            ("earlier_date", "field-earlier-date", "explain-earlier-date"),
        ]
    ),
    form!(
        Lift,
        "command-lift",
        "step-help-lift",
        [
            ("reason", "field-reason", "explain-lift-reason"),
            ("address", "label-address", "explain-address"),
            ("email", "label-email", "explain-email"),
            ("phone", "label-phone", "explain-phone"),
            ("on", "step-on", "explain-known-on"),
        ]
    ),
    form!(
        Forward,
        "command-forward",
        "step-help-forward",
        [
            ("recipient", "field-recipient", "explain-recipient"),
            ("reason", "field-reason", "explain-forward-reason"),
        ]
    ),
    form!(
        Request,
        "command-request",
        "step-help-request",
        [
            ("unit", "step-ask-unit", "explain-ask-unit"),
            ("recipient", "step-ask-organisation", "explain-ask-organisation"),
            ("request", "field-request", "explain-request"),
            ("expected", "step-expected", "explain-expected"),
            ("outgoing_number", "field-outgoing-number", "explain-outgoing-number"),
        ]
    ),
    form!(
        RequestAnswer,
        "command-request-answer",
        "step-help-request-answer",
        [
            ("which", "step-which-request", "explain-which-request"),
            ("answer", "step-answer", "explain-request-answer"),
            ("on", "step-on", "explain-request-answer-on"),
        ]
    ),
    form!(
        Result,
        "command-result",
        "step-help-result",
        [
            ("outgoing_number", "step-result-number", "explain-result-number"),
            ("on", "step-on", "explain-result-on"),
            ("answer", "step-answer", "explain-result-gist"),
        ]
    ),
    form!(
        Call,
        "command-call",
        "step-help-call",
        [("reached", "step-reached", "explain-reached"), ("answer", "step-call-gist", "explain-call-gist"),]
    ),
    form!(
        Correct,
        "command-correct",
        "step-help-correct",
        [
            ("channel", "label-channel", "explain-channel"),
            ("kind", "label-kind", "explain-kind"),
            ("topic", "label-topic", "explain-topic"),
            ("received", "label-received", "explain-received"),
            ("intake", "correct-intake", "explain-intake"),
            ("gist", "field-gist", "explain-gist"),
            ("text", "field-text", "explain-text"),
            ("questions", "correct-questions", "explain-questions"),
            ("sheets", "label-sheets", "explain-sheets"),
            ("attachments", "label-attachments", "explain-attachments"),
            ("documents", "correct-documents", "explain-documents"),
            ("sender_number", "label-sender-number", "explain-sender-number"),
            ("sender_date", "label-sender-date", "explain-sender-date"),
            ("reply_by", "label-reply-by", "explain-reply-by"),
            ("surname", "field-surname", "explain-surname"),
            ("given", "label-given", "explain-given"),
            ("patronymic", "label-patronymic", "explain-patronymic"),
            ("organisation", "field-organisation", "explain-organisation"),
            ("inn", "correct-inn", "explain-inn"),
            ("contact_person", "correct-contact-person", "explain-contact-person"),
            ("account", "label-account", "explain-account"),
            ("contract", "correct-contract", "explain-contract"),
            ("address", "label-address", "explain-address"),
            ("phone", "label-phone", "explain-phone"),
            ("email", "label-email", "explain-email"),
            ("representative", "field-representative", "explain-representative"),
            ("proxy_number", "correct-proxy-number", "explain-proxy-number"),
            ("proxy_date", "correct-proxy-date", "explain-proxy-date"),
            ("signers", "field-signers", "explain-signers"),
            ("answer_to", "correct-answer-to", "explain-answer-to"),
            ("covering_body", "field-covering-body", "explain-covering-body"),
            ("covering_number", "correct-covering-number", "explain-covering-number"),
            ("covering_date", "correct-covering-date", "explain-covering-date"),
            ("covering_due", "correct-covering-due", "explain-covering-due"),
            ("book", "field-book", "explain-book"),
            ("book_entry", "field-book-entry", "explain-book-entry"),
            ("power_address", "correct-power-address", "explain-power-address"),
            ("power_time", "correct-power-time", "explain-power-time"),
            ("power_contract", "correct-power-contract", "explain-power-contract"),
            ("reason", "field-reason", "explain-correct-reason"),
        ]
    ),
    form!(Close, "command-close", "step-help-close", [("reason", "field-reason", "explain-close-reason"),]),
    form!(
        Reopen,
        "command-reopen",
        "step-help-reopen",
        [("reason", "field-reason", "explain-reopen-reason"),]
    ),
    form!(
        Withdraw,
        "command-withdraw",
        "step-help-withdraw",
        [("reason", "field-reason", "explain-withdraw-reason"),]
    ),
    form!(Annul, "command-annul", "step-help-annul", [("reason", "field-reason", "explain-annul-reason"),]),
    form!(
        View,
        "command-narrow",
        "view-help",
        [
            ("list", "view-list", "explain-view-list"),
            ("unit", "column-unit", "explain-view-unit"),
            ("executor", "column-executor", "explain-view-executor"),
            ("channel", "column-channel", "explain-view-channel"),
            ("kind", "label-kind", "explain-view-kind"),
            ("topic", "label-topic", "explain-view-topic"),
            ("order", "view-order", "explain-order"),
            ("columns", "view-columns", "explain-columns"),
            ("name", "view-name", "explain-view-name"),
            ("forget", "view-forget", "explain-view-forget"),
        ]
    ),
    form!(
        Printer,
        "command-print",
        "print-form-help",
        [
            ("paper", "print-field-paper", "explain-paper"),
            ("printer", "print-field-printer", "explain-printer"),
            ("copies", "print-field-copies", "explain-copies"),
            ("takes", "print-field-takes", "explain-takes"),
        ]
    ),
    form!(
        Journal,
        "command-journals",
        "journals-help",
        [
            ("from", "journals-from", "explain-journal-from"),
            ("to", "journals-to", "explain-journal-to"),
            ("unit", "journals-unit", "explain-journal-unit"),
        ]
    ),
    form!(
        DayJournal,
        "journal-day",
        "journals-help-day",
        [("to", "journals-day", "explain-journal-to"), ("unit", "journals-unit", "explain-journal-unit"),]
    ),
    form!(
        Book,
        "command-books",
        "help-book",
        [
            ("unit", "column-hall", "explain-hall"),
            ("book", "book-number", "explain-new-book"),
            ("opened", "book-opened", "explain-opened"),
            ("sheets", "book-sheets", "explain-book-sheets"),
        ]
    ),
    form!(
        Office,
        "command-office",
        "help-office",
        [
            ("office_name", "field-office-name", "explain-office-name"),
            ("address", "label-address", "explain-office-address"),
            ("phone", "label-phone", "explain-office-phone"),
            ("email", "label-email", "explain-office-email"),
            ("letterhead", "label-letterhead", "explain-letterhead"),
            ("appeal_numbers", "label-appeal-numbers", "explain-appeal-numbers"),
            ("outgoing_numbers", "label-outgoing-numbers", "explain-outgoing-numbers"),
            ("outgoing_at", "label-outgoing-at", "explain-outgoing-at"),
            ("default_person", "label-default-person", "explain-default-person"),
        ]
    ),
    form!(
        Unit,
        "command-units",
        "help-unit",
        [
            ("unit_title", "field-unit-title", "explain-unit-title"),
            ("unit_code", "field-unit-code", "explain-unit-code"),
            ("sort", "column-unit-sort", "explain-unit-sort"),
            ("external", "label-unit-external", "explain-unit-external"),
            ("back", "label-unit-back", "explain-back"),
        ]
    ),
    form!(
        Staff,
        "command-staff",
        "help-staff",
        [
            ("person_name", "field-person-name", "explain-person-name"),
            ("login", "field-login", "explain-login"),
            ("unit", "column-unit", "explain-staff-unit"),
            ("position", "label-position", "explain-position"),
            ("phone", "label-phone", "explain-staff-phone"),
            ("email", "label-email", "explain-staff-email"),
            ("clerk", "role-clerk", "explain-role-clerk"),
            ("executor", "role-executor", "explain-role-executor"),
            ("head", "role-head", "explain-role-head"),
            ("director", "role-director", "explain-role-director"),
            ("administrator", "role-administrator", "explain-role-administrator"),
            ("signs", "label-signs", "explain-signs"),
            ("signs_from", "label-signs-from", "explain-signs-from"),
            ("signs_to", "label-signs-to", "explain-signs-to"),
            ("os_user", "label-os-user", "explain-os-user"),
            ("deputy_of", "label-deputy-of", "explain-deputy-of"),
            ("deputy_as", "label-deputy-as", "explain-deputy-as"),
            ("deputy_from", "label-deputy-from", "explain-deputy-from"),
            ("deputy_to", "label-deputy-to", "explain-deputy-to"),
            ("back", "label-staff-back", "explain-back"),
        ]
    ),
    form!(
        Load,
        "command-load",
        "load-help",
        [
            ("what", "load-what", "explain-load-what"),
            ("file", "load-file", "explain-load-file"),
            ("replace", "load-replace", "explain-load-replace"),
        ]
    ),
];

impl FormName {
    /// Its row in [`FORMS`].
    #[must_use]
    pub fn entry(self) -> &'static FormEntry {
        // The variants and the rows stand in the same order; a test holds it.
        &FORMS[self as usize]
    }

    /// The first field of a form of this name that the table does not explain, or calls otherwise; a field without a
    /// label is never seen.
    #[must_use]
    pub fn unexplained(self, form: &Form, words: &Words) -> Option<&'static str> {
        let explained = |field: &Field| {
            let entry = self.entry().fields.iter().find(|entry| entry.id == field.id());
            let same = |label: &str| capitalised(label) == capitalised(field.label());
            entry.is_some_and(|entry| same(&words.by_id(entry.label)))
        };
        let seen = form.fields().iter().filter(|field| !field.label().is_empty());
        seen.filter(|field| !explained(field)).map(Field::id).next()
    }

    /// What F1 says of a field of this form, or of the form where no field has the cursor; `about` is what the form is
    /// for, in words.
    #[must_use]
    pub fn help(self, field: Option<&str>, about: &str, words: &Words) -> String {
        let entry = field.and_then(|id| self.entry().fields.iter().find(|entry| entry.id == id));
        match entry {
            Some(field) => {
                format!(
                    "{}\n\n{}\n\n{about}",
                    capitalised(&words.by_id(field.label)),
                    words.by_id(field.help)
                )
            }
            None => about.to_owned(),
        }
    }
}

/// A word as a label begins.
#[must_use]
pub fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::i18n::Language;
    use crate::terminal::layers::LEAST;
    use crate::text;

    #[test]
    fn every_form_finds_its_own_row_and_no_field_stands_twice() {
        for entry in &FORMS {
            assert_eq!(entry.name.entry().name, entry.name);
            let ids: BTreeSet<_> = entry.fields.iter().map(|field| field.id).collect();
            assert_eq!(ids.len(), entry.fields.len(), "{:?}", entry.name);
        }
    }

    #[test]
    fn every_label_fits_beside_its_field_in_the_least_window_in_both_languages() {
        // A third of the width is the labels', less the star of a field that must be filled.
        let room = usize::from(LEAST.width / 3) - 1;
        let labels = FORMS.iter().flat_map(|entry| entry.fields).map(|field| field.label);
        for (language, label) in labels.flat_map(|label| Language::ALL.map(|language| (language, label))) {
            let label = capitalised(&Words::new(language).by_id(label));
            assert!(text::shown(&label).width() <= room, "{label}");
        }
    }

    /// The R-numbers of a text.
    fn rules(text: &str) -> BTreeSet<&str> {
        let words = text.split(|c: char| !c.is_ascii_alphanumeric());
        words
            .filter(|word| {
                word.starts_with('R') && word.len() > 1 && word[1..].bytes().all(|b| b.is_ascii_digit())
            })
            .collect()
    }

    #[test]
    fn every_field_has_an_example_and_a_rule_that_bears_its_number_in_both_languages() {
        let (ru, en) = (Words::new(Language::Ru), Words::new(Language::En));
        for field in FORMS.iter().flat_map(|entry| entry.fields) {
            for words in [&ru, &en] {
                let text = words.by_id(field.help);
                let lines: Vec<_> = text.lines().collect();
                let example = words.by_id("explain-example");
                assert!(lines.len() >= 2 && lines[1].starts_with(&example), "{}: {text}", field.help);
                assert!(
                    lines[0].trim() != words.by_id(field.label) && lines[0].contains(' '),
                    "{}: says nothing",
                    field.help
                );
                let rule = words.by_id("explain-rule");
                let ruled = lines.get(2).is_some_and(|line| line.starts_with(&rule));
                assert!(lines.len() < 3 || ruled && !rules(lines[2]).is_empty(), "{}: {text}", field.help);
            }
            assert_eq!(rules(&ru.by_id(field.help)), rules(&en.by_id(field.help)), "{}", field.help);
        }
    }
}
