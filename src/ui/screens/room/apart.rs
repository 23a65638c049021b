//! Who sees it differently: single people where names are shown, and one role against another.

use std::collections::{BTreeMap, BTreeSet};

use egui::{Align, Layout, RichText, Ui, vec2};

use crate::{
    analysis::{Concordance, GroupRow, RoundResult},
    chart::{Canvas, DotRow, dots},
    model::{Enterprise, Factor, RespondentId, orient},
    state::{Actions, RoomAction, View},
    theme::{Themed, icon, space, text},
    ui::{
        charts::{ScreenMeasure, chart_ui, factor_hover_ui},
        widgets::{caption_line, card, marked_line, picker, section_heading, subdued_line},
    },
    wording::one_decimal,
};

/// More people than this are not listed as far from the room.
const MOST_FAR: usize = 6;

/// Respondents by role, in order of the roles' first mention. Where names are hidden a role that one
/// person has is left out, since it is that person.
pub(super) fn by_role(
    view: &View<'_>,
    enterprise: &Enterprise,
) -> Vec<(String, BTreeSet<RespondentId>)> {
    let mut order: Vec<String> = Vec::new();
    let mut groups: BTreeMap<String, BTreeSet<RespondentId>> = BTreeMap::new();
    for person in &enterprise.people {
        let role = match person.role.trim() {
            "" => view.language.role_none().to_owned(),
            role => role.to_owned(),
        };
        if !order.contains(&role) {
            order.push(role.clone());
        }
        groups.entry(role).or_default().insert(person.id);
    }
    order
        .into_iter()
        .filter_map(|role| {
            let members = groups.remove(&role)?;
            let shown = !view.workbook.hides_people || members.len() > 1;
            shown.then_some((role, members))
        })
        .collect()
}

/// The dot strips of a factor, one to a role.
pub(super) fn role_strips_ui(
    ui: &mut Ui,
    view: &View<'_>,
    result: &RoundResult,
    factor: Factor,
    groups: &[(String, BTreeSet<RespondentId>)],
) {
    let found = &result.factors[factor];
    let rows: Vec<DotRow> = groups
        .iter()
        .filter_map(|(role, members)| {
            let levels = found
                .dots
                .iter()
                .filter(|dot| members.contains(&dot.respondent));
            let levels: Vec<(f64, f64)> = levels.map(|dot| (dot.level, dot.weight)).collect();
            let total: f64 = levels.iter().map(|(_, weight)| weight).sum();
            if total <= 0.0 {
                return None;
            }
            let mean = levels
                .iter()
                .map(|(level, weight)| level * weight)
                .sum::<f64>()
                / total;
            Some(DotRow {
                factor,
                label: role.clone(),
                hint: String::new(),
                value: Some(orient(mean, factor)),
                printed: one_decimal(mean),
                spread: None,
                dots: levels
                    .iter()
                    .map(|(level, _)| orient(*level, factor))
                    .collect(),
                hands: Vec::new(),
            })
        })
        .collect();
    ui.label(RichText::new(view.factor_name(factor)).font(text::strong()));
    if rows.is_empty() {
        caption_line(ui, view.language.apart_group_one());
        return;
    }
    let size = vec2(ui.available_width(), 32.0 * rows.len() as f32);
    let spoken: Vec<String> = rows
        .iter()
        .map(|row| format!("{} {}", row.label, row.printed))
        .collect();
    let measure = ScreenMeasure(ui.ctx());
    let chart = dots(&rows, size.into(), 130.0, Canvas::new(spoken, &measure));
    let name = view.language.dots_of(view.factor_name(factor));
    chart_ui(ui, &chart, size, &name, |ui, target| {
        factor_hover_ui(ui, view, result, target);
    });
}

/// Who is far from the room, how far the order is shared, and one role against another.
pub(super) fn apart_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, result: &RoundResult) {
    let Some(enterprise) = view.enterprise() else {
        return;
    };
    let language = view.language;
    card(ui, |ui| {
        section_heading(ui, language.apart_title());
        if let Some(w) = result.kendall_w {
            let words = language.concordance(Concordance::of(w));
            subdued_line(ui, &language.order_of(words, &format!("{w:.2}")));
        }
        far_ui(ui, view, enterprise);
        ui.add_space(space::SMALL);
        groups_ui(ui, view, actions, enterprise);
    });
}

fn far_ui(ui: &mut Ui, view: &View<'_>, enterprise: &Enterprise) {
    let language = view.language;
    if view.workbook.hides_people {
        caption_line(ui, language.apart_names_hidden());
        return;
    }
    let Some(round) = view.round() else { return };
    let far = view.results.far(round, &view.settings);
    if far.is_empty() {
        marked_line(ui, icon::CHECK, ui.tokens().good, language.apart_nobody());
    }
    for far in far.iter().take(MOST_FAR) {
        let name = enterprise.person(far.respondent);
        let name = name.map_or_else(String::new, |person| view.person_name(enterprise, person));
        let (own, others) = (one_decimal(far.own), one_decimal(far.others));
        let factor = view.factor_name(far.factor);
        let line = language.apart_far(&name, factor, &own, &others);
        marked_line(ui, icon::PERSON, ui.tokens().caution, &line);
    }
}

fn groups_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, enterprise: &Enterprise) {
    let language = view.language;
    section_heading(ui, language.apart_groups());
    let groups = by_role(view, enterprise);
    if groups.len() < 2 {
        let line = if view.workbook.hides_people {
            language.apart_group_one()
        } else {
            language.apart_no_roles()
        };
        caption_line(ui, line);
        return;
    }
    let last = groups.len() - 1;
    let (first, second) = view.session.room.groups;
    let (first, second) = (first.min(last), second.min(last));
    let roles = groups.iter();
    let roles = roles.map(|(role, members)| format!("{role} ({})", members.len()));
    let roles: Vec<(usize, String)> = roles.enumerate().collect();
    ui.horizontal_wrapped(|ui| {
        let picked = picker(ui, language.apart_group_first(), 180.0, &first, &roles);
        actions.send_some(picked.map(|one| RoomAction::Groups(one, second)));
        let picked = picker(ui, language.apart_group_second(), 180.0, &second, &roles);
        actions.send_some(picked.map(|two| RoomAction::Groups(first, two)));
    });
    let Some(round) = view.round() else { return };
    let rows = view
        .results
        .groups(round, [&groups[first].1, &groups[second].1], &view.settings);
    let Some(widest) = rows.first().copied() else {
        caption_line(ui, language.apart_group_none());
        return;
    };
    if widest.difference.abs() > 1e-9 {
        let group = if widest.difference > 0.0 {
            first
        } else {
            second
        };
        let levels = format!("{:.1}", widest.difference.abs() * 4.0);
        let factor = view.factor_name(widest.factor);
        let line = language.apart_group_most(factor, &groups[group].0, &levels);
        marked_line(ui, icon::PEOPLE, ui.tokens().caution, &line);
    }
    for row in rows.iter() {
        group_row_ui(ui, view, row, (&groups[first].0, &groups[second].0));
    }
}

fn group_row_ui(ui: &mut Ui, view: &View<'_>, row: &GroupRow, names: (&str, &str)) {
    ui.horizontal(|ui| {
        let (first, second) = (one_decimal(row.first.0), one_decimal(row.second.0));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let first = format!("{} {first}", names.0);
            let second = format!("{} {second}", names.1);
            let language = view.language;
            let line = language.apart_group_row(&first, row.first.1, &second, row.second.1);
            ui.label(RichText::new(line).color(ui.tokens().text_subdued));
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.label(view.factor_name(row.factor));
            });
        });
    });
}
