//! Paints chart shapes and makes them heard: one painter for every chart on screen.

use egui::{
    Align2, Color32, Context, FontFamily, FontId, Frame, Id, Label, Margin, Mesh, Painter, Pos2,
    Rect, Response, RichText, Role, Sense, Stroke as EguiStroke, Ui, Vec2, WidgetInfo,
    epaint::PathStroke, pos2, vec2,
};

use crate::{
    app::ChartsAs,
    chart::{
        Anchor, Chart, Corners, Dash, Fill, MarkKind, Place, Point, Shape, Stroke, Target,
        TextMeasure, TextRole,
    },
    ui::theme::{BOLD, Tokens},
};

/// Measures texts with the fonts on screen.
pub struct ScreenMeasure<'a>(pub &'a Context);

impl TextMeasure for ScreenMeasure<'_> {
    fn width(&self, text: &str, role: TextRole) -> f32 {
        self.0.fonts_mut(|fonts| {
            fonts
                .layout_no_wrap(text.to_owned(), font(role), Color32::PLACEHOLDER)
                .size()
                .x
        })
    }

    fn height(&self, role: TextRole) -> f32 {
        font(role).size * 1.32
    }
}

fn font(role: TextRole) -> FontId {
    let bold = || FontFamily::Name(BOLD.into());
    match role {
        TextRole::Tick => FontId::new(11.0, FontFamily::Proportional),
        TextRole::Caption => FontId::new(12.0, FontFamily::Proportional),
        TextRole::CaptionStrong => FontId::new(12.0, bold()),
        TextRole::Strong => FontId::new(14.0, bold()),
    }
}

/// Shows a chart in a size; a screen reader hears its name and its numbers. `hover` says what to
/// show over one of its targets.
pub fn chart_ui(
    ui: &mut Ui,
    theme: &Tokens,
    chart: &Chart,
    size: Vec2,
    name: &str,
    hover: impl FnOnce(&mut Ui, &Target),
) -> Response {
    if !chart.description.is_empty() && charts_are_text(ui.ctx()) {
        return text_ui(ui, theme, chart, size, name);
    }
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| {
        let spoken = if chart.description.is_empty() {
            name.to_owned()
        } else {
            format!("{name}: {}", chart.description.join(". "))
        };
        WidgetInfo::labeled(Role::Image, true, spoken)
    });
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let painter = ui.painter_at(rect.expand(2.0));
    for shape in &chart.shapes {
        paint(&painter, theme, rect.min, shape);
    }
    let pointed = response.hover_pos().and_then(|pointer| {
        let point = Point::new(pointer.x - rect.min.x, pointer.y - rect.min.y);
        // Later targets lie over earlier ones: labels over the wide areas of axes.
        let hit = |target: &&Target| target.corners.contains(point);
        chart.targets.iter().rev().find(hit)
    });
    match pointed {
        Some(target) => response.on_hover_ui_at_pointer(|ui| hover(ui, target)),
        None => response,
    }
}

/// Where it is kept, for one frame, that charts are shown as text.
fn text_flag() -> Id {
    Id::unique("charts are text")
}

/// Shows charts as text on this frame, or as pictures.
pub fn show_charts_as_text(ctx: &Context, text: ChartsAs) {
    ctx.data_mut(|data| data.insert_temp(text_flag(), text == ChartsAs::Text));
}

/// Whether charts are shown as text on this frame.
#[must_use]
pub fn charts_are_text(ctx: &Context) -> bool {
    ctx.data(|data| data.get_temp(text_flag()).unwrap_or_default())
}

/// A chart's numbers as lines of text in its place.
fn text_ui(ui: &mut Ui, theme: &Tokens, chart: &Chart, size: Vec2, name: &str) -> Response {
    let frame = Frame::new()
        .fill(theme.well)
        .corner_radius(6)
        .inner_margin(Margin::symmetric(10, 8));
    let shown = frame.show(ui, |ui| {
        ui.set_width((size.x - 20.0).max(60.0));
        ui.spacing_mut().item_spacing.y = 3.0;
        let name = RichText::new(name).font(font(TextRole::CaptionStrong));
        ui.add(Label::new(name.color(theme.text_strong)).wrap());
        for line in &chart.description {
            let line = RichText::new(line).font(font(TextRole::Caption));
            ui.add(Label::new(line.color(theme.text)).wrap().selectable(true));
        }
    });
    shown.response
}

