//! "How is this computed": the formula, the numbers put in, what is shown of them, the source, and what
//! is whose, of every kind of number on the answer screens.
//!
//! A screen puts [`explain_button_ui`] or [`beside_ui`] beside a number; the shell shows the page that it
//! opens. The numbers come from what is kept, or from the same pure functions that it was made by.

mod compared;
mod factor;
mod interval;
mod levers;
mod numbers;
mod outcome;
mod parts;
mod plan;
mod ranks;
mod robustness;

use egui::{Align, Id, Label, Layout, Rect, Response, ScrollArea, Ui, UiBuilder, Vec2, pos2, vec2};

pub use plan::{Gone, way_gone, way_sentence};
pub use ranks::heaviest;

use parts::Parts;

use crate::{
    state::{Action, Actions, Explained, View},
    theme::{icon, space},
    ui::widgets::{ButtonKind, action_button, button_row, icon_button, look, modal, wrapped},
};

/// An explanation as it stands on its page.
struct Explanation {
    title: String,
    parts: Vec<(&'static str, Vec<String>)>,
}

/// Where the focus goes back to when the page closes, where a key opened it; and whether the page was
/// there meanwhile.
fn opener() -> Id {
    Id::unique("asked how this is computed from")
}

/// The page over the screen, while a number is asked about.
pub fn explanation_ui(ui: &Ui, view: &View<'_>, actions: &mut Actions) {
    let Some(number) = view.session.explained else {
        // Not while the page closes: in that pass what lies under it may not have the focus yet.
        let kept = ui.data(|data| data.get_temp::<(Id, bool)>(opener()));
        if let Some((from, true)) = kept {
            ui.data_mut(|data| data.remove::<(Id, bool)>(opener()));
            ui.memory_mut(|memory| memory.request_focus(from));
            ui.ctx().request_repaint();
        }
        return;
    };
    let language = view.language;
    let explanation = Explanation::of(view, number);
    let height = (ui.ctx().content_rect().height() - 240.0).max(100.0);
    let kept = ui.data(|data| data.get_temp::<(Id, bool)>(opener()));
    let opener = kept.map(|(from, _)| from);
    if let Some(from) = opener {
        ui.data_mut(|data| data.insert_temp(self::opener(), (from, true)));
    }
    let mut closed = false;
    let response = modal(ui, "explanation", 640.0, |ui| {
        wrapped(ui, look::heading(ui, &explanation.title));
        let page = ScrollArea::vertical().auto_shrink([false, true]);
        page.max_height(height).show(ui, |ui| {
            // The bar stands beside the text, not on it.
            ui.set_max_width(ui.available_width() - 16.0);
            for (heading, lines) in &explanation.parts {
                ui.add_space(space::SMALL);
                ui.label(look::caption(ui, *heading));
                for line in lines {
                    ui.add(Label::new(line).wrap().selectable(true));
                }
            }
        });
        button_row(ui, |ui| {
            let close = action_button(ui, ButtonKind::Primary, None, language.close());
            // Whoever came by keys goes on by keys.
            if opener.is_some() && ui.memory(egui::Memory::focused) == opener {
                close.request_focus();
            }
            closed |= close.clicked();
            let copy = language.copy_text();
            if action_button(ui, ButtonKind::Plain, Some(icon::COPY), copy).clicked() {
                actions.push(Action::Copy(explanation.as_text()));
            }
        });
    });
    if closed || response.should_close() {
        actions.push(Action::Explain(None));
    }
}

/// The button beside a number that shows how it is computed.
pub fn explain_button_ui(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    number: Explained,
) -> Response {
    let label = view.language.how_computed_named(&name_of(view, number));
    let response = icon_button(ui, icon::QUESTION, &label);
    if response.clicked() {
        let by_key = response.has_focus();
        ui.data_mut(|data| {
            if by_key {
                data.insert_temp(opener(), (response.id, false));
            } else {
                data.remove::<(Id, bool)>(opener());
            }
        });
        actions.push(Action::Explain(Some(number)));
    }
    response
}

/// Shows something with the button beside its first line, which makes it no higher.
pub fn beside_ui<R>(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    number: Explained,
    add_contents: impl FnOnce(&mut Ui) -> R,
) -> R {
    let width = (ui.available_width() - space::CONTROL - space::TIGHT).max(0.0);
    let spacing = ui.spacing().item_spacing;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::TIGHT;
        let shown =
            ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
                ui.spacing_mut().item_spacing = spacing;
                ui.set_max_width(width);
                add_contents(ui)
            });
        let rect = shown.response.rect;
        // The first line is as high as a line of text; what is a line of its own is as high as it is.
        let line = rect.height().min(20.0);
        let centre = pos2(
            rect.right() + space::TIGHT + space::CONTROL / 2.0,
            rect.top() + line / 2.0,
        );
        let place = Rect::from_center_size(centre, Vec2::splat(space::CONTROL));
        let layout = Layout::left_to_right(Align::Center);
        let mut beside = ui.new_child(UiBuilder::new().max_rect(place).layout(layout));
        explain_button_ui(&mut beside, view, actions, number);
        shown.inner
    })
    .inner
}

