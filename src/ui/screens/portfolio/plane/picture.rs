//! The picture: axes, lines of equal resonance and zones by the plotting library, marks and names over
//! them, and the line that is drawn to select.

use egui::{
    Align2, Id, Modifiers, Painter, Pos2, Rect, Response, RichText, Role, Stroke, Ui, Vec2,
    WidgetInfo, pos2, vec2,
};
use egui_plot::{
    Line, LineStyle, Plot, PlotPoint, PlotPoints, PlotTransform, Polygon, Text, uniform_grid_spacer,
};

use super::super::standing::Standing;
use super::{
    marks,
    naming::{name, sentence},
};
use crate::{
    analysis::{IN_STEP_WITHIN, Lead},
    chart::{Corners, Point, inside, place_labels},
    i18n::Language,
    model::EnterpriseId,
    state::{Action, Actions, PortfolioAction, Spot, View},
    theme::{Themed, space, text},
};

/// Lines of equal R, in points.
const CONTOURS: [u8; 4] = [20, 40, 60, 80];
/// As many enterprises are tried for a label.
const MOST_LABELS: usize = 60;
/// The picture is never smaller than this, in logical points.
pub(super) const SMALLEST: f32 = 260.0;
/// How near the pointer has to be to a mark, in logical points.
const NEAR: f32 = 12.0;

pub(super) fn picture_ui(
    ui: &mut Ui,
    actions: &mut Actions,
    standing: &Standing<'_>,
    spots: &[Spot],
) {
    let view = standing.view;
    let language = view.language;
    let lasso = view.session.portfolio.lasso;
    let side = ui.available_width().min(ui.available_height()) - space::SMALL;
    let shown = Plot::new("supply-demand plane")
        .width(side.max(SMALLEST))
        .height(side.max(SMALLEST))
        .grid_color(ui.tokens().line)
        .x_grid_spacer(uniform_grid_spacer(|_| [0.1, 0.2, 1.0]))
        .y_grid_spacer(uniform_grid_spacer(|_| [0.1, 0.2, 1.0]))
        .data_aspect(1.0)
        .default_x_bounds(-0.02, 1.02)
        .default_y_bounds(-0.02, 1.02)
        .allow_drag(!lasso)
        .allow_boxed_zoom(false)
        // The wheel alone zooms, as the line above says; it would move the picture otherwise.
        .allow_scroll(false)
        .x_axis_label(language.plane_x())
        .y_axis_label(language.plane_y())
        .show_crosshair(false)
        .label_formatter(|_| None)
        .show(ui, |plot| {
            background(plot, view);
            let turned = plot.ctx().input(|input| input.smooth_scroll_delta.y);
            if turned != 0.0 && plot.response().hovered() {
                plot.zoom_bounds_around_hovered(Vec2::splat((turned / 240.0).exp()));
            }
        });
    laid_out(ui);
    let (transform, response) = (shown.transform, shown.response);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, language.plane_spoken()));
    let painter = ui.painter_at(response.rect);
    marks_ui(&painter, view, spots, &transform);
    labels(&painter, standing, spots, &transform);
    if lasso {
        lasso_ui(ui, actions, spots, &response, &transform);
    } else {
        pointed_ui(ui, actions, standing, spots, response, &transform);
    }
}

/// The axes take their room from the pass before: the first pass is made again before it is seen.
fn laid_out(ui: &Ui) {
    let last = Id::unique("pass in which the plane was last laid out");
    let now = ui.ctx().cumulative_pass_nr();
    let before = ui.data(|data| data.get_temp::<u64>(last));
    ui.data_mut(|data| data.insert_temp(last, now));
    if before.is_none_or(|before| before + 1 < now) {
        ui.ctx().request_discard("the plane has its axes now");
    }
}

/// Where a spot lies on screen.
fn at(transform: &PlotTransform, spot: &Spot) -> Pos2 {
    transform.position_from_point(&PlotPoint::new(spot.outcome.demand, spot.outcome.supply))
}

