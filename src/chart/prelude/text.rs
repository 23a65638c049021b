//! Texts of a chart: their size, their place, the room they take.

/// A size and weight of the type scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextRole {
    /// 11 regular: ring numbers.
    Tick,
    /// 12 regular.
    Caption,
    /// 12 bold.
    CaptionStrong,
    /// 14 bold.
    Strong,
}

impl TextRole {
    /// Its size in logical points, and whether it is bold.
    #[must_use]
    pub const fn font(self) -> (f32, bool) {
        match self {
            Self::Tick => (11.0, false),
            Self::Caption => (12.0, false),
            Self::CaptionStrong => (12.0, true),
            Self::Strong => (14.0, true),
        }
    }
}

/// How wide and high texts are in the medium the chart is for.
pub trait TextMeasure {
    /// Width of a text in logical points.
    fn width(&self, text: &str, role: TextRole) -> f32;
    /// Height of a line in logical points.
    fn height(&self, role: TextRole) -> f32;
}

/// Which part of an extent stands at a place: of a text's width, its middle being that of its height.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Place {
    Start,
    Middle,
    End,
}

impl Place {
    /// How much of an extent lies before this part of it.
    pub(in crate::chart) const fn before(self, extent: f32) -> f32 {
        match self {
            Self::Start => 0.0,
            Self::Middle => extent / 2.0,
            Self::End => extent,
        }
    }
}

/// The width of the widest of some texts; 0 of none.
pub(in crate::chart) fn widest<'a>(
    texts: impl IntoIterator<Item = &'a str>,
    role: TextRole,
    measure: &dyn TextMeasure,
) -> f32 {
    let widths = texts.into_iter().map(|text| measure.width(text, role));
    widths.fold(0.0, f32::max)
}

/// A text no wider than some room: as it is, or cut behind its last character that fits, with an
/// ellipsis.
pub(in crate::chart) fn fitted(
    text: &str,
    role: TextRole,
    room: f32,
    measure: &dyn TextMeasure,
) -> String {
    if measure.width(text, role) <= room {
        return text.to_owned();
    }
    let ends: Vec<usize> = text.char_indices().map(|(index, _)| index).collect();
    let cut = |end: usize| format!("{}…", text[..end].trim_end());
    let fits = ends.partition_point(|end| measure.width(&cut(*end), role) <= room);
    cut(ends[..fits].last().copied().unwrap_or_default())
}
