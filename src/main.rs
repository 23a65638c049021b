//! The program: arguments, logger, and hand over.

use std::{process::ExitCode, time::Instant};

use resonance::{
    cli::{self, Invocation},
    window::{StartError, run_window},
};

fn main() -> ExitCode {
    let started = Instant::now();
    env_logger::init();
    match cli::parse(std::env::args_os().skip(1)) {
        Ok(Invocation::Window(launch)) => match run_window(&launch, started) {
            Ok(()) => ExitCode::SUCCESS,
            Err(StartError::NoWindow { missing, language }) => {
                cli::without_window(&launch, &missing, language)
            }
            Err(error) => {
                cli::complain(&error.to_string());
                ExitCode::FAILURE
            }
        },
        Ok(command) => cli::run(&command),
        Err(error) => {
            cli::complain(&error.sentence());
            ExitCode::from(2)
        }
    }
}
