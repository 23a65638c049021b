//! Acts on charts that are taken out of the window.

use std::path::PathBuf;

use super::choosing;
use crate::{
    import::LeftOut,
    report::{Letters, PictureError, Pixels, pixels, png},
    state::{
        ChartAction, ChartGoal, Effect, ExportContent, FileJob, PictureContent, State, Tone,
        charted::PICTURE_SCALE,
    },
    storage::SaveError,
    theme::{ThemeName, Themes, Tokens},
};

pub(super) fn act(state: &mut State, ChartAction { chart, to }: ChartAction) {
    match to {
        ChartGoal::Text => {
            state.effect(Effect::Copy(chart.text()));
            state.toast(Tone::Good, state.language.copied().to_owned());
        }
        ChartGoal::Picture => {
            let language = state.language;
            let content = PictureContent::new(move || {
                let svg = chart.svg(language, paper()?, Letters::Outlined);
                pixels(&svg, PICTURE_SCALE)
            });
            state.effect(Effect::DrawPicture(content));
        }
        ChartGoal::File => {
            state.session.taken = Some(chart);
            choosing::choose(state, FileJob::SavePicture);
        }
    }
}

/// What came of drawing a picture for the clipboard.
pub(super) fn drawn(state: &mut State, result: Result<Pixels, PictureError>) {
    match result {
        Ok(pixels) => {
            state.effect(Effect::CopyPicture(pixels));
            state.toast(Tone::Good, state.language.picture_copied().to_owned());
        }
        Err(_) => state.toast(Tone::Bad, state.language.picture_not_drawn().to_owned()),
    }
}

/// Writes the chart that was taken last, as its file's ending says.
pub(super) fn save(state: &mut State, path: PathBuf) {
    let Some(chart) = state.session.taken.take() else {
        return;
    };
    let language = state.language;
    let is_svg = path
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("svg"));
    let content = ExportContent::new(move || {
        let refused = |error: PictureError| SaveError::Unwritable {
            reason: error.to_string(),
        };
        let paper = paper().map_err(refused)?;
        let bytes = if is_svg {
            chart.svg(language, paper, Letters::Named).into_bytes()
        } else {
            let svg = chart.svg(language, paper, Letters::Outlined);
            png(&svg, PICTURE_SCALE).map_err(refused)?
        };
        Ok((bytes, LeftOut::default()))
    });
    state.effect(Effect::Export(path, content));
}

/// The colours of paper, whatever theme is on screen.
fn paper() -> Result<&'static Tokens, PictureError> {
    let themes = Themes::built_in().map_err(|_| PictureError::Unreadable)?;
    Ok(themes.get(ThemeName::Light))
}
