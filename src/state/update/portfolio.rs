//! Acts on the portfolio.

use std::sync::Arc;

use super::{choosing, compare};
use crate::{
    analysis::Candidate,
    state::{CompareAction, Effect, FileJob, PortfolioAction, PortfolioColumn, Screen, State},
};

pub(super) fn act(state: &mut State, action: PortfolioAction) {
    let view = &mut state.session.portfolio;
    match action {
        PortfolioAction::Page(page) => view.page = page,
        PortfolioAction::Filter(filter) => view.filter = filter,
        PortfolioAction::Sort(column) => {
            // Of numbers the largest are looked for, of words the first.
            let words = [
                PortfolioColumn::Name,
                PortfolioColumn::Sector,
                PortfolioColumn::Size,
            ];
            let first = !words.contains(&column);
            (view.sort, view.descending) = match view.sort {
                Some(sorted) if sorted == column && view.descending == first => {
                    (Some(column), !first)
                }
                Some(sorted) if sorted == column => (None, false),
                _ => (Some(column), first),
            };
        }
        PortfolioAction::Column(column) => {
            if !view.columns.remove(&column) {
                view.columns.insert(column);
            }
        }
        PortfolioAction::Toggle(id) => {
            let selected = Arc::make_mut(&mut state.session.selected);
            if !selected.remove(&id) {
                selected.insert(id);
            }
        }
        PortfolioAction::Add(ids) => Arc::make_mut(&mut state.session.selected).extend(ids),
        PortfolioAction::Clear => state.session.selected = Arc::default(),
        PortfolioAction::Lasso(lasso) => view.lasso = lasso,
        PortfolioAction::BySize(by_size) => view.by_size = by_size,
        PortfolioAction::Open(id) => {
            state.session.select(Some(id));
            state.session.screen = Screen::Results;
        }
        PortfolioAction::Compare(firms) => compare::act(state, CompareAction::Firms(firms)),
        PortfolioAction::Export => choosing::choose(state, FileJob::ExportSelected),
        PortfolioAction::Rank => count_ranks(state),
    }
}

/// Counts ranks on a thread; the answer comes through the inbox.
fn count_ranks(state: &mut State) {
    let settings = state.view().settings;
    let workbook = Arc::clone(state.workbook());
    let rows = state.portfolio.rows(&workbook, &settings, &state.results);
    if state.portfolio.ranks(&rows).is_some() {
        return;
    }
    let candidates: Vec<Option<Candidate>> = rows
        .iter()
        .map(|row| Candidate::of(row.result.as_deref()?))
        .collect();
    state.portfolio.ranks_begun(Arc::clone(&rows));
    state.effect(Effect::Rank { rows, candidates });
}
