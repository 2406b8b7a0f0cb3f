//! The words of both languages: the same messages with the same variables, each of them used, and none outside the files.

#![expect(clippy::unwrap_used, reason = "source and words that can't be read are a failed test")]

mod source;

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use otklik::terminal::command::{COMMANDS, message_ids};
use proc_macro2::{TokenStream, TokenTree};
use syn::visit::Visit;

const RU: &str = include_str!("../assets/locales/ru/otklik.ftl");
const EN: &str = include_str!("../assets/locales/en/otklik.ftl");

/// What one message holds.
#[derive(Default, Debug)]
struct Message {
    text: String,
    variables: BTreeSet<String>,
    /// The keys of each choice by number.
    choices: Vec<BTreeSet<String>>,
}

impl Message {
    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.text.push_str(value),
                PatternElement::Placeable { expression } => self.expression(expression),
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                self.choices.push(BTreeSet::new());
                let at = self.choices.len() - 1;
                for variant in variants {
                    let (VariantKey::Identifier { name } | VariantKey::NumberLiteral { value: name }) =
                        &variant.key;
                    self.choices[at].insert((*name).to_owned());
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => drop(self.variables.insert(id.name.to_owned())),
            InlineExpression::StringLiteral { value } => self.text.push_str(value),
            InlineExpression::NumberLiteral { .. } => {}
            InlineExpression::Placeable { expression } => self.expression(expression),
            other => panic!("the files use neither terms nor functions: {other:?}"),
        }
    }
}

