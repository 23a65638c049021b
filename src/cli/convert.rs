//! `convert`: from workbook to scores CSV and back.

use std::path::Path;

use super::{Failure, Input, Target, complain};
use crate::{
    i18n::Language,
    import::{same_file, write_scores},
    model::Workbook,
    storage::{Overwrite, export_bytes, save_workbook, shown_path as shown},
};

/// Writes the workbook in the format that the output's extension names.
pub(super) fn convert(
    input: &Input,
    output: &Target,
    workbook: &Workbook,
    language: Language,
) -> Result<String, Failure> {
    let path: &Path = output.path();
    if let Input::File(input) = input
        && same_file(input, path)
    {
        return Err(Failure(language.cli_same_file(&shown(path))));
    }
    let saved = match output {
        Target::ScoresCsv(_) => write_scores(workbook).and_then(|(text, left_out)| {
            let stamp = export_bytes(path, text.as_bytes())?;
            if let Some(sentence) = language.left_out(&left_out) {
                complain(&sentence);
            }
            Ok(stamp)
        }),
        Target::Workbook(_) => save_workbook(path, workbook, &Overwrite::Always),
    };
    saved.map_err(|error| Failure(error.sentence(language)))?;
    Ok(language.cli_written(&shown(path)) + "\n")
}
