//! Paints the shapes of charts: one painter for every chart on screen.

use egui::{
    Align2, Color32, Mesh, Painter, Pos2, Rect, Sense, Stroke as EguiStroke, Ui, Vec2,
    epaint::PathStroke, pos2, vec2,
};

use super::measure::font;
use crate::{
    chart::{Corners, Fill, MarkKind, Place, Point, Shape, Stroke},
    theme::{Themed, Tokens},
};

/// Paints shapes into a place of their own size; whoever asks makes them heard.
pub fn shapes_ui(ui: &mut Ui, shapes: &[Shape], size: Vec2) {
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    paint_all(ui, shapes, rect);
}

/// Paints shapes into a place, if it can be seen.
pub(super) fn paint_all(ui: &Ui, shapes: &[Shape], rect: Rect) {
    let theme = ui.tokens();
    if ui.is_rect_visible(rect) {
        let painter = ui.painter_at(rect.expand(2.0));
        for shape in shapes {
            paint(&painter, theme, rect.min, shape);
        }
    }
}

pub(super) fn paint(painter: &Painter, theme: &Tokens, origin: Pos2, shape: &Shape) {
    let place = |point: &Point| pos2(origin.x + point.x, origin.y + point.y);
    match shape {
        Shape::Line { points, stroke } => {
            line(painter, theme, points.iter().map(place).collect(), *stroke);
        }
        Shape::Fan {
            centre,
            rim,
            ink,
            opacity,
        } => {
            let colour = theme.ink(*ink).gamma_multiply(*opacity);
            let mut mesh = Mesh::default();
            for point in [centre].into_iter().chain(rim) {
                mesh.colored_vertex(place(point), colour);
            }
            let count = u32::try_from(rim.len()).unwrap_or_default();
            // Of two points the closing triangle would be the first one again.
            let triangles = if count < 3 {
                count.saturating_sub(1)
            } else {
                count
            };
            for index in 1..=triangles {
                mesh.add_triangle(0, index, index % count + 1);
            }
            painter.add(mesh);
        }
        Shape::Bar {
            corners: Corners { min, max },
            radius,
            ink,
            opacity,
        } => {
            let rect = Rect::from_min_max(place(min), place(max));
            let colour = theme.ink(*ink).gamma_multiply(*opacity);
            painter.rect_filled(rect, *radius, colour);
        }
        Shape::Mark {
            centre,
            radius,
            kind,
            fill,
            ink,
        } => {
            let colour = theme.ink(*ink);
            let (inside, edge) = match fill {
                Fill::Filled => (colour, EguiStroke::new(1.5, theme.card)),
                Fill::Hollow => (theme.card, EguiStroke::new(1.5, colour)),
            };
            mark(painter, place(centre), *radius, *kind, inside, edge, colour);
        }
        Shape::Text {
            at,
            anchor,
            text,
            role,
            ink,
        } => {
            let align = match anchor {
                Place::Start => Align2::LEFT_CENTER,
                Place::Middle => Align2::CENTER_CENTER,
                Place::End => Align2::RIGHT_CENTER,
            };
            painter.text(place(at), align, text, font(*role), theme.ink(*ink));
        }
    }
}

fn line(painter: &Painter, theme: &Tokens, points: Vec<Pos2>, stroke: Stroke) {
    let ink = theme.ink(stroke.ink).gamma_multiply(stroke.opacity);
    let look = EguiStroke::new(stroke.width, ink);
    let lengths = stroke.dash.lengths().chunks_exact(2);
    let (dashes, gaps): (Vec<f32>, Vec<f32>) = lengths.map(|pair| (pair[0], pair[1])).unzip();
    if dashes.is_empty() {
        painter.add(egui::Shape::line(points, PathStroke::from(look)));
    } else {
        painter.extend(egui::Shape::dashed_line_with_offset(
            &points, look, &dashes, &gaps, 0.0,
        ));
    }
}

fn mark(
    painter: &Painter,
    centre: Pos2,
    radius: f32,
    kind: MarkKind,
    inside: Color32,
    edge: EguiStroke,
    colour: Color32,
) {
    if kind == MarkKind::Circle {
        painter.circle(centre, radius, inside, edge);
        return;
    }
    let corners = kind.corners().into_iter();
    let corners: Vec<Pos2> = corners
        .map(|corner| centre + radius * vec2(corner.x, corner.y))
        .collect();
    if kind == MarkKind::Cross {
        for ends in corners.chunks_exact(2) {
            painter.line_segment([ends[0], ends[1]], EguiStroke::new(2.0, colour));
        }
    } else {
        painter.add(egui::Shape::convex_polygon(corners, inside, edge));
    }
}