/// The messages of a file; a fault in it, a message without a value, or one given twice ends the test.
fn messages(file: &'static str) -> BTreeMap<&'static str, Message> {
    let resource = fluent_syntax::parser::parse(file).unwrap_or_else(|(_, errors)| panic!("{errors:?}"));
    let mut messages = BTreeMap::new();
    for entry in &resource.body {
        let Entry::Message(entry) = entry else { continue };
        assert!(entry.attributes.is_empty(), "{} has attributes", entry.id.name);
        let mut message = Message::default();
        message.pattern(entry.value.as_ref().unwrap());
        assert!(messages.insert(entry.id.name, message).is_none(), "{} stands twice", entry.id.name);
    }
    messages
}

fn is_cyrillic(c: char) -> bool {
    ('\u{400}'..='\u{52f}').contains(&c)
}

#[test]
fn both_languages_have_the_same_messages_with_the_same_variables() {
    let (ru, en) = (messages(RU), messages(EN));
    let ids = |one: &BTreeMap<&'static str, Message>, other: &BTreeMap<&'static str, Message>| -> Vec<_> {
        one.keys().copied().filter(|id| !other.contains_key(id)).collect()
    };
    assert_eq!(ids(&ru, &en), [""; 0], "only in Russian");
    assert_eq!(ids(&en, &ru), [""; 0], "only in English");
    for (id, message) in &ru {
        assert_eq!(message.variables, en[id].variables, "{id}");
    }
}

#[test]
fn every_command_has_its_words() {
    let ru = messages(RU);
    assert_eq!(message_ids().filter(|id| !ru.contains_key(id)).collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn names_in_the_bar_fit_their_places() {
    for (language, words) in [("ru", messages(RU)), ("en", messages(EN))] {
        for entry in &COMMANDS {
            let Some(number) = entry.function else { continue };
            // Eight columns a key; the number and a blank are the key's own.
            let room = if number > 9 { 5 } else { 6 };
            let name = &words[entry.bar].text;
            assert!(name.chars().count() <= room, "{language}: F{number} «{name}» is longer than {room}");
        }
    }
}

#[test]
fn counted_words_have_every_form_their_language_needs() {
    for (words, forms) in
        [(messages(RU), &["few", "one", "other"][..]), (messages(EN), &["one", "other"][..])]
    {
        for (id, message) in &words {
            for choice in &message.choices {
                assert_eq!(choice.iter().map(String::as_str).collect::<Vec<_>>(), forms, "{id}");
            }
        }
    }
}

#[test]
fn english_is_english() {
    let russian: Vec<_> = EN.lines().filter(|line| line.contains(is_cyrillic)).collect();
    assert_eq!(russian, [""; 0]);
}

/// Every text and character literal of the source but doc comments and tests, macros' arguments included.
#[derive(Default)]
struct Literals(Vec<String>);

impl Literals {
    fn tokens(&mut self, tokens: TokenStream) {
        for tree in tokens {
            match tree {
                TokenTree::Group(group) if is_comment(&group.stream()) => {}
                TokenTree::Group(group) => self.tokens(group.stream()),
                TokenTree::Literal(literal) => match syn::parse_str(&literal.to_string()) {
                    Ok(syn::Lit::Str(text)) => self.0.push(text.value()),
                    Ok(syn::Lit::Char(one)) => self.0.push(one.value().into()),
                    _ => {}
                },
                TokenTree::Ident(_) | TokenTree::Punct(_) => {}
            }
        }
    }
}

/// `[doc = "…"]`: what a `///` becomes within a macro.
fn is_comment(tokens: &TokenStream) -> bool {
    matches!(tokens.clone().into_iter().next(), Some(TokenTree::Ident(word)) if word == "doc")
}

impl<'ast> Visit<'ast> for Literals {
    fn visit_attribute(&mut self, attribute: &'ast syn::Attribute) {
        if let syn::Meta::List(list) = &attribute.meta {
            self.tokens(list.tokens.clone());
        }
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        if !source::is_test(&item.attrs) {
            syn::visit::visit_item_mod(self, item);
        }
    }

    fn visit_item_impl(&mut self, item: &'ast syn::ItemImpl) {
        if !source::is_test(&item.attrs) {
            syn::visit::visit_item_impl(self, item);
        }
    }

    fn visit_lit_str(&mut self, text: &'ast syn::LitStr) {
        self.0.push(text.value());
    }

    fn visit_lit_char(&mut self, one: &'ast syn::LitChar) {
        self.0.push(one.value().into());
    }

    fn visit_macro(&mut self, item: &'ast syn::Macro) {
        self.tokens(item.tokens.clone());
    }
}

fn literals(file: &source::File) -> Vec<String> {
    let mut literals = Literals::default();
    literals.visit_file(&file.syntax);
    literals.0
}

#[test]
fn no_message_is_without_use() {
    /// Ids made of the names of commands and options: the shell's own test walks them.
    const OF_THE_SHELL: [&str; 3] = ["cli-about", "cli-help-", "cli-value-"];
    let mut used: BTreeSet<String> = source::files().iter().flat_map(literals).collect();
    used.extend(message_ids().map(str::to_owned));
    let of_the_shell = |id: &str| OF_THE_SHELL.iter().any(|prefix| id.starts_with(prefix));
    let unused: Vec<_> =
        messages(RU).into_keys().filter(|id| !used.contains(*id) && !of_the_shell(id)).collect();
    assert_eq!(unused, [""; 0]);
}

#[test]
fn words_for_people_stand_in_the_files_of_words_only() {
    /// What a person may type is read there: «сегодня» in a date, «Приложение:» in a letter; and what a printer gets for a
    /// sign that it lacks stands there: «евро». «доб.» is part of a telephone, «оглы» and «-вич» of a name, «Здравствуйте»
    /// of a client's letter.
    const READS_WORDS: [&str; 6] = [
        "standard/gist.rs",
        "standard/names.rs",
        "standard/phone.rs",
        "terminal/form/loose.rs",
        "letters/typed.rs",
        "letters/cp866.rs",
    ];
    let files = source::files();
    let words: Vec<_> = files
        .iter()
        .filter(|file| !READS_WORDS.contains(&file.name.as_str()))
        .flat_map(|file| literals(file).into_iter().map(|text| (file.name.as_str(), text)))
        .filter(|(_, text)| text.chars().filter(|c| is_cyrillic(*c)).count() > 1)
        .collect();
    assert!(words.is_empty(), "{words:?}");
}
