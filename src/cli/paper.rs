//! `report`: what goes on paper, written without a window.

use std::{
    io::{self, IsTerminal, Write},
    ops::ControlFlow,
    sync::Arc,
};

use super::{
    report_line::ReportLine,
    shared::{Failure, complain, knowledge},
};
use crate::{
    model::Workbook,
    report::{Chosen, Destination, Facilitator, Order, Scope, mark_of_file},
    state::file_names,
    storage::shown_path,
};

/// Writes the report; what was written, as a line.
pub(super) fn report(line: &ReportLine, workbook: Workbook) -> Result<String, Failure> {
    let language = line.language;
    let scope = scope(line, &workbook)?;
    let logo = match &line.mark {
        Some(path) => {
            let mark = mark_of_file(path).map_err(|fault| {
                Failure(language.labelled(&shown_path(path), fault.sentence(language)))
            })?;
            Some(mark)
        }
        None => None,
    };
    let destination = if line.folder {
        let names = file_names(&workbook, &scope, language);
        Destination::Folder(line.out.clone(), names)
    } else {
        Destination::File(line.out.clone())
    };
    let order = Order {
        today: day(&workbook, &scope),
        workbook: Arc::new(workbook),
        knowledge: Arc::new(knowledge(language)?),
        kind: line.kind,
        languages: line.languages.list(),
        scope,
        paper: line.paper,
        facilitator: Facilitator {
            logo,
            ..Facilitator::default()
        },
    };
    let all = order.parts().len();
    let watched = io::stderr().is_terminal();
    let tell = |done: usize| {
        if watched {
            let _ = write!(io::stderr(), "\r{}", language.report_progress(done, all));
        }
        ControlFlow::Continue(())
    };
    let written = order.write(line.format, &destination, tell);
    if watched {
        let _ = write!(io::stderr(), "\r\u{1b}[K");
    }
    let written = written.map_err(|error| Failure(error.sentence(language)))?;
    if !written.unprintable.is_empty() {
        let characters: String = written.unprintable.iter().collect();
        complain(&language.report_unprintable(&characters));
    }
    let place = shown_path(&line.out);
    Ok(match written.files.as_slice() {
        [file] => language.cli_written(&shown_path(file)),
        files => language.reports_written(files.len(), &place),
    } + "\n")
}

/// Whose report is asked for.
fn scope(line: &ReportLine, workbook: &Workbook) -> Result<Scope, Failure> {
    let language = line.language;
    let same = |one: &str, other: &str| one.trim() == other.trim();
    let firms = workbook.enterprises.iter().filter(|firm| {
        let wanted = line.enterprise.as_deref();
        wanted.is_none_or(|wanted| same(&firm.name, wanted) || same(&firm.alias, wanted))
    });
    let firms: Vec<_> = firms.collect();
    if let (Some(wanted), []) = (&line.enterprise, firms.as_slice()) {
        return Err(Failure(language.cli_no_enterprise(wanted)));
    }
    let chosen = firms.into_iter().filter_map(|firm| {
        let Some(wanted) = &line.round else {
            return Some(Chosen::latest(firm.id));
        };
        let mut rounds = firm.rounds.iter();
        let round = rounds.find(|round| same(&round.name, wanted))?;
        Some(Chosen {
            enterprise: firm.id,
            round: Some(round.id),
        })
    });
    let scope = Scope(chosen.collect());
    match (&line.round, scope.0.is_empty()) {
        (Some(wanted), true) => Err(Failure(language.cli_no_round_called(wanted))),
        (None, true) => Err(Failure(language.report_nobody().to_owned())),
        _ => Ok(scope),
    }
}

/// The day of the report, so that the same input gives the same bytes: that of the environment, else the latest
/// of the rounds it is of, else today.
fn day(workbook: &Workbook, scope: &Scope) -> String {
    let seconds = std::env::var("SOURCE_DATE_EPOCH").ok();
    let stamp =
        seconds.and_then(|seconds| jiff::Timestamp::from_second(seconds.parse().ok()?).ok());
    if let Some(stamp) = stamp {
        return stamp.to_zoned(jiff::tz::TimeZone::UTC).date().to_string();
    }
    let rounds = scope.0.iter().filter_map(|chosen| {
        let firm = workbook.enterprise(chosen.enterprise)?;
        let round = chosen.round.and_then(|id| firm.round(id));
        round.or_else(|| firm.latest_round())
    });
    let days = rounds.map(|round| round.date.clone());
    let latest = days.filter(|day| !day.trim().is_empty()).max();
    latest.unwrap_or_else(|| jiff::Zoned::now().date().to_string())
}
