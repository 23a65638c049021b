//! Opening the window: with wgpu, else with OpenGL, else a sentence.

use std::time::Instant;

use egui::{Context, Ui, ViewportBuilder, ViewportCommand, vec2};

use super::{
    NativeDialogs, Surroundings, Workbench,
    keeper::keep_on_panic,
    platform::{missing_for_a_window, system_language},
    start_error::StartError,
};
use crate::{
    state::{Launch, Stay},
    storage::Settings,
};

/// Name of the program's folder among the user's data.
const APP_ID: &str = "resonance";

/// Shows the window until it is closed.
///
/// # Errors
/// When no window can be shown, with a sentence on what is missing.
pub fn run_window(launch: &Launch, started: Instant) -> Result<(), StartError> {
    let folder = eframe::storage_dir(APP_ID);
    let remembered = folder.as_deref().map(Settings::load).unwrap_or_default();
    let language = launch
        .language
        .or(remembered.language)
        .unwrap_or_else(system_language);
    let no_window = |missing| Err(StartError::NoWindow { missing, language });
    if let Some(sentence) = missing_for_a_window(language) {
        return no_window(sentence);
    }
    keep_on_panic(folder.clone());
    let first = show(eframe::Renderer::Wgpu, launch, started);
    let Err(wgpu_error) = first else {
        return Ok(());
    };
    log::warn!("no window with wgpu: {wgpu_error}");
    match show(eframe::Renderer::Glow, launch, started) {
        Ok(()) => Ok(()),
        Err(eframe::Error::WinitEventLoop(error)) => {
            log::warn!("no display: {error}");
            // The window library tells a library it cannot load apart only in words.
            let sentence = if error.to_string().contains("librar") {
                let packages = "libx11-6 libx11-xcb1 libxcursor1 libxi6";
                language.no_library("libX11", packages)
            } else {
                language.no_display().to_owned()
            };
            no_window(sentence)
        }
        Err(error) => no_window(language.no_renderer(&language.said(&error.to_string()))),
    }
}

fn show(renderer: eframe::Renderer, launch: &Launch, started: Instant) -> eframe::Result {
    let mut viewport = ViewportBuilder::default()
        .with_title("Resonance")
        .with_app_id(APP_ID)
        .with_inner_size(vec2(1280.0, 800.0))
        .with_min_inner_size(vec2(1024.0, 640.0))
        .with_drag_and_drop(true);
    match eframe::icon_data::from_png_bytes(include_bytes!("../../assets/icon/icon.png")) {
        Ok(icon) => viewport = viewport.with_icon(icon),
        Err(error) => log::warn!("no window icon: {error}"),
    }
    let options = eframe::NativeOptions {
        viewport,
        renderer,
        persist_window: true,
        ..eframe::NativeOptions::default()
    };
    eframe::run_native(
        APP_ID,
        options,
        Box::new(|creation| {
            let surroundings = Surroundings {
                folder: eframe::storage_dir(APP_ID),
                system_language: system_language(),
                dialogs: Box::new(NativeDialogs),
                new_id: Box::new(uuid::Uuid::new_v4),
                today: Box::new(|| jiff::Zoned::now().date().to_string()),
                now: Box::new(|| {
                    jiff::Zoned::now()
                        .strftime("%Y-%m-%dT%H:%M:%S%:z")
                        .to_string()
                }),
            };
            let workbench = Workbench::new(&creation.egui_ctx, launch, surroundings)?;
            #[cfg(unix)]
            super::ending::listen(creation.egui_ctx.clone(), workbench.ending());
            Ok(match launch.stay {
                Stay::Open => Box::new(workbench),
                Stay::MeasureStartup => Box::new(Measured {
                    workbench,
                    started: Some(started),
                }),
            })
        }),
    )
}

/// The workbench until its first frame is on screen; then the time is printed and it ends.
struct Measured {
    workbench: Workbench,
    /// `None` once the time is printed.
    started: Option<Instant>,
}

impl eframe::App for Measured {
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        // Frames are presented before the next one begins.
        if ctx.cumulative_frame_nr() == 0 {
            self.workbench.logic(ctx);
        } else if let Some(started) = self.started.take() {
            use std::io::Write as _;
            let milliseconds = started.elapsed().as_millis();
            let _ = writeln!(std::io::stdout(), "first_frame_ms: {milliseconds}");
            ctx.send_viewport_cmd(ViewportCommand::Close);
        }
        ctx.request_repaint();
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.workbench.show(ui);
    }

    fn persist_egui_memory(&self) -> bool {
        false
    }
}
