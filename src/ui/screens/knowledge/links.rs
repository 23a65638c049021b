//! What the pages of Knowledge have in common: names of factors, and where a click leads.

use crate::{
    model::Factor,
    state::{Action, Actions, KnowledgeView, View},
};

/// Changes what is shown.
pub(super) fn show(
    actions: &mut Actions,
    shown: &KnowledgeView,
    change: impl FnOnce(&mut KnowledgeView),
) {
    let mut next = shown.clone();
    change(&mut next);
    actions.push(Action::Know(Box::new(next)));
}

/// Names of factors in a line.
pub(super) fn names(view: &View<'_>, factors: &[Factor]) -> String {
    let names: Vec<&str> = factors
        .iter()
        .map(|factor| view.factor_name(*factor))
        .collect();
    names.join(view.language.list_joiner())
}
