//! A show of hands: a counter for each level of each factor, big enough for the room to look on.

use egui::{Align, DragValue, FontId, Layout, RichText, Ui, WidgetInfo, vec2};

use crate::{
    edit::Command,
    model::{Enterprise, Factor, Hands, Level, Round},
    state::{Action, Actions, View},
    theme::{Themed, icon, space, text},
    ui::widgets::{
        caption_line, card, column_ui, from_right, named_drag, quiet_icon_button, strong_line,
        subdued_line, wrapped,
    },
};

pub(super) fn hands_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let (Some(enterprise), Some(round)) = (view.enterprise(), view.round()) else {
        return;
    };
    subdued_line(ui, view.language.hands_text());
    caption_line(ui, view.language.hands_counted_in());
    for factor in Factor::ALL {
        card(ui, |ui| {
            factor_ui(ui, view, actions, enterprise, round, factor);
        });
    }
}

fn factor_ui(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    enterprise: &Enterprise,
    round: &Round,
    factor: Factor,
) {
    let language = view.language;
    let hands = round.hands[factor].unwrap_or_default();
    let name = view.factor_name(factor);
    let mut set = |counts: [u16; 5]| {
        actions.edit(Command::SetHands {
            enterprise: enterprise.id,
            round: round.id,
            factor,
            hands: Some(Hands::new(counts)),
        });
    };
    let mut left = false;
    from_right(ui, 0.0, |ui| {
        ui.add_enabled_ui(hands.total() > 0, |ui| {
            let clear = language.hands_clear(name);
            if quiet_icon_button(ui, icon::CLOSE, &clear).clicked() {
                set([0; 5]);
                left = true;
            }
        });
        let total = RichText::new(language.hands_total(hands.total())).font(text::label());
        ui.label(total.color(ui.tokens().side(factor.side())));
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            strong_line(ui, name);
        });
    });
    let width = (ui.available_width() - 4.0 * space::SMALL) / 5.0;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::SMALL;
        for level in 1..=5_u8 {
            let place = usize::from(level) - 1;
            column_ui(ui, width, |ui| {
                ui.horizontal(|ui| {
                    let mut counts = hands.counts();
                    let mut count = counts[place];
                    let spoken = language.hands_at(level.into(), name);
                    ui.style_mut().override_font_id = Some(FontId::proportional(20.0));
                    let drag = DragValue::new(&mut count).range(0..=999).speed(0.1);
                    let size = vec2((width - 48.0).clamp(36.0, 72.0), 36.0);
                    let response = named_drag(ui, size, drag, &spoken);
                    if count != counts[place] {
                        counts[place] = count;
                        set(counts);
                    }
                    left |= response.lost_focus() || response.drag_stopped();
                    let more = language.hands_more(level.into(), name);
                    let plus = egui::Button::new(RichText::new(icon::ADD).size(16.0));
                    let response = ui.add(plus.min_size(vec2(36.0, 36.0)));
                    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &more));
                    if response.on_hover_text(more).clicked() {
                        let mut counts = hands.counts();
                        counts[place] = counts[place].saturating_add(1).min(999);
                        set(counts);
                        left = true;
                    }
                });
                let words = view.knowledge.framework.of(factor);
                let sentence = words.sentence(Level::snapped(f64::from(level), 1.0));
                let line = format!("{level}  {}", sentence.get(language));
                let line = RichText::new(line).font(text::caption());
                wrapped(ui, line.color(ui.tokens().text));
            });
        }
    });
    if left {
        actions.push(Action::LeaveField);
    }
}
