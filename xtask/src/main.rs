//! `cargo xtask`: the project's commands. This file only reads the command line and hands over.
//!
//! Invariant: plain text, one line per step, and a failure always says what to do next.

mod apt;
mod audit;
mod browser;
mod budget;
mod build;
mod check;
mod cli;
mod compress;
mod debian;
mod digest;
mod files;
mod finish;
mod headers;
mod lock;
mod npm;
mod paths;
mod process;
mod report;
mod server;
mod split;
mod test;
mod toolchain;
mod tools;
mod versions;

use std::process::ExitCode;
use std::time::Instant;

use anyhow::Result;

use crate::cli::Command;

fn main() -> ExitCode {
    let started = Instant::now();
    let outcome = cli::parse(std::env::args_os().skip(1)).and_then(run);
    match outcome {
        Ok(Ending::Quiet) => ExitCode::SUCCESS,
        Ok(Ending::Finished) => {
            println!("Finished in {}.", report::duration(started.elapsed()));
            ExitCode::SUCCESS
        }
        Ok(Ending::Failed) => ExitCode::FAILURE,
        Err(error) => {
            report::failure(&error, started.elapsed());
            ExitCode::FAILURE
        }
    }
}

/// What is left to say when a command is over.
enum Ending {
    /// Nothing.
    Quiet,
    /// How long it took.
    Finished,
    /// The command has told what failed by itself.
    Failed,
}

fn run(command: Command) -> Result<Ending> {
    paths::enter_root()?;
    match command {
        Command::Help => {
            print!("{}", cli::HELP);
            return Ok(Ending::Quiet);
        }
        Command::Setup => build::setup().map(drop)?,
        Command::Build => build::build().map(drop)?,
        Command::Serve { address, build } => {
            if build {
                build::build()?;
            }
            server::serve(&address)?;
            return Ok(Ending::Quiet);
        }
        Command::Dev { port } => {
            build::dev(port)?;
            return Ok(Ending::Quiet);
        }
        Command::Check => return Ok(ending(check::check())),
        Command::Test => return Ok(ending(test::test())),
        Command::Audit => audit::audit()?,
    }
    Ok(Ending::Finished)
}

fn ending(all_passed: bool) -> Ending {
    if all_passed {
        Ending::Quiet
    } else {
        Ending::Failed
    }
}
