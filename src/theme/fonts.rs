//! The bundled faces: Latin with tabular figures, Simplified Chinese, icons; each also in bold.

use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily};

/// Name of the bold family; egui has no synthetic bold.
pub const BOLD: &str = "bold";

/// Name of the family that has the Chinese face first, for what is set in it on paper.
pub const CHINESE: &str = "chinese";
/// The same in bold.
pub const CHINESE_BOLD: &str = "chinese-bold";

/// The faces by name, in the order in which they are asked for a character.
#[must_use]
pub fn bundled_faces() -> [(&'static str, &'static [u8]); 5] {
    [
        (
            "inter",
            include_bytes!("../../assets/fonts/Inter-Regular.ttf"),
        ),
        (
            "inter-bold",
            include_bytes!("../../assets/fonts/Inter-Bold.ttf"),
        ),
        (
            "noto-sc",
            include_bytes!("../../assets/fonts/NotoSansSC-Regular.otf"),
        ),
        (
            "noto-sc-bold",
            include_bytes!("../../assets/fonts/NotoSansSC-Bold.otf"),
        ),
        (
            "icons",
            include_bytes!("../../assets/fonts/ResonanceIcons.ttf"),
        ),
    ]
}

/// Installs the bundled faces; characters none of them has come from the system, where it can help.
pub fn install_fonts(ctx: &egui::Context) {
    let mut fonts = FontDefinitions::empty();
    for (name, bytes) in bundled_faces() {
        fonts
            .font_data
            .insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    let family = |names: [&str; 3]| names.map(str::to_owned).to_vec();
    let regular = family(["inter", "noto-sc", "icons"]);
    let bold = family(["inter-bold", "noto-sc-bold", "icons"]);
    let chinese = [
        (CHINESE, ["noto-sc", "inter", "icons"]),
        (CHINESE_BOLD, ["noto-sc-bold", "inter-bold", "icons"]),
    ];
    for (name, faces) in chinese {
        let name = FontFamily::Name(name.into());
        fonts.families.insert(name, family(faces));
    }
    fonts
        .families
        .insert(FontFamily::Proportional, regular.clone());
    fonts.families.insert(FontFamily::Monospace, regular);
    fonts.families.insert(FontFamily::Name(BOLD.into()), bold);
    ctx.set_fonts(fonts);
}
