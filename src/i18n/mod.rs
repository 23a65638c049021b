//! Every word a user reads, in both languages side by side.
//!
//! A message is a method of [`Language`]; `messages!` writes it once with both texts, so a missing
//! translation does not compile. The plain texts are also listed in [`catalogue`] for the tests that
//! look for untranslated pairs and for characters the bundled fonts lack.

pub use crate::language::Language;

/// One message as written in the source: name, English, Chinese.
pub struct CatalogueEntry {
    /// The method's name.
    pub name: &'static str,
    /// English text, with `{}` where arguments go.
    pub english: &'static str,
    /// Chinese text, with `{}` where arguments go.
    pub chinese: &'static str,
}

/// Writes messages as methods of [`Language`] and lists them in a `CATALOGUE`.
///
/// `name => "English", "中文";` gives `fn name(self) -> &'static str`, and
/// `name(count: usize) => "{count} firms", "{count} 家企业";` gives `fn name(self, …) -> String`.
macro_rules! messages {
    ($($name:ident $(($($argument:ident : $kind:ty),+ $(,)?))? => $english:literal, $chinese:literal;)+) => {
        impl $crate::i18n::Language {
            $($crate::i18n::messages!(@one $name $(($($argument: $kind),+))? => $english, $chinese);)+
        }
        pub(super) const CATALOGUE: &[$crate::i18n::CatalogueEntry] = &[
            $($crate::i18n::CatalogueEntry {
                name: stringify!($name),
                english: $english,
                chinese: $chinese,
            }),+
        ];
    };
    (@one $name:ident => $english:literal, $chinese:literal) => {
        #[doc = concat!("The message `", stringify!($name), "`.")]
        #[must_use]
        pub const fn $name(self) -> &'static str {
            match self {
                Self::English => $english,
                Self::Chinese => $chinese,
            }
        }
    };
    (@one $name:ident ($($argument:ident : $kind:ty),+) => $english:literal, $chinese:literal) => {
        #[doc = concat!("The message `", stringify!($name), "`, with its arguments put in.")]
        #[must_use]
        pub fn $name(self, $($argument: $kind),+) -> String {
            match self {
                Self::English => format!($english),
                Self::Chinese => format!($chinese),
            }
        }
    };
}
use messages;

mod advice_words;
mod assess_words;
mod calendar_words;
mod cli_words;
mod compare_words;
mod csv_words;
mod edit_words;
mod error_words;
mod explain_words;
mod file_words;
mod form_words;
mod groups_words;
mod guided_words;
mod knowledge_words;
mod model_words;
mod page_words;
mod paper_words;
mod plan_words;
mod portfolio_words;
mod present_words;
mod recovery_words;
mod report_words;
mod results_words;
mod room_words;
mod several_words;
mod shell_words;
mod table_words;
mod versions_words;
mod weights_words;

/// Every message of the program, for tests.
pub fn catalogue() -> impl Iterator<Item = &'static CatalogueEntry> {
    [
        advice_words::CATALOGUE,
        assess_words::CATALOGUE,
        calendar_words::CATALOGUE,
        cli_words::CATALOGUE,
        compare_words::CATALOGUE,
        csv_words::CATALOGUE,
        error_words::CATALOGUE,
        explain_words::CATALOGUE,
        file_words::CATALOGUE,
        form_words::CATALOGUE,
        groups_words::CATALOGUE,
        guided_words::CATALOGUE,
        knowledge_words::CATALOGUE,
        page_words::CATALOGUE,
        paper_words::CATALOGUE,
        plan_words::CATALOGUE,
        present_words::CATALOGUE,
        recovery_words::CATALOGUE,
        report_words::CATALOGUE,
        portfolio_words::CATALOGUE,
        model_words::CATALOGUE,
        results_words::CATALOGUE,
        room_words::CATALOGUE,
        several_words::CATALOGUE,
        shell_words::CATALOGUE,
        table_words::CATALOGUE,
        versions_words::CATALOGUE,
        weights_words::CATALOGUE,
    ]
    .into_iter()
    .flatten()
}
