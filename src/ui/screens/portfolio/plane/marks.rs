//! The marks of enterprises: each lead has a shape of its own, also where there are thousands.

use std::sync::Arc;

use egui::{Color32, Mesh, Painter, Pos2, Rect, Shape, Stroke, Vec2, vec2};

use crate::{analysis::Lead, theme::Tokens};

/// Up to as many marks are painted one by one, with smooth edges.
const MOST_SINGLE: usize = 1_000;
/// Half the width of a mark, in logical points.
const HALF: f32 = 5.0;
/// The same among thousands.
const HALF_IN_A_CROWD: f32 = 2.5;
/// How much of a mark's colour is kept in a crowd, so that where it is dense it looks dense.
const INK_IN_A_CROWD: f32 = 0.75;

/// The colour of a lead; it never stands alone, the shape says the same.
pub(super) const fn colour(theme: &Tokens, lead: Lead) -> Color32 {
    match lead {
        Lead::SupplyLed => theme.supply,
        Lead::DemandLed => theme.demand,
        Lead::InStep => theme.resonance,
    }
}

/// Paints the marks of a lead at these places. Thousands of shapes of their own would cost most of a
/// frame, so those become one mesh.
pub(super) fn marks(
    painter: &Painter,
    theme: &Tokens,
    lead: Lead,
    places: impl ExactSizeIterator<Item = Pos2>,
    all: usize,
) {
    let colour = colour(theme, lead);
    if all <= MOST_SINGLE {
        for place in places {
            painter.add(mark(place, lead, HALF, colour));
        }
        return;
    }
    let outline = outline(lead);
    let ink = colour.gamma_multiply(INK_IN_A_CROWD);
    let mut mesh = Mesh::default();
    let corners = outline.len();
    mesh.reserve_vertices(places.len() * corners);
    mesh.reserve_triangles(places.len() * (corners - 2));
    let seen = painter.clip_rect().expand(HALF_IN_A_CROWD);
    for place in places.filter(|place| seen.contains(*place)) {
        let first = mesh.vertices.len() as u32;
        for corner in outline {
            mesh.colored_vertex(place + HALF_IN_A_CROWD * *corner, ink);
        }
        for corner in 2..corners as u32 {
            mesh.add_triangle(first, first + corner - 1, first + corner);
        }
    }
    painter.add(Shape::Mesh(Arc::new(mesh)));
}

/// Rings round the marks of those selected.
pub(super) fn rings(
    painter: &Painter,
    theme: &Tokens,
    places: impl ExactSizeIterator<Item = Pos2>,
) {
    let many = places.len() > MOST_SINGLE;
    if !many {
        for place in places {
            painter.circle_stroke(place, HALF + 3.5, Stroke::new(2.0, theme.focus));
        }
        return;
    }
    let mut mesh = Mesh::default();
    for place in places {
        let around = Rect::from_center_size(place, Vec2::splat(2.0 * HALF_IN_A_CROWD + 3.0));
        mesh.add_colored_rect(around, theme.focus);
    }
    painter.add(Shape::Mesh(Arc::new(mesh)));
}

/// One mark by itself, as in a legend.
pub(super) fn mark(place: Pos2, lead: Lead, half: f32, colour: Color32) -> Shape {
    match lead {
        Lead::SupplyLed => Shape::circle_filled(place, half, colour),
        Lead::DemandLed | Lead::InStep => {
            let corners = outline(lead).iter().map(|corner| place + half * *corner);
            Shape::convex_polygon(corners.collect(), colour, Stroke::NONE)
        }
    }
}

/// Corners of a mark that reaches 1 from its middle.
const fn outline(lead: Lead) -> &'static [Vec2] {
    /// cos and sin of an eighth of a turn.
    const EIGHTH: f32 = std::f32::consts::FRAC_1_SQRT_2;
    const ROUND: [Vec2; 8] = [
        vec2(1.0, 0.0),
        vec2(EIGHTH, EIGHTH),
        vec2(0.0, 1.0),
        vec2(-EIGHTH, EIGHTH),
        vec2(-1.0, 0.0),
        vec2(-EIGHTH, -EIGHTH),
        vec2(0.0, -1.0),
        vec2(EIGHTH, -EIGHTH),
    ];
    const SQUARE: [Vec2; 4] = [
        vec2(-0.85, -0.85),
        vec2(0.85, -0.85),
        vec2(0.85, 0.85),
        vec2(-0.85, 0.85),
    ];
    const DIAMOND: [Vec2; 4] = [
        vec2(0.0, -1.15),
        vec2(1.15, 0.0),
        vec2(0.0, 1.15),
        vec2(-1.15, 0.0),
    ];
    match lead {
        Lead::SupplyLed => &ROUND,
        Lead::DemandLed => &SQUARE,
        Lead::InStep => &DIAMOND,
    }
}
