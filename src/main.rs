//! The program: arguments, logger, and hand over.

use std::process::ExitCode;

use resonance::{
    cli::{self, Invocation},
    i18n::Language,
};

fn main() -> ExitCode {
    env_logger::init();
    match cli::parse(std::env::args_os().skip(1)) {
        Ok(Invocation::Window(_launch)) => ExitCode::SUCCESS,
        Ok(command) => cli::run(&command),
        Err(cli::UsageError(reason)) => {
            cli::complain(&Language::English.cli_usage(&reason));
            ExitCode::from(2)
        }
    }
}
