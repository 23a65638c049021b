//! The supply-demand plane with lines of equal resonance.

use egui::{Align2, Color32, Id, Pos2, Rect, RichText, Role, Stroke, Ui, WidgetInfo, pos2, vec2};
use egui_plot::{
    Line, LineStyle, MarkerShape, Plot, PlotPoint, PlotPoints, Points, Polygon, Text,
    uniform_grid_spacer,
};

use super::Standing;
use crate::{
    analysis::{Lead, Outcome},
    app::{Action, Actions, PortfolioAction, View},
    chart::{Corners, Point, inside, place_labels},
    model::EnterpriseId,
    ui::{
        charts::charts_are_text,
        theme::{icon, space, text},
        widgets::{ButtonKind, action_button, caption_line, card, subdued_line, text_line},
        words::whole,
    },
};

/// Lines of equal R, in points.
const CONTOURS: [u8; 4] = [20, 40, 60, 80];
/// As many enterprises are tried for a label.
const MOST_LABELS: usize = 60;
/// As many enterprises are listed where charts are text.
const MOST_LINES: usize = 200;
/// Up to as many points have a mark of their own shape.
const MOST_SHAPES: usize = 1_000;
/// How far the sides may be apart and still be in step.
const IN_STEP: f64 = 0.10;

/// An enterprise on the plane.
struct Spot<'a> {
    id: EnterpriseId,
    name: &'a str,
    outcome: &'a Outcome,
}

pub(super) fn plane_ui(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    standing: &Standing<'_>,
) {
    let language = view.language;
    let spots: Vec<Spot<'_>> = standing
        .iter()
        .filter_map(|row| {
            Some(Spot {
                id: row.id,
                name: view.name_of(standing.enterprise(row)),
                outcome: row.result.as_ref()?.outcome.as_ref()?,
            })
        })
        .collect();
    card(ui, view.theme, |ui| {
        ui.set_width(ui.available_width());
        let lasso = view.session.portfolio.lasso;
        ui.horizontal(|ui| {
            let kind = if lasso {
                ButtonKind::Primary
            } else {
                ButtonKind::Plain
            };
            let label = language.plane_lasso();
            if action_button(ui, view.theme, kind, Some(icon::LASSO), label).clicked() {
                actions.push(Action::Portfolio(PortfolioAction::Lasso(!lasso)));
            }
            let text = if lasso {
                language.plane_lasso_text()
            } else {
                language.plane_text()
            };
            subdued_line(ui, view.theme, text);
        });
        let without = standing.shown.len() - spots.len();
        if without > 0 {
            caption_line(ui, view.theme, &language.plane_incomplete(without));
        }
        if charts_are_text(ui.ctx()) {
            lines_ui(ui, view, &spots);
        } else {
            picture_ui(ui, view, actions, &spots);
        }
    });
}

/// The same as text.
fn lines_ui(ui: &mut Ui, view: &View<'_>, spots: &[Spot<'_>]) {
    egui::ScrollArea::vertical()
        .auto_shrink([false, true])
        .show(ui, |ui| {
            for spot in spots.iter().take(MOST_LINES) {
                text_line(ui, &sentence(view, spot));
            }
            if spots.len() > MOST_LINES {
                caption_line(
                    ui,
                    view.theme,
                    &view.language.plane_more(spots.len() - MOST_LINES),
                );
            }
        });
}

fn sentence(view: &View<'_>, spot: &Spot<'_>) -> String {
    view.language.plane_point(
        spot.name,
        &whole(spot.outcome.resonance),
        &format!("{:.2}", spot.outcome.supply),
        &format!("{:.2}", spot.outcome.demand),
    )
}

