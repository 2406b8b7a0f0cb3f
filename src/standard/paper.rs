//! Papers that came out of the program: what they were made into, by which way they left, and how they are found again.

use super::code::closed_list;

closed_list! {
    /// What a letter is made into.
    PaperForm {
        /// A4 pages.
        Pdf = "pdf",
        /// Text of 66 columns, in one piece: a file.
        Text = "text",
        /// The same by pages of sixty lines: a printer that takes text.
        Pages = "pages",
    }
}

closed_list! {
    /// A paper of an appeal that is a document of its own: what the client takes home, what lies in the file.
    AppealPaper {
        /// талон
        Receipt = "receipt",
        /// регистрационная карточка
        Card = "card",
        /// бланк резолюции
        Slip = "slip",
    }
}

closed_list! {
    /// By which way a letter came out of the program.
    PaperWay {
        /// A printer took it.
        Printer = "printer",
        /// It was written into a file: to be printed elsewhere, or to go by e-mail.
        File = "file",
    }
}

/// A paper that was printed or written, and lies among the kept letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintedPaper {
    /// What it was made into.
    pub form: PaperForm,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
}

/// A paper of an appeal that came out: where it lies among the kept letters, and what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptPaper {
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// SHA-256 of its text, in hexadecimal: a paper that says the same is the same paper.
    pub says: String,
}
