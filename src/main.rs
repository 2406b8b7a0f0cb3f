//! Arguments in, exit code out; nothing else.

use std::ffi::OsString;
use std::io::{self, BufWriter};
use std::process::ExitCode;

fn main() -> ExitCode {
    let args: Vec<OsString> = std::env::args_os().collect();
    // Not locked: the desk reads and draws through handles of its own.
    let mut out = BufWriter::new(io::stdout());
    let exit = otklik::cli::run(&args, &mut io::stdin(), &mut out, &mut io::stderr());
    ExitCode::from(exit as u8)
}
