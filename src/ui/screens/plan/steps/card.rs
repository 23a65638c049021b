//! A step as a card: calm until it is touched, its fields open in one card at a time.

use egui::{
    Align, Frame, Id, Layout, Margin, Response, RichText, Role, Sense, Stroke, Ui, UiBuilder,
    WidgetInfo, vec2,
};

use super::{
    carry,
    fields::fields_ui,
    listed::{Steps, state_icon},
    moves::{Move, gain, late_ui, moves},
};
use crate::{
    edit::PlanChange,
    model::{PlanItem, PlanState},
    state::{Actions, PlanAction},
    theme::{Themed, icon, radius, space, text},
    ui::{
        dates::day_number,
        widgets::{caption_line, quiet_icon_button, wrapped},
    },
    wording::{plan_state, plan_text},
};

/// Where a card stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    /// In the column of its state.
    InColumn,
    /// Elsewhere, so that it has to say its state.
    Alone,
}

/// One step.
pub(super) fn card_ui(
    ui: &mut Ui,
    steps: &Steps<'_>,
    actions: &mut Actions,
    item: &PlanItem,
    shown: Shown,
) {
    let unfolded = steps.view.session.plan.unfolded.as_ref();
    let open = unfolded.is_some_and(|unfolded| unfolded.item == item.id);
    let sense = if open {
        Sense::hover()
    } else {
        Sense::CLICK | Sense::DRAG
    };
    // The name goes along with the card, so that the keyboard stays on it from column to column.
    let builder = UiBuilder::new()
        .scope_id(Id::unique(("step card", item.id)))
        .sense(sense);
    ui.scope_builder(builder, |ui| {
        let ground = ui.response();
        carry::carry(&ground, item.id);
        if carry::carried(ui) == Some(item.id) {
            ui.set_opacity(0.45);
        }
        let theme = ui.tokens();
        let touched = ui.rect_contains_pointer(ground.rect) && carry::carried(ui).is_none();
        let line = if touched || open {
            theme.line_strong
        } else {
            theme.line
        };
        let frame = Frame::new()
            .fill(theme.card)
            .stroke(Stroke::new(1.0, line))
            .corner_radius(radius::CONTROL + 2)
            .inner_margin(Margin {
                left: 12,
                right: 6,
                top: 6,
                bottom: 8,
            });
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing = vec2(space::TIGHT, space::TIGHT);
            if open {
                fields_ui(ui, steps, actions, item);
            } else {
                folded_ui(ui, steps, actions, item, shown, &ground);
            }
        });
        if !open {
            let name = steps
                .view
                .language
                .steps_card(plan_text(steps.view.wording(), item));
            ground.widget_info(|| WidgetInfo::labeled(Role::Group, true, &name));
            if ground.clicked() {
                actions.send(PlanAction::Unfold(Some(item.id)));
            }
        }
    });
}

fn folded_ui(
    ui: &mut Ui,
    steps: &Steps<'_>,
    actions: &mut Actions,
    item: &PlanItem,
    shown: Shown,
    ground: &Response,
) {
    let view = steps.view;
    let (language, theme) = (view.language, ui.tokens());
    let words = plan_text(view.wording(), item);
    ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
        let open = language.steps_unfold(words);
        if quiet_icon_button(ui, icon::CARET_DOWN, &open).clicked() {
            actions.send(PlanAction::Unfold(Some(item.id)));
        }
        ui.with_layout(Layout::top_down(Align::Min), |ui| {
            ui.add_space(5.0);
            let ink = match item.state {
                PlanState::Done => theme.text_subdued,
                PlanState::Open | PlanState::Begun => theme.text_strong,
            };
            let line = RichText::new(words).font(text::strong()).color(ink);
            wrapped(ui, line);
        });
    });
    ui.with_layout(Layout::right_to_left(Align::Max), |ui| {
        // The buttons have their place whether they are seen or not, so that nothing moves.
        for way in moves(language, item.state).into_iter().flatten().rev() {
            move_ui(ui, steps, actions, item, &way, ground);
        }
        ui.with_layout(Layout::top_down(Align::Min), |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            if shown == Shown::Alone {
                let state = plan_state(language, item.state);
                caption_line(ui, &format!("{} {state}", state_icon(item.state)));
            }
            for line in facts(steps, item) {
                caption_line(ui, &line);
            }
            late_ui(ui, steps, item);
        });
    });
}

/// A way to another state as an icon that shows itself where the pointer or the keyboard is.
fn move_ui(
    ui: &mut Ui,
    steps: &Steps<'_>,
    actions: &mut Actions,
    item: &PlanItem,
    way: &Move,
    ground: &Response,
) {
    let view = steps.view;
    let words = plan_text(view.wording(), item);
    ui.push_id(way.icon, |ui| {
        let kept = Id::unique(("step card button", item.id, way.icon));
        let focused = ui.data(|data| data.get_temp::<Id>(kept));
        let focused = focused.is_some_and(|id| ui.memory(|memory| memory.has_focus(id)));
        if !focused && !ui.rect_contains_pointer(ground.rect) {
            ui.set_opacity(0.0);
        }
        let name = view.language.labelled(way.word, words);
        let response = quiet_icon_button(ui, way.icon, &name);
        ui.data_mut(|data| data.insert_temp(kept, response.id));
        if response.clicked() {
            actions.edit(steps.change(item, PlanChange::State(way.to)));
        }
    });
}

/// Who, until when; which factor, and what it should bring.
fn facts(steps: &Steps<'_>, item: &PlanItem) -> Vec<String> {
    let view = steps.view;
    let language = view.language;
    let mut first = Vec::new();
    if !item.owner.trim().is_empty() {
        first.push(steps.owner(item));
    }
    if day_number(&item.due).is_some() {
        first.push(language.steps_until(item.due.trim()));
    }
    if first.is_empty() && item.due.is_empty() {
        first.push(language.steps_unsaid().to_owned());
    }
    let mut lines = Vec::new();
    if !first.is_empty() {
        lines.push(first.join(" · "));
    }
    if let Some(factor) = item.factor {
        let name = view.factor_name(factor);
        let mut second = language.steps_lifts(name, &format!("{:.1}", item.lift));
        if let Some(gain) = gain(steps, item) {
            second = format!("{second} · {}", language.steps_brings(&gain));
        }
        lines.push(second);
    }
    lines
}
