//! stub
use super::Words;
use crate::desk::DeskError;
use crate::standard::office::Office;
use std::path::Path;
impl Words {
    /// stub
    #[must_use]
    pub fn trouble(&self, error: &DeskError, _register: &Path, office: Option<&Office>) -> String {
        match error {
            DeskError::Refused(refusal) => self.refusal(refusal, office),
            other => format!("{other:?}"),
        }
    }
}
