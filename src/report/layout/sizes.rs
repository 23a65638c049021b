//! How large things are on each paper: type, margins, distances. All in points.

use super::typeset::Size;
use crate::{
    chart::Ink,
    language::Language,
    report::{pages::Paper, tree::Role},
};

/// The look of a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look {
    pub size: Size,
    pub ink: Ink,
    pub strong: bool,
}

/// The sizes of one paper in one language.
#[derive(Clone, Copy, Debug)]
pub struct Sizes {
    /// Width and height of the page.
    pub page: (f32, f32),
    /// The white at every edge.
    pub margin: f32,
    /// The unit of distances.
    pub unit: f32,
    /// The unit of those at the edges of the page.
    pub edge: f32,
    /// Points of paper for a unit of a chart.
    pub chart: f32,
    wide: bool,
    language: Language,
}

impl Sizes {
    pub const fn new(paper: Paper, language: Language) -> Self {
        let wide = matches!(paper, Paper::Wide);
        Self {
            page: paper.size(),
            // 18 mm.
            margin: if wide { 54.0 } else { 51.0 },
            unit: match paper {
                Paper::Wide => 16.0,
                Paper::A4 => 8.0,
                // The page is 18 mm lower, and a sheet has to stand on it, too.
                Paper::Letter => 5.0,
            },
            edge: if wide { 16.0 } else { 8.0 },
            // A tick of a chart, 11 units, is 8 points on a sheet and 18 on a slide.
            chart: if wide { 18.0 / 11.0 } else { 8.0 / 11.0 },
            wide,
            language,
        }
    }

    /// The width between the margins.
    pub const fn width(&self) -> f32 {
        self.page.0 - 2.0 * self.margin
    }

    fn look(&self, [sheet, slide]: [(f32, f32); 2], ink: Ink, strong: bool) -> Look {
        let (size, leading) = if self.wide { slide } else { sheet };
        // Chinese characters fill their boxes and want more white between the lines.
        let leading = match self.language {
            Language::English => leading,
            Language::Chinese => leading + size * 0.15,
        };
        Look {
            size: Size { size, leading },
            ink,
            strong,
        }
    }

    pub fn role(&self, role: Role) -> Look {
        match role {
            Role::Body => self.look([(10.0, 14.0), (20.0, 28.0)], Ink::Text, false),
            Role::Lead => self.look([(13.0, 18.0), (24.0, 32.0)], Ink::TextStrong, false),
            Role::Label => self.look([(10.0, 14.0), (20.0, 28.0)], Ink::TextStrong, true),
            Role::Note => self.look([(8.0, 11.0), (18.0, 24.0)], Ink::TextSubdued, false),
        }
    }

    pub fn heading(&self, level: u8) -> Look {
        let sizes = match level {
            1 => [(22.0, 28.0), (34.0, 42.0)],
            2 => [(13.0, 18.0), (24.0, 32.0)],
            _ => [(10.0, 14.0), (20.0, 28.0)],
        };
        let ink = if level > 3 {
            Ink::TextSubdued
        } else {
            Ink::TextStrong
        };
        self.look(sizes, ink, true)
    }

    /// The white above a heading that does not begin a page.
    pub fn above_heading(&self, level: u8) -> f32 {
        self.unit * [4.0, 2.5, 2.0, 1.5][usize::from(level.clamp(1, 4) - 1)]
    }

    /// The number of a key figure.
    pub fn number(&self) -> Look {
        self.look([(48.0, 48.0), (96.0, 96.0)], Ink::TextStrong, true)
    }

    pub fn foot(&self) -> Look {
        self.look([(7.5, 10.0), (12.0, 16.0)], Ink::TextSubdued, false)
    }

    /// A cell of a table of so many columns.
    pub fn cell(&self, columns: usize) -> Look {
        let role = if columns > 5 { Role::Note } else { Role::Body };
        Look {
            ink: Ink::Text,
            ..self.role(role)
        }
    }

    /// How wide running text may be to read well.
    pub fn measure(&self, role: Role) -> f32 {
        let ems = match role {
            Role::Note => 56.0,
            _ => 42.0,
        };
        ems * self.role(role).size.size
    }

    /// The least width of a column beside others.
    pub fn least_column(&self) -> f32 {
        11.0 * self.role(Role::Body).size.size
    }

    /// The part of a page's height that a figure may take, so that its heading and caption stay with it.
    pub const fn highest_figure(&self) -> f32 {
        if self.wide { 0.6 } else { 0.8 }
    }

    /// The size of the facilitator's mark at most.
    pub const fn logo(&self) -> (f32, f32) {
        if self.wide {
            (220.0, 56.0)
        } else {
            (130.0, 36.0)
        }
    }
}
