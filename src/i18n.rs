//! (room i18n)
