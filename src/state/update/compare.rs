//! Acts on what is compared.

use crate::state::{
    CompareAction, Screen, State,
    compare::{add, of_firms},
};

pub(super) fn act(state: &mut State, action: CompareAction) {
    let mut items = state
        .session
        .compare
        .items(state.workbook(), state.session.enterprise);
    match action {
        CompareAction::Firms(firms) => {
            state.session.compare.chosen = of_firms(state.workbook(), &firms);
            state.session.screen = Screen::Compare;
        }
        CompareAction::Add(item) => {
            add(&mut items, item);
            state.session.compare.chosen = items;
        }
        CompareAction::Remove(item) => {
            items.retain(|placed| placed.item != item);
            state.session.compare.chosen = items;
        }
        CompareAction::CompareWith(item) => {
            // A stable sort: the others keep their order.
            items.sort_by_key(|placed| placed.item != item);
            state.session.compare.chosen = items;
        }
        CompareAction::Clear => state.session.compare.chosen.clear(),
        CompareAction::Page(page) => state.session.compare.page = page,
        CompareAction::Order(order) => state.session.compare.order = order,
        CompareAction::Track(tracked) => state.session.compare.tracked = tracked,
        CompareAction::Search(text) => state.session.compare.search = text,
    }
}
