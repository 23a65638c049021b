//! Type scale, space and the egui style made of the tokens.

use egui::{
    Color32, CornerRadius, FontFamily, FontId, Margin, Shadow, Stroke, Style, TextStyle, Vec2,
    Visuals, style::WidgetVisuals,
};

use super::{fonts::BOLD, tokens::Tokens};

/// Distances, in logical points, on a grid of 4 and 8.
pub mod space {
    /// Between things that belong together.
    pub const TIGHT: f32 = 4.0;
    /// The usual distance.
    pub const SMALL: f32 = 8.0;
    /// Between cards.
    pub const GAP: f32 = 12.0;
    /// Inside cards.
    pub const CARD: f32 = 16.0;
    /// Between sections.
    pub const SECTION: f32 = 24.0;
    /// Height of a control; every hit area is at least 28.
    pub const CONTROL: f32 = 32.0;
}

/// Corner radii, in logical points.
pub mod radius {
    /// Cards.
    pub const CARD: u8 = 10;
    /// Controls.
    pub const CONTROL: u8 = 6;
}

/// The type scale.
pub mod text {
    use super::{BOLD, FontFamily, FontId};

    /// 12: captions, axis labels.
    #[must_use]
    pub const fn caption() -> FontId {
        FontId::new(12.0, FontFamily::Proportional)
    }
    /// 14: running text.
    #[must_use]
    pub const fn body() -> FontId {
        FontId::new(14.0, FontFamily::Proportional)
    }
    /// 14 bold: running text that matters.
    #[must_use]
    pub fn strong() -> FontId {
        FontId::new(14.0, FontFamily::Name(BOLD.into()))
    }
    /// 15 bold: names of factors, of which eight stand on one page.
    #[must_use]
    pub fn factor() -> FontId {
        FontId::new(15.0, FontFamily::Name(BOLD.into()))
    }
    /// 16 bold: labels of cards.
    #[must_use]
    pub fn label() -> FontId {
        FontId::new(16.0, FontFamily::Name(BOLD.into()))
    }
    /// 20 bold: headings.
    #[must_use]
    pub fn heading() -> FontId {
        FontId::new(20.0, FontFamily::Name(BOLD.into()))
    }
    /// 28 bold: titles.
    #[must_use]
    pub fn title() -> FontId {
        FontId::new(28.0, FontFamily::Name(BOLD.into()))
    }
    /// 56 bold: the one number.
    #[must_use]
    pub fn number() -> FontId {
        FontId::new(56.0, FontFamily::Name(BOLD.into()))
    }
}

/// Dresses egui in a theme; from then on [`super::Themed::tokens`] gives its colours.
pub fn apply(ctx: &egui::Context, tokens: &'static Tokens) {
    ctx.data_mut(|data| data.insert_temp(egui::Id::NULL, tokens));
    let theme = if tokens.dark {
        egui::Theme::Dark
    } else {
        egui::Theme::Light
    };
    ctx.set_theme(theme);
    ctx.set_style_of(theme, style(tokens));
}

fn style(tokens: &Tokens) -> Style {
    let mut style = Style {
        text_styles: [
            (TextStyle::Small, text::caption()),
            (TextStyle::Body, text::body()),
            (TextStyle::Button, text::body()),
            (TextStyle::Monospace, text::body()),
            (TextStyle::Heading, text::heading()),
        ]
        .into(),
        visuals: visuals(tokens),
        animation_time: 0.12,
        ..Style::default()
    };
    style.spacing.item_spacing = Vec2::new(space::SMALL, space::SMALL);
    style.spacing.button_padding = Vec2::new(12.0, 6.0);
    style.spacing.interact_size = Vec2::new(40.0, 28.0);
    style.spacing.menu_margin = Margin::same(6);
    style.spacing.window_margin = Margin::same(20);
    style.spacing.combo_width = 120.0;
    style.spacing.scroll.bar_width = 8.0;
    style.spacing.scroll.floating = true;
    style.interaction.selectable_labels = false;
    style.interaction.tooltip_delay = 0.4;
    style.url_in_tooltip = true;
    style
}

fn visuals(tokens: &Tokens) -> Visuals {
    let mut visuals = if tokens.dark {
        Visuals::dark()
    } else {
        Visuals::light()
    };
    let corner = CornerRadius::same(radius::CONTROL);
    let widget = |fill: Color32, line: Color32, ink: Color32| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(1.0, line),
        corner_radius: corner,
        fg_stroke: Stroke::new(1.5, ink),
        expansion: 0.0,
    };
    visuals.widgets.noninteractive = widget(tokens.card, tokens.line, tokens.text);
    visuals.widgets.inactive = widget(tokens.card, tokens.line, tokens.text);
    visuals.widgets.hovered = widget(tokens.hover, tokens.line_strong, tokens.text_strong);
    visuals.widgets.active = widget(tokens.selection, tokens.line_strong, tokens.text_strong);
    visuals.widgets.open = widget(tokens.well, tokens.line_strong, tokens.text_strong);
    visuals.selection.bg_fill = tokens.selection;
    visuals.selection.stroke = Stroke::new(2.0, tokens.focus);
    visuals.hyperlink_color = tokens.focus;
    visuals.weak_text_color = Some(tokens.text_subdued);
    visuals.faint_bg_color = tokens.well;
    visuals.extreme_bg_color = tokens.card;
    visuals.text_edit_bg_color = Some(tokens.card);
    visuals.code_bg_color = tokens.well;
    visuals.warn_fg_color = tokens.caution;
    visuals.error_fg_color = tokens.bad;
    visuals.panel_fill = tokens.window;
    visuals.window_fill = tokens.card;
    visuals.window_stroke = Stroke::new(1.0, tokens.line);
    visuals.window_corner_radius = CornerRadius::same(radius::CARD);
    visuals.menu_corner_radius = CornerRadius::same(8);
    visuals.window_shadow = Shadow {
        offset: [0, 8],
        blur: 32,
        spread: 0,
        color: tokens.shadow,
    };
    visuals.popup_shadow = Shadow {
        offset: [0, 4],
        blur: 16,
        spread: 0,
        color: tokens.shadow,
    };
    visuals.slider_trailing_fill = true;
    visuals.striped = false;
    visuals
}
