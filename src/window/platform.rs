//! What the system has to offer before a window is tried.

use crate::i18n::Language;

/// A sentence on what is missing for a window, where something is.
pub(super) fn missing_for_a_window(language: Language) -> Option<String> {
    #[cfg(all(unix, not(target_os = "macos")))]
    {
        let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        let wayland = set("WAYLAND_DISPLAY") || set("WAYLAND_SOCKET");
        if !wayland && !set("DISPLAY") {
            return Some(language.no_display().to_owned());
        }
        // Without these the window library panics instead of returning an error.
        if xkbcommon_dl::xkbcommon_option().is_none() {
            return Some(language.no_library("libxkbcommon.so.0", "libxkbcommon0"));
        }
        if !wayland && xkbcommon_dl::x11::xkbcommon_x11_option().is_none() {
            return Some(language.no_library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"));
        }
    }
    let _ = language;
    None
}

/// The system's language, where it is one of ours; else English.
pub(super) fn system_language() -> Language {
    sys_locale::get_locales()
        .find_map(|code| Language::from_code(&code))
        .unwrap_or_default()
}