fn marks_ui(painter: &Painter, view: &View<'_>, spots: &[Spot], transform: &PlotTransform) {
    let places = |wanted: &dyn Fn(&Spot) -> bool| -> Vec<Pos2> {
        let wanted = spots.iter().filter(|spot| wanted(spot));
        wanted.map(|spot| at(transform, spot)).collect()
    };
    let selected = places(&|spot| spot.selected);
    marks::rings(painter, painter.tokens(), selected.into_iter());
    for lead in Lead::ALL {
        let places = places(&|spot| spot.outcome.lead == lead);
        let (theme, places) = (painter.tokens(), places.into_iter());
        marks::marks(painter, theme, lead, places, spots.len());
    }
    let chosen = spots
        .iter()
        .find(|spot| Some(spot.id) == view.session.enterprise);
    if let Some(chosen) = chosen {
        let ring = Stroke::new(2.5, painter.tokens().text_strong);
        painter.circle_stroke(at(transform, chosen), 10.0, ring);
    }
}

/// Adds what lies inside the line that the pointer draws to the selection.
fn lasso_ui(
    ui: &Ui,
    actions: &mut Actions,
    spots: &[Spot],
    response: &Response,
    transform: &PlotTransform,
) {
    let line = Id::unique("lasso on the plane");
    let mut drawn: Vec<Pos2> = ui.data(|data| data.get_temp(line)).unwrap_or_default();
    if response.drag_started() {
        drawn.clear();
    }
    if response.dragged()
        && let Some(pointer) = response.interact_pointer_pos()
        && drawn.last().is_none_or(|last| last.distance(pointer) > 2.0)
    {
        drawn.push(pointer);
    }
    let stroke = Stroke::new(2.0, ui.tokens().focus);
    ui.painter_at(response.rect).line(drawn.clone(), stroke);
    if response.drag_stopped() {
        let outline: Vec<Point> = drawn.iter().map(|at| Point::new(at.x, at.y)).collect();
        let within = spots.iter().filter(|spot| {
            let place = at(transform, spot);
            inside(&outline, Point::new(place.x, place.y))
        });
        let ids: Vec<EnterpriseId> = within.map(|spot| spot.id).collect();
        actions.send(PortfolioAction::Add(ids));
        drawn.clear();
    }
    ui.data_mut(|data| data.insert_temp(line, drawn));
}

/// Says which enterprise the pointer is at; a click looks at it, with Ctrl it is selected.
fn pointed_ui(
    ui: &Ui,
    actions: &mut Actions,
    standing: &Standing<'_>,
    spots: &[Spot],
    response: Response,
    transform: &PlotTransform,
) {
    let view = standing.view;
    let Some(pointer) = response.hover_pos() else {
        return;
    };
    let near = spots
        .iter()
        .map(|spot| (spot, at(transform, spot).distance(pointer)))
        .filter(|(_, distance)| *distance < NEAR)
        .min_by(|one, two| one.1.total_cmp(&two.1));
    let Some((spot, _)) = near else { return };
    if response.clicked() {
        let adds = ui.input(|input| input.modifiers.matches_logically(Modifiers::COMMAND));
        actions.push(if adds {
            Action::Portfolio(PortfolioAction::Toggle(spot.id))
        } else {
            Action::Select(spot.id)
        });
    }
    response.on_hover_text_at_pointer(sentence(view, standing, spot));
}

/// Where a line of equal R is named: near its right end.
fn contour_label(contour: u8) -> PlotPoint {
    let r = f64::from(contour) / 100.0;
    PlotPoint::new(0.985, r * r / 0.985 + 0.012)
}

