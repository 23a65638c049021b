//! Colours of the three themes, read from `assets/theme`.

use std::sync::OnceLock;

use egui::Color32;
use serde::{Deserialize, Deserializer, de::Error};

use crate::{chart::Ink, model::Side};

/// The three themes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ThemeName {
    /// Dark text on light surfaces.
    #[default]
    Light,
    /// Light text on dark surfaces.
    Dark,
    /// At least 7:1 for every text.
    HighContrast,
}

/// The colours of one theme; the names say what they are for, not what they look like.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names are the documentation")]
pub struct Tokens {
    pub dark: bool,
    #[serde(deserialize_with = "colour")]
    pub window: Color32,
    #[serde(deserialize_with = "colour")]
    pub card: Color32,
    #[serde(deserialize_with = "colour")]
    pub well: Color32,
    #[serde(deserialize_with = "colour")]
    pub hover: Color32,
    #[serde(deserialize_with = "colour")]
    pub line: Color32,
    #[serde(deserialize_with = "colour")]
    pub line_strong: Color32,
    #[serde(deserialize_with = "colour")]
    pub text_strong: Color32,
    #[serde(deserialize_with = "colour")]
    pub text: Color32,
    #[serde(deserialize_with = "colour")]
    pub text_subdued: Color32,
    #[serde(deserialize_with = "colour")]
    pub accent: Color32,
    #[serde(deserialize_with = "colour")]
    pub on_accent: Color32,
    #[serde(deserialize_with = "colour")]
    pub focus: Color32,
    #[serde(deserialize_with = "colour")]
    pub selection: Color32,
    #[serde(deserialize_with = "colour")]
    pub supply: Color32,
    #[serde(deserialize_with = "colour")]
    pub demand: Color32,
    #[serde(deserialize_with = "colour")]
    pub resonance: Color32,
    #[serde(deserialize_with = "colour")]
    pub good: Color32,
    #[serde(deserialize_with = "colour")]
    pub caution: Color32,
    #[serde(deserialize_with = "colour")]
    pub bad: Color32,
    #[serde(deserialize_with = "colour")]
    pub shadow: Color32,
    #[serde(deserialize_with = "colour")]
    pub scrim: Color32,
    #[serde(deserialize_with = "colours")]
    pub series: Vec<Color32>,
}

/// A theme file that cannot be used; a test keeps the shipped ones valid.
#[derive(Debug, thiserror::Error)]
#[error("theme {name}: {reason}")]
pub struct ThemeError {
    name: &'static str,
    reason: String,
}

/// All three themes, parsed.
#[derive(Clone, Debug)]
pub struct Themes {
    light: Tokens,
    dark: Tokens,
    high_contrast: Tokens,
}

impl ThemeName {
    /// All themes.
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::HighContrast];
}

impl Themes {
    /// The themes built into the program.
    ///
    /// # Errors
    /// When a theme file does not parse.
    pub fn built_in() -> Result<&'static Self, ThemeError> {
        static READ: OnceLock<Themes> = OnceLock::new();
        if let Some(themes) = READ.get() {
            return Ok(themes);
        }
        let themes = Self {
            light: parse("light", include_str!("../../assets/theme/light.ron"))?,
            dark: parse("dark", include_str!("../../assets/theme/dark.ron"))?,
            high_contrast: parse(
                "high_contrast",
                include_str!("../../assets/theme/high_contrast.ron"),
            )?,
        };
        Ok(READ.get_or_init(|| themes))
    }

    /// The colours of one theme.
    #[must_use]
    pub const fn get(&'static self, name: ThemeName) -> &'static Tokens {
        match name {
            ThemeName::Light => &self.light,
            ThemeName::Dark => &self.dark,
            ThemeName::HighContrast => &self.high_contrast,
        }
    }
}

impl Tokens {
    /// The colour of a side.
    #[must_use]
    pub const fn side(&self, side: Side) -> Color32 {
        match side {
            Side::Supply => self.supply,
            Side::Demand => self.demand,
        }
    }

    /// The colour a chart's ink stands for.
    #[must_use]
    pub fn ink(&self, ink: Ink) -> Color32 {
        match ink {
            Ink::Supply => self.supply,
            Ink::Demand => self.demand,
            Ink::Resonance => self.resonance,
            Ink::Line => self.line,
            Ink::LineStrong => self.line_strong,
            Ink::TextStrong => self.text_strong,
            Ink::Text => self.text,
            Ink::TextSubdued => self.text_subdued,
            Ink::Series(index) => self
                .series
                .get(usize::from(index) % self.series.len().max(1))
                .copied()
                .unwrap_or(self.text),
        }
    }
}

fn parse(name: &'static str, text: &str) -> Result<Tokens, ThemeError> {
    ron::from_str(text).map_err(|error| ThemeError {
        name,
        reason: error.to_string(),
    })
}

fn colour<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Color32, D::Error> {
    from_hex(&String::deserialize(deserializer)?).map_err(D::Error::custom)
}

fn colours<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Color32>, D::Error> {
    Vec::<String>::deserialize(deserializer)?
        .iter()
        .map(|hex| from_hex(hex).map_err(D::Error::custom))
        .collect()
}

fn from_hex(hex: &str) -> Result<Color32, String> {
    Color32::from_hex(hex).map_err(|_| format!("{hex:?} is not a colour like #RRGGBB"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance, WCAG 2.2.
    fn luminance(colour: Color32) -> f64 {
        let channel = |value: u8| {
            let value = f64::from(value) / 255.0;
            if value <= 0.04045 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * channel(colour.r()) + 0.7152 * channel(colour.g()) + 0.0722 * channel(colour.b())
    }

    fn contrast(one: Color32, two: Color32) -> f64 {
        let (one, two) = (luminance(one), luminance(two));
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    #[test]
    fn every_text_is_readable_on_every_surface() {
        let themes = Themes::built_in().unwrap();
        let mut poor = Vec::new();
        for name in ThemeName::ALL {
            let theme = themes.get(name);
            let least = if name == ThemeName::HighContrast {
                7.0
            } else {
                4.5
            };
            let texts = [
                ("text_strong", theme.text_strong),
                ("text", theme.text),
                ("text_subdued", theme.text_subdued),
                ("supply", theme.supply),
                ("demand", theme.demand),
                ("resonance", theme.resonance),
                ("good", theme.good),
                ("caution", theme.caution),
                ("bad", theme.bad),
            ];
            let surfaces = [
                ("window", theme.window),
                ("card", theme.card),
                ("well", theme.well),
                ("hover", theme.hover),
                ("selection", theme.selection),
            ];
            for (text_name, text) in texts {
                for (surface_name, surface) in surfaces {
                    let found = contrast(text, surface);
                    if found < least {
                        poor.push(format!(
                            "{name:?}: {text_name} on {surface_name} {found:.2}"
                        ));
                    }
                }
            }
            if contrast(theme.on_accent, theme.accent) < 7.0 {
                poor.push(format!("{name:?}: on_accent on accent"));
            }
            // WCAG 1.4.11: what tells a control or a focus apart needs 3:1.
            for surface in [theme.window, theme.card] {
                if contrast(theme.focus, surface) < 3.0 {
                    poor.push(format!("{name:?}: focus"));
                }
            }
            // So does what tells one line of a chart from another.
            for (number, series) in theme.series.iter().enumerate() {
                let found = contrast(*series, theme.card);
                if found < 3.0 {
                    poor.push(format!("{name:?}: series {number} {found:.2}"));
                }
            }
        }
        assert!(poor.is_empty(), "{poor:#?}");
    }
}
