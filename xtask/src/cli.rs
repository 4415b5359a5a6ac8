//! The command line: its words, their meaning and the help text.

use std::ffi::OsString;

use anyhow::{Result, anyhow, bail};
use lexopt::ValueExt as _;
use lexopt::prelude::{Long, Short, Value};

use crate::server::Address;

pub const HELP: &str = "\
Bonewise: cargo xtask <command>

  serve    build the app and serve it at http://127.0.0.1:8080/
             --port 8080         another port; 0 takes any free one
             --prefix /a/folder  serve it below a folder, as a shared host would
             --no-build          serve what is in dist/ already
  dev      build, serve and reload the page at every change (--port 8081)
  build    make the release in dist/, ready to upload to any static host
  check    format, clippy and native tests: the quick look before a commit
  test     everything: check, browser tests, release build, size budget, end-to-end tests
  audit    Lighthouse three times over and a table of sizes, for people to read
  setup    install what building needs, and nothing else

The first run installs its tools below target/ and takes a few minutes.
";

/// A command with its options.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    Help,
    Setup,
    Build,
    Serve { address: Address, build: bool },
    Dev { port: u16 },
    Check,
    Test,
    Audit,
}

/// Options as they are read, before it is known whether the command takes them.
#[derive(Default)]
struct Options {
    port: Option<u16>,
    prefix: Option<String>,
    no_build: bool,
}

/// Reads the arguments that follow `cargo xtask`.
pub fn parse<I>(arguments: I) -> Result<Command>
where
    I: IntoIterator<Item = OsString>,
{
    let mut parser = lexopt::Parser::from_args(arguments);
    let mut word: Option<String> = None;
    let mut options = Options::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(Command::Help),
            Long("port") => options.port = Some(parser.value()?.parse()?),
            Long("prefix") => options.prefix = Some(parser.value()?.string()?),
            Long("no-build") => options.no_build = true,
            Value(value) if word.is_none() => word = Some(value.string()?),
            other => return Err(unknown(&other.unexpected().to_string())),
        }
    }
    command(word.as_deref(), options)
}

fn command(word: Option<&str>, options: Options) -> Result<Command> {
    if !matches!(word, Some("serve")) && (options.prefix.is_some() || options.no_build) {
        bail!("--prefix and --no-build belong to `cargo xtask serve`.");
    }
    if !matches!(word, Some("serve" | "dev")) && options.port.is_some() {
        bail!("--port belongs to `cargo xtask serve` and `cargo xtask dev`.");
    }
    Ok(match word {
        None | Some("help") => Command::Help,
        Some("setup") => Command::Setup,
        Some("build") => Command::Build,
        Some("serve") => Command::Serve {
            address: Address::new(
                options.port.unwrap_or(8080),
                &options.prefix.unwrap_or_default(),
            )?,
            build: !options.no_build,
        },
        Some("dev") => Command::Dev {
            port: options.port.unwrap_or(8081),
        },
        Some("check") => Command::Check,
        Some("test") => Command::Test,
        Some("audit") => Command::Audit,
        Some(other) => return Err(unknown(&format!("no command is called \"{other}\""))),
    })
}

fn unknown(what: &str) -> anyhow::Error {
    anyhow!("The command line was not understood: {what}.\nNext: `cargo xtask` prints the list.")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Command> {
        parse(line.split_whitespace().map(OsString::from))
    }

    #[test]
    fn no_argument_asks_for_the_list() {
        assert_eq!(read("").unwrap(), Command::Help);
    }

    #[test]
    fn serve_takes_port_prefix_and_no_build() {
        let expected = Command::Serve {
            address: Address::new(0, "/any/folder").unwrap(),
            build: false,
        };
        assert_eq!(
            read("serve --no-build --port 0 --prefix /any/folder/").unwrap(),
            expected
        );
    }

    #[test]
    fn options_of_another_command_and_unknown_words_are_refused() {
        for line in [
            "build --port 1",
            "test --no-build",
            "sevre",
            "serve --prot 1",
            "serve --port x",
        ] {
            assert!(read(line).is_err(), "{line}");
        }
    }
}