/// Paints shapes into a place of their own size; whoever asks makes them heard.
pub fn shapes_ui(ui: &mut Ui, theme: &Tokens, shapes: &[Shape], size: Vec2) {
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    if ui.is_rect_visible(rect) {
        let painter = ui.painter_at(rect.expand(2.0));
        for shape in shapes {
            paint(&painter, theme, rect.min, shape);
        }
    }
}

fn paint(painter: &Painter, theme: &Tokens, origin: Pos2, shape: &Shape) {
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
            mesh.colored_vertex(place(centre), colour);
            for point in rim {
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
            corners,
            radius,
            ink,
            opacity,
        } => {
            let Corners { min, max } = corners;
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
        } => mark(
            painter,
            theme,
            place(centre),
            *radius,
            *kind,
            *fill,
            theme.ink(*ink),
        ),
        Shape::Text {
            at,
            anchor,
            text,
            role,
            ink,
        } => {
            painter.text(
                place(at),
                align(*anchor),
                text,
                font(*role),
                theme.ink(*ink),
            );
        }
    }
}

fn align(anchor: Anchor) -> Align2 {
    let one = |place| match place {
        Place::Start => egui::Align::Min,
        Place::Middle => egui::Align::Center,
        Place::End => egui::Align::Max,
    };
    Align2([one(anchor.across), one(anchor.down)])
}

fn line(painter: &Painter, theme: &Tokens, points: Vec<Pos2>, stroke: Stroke) {
    let ink = theme.ink(stroke.ink).gamma_multiply(stroke.opacity);
    let look = EguiStroke::new(stroke.width, ink);
    // Lengths of dashes and of the gaps behind them, in logical points.
    let (dashes, gaps): (&[f32], &[f32]) = match stroke.dash {
        Dash::Solid => {
            painter.add(egui::Shape::line(points, PathStroke::from(look)));
            return;
        }
        Dash::Dashed => (&[7.0], &[4.0]),
        Dash::Dotted => (&[2.0], &[4.0]),
        Dash::LongDashed => (&[14.0], &[5.0]),
        Dash::DashDotted => (&[9.0, 2.0], &[4.0, 4.0]),
        Dash::DashTwiceDotted => (&[9.0, 2.0, 2.0], &[4.0, 4.0, 4.0]),
    };
    painter.extend(egui::Shape::dashed_line_with_offset(
        &points, look, dashes, gaps, 0.0,
    ));
}

fn mark(
    painter: &Painter,
    theme: &Tokens,
    centre: Pos2,
    radius: f32,
    kind: MarkKind,
    fill: Fill,
    colour: Color32,
) {
    let (inside, edge) = match fill {
        Fill::Filled => (colour, EguiStroke::new(1.5, theme.card)),
        Fill::Hollow => (theme.card, EguiStroke::new(1.5, colour)),
    };
    let polygon = |points: Vec<Pos2>| egui::Shape::convex_polygon(points, inside, edge);
    match kind {
        MarkKind::Circle => {
            painter.circle(centre, radius, inside, edge);
        }
        MarkKind::Square => {
            let r = radius * 0.9;
            painter.add(polygon(
                [vec2(-r, -r), vec2(r, -r), vec2(r, r), vec2(-r, r)]
                    .map(|offset| centre + offset)
                    .to_vec(),
            ));
        }
        MarkKind::Diamond => {
            let r = radius * 1.15;
            painter.add(polygon(
                [vec2(0.0, -r), vec2(r, 0.0), vec2(0.0, r), vec2(-r, 0.0)]
                    .map(|offset| centre + offset)
                    .to_vec(),
            ));
        }
        MarkKind::Triangle | MarkKind::TriangleDown => {
            let up = if kind == MarkKind::Triangle {
                1.0
            } else {
                -1.0
            };
            let r = radius * 1.15;
            painter.add(polygon(
                [
                    vec2(0.0, -r * up),
                    vec2(r, r * 0.8 * up),
                    vec2(-r, r * 0.8 * up),
                ]
                .map(|offset| centre + offset)
                .to_vec(),
            ));
        }
        MarkKind::Cross => {
            let r = radius * 0.8;
            let look = EguiStroke::new(2.0, colour);
            painter.line_segment([centre + vec2(-r, -r), centre + vec2(r, r)], look);
            painter.line_segment([centre + vec2(-r, r), centre + vec2(r, -r)], look);
        }
    }
}
