//! The page of whoever has the laptop: their own sliders and the way to be done, nothing else.

use egui::{Align, Layout, RichText, Ui};

use crate::{
    model::{Enterprise, Factor, Score},
    state::{Actions, FocusRequest, RoomAction, View},
    theme::{Themed, space},
    ui::{
        screens::assess::scoring_ui,
        widgets::{caption_line, cut, from_right, look, score_slider_id},
    },
};

/// The scorer's page.
pub fn scorer_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let (Some(enterprise), Some(person)) = (view.enterprise(), view.scorer()) else {
        return;
    };
    if view.session.dialog.is_none() {
        arrive_ui(ui, view);
    }
    let name = view.person_name(enterprise, person);
    header_ui(ui, view, actions, enterprise, &name);
    scoring_ui(ui, view, actions);
}

/// Firm, technology and whose turn it is on the left, *Done* on the right.
fn header_ui(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    enterprise: &Enterprise,
    name: &str,
) {
    let language = view.language;
    from_right(ui, 44.0, |ui| {
        actions.primary(ui, language.score_done(), RoomAction::Done);
        ui.with_layout(Layout::top_down(Align::Min), |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            cut(ui, look::heading(ui, language.score_as(name)));
            let firm = view.name_of(enterprise);
            let about = match enterprise.technology.trim() {
                "" => firm.to_owned(),
                technology => language.firm_and_technology(firm, technology),
            };
            let about = RichText::new(about).color(ui.tokens().text);
            cut(ui, about);
        });
    });
    caption_line(ui, language.score_keys());
    ui.add_space(space::TIGHT);
}

/// On arrival the first open slider has the focus.
fn arrive_ui(ui: &Ui, view: &View<'_>) {
    if view.session.room.arrives == FocusRequest::Wanted {
        let response = view.response();
        let open = |factor: &Factor| {
            response.is_none_or(|response| response.score(*factor) == Score::NotScored)
        };
        let first = Factor::ALL.into_iter().find(open);
        let id = score_slider_id(first.unwrap_or(Factor::ComparativeAdvantage));
        ui.memory_mut(|memory| memory.request_focus(id));
    }
}
