//! The program: arguments, logger, and hand over.

use std::{process::ExitCode, time::Instant};

use resonance::{
    cli::{self, Invocation},
    i18n::Language,
    window::run_window,
};

fn main() -> ExitCode {
    let started = Instant::now();
    env_logger::init();
    match cli::parse(std::env::args_os().skip(1)) {
        Ok(Invocation::Window(launch)) => match run_window(&launch, started) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                cli::complain(&error.to_string());
                ExitCode::FAILURE
            }
        },
        Ok(command) => cli::run(&command),
        Err(cli::UsageError(reason)) => {
            cli::complain(&Language::English.cli_usage(&reason));
            ExitCode::from(2)
        }
    }
}
