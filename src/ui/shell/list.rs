//! The list of enterprises: search, select, add, rename, copy, delete, reorder.

use egui::{Align, Align2, Key, Layout, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::{
    edit::{Command, EnterpriseChange},
    model::{Enterprise, Factor},
    state::{Action, Actions, FocusRequest, MenuAction, View},
    theme::{Themed, icon, radius, text},
    ui::{
        acting::menu_entry,
        widgets::{TextField, cut, icon_button, look, picker, score_slider_id},
    },
    wording::whole,
};

const ROW: f32 = 38.0;

pub(super) fn list_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let shown = view.listed.len();
    let count = view.workbook.enterprises.len();
    if count > 0 {
        search_ui(ui, view, actions);
        heading_ui(ui, view, shown, count);
    }
    let bottom = 44.0;
    let height = (ui.available_height() - bottom).max(ROW);
    if shown == 0 {
        ui.allocate_ui(vec2(ui.available_width(), height), |ui| {
            ui.set_min_height(height);
            ui.weak(if count == 0 {
                view.language.list_empty().to_owned()
            } else {
                view.language.search_none(&view.session.search)
            });
        });
    } else {
        ui.spacing_mut().item_spacing.y = 2.0;
        ScrollArea::vertical()
            .id_salt("list of enterprises")
            .max_height(height)
            .min_scrolled_height(height)
            .auto_shrink([false, false])
            .show_rows(ui, ROW, shown, |ui, rows| {
                for row in rows {
                    if let Some(enterprise) = view
                        .listed
                        .get(row)
                        .and_then(|index| view.workbook.enterprises.get(*index))
                    {
                        row_ui(ui, view, actions, enterprise);
                    }
                }
            });
    }
    ui.add_space(6.0);
    actions.command(ui, view, MenuAction::AddEnterprise);
}

/// How many there are, and what the numbers at the right are.
fn heading_ui(ui: &mut Ui, view: &View<'_>, shown: usize, count: usize) {
    let caption = match (shown == count, count) {
        (true, 1) => view.language.list_count_one().to_owned(),
        (true, _) => view.language.list_count(count),
        (false, _) => view.language.list_found(shown, count),
    };

    ui.horizontal(|ui| {
        ui.add_space(10.0);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(10.0);
            ui.label(look::caption(ui, view.language.answer_title()))
                .on_hover_text(view.language.list_numbers());
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                cut(ui, look::caption(ui, caption));
            });
        });
    });
}

/// The list folded into one line, for narrow windows.
pub(super) fn switcher_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    ui.horizontal(|ui| {
        // A popup of more names than anyone scrolls through would only cost time.
        let names: Vec<_> = view
            .workbook
            .enterprises
            .iter()
            .take(200)
            .map(|enterprise| (Some(enterprise.id), view.name_of(enterprise)))
            .collect();
        let width = (ui.available_width() - 110.0).clamp(120.0, 360.0);
        let chosen = view.session.enterprise;
        let picked = picker(ui, view.language.list_title(), width, &chosen, &names);
        actions.send_some(picked.flatten().map(Action::Select));
        let add = view.language.add_enterprise();
        actions.icon(ui, icon::ADD, add, MenuAction::AddEnterprise);
    });
}

fn search_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    ui.horizontal(|ui| {
        let clear = !view.session.search.is_empty();
        let width = ui.available_width() - if clear { 40.0 } else { 0.0 };
        let output = TextField::new(view.language.find())
            .hint(view.language.search_hint())
            .width(width)
            .show(ui, "search", &view.session.search);
        if view.session.focus_search == FocusRequest::Wanted {
            output.response.request_focus();
        }
        actions.send_some(output.changed.map(Action::Search));
        let escape =
            output.response.has_focus() && ui.input(|input| input.key_pressed(Key::Escape));
        if clear && (icon_button(ui, icon::CLOSE, view.language.search_clear()).clicked() || escape)
        {
            actions.push(Action::Search(String::new()));
        }
    });
}

