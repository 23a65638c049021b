//! The system's wish that the process end: a signal, as at the end of a session.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::Duration,
};

use egui::Context;
use signal_hook::{
    consts::{SIGHUP, SIGINT, SIGTERM},
    iterator::Signals,
    low_level::emulate_default_handler,
};

use super::keeper::write_at_once;

/// How long the window has to end by itself; a save that runs is waited for as long.
const GRACE: Duration = Duration::from_secs(5);

/// Has unsaved work written at once when the system asks for the end, and the window told, which lets go of
/// its locks. A window that does not answer is ended as the system would have.
pub(super) fn listen(ctx: Context, ending: Arc<AtomicBool>) {
    let mut signals = match Signals::new([SIGHUP, SIGINT, SIGTERM]) {
        Ok(signals) => signals,
        Err(error) => {
            log::warn!("the system's wish to end is not heard: {error}");
            return;
        }
    };
    thread::spawn(move || {
        if let Some(signal) = signals.forever().next() {
            write_at_once();
            ending.store(true, Ordering::Relaxed);
            ctx.request_repaint();
            thread::sleep(GRACE);
            write_at_once();
            let _ = emulate_default_handler(signal);
        }
    });
}
