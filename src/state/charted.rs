//! A chart that is taken out of the window: onto the clipboard, or into a file.

use std::sync::Arc;

use crate::{
    chart::Chart,
    language::Language,
    report::{Layouter, Letters, chart_svg},
    theme::Tokens,
};

/// Pixels of a picture for each point of a chart on screen.
pub(super) const PICTURE_SCALE: f32 = 2.0;

/// A chart as it was on screen.
#[derive(Clone, Debug, PartialEq)]
pub struct TakenChart {
    /// What it is called.
    pub name: String,
    /// The chart.
    pub chart: Chart,
    /// Its width and height in logical points.
    pub size: (f32, f32),
}

/// What is done with a chart.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartAction {
    /// Which chart.
    pub chart: Arc<TakenChart>,
    /// Where it goes.
    pub to: ChartGoal,
}

/// Where a chart goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartGoal {
    /// As a picture onto the clipboard.
    Picture,
    /// As its numbers in lines of text onto the clipboard.
    Text,
    /// As a picture into a file.
    File,
}

impl TakenChart {
    /// Its name and its numbers, a line each.
    #[must_use]
    pub fn text(&self) -> String {
        let lines = std::iter::once(&self.name).chain(&self.chart.description);
        lines.cloned().collect::<Vec<_>>().join("\n")
    }

    /// It as an SVG picture in the colours of paper.
    #[must_use]
    pub fn svg(&self, language: Language, paper: &Tokens, letters: Letters) -> String {
        let mut layouter = Layouter::new();
        chart_svg(
            &mut layouter,
            &self.chart,
            self.size,
            language,
            paper,
            letters,
        )
    }
}