fn picture_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, spots: &[Spot<'_>]) {
    let language = view.language;
    let lasso = view.session.portfolio.lasso;
    let side = (ui.available_width() - space::SMALL).min(ui.available_height() - space::SMALL);
    let plot = Plot::new("supply-demand plane")
        .width(side.max(260.0))
        .height(side.max(260.0))
        .grid_color(view.theme.line)
        .x_grid_spacer(uniform_grid_spacer(|_| [0.1, 0.2, 1.0]))
        .y_grid_spacer(uniform_grid_spacer(|_| [0.1, 0.2, 1.0]))
        .data_aspect(1.0)
        .default_x_bounds(-0.02, 1.02)
        .default_y_bounds(-0.02, 1.02)
        .allow_drag(!lasso)
        .allow_boxed_zoom(false)
        .x_axis_label(language.plane_x())
        .y_axis_label(language.plane_y())
        .show_crosshair(false)
        .label_formatter(|_| None);
    let line = lasso_line();
    let mut drawn: Vec<Pos2> = ui.data(|data| data.get_temp(line)).unwrap_or_default();
    let shown = plot.show(ui, |plot| {
        background(plot, view);
        for lead in [Lead::SupplyLed, Lead::DemandLed, Lead::InStep] {
            let places: Vec<[f64; 2]> = spots
                .iter()
                .filter(|spot| spot.outcome.lead == lead)
                .map(|spot| [spot.outcome.demand, spot.outcome.supply])
                .collect();
            let (shape, colour) = look(view, lead, spots.len());
            plot.points(
                Points::new(language.lead(lead), PlotPoints::from(places))
                    .shape(shape)
                    .color(colour)
                    .radius(if spots.len() > MOST_SHAPES { 2.0 } else { 4.5 })
                    .allow_hover(false),
            );
        }
    });
    let transform = shown.transform;
    let at = |spot: &Spot<'_>| {
        transform.position_from_point(&PlotPoint::new(spot.outcome.demand, spot.outcome.supply))
    };
    let response = shown.response;
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, language.plane_spoken()));
    let painter = ui.painter_at(response.rect);
    for spot in spots
        .iter()
        .filter(|spot| view.session.selected.contains(&spot.id))
    {
        painter.circle_stroke(at(spot), 8.0, Stroke::new(2.0, view.theme.focus));
    }
    let chosen = spots
        .iter()
        .find(|spot| Some(spot.id) == view.session.enterprise);
    if let Some(chosen) = chosen {
        painter.circle_stroke(at(chosen), 10.0, Stroke::new(2.5, view.theme.text_strong));
    }
    labels(ui, view, spots, response.rect, &at);
    if lasso {
        if response.drag_started() {
            drawn.clear();
        }
        if response.dragged()
            && let Some(pointer) = response.interact_pointer_pos()
            && drawn.last().is_none_or(|last| last.distance(pointer) > 2.0)
        {
            drawn.push(pointer);
        }
        painter.add(egui::Shape::line(
            drawn.clone(),
            Stroke::new(2.0, view.theme.focus),
        ));
        if response.drag_stopped() {
            let outline: Vec<Point> = drawn.iter().map(|at| Point::new(at.x, at.y)).collect();
            let within = spots.iter().filter(|spot| {
                let place = at(spot);
                inside(&outline, Point::new(place.x, place.y))
            });
            let ids: Vec<EnterpriseId> = within.map(|spot| spot.id).collect();
            actions.push(Action::Portfolio(PortfolioAction::Add(ids)));
            drawn.clear();
        }
        ui.data_mut(|data| data.insert_temp(line, drawn));
        return;
    }
    let near = response.hover_pos().and_then(|pointer| {
        let near = spots.iter().map(|spot| (spot, at(spot).distance(pointer)));
        let near = near.filter(|(_, distance)| *distance < 10.0);
        near.min_by(|one, two| one.1.total_cmp(&two.1))
            .map(|(spot, _)| spot)
    });
    if let Some(spot) = near {
        if response.clicked() {
            actions.push(Action::Select(spot.id));
        }
        response.on_hover_text_at_pointer(sentence(view, spot));
    }
}

fn lasso_line() -> Id {
    Id::unique("lasso on the plane")
}

/// The mark of a lead. Among very many points shapes cannot be told apart and cost most of the frame;
/// there the zones alone say who leads.
fn look(view: &View<'_>, lead: Lead, points: usize) -> (MarkerShape, Color32) {
    let (shape, colour) = match lead {
        Lead::SupplyLed => (MarkerShape::Circle, view.theme.supply),
        Lead::DemandLed => (MarkerShape::Square, view.theme.demand),
        Lead::InStep => (MarkerShape::Diamond, view.theme.resonance),
    };
    if points > MOST_SHAPES {
        (MarkerShape::Circle, colour)
    } else {
        (shape, colour)
    }
}

