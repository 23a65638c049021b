//! What leaves: scores as CSV, response forms.

use std::{path::PathBuf, sync::Arc};

use super::{Effect, ExportContent, State};
use crate::{
    export::{FormKind, form_html},
    import::{LeftOut, write_scores},
    model::Workbook,
};

impl State {
    pub(super) fn export_all(&mut self, path: PathBuf) {
        let workbook = Arc::clone(self.workbook());
        self.export_scores(path, workbook);
    }

    pub(super) fn export_selected(&mut self, path: PathBuf) {
        let mut workbook = Workbook::clone(self.workbook());
        let selected = &self.session.selected;
        workbook
            .enterprises
            .retain(|one| selected.contains(&one.id));
        self.export_scores(path, Arc::new(workbook));
    }

    pub(super) fn export_form(&mut self, path: PathBuf, kind: FormKind) {
        let view = self.view();
        let (Some(enterprise), Some(round)) = (view.enterprise(), view.round()) else {
            return;
        };
        let language = self.language;
        let knowledge = &self.knowledge;
        let form = form_html(
            self.workbook(),
            enterprise,
            round,
            knowledge,
            kind,
            language,
        );
        let content = ExportContent::new(move || Ok((form.into_bytes(), LeftOut::default())));
        self.effect(Effect::Export(path, content));
    }

    fn export_scores(&mut self, path: PathBuf, workbook: Arc<Workbook>) {
        let content = ExportContent::new(move || {
            let (text, left_out) = write_scores(&workbook)?;
            Ok((text.into_bytes(), left_out))
        });
        self.effect(Effect::Export(path, content));
    }
}
