//! `convert`: from workbook to scores CSV and back.

use std::path::Path;

use super::{Failure, Input, complain, shown};
use crate::{
    i18n::Language,
    import::{is_csv_path, same_file, write_scores},
    model::Workbook,
    storage::{EXTENSION, Overwrite, save_text, save_workbook},
};

/// Writes the workbook in the format that the output's extension names.
pub(super) fn convert(
    input: &Input,
    output: &Path,
    workbook: &Workbook,
    language: Language,
) -> Result<String, Failure> {
    if let Input::File(path) = input
        && same_file(path, output)
    {
        return Err(Failure(language.cli_same_file(&shown(output))));
    }
    let is_workbook = output
        .extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case(EXTENSION));
    let saved = if is_csv_path(output) {
        let (text, left_out) =
            write_scores(workbook).map_err(|reason| Failure(language.save_unwritable(&reason)))?;
        if left_out != crate::import::LeftOut::default() {
            complain(&language.cli_left_out(left_out.agreed, left_out.details, left_out.empty));
        }
        save_text(output, &text, &Overwrite::Always)
    } else if is_workbook {
        save_workbook(output, workbook, &Overwrite::Always)
    } else {
        return Err(Failure(language.cli_unknown_extension(&shown(output))));
    };
    saved.map_err(|error| Failure(error.sentence(language)))?;
    Ok(language.cli_written(&shown(output)) + "\n")
}
