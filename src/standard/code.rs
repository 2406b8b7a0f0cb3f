//! Closed lists: an enum, its codes in files and in the shell, and the list of all its values, written once.

/// A word that is on no closed list; carries the list's name and the word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownCode {
    /// Which list was asked, by the type's name.
    pub list: &'static str,
    /// The word that is not on it.
    pub word: String,
    /// The words that are.
    pub known: Vec<&'static str>,
}

/// Declares an enum whose variants have fixed codes (the English identifiers of the contract).
macro_rules! closed_list {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $($(#[$vmeta])* #[serde(rename = $code)] $variant,)+
        }

        impl $name {
            /// Every value, in the order in which a person should be offered them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The code used in files, in the shell and in facts.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::standard::code::UnknownCode;

            fn from_str(word: &str) -> Result<Self, Self::Err> {
                Self::ALL.iter().copied().find(|value| value.code() == word).ok_or_else(|| {
                    $crate::standard::code::UnknownCode {
                        list: stringify!($name),
                        word: word.to_owned(),
                        known: Self::ALL.iter().map(|value| value.code()).collect(),
                    }
                })
            }
        }
    };
}
pub(crate) use closed_list;