/// What a number is called.
fn name_of(view: &View<'_>, number: Explained) -> String {
    let language = view.language;
    let name = match number {
        Explained::Resonance => language.value_resonance(),
        Explained::Supply => language.value_supply(),
        Explained::Demand => language.value_demand(),
        Explained::Balance => language.value_balance(),
        Explained::Coupling => language.value_coupling(),
        Explained::Development => language.value_development(),
        Explained::Coordination => language.value_coordination(),
        Explained::KendallW => language.value_kendall(),
        Explained::Factor(factor) => view.factor_name(factor),
        Explained::Matrix => language.matrix_title(),
        Explained::Pairs => language.explain_pairs(),
        Explained::Lead => language.explain_lead(),
        Explained::Certainty => language.explain_certainty(),
        Explained::Change => language.explain_change(),
        Explained::Robustness => language.explain_robustness(),
        Explained::Target => language.explain_target(),
        Explained::WhatIf(id) => return language.what_if_result(&plan::what_if_name(view, id)),
        Explained::Progress => language.explain_progress(),
        Explained::Gain => language.explain_gain(),
        Explained::Path => language.explain_path(),
        Explained::Tornado => language.explain_tornado(),
        Explained::Compared(item) => {
            return language.explain_item(&compared::name_of(view, item));
        }
        Explained::Difference { from, to } => {
            let (from, to) = (compared::name_of(view, from), compared::name_of(view, to));
            return language.explain_difference(&from, &to);
        }
        Explained::RankShare => language.explain_share(),
        Explained::LikelyRanks => language.explain_likely(),
        Explained::FirstRank => language.explain_first(),
        Explained::Entropy => language.explain_entropy(),
    };
    name.to_owned()
}

fn parts_of(view: &View<'_>, number: Explained) -> Parts {
    match number {
        Explained::Compared(item) => compared::item(view, item),
        Explained::Difference { from, to } => compared::difference(view, from, to),
        Explained::RankShare => ranks::share(view),
        Explained::LikelyRanks => ranks::likely(view),
        Explained::FirstRank => ranks::first(view),
        Explained::Entropy => ranks::entropy(view),
        number => {
            let Some(result) = view.result() else {
                return Parts::default();
            };
            match number {
                Explained::Factor(one) => factor::factor(view, &result, one),
                Explained::Matrix => factor::matrix(view, &result),
                Explained::Pairs => factor::pairs(view, &result),
                Explained::Certainty => interval::certainty(view, &result),
                Explained::Change => compared::change(view),
                Explained::Robustness => robustness::robustness(view, &result),
                Explained::Target => plan::target(view, &result),
                Explained::WhatIf(id) => plan::what_if(view, &result, id),
                Explained::Progress => plan::progress(view, &result),
                Explained::Gain => levers::gain(view, &result),
                Explained::Path => levers::path(view, &result),
                Explained::Tornado => levers::tornado(view, &result),
                number => outcome::outcome(view, &result, number),
            }
        }
    }
}

impl Explanation {
    fn of(view: &View<'_>, number: Explained) -> Self {
        let language = view.language;
        let mut found = parts_of(view, number);
        if found.numbers.is_empty() {
            found.numbers.push(language.no_value().to_owned());
        }
        let mut parts = vec![
            (language.formula(), found.formula),
            (language.with_numbers(), found.numbers),
        ];
        if !found.shown.is_empty() {
            let shown = format!("→ {}", found.shown.join(" · "));
            parts.push((language.explain_shown(), vec![shown]));
        }
        let source = found.source.into_iter().map(str::to_owned);
        parts.push((language.source(), source.collect()));
        let whose = language.explain_whose_text().to_owned();
        parts.push((language.explain_whose(), vec![whose]));
        Self {
            title: language.how_computed_named(&name_of(view, number)),
            parts,
        }
    }

    /// The whole page as plain text.
    fn as_text(&self) -> String {
        let mut lines = vec![self.title.clone()];
        for (heading, of_part) in &self.parts {
            lines.push(String::new());
            lines.push((*heading).to_owned());
            lines.extend(of_part.iter().cloned());
        }
        lines.join("\n")
    }
}
