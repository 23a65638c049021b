//! The screens in the order of the top bar, one row each.

use egui::Ui;

use crate::{
    i18n::Language,
    state::{Actions, MenuAction, Screen, View},
    ui::screens,
};

/// All that the shell has to know of a screen.
pub(super) struct Place {
    pub screen: Screen,
    /// The command that leads there.
    pub command: MenuAction,
    /// What it is called in the row of screens.
    pub name: fn(Language) -> &'static str,
    /// Paints it.
    pub show: fn(&mut Ui, &View<'_>, &mut Actions),
}

use Language as L;
use MenuAction as C;
use Screen as S;

pub(super) const PLACES: [Place; 9] = [
    row(S::Start, C::Start, L::screen_start, screens::start_ui),
    row(S::Assess, C::Assess, L::screen_assess, screens::assess_ui),
    row(S::Guided, C::Guided, L::screen_guided, screens::guided_ui),
    row(S::Room, C::Room, L::screen_room, screens::room_ui),
    row(
        S::Results,
        C::Results,
        L::screen_results,
        screens::results_ui,
    ),
    row(S::Plan, C::Plan, L::screen_plan, screens::plan_ui),
    row(
        S::Compare,
        C::Compare,
        L::screen_compare,
        screens::compare_ui,
    ),
    row(
        S::Portfolio,
        C::Portfolio,
        L::screen_portfolio,
        screens::portfolio_ui,
    ),
    row(
        S::Knowledge,
        C::Knowledge,
        L::screen_knowledge,
        screens::knowledge_ui,
    ),
];

const fn row(
    screen: Screen,
    command: MenuAction,
    name: fn(Language) -> &'static str,
    show: fn(&mut Ui, &View<'_>, &mut Actions),
) -> Place {
    Place {
        screen,
        command,
        name,
        show,
    }
}

/// The screen that is shown; Start where a screen has no row.
pub(super) fn place_of(view: &View<'_>) -> &'static Place {
    let mut places = PLACES.iter();
    let found = places.find(|place| place.screen == view.session.screen);
    found.unwrap_or(&PLACES[0])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_screen_has_its_row() {
        let name = |screen: Screen| match screen {
            Screen::Start
            | Screen::Assess
            | Screen::Guided
            | Screen::Results
            | Screen::Plan
            | Screen::Compare
            | Screen::Portfolio
            | Screen::Knowledge
            | Screen::Room
            // A page of its own, without the bar.
            | Screen::Report => format!("{screen:?}"),
        };
        // The match has to name a new screen, and this count then has to grow with it.
        let named: std::collections::BTreeSet<_> =
            PLACES.iter().map(|place| name(place.screen)).collect();
        assert_eq!(named.len(), 9);
    }
}
