//! Acts on the guided path.

use super::{enterprises, settings};
use crate::{
    state::{Guided, Screen, State},
    storage::{GuidedPath, GuidedPlace},
};

/// Opens the guided path where it was left, else at its beginning.
pub fn open(state: &mut State, path: Option<GuidedPath>) {
    if state.workbook().enterprises.is_empty() {
        enterprises::add(state);
    }
    let remembered = place_key(state).and_then(|key| state.settings.guided(&key));
    let found = remembered.filter(|found| path.is_none_or(|path| found.path == path));
    let path = path.or(found.map(|found| found.path)).unwrap_or_default();
    let page = found.map_or(0, |found| found.page.min(path.pages()));
    state.session.guided = Guided { path, page };
    state.session.screen = Screen::Guided;
}

/// Goes to a page and remembers it.
pub(super) fn turn_page(state: &mut State, page: usize) {
    state.session.guided.page = page.min(state.session.guided.path.pages());
    state.document.history.leave_field();
    if let Some(key) = place_key(state) {
        let Guided { path, page } = state.session.guided;
        state
            .settings
            .remember_guided(GuidedPlace { path, page, ..key });
        settings::changed(state);
    }
}

/// The present place with an empty path.
fn place_key(state: &State) -> Option<GuidedPlace> {
    let place = state.view().place()?;
    Some(GuidedPlace {
        workbook: state.workbook().id.0,
        enterprise: place.enterprise.0,
        person: place.person.0,
        round: place.round.0,
        path: GuidedPath::default(),
        page: 0,
    })
}
