//! What leaves: scores as CSV, response forms.

use std::{path::PathBuf, sync::Arc};

use crate::{
    export::{FormKind, form_html},
    import::{LeftOut, write_scores},
    model::Workbook,
    state::{Effect, ExportContent, State},
};

pub(super) fn all(state: &mut State, path: PathBuf) {
    let workbook = Arc::clone(state.workbook());
    scores(state, path, workbook);
}

pub(super) fn selected(state: &mut State, path: PathBuf) {
    let mut workbook = Workbook::clone(state.workbook());
    let selected = &state.session.selected;
    workbook
        .enterprises
        .retain(|one| selected.contains(&one.id));
    scores(state, path, Arc::new(workbook));
}

pub(super) fn form(state: &mut State, path: PathBuf, kind: FormKind) {
    let view = state.view();
    let (Some(enterprise), Some(round)) = (view.enterprise(), view.round()) else {
        return;
    };
    let language = state.language;
    let knowledge = &state.knowledge;
    let form = form_html(
        state.workbook(),
        enterprise,
        round,
        knowledge,
        kind,
        language,
    );
    let content = ExportContent::new(move || Ok((form.into_bytes(), LeftOut::default())));
    state.effect(Effect::Export(path, content));
}

fn scores(state: &mut State, path: PathBuf, workbook: Arc<Workbook>) {
    let content = ExportContent::new(move || {
        let (text, left_out) = write_scores(&workbook)?;
        Ok((text.into_bytes(), left_out))
    });
    state.effect(Effect::Export(path, content));
}
