//! What is kept for the next start.

use std::path::Path;

use crate::{
    i18n::Language,
    state::{Effect, Picture, State},
    storage::{PictureChoice, Settings, ThemeChoice},
};

pub(super) fn remember(state: &mut State, path: &Path) {
    state.settings.remember(path);
    changed(state);
}

pub(super) fn changed(state: &mut State) {
    state.recent = state.settings.recent_files();
    state.effect(Effect::KeepSettings(Box::new(state.settings.clone())));
}

pub fn set_theme(state: &mut State, theme: ThemeChoice) {
    state.settings.theme = theme;
    changed(state);
}

pub fn set_language(state: &mut State, language: Language) {
    state.language = language;
    state.settings.language = Some(language);
    changed(state);
}

pub fn set_text_size(state: &mut State, percent: u16) {
    let (least, most) = Settings::TEXT_SIZES.into_inner();
    state.settings.text_size_percent = percent.clamp(least, most);
    changed(state);
}

pub fn set_picture(state: &mut State, picture: Picture) {
    state.session.picture = picture;
    state.settings.picture = match picture {
        Picture::Radar => PictureChoice::Radar,
        Picture::Sides => PictureChoice::Sides,
        Picture::Dots => PictureChoice::Dots,
    };
    changed(state);
}
