//! The topics a person chose last, offered first and taken by one key, but never filled in.
//!
//! Of what a registration asks only the topic is remembered: the kind and the channel have a usual value for each way in
//! which an appeal comes, and how to answer is the client's wish, which another client's must not stand in for. Within a
//! pile, saving and going on repeats them all.

use std::path::Path;

use super::per_person;
use crate::standard::office::Login;

/// As many as are offered.
const MOST: usize = 3;

/// The codes of the topics a person chose last, the newest first.
pub(super) fn topics(file: &Path, person: &Login) -> Vec<String> {
    let kept = per_person::read(file, person);
    let mut topics: Vec<String> = kept.and_then(|kept| serde_json::from_value(kept).ok()).unwrap_or_default();
    topics.truncate(MOST);
    topics
}

/// A person chose this topic.
pub(super) fn remember(file: &Path, person: &Login, topic: &str) {
    let earlier = topics(file, person).into_iter().filter(|other| other != topic);
    let topics: Vec<_> = std::iter::once(topic.to_owned()).chain(earlier).take(MOST).collect();
    per_person::write(file, person, topics.into());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_topics_of_each_person_are_kept_and_a_spoilt_file_is_no_trouble() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("topics.json");
        let [ivanova, petrov] = ["ivanova", "petrov"].map(|login| Login(login.into()));
        assert!(topics(&file, &ivanova).is_empty());
        for topic in ["billing", "meter", "contract", "meter", "outage"] {
            remember(&file, &ivanova, topic);
        }
        remember(&file, &petrov, "billing");
        assert_eq!(topics(&file, &ivanova), ["outage", "meter", "contract"]);
        assert_eq!(topics(&file, &petrov), ["billing"]);
        std::fs::write(&file, "{\"ivanova\": 7, \"petrov\": [\"meter\"]}").unwrap();
        assert!(topics(&file, &ivanova).is_empty());
        remember(&file, &ivanova, "billing");
        assert_eq!(
            (topics(&file, &ivanova), topics(&file, &petrov)),
            (vec!["billing".into()], vec!["meter".into()])
        );
    }
}
