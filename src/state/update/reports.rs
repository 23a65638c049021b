//! Acts on the Report page: choices, its preview, and writing.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{choosing, settings};
use crate::{
    model::EnterpriseId,
    report::{Chosen, Destination, Facilitator, Order, PictureError, ReportKind, Scope},
    state::{
        AfterExport, Effect, ExportProgress, FileJob, MOST_PREVIEWED, Preview, ReportAction,
        ReportChosen, ReportExport, ReportRequest, ReportsWritten, Screen, State, Tone, Whom,
        file_names,
    },
    storage::{ReportKept, shown_path},
};

/// Shows the page.
pub fn open(state: &mut State) {
    if state.session.screen != Screen::Report {
        state.session.report_from = state.session.screen;
        state.session.report.whom = Whom::Chosen;
    }
    state.session.screen = Screen::Report;
}

pub(super) fn act(state: &mut State, action: ReportAction) {
    match action {
        ReportAction::Share => {
            open(state);
            keep(state, |kept| {
                ReportKind::Sheet.code().clone_into(&mut kept.kind);
            });
        }
        ReportAction::Leave => state.session.screen = state.session.report_from,
        ReportAction::Kind(kind) => keep(state, |kept| kind.code().clone_into(&mut kept.kind)),
        ReportAction::Format(format) => {
            keep(state, |kept| format.ending().clone_into(&mut kept.format));
        }
        ReportAction::Languages(languages) => {
            keep(state, |kept| {
                languages.code().clone_into(&mut kept.languages);
            });
        }
        ReportAction::Paper(paper) => keep(state, |kept| paper.code().clone_into(&mut kept.paper)),
        ReportAction::Whom(whom) => state.session.report.whom = whom,
        ReportAction::Zoom(zoom) => state.session.report.zoom = zoom,
        ReportAction::Facilitator(facilitator) => {
            state.settings.facilitator = facilitator;
            settings::changed(state);
        }
        ReportAction::ChooseMark => choosing::choose(state, FileJob::ChooseMark),
        ReportAction::Export(after) => {
            if state.exporting.is_some() {
                return;
            }
            state.session.report.after = after;
            let format = chosen(state).format;
            let job = if files(state) > 1 {
                FileJob::ExportReports
            } else {
                FileJob::ExportReport(format)
            };
            choosing::choose(state, job);
        }
        ReportAction::Cancel => {
            if let Some(progress) = &state.exporting {
                progress.break_off();
            }
        }
    }
}

/// Changes what is kept of the choices.
fn keep(state: &mut State, change: impl FnOnce(&mut ReportKept)) {
    change(&mut state.settings.report);
    settings::changed(state);
}

/// The facilitator's mark was looked for.
pub(super) fn mark_chosen(state: &mut State, path: &Path) {
    state.settings.facilitator.mark = path.display().to_string();
    settings::changed(state);
}

fn chosen(state: &State) -> ReportChosen {
    ReportChosen::of(&state.settings.report, state.language)
}

/// Whose reports are asked for, at most so many, each by its latest round; the firm on screen by the round on screen.
fn scope(state: &State, most: usize) -> Scope {
    let view = state.view();
    let of = |id: EnterpriseId| {
        let on_screen = view.enterprise().is_some_and(|shown| shown.id == id);
        let round = state.session.round.filter(|_| on_screen);
        Chosen {
            enterprise: id,
            round,
        }
    };
    let all = state.workbook().enterprises.iter().map(|one| one.id);
    let selected = &state.session.selected;
    Scope(match state.session.report.whom.of(chosen(state).kind) {
        Whom::Chosen => view
            .enterprise()
            .map(|one| of(one.id))
            .into_iter()
            .collect(),
        Whom::Selected => {
            let selected = all.filter(|id| selected.contains(id));
            selected.take(most).map(of).collect()
        }
        Whom::All => all.take(most).map(of).collect(),
    })
}

/// How many files come of it.
fn files(state: &State) -> usize {
    if chosen(state).kind.by_firm() {
        scope(state, usize::MAX).0.len()
    } else {
        1
    }
}

