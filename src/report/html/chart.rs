//! A chart as a picture inside a page, in the colours of the page.

use std::fmt::Write as _;

use super::words::{escaped, variable};
use crate::{
    chart::{Place, Shape, TextMeasure},
    report::{
        outline::{Colour, Outline, Step, outlines},
        tree::Figure,
    },
};

/// A figure drawn into a width, with its numbers in words.
pub(super) fn chart(figure: &Figure, width: f32, measure: &dyn TextMeasure) -> String {
    let (chart, height) = (figure.draw)(width, measure);
    let mut svg = format!(
        "<svg viewBox=\"0 0 {width:.1} {height:.1}\" width=\"{width:.1}\" role=\"img\"><title>{}</title>\
         <desc>{}</desc>",
        escaped(&figure.caption),
        escaped(&chart.description.join("\n")),
    );
    for shape in &chart.shapes {
        match shape {
            Shape::Text {
                at,
                anchor,
                text,
                role,
                ink,
            } => {
                let (size, bold) = role.font();
                let weight = if bold { 700 } else { 400 };
                let anchor = match anchor {
                    Place::Start => "start",
                    Place::Middle => "middle",
                    Place::End => "end",
                };
                let _ = write!(
                    svg,
                    "<text x=\"{:.2}\" y=\"{:.2}\" text-anchor=\"{anchor}\" dominant-baseline=\"central\" \
                     font-size=\"{size}\" font-weight=\"{weight}\" fill=\"var(--{})\">{}</text>",
                    at.x,
                    at.y,
                    variable(*ink),
                    escaped(text),
                );
            }
            other => outlines(other)
                .iter()
                .for_each(|one| outline(&mut svg, one)),
        }
    }
    svg + "</svg>"
}

fn outline(svg: &mut String, outline: &Outline) {
    *svg += "<path d=\"";
    for step in &outline.steps {
        let _ = match step {
            Step::Move(to) => write!(svg, "M{:.2} {:.2}", to.x, to.y),
            Step::Line(to) => write!(svg, "L{:.2} {:.2}", to.x, to.y),
            Step::Curve(one, two, to) => write!(
                svg,
                "C{:.2} {:.2} {:.2} {:.2} {:.2} {:.2}",
                one.x, one.y, two.x, two.y, to.x, to.y
            ),
            Step::Close => write!(svg, "Z"),
        };
    }
    let _ = match outline.fill {
        Some((fill, opacity)) => write!(
            svg,
            "\" fill=\"{}\" fill-opacity=\"{opacity:.2}\"",
            colour(fill)
        ),
        None => write!(svg, "\" fill=\"none\""),
    };
    if let Some(edge) = &outline.edge {
        let _ = write!(
            svg,
            " stroke=\"{}\" stroke-width=\"{:.2}\" stroke-opacity=\"{:.2}\"",
            colour(edge.colour),
            edge.width,
            edge.opacity
        );
        if !edge.dashes.is_empty() {
            let dashes = edge.dashes.iter().map(|length| format!("{length:.2}"));
            let dashes: Vec<String> = dashes.collect();
            let _ = write!(svg, " stroke-dasharray=\"{}\"", dashes.join(" "));
        }
    }
    *svg += "/>";
}

fn colour(colour: Colour) -> String {
    match colour {
        Colour::Ink(ink) => format!("var(--{})", variable(ink)),
        Colour::Paper => "var(--paper)".to_owned(),
    }
}