fn row_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, enterprise: &Enterprise) {
    if view.session.renaming == Some(enterprise.id) {
        rename_ui(ui, view, actions, enterprise);
        return;
    }
    let selected = view.session.enterprise == Some(enterprise.id);
    let size = vec2(ui.available_width(), ROW);
    let (place, mut rect) = ui.allocate_space(size);
    rect.max.x = rect.min.x + size.x;
    let response = ui.interact(rect, place.with(enterprise.id), Sense::click());
    let outcome = enterprise
        .latest_round()
        .and_then(|round| view.results.of(round, &view.settings).outcome);
    let value = outcome.map(|outcome| whole(outcome.resonance));
    response.widget_info(|| {
        let spoken = value
            .as_deref()
            .unwrap_or_else(|| view.language.row_incomplete());
        let name = format!("{} {spoken}", view.name_of(enterprise));
        WidgetInfo::selected(Role::Button, true, selected, name)
    });
    let theme = ui.tokens();
    let fill = if selected {
        theme.selection
    } else if response.hovered() || response.has_focus() {
        theme.hover
    } else {
        theme.card
    };
    let painter = ui.painter();
    painter.rect_filled(rect, radius::CONTROL, fill);
    if response.has_focus() {
        let ring = egui::Stroke::new(2.0, theme.focus);
        painter.rect_stroke(rect, radius::CONTROL, ring, egui::StrokeKind::Inside);
    }
    let number = value.unwrap_or_else(|| "–".into());
    let right = pos2(rect.right() - 10.0, rect.center().y);
    let number_font = text::strong();
    let (align, ink) = (Align2::RIGHT_CENTER, theme.text_strong);
    painter.text(right, align, number, number_font, ink);
    let room = Rect::from_min_max(
        pos2(rect.left() + 10.0, rect.top()),
        pos2(rect.right() - 42.0, rect.bottom()),
    );
    let (name, font) = (view.name_of(enterprise).to_owned(), look::font(selected));
    let mut job = egui::text::LayoutJob::simple_singleline(name, font, theme.text);
    job.wrap = egui::text::TextWrapping::truncate_at_width(room.width());
    let galley = painter.layout_job(job);
    let cut = galley.elided;
    let at = pos2(room.left(), room.center().y - galley.size().y / 2.0);
    painter.galley(at, galley, theme.text);
    if response.clicked() {
        actions.push(Action::Select(enterprise.id));
    }
    if response.double_clicked() {
        actions.push(Action::Rename(Some(enterprise.id)));
    }
    response.context_menu(|ui| {
        ui.set_min_width(240.0);
        for action in [
            MenuAction::RenameEnterprise,
            MenuAction::DuplicateEnterprise,
            MenuAction::MoveUp,
            MenuAction::MoveDown,
            MenuAction::EditPanel,
            MenuAction::DeleteEnterprise,
        ] {
            if menu_entry(ui, view, action).clicked() {
                // A menu acts on the selected enterprise, so this one becomes it first.
                actions.push(Action::Select(enterprise.id));
                actions.send(action);
                ui.close();
            }
        }
    });
    if cut {
        response.on_hover_text(view.name_of(enterprise));
    }
}

fn rename_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, enterprise: &Enterprise) {
    let written = if view.workbook.uses_aliases {
        &enterprise.alias
    } else {
        &enterprise.name
    };
    let output = TextField::new(view.language.name_of_enterprise())
        .width(ui.available_width())
        .show(ui, enterprise.id, written);
    if !output.response.has_focus() && !output.response.lost_focus() {
        output.response.request_focus();
        select_all(ui, output.response.id, written);
    }
    if let Some(name) = output.changed {
        actions.edit(Command::ChangeEnterprise {
            id: enterprise.id,
            change: if view.workbook.uses_aliases {
                EnterpriseChange::Alias(name)
            } else {
                EnterpriseChange::Name(name)
            },
        });
    }
    if output.response.lost_focus() {
        actions.push(Action::Rename(None));
        actions.push(Action::LeaveField);
        if ui.input(|input| input.key_pressed(Key::Enter)) {
            // With the name typed, scoring comes next.
            let first = score_slider_id(Factor::ComparativeAdvantage);
            ui.memory_mut(|memory| memory.request_focus(first));
        }
    }
}

fn select_all(ui: &Ui, id: egui::Id, value: &str) {
    use egui::text::{CCursor, CCursorRange};
    let mut state = egui::TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
    let end = CCursor::new(value.chars().count());
    state
        .cursor
        .set_char_range(Some(CCursorRange::two(CCursor::new(0), end)));
    state.store(ui.ctx(), id);
}