/// The band in step, the lines of equal R and the names of the zones.
fn background(plot: &mut egui_plot::PlotUi<'_>, view: &View<'_>) {
    let language = view.language;
    let band = vec![
        [0.0, 0.0],
        [IN_STEP, 0.0],
        [1.0, 1.0 - IN_STEP],
        [1.0, 1.0],
        [1.0 - IN_STEP, 1.0],
        [0.0, IN_STEP],
    ];
    plot.polygon(
        Polygon::new(language.lead(Lead::InStep), PlotPoints::from(band))
            .fill_color(view.theme.resonance.gamma_multiply(0.10))
            .stroke(Stroke::NONE)
            .allow_hover(false),
    );
    for contour in CONTOURS {
        let r = f64::from(contour) / 100.0;
        let from = r * r;
        let points: Vec<[f64; 2]> = (0..=60)
            .map(|step| {
                let x = from + (1.0 - from) * f64::from(step) / 60.0;
                [x, from / x]
            })
            .collect();
        let name = language.plane_contour(contour);
        plot.line(
            Line::new(name.clone(), PlotPoints::from(points))
                .color(view.theme.line_strong)
                .style(LineStyle::dashed_loose())
                .width(1.2)
                .allow_hover(false),
        );
        let label = RichText::new(name.clone()).font(text::caption());
        let at = PlotPoint::new(0.985, from / 0.985 + 0.012);
        plot.text(
            Text::new(name, at, label.color(view.theme.text_subdued))
                .anchor(Align2::RIGHT_BOTTOM)
                .allow_hover(false),
        );
    }
    for (name, at, anchor) in [
        (language.plane_supply_led(), [0.03, 0.97], Align2::LEFT_TOP),
        (
            language.plane_demand_led(),
            [0.66, 0.14],
            Align2::CENTER_CENTER,
        ),
    ] {
        let label = RichText::new(name).font(text::strong());
        plot.text(
            Text::new(
                name,
                PlotPoint::new(at[0], at[1]),
                label.color(view.theme.text_subdued),
            )
            .anchor(anchor)
            .allow_hover(false),
        );
    }
}

/// Names beside their points, the chosen one and those selected first, as many as there is room for.
fn labels(
    ui: &Ui,
    view: &View<'_>,
    spots: &[Spot<'_>],
    rect: Rect,
    at: &dyn Fn(&Spot<'_>) -> Pos2,
) {
    let rank = |spot: &Spot<'_>| {
        if Some(spot.id) == view.session.enterprise {
            0
        } else if view.session.selected.contains(&spot.id) {
            1
        } else {
            2
        }
    };
    let few = spots.len() <= MOST_LABELS;
    let mut named: Vec<&Spot<'_>> = spots
        .iter()
        .filter(|spot| few || rank(spot) < 2)
        .take(10 * MOST_LABELS)
        .collect();
    named.sort_by_key(|spot| rank(spot));
    named.truncate(MOST_LABELS);
    let galleys: Vec<_> = named
        .iter()
        .map(|spot| {
            let name = spot.name.to_owned();
            ui.painter()
                .layout_no_wrap(name, text::caption(), view.theme.text)
        })
        .collect();
    let points: Vec<(Point, (f32, f32))> = named
        .iter()
        .zip(&galleys)
        .map(|(spot, galley)| {
            let place = at(spot);
            (
                Point::new(place.x, place.y),
                (galley.size().x, galley.size().y),
            )
        })
        .collect();
    let room = Corners {
        min: Point::new(rect.left(), rect.top()),
        max: Point::new(rect.right(), rect.bottom()),
    };
    let painter = ui.painter_at(rect);
    for (place, galley) in place_labels(&points, room).into_iter().zip(galleys) {
        if let Some(corners) = place {
            let behind = Rect::from_min_size(
                pos2(corners.min.x, corners.min.y),
                vec2(galley.size().x, galley.size().y),
            );
            painter.rect_filled(behind, 2, view.theme.card.gamma_multiply(0.75));
            painter.galley(behind.min, galley, view.theme.text);
        }
    }
}