/// The names of the zones, where they stand, and by which corner.
const fn zones(language: Language) -> [(&'static str, [f64; 2], Align2); 2] {
    [
        (language.plane_supply_led(), [0.03, 0.97], Align2::LEFT_TOP),
        (
            language.plane_demand_led(),
            [0.66, 0.14],
            Align2::CENTER_CENTER,
        ),
    ]
}

/// The band in step, the lines of equal R and the names of the zones.
fn background(plot: &mut egui_plot::PlotUi<'_>, view: &View<'_>) {
    let (language, tokens) = (view.language, plot.ctx().tokens());
    let band = vec![
        [0.0, 0.0],
        [IN_STEP_WITHIN, 0.0],
        [1.0, 1.0 - IN_STEP_WITHIN],
        [1.0, 1.0],
        [1.0 - IN_STEP_WITHIN, 1.0],
        [0.0, IN_STEP_WITHIN],
    ];
    plot.polygon(
        Polygon::new(language.lead(Lead::InStep), PlotPoints::from(band))
            .fill_color(tokens.resonance.gamma_multiply(0.10))
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
                .color(tokens.line_strong)
                .style(LineStyle::dashed_loose())
                .width(1.2)
                .allow_hover(false),
        );
        let label = RichText::new(name.clone()).font(text::caption());
        plot.text(
            Text::new(
                name,
                contour_label(contour),
                label.color(tokens.text_subdued),
            )
            .anchor(Align2::RIGHT_BOTTOM)
            .allow_hover(false),
        );
    }
    for (name, at, anchor) in zones(language) {
        let label = RichText::new(name).font(text::strong());
        plot.text(
            Text::new(
                name,
                PlotPoint::new(at[0], at[1]),
                label.color(tokens.text_subdued),
            )
            .anchor(anchor)
            .allow_hover(false),
        );
    }
}

const fn corners(rect: Rect) -> Corners {
    Corners {
        min: Point::new(rect.min.x, rect.min.y),
        max: Point::new(rect.max.x, rect.max.y),
    }
}

/// Where the background has words.
fn written(painter: &Painter, view: &View<'_>, transform: &PlotTransform) -> Vec<Corners> {
    let language = view.language;
    let contours = CONTOURS.map(|contour| {
        let words = language.plane_contour(contour);
        (
            words,
            text::caption(),
            contour_label(contour),
            Align2::RIGHT_BOTTOM,
        )
    });
    let zones = zones(language).map(|(words, at, anchor)| {
        (
            words.to_owned(),
            text::strong(),
            PlotPoint::new(at[0], at[1]),
            anchor,
        )
    });
    let all = contours.into_iter().chain(zones);
    all.map(|(words, font, at, anchor)| {
        let size = painter
            .layout_no_wrap(words, font, painter.tokens().text)
            .size();
        corners(anchor.anchor_size(transform.position_from_point(&at), size))
    })
    .collect()
}

/// Names beside their marks, the chosen one and those selected first, as many as there is room for.
fn labels(painter: &Painter, standing: &Standing<'_>, spots: &[Spot], transform: &PlotTransform) {
    let view = standing.view;
    let rank = |spot: &Spot| match Some(spot.id) == view.session.enterprise {
        true => 0,
        false if spot.selected => 1,
        false => 2,
    };
    let few = spots.len() <= MOST_LABELS;
    let mut named: Vec<&Spot> = spots
        .iter()
        .filter(|spot| few || rank(spot) < 2)
        .take(10 * MOST_LABELS)
        .collect();
    named.sort_by_key(|spot| rank(spot));
    named.truncate(MOST_LABELS);
    let galleys: Vec<_> = named
        .iter()
        .map(|spot| {
            let name = name(view, standing, spot).to_owned();
            painter.layout_no_wrap(name, text::caption(), painter.tokens().text)
        })
        .collect();
    let points: Vec<(Point, (f32, f32))> = named
        .iter()
        .zip(&galleys)
        .map(|(spot, galley)| {
            let (place, size) = (at(transform, spot), galley.size());
            (Point::new(place.x, place.y), (size.x, size.y))
        })
        .collect();
    let rect = painter.clip_rect();
    // Clear of the frame.
    let rect = rect.shrink(4.0);
    let room = corners(rect);
    let written = written(painter, view, transform);
    for (place, galley) in place_labels(&points, written, room)
        .into_iter()
        .zip(galleys)
    {
        if let Some(corners) = place {
            let behind = Rect::from_min_size(
                pos2(corners.min.x, corners.min.y),
                vec2(galley.size().x, galley.size().y),
            );
            painter.rect_filled(behind, 2, painter.tokens().card.gamma_multiply(0.75));
            painter.galley(behind.min, galley, painter.tokens().text);
        }
    }
}