fn request(state: &State, scope: Scope) -> ReportRequest {
    let ReportChosen {
        kind,
        languages,
        paper,
        ..
    } = chosen(state);
    let kept = &state.settings.facilitator;
    let order = Order {
        workbook: Arc::clone(state.workbook()),
        knowledge: Arc::clone(&state.knowledge),
        kind,
        languages: languages.list(),
        scope,
        paper,
        today: (state.services.today)(),
        facilitator: Facilitator {
            name: kept.name.trim().to_owned(),
            contact: kept.contact.trim().to_owned(),
            logo: None,
        },
    };
    ReportRequest {
        order,
        mark: kept.mark.trim().to_owned(),
    }
}

/// Has the pages laid out that belong to what is chosen, where others are shown; one at a time, so that what is
/// typed meanwhile waits for the next turn.
pub(super) fn look(state: &mut State) {
    if state.session.screen != Screen::Report {
        state.previewing.shown = None;
        return;
    }
    let most = if chosen(state).kind.by_firm() {
        MOST_PREVIEWED
    } else {
        usize::MAX
    };
    let wanted = request(state, scope(state, most));
    let shown = state.previewing.shown.as_ref();
    let is_shown = shown.is_some_and(|(shown, _)| shown.same(&wanted));
    if is_shown || state.previewing.at_work.is_some() {
        return;
    }
    state.previewing.at_work = Some(wanted.clone());
    state.effect(Effect::LayOut(Box::new(wanted)));
}

/// Pages were laid out.
pub(super) fn laid_out(state: &mut State, preview: Preview) {
    if let Some(request) = state.previewing.at_work.take() {
        state.previewing.shown = Some((request, Arc::new(preview)));
    }
}

/// Begins to write into a file or a folder.
pub(super) fn export(state: &mut State, path: PathBuf, job: FileJob) {
    let scope = scope(state, usize::MAX);
    let destination = match job {
        FileJob::ExportReport(_) => Destination::File(path),
        _ => {
            let names = file_names(state.workbook(), &scope, state.language);
            Destination::Folder(path, names)
        }
    };
    let all = scope.0.len();
    let progress = Arc::new(ExportProgress::of(all));
    state.exporting = Some(Arc::clone(&progress));
    let export = ReportExport {
        request: request(state, scope),
        format: chosen(state).format,
        destination,
        progress,
    };
    state.effect(Effect::ExportReports(Box::new(export)));
}

/// Reports were written, or not.
pub(super) fn written(state: &mut State, done: ReportsWritten) {
    let progress = state.exporting.take();
    let language = state.language;
    mark_fault(state, done.mark_fault);
    let place = done.place().clone();
    match done.result {
        Ok(written) => {
            if progress.is_some_and(|progress| progress.is_broken_off()) {
                let text = language.report_broken_off(written.files.len());
                state.toast(Tone::Caution, text);
                return;
            }
            let (text, shown) = match written.files.as_slice() {
                [file] => (language.exported(&shown_path(file)), file.clone()),
                files => {
                    let text = language.reports_written(files.len(), &shown_path(&place));
                    (text, place)
                }
            };
            state.toast_written(text, shown.clone());
            if state.session.report.after == AfterExport::Open {
                state.effect(Effect::Show(shown));
            }
            missing(state, &written.unprintable);
        }
        Err(error) => state.toast(Tone::Bad, error.sentence(language)),
    }
}

/// Names characters that could not be printed.
fn missing(state: &mut State, unprintable: &BTreeSet<char>) {
    if !unprintable.is_empty() {
        let characters: String = unprintable.iter().collect();
        let text = state.language.report_unprintable(&characters);
        state.toast(Tone::Caution, text);
    }
}

fn mark_fault(state: &mut State, fault: Option<PictureError>) {
    if let Some(fault) = fault {
        let text = fault.sentence(state.language).to_owned();
        state.toast(Tone::Caution, text);
    }
}
