//! Reports laid out for the window and written for it, away from its thread.

use std::{ops::ControlFlow, path::Path};

use crate::{
    report::{Layouter, Order, Pages, PictureError, mark_of_file},
    state::{Preview, ReportExport, ReportRequest, ReportsWritten},
};

/// The pages that are asked for.
pub(super) fn laid_out(request: &ReportRequest) -> Preview {
    let (order, mark_fault) = ordered(request);
    let mut layouter = Layouter::new();
    let parts = order.parts();
    let pages = parts
        .iter()
        .flat_map(|part| order.pages(&mut layouter, part));
    Preview {
        pages: Pages::joined(pages.collect()),
        mark_fault,
    }
}

/// What came of writing reports.
pub(super) fn written(export: ReportExport) -> ReportsWritten {
    let (order, mark_fault) = ordered(&export.request);
    let told = |done: usize| {
        export.progress.set_done(done);
        if export.progress.is_broken_off() {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    };
    let result = order.write(export.format, &export.destination, told);
    ReportsWritten {
        destination: export.destination,
        result,
        mark_fault,
    }
}

/// The order of a request, with the facilitator's mark read; and why that could not be.
fn ordered(request: &ReportRequest) -> (Order, Option<PictureError>) {
    let mut order = request.order.clone();
    if request.mark.is_empty() {
        return (order, None);
    }
    match mark_of_file(Path::new(&request.mark)) {
        Ok(logo) => {
            order.facilitator.logo = Some(logo);
            (order, None)
        }
        Err(fault) => (order, Some(fault)),
    }
}
